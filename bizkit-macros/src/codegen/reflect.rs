//! A hidden table of all types, so that tests can ask generated code what it thinks of a JSON text.

use super::{Cx, module_of, names, path, tables, types};
use bizkit_spec::name::Name;
use bizkit_spec::types::Kind;
use proc_macro2::TokenStream;
use quote::quote;

/// `mod __reflect`: every named type with the function that reads and checks it.
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
    quote! {
        #[doc(hidden)]
        #[allow(deprecated, reason = "deprecated types are tested as well")]
        pub static __REFLECT: &[(&str, fn(&str) -> __p::Verdict)] = &[#(#rows),*];
    }
}
