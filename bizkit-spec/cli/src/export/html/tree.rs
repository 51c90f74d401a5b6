//! Members and types as lists of definitions. Shared types stand once on the page and are linked; the types of an endpoint
//! stand where they are used first.

use super::markup::{Html, anchor, code};
use super::text;
use crate::export::words::{self, Words, listed};
use bizkit_spec::model::{
    Api, Constraint, Deprecated, EnumType, Field, Kind, ObjectType, Schema, TypeDef, TypeId, UnionType,
};
use bizkit_spec::name::Name;
use bizkit_spec::rust;
use std::collections::BTreeSet;

/// Writes members, and remembers which types have a place on the page already.
pub(super) struct Tree<'a> {
    pub(super) api: &'a Api,
    /// Types that have a place that links lead to.
    placed: BTreeSet<TypeId>,
    /// Types that this endpoint has shown.
    shown: BTreeSet<TypeId>,
    /// Whether members show the rules of shared types; those of responses are only told.
    pub(super) rules: bool,
}

impl<'a> Tree<'a> {
    pub(super) fn new(api: &'a Api) -> Self {
        let shared = (0..api.types.len()).map(TypeId).filter(|id| api.type_def(*id).module.is_empty());
        Self { api, placed: shared.collect(), shown: BTreeSet::new(), rules: false }
    }

    /// Begins with the next endpoint, which shows its own types again.
    pub(super) fn begin(&mut self) {
        self.shown.clear();
    }

    /// A type in words, with links.
    pub(super) fn words(&self, schema: &Schema) -> String {
        let named = |id: TypeId| anchor(&place(self.api, id), &self.api.type_def(id).name.pascal());
        Words { named: &named, code: &code }.schema(schema)
    }

    /// The same; of a text or a number with a name of its own, the rules as well.
    fn described(&self, schema: &Schema) -> String {
        let words = self.words(schema);
        let Kind::Ref(id) = schema.kind else { return words };
        let def = &self.api.type_def(id).schema;
        match def.kind {
            Kind::Object(_) | Kind::Union(_) | Kind::Enum(_) => words,
            Kind::String(_)
            | Kind::Integer(_)
            | Kind::Number(_)
            | Kind::Decimal(_)
            | Kind::Boolean(_)
            | Kind::Array(_)
            | Kind::Map(_)
            | Kind::Json
            | Kind::Binary
            | Kind::Ref(_) => {
                let own =
                    Schema { nullable: false, sensitive: def.sensitive && !schema.sensitive, ..def.clone() };
                format!("{words}, {}", self.words(&Schema { default: None, ..own }))
            }
        }
    }

    /// A member: its name, what it is, what it means, and what is in it. Behind the name stand `notes`, and what Rust calls it
    /// where that is more than another case.
    pub(super) fn member(&mut self, html: &mut Html, field: &Field, own: &str, mut notes: Vec<String>) {
        let usual = Name::new(&field.wire).is_some_and(|name| name.snake() == own);
        notes.extend((!usual && !field.additional_properties).then(|| format!("in Rust {}", code(own))));
        html.tag("dt", &[], |html| {
            if field.additional_properties {
                html.html(&format!("every other, in Rust {}", code(field.name.snake())));
            } else {
                html.line("b", &[], &field.wire);
            }
            if field.required {
                html.html(" <em>required</em>");
            }
            for note in notes {
                html.html(" <small>");
                html.html(&note);
                html.html("</small>");
            }
            html.text(" ");
            html.html(&if self.rules { self.described(&field.schema) } else { self.words(&field.schema) });
        });
        html.tag("dd", &[], |html| {
            html.html(&self.about(&field.schema, None));
            let resolved = self.api.resolved(&field.schema);
            let said = field.schema.description.as_deref().or(resolved.description.as_deref());
            self.inside(html, &field.schema, said);
        });
    }

    /// What a value is for: its words, unless they were `said` just before, its example, its link.
    fn about(&self, schema: &Schema, said: Option<&str>) -> String {
        let resolved = self.api.resolved(schema);
        let mut parts = Vec::new();
        let described = schema.description.as_deref().or(resolved.description.as_deref());
        parts.extend(described.filter(|_| described != said).map(text::short));
        parts.extend(deprecation(schema.deprecated.as_ref()));
        let secret = schema.sensitive || resolved.sensitive;
        let example = schema.example.as_ref().filter(|_| !secret);
        parts.extend(example.map(|value| format!("<small>Example {}</small>", text::value(value))));
        parts.extend(schema.docs.as_deref().map(|link| text::link("Documentation", link)));
        parts.join(" ")
    }

