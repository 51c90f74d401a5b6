//! Unions: each branch can be told from the others by looking at the value.

use super::branches::Branch;
use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Api, JsonKind, Kind, Schema, Select, TypeId, UnionType, Variant};
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// The branches in `cut` are known to be wrong, so they are told from nothing.
pub(super) fn check(api: &mut Api, cut: &BTreeSet<Branch>, findings: &mut Diagnostics) {
    for index in 0..api.types.len() {
        let Kind::Union(union) = &api.types[index].schema.kind else { continue };
        let mut union = union.clone();
        let whole = |at: usize| !cut.contains(&(TypeId(index), at));
        match &union.discriminator {
            Some(discriminator) => check_tagged(api, &union, discriminator, &whole, findings),
            None => select_by_kind(api, &mut union, &whole, findings),
        }
        api.types[index].schema.kind = Kind::Union(union);
    }
}

/// Branches beside a tag are objects, and the tag is not one of their fields.
fn check_tagged(
    api: &Api,
    union: &UnionType,
    discriminator: &str,
    whole: &dyn Fn(usize) -> bool,
    findings: &mut Diagnostics,
) {
    for (_, variant) in union.variants.iter().enumerate().filter(|(at, _)| whole(*at)) {
        let Some(schema) = &variant.schema else { continue };
        let name = variant.name.pascal();
        match &api.resolved(schema).kind {
            Kind::Object(object) => {
                if let Some(field) = object.fields.iter().find(|field| field.wire == discriminator) {
                    findings.push(
                        Diagnostic::error(
                            Code::AMBIGUOUS_UNION,
                            field.span,
                            format!("`{discriminator}` is the discriminator, so it cannot be a field of `{name}` too"),
                        )
                        .related(variant.span, "the branch")
                        .help("delete the field: `when` already says its value"),
                    );
                }
            }
            Kind::Union(inner) if inner.discriminator.is_some() => {}
            _ => findings.push(
                Diagnostic::error(
                    Code::AMBIGUOUS_UNION,
                    variant.span,
                    format!("`{name}` is told by the field `{discriminator}`, but it is not an object"),
                )
                .help(
                    "give it `properties`, or delete `discriminator` to tell the branches by their JSON kind",
                ),
            ),
        }
    }
}

/// Without a tag, the JSON kind of a value must say which branch it is, and of several objects a member must.
fn select_by_kind(
    api: &Api,
    union: &mut UnionType,
    whole: &dyn Fn(usize) -> bool,
    findings: &mut Diagnostics,
) {
    let mut known: BTreeMap<JsonKind, usize> = BTreeMap::new();
    for index in 0..union.variants.len() {
        let variant = &union.variants[index];
        if !whole(index) {
            continue;
        }
        if let Select::Has(member) = &variant.select {
            check_member(api, union, variant, member, findings);
            continue;
        }
        let Some(kind) = variant.schema.as_ref().and_then(|schema| json_kind(api, schema)) else {
            let name = variant.name.pascal();
            let message = format!("nothing tells `{name}` from the other branches");
            findings.push(
                Diagnostic::error(Code::AMBIGUOUS_UNION, variant.span, message)
                    .help("give the union a `discriminator` and each branch a `when`"),
            );
            continue;
        };
        if let Some(other) = known.insert(kind, index) {
            let other = &union.variants[other];
            let (one, two) = (other.name.pascal(), variant.name.pascal());
            let message = format!("`{one}` and `{two}` are both {} in JSON", kind_word(kind));
            let finding = Diagnostic::error(Code::AMBIGUOUS_UNION, variant.span, message)
                .related(other.span, "the other branch")
                .help("give the union a `discriminator` and each branch a `when`");
            findings.push(match kind {
                JsonKind::Object => {
                    finding.help("or write `has: member` with a required member that no other branch has")
                }
                _ => finding,
            });
        }
        union.variants[index].select = Select::Kind(kind);
    }
}

