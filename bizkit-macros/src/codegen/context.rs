//! What every generator reads: the model, what the caller chose, and the tables that were asked for so far.

use super::interner::Tables;
use super::places;
use bizkit_spec::Api;
use bizkit_spec::model::TypeId;
use bizkit_spec::prose;
use bizkit_spec::rust::{Boxes, text_kinds};
use bizkit_spec::source::{FileId, SourceMap, Span};
use proc_macro2::TokenStream;
use quote::quote;
use std::cell::RefCell;
use std::collections::BTreeMap;
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
    pub(super) api: &'a Api,
    pub(super) options: &'a Options,
    pub(super) origins: Option<Origins<'a>>,
    pub(super) boxes: Boxes,
    /// The names of the kinds of text, by the type that each is for.
    pub(super) texts: BTreeMap<TypeId, String>,
    /// Where the value of each type stands, in words.
    pub(super) places: BTreeMap<TypeId, String>,
    pub(super) tables: RefCell<Tables>,
}

impl<'a> Cx<'a> {
    pub(super) fn new(api: &'a Api, options: &'a Options, origins: Option<Origins<'a>>) -> Self {
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
    pub(super) fn origin(&self, span: Span) -> Option<TokenStream> {
        let Origins { sources, folder } = self.origins?;
        let (file, line) = (sources.file(span.file), sources.line_column(span).line);
        let path = folder.canonicalize().ok()?.join(&file.relative);
        let shown = prose::code(&format!("{}:{line}", file.path));
        let text = format!("\n\n From {}.", prose::place(&shown, &path.display().to_string(), line));
        Some(quote!(#[doc = #text]))
    }
}
