//! The rules of a value as a constant: lengths, formats, ranges, sizes. Checked by
//! [`Checker`](crate::value::check::Checker) at run time and by [`Rules::allows_text`] in constants.

use crate::base::decimal::Digits;
use crate::schema::format::Format;
use crate::schema::pattern::{Program, code_points};

/// No rules at all; what every member without rules points to.
pub static PLAIN: Rules = Rules::NONE;

/// What a value keeps. Written as `Rules { min_length: 16, ..Rules::NONE }`; each kind of value
/// reads the rules that concern it and leaves the others alone.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// Text: fewest Unicode code points.
    pub min_length: u32,
    /// Text: most Unicode code points; `u32::MAX` for any number.
    pub max_length: u32,
    /// Text: what it must look like.
    pub pattern: Option<&'static Pattern>,
    /// Text: a known form.
    pub format: Option<Format>,
    /// Text: steps that are applied before the rules, in order.
    pub normalize: &'static [Normalize],
    /// Text: the number that it must be, by the rules of numbers here; `None` for any text.
    pub number: Option<TextNumber>,
    /// Numbers: the lower bound.
    pub minimum: Option<Bound>,
    /// Numbers: the upper bound.
    pub maximum: Option<Bound>,
    /// Integers: the value is a multiple of this; 0 for any value.
    pub multiple_of: i64,
    /// Integers: the only values; empty for any value.
    pub allowed: &'static [i64],
    /// Numbers: most digits behind the point.
    pub max_scale: Option<u32>,
    /// Numbers and booleans: JSON carries them as a string.
    pub as_string: bool,
    /// Lists: fewest elements.
    pub min_items: u32,
    /// Lists: most elements; `u32::MAX` for any number.
    pub max_items: u32,
    /// Lists: no two elements are equal.
    pub unique: bool,
    /// Lists: joins the elements to one text on the wire.
    pub delimiter: Option<char>,
    /// Lists and maps: the rules of each element or value.
    pub items: Option<&'static Rules>,
    /// Maps: fewest entries.
    pub min_properties: u32,
    /// Maps: most entries; `u32::MAX` for any number.
    pub max_properties: u32,
    /// The value is never shown: in Debug, logs, errors.
    pub sensitive: bool,
    /// A documented value, shown to whoever wrote a wrong one.
    pub example: Option<&'static str>,
}

/// What a text must look like, compiled when the macro runs.
#[derive(Debug)]
pub struct Pattern {
    /// As the spec has it.
    pub source: &'static str,
    /// The same as steps over the bytes of a text.
    pub program: Program,
}

/// What a text that is a number holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextNumber {
    /// An integer literal of JSON that fits `i64`.
    Integer,
    /// Any number of JSON, compared exactly.
    Number,
}

impl TextNumber {
    /// The whole number that a text is, as JSON writes it.
    pub const fn whole(text: &str) -> Option<i64> {
        if Digits::parse(text).is_none() {
            return None;
        }
        match i64::from_str_radix(text, 10) {
            Ok(value) => Some(value),
            Err(_) => None,
        }
    }
}

/// One end of a range.
#[derive(Debug, Clone, Copy)]
pub struct Bound {
    /// The text of a JSON number.
    pub value: &'static str,
    /// Whether the value itself is outside.
    pub exclusive: bool,
}

/// A step that makes equal texts look equal.
#[derive(Debug, Clone, Copy)]
pub enum Normalize {
    /// Removes ASCII white space at both ends.
    Trim,
    /// ASCII lower case.
    Lowercase,
    /// ASCII upper case.
    Uppercase,
    /// Canonical telephone number: `+420 777123456`.
    Phone,
    /// A text that equals a left side as a whole becomes its right side.
    Replace(&'static [(&'static str, &'static str)]),
}

impl Rules {
    /// Everything is allowed.
    pub const NONE: Self = Self {
        min_length: 0,
        max_length: u32::MAX,
        pattern: None,
        format: None,
        normalize: &[],
        number: None,
        minimum: None,
        maximum: None,
        multiple_of: 0,
        allowed: &[],
        max_scale: None,
        as_string: false,
        min_items: 0,
        max_items: u32::MAX,
        unique: false,
        delimiter: None,
        items: None,
        min_properties: 0,
        max_properties: u32::MAX,
        sensitive: false,
        example: None,
    };

    /// Whether a normalised text keeps the lengths, the format and the pattern, and is the number that it must be.
    #[inline]
    pub const fn allows_text(&self, text: &str) -> bool {
        if self.min_length > 0 || self.max_length < u32::MAX {
            let length = code_points(text);
            if length < self.min_length as usize || length > self.max_length as usize {
                return false;
            }
        }
        let formed = match self.format {
            Some(format) => format.allows(text),
            None => true,
        };
        formed
            && match self.pattern {
                Some(pattern) => pattern.program.is_match(text),
                None => true,
            }
            && self.allows_number_in(text)
    }

    /// Whether a text is the number that it must be.
    const fn allows_number_in(&self, text: &str) -> bool {
        match self.number {
            Some(TextNumber::Integer) => match TextNumber::whole(text) {
                Some(value) => self.allows_integer(value),
                None => false,
            },
            Some(TextNumber::Number) => self.allows_decimal(text),
            None => true,
        }
    }

    /// Whether a whole number keeps the range, the list of values and the multiples.
    pub const fn allows_integer(&self, value: i64) -> bool {
        let above = match self.minimum {
            Some(Bound { value: bound, exclusive }) => match i64::from_str_radix(bound, 10) {
                Ok(bound) => value > bound || (value == bound && !exclusive),
                Err(_) => false,
            },
            None => true,
        };
        let below = match self.maximum {
            Some(Bound { value: bound, exclusive }) => match i64::from_str_radix(bound, 10) {
                Ok(bound) => value < bound || (value == bound && !exclusive),
                Err(_) => false,
            },
            None => true,
        };
        let mut listed = self.allowed.is_empty();
        let mut index = 0;
        while index < self.allowed.len() {
            listed |= self.allowed[index] == value;
            index += 1;
        }
        above && below && listed && (self.multiple_of == 0 || value % self.multiple_of == 0)
    }

    /// Whether a text is a decimal number that keeps the range and the digits behind the point.
    pub const fn allows_decimal(&self, text: &str) -> bool {
        let Some(digits) = Digits::parse(text) else { return false };
        let above = match self.minimum {
            Some(bound) => match digits.order(bound.value) {
                Some(order) => order > 0 || (order == 0 && !bound.exclusive),
                None => false,
            },
            None => true,
        };
        let below = match self.maximum {
            Some(bound) => match digits.order(bound.value) {
                Some(order) => order < 0 || (order == 0 && !bound.exclusive),
                None => false,
            },
            None => true,
        };
        let short = match self.max_scale {
            Some(scale) => digits.scale() <= scale as i64,
            None => true,
        };
        above && below && short
    }

    /// The rules of each element of a list, or of each value of a map.
    #[inline]
    pub const fn of_items(&'static self) -> &'static Self {
        match self.items {
            Some(rules) => rules,
            None => &PLAIN,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_hold_at_both_ends_and_in_constants() {
        const RULES: Rules = Rules { min_length: 2, max_length: 3, ..Rules::NONE };
        const _: () = assert!(RULES.allows_text("řž") && RULES.allows_text("abc"));
        assert!(!RULES.allows_text("a"));
        assert!(!RULES.allows_text("abcd"));
    }
}
