//! Hidden tables of all types and all calls, so that tests can ask generated code what it makes of a JSON text.

use super::record::{Member, Owner};
use super::reply::Replies;
use super::{Cx, module_of, names, path, tables, types};
use bizkit_spec::model::Endpoint;
use bizkit_spec::name::Name;
use bizkit_spec::rust::arguments;
use bizkit_spec::types::Kind;
use proc_macro2::TokenStream;
use quote::quote;

/// Every named type with the function that reads and checks it, every endpoint with the function that makes a call
/// out of its arguments.
pub(super) fn expand(cx: &Cx<'_>) -> TokenStream {
    let rows = cx.api.types.iter().enumerate().filter_map(|(index, def)| {
        let shown = match &def.schema.kind {
            Kind::Union(union) => {
                bizkit_spec::rust::branches(cx.api, bizkit_spec::model::TypeId(index), union)
                    == bizkit_spec::rust::Branches::All
            }
            Kind::Binary => false,
            _ => true,
        };
        let module = module_of(def);
        let words: Vec<&str> = module.iter().map(Name::snake).collect();
        let name = format!("{}::{}", words.join("::"), def.name.pascal());
        let ty = path(&[], &module, &names::pascal(&def.name));
        let rules = tables::reference(cx, &[], &def.schema, &types::table_name(def));
        shown.then(|| quote!((#name, |json| __p::reflect::<#ty>(json, #rules))))
    });
    let calls = cx.api.endpoints.iter().filter(|endpoint| is_shown(cx, endpoint)).map(|endpoint| {
        let (id, ty) = (&endpoint.id, path(&[], &endpoint.module, &names::pascal(&endpoint.name)));
        quote!((#id, __p::call::<#ty>))
    });
    quote! {
        #[doc(hidden)]
        #[allow(deprecated, reason = "deprecated types are tested as well")]
        pub static __REFLECT: &[(&str, fn(&str) -> __p::Verdict)] = &[#(#rows),*];
        #[doc(hidden)]
        #[allow(deprecated, reason = "deprecated calls are tested as well")]
        pub static __CALLS: &[(&str, __p::Call)] = &[#(#calls),*];
    }
}

/// What the table of calls needs of one endpoint: its request out of JSON, and its replies back to JSON.
pub(super) fn expand_call(cx: &Cx<'_>, endpoint: &Endpoint) -> TokenStream {
    if !is_shown(cx, endpoint) {
        return TokenStream::new();
    }
    let ident = names::pascal(&endpoint.name);
    let owner = Owner { module: &endpoint.module, table: String::new(), record: None, lenient: false };
    let members: Vec<Member<'_>> =
        arguments(endpoint).enumerate().map(|(index, field)| Member::new(cx, &owner, index, field)).collect();
    let fields: Vec<_> = members.iter().map(|member| &member.ident).collect();
    let modes = members.iter().map(Member::mode_word);
    let replies = Replies::of(cx, endpoint);
    let (reply, failure) = (replies.expand_written_reply(), replies.expand_written_failure());
    quote! {
        #[automatically_derived]
        impl __p::Decode for #ident {
            fn decode(
                __bizkit_reader: &mut __p::Reader<'_>,
                _: &'static __p::Rules,
            ) -> __p::Result<Self, __p::Fault> {
                #(let mut #fields = __p::None;)*
                __bizkit_reader.object(<Self as __p::Record>::INFO.fields, &mut [#(&mut #fields),*])?;
                __p::Ok(Self { #(#fields: __p::take::#modes(#fields),)* })
            }
        }
        #[automatically_derived]
        #[allow(unused_variables, reason = "some replies hold nothing")]
        impl __p::Documented for #ident {
            fn reply(reply: &<Self as __p::Endpoint>::Reply) -> __p::String { #reply }
            fn failure(failure: &<Self as __p::Endpoint>::Failure) -> __p::String { #failure }
        }
    }
}

/// Bytes have no JSON.
fn is_shown(cx: &Cx<'_>, endpoint: &Endpoint) -> bool {
    arguments(endpoint).all(|field| !matches!(cx.api.resolved(&field.schema).kind, Kind::Binary))
}
