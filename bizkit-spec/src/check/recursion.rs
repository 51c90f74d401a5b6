//! Types that contain themselves: fine where a value can end, refused where it never could.

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Api, TypeId};
use crate::types::{Kind, Schema};

/// Whether every type has a finite value; reports those that have none.
pub(super) fn check(api: &Api, findings: &mut Diagnostics) -> bool {
    let mut finite = vec![false; api.types.len()];
    // Each round finds the types whose parts are known to be finite; at most one round per type.
    loop {
        let before = finite.iter().filter(|finite| **finite).count();
        for index in 0..api.types.len() {
            finite[index] = finite[index] || ends(&api.types[index].schema, &finite);
        }
        if finite.iter().filter(|finite| **finite).count() == before {
            break;
        }
    }
    for (index, def) in api.types.iter().enumerate().filter(|(index, _)| !finite[*index]) {
        let path = cycle(api, TypeId(index), &finite);
        let mut finding = Diagnostic::error(
            Code::ENDLESS_TYPE,
            def.span,
            format!("a value of `{}` could never end", def.name.pascal()),
        );
        if !path.is_empty() {
            finding = finding.label(path.join(" -> "));
        }
        findings.push(finding.help("make one of the fields on the way optional, nullable or a list"));
    }
    let mut named = true;
    for (index, finite) in finite.iter().enumerate() {
        let id = TypeId(index);
        if *finite && contains_alias(api, &api.type_def(id).schema, id, &mut vec![id]) {
            named = false;
            let def = api.type_def(id);
            findings.push(
                Diagnostic::error(
                    Code::ENDLESS_TYPE,
                    def.span,
                    format!("`{}` is a list or map of itself and nothing else", def.name.pascal()),
                )
                .help("put an object or a union between the two"),
            );
        }
    }
    named && finite.iter().all(|finite| *finite)
}

/// Whether lists and maps alone lead from a type to `target`: those have no Rust type of their own.
fn contains_alias(api: &Api, schema: &Schema, target: TypeId, seen: &mut Vec<TypeId>) -> bool {
    let part = match &schema.kind {
        Kind::Array(array) => &array.items,
        Kind::Map(map) => &map.values,
        _ => return false,
    };
    match part.kind {
        Kind::Ref(id) if id == target => true,
        Kind::Ref(id) if seen.contains(&id) => false,
        Kind::Ref(id) => {
            seen.push(id);
            contains_alias(api, &api.type_def(id).schema, target, seen)
        }
        _ => contains_alias(api, part, target, seen),
    }
}

/// Whether some value of this type ends, given the types that are known to.
fn ends(schema: &Schema, finite: &[bool]) -> bool {
    if schema.nullable {
        return true;
    }
    match &schema.kind {
        Kind::Ref(id) => finite[id.0],
        Kind::Array(array) => array.min_items.is_none_or(|min| min == 0) || ends(&array.items, finite),
        Kind::Map(map) => map.min_properties.is_none_or(|min| min == 0) || ends(&map.values, finite),
        Kind::Object(object) => {
            object.fields.iter().all(|field| !field.required || ends(&field.schema, finite))
        }
        Kind::Union(union) => union
            .variants
            .iter()
            .any(|variant| variant.schema.as_ref().is_none_or(|schema| ends(schema, finite))),
        _ => true,
    }
}

/// The names on the way from a type back to itself.
fn cycle(api: &Api, start: TypeId, finite: &[bool]) -> Vec<String> {
    let mut path = vec![start];
    loop {
        let last = path[path.len() - 1];
        let Some(next) = endless_part(&api.type_def(last).schema, finite) else { return Vec::new() };
        let closes = path.contains(&next);
        path.push(next);
        if closes {
            return path.iter().map(|id| api.type_def(*id).name.pascal()).collect();
        }
    }
}

/// The part that keeps a type from ending.
fn endless_part(schema: &Schema, finite: &[bool]) -> Option<TypeId> {
    if ends(schema, finite) {
        return None;
    }
    match &schema.kind {
        Kind::Ref(id) => Some(*id),
        Kind::Array(array) => endless_part(&array.items, finite),
        Kind::Map(map) => endless_part(&map.values, finite),
        Kind::Object(object) => object
            .fields
            .iter()
            .filter(|field| field.required)
            .find_map(|field| endless_part(&field.schema, finite)),
        Kind::Union(union) => union
            .variants
            .iter()
            .filter_map(|variant| variant.schema.as_ref())
            .find_map(|schema| endless_part(schema, finite)),
        _ => None,
    }
}
