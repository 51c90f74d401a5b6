//! The walk over one document: scalars through the errors that carry their places, containers as usual.

use super::MAX_DEPTH;
use super::cursor::{Cursor, Property, Role};
use super::node::{Key, Node, Yaml};
use super::plain::{self, Prose};
use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::number;
use crate::source::Span;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};
use std::collections::BTreeMap;
use std::fmt::{self, Write};

/// What one walk knows.
pub(super) struct Walk<'t> {
    cursor: Cursor<'t>,
    /// The scalar whose visitor has just answered with an error.
    kept: Option<Kept>,
    /// The alias whose target is being read: everything in it stands where the alias stands.
    alias: Option<Span>,
    depth: usize,
    /// A text has at most one node more than bytes; the rest comes out of aliases.
    nodes_left: usize,
    refused: bool,
    findings: Diagnostics,
}

/// The last two numbers of what is written: every scalar has such an error, so no text is made of it.
struct Numbers {
    last: (usize, usize),
    inside: bool,
}

impl Write for Numbers {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            let is_digit = byte.is_ascii_digit();
            if is_digit {
                let digit = usize::from(byte - b'0');
                let (before, number) = self.last;
                self.last = if self.inside {
                    (before, number.saturating_mul(10).saturating_add(digit))
                } else {
                    (number, digit)
                };
            }
            self.inside = is_digit;
        }
        Ok(())
    }
}

/// Why a document could not be read to its end.
pub(super) enum Stop {
    /// It is not YAML.
    Broken(serde_yaml::Error),
    /// A finding says why.
    Refused,
}

/// A scalar without its place.
struct Kept {
    scalar: Scalar,
    role: Role,
    alias: Option<Span>,
}

enum Scalar {
    Null,
    Bool(bool),
    /// The value in the notation of JSON.
    Number(String),
    Text(String),
}

impl<'t> Walk<'t> {
    pub(super) fn new(cursor: Cursor<'t>) -> Self {
        Self {
            nodes_left: cursor.len() + 2,
            cursor,
            kept: None,
            alias: None,
            depth: 0,
            refused: false,
            findings: Diagnostics::default(),
        }
    }

    /// Reads the document. Its place is the start of the file.
    pub(super) fn document(&mut self, document: serde_yaml::Deserializer<'t>) -> Result<Node, Stop> {
        let start = self.cursor.span(0..0);
        let root = Seed { walk: &mut *self, role: Role::Root };
        match root.deserialize(document) {
            Ok(node) => Ok(Node { span: start, ..node }),
            Err(error) => match self.kept.take() {
                // What follows a scalar at the root has not been looked at.
                Some(kept) => match IgnoredAny::deserialize(self.whole()) {
                    Err(error) if error.location().is_some() => Err(Stop::Broken(error)),
                    _ => Ok(self.place(kept, &error)),
                },
                None if self.refused => Err(Stop::Refused),
                None => Err(Stop::Broken(error)),
            },
        }
    }

    pub(super) fn finish(self) -> (Cursor<'t>, Diagnostics) {
        (self.cursor, self.findings)
    }

