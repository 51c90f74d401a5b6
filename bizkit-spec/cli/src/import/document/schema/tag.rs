//! Tags of unions: which property tells the branches apart, by which values, and what a branch is called by its value.

use crate::import::document::Context;
use crate::import::document::schema::branch::Branch;
use crate::import::document::schema::compose::flatten;
use crate::import::names;
use crate::import::tree::{items, members, text};
use crate::openapi::EXTENSION;
use bizkit_spec::json::Json;
use std::collections::BTreeSet;

impl Context<'_> {
    /// The tag of an only branch with its values, which leaves room for others.
    pub(crate) fn lone_tag(
        &self,
        branch: &Branch,
        discriminator: Option<&Json>,
    ) -> Option<(String, Vec<Json>)> {
        let tag = discriminator?;
        let tag = tag.get("propertyName").unwrap_or(tag).as_str()?;
        let tags = self.tags(std::slice::from_ref(branch), tag, discriminator).pop()?;
        let open = tags.iter().all(|tag| matches!(tag, Json::String(_) | Json::Number(_)));
        (open && tags_differ(std::slice::from_ref(&tags))).then(|| (tag.to_owned(), tags))
    }

    /// The values of the tag that select each branch; none where it is absent.
    pub(crate) fn tags(
        &self,
        branches: &[Branch],
        tag: &str,
        discriminator: Option<&Json>,
    ) -> Vec<Vec<Json>> {
        let mapping = discriminator.and_then(|it| it.get("mapping")).map(members).unwrap_or_default();
        branches
            .iter()
            .map(|branch| {
                if branch.schema.get(&format!("{EXTENSION}absent")).is_some() {
                    return Vec::new();
                }
                if let Some(when) = branch.schema.get(&format!("{EXTENSION}when")) {
                    return vec![when.clone()];
                }
                let reference = branch.reference();
                let named = |target: &str| {
                    reference.is_some_and(|it| it == target || Self::component_name(it) == target)
                };
                let mapped = mapping.iter().filter(|(_, target)| target.as_str().is_some_and(named));
                let mapped: Vec<Json> = mapped.map(|(value, _)| text(value)).collect();
                if !mapped.is_empty() {
                    return mapped;
                }
                let constants =
                    branch.property(tag).map(|schema| constants(self.document, schema)).unwrap_or_default();
                match (constants.is_empty(), discriminator, reference) {
                    (true, Some(_), Some(reference)) => vec![text(&Self::component_name(reference))],
                    _ => constants,
                }
            })
            .collect()
    }
}

/// The property that has another constant in each branch; it may be absent in one.
pub(crate) fn constant_tag(branches: &[Branch]) -> Option<String> {
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
pub(crate) fn tags_differ(tags: &[Vec<Json>]) -> bool {
    let all: Vec<&Json> = tags.iter().flatten().collect();
    let distinct = all.iter().enumerate().all(|(at, value)| !all[..at].contains(value));
    let Some(kind) = all.first().map(|value| value.kind_name()) else { return false };
    let fits =
        ["string", "boolean", "integer"].contains(&kind) && all.iter().all(|value| value.kind_name() == kind);
    distinct && fits && tags.iter().filter(|tags| tags.is_empty()).count() <= 1
}

/// For each of several objects a member that it always has and no other one ever does; one may have none, and is
/// what remains. `None` where that is not certain.
pub(crate) fn telling_members(branches: &[&Branch]) -> Option<Vec<Option<String>>> {
    if branches.len() < 2 {
        return None;
    }
    let stated = format!("{EXTENSION}has");
    if branches.iter().any(|branch| branch.schema.get(&stated).is_some()) {
        let member = |branch: &&Branch| branch.schema.get(&stated).and_then(Json::as_str).map(str::to_owned);
        return Some(branches.iter().map(member).collect());
    }
    let owned: Vec<Branch> = branches.iter().map(|branch| (*branch).clone()).collect();
    let has_members =
        |branch: &&Branch| branch.flat.get("properties").is_some_and(|all| !members(all).is_empty());
    if constant_tag(&owned).is_some() || !branches.iter().all(has_members) {
        return None;
    }
    let may_have = |branch: &Branch, member: &str| {
        let free = branch.flat.get("additionalProperties").is_some_and(|rest| *rest != Json::Bool(false));
        free || branch.property(member).is_some()
    };
    let telling = |at: usize| {
        let branch = branches[at];
        let required = branch.flat.get("required").map(items).unwrap_or_default();
        let sure = |member: &&str| {
            let schema = branch.property(member);
            let plain = schema.is_some_and(|schema| {
                let flat =
                    schema.get("type").is_some_and(|kind| kind.as_str().is_some_and(|kind| kind != "null"));
                (flat || schema.get("$ref").is_some()) && schema.get("nullable") != Some(&Json::Bool(true))
            });
            let others = branches.iter().enumerate().filter(|(other, _)| *other != at);
            plain && !others.into_iter().any(|(_, other)| may_have(other, member))
        };
        required.iter().filter_map(Json::as_str).find(sure).map(str::to_owned)
    };
    let found: Vec<Option<String>> = (0..branches.len()).map(telling).collect();
    (found.iter().filter(|member| member.is_none()).count() <= 1).then_some(found)
}

pub(crate) fn constants(document: &crate::openapi::Document, schema: &Json) -> Vec<Json> {
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
pub(crate) fn tag_name(tag: &str, value: &Json) -> Option<String> {
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
pub(crate) fn explains_failure(schema: &Json) -> bool {
    members(schema.get("properties").unwrap_or(&Json::Null)).iter().any(|(name, _)| {
        let name = name.to_ascii_lowercase();
        ["error", "code", "message", "reason"].iter().any(|word| name.contains(word))
    })
}

/// The reference that a branch consists of, the tag aside: `$ref`, or `allOf` of one with the tag's constant.
pub(crate) fn payload(schema: &Json, tag: &str) -> Option<Json> {
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
