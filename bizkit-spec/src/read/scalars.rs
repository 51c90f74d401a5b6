//! `type: [string, integer]`: a union of scalars, and what the rules beside the list mean for each of them.

use super::Context;
use super::entry::{Entries, text, unknown_word};
use super::schema::plain;
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::model::{JsonKind, Kind, Select, TextNumber, UnionType, Variant};
use crate::name::Name;
use crate::source::Span;
use crate::yaml::{Node, Yaml};

const SCALARS: [&str; 5] = ["string", "integer", "number", "decimal", "boolean"];

impl Context {
    /// A branch for each word. The rules of numbers bound the number, and so the text beside it: it is the
    /// same value in another form. Those of texts concern the text alone.
    pub(super) fn read_scalars(&mut self, entries: &mut Entries<'_>, list: &Node, words: &[Node]) -> Kind {
        let words = self.scalar_words(list, words);
        for key in ["enum", "open", "as"] {
            if let Some((written, _)) = entries.take_entry(key) {
                self.error(
                    Diagnostic::error(
                        Code::KEY_NOT_HERE,
                        written.span,
                        format!("`{key}` goes with one type; this is a list of types"),
                    )
                    .help("keep one type, or describe each form as a branch of `oneOf`"),
                );
            }
        }
        let mut number = None;
        let mut variants: Vec<Variant> = Vec::new();
        for (word, name, span) in words {
            let kind = match word.as_str() {
                "string" => Kind::String(self.read_string(entries)),
                "integer" => {
                    let rules = self.read_integer(entries);
                    number =
                        number.or_else(|| rules.is_bounded().then(|| TextNumber::Integer(rules.clone())));
                    Kind::Integer(rules)
                }
                "boolean" => Kind::Boolean(self.read_boolean(entries)),
                _ => {
                    let rules = self.read_number(entries);
                    number = number.or_else(|| rules.is_bounded().then(|| TextNumber::Number(rules.clone())));
                    if word == "number" { Kind::Number(rules) } else { Kind::Decimal(rules) }
                }
            };
            variants.push(Variant {
                name,
                select: Select::Kind(JsonKind::Object),
                schema: Some(plain(kind)),
                failure: false,
                description: None,
                span,
            });
        }
        for variant in &mut variants {
            if let Some(Kind::String(text)) = variant.schema.as_mut().map(|schema| &mut schema.kind) {
                text.number.clone_from(&number);
            }
        }
        Kind::Union(UnionType { discriminator: None, variants })
    }

    /// The words that name a scalar, each once.
    fn scalar_words(&mut self, list: &Node, words: &[Node]) -> Vec<(String, Name, Span)> {
        let mut known: Vec<(String, Name, Span)> = Vec::new();
        let before = self.findings.len();
        for node in words {
            let is_null = match &node.value {
                Yaml::Null => true,
                Yaml::String(word) => word == "null",
                _ => false,
            };
            if is_null {
                self.error(
                    Diagnostic::error(Code::UNKNOWN_WORD, node.span, "`null` is no type of its own here")
                        .help("delete it from the list, and write `nullable: true` beside `type`"),
                );
                continue;
            }
            let Some((word, span)) = text(&mut self.findings, node) else { continue };
            let Some(name) = SCALARS.contains(&word.as_str()).then(|| Name::new(&word)).flatten() else {
                let finding = unknown_word(span, "scalar type", &word, &SCALARS);
                self.error(finding.help("describe other unions with `oneOf`"));
                continue;
            };
            let is_number = |word: &str| !["string", "boolean"].contains(&word);
            let clash =
                known.iter().find(|(other, ..)| *other == word || is_number(other) && is_number(&word));
            match clash {
                None => known.push((word, name, span)),
                Some((other, _, first)) => {
                    let finding = if *other == word {
                        Diagnostic::error(Code::DUPLICATE_VALUE, span, format!("`{word}` stands twice"))
                            .help("delete one of them")
                    } else {
                        let message = format!("`{other}` and `{word}` are both a number in JSON");
                        Diagnostic::error(Code::AMBIGUOUS_UNION, span, message)
                            .help("keep one: `number` and `decimal` take whole numbers, too")
                    };
                    self.findings.push(finding.related(*first, "the other one"));
                }
            }
        }
        if known.len() < 2 && self.findings.len() == before {
            let finding =
                Diagnostic::error(Code::EMPTY_LIST, list.span, "a list of types needs at least two of them");
            let help = match known.as_slice() {
                [(word, ..)] => format!("write `type: {word}`"),
                _ => "write one type without brackets, or `json` for any JSON".to_owned(),
            };
            self.error(finding.help(help));
        }
        known
    }
}
