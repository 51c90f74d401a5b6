//! Turns the model into Rust. Total: what could fail was refused before.
//!
//! Everything here works on `proc_macro2`, so that tests and the `expand` example can call it too.

mod api;
mod docs;
mod endpoint;
mod errors;
mod example;
mod modules;
mod names;
mod paged;
mod pattern;
mod places;
mod record;
mod reflect;
mod reply;
mod request;
mod serve;
mod tables;
mod types;
mod union;

use bizkit_spec::model::{TypeDef, TypeId};
use bizkit_spec::name::Name;
use bizkit_spec::prose;
use bizkit_spec::rust::{Boxes, module_of, text_kinds};
use bizkit_spec::source::{FileId, SourceMap, Span};
use bizkit_spec::{Api, PartialApi};
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What the caller of the macro chose.
#[derive(Debug, Clone)]
pub(crate) struct Options {
    /// The path of the runtime crate (`::bizkit_client`).
    pub(crate) runtime: TokenStream,
    /// The path that users of the generated items write (`bizkit_client`); makes examples compile as doctests.
    pub(crate) root: Option<String>,
    /// Whether each top-level module stands behind a cargo feature of its name.
    pub(crate) features: bool,
    /// Whether the hidden table of all types and calls is emitted.
    pub(crate) reflect: bool,
    /// Only what this file describes, to look at; the rest is left out.
    pub(crate) only: Option<FileId>,
}

/// Where the specs are, for editors that lead from an item to its lines.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Origins<'a> {
    /// The texts that were read.
    pub(crate) sources: &'a SourceMap,
    /// The folder on this machine.
    pub(crate) folder: &'a Path,
}

/// What every generator reads.
pub(crate) struct Cx<'a> {
    api: &'a Api,
    options: &'a Options,
    origins: Option<Origins<'a>>,
    boxes: Boxes,
    /// The names of the kinds of text, by the type that each is for.
    texts: BTreeMap<TypeId, String>,
    /// Where the value of each type stands, in words.
    places: BTreeMap<usize, String>,
    tables: RefCell<tables::Tables>,
}

impl<'a> Cx<'a> {
    fn new(api: &'a Api, options: &'a Options, origins: Option<Origins<'a>>) -> Self {
        Self {
            api,
            options,
            origins,
            boxes: Boxes::of(api),
            texts: text_kinds(api),
            places: places::of(api),
            tables: RefCell::default(),
        }
    }

    /// The line of a spec that an item comes from, as one more paragraph of its documentation.
    fn origin(&self, span: Span) -> Option<TokenStream> {
        let Origins { sources, folder } = self.origins?;
        let (file, line) = (sources.file(span.file), sources.line_column(span).line);
        let path = folder.canonicalize().ok()?.join(&file.relative);
        let shown = prose::code(&format!("{}:{line}", file.path));
        let text = format!("\n\n From {}.", prose::place(&shown, &path.display().to_string(), line));
        Some(quote!(#[doc = #text]))
    }

    /// The id of a definition, which is its place in the list.
    fn id_of(&self, def: &TypeDef) -> TypeId {
        let place = std::ptr::from_ref(def).addr() - self.api.types.as_ptr().addr();
        TypeId(place / size_of::<TypeDef>())
    }
}

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
    for def in cx.api.types.iter().filter(|def| chosen(def.span)) {
        if taken.insert((module_of(def), def.name.pascal())) {
            root.at(&module_of(def)).push(types::expand(cx, def));
        }
    }
    for endpoint in cx.api.endpoints.iter().filter(|endpoint| chosen(endpoint.span)) {
        if taken.insert((endpoint.module.clone(), endpoint.name.pascal())) {
            let module = root.at(&endpoint.module);
            module.describe(endpoint);
            module.push(request::expand(cx, endpoint));
            module.push(reply::expand(cx, endpoint));
            module.push(endpoint::expand(cx, endpoint));
            module.push(serve::expand(cx, endpoint));
        }
    }
    root.expand(cx)
}

/// The path from inside `from` to an item of `to`.
fn path(from: &[Name], to: &[Name], item: &Ident) -> TokenStream {
    let shared = from.iter().zip(to).take_while(|(a, b)| a == b).count();
    let up = from[shared..].iter().map(|_| quote!(super::));
    let down = to[shared..].iter().map(|name| {
        let module = names::module(name);
        quote!(#module::)
    });
    quote!(#(#up)* #(#down)* #item)
}

#[cfg(test)]
mod tests;
