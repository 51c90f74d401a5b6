//! Pieces of a JSON Schema, each with the text that an editor shows.

use bizkit_spec::json::Json;

pub(super) use bizkit_spec::json::build::{Pair, array, object, pair, pretty, text};

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

/// Names that a folder of specs has given, with what they mean.
pub(super) fn names(names: &[(String, String)]) -> Vec<Pair> {
    explained(names.iter().map(|(name, meaning)| (name.as_str(), meaning.as_str())))
}

/// Words with what they mean.
pub(super) fn explained<'a>(words: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> Vec<Pair> {
    vec![
        pair("enum", array(words.clone().map(|(word, _)| text(word)))),
        // Draft 7 has no word for it; editors show these beside the values.
        pair("markdownEnumDescriptions", array(words.map(|(_, meaning)| text(meaning)))),
    ]
}

pub(super) fn list(items: Vec<Pair>) -> Vec<Pair> {
    vec![pair("type", text("array")), pair("items", object(items))]
}

/// A mapping whose keys are free.
pub(super) fn map(values: Vec<Pair>) -> Vec<Pair> {
    vec![pair("type", text("object")), pair("additionalProperties", object(values))]
}

/// A mapping with these keys and no others.
pub(super) fn keys(keys: impl IntoIterator<Item = Pair>, required: &[&str]) -> Vec<Pair> {
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
