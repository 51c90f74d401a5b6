//! Named types in Markdown, and links to them: shared ones on a page of their own, all others on the page
//! of the endpoint that they belong to.

use super::text::table;
use crate::export::words::{self, Words, listed, presence};
use bizkit_spec::model::{
    Api, Constraint, Deprecated, EnumType, EnumValue, Field, Kind, ObjectType, Schema, TypeDef, TypeId,
    UnionType, Variant,
};
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
        self.wanted.extend(schema.named().filter(|id| !self.wanted.contains(id)));
    }

    /// What a member is for, on one line: its words, its example, its link.
    pub(super) fn about(&self, schema: &Schema) -> String {
        self.parts(schema, prose::inline).join(" ")
    }

    fn parts(&self, schema: &Schema, prose: fn(&str) -> String) -> Vec<String> {
        // What the value is stands in a column of its own.
        let Schema {
            kind: _,
            nullable: _,
            sensitive,
            description,
            example,
            default: _,
            deprecated,
            docs,
            seen: _,
        } = schema;
        let resolved = self.api.resolved(schema);
        let described = description.as_deref().or(resolved.description.as_deref());
        let mut parts: Vec<String> = described.map(prose).into_iter().collect();
        parts.extend(deprecation(deprecated.as_ref()));
        let example = example.as_ref().filter(|_| !sensitive && !resolved.sensitive);
        parts.extend(example.map(|value| format!("Example: {}.", code(&plain(value)))));
        parts.extend(docs.as_deref().map(|link| prose::link("Documentation", link)));
        parts
    }

    /// A row of a table of members.
    pub(super) fn member(&mut self, field: &Field) -> [String; 4] {
        let Field { wire, name, required: _, additional_properties, schema, span: _ } = field;
        let ty = self.describe(schema);
        let shown = if *additional_properties {
            format!("every other, in Rust {}", code(name.snake()))
        } else {
            code(wire)
        };
        [shown, presence(field).to_owned(), ty, self.about(schema)]
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
            Kind::Object(ty) => self.object(ty, &mut out),
            Kind::Enum(ty) => enumeration(def, ty, &mut out),
            Kind::Union(UnionType { discriminator, variants }) => {
                let tag = discriminator.as_deref();
                let rows: Vec<_> = variants.iter().map(|variant| self.branch(variant, tag)).collect();
                out.push_str(&table(["Branch", "Told by", "Holds", "Meaning"], &rows));
            }
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
                let words = self.describe(&Schema { nullable: false, ..def.schema.clone() });
                let _ = writeln!(out, "{}.", capitalised(&words));
            }
        }
        out
    }

    fn object(&mut self, ty: &ObjectType, out: &mut String) {
        // `members` gives what no field names as well.
        let ObjectType { fields, additional_properties: _, constraints: rules, observed } = ty;
        if *observed {
            out.push_str("Known from examples only: nothing is promised to be there.\n\n");
        }
        let rows: Vec<_> = ty.members().map(|field| self.member(field)).collect();
        if rows.is_empty() {
            out.push_str("It has no fields.\n");
        } else {
            out.push_str(&table(["Field", "Presence", "Type", "Meaning"], &rows));
        }
        let fields: Vec<&Field> = fields.iter().collect();
        out.push_str(&constraints(rules, &fields));
    }

    fn branch(&mut self, variant: &Variant, discriminator: Option<&str>) -> [String; 4] {
        let Variant { name, select, schema, failure, description, span: _ } = variant;
        let holds = schema.as_ref().map_or("nothing".to_owned(), |schema| self.describe(schema));
        let failure = if *failure { "The call failed. " } else { "" };
        let about = description.as_deref().map(prose::inline).unwrap_or_default();
        let select = words::select(select, discriminator);
        [code(&name.pascal()), code(&select), holds, format!("{failure}{about}").trim().to_owned()]
    }
}

fn enumeration(def: &TypeDef, ty: &EnumType, out: &mut String) {
    let EnumType { values, open } = ty;
    let rows = values.iter().map(|EnumValue { wire, name, description, span: _ }| {
        let about = description.as_deref().map(prose::inline).unwrap_or_default();
        [code(wire), code(&name.pascal()), about]
    });
    if values.is_empty() {
        out.push_str("The documentation does not print the values.\n");
    } else {
        out.push_str(&table(["Value", "In Rust", "Meaning"], &rows.collect::<Vec<_>>()));
    }
    let sent = match (def.in_request, open) {
        (false, _) => None,
        (true, true) => Some("A request may send other values, too."),
        (true, false) => Some("A request may send these alone."),
    };
    let came = def.in_response.then_some("A response may bring values that are not known yet.");
    let notes: Vec<&str> = sent.into_iter().chain(came).collect();
    if !notes.is_empty() {
        let _ = writeln!(out, "\n{}", notes.join(" "));
    }
}

/// The page of the shared types; `None` where there are none.
pub(super) fn shared(api: &Api) -> Option<String> {
    let mut types = Types { api, shared: String::new(), wanted: Vec::new() };
    types.wanted.extend(api.type_ids().filter(|id| api.type_def(*id).module.is_empty()));
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
pub(super) fn constraints(groups: &[Constraint], fields: &[&Field]) -> String {
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
