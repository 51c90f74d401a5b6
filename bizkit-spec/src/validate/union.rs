//! Unions: which branch a value is of, then the branch.

use super::Walk;
use crate::json::Json;
use crate::model::{JsonKind, Select, Tag, UnionType, Variant};

/// How many branches may be open at once, one in the value of another. The reader of responses counts alike.
const MAX_BRANCHES: usize = 127;

/// The branch that a value is of; `None` where nothing selects one.
pub fn branch<'u>(union: &'u UnionType, value: &Json) -> Option<&'u Variant> {
    let mut variants = union.variants.iter();
    if let Some(discriminator) = &union.discriminator {
        let Json::Object(_) = value else { return None };
        let found = value.get(discriminator);
        return variants.find(|variant| match &variant.select {
            Select::Absent => found.is_none(),
            Select::Tag(tag) => found.is_some_and(|found| is_tag(tag, found)),
            Select::Has(_) | Select::Kind(_) => false,
        });
    }
    let has = |member: &String| value.get(member).is_some_and(|value| *value != Json::Null);
    let by_member = variants.find(|variant| matches!(&variant.select, Select::Has(member) if has(member)));
    by_member.or_else(|| {
        let kind = JsonKind::of(value)?;
        union.variants.iter().find(|variant| variant.select == Select::Kind(kind))
    })
}

impl Walk<'_> {
    pub(super) fn union(&mut self, union: &UnionType, value: &Json) {
        let UnionType { discriminator, variants: _ } = union;
        if self.branches == MAX_BRANCHES {
            let message =
                format!("expected at most {MAX_BRANCHES} branches of unions in each other, found more");
            return self.report("type", message);
        }
        self.branches += 1;
        match discriminator {
            Some(discriminator) => self.tagged(union, discriminator, value),
            None => self.untagged(union, value),
        }
        self.branches -= 1;
    }

    fn tagged(&mut self, union: &UnionType, discriminator: &str, value: &Json) {
        let Json::Object(_) = value else { return self.wrong_type("an object", value) };
        if let Some(variant) = branch(union, value) {
            if let Some(schema) = &variant.schema {
                self.tags.push(discriminator.to_owned());
                self.value(schema, value);
                self.tags.clear();
            }
            return;
        }
        let found = value.get(discriminator);
        // A later version of the API may add texts and numbers, but no third truth value.
        let open = union
            .variants
            .iter()
            .any(|variant| matches!(variant.select, Select::Tag(Tag::String(_) | Tag::Integer(_))));
        let scalar = matches!(found, Some(Json::String(_) | Json::Number(_) | Json::Bool(_)));
        if open && scalar {
            return;
        }
        let known = known(union);
        self.member(discriminator, |walk| {
            let found = found.map_or("nothing".to_owned(), |found| format!("a {}", found.kind_name()));
            walk.report("discriminator", format!("expected {known}, found {found}"));
        });
    }

    fn untagged(&mut self, union: &UnionType, value: &Json) {
        match branch(union, value).and_then(|variant| variant.schema.as_ref()) {
            Some(schema) => self.value(schema, value),
            None => self.wrong_type(&known(union), value),
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

/// What selects the branches, in words.
fn known(union: &UnionType) -> String {
    let words: Vec<String> = union.variants.iter().filter_map(|variant| word(&variant.select)).collect();
    words.join(" or ")
}

/// What selects a branch, in words.
fn word(select: &Select) -> Option<String> {
    Some(match select {
        Select::Tag(Tag::Boolean(value)) => format!("`{value}`"),
        Select::Tag(Tag::Integer(value)) => format!("`{value}`"),
        Select::Tag(Tag::String(value)) => format!("`{value}`"),
        Select::Absent => return None,
        Select::Has(member) => format!("an object with `{member}`"),
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
