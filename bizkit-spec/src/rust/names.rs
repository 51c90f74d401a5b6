//! Names of the spec to Rust identifiers: keywords, primitive types and taken method names step aside.

use super::arguments::arguments;
use crate::model::{Endpoint, Status};
use crate::name::Name;
use heck::ToUpperCamelCase;
use std::collections::BTreeSet;

/// Keywords of all editions that a raw identifier may spell.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Words that no raw identifier may spell.
const NEVER: &[&str] = &["self", "Self", "super", "crate"];

/// Primitive types, which a module of the same name would hide.
const PRIMITIVES: &[&str] = &[
    "bool", "char", "str", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32",
    "u64", "u128", "usize",
];

/// Methods that every request has.
const REQUEST_METHODS: &[&str] = &["new", "check", "send", "send_with_meta", "send_raw", "failure"];

/// Methods that the request of a list has besides.
const LIST_METHODS: &[&str] = &["pages", "items"];

/// A field or a parameter (`cu_ref_no`, `r#type`, `self_`).
pub fn field(name: &Name) -> String {
    escaped(name.snake())
}

/// A module (`customer`).
pub fn module(name: &Name) -> String {
    match name.snake() {
        word if PRIMITIVES.contains(&word) => format!("{word}_"),
        word => escaped(word),
    }
}

/// A type or a variant (`CuRefNo`).
pub fn pascal(name: &Name) -> String {
    escaped(&name.pascal())
}

/// The methods that a request has whatever its parameters are called.
pub(super) fn request_methods(endpoint: &Endpoint) -> impl Iterator<Item = &'static str> {
    let of_lists = endpoint.pagination.as_ref().map_or(&[][..], |_| LIST_METHODS);
    REQUEST_METHODS.iter().chain(of_lists).copied()
}

/// A method of a request that sets a parameter (`customer_real_ip`, `send_`).
pub fn setter(endpoint: &Endpoint, name: &Name) -> String {
    match name.snake() {
        word if request_methods(endpoint).any(|method| method == word) => format!("{word}_"),
        word => escaped(word),
    }
}

/// The methods that set the parameters of a request.
pub fn setters(endpoint: &Endpoint) -> BTreeSet<String> {
    arguments(endpoint).map(|field| setter(endpoint, &field.name)).collect()
}

/// A method of a request that sends `null` (`clear_note`). It steps aside for the method that sets a parameter
/// of this name, out of `setters`.
pub fn clearing(setters: &BTreeSet<String>, name: &Name) -> String {
    let wish = format!("clear_{}", name.snake());
    if setters.contains(&wish) { format!("{wish}_") } else { wish }
}

/// The variant of a status (`NotFound`).
pub fn status(status: Status) -> String {
    status.reason().to_upper_camel_case()
}

/// The variant that takes what is not in a list; another word where the list has this one.
pub fn catch_all<'a>(known: impl Iterator<Item = &'a Name>) -> String {
    let mut name = "Unknown".to_owned();
    let known: BTreeSet<String> = known.map(Name::pascal).filter(|other| other.starts_with("Un")).collect();
    if known.contains(&name) {
        "Unrecognized".clone_into(&mut name);
    }
    while known.contains(&name) {
        name.push_str("Value");
    }
    name
}

fn escaped(word: &str) -> String {
    if NEVER.contains(&word) {
        format!("{word}_")
    } else if KEYWORDS.contains(&word) {
        format!("r#{word}")
    } else {
        word.to_owned()
    }
}
