//! Unions: branches told apart by a discriminator, or by the kinds of JSON.

use super::entry::{Entries, wrong_kind};
use super::schema::Position;
use super::{Context, Scope};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::name::Name;
use crate::types::{JsonKind, Kind, Select, Tag, UnionType, Variant};
use crate::yaml::{Key, Node, Yaml};

/// Keys that a branch takes beside those of its schema.
const VARIANT_KEYS: [&str; 3] = ["when", "absent", "failure"];

impl Context {
    pub(super) fn read_union(&mut self, scope: &Scope, entries: &mut Entries<'_>) -> Kind {
        let observed = entries.flag(&mut self.findings, "observed") || scope.observed;
        let scope = Scope { observed, ..scope.clone() };
        let discriminator = entries.text(&mut self.findings, "discriminator").map(|(text, _)| text);
        let mut variants: Vec<Variant> = Vec::new();
        let branches =
            entries.require(&mut self.findings, "oneOf", "oneOf: { Name: { when: true, properties: .. } }");
        if let Some(Yaml::Map(branches)) = branches.map(|node| &node.value) {
            for (key, node) in branches {
                if let Some(variant) = self.read_variant(&scope, key, node, discriminator.as_deref()) {
                    self.check_selected_once(&variants, &variant);
                    variants.push(variant);
                }
            }
            if branches.len() < 2 {
                self.error(
                    Diagnostic::error(Code::EMPTY_LIST, entries.span, "a union needs at least two branches")
                        .help("add the other branch, or use its schema without `oneOf`"),
                );
            }
        } else if let Some(node) = branches {
            self.error(wrong_kind(node, "a mapping of names to branches").help(
                "name each branch: `oneOf: { Profile: { when: true, .. }, SignedOut: { when: false } }`",
            ));
        }
        Kind::Union(UnionType { discriminator, variants })
    }

    fn read_variant(
        &mut self,
        scope: &Scope,
        key: &Key,
        node: &Node,
        discriminator: Option<&str>,
    ) -> Option<Variant> {
        let name = self.type_name(&key.text, key.span).or_else(|| Name::new(&key.text))?;
        let expected = "a mapping with `when` and the schema of the branch";
        let mut entries = Entries::of(&mut self.findings, node, expected)?;
        let select = self.read_select(&mut entries, key, discriminator);
        let failure = entries.flag(&mut self.findings, "failure");
        let bare = !["type", "properties", "additionalProperties", "oneOf", "items", "enum"]
            .iter()
            .any(|key| entries.has(key));
        let (schema, description) = if bare && discriminator.is_some() {
            let description = entries.text(&mut self.findings, "description").map(|(text, _)| text);
            entries.finish(
                &mut self.findings,
                "a branch without fields",
                &["when", "failure", "description", "type", "properties"],
            );
            (None, description)
        } else {
            let scope = scope.named(scope.base.join(&name));
            let schema = self.read_schema(&scope, entries, Position::Inline, "a branch", &VARIANT_KEYS);
            let description = schema.description.clone();
            (Some(schema), description)
        };
        Some(Variant { name, select, schema, failure, description, span: key.span })
    }

    fn read_select(&mut self, entries: &mut Entries<'_>, key: &Key, discriminator: Option<&str>) -> Select {
        let when = entries.take_entry("when");
        let absent = entries.has("absent") && entries.flag(&mut self.findings, "absent");
        let Some(discriminator) = discriminator else {
            if let Some((when, _)) = when {
                self.error(
                    Diagnostic::error(
                        Code::MISSING_KEY,
                        when.span,
                        "`when` needs a `discriminator`: the field whose value it names",
                    )
                    .help("add `discriminator: fieldName` beside `oneOf`"),
                );
            }
            // Which kind it is is known when every type has been read.
            return Select::Kind(JsonKind::Object);
        };
        match (when, absent) {
            (Some((when, _)), true) => {
                self.error(
                    Diagnostic::error(
                        Code::CONFLICTING_KEYS,
                        when.span,
                        "a branch has either `when` or `absent`",
                    )
                    .help("give the absent tag a branch of its own"),
                );
                Select::Absent
            }
            (None, true) => Select::Absent,
            (Some((_, node)), false) => match &node.value {
                Yaml::Bool(value) => Select::Tag(Tag::Boolean(*value)),
                Yaml::String(text) => Select::Tag(Tag::String(text.clone())),
                Yaml::Number(text) if text.parse::<i64>().is_ok() => {
                    Select::Tag(Tag::Integer(text.parse().unwrap_or_default()))
                }
                _ => {
                    self.error(
                        wrong_kind(node, "`true`, `false`, a text or a whole number")
                            .help("write the value that the field has in this branch"),
                    );
                    Select::Absent
                }
            },
            (None, false) => {
                self.error(
                    Diagnostic::error(
                        Code::MISSING_KEY,
                        key.span,
                        format!("`{}` does not say which `{discriminator}` selects it", key.text),
                    )
                    .help(format!("add `when:` with the value of `{discriminator}`, or `absent: true`")),
                );
                Select::Tag(Tag::String(key.text.clone()))
            }
        }
    }

    /// Two branches must not be selected by the same value, nor by values of different types.
    fn check_selected_once(&mut self, variants: &[Variant], variant: &Variant) {
        for other in variants {
            if other.name == variant.name {
                self.error(
                    Diagnostic::error(
                        Code::NAME_COLLISION,
                        variant.span,
                        format!("two branches become `{}`", variant.name.pascal()),
                    )
                    .related(other.span, "the other one")
                    .help("rename one of them"),
                );
            }
            let clash = match (&other.select, &variant.select) {
                (Select::Tag(a), Select::Tag(b)) if a == b => "have the same `when`",
                (Select::Tag(a), Select::Tag(b))
                    if std::mem::discriminant(a) != std::mem::discriminant(b) =>
                {
                    "have a `when` of different types"
                }
                (Select::Absent, Select::Absent) => "both stand for the absent tag",
                _ => continue,
            };
            self.error(
                Diagnostic::error(
                    Code::AMBIGUOUS_UNION,
                    variant.span,
                    format!("`{}` and `{}` {clash}", other.name.pascal(), variant.name.pascal()),
                )
                .related(other.span, "the other one")
                .help("give each branch a value of its own, of the same type"),
            );
        }
    }
}
