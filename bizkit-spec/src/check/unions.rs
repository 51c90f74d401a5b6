//! Unions: each branch can be told from the others by looking at the value.

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Api;
use crate::types::{JsonKind, Kind, Schema, Select, UnionType};

pub(super) fn check(api: &mut Api, findings: &mut Diagnostics) {
    for index in 0..api.types.len() {
        let Kind::Union(union) = &api.types[index].schema.kind else { continue };
        let mut union = union.clone();
        match &union.discriminator {
            Some(discriminator) => check_tagged(api, &union, discriminator, findings),
            None => select_by_kind(api, &mut union, findings),
        }
        api.types[index].schema.kind = Kind::Union(union);
    }
}

/// Branches beside a tag are objects, and the tag is not one of their fields.
fn check_tagged(api: &Api, union: &UnionType, discriminator: &str, findings: &mut Diagnostics) {
    for variant in &union.variants {
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

/// Without a tag, the JSON kind of a value must say which branch it is.
fn select_by_kind(api: &Api, union: &mut UnionType, findings: &mut Diagnostics) {
    for index in 0..union.variants.len() {
        let variant = &union.variants[index];
        let span = variant.span;
        let Some(kind) = variant.schema.as_ref().and_then(|schema| json_kind(api, schema)) else {
            findings.push(
                Diagnostic::error(
                    Code::AMBIGUOUS_UNION,
                    span,
                    format!("nothing tells `{}` from the other branches", variant.name.pascal()),
                )
                .help("give the union a `discriminator` and each branch a `when`"),
            );
            continue;
        };
        let same = union.variants[..index].iter().find(|other| other.select == Select::Kind(kind));
        if let Some(other) = same {
            findings.push(
                Diagnostic::error(
                    Code::AMBIGUOUS_UNION,
                    span,
                    format!(
                        "`{}` and `{}` are both {} in JSON",
                        other.name.pascal(),
                        variant.name.pascal(),
                        kind_word(kind)
                    ),
                )
                .related(other.span, "the other branch")
                .help("give the union a `discriminator` and each branch a `when`"),
            );
        }
        union.variants[index].select = Select::Kind(kind);
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
