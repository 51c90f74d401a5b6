//! The kinds of files, and what each may hold.

use super::build::{Pair, array, map, object, pair, refer, text};
use super::known::Known;
use super::values::mapping;
use bizkit_spec::keywords::Mapping;

/// A definition for each kind of file, named as in [`KINDS`](super::KINDS).
pub(super) fn definitions(known: &Known) -> Vec<Pair> {
    vec![
        pair("endpoint", object(mapping(Mapping::Endpoint, known))),
        pair("api", object(mapping(Mapping::Api, known))),
        pair("errors", object(named("CODE", "an error code", ERROR, map(refer("errorCode"))))),
        pair("types", object(named("Name", "a type", TYPE, map(refer("typeDefinition"))))),
        pair("errorCode", object(mapping(Mapping::ErrorCode, known))),
    ]
}

/// What the first line of an entry looks like; editors fill in the gaps.
const ERROR: &[(&str, &str)] =
    &[("topic", "${2|key,rate,session,permission,missing,input,server|}"), ("summary", "$3")];
const TYPE: &[(&str, &str)] = &[("type", "${2:string}"), ("description", "$3")];

/// A file of entries whose names are free: an editor can only offer a whole entry to begin with.
fn named(name: &str, what: &str, body: &[(&str, &str)], mut schema: Vec<Pair>) -> Vec<Pair> {
    let body = object(body.iter().map(|(key, gap)| pair(key, text(gap))));
    let snippet = object([
        pair("label", text(&format!("{name}: {what}"))),
        pair("description", text(&format!("Begins the description of {what}."))),
        pair("body", object([pair(&format!("${{1:{name}}}"), body)])),
    ]);
    schema.push(pair("defaultSnippets", array([snippet])));
    schema
}
