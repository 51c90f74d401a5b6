//! What the document said last time, file by file: the base of a merge, kept beside the specs as `import.lock`.

use crate::import::tree::{members, object, set, text};
use bizkit_spec::json::Json;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The file's name below the folder of specs.
pub const LOCK_FILE: &str = "import.lock";

const HEAD: &str = "# What the imported documents said last, written by `bizkit import`. Not to be edited.\n";

/// The trees of the last import, by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lock {
    entries: BTreeMap<String, Entry>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    from: String,
    tree: Json,
}

impl Lock {
    /// Reads the text of a lock file; lines that are none are left out.
    pub fn parse(content: &str) -> Self {
        let lines =
            content.lines().filter(|line| line.starts_with('{')).filter_map(|line| Json::parse(line).ok());
        let entries = lines.filter_map(|line| {
            let word = |key: &str| line.get(key).and_then(Json::as_str).map(str::to_owned);
            Some((word("file")?, Entry { from: word("from")?, tree: line.get("says")?.clone() }))
        });
        Self { entries: entries.collect() }
    }

    /// The text of the lock file: a line for each file, in order.
    pub fn text(&self) -> String {
        let mut out = HEAD.to_owned();
        for (path, entry) in &self.entries {
            let line = object([
                ("file".to_owned(), text(path)),
                ("from".to_owned(), text(&entry.from)),
                ("says".to_owned(), entry.tree.clone()),
            ]);
            let _ = writeln!(out, "{line}");
        }
        out
    }

    /// Whether nothing has been imported yet.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub(in crate::import) fn tree(&self, path: &str) -> Option<&Json> {
        self.entries.get(path).map(|entry| &entry.tree)
    }

    /// Paths that came from a document of this title.
    pub(in crate::import) fn of(&self, from: &str) -> Vec<&str> {
        self.entries.iter().filter(|(_, entry)| entry.from == from).map(|(path, _)| path.as_str()).collect()
    }

    /// The path of every file that was imported.
    pub(in crate::import) fn files(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// The title of the document that a file came from last.
    pub(in crate::import) fn source(&self, path: &str) -> Option<&str> {
        self.entries.get(path).map(|entry| entry.from.as_str())
    }

    /// Every shared type that was imported.
    pub(in crate::import) fn types(&self) -> impl Iterator<Item = &str> {
        let files = self.entries.iter().filter(|(path, _)| path.starts_with("types/"));
        files.flat_map(|(_, entry)| members(&entry.tree).iter().map(|(name, _)| name.as_str()))
    }

    /// Notes what a document says now. A part of a document leaves the other types of a file alone.
    pub(in crate::import) fn note(&mut self, path: &str, from: &str, tree: &Json, complete: bool) {
        let mut tree = tree.clone();
        if !complete && path.starts_with("types/") {
            for (name, old) in self.tree(path).map(members).unwrap_or_default().to_vec() {
                if tree.get(&name).is_none() {
                    set(&mut tree, &name, old);
                }
            }
        }
        self.entries.insert(path.to_owned(), Entry { from: from.to_owned(), tree });
    }

    pub(in crate::import) fn forget(&mut self, path: &str) {
        self.entries.remove(path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_reads_back_and_a_part_keeps_the_rest() {
        let mut lock = Lock::default();
        let tree = |text: &str| Json::parse(text).unwrap();
        lock.note("types/a.yaml", "Doc", &tree(r#"{"A":{"type":"string"},"B":{"type":"integer"}}"#), true);
        lock.note("a/b.yaml", "Doc", &tree(r#"{"summary":"x\ny"}"#), true);
        assert_eq!(Lock::parse(&lock.text()), lock);
        lock.note("types/a.yaml", "Page", &tree(r#"{"A":{"type":"boolean"}}"#), false);
        assert_eq!(lock.types().collect::<Vec<_>>(), ["A", "B"]);
        assert_eq!(lock.of("Doc"), ["a/b.yaml"]);
        lock.note("types/a.yaml", "Doc", &tree(r#"{"A":{"type":"boolean"}}"#), true);
        assert_eq!(lock.types().collect::<Vec<_>>(), ["A"]);
    }
}
