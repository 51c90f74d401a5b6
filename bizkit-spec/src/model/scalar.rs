//! Describes values that are one piece: texts, numbers, truth values, words out of a list.

use super::Format;
use crate::name::Name;
use crate::pattern::Pattern;
use crate::source::Span;

/// Rules of a text. Applied in this order: normalisation, lengths, format, pattern, number.
#[derive(Debug, Clone, Default)]
pub struct StringType {
    /// Fewest Unicode code points.
    pub min_length: Option<u64>,
    /// Most Unicode code points.
    pub max_length: Option<u64>,
    /// What the text must look like.
    pub pattern: Option<Pattern>,
    /// A known form.
    pub format: Option<Format>,
    /// Steps that are applied before the rules, in order.
    pub normalize: Vec<Normalize>,
    /// The number that the text must be, where it stands beside one in a list of types that has bounds:
    /// `{ type: [string, integer], minimum: 1 }`.
    pub number: Option<TextNumber>,
}

impl StringType {
    /// Whether every text is allowed.
    pub fn is_free(&self) -> bool {
        self.min_length.is_none()
            && self.max_length.is_none()
            && self.pattern.is_none()
            && self.format.is_none()
            && self.number.is_none()
    }
}

/// A number written as text, with the rules of the number itself. Inside the text stands what JSON calls
/// such a number, nothing else.
#[derive(Debug, Clone)]
pub enum TextNumber {
    /// A whole number that fits `i64`.
    Integer(IntegerType),
    /// Any number; its digits are kept, so it is compared exactly.
    Number(NumberType),
}

/// A step that makes equal texts look equal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Normalize {
    /// Removes ASCII white space at both ends.
    Trim,
    /// ASCII lower case.
    Lowercase,
    /// ASCII upper case.
    Uppercase,
    /// Canonical telephone number. Separators are the space, the tab, U+00A0 and `. - / ( )`.
    ///
    /// A text that has [`Format::Phone`] stays. From any other text the separators at the front go away.
    /// If it does not begin with `+` then, or with two zeros, separators between them or not, the other
    /// separators go away too, and that is all. If it does, what follows these and further separators is split
    /// into the prefix, which is the digits in front, and the rest. The result is `+`, the prefix, one space if
    /// the prefix has one to three digits and the rest begins with a separator, and the rest without separators.
    Phone,
    /// A text that equals the left side as a whole becomes the right side.
    Replace(Vec<(String, String)>),
}

/// Rules of a whole number. Its text is an integer literal of JSON (`-?` and digits, no leading zero) that
/// fits `i64`: `1.0` and `1e2` are numbers, but not written as whole ones.
#[derive(Debug, Clone, Default)]
pub struct IntegerType {
    /// The least value.
    pub minimum: Option<i64>,
    /// The greatest value.
    pub maximum: Option<i64>,
    /// The value is a multiple of this positive number.
    pub multiple_of: Option<i64>,
    /// The only values; empty means any.
    pub allowed: Vec<i64>,
    /// Whether JSON carries it as a string (`"1"`); the bare number is accepted too.
    pub as_string: bool,
}

impl IntegerType {
    /// Whether some whole numbers are refused.
    pub fn is_bounded(&self) -> bool {
        self.minimum.is_some()
            || self.maximum.is_some()
            || self.multiple_of.is_some()
            || !self.allowed.is_empty()
    }
}

/// Rules of a number. The texts are JSON numbers.
#[derive(Debug, Clone, Default)]
pub struct NumberType {
    /// The lower bound.
    pub minimum: Option<Bound>,
    /// The upper bound.
    pub maximum: Option<Bound>,
    /// Most digits behind the point (`multipleOf: 0.01` gives 2).
    pub max_scale: Option<u32>,
    /// Whether JSON carries it as a string (`"150"`); the bare number is accepted too. Inside the
    /// string stands a JSON number, nothing else.
    pub as_string: bool,
}

impl NumberType {
    /// Whether some numbers are refused.
    pub fn is_bounded(&self) -> bool {
        self.minimum.is_some() || self.maximum.is_some() || self.max_scale.is_some()
    }
}

/// One end of a range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// A JSON number.
    pub value: String,
    /// Whether the value itself is outside.
    pub exclusive: bool,
}

/// Rules of a truth value.
#[derive(Debug, Clone, Default)]
pub struct BooleanType {
    /// Whether JSON carries it as a string (`"true"`); the bare value is accepted too.
    pub as_string: bool,
}

/// A string out of a list.
#[derive(Debug, Clone)]
pub struct EnumType {
    /// The known values; none where the documentation does not print them, which only an open enum may do.
    pub values: Vec<EnumValue>,
    /// Whether a request may use other values too. Responses always may.
    pub open: bool,
}

/// One value of an enum.
#[derive(Debug, Clone)]
pub struct EnumValue {
    /// The text on the wire.
    pub wire: String,
    /// The variant's name.
    pub name: Name,
    /// What it means.
    pub description: Option<String>,
    /// Where it was written.
    pub span: Span,
}
