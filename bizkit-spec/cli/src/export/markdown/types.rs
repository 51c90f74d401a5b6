//! Named types in Markdown, and links to them: shared ones on a page of their own, all others on the page
//! of the endpoint that they belong to.

use super::text::table;
use crate::export::words::{self, Words, listed, presence};
use bizkit_spec::model::{Api, Deprecated, Field, Group, Kind, Schema, TypeDef, TypeId};
use bizkit_spec::prose::{self, code};
use std::fmt::Write;

/// The page of the shared types.
pub(super) const SHARED: &str = "types.md";

/// Writes what it is asked for, and remembers which types have to be explained on this page.
pub(super) struct Types<'a> {
    pub(super) api: &'a Api,
    /// The way from this page to the one of the shared types; empty on that page.
    shared: String,
    wanted: Vec<TypeId>,
}

impl<'a> Types<'a> {
    /// On the page of an endpoint with this id.
    pub(super) fn on_page(api: &'a Api, id: &str) -> Self {
        let up = "../".repeat(id.matches('/').count());
        Self { api, shared: format!("{up}{SHARED}"), wanted: Vec::new() }
    }

    /// A type in words, with links.
    pub(super) fn describe(&mut self, schema: &Schema) -> String {
        self.want(schema);
        let named = |id: TypeId| {
            let def = self.api.type_def(id);
            let page = if def.module.is_empty() { self.shared.as_str() } else { "" };
            let name = def.name.pascal();
            prose::page(&name, &format!("{page}#{}", place(&name)))
        };
        Words { named: &named, code: &code }.schema(schema)
    }

    fn want(&mut self, schema: &Schema) {
        match &schema.kind {
            Kind::Ref(id) if !self.wanted.contains(id) => self.wanted.push(*id),
            Kind::Array(ty) => self.want(&ty.items),
            Kind::Map(ty) => self.want(&ty.values),
            _ => {}
        }
    }

    /// What a member is for, on one line: its words, its example, its link.
    pub(super) fn about(&self, schema: &Schema) -> String {
        self.parts(schema, prose::inline).join(" ")
    }

    fn parts(&self, schema: &Schema, prose: fn(&str) -> String) -> Vec<String> {
        let resolved = self.api.resolved(schema);
        let described = schema.description.as_deref().or(resolved.description.as_deref());
        let mut parts: Vec<String> = described.map(prose).into_iter().collect();
        parts.extend(deprecation(schema.deprecated.as_ref()));
        let example = schema.example.as_ref().filter(|_| !schema.sensitive && !resolved.sensitive);
        parts.extend(example.map(|value| format!("Example: {}.", code(&plain(value)))));
        parts.extend(schema.link.as_deref().map(|link| prose::link("Documentation", link)));
        parts
    }

    /// A row of a table of members.
    pub(super) fn member(&mut self, field: &Field) -> [String; 4] {
        let ty = self.describe(&field.schema);
        let name = if field.rest {
            format!("every other, in Rust {}", code(field.name.snake()))
        } else {
            code(&field.wire)
        };
        [name, presence(field).to_owned(), ty, self.about(&field.schema)]
    }

    /// Every type that was mentioned and belongs to this page, and those that these mention.
    pub(super) fn explained(&mut self) -> String {
        let mut out = String::new();
        let mut at = 0;
        while let Some(id) = self.wanted.get(at).copied() {
            let def = self.api.type_def(id);
            if !def.module.is_empty() || self.shared.is_empty() {
                out.push_str(&self.definition(def));
            }
            at += 1;
        }
        out
    }

