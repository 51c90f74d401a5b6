//! The rules of enums, numbers and truth values.

use super::Context;
use super::entry::{Entries, integer, items, list, no_integer, text, unknown_word, wrong_kind};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::keywords::Mapping;
use crate::model::{BooleanType, Bound, EnumType, EnumValue, IntegerType, Kind, NumberType};
use crate::name::Name;
use crate::number;
use crate::source::Span;
use crate::yaml::{Node, Yaml};
use std::cmp::Ordering;
use std::collections::BTreeSet;

impl Context {
    /// `enum` of texts: a list, or a mapping of values to what they mean.
    pub(super) fn read_enum(&mut self, entries: &mut Entries<'_>) -> Kind {
        let mut values: Vec<EnumValue> = Vec::new();
        if let Some(node) = entries.take("enum") {
            match &node.value {
                Yaml::Map(entries) => {
                    for (key, node) in entries {
                        self.read_enum_value(&mut values, &key.text, key.span, Some(node));
                    }
                }
                _ => {
                    for node in items(
                        &mut self.findings,
                        node,
                        "a list of values, or a mapping of values to what they mean",
                    ) {
                        if let Some((wire, span)) = text(&mut self.findings, node) {
                            self.read_enum_value(&mut values, &wire, span, None);
                        }
                    }
                }
            }
            let empty = match &node.value {
                Yaml::Map(entries) => entries.is_empty(),
                Yaml::List(items) => items.is_empty(),
                _ => false,
            };
            // Values that the documentation has and does not print can come later; then nothing else changes.
            if empty && !entries.peek_flag("open") {
                self.error(
                    Diagnostic::error(Code::EMPTY_LIST, node.span, "an enum needs at least one value")
                        .help("list the values; where the documentation prints none, add `open: true`"),
                );
            }
        }
        self.check_values_once(&mut values);
        Kind::Enum(EnumType { values, open: entries.flag(&mut self.findings, "open") })
    }

    /// Each value stands once.
    fn check_values_once(&mut self, values: &mut Vec<EnumValue>) {
        let mut seen = BTreeSet::new();
        values.retain(|value| {
            let is_new = seen.insert(value.wire.clone());
            if !is_new {
                let message = format!("the value `{}` stands twice", value.wire);
                self.findings.push(
                    Diagnostic::error(Code::DUPLICATE_VALUE, value.span, message).help("delete one of them"),
                );
            }
            is_new
        });
    }

    fn read_enum_value(&mut self, values: &mut Vec<EnumValue>, wire: &str, span: Span, about: Option<&Node>) {
        let mut description = None;
        let mut name = None;
        match about.map(|node| (&node.value, node)) {
            Some((Yaml::String(text), _)) => description = Some(text.clone()),
            Some((Yaml::Null, _)) | None => {}
            Some((_, node)) => {
                let expected = "what the value means, or a mapping with `name` and `description`";
                if let Some(mut entries) = Entries::of(&mut self.findings, node, expected) {
                    name = entries.name(&mut self.findings, "name");
                    description = entries.text(&mut self.findings, "description").map(|(text, _)| text);
                    entries.finish(&mut self.findings, "a value of an enum", Mapping::EnumValue);
                }
            }
        }
        let Some(name) = name.or_else(|| Name::new(wire)) else {
            self.error(
                Diagnostic::error(Code::INVALID_NAME, span, format!("`{wire}` does not make a Rust name"))
                    .help("give it one: `enum: { \"..\": { name: Name } }`"),
            );
            return;
        };
        values.push(EnumValue { wire: wire.to_owned(), name, description, span });
    }

    pub(super) fn read_integer(&mut self, entries: &mut Entries<'_>) -> IntegerType {
        for key in ["exclusiveMinimum", "exclusiveMaximum"] {
            if let Some((written, _)) = entries.take_entry(key) {
                self.error(
                    Diagnostic::error(
                        Code::KEY_NOT_HERE,
                        written.span,
                        format!("`{key}` goes with `number` and `decimal`"),
                    )
                    .help("a whole number takes `minimum` and `maximum`: move the bound by one"),
                );
            }
        }
        let minimum = entries.integer(&mut self.findings, "minimum");
        let maximum = entries.integer(&mut self.findings, "maximum");
        self.check_range("minimum", minimum, "maximum", maximum);
        let multiple_of = entries.integer(&mut self.findings, "multipleOf");
        if let Some((..=0, span)) = multiple_of {
            self.error(
                Diagnostic::error(Code::BAD_NUMBER, span, "`multipleOf` is a positive number")
                    .help("write a whole number from 1 on"),
            );
        }
        let mut allowed = Vec::new();
        if let Some(node) = entries.take("enum") {
            for node in items(&mut self.findings, node, "a list of whole numbers") {
                match integer(node) {
                    Some(value) => allowed.push(value),
                    None => self.error(no_integer(node)),
                }
            }
        }
        IntegerType {
            minimum: minimum.map(|(value, _)| value),
            maximum: maximum.map(|(value, _)| value),
            multiple_of: multiple_of.map(|(value, _)| value).filter(|value| *value > 0),
            allowed,
            as_string: self.read_as(entries),
        }
    }

