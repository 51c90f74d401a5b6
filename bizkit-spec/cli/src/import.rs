//! A document of an API to specs: the way from the vendor's description to files that a person would have written.
//!
//! ```text
//! OpenAPI document ─┐
//! page of the docs ─┴─► operations and types as trees ─► shared types ─► texts ─► checked, repaired ─► merged
//! ```
//!
//! Nothing is dropped silently: what the language cannot express stands in the [`Report`] with its JSON pointer.

mod account;
mod api;
mod body;
mod borrow;
mod compose;
mod cycles;
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
mod paging;
mod path;
mod place;
mod prose;
mod recursion;
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

use crate::openapi::Document;
use api::ApiKey;
use bizkit_spec::json::Json;
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
    /// The host that the document, or whoever imports it, names for calls that name none.
    stated_url: Option<String>,
    /// Whether that host is meant for every call.
    is_url_wanted: bool,
    /// Whether the document was made of a page.
    is_page: bool,
    /// Whether host and key are those of the folder.
    keeps_api: bool,
    key: Option<ApiKey>,
    key_schemes: Vec<String>,
    key_type: Option<Tree>,
    /// References outside of `components` that are being read in place.
    inlined: Vec<String>,
    /// The component that is being described.
    definition: Option<String>,
    depth: usize,
    /// Phrases that became keywords, with the places of their schemas.
    ruled: Vec<(String, prose::Ruled)>,
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
/// use bizkit_cli::import::{Known, Options, import};
/// use bizkit_cli::openapi::Document;
///
/// let document = Document::parse(
///     r#"{"openapi": "3.1.0", "info": {"title": "Pets"}, "servers": [{"url": "https://pets.example.com"}],
///         "paths": {"/pet/list": {"get": {"summary": "List pets", "responses": {"200": {"description": "All"}}}}}}"#,
/// )?;
/// let import = import(&document, &Known::default(), &Options::default(), &mut |_, _| {});
/// let paths: Vec<&str> = import.files.iter().map(|file| file.path.as_str()).collect();
/// assert_eq!(paths, ["api.yaml", "pet/list.yaml"]);
/// assert_eq!(import.report.counts(), (1, 0, 0));
/// # Ok::<(), bizkit_cli::openapi::DocumentError>(())
/// ```
pub fn import(
    document: &Document,
    known: &Known,
    options: &Options,
    progress: &mut dyn FnMut(usize, usize),
) -> Import {
    let mut cx = Context::new(document, known);
    let mut api = cx.api(options.base_url.as_deref());
    let (endpoints, mut pointers) = cx.operations(options, progress);
    cx.describe_types();
    // A whole document of our own has no type by chance.
    let is_whole = is_own(document.root()) && options.only.is_empty();
    if is_whole {
        cx.name_unused();
        cx.describe_types();
    }
    let key_type = cx.name_key_type(&api);
    let mut losses: BTreeMap<String, usize> = BTreeMap::new();
    let mut types = Vec::new();
    for ty in std::mem::take(&mut cx.types.list) {
        pointers.types.insert(ty.name.clone(), ty.pointer);
        losses.insert(ty.name.clone(), ty.losses);
        types.push(DraftType { name: ty.name, owner: ty.owner, tree: ty.tree.json() });
    }
    let trees = endpoints.iter().map(|(place, tree)| (format!("{}.yaml", place.id), tree));
    let definitions = types.iter().map(|ty| (ty.name.as_str(), &ty.tree));
    count_losses(&mut cx.report, trees, definitions, &losses);
    let mut draft = Draft { endpoints, types };
    draft.forget_notes();
    draft.resolve_aliases(is_own(document.root()));
    draft.leave_tags_out();
    let endless = cycles::break_up(&mut draft);
    reuse::Habits::of(known).apply(&mut draft, cx.is_page);
    if cx.is_page {
        recursion::tie(&mut draft, &mut known.types().map(|(name, ..)| name.to_owned()).collect());
    }
    if !is_own(document.root()) {
        let known_names = known.types().map(|(name, ..)| name).filter(|name| !known.is_imported(name));
        let mut taken = known_names.map(str::to_owned).collect();
        share::share(&mut draft, &mut taken);
    }
    if !is_whole {
        draft.drop_unused(&key_type.iter().map(String::as_str).collect::<Vec<_>>());
    }
    let ids: Vec<&str> = draft.endpoints.iter().map(|(place, _)| place.id.as_str()).collect();
    if let Some(modules) = api::modules(document.root(), &ids) {
        api.set("modules", modules);
    }
    let errors = document.root().get("x-bizkit-errors").cloned();
    let mut files = Files::of(draft, api.json(), errors, &pointers, known);
    let mut lost = repair::repair(&mut files, &known.beside(), &mut cx.report);
    for (name, branch) in endless {
        let pointer = pointers.types.get(&name).cloned().unwrap_or_default();
        cx.lose(&pointer, format!("the branch `{branch}` leads back to the choice itself: left out"));
        lost.push(("types/".to_owned(), name));
    }
    let has_schema = known.has_schema;
    let files = files.into_list().into_iter().map(|file| {
        let text = file.text(has_schema);
        Imported { path: file.path, tree: file.tree, text }
    });
    // A page says nothing of the other calls.
    let files: Vec<Imported> =
        files.filter(|file| !(cx.is_page && cx.keeps_api && file.path == "api.yaml")).collect();
    count_late_losses(&mut cx.report, &files, &lost);
    let written = account::Written {
        document,
        files: &files,
        known,
        ruled: &cx.ruled,
        endpoints: &pointers.files(),
        key: cx.key.as_ref().map(|key| key.name.as_str()),
    };
    account::settle(&written, &mut cx.report);
    Import { files, report: cx.report }
}

