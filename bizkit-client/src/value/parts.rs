//! Does the work of composite values, whatever they are made of: compares, checks, writes and shows them.

use super::record::{debug_record, encode_record, equal_records};
use super::{Branch, Parts};
use crate::value::check::Checker;
use crate::value::encode::JsonWriter;
use std::fmt;

impl Parts<'_> {
    pub(super) fn equals(self, other: Self) -> bool {
        match (self, other) {
            (Self::Members(one), Self::Members(other)) => equal_records(one, other),
            (Self::Branch(one), Self::Branch(other)) => one.equals(other),
            _ => false,
        }
    }

    pub(super) fn check(self, at: &mut Checker) {
        match self {
            Self::None => {}
            Self::Members(record) => at.members(record),
            Self::Branch(branch) => branch.check(at),
        }
    }

    pub(super) fn encode(self, out: &mut JsonWriter) {
        match self {
            Self::None => out.null(),
            Self::Members(record) => encode_record(record, out),
            Self::Branch(branch) => branch.encode(out),
        }
    }

    /// In a query, a composite value is JSON text; a branch without a discriminator is what it holds.
    pub(super) fn texts(self, each: &mut dyn FnMut(&str)) {
        match self {
            Self::Branch(Branch { tag: None, value: Some(value), rules, .. }) => value.texts(rules, each),
            parts => {
                let mut out = JsonWriter::default();
                parts.encode(&mut out);
                each(&out.into_string());
            }
        }
    }

    pub(super) fn debug(self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => Ok(()),
            Self::Members(record) => debug_record(record, f),
            Self::Branch(branch) => branch.debug(f),
        }
    }
}
