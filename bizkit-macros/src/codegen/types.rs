//! Named types: kinds of text, newtypes of numbers, enums and aliases; and the Rust type of any schema.

use super::context::Cx;
use super::rust_type::{attributes, rust, table_name};
use super::{api, docs, names, record, tables, union};
use bizkit_spec::model::{EnumType, Format, Kind, StringType, TypeDef};
use bizkit_spec::prose;
use bizkit_spec::rust::module_of;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The item of one named type.
pub(super) fn expand(cx: &Cx<'_>, def: &TypeDef) -> TokenStream {
    match &def.schema.kind {
        Kind::String(text) => expand_text(cx, def, text),
        Kind::Integer(_) => expand_number(cx, def, &quote!(i64)),
        Kind::Number(_) => expand_number(cx, def, &quote!(f64)),
        Kind::Decimal(_) => expand_number(cx, def, &quote!(__p::Decimal)),
        Kind::Enum(list) => expand_enum(cx, def, list),
        Kind::Object(object) => record::expand(cx, def, object),
        Kind::Union(branches) => union::expand(cx, def, branches),
        Kind::Boolean(_) | Kind::Array(_) | Kind::Map(_) | Kind::Json | Kind::Binary | Kind::Ref(_) => {
            expand_alias(cx, def)
        }
    }
}

/// A type of text: the runtime's, for a kind of its own.
fn expand_text(cx: &Cx<'_>, def: &TypeDef, text: &StringType) -> TokenStream {
    let ident = names::pascal(&def.name);
    let sensitive = def.schema.sensitive;
    let holder = names::ident(if sensitive { "SecretText" } else { "PlainText" });
    let kept = match (sensitive, def.in_request, def.in_reply) {
        (true, ..) => "A secret: `Debug` never shows it, and its memory is cleared when it is dropped.",
        (false, true, true) => {
            "Text of your own is checked when it is parsed or sent; text that the server sent is kept as it came."
        }
        (false, true, false) => "Text is checked when it is parsed or sent.",
        (false, false, _) => "Text that the server sent is kept as it came.",
    };
    let attributes = attributes(cx, def, &[kept]);
    let kind = names::ident(cx.texts.get(&cx.id_of(def)).map_or("", String::as_str));
    let text = expand_text_kind(cx, def, text, &kind);
    quote! {
        #attributes
        pub type #ident = __p::#holder<#kind>;
        #text
    }
}

/// The kind of text that a text type is for.
fn expand_text_kind(cx: &Cx<'_>, def: &TypeDef, text: &StringType, kind: &Ident) -> TokenStream {
    let ident = names::pascal(&def.name);
    let rules = tables::path(cx, &module_of(def), &def.schema, &table_name(def));
    let words = docs::rules(&def.schema).unwrap_or_else(|| "any text".to_owned());
    let name = ident.to_string();
    let misuse = format!("`{ident}` must be: {words}");
    let form = match text.format {
        _ if def.schema.sensitive => "Any",
        Some(Format::Ip) => "Ip",
        Some(Format::Ipv4) => "Ipv4",
        Some(Format::Ipv6) => "Ipv6",
        Some(Format::Date) => "Date",
        Some(Format::DateTime) => "DateTime",
        _ => "Any",
    };
    let form = names::ident(form);
    let key = cx.api.key.as_ref().filter(|key| key.ty == cx.id_of(def));
    let key = key.map(|key| api::expand_key_kinds(def, kind, key));
    quote! {
        #[doc(hidden)]
        #[allow(missing_debug_implementations, reason = "it has no values")]
        pub enum #kind {}
        impl __p::TextKind for #kind {
            type Form = __p::form::#form;
            const INFO: &'static __p::TextInfo = &__p::TextInfo { name: #name, rules: &#rules, misuse: #misuse };
        }
        #key
    }
}

/// A newtype of a number.
fn expand_number(cx: &Cx<'_>, def: &TypeDef, inner: &TokenStream) -> TokenStream {
    let ident = names::pascal(&def.name);
    let rules = tables::path(cx, &module_of(def), &def.schema, &table_name(def));
    let words = docs::rules(&def.schema).unwrap_or_else(|| "any number".to_owned());
    let attributes = attributes(cx, def, &[]);
    let copy = (!matches!(def.schema.kind, Kind::Decimal(_))).then(|| quote!(::core::marker::Copy,));
    let exact = (!matches!(def.schema.kind, Kind::Number(_)))
        .then(|| quote!(::core::cmp::Eq, ::core::cmp::Ord, ::core::hash::Hash));
    quote! {
        #attributes
        #[derive(::core::clone::Clone, #copy ::core::cmp::PartialEq, ::core::cmp::PartialOrd, #exact)]
        pub struct #ident(#inner);
        __p::number_type!(#ident, #inner, #rules, #words);
    }
}

/// An enum of texts, open in Rust whatever the spec says: servers learn new values.
fn expand_enum(cx: &Cx<'_>, def: &TypeDef, list: &EnumType) -> TokenStream {
    let ident = names::pascal(&def.name);
    let unknown = names::catch_all(list.values.iter().map(|value| &value.name));
    let openness = names::ident(if list.open { "open" } else { "closed" });
    let attributes = attributes(cx, def, &[]);
    let variants: Vec<Ident> = list.values.iter().map(|value| names::pascal(&value.name)).collect();
    let wires: Vec<&str> = list.values.iter().map(|value| value.wire.as_str()).collect();
    let variant_docs = list.values.iter().map(|value| {
        let wire = prose::code(&value.wire);
        let text = value.description.as_deref().map(prose::inline);
        docs::text(&text.map_or(wire.clone(), |text| format!("{text} ({wire})")))
    });
    let unknown_docs = docs::attributes(&[if list.open {
        "Another value; the list is not complete.".to_owned()
    } else {
        "A value that this version does not know; only replies hold one.".to_owned()
    }]);
    quote! {
        #attributes
        #[derive(::core::clone::Clone, ::core::cmp::PartialEq, ::core::cmp::Eq, ::core::hash::Hash, ::core::cmp::PartialOrd, ::core::cmp::Ord)]
        #[non_exhaustive]
        pub enum #ident {
            #(#variant_docs #variants,)*
            #unknown_docs
            #unknown(__p::UnknownValue),
        }
        __p::enum_type!(#ident, #openness, #unknown, { #(#variants = #wires),* });
    }
}

/// Another name of a list, a map or a plain value.
fn expand_alias(cx: &Cx<'_>, def: &TypeDef) -> TokenStream {
    let ident = names::pascal(&def.name);
    let ty = rust(cx, &module_of(def), &def.schema);
    let attributes = attributes(cx, def, &[]);
    quote!(#attributes pub type #ident = #ty;)
}
