//! Every mistake that the language refuses, and what is said of it: `fixtures/err`. What is no mistake:
//! `fixtures/ok`. `BLESS=1 cargo test -p bizkit-tests` writes what is found into the fixtures.

use crate::support::fixture::Fixture;
use bizkit_spec::Specs;
use bizkit_spec::codes::Code;
use bizkit_spec::render::Colour;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What only a file on the disk, or one too large for a fixture, can be guilty of.
const ELSEWHERE: [Code; 3] = [Code::NOT_UTF8, Code::UNREADABLE, Code::TOO_LARGE];

fn fixtures(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(folder);
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

#[test]
fn every_mistake_is_found_where_its_fixture_says() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut different = Vec::new();
    for path in fixtures("err") {
        let text = fs::read_to_string(&path).unwrap();
        let fixture = Fixture::parse(&text);
        let annotated = fixture.annotated(&fixture.read());
        if bless && annotated != text {
            fs::write(&path, annotated).unwrap();
        } else if annotated != text {
            different.push(format!("{}, found:\n{annotated}", name(&path)));
        }
    }
    let repair = "`BLESS=1 cargo test -p bizkit-tests` writes what is found";
    assert!(different.is_empty(), "{repair}\n\n{}", different.join("\n"));
}

#[test]
fn every_fixture_shows_a_mistake_and_every_code_has_a_fixture() {
    let mut seen = BTreeSet::new();
    for path in fixtures("err") {
        let specs = Fixture::parse(&fs::read_to_string(&path).unwrap()).read();
        assert!(!specs.findings.is_empty(), "{} shows nothing", name(&path));
        seen.extend(specs.findings.iter().map(|finding| finding.code.name()));
    }
    let all: BTreeSet<&str> =
        Code::ALL.iter().filter(|code| !ELSEWHERE.contains(code)).map(|code| code.name()).collect();
    assert_eq!(all.difference(&seen).collect::<Vec<_>>(), Vec::<&&str>::new(), "codes without a fixture");
}

#[test]
fn every_error_says_what_to_write() {
    for path in fixtures("err") {
        let specs = Fixture::parse(&fs::read_to_string(&path).unwrap()).read();
        for finding in specs.findings.iter() {
            let message = &finding.message;
            assert!(!finding.help.is_empty(), "{}: `{message}` has no help", name(&path));
            let first = message.chars().next().unwrap();
            assert!(!message.ends_with('.') && !first.is_uppercase(), "{}: `{message}`", name(&path));
        }
    }
}

#[test]
fn what_is_no_mistake_is_not_found() {
    for path in fixtures("ok") {
        let fixture = Fixture::parse(&fs::read_to_string(&path).unwrap());
        let specs = fixture.read();
        assert!(specs.findings.is_empty(), "{}:\n{}", name(&path), fixture.annotated(&specs));
        assert!(specs.api().is_some());
    }
}

#[test]
fn equal_texts_give_equal_findings_in_the_order_of_the_files() {
    for path in fixtures("err") {
        let fixture = Fixture::parse(&fs::read_to_string(&path).unwrap());
        let (one, two) = (fixture.read(), fixture.read());
        assert_eq!(one.findings, two.findings, "{}", name(&path));
        let places: Vec<_> = one.findings.iter().map(|finding| finding.span).collect();
        assert!(places.is_sorted(), "{}: {places:?}", name(&path));
    }
}

#[test]
fn the_projects_own_specs_have_no_findings() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs");
    let specs = Specs::open(&folder, "specs");
    let findings = bizkit_spec::render::human(&specs.sources, &specs.findings, Colour::Never);
    assert!(specs.findings.is_empty(), "{findings}");
    assert!(specs.api().is_some_and(|api| !api.endpoints.is_empty()));
}
