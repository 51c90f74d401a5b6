//! One schema: the keys that every type takes, then those of its kind.

use super::entry::{Entries, unknown_word, wrong_kind};
use super::{Context, Scope, WrittenValue, habits};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::keywords::Mapping;
use crate::keywords::TYPE_WORDS;
use crate::model::{Kind, Schema, TypeId};
use crate::source::Span;
use crate::yaml::{Key, Node, Yaml};
use std::borrow::Cow;
use std::rc::Rc;

/// A schema of this kind with no rules and no words.
pub(super) fn plain(kind: Kind) -> Schema {
    Schema::plain(kind)
}

/// What `type` says, or what the other keys imply.
enum TypeWord<'n> {
    Word(&'static str),
    Named(&'n str, Span),
    Several(&'n Node, &'n [Node]),
}

/// Whether the schema defines a named type, or stands where the type is used.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Position {
    Definition(TypeId),
    Inline,
}

impl Context {
    /// Reads the definition of a declared type.
    pub(super) fn read_definition(&mut self, id: TypeId, scope: &Scope, node: &Node) {
        let expected = "a mapping that describes the type";
        let Some(mut entries) = Entries::of(&mut self.findings, node, expected) else { return };
        let span = self.types[id.0].span;
        self.read_allow(&mut entries, Some(Span { end: node.end(), ..span }));
        let mut schema =
            self.read_schema(scope, entries, Position::Definition(id), "a type", Mapping::Definition);
        if let Kind::Ref(_) = schema.kind {
            self.error(
                Diagnostic::error(Code::ALIAS, span, "a named type cannot be another name for a named type")
                    .help("use the other type's name where this one is used"),
            );
            schema.kind = Kind::Json;
        }
        self.types[id.0].schema = schema;
    }

    /// Reads a schema where a type is used.
    pub(super) fn read_inline(&mut self, scope: &Scope, node: &Node, what: &str) -> Schema {
        let node = &*spelled_out(node);
        match Entries::of(&mut self.findings, node, "a mapping that describes the type") {
            Some(entries) => self.read_schema(scope, entries, Position::Inline, what, Mapping::Use),
            None => plain(Kind::Json),
        }
    }

    /// Reads what is left of a mapping as a schema; the caller has taken what is not of types.
    pub(super) fn read_schema(
        &mut self,
        scope: &Scope,
        mut entries: Entries<'_>,
        position: Position,
        what: &str,
        mapping: Mapping,
    ) -> Schema {
        let mut schema = plain(Kind::Json);
        schema.description = entries.text(&mut self.findings, "description").map(|(text, _)| text);
        schema.docs = self.read_link(&mut entries, "docs");
        schema.deprecated = self.read_deprecated(&mut entries);
        schema.seen = self.read_seen(&mut entries);
        schema.sensitive = entries.flag(&mut self.findings, "sensitive");
        if position == Position::Inline {
            schema.nullable = entries.flag(&mut self.findings, "nullable");
        } else if let Some((key, _)) = entries.take_entry("nullable") {
            self.error(
                Diagnostic::error(Code::KEY_NOT_HERE, key.span, "a named type cannot be `nullable`")
                    .help("write `nullable: true` where the type is used"),
            );
        }
        let example = entries.take("example");
        let default = entries.take("default");
        let title = entries.has("title").then(|| entries.text(&mut self.findings, "title")).flatten();
        let scope = &match title.and_then(|(text, span)| self.type_name(&text, span)) {
            Some(name) => scope.named(name),
            None => scope.clone(),
        };
        let span = entries.span;
        let word = self.type_word(&mut entries);
        let kind = match word {
            Some(TypeWord::Word(word)) => self.read_kind(scope, &mut entries, word),
            Some(TypeWord::Named(name, span)) => match self.find_type(scope.file, name, span) {
                Some(id) => Kind::Ref(id),
                None => Kind::Json,
            },
            Some(TypeWord::Several(list, words)) => self.read_scalars(&mut entries, list, words),
            None => {
                if !entries.has("type") {
                    self.error(
                        Diagnostic::error(Code::MISSING_KEY, span, format!("{what} needs a `type`"))
                            .help("add `type: string`, or the name of a type"),
                    );
                }
                Kind::Json
            }
        };
        self.finish(entries, &kind, what, mapping);
        let unnamed = matches!(kind, Kind::Object(_) | Kind::Enum(_) | Kind::Union(_));
        schema.kind = if unnamed && position == Position::Inline {
            let definition = Schema {
                description: schema.description.clone(),
                sensitive: schema.sensitive,
                docs: schema.docs.clone(),
                seen: schema.seen,
                ..plain(kind)
            };
            self.hoist(scope, definition, span)
        } else {
            kind
        };
        let judged = match position {
            // What a union is told by is known later, and stands in the definition then.
            Position::Definition(id) => Schema { kind: Kind::Ref(id), ..schema.clone() },
            Position::Inline => schema.clone(),
        };
        self.keep_values(&mut schema, &judged, example, default);
        schema
    }

