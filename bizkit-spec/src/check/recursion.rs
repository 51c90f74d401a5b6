//! Types that contain themselves: fine where a value can end, refused where it never could, or where it would end
//! deeper than anybody reads.

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Api, ArrayType, Kind, MapType, ObjectType, Schema, StringType, TypeId};
use crate::yaml::MAX_DEPTH;
use std::collections::BTreeSet;

/// Most values that the smallest value of a type may consist of.
const MAX_PARTS: u64 = 100_000;

/// Most names that the way round a cycle shows.
const SHOWN: usize = 8;

/// What is known of the smallest value of a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Least {
    /// Levels of lists and objects.
    depth: usize,
    /// Values in it, long texts counted as several.
    parts: u64,
}

impl Least {
    const SCALAR: Self = Self { depth: 0, parts: 1 };

    /// Inside of a list or an object, so many times.
    fn inside(self, times: u64) -> Self {
        Self { depth: self.depth + 1, parts: self.parts.saturating_mul(times).saturating_add(1) }
    }
}

/// Whether every type has a value that ends, not too deep down; reports those that have none.
pub(super) fn check(api: &mut Api, findings: &mut Diagnostics) -> bool {
    let aliases = cut_aliases(api, findings);
    let least = smallest(api);
    let mut whole = aliases;
    for (index, found) in least.iter().enumerate() {
        let Some(found) = found else { continue };
        api.types[index].depth = found.depth;
        let def = &api.types[index];
        let finding = if found.depth == MAX_DEPTH + 1 {
            let message =
                format!("the smallest value of `{}` has more than {MAX_DEPTH} levels", def.name.pascal());
            Diagnostic::error(Code::TOO_DEEP, def.span, message)
                .help("make one of the fields on the way optional, nullable or a list")
        } else if found.parts > MAX_PARTS {
            let message =
                format!("the smallest value of `{}` has more than {MAX_PARTS} parts", def.name.pascal());
            Diagnostic::error(Code::TOO_MUCH, def.span, message)
                .help("make some of the fields optional, or lower `minItems` and `minLength`")
        } else {
            continue;
        };
        whole = false;
        findings.push(finding);
    }
    for round in rounds(api.types.len(), |id| {
        least[id.0].is_none().then(|| endless_part(&api.type_def(id).schema, &least)).flatten()
    }) {
        whole = false;
        let def = api.type_def(round[0]);
        let message = format!("a value of `{}` could never end", def.name.pascal());
        findings.push(
            Diagnostic::error(Code::ENDLESS_TYPE, def.span, message)
                .label(way(api, &round))
                .help("make one of the fields on the way optional, nullable or a list"),
        );
    }
    whole && least.iter().all(Option::is_some)
}

/// The smallest value of each type; `None` where it never ends, or far too deep down.
fn smallest(api: &Api) -> Vec<Option<Least>> {
    let mut known: Vec<Option<Least>> = vec![None; api.types.len()];
    let mut open: Vec<usize> = (0..known.len()).collect();
    // Each turn finds the types whose parts are known. Unions in unions take turns of their own.
    for _ in 0..2 * MAX_DEPTH {
        let found: Vec<(usize, Least)> = open
            .iter()
            .filter_map(|index| Some((*index, least(&api.types[*index].schema, &known)?)))
            .filter(|(_, least)| least.depth <= MAX_DEPTH + 1)
            .collect();
        if found.is_empty() {
            break;
        }
        for (index, least) in found {
            known[index] = Some(least);
        }
        open.retain(|index| known[*index].is_none());
    }
    known
}

/// The smallest value of a schema, given those of the types that are known.
fn least(schema: &Schema, known: &[Option<Least>]) -> Option<Least> {
    if schema.nullable {
        return Some(Least::SCALAR);
    }
    match &schema.kind {
        Kind::Ref(id) => known[id.0],
        Kind::String(StringType {
            min_length,
            max_length: _,
            pattern: _,
            format: _,
            normalize: _,
            number: _,
        }) => Some(Least { depth: 0, parts: min_length.unwrap_or(0).saturating_add(100) / 100 }),
        Kind::Array(array) => {
            let ArrayType { items, min_items, max_items: _, unique: _, delimiter: _ } = &**array;
            match min_items.unwrap_or(0) {
                0 => Some(Least::SCALAR.inside(0)),
                count => Some(least(items, known)?.inside(count)),
            }
        }
        Kind::Map(map) => {
            let MapType { values, min_properties, max_properties: _ } = &**map;
            match min_properties.unwrap_or(0) {
                0 => Some(Least::SCALAR.inside(0)),
                count => Some(least(values, known)?.inside(count)),
            }
        }
        // Rules over several members ask for no more than that some are there.
        Kind::Object(ObjectType { fields, additional_properties: _, constraints: _, observed: _ }) => {
            let mut all = Least { depth: 1, parts: 1 };
            for field in fields.iter().filter(|field| field.required) {
                let field = least(&field.schema, known)?;
                all.depth = all.depth.max(field.depth + 1);
                all.parts = all.parts.saturating_add(field.parts);
            }
            Some(all)
        }
        Kind::Union(union) => {
            let branches = union.variants.iter().filter_map(|variant| match &variant.schema {
                Some(schema) => least(schema, known),
                None => Some(Least::SCALAR.inside(0)),
            });
            branches.min()
        }
        Kind::Integer(_)
        | Kind::Number(_)
        | Kind::Decimal(_)
        | Kind::Boolean(_)
        | Kind::Json
        | Kind::Binary
        | Kind::Enum(_) => Some(Least::SCALAR),
    }
}

