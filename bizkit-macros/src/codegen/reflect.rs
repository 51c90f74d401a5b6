//! Hidden tables of all types and all calls, so that tests can ask generated code what it makes of a JSON text.

use super::context::Cx;
use super::rust_type::path;
use super::{names, rust_type, tables};
use bizkit_spec::model::Kind;
use bizkit_spec::name::Name;
use bizkit_spec::rust::module_of;
use proc_macro2::TokenStream;
use quote::quote;

/// Every named type with the function that reads and checks it, every endpoint with the function that makes a call
/// out of its arguments.
pub(super) fn expand(cx: &Cx<'_>) -> TokenStream {
    let rows = cx.api.type_ids().filter_map(|id| {
        let def = cx.api.type_def(id);
        let shown = match &def.schema.kind {
            Kind::Union(union) => {
                bizkit_spec::rust::branches(cx.api, id, union) == bizkit_spec::rust::Branches::All
            }
            Kind::Binary => false,
            _ => true,
        };
        let module = module_of(def);
        let words: Vec<&str> = module.iter().map(Name::snake).collect();
        let name = format!("{}::{}", words.join("::"), def.name.pascal());
        let ty = path(&[], &module, &names::pascal(&def.name));
        let rules = tables::reference(cx, &[], &def.schema, &rust_type::table_name(def));
        shown.then(|| quote!((#name, |json| __p::reflect::<#ty>(json, #rules))))
    });
    let calls = cx.api.endpoints.iter().map(|endpoint| {
        let (id, ty) = (&endpoint.id, path(&[], &endpoint.module, &names::pascal(&endpoint.name)));
        quote!((#id, #ty))
    });
    quote! {
        #[doc(hidden)]
        #[allow(deprecated, reason = "deprecated types are tested as well")]
        pub static __REFLECT: &[(&str, fn(&str) -> __p::Verdict)] = &[#(#rows),*];
        __p::calls!(#(#calls,)*);
    }
}