    /// Notes example and default, to be checked when every type is known.
    fn keep_values(
        &mut self,
        schema: &mut Schema,
        judged: &Schema,
        example: Option<&Node>,
        default: Option<&Node>,
    ) {
        for (node, rule) in [(example, Code::EXAMPLE_BREAKS_RULE), (default, Code::DEFAULT_BREAKS_RULE)] {
            let Some(node) = node else { continue };
            if rule == Code::EXAMPLE_BREAKS_RULE {
                schema.example = Some(node.to_json());
            } else {
                schema.default = Some(node.to_json());
            }
            self.values.push(WrittenValue { rule, schema: Rc::new(judged.clone()), node: node.clone() });
        }
    }

    /// What kind of type this is; takes `type`.
    fn type_word<'n>(&mut self, entries: &mut Entries<'n>) -> Option<TypeWord<'n>> {
        let Some(node) = entries.take("type") else {
            let implied = [
                ("oneOf", "union"),
                ("properties", "object"),
                ("additionalProperties", "object"),
                ("items", "array"),
                ("enum", "string"),
            ];
            return implied.iter().find(|(key, _)| entries.has(key)).map(|(_, word)| TypeWord::Word(word));
        };
        match &node.value {
            Yaml::String(text) => match TYPE_WORDS.iter().find(|word| **word == text.as_str()) {
                Some(_) if text == "object" && entries.has("oneOf") => Some(TypeWord::Word("union")),
                Some(word) => Some(TypeWord::Word(word)),
                None if text.starts_with(|c: char| c.is_ascii_uppercase()) => {
                    Some(TypeWord::Named(text, node.span))
                }
                None => {
                    let mut finding = unknown_word(node.span, "type", text, &TYPE_WORDS);
                    if let Some(help) = habits::type_word(text) {
                        finding.help = vec![help];
                    }
                    self.error(finding);
                    Some(TypeWord::Word("json"))
                }
            },
            Yaml::List(words) => Some(TypeWord::Several(node, words)),
            _ => {
                self.error(
                    wrong_kind(node, "the name of a type")
                        .help("write `type: string`, or the name of a type"),
                );
                Some(TypeWord::Word("json"))
            }
        }
    }

    /// The rules of one kind.
    fn read_kind(&mut self, scope: &Scope, entries: &mut Entries<'_>, word: &str) -> Kind {
        match word {
            "string" if entries.has("enum") => self.read_enum(entries),
            "string" => Kind::String(self.read_string(entries)),
            "integer" => Kind::Integer(self.read_integer(entries)),
            "number" => Kind::Number(self.read_number(entries)),
            "decimal" => Kind::Decimal(self.read_number(entries)),
            "boolean" => Kind::Boolean(self.read_boolean(entries)),
            "array" => self.read_array(scope, entries),
            "object" if entries.has("additionalProperties") && !entries.has("properties") => {
                self.read_map(scope, entries)
            }
            "object" => self.read_object(scope, entries),
            "union" => self.read_union(scope, entries),
            "binary" => Kind::Binary,
            _ => Kind::Json,
        }
    }

    /// Reports keys that nobody took: those of another kind, and those that the language does not have.
    fn finish(&mut self, mut entries: Entries<'_>, kind: &Kind, what: &str, mapping: Mapping) {
        for entry in Mapping::Type.entries() {
            let (key, Some(kinds)) = (entry.keyword, entry.kinds) else { continue };
            let Some((written, _)) = entries.take_entry(key.name()) else { continue };
            let finding = Diagnostic::error(
                Code::KEY_NOT_HERE,
                written.span,
                format!("`{key}` goes with {kinds}; this is {}", kind_name(kind)),
            );
            self.error(match kind {
                Kind::Ref(_) => finding.help("put the rule into the definition of the type"),
                _ => finding.help("delete it, or change `type`"),
            });
        }
        entries.finish(&mut self.findings, what, mapping);
    }
}

/// `string` is short for `{ type: string }`, `[string, integer]` for `{ type: [string, integer] }`.
pub(super) fn spelled_out(node: &Node) -> Cow<'_, Node> {
    match node.value {
        Yaml::String(_) | Yaml::List(_) => {
            let key = Key { text: "type".to_owned(), span: node.span, in_braces: false };
            Cow::Owned(Node { span: node.span, value: Yaml::Map(vec![(key, node.clone())]) })
        }
        _ => Cow::Borrowed(node),
    }
}

/// The kind in words.
fn kind_name(kind: &Kind) -> &'static str {
    match kind {
        Kind::String(_) => "a string",
        Kind::Integer(_) => "an integer",
        Kind::Number(_) => "a number",
        Kind::Decimal(_) => "a decimal",
        Kind::Boolean(_) => "a boolean",
        Kind::Array(_) => "an array",
        Kind::Map(_) => "a map",
        Kind::Json => "free JSON",
        Kind::Binary => "binary",
        Kind::Ref(_) => "a reference to a named type",
        Kind::Object(_) => "an object",
        Kind::Enum(_) => "an enum",
        Kind::Union(_) => "a union",
    }
}
