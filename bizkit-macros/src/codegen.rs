//! Turns the model into Rust. Total: what could fail was refused before.
//!
//! Everything here works on `proc_macro2`, so that tests and the `expand` example can call it too.

mod api;
mod context;
mod docs;
mod endpoint;
mod errors;
mod example;
mod interner;
mod modules;
mod names;
mod paged;
mod pattern;
mod places;
mod record;
mod reflect;
mod request;
mod response;
mod rust_type;
mod serve;
mod tables;
mod types;
mod union;

pub(crate) use context::{Options, Origins};

use bizkit_spec::PartialApi;
use bizkit_spec::rust::module_of;
use bizkit_spec::source::Span;
use context::Cx;
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::BTreeSet;

/// The Rust of a whole API, in the order in which a reader wants to meet it. Only an editor's call has `origins`.
///
/// The model may be a partial one: what was wrong is reported beside the expansion, and a placeholder stands in its place.
pub(crate) fn expand(api: PartialApi<'_>, options: &Options, origins: Option<Origins<'_>>) -> TokenStream {
    let cx = Cx::new(api.get(), options, origins);
    let whole = options.only.is_none();
    let info = whole.then(|| api::expand_info(&cx));
    let codes = whole.then(|| api::expand_codes(&cx));
    let modules = expand_modules(&cx);
    let reflect = options.reflect.then(|| reflect::expand(&cx));
    let tables = cx.tables.take().expand();
    let runtime = &options.runtime;
    quote! {
        use #runtime::__private as __p;
        #info
        #codes
        #modules
        #tables
        #reflect
    }
}

/// The types and calls of each module.
fn expand_modules(cx: &Cx<'_>) -> TokenStream {
    let chosen = |span: Span| cx.options.only.is_none_or(|file| file == span.file);
    let mut root = modules::Module::default();
    // Names that meet were refused; of such a pair the first one is made.
    let mut taken = BTreeSet::new();
    for id in cx.api.type_ids() {
        let def = cx.api.type_def(id);
        if chosen(def.span) && taken.insert((module_of(def), def.name.pascal())) {
            root.at(&module_of(def)).push(types::expand(cx, id));
        }
    }
    for endpoint in cx.api.endpoints.iter().filter(|endpoint| chosen(endpoint.span)) {
        if taken.insert((endpoint.module.clone(), endpoint.name.pascal())) {
            let module = root.at(&endpoint.module);
            module.describe(endpoint);
            module.push(request::expand(cx, endpoint));
            module.push(response::expand(cx, endpoint));
            module.push(endpoint::expand(cx, endpoint));
            module.push(serve::expand(cx, endpoint));
        }
    }
    root.expand(cx)
}

#[cfg(test)]
mod tests;
