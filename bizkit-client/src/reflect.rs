//! A value through its type and back, for tests that compare generated validators with the interpreter.

use crate::check::Checker;
use crate::decode::{Decode, from_slice};
use crate::encode::to_json;
use crate::rules::Rules;
use crate::value::Value;

/// What a type makes of a JSON text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The text is no such value.
    Unreadable {
        /// Where it stops being one.
        path: String,
        /// The fault in words.
        message: String,
    },
    /// The text was read.
    Read {
        /// Every broken rule: path and keyword.
        violations: Vec<(String, &'static str)>,
        /// The value as it is written again, normalised.
        json: String,
    },
}

/// Reads a value, checks it and writes it again.
pub fn reflect<T: Decode + Value>(json: &str, rules: &'static Rules) -> Verdict {
    match from_slice::<T>(json.as_bytes(), rules) {
        Ok(value) => Verdict::Read {
            violations: Checker::check(&value, rules)
                .into_iter()
                .map(|found| (found.path, found.rule))
                .collect(),
            json: to_json(&value, rules),
        },
        Err(fault) => Verdict::Unreadable { path: fault.path(), message: fault.to_string() },
    }
}
