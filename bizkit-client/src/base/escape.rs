//! Writes texts as strings of JSON: what the format forbids inside of quotes becomes an escape (RFC 8259, section 7).

use crate::base::scan::plain_end;
use std::fmt::Write;

/// A text as a string of JSON, with its quotes.
pub(crate) fn json_string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    escape(text, &mut out);
    out.push('"');
    out
}

/// Writes the inside of a JSON string.
pub(crate) fn escape(text: &str, out: &mut String) {
    let mut start = 0;
    loop {
        let end = plain_end(text.as_bytes(), start);
        out.push_str(&text[start..end]);
        let Some(byte) = text.as_bytes().get(end) else { return };
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            // Writing to a string does not fail.
            _ => drop(write!(out, "\\u{byte:04x}")),
        }
        start = end + 1;
    }
}