    /// What is inside a value, where that is a type which this endpoint has not shown yet. `said` are words about it that stand
    /// just before.
    fn inside(&mut self, html: &mut Html, schema: &Schema, said: Option<&str>) {
        match &schema.kind {
            Kind::Array(list) => self.inside(html, &list.items, None),
            Kind::Map(map) => self.inside(html, &map.values, None),
            Kind::Ref(id) if self.is_new(*id) => {
                let name = self.api.type_def(*id).name.pascal();
                self.placed(html, "details", *id, |tree, html| {
                    html.line("summary", &[], &name);
                    tree.definition(html, *id, schema, said);
                });
            }
            Kind::String(_)
            | Kind::Integer(_)
            | Kind::Number(_)
            | Kind::Decimal(_)
            | Kind::Boolean(_)
            | Kind::Json
            | Kind::Binary
            | Kind::Ref(_)
            | Kind::Object(_)
            | Kind::Enum(_)
            | Kind::Union(_) => {
                let own = schema.description.as_deref().filter(|own| said != Some(*own));
                if let Some(own) = own {
                    html.tag("div", &[], |html| html.html(&text::short(own)));
                }
            }
        }
    }

    /// A value that has no name: what a response or a branch holds.
    pub(super) fn value(&mut self, html: &mut Html, schema: &Schema, said: Option<&str>) {
        match schema.kind {
            Kind::Ref(id) if self.is_new(id) => {
                self.placed(html, "div", id, |tree, html| tree.definition(html, id, schema, said));
            }
            _ => self.inside(html, schema, said),
        }
    }

    /// Whether it is a type of an endpoint that is to be shown here.
    fn is_new(&mut self, id: TypeId) -> bool {
        !self.api.type_def(id).module.is_empty() && self.shown.insert(id)
    }

    /// An element about a type, which is its place where it has none yet.
    fn placed(
        &mut self,
        html: &mut Html,
        element: &'static str,
        id: TypeId,
        inside: impl FnOnce(&mut Self, &mut Html),
    ) {
        let place = place(self.api, id);
        let place = self.placed.insert(id).then_some(("id", place.as_str()));
        html.tag(element, place.as_slice(), |html| inside(self, html));
    }

    /// What a named type consists of, where it is used by this schema.
    fn definition(&mut self, html: &mut Html, id: TypeId, used: &Schema, said: Option<&str>) {
        let def = self.api.type_def(id);
        let own = used.description.as_deref().filter(|own| said != Some(*own));
        let own = own.filter(|own| def.schema.description.as_deref() != Some(*own)).map(text::short);
        let about: Vec<String> = own.into_iter().chain([self.about(&def.schema, said)]).collect();
        let about = about.join(" ");
        if !about.trim().is_empty() {
            html.tag("div", &[], |html| html.html(&about));
        }
        if let Some(seen) = def.schema.seen {
            html.line("p", &[("class", "n")], &seen.sentence());
        }
        match &def.schema.kind {
            Kind::Object(object) => self.object(html, object),
            Kind::Enum(list) => values(html, def, list),
            Kind::Union(union) => self.union(html, union),
            Kind::String(_)
            | Kind::Integer(_)
            | Kind::Number(_)
            | Kind::Decimal(_)
            | Kind::Boolean(_)
            | Kind::Array(_)
            | Kind::Map(_)
            | Kind::Json
            | Kind::Binary
            | Kind::Ref(_) => {
                let words = self.words(&Schema { nullable: false, ..def.schema.clone() });
                html.tag("p", &[], |html| html.html(&words));
            }
        }
    }

