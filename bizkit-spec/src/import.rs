//! A document of an API to specs: the way from the vendor's description to files that a person would have written.
//!
//! ```text
//! OpenAPI document ─┐
//! page of the docs ─┴─► operations and types as trees ─► shared types ─► texts ─► checked, repaired ─► merged
//! ```
//!
//! Nothing is dropped silently: what the language cannot express stands in the [`Report`] with its JSON pointer.

mod api;
mod borrow;
mod compose;
mod draft;
mod edit;
mod examples;
mod files;
mod fit;
mod known;
mod layout;
mod lock;
mod merge;
mod mixture;
mod names;
mod object;
mod observe;
mod operation;
mod page;
mod place;
mod prose;
mod reference;
mod repair;
mod replies;
mod report;
mod request;
mod reuse;
mod scalar;
mod schema;
mod share;
mod survey;
mod tag;
mod three_way;
mod tree;
mod union;
mod words;

pub use borrow::{borrow, is_same_api};
pub use known::{Known, KnownFile};
pub use lock::{LOCK_FILE, Lock};
pub use merge::{Change, Plan, plan};
pub use page::{PageError, is_page, page};
pub use report::{Grade, Outcome, Remark, Report};

use crate::json::Json;
use crate::openapi::Document;
use api::ApiKey;
use draft::{Draft, DraftType};
use files::{Files, Pointers};
use place::Place;
use reference::Types;
use std::collections::{BTreeMap, BTreeSet};
use survey::Survey;
use tree::Tree;

/// Which side of a call a schema describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Request,
    Reply,
}

/// What is known while a document is read.
struct Context<'d> {
    document: &'d Document,
    known: &'d Known,
    survey: Survey,
    types: Types,
    report: Report,
    base_url: String,
    key: Option<ApiKey>,
    key_type: Option<Tree>,
    /// References outside of `components` that are being read in place.
    inlined: Vec<String>,
    /// The component that is being described.
    definition: Option<String>,
    depth: usize,
}

/// What to import, and how.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Operations to import, by the path of their file; `*` stands for anything. All where it is empty.
    pub only: Vec<String>,
    /// Scheme and host, where the document names none or another one is wanted.
    pub base_url: Option<String>,
}

/// A file that an import writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// Path below the folder of specs, with `/`.
    pub path: String,
    /// What the file says.
    pub tree: Json,
    /// How it is written where there is no such file yet.
    pub text: String,
}

/// Files, sorted by path, and what there is to say about them.
#[derive(Debug, Clone, Default)]
pub struct Import {
    /// Every file; together with what is there already they pass every check.
    pub files: Vec<Imported>,
    /// What each operation has become, and what did not come over.
    pub report: Report,
}

