//! The interpreter: a JSON value goes in, every rule of its schema that it breaks comes out.

use crate::json::Json;
use crate::model::{Api, Field, Group};
use crate::types::Schema;

/// A rule that a value breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Where: `items[3].price`, `tags.key`, `tags["a b"]`; empty for the value itself.
    pub path: String,
    /// The rule's keyword: `type`, `required`, `minLength`, ...
    pub rule: &'static str,
    /// What was expected and found; never shows a sensitive value.
    pub message: String,
}

/// Checks a value against a schema.
pub fn validate(_api: &Api, _schema: &Schema, _value: &Json) -> Vec<Violation> {
    Vec::new()
}

/// Checks the members of an object, or of a request.
pub fn validate_members(_api: &Api, _fields: &[Field], _groups: &[Group], _value: &Json) -> Vec<Violation> {
    Vec::new()
}
