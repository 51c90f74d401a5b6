//! Types that a document writes out in several places: found by shape and name, and written once.

use crate::import::draft::fit::{bare_shape, fields, kind};
use crate::import::draft::role::is_words;
use crate::import::draft::{Draft, DraftType};
use crate::import::names::{self, singular};
use crate::import::tree::{members, remove, set, text};
use bizkit_spec::json::Json;
use std::collections::{BTreeMap, BTreeSet};

/// Names that say nothing about what stands there.
const GENERAL: [&str; 12] = [
    "items", "item", "data", "list", "result", "results", "records", "value", "values", "response", "body",
    "response",
];

/// Gives every object and enum that is written out at least twice under one name a name of its own.
pub(crate) fn share(draft: &mut Draft, taken: &mut BTreeSet<String>) {
    taken.extend(draft.types.iter().map(|ty| ty.name.clone()));
    let mut made = BTreeSet::new();
    // Inner types first: the outer ones are equal only when these have their names.
    for _ in 0..8 {
        let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
        draft.each(|schema, name| {
            if let Some(key) = key(schema, name) {
                *counts.entry(key).or_default() += 1;
            }
        });
        counts.retain(|_, count| *count > 1);
        if counts.is_empty() {
            break;
        }
        let mut chosen: BTreeMap<(String, String), String> = BTreeMap::new();
        let mut shared = Vec::new();
        draft.each(|schema, name| {
            let Some(key) = key(schema, name).filter(|key| counts.contains_key(key)) else { return };
            let ty = match chosen.get(&key) {
                Some(ty) => ty.clone(),
                None => {
                    let Some(wanted) = names::type_name(&key.0) else { return };
                    let ty = names::free(&wanted, taken);
                    shared.push(DraftType { name: ty.clone(), owner: None, tree: definition(schema) });
                    chosen.insert(key, ty.clone());
                    ty
                }
            };
            refer(schema, &ty);
        });
        made.extend(shared.iter().map(|ty: &DraftType| ty.name.clone()));
        draft.types.extend(shared);
    }
    write_out_single_uses(draft, &made);
}

/// A type that only another shared type uses stands better inside that one.
fn write_out_single_uses(draft: &mut Draft, made: &BTreeSet<String>) {
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    draft.each(|schema, _| {
        if let Some(name) = schema.get("type").and_then(Json::as_str) {
            *uses.entry(name.to_owned()).or_default() += 1;
        }
    });
    let single = |name: &str| made.contains(name) && uses.get(name) == Some(&1);
    let (gone, kept) = std::mem::take(&mut draft.types).into_iter().partition(|ty| single(&ty.name));
    draft.types = kept;
    let mut gone: BTreeMap<String, Json> = gone.into_iter().map(|ty: DraftType| (ty.name, ty.tree)).collect();
    // One of them may stand inside another one.
    while !gone.is_empty() {
        let before = gone.len();
        draft.each(|schema, _| {
            let name = schema.get("type").and_then(Json::as_str).map(str::to_owned);
            let Some(definition) = name.and_then(|name| gone.remove(&name)) else { return };
            remove(schema, "type");
            for (key, value) in members(&definition) {
                if schema.get(key).is_none() {
                    set(schema, key, value.clone());
                }
            }
        });
        if gone.len() == before {
            return;
        }
    }
}

/// Name and shape of a type that is worth a name.
fn key(schema: &Json, name: &str) -> Option<(String, String)> {
    let worth = match kind(schema) {
        "object" => fields(schema).len() > 1,
        "enum" => schema.get("type").and_then(Json::as_str) != Some("integer") && values(schema) > 1,
        _ => false,
    };
    let one = singular(name);
    let general = GENERAL.contains(&one.as_str()) || GENERAL.contains(&name) || name.parse::<u16>().is_ok();
    let place =
        ["method", "when", "absent", "has", "contentType"].iter().any(|key| schema.get(key).is_some());
    (worth && !general && !place && names::type_name(&one).is_some())
        .then(|| (one, bare_shape(schema).to_string()))
}

fn values(schema: &Json) -> usize {
    match schema.get("enum") {
        Some(Json::Array(values)) => values.len(),
        Some(Json::Object(values)) => values.len(),
        _ => 0,
    }
}

/// The type without what belongs to one place.
fn definition(schema: &Json) -> Json {
    let mut tree = schema.clone();
    for key in ["required", "nullable", "in", "default", "deprecated", "title", "name"] {
        remove(&mut tree, key);
    }
    tree
}

/// Leaves the words and the name of the type.
fn refer(schema: &mut Json, ty: &str) {
    let keys: Vec<String> = members(schema).iter().map(|(key, _)| key.clone()).collect();
    for key in keys {
        let place = ["required", "nullable", "in"].contains(&key.as_str());
        if !place && (!is_words(&key) || key == "title" || key == "example") {
            remove(schema, &key);
        }
    }
    set(schema, "type", text(ty));
}
