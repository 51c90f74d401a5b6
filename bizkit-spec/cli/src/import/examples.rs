//! Documented calls: what the document shows of requests and replies, put together.

use super::replies::{Replies, carries_json, statuses};
use super::tree::{Tree, members, number, text};
use bizkit_spec::json::Json;

/// What the examples of a request say.
#[derive(Default)]
pub(super) struct Request {
    /// Values by wire name.
    pub(super) arguments: Vec<(String, Json)>,
    required: Vec<String>,
}

impl Request {
    pub(super) fn need(&mut self, wire: &str, required: bool) {
        if required {
            self.required.push(wire.to_owned());
        }
    }

    /// The arguments, where every one is there that must be.
    fn complete(&self) -> Option<Json> {
        let there = |wire: &String| self.arguments.iter().any(|(known, _)| known == wire);
        self.required.iter().all(there).then(|| Json::Object(self.arguments.clone()))
    }
}

/// Every example of a media type, with its name.
pub(super) fn all(media: &Json) -> Vec<(String, Json)> {
    let mut found: Vec<(String, Json)> = Vec::new();
    found.extend(media.get("example").map(|example| (String::new(), example.clone())));
    match media.get("examples") {
        Some(Json::Object(named)) => {
            found.extend(named.iter().filter_map(|(name, example)| {
                let summary = example.get("summary").and_then(Json::as_str);
                Some((summary.unwrap_or(name).to_owned(), example.get("value")?.clone()))
            }));
        }
        Some(Json::Array(list)) => found.extend(list.iter().map(|example| (String::new(), example.clone()))),
        _ => {}
    }
    found.dedup_by(|a, b| a.1 == b.1);
    found
}

pub(super) fn first(media: &Json) -> Option<Json> {
    all(media).into_iter().next().map(|(_, example)| example)
}

/// `examples` of a file: the request with each documented body; without any, the request alone.
pub(super) fn calls(request: &Request, replies: &Replies) -> Option<Json> {
    let arguments = request.complete().filter(|arguments| !members(arguments).is_empty());
    let mut calls = Vec::new();
    let statuses = statuses(&replies.tree);
    for (key, name, body) in &replies.bodies {
        let Some(reply) = replies.tree.get(key) else { continue };
        let Some((_, Some(status))) = statuses.iter().find(|(known, _)| known == key) else { continue };
        let body = if carries_json(reply) { Some(body.clone()) } else { readable(reply, body) };
        let Some(body) = body else { continue };
        let mut call = Tree::new();
        if replies.bodies.len() > 1 && !name.is_empty() {
            call.set("summary", text(name));
        }
        if let Some(arguments) = &arguments {
            call.set("request", arguments.clone());
        }
        call.set("status", number(status));
        call.set("response", body);
        calls.push(call.json());
    }
    if calls.is_empty() {
        let (_, status) = statuses.first()?;
        let call = Tree::new().with("request", arguments?).with("status", number((*status)?));
        calls.push(call.json());
    }
    Some(Json::Array(calls))
}

/// The text of a reply that is text.
fn readable(reply: &Json, body: &Json) -> Option<Json> {
    let is_text = reply.get("type").is_none() && reply.get("contentType").is_some();
    (is_text && body.as_str().is_some()).then(|| body.clone())
}
