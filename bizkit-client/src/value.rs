//! What can stand in a request or a reply: values and records of members. Generated types describe
//! themselves through these traits; checking, writing and showing them is shared code.

mod list;
mod nullable;
mod option;
pub(crate) mod record;
mod scalar;

pub use nullable::Nullable;

use crate::check::Checker;
use crate::encode::JsonWriter;
use crate::rules::Rules;
use crate::tables::{FieldInfo, GroupInfo};
use bytes::Bytes;
use std::fmt;

/// A value of a request or a reply.
pub trait Value: Send + Sync {
    /// Whether an optional value is not there.
    fn is_absent(&self) -> bool {
        false
    }

    /// Adds every rule that the value breaks.
    fn check(&self, rules: &'static Rules, at: &mut Checker);

    /// Writes the value as JSON, normalised.
    fn encode(&self, rules: &'static Rules, out: &mut JsonWriter);

    /// Gives the texts that stand for the value in a query, a path or a header: none where it is
    /// absent, several for a list.
    fn texts(&self, rules: &'static Rules, each: &mut dyn FnMut(&str));

    /// The bytes of a body that is neither JSON nor text.
    fn bytes(&self) -> Option<&Bytes> {
        None
    }

    /// Shows the value to developers; sensitive values show that they are there, and nothing else.
    fn debug(&self, rules: &'static Rules, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

/// A record or a request: a name and members in a fixed order.
pub trait Members: Send + Sync {
    /// The name of the Rust type.
    fn name(&self) -> &'static str;

    /// Names and rules of the members.
    fn fields(&self) -> &'static [FieldInfo];

    /// Rules over several members.
    fn groups(&self) -> &'static [GroupInfo] {
        &[]
    }

    /// The member with this index; `None` behind the last one.
    fn member(&self, index: usize) -> Option<&dyn Value>;
}

/// What stands for a sensitive value wherever it would be shown.
pub(crate) const REDACTED: &str = "***";

/// A value with its rules, for `{:?}`.
#[derive(Clone, Copy)]
pub struct Shown<'a>(pub &'a dyn Value, pub &'static Rules);

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.1.sensitive && !self.0.is_absent() {
            return f.write_str(REDACTED);
        }
        self.0.debug(self.1, f)
    }
}

#[cfg(test)]
mod tests;
