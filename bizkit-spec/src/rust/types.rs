//! The Rust types of values and members, as callers write them.

use super::boxes::Boxes;
use super::path::type_path;
use crate::model::{Api, Field, Kind, Schema, TypeId};

/// How a member is present.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// `T`; `Option<T>` where `null` is a value.
    Required,
    /// `Option<T>`
    Optional,
    /// `Nullable<T>`: absent, `null` and a value told apart.
    Nullable,
    /// `Vec<T>` or a map: missing means empty.
    List,
}

/// How a member is present. `lenient` says that a missing list is an empty one.
pub fn presence(api: &Api, field: &Field, lenient: bool) -> Presence {
    let many = matches!(api.resolved(&field.schema).kind, Kind::Array(_) | Kind::Map(_));
    match (field.required, is_nullable(api, &field.schema)) {
        (true, _) => Presence::Required,
        (false, _) if field.additional_properties || lenient && many => Presence::List,
        (false, true) => Presence::Nullable,
        (false, false) => Presence::Optional,
    }
}

/// Whether `null` is a value here: said at this place or by the type that it refers to.
pub fn is_nullable(api: &Api, schema: &Schema) -> bool {
    schema.nullable || matches!(schema.kind, Kind::Ref(id) if is_nullable(api, &api.type_def(id).schema))
}

/// The type of a value without its presence (`Vec<types::Email>`).
pub fn value(api: &Api, schema: &Schema) -> String {
    match &schema.kind {
        Kind::String(_) => "String".to_owned(),
        Kind::Integer(_) => "i64".to_owned(),
        Kind::Number(_) => "f64".to_owned(),
        Kind::Decimal(_) => "Decimal".to_owned(),
        Kind::Boolean(_) => "bool".to_owned(),
        Kind::Binary => "Bytes".to_owned(),
        Kind::Array(array) => format!("Vec<{}>", element(api, &array.items)),
        Kind::Map(map) => format!("BTreeMap<String, {}>", element(api, &map.values)),
        Kind::Ref(id) => type_path(api, *id),
        Kind::Json | Kind::Object(_) | Kind::Enum(_) | Kind::Union(_) => "Json".to_owned(),
    }
}

/// The type of an element or of a whole response, which may be `null`.
pub(super) fn element(api: &Api, schema: &Schema) -> String {
    let ty = value(api, schema);
    if is_nullable(api, schema) { format!("Option<{ty}>") } else { ty }
}

/// The type of a member of a struct. `owner` is the struct and the member's index in it; a request has none.
pub fn member(
    api: &Api,
    boxes: &Boxes,
    owner: Option<(TypeId, usize)>,
    field: &Field,
    lenient: bool,
) -> String {
    let ty = value(api, &field.schema);
    let in_box = owner.is_some_and(|(id, index)| boxes.contains(id, index));
    let ty = if in_box { format!("Box<{ty}>") } else { ty };
    match (presence(api, field, lenient), is_nullable(api, &field.schema)) {
        (Presence::Required, false) | (Presence::List, _) => ty,
        (Presence::Required, true) | (Presence::Optional, _) => format!("Option<{ty}>"),
        (Presence::Nullable, _) => format!("Nullable<{ty}>"),
    }
}

/// The type that an argument of `new` or of a setter is turned into.
pub fn parameter(api: &Api, field: &Field) -> String {
    if field.required { element(api, &field.schema) } else { value(api, &field.schema) }
}
