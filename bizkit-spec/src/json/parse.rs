//! JSON text -> a value. Strict: what RFC 8259 does not allow is an error with its place.

use super::Json;
use std::collections::HashSet;
use std::fmt;

/// How deep lists and objects may stand in each other.
const MAX_DEPTH: usize = 128;

/// Why a text is not JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JsonError {
    /// The byte at which it stops being JSON.
    pub offset: usize,
    /// What was expected there.
    pub expected: &'static str,
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {} at byte {}", self.expected, self.offset)
    }
}

impl std::error::Error for JsonError {}

impl Json {
    /// Reads a JSON text. Of two members with one name the later one counts.
    ///
    /// ```
    /// use bizkit_spec::json::Json;
    ///
    /// let price = Json::parse(r#"{"price": 1250.50}"#)?;
    /// assert_eq!(price.get("price"), Some(&Json::Number("1250.50".to_owned())));
    /// # Ok::<(), bizkit_spec::json::JsonError>(())
    /// ```
    ///
    /// # Errors
    /// Where the text is not JSON, or nested deeper than 128 levels.
    pub fn parse(text: &str) -> Result<Self, JsonError> {
        let mut parser = Parser { text, at: 0, depth: 0 };
        let value = parser.value()?;
        parser.skip_space();
        if parser.at == text.len() { Ok(value) } else { parser.expected("the end") }
    }
}

/// A text and how far it is read.
struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl Parser<'_> {
    fn value(&mut self) -> Result<Json, JsonError> {
        self.skip_space();
        match self.peek() {
            Some(b'{') => self.nested(Self::object),
            Some(b'[') => self.nested(Self::array),
            Some(b'"') => self.string().map(Json::String),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ if self.take("true") => Ok(Json::Bool(true)),
            _ if self.take("false") => Ok(Json::Bool(false)),
            _ if self.take("null") => Ok(Json::Null),
            _ => self.expected("a value"),
        }
    }

    /// Goes one level down and up again.
    fn nested(&mut self, read: fn(&mut Self) -> Result<Json, JsonError>) -> Result<Json, JsonError> {
        if self.depth == MAX_DEPTH {
            return self.expected("fewer levels");
        }
        self.depth += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }

    fn object(&mut self) -> Result<Json, JsonError> {
        let mut members: Vec<(String, Json)> = Vec::new();
        self.at += 1;
        self.skip_space();
        if self.take("}") {
            return Ok(Json::Object(members));
        }
        loop {
            self.skip_space();
            if self.peek() != Some(b'"') {
                return self.expected("a name in quotes");
            }
            let name = self.string()?;
            self.skip_space();
            if !self.take(":") {
                return self.expected("`:`");
            }
            members.push((name, self.value()?));
            self.skip_space();
            if self.take("}") {
                return Ok(Json::Object(last_of_each(members)));
            }
            if !self.take(",") {
                return self.expected("`,` or `}`");
            }
        }
    }

    fn array(&mut self) -> Result<Json, JsonError> {
        let mut items = Vec::new();
        self.at += 1;
        self.skip_space();
        if self.take("]") {
            return Ok(Json::Array(items));
        }
        loop {
            items.push(self.value()?);
            self.skip_space();
            if self.take("]") {
                return Ok(Json::Array(items));
            }
            if !self.take(",") {
                return self.expected("`,` or `]`");
            }
        }
    }

    fn number(&mut self) -> Result<Json, JsonError> {
        let start = self.at;
        self.take("-");
        if !self.take("0") && self.digits() == 0 {
            return self.expected("a digit");
        }
        if self.take(".") && self.digits() == 0 {
            return self.expected("a digit");
        }
        if self.take("e") || self.take("E") {
            let _signed = self.take("+") || self.take("-");
            if self.digits() == 0 {
                return self.expected("a digit");
            }
        }
        Ok(Json::Number(self.text[start..self.at].to_owned()))
    }

    /// Passes digits and counts them.
    fn digits(&mut self) -> usize {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        self.at - start
    }

    fn string(&mut self) -> Result<String, JsonError> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let start = self.at;
            while self.peek().is_some_and(|byte| !matches!(byte, b'"' | b'\\' | 0..=0x1f)) {
                self.at += 1;
            }
            out.push_str(&self.text[start..self.at]);
            if self.take("\"") {
                return Ok(out);
            }
            if !self.take("\\") {
                return self.expected("`\"`");
            }
            out.push(self.escape()?);
        }
    }

    /// The character behind a backslash.
    fn escape(&mut self) -> Result<char, JsonError> {
        let plain = match self.peek() {
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                return self.code_point();
            }
            _ => return self.expected("an escape"),
        };
        self.at += 1;
        Ok(plain)
    }

    /// One `XXXX`, or the two of a surrogate pair with the `\u` between them.
    fn code_point(&mut self) -> Result<char, JsonError> {
        let first = self.four_digits()?;
        let code = match first {
            0xd800..=0xdbff if self.take("\\u") => match self.four_digits()? {
                second @ 0xdc00..=0xdfff => 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00),
                _ => return self.expected("the second half of a surrogate pair"),
            },
            _ => first,
        };
        char::from_u32(code).map_or_else(|| self.expected("a surrogate pair"), Ok)
    }

    fn four_digits(&mut self) -> Result<u32, JsonError> {
        let digits =
            self.text.get(self.at..self.at + 4).filter(|text| text.bytes().all(|b| b.is_ascii_hexdigit()));
        let Some(code) = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()) else {
            return self.expected("four hexadecimal digits");
        };
        self.at += 4;
        Ok(code)
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Passes this text where it stands here.
    fn take(&mut self, text: &str) -> bool {
        let here = self.text.as_bytes()[self.at..].starts_with(text.as_bytes());
        self.at += if here { text.len() } else { 0 };
        here
    }

    fn expected<T>(&self, expected: &'static str) -> Result<T, JsonError> {
        Err(JsonError { offset: self.at, expected })
    }
}

