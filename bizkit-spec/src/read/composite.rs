//! Lists, maps and objects.

use super::entry::{Entries, items, list, text, wrong_kind};
use super::schema::{Position, plain, spelled_out};
use super::{Context, Scope};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::keywords::Mapping;
use crate::model::{
    ArrayType, Constraint, ConstraintRule, Field, Kind, MapType, MemberId, ObjectType, Schema,
};
use crate::name::Name;
use crate::source::Span;
use crate::yaml::{Key, Node, Yaml};

/// The rules over several members.
const GROUP_RULES: [(&str, ConstraintRule); 4] = [
    ("exactlyOneOf", ConstraintRule::ExactlyOneOf),
    ("atLeastOneOf", ConstraintRule::AtLeastOneOf),
    ("allOrNoneOf", ConstraintRule::AllOrNoneOf),
    ("dependentRequired", ConstraintRule::DependentRequired),
];

impl Context {
    pub(super) fn read_array(&mut self, scope: &Scope, entries: &mut Entries<'_>) -> Kind {
        let items = match entries.require(&mut self.findings, "items", "items: { type: string }") {
            Some(node) => {
                let scope = match Name::new("item") {
                    Some(item) => scope.named(scope.name.join(&item)),
                    None => scope.clone(),
                };
                self.read_inline(&scope, node, "an element")
            }
            None => plain(Kind::Json),
        };
        let min = entries.count(&mut self.findings, "minItems");
        let max = entries.count(&mut self.findings, "maxItems");
        self.check_range("minItems", min, "maxItems", max);
        Kind::Array(Box::new(ArrayType {
            items,
            min_items: min.map(|(value, _)| value),
            max_items: max.map(|(value, _)| value),
            unique: entries.flag(&mut self.findings, "uniqueItems"),
            delimiter: self.read_delimiter(entries),
        }))
    }

