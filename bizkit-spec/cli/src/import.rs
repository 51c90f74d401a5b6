//! A document of an API to specs: the way from the vendor's description to files that a person would have written.
//!
//! ```text
//! OpenAPI document ─┐
//! page of the docs ─┴─► operations and types as trees ─► shared types ─► texts ─► checked, repaired ─► merged
//! ```
//!
//! Nothing is dropped silently: what the language cannot express stands in the [`Report`] with its JSON pointer.

mod account;
mod document;
mod draft;
mod known;
mod lock;
mod merge;
mod names;
mod page;
mod path;
mod place;
mod report;
mod text;
mod tree;
mod write;

pub use known::{Known, KnownFile};
pub use lock::{LOCK_FILE, Lock};
pub use merge::borrow::{borrow, is_same_api};
pub use merge::{Change, Plan, plan};
pub use page::{PageError, is_page, page};
pub use report::{Grade, Outcome, Remark, Report};
pub use write::files::Imported;

use crate::openapi::Document;
use bizkit_spec::json::Json;
use document::{Context, api, is_own};
use draft::{Draft, DraftType, cycles, recursion, reuse, share};
use place::Place;
use std::collections::{BTreeMap, BTreeSet};
use write::files::{Files, Pointers};
use write::repair;

/// What to import, and how.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Operations to import, by the path of their file; `*` stands for anything. All where it is empty.
    pub only: Vec<String>,
    /// Scheme and host, where the document names none or another one is wanted.
    pub base_url: Option<String>,
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

impl Context<'_> {
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
        for name in tree::mentioned(tree) {
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
