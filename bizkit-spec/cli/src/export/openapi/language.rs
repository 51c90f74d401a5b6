//! The members of a Schema Object to the keys of the spec language, where a type is used: objects, enums
//! and unions are references there, so this is a matter of words.

use bizkit_spec::json::Json;
use bizkit_spec::json::build::{Pair, object, pair, text};

pub(super) fn in_language(members: &[Pair]) -> Vec<Pair> {
    let mut keys: Vec<Pair> = Vec::new();
    for (name, value) in members {
        let key = match (name.as_str(), value) {
            ("$ref", Json::String(target)) => {
                pair("type", text(target.rsplit(['/', '.']).next().unwrap_or_default()))
            }
            ("type", Json::Array(types)) => {
                keys.push(pair("type", types.first().cloned().unwrap_or(Json::Null)));
                pair("nullable", Json::Bool(true))
            }
            ("anyOf", Json::Array(branches)) => {
                keys.extend(branches.first().map(inner).unwrap_or_default());
                pair("nullable", Json::Bool(true))
            }
            ("format", Json::String(word)) if word == "decimal" || word == "binary" => {
                keys.retain(|(name, _)| name != "type");
                pair("type", text(word))
            }
            ("items" | "additionalProperties", value) => pair(name, object(inner(value))),
            ("examples", Json::Array(values)) => {
                pair("example", values.first().cloned().unwrap_or(Json::Null))
            }
            ("externalDocs", link) => pair("docs", link.get("url").cloned().unwrap_or(Json::Null)),
            (name, value) => pair(name.strip_prefix("x-bizkit-").unwrap_or(name), value.clone()),
        };
        // What stands behind says it more exactly.
        keys.retain(|(name, _)| *name != key.0);
        keys.push(key);
    }
    if keys.iter().all(|(name, _)| name != "type") {
        keys.insert(0, pair("type", text("json")));
    }
    keys
}

fn inner(value: &Json) -> Vec<Pair> {
    match value {
        Json::Object(members) => in_language(members),
        _ => Vec::new(),
    }
}