    fn whole(&self) -> serde_yaml::Deserializer<'t> {
        serde_yaml::Deserializer::from_str(self.cursor.without_byte_order_mark())
    }

    #[cfg_attr(test, track_caller)]
    fn report(&mut self, code: Code, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.push(Diagnostic::error(code, span, message).help(help));
    }

    /// What stands behind an alias was reported where it was written.
    fn push(&mut self, finding: Diagnostic) {
        if self.alias.is_none() {
            self.findings.push(finding);
        }
    }

    /// Moves to a node. Says whether it is an alias.
    fn enter(&mut self, role: Role) -> Option<Span> {
        loop {
            let (code, span, message, help) = match self.cursor.next_property(role)? {
                Property::Anchor(span) => (
                    Code::ANCHOR,
                    span,
                    "anchors are not part of the language",
                    "define a type and refer to it by name, or write the value out in each place",
                ),
                Property::Alias(span) => {
                    let help = "write the value out, or put a text that begins with `*` in quotes";
                    self.report(Code::ANCHOR, span, "aliases are not part of the language", help);
                    return Some(span);
                }
                Property::Tag(span) => (
                    Code::TAG,
                    span,
                    "tags are not part of the language",
                    "delete the tag; put a text that begins with `!` in quotes",
                ),
            };
            self.report(code, span, message, help);
        }
    }

    /// What came of a node: a container, or a scalar by way of its error. Other errors end the walk.
    fn node<E: Error>(&mut self, result: Result<Option<Node>, E>) -> Result<Option<Node>, E> {
        result.or_else(|error| match self.kept.take() {
            Some(kept) => Ok(Some(self.place(kept, &error))),
            None => Err(error),
        })
    }

    /// Gives a scalar the place that the error names at its end: ` at line 3 column 5`.
    fn place(&mut self, kept: Kept, error: &impl fmt::Display) -> Node {
        let text = match &kept.scalar {
            Scalar::Text(text) => Some(text.as_str()),
            _ => None,
        };
        let span = kept.alias.unwrap_or_else(|| {
            // Only the very first place has no name.
            let mut numbers = Numbers { last: (1, 1), inside: false };
            // Reading the numbers out of what is written does not fail.
            write!(numbers, "{error}").ok();
            let (line, column) = numbers.last;
            let start = self.cursor.offset(line, column);
            let span = self.cursor.scalar(start, text);
            if let (Some(_), Role::Value | Role::Item) = (text, kept.role)
                && let Some(finding) = plain::cut_by_comment(&self.cursor, span)
            {
                self.push(finding);
            }
            span
        });
        let value = match kept.scalar {
            Scalar::Null => Yaml::Null,
            Scalar::Bool(value) => Yaml::Bool(value),
            Scalar::Number(value) if kept.role == Role::Key => Yaml::Number(value),
            Scalar::Number(value) if kept.alias.is_some() && number::is_json(&value) => Yaml::Number(value),
            Scalar::Number(_) if kept.alias.is_some() => Yaml::Number("0".to_owned()),
            Scalar::Number(value) => Yaml::Number(self.number(span, value)),
            Scalar::Text(text) => Yaml::String(text),
        };
        Node { span, value }
    }

    /// A number keeps its text, as far as JSON can spell it.
    fn number(&mut self, span: Span, value: String) -> String {
        let text = self.cursor.text(span);
        if number::is_json(text) {
            return text.to_owned();
        }
        let (value, help) = if number::is_json(&value) {
            let help = format!("write `{value}`, or `\"{text}\"` if it is a text");
            (value, help)
        } else {
            ("0".to_owned(), format!("JSON has no such number; write `\"{text}\"` if it is a text"))
        };
        self.report(Code::BAD_NUMBER, span, format!("`{text}` is not a JSON number"), help);
        value
    }

    /// The key that a node stands for; what is no key is a finding.
    fn key(&mut self, node: Node) -> Option<Key> {
        let span = node.span;
        let found = match node.value {
            Yaml::String(text) if text == "<<" && self.cursor.text(span) == text => {
                let help = "write the keys out, or define a type and refer to it by name";
                self.report(Code::MERGE_KEY, span, "merge keys are not part of the language", help);
                return None;
            }
            Yaml::String(text) => return Some(Key { text, span, in_braces: false }),
            Yaml::Bool(_) | Yaml::Number(_) => {
                return Some(Key { text: self.cursor.text(span).to_owned(), span, in_braces: false });
            }
            Yaml::Null => "nothing",
            Yaml::List(_) => "a list",
            Yaml::Map(_) => "a mapping",
        };
        let help = match self.cursor.text(span) {
            word @ ("null" | "Null" | "NULL" | "~") => format!("put the word in quotes: `\"{word}\"`"),
            _ => "write a word as key; put a text that begins with `{`, `[` or `?` in quotes".to_owned(),
        };
        self.report(Code::KEY_NOT_TEXT, span, format!("expected a text as key, found {found}"), help);
        None
    }

    /// Enters a container; gives where it begins in flow style.
    fn open<E: Error>(&mut self) -> Result<Option<Span>, E> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let span = self.alias.unwrap_or_else(|| self.cursor.here());
            let message = format!("the file is nested more than {MAX_DEPTH} levels deep");
            self.report(Code::TOO_DEEP, span, message, "give inner types a name of their own");
            return Err(self.refuse());
        }
        Ok(if self.alias.is_some() { self.alias } else { self.cursor.open() })
    }

    fn close(&mut self, bracket: Option<Span>) {
        self.depth -= 1;
        if bracket.is_some() && self.alias.is_none() {
            self.cursor.close();
        }
    }

    /// Ends the walk; a finding has said why.
    fn refuse<E: Error>(&mut self) -> E {
        self.refused = true;
        E::custom("refused")
    }
}

/// Reads one node. `Ok` is a container; a scalar is an error, and [`Walk::kept`] holds it.
struct Seed<'w, 't> {
    walk: &'w mut Walk<'t>,
    role: Role,
}

