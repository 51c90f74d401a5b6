//! The Rust type of a schema, the path of an item, and what is said of a named type wherever it is written.

use super::context::Cx;
use super::{docs, names};
use bizkit_spec::model::{Kind, Schema, TypeDef, TypeId};
use bizkit_spec::name::Name;
use bizkit_spec::rust::module_of;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The Rust type of a schema without its presence, as written inside of the module `from`.
pub(super) fn rust(cx: &Cx<'_>, from: &[Name], schema: &Schema) -> TokenStream {
    match &schema.kind {
        Kind::String(_) => quote!(__p::String),
        Kind::Integer(_) => quote!(i64),
        Kind::Number(_) => quote!(f64),
        Kind::Decimal(_) => quote!(__p::Decimal),
        Kind::Boolean(_) => quote!(bool),
        Kind::Binary => quote!(__p::Bytes),
        Kind::Array(array) => {
            let items = nullable(cx, from, &array.items);
            quote!(__p::Vec<#items>)
        }
        Kind::Map(map) => {
            let values = nullable(cx, from, &map.values);
            quote!(__p::BTreeMap<__p::String, #values>)
        }
        Kind::Ref(id) => named(cx, from, *id),
        // The model names every object, enum and union; a placeholder for a broken one reads anything.
        Kind::Json | Kind::Object(_) | Kind::Enum(_) | Kind::Union(_) => quote!(__p::Json),
    }
}

/// The Rust type of an element, which may be `null`.
pub(super) fn nullable(cx: &Cx<'_>, from: &[Name], schema: &Schema) -> TokenStream {
    let ty = rust(cx, from, schema);
    if is_nullable(cx, schema) { quote!(__p::Option<#ty>) } else { ty }
}

/// Whether `null` is a value here.
pub(super) fn is_nullable(cx: &Cx<'_>, schema: &Schema) -> bool {
    bizkit_spec::rust::is_nullable(cx.api, schema)
}

/// The path of a named type as seen from a module.
pub(super) fn named(cx: &Cx<'_>, from: &[Name], id: TypeId) -> TokenStream {
    let def = cx.api.type_def(id);
    path(from, &module_of(def), &names::pascal(&def.name))
}

/// The wish for the name of a table that belongs to a type.
pub(super) fn table_name(def: &TypeDef) -> String {
    let words: Vec<String> = def.module.iter().chain([&def.name]).map(Name::shouty).collect();
    words.join("_")
}

/// Documentation and `#[deprecated]` of a named type.
pub(super) fn attributes(cx: &Cx<'_>, id: TypeId, more: &[&str]) -> TokenStream {
    let def = cx.api.type_def(id);
    let place = cx.places.get(&id);
    let mut lines =
        docs::named_type(place.map_or("No call takes or gives it yet.", String::as_str), &def.schema);
    for text in more.iter().filter(|text| !text.is_empty()) {
        docs::paragraph(&mut lines, text);
    }
    let docs = docs::attributes(&lines);
    let origin = cx.origin(def.span);
    let deprecated = docs::deprecation(def.schema.deprecated.as_ref());
    quote!(#docs #origin #deprecated)
}

/// The path from inside `from` to an item of `to`.
pub(super) fn path(from: &[Name], to: &[Name], item: &Ident) -> TokenStream {
    let shared = from.iter().zip(to).take_while(|(a, b)| a == b).count();
    let up = from[shared..].iter().map(|_| quote!(super::));
    let down = to[shared..].iter().map(|name| {
        let module = names::module(name);
        quote!(#module::)
    });
    quote!(#(#up)* #(#down)* #item)
}
