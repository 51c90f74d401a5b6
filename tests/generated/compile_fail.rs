//! Programs that must not compile, with what the compiler says about them. One idea per file;
//! `BLESS=1 cargo test -p bizkit-tests --all-features ui` rewrites what is expected.

use crate::support::built::built;
use crate::support::messages;
use serde_json::json;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("ui")
}

/// The names of the files with this ending, without it.
fn stems(ending: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(folder()).unwrap().map(Result::unwrap);
    let names = entries.filter(|entry| entry.path().is_file()).map(|entry| entry.file_name());
    names.filter_map(|name| name.to_str().unwrap().strip_suffix(ending).map(str::to_owned)).collect()
}

/// Checks a program against the libraries that are built already, and gives what the compiler says.
fn compile(name: &str) -> String {
    let libraries = &built().libraries;
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ui");
    fs::create_dir_all(&scratch).unwrap();
    let mut rustc = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    rustc.args(["--edition", "2024", "--crate-type", "bin", "--emit", "metadata", "--error-format", "json"]);
    rustc.arg("--out-dir").arg(scratch).arg(format!("ui/{name}.rs"));
    for library in ["bizkit_client", "bizkit_macros"] {
        let path = &libraries[library];
        rustc.arg("--extern").arg(format!("{library}={}", path.display()));
        // Beside the library lie the libraries that it depends on.
        for folder in path.ancestors().skip(1).take(2) {
            rustc.arg("-L").arg(format!("dependency={}", folder.join("deps").display()));
            rustc.arg("-L").arg(format!("dependency={}", folder.display()));
        }
    }
    rustc.current_dir(env!("CARGO_MANIFEST_DIR")).env("CARGO_MANIFEST_DIR", env!("CARGO_MANIFEST_DIR"));
    let output = rustc.env_remove("BIZKIT_DEBUG").env("RUST_BACKTRACE", "0").output().unwrap();
    assert!(!output.status.success(), "ui/{name}.rs compiles");
    messages::own(&String::from_utf8(output.stderr).unwrap())
}

#[test]
fn what_must_not_compile_says_why() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = String::new();
    for name in stems(".rs") {
        let (found, path) = (compile(&name), folder().join(format!("{name}.stderr")));
        if bless {
            fs::write(&path, &found).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if found != expected {
            let pieces = ["ui/", &name, ".rs\n-- expected\n", &expected, "-- found\n", &found, "\n"];
            wrong.extend(pieces);
        }
    }
    assert!(wrong.is_empty(), "{wrong}`BLESS=1 cargo test -p bizkit-tests --all-features ui` takes it over");
}

#[test]
fn every_expectation_has_a_case() {
    assert_eq!(stems(".rs"), stems(".stderr"));
}

/// A mistake in a spec must not bury its message under errors about names that could not be made.
#[test]
fn a_broken_spec_gives_its_own_errors_and_no_others() {
    let expected = fs::read_to_string(folder().join("broken_spec.stderr")).unwrap();
    let errors: Vec<&str> = expected.lines().filter(|line| line.starts_with("error")).collect();
    assert_eq!(errors.len(), 3, "{errors:#?}");
    for code in ["[unknown-type]", "[bad-pattern]", "[empty-range]"] {
        assert!(errors.iter().any(|error| error.ends_with(code)), "{code} is not among {errors:#?}");
    }
}

/// With the component `rust-src` the compiler names and quotes the files of the standard library, otherwise it
/// cannot. What is expected holds for both.
#[test]
fn what_is_installed_beside_the_compiler_makes_no_difference() {
    let place = |file: &str, line: u32, label: &str, quoted: &str| {
        json!({ "file_name": file, "line_start": line, "column_start": 21, "is_primary": true, "label": label,
            "text": [{ "text": quoted }] })
    };
    let message = |library: &str, quoted: &str| {
        let inside = json!({ "message": "inside `from_static`", "level": "note", "rendered": null,
            "spans": [place(library, 158, "the failure occurred here", quoted)], "children": [] });
        json!({ "$message_type": "diagnostic", "level": "error", "message": "it panicked", "code": { "code": "E0080" },
            "spans": [place("ui/case.rs", 4, "evaluation failed", "const ID: ..")], "children": [inside],
            "rendered": null })
        .to_string()
    };
    let without = message("/rustc/59807616e/library/core/src/panic.rs", "");
    let with = message(
        "/home/me/.rustup/toolchains/stable/lib/rustlib/src/rust/library/core/src/panic.rs",
        "panic!()",
    );
    let expected =
        "error[E0080]: it panicked\n --> ui/case.rs:4:21 evaluation failed\nnote: inside `from_static`\n";
    assert_eq!(messages::own(&without), expected);
    assert_eq!(messages::own(&with), expected);
}
