//! Unions: branches told apart by a discriminator, by a member that only one of them has, or by the kinds of JSON.

use super::entry::{Entries, wrong_kind};
use super::schema::{Position, plain};
use super::{Context, Scope};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::keywords::{Keyword, Mapping};
use crate::model::{Field, JsonKind, Kind, ObjectType, Schema, Select, Tag, UnionType, Variant};
use crate::name::Name;
use crate::yaml::{Key, Node, Yaml};
use std::collections::BTreeMap;
use std::mem::discriminant;

/// What may stand in a branch that says nothing of what it holds.
const WITHOUT_FIELDS: [Keyword; 5] =
    [Keyword::When, Keyword::Failure, Keyword::Description, Keyword::Type, Keyword::Properties];

/// What holds for all branches of a union.
struct Union<'a> {
    discriminator: Option<&'a str>,
    /// Fields that every branch has.
    shared: &'a [Field],
}

impl Context {
    pub(super) fn read_union(&mut self, scope: &Scope, entries: &mut Entries<'_>) -> Kind {
        let observed = entries.flag(&mut self.findings, "observed") || scope.observed;
        let scope = Scope { observed, ..scope.clone() };
        let discriminator = entries.text(&mut self.findings, "discriminator").map(|(text, _)| text);
        let shared = entries.take("properties").map(|node| self.read_properties(&scope, node));
        let mut shared = shared.unwrap_or_default();
        shared.retain(|field| self.check_shared(field, discriminator.as_deref()));
        let union = Union { discriminator: discriminator.as_deref(), shared: &shared };
        let mut variants: Vec<Variant> = Vec::new();
        let branches =
            entries.require(&mut self.findings, "oneOf", "oneOf: { Name: { when: true, properties: .. } }");
        if let Some(Yaml::Map(branches)) = branches.map(|node| &node.value) {
            for (key, node) in branches {
                variants.extend(self.read_variant(&scope, key, node, &union));
            }
            self.check_count(&variants, branches.len(), entries);
            self.check_selected_once(&variants);
        } else if let Some(node) = branches {
            self.error(wrong_kind(node, "a mapping of names to branches").help(
                "name each branch: `oneOf: { Profile: { when: true, .. }, SignedOut: { when: false } }`",
            ));
        }
        Kind::Union(UnionType { discriminator, variants })
    }

    /// The tag is not one of the fields that all branches share.
    fn check_shared(&mut self, field: &Field, discriminator: Option<&str>) -> bool {
        let is_tag = Some(field.wire.as_str()) == discriminator;
        if is_tag {
            let message = format!("`{}` is the discriminator, so it cannot be a field too", field.wire);
            self.error(
                Diagnostic::error(Code::AMBIGUOUS_UNION, field.span, message)
                    .help("delete the field: `when` already says its value"),
            );
        }
        !is_tag
    }

    /// Two branches at least; one is enough where its tag leaves room for others that are not documented.
    fn check_count(&mut self, variants: &[Variant], written: usize, entries: &Entries<'_>) {
        let open = variants
            .iter()
            .any(|variant| matches!(variant.select, Select::Tag(Tag::String(_) | Tag::Integer(_))));
        if written < if open { 1 } else { 2 } {
            self.error(
                Diagnostic::error(Code::EMPTY_LIST, entries.span, "a union needs at least two branches")
                    .help("add the other branch, or use its schema without `oneOf`")
                    .help("one is enough beside a `discriminator` whose value is a text or a whole number"),
            );
        }
    }

    fn read_variant(&mut self, scope: &Scope, key: &Key, node: &Node, union: &Union<'_>) -> Option<Variant> {
        let name = self.type_name(&key.text, key.span).or_else(|| Name::new(&key.text))?;
        let expected = "a mapping with `when` and the schema of the branch";
        let mut entries = Entries::of(&mut self.findings, node, expected)?;
        let select = self.read_select(&mut entries, key, union.discriminator);
        let failure = entries.flag(&mut self.findings, "failure");
        let scope = scope.named(payload_name(scope, &name));
        let bare = !entries.has_any(&Keyword::CONTENT);
        let (schema, description) = if bare && union.discriminator.is_some() {
            let description = entries.text(&mut self.findings, "description").map(|(text, _)| text);
            entries.finish_among(&mut self.findings, "a branch without fields", &WITHOUT_FIELDS);
            let schema = (!union.shared.is_empty()).then(|| {
                let object = ObjectType {
                    fields: Vec::new(),
                    additional_properties: None,
                    constraints: Vec::new(),
                    observed: scope.observed,
                };
                let definition = Schema { description: description.clone(), ..plain(Kind::Object(object)) };
                plain(self.hoist(&scope, definition, key.span))
            });
            (schema, description)
        } else {
            let named = entries.text_span("type").filter(|_| !entries.has("properties"));
            let before = self.types.len();
            let schema = self.read_schema(&scope, entries, Position::Inline, "a branch", Mapping::Branch);
            let inline = matches!(schema.kind, Kind::Ref(id) if id.0 >= before);
            if !inline && !union.shared.is_empty() {
                self.error(
                    Diagnostic::error(
                        Code::CONFLICTING_KEYS,
                        named.unwrap_or(key.span),
                        format!("`{}` cannot take the `properties` that all branches share", key.text),
                    )
                    .help("write its own `properties` here, or those that are shared into each other branch"),
                );
            }
            let description = schema.description.clone();
            (Some(schema), description)
        };
        if let Some(Kind::Ref(id)) = schema.as_ref().map(|schema| &schema.kind) {
            self.share(id.0, union.shared);
        }
        Some(Variant { name, select, schema, failure, description, span: key.span })
    }

