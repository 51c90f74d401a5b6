//! One parameter of a page: the line that names it, and what is said of it.

use crate::import::scalar::whole;
use crate::import::tree::{Tree, number, text};
use crate::json::Json;

/// Types as pages print them.
const KINDS: [&str; 16] = [
    "string | integer",
    "string | number",
    "string | null",
    "boolean | object",
    "string[]",
    "object[]",
    "number[]",
    "integer[]",
    "string",
    "integer",
    "number",
    "boolean",
    "object",
    "array",
    "float",
    "any",
];

/// A parameter while its lines are read.
pub(super) struct Parameter {
    pub(super) name: String,
    kind: &'static str,
    pub(super) required: bool,
    pub(super) place: &'static str,
    lines: Vec<String>,
}

/// Name, type and whether it is required: `cuRefNostringrequired`, `cuRefNo string required`,
/// `cuRefNo (string, required)`.
pub(super) fn header(line: &str) -> Option<(&str, &'static str, bool)> {
    let line = line.trim().trim_start_matches(['*', '-', '`', ' ']);
    if line.len() > 120 || line.ends_with('.') {
        return None;
    }
    let trimmed = line.trim_end_matches([')', ' ', '*', '`']);
    let (rest, required) = match trimmed.strip_suffix("required") {
        Some(rest) => (rest, true),
        None => (trimmed.strip_suffix("optional").unwrap_or(trimmed), false),
    };
    let rest = rest.trim_end_matches([',', ' ', '\t']);
    KINDS.iter().find_map(|kind| {
        let name = rest.strip_suffix(kind)?.trim_end_matches(['(', ' ', '\t', ':', '`']);
        let first = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || "_-.[]".contains(c));
        (first && plain).then_some((name, *kind, required))
    })
}

impl Parameter {
    pub(super) fn new(name: &str, kind: &'static str, required: bool, place: &'static str) -> Self {
        Self { name: name.to_owned(), kind, required, place, lines: Vec::new() }
    }

    pub(super) fn say(&mut self, line: &str) {
        if !self.lines.is_empty() || !line.trim().is_empty() {
            self.lines.push(line.trim_end().to_owned());
        }
    }

    /// The schema that its type and its lines describe.
    pub(super) fn schema(&self) -> Tree {
        let several = |kinds: &[&str]| Json::Array(kinds.iter().map(|kind| text(kind)).collect());
        let list = |kind: &str| Tree::of("array").with("items", Tree::of(kind).json());
        let mut tree = match self.kind {
            "string | integer" => Tree::new().with("type", several(&["string", "integer"])),
            "string | number" => Tree::new().with("type", several(&["string", "number"])),
            "string | null" => Tree::new().with("type", several(&["string", "null"])),
            "boolean | object" => Tree::new().with("type", several(&["boolean", "object"])),
            "string[]" => list("string"),
            "object[]" => list("object"),
            "number[]" => list("number"),
            "integer[]" => list("integer"),
            "array" => Tree::of("array"),
            "float" => Tree::of("number"),
            "any" => Tree::new(),
            kind => Tree::of(kind),
        };
        let lines = self.lines.join("\n");
        if !lines.trim().is_empty() {
            tree.set("description", text(lines.trim()));
        }
        tree
    }

    /// A value out of a sample call, where it is one of this type.
    pub(super) fn typed(&self, value: Json) -> Option<Json> {
        let word = match &value {
            Json::String(word) => word.clone(),
            _ => return Some(value).filter(|value| self.takes(value)),
        };
        match self.kind {
            "integer" => whole(&word).map(number),
            "number" | "float" => Json::parse(&word).ok().filter(|value| matches!(value, Json::Number(_))),
            "boolean" => Json::parse(&word).ok().filter(|value| matches!(value, Json::Bool(_))),
            kind if kind.starts_with("string") && !kind.ends_with("[]") => Some(value),
            "any" => Some(value),
            _ => None,
        }
        // A placeholder of the page's own making.
        .filter(|value| value.as_str().is_none_or(|word| !word.starts_with("example_") && !word.is_empty()))
    }

    fn takes(&self, value: &Json) -> bool {
        match value {
            Json::Number(_) => {
                ["integer", "number", "float", "string | integer", "string | number"].contains(&self.kind)
            }
            Json::Bool(_) => self.kind.starts_with("boolean"),
            Json::Array(_) => self.kind.ends_with("[]") || self.kind == "array",
            Json::Object(_) => self.kind.ends_with("object"),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::header;

    #[test]
    fn a_header_is_told_from_a_sentence() {
        for (line, parts) in [
            ("cuRefNostringrequired", Some(("cuRefNo", "string", true))),
            ("customerRealIpstring", Some(("customerRealIp", "string", false))),
            ("pageinteger", Some(("page", "integer", false))),
            ("groupsstring[]required", Some(("groups", "string[]", true))),
            ("maxDepthstring | integer", Some(("maxDepth", "string | integer", false))),
            ("email string required", Some(("email", "string", true))),
            ("email (string, required)", Some(("email", "string", true))),
            ("`email` string", Some(("email", "string", false))),
            ("The value is required", None),
            ("It may be any string.", None),
            ("Length: 16 - 16", None),
            ("string", None),
        ] {
            assert_eq!(header(line), parts, "{line}");
        }
    }
}
