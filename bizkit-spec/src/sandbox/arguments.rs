//! The texts and bytes of a request -> its arguments as JSON -> the rules that they break.

use super::message::Request;
use super::respond::Call;
use crate::json::Json;
use crate::model::{Api, Body, Field, Place};
use crate::types::{Kind, Schema};
use crate::validate::{Violation, read_text, validate, validate_members};

/// Every rule that the arguments of a request break.
pub(super) fn check(api: &Api, call: &Call<'_>, request: &Request) -> Vec<Violation> {
    let endpoint = call.endpoint;
    let body = match json_body(request) {
        _ if !endpoint.parameters.iter().any(|parameter| parameter.place == Place::Body) => {
            Json::Object(Vec::new())
        }
        Ok(body @ Json::Object(_)) => body,
        Ok(other) => return vec![broken_body(format!("expected an object, found {}", other.kind_name()))],
        Err(reason) => return vec![broken_body(reason)],
    };
    let mut arguments = Vec::new();
    for (index, parameter) in endpoint.parameters.iter().enumerate() {
        let wire = &parameter.field.wire;
        let texts: Vec<String> = match parameter.place {
            Place::Body => {
                arguments.extend(body.get(wire).map(|value| (wire.clone(), value.clone())));
                continue;
            }
            Place::Query => request
                .queries()
                .into_iter()
                .filter(|(name, _)| name == wire)
                .map(|(_, value)| value)
                .collect(),
            Place::Path => {
                call.captures.iter().filter(|(at, _)| *at == index).map(|(_, text)| text.clone()).collect()
            }
            Place::Header => request.header(wire).map(str::to_owned).into_iter().collect(),
        };
        arguments.extend(from_texts(api, &parameter.field.schema, &texts).map(|value| (wire.clone(), value)));
    }
    let fields: Vec<Field> = endpoint.parameters.iter().map(|parameter| parameter.field.clone()).collect();
    let mut violations = validate_members(api, &fields, &endpoint.groups, &Json::Object(arguments));
    if let Some(body) = &endpoint.body {
        violations.extend(check_body(api, body, request));
    }
    violations
}

/// The rules that a body of one value breaks.
fn check_body(api: &Api, body: &Body, request: &Request) -> Vec<Violation> {
    let schema = &body.field.schema;
    let required = body.field.required;
    let value = match &api.resolved(schema).kind {
        _ if request.body.is_empty() && !required => return Vec::new(),
        Kind::Binary if request.body.is_empty() => {
            return vec![broken_body("expected bytes, found none".to_owned())];
        }
        Kind::Binary => return Vec::new(),
        Kind::String(_) if !body.content_type.contains("json") => {
            Ok(Json::String(String::from_utf8_lossy(&request.body).into_owned()))
        }
        _ => json_body(request),
    };
    match value {
        Ok(value) => {
            let mut violations = validate(api, schema, &value);
            for violation in &mut violations {
                let separator =
                    if violation.path.is_empty() || violation.path.starts_with('[') { "" } else { "." };
                violation.path = format!("{}{separator}{}", body.field.wire, violation.path);
            }
            violations
        }
        Err(reason) => vec![broken_body(reason)],
    }
}

/// The body as JSON; an empty one is an empty object.
pub(super) fn json_body(request: &Request) -> Result<Json, String> {
    if request.body.is_empty() {
        return Ok(Json::Object(Vec::new()));
    }
    let text = std::str::from_utf8(&request.body).map_err(|_| "expected JSON in UTF-8".to_owned())?;
    Json::parse(text).map_err(|error| format!("expected JSON: {error}"))
}

/// A finding about the body as a whole.
fn broken_body(message: String) -> Violation {
    Violation { path: "body".to_owned(), rule: "type", message }
}

/// The value that texts of a query, a path or a header stand for; `None` where there are none.
/// What cannot be read as its type stays text, so that the interpreter says what is wrong.
fn from_texts(api: &Api, schema: &Schema, texts: &[String]) -> Option<Json> {
    let first = texts.first()?;
    Some(match &api.resolved(schema).kind {
        Kind::Array(list) => match list.delimiter {
            Some(_) => Json::String(first.clone()),
            None => Json::Array(texts.iter().map(|text| from_text(api, &list.items, text)).collect()),
        },
        _ => from_text(api, schema, first),
    })
}

/// The value that one text stands for; a composite one is written as JSON.
fn from_text(api: &Api, schema: &Schema, text: &str) -> Json {
    match &api.resolved(schema).kind {
        Kind::Json | Kind::Map(_) | Kind::Object(_) => {
            Json::parse(text).unwrap_or_else(|_| Json::String(text.to_owned()))
        }
        _ => read_text(api, schema, text),
    }
}
