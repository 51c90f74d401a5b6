//! The keywords of one schema or another object of a document: what is taken is known, what remains is reported.

use crate::import::report::{Grade, Report};
use crate::import::tree::members;
use crate::openapi::{EXTENSION, join};
use bizkit_spec::json::Json;
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
    EXTENSIONS.contains(&key)
}

/// Keys of the spec language that extensions hold.
const EXTENSIONS: [&str; 63] = [
    "absent",
    "additionalProperties",
    "allow",
    "as",
    "baseUrl",
    "baseUrlEnv",
    "body",
    "constraints",
    "contentType",
    "default",
    "delimiter",
    "dependentRequired",
    "deprecated",
    "description",
    "discriminator",
    "docs",
    "endpoint",
    "enum",
    "errors",
    "example",
    "examples",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "failure",
    "format",
    "has",
    "id",
    "in",
    "items",
    "key",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "modules",
    "multipleOf",
    "name",
    "normalize",
    "nullable",
    "observed",
    "oneOf",
    "open",
    "order",
    "pagination",
    "path",
    "pattern",
    "properties",
    "rateLimit",
    "required",
    "retry",
    "seen",
    "sensitive",
    "summary",
    "timeout",
    "title",
    "type",
    "uniqueItems",
    "when",
    "wire",
];

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
