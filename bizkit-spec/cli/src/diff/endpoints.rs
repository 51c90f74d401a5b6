//! Requests: which are new, gone or called otherwise, and how each behaves.

use super::Rule;
use super::schemas::said;
use super::walk::{Scope, Walk, Way};
use bizkit_spec::json::Json;
use bizkit_spec::model::{
    About, Api, Deprecated, Endpoint, Example, KeyUse, PageStyle, Pagination, ParameterId, RetryClass,
    Segment,
};
use bizkit_spec::rust;
use std::collections::BTreeSet;

/// Method, host and path without names: what tells that two endpoints are the same operation.
pub(super) fn route(api: &Api, endpoint: &Endpoint, with_host: bool) -> String {
    let host = endpoint.base_url.as_deref().unwrap_or(&api.base_url);
    let piece = |segment: &Segment| match segment {
        Segment::Literal(text) => text.clone(),
        Segment::Parameter(_) => "{}".to_owned(),
    };
    let path: String = endpoint.request.path.iter().map(piece).collect();
    format!("{} {}{path}", endpoint.method.as_str(), if with_host { host } else { "" })
}

impl<'a> Walk<'a> {
    pub(super) fn endpoints(&mut self) {
        let (old, new) = (self.old, self.new);
        let mut taken: BTreeSet<&str> = BTreeSet::new();
        let mut missing = Vec::new();
        for endpoint in &old.endpoints {
            // A description by others has ids of its own.
            let known = match self.scope {
                Scope::Rust => new.endpoint(&endpoint.id),
                Scope::Wire => None,
            };
            match known {
                Some(now) => {
                    taken.insert(&now.id);
                    self.endpoint(endpoint, now);
                }
                None => missing.push(endpoint),
            }
        }
        let with_host = self.scope == Scope::Rust;
        for endpoint in missing {
            let wanted = route(old, endpoint, with_host);
            let same =
                |now: &&Endpoint| !taken.contains(now.id.as_str()) && route(new, now, with_host) == wanted;
            let Some(now) = new.endpoints.iter().find(same) else {
                let path = rust::request_path(endpoint);
                let message = format!("the request `{path}` is gone");
                let rust = format!("`{path}` is gone");
                self.found(Rule::ENDPOINT_REMOVED, Way::NONE, &endpoint.id, message, [rust]);
                continue;
            };
            taken.insert(&now.id);
            let message = format!("`{}` is called `{}`", endpoint.id, now.id);
            self.plain(Rule::ENDPOINT_ID, &now.id, message);
            self.endpoint(endpoint, now);
        }
        for endpoint in new.endpoints.iter().filter(|endpoint| !taken.contains(endpoint.id.as_str())) {
            let path = rust::request_path(endpoint);
            let message = format!("the request `{path}` is new");
            let rust = format!("`{path}` is new");
            self.found(Rule::ENDPOINT_ADDED, Way::NONE, &endpoint.id, message, [rust]);
        }
    }

    pub(super) fn endpoint(&mut self, old: &'a Endpoint, new: &'a Endpoint) {
        // Names, request line, key, arguments, responses and pages have functions of their own, which read both sides.
        let Endpoint {
            id,
            module: _,
            name: _,
            about,
            method: _,
            base_url: _,
            key: _,
            retry,
            timeout,
            rate_limit,
            parameters: _,
            request: _,
            body: _,
            constraints: _,
            responses: _,
            pagination: _,
            examples: _,
            errors: _,
            span: _,
        } = new;
        let at = id.as_str();
        let (before, after) = (rust::request_path(old), rust::request_path(new));
        if before != after {
            let message = format!("`{before}` is called `{after}`");
            let rust = format!("`{before}` is `{after}`");
            self.found(Rule::ENDPOINT_RENAMED, Way::NONE, at, message, [rust]);
        }
        self.prose(at, &after, &old.about, about);
        self.line(at, old, new);
        self.endpoint_key(at, old, new);
        match (old.retry, *retry) {
            (RetryClass::Never, RetryClass::Safe) => {
                self.plain(Rule::RETRY_ALLOWED, &format!("{at}.retry"), "the call may be repeated");
            }
            (RetryClass::Safe, RetryClass::Never) => {
                self.plain(Rule::RETRY_FORBIDDEN, &format!("{at}.retry"), "the call is no longer repeated");
            }
            (RetryClass::Safe, RetryClass::Safe) | (RetryClass::Never, RetryClass::Never) => {}
        }
        if old.timeout != *timeout {
            self.plain(
                Rule::TIMEOUT,
                &format!("{at}.timeout"),
                "the time that an answer may take is another one",
            );
        }
        if old.rate_limit != *rate_limit {
            self.plain(Rule::RATE_LIMIT, &format!("{at}.rateLimit"), "the documented quota is another one");
        }
        self.arguments(old, new);
        self.responses(old, new);
        self.pages(at, old, new);
        let codes = |api: &Api, of: &Endpoint| -> Vec<String> {
            of.errors.iter().map(|id| id.of(&api.errors).code.clone()).collect()
        };
        if codes(self.old, old) != codes(self.new, new) {
            let message = "the documented error codes are others";
            self.plain(Rule::ENDPOINT_CODES, &format!("{at}.errors"), message);
        }
        let calls = |of: &'a Endpoint| of.examples.iter().map(facts).collect::<Vec<_>>();
        if calls(old) != calls(new) {
            self.plain(Rule::CALL_EXAMPLE, &format!("{at}.examples"), "the documented calls changed");
        }
    }

