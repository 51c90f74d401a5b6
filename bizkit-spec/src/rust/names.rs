//! Names of the spec to Rust identifiers: keywords, primitive types and taken method names step aside.

use crate::model::Endpoint;
use crate::name::Name;

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

/// A method of a request that sets a parameter (`customer_real_ip`, `send_`).
pub fn setter(endpoint: &Endpoint, name: &Name) -> String {
    let of_lists = endpoint.pagination.as_ref().map_or(&[][..], |_| LIST_METHODS);
    match name.snake() {
        word if REQUEST_METHODS.contains(&word) || of_lists.contains(&word) => format!("{word}_"),
        word => escaped(word),
    }
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
