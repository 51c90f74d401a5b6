//! Specs that are there already: what an import reuses, and what it must not contradict.

use crate::import::lock::Lock;
use crate::import::tree::members;
use bizkit_spec::json::Json;
use bizkit_spec::source::{FileId, SourceMap};
use bizkit_spec::{Api, Checked, Diagnostics, Specs, yaml};
use std::collections::BTreeSet;

/// A file of specs: its path below the folder, its text and what it says.
#[derive(Debug, Clone)]
pub struct KnownFile {
    /// With `/` and its ending (`customer/detail.yaml`).
    pub path: String,
    /// The whole text.
    pub text: String,
    /// The text without places and comments.
    pub tree: Json,
}

/// The specs of a folder.
#[derive(Debug, Clone, Default)]
pub struct Known {
    pub(in crate::import) files: Vec<KnownFile>,
    pub(in crate::import) base_url: Option<String>,
    pub(in crate::import) key: Option<Json>,
    pub(in crate::import) errors: Vec<String>,
    /// Whether the folder holds the schema that editors read.
    pub(in crate::import) has_schema: bool,
    /// The model, where every rule is kept.
    pub(in crate::import) api: Option<Checked<Api>>,
    /// Whether the folder is another one than that of the import.
    is_elsewhere: bool,
    /// Types that an earlier import of this document has written.
    pub(in crate::import) imported: BTreeSet<String>,
    /// Files that an earlier import has written.
    imported_files: BTreeSet<String>,
    /// The title of the document that `api.yaml` was made of.
    api_from: Option<String>,
}

impl Known {
    /// What the texts say. Files that are no YAML are left out.
    fn of(sources: &SourceMap, has_schema: bool) -> Self {
        let mut known = Self { has_schema, ..Self::default() };
        for (_, source) in sources.files().filter(|(_, source)| !source.relative.is_empty()) {
            let Some(tree) = tree(&source.text) else { continue };
            known.files.push(KnownFile { path: source.relative.clone(), text: source.text.clone(), tree });
        }
        let api = known.file("api.yaml").map(|file| file.tree.clone());
        known.base_url = api.as_ref().and_then(|api| api.get("baseUrl")?.as_str()).map(str::to_owned);
        known.key = api.and_then(|api| api.get("key").cloned());
        let errors = known.file("errors.yaml").map(|file| members(&file.tree)).unwrap_or_default();
        known.errors = errors.iter().map(|(code, _)| code.clone()).collect();
        known
    }

    /// What specs say, whether or not they keep every rule.
    pub fn specs(specs: &Specs, has_schema: bool) -> Self {
        Self { api: specs.api().cloned(), ..Self::of(&specs.sources, has_schema) }
    }

    /// What earlier imports have written is no reason to write anything else.
    #[must_use]
    pub fn after(mut self, lock: &Lock) -> Self {
        self.imported = lock.types().map(str::to_owned).collect();
        self.imported_files = lock.files().map(str::to_owned).collect();
        self.api_from = lock.source("api.yaml").map(str::to_owned);
        self
    }

    /// Types, error codes and what holds for every call, and no call of their own.
    #[must_use]
    pub fn shared(mut self) -> Self {
        self.is_elsewhere = true;
        self.has_schema = false;
        self
    }

    /// The texts that stand beside what is imported.
    pub(in crate::import) fn beside(&self) -> Vec<(String, String)> {
        let shared = |path: &str| path.starts_with("types/") || !path.contains('/');
        let files = self.files.iter().filter(|file| !self.is_elsewhere || shared(&file.path));
        files.map(|file| (file.path.clone(), file.text.clone())).collect()
    }

    /// Whether a type comes from the document that is imported now.
    pub(in crate::import) fn is_imported(&self, name: &str) -> bool {
        self.imported.contains(name)
    }

    /// Whether what `api.yaml` says of every call stays: people wrote it, or a document of another title and host.
    pub(in crate::import) fn keeps_api(&self, title: &str, host: Option<&str>, is_page: bool) -> bool {
        let is_other =
            || self.api_from.as_deref().is_none_or(|from| from != title && self.base_url.as_deref() != host);
        self.base_url.is_some() && (is_page || is_other())
    }

    /// The path without its ending of the file that describes a call, under whatever name, and the request's name.
    pub(in crate::import) fn endpoint(&self, method: &str, path: &str) -> Option<(&str, Option<&str>)> {
        let calls = self.files.iter().filter(|_| !self.is_elsewhere);
        let found = calls.into_iter().find(|file| {
            let word = |key: &str| file.tree.get(key).and_then(Json::as_str);
            word("method") == Some(method)
                && word("path").is_some_and(|known| unnamed(known) == unnamed(path))
        })?;
        let stem = found.path.trim_end_matches(".yaml").trim_end_matches(".yml");
        Some((stem, found.tree.get("name").and_then(Json::as_str)))
    }

    /// Whether people have written a file of this path without its ending.
    pub(in crate::import) fn is_taken(&self, id: &str) -> bool {
        let path = format!("{id}.yaml");
        !self.is_elsewhere && self.file(&path).is_some() && !self.imported_files.contains(&path)
    }

    pub(in crate::import) fn file(&self, path: &str) -> Option<&KnownFile> {
        self.files.iter().find(|file| file.path == path)
    }

    /// Every shared type with its name and its file.
    pub(in crate::import) fn types(&self) -> impl Iterator<Item = (&str, &Json, &KnownFile)> {
        let files = self.files.iter().filter(|file| file.path.starts_with("types/"));
        files.flat_map(|file| members(&file.tree).iter().map(move |(name, tree)| (name.as_str(), tree, file)))
    }
}

/// A path without the names of its parameters.
fn unnamed(path: &str) -> String {
    let mut parts = path.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |path, part| path + "{" + part.find('}').map_or(part, |end| &part[end..]))
}

/// What a text of the spec language says.
pub(in crate::import) fn tree(text: &str) -> Option<Json> {
    let mut findings = Diagnostics::default();
    yaml::parse(FileId(0), text, &mut findings).map(|node| node.to_json())
}