    /// Puts fields in front of those of a type.
    fn share(&mut self, at: usize, shared: &[Field]) {
        let Kind::Object(object) = &mut self.types[at].schema.kind else { return };
        let twice = object.fields.iter().find_map(|own| {
            Some((own.span, own.wire.clone(), shared.iter().find(|field| field.wire == own.wire)?.span))
        });
        if let Some((own, wire, other)) = twice {
            self.findings.push(
                Diagnostic::error(
                    Code::CONFLICTING_KEYS,
                    own,
                    format!("`{wire}` stands among the `properties` that all branches share"),
                )
                .related(other, "the other one")
                .help("delete one of them"),
            );
            return;
        }
        for group in &mut object.constraints {
            group.members.iter_mut().for_each(|member| member.0 += shared.len());
        }
        let own = std::mem::replace(&mut object.fields, shared.to_vec());
        object.fields.extend(own);
    }

    fn read_select(&mut self, entries: &mut Entries<'_>, key: &Key, discriminator: Option<&str>) -> Select {
        let when = entries.take_entry("when");
        let absent = entries.has("absent") && entries.flag(&mut self.findings, "absent");
        let has = entries.text(&mut self.findings, "has");
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
            return has.map_or(Select::Kind(JsonKind::Object), |(member, _)| Select::Has(member));
        };
        if let Some((_, span)) = has {
            self.error(
                Diagnostic::error(
                    Code::CONFLICTING_KEYS,
                    span,
                    format!("`has` tells branches apart that have no `discriminator`, and this union has `{discriminator}`"),
                )
                .help(format!("write `when:` with the value of `{discriminator}`, or `absent: true`")),
            );
        }
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
            (Some((_, node)), false) => self.read_tag(node),
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

    fn read_tag(&mut self, node: &Node) -> Select {
        match &node.value {
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
        }
    }

    /// Two branches must not be selected by the same value, nor by values of different types.
    fn check_selected_once(&mut self, variants: &[Variant]) {
        let mut tags: BTreeMap<&Tag, &Variant> = BTreeMap::new();
        let mut members: BTreeMap<&str, &Variant> = BTreeMap::new();
        let mut absent: Option<&Variant> = None;
        let mut first: Option<(&Tag, &Variant)> = None;
        for variant in variants {
            let clash = match &variant.select {
                Select::Tag(tag) => {
                    let (known, of) = *first.get_or_insert((tag, variant));
                    if discriminant(known) == discriminant(tag) {
                        tags.insert(tag, variant).map(|other| (other, "have the same `when`"))
                    } else {
                        Some((of, "have a `when` of different types"))
                    }
                }
                Select::Absent => {
                    absent.replace(variant).map(|other| (other, "both stand for the absent tag"))
                }
                Select::Has(member) => {
                    members.insert(member, variant).map(|other| (other, "are told by the same member"))
                }
                Select::Kind(_) => None,
            };
            let Some((other, clash)) = clash else { continue };
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

/// The name of what a branch holds: the union's own with the branch's behind it, and no word twice in a row.
fn payload_name(union: &Scope, branch: &Name) -> Name {
    let stutters = |base: &Name| {
        let base = base.snake();
        base == branch.snake() || base.strip_suffix(branch.snake()).is_some_and(|rest| rest.ends_with('_'))
    };
    let value =
        || Name::new("value").map_or_else(|| union.base.join(branch), |value| union.base.join(&value));
    match [&union.base, &union.name].into_iter().find(|base| !stutters(base)) {
        Some(base) => base.join(branch),
        None => value(),
    }
}
