//! Programs that must not compile, with what the compiler says about them. One idea per file;
//! `TRYBUILD=overwrite cargo test -p bizkit-tests ui` rewrites what is expected.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn what_must_not_compile_says_why() {
    trybuild::TestCases::new().compile_fail("ui/*.rs");
}

#[test]
fn every_case_has_an_expectation_and_every_expectation_a_case() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui");
    let stems = |ending: &str| -> BTreeSet<String> {
        let names =
            fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter_map(|name| name.strip_suffix(ending).map(str::to_owned)).collect()
    };
    assert_eq!(stems(".rs"), stems(".stderr"));
}

/// A mistake in a spec must not bury its message under errors about names that could not be made.
#[test]
fn a_broken_spec_gives_its_own_errors_and_no_others() {
    let expected =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/broken_spec.stderr")).unwrap();
    let errors: Vec<&str> = expected.lines().filter(|line| line.starts_with("error")).collect();
    assert_eq!(errors.len(), 3, "{errors:#?}");
    for code in ["[unknown-type]", "[bad-pattern]", "[empty-range]"] {
        assert!(errors.iter().any(|error| error.ends_with(code)), "{code} is not among {errors:#?}");
    }
}
