//! The walk over one document: scalars through the errors that carry their places, containers as usual.

use super::text::Text;
use super::{Key, Node, Yaml};
use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::Span;
use serde::de::{DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Visitor};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fmt;

/// Deepest nesting that is read.
const MAX_DEPTH: usize = 64;

/// What one walk knows.
pub(super) struct Reader<'t> {
    lines: &'t Text<'t>,
    /// The scalar whose visitor has just answered with an error.
    scalar: RefCell<Option<Yaml>>,
    /// Where the last scalar began; an alias leads back behind it.
    last: Cell<Option<u32>>,
    depth: Cell<usize>,
    pub(super) findings: RefCell<Diagnostics>,
}

impl<'t> Reader<'t> {
    pub(super) fn new(lines: &'t Text<'t>) -> Self {
        Self {
            lines,
            scalar: RefCell::new(None),
            last: Cell::new(None),
            depth: Cell::new(0),
            findings: RefCell::new(Diagnostics::default()),
        }
    }

    fn report(&self, code: Code, span: Span, message: &str, help: &str) {
        self.findings.borrow_mut().push(Diagnostic::error(code, span, message).help(help));
    }

    /// The scalar that an error stands for, with its place; other errors go on.
    fn scalar_of<E: Error>(&self, error: E) -> Result<(Yaml, Span), E> {
        let Some(value) = self.scalar.borrow_mut().take() else { return Err(error) };
        let span = self.place_of(&error);
        let text = self.lines.at(span.start as usize);
        if text.starts_with('&') || self.last.get().is_some_and(|last| span.start <= last) {
            self.report_alias(self.word(span.start as usize));
            return Ok((Yaml::Null, span));
        }
        self.last.set(Some(span.start));
        let value = match value {
            Yaml::Number(_) => self.number(span),
            value => value,
        };
        Ok((value, span))
    }

    fn report_alias(&self, span: Span) {
        let help = "write the value out, or define a type and refer to it by name";
        self.report(Code::ANCHOR, span, "anchors and aliases are not part of the language", help);
    }

    /// The place at the end of an error's text: ` at line 3 column 5`; none means the start.
    fn place_of(&self, error: &impl Error) -> Span {
        let text = error.to_string();
        let place = text.rsplit_once(" at line ").and_then(|(_, place)| place.split_once(" column "));
        let (line, column) = place.unwrap_or(("1", "1"));
        self.lines.token(line.parse().unwrap_or(1), column.parse().unwrap_or(1))
    }

    /// A number keeps its text, as far as JSON can spell it.
    fn number(&self, span: Span) -> Yaml {
        let text = &self.lines.at(span.start as usize)[..(span.end - span.start) as usize];
        if is_json_number(text) {
            return Yaml::Number(text.to_owned());
        }
        let help = "write a JSON number such as `0.5` or `16`, or put the text in quotes";
        self.report(Code::BAD_NUMBER, span, &format!("`{text}` is not a JSON number"), help);
        Yaml::Number("0".to_owned())
    }

    /// An anchor, an alias or a tag right behind a key's colon or a dash is seen in the text.
    fn check_properties(&self, from: usize) {
        let text = self.lines.at(from);
        let value = text.trim_start_matches([' ', ':', '?', '-']);
        let at = from + text.len() - value.len();
        match value.chars().next() {
            Some('&' | '*') => self.report_alias(self.word(at)),
            Some('!') => self.report_tag(self.word(at)),
            _ => {}
        }
    }

    /// What stands at an offset, up to white space or a closing bracket.
    fn word(&self, at: usize) -> Span {
        let text = self.lines.at(at);
        let length = text.find(|c: char| c.is_whitespace() || ",]}".contains(c)).unwrap_or(text.len());
        Span::new(self.lines.file, at..at + length.max(1))
    }

    fn report_tag(&self, span: Span) {
        let help = "delete the tag; quotes make a text";
        self.report(Code::TAG, span, "YAML tags are not part of the language", help);
    }
}

/// Whether a text is a number by the grammar of JSON.
fn is_json_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))),
        None => (text, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(digits)
}

/// The document itself.
pub(super) struct Root<'r, 't>(pub(super) &'r Reader<'t>);

impl<'de> DeserializeSeed<'de> for Root<'_, '_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        self.0.check_properties(0);
        let start = Span::new(self.0.lines.file, 0..0);
        self.0.node(start, Value(self.0).deserialize(deserializer))
    }
}

impl Reader<'_> {
    /// What came of a value: a container, a scalar by way of its error, or an error.
    fn node<E: Error>(&self, container: Span, result: Result<Yaml, E>) -> Result<Node, E> {
        match result {
            Ok(value) => Ok(Node { span: container, value }),
            Err(error) => self.scalar_of(error).map(|(value, span)| Node { span, value }),
        }
    }
}

/// One value: `Ok` is a container, an error may be a scalar.
struct Value<'r, 't>(&'r Reader<'t>);

