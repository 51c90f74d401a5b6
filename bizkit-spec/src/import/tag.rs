//! Tags of unions: which property tells the branches apart, by which values, and what a branch is called by its value.

use super::compose::flatten;
use super::names;
use super::tree::{items, members};
use super::union::Branch;
use crate::json::Json;
use std::collections::BTreeSet;

/// The property that has another constant in each branch; it may be absent in one.
pub(super) fn constant_tag(branches: &[Branch]) -> Option<String> {
    let names =
        branches.iter().flat_map(|branch| members(branch.flat.get("properties").unwrap_or(&Json::Null)));
    let mut seen = BTreeSet::new();
    for (name, _) in names.filter(|(name, _)| seen.insert(name.as_str())) {
        let tags: Vec<Vec<Json>> = branches
            .iter()
            .map(|branch| branch.property(name).map(own_constants).unwrap_or_default())
            .collect();
        let wild = branches
            .iter()
            .zip(&tags)
            .any(|(branch, tags)| tags.len() > 1 || tags.is_empty() && branch.property(name).is_some());
        if !wild && tags_differ(&tags) {
            return Some(name.clone());
        }
    }
    None
}

/// Whether each branch has values of its own, all of one type, and at most one has none.
pub(super) fn tags_differ(tags: &[Vec<Json>]) -> bool {
    let all: Vec<&Json> = tags.iter().flatten().collect();
    let distinct = all.iter().enumerate().all(|(at, value)| !all[..at].contains(value));
    let Some(kind) = all.first().map(|value| value.kind_name()) else { return false };
    let fits =
        ["string", "boolean", "integer"].contains(&kind) && all.iter().all(|value| value.kind_name() == kind);
    distinct && fits && tags.iter().filter(|tags| tags.is_empty()).count() <= 1
}

pub(super) fn constants(document: &crate::openapi::Document, schema: &Json) -> Vec<Json> {
    let flat = document.follow(schema, "").map_or(schema, |(target, _)| target);
    let flat = flatten(document, flat, "", &mut Vec::new());
    own_constants(&flat)
}

/// The only values of a schema.
fn own_constants(schema: &Json) -> Vec<Json> {
    match (schema.get("const"), schema.get("enum")) {
        (Some(value), _) => vec![value.clone()],
        (None, Some(values)) => items(values).to_vec(),
        (None, None) => Vec::new(),
    }
}

/// `loggedIn: false` -> `NotLoggedIn`; `kind: circle` -> `Circle`.
pub(super) fn tag_name(tag: &str, value: &Json) -> Option<String> {
    match value {
        Json::Bool(true) => names::type_name(tag),
        Json::Bool(false) => names::type_name(&format!("not_{tag}")),
        Json::Number(number) => names::type_name(&format!("{tag}_{}", number.replace('-', "minus_"))),
        Json::String(word) => {
            names::variants(std::slice::from_ref(word)).pop().flatten().or_else(|| names::type_name(word))
        }
        _ => None,
    }
}

/// Whether a branch says why a call has failed.
pub(super) fn explains_failure(schema: &Json) -> bool {
    members(schema.get("properties").unwrap_or(&Json::Null)).iter().any(|(name, _)| {
        let name = name.to_ascii_lowercase();
        ["error", "code", "message", "reason"].iter().any(|word| name.contains(word))
    })
}

/// The reference that a branch consists of, the tag aside: `$ref`, or `allOf` of one with the tag's constant.
pub(super) fn payload(schema: &Json, tag: &str) -> Option<Json> {
    if schema.get("$ref").is_some() {
        return Some(schema.clone());
    }
    let parts = items(schema.get("allOf")?);
    let is_tag = |part: &Json| {
        let known = ["type", "properties", "required", "not"];
        let properties = part.get("properties").map(members).unwrap_or_default();
        members(part).iter().all(|(key, _)| known.contains(&key.as_str()))
            && properties.iter().all(|(name, _)| name == tag)
    };
    let mut real = parts.iter().filter(|part| !is_tag(part));
    let only = real.next().filter(|part| part.get("$ref").is_some())?;
    let beside =
        ["properties", "oneOf", "anyOf", "additionalProperties"].iter().any(|key| schema.get(key).is_some());
    (real.next().is_none() && !beside).then(|| only.clone())
}
