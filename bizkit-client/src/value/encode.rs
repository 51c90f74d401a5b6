//! Writing JSON: values in, text out.

mod write;

pub(crate) use write::{masked_record, secrets_of, to_json};

use crate::base::escape::escape;
use crate::schema::rules::Rules;
use crate::schema::tables::FieldInfo;
use crate::schema::tag::Tag;
use std::fmt::{self, Write};
use zeroize::Zeroizing;

/// Writes JSON text, compact, commas included.
#[derive(Default)]
pub struct JsonWriter {
    text: String,
    /// Discriminators that go in front of the members of the next object.
    tags: Vec<(&'static str, Tag)>,
    secrets: Secrets,
    gathered: Vec<Zeroizing<String>>,
}

/// What is done about sensitive values.
#[derive(Clone, Copy, Default, PartialEq)]
enum Secrets {
    /// They are written.
    #[default]
    Written,
    /// Something else is written in their place.
    Masked,
    /// As `Masked`, and their texts are kept aside.
    Gathered,
    /// All that is written is secret: it is kept aside, and nothing is written.
    Inside,
}

/// Shows the length alone: requests hold secrets.
impl fmt::Debug for JsonWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "JsonWriter({} bytes)", self.text.len())
    }
}

impl JsonWriter {
    /// A writer that puts `"***"` in the place of every sensitive value, for people to read.
    pub fn redacting() -> Self {
        Self { secrets: Secrets::Masked, ..Self::default() }
    }

    /// The same writer with room for a text of so many bytes.
    pub(crate) fn with_capacity(mut self, bytes: usize) -> Self {
        self.text.reserve(bytes);
        self
    }

    /// What was written.
    pub fn into_string(self) -> String {
        self.text
    }

    /// `null`
    pub fn null(&mut self) {
        self.text.push_str("null");
    }

    /// A number or a truth value out of its text; in quotes where the rules ask for a string.
    pub fn number(&mut self, text: &str, rules: &Rules) {
        if rules.as_string || self.secrets == Secrets::Inside {
            self.string(text);
        } else {
            self.text.push_str(text);
        }
    }

    /// A string with its quotes.
    pub fn string(&mut self, text: &str) {
        if self.secrets == Secrets::Inside {
            return self.gathered.push(Zeroizing::new(text.to_owned()));
        }
        self.text.reserve(text.len() + 2);
        self.text.push('"');
        escape(text, &mut self.text);
        self.text.push('"');
    }

    /// Begins an object, and writes the discriminators that wait for one.
    pub fn begin_object(&mut self) {
        self.text.push('{');
        for (name, tag) in std::mem::take(&mut self.tags) {
            if self.secrets == Secrets::Inside {
                continue;
            }
            self.key(name);
            match tag {
                Tag::Boolean(value) => self.text.push_str(if value { "true" } else { "false" }),
                // Writing to a string does not fail.
                Tag::Integer(value) => drop(write!(self.text, "{value}")),
                Tag::Text(value) => self.string(value),
            }
        }
    }

    /// Ends an object.
    pub fn end_object(&mut self) {
        self.text.push('}');
    }

    /// The next member of a record; its name needs no escapes, which [`FieldInfo::new`] sees to.
    pub(crate) fn field(&mut self, field: &FieldInfo) {
        let first = self.text.ends_with('{');
        self.text.reserve(field.wire.len() + 4);
        self.text.push_str(if first { "\"" } else { ",\"" });
        self.text.push_str(field.wire);
        self.text.push_str("\":");
    }

    /// The name of the next member.
    pub fn key(&mut self, name: &str) {
        // Only a bracket that was just opened ends like this; each value ends otherwise.
        if !self.text.ends_with('{') {
            self.text.push(',');
        }
        self.string(name);
        self.text.push(':');
    }

    /// Begins a list.
    pub fn begin_array(&mut self) {
        self.text.push('[');
    }

    /// Stands before each element.
    pub fn item(&mut self) {
        if !self.text.ends_with('[') {
            self.text.push(',');
        }
    }

    /// Ends a list.
    pub fn end_array(&mut self) {
        self.text.push(']');
    }

    /// A discriminator: becomes the first member of the object that is written next.
    pub fn tag(&mut self, name: &'static str, tag: Tag) {
        self.tags.push((name, tag));
    }
}

/// Gives the text of a number without the heap; the longest `f64` does not fit and takes it.
pub(crate) fn number_buffer(number: fmt::Arguments<'_>, each: &mut dyn FnMut(&str)) {
    let mut buffer = Buffer { bytes: [0; 32], length: 0 };
    match buffer.write_fmt(number) {
        Ok(()) => each(str::from_utf8(&buffer.bytes[..buffer.length]).unwrap_or_default()),
        Err(fmt::Error) => each(&number.to_string()),
    }
}

struct Buffer {
    bytes: [u8; 32],
    length: usize,
}

impl Write for Buffer {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length + text.len();
        self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::rules::PLAIN;

    #[test]
    fn writes_commas_between_members_and_elements_alone() {
        let mut out = JsonWriter::default();
        out.begin_object();
        out.key("a{");
        out.string("{");
        out.key("list");
        out.begin_array();
        for text in ["[", "x"] {
            out.item();
            out.string(text);
        }
        out.item();
        out.begin_object();
        out.end_object();
        out.end_array();
        out.end_object();
        assert_eq!(out.into_string(), r#"{"a{":"{","list":["[","x",{}]}"#);
    }

    #[test]
    fn escapes_what_json_does_not_allow_in_a_string() {
        let mut out = JsonWriter::default();
        out.string("a\"b\\c\n\r\t\u{1}ř/\u{7f}");
        assert_eq!(out.into_string(), "\"a\\\"b\\\\c\\n\\r\\t\\u0001ř/\u{7f}\"");
    }

    #[test]
    fn a_tag_is_the_first_member_of_the_next_object() {
        let mut out = JsonWriter::default();
        out.tag("kind", Tag::Text("a"));
        out.tag("version", Tag::Integer(-2));
        out.begin_object();
        out.key("inner");
        out.begin_object();
        out.end_object();
        out.end_object();
        assert_eq!(out.into_string(), r#"{"kind":"a","version":-2,"inner":{}}"#);
    }

    #[test]
    fn a_redacting_writer_masks_sensitive_values() {
        static SENSITIVE: Rules = Rules { sensitive: true, ..Rules::NONE };
        let mut out = JsonWriter::redacting();
        out.begin_array();
        for value in [Some(1_i64), None] {
            out.item();
            out.value(&value, &SENSITIVE);
        }
        out.end_array();
        assert_eq!(out.into_string(), r#"["***",null]"#);
        assert_eq!(to_json(&1_i64, &SENSITIVE), "1");
    }

    #[test]
    fn numbers_are_quoted_where_the_api_wants_text() {
        static AS_STRING: Rules = Rules { as_string: true, ..Rules::NONE };
        assert_eq!(to_json(&i64::MIN, &PLAIN), "-9223372036854775808");
        assert_eq!(to_json(&1_i64, &AS_STRING), r#""1""#);
        assert_eq!(to_json(&true, &AS_STRING), r#""true""#);
        assert_eq!(to_json(&0.1_f64, &PLAIN), "0.1");
        assert_eq!(to_json(&f64::MAX, &PLAIN).len(), 309);
        assert_eq!(to_json(&f64::NAN, &PLAIN), "null");
    }
}
