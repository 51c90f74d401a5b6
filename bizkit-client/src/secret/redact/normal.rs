//! The normal form of a text: a text goes in; the same without escapes, case and runs of blanks comes out, each byte
//! with its place in the text.

use super::entity;

/// How often what was unescaped is unescaped again: HTML in a URL in a string of JSON in a string of JSON.
const DEPTH: usize = 4;

/// A text in one of its forms.
#[derive(Debug, Default)]
pub(super) struct Form {
    pub(super) bytes: Vec<u8>,
    /// Where in the text each byte begins.
    at: Vec<u32>,
    /// The length of the text.
    end: u32,
}

impl Form {
    fn with_capacity(length: usize, end: u32) -> Self {
        Self { bytes: Vec::with_capacity(length), at: Vec::with_capacity(length), end }
    }

    fn push(&mut self, byte: u8, at: u32) {
        self.bytes.push(byte);
        self.at.push(at);
    }

    fn push_char(&mut self, letter: char, at: u32) {
        letter.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| self.push(byte, at));
    }

    /// The part of the text that these bytes stand for, down to its last escape.
    pub(super) fn place(&self, start: usize, end: usize) -> (usize, usize) {
        let from = self.at[start];
        let last = self.at[end - 1];
        let behind = self.at[end..].iter().find(|at| **at > last);
        (from as usize, behind.copied().unwrap_or(self.end) as usize)
    }

    /// The text as it is, and as long as there is something to unescape, without one more level of escapes. What
    /// stands behind 4 GiB is left out.
    pub(super) fn all(text: &[u8]) -> impl Iterator<Item = Self> {
        let end = u32::try_from(text.len()).unwrap_or(u32::MAX);
        let plain = Self { bytes: text[..end as usize].to_vec(), at: (0..end).collect(), end };
        std::iter::successors(Some(plain), Self::unescaped).take(1 + DEPTH)
    }

    /// One level of escapes less; `None` where there is none.
    fn unescaped(&self) -> Option<Self> {
        if !self.bytes.iter().any(|byte| matches!(byte, b'\\' | b'%' | b'&')) {
            return None;
        }
        let mut out = Self::with_capacity(self.bytes.len(), self.end);
        let mut rest = &self.bytes[..];
        let mut found = false;
        while let [first, ..] = rest {
            let at = self.at[self.bytes.len() - rest.len()];
            let length = match escape(rest) {
                Some((Unit::Char(letter), length)) => {
                    out.push_char(letter, at);
                    length
                }
                Some((Unit::Byte(byte), length)) => {
                    out.push(byte, at);
                    length
                }
                None => {
                    out.push(*first, at);
                    1
                }
            };
            found |= length > 1;
            rest = &rest[length..];
        }
        found.then_some(out)
    }

    /// Without what writers change freely: the case of ASCII letters, how many blanks of which kind stand together,
    /// `+` for a blank, and the zeros that UTF-16 puts between ASCII letters.
    pub(super) fn folded(&self) -> Self {
        let mut out = Self::with_capacity(self.bytes.len(), self.end);
        let mut index = 0;
        while index < self.bytes.len() {
            let at = self.at[index];
            match blank(&self.bytes[index..]) {
                0 if self.bytes[index] == 0 => index += 1,
                0 => {
                    out.push(self.bytes[index].to_ascii_lowercase(), at);
                    index += 1;
                }
                length => {
                    if out.bytes.last() != Some(&b' ') {
                        out.push(b' ', at);
                    }
                    index += length;
                }
            }
        }
        out
    }
}

/// How many bytes of white space, or of `+`, which forms write for it, the text begins with.
fn blank(text: &[u8]) -> usize {
    match *text {
        [b' ' | b'\t'..=b'\r' | b'+', ..] => 1,
        [0xc2, 0x85 | 0xa0, ..] => 2,
        [0xe1, 0x9a, 0x80, ..]
        | [0xe2, 0x80, 0x80..=0x8a | 0xa8 | 0xa9 | 0xaf, ..]
        | [0xe2, 0x81, 0x9f, ..]
        | [0xe3, 0x80, 0x80, ..] => 3,
        _ => 0,
    }
}

