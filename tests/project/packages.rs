//! The crates as others get them: what the packages hold and say, and that an application builds on them.

use serde_json::Value;
use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// In the order of their dependencies.
const CRATES: [&str; 5] = ["bizkit-spec", "bizkit-sandbox", "bizkit-macros", "bizkit-client", "bizkit-cli"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// Runs a command to its end and gives what it printed.
#[track_caller]
fn output(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{command:?}:\n{out}{err}");
    out.into_owned()
}

fn cargo(folder: &Path) -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(folder).env_remove("BIZKITHUB_API_KEY").env_remove("BIZKITHUB_API_URL");
    cargo
}

/// Every file below a folder, by its path in it.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let (path, name) = (entry.path(), entry.file_name().into_string().unwrap());
        if path.is_dir() {
            found.extend(files(&path).into_iter().map(|(below, text)| (format!("{name}/{below}"), text)));
        } else {
            found.insert(name, fs::read(&path).unwrap());
        }
    }
    found
}

#[test]
fn every_package_says_what_it_is() {
    let metadata =
        output(cargo(root()).args(["metadata", "--no-deps", "--offline", "--format-version", "1"]));
    let metadata: Value = serde_json::from_str(&metadata).unwrap();
    for package in metadata["packages"].as_array().unwrap() {
        let name = package["name"].as_str().unwrap();
        if !CRATES.contains(&name) {
            assert_eq!(package["publish"], Value::Array(Vec::new()), "{name} is not for others");
            continue;
        }
        for key in ["description", "license", "homepage", "documentation", "readme", "rust_version"] {
            assert!(package[key].as_str().is_some_and(|text| !text.is_empty()), "{name} has no `{key}`");
        }
        for key in ["keywords", "categories"] {
            assert!((1..=5).contains(&package[key].as_array().unwrap().len()), "{name}: {key}");
        }
        assert!(package["metadata"]["docs"]["rs"].is_object(), "{name} does not say how its pages are made");
    }
}

#[test]
fn the_crate_page_tells_of_every_module_and_every_feature() {
    let page = fs::read_to_string(root().join("bizkit-client/src/lib.rs")).unwrap();
    let manifest = fs::read_to_string(root().join("bizkit-client/Cargo.toml")).unwrap();
    let (_, features) = manifest.split_once("\n[features]\n").unwrap();
    let (features, _) = features.split_once("\n[").unwrap();
    let features: Vec<&str> =
        features.lines().filter_map(|line| line.split_once(" = [")).map(|(name, _)| name).collect();
    assert!(features.len() > 20, "{features:?}");
    let told = features.iter().filter(|name| **name != "default");
    let missing: Vec<_> = told.filter(|name| !page.contains(&format!("`{name}`"))).collect();
    assert!(missing.is_empty(), "the crate page does not tell of the features {missing:?}");

    // And of no feature that is gone; the other names are of crates, and of what they have.
    let (_, section) = page.split_once("//! # Features\n").unwrap();
    let (section, _) = section.split_once("\n\n").unwrap();
    let named = section.split('`').skip(1).step_by(2);
    let is_name =
        |name: &&str| name.bytes().all(|byte| byte.is_ascii_lowercase() || b"-_0123456789".contains(&byte));
    let others = ["bizkit_client", "native-tls", "reqwest"];
    let gone: Vec<_> =
        named.filter(is_name).filter(|name| !features.contains(name) && !others.contains(name)).collect();
    assert!(gone.is_empty(), "the crate page tells of {gone:?}, which are no features");

    for entry in fs::read_dir(root().join("specs")).unwrap().map(Result::unwrap) {
        let module = entry.file_name().into_string().unwrap().replace('-', "_");
        let told = page.contains(&format!("[`{module}`]"));
        assert!(
            told || !entry.path().is_dir() || module.starts_with('.'),
            "the crate page does not tell of the module `{module}`"
        );
    }
}