/// `has`: the branch always has the member, and no other object ever does.
fn check_member(api: &Api, union: &UnionType, variant: &Variant, member: &str, findings: &mut Diagnostics) {
    let name = variant.name.pascal();
    let mut found = |span: Span, message: String, related: Option<Span>, help: &str| {
        let finding = Diagnostic::error(Code::AMBIGUOUS_UNION, span, message).help(help);
        findings.push(match related {
            Some(span) => finding.related(span, "the branch"),
            None => finding,
        });
    };
    let schema = variant.schema.as_ref().filter(|schema| !schema.nullable);
    let Some(Kind::Object(object)) = schema.map(|schema| &api.resolved(schema).kind) else {
        let message = format!("`{name}` is told by the member `{member}`, but it is not an object");
        return found(variant.span, message, None, "give it `properties`, or delete `has`");
    };
    match object.fields.iter().find(|field| field.wire == member) {
        None => {
            let message = format!("`{name}` is told by the member `{member}`, but has no such property");
            found(variant.span, message, None, "write one of its required properties");
        }
        Some(field) if !field.required || field.schema.nullable => {
            let message =
                format!("`{name}` is told by the member `{member}`, which may be missing or `null`");
            let help = "write `required: true` without `nullable`, or another member";
            found(field.span, message, Some(variant.span), help);
        }
        Some(_) => {}
    }
    for other in union.variants.iter().filter(|other| !std::ptr::eq(*other, variant)) {
        if other.schema.as_ref().is_some_and(|schema| may_have(api, schema, member)) {
            let message = format!(
                "`{}` may have the member `{member}` too, by which `{name}` is told",
                other.name.pascal()
            );
            let help = "write a member that no other branch has, or give the union a `discriminator`";
            found(other.span, message, Some(variant.span), help);
        }
    }
}

/// Whether some value of a type is an object with this member, as far as the specs say.
fn may_have(api: &Api, schema: &Schema, member: &str) -> bool {
    match &api.resolved(schema).kind {
        Kind::Object(object) => {
            object.additional_properties.is_some() || object.fields.iter().any(|field| field.wire == member)
        }
        Kind::Union(union) => {
            union.discriminator.as_deref() == Some(member)
                || union
                    .variants
                    .iter()
                    .filter_map(|variant| variant.schema.as_ref())
                    .any(|schema| may_have(api, schema, member))
        }
        Kind::Map(_) | Kind::Json => true,
        _ => false,
    }
}

/// What JSON shows of a type; `None` where it may show several things.
fn json_kind(api: &Api, schema: &Schema) -> Option<JsonKind> {
    if schema.nullable {
        return None;
    }
    Some(match &api.resolved(schema).kind {
        Kind::String(_) | Kind::Enum(_) => JsonKind::String,
        Kind::Integer(ty) if ty.as_string => JsonKind::String,
        Kind::Number(ty) | Kind::Decimal(ty) if ty.as_string => JsonKind::String,
        Kind::Integer(_) | Kind::Number(_) | Kind::Decimal(_) => JsonKind::Number,
        Kind::Boolean(ty) if ty.as_string => JsonKind::String,
        Kind::Boolean(_) => JsonKind::Boolean,
        Kind::Array(ty) if ty.delimiter.is_some() => JsonKind::String,
        Kind::Array(_) => JsonKind::Array,
        Kind::Map(_) | Kind::Object(_) => JsonKind::Object,
        Kind::Union(ty) if ty.discriminator.is_some() => JsonKind::Object,
        Kind::Union(_) | Kind::Json | Kind::Binary | Kind::Ref(_) => return None,
    })
}

fn kind_word(kind: JsonKind) -> &'static str {
    match kind {
        JsonKind::String => "a string",
        JsonKind::Number => "a number",
        JsonKind::Boolean => "a boolean",
        JsonKind::Array => "an array",
        JsonKind::Object => "an object",
    }
}