/// Reads a document into specs. `progress` is told how many of how many operations have been read.
///
/// ```
/// use bizkit_spec::import::{Known, Options, import};
/// use bizkit_spec::openapi::Document;
///
/// let document = Document::parse(
///     r#"{"openapi": "3.1.0", "info": {"title": "Pets"}, "servers": [{"url": "https://pets.example.com"}],
///         "paths": {"/pet/list": {"get": {"summary": "List pets", "responses": {"200": {"description": "All"}}}}}}"#,
/// )?;
/// let import = import(&document, &Known::default(), &Options::default(), &mut |_, _| {});
/// let paths: Vec<&str> = import.files.iter().map(|file| file.path.as_str()).collect();
/// assert_eq!(paths, ["api.yaml", "pet/list.yaml"]);
/// assert_eq!(import.report.counts(), (1, 0, 0));
/// # Ok::<(), bizkit_spec::openapi::DocumentError>(())
/// ```
pub fn import(
    document: &Document,
    known: &Known,
    options: &Options,
    progress: &mut dyn FnMut(usize, usize),
) -> Import {
    let mut cx = Context::new(document, known);
    let api = cx.api(options.base_url.as_deref());
    let places = place::plan(document);
    let operations = document.operations();
    let wanted =
        |id: &str| options.only.is_empty() || options.only.iter().any(|pattern| matches(pattern, id));
    let mut endpoints = Vec::new();
    let mut pointers = Pointers::default();
    let total = operations.len();
    for (index, (operation, place)) in operations.iter().zip(&places).enumerate() {
        progress(index, total);
        if !wanted(&place.id) {
            continue;
        }
        let before = cx.losses();
        let tree = cx.operation(operation, place);
        cx.report.operations.push(Outcome {
            method: operation.method.to_uppercase(),
            path: operation.path.to_owned(),
            file: tree.as_ref().map(|_| format!("{}.yaml", place.id)),
            losses: cx.losses() - before,
        });
        if let Some(tree) = tree {
            pointers.endpoints.insert(place.id.clone(), operation.pointer());
            endpoints.push((place.clone(), tree.json()));
        }
    }
    progress(total, total);
    cx.describe_types();
    let key_type = cx.name_key_type(&api);
    let mut losses: BTreeMap<String, usize> = BTreeMap::new();
    let mut types = Vec::new();
    for ty in std::mem::take(&mut cx.types.list) {
        pointers.types.insert(ty.name.clone(), ty.pointer);
        losses.insert(ty.name.clone(), ty.losses);
        types.push(DraftType { name: ty.name, owner: ty.owner, tree: ty.tree.json() });
    }
    count_losses(&mut cx.report, &endpoints, &types, &losses);
    let mut draft = Draft { endpoints, types };
    draft.resolve_aliases();
    draft.leave_tags_out();
    reuse::Habits::of(known).apply(&mut draft);
    if !is_own(document.root()) {
        let known_names = known.types().map(|(name, ..)| name).filter(|name| !known.is_imported(name));
        let mut taken = known_names.map(str::to_owned).collect();
        share::share(&mut draft, &mut taken);
    }
    // A whole document of our own has no type by chance.
    if !is_own(document.root()) || !options.only.is_empty() {
        draft.drop_unused(&key_type.iter().map(String::as_str).collect::<Vec<_>>());
    }
    let errors = document.root().get("x-bizkit-errors").cloned();
    let mut files = Files::of(draft, api.json(), errors, &pointers, known);
    repair::repair(&mut files, &known.beside(), &mut cx.report);
    let has_schema = known.has_schema;
    let files = files.into_list().into_iter().map(|file| {
        let text = file.text(has_schema);
        Imported { path: file.path, tree: file.tree, text }
    });
    Import { files: files.collect(), report: cx.report }
}

/// The path of every operation's file without its ending, in the order of the document.
pub fn ids(document: &Document) -> Vec<String> {
    let operations = document.operations();
    let places = operations.iter().zip(place::plan(document));
    places.filter(|(it, _)| place::METHODS.contains(&it.method)).map(|(_, place)| place.id).collect()
}

impl<'d> Context<'d> {
    fn new(document: &'d Document, known: &'d Known) -> Self {
        Self {
            document,
            known,
            survey: Survey::of(document),
            types: Types::default(),
            report: Report::default(),
            base_url: String::new(),
            key: None,
            key_type: None,
            inlined: Vec::new(),
            definition: None,
            depth: 0,
        }
    }
}

/// Whether a document says in extensions what the spec language says, so that nothing is to be guessed.
fn is_own(document: &Json) -> bool {
    let paths = document.get("paths").map(tree::members).unwrap_or_default();
    let mut operations = paths.iter().flat_map(|(_, item)| tree::members(item));
    operations.any(|(_, operation)| operation.get("x-bizkit-id").is_some())
}

/// What is lost in a type is lost in every operation that reaches it.
fn count_losses(
    report: &mut Report,
    endpoints: &[(Place, Json)],
    types: &[DraftType],
    losses: &BTreeMap<String, usize>,
) {
    let uses: BTreeMap<&str, BTreeSet<String>> =
        types.iter().map(|ty| (ty.name.as_str(), files::mentioned(&ty.tree))).collect();
    for (place, tree) in endpoints {
        let file = format!("{}.yaml", place.id);
        let Some(outcome) = report.operations.iter_mut().find(|outcome| outcome.file.as_ref() == Some(&file))
        else {
            continue;
        };
        let mut open: Vec<String> = files::mentioned(tree).into_iter().collect();
        let mut seen = BTreeSet::new();
        while let Some(name) = open.pop() {
            if seen.insert(name.clone()) {
                outcome.losses += losses.get(&name).copied().unwrap_or_default();
                open.extend(uses.get(name.as_str()).into_iter().flatten().cloned());
            }
        }
    }
}

/// Whether an id has the form of a pattern, in which `*` stands for anything.
fn matches(pattern: &str, id: &str) -> bool {
    let pattern = pattern.trim_end_matches(".yaml");
    match pattern.split_once('*') {
        None => pattern == id,
        Some((start, rest)) => id.strip_prefix(start).is_some_and(|id| {
            (0..=id.len()).filter(|at| id.is_char_boundary(*at)).any(|at| matches(rest, &id[at..]))
        }),
    }
}

#[cfg(test)]
mod tests;
