//! What can stand in a request or a response: values and records of members. Generated types describe
//! themselves through these traits; checking, writing and showing them is shared code.

pub(crate) mod arg;
pub(crate) mod builtin;
pub(crate) mod check;
pub(crate) mod convert;
pub(crate) mod decode;
pub(crate) mod encode;
pub(crate) mod json;
pub(crate) mod nullable;
pub(crate) mod number;
pub(crate) mod open_enum;
mod parts;
pub(crate) mod record;
pub(crate) mod serde;
pub(crate) mod text;
pub(crate) mod union;

pub use nullable::Nullable;

use crate::schema::rules::Rules;
use crate::schema::tables::{FieldInfo, RecordInfo};
use crate::schema::tag::Tag;
use crate::secret::REDACTED;
use crate::value::check::Checker;
use crate::value::encode::JsonWriter;
use bytes::Bytes;
use std::any::Any;
use std::fmt;

/// A value of a request or a response. Scalars, lists and maps do their own work; a generated record or union
/// says what it is made of, and the provided methods do the rest.
pub trait Value: Any + Send + Sync {
    /// Whether an optional value is not there.
    fn is_absent(&self) -> bool {
        false
    }

    /// What a record or a union is made of.
    fn parts(&self) -> Parts<'_> {
        Parts::None
    }

    /// Whether the other value is of the same type and equal.
    fn equals(&self, other: &dyn Value) -> bool {
        self.parts().equals(other.parts())
    }

    /// Adds every rule that the value breaks.
    fn check(&self, _rules: &'static Rules, at: &mut Checker) {
        self.parts().check(at);
    }

    /// Writes the value as JSON, normalised.
    fn encode(&self, _rules: &'static Rules, out: &mut JsonWriter) {
        self.parts().encode(out);
    }

    /// Gives the texts that stand for the value in a query, a path or a header: none where it is
    /// absent, several for a list.
    fn texts(&self, _rules: &'static Rules, each: &mut dyn FnMut(&str)) {
        self.parts().texts(each);
    }

    /// Gives the entries of a map; none of any other value.
    fn entries(&self, _each: &mut dyn FnMut(&str, &dyn Value)) {}

    /// The bytes of a body that is neither JSON nor text.
    fn bytes(&self) -> Option<&Bytes> {
        None
    }

    /// Shows the value to developers; sensitive values show that they are there, and nothing else.
    fn debug(&self, _rules: &'static Rules, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts().debug(f)
    }
}

/// What a composite value is made of.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "shows itself through its rules alone")]
pub enum Parts<'a> {
    /// Nothing that the provided methods know.
    None,
    /// The members of a record.
    Members(&'a dyn Members),
    /// The branch of a union.
    Branch(Branch<'a>),
}

/// One branch with its value.
#[derive(Clone, Copy)]
#[expect(missing_debug_implementations, reason = "holds a value that only its own rules can show")]
pub struct Branch<'a> {
    /// The name of the variant.
    pub name: &'static str,
    /// The discriminator and its value; `None` for branches without it.
    pub tag: Option<(&'static str, Tag)>,
    /// What the branch holds.
    pub value: Option<&'a dyn Value>,
    /// The rules of what it holds.
    pub rules: &'static Rules,
}

/// A record or a request: a table and the members in its order.
pub trait Members: Send + Sync {
    /// The table.
    fn info(&self) -> &'static RecordInfo;

    /// The member with this index; `None` behind the last one.
    fn member(&self, index: usize) -> Option<&dyn Value>;
}

impl dyn Members + '_ {
    /// Names and rules of the members.
    pub(crate) fn fields(&self) -> &'static [FieldInfo] {
        self.info().fields
    }
}

/// `equals` of a type that can compare itself.
pub fn dyn_eq<T: Value + PartialEq>(one: &T, other: &dyn Value) -> bool {
    downcast(other) == Some(one)
}

/// The other value, where it is of the same type.
pub(crate) fn downcast<T: Value>(other: &dyn Value) -> Option<&T> {
    (other as &dyn Any).downcast_ref()
}

/// A value with its rules, for `{:?}`.
#[derive(Clone, Copy)]
pub struct DebugWith<'a>(pub &'a dyn Value, pub &'static Rules);

impl fmt::Debug for DebugWith<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.1.sensitive && !self.0.is_absent() {
            return f.write_str(REDACTED);
        }
        self.0.debug(self.1, f)
    }
}

#[cfg(test)]
mod tests;
