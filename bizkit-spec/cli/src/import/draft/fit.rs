//! Whether a schema that was read is a type that is known already.

use crate::import::draft::role::{is_beside_the_shape, text_rules};
use crate::import::tree;
use crate::import::tree::{items, members, same};
use bizkit_spec::json::Json;
use std::collections::BTreeMap;

/// Types by name.
pub(crate) type ByName = BTreeMap<String, Json>;

/// Whether every value of the type that `known` describes can stand where `read` does, and keeps what `read` says.
pub(crate) fn fits(types: &ByName, read: &Json, known: &Json) -> bool {
    fits_within(types, read, known, 0)
}

fn fits_within(types: &ByName, read: &Json, known: &Json, depth: usize) -> bool {
    if depth > 12 {
        return false;
    }
    let name = |tree: &Json| tree.get("type").and_then(Json::as_str).map(str::to_owned);
    if name(read).is_some_and(|name| types.contains_key(&name)) && name(read) == name(known) {
        return true;
    }
    let (read, known) = (resolved(types, read), resolved(types, known));
    let (one, other) = (kind(read), kind(known));
    let same_rules = || text_rules().all(|rule| read.get(rule).is_none() || same_rule(rule, read, known));
    match (one, other) {
        ("union", "union") if read.get("type").is_some() => {
            let all = known.get("type").map(items).unwrap_or_default();
            read.get("type").map(items).unwrap_or_default().iter().all(|word| all.contains(word))
        }
        ("union", "union") => same(&shape(types, read, 0), &shape(types, known, 0)),
        ("string" | "integer", "union") => {
            let words = known.get("type").map(items).unwrap_or_default();
            words.iter().any(|word| word.as_str() == Some(one))
                && text_rules().all(|rule| read.get(rule).is_none())
        }
        ("string", "string") => same_rules(),
        ("string", "enum") => text_rules().all(|rule| read.get(rule).is_none()),
        ("enum", "enum") => {
            let (values, all) = (values(read), values(known));
            values == all || known.get("open").is_some() && values.iter().all(|value| all.contains(value))
        }
        ("integer", "integer" | "number" | "decimal")
        | ("number", "number" | "decimal")
        | ("decimal", "decimal") => {
            let bounds = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "enum"];
            bounds.iter().all(|rule| read.get(rule).is_none() || read.get(rule) == known.get(rule))
        }
        ("boolean", "boolean") | ("json", "json") => true,
        ("array", "array") | ("map", "map") => {
            let key = if one == "array" { "items" } else { "additionalProperties" };
            match (read.get(key), known.get(key)) {
                (Some(read), Some(known)) => fits_within(types, read, known, depth + 1),
                _ => false,
            }
        }
        ("object", "object") => {
            let (fields, all) = (fields(read), fields(known));
            let needed = |field: &&(String, Json)| field.1.get("required").is_some();
            !fields.is_empty()
                && fields.len() * 5 >= all.len() * 3
                && all.iter().filter(needed).all(|(name, _)| fields.iter().any(|(own, _)| own == name))
                && fields.iter().all(|(name, read)| {
                    all.iter().any(|(own, known)| own == name && fits_within(types, read, known, depth + 1))
                })
        }
        _ => false,
    }
}

fn same_rule(rule: &str, read: &Json, known: &Json) -> bool {
    match (read.get(rule), known.get(rule)) {
        (Some(one), Some(other)) => same(one, other),
        _ => false,
    }
}

fn resolved<'t>(types: &'t ByName, tree: &'t Json) -> &'t Json {
    let mut tree = tree;
    for _ in 0..8 {
        match tree.get("type").and_then(Json::as_str).and_then(|name| types.get(name)) {
            Some(target) => tree = target,
            None => break,
        }
    }
    tree
}

/// What kind of type a tree describes.
pub(crate) fn kind(tree: &Json) -> &str {
    let has = |key: &str| tree.get(key).is_some();
    match tree.get("type") {
        Some(Json::Array(_)) => "union",
        _ if has("oneOf") => "union",
        _ if has("additionalProperties") => "map",
        _ if has("properties") => "object",
        Some(Json::String(word)) if word != "string" || !has("enum") => word,
        _ if has("enum") => "enum",
        _ if has("items") => "array",
        _ => "json",
    }
}

pub(crate) fn fields(tree: &Json) -> &[(String, Json)] {
    tree.get("properties").map(members).unwrap_or_default()
}

fn values(tree: &Json) -> Vec<String> {
    let mut values: Vec<String> = match tree.get("enum") {
        Some(Json::Object(values)) => values.iter().map(|(value, _)| value.clone()).collect(),
        Some(Json::Array(values)) => {
            values.iter().map(|value| value.as_str().unwrap_or_default().to_owned()).collect()
        }
        _ => Vec::new(),
    };
    values.sort();
    values
}

/// A tree without words, and without what belongs to the place where it stands.
pub(crate) fn shape(types: &ByName, tree: &Json, depth: usize) -> Json {
    let tree = if depth < 6 { resolved(types, tree) } else { tree };
    bare(tree, &mut |tree| shape(types, tree, depth + 1))
}

/// The same without looking into named types.
pub(crate) fn bare_shape(tree: &Json) -> Json {
    bare(tree, &mut |tree| bare_shape(tree))
}

fn bare(tree: &Json, inner: &mut dyn FnMut(&Json) -> Json) -> Json {
    let mut kept: Vec<(String, Json)> = Vec::new();
    for (key, value) in members(tree) {
        let value = match (key.as_str(), value) {
            (key, _) if is_beside_the_shape(key) => continue,
            ("properties" | "oneOf", Json::Object(list)) => Json::Object(
                list.iter()
                    .map(|(name, tree)| {
                        let mut part = inner(tree);
                        for key in ["required", "nullable"] {
                            if let Some(flag) = tree.get(key) {
                                tree::set(&mut part, key, flag.clone());
                            }
                        }
                        (name.clone(), part)
                    })
                    .collect(),
            ),
            ("items" | "additionalProperties", value) => inner(value),
            ("type", Json::String(word)) if word == "object" => continue,
            (_, value) => value.clone(),
        };
        kept.push((key.clone(), value));
    }
    kept.sort_by(|a, b| a.0.cmp(&b.0));
    Json::Object(kept)
}

/// `name: string` is short for `name: { type: string }`, in every place of a tree where a schema stands.
pub(crate) fn spell_out(tree: &mut Json) {
    let Json::Object(keys) = tree else { return };
    for (key, value) in keys {
        let long = |value: &mut Json| {
            if matches!(value, Json::String(_) | Json::Array(_)) {
                *value = Json::Object(vec![("type".to_owned(), value.clone())]);
            }
            spell_out(value);
        };
        match (key.as_str(), value) {
            ("properties" | "parameters" | "oneOf" | "types", Json::Object(list)) => {
                for (_, value) in list {
                    long(value);
                }
            }
            ("responses", Json::Object(list)) => list.iter_mut().for_each(|(_, value)| spell_out(value)),
            ("items" | "additionalProperties", value) => long(value),
            _ => {}
        }
    }
}
