//! What an import into a new folder takes along from the specs whose types it reuses: their definitions, word by
//! word, and what holds for every call.

use crate::import::Import;
use crate::import::document::{api, is_own};
use crate::import::known::Known;
use crate::import::merge::edit::{self, entry_text};
use crate::import::merge::three_way::merge;
use crate::import::tree::{members, mentioned, remove, set};
use crate::import::write::layout;
use bizkit_spec::json::Json;
use std::collections::{BTreeMap, BTreeSet};

/// Files with the text that is new in them: shared types of `like` that the import names and `out` does not have,
/// and `api.yaml` and `errors.yaml` where `out` has none.
pub fn borrow(import: &Import, like: &Known, out: &Known) -> BTreeMap<String, String> {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let whole = |path: &str, texts: &mut BTreeMap<String, String>| {
        if let Some(file) = like.file(path).filter(|_| out.file(path).is_none()) {
            texts.insert(path.to_owned(), file.text.clone());
        }
    };
    whole("api.yaml", &mut texts);
    if let (Some(text), Some(file)) = (texts.get_mut("api.yaml"), like.file("api.yaml")) {
        *text = with_own_modules(import, &file.text, &file.tree);
    }
    if import.files.iter().any(|file| file.tree.get("errors").is_some()) {
        whole("errors.yaml", &mut texts);
    }
    let mut here: BTreeSet<&str> = out.types().map(|(name, ..)| name).collect();
    let own = import.files.iter().filter(|file| file.path.starts_with("types/"));
    here.extend(own.flat_map(|file| members(&file.tree).iter().map(|(name, _)| name.as_str())));
    let mut open: Vec<String> = import.files.iter().flat_map(|file| mentioned(&file.tree)).collect();
    if texts.contains_key("api.yaml") {
        let key = like.file("api.yaml").and_then(|api| api.tree.get("key")?.get("type")?.as_str());
        open.extend(key.map(str::to_owned));
    }
    let mut wanted = BTreeSet::new();
    while let Some(name) = open.pop() {
        let Some((_, tree, _)) = like.types().find(|(known, ..)| *known == name) else { continue };
        if !here.contains(name.as_str()) && wanted.insert(name) {
            open.extend(mentioned(tree));
        }
    }
    for (name, _, file) in like.types().filter(|(name, ..)| wanted.contains(*name)) {
        let Some(entry) = entry_text(&file.text, name) else { continue };
        let text = texts.entry(file.path.clone()).or_default();
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&entry);
    }
    texts
}

/// What is said of the whole API, without what it says of folders that are not imported.
fn with_own_modules(import: &Import, content: &str, tree: &Json) -> String {
    let is_there =
        |folder: &str| import.files.iter().any(|file| file.path.starts_with(&format!("{folder}/")));
    let mut own = tree.clone();
    let modules = tree.get("modules").map(members).unwrap_or_default();
    let kept: Vec<(String, Json)> = modules.iter().filter(|(folder, _)| is_there(folder)).cloned().collect();
    if kept.is_empty() {
        remove(&mut own, "modules");
    } else {
        set(&mut own, "modules", Json::Object(kept));
    }
    let (edits, _) = merge(Some(tree), tree, &own, false);
    edit::apply(content, &edits).unwrap_or_else(|| layout::api(&own))
}

/// Whether a folder of specs describes the API that a document of somebody else describes, by their hosts.
pub fn is_same_api(document: &Json, like: &Known) -> bool {
    if is_own(document) {
        return false;
    }
    let servers = document.get("servers").map(crate::import::tree::items).unwrap_or_default();
    let host =
        |url: &str| url.split("://").nth(1).map(|rest| rest.split('/').next().unwrap_or(rest).to_owned());
    let known = like.base_url.as_deref().and_then(host);
    // The oldest pages call the API by the vendor's bare domain.
    let same = |one: &str, other: &str| one == other || other.strip_prefix("api.") == Some(one);
    known.is_some_and(|known| {
        servers.iter().filter_map(api::base_url).filter_map(|url| host(&url)).any(|host| same(&host, &known))
    })
}
