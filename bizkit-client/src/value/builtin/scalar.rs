//! Texts, numbers and truth values as they are, without a type of their own.

use crate::base::compact::CompactText;
use crate::base::decimal::Decimal;
use crate::schema::normalize::normalize;
use crate::schema::rules::Rules;
use crate::value::check::Checker;
use crate::value::encode::{JsonWriter, number_buffer};
use crate::value::{Value, dyn_eq};
use bytes::Bytes;
use std::fmt;

impl Value for String {
    fn equals(&self, other: &dyn Value) -> bool {
        dyn_eq(self, other)
    }

    fn check(&self, rules: &'static Rules, at: &mut Checker) {
        at.text(self, rules);
    }

    fn encode(&self, rules: &'static Rules, out: &mut JsonWriter) {
        out.string(&normalize(self, rules.normalize));
    }

    fn texts(&self, rules: &'static Rules, each: &mut dyn FnMut(&str)) {
        each(&normalize(self, rules.normalize));
    }

    fn debug(&self, _: &'static Rules, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl Value for i64 {
    fn equals(&self, other: &dyn Value) -> bool {
        dyn_eq(self, other)
    }

    fn check(&self, rules: &'static Rules, at: &mut Checker) {
        at.integer(*self, rules);
    }

    fn encode(&self, rules: &'static Rules, out: &mut JsonWriter) {
        self.texts(rules, &mut |text| out.number(text, rules));
    }

    fn texts(&self, _: &'static Rules, each: &mut dyn FnMut(&str)) {
        each(CompactText::from_integer(*self).as_str());
    }

    fn debug(&self, _: &'static Rules, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl Value for f64 {
    fn equals(&self, other: &dyn Value) -> bool {
        dyn_eq(self, other)
    }

    fn check(&self, rules: &'static Rules, at: &mut Checker) {
        at.float(*self, rules);
    }

    fn encode(&self, rules: &'static Rules, out: &mut JsonWriter) {
        if self.is_finite() {
            self.texts(rules, &mut |text| out.number(text, rules));
        } else {
            out.null();
        }
    }

    fn texts(&self, _: &'static Rules, each: &mut dyn FnMut(&str)) {
        number_buffer(format_args!("{self}"), each);
    }

    fn debug(&self, _: &'static Rules, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl Value for Decimal {
    fn equals(&self, other: &dyn Value) -> bool {
        dyn_eq(self, other)
    }

    fn check(&self, rules: &'static Rules, at: &mut Checker) {
        at.decimal(self.as_str(), rules);
    }

    fn encode(&self, rules: &'static Rules, out: &mut JsonWriter) {
        if self.is_number() {
            out.number(self.as_str(), rules);
        } else {
            out.string(self.as_str());
        }
    }

    fn texts(&self, _: &'static Rules, each: &mut dyn FnMut(&str)) {
        each(self.as_str());
    }

    fn debug(&self, _: &'static Rules, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl Value for bool {
    fn equals(&self, other: &dyn Value) -> bool {
        dyn_eq(self, other)
    }

    fn check(&self, _: &'static Rules, _: &mut Checker) {}

    fn encode(&self, rules: &'static Rules, out: &mut JsonWriter) {
        out.number(if *self { "true" } else { "false" }, rules);
    }

    fn texts(&self, _: &'static Rules, each: &mut dyn FnMut(&str)) {
        each(if *self { "true" } else { "false" });
    }

    fn debug(&self, _: &'static Rules, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// Bytes stand alone as a body; they are no JSON.
impl Value for Bytes {
    fn equals(&self, other: &dyn Value) -> bool {
        dyn_eq(self, other)
    }

    fn check(&self, _: &'static Rules, _: &mut Checker) {}

    fn encode(&self, _: &'static Rules, out: &mut JsonWriter) {
        out.null();
    }

    fn texts(&self, _: &'static Rules, _: &mut dyn FnMut(&str)) {}

    fn bytes(&self) -> Option<&Bytes> {
        Some(self)
    }

    /// `<1024 bytes>`
    fn debug(&self, _: &'static Rules, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{} bytes>", self.len())
    }
}
