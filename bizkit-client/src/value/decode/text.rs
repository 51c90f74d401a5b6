//! The tokens of JSON: strings, numbers, words; and how to name what stands in their place.

use super::error::DecodeError;
use super::reader::{JsonKind, Reader};
use crate::base::scan::plain_end;
use std::borrow::Cow;

impl<'a> Reader<'a> {
    /// Reads a string; borrowed where nothing in it is escaped.
    ///
    /// # Errors
    /// When no string follows, or it is malformed.
    #[inline]
    pub fn string(&mut self) -> Result<Cow<'a, str>, DecodeError> {
        if !self.eat(b'"') {
            return self.wrong_kind("a string");
        }
        let start = self.at;
        let end = plain_end(self.text.as_bytes(), start);
        if self.text.as_bytes().get(end) == Some(&b'"') {
            self.at = end + 1;
            return Ok(Cow::Borrowed(&self.text[start..end]));
        }
        self.escaped_string(start).map(Cow::Owned)
    }

    /// Reads the rest of a string that began at `start`.
    fn escaped_string(&mut self, start: usize) -> Result<String, DecodeError> {
        let mut out = String::new();
        self.at = start;
        loop {
            let end = plain_end(self.text.as_bytes(), self.at);
            out.push_str(&self.text[self.at..end]);
            self.at = end;
            match self.text.as_bytes().get(end) {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => out.push(self.escape()?),
                Some(_) => return Err(self.syntax("no control character in a string")),
                None => return Err(self.syntax("the end of a string")),
            }
        }
    }

    /// Reads past a string; what its escapes mean is nobody's business.
    pub(super) fn skip_string(&mut self) -> Result<(), DecodeError> {
        if !self.eat(b'"') {
            return self.wrong_kind("a string");
        }
        loop {
            self.at = plain_end(self.text.as_bytes(), self.at);
            match self.text.as_bytes().get(self.at) {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(());
                }
                Some(b'\\') => drop(self.escape()?),
                Some(_) => return Err(self.syntax("no control character in a string")),
                None => return Err(self.syntax("the end of a string")),
            }
        }
    }

    /// Reads one escape sequence, backslash included. Half of a surrogate pair is `U+FFFD`.
    fn escape(&mut self) -> Result<char, DecodeError> {
        let start = self.at;
        let letter = self.text.as_bytes().get(start + 1).copied();
        self.at += 2;
        Ok(match letter {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => match self.hex() {
                Some(code) => self.code_point(code),
                None => return Err(malformed(self.text, start, "`\\u` with the code of a character")),
            },
            _ => return Err(malformed(self.text, start, "an escape sequence of JSON")),
        })
    }

    /// The character of a code; behind a high surrogate, a low one is read as well.
    fn code_point(&mut self, code: u32) -> char {
        if (0xD800..0xDC00).contains(&code) && self.text.as_bytes()[self.at..].starts_with(b"\\u") {
            let behind = self.at;
            self.at += 2;
            match self.hex() {
                Some(low @ 0xDC00..0xE000) => {
                    let pair = 0x1_0000 + ((code - 0xD800) << 10) + (low - 0xDC00);
                    return char::from_u32(pair).unwrap_or(char::REPLACEMENT_CHARACTER);
                }
                // The next one stands for itself.
                _ => self.at = behind,
            }
        }
        char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.text.as_bytes().get(self.at..self.at + 4)?;
        self.at += 4;
        digits.iter().try_fold(0, |value, digit| Some(value * 16 + char::from(*digit).to_digit(16)?))
    }

    /// Reads a number; gives its exact text.
    ///
    /// # Errors
    /// When no number follows, or it is malformed.
    pub fn number(&mut self) -> Result<&'a str, DecodeError> {
        if !matches!(self.peek(), Some(b'-' | b'0'..=b'9')) {
            return self.wrong_kind("a number");
        }
        let start = self.at;
        let bytes = self.text.as_bytes();
        let mut at = start + usize::from(bytes[start] == b'-');
        at = match bytes.get(at) {
            Some(b'0') => at + 1,
            _ => self.digits(at)?,
        };
        if bytes.get(at) == Some(&b'.') {
            at = self.digits(at + 1)?;
        }
        if let Some(b'e' | b'E') = bytes.get(at) {
            at += 1;
            at += usize::from(matches!(bytes.get(at), Some(b'+' | b'-')));
            at = self.digits(at)?;
        }
        self.at = at;
        Ok(&self.text[start..at])
    }

    /// Behind the digits that start at `at`, at least one.
    fn digits(&self, at: usize) -> Result<usize, DecodeError> {
        let bytes = self.text.as_bytes();
        let mut end = at;
        while let Some(b'0'..=b'9') = bytes.get(end) {
            end += 1;
        }
        if end == at { Err(malformed(self.text, at, "a digit")) } else { Ok(end) }
    }

    /// Reads `true` or `false`.
    ///
    /// # Errors
    /// When none of them follows.
    pub fn boolean(&mut self) -> Result<bool, DecodeError> {
        match self.peek() {
            Some(b't') if self.word("true") => Ok(true),
            Some(b'f') if self.word("false") => Ok(false),
            Some(b't' | b'f') => Err(self.syntax("`true` or `false`")),
            _ => self.wrong_kind("a boolean"),
        }
    }

    /// Reads `null` if it follows.
    ///
    /// # Errors
    /// When something follows that only begins like it.
    #[inline]
    pub fn null(&mut self) -> Result<bool, DecodeError> {
        match self.peek() {
            Some(b'n') if self.word("null") => Ok(true),
            Some(b'n') => Err(self.syntax("`null`")),
            _ => Ok(false),
        }
    }

    #[inline]
    fn word(&mut self, word: &str) -> bool {
        let found = self.text.as_bytes()[self.at..].starts_with(word.as_bytes());
        self.at += if found { word.len() } else { 0 };
        found
    }
}

