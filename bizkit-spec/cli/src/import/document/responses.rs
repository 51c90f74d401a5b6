//! What each status of a call carries.

use crate::import::document::media::preferred;
use crate::import::document::schema::extend;
use crate::import::document::schema::observe;
use crate::import::document::types::Side;
use crate::import::document::words::Words;
use crate::import::document::{Context, media};
use crate::import::tree::{Tree, members, text};
use crate::openapi::join;
use bizkit_spec::json::Json;
use bizkit_spec::keywords::Keyword;
use bizkit_spec::media::MediaType;
use bizkit_spec::model::{Content, Response, Status};

/// `responses` of a file, and the documented bodies.
pub(crate) struct Responses {
    pub(crate) tree: Json,
    /// The key of the response, name and body of each example.
    pub(crate) bodies: Vec<(String, String, Json)>,
}

impl Context<'_> {
    /// Every documented response.
    pub(crate) fn responses(&mut self, responses: Option<&Json>, pointer: &str) -> Responses {
        let mut found: Vec<(String, Json)> = Vec::new();
        let mut bodies = Vec::new();
        let listed = responses.map(members).unwrap_or_default();
        let success = listed.iter().any(|(status, _)| status.starts_with(['2', '3']));
        for (key, response) in listed.iter().filter(|(key, _)| !key.starts_with("x-")) {
            let place = join(pointer, key);
            let status = match key.as_str() {
                "default" if success => {
                    self.note(
                        &place,
                        "the response to every other status: taken as that to every other failure",
                    );
                    key.to_owned()
                }
                "default" => "200".to_owned(),
                "3XX" | "3xx" => {
                    self.note(&place, "a range of statuses: taken as 300");
                    "300".to_owned()
                }
                key if key.ends_with("xx") => key.to_ascii_uppercase(),
                key => key.to_owned(),
            };
            if Status::parse(&status).is_none() {
                self.lose(&place, format!("`{status}` is no status of a response: left out"));
                continue;
            }
            if found.iter().any(|(known, _)| *known == status) {
                self.lose(&place, format!("a second response for {status}: left out"));
                continue;
            }
            match self.document.follow(response, &place) {
                Ok((response, place)) => {
                    let tree = self.response(response, &place, &status, &mut bodies);
                    found.push((status, tree));
                }
                Err(reference) => self.lose(&place, format!("the reference `{reference}` leads nowhere")),
            }
        }
        found.sort_by_key(|(key, _)| Status::parse(key).map(Status::order));
        if !found.iter().any(|(status, _)| status.starts_with(['2', '3'])) {
            self.note(pointer, "no response says what success looks like: taken as 200 without content");
            found.insert(0, ("200".to_owned(), Json::Null));
        }
        Responses { tree: Json::Object(found), bodies }
    }

    fn response(
        &mut self,
        response: &Json,
        pointer: &str,
        status: &str,
        bodies: &mut Vec<(String, String, Json)>,
    ) -> Json {
        let mut words = Words::new(response);
        let description = words.text("description").map(|text| text.replace("\r\n", "\n"));
        let description = description.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        if words.take("headers").is_some_and(|headers| !members(headers).is_empty()) {
            self.note(
                &join(pointer, "headers"),
                "headers of a response are not described: callers see them all",
            );
        }
        let content = words.take("content").map(members).unwrap_or_default();
        words.finish(&mut self.report, pointer);
        let place = join(pointer, "content");
        let mut tree = match preferred(content) {
            Some((media, value)) => {
                for (other, _) in content.iter().filter(|(other, _)| other != media) {
                    self.note(&join(&place, other), format!("`{other}` may come too: `{media}` is read"));
                }
                let found = media::all(value);
                bodies.extend(found.into_iter().map(|(name, body)| (status.to_owned(), name, body)));
                self.content(media, value, &join(&place, media))
            }
            None => Tree::new(),
        };
        if let Some(description) = description {
            tree.set("description", text(&description));
        }
        extend(&mut tree, response);
        if tree.keys().next().is_none() { Json::Null } else { tree.json() }
    }

    /// The type of one media type.
    fn content(&mut self, media: &str, value: &Json, pointer: &str) -> Tree {
        let schema = value.get("schema");
        let is_text = media.starts_with("text/") || media.ends_with("xml");
        let textual = schema.is_some_and(|schema| {
            schema.get("type").and_then(Json::as_str) == Some("string")
                && schema.get("format").and_then(Json::as_str) != Some("binary")
        });
        if MediaType::of(media).is_json() || media == "*/*" && schema.is_some() && !textual {
            let Some(schema) = schema else {
                // Nothing is stated but what one response looked like.
                let shown = media::all(value);
                return observe::seen(shown.iter().map(|(_, example)| example));
            };
            let mut tree = self.schema(schema, &join(pointer, "schema"), Side::Response);
            if tree.word("type") == Some("binary") {
                tree = Tree::of("string");
            }
            for key in ["example", "default"] {
                tree.remove(key);
            }
            return tree;
        }
        if schema.is_some_and(|schema| self.has_members(schema)) {
            self.lose(pointer, format!("what `{media}` holds is not described: callers read it themselves"));
        }
        if is_text || textual {
            return Tree::new().with("contentType", text(media));
        }
        let media = if media.contains('*') { "application/octet-stream" } else { media };
        Tree::of("binary").with("contentType", text(media))
    }

    /// What was remarked so far about what travels.
    pub(crate) fn losses(&self) -> usize {
        self.report.losses()
    }
}

/// Each response of a tree with its status, or the first that it stands for; none where others stand for all of them.
pub(crate) fn statuses(responses: &Json) -> Vec<(&str, Option<u16>)> {
    let keys = || members(responses).iter().map(|(key, _)| key.as_str());
    let response = |status| Response { status, description: None, content: Content::Empty };
    let all: Vec<Response> = keys().filter_map(Status::parse).map(response).collect();
    let first = |response: &Response| {
        let status = response.first_status(&all);
        Response::covering(&all, status)
            .is_some_and(|found| found.status == response.status)
            .then_some(status)
    };
    keys().zip(all.iter().map(first)).collect()
}

/// Whether a response carries JSON.
pub(crate) fn carries_json(response: &Json) -> bool {
    let described = Keyword::CONTENT.iter().any(|keyword| response.get(keyword.name()).is_some());
    response.get("contentType").is_none() && described
}
