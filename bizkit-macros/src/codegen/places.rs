//! Where the value of a named type stands: the first place in a call that leads to it, for types without a description.

use bizkit_spec::Api;
use bizkit_spec::model::{Content, Field, Kind, Schema, TypeId};
use bizkit_spec::prose::code;
use std::collections::{BTreeMap, VecDeque};

/// Longest way to a type that helps anybody to find it, in bytes.
const LONGEST: usize = 200;

/// A sentence for each type that a call leads to, by its id.
pub(super) fn of(api: &Api) -> BTreeMap<TypeId, String> {
    let mut places = BTreeMap::new();
    let mut open: VecDeque<(&Schema, String, String)> = VecDeque::new();
    for endpoint in &api.endpoints {
        let id = code(&endpoint.id);
        let arguments = endpoint.parameters.iter().map(|parameter| &parameter.field);
        for field in arguments.chain(endpoint.body.as_ref().map(|body| &body.field)) {
            open.push_back((&field.schema, field.wire.clone(), format!("a call to {id}")));
        }
        for response in &endpoint.responses {
            if let Content::Json(schema) = &response.content {
                open.push_back((schema, String::new(), format!("the response of {id}")));
            }
        }
    }
    while let Some((schema, path, whole)) = open.pop_front() {
        let mut go = |schema, path: String| {
            if path.len() <= LONGEST {
                open.push_back((schema, path, whole.clone()));
            }
        };
        match &schema.kind {
            Kind::Ref(id) if !places.contains_key(id) => {
                let sentence = match path.as_str() {
                    "" => format!("What {whole} holds."),
                    path => format!("{} in {whole}.", code(path)),
                };
                places.insert(*id, sentence);
                go(&api.type_def(*id).schema, path);
            }
            Kind::Array(list) => go(&list.items, format!("{path}[]")),
            Kind::Map(map) => go(&map.values, format!("{path}{{}}")),
            Kind::Object(object) => object.members().for_each(|field| go(&field.schema, below(&path, field))),
            Kind::Union(union) => {
                let held = union.variants.iter().filter_map(|variant| variant.schema.as_ref());
                held.for_each(|schema| go(schema, path.clone()));
            }
            Kind::Ref(_)
            | Kind::String(_)
            | Kind::Integer(_)
            | Kind::Number(_)
            | Kind::Decimal(_)
            | Kind::Boolean(_)
            | Kind::Json
            | Kind::Binary
            | Kind::Enum(_) => {}
        }
    }
    places
}

/// `orders[].customer`
fn below(path: &str, field: &Field) -> String {
    match (path, field.additional_properties) {
        (_, true) => format!("{path}{{}}"),
        ("", false) => field.wire.clone(),
        (path, false) => format!("{path}.{}", field.wire),
    }
}
