//! Defines what tells the branches of a union apart.

use crate::json::Json;

/// What selects a branch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Select {
    /// The discriminator has this value.
    Tag(Tag),
    /// The discriminator is not there.
    Absent,
    /// The value is an object with this member, which is not `null`; of several such branches the first one.
    Has(String),
    /// The value is of this JSON kind.
    Kind(JsonKind),
}

/// The value of a discriminator.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tag {
    /// `true`, `false`
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// Text.
    String(String),
}

/// The kinds that JSON itself tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum JsonKind {
    /// `"..."`
    String,
    /// `1`, `1.5`
    Number,
    /// `true`, `false`
    Boolean,
    /// `[...]`
    Array,
    /// `{...}`
    Object,
}

impl JsonKind {
    /// The kind of a value; `None` for `null`, which is none of them.
    pub fn of(value: &Json) -> Option<Self> {
        Some(match value {
            Json::Null => return None,
            Json::Bool(_) => Self::Boolean,
            Json::Number(_) => Self::Number,
            Json::String(_) => Self::String,
            Json::Array(_) => Self::Array,
            Json::Object(_) => Self::Object,
        })
    }
}
