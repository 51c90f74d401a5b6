//! Holds values of YAML with their places.

use crate::source::Span;

/// A value with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Where it stands; for a list or a mapping in a mapping, the place of its key.
    pub span: Span,
    /// What it is.
    pub value: Yaml,
}

/// The kinds of values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Yaml {
    /// Nothing, `null` or `~`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number with its text, which is a JSON number.
    Number(String),
    /// Text.
    String(String),
    /// A list.
    List(Vec<Node>),
    /// Keys are unique and in the order of the file.
    Map(Vec<(Key, Node)>),
}

/// A key with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The text; a number or truth value as it was written.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// Whether the mapping is written in braces, where a comma ends a text without quotes.
    pub in_braces: bool,
}
