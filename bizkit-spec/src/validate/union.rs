//! Unions: which branch a value is of, then the branch.

use super::Walk;
use crate::json::Json;
use crate::types::{JsonKind, Select, Tag, UnionType};

impl Walk<'_> {
    pub(super) fn union(&mut self, union: &UnionType, value: &Json) {
        match &union.discriminator {
            Some(discriminator) => self.tagged(union, discriminator, value),
            None => self.by_kind(union, value),
        }
    }

    fn tagged(&mut self, union: &UnionType, discriminator: &str, value: &Json) {
        let Json::Object(_) = value else { return self.wrong_type("an object", value) };
        let found = value.get(discriminator);
        let variant = union.variants.iter().find(|variant| match (&variant.select, found) {
            (Select::Absent, found) => found.is_none(),
            (Select::Tag(tag), Some(found)) => is_tag(tag, found),
            _ => false,
        });
        if let Some(variant) = variant {
            if let Some(schema) = &variant.schema {
                self.tags.push(discriminator.to_owned());
                self.value(schema, value);
                self.tags.clear();
            }
            return;
        }
        // A later version of the API may add texts and numbers, but no third truth value.
        let open = union
            .variants
            .iter()
            .any(|variant| matches!(variant.select, Select::Tag(Tag::String(_) | Tag::Integer(_))));
        let scalar = matches!(found, Some(Json::String(_) | Json::Number(_) | Json::Bool(_)));
        if open && scalar {
            return;
        }
        let known: Vec<String> = union.variants.iter().filter_map(|variant| word(&variant.select)).collect();
        self.member(discriminator, |walk| {
            let found = found.map_or("nothing".to_owned(), |found| format!("a {}", found.kind_name()));
            walk.report("discriminator", format!("expected {}, found {found}", known.join(" or ")));
        });
    }

    fn by_kind(&mut self, union: &UnionType, value: &Json) {
        let found = match value {
            Json::Null => None,
            Json::Bool(_) => Some(JsonKind::Boolean),
            Json::Number(_) => Some(JsonKind::Number),
            Json::String(_) => Some(JsonKind::String),
            Json::Array(_) => Some(JsonKind::Array),
            Json::Object(_) => Some(JsonKind::Object),
        };
        let variant = union
            .variants
            .iter()
            .find(|variant| found.is_some_and(|kind| variant.select == Select::Kind(kind)));
        match variant.and_then(|variant| variant.schema.as_ref()) {
            Some(schema) => self.value(schema, value),
            None => {
                let known: Vec<String> =
                    union.variants.iter().filter_map(|variant| word(&variant.select)).collect();
                self.wrong_type(&known.join(" or "), value);
            }
        }
    }
}

/// Whether a value of the wire is this tag; a tag may be sent as text.
fn is_tag(tag: &Tag, found: &Json) -> bool {
    let text = match found {
        Json::String(text) | Json::Number(text) => text.as_str(),
        Json::Bool(true) => "true",
        Json::Bool(false) => "false",
        _ => return false,
    };
    match tag {
        Tag::Boolean(value) => text == if *value { "true" } else { "false" },
        Tag::Integer(value) => text == value.to_string(),
        Tag::String(value) => text == value,
    }
}

/// What selects a branch, in words.
fn word(select: &Select) -> Option<String> {
    Some(match select {
        Select::Tag(Tag::Boolean(value)) => format!("`{value}`"),
        Select::Tag(Tag::Integer(value)) => format!("`{value}`"),
        Select::Tag(Tag::String(value)) => format!("`{value}`"),
        Select::Absent => return None,
        Select::Kind(kind) => match kind {
            JsonKind::String => "a text",
            JsonKind::Number => "a number",
            JsonKind::Boolean => "`true` or `false`",
            JsonKind::Array => "a list",
            JsonKind::Object => "an object",
        }
        .to_owned(),
    })
}
