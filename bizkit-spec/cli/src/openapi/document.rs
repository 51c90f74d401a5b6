//! A text to a document that can be walked: operations, and references to what they mean.

use super::pointer::{join, lookup, of_reference};
use bizkit_spec::json::Json;
use bizkit_spec::yaml;
use std::fmt;

/// The words that a path takes beside the methods.
const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// Longest chain of references to references.
const MAX_CHAIN: usize = 64;

/// An OpenAPI document.
#[derive(Debug, Clone)]
pub struct Document {
    root: Json,
    version: String,
}

/// Why a text is no document that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentError {
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for DocumentError {}

/// A method of a path.
#[derive(Debug, Clone, Copy)]
pub struct Operation<'d> {
    /// The method in lower case (`get`).
    pub method: &'d str,
    /// The path with its parameters in braces.
    pub path: &'d str,
    /// What the document says of the method.
    pub value: &'d Json,
    /// What it says of the path, for all its methods.
    pub item: &'d Json,
}

impl Operation<'_> {
    /// Where the operation stands (`/paths/~1pets/get`).
    pub fn pointer(&self) -> String {
        join(&self.item_pointer(), self.method)
    }

    /// Where its path stands.
    pub fn item_pointer(&self) -> String {
        join("/paths", self.path)
    }
}

impl Document {
    /// Reads a document, JSON or YAML.
    ///
    /// ```
    /// use bizkit_cli::openapi::Document;
    ///
    /// let text = r#"{"openapi": "3.1.0", "paths": {"/pets": {"get": {"responses": {}}}}}"#;
    /// let document = Document::parse(text)?;
    /// let operations = document.operations();
    /// assert_eq!((operations[0].method, operations[0].path), ("get", "/pets"));
    /// # Ok::<(), bizkit_cli::openapi::DocumentError>(())
    /// ```
    ///
    /// # Errors
    /// Where the text is neither JSON nor YAML, or no OpenAPI document of version 3.0 or later.
    pub fn parse(text: &str) -> Result<Self, DocumentError> {
        let text = text.trim_start_matches('\u{feff}');
        let json = Json::parse(text);
        let root = match json {
            Ok(root) => root,
            Err(error) if text.trim_start().starts_with(['{', '[']) => {
                yaml::any(text).map_err(|_| not_json(text, &error))?
            }
            Err(_) => yaml::any(text).map_err(|error| DocumentError {
                message: format!("the document is not YAML: {error}"),
                help: "give an OpenAPI document as JSON or YAML".to_owned(),
            })?,
        };
        Self::from_json(root)
    }

    /// A document that is in memory.
    ///
    /// # Errors
    /// Where it is no OpenAPI document of version 3.0 or later.
    pub fn from_json(root: Json) -> Result<Self, DocumentError> {
        let word = |key: &str| match root.get(key) {
            Some(Json::String(text) | Json::Number(text)) => Some(text.clone()),
            _ => None,
        };
        if let Some(version) = word("swagger") {
            return Err(DocumentError {
                message: format!("this is a document of Swagger {version}, which came before OpenAPI 3"),
                help: "convert it first, for example with `npx swagger2openapi`, and import the result"
                    .to_owned(),
            });
        }
        match word("openapi") {
            Some(version) if version.starts_with("3.") || version == "3" => Ok(Self { root, version }),
            Some(version) => Err(DocumentError {
                message: format!("OpenAPI {version} is not known"),
                help: "OpenAPI 3.0, 3.1 and 3.2 can be read".to_owned(),
            }),
            None => Err(DocumentError {
                message: "this is no OpenAPI document: the key `openapi` is missing".to_owned(),
                help: "the document begins with `openapi: 3.0.3` or another version".to_owned(),
            }),
        }
    }

    /// The version as it is written (`3.0.3`).
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The whole document.
    pub fn root(&self) -> &Json {
        &self.root
    }

    /// What stands at a pointer.
    pub fn at(&self, pointer: &str) -> Option<&Json> {
        lookup(&self.root, pointer)
    }

    /// Follows references until something else stands there. Gives it with its pointer.
    ///
    /// # Errors
    /// The reference that leads nowhere, out of the document, or back to itself.
    pub fn follow<'d>(&'d self, value: &'d Json, pointer: &str) -> Result<(&'d Json, String), String> {
        let (mut value, mut pointer) = (value, pointer.to_owned());
        for _ in 0..MAX_CHAIN {
            let Some(reference) = value.get("$ref").and_then(Json::as_str) else {
                return Ok((value, pointer));
            };
            (value, pointer) = self.target(reference).ok_or_else(|| reference.to_owned())?;
        }
        Err(value.get("$ref").map(Json::to_string).unwrap_or_default())
    }

    /// What one reference names, with its pointer.
    pub fn target(&self, reference: &str) -> Option<(&Json, String)> {
        let pointer = of_reference(reference)?;
        Some((self.at(&pointer)?, pointer))
    }

    /// Every operation, in the order of the document.
    pub fn operations(&self) -> Vec<Operation<'_>> {
        let Some(Json::Object(paths)) = self.root.get("paths") else { return Vec::new() };
        let mut operations = Vec::new();
        for (path, item) in paths {
            let item = self.follow(item, "").map_or(item, |(item, _)| item);
            let Json::Object(members) = item else { continue };
            for (method, value) in members {
                if METHODS.contains(&method.as_str()) {
                    operations.push(Operation { method, path, value, item });
                }
            }
        }
        operations
    }
}

/// The place at which a text stops being JSON.
fn not_json(text: &str, error: &bizkit_spec::json::JsonError) -> DocumentError {
    let before = text.get(..error.offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    DocumentError {
        message: format!(
            "the document is not JSON: expected {} at line {line} column {column}",
            error.expected
        ),
        help: "give an OpenAPI document as JSON or YAML".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_followed_to_their_end() {
        let document = Document::parse(
            "openapi: 3.0.3\npaths: {}\ncomponents:\n  schemas:\n    A: { $ref: '#/components/schemas/B' }\n    B: { type: string }\n    C: { $ref: '#/components/schemas/C' }\n    D: { $ref: 'other.yaml#/D' }\n",
        )
        .unwrap();
        let follow = |name: &str| {
            let pointer = format!("/components/schemas/{name}");
            document.follow(document.at(&pointer).unwrap(), &pointer).map(|(_, pointer)| pointer)
        };
        assert_eq!(follow("A").as_deref(), Ok("/components/schemas/B"));
        assert!(follow("C").is_err());
        assert_eq!(follow("D"), Err("other.yaml#/D".to_owned()));
    }

    #[test]
    fn what_is_no_document_is_refused_with_what_to_do() {
        for (text, message) in [
            ("{\n \"openapi\": \"3.0.3\",\n ] }", "not JSON: expected a name in quotes at line 3 column 2"),
            ("a: [", "not YAML"),
            ("swagger: '2.0'", "Swagger 2.0"),
            ("openapi: 4.0.0", "OpenAPI 4.0.0 is not known"),
            ("title: x", "`openapi` is missing"),
        ] {
            let error = Document::parse(text).unwrap_err();
            assert!(error.message.contains(message) && !error.help.is_empty(), "{text}: {error:?}");
        }
        assert_eq!(Document::parse("openapi: 3.1\npaths: {}").unwrap().version(), "3.1");
    }
}
