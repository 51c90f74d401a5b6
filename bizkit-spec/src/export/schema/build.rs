//! Pieces of a JSON Schema, each with the text that an editor shows.

use crate::json::Json;

pub(super) type Pair = (String, Json);

pub(super) fn pair(name: &str, value: Json) -> Pair {
    (name.to_owned(), value)
}

pub(super) fn object(members: impl IntoIterator<Item = Pair>) -> Json {
    Json::Object(members.into_iter().collect())
}

pub(super) fn array(items: impl IntoIterator<Item = Json>) -> Json {
    Json::Array(items.into_iter().collect())
}

pub(super) fn text(text: &str) -> Json {
    Json::String(text.to_owned())
}

/// A key with what it is for.
pub(super) fn key(name: &str, about: &str, schema: impl IntoIterator<Item = Pair>) -> Pair {
    let about = [pair("description", text(about))];
    pair(name, object(about.into_iter().chain(schema)))
}

pub(super) fn string() -> Vec<Pair> {
    vec![pair("type", text("string"))]
}

pub(super) fn number() -> Vec<Pair> {
    vec![pair("type", text("number"))]
}

pub(super) fn integer() -> Vec<Pair> {
    vec![pair("type", text("integer"))]
}

/// A whole number from zero on.
pub(super) fn count() -> Vec<Pair> {
    vec![pair("type", text("integer")), pair("minimum", Json::Number("0".into()))]
}

pub(super) fn flag() -> Vec<Pair> {
    vec![pair("type", text("boolean"))]
}

pub(super) fn url() -> Vec<Pair> {
    vec![pair("type", text("string")), pair("pattern", text("^https?://"))]
}

pub(super) fn anything() -> Vec<Pair> {
    Vec::new()
}

pub(super) fn words<'a>(words: impl IntoIterator<Item = &'a str>) -> Vec<Pair> {
    vec![pair("enum", array(words.into_iter().map(text)))]
}

pub(super) fn list(items: Vec<Pair>) -> Vec<Pair> {
    vec![pair("type", text("array")), pair("items", object(items))]
}

/// A mapping whose keys are free.
pub(super) fn map(values: Vec<Pair>) -> Vec<Pair> {
    vec![pair("type", text("object")), pair("additionalProperties", object(values))]
}

/// A mapping with these keys and no others.
pub(super) fn keys(keys: Vec<Pair>, required: &[&str]) -> Vec<Pair> {
    let mut schema = vec![
        pair("type", text("object")),
        pair("properties", object(keys)),
        pair("additionalProperties", Json::Bool(false)),
    ];
    if !required.is_empty() {
        schema.push(pair("required", array(required.iter().map(|name| text(name)))));
    }
    schema
}

pub(super) fn either(schemas: impl IntoIterator<Item = Vec<Pair>>) -> Vec<Pair> {
    vec![pair("anyOf", array(schemas.into_iter().map(object)))]
}

pub(super) fn refer(name: &str) -> Vec<Pair> {
    // Draft 7 ignores what stands beside a reference, such as the description of a key.
    vec![pair("allOf", array([object([pair("$ref", text(&format!("#/definitions/{name}")))])]))]
}

/// Two spaces per level, short lists on one line.
pub(super) fn pretty(value: &Json, level: usize, out: &mut String) {
    let line = |out: &mut String, level: usize| {
        out.push('\n');
        out.push_str(&"  ".repeat(level));
    };
    match value {
        Json::Object(members) if !members.is_empty() => {
            out.push('{');
            for (index, (name, value)) in members.iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                line(out, level + 1);
                out.push_str(&text(name).to_string());
                out.push_str(": ");
                pretty(value, level + 1, out);
            }
            line(out, level);
            out.push('}');
        }
        Json::Array(items) if items.iter().any(|item| matches!(item, Json::Object(_))) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                line(out, level + 1);
                pretty(item, level + 1, out);
            }
            line(out, level);
            out.push(']');
        }
        value => out.push_str(&value.to_string()),
    }
}