    /// Prose, the vendor's page, and why it should no longer be used.
    fn prose(&mut self, at: &str, path: &str, old: &About, new: &About) {
        let text = |About { summary, description, docs, deprecated: _, seen: _ }: &About| {
            let said = |text: &Option<String>| said(text.as_ref()).map(str::to_owned);
            (said(summary), said(description), docs.clone())
        };
        if text(old) != text(new) {
            self.plain(Rule::ENDPOINT_TEXT, at, "summary, description or link changed");
        }
        self.deprecation(at, path, old.deprecated.as_ref(), new.deprecated.as_ref());
    }

    /// The request line.
    fn line(&mut self, at: &str, old: &Endpoint, new: &Endpoint) {
        if old.method != new.method {
            let message = format!("the method is {}, and was {}", new.method.as_str(), old.method.as_str());
            self.plain(Rule::METHOD, &format!("{at}.method"), message);
        }
        let (before, after) = (old.path_template(), new.path_template());
        // On the wire it was the path that told which two calls are the same.
        if before != after && self.scope == Scope::Rust {
            self.plain(
                Rule::PATH,
                &format!("{at}.path"),
                format!("the path is `{after}`, and was `{before}`"),
            );
        }
        // Where both follow the API's host, that one is reported.
        if old.base_url != new.base_url {
            let host = |api: &Api, of: &Endpoint| of.base_url.clone().unwrap_or_else(|| api.base_url.clone());
            let (before, after) = (host(self.old, old), host(self.new, new));
            let message = if before == after {
                format!("the call goes to `{after}`, which is told in another place")
            } else {
                format!("the call goes to `{after}`, no longer to `{before}`")
            };
            let rule = if before == after { Rule::ENDPOINT_TEXT } else { Rule::HOST };
            self.plain(rule, &format!("{at}.baseUrl"), message);
        }
    }

    fn endpoint_key(&mut self, at: &str, old: &Endpoint, new: &Endpoint) {
        let address = format!("{at}.key");
        let usual = |api: &Api, of: &Endpoint| match (&api.key, &of.key) {
            (Some(usual), Some(KeyUse { name, locations })) => {
                usual.name == *name && usual.locations == *locations
            }
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        };
        // What changed for all calls is reported once.
        if usual(self.old, old) && usual(self.new, new) {
            return;
        }
        match (&old.key, &new.key) {
            (None, Some(_)) => self.plain(Rule::KEY_REQUIRED, &address, "the call needs the key"),
            (Some(_), None) => self.plain(Rule::KEY_DROPPED, &address, "the call carries no key"),
            (Some(old), Some(KeyUse { name, locations })) => {
                if old.name != *name {
                    let message = format!("the key is called `{name}`, and was `{}`", old.name);
                    self.plain(Rule::KEY_NAME, &format!("{address}.name"), message);
                }
                self.key_places(&address, &old.locations, locations);
            }
            (None, None) => {}
        }
    }

    fn pages(&mut self, at: &str, old: &Endpoint, new: &Endpoint) {
        let address = format!("{at}.pagination");
        let path = rust::request_path(new);
        match (&old.pagination, &new.pagination) {
            (None, None) => {}
            (None, Some(_)) => {
                let rust = format!("`{path}` gets `pages` and `items`");
                self.found(Rule::PAGES_ADDED, Way::NONE, &address, "the list has pages", [rust]);
            }
            (Some(_), None) => {
                let rust = format!("`{path}` loses `pages` and `items`");
                self.found(Rule::PAGES_REMOVED, Way::NONE, &address, "the list has no pages", [rust]);
            }
            (Some(before), Some(after)) => {
                let items = |api: &'a Api, of: &Endpoint, pages: &Pagination| {
                    super::responses::field(api, of, pages.items)
                };
                if items(self.old, old, before) != items(self.new, new, after) {
                    let message = "the items stand in another field";
                    self.plain(Rule::PAGES_ITEMS, &format!("{address}.items"), message);
                }
                if page_facts(self.old, old, before) != page_facts(self.new, new, after) {
                    self.plain(Rule::PAGES_CHANGED, &address, "the list goes on in another way");
                }
            }
        }
    }

    pub(super) fn deprecation(
        &mut self,
        at: &str,
        path: &str,
        old: Option<&Deprecated>,
        new: Option<&Deprecated>,
    ) {
        match (old, new) {
            (None, Some(_)) => {
                let rust = format!("`{path}` is deprecated");
                self.found(Rule::DEPRECATED, Way::NONE, at, "it should no longer be used", [rust]);
            }
            (Some(_), None) => self.plain(Rule::UNDEPRECATED, at, "it may be used again"),
            (Some(old), Some(new)) if old != new => {
                self.plain(Rule::UNDEPRECATED, at, "the note about what to use instead changed");
            }
            _ => {}
        }
    }
}

/// What an example says; its place does not count.
fn facts(example: &Example) -> (Option<&String>, Option<&Json>, u16, Option<&Json>) {
    let Example { summary, request, status, response, span: _ } = example;
    (summary.as_ref(), request.as_ref(), *status, response.as_ref())
}

/// How a list goes on, by the names on the wire.
fn page_facts(api: &Api, endpoint: &Endpoint, pages: &Pagination) -> [String; 4] {
    let parameter = |id: ParameterId| id.of(&endpoint.parameters).field.wire.clone();
    // The items have a rule of their own.
    let Pagination { style, cursor, limit, default_limit, items: _, total } = pages;
    let style = match style {
        PageStyle::Page { first } => format!("page {first}"),
        PageStyle::Offset => "offset".to_owned(),
    };
    [
        format!("{style} {}", parameter(*cursor)),
        limit.map(parameter).unwrap_or_default(),
        default_limit.map(|limit| limit.to_string()).unwrap_or_default(),
        total.map(|index| super::responses::field(api, endpoint, index)).unwrap_or_default(),
    ]
}
