//! The keys of types, fields, parameters, replies and branches.

use super::Known;
use super::build::{
    Pair, allow, anything, array, count, either, explained, flag, key, keys, list, map, names, number,
    object, pair, refer, seen, string, text, url, words,
};
use bizkit_spec::json::Json;
use bizkit_spec::model::{Format, Place};

const TYPE_WORDS: [&str; 9] =
    ["string", "integer", "number", "decimal", "boolean", "object", "array", "json", "binary"];
const SCALARS: [&str; 5] = ["string", "integer", "number", "decimal", "boolean"];

pub(super) fn definitions(known: &Known) -> Vec<Pair> {
    let inline = || {
        vec![
            key("nullable", "Whether `null` is a value too.", flag()),
            key("title", "The Rust name of this inline type.", type_name()),
        ]
    };
    let field = || {
        let mut keys = inline();
        keys.push(key("required", "Whether it must be there. Default: false.", flag()));
        keys.push(key("name", "The Rust name, where the one made from the key is not good.", string()));
        keys.push(allow());
        keys
    };
    let parameter = || {
        let mut keys = field();
        let about = "Where it travels. Default: the path where the path names it, else the body for POST, PUT and PATCH, else the query.";
        keys.push(key("in", about, words(Place::WORDS.iter().copied())));
        keys
    };
    let reply = || {
        let mut keys = inline();
        keys.push(key("contentType", "What the body is, where it is not JSON.", string()));
        keys
    };
    let body = || {
        let mut keys = reply();
        keys.push(key("name", "The Rust name of the argument.", string()));
        keys
    };
    let branch = || {
        let mut keys = inline();
        let tag = either([flag(), string(), super::build::integer()]);
        keys.push(key("when", "The value of the discriminator that selects this branch.", tag));
        keys.push(key("absent", "This branch is taken where the discriminator is not there.", flag()));
        let about = "A required member that no other branch has: it tells this object from others, without a discriminator.";
        keys.push(key("has", about, string()));
        keys.push(key("failure", "Whether this branch means that the call failed.", flag()));
        keys
    };
    let short = |long: Vec<Pair>| either([refer("typeWord"), vec![pair("type", text("null"))], long]);
    vec![
        pair("typeWord", object(type_word(known))),
        pair("typeDefinition", object(mapping(vec![allow()]))),
        pair("typeUse", object(either([refer("typeWord"), mapping(inline())]))),
        pair("field", object(either([refer("typeWord"), mapping(field())]))),
        pair("parameter", object(either([refer("typeWord"), mapping(parameter())]))),
        pair("reply", object(short(mapping(reply())))),
        pair("body", object(mapping(body()))),
        pair("branch", object(mapping(branch()))),
        pair("constraints", object(constraints())),
    ]
}

fn type_name() -> Vec<Pair> {
    vec![pair("type", text("string")), pair("pattern", text("^[A-Z][A-Za-z0-9]*$"))]
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

/// Rules over several members.
fn constraints() -> Vec<Pair> {
    let members = || list(string());
    list(keys(
        vec![
            key("exactlyOneOf", "One of these members is there, no more and no less.", members()),
            key("atLeastOneOf", "One of these members is there, or several.", members()),
            key("allOrNoneOf", "These members are all there, or none is.", members()),
            key("dependentRequired", "Where this member is, those that it needs are there.", map(members())),
        ],
        &[],
    ))
}

/// The keys of every type, and those of one place.
fn mapping(more: Vec<Pair>) -> Vec<Pair> {
    let mut all = common();
    all.extend(text_keys());
    all.extend(number_keys());
    all.extend(container_keys());
    all.extend(more);
    keys(all, &[])
}

fn common() -> Vec<Pair> {
    vec![
        key(
            "type",
            "What the value is: a word, the name of a type, or a list of scalars.",
            refer("typeWord"),
        ),
        key("description", "What it means, in Markdown.", string()),
        key("docs", "The vendor's page about it.", url()),
        key("example", "A documented value; it keeps every rule.", anything()),
        key("default", "What the server takes when the value is absent; it keeps every rule.", anything()),
        key("deprecated", "`true`, or what to use instead.", either([flag(), string()])),
        seen(),
        key("sensitive", "Never shown: not in Debug, logs and errors.", flag()),
    ]
}

fn text_keys() -> Vec<Pair> {
    let formats = Format::ALL.iter().map(|format| (format.word(), format.description()));
    let meaning = either([
        string(),
        vec![pair("type", text("null"))],
        keys(
            vec![
                key("name", "The name of the variant.", string()),
                key("description", "What the value means.", string()),
            ],
            &[],
        ),
    ]);
    let steps = || words(["trim", "lowercase", "uppercase", "phone"]);
    let value = vec![pair("type", array([text("string"), text("integer"), text("boolean")]))];
    vec![
        key("format", "A known form of text.", explained(formats)),
        key("minLength", "Fewest Unicode code points.", count()),
        key("maxLength", "Most Unicode code points.", count()),
        key("pattern", "A subset of ECMA-262; not anchored unless it says so.", string()),
        key("enum", "A list of values, or values with what they mean.", either([list(value), map(meaning)])),
        key("open", "Whether a request may send other values, too.", flag()),
        key(
            "normalize",
            "Steps before every rule, in their order: words, and maps of whole texts to replacements.",
            either([steps(), list(either([steps(), map(string())])), map(string())]),
        ),
    ]
}

fn number_keys() -> Vec<Pair> {
    vec![
        key("minimum", "The least value.", number()),
        key("maximum", "The greatest value.", number()),
        key("exclusiveMinimum", "Every value is above this.", number()),
        key("exclusiveMaximum", "Every value is below this.", number()),
        key("multipleOf", "A step; `0.01` means at most two digits behind the point.", number()),
        key("as", "JSON carries the value as text.", words(["string"])),
    ]
}

fn container_keys() -> Vec<Pair> {
    vec![
        key("items", "What each element is.", refer("typeUse")),
        key("minItems", "Fewest elements.", count()),
        key("maxItems", "Most elements.", count()),
        key("uniqueItems", "Whether no two elements may be equal.", flag()),
        key("delimiter", "Joins the elements to one string.", one_character()),
        key(
            "properties",
            "The fields of an object; beside `oneOf`, those that all branches share.",
            map(refer("field")),
        ),
        key(
            "additionalProperties",
            "What each value of a map is; beside `properties`, what each member is that they do not name.",
            either([flag(), refer("field")]),
        ),
        key("minProperties", "Fewest entries.", count()),
        key("maxProperties", "Most entries.", count()),
        key("constraints", "Rules over several fields.", refer("constraints")),
        key("observed", "Known from an example only: nothing is promised to be there.", flag()),
        key("oneOf", "The branches of a union by name.", map(refer("branch"))),
        key("discriminator", "The field whose value tells the branches apart.", string()),
    ]
}

fn one_character() -> Vec<Pair> {
    let one = || Json::Number("1".into());
    vec![pair("type", text("string")), pair("minLength", one()), pair("maxLength", one())]
}
