//! The keywords of one schema or another object of a document: what is taken is known, what remains is reported.

use crate::import::report::{Grade, Report};
use crate::import::tree::members;
use crate::openapi::{EXTENSION, join};
use bizkit_spec::json::Json;
use bizkit_spec::keywords::{Keyword, Mapping};
use std::collections::BTreeSet;

/// Where a part that was merged into another one stands in the document.
pub(crate) const ORIGIN: &str = "$at";

/// The members that nobody has taken yet.
pub(crate) struct Words<'j> {
    object: &'j Json,
    taken: BTreeSet<&'j str>,
}

impl<'j> Words<'j> {
    pub(crate) fn new(object: &'j Json) -> Self {
        Self { object, taken: BTreeSet::new() }
    }

    /// Looks at a member without taking it.
    pub(crate) fn peek(&self, key: &str) -> Option<&'j Json> {
        self.object.get(key)
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.peek(key).is_some()
    }

    pub(crate) fn take(&mut self, key: &str) -> Option<&'j Json> {
        let (key, value) = members(self.object).iter().find(|(name, _)| name == key)?;
        self.taken.insert(key);
        Some(value)
    }

    pub(crate) fn text(&mut self, key: &str) -> Option<&'j str> {
        self.take(key).and_then(Json::as_str)
    }

    pub(crate) fn flag(&mut self, key: &str) -> bool {
        self.take(key) == Some(&Json::Bool(true))
    }

    /// A number that counts, without a sign.
    pub(crate) fn count(&mut self, key: &str) -> Option<u32> {
        match self.take(key)? {
            Json::Number(text) => text.parse().ok().filter(|count| *count < u32::MAX),
            _ => None,
        }
    }

    /// Reports what nobody has taken.
    pub(crate) fn finish(self, report: &mut Report, pointer: &str) {
        for (key, value) in members(self.object) {
            if self.taken.contains(key.as_str()) || key == ORIGIN {
                continue;
            }
            let pointer = join(pointer, key);
            if let Some(own) = key.strip_prefix(EXTENSION) {
                if !is_extension(own) {
                    report.add(Grade::Loss, &pointer, format!("the language has no key `{own}`: left out"));
                }
                continue;
            }
            if key.starts_with("x-") || DECORATION.contains(&key.as_str()) {
                report.add(Grade::Note, &pointer, format!("`{key}` is decoration and was left out"));
            } else if !says_nothing(key, value) {
                report.add(Grade::Loss, &pointer, format!("`{key}` has no counterpart here"));
            }
        }
    }
}

/// Whether a member of this name behind `x-bizkit-` says something in the spec language.
pub(crate) fn is_extension(key: &str) -> bool {
    let holds = |keyword: Keyword| {
        HOLDERS.iter().any(|mapping| keyword.stands_in(*mapping)) && !STANDARD.contains(&keyword)
    };
    DOCUMENT.contains(&key) || Keyword::find(key).is_some_and(holds)
}

/// The mappings whose keys extensions hold. All others stand within the value of one of these.
const HOLDERS: [Mapping; 7] = [
    Mapping::Api,
    Mapping::Endpoint,
    Mapping::Definition,
    Mapping::Parameter,
    Mapping::Body,
    Mapping::Response,
    Mapping::Branch,
];

/// What members of OpenAPI say in every case.
const STANDARD: [Keyword; 4] = [Keyword::Method, Keyword::Parameters, Keyword::Responses, Keyword::Types];

/// What is said of the document's own members, and stands in no file of specs.
const DOCUMENT: [&str; 4] = ["endpoint", "id", "order", "wire"];

/// Keywords that change nothing about what travels.
const DECORATION: [&str; 11] = [
    "xml",
    "title",
    "$comment",
    "$id",
    "$schema",
    "$anchor",
    "contentMediaType",
    "tags",
    "links",
    "contentSchema",
    "definitions",
];

/// Keywords with the value that they have when they are absent.
fn says_nothing(key: &str, value: &Json) -> bool {
    match (key, value) {
        (_, Json::Null | Json::Bool(false)) => key != "additionalProperties",
        ("additionalProperties", _) => *value == Json::Bool(true),
        ("minLength" | "minItems" | "minProperties", Json::Number(text)) => text == "0",
        (_, Json::Array(items)) => items.is_empty(),
        (_, Json::String(text)) => text.is_empty(),
        _ => false,
    }
}

/// Keywords that say something about a use, and nothing about what travels.
const ANNOTATIONS: [&str; 14] = [
    "title",
    "description",
    "example",
    "examples",
    "default",
    "deprecated",
    "readOnly",
    "writeOnly",
    "nullable",
    "externalDocs",
    "xml",
    "discriminator",
    "$ref",
    ORIGIN,
];

/// Whether a keyword says nothing about what travels.
pub(crate) fn is_annotation(key: &str) -> bool {
    key != "$ref" && (ANNOTATIONS.contains(&key) || key.starts_with("x-"))
}