/// A type that keeps a schema from having a value.
fn endless_part(schema: &Schema, known: &[Option<Least>]) -> Option<TypeId> {
    if least(schema, known).is_some() {
        return None;
    }
    match &schema.kind {
        Kind::Ref(id) => Some(*id),
        Kind::Array(array) => endless_part(&array.items, known),
        Kind::Map(map) => endless_part(&map.values, known),
        Kind::Object(object) => {
            let mut required = object.fields.iter().filter(|field| field.required);
            required.find_map(|field| endless_part(&field.schema, known))
        }
        Kind::Union(union) => {
            let mut branches = union.variants.iter().filter_map(|variant| variant.schema.as_ref());
            branches.find_map(|schema| endless_part(schema, known))
        }
        _ => None,
    }
}

/// Reports lists and maps of nothing but themselves, and those that stand in each other too deep down: they have
/// no Rust type of their own, so whoever writes their type walks all the way. Free JSON stands in for them.
fn cut_aliases(api: &mut Api, findings: &mut Diagnostics) -> bool {
    let next: Vec<Option<TypeId>> = api
        .types
        .iter()
        .map(|def| alias_part(&def.schema).map(|(id, _)| id))
        .map(|id| id.filter(|id| is_alias(api, *id)))
        .collect();
    let mut cut = BTreeSet::new();
    for round in rounds(api.types.len(), |id| next[id.0]) {
        let def = api.type_def(round[0]);
        let message = format!("`{}` is a list or map of itself and nothing else", def.name.pascal());
        findings.push(
            Diagnostic::error(Code::ENDLESS_TYPE, def.span, message)
                .help("put an object or a union between the two"),
        );
        cut.insert(round[0]);
    }
    // Levels below each one, from the end of the chain; what ends in a cycle ends where that was cut.
    let mut levels: Vec<Option<usize>> = vec![None; api.types.len()];
    for index in 0..api.types.len() {
        let mut chain = Vec::new();
        let mut at = Some(TypeId(index));
        while let Some(id) = at.filter(|id| levels[id.0].is_none() && !cut.contains(id)) {
            chain.push(id);
            levels[id.0] = Some(0);
            at = next[id.0];
        }
        let mut below = at.and_then(|id| levels[id.0]).unwrap_or(0);
        for id in chain.into_iter().rev() {
            let def = api.type_def(id);
            below += alias_part(&def.schema).map_or(0, |(_, levels)| levels);
            if below > MAX_DEPTH {
                let message = format!("more than {MAX_DEPTH} lists and maps stand in each other");
                findings.push(
                    Diagnostic::error(Code::TOO_DEEP, def.span, message)
                        .help("put an object or a union between them"),
                );
                cut.insert(id);
                below = 0;
            }
            levels[id.0] = Some(below);
        }
    }
    for id in &cut {
        api.types[id.0].schema = Schema::plain(Kind::Json);
    }
    cut.is_empty()
}

/// Whether a type is a list or a map, which has no Rust type of its own.
fn is_alias(api: &Api, id: TypeId) -> bool {
    matches!(api.type_def(id).schema.kind, Kind::Array(_) | Kind::Map(_))
}

/// The type that lists and maps alone lead to, and how many of them.
fn alias_part(schema: &Schema) -> Option<(TypeId, usize)> {
    let (mut part, mut levels) = (schema, 0);
    loop {
        part = match &part.kind {
            Kind::Array(array) => &array.items,
            Kind::Map(map) => &map.values,
            Kind::Ref(id) if levels > 0 => return Some((*id, levels)),
            _ => return None,
        };
        levels += 1;
    }
}

/// The cycles of a graph in which one way at most leads away from each type; each once, from its first type.
fn rounds(types: usize, next: impl Fn(TypeId) -> Option<TypeId>) -> Vec<Vec<TypeId>> {
    // In which walk a type was met first.
    let mut walks = vec![usize::MAX; types];
    let mut found = Vec::new();
    for walk in 0..types {
        let mut at = Some(TypeId(walk));
        while let Some(id) = at.filter(|id| walks[id.0] == usize::MAX) {
            walks[id.0] = walk;
            at = next(id);
        }
        let Some(start) = at.filter(|id| walks[id.0] == walk) else { continue };
        let mut round = vec![start];
        let mut at = next(start);
        while let Some(id) = at.filter(|id| *id != start) {
            round.push(id);
            at = next(id);
        }
        let first = round.iter().enumerate().min_by_key(|(_, id)| **id).map_or(0, |(at, _)| at);
        round.rotate_left(first);
        found.push(round);
    }
    found
}

/// `Person -> Parent -> Person`
fn way(api: &Api, round: &[TypeId]) -> String {
    let name = |id: &TypeId| api.type_def(*id).name.pascal();
    let mut names: Vec<String> = round.iter().take(SHOWN).map(name).collect();
    if round.len() > SHOWN {
        names.push("..".to_owned());
    }
    names.extend(round.first().map(name));
    names.join(" -> ")
}
