//! Unions: one of several types, told apart by a member or by the kind of JSON.

use crate::schema::rules::Rules;
use crate::schema::tag::Tag;
use crate::value::check::Checker;
use crate::value::encode::JsonWriter;
use crate::value::{Branch, DebugWith, Value};
use std::fmt;

impl<'a> Branch<'a> {
    /// A branch.
    pub const fn new(
        name: &'static str,
        tag: Option<(&'static str, Tag)>,
        value: Option<&'a dyn Value>,
        rules: &'static Rules,
    ) -> Self {
        Self { name, tag, value, rules }
    }

    /// Whether both are the same branch and hold equal values.
    pub fn equals(self, other: Branch<'_>) -> bool {
        self.name == other.name
            && match (self.value, other.value) {
                (Some(one), Some(other)) => one.equals(other),
                (None, None) => true,
                _ => false,
            }
    }

    /// Adds every rule that the value breaks.
    pub fn check(self, at: &mut Checker) {
        if let Some(value) = self.value {
            at.value(value, self.rules);
            if let Some((name, _)) = self.tag {
                at.discriminator(name, value);
            }
        }
    }

    /// Writes the discriminator first, then the members of the value.
    pub fn encode(self, out: &mut JsonWriter) {
        if let Some((name, tag)) = self.tag {
            out.tag(name, tag);
        }
        match self.value {
            Some(value) => out.value(value, self.rules),
            None => {
                out.begin_object();
                out.end_object();
            }
        }
    }

    /// `Profile(value)` or `LoggedOut`.
    pub fn debug(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.value {
            Some(value) => f.debug_tuple(self.name).field(&DebugWith(value, self.rules)).finish(),
            None => f.write_str(self.name),
        }
    }
}

/// Implements for a union what needs no list of its branches.
#[doc(hidden)]
#[macro_export]
macro_rules! __bizkit_union_type {
    ($name:ident) => {
        $crate::__bizkit_serde!($name);

        impl ::core::cmp::PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                $crate::__private::Value::equals(self, other)
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::Value::debug(self, &$crate::__private::PLAIN, f)
            }
        }
    };
}
