//! The arrows and budgets of ARCHITECTURE.md, read off the tree of files.

mod graph;
mod modules;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A Rust file: its path below the root, with `/`, and its text.
struct File {
    path: String,
    text: String,
}

impl File {
    /// The code without its comments and literals, which may name anything.
    fn code(&self) -> impl Iterator<Item = String> {
        let lines = self.text.lines().filter(|line| !line.trim_start().starts_with("//"));
        lines.map(|line| line.split('"').step_by(2).collect::<Vec<_>>().join("\"\""))
    }

    /// Whether a line of code holds this word, not as a part of a longer one.
    fn names(&self, word: &str) -> bool {
        let joins = |c: char| c.is_alphanumeric() || c == '_';
        self.code().any(|line| {
            line.match_indices(word)
                .any(|(at, _)| !line[..at].ends_with(joins) && !line[at + word.len()..].starts_with(joins))
        })
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// Every file of the project with this ending, in order; build output and the machine's own folders left out.
fn files(ending: &str) -> Vec<File> {
    fn walk(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let name = entry.file_name().into_string().unwrap();
            if entry.file_type().unwrap().is_dir() {
                if !["target", ".git", "corpus", "artifacts"].contains(&name.as_str()) {
                    walk(&entry.path(), ending, found);
                }
            } else if name.ends_with(ending) {
                found.push(entry.path());
            }
        }
    }
    let mut paths = Vec::new();
    walk(root(), ending, &mut paths);
    paths.sort();
    let path = |path: &Path| path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
    // Not every file is text, and only text is looked at.
    paths
        .iter()
        .filter_map(|found| Some(File { path: path(found), text: fs::read_to_string(found).ok()? }))
        .collect()
}

/// The Rust files below a folder.
fn rust(folder: &str) -> Vec<File> {
    files(".rs").into_iter().filter(|file| file.path.starts_with(folder)).collect()
}

/// The files that name a word.
fn naming(files: &[File], word: &str) -> Vec<String> {
    files.iter().filter(|file| file.names(word)).map(|file| file.path.clone()).collect()
}

#[test]
fn every_file_begins_by_saying_what_it_is() {
    let silent: Vec<_> = files(".rs").into_iter().filter(|file| !file.text.starts_with("//! ")).collect();
    let silent: Vec<_> = silent.iter().map(|file| &file.path).filter(|path| !is_fixture(path)).collect();
    assert!(silent.is_empty(), "without a first line of documentation: {silent:#?}");
}

#[test]
fn no_file_is_longer_than_its_budget() {
    let lines: BTreeMap<_, _> =
        files(".rs").into_iter().map(|file| (file.path, file.text.lines().count())).collect();
    let long: Vec<_> = lines.iter().filter(|(path, lines)| **lines > 400 && !is_fixture(path)).collect();
    assert!(long.is_empty(), "over 400 lines: {long:#?}");
}

/// Goldens and compile-fail cases are data.
fn is_fixture(path: &str) -> bool {
    ["tests/ui/", "tests/expand/", "tests/fixtures/"].iter().any(|folder| path.starts_with(folder))
}

#[test]
fn each_foreign_world_has_one_door() {
    for (folder, word, door) in [
        ("bizkit-macros/src", "proc_macro", "bizkit-macros/src/lib.rs"),
        ("bizkit-client/src", "reqwest", "bizkit-client/src/transport"),
        ("bizkit-spec", "serde_yaml", "bizkit-spec/src/yaml"),
    ] {
        let others: Vec<_> =
            naming(&rust(folder), word).into_iter().filter(|path| !path.starts_with(door)).collect();
        assert!(others.is_empty(), "{word} is named outside of {door}: {others:?}");
    }
}

#[test]
fn back_ends_read_the_model_and_nothing_before_it() {
    let back_ends = ["sandbox/src/", "src/validate", "cli/src/lint", "cli/src/diff", "cli/src/export"];
    let files = rust("bizkit-spec/");
    let is_back_end = |file: &&File| {
        let path = file.path.strip_prefix("bizkit-spec/").unwrap();
        back_ends.iter().any(|back_end| path.starts_with(back_end)) && !path.contains("tests")
    };
    let mut seen = 0;
    for file in files.iter().filter(is_back_end) {
        seen += 1;
        for earlier in [
            "crate::yaml",
            "crate::read",
            "crate::check",
            "crate::load",
            "bizkit_spec::yaml",
            "bizkit_spec::load",
        ] {
            assert!(!file.names(earlier), "{} names {earlier}", file.path);
        }
    }
    assert!(seen > 0, "the back ends have moved: {seen}");
}

#[test]
fn the_runtime_knows_no_endpoint() {
    for file in rust("bizkit-client/src") {
        let own = !file.path.ends_with("/lib.rs") && !file.path.contains("tests");
        let named = ["customer", "cuRefNo", "identityId"].iter().find(|word| file.names(word));
        assert!(!own || named.is_none(), "{} names {}", file.path, named.unwrap_or(&""));
    }
}

#[test]
fn the_language_knows_neither_code_generation_nor_the_network() {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--package", "bizkit-spec", "--edges", "normal", "--prefix", "none"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let tree = String::from_utf8(tree.stdout).unwrap();
    let crates: Vec<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(crates.contains(&"serde_yaml") || crates.contains(&"yaml_serde"), "{crates:?}");
    for unwanted in ["quote", "syn", "tokio", "hyper", "reqwest", "regex", "clap"] {
        assert!(!crates.contains(&unwanted), "{unwanted} is in {crates:?}");
    }
}

#[test]
fn no_real_key_stands_in_the_project() {
    // The vendor's documentation shows this one to everybody, and its server refuses it.
    const SAMPLE: &str = "PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE";
    let mut leaked = Vec::new();
    for file in files("") {
        for prefix in ["PROD", "DEV_", "ROOT"] {
            for (at, _) in file.text.match_indices(prefix) {
                let key: String = file.text[at..].chars().take(32).collect();
                let tail = &key[4..];
                let is_key = tail.len() == 28 && tail.bytes().all(|byte| byte.is_ascii_alphanumeric());
                if is_key && key != SAMPLE && !is_made_up(tail) {
                    leaked.push(format!("{}: {key}", file.path));
                }
            }
        }
    }
    assert!(leaked.is_empty(), "{leaked:#?}");
}

/// Whether nobody could take it for a key: few different characters, or the alphabet in order.
fn is_made_up(tail: &str) -> bool {
    let bytes = tail.as_bytes();
    let steps = bytes.windows(2).filter(|pair| pair[1] == pair[0] || pair[1] == pair[0] + 1).count();
    let secret = tail.to_ascii_lowercase().contains("secret");
    secret || steps >= 20
}

#[test]
fn the_code_map_names_every_module() {
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let mut missing = Vec::new();
    for crate_name in
        ["bizkit-spec", "bizkit-spec/sandbox", "bizkit-spec/cli", "bizkit-macros", "bizkit-client"]
    {
        for file in rust(&format!("{crate_name}/src/")) {
            let path = file.path.strip_prefix(&format!("{crate_name}/src/")).unwrap();
            let name = match path.split_once('/') {
                Some((folder, _)) => format!("`{folder}/`"),
                None => format!("`{path}`"),
            };
            if !map.contains(&name) && !path.starts_with("tests") && !missing.contains(&name) {
                missing.push(name);
            }
        }
    }
    assert!(missing.is_empty(), "ARCHITECTURE.md does not name {missing:#?}");
}