/// Leaves out members whose name comes again.
fn last_of_each(mut members: Vec<(String, Json)>) -> Vec<(String, Json)> {
    let mut seen = HashSet::new();
    members.reverse();
    members.retain(|(name, _)| seen.insert(name.clone()));
    members.reverse();
    members
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Random pieces of JSON, most of them no JSON as a whole, are read as `serde_json` reads them.
    #[test]
    fn agrees_with_another_reader() {
        let pieces = [
            "{", "}", "[", "]", ",", ":", "\"a\"", "\"b\":", "1", "-", "0", ".5", "e1", "E-2", "true",
            "null", " ", "\n", "\"", "\\u00e9", "\\ud83d", "\\ude00", "\\n", "\\x", "ř", "\u{1}", "[]", "{}",
            "[1,2]", "\"x\"",
        ];
        let mut seed = 5_u64;
        let mut read = 0;
        for _ in 0..60_000 {
            let mut text = String::new();
            for _ in 0..=seed % 7 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                text.push_str(pieces[usize::try_from(seed >> 33).unwrap() % pieces.len()]);
            }
            let theirs = serde_json::from_str::<serde_json::Value>(&text);
            match Json::parse(&text) {
                Ok(ours) => {
                    read += 1;
                    assert_eq!(
                        serde_json::from_str::<serde_json::Value>(&ours.to_string()).ok(),
                        theirs.ok(),
                        "{text}"
                    );
                }
                Err(error) => assert!(theirs.is_err(), "{text}: {error}"),
            }
        }
        assert!(read > 3_000, "only {read} of the texts are JSON");
    }

    #[test]
    fn what_is_read_prints_the_same() {
        for text in [
            "null",
            "true",
            "-0",
            "1250.50",
            "1E+9",
            "\"\"",
            r#""\"\\/řž \n""#,
            "[]",
            "[1,[],{}]",
            r#"{"a":{"b":[false]},"c":0.10}"#,
        ] {
            assert_eq!(Json::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Json::parse(" [ 1 ,\t2 ]\r\n").unwrap().to_string(), "[1,2]");
        assert_eq!(Json::parse(r#"{"a":1,"b":2,"a":3}"#).unwrap().to_string(), r#"{"b":2,"a":3}"#);
    }

    #[test]
    fn escapes_are_undone() {
        let text = |json| Json::parse(json).unwrap().as_str().map(str::to_owned);
        assert_eq!(text(r#""\u0159\/\b\f\n\r\t""#).as_deref(), Some("ř/\u{8}\u{c}\n\r\t"));
        assert_eq!(text(r#""\ud83d\ude00""#).as_deref(), Some("😀"));
    }

    #[test]
    fn what_is_not_json_is_refused_at_its_place() {
        for (text, offset, expected) in [
            ("", 0, "a value"),
            ("nul", 0, "a value"),
            ("[1,]", 3, "a value"),
            ("[1 2]", 3, "`,` or `]`"),
            ("{a:1}", 1, "a name in quotes"),
            (r#"{"a" 1}"#, 5, "`:`"),
            (r#"{"a":1,}"#, 7, "a name in quotes"),
            ("01", 1, "the end"),
            ("1.", 2, "a digit"),
            ("1e+", 3, "a digit"),
            ("-", 1, "a digit"),
            ("+1", 0, "a value"),
            ("\"a", 2, "`\"`"),
            ("\"a\nb\"", 2, "`\"`"),
            (r#""\x""#, 2, "an escape"),
            (r#""\u12g4""#, 3, "four hexadecimal digits"),
            (r#""\u12ř""#, 3, "four hexadecimal digits"),
            (r#""\ud83d""#, 7, "a surrogate pair"),
            (r#""\ud83d\u0041""#, 13, "the second half of a surrogate pair"),
            ("1 1", 2, "the end"),
        ] {
            assert_eq!(Json::parse(text), Err(JsonError { offset, expected }), "{text}");
        }
    }

    #[test]
    fn a_deep_text_is_refused_without_a_deep_stack() {
        let nested = |levels| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        assert!(Json::parse(&nested(128)).is_ok());
        assert_eq!(Json::parse(&nested(100_000)), Err(JsonError { offset: 128, expected: "fewer levels" }));
    }
}
