//! Names of the spec to Rust identifiers.

use bizkit_spec::model::Endpoint;
use bizkit_spec::name::Name;
use bizkit_spec::rust::names;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use std::collections::BTreeSet;

/// A field or a parameter (`cu_ref_no`, `r#type`, `self_`).
pub(super) fn field(name: &Name) -> Ident {
    parsed(&names::field(name))
}

/// A module (`customer`).
pub(super) fn module(name: &Name) -> Ident {
    parsed(&names::module(name))
}

/// A type or a variant (`CuRefNo`).
pub(super) fn pascal(name: &Name) -> Ident {
    parsed(&names::pascal(name))
}

/// A method of a request that sets a parameter (`customer_real_ip`, `send_`).
pub(super) fn setter(endpoint: &Endpoint, name: &Name) -> Ident {
    parsed(&names::setter(endpoint, name))
}

/// The variant that takes what is not in the list; another word where the spec has this one.
pub(super) fn catch_all<'a>(known: impl Iterator<Item = &'a Name>) -> Ident {
    ident(&names::catch_all(known))
}

/// A method of a request that sends `null`, beside those that set its parameters.
pub(super) fn clearing(setters: &BTreeSet<String>, name: &Name) -> Ident {
    ident(&names::clearing(setters, name))
}

/// The variant of the runtime's enum that stands for one of the model's; the compiler sees to it that none is missing.
macro_rules! twin {
    ($value:expr, $model:ident => $runtime:ident { $($variant:ident),+ }) => {
        match $value {
            $($model::$variant => ::quote::quote!(__p::$runtime::$variant),)+
        }
    };
}
pub(super) use twin;

/// An identifier that is neither a keyword nor empty.
pub(super) fn ident(text: &str) -> Ident {
    Ident::new(text, Span::call_site())
}

/// A name that may be raw.
fn parsed(text: &str) -> Ident {
    match text.strip_prefix("r#") {
        Some(word) => Ident::new_raw(word, Span::call_site()),
        None => ident(text),
    }
}

/// `Some(text)` or `None` by absolute paths.
pub(super) fn option(text: Option<&str>) -> TokenStream {
    match text {
        Some(text) => quote!(__p::Some(#text)),
        None => quote!(__p::None),
    }
}
