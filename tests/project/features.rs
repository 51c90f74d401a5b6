//! A cargo feature for each module of the API: complete, and each of them enough by itself.

#[allow(dead_code, clippy::print_stdout, reason = "a build script is used in part")]
#[path = "../../bizkit-client/build.rs"]
mod build;

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
    names.filter(|name| name != "types" && !name.starts_with('.')).collect()
}

#[test]
fn every_module_has_a_feature_and_all_are_on_by_default() {
    let full: BTreeSet<String> = feature("full").into_iter().collect();
    assert_eq!(full, modules());
    assert!(full.iter().all(|module| feature(module).is_empty()), "a module needs another one");
    assert!(feature("default").contains(&"full".to_owned()));
}

#[test]
fn a_folder_cannot_take_the_name_of_a_feature_of_the_crate() {
    use build::{Names, declared};

    let manifest = fs::read_to_string(root().join("bizkit-client/Cargo.toml")).unwrap();
    assert!(modules().iter().all(|module| declared(&manifest, module) == Names::Module));
    for own in ["default", "full", "gzip", "blocking", "sandbox", "tracing", "serde"] {
        assert_eq!(declared(&manifest, own), Names::OwnFeature, "{own}");
    }
    assert_eq!(declared(&manifest, "voucher"), Names::Nothing);
}

#[test]
#[ignore = "a cargo check for each feature; .ci/run does it"]
fn each_feature_builds_alone_and_without_a_warning() {
    for (package, folder) in [
        ("bizkit-cli", "bizkit-spec/cli"),
        ("bizkit-client", "bizkit-client"),
        ("bizkit-examples", "bizkit-client/examples"),
    ] {
        let manifest = fs::read_to_string(root().join(folder).join("Cargo.toml")).unwrap();
        let (_, features) = manifest.split_once("\n[features]\n").unwrap();
        let (features, _) = features.split_once("\n[").unwrap();
        let names = features.lines().filter_map(|line| line.split_once(" = [")).map(|(name, _)| name);
        let names: Vec<&str> = [""].into_iter().chain(names).collect();
        for (number, name) in names.iter().enumerate() {
            crate::support::notice::say(&format!(
                "{package}, feature {} of {}: `{name}`",
                number + 1,
                names.len()
            ));
            let output = Command::new(env!("CARGO"))
                .args(["check", "--quiet", "--package", package, "--no-default-features", "--features", name])
                .current_dir(root())
                .output()
                .unwrap();
            let messages = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success() && messages.is_empty(), "{package}, `{name}` alone:\n{messages}");
        }
    }
}
