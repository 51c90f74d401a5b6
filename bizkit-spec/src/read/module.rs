//! Tells the module that a file of an endpoint belongs to.

use crate::name::Name;

/// The Rust module of a file: its folders, those in braces left out.
pub(super) fn module_of(stem: &str) -> Vec<Name> {
    let folders = stem.rsplit_once('/').map_or("", |(folders, _)| folders);
    folders.split('/').filter(|folder| !folder.starts_with('{')).filter_map(Name::new).collect()
}
