//! Marks what requests and responses reach: the two sides of a type are generated only where used.
//! Marks what stands elsewhere than at the root of a response, too: there a union keeps its failures.

use crate::model::{Api, Content, Kind, Schema, TypeId};

pub(super) fn mark(api: &mut Api) {
    note_names(api);
    let mut requests = Vec::new();
    let mut responses = Vec::new();
    let mut nested = Vec::new();
    for endpoint in &api.endpoints {
        for parameter in &endpoint.parameters {
            references(&parameter.field.schema, &mut requests);
        }
        if let Some(body) = &endpoint.body {
            references(&body.field.schema, &mut requests);
        }
        for response in &endpoint.responses {
            let Content::Json(schema) = &response.content else { continue };
            references(schema, &mut responses);
            if schema.nullable || !matches!(schema.kind, Kind::Ref(_)) {
                references(schema, &mut nested);
            }
        }
    }
    nested.extend(&requests);
    api.types.iter().for_each(|def| references(&def.schema, &mut nested));
    for id in nested {
        api.types[id.0].nested = true;
    }
    requests.extend(api.key.as_ref().map(|key| key.ty));
    for id in reached(api, requests) {
        api.types[id.0].in_request = true;
    }
    for id in reached(api, responses) {
        api.types[id.0].in_response = true;
    }
}

/// Lists the names of each module.
fn note_names(api: &mut Api) {
    for def in &api.types {
        api.taken.entry(def.module.clone()).or_default().types.insert(def.name.pascal());
    }
    for endpoint in &api.endpoints {
        api.taken.entry(endpoint.module.clone()).or_default().requests.insert(endpoint.name.pascal());
    }
}

/// Everything that can be reached from some types, themselves included.
fn reached(api: &Api, mut open: Vec<TypeId>) -> Vec<TypeId> {
    let mut seen = vec![false; api.types.len()];
    let mut result = Vec::new();
    while let Some(id) = open.pop() {
        if !std::mem::replace(&mut seen[id.0], true) {
            result.push(id);
            references(&api.type_def(id).schema, &mut open);
        }
    }
    result
}

/// The types that a schema names itself.
fn references(schema: &Schema, found: &mut Vec<TypeId>) {
    match &schema.kind {
        Kind::Ref(id) => found.push(*id),
        Kind::Array(array) => references(&array.items, found),
        Kind::Map(map) => references(&map.values, found),
        Kind::Object(object) => object.members().for_each(|field| references(&field.schema, found)),
        Kind::Union(union) => {
            union
                .variants
                .iter()
                .filter_map(|variant| variant.schema.as_ref())
                .for_each(|schema| references(schema, found));
        }
        Kind::String(_)
        | Kind::Integer(_)
        | Kind::Number(_)
        | Kind::Decimal(_)
        | Kind::Boolean(_)
        | Kind::Json
        | Kind::Binary
        | Kind::Enum(_) => {}
    }
}
