//! The tree of generated modules: items and the calls they hold in, nested `mod` items out.

use super::context::Cx;
use super::{docs, names};
use bizkit_spec::model::Endpoint;
use bizkit_spec::name::Name;
use bizkit_spec::prose;
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeMap;

/// A module with its items and the modules in it.
#[derive(Default)]
pub(super) struct Module {
    items: TokenStream,
    calls: Vec<String>,
    children: BTreeMap<Name, Module>,
}

impl Module {
    /// The module at this path, made where it is missing.
    pub(super) fn at(&mut self, path: &[Name]) -> &mut Self {
        path.iter().fold(self, |module, name| module.children.entry(name.clone()).or_default())
    }

    /// Adds items.
    pub(super) fn push(&mut self, items: TokenStream) {
        self.items.extend(items);
    }

    /// Lists a call in the module's page.
    pub(super) fn describe(&mut self, endpoint: &Endpoint) {
        let name = endpoint.name.pascal();
        let summary = endpoint.about.summary.as_deref().map(prose::inline).unwrap_or_default();
        // A bare colon and one word behind it would make a definition of a link.
        self.calls.push(format!("- [`{name}`]\\: {summary}"));
    }

    /// The items of the root and all modules below it.
    pub(super) fn expand(self, cx: &Cx<'_>) -> TokenStream {
        let items = self.items;
        let modules = self.children.into_iter().map(|(name, module)| {
            let gate = (cx.options.features && name.snake() != "types").then(|| {
                let feature = name.snake().replace('_', "-");
                quote!(#[cfg(feature = #feature)])
            });
            let module = module.expand_nested(cx, std::slice::from_ref(&name));
            quote!(#gate #module)
        });
        quote!(#items #(#modules)*)
    }

    fn expand_nested(self, cx: &Cx<'_>, path: &[Name]) -> TokenStream {
        let words: Vec<&str> = path.iter().map(Name::snake).collect();
        let usual = match (words.as_slice(), self.calls.is_empty()) {
            (["types"], true) => "Types that several calls share.".to_owned(),
            (words, true) => format!("The modules below `{}`.", words.join("::")),
            (words, false) => format!("Calls of `{}`.", words.join("::")),
        };
        let mut lines = Vec::new();
        docs::paragraph(&mut lines, &cx.api.module_text(path).map_or(usual, prose::sentence));
        docs::paragraph(&mut lines, &self.calls.join("\n"));
        let docs = docs::inner(&lines);
        let allow = allowed_lints();
        let ident = path.last().map(names::module);
        let items = self.items;
        let children = self
            .children
            .into_iter()
            .map(|(child, module)| module.expand_nested(cx, &[path, &[child]].concat()));
        quote! {
            #allow
            pub mod #ident {
                #docs
                #[allow(unused_imports, reason = "a module of modules names nothing itself")]
                use super::__p;
                #items
                #(#children)*
            }
        }
    }
}

/// The lints that a description written for readers of the API cannot keep.
pub(super) fn allowed_lints() -> TokenStream {
    quote! {
        #[allow(deprecated, reason = "deprecated items are still described here")]
        #[allow(clippy::too_many_arguments, reason = "an endpoint decides how many values it requires")]
    }
}
