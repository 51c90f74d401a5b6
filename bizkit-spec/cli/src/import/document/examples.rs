//! Documented calls: what the document shows of requests and responses, put together.

use crate::import::document::responses::{Responses, carries_json, statuses};
use crate::import::tree::{Tree, members, number, text};
use bizkit_spec::json::Json;

/// What the examples of a request say.
#[derive(Default)]
pub(crate) struct Request {
    /// Values by wire name.
    pub(crate) arguments: Vec<(String, Json)>,
    required: Vec<String>,
}

impl Request {
    pub(crate) fn need(&mut self, wire: &str, required: bool) {
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

/// `examples` of a file: the request with each documented body; without any, the request alone.
pub(crate) fn calls(request: &Request, responses: &Responses) -> Option<Json> {
    let arguments = request.complete().filter(|arguments| !members(arguments).is_empty());
    let mut calls = Vec::new();
    let statuses = statuses(&responses.tree);
    for (key, name, body) in &responses.bodies {
        let Some(response) = responses.tree.get(key) else { continue };
        let Some((_, Some(status))) = statuses.iter().find(|(known, _)| known == key) else { continue };
        let body = if carries_json(response) { Some(body.clone()) } else { readable(response, body) };
        let Some(body) = body else { continue };
        let mut call = Tree::new();
        if responses.bodies.len() > 1 && !name.is_empty() {
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

/// The text of a response that is text.
fn readable(response: &Json, body: &Json) -> Option<Json> {
    let is_text = response.get("type").is_none() && response.get("contentType").is_some();
    (is_text && body.as_str().is_some()).then(|| body.clone())
}
