//! Holds the module graphs of the crates to what ARCHITECTURE.md draws: no circles, and no arrow that runs up.

use super::graph::{Arrows, Graph, circles};
use super::root;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Where the sources of each crate lie.
const CRATES: [&str; 5] = [
    "bizkit-spec/src",
    "bizkit-spec/sandbox/src",
    "bizkit-spec/cli/src",
    "bizkit-macros/src",
    "bizkit-client/src",
];

/// The folders of bizkit-client, from the lowest floor up. What lies in none of them stands above all.
const FLOORS: [&str; 13] = [
    "base",
    "secret",
    "schema",
    "transport",
    "value",
    "error",
    "endpoint",
    "policy",
    "client",
    "call",
    "paging",
    "blocking",
    "sandbox",
];

/// Most files beside each other, not counting those that are the page of a folder beside them.
const WIDEST: usize = 15;

fn arrows(folder: &str) -> Arrows {
    let arrows = Graph::read(&root().join(folder)).arrows();
    // A reader that understands nothing finds no circle.
    let count: usize = arrows.values().map(BTreeMap::len).sum();
    assert!(
        arrows.len() > 10 && count > arrows.len(),
        "{folder}: {count} arrows between {} files",
        arrows.len()
    );
    arrows
}

#[test]
fn no_more_than_two_files_name_each_other_in_a_circle() {
    let mut wrong = Vec::new();
    for folder in CRATES {
        let arrows = arrows(folder);
        let found: Vec<Vec<String>> =
            circles(&arrows).into_iter().filter(|circle| circle.len() > 2).collect();
        for circle in &found {
            wrong.push(format!("{folder}: {} files are in a circle:", circle.len()));
            for from in circle {
                let inside = arrows[from].iter().filter(|(to, _)| circle.contains(to));
                wrong.extend(inside.map(|(to, name)| format!("    {from} -> {to}, by `{name}`")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The floor of a file of bizkit-client: its place in the list, or behind it.
fn floor(file: &str) -> usize {
    let folder = file.split(['/', '.']).next().unwrap_or_default();
    FLOORS.iter().position(|floor| *floor == folder).unwrap_or(FLOORS.len())
}

#[test]
fn a_floor_of_the_runtime_names_none_above_it() {
    let mut wrong = Vec::new();
    for (from, arrows) in arrows("bizkit-client/src") {
        for (to, name) in arrows.into_iter().filter(|(to, _)| floor(to) > floor(&from)) {
            wrong.push(format!("{from} -> {to}, by `{name}`, runs up"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_architecture_lists_the_floors_in_their_order() {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let table = text.split("| floor |").nth(1).expect("a table of floors");
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let mut told: Vec<&str> = rows.filter_map(|row| row.split('`').nth(1)?.strip_suffix(".rs")).collect();
    told.reverse();
    assert_eq!(told.pop(), Some("lib"), "the root stands on top");
    assert_eq!(told, FLOORS, "floors in ARCHITECTURE.md, from the lowest up");
}

#[test]
fn no_folder_of_the_runtime_is_a_list_of_everything() {
    fn widths(folder: &Path, wide: &mut Vec<String>) {
        let paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        let alone = paths.iter().filter(|path| path.is_file() && !path.with_extension("").is_dir()).count();
        if alone > WIDEST {
            wide.push(format!("{} has {alone} files beside each other", folder.display()));
        }
        paths.iter().filter(|path| path.is_dir()).for_each(|folder| widths(folder, wide));
    }
    let mut wide = Vec::new();
    widths(&root().join("bizkit-client/src"), &mut wide);
    assert!(wide.is_empty(), "{}", wide.join("\n"));
}