/// The path of every operation's file without its ending, in the order of the document.
pub fn ids(document: &Document) -> Vec<String> {
    let operations = document.operations();
    let places = operations.iter().zip(place::plan(document, &Known::default()));
    places.filter(|(it, _)| place::METHODS.contains(&it.method)).map(|(_, place)| place.id).collect()
}

impl<'d> Context<'d> {
    /// Reads every wanted operation.
    fn operations(
        &mut self,
        options: &Options,
        progress: &mut dyn FnMut(usize, usize),
    ) -> (Vec<(Place, Json)>, Pointers) {
        let places = place::plan(self.document, self.known);
        let operations = self.document.operations();
        let wanted =
            |id: &str| options.only.is_empty() || options.only.iter().any(|pattern| matches(pattern, id));
        let mut endpoints = Vec::new();
        let mut pointers = Pointers::default();
        let total = operations.len();
        self.refuse_lost_items();
        for (index, (operation, place)) in operations.iter().zip(&places).enumerate() {
            progress(index, total);
            if !wanted(&place.id) {
                continue;
            }
            let before = self.losses();
            let tree = self.operation(operation, place);
            self.report.operations.push(Outcome {
                method: operation.method.to_uppercase(),
                path: operation.path.to_owned(),
                file: tree.as_ref().map(|_| format!("{}.yaml", place.id)),
                losses: self.losses() - before,
            });
            if let Some(tree) = tree {
                pointers.endpoints.insert(place.id.clone(), operation.pointer());
                endpoints.push((place.clone(), tree.json()));
            }
        }
        progress(total, total);
        (endpoints, pointers)
    }

    /// Paths whose description stands in a file that nobody reads, or nowhere.
    fn refuse_lost_items(&mut self) {
        let document = self.document;
        for (path, item) in document.root().get("paths").map(tree::members).unwrap_or_default() {
            let pointer = crate::openapi::join("/paths", path);
            if let Err(reference) = document.follow(item, &pointer) {
                self.refuse(
                    &pointer,
                    format!("the reference `{reference}` leads nowhere: its calls were left out"),
                );
                let method = "?".to_owned();
                self.report.operations.push(Outcome { method, path: path.clone(), file: None, losses: 0 });
            }
        }
    }

    fn new(document: &'d Document, known: &'d Known) -> Self {
        let title = document.root().get("info").and_then(|info| info.get("title")).and_then(Json::as_str);
        let is_page = document.root().get(account::MEMBER).is_some();
        let servers = document.root().get("servers").map(tree::items).unwrap_or_default();
        let host = servers.iter().find_map(api::base_url);
        Self {
            document,
            known,
            survey: Survey::of(document),
            types: Types::default(),
            report: Report::default(),
            base_url: String::new(),
            stated_url: None,
            is_url_wanted: false,
            is_page,
            keeps_api: known.keeps_api(title.unwrap_or("API"), host.as_deref(), is_page),
            key: None,
            key_schemes: Vec::new(),
            key_type: None,
            inlined: Vec::new(),
            definition: None,
            depth: 0,
            ruled: Vec::new(),
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
fn count_losses<'t>(
    report: &mut Report,
    endpoints: impl Iterator<Item = (String, &'t Json)>,
    types: impl Iterator<Item = (&'t str, &'t Json)>,
    losses: &BTreeMap<String, usize>,
) {
    let lossy: Vec<(&String, usize)> =
        losses.iter().filter(|(_, count)| **count > 0).map(|(name, count)| (name, *count)).collect();
    if lossy.is_empty() {
        return;
    }
    // From each lossy type back to all that mention it.
    let mut users: BTreeMap<String, Vec<(bool, String)>> = BTreeMap::new();
    let types = types.map(|(name, tree)| (false, name.to_owned(), tree));
    for (is_call, user, tree) in types.chain(endpoints.map(|(file, tree)| (true, file, tree))) {
        for name in files::mentioned(tree) {
            users.entry(name).or_default().push((is_call, user.clone()));
        }
    }
    let mut outcomes: BTreeMap<String, &mut Outcome> =
        report.operations.iter_mut().filter_map(|it| Some((it.file.clone()?, it))).collect();
    for (name, count) in lossy {
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let mut open: Vec<&str> = vec![name];
        while let Some(name) = open.pop() {
            for (is_call, user) in users.get(name).into_iter().flatten().filter(|(_, user)| seen.insert(user))
            {
                match outcomes.get_mut(user).filter(|_| *is_call) {
                    Some(outcome) => outcome.losses += count,
                    None => open.push(user),
                }
            }
        }
    }
}

/// The same for what the checks of the language have taken away.
fn count_late_losses(report: &mut Report, files: &[Imported], lost: &[(String, String)]) {
    let is_types = |path: &str| path.starts_with("types/");
    let mut losses: BTreeMap<String, usize> = BTreeMap::new();
    for (path, name) in lost {
        if is_types(path) {
            *losses.entry(name.clone()).or_default() += 1;
        } else {
            report.charge(|file| file == path);
        }
    }
    let shared = files.iter().filter(|file| is_types(&file.path)).map(|file| &file.tree);
    let owned = files.iter().filter(|file| !is_types(&file.path)).filter_map(|file| file.tree.get("types"));
    let types = shared.chain(owned).flat_map(tree::members).map(|(name, tree)| (name.as_str(), tree));
    let endpoints =
        files.iter().filter(|file| !is_types(&file.path)).map(|file| (file.path.clone(), &file.tree));
    count_losses(report, endpoints, types, &losses);
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