impl Reader<'_> {
    /// Refuses the value that follows because of its kind.
    ///
    /// # Errors
    /// Always.
    #[cold]
    pub fn wrong_kind<U>(&mut self, expected: &'static str) -> Result<U, DecodeError> {
        Err(describe(self, expected))
    }

    /// Malformed JSON at this place.
    #[cold]
    pub(super) fn syntax(&self, expected: &'static str) -> DecodeError {
        malformed(self.text, self.at, expected)
    }
}

/// A value of the wrong kind, named and shown; malformed JSON where there is none.
#[cold]
fn describe(reader: &mut Reader<'_>, expected: &'static str) -> DecodeError {
    let Ok(kind) = reader.kind() else { return reader.syntax(expected) };
    let start = reader.at;
    let mut ahead = reader.clone();
    let (found, value) = match kind {
        JsonKind::String => ("a string", ahead.string().ok().map(|text| crate::base::excerpt::quoted(&text))),
        JsonKind::Number => ("a number", ahead.number().ok().map(|text| text.chars().take(40).collect())),
        JsonKind::Boolean => ("a boolean", None),
        JsonKind::Null => ("null", None),
        JsonKind::Array => ("a list", None),
        JsonKind::Object => ("an object", None),
    };
    DecodeError::at(start, expected, found, value)
}

/// Malformed JSON: shows its shape and none of its contents.
#[cold]
fn malformed(text: &str, at: usize, expected: &'static str) -> DecodeError {
    let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) else {
        return DecodeError::at(text.len().min(at), expected, "the end of the text", None);
    };
    let shape = |c: char| match c {
        c if c.is_ascii_digit() => '0',
        c if c.is_alphabetic() => 'x',
        c if c.is_ascii_graphic() || c == ' ' => c,
        _ => '?',
    };
    DecodeError::at(
        at,
        expected,
        "text like",
        Some(format!("`{}`", rest.chars().take(16).map(shape).collect::<String>())),
    )
}
