//! A type where it is used: what it is, and what is said about it there.

use super::Rule;
use super::walk::{Scope, Walk, Way};
use bizkit_spec::model::{Api, ArrayType, Kind, MapType, Schema};
use bizkit_spec::rust;

impl<'a> Walk<'a> {
    /// Compares two uses; `bool` says whether a value must be there.
    pub(super) fn schema(&mut self, way: Way, at: &str, old: (&'a Schema, bool), new: (&'a Schema, bool)) {
        let (was, is) = (old.0, new.0);
        // Whether it may be `null` is a matter of whoever holds the value; when it was seen is nothing about it.
        let Schema {
            kind: _,
            nullable: _,
            sensitive: _,
            description: _,
            example: _,
            default: _,
            deprecated: _,
            docs: _,
            seen: _,
        } = is;
        self.words(way, at, was, is);
        if was.default != is.default {
            let word = |schema: &Schema| {
                schema.default.as_ref().map_or("nothing".to_owned(), |value| format!("`{value}`"))
            };
            let message = format!("the server takes {}, and took {}", word(is), word(was));
            let rule = if way.request { Rule::DEFAULT } else { Rule::TEXT };
            self.found(rule, way, &format!("{at}.default"), message, []);
        }
        self.kind(way, at, was, is);
    }

    /// Descriptions, links, examples, and whether it is a secret.
    pub(super) fn words(&mut self, way: Way, at: &str, old: &Schema, new: &Schema) {
        let said = |of: &Schema| said(of.description.as_ref()).map(str::to_owned);
        if (said(old), &old.docs) != (said(new), &new.docs) {
            self.found(Rule::TEXT, way, at, "the description or the link changed", []);
        }
        if old.example != new.example {
            self.found(Rule::EXAMPLE, way, &format!("{at}.example"), "the example changed", []);
        }
        self.deprecation(at, at, old.deprecated.as_ref(), new.deprecated.as_ref());
        if old.sensitive != new.sensitive {
            let now = if new.sensitive { "a secret" } else { "no secret any more" };
            self.found(Rule::SENSITIVE, way, at, format!("the value is {now}"), []);
        }
    }

    /// What the value is.
    pub(super) fn kind(&mut self, way: Way, at: &str, old: &'a Schema, new: &'a Schema) {
        match (&old.kind, &new.kind) {
            (Kind::Ref(was), Kind::Ref(is)) if self.pair(*was, *is, at) => return,
            (Kind::Ref(_), _) | (_, Kind::Ref(_)) => {}
            (Kind::Array(was), Kind::Array(is)) => {
                self.list(way, at, was, is);
                return;
            }
            (Kind::Map(was), Kind::Map(is)) => {
                let MapType { values, min_properties, max_properties } = &**is;
                self.element(way, &format!("{at}{{}}"), &was.values, values);
                let least = ("minProperties", was.min_properties, *min_properties);
                self.sizes(way, at, least, ("maxProperties", was.max_properties, *max_properties));
                return;
            }
            (was, is) if self.scalars(way, at, was, is) => return,
            _ => {}
        }
        let (was, is) = (resolved(self.old, old), resolved(self.new, new));
        if self.scope == Scope::Wire && is_any_text(&was.kind) && is_any_text(&is.kind) {
            return;
        }
        if std::mem::discriminant(&was.kind) != std::mem::discriminant(&is.kind) {
            let message = format!("the value is {}, and was {}", word(&is.kind), word(&was.kind));
            self.found(Rule::VALUE_KIND, way, at, message, self.types(at, old, new));
            return;
        }
        if self.scope == Scope::Rust {
            let (before, after) = (rust::value(self.old, old), rust::value(self.new, new));
            if before != after {
                let message = format!("the type is `{after}`, and was `{before}`");
                self.found(Rule::MEMBER_TYPE, way, at, message, self.types(at, old, new));
            }
        }
        // A rule that came or went with the name is a change of its own.
        self.scalars(way, at, &was.kind, &is.kind);
    }

    fn list(&mut self, way: Way, at: &str, old: &'a ArrayType, new: &'a ArrayType) {
        let ArrayType { items, min_items, max_items, unique, delimiter } = new;
        self.element(way, &format!("{at}[]"), &old.items, items);
        let least = ("minItems", old.min_items, *min_items);
        self.sizes(way, at, least, ("maxItems", old.max_items, *max_items));
        self.flag(way, &format!("{at}.uniqueItems"), old.unique, *unique);
        if old.delimiter != *delimiter {
            let message = "the elements are joined in another way";
            self.found(Rule::WIRE_FORM, way, &format!("{at}.delimiter"), message, []);
        }
    }

    fn types(&self, at: &str, old: &Schema, new: &Schema) -> Option<String> {
        let (before, after) = (rust::value(self.old, old), rust::value(self.new, new));
        (before != after).then(|| format!("`{at}` is `{after}`, and was `{before}`"))
    }

    /// An element of a list or a value of a map, which may be `null`.
    fn element(&mut self, way: Way, at: &str, old: &'a Schema, new: &'a Schema) {
        let (could, can) = (rust::is_nullable(self.old, old), rust::is_nullable(self.new, new));
        if could != can {
            let rule = if can { Rule::NULL_ALLOWED } else { Rule::NULL_REFUSED };
            let word = if can { "may" } else { "can no longer" };
            let both = Way { request: true, response: true };
            self.found(rule, both, at, format!("an element {word} be `null`"), []);
        }
        self.schema(way, at, (old, true), (new, true));
    }
}

fn resolved<'a>(api: &'a Api, schema: &'a Schema) -> &'a Schema {
    api.resolved(schema)
}

/// Prose without the line ends behind it, which say nothing.
pub(super) fn said(text: Option<&String>) -> Option<&str> {
    text.map(|text| text.trim_end())
}

/// Whether every text may travel; an open enum only names some of them.
pub(super) fn is_any_text(kind: &Kind) -> bool {
    match kind {
        Kind::Enum(list) => list.open,
        Kind::String(text) => text.is_free(),
        _ => false,
    }
}

/// The kind with its article.
pub(super) fn word(kind: &Kind) -> &'static str {
    match kind {
        Kind::String(_) => "a text",
        Kind::Integer(_) => "an integer",
        Kind::Number(_) => "a number",
        Kind::Decimal(_) => "a decimal",
        Kind::Boolean(_) => "a boolean",
        Kind::Array(_) => "a list",
        Kind::Map(_) => "a map",
        Kind::Json => "any JSON",
        Kind::Binary => "bytes",
        Kind::Ref(_) => "a named type",
        Kind::Object(_) => "an object",
        Kind::Enum(_) => "an enum",
        Kind::Union(_) => "a union",
    }
}
