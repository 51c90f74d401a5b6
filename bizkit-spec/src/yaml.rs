//! YAML text to nodes with places. The only files that name the YAML crate are this one and its folder.
//!
//! The crate has no spans, but each of its errors carries the place of the value that caused it. So the
//! visitor keeps every scalar aside and answers with an error: its text holds the place, and the reader
//! goes on behind the scalar. One pass gives all values and all places.

mod text;
mod visitor;

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::json::Json;
use crate::source::{FileId, Span};
use serde::de::{Deserialize, DeserializeSeed, IgnoredAny};
use text::Text;
use visitor::{Reader, Root};

/// Largest file that is read.
pub const MAX_BYTES: usize = 256 * 1024;

/// A value with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Where it stands; for a list or a mapping in a mapping, the place of its key.
    pub span: Span,
    /// What it is.
    pub value: Yaml,
}

/// The kinds of values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Yaml {
    /// Nothing, `null` or `~`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number with its text, which is a JSON number.
    Number(String),
    /// Text.
    String(String),
    /// A list.
    List(Vec<Node>),
    /// Keys are unique and in the order of the file.
    Map(Vec<(Key, Node)>),
}

/// A key with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The text; a number or truth value as it was written.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

impl Node {
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
    let start = Span::new(file, 0..0);
    if text.len() > MAX_BYTES {
        findings.push(
            Diagnostic::error(
                Code::TOO_LARGE,
                start,
                format!("the file has {} bytes, more than the {MAX_BYTES} that are read", text.len()),
            )
            .help("write one endpoint per file, and types that are shared into `types/`"),
        );
        return None;
    }
    let lines = Text::new(file, text);
    if let Some(span) = lines.tab_indentation() {
        findings.push(
            Diagnostic::error(Code::YAML_SYNTAX, span, "a tab cannot indent YAML").help("indent with spaces"),
        );
        return None;
    }
    let mut documents = serde_yaml::Deserializer::from_str(lines.without_mark());
    let Some(first) = documents.next() else { return Some(Node { span: start, value: Yaml::Null }) };
    let reader = Reader::new(&lines);
    let root = Root(&reader).deserialize(first);
    findings.append(reader.findings.into_inner());
    let node = match root {
        Ok(node) => node,
        Err(error) => {
            let span = error.location().map_or(start, |at| lines.token(at.line(), at.column()));
            findings.push(syntax_error(&error, span));
            return None;
        }
    };
    if let Some(second) = documents.next() {
        let place = lines.second_document().unwrap_or(start);
        // A broken second document is a syntax error of its own.
        let broken = IgnoredAny::deserialize(second).err();
        let finding = match broken {
            Some(error) => syntax_error(&error, place),
            None => Diagnostic::error(Code::SEVERAL_DOCUMENTS, place, "a second document begins here")
                .help("write each document into a file of its own"),
        };
        findings.push(finding);
    }
    Some(node)
}

/// What the YAML crate says, without the place that is shown beside it anyway.
fn syntax_error(error: &serde_yaml::Error, span: Span) -> Diagnostic {
    let text = error.to_string();
    let message = text.split(" at line ").next().unwrap_or_default();
    if message.contains("recursion limit") {
        return Diagnostic::error(Code::TOO_DEEP, span, "the file is nested too deeply")
            .help("give inner types a name of their own");
    }
    if message.contains("repetition limit") || message.contains("unknown anchor") {
        return Diagnostic::error(Code::ANCHOR, span, "aliases are not part of the language")
            .help("write the value out, or define a type and refer to it by name");
    }
    let help = match message {
        text if text.contains("did not find expected ',' or") => "a comma or the closing bracket is missing",
        text if text.contains("mapping values are not allowed") => {
            "put the text in quotes, because it holds `: `, or check the indentation"
        }
        text if text.contains("could not find expected ':'") => "a `:` is missing behind a key",
        text if text.contains("end of stream") => "a quote or a bracket is never closed",
        text if text.contains("cannot start any token") => "put the text in quotes",
        text if text.contains("control characters") => "delete the control character",
        _ => "check the indentation, the quotes and the brackets around this place",
    };
    Diagnostic::error(Code::YAML_SYNTAX, span, message.to_owned()).help(help)
}

#[cfg(test)]
mod tests;
