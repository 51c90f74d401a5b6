//! Names of the spec to Rust identifiers: keywords, primitive types and taken method names step aside.

use bizkit_spec::model::Endpoint;
use bizkit_spec::name::Name;
use proc_macro2::{Ident, Span};

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
pub(super) fn field(name: &Name) -> Ident {
    escaped(name.snake())
}

/// A module (`customer`).
pub(super) fn module(name: &Name) -> Ident {
    match name.snake() {
        word if PRIMITIVES.contains(&word) => ident(&format!("{word}_")),
        word => escaped(word),
    }
}

/// A type or a variant (`CuRefNo`).
pub(super) fn pascal(name: &Name) -> Ident {
    escaped(&name.pascal())
}

/// A method of a request that sets a parameter (`customer_real_ip`, `send_`).
pub(super) fn setter(endpoint: &Endpoint, name: &Name) -> Ident {
    let of_lists = endpoint.pagination.as_ref().map_or(&[][..], |_| LIST_METHODS);
    match name.snake() {
        word if REQUEST_METHODS.contains(&word) || of_lists.contains(&word) => ident(&format!("{word}_")),
        word => escaped(word),
    }
}

/// The variant that takes what is not in the list; another word where the spec has this one.
pub(super) fn catch_all<'a>(mut known: impl Iterator<Item = &'a Name>) -> Ident {
    ident(if known.any(|name| name.pascal() == "Unknown") { "Unrecognized" } else { "Unknown" })
}

/// The name of a variant that the model and the runtime spell alike.
pub(super) fn variant(value: &impl std::fmt::Debug) -> Ident {
    ident(&format!("{value:?}"))
}

/// An identifier that is neither a keyword nor empty.
pub(super) fn ident(text: &str) -> Ident {
    Ident::new(text, Span::call_site())
}

fn escaped(word: &str) -> Ident {
    if NEVER.contains(&word) {
        ident(&format!("{word}_"))
    } else if KEYWORDS.contains(&word) {
        Ident::new_raw(word, Span::call_site())
    } else {
        ident(word)
    }
}
