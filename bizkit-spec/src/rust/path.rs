//! Writes the paths of generated items.

use super::names;
use crate::model::{Api, Endpoint, TypeDef, TypeId};
use crate::name::Name;

/// The module that a type is generated in; shared types have one of their own.
pub fn module_of(def: &TypeDef) -> Vec<Name> {
    if def.module.is_empty() { Name::new("types").into_iter().collect() } else { def.module.clone() }
}

/// The path of an item below the root (`shop::order::Create`).
pub fn path(module: &[Name], item: &str) -> String {
    let mut path: String = module.iter().map(|name| names::module(name) + "::").collect();
    path.push_str(item);
    path
}

/// The path of a type (`types::Email`).
pub fn type_path(api: &Api, id: TypeId) -> String {
    let def = api.type_def(id);
    path(&module_of(def), &names::pascal(&def.name))
}

/// The path of a request (`shop::order::Create`).
pub fn request_path(endpoint: &Endpoint) -> String {
    path(&endpoint.module, &names::pascal(&endpoint.name))
}
