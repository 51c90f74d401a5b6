//! A first look over a document: which types requests and responses reach, which have members of one side only.

use crate::import::document::words::is_annotation;
use crate::import::tree::{items, members};
use crate::openapi::{Document, token};
use bizkit_spec::json::Json;
use std::collections::{BTreeMap, BTreeSet};

/// The pointer of all component schemas.
pub(crate) const SCHEMAS: &str = "/components/schemas/";

/// What the parts of a document are used for.
#[derive(Default)]
pub(crate) struct Survey {
    in_request: BTreeSet<String>,
    in_response: BTreeSet<String>,
    one_sided: BTreeSet<String>,
    /// The component schemas that build on another one with `allOf`.
    heirs: BTreeMap<String, Vec<String>>,
}

impl Survey {
    pub(crate) fn of(document: &Document) -> Self {
        let mut survey = Self::default();
        let schemas = document.at("/components/schemas").map(members).unwrap_or_default();
        for (name, schema) in schemas {
            for part in schema.get("allOf").map(items).unwrap_or_default() {
                let parent = part.get("$ref").and_then(Json::as_str).and_then(|link| document.target(link));
                // A schema with nothing of its own is the parent under another name.
                let own = members(schema).iter().any(|(key, _)| key != "allOf" && !is_annotation(key));
                if let Some((_, parent)) = parent
                    .filter(|_| own || items(&schema.get("allOf").cloned().unwrap_or(Json::Null)).len() > 1)
                {
                    survey.heirs.entry(parent).or_default().push(component(name));
                }
            }
        }
        let mut uses: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for operation in document.operations() {
            for (key, reached) in [("parameters", true), ("requestBody", true), ("responses", false)] {
                for owner in [operation.item, operation.value] {
                    let Some(part) = owner.get(key) else { continue };
                    let mut open = Vec::new();
                    references(part, &mut open);
                    survey.reach(document, open, reached, &mut uses);
                }
            }
        }
        survey.mark_one_sided(document, &uses);
        survey
    }

    /// Whether requests and responses see different members of a type.
    pub(crate) fn split(&self, pointer: &str) -> bool {
        self.one_sided.contains(pointer)
    }

    pub(crate) fn is_on_both_sides(&self, pointer: &str) -> bool {
        self.in_request.contains(pointer) && self.in_response.contains(pointer)
    }

    /// The schemas that build on another one.
    pub(crate) fn heirs(&self, pointer: &str) -> &[String] {
        self.heirs.get(pointer).map(Vec::as_slice).unwrap_or_default()
    }

    fn reach(
        &mut self,
        document: &Document,
        mut open: Vec<String>,
        request: bool,
        uses: &mut BTreeMap<String, Vec<String>>,
    ) {
        while let Some(reference) = open.pop() {
            let Some((target, pointer)) = document.target(&reference) else { continue };
            let seen = if request { &mut self.in_request } else { &mut self.in_response };
            if !seen.insert(pointer.clone()) {
                continue;
            }
            let found = uses.entry(pointer.clone()).or_insert_with(|| {
                let mut found = Vec::new();
                references(target, &mut found);
                found
            });
            open.extend(found.iter().cloned());
            if target.get("discriminator").is_some() {
                open.extend(self.heirs(&pointer).iter().map(|heir| format!("#{heir}")));
            }
        }
    }

    /// A type is one-sided where it, or a type in it, has members that only requests or only responses have.
    fn mark_one_sided(&mut self, document: &Document, uses: &BTreeMap<String, Vec<String>>) {
        let mut back: BTreeMap<String, Vec<&String>> = BTreeMap::new();
        for (pointer, found) in uses {
            for reference in found {
                if let Some((_, target)) = document.target(reference) {
                    back.entry(target).or_default().push(pointer);
                }
            }
        }
        let marked = uses
            .keys()
            .filter(|pointer| document.at(pointer).is_some_and(|schema| has_one_sided(document, schema)));
        let mut open: Vec<&String> = marked.collect();
        while let Some(pointer) = open.pop() {
            if self.one_sided.insert(pointer.clone()) {
                open.extend(back.get(pointer).into_iter().flatten());
            }
        }
    }
}

/// Every reference in a part of a document.
fn references(value: &Json, found: &mut Vec<String>) {
    match value {
        Json::Object(members) => {
            for (key, value) in members {
                match (key.as_str(), value) {
                    ("$ref", Json::String(reference)) => found.push(reference.clone()),
                    ("mapping", Json::Object(targets)) => {
                        let targets = targets.iter().filter_map(|(_, target)| target.as_str());
                        found.extend(targets.filter(|target| target.starts_with('#')).map(str::to_owned));
                    }
                    ("example" | "examples", _) => {}
                    _ => references(value, found),
                }
            }
        }
        Json::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

/// Whether a member of an object here says that only one side has it.
fn has_one_sided(document: &Document, value: &Json) -> bool {
    match value {
        Json::Object(entries) => entries.iter().any(|(key, value)| match key.as_str() {
            "example" | "examples" | "default" | "enum" => false,
            "properties" => members(value).iter().any(|(_, schema)| {
                ["readOnly", "writeOnly"].iter().any(|flag| says(document, schema, flag))
                    || has_one_sided(document, schema)
            }),
            _ => has_one_sided(document, value),
        }),
        Json::Array(items) => items.iter().any(|item| has_one_sided(document, item)),
        _ => false,
    }
}

/// Whether a schema, or what it refers to, carries a flag.
pub(crate) fn says(document: &Document, schema: &Json, flag: &str) -> bool {
    let on = |schema: &Json| schema.get(flag) == Some(&Json::Bool(true));
    on(schema)
        || schema.get("allOf").is_some_and(|parts| items(parts).iter().any(on))
        || document.follow(schema, "").is_ok_and(|(target, _)| on(target))
}

/// The pointer of a component schema.
pub(crate) fn component(name: &str) -> String {
    format!("{SCHEMAS}{}", token(name))
}
