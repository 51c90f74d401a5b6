//! Builds the members that objects of several kinds have, those that begin with `x-bizkit-` among them.

use bizkit_spec::json::Json;
use bizkit_spec::json::build::{Pair, array, object, pair, text};
use bizkit_spec::model::{Constraint, Deprecated, TypeDef};
use bizkit_spec::name::Name;

/// The name of a type below `components/schemas`: its module and its name, with dots between them.
pub(super) fn component(def: &TypeDef) -> String {
    let words = def.module.iter().map(|name| name.snake().to_owned());
    words.chain([def.name.pascal()]).collect::<Vec<_>>().join(".")
}

pub(super) fn extension(name: &str, value: Json) -> Pair {
    (format!("x-bizkit-{name}"), value)
}

pub(super) fn external(link: &str) -> Json {
    object([pair("url", text(link))])
}

/// The name that Rust gives something, where it does not follow from the name on the wire.
pub(super) fn renamed(name: &Name, wire: &str) -> Option<Pair> {
    (Name::new(wire).as_ref() != Some(name)).then(|| extension("name", text(name.snake())))
}

/// `deprecated`, and what to use instead.
pub(super) fn deprecation(deprecated: Option<&Deprecated>) -> Vec<Pair> {
    let Some(deprecated) = deprecated else { return Vec::new() };
    let note = deprecated.note.as_deref().map(|note| extension("deprecated", text(note)));
    [pair("deprecated", Json::Bool(true))].into_iter().chain(note).collect()
}

/// Rules over several members.
pub(super) fn groups(groups: &[Constraint], wires: &[&str]) -> Option<Pair> {
    let rules = groups.iter().map(|group| {
        let (rule, members) = crate::export::words::group(group, wires);
        object([pair(rule, members)])
    });
    (!groups.is_empty()).then(|| extension("constraints", array(rules)))
}
