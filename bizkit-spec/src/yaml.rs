//! YAML text to nodes with places. This file and its folder alone name the YAML crate.
//!
//! The crate has no spans, but each of its errors carries the place of the value that caused it. So the
//! visitor keeps every scalar aside and answers with an error: its text holds the place, and the reader
//! goes on behind the scalar. One pass gives all values and all places. What lies between two scalars is
//! punctuation only; a cursor follows there and sees what the crate resolves silently: anchors, aliases, tags.

mod cursor;
mod free;
mod node;
mod plain;
mod syntax;
mod walk;

use crate::characters::is_invisible;
use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::json::Json;
use crate::source::{FileId, Span};
use crate::visible;
use cursor::Cursor;
use serde::de::{Deserialize, IgnoredAny};
use walk::{Stop, Walk};

pub use free::any;
pub use node::{Key, Node, Yaml};

/// Largest file that is read.
pub const MAX_BYTES: usize = 256 * 1024;

/// Deepest nesting that is read.
pub const MAX_DEPTH: usize = 64;

/// Most brackets that may be open at once in a spec.
const MAX_BRACKETS: usize = 256;

impl Node {
    /// Where the last part of the value ends.
    pub fn end(&self) -> u32 {
        let inner = match &self.value {
            Yaml::List(items) => items.iter().map(Self::end).max(),
            Yaml::Map(entries) => entries.iter().map(|(key, node)| node.end().max(key.span.end)).max(),
            _ => None,
        };
        inner.unwrap_or(0).max(self.span.end)
    }

    /// How to write the value where a text is expected.
    pub fn as_text(&self) -> String {
        match &self.value {
            Yaml::Null => "write the text behind the colon, or delete the key".to_owned(),
            Yaml::Number(text) => format!("put it in quotes: `\"{text}\"`"),
            Yaml::Bool(value) => format!("put it in quotes: `\"{value}\"`"),
            _ => "put the text in quotes".to_owned(),
        }
    }

    /// The same value without places.
    pub fn to_json(&self) -> Json {
        match &self.value {
            Yaml::Null => Json::Null,
            Yaml::Bool(value) => Json::Bool(*value),
            Yaml::Number(text) => Json::Number(text.clone()),
            Yaml::String(text) => Json::String(text.clone()),
            Yaml::List(items) => Json::Array(items.iter().map(Node::to_json).collect()),
            Yaml::Map(entries) => {
                Json::Object(entries.iter().map(|(key, node)| (key.text.clone(), node.to_json())).collect())
            }
        }
    }
}

/// Reads one file. `None` where nothing usable could be read; the reasons are in `findings`.
pub fn parse(file: FileId, text: &str, findings: &mut Diagnostics) -> Option<Node> {
    if let Some(finding) = unreadable(file, text) {
        findings.push(finding);
        return None;
    }
    let cursor = Cursor::new(file, text);
    let mut documents = serde_yaml::Deserializer::from_str(cursor.without_byte_order_mark());
    let first = documents.next()?;
    let mut walk = Walk::new(cursor);
    let root = walk.document(first);
    let (mut cursor, found) = walk.finish();
    let node = match root {
        Ok(node) => node,
        Err(Stop::Refused) => {
            findings.append(found);
            return None;
        }
        Err(Stop::Broken(error)) => {
            findings.append(syntax::explain(&error, &mut cursor, &found));
            findings.append(found);
            return None;
        }
    };
    if let Some(second) = documents.next() {
        // What goes on behind a scalar without a mark counts as a document that is broken.
        let broken = || IgnoredAny::deserialize(second).err();
        match cursor.second_document().ok_or_else(broken) {
            Err(Some(error)) => findings.append(syntax::explain(&error, &mut cursor, &found)),
            Err(None) => {}
            Ok(place) => findings.push(
                Diagnostic::error(
                    Code::SEVERAL_DOCUMENTS,
                    place,
                    "a second document begins here, expected one document per file",
                )
                .help("write each document into a file of its own"),
            ),
        }
    }
    findings.append(found);
    Some(node)
}

/// Where more brackets are open than `most`, whatever they stand in: the YAML crate looks at all of them again for
/// each token.
fn open_brackets(text: &str, most: usize) -> Option<usize> {
    let mut open = 0usize;
    text.bytes().position(|byte| {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        open > most
    })
}

/// Why a text is not given to the YAML crate at all.
fn unreadable(file: FileId, text: &str) -> Option<Diagnostic> {
    if text.len() > MAX_BYTES {
        let message = format!("the file has more than the {MAX_BYTES} bytes that are read");
        return Some(
            Diagnostic::error(Code::TOO_LARGE, Span::new(file, 0..0), message)
                .help("write one endpoint per file, and types that are shared into `types/`"),
        );
    }
    if let Some(at) = open_brackets(text, MAX_BRACKETS) {
        let message = format!("more than {MAX_BRACKETS} brackets are open here");
        return Some(
            Diagnostic::error(Code::TOO_DEEP, Span::new(file, at..at + 1), message)
                .help("close them, or give inner types a name of their own"),
        );
    }
    let ordinary = text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n'));
    if ordinary {
        return None;
    }
    let behind_mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let (at, c) = text.char_indices().find(|(at, c)| match c {
        '\t' | '\n' | '\r' | '\u{85}' => false,
        '\u{feff}' => *at > 0 || behind_mark > c.len_utf8(),
        '\u{fffe}' | '\u{ffff}' => true,
        c => c.is_control() || is_invisible(*c),
    })?;
    let code = u32::from(c);
    let message = if is_invisible(c) {
        format!("the character U+{code:04X} stands here, which nobody sees")
    } else {
        format!("the character U+{code:04X} is not allowed in YAML")
    };
    let escape = visible::yaml(c);
    Some(
        Diagnostic::error(Code::YAML_SYNTAX, Span::new(file, at..at + c.len_utf8()), message)
            .help(format!("delete it; a text in double quotes can hold it as `{escape}`")),
    )
}

#[cfg(test)]
mod tests;
