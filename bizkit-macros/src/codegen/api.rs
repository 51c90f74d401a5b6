//! What holds for the whole API: its constant, the enum of error codes, the kinds of keys.

use super::context::Cx;
use super::names::twin;
use super::{docs, names, rust_type, tables};
use bizkit_spec::model::{ErrorCode, ErrorTopic, Key, TypeDef};
use bizkit_spec::prose;
use bizkit_spec::rust::kinds_name;
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

/// `API`: host, key and error codes.
pub(super) fn expand_info(cx: &Cx<'_>) -> TokenStream {
    let api = cx.api;
    let title = &api.title;
    let docs = docs::text(&format!("What all calls of {} share.", prose::inline(title)));
    let base_url = &api.base_url;
    let base_url_env = names::option(api.base_url_env.as_deref());
    let link = names::option(api.docs.as_deref());
    let key = match &api.key {
        // Where it travels, each endpoint says; its kinds stand beside its type.
        Some(Key { ty, name, locations: _, env, kinds: _ }) => {
            let env = names::option(env.as_deref());
            let def = api.type_def(*ty);
            let rules = tables::reference(cx, &[], &def.schema, &rust_type::table_name(def));
            quote!(__p::Some(__p::KeyInfo { name: #name, env: #env, rules: #rules }))
        }
        None => quote!(__p::None),
    };
    let errors = api.errors.iter().map(expand_error);
    quote! {
        #docs
        pub static API: __p::ApiInfo = __p::ApiInfo {
            title: #title,
            base_url: #base_url,
            base_url_env: #base_url_env,
            docs: #link,
            key: #key,
            errors: &[#(#errors),*],
        };
    }
}

fn expand_error(error: &ErrorCode) -> TokenStream {
    let ErrorCode { code, name: _, status, summary, help, topic, docs, span: _ } = error;
    let status = match *status {
        Some(status) => {
            let status = Literal::u16_unsuffixed(status);
            quote!(__p::Some(#status))
        }
        None => quote!(__p::None),
    };
    let topic = twin!(topic, ErrorTopic => Topic { Key, Rate, Session, Permission, Missing, Input, Server });
    let help = names::option(help.as_deref());
    let link = names::option(docs.as_deref());
    quote! {
        __p::CodeInfo { code: #code, status: #status, topic: #topic, summary: #summary, help: #help, docs: #link }
    }
}

/// `ErrorCode`: the catalogue as an enum.
pub(super) fn expand_codes(cx: &Cx<'_>) -> Option<TokenStream> {
    let errors = &cx.api.errors;
    if errors.is_empty() {
        return None;
    }
    let unknown = names::catch_all(errors.iter().map(|error| &error.name));
    let variants: Vec<Ident> = errors.iter().map(|error| names::pascal(&error.name)).collect();
    let codes: Vec<&str> = errors.iter().map(|error| error.code.as_str()).collect();
    let variant_docs = errors.iter().map(|error| docs::attributes(&code_page(error)));
    let docs = docs::attributes(&[
        format!("The error codes that {} documents.", prose::inline(&cx.api.title)),
        String::new(),
        "The list grows: a code that this version does not know is kept as it came.".to_owned(),
    ]);
    Some(quote! {
        #docs
        #[derive(::core::clone::Clone, ::core::cmp::PartialEq, ::core::cmp::Eq, ::core::hash::Hash, ::core::cmp::PartialOrd, ::core::cmp::Ord)]
        #[non_exhaustive]
        pub enum ErrorCode {
            #(#variant_docs #variants,)*
            /// A code that is not in this list.
            #unknown(__p::UnknownValue),
        }
        __p::enum_type!(ErrorCode, open, #unknown, { #(#variants = #codes),* });
        impl ErrorCode {
            /// The code that the server has answered with, if that is why the call failed.
            pub fn of(error: &__p::Error) -> __p::Option<Self> {
                error.code().map(::core::convert::From::from)
            }

            /// Status, meaning, help and permalink of the code; `None` for an unknown one.
            pub fn info(&self) -> __p::Option<&'static __p::CodeInfo> {
                API.error(self.as_str())
            }
        }
    })
}

/// The page of one code.
fn code_page(error: &ErrorCode) -> Vec<String> {
    let mut lines = Vec::new();
    docs::paragraph(&mut lines, &prose::sentence(&error.summary));
    let about = match error.topic {
        ErrorTopic::Key => "the API key",
        ErrorTopic::Rate => "too many requests",
        ErrorTopic::Session => "the session",
        ErrorTopic::Permission => "a permission",
        ErrorTopic::Missing => "something that does not exist",
        ErrorTopic::Input => "the values of the request",
        ErrorTopic::Server => "the server",
    };
    let status = error.status.map(|status| format!(", documented with status {status}")).unwrap_or_default();
    docs::paragraph(&mut lines, &format!("{}, about {about}{status}.", prose::code(&error.code)));
    docs::paragraph(&mut lines, &prose::sentence(error.help.as_deref().unwrap_or_default()));
    docs::vendor(&mut lines, error.docs.as_deref());
    lines
}

/// What the prefix of a key tells: an enum beside the key's type, and the prefixes for its kind of text.
pub(super) fn expand_key_kinds(def: &TypeDef, text: &Ident, key: &Key) -> Option<TokenStream> {
    if key.kinds.is_empty() {
        return None;
    }
    let ident = names::ident(&kinds_name(def));
    let variants: Vec<Ident> = key.kinds.iter().map(|kind| names::pascal(&kind.name)).collect();
    let prefixes: Vec<&str> = key.kinds.iter().map(|kind| kind.prefix.as_str()).collect();
    let variant_docs = key.kinds.iter().map(|kind| {
        let begins = format!("begins with {}", prose::code(&kind.prefix));
        let text = kind.description.as_deref().map(prose::inline);
        docs::text(&text.map_or(format!("The key {begins}."), |text| format!("{text} ({begins})")))
    });
    let docs = docs::text("What a key is for, told by the text that it begins with.");
    Some(quote! {
        #docs
        #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq, ::core::hash::Hash, ::core::fmt::Debug)]
        #[non_exhaustive]
        pub enum #ident { #(#variant_docs #variants,)* }
        impl __p::KeyText for #text {
            type Kinds = #ident;
            const PREFIXES: &'static [(&'static str, #ident)] = &[#((#prefixes, #ident::#variants)),*];
        }
    })
}
