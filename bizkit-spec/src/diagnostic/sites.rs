//! Holds the fixtures of mistakes to every place of the sources that raises a finding, not to every code alone.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::Specs;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::panic::Location;
use std::path::{Path, PathBuf};

/// A line of a file, by its path within the sources.
type Site = (String, u32);

thread_local! {
    static REACHED: RefCell<BTreeSet<(&'static str, u32)>> = const { RefCell::new(BTreeSet::new()) };
}

/// What raises a finding, or says what to write, and notes who called it.
const RAISES: [&str; 6] =
    ["Diagnostic::error(", "Diagnostic::warning(", ".help(", "wrong_kind(", "unknown_word(", ".report("];

/// What a fixture without its own `api.yaml` is read with.
const API: &str = "title: T\nbaseUrl: https://t.example\n";

/// Files that no fixture can reach: they read a disk, turn findings into text, or speak of values.
const ELSEWHERE: [&str; 4] = ["load.rs", "render", "diagnostic", "validate"];

/// What is too large for a fixture: members, a file, patterns.
fn large() -> [String; 3] {
    let letter = |number: usize| char::from(b'a' + u8::try_from(number % 26).unwrap());
    let word = |number: usize| format!("x{}{}{}", letter(number), letter(number / 26), letter(number / 676));
    let members: String =
        (0..1001).flat_map(|number| ["    ".to_owned(), word(number), ": string\n".to_owned()]).collect();
    let pattern = |number: usize| {
        let word = word(number);
        format!("T{word}: {{ type: string, pattern: '^{word}[a-c]*a[a-c]{{9}}$' }}\n")
    };
    [
        format!("Wide:\n  properties:\n{members}"),
        format!("Long: {{ type: string, description: {} }}\n", "x".repeat(crate::yaml::MAX_BYTES)),
        (0..200).map(pattern).collect(),
    ]
}

/// Notes the place that calls the caller of this.
#[track_caller]
pub(super) fn reached() {
    let place = Location::caller();
    REACHED.with_borrow_mut(|reached| reached.insert((place.file(), place.line())));
}

/// Every place of the sources that raises a finding, except in tests.
fn sites(folder: &Path, within: &str, found: &mut BTreeSet<Site>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        let shown = format!("{within}{name}");
        if name.starts_with("tests") || ELSEWHERE.iter().any(|other| shown.starts_with(other)) {
            continue;
        }
        if path.is_dir() {
            sites(&path, &format!("{shown}/"), found);
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        // What stands in a function that passes its caller on counts as what calls it.
        let mut passes_on = None;
        for (number, line) in (1..).zip(text.lines()) {
            let code = line.trim_start();
            let indent = line.len() - code.len();
            if code == "#[cfg_attr(test, track_caller)]" {
                passes_on = Some(indent);
            } else if code == "}" && passes_on == Some(indent) {
                passes_on = None;
            }
            let raises = RAISES.iter().any(|word| code.contains(word));
            if raises && passes_on.is_none() && !code.contains("fn ") && !code.starts_with("//") {
                found.insert((shown.clone(), number));
            }
        }
    }
}

/// The files of a fixture; comments of the whole line are what was found in it the last time.
fn files(text: &str) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    for line in text.split_inclusive('\n') {
        match line.strip_prefix("#= ") {
            Some(path) => files.push((path.trim().to_owned(), String::new())),
            None if line.starts_with('#') => {}
            None => files.last_mut().unwrap().1.push_str(line),
        }
    }
    files
}

#[test]
fn every_place_that_raises_a_finding_has_a_fixture() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let fixtures = root.join("../tests/fixtures/err");
    let mut paths: Vec<PathBuf> = match fs::read_dir(fixtures) {
        Ok(entries) => entries.map(|entry| entry.unwrap().path()).collect(),
        // A package of this crate alone has none.
        Err(_) => return,
    };
    paths.sort();
    REACHED.take();
    for path in paths {
        let mut files = files(&fs::read_to_string(path).unwrap());
        if !files.iter().any(|(path, _)| path == "api.yaml" || path == "no-api") {
            files.push(("api.yaml".to_owned(), API.to_owned()));
        }
        let files = files.iter().filter(|(path, _)| path != "no-api");
        let _ = Specs::from_texts(files.map(|(path, text)| (path.as_str(), text.as_str())));
    }
    for types in large() {
        let _ = Specs::from_texts([("api.yaml", API), ("types/a.yaml", &types)]);
    }
    let reached: BTreeSet<Site> = REACHED
        .take()
        .into_iter()
        .map(|(file, line)| (file.replace('\\', "/"), line))
        .map(|(file, line)| {
            (file.rsplit_once("src/").map_or(file.clone(), |(_, file)| file.to_owned()), line)
        })
        .collect();
    let mut all = BTreeSet::new();
    sites(&root.join("src"), "", &mut all);
    assert!(all.len() > 150, "{} places were found in the sources", all.len());
    let missing: Vec<String> =
        all.difference(&reached).map(|(file, line)| format!("src/{file}:{line}")).collect();
    assert!(missing.is_empty(), "no fixture raises what stands at\n{}", missing.join("\n"));
}
