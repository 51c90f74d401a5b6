//! The definitions of types, fields, parameters, responses and branches.

use super::build::{Pair, either, list, names, object, pair, refer, text, words};
use super::known::Known;
use super::values::{mapping, type_name};
use bizkit_spec::json::Json;
use bizkit_spec::keywords::Mapping;

const TYPE_WORDS: [&str; 9] =
    ["string", "integer", "number", "decimal", "boolean", "object", "array", "json", "binary"];
const SCALARS: [&str; 5] = ["string", "integer", "number", "decimal", "boolean"];

pub(super) fn definitions(known: &Known) -> Vec<Pair> {
    let keys = |of| mapping(of, known);
    let null = vec![pair("type", text("null"))];
    vec![
        pair("typeWord", object(type_word(known))),
        pair("typeDefinition", object(keys(Mapping::Definition))),
        pair("typeUse", object(either([refer("typeWord"), keys(Mapping::Use)]))),
        pair("field", object(either([refer("typeWord"), keys(Mapping::Property)]))),
        pair("parameter", object(either([refer("typeWord"), keys(Mapping::Parameter)]))),
        pair("response", object(either([refer("typeWord"), null, keys(Mapping::Response)]))),
        pair("body", object(keys(Mapping::Body))),
        pair("branch", object(keys(Mapping::Branch))),
        pair("constraints", object(list(keys(Mapping::Constraint)))),
    ]
}

/// `string`, `CuRefNo` or `[string, integer]`. A type may be newer than the schema, so any name will do.
fn type_word(known: &Known) -> Vec<Pair> {
    let several = [
        pair("description", text("One of several scalars. Bounds hold for a number and for its text.")),
        pair("minItems", Json::Number("2".into())),
        pair("uniqueItems", Json::Bool(true)),
    ];
    let several = several.into_iter().chain(list(words(SCALARS))).collect();
    either([words(TYPE_WORDS), names(&known.types), type_name(), several])
}