    fn object(&mut self, html: &mut Html, object: &ObjectType) {
        // What no property names stands behind the fields, as a member like them.
        let ObjectType { fields, additional_properties: rest, constraints, observed } = object;
        if *observed {
            html.line("p", &[("class", "n")], "Known from examples only: nothing is promised to be there.");
        }
        groups(html, constraints, &fields.iter().collect::<Vec<_>>());
        if fields.is_empty() && rest.is_none() {
            html.line("p", &[("class", "n")], "It has no members.");
            return;
        }
        html.tag("dl", &[("class", "m")], |html| {
            for field in fields.iter().chain(rest.as_deref()) {
                self.member(html, field, field.name.snake(), Vec::new());
            }
        });
    }

    fn union(&mut self, html: &mut Html, union: &UnionType) {
        html.tag("div", &[("class", "u")], |html| {
            for variant in &union.variants {
                html.tag("section", &[], |html| {
                    html.tag("p", &[("class", "h")], |html| {
                        html.text(&variant.name.pascal());
                        html.html(" <small>");
                        html.html(&code(&words::select(&variant.select, union.discriminator.as_deref())));
                        html.html("</small>");
                        if variant.failure {
                            html.html(" <em>the call failed</em>");
                        }
                    });
                    let about = variant.description.as_deref().map(text::short);
                    html.html(&about.unwrap_or_default());
                    match &variant.schema {
                        None => html.line("p", &[("class", "n")], "It holds nothing else."),
                        Some(schema) => {
                            // A type that is made for this branch alone has its name.
                            let own = matches!(schema.kind, Kind::Ref(id) if self.api.type_def(id).name == variant.name);
                            if !own {
                                let words = self.described(schema);
                                html.tag("p", &[], |html| html.html(&words));
                            }
                            self.value(html, schema, variant.description.as_deref());
                        }
                    }
                });
            }
        });
    }

    /// A shared type with a place of its own.
    pub(super) fn shared(&mut self, html: &mut Html, id: TypeId) {
        let def = self.api.type_def(id);
        html.tag("article", &[("id", &place(self.api, id))], |html| {
            html.tag("h2", &[], |html| {
                html.text(&def.name.pascal());
                html.html(" <small>");
                html.html(&code(&rust::type_path(self.api, id)));
                html.html("</small>");
            });
            self.definition(html, id, &def.schema, None);
        });
    }
}

/// The values of a list with what they mean.
fn values(html: &mut Html, def: &TypeDef, list: &EnumType) {
    if list.values.is_empty() {
        html.line("p", &[("class", "n")], "The documentation does not print the values.");
    } else {
        html.tag("dl", &[("class", "v")], |html| {
            for value in &list.values {
                html.tag("dt", &[], |html| html.html(&code(&value.wire)));
                html.tag("dd", &[], |html| {
                    html.html(&value.description.as_deref().map(text::inline).unwrap_or_default());
                    html.html(" <small>");
                    html.html(&code(&value.name.pascal()));
                    html.html("</small>");
                });
            }
        });
    }
    let sent = match (def.in_request, list.open) {
        (false, _) => None,
        (true, true) => Some("A request may send other values, too."),
        (true, false) => Some("A request may send these alone."),
    };
    let came = def.in_response.then_some("A response may bring values that are not known yet.");
    let notes: Vec<&str> = sent.into_iter().chain(came).collect();
    if !notes.is_empty() {
        html.line("p", &[("class", "n")], &notes.join(" "));
    }
}

/// Where a named type stands on the page.
pub(super) fn place(api: &Api, id: TypeId) -> String {
    let def = api.type_def(id);
    let module = def.module.iter().map(|name| name.snake().to_owned());
    module.chain([def.name.pascal()]).collect::<Vec<_>>().join(".")
}

/// Rules over several members, a sentence each.
pub(super) fn groups(html: &mut Html, groups: &[Constraint], fields: &[&Field]) {
    for group in groups {
        let names: Vec<String> = group.members.iter().map(|index| code(&index.of(fields).wire)).collect();
        let sentence = group.rule.sentence(&names, |names| listed(names, "and"));
        html.tag("p", &[("class", "g")], |html| html.html(&sentence));
    }
}

/// Why something should no longer be used.
pub(super) fn deprecation(deprecated: Option<&Deprecated>) -> Option<String> {
    let note = deprecated?.note.as_deref().map(text::inline);
    Some(note.map_or("<mark>Deprecated</mark>".to_owned(), |note| format!("<mark>Deprecated</mark> {note}")))
}
