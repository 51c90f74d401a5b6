//! Holds the value of a discriminator as generated code writes it.

/// The value of a discriminator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tag {
    /// `true`, `false`
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// Text.
    Text(&'static str),
}
