//! Members that tell absent, `null` and a value apart.

use super::{Value, downcast};
use crate::schema::rules::Rules;
use crate::value::check::Checker;
use crate::value::encode::JsonWriter;
use std::fmt;

/// A member that can be left out, be `null`, or have a value; the three mean different things when
/// a part of something is updated: leave it, clear it, set it.
///
/// ```
/// use bizkit_client::Nullable;
///
/// let parent = Nullable::from("a");
/// assert_eq!(parent.value(), Some("a"));
/// assert!(Nullable::<&str>::Null.value().is_none());
/// assert_eq!(Nullable::<&str>::default(), Nullable::Absent);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Nullable<T> {
    /// Left out.
    #[default]
    Absent,
    /// An explicit `null`.
    Null,
    /// A value.
    Value(T),
}

impl<T> Nullable<T> {
    /// The value; `None` where it is left out or `null`.
    pub fn value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The same with a reference to the value.
    pub const fn as_ref(&self) -> Nullable<&T> {
        match self {
            Self::Value(value) => Nullable::Value(value),
            Self::Null => Nullable::Null,
            Self::Absent => Nullable::Absent,
        }
    }

    /// Whether the member is left out.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether the member is an explicit `null`.
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

impl<T> From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// In a query, a `null` is an empty text.
impl<T: Value> Value for Nullable<T> {
    fn equals(&self, other: &dyn Value) -> bool {
        match (self, downcast::<Self>(other)) {
            (Self::Value(one), Some(Self::Value(other))) => one.equals(other),
            (Self::Null, Some(Self::Null)) | (Self::Absent, Some(Self::Absent)) => true,
            _ => false,
        }
    }

    fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    fn check(&self, rules: &'static Rules, at: &mut Checker) {
        if let Self::Value(value) = self {
            value.check(rules, at);
        }
    }

    fn encode(&self, rules: &'static Rules, out: &mut JsonWriter) {
        match self {
            Self::Value(value) => value.encode(rules, out),
            Self::Absent | Self::Null => out.null(),
        }
    }

    fn texts(&self, rules: &'static Rules, each: &mut dyn FnMut(&str)) {
        match self {
            Self::Value(value) => value.texts(rules, each),
            Self::Null => each(""),
            Self::Absent => {}
        }
    }

    fn debug(&self, rules: &'static Rules, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(value) => f.debug_tuple("Value").field(&super::DebugWith(value, rules)).finish(),
            Self::Null => f.write_str("Null"),
            Self::Absent => f.write_str("Absent"),
        }
    }
}
