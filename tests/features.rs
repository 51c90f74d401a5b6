//! A cargo feature for each module of the API: complete, and each of them enough by itself.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// What a feature of the client turns on.
fn feature(name: &str) -> Vec<String> {
    let manifest = fs::read_to_string(root().join("bizkit-client/Cargo.toml")).unwrap();
    let (_, rest) = manifest.split_once(&format!("\n{name} = [")).unwrap_or_else(|| panic!("no `{name}`"));
    let (list, _) = rest.split_once(']').unwrap();
    list.split(',')
        .map(|part| part.trim().trim_matches('"').to_owned())
        .filter(|part| !part.is_empty())
        .collect()
}

/// The folders of the specs, which become modules.
fn modules() -> BTreeSet<String> {
    let entries = fs::read_dir(root().join("specs")).unwrap().map(Result::unwrap);
    let folders = entries.filter(|entry| entry.path().is_dir());
    let names = folders.map(|entry| entry.file_name().into_string().unwrap());
    names.filter(|name| name != "types").collect()
}

#[test]
fn every_module_has_a_feature_and_all_are_on_by_default() {
    let full: BTreeSet<String> = feature("full").into_iter().collect();
    assert_eq!(full, modules());
    assert!(full.iter().all(|module| feature(module).is_empty()), "a module needs another one");
    assert!(feature("default").contains(&"full".to_owned()));
}

#[test]
#[ignore = "a cargo check for each module; .ci/run does it"]
fn each_module_builds_alone_and_without_a_warning() {
    let none = [String::new()];
    for module in none.iter().chain(&modules()) {
        let output = Command::new(env!("CARGO"))
            .args(["check", "--quiet", "--package", "bizkit-client", "--lib", "--no-default-features"])
            .args(["--features", module])
            .current_dir(root())
            .output()
            .unwrap();
        let messages = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && messages.is_empty(), "`{module}` alone:\n{messages}");
    }
}