    pub(super) fn read_number(&mut self, entries: &mut Entries<'_>) -> NumberType {
        let minimum = self.read_bound(entries, "minimum", "exclusiveMinimum");
        let maximum = self.read_bound(entries, "maximum", "exclusiveMaximum");
        if let (Some((low, _)), Some((high, span))) = (&minimum, &maximum) {
            let order = number::compare(&low.value, &high.value);
            if order == Ordering::Greater || order == Ordering::Equal && (low.exclusive || high.exclusive) {
                self.error(
                    Diagnostic::error(
                        Code::EMPTY_RANGE,
                        *span,
                        format!("no number is above {} and below {}", low.value, high.value),
                    )
                    .help("swap the two bounds, or delete one"),
                );
            }
        }
        NumberType {
            minimum: minimum.map(|(bound, _)| bound),
            maximum: maximum.map(|(bound, _)| bound),
            max_scale: self.read_scale(entries),
            as_string: self.read_as(entries),
        }
    }

    fn read_bound(
        &mut self,
        entries: &mut Entries<'_>,
        key: &str,
        exclusive_key: &str,
    ) -> Option<(Bound, Span)> {
        let inclusive = entries.take(key);
        let exclusive = entries.take(exclusive_key);
        if let (Some(_), Some(node)) = (inclusive, exclusive) {
            self.error(
                Diagnostic::error(
                    Code::CONFLICTING_KEYS,
                    node.span,
                    format!("`{key}` and `{exclusive_key}` exclude each other"),
                )
                .help("keep the one that the documentation states"),
            );
        }
        let node = inclusive.or(exclusive)?;
        match &node.value {
            Yaml::Number(value) => {
                Some((Bound { value: value.clone(), exclusive: inclusive.is_none() }, node.span))
            }
            _ => {
                self.error(wrong_kind(node, "a number").help("write digits without quotes"));
                None
            }
        }
    }

    /// `multipleOf: 0.01` means two digits behind the point.
    fn read_scale(&mut self, entries: &mut Entries<'_>) -> Option<u32> {
        let node = entries.take("multipleOf")?;
        if let Yaml::Number(text) = &node.value {
            if text == "1" {
                return Some(0);
            }
            let digits = text.strip_prefix("0.").and_then(|digits| digits.strip_suffix('1'));
            if let Some(zeros) = digits.filter(|zeros| zeros.bytes().all(|digit| digit == b'0')) {
                return u32::try_from(zeros.len() + 1).ok();
            }
        }
        self.error(
            Diagnostic::error(
                Code::BAD_NUMBER,
                node.span,
                "`multipleOf` of a number is 1, 0.1, 0.01 and so on",
            )
            .help("write `0.01` for two digits behind the point"),
        );
        None
    }

    pub(super) fn read_boolean(&mut self, entries: &mut Entries<'_>) -> BooleanType {
        BooleanType { as_string: self.read_as(entries) }
    }

    /// `as: string`
    fn read_as(&mut self, entries: &mut Entries<'_>) -> bool {
        let Some((word, span)) = entries.text(&mut self.findings, "as") else { return false };
        if word != "string" {
            self.error(unknown_word(span, "wire form", &word, &["string"]));
        }
        word == "string"
    }

    /// Two ends of a range must leave something between them.
    pub(super) fn check_range<T: PartialOrd + std::fmt::Display + Copy>(
        &mut self,
        low_key: &str,
        low: Option<(T, Span)>,
        high_key: &str,
        high: Option<(T, Span)>,
    ) {
        let (Some((low, low_span)), Some((high, high_span))) = (low, high) else { return };
        if low > high {
            self.error(
                Diagnostic::error(
                    Code::EMPTY_RANGE,
                    high_span,
                    format!(
                        "{} is less than {}",
                        list(&[format!("{high_key}: {high}")]),
                        list(&[format!("{low_key}: {low}")])
                    ),
                )
                .related(low_span, "the other end")
                .help("swap the two numbers"),
            );
        }
    }
}