/// What an escape stands for.
enum Unit {
    Char(char),
    /// One byte of UTF-8.
    Byte(u8),
}

/// The escape that a text begins with, and its length: those of JSON, JavaScript, Rust and Python, of URLs, of HTML.
fn escape(text: &[u8]) -> Option<(Unit, usize)> {
    match text {
        [b'\\', rest @ ..] => backslash(rest).map(|(unit, length)| (unit, length + 1)),
        [b'%', b'u', rest @ ..] => Some((Unit::Char(char::from_u32(hex(rest.get(..4)?)?)?), 6)),
        [b'%', rest @ ..] => Some((Unit::Byte(u8::try_from(hex(rest.get(..2)?)?).ok()?), 3)),
        [b'&', b'#', b'x' | b'X', rest @ ..] => number(rest, 16, 3),
        [b'&', b'#', rest @ ..] => number(rest, 10, 2),
        [b'&', rest @ ..] => entity::named(rest).map(|(letter, length)| (Unit::Char(letter), length + 1)),
        _ => None,
    }
}

/// What follows a backslash.
fn backslash(text: &[u8]) -> Option<(Unit, usize)> {
    let letter = match text {
        [letter @ (b'"' | b'\\' | b'/' | b'\''), ..] => char::from(*letter),
        [b'b', ..] => '\u{8}',
        [b'f', ..] => '\u{c}',
        [b'n', ..] => '\n',
        [b'r', ..] => '\r',
        [b't', ..] => '\t',
        [b'0', ..] => '\0',
        [b'x', rest @ ..] => return Some((Unit::Byte(u8::try_from(hex(rest.get(..2)?)?).ok()?), 3)),
        [b'u', b'{', rest @ ..] => {
            let digits = rest.iter().take(7).position(|byte| *byte == b'}')?;
            return Some((Unit::Char(char::from_u32(hex(&rest[..digits])?)?), digits + 3));
        }
        [b'u', rest @ ..] => return utf16(rest),
        _ => return None,
    };
    Some((Unit::Char(letter), 1))
}

/// Behind `\u`: four digits, or a pair of surrogates.
fn utf16(text: &[u8]) -> Option<(Unit, usize)> {
    let first = hex(text.get(..4)?)?;
    if let Some(letter) = char::from_u32(first) {
        return Some((Unit::Char(letter), 5));
    }
    let [b'\\', b'u', second @ ..] = text.get(4..)? else { return None };
    let pair = [u16::try_from(first).ok()?, u16::try_from(hex(second.get(..4)?)?).ok()?];
    let letter = char::decode_utf16(pair).next()?.ok()?;
    Some((Unit::Char(letter), 11))
}

/// A number of HTML, whose semicolon some leave out. `before` is the length of what stands in front of the digits.
fn number(text: &[u8], radix: u32, before: usize) -> Option<(Unit, usize)> {
    let digit = |byte: &u8| char::from(*byte).to_digit(radix);
    let count = text.iter().take(16).take_while(|byte| digit(byte).is_some()).count();
    let code = text[..count]
        .iter()
        .try_fold(0_u32, |code, byte| code.checked_mul(radix)?.checked_add(digit(byte)?))?;
    let letter = char::from_u32(code).filter(|_| count > 0)?;
    Some((Unit::Char(letter), before + count + usize::from(text.get(count) == Some(&b';'))))
}

fn hex(digits: &[u8]) -> Option<u32> {
    if digits.is_empty() {
        return None;
    }
    digits.iter().try_fold(0, |number, byte| Some(number * 16 + char::from(*byte).to_digit(16)?))
}
