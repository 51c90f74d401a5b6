//! Responses: which statuses are documented, and what type a call gives.

use super::Rule;
use super::walk::{Walk, Way};
use bizkit_spec::model::{Api, Content, Endpoint, FieldId, Kind, Response, Schema, Status};
use bizkit_spec::rust;

/// The name on the wire of a field of the first response.
pub(super) fn field(api: &Api, endpoint: &Endpoint, id: FieldId) -> String {
    let Some(Content::Json(schema)) = endpoint.responses.first().map(|response| &response.content) else {
        return String::new();
    };
    match &api.resolved(schema).kind {
        Kind::Object(object) => id.of(&object.fields).wire.clone(),
        _ => String::new(),
    }
}

impl<'a> Walk<'a> {
    pub(super) fn responses(&mut self, old: &'a Endpoint, new: &'a Endpoint) {
        let find =
            |of: &'a Endpoint, status: Status| of.responses.iter().find(|response| response.status == status);
        let request = rust::request_path(new);
        for response in &old.responses {
            let address = format!("{}.{}", new.id, response.status);
            match find(new, response.status) {
                Some(now) => self.response(&address, response, now),
                None => {
                    let message = format!("the status {} is no longer documented", response.status);
                    self.found(Rule::RESPONSE_REMOVED, Way::RESPONSE, &address, message, []);
                }
            }
        }
        for response in new.responses.iter().filter(|response| find(old, response.status).is_none()) {
            let address = format!("{}.{}", new.id, response.status);
            let message = format!("the status {} is documented", response.status);
            self.found(Rule::RESPONSE_ADDED, Way::RESPONSE, &address, message, []);
        }
        self.response_type(&request, old, new);
        let failure = |api, of| rust::failure_type(api, of);
        match (failure(self.old, old), failure(self.new, new)) {
            (None, Some(is)) => {
                let rust = [format!("`{is}` is new"), format!("`{request}::failure` is new")];
                self.found(Rule::FAILURE_ADDED, Way::RESPONSE, &new.id, "the call has typed failures", rust);
            }
            (Some(was), is) if Some(&was) != is.as_ref() => {
                let rust = match is {
                    Some(is) => format!("`{was}` is `{is}`"),
                    None => format!("`{was}` and `{request}::failure` are gone"),
                };
                self.found(
                    Rule::FAILURE_CHANGED,
                    Way::RESPONSE,
                    &new.id,
                    "the enum of failures changed",
                    [rust],
                );
            }
            _ => {}
        }
    }

    /// What `send` gives. Types that are only called otherwise are reported as such.
    fn response_type(&mut self, request: &str, old: &'a Endpoint, new: &'a Endpoint) {
        let (was, is) = (rust::response_type(self.old, old), rust::response_type(self.new, new));
        if was == is {
            return;
        }
        let sole = |of: &'a Endpoint| {
            let mut successes = of.responses.iter().filter(|response| !response.status.is_failure());
            match (successes.next().map(|response| &response.content), successes.next()) {
                (Some(Content::Json(schema)), None) => Some(schema),
                _ => None,
            }
        };
        if let (Some(before), Some(after)) = (sole(old), sole(new)) {
            let whole = |api, schema| rust::value(api, schema);
            let plain = (whole(self.old, before), whole(self.new, after));
            // Told already, by the type's own name or at the place of the response.
            if plain.0 != plain.1 && was.contains(&plain.0) && is.contains(&plain.1) {
                return;
            }
        }
        let message = format!("the call gives `{is}`, and gave `{was}`");
        let rust = format!("`{request}::send` gives `{is}`, and gave `{was}`");
        self.found(Rule::RESPONSE_TYPE, Way::RESPONSE, &new.id, message, [rust]);
    }

    fn response(&mut self, at: &str, old: &'a Response, new: &'a Response) {
        let Response { status: _, description, content } = new;
        if old.description != *description {
            self.found(Rule::TEXT, Way::RESPONSE, at, "the description of the response changed", []);
        }
        match (&old.content, content) {
            (Content::Json(was), Content::Json(is)) => self.response_value(at, was, is),
            (Content::Empty, Content::Empty) => {}
            (Content::Text(was), Content::Text(is)) | (Content::Binary(was), Content::Binary(is)) => {
                if was != is {
                    let message = format!("the response is `{is}`, and was `{was}`");
                    self.found(Rule::BODY_FORM, Way::RESPONSE, at, message, []);
                }
            }
            (was, is) => {
                let message = format!("the response is {}, and was {}", word(is), word(was));
                self.found(Rule::VALUE_KIND, Way::RESPONSE, at, message, []);
            }
        }
    }
}

impl<'a> Walk<'a> {
    /// The value that a response holds.
    fn response_value(&mut self, at: &str, old: &'a Schema, new: &'a Schema) {
        // The response itself has a description.
        let Schema {
            kind: _,
            nullable: _,
            sensitive,
            description: _,
            example,
            default,
            deprecated,
            docs,
            seen: _,
        } = new;
        let null = (rust::is_nullable(self.old, old), rust::is_nullable(self.new, new));
        if null.0 != null.1 {
            let rule = if null.1 { Rule::NULL_ALLOWED } else { Rule::NULL_REFUSED };
            let word = if null.1 { "may" } else { "can no longer" };
            self.found(rule, Way::RESPONSE, at, format!("the response {word} be `null`"), []);
        }
        if (&old.docs, &old.deprecated, &old.default) != (docs, deprecated, default) {
            self.found(Rule::TEXT, Way::RESPONSE, at, "what is said about the response changed", []);
        }
        if old.example != *example {
            self.found(Rule::EXAMPLE, Way::RESPONSE, at, "the example of the response changed", []);
        }
        if old.sensitive != *sensitive {
            self.found(Rule::SENSITIVE, Way::RESPONSE, at, "the response is a secret or not", []);
        }
        self.kind(Way::RESPONSE, at, old, new);
    }
}

fn word(content: &Content) -> &'static str {
    match content {
        Content::Empty => "empty",
        Content::Json(_) => "JSON",
        Content::Text(_) => "text",
        Content::Binary(_) => "bytes",
    }
}