#[test]
#[ignore = "reads the manifests of all dependencies, for every system; .ci/run does it"]
fn packages_ask_for_no_newer_rust_than_they_say() {
    let metadata: Value =
        serde_json::from_str(&output(cargo(root()).args(["metadata", "--format-version", "1"]))).unwrap();
    let version = |text: &str| -> Vec<u32> { text.split('.').map(|part| part.parse().unwrap()).collect() };
    let packages = metadata["packages"].as_array().unwrap();
    let ours = packages.iter().find(|package| package["name"] == "bizkit-client").unwrap();
    let minimum = version(ours["rust_version"].as_str().unwrap());
    let asks = |package: &&Value| {
        package["rust_version"].as_str().is_some_and(|text| version(text)[..2] > minimum[..2])
    };
    let newer: Vec<String> = packages
        .iter()
        .filter(asks)
        .map(|package| format!("{} {}", package["name"], package["version"]))
        .collect();
    assert!(newer.is_empty(), "they need a newer Rust than {minimum:?}: {newer:#?}");
}

/// Unpacks the packages of the three crates and gives their folders.
fn unpacked(folder: &Path) -> BTreeMap<&'static str, PathBuf> {
    let target = folder.join("packages");
    let mut package = cargo(root());
    package
        .args(["package", "--quiet", "--offline", "--no-verify", "--allow-dirty", "--target-dir"])
        .arg(&target);
    output(package.args(CRATES.iter().flat_map(|name| ["--package", name])));
    let version = env!("CARGO_PKG_VERSION");
    let unpack = |name: &'static str| {
        crate::support::notice::say(&format!("looks into the package of {name}"));
        let archive = target.join(format!("package/{name}-{version}.crate"));
        output(Command::new("tar").arg("-xzf").arg(archive).arg("-C").arg(folder));
        (name, folder.join(format!("{name}-{version}")))
    };
    CRATES.into_iter().map(unpack).collect()
}

/// A new crate outside of the workspace that depends on the unpacked packages.
fn consumer(folder: &Path, packages: &BTreeMap<&str, PathBuf>) -> PathBuf {
    let (crate_folder, template) = (folder.join("consumer"), root().join("tests/consumer"));
    for (path, text) in files(&template) {
        let target = crate_folder.join(path.trim_end_matches(".in"));
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, text).unwrap();
    }
    for (path, text) in files(&packages["bizkit-client"].join("src/cookbook/own_api")) {
        let target = crate_folder.join("own").join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, text).unwrap();
    }
    let mut manifest = fs::read_to_string(crate_folder.join("Cargo.toml")).unwrap();
    // A literal text of TOML: a path of Windows has backslashes.
    let patch = |(name, path): (&&str, &PathBuf)| format!("{name} = {{ path = '{}' }}", path.display());
    let patches: Vec<String> = packages.iter().map(patch).collect();
    manifest.push_str(&["\n[patch.crates-io]", &patches.join("\n"), ""].join("\n"));
    // With the profiles and the versions of the workspace, what it has built is not built again.
    let workspace = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    manifest.push_str(&workspace[workspace.find("\n[profile.").unwrap()..]);
    fs::write(crate_folder.join("Cargo.toml"), manifest).unwrap();
    fs::copy(root().join("Cargo.lock"), crate_folder.join("Cargo.lock")).unwrap();
    crate_folder
}

#[test]
#[ignore = "builds the crates once more; .ci/run does it"]
fn an_application_outside_of_the_workspace_builds_on_the_packages() {
    let folder = env::temp_dir().join(format!("bizkit-packages-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let packages = unpacked(&folder);

    let specs = files(&root().join("specs"));
    assert!(
        specs.len() > 60 && files(&packages["bizkit-client"].join("specs")) == specs,
        "the specs are not there"
    );
    for (name, package) in &packages {
        for file in ["README.md", "LICENSE-MIT", "LICENSE-APACHE"] {
            assert!(package.join(file).is_file(), "{name} has no {file}");
        }
    }

    let application = consumer(&folder, &packages);
    // .../target/debug/deps/main-0123 -> .../target
    let test = env::current_exe().unwrap();
    let target = test.ancestors().nth(3).unwrap();
    let build = |arguments: &[&str]| {
        output(
            cargo(&application)
                .args(arguments)
                .args(["--quiet", "--offline"])
                .env("CARGO_TARGET_DIR", target),
        )
    };
    let tested = build(&["test"]);
    assert!(tested.contains("2 passed"), "{tested}");
    assert_eq!(build(&["run", "--example", "call"]), "1 of 1 calls: Cheese Burger\n");

    fs::remove_dir_all(&folder).unwrap();
}
