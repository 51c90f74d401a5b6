//! An import and what stands in the folder already to the changes of its files.
//!
//! The lock holds what the source said last time. What is new since then is brought into the text of each file;
//! what people have changed stays. Files without a base were written by people: they only get what they lack.

pub(crate) mod borrow;
pub(crate) mod edit;
pub(crate) mod three_way;

use crate::import::Imported;
use crate::import::known::Known;
use crate::import::lock::Lock;
use crate::import::tree::same;
use crate::import::write::layout;
use crate::import::{Import, known};
use bizkit_spec::json::Json;
use std::collections::{BTreeMap, BTreeSet};
use three_way::{Edit, merge};

/// What happens to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Path below the folder of specs, with `/`.
    pub path: String,
    /// What stands there.
    pub old: Option<String>,
    /// What should stand there; `None` where the file goes.
    pub new: Option<String>,
    /// Places where the source says something else than the file, which stays as it is.
    pub kept: Vec<String>,
}

impl Change {
    /// Whether the file would be another one afterwards.
    pub fn is_change(&self) -> bool {
        self.old != self.new
    }
}

/// Every file of an import with what would happen to it, and the lock that goes with it.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// Sorted by path.
    pub changes: Vec<Change>,
    /// What the source says now.
    pub lock: Lock,
}

impl Plan {
    /// Adds what comes from other specs.
    pub fn take_along(&mut self, texts: &BTreeMap<String, String>, known: &Known) {
        for (path, text) in texts {
            if let Some(change) = self.changes.iter_mut().find(|change| change.path == *path) {
                let own = change.new.take().unwrap_or_default();
                change.new = Some(format!("{text}\n{own}"));
                continue;
            }
            let old = known.file(path).map(|file| file.text.clone());
            let new = old.as_ref().map_or_else(|| text.clone(), |old| format!("{old}\n{text}"));
            self.changes.push(Change { path: path.clone(), old, new: Some(new), kept: Vec::new() });
        }
        self.changes.sort_by(|a, b| a.path.cmp(&b.path));
    }

    /// What would stand in the folder: paths with texts.
    pub fn outcome(&self, known: &Known) -> BTreeMap<String, String> {
        let mut texts: BTreeMap<String, String> =
            known.files.iter().map(|file| (file.path.clone(), file.text.clone())).collect();
        for change in &self.changes {
            match &change.new {
                Some(text) => texts.insert(change.path.clone(), text.clone()),
                None => texts.remove(&change.path),
            };
        }
        texts
    }
}

/// Plans what an import does to a folder. `from` names the document; only a `complete` one tells what is gone.
pub fn plan(import: &Import, known: &Known, lock: &Lock, from: &str, complete: bool) -> Plan {
    let mut next = lock.clone();
    let mut changes = Vec::new();
    for file in &import.files {
        let base = lock.tree(&file.path);
        let written = known.files.iter().find(|known| known.path == file.path);
        // What people have written about the whole API stays theirs, and what another source has said too.
        let is_of_all = ["api.yaml", "errors.yaml"].contains(&file.path.as_str());
        if written.is_some() && is_of_all && lock.source(&file.path) != Some(from) {
            continue;
        }
        next.note(&file.path, from, &file.tree, complete);
        match written {
            Some(written) => changes.push(merged(file, &written.text, &written.tree, base, complete)),
            // Somebody has deleted it, and the source says nothing new.
            None if base.is_some_and(|base| same(base, &file.tree)) => {}
            None => changes.push(Change {
                path: file.path.clone(),
                old: None,
                new: Some(file.text.clone()),
                kept: Vec::new(),
            }),
        }
    }
    let now: BTreeSet<&str> = import.files.iter().map(|file| file.path.as_str()).collect();
    if complete {
        for path in lock.of(from).into_iter().filter(|path| !now.contains(path)) {
            next.forget(path);
            let Some(written) = known.files.iter().find(|known| known.path == path) else { continue };
            let untouched = lock.tree(path).is_some_and(|base| same(base, &written.tree));
            let kept = vec!["the source does not have it any more; it was edited, so it stays".to_owned()];
            changes.push(Change {
                path: path.to_owned(),
                old: Some(written.text.clone()),
                new: (!untouched).then(|| written.text.clone()),
                kept: if untouched { Vec::new() } else { kept },
            });
        }
    }
    changes.sort_by(|a, b| a.path.cmp(&b.path));
    Plan { changes, lock: next }
}

fn merged(file: &Imported, text: &str, ours: &Json, base: Option<&Json>, complete: bool) -> Change {
    let (edits, clashes) = merge(base, ours, &file.tree, !complete && file.path.starts_with("types/"));
    let mut kept: Vec<String> = clashes
        .iter()
        .map(|clash| {
            let place = clash.path.join(".");
            match &clash.source {
                Some(source) => format!("`{place}`: the source says {}", short(source)),
                None => format!("`{place}`: the source does not have it any more"),
            }
        })
        .collect();
    let new = match edit::apply(text, &edits) {
        Some(new) => new,
        None => {
            kept.push("the file had to be written anew; its comments are gone".to_owned());
            rewritten(file, ours, &edits)
        }
    };
    let emptied =
        file.path.starts_with("types/") && known::tree(&new).is_some_and(|tree| edit::size(&tree) == 0);
    Change { path: file.path.clone(), old: Some(text.to_owned()), new: (!emptied).then_some(new), kept }
}

/// The whole file in the usual layout.
fn rewritten(file: &Imported, ours: &Json, edits: &[Edit]) -> String {
    let mut tree = ours.clone();
    for edit in edits {
        edit::change(&mut tree, edit);
    }
    if file.path.starts_with("types/") || !file.path.contains('/') {
        layout::named(&tree)
    } else {
        layout::endpoint(&tree)
    }
}

fn short(value: &Json) -> String {
    let text = value.to_string();
    if text.chars().count() <= 80 {
        format!("`{text}`")
    } else {
        format!("`{}...`", text.chars().take(77).collect::<String>())
    }
}
