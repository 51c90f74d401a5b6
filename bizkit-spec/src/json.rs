//! A JSON value that keeps the text of its numbers and the order of its keys.

pub mod build;
mod parse;

pub use parse::JsonError;

use crate::visible;
use std::fmt;

/// A JSON value. Numbers hold their text, so that `1250.50` stays `1250.50`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Json {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// The number as it was written; always valid JSON.
    Number(String),
    /// Text.
    String(String),
    /// A list.
    Array(Vec<Json>),
    /// Keys are unique and keep their order.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The member of an object; `None` for a missing key and for other kinds.
    pub fn get(&self, key: &str) -> Option<&Json> {
        match self {
            Self::Object(members) => members.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The text of a string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// What kind of value this is, in the words of JSON Schema.
    pub fn kind_name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "boolean",
            Self::Number(text) if text.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit()) => "integer",
            Self::Number(_) => "number",
            Self::String(_) => "string",
            Self::Array(_) => "array",
            Self::Object(_) => "object",
        }
    }
}

/// Compact JSON text.
impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => write!(f, "{value}"),
            Self::Number(text) => f.write_str(text),
            Self::String(text) => write_string(f, text),
            Self::Array(items) => {
                f.write_str("[")?;
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        f.write_str(",")?;
                    }
                    write!(f, "{item}")?;
                }
                f.write_str("]")
            }
            Self::Object(members) => {
                f.write_str("{")?;
                for (index, (key, value)) in members.iter().enumerate() {
                    if index > 0 {
                        f.write_str(",")?;
                    }
                    write_string(f, key)?;
                    write!(f, ":{value}")?;
                }
                f.write_str("}")
            }
        }
    }
}

/// Writes a JSON string with its quotes. What cannot be seen is written by its number: the text may go to a terminal.
fn write_string(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    use fmt::Write;
    f.write_str("\"")?;
    for (at, c) in text.char_indices() {
        match c {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            '\t' => f.write_str("\\t")?,
            '#' if text[..at].ends_with('#') && visible::is_command(&text[at + 1..]) => {
                f.write_str("\\u0023")?;
            }
            c if visible::is_hidden(c) => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    write!(f, "\\u{unit:04x}")?;
                }
            }
            c => f.write_char(c)?,
        }
    }
    f.write_str("\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_compact_json_and_keeps_the_text_of_numbers() {
        let value = Json::Object(vec![
            ("price".into(), Json::Number("1250.50".into())),
            ("name".into(), Json::String("a\"b\n\u{1}ř".into())),
            ("tags".into(), Json::Array(vec![Json::Null, Json::Bool(true)])),
        ]);
        assert_eq!(value.to_string(), r#"{"price":1250.50,"name":"a\"b\n\u0001ř","tags":[null,true]}"#);
        let hidden = Json::String("##[a]\u{1b}\u{9b}\u{202e}\u{2028}\u{e0041}".into()).to_string();
        assert_eq!(hidden, r##""#\u0023[a]\u001b\u009b\u202e\u2028\udb40\udc41""##);
        assert_eq!(
            serde_json::from_str::<String>(&hidden).ok().as_deref(),
            Some("##[a]\u{1b}\u{9b}\u{202e}\u{2028}\u{e0041}")
        );
    }
}
