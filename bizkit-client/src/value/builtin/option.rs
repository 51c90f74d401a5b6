//! Values that may be missing, and values behind a pointer.

use crate::schema::rules::Rules;
use crate::value::check::Checker;
use crate::value::encode::JsonWriter;
use crate::value::{Value, downcast};
use bytes::Bytes;
use std::fmt;

/// Absent without a value; `null` where it is written all the same.
impl<T: Value> Value for Option<T> {
    fn equals(&self, other: &dyn Value) -> bool {
        match (self, downcast::<Self>(other)) {
            (Some(one), Some(Some(other))) => one.equals(other),
            (None, Some(None)) => true,
            _ => false,
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn check(&self, rules: &'static Rules, at: &mut Checker) {
        if let Some(value) = self {
            value.check(rules, at);
        }
    }

    fn encode(&self, rules: &'static Rules, out: &mut JsonWriter) {
        match self {
            Some(value) => value.encode(rules, out),
            None => out.null(),
        }
    }

    fn texts(&self, rules: &'static Rules, each: &mut dyn FnMut(&str)) {
        if let Some(value) = self {
            value.texts(rules, each);
        }
    }

    fn bytes(&self) -> Option<&Bytes> {
        self.as_ref()?.bytes()
    }

    fn debug(&self, rules: &'static Rules, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Some(value) => some(value, rules, f),
            None => f.write_str("None"),
        }
    }
}

/// `Some(value)`, as a derived Debug would have it.
pub(super) fn some(value: &dyn Value, rules: &'static Rules, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.debug_tuple("Some").field(&crate::value::DebugWith(value, rules)).finish()
}

impl<T: Value> Value for Box<T> {
    fn equals(&self, other: &dyn Value) -> bool {
        downcast::<Self>(other).is_some_and(|other| (**self).equals(&**other))
    }

    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }

    fn check(&self, rules: &'static Rules, at: &mut Checker) {
        (**self).check(rules, at);
    }

    fn encode(&self, rules: &'static Rules, out: &mut JsonWriter) {
        (**self).encode(rules, out);
    }

    fn texts(&self, rules: &'static Rules, each: &mut dyn FnMut(&str)) {
        (**self).texts(rules, each);
    }

    fn debug(&self, rules: &'static Rules, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).debug(rules, f)
    }
}
