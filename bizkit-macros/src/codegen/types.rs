//! Named types: kinds of text, newtypes of numbers, enums and aliases; and the Rust type of any schema.

use super::context::Cx;
use super::rust_type::{attributes, rust, table_name};
use super::{api, docs, names, record, tables, union};
use bizkit_spec::model::{EnumType, EnumValue, Format, Kind, StringType, TypeId};
use bizkit_spec::prose;
use bizkit_spec::rust::module_of;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The item of one named type.
pub(super) fn expand(cx: &Cx<'_>, id: TypeId) -> TokenStream {
    match &cx.api.type_def(id).schema.kind {
        Kind::String(text) => expand_text(cx, id, text),
        Kind::Integer(_) => expand_number(cx, id, &quote!(i64)),
        Kind::Number(_) => expand_number(cx, id, &quote!(f64)),
        Kind::Decimal(_) => expand_number(cx, id, &quote!(__p::Decimal)),
        Kind::Enum(list) => expand_enum(cx, id, list),
        Kind::Object(object) => record::expand(cx, id, object),
        Kind::Union(branches) => union::expand(cx, id, branches),
        Kind::Boolean(_) | Kind::Array(_) | Kind::Map(_) | Kind::Json | Kind::Binary | Kind::Ref(_) => {
            expand_alias(cx, id)
        }
    }
}

/// A type of text: the runtime's, for a kind of its own.
fn expand_text(cx: &Cx<'_>, id: TypeId, text: &StringType) -> TokenStream {
    let def = cx.api.type_def(id);
    let ident = names::pascal(&def.name);
    let sensitive = def.schema.sensitive;
    let holder = names::ident(if sensitive { "SecretText" } else { "PlainText" });
    let kept = match (sensitive, def.in_request, def.in_response) {
        (true, ..) => "A secret: `Debug` never shows it, and its memory is cleared when it is dropped.",
        (false, true, true) => {
            "Text of your own is checked when it is parsed or sent; text that the server sent is kept as it came."
        }
        (false, true, false) => "Text is checked when it is parsed or sent.",
        (false, false, _) => "Text that the server sent is kept as it came.",
    };
    let attributes = attributes(cx, id, &[kept]);
    let kind = names::ident(cx.texts.get(&id).map_or("", String::as_str));
    let text = expand_text_kind(cx, id, text, &kind);
    quote! {
        #attributes
        pub type #ident = __p::#holder<#kind>;
        #text
    }
}

/// The kind of text that a text type is for.
fn expand_text_kind(cx: &Cx<'_>, id: TypeId, text: &StringType, kind: &Ident) -> TokenStream {
    let def = cx.api.type_def(id);
    let ident = names::pascal(&def.name);
    let rules = tables::path(cx, &module_of(def), &def.schema, &table_name(def));
    let words = docs::rules(&def.schema).unwrap_or_else(|| "any text".to_owned());
    let name = ident.to_string();
    let misuse = format!("`{ident}` must be: {words}");
    // What is never shown converts into nothing that would show it.
    let form = names::ident(text.format.filter(|_| !def.schema.sensitive).map_or("Any", form));
    let key = cx.api.key.as_ref().filter(|key| key.ty == id);
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

/// The types of others that a text of this format converts from and to.
fn form(format: Format) -> &'static str {
    match format {
        Format::Ip => "Ip",
        Format::Ipv4 => "Ipv4",
        Format::Ipv6 => "Ipv6",
        Format::Date => "Date",
        Format::DateTime => "DateTime",
        Format::Duration
        | Format::Uri
        | Format::Email
        | Format::Phone
        | Format::Uuid
        | Format::Html
        | Format::Locale
        | Format::Currency => "Any",
    }
}

/// A newtype of a number.
fn expand_number(cx: &Cx<'_>, id: TypeId, inner: &TokenStream) -> TokenStream {
    let def = cx.api.type_def(id);
    let ident = names::pascal(&def.name);
    let rules = tables::path(cx, &module_of(def), &def.schema, &table_name(def));
    let words = docs::rules(&def.schema).unwrap_or_else(|| "any number".to_owned());
    let attributes = attributes(cx, id, &[]);
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
fn expand_enum(cx: &Cx<'_>, id: TypeId, list: &EnumType) -> TokenStream {
    let def = cx.api.type_def(id);
    let ident = names::pascal(&def.name);
    let EnumType { values, open } = list;
    let unknown = names::catch_all(values.iter().map(|value| &value.name));
    let openness = names::ident(if *open { "open" } else { "closed" });
    let attributes = attributes(cx, id, &[]);
    let variants: Vec<Ident> = values.iter().map(|value| names::pascal(&value.name)).collect();
    let wires: Vec<&str> = values.iter().map(|value| value.wire.as_str()).collect();
    let variant_docs = values.iter().map(|EnumValue { wire, name: _, description, span: _ }| {
        let wire = prose::code(wire);
        let text = description.as_deref().map(prose::inline);
        docs::text(&text.map_or(wire.clone(), |text| format!("{text} ({wire})")))
    });
    let unknown_docs = docs::attributes(&[if *open {
        "Another value; the list is not complete.".to_owned()
    } else {
        "A value that this version does not know; only responses hold one.".to_owned()
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
fn expand_alias(cx: &Cx<'_>, id: TypeId) -> TokenStream {
    let def = cx.api.type_def(id);
    let ident = names::pascal(&def.name);
    let ty = rust(cx, &module_of(def), &def.schema);
    let attributes = attributes(cx, id, &[]);
    quote!(#attributes pub type #ident = #ty;)
}