    fn definition(&mut self, def: &TypeDef) -> String {
        let name = def.name.pascal();
        let mut out = format!("\n### Type {name}\n\n");
        let about = self.parts(&def.schema, prose::blocks).join("\n\n");
        if !about.is_empty() {
            let _ = writeln!(out, "{about}\n");
        }
        if let Some(seen) = def.schema.seen {
            let _ = writeln!(out, "{}\n", seen.sentence());
        }
        match &def.schema.kind {
            Kind::Object(object) => {
                if object.observed {
                    out.push_str("Known from examples only: nothing is promised to be there.\n\n");
                }
                let rows: Vec<_> = object.members().map(|field| self.member(field)).collect();
                if rows.is_empty() {
                    out.push_str("It has no fields.\n");
                } else {
                    out.push_str(&table(["Field", "Presence", "Type", "Meaning"], &rows));
                }
                let fields: Vec<&Field> = object.fields.iter().collect();
                out.push_str(&constraints(&object.groups, &fields));
            }
            Kind::Enum(list) => {
                let rows = list.values.iter().map(|value| {
                    [
                        code(&value.wire),
                        code(&value.name.pascal()),
                        value.description.as_deref().map(prose::inline).unwrap_or_default(),
                    ]
                });
                if list.values.is_empty() {
                    out.push_str("The documentation does not print the values.\n");
                } else {
                    out.push_str(&table(["Value", "In Rust", "Meaning"], &rows.collect::<Vec<_>>()));
                }
                let sent = match (def.in_request, list.open) {
                    (false, _) => None,
                    (true, true) => Some("A request may send other values, too."),
                    (true, false) => Some("A request may send these alone."),
                };
                let came = def.in_reply.then_some("A reply may bring values that are not known yet.");
                let notes: Vec<&str> = sent.into_iter().chain(came).collect();
                if !notes.is_empty() {
                    let _ = writeln!(out, "\n{}", notes.join(" "));
                }
            }
            Kind::Union(union) => {
                let rows = union.variants.iter().map(|variant| {
                    let holds =
                        variant.schema.as_ref().map_or("nothing".to_owned(), |schema| self.describe(schema));
                    let failure = if variant.failure { "The call failed. " } else { "" };
                    let about = variant.description.as_deref().map(prose::inline).unwrap_or_default();
                    let select = words::select(&variant.select, union.discriminator.as_deref());
                    [
                        code(&variant.name.pascal()),
                        code(&select),
                        holds,
                        format!("{failure}{about}").trim().to_owned(),
                    ]
                });
                let rows: Vec<_> = rows.collect();
                out.push_str(&table(["Branch", "Told by", "Holds", "Meaning"], &rows));
            }
            _ => {
                let words = self.describe(&Schema { nullable: false, ..def.schema.clone() });
                let _ = writeln!(out, "{}.", capitalised(&words));
            }
        }
        out
    }
}

/// The page of the shared types; `None` where there are none.
pub(super) fn shared(api: &Api) -> Option<String> {
    let mut types = Types { api, shared: String::new(), wanted: Vec::new() };
    types.wanted.extend((0..api.types.len()).map(TypeId).filter(|id| api.type_def(*id).module.is_empty()));
    types.wanted.sort_by_key(|id| api.type_def(*id).name.pascal());
    let text = types.explained();
    (!text.is_empty()).then(|| {
        format!("# Types\n\nTypes that several calls of {} share.\n{text}", prose::inline(&api.title))
    })
}

/// The place of a type on its page, as readers of Markdown make it of the heading.
fn place(name: &str) -> String {
    format!("type-{}", name.to_lowercase())
}

/// Rules over several members, a sentence each.
pub(super) fn constraints(groups: &[Group], fields: &[&Field]) -> String {
    let mut out = String::new();
    for group in groups {
        let names: Vec<String> = group.members.iter().map(|member| code(&member.of(fields).wire)).collect();
        let sentence = group.rule.sentence(&names, |names| listed(names, "and"));
        let _ = writeln!(out, "\n{sentence}");
    }
    out
}

/// Why something should no longer be used.
pub(super) fn deprecation(deprecated: Option<&Deprecated>) -> Option<String> {
    let note = deprecated?.note.as_deref();
    Some(note.map_or("**Deprecated.**".to_owned(), |note| format!("**Deprecated:** {}", prose::inline(note))))
}

/// A text without its quotes, everything else as JSON.
fn plain(value: &bizkit_spec::json::Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
