//! What follows a backslash.

use super::{Parser, Result, error};
use crate::pattern::class::Class;

/// Characters that mean something in a pattern, and that a backslash makes literal.
const SYNTAX: &str = r"^$\.*+?()[]{}|/-";

impl Parser<'_> {
    /// `\d`, `\.`, `\u0159`, ...: outside of a class, where `\b` and `\B` were taken before.
    pub(super) fn escape(&mut self) -> Result<Class> {
        let start = self.at;
        self.at += 1;
        let Some(c) = self.peek() else {
            let help = "write `\\\\` for a backslash";
            return Err(error(start..self.at, "a single backslash ends the pattern", help));
        };
        self.at += c.len_utf8();
        let single = match c {
            'd' => return Ok(Class::digit()),
            'D' => return Ok(Class::digit().negated()),
            'w' => return Ok(Class::word()),
            'W' => return Ok(Class::word().negated()),
            's' => return Ok(Class::space()),
            'S' => return Ok(Class::space().negated()),
            't' => '\t',
            'n' => '\n',
            'r' => '\r',
            'v' => '\u{B}',
            'f' => '\u{C}',
            '0' if !self.rest().starts_with(|c: char| c.is_ascii_digit()) => '\0',
            'x' => return self.hexadecimal(start, 2).map(Class::single),
            'u' => return self.unicode(start).map(Class::single),
            c if SYNTAX.contains(c) => c,
            c => return Err(self.refused_escape(start, c)),
        };
        Ok(Class::single(single))
    }

    fn refused_escape(&self, start: usize, c: char) -> super::PatternError {
        let written = start..self.at;
        let (message, help) = match c {
            '0'..='9' if c == '0' => ("octal numbers are not supported", "write `\\xHH`".to_owned()),
            '1'..='9' | 'k' => (
                "back-references are not supported",
                "write out what the text may be, or leave that rule to the server".to_owned(),
            ),
            'p' | 'P' => (
                "classes by Unicode property are not supported",
                "list the ranges, as in `[A-Za-z\\u00C0-\\u017F]`, or leave that rule to the server"
                    .to_owned(),
            ),
            'c' => ("control escapes are not supported", "write `\\xHH`".to_owned()),
            'A' => ("`\\A` is not known to ECMA-262", "write `^`".to_owned()),
            'z' | 'Z' => ("the end of a text has another name in ECMA-262", "write `$`".to_owned()),
            c => {
                let message = format!("`\\{c}` is not an escape");
                return error(
                    written,
                    message,
                    format!("write `{c}`, or `\\\\{c}` for a backslash before it"),
                );
            }
        };
        error(written, message, help)
    }

    /// `HHHH` or `{H..}` behind `\u`; two surrogates make one code point.
    fn unicode(&mut self, start: usize) -> Result<char> {
        if !self.rest().starts_with('{') {
            return self.hexadecimal(start, 4);
        }
        let length = self.rest().find('}');
        let digits = &self.rest()[1..length.unwrap_or(1)];
        self.at += length.map_or(1, |length| length + 1);
        let valid = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let code = if valid { u32::from_str_radix(digits, 16).unwrap_or(u32::MAX) } else { u32::MAX };
        char::from_u32(code).ok_or_else(|| {
            let help = "write it like `\\u{1F600}`, up to `\\u{10FFFF}` and without surrogates";
            error(start..self.at, "not the number of a code point", help)
        })
    }

    /// As many hexadecimal digits as that.
    fn hexadecimal(&mut self, start: usize, count: usize) -> Result<char> {
        let first = self.digits(start, count)?;
        if let Some(c) = char::from_u32(first) {
            return Ok(c);
        }
        let mut second = 0;
        if first < 0xDC00 && self.rest().starts_with("\\u") && !self.rest().starts_with("\\u{") {
            self.at += 2;
            second = self.digits(start, count)?;
        }
        char::decode_utf16([first, second].map(|unit| u16::try_from(unit).unwrap_or_default()))
            .next()
            .and_then(std::result::Result::ok)
            .ok_or_else(|| {
                let help = "write both halves, or `\\u{..}` with the number of the code point";
                error(start..self.at, "half of a pair of surrogates", help)
            })
    }

    fn digits(&mut self, start: usize, count: usize) -> Result<u32> {
        let length = self.rest().bytes().take(count).take_while(u8::is_ascii_hexdigit).count();
        let text = &self.rest()[..length];
        self.at += length;
        match u32::from_str_radix(text, 16) {
            Ok(code) if length == count => Ok(code),
            _ => {
                let message = format!("expected {count} hexadecimal digits");
                Err(error(start..self.at, message, "write it like `\\x2F`, `\\u0159` or `\\u{1F600}`"))
            }
        }
    }
}