impl<'de> DeserializeSeed<'de> for Seed<'_, '_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        let Self { walk, role } = self;
        walk.nodes_left = walk.nodes_left.saturating_sub(1);
        if walk.nodes_left == 0 {
            return Err(walk.refuse());
        }
        let outer = walk.alias;
        if outer.is_none() {
            walk.alias = walk.enter(role);
        }
        let result = deserializer.deserialize_any(Seed { walk: &mut *walk, role });
        walk.alias = outer;
        result
    }
}

impl Seed<'_, '_> {
    fn keep<E: Error>(self, scalar: Scalar) -> Result<Node, E> {
        self.walk.kept = Some(Kept { scalar, role: self.role, alias: self.walk.alias });
        Err(E::custom("a scalar"))
    }
}

/// Visitors of scalars, which keep the value and answer with an error.
macro_rules! scalars {
    ($($method:ident($value:ident: $type:ty) => $scalar:expr;)*) => {
        $(fn $method<E: Error>(self, $value: $type) -> Result<Node, E> {
            self.keep($scalar)
        })*
    };
}

impl<'de> Visitor<'de> for Seed<'_, '_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    scalars! {
        visit_bool(value: bool) => Scalar::Bool(value);
        visit_i64(value: i64) => Scalar::Number(value.to_string());
        visit_u64(value: u64) => Scalar::Number(value.to_string());
        visit_i128(value: i128) => Scalar::Number(value.to_string());
        visit_u128(value: u128) => Scalar::Number(value.to_string());
        visit_f64(value: f64) => Scalar::Number(value.to_string());
        visit_str(value: &str) => Scalar::Text(value.to_owned());
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        self.keep(Scalar::Null)
    }

    /// A document without content.
    fn visit_none<E: Error>(self) -> Result<Node, E> {
        Ok(Node { span: self.walk.cursor.span(0..0), value: Yaml::Null })
    }

    /// A node with a tag, which has been reported.
    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Node, A::Error> {
        let (IgnoredAny, content) = access.variant()?;
        content.newtype_variant_seed(Seed { walk: self.walk, role: Role::Root })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let walk = self.walk;
        let bracket = walk.open()?;
        let mut items = Vec::new();
        loop {
            let item = access.next_element_seed(Seed { walk: &mut *walk, role: Role::Item });
            let Some(item) = walk.node(item)? else { break };
            items.push(item);
        }
        let span = bracket.or(items.first().map(|item| item.span)).unwrap_or(walk.cursor.here());
        walk.close(bracket);
        Ok(Node { span, value: Yaml::List(items) })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let walk = self.walk;
        let bracket = walk.open()?;
        let mut first = None;
        let mut seen: BTreeMap<String, Span> = BTreeMap::new();
        let mut entries: Vec<(Key, Node)> = Vec::new();
        let in_braces = bracket.is_some() && walk.alias.is_none();
        let mut prose = Prose::default();
        loop {
            let key = access.next_key_seed(Seed { walk: &mut *walk, role: Role::Key });
            let Some(key) = walk.node(key)? else { break };
            let place = key.span;
            first = first.or(Some(place));
            let is_bare = in_braces.then(|| walk.cursor.is_bare());
            let key = walk.key(key);
            let value = access.next_value_seed(Seed { walk: &mut *walk, role: Role::Value }).map(Some);
            let Some(mut value) = walk.node(value)? else { continue };
            if matches!(value.value, Yaml::List(_) | Yaml::Map(_)) {
                value.span = place;
            }
            let Some(key) = key.map(|key| Key { in_braces, ..key }) else { continue };
            let entry = prose.entry(&walk.cursor, entries.last(), (key, value), is_bare);
            let Some((key, value)) = entry else { continue };
            if let Some(first) = seen.get(&key.text) {
                walk.push(
                    Diagnostic::error(
                        Code::DUPLICATE_KEY,
                        key.span,
                        format!("the key `{}` stands twice in one mapping", key.text),
                    )
                    .related(*first, "first written here")
                    .help("delete one of them"),
                );
            } else {
                seen.insert(key.text.clone(), key.span);
                entries.push((key, value));
            }
        }
        for finding in prose.finish(&walk.cursor) {
            walk.push(finding);
        }
        let span = bracket.or(first).unwrap_or(walk.cursor.here());
        walk.close(bracket);
        Ok(Node { span, value: Yaml::Map(entries) })
    }
}
