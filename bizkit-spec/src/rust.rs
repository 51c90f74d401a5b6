//! What the generator makes of the model, as text: paths, types and calls. The generator itself takes its
//! names and decisions from here, so that documents and comparisons tell what callers really see.

mod boxes;
pub mod call;
mod emitted;
pub mod names;
mod replies;
mod types;

pub use boxes::Boxes;
pub use emitted::{Emitted, Origin, Space, SpaceKind, emitted, kinds_name, text_kinds};
pub use replies::{Branches, branches, catch_all, failure_name, failure_type, reply_name, reply_type};
use replies::{several_replies, split};
pub use types::{Presence, is_nullable, member, parameter, presence, value};

use crate::model::{Api, Endpoint, Field, TypeDef, TypeId};
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

/// The arguments of a call in the order of the spec, the body's value last.
pub fn arguments(endpoint: &Endpoint) -> impl Iterator<Item = &Field> {
    let parameters = endpoint.parameters.iter().map(|parameter| &parameter.field);
    parameters.chain(endpoint.body.as_ref().map(|body| &body.field))
}