    fn read_delimiter(&mut self, entries: &mut Entries<'_>) -> Option<char> {
        let (word, span) = entries.text(&mut self.findings, "delimiter")?;
        let mut chars = word.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) => Some(c),
            _ => {
                self.error(
                    Diagnostic::error(
                        Code::UNKNOWN_WORD,
                        span,
                        format!("expected one character, found `{word}`"),
                    )
                    .help("write `delimiter: \",\"` or `delimiter: \";\"`"),
                );
                None
            }
        }
    }

    pub(super) fn read_map(&mut self, scope: &Scope, entries: &mut Entries<'_>) -> Kind {
        let values = match entries.take("additionalProperties") {
            Some(Node { value: Yaml::Bool(true), .. }) | None => plain(Kind::Json),
            Some(node) => {
                let scope = match Name::new("value") {
                    Some(value) => scope.named(scope.name.join(&value)),
                    None => scope.clone(),
                };
                self.read_inline(&scope, node, "a value of a map")
            }
        };
        let min = entries.count(&mut self.findings, "minProperties");
        let max = entries.count(&mut self.findings, "maxProperties");
        self.check_range("minProperties", min, "maxProperties", max);
        Kind::Map(Box::new(MapType {
            values,
            min_properties: min.map(|(value, _)| value),
            max_properties: max.map(|(value, _)| value),
        }))
    }

    pub(super) fn read_object(&mut self, scope: &Scope, entries: &mut Entries<'_>) -> Kind {
        let observed = entries.flag(&mut self.findings, "observed") || scope.observed;
        let scope = Scope { observed, ..scope.clone() };
        let help = "properties: { name: { type: string } }`, or for free keys `additionalProperties: true";
        let properties = entries.require(&mut self.findings, "properties", help);
        let fields = properties.map(|node| self.read_properties(&scope, node)).unwrap_or_default();
        let additional_properties = self.read_additional_properties(&scope, entries);
        let constraints = self.read_constraints(entries, &fields, "property");
        Kind::Object(ObjectType { fields, additional_properties, constraints, observed })
    }

    /// `properties`: names to types.
    pub(super) fn read_properties(&mut self, scope: &Scope, node: &Node) -> Vec<Field> {
        let mut fields = Vec::new();
        if let Yaml::Map(members) = &node.value {
            for (key, node) in members {
                let (field, ()) =
                    self.read_field(scope, key, node, "a property", Mapping::Property, |_, _| ());
                fields.push(field);
            }
        } else {
            self.error(
                wrong_kind(node, "a mapping of names to types").help("write `name: { type: string }`"),
            );
        }
        fields
    }

    /// `additionalProperties` beside `properties`: a map of what no property names.
    fn read_additional_properties(&mut self, scope: &Scope, entries: &mut Entries<'_>) -> Option<Box<Field>> {
        let (key, node) = entries.take_entry("additionalProperties")?;
        if node.value == Yaml::Bool(false) {
            self.error(
                wrong_kind(node, "the type of what no property names").help(
                    "delete it: a response may always hold more, and what no property names is left out",
                ),
            );
            return None;
        }
        let free = Node { value: Yaml::String("json".to_owned()), ..node.clone() };
        let node = if node.value == Yaml::Bool(true) { &free } else { node };
        let (mut field, ()) =
            self.read_field(scope, key, node, "what no property names", Mapping::Property, |_, _| ());
        if field.required {
            self.error(
                Diagnostic::error(
                    Code::CONFLICTING_KEYS,
                    key.span,
                    "what no property names is never required",
                )
                .help("delete `required`, or name the property"),
            );
        }
        let map = MapType { values: field.schema, min_properties: None, max_properties: None };
        field.schema =
            Schema { description: map.values.description.clone(), ..plain(Kind::Map(Box::new(map))) };
        (field.required, field.additional_properties) = (false, true);
        Some(Box::new(field))
    }

    /// Reads a named member; `more` takes keys that only this caller knows.
    pub(super) fn read_field<T: Default>(
        &mut self,
        scope: &Scope,
        key: &Key,
        node: &Node,
        what: &str,
        mapping: Mapping,
        more: impl FnOnce(&mut Self, &mut Entries<'_>) -> T,
    ) -> (Field, T) {
        let before = self.findings.len();
        // A placeholder of its own, so that it meets no other name.
        let fallback = || Name::new(&key.text).or_else(|| Name::new(&format!("field{}", key.span.start)));
        let mut field = Field {
            wire: key.text.clone(),
            name: fallback().unwrap_or_else(|| scope.name.clone()),
            required: false,
            additional_properties: false,
            schema: plain(Kind::Json),
            span: key.span,
        };
        let node = &*spelled_out(node);
        let expected = "a mapping that describes the type";
        let Some(mut entries) = Entries::of(&mut self.findings, node, expected) else {
            return (field, T::default());
        };
        if key.text.is_empty() || key.text.contains(|c: char| c == '"' || c == '\\' || c.is_control()) {
            self.error(
                Diagnostic::error(
                    Code::INVALID_NAME,
                    key.span,
                    format!("`{}` cannot be the name of a member", key.text.escape_debug()),
                )
                .help("names on the wire hold no quotes, backslashes and control characters"),
            );
        }
        field.required = entries.flag(&mut self.findings, "required");
        self.read_allow(&mut entries, Some(Span { end: node.end(), ..key.span }));
        let extras = more(self, &mut entries);
        match entries.name(&mut self.findings, "name").or_else(|| Name::new(&key.text)) {
            Some(name) => field.name = name,
            None if self.findings.len() > before => {}
            None => self.error(
                Diagnostic::error(
                    Code::INVALID_NAME,
                    key.span,
                    format!("`{}` does not make a Rust name", key.text),
                )
                .help("give it one: add `name: some_name`"),
            ),
        }
        field.schema = self.read_schema(&scope.member(&field.name), entries, Position::Inline, what, mapping);
        if field.required && field.schema.default.is_some() {
            self.error(
                Diagnostic::error(
                    Code::CONFLICTING_KEYS,
                    key.span,
                    format!("`{}` is required and has a default", key.text),
                )
                .help("a default is what the server takes when the value is absent: delete one of the two"),
            );
        }
        if self.findings.len() > before {
            self.poisoned.push(field.span);
        }
        (field, extras)
    }

    /// Reads `constraints`.
    pub(super) fn read_constraints(
        &mut self,
        entries: &mut Entries<'_>,
        fields: &[Field],
        what: &str,
    ) -> Vec<Constraint> {
        let Some(node) = entries.take("constraints") else { return Vec::new() };
        let mut constraints = Vec::new();
        let expected = "a list such as `[{ exactlyOneOf: [email, cuRefNo] }]`";
        for node in items(&mut self.findings, node, expected) {
            let Some(mut entries) = Entries::of(&mut self.findings, node, "a rule with its members") else {
                continue;
            };
            for (word, rule) in GROUP_RULES {
                let Some(node) = entries.take(word) else { continue };
                if rule == ConstraintRule::DependentRequired {
                    constraints.extend(self.read_dependencies(node, fields, what));
                    continue;
                }
                let members = self.read_members(node, fields, what);
                let written = items(&mut self.findings, node, "a list of names").len();
                if written < 2 {
                    self.error(
                        Diagnostic::error(
                            Code::EMPTY_LIST,
                            node.span,
                            format!("`{word}` needs at least two members"),
                        )
                        .help("for one member write `required: true` beside it"),
                    );
                }
                self.refuse_required(&members, fields, node.span);
                constraints.push(Constraint { rule, members });
            }
            entries.finish(&mut self.findings, "a rule", Mapping::Constraint);
        }
        constraints
    }

    /// `{ member: [what it needs] }`, a rule for each member.
    fn read_dependencies(&mut self, node: &Node, fields: &[Field], what: &str) -> Vec<Constraint> {
        let Yaml::Map(entries) = &node.value else {
            self.error(
                wrong_kind(node, "a mapping of members to what they need")
                    .help("write `{ price: [currency] }`"),
            );
            return Vec::new();
        };
        let mut constraints = Vec::new();
        for (key, needed) in entries {
            let name = Node { value: Yaml::String(key.text.clone()), span: key.span };
            let first = self.read_member(&name, fields, what);
            let mut members = self.read_members(needed, fields, what);
            self.refuse_required(&members, fields, needed.span);
            if members.is_empty() {
                if let Yaml::List(list) = &needed.value
                    && list.is_empty()
                {
                    self.error(
                        Diagnostic::error(
                            Code::EMPTY_LIST,
                            needed.span,
                            format!("`{}` needs nothing", key.text),
                        )
                        .help("name what it needs, or delete it"),
                    );
                }
                continue;
            }
            let Some(first) = first else { continue };
            if members.contains(&first) {
                self.error(
                    Diagnostic::error(
                        Code::DUPLICATE_VALUE,
                        needed.span,
                        format!("`{}` needs itself", key.text),
                    )
                    .help("delete it from its own list"),
                );
                continue;
            }
            members.insert(0, first);
            constraints.push(Constraint { rule: ConstraintRule::DependentRequired, members });
        }
        constraints
    }

    /// A rule about members of which one is always there says nothing.
    fn refuse_required(&mut self, members: &[MemberId], fields: &[Field], span: Span) {
        if let Some(at) = members.iter().find(|at| at.of(fields).required) {
            let wire = &at.of(fields).wire;
            let help = if wire == "body" {
                "write `required: false` in `body`, or delete the rule"
            } else {
                "delete `required: true` there, or the rule"
            };
            let message = format!("`{wire}` is always required, so the rule says nothing");
            self.error(Diagnostic::error(Code::CONFLICTING_KEYS, span, message).help(help));
        }
    }

    fn read_members(&mut self, node: &Node, fields: &[Field], what: &str) -> Vec<MemberId> {
        let mut members = Vec::new();
        for node in items(&mut self.findings, node, "a list of names") {
            if let Some(at) = self.read_member(node, fields, what) {
                if members.contains(&at) {
                    self.error(
                        Diagnostic::error(
                            Code::DUPLICATE_VALUE,
                            node.span,
                            format!("`{}` stands twice", at.of(fields).wire),
                        )
                        .help("delete one of them"),
                    );
                } else {
                    members.push(at);
                }
            }
        }
        members
    }

    /// The index of the member that a word names.
    pub(super) fn read_member(&mut self, node: &Node, fields: &[Field], what: &str) -> Option<MemberId> {
        let (word, span) = text(&mut self.findings, node)?;
        let found = fields.iter().position(|field| field.wire == word).map(MemberId);
        if found.is_none() {
            let known: Vec<&str> = fields.iter().map(|field| field.wire.as_str()).collect();
            let finding =
                Diagnostic::error(Code::UNKNOWN_MEMBER, span, format!("no {what} is called `{word}`"));
            self.error(match self.nearest(&word, known.iter().copied()) {
                Some(name) => finding.help(format!("did you mean `{name}`?")),
                None if known.is_empty() => finding.help(format!("add the {what} first")),
                None => finding.help(format!("write one of {}", list(&known))),
            });
        }
        found
    }
}