impl<'de> DeserializeSeed<'de> for Value<'_, '_> {
    type Value = Yaml;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Yaml, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Value<'_, '_> {
    fn scalar<E: Error>(&self, value: Yaml) -> Result<Yaml, E> {
        *self.0.scalar.borrow_mut() = Some(value);
        Err(E::custom("a scalar"))
    }

    fn deeper<E: Error>(&self) -> Result<(), E> {
        self.0.depth.set(self.0.depth.get() + 1);
        if self.0.depth.get() > MAX_DEPTH {
            return Err(E::custom("recursion limit exceeded"));
        }
        Ok(())
    }
}

/// Visitors of scalars that keep the value and answer with an error.
macro_rules! scalars {
    ($($method:ident($type:ty) => $value:expr;)*) => {
        $(fn $method<E: Error>(self, value: $type) -> Result<Yaml, E> {
            let keep: fn($type) -> Yaml = $value;
            self.scalar(keep(value))
        })*
    };
}

impl<'de> Visitor<'de> for Value<'_, '_> {
    type Value = Yaml;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    scalars! {
        visit_bool(bool) => Yaml::Bool;
        visit_i64(i64) => |value| Yaml::Number(value.to_string());
        visit_u64(u64) => |value| Yaml::Number(value.to_string());
        visit_i128(i128) => |value| Yaml::Number(value.to_string());
        visit_u128(u128) => |value| Yaml::Number(value.to_string());
        visit_f64(f64) => |value| Yaml::Number(value.to_string());
        visit_str(&str) => |value| Yaml::String(value.to_owned());
    }

    fn visit_unit<E: Error>(self) -> Result<Yaml, E> {
        self.scalar(Yaml::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Yaml, E> {
        Ok(Yaml::Null)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<Yaml, A::Error> {
        Err(A::Error::custom("YAML tags are not part of the language"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Yaml, A::Error> {
        self.deeper()?;
        let reader = self.0;
        let mut nodes = Vec::new();
        loop {
            let result = match items.next_element_seed(Value(reader)) {
                Ok(None) => break,
                Ok(Some(value)) => Ok(value),
                Err(error) => Err(error),
            };
            let node = reader.node(Span::new(reader.lines.file, 0..0), result)?;
            nodes.push(Node { span: first_span(&node), value: node.value });
        }
        reader.depth.set(reader.depth.get() - 1);
        Ok(Yaml::List(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Yaml, A::Error> {
        self.deeper()?;
        let reader = self.0;
        let mut nodes: Vec<(Key, Node)> = Vec::new();
        let mut seen: BTreeMap<String, Span> = BTreeMap::new();
        loop {
            let key = match entries.next_key_seed(Value(reader)) {
                Ok(None) => break,
                // A container as a key.
                Ok(Some(value)) => {
                    let node = Node { span: Span::new(reader.lines.file, 0..0), value };
                    reader.report(
                        Code::KEY_NOT_TEXT,
                        first_span(&node),
                        "expected a text as a key, found a list or a mapping",
                        "write a word",
                    );
                    None
                }
                Err(error) => Some(reader.scalar_of(error)?),
            };
            let key = key.and_then(|(value, span)| reader.key(value, span));
            let span = key.as_ref().map_or(Span::new(reader.lines.file, 0..0), |key| key.span);
            if key.is_some() {
                reader.check_properties(span.end as usize);
            }
            let node = reader.node(span, entries.next_value_seed(Value(reader)))?;
            let Some(key) = key else { continue };
            match seen.get(&key.text) {
                Some(first) => {
                    let message = format!("the key `{}` stands twice", key.text);
                    let finding = Diagnostic::error(Code::DUPLICATE_KEY, key.span, message)
                        .related(*first, "first written here")
                        .help("delete one of them");
                    reader.findings.borrow_mut().push(finding);
                }
                None => {
                    seen.insert(key.text.clone(), key.span);
                    nodes.push((key, node));
                }
            }
        }
        reader.depth.set(reader.depth.get() - 1);
        Ok(Yaml::Map(nodes))
    }
}

impl Reader<'_> {
    /// The text of a key; what is no key is a finding.
    fn key(&self, value: Yaml, span: Span) -> Option<Key> {
        let text = match value {
            Yaml::String(text) => text,
            Yaml::Bool(value) => value.to_string(),
            Yaml::Number(text) => text,
            Yaml::Null | Yaml::List(_) | Yaml::Map(_) => {
                self.report(
                    Code::KEY_NOT_TEXT,
                    span,
                    "expected a text as a key, found nothing",
                    "write a word",
                );
                return None;
            }
        };
        if text == "<<" {
            let help = "write the keys out, or define a type and refer to it by name";
            self.report(Code::MERGE_KEY, span, "merge keys are not part of the language", help);
            return None;
        }
        Some(Key { text, span })
    }
}

/// Where a node begins: a container in a list begins with its first part.
fn first_span(node: &Node) -> Span {
    match &node.value {
        Yaml::List(items) => items.first().map_or(node.span, |item| item.span),
        Yaml::Map(entries) => entries.first().map_or(node.span, |(key, _)| key.span),
        _ => node.span,
    }
}
