//! The page of each finding keeps its word: its example is refused with the code, and what it says to
//! write instead is not.

use crate::support::fixture::Fixture;
use bizkit_cli::lint::lint;
use bizkit_spec::codes::Code;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What only a file on the disk, or one too large for a page, can be guilty of.
const ELSEWHERE: [Code; 3] = [Code::NOT_UTF8, Code::UNREADABLE, Code::TOO_LARGE];

const SECTIONS: [&str; 4] = ["What it does", "Why it is refused", "Example", "Use instead"];
const LINT_SECTIONS: [&str; 4] = ["What it does", "Why it matters", "Example", "Use instead"];

/// The headings of a page with what stands below each.
fn sections(page: &str) -> Vec<(&str, &str)> {
    page.split("## ").skip(1).filter_map(|section| section.split_once('\n')).collect()
}

/// The YAML blocks of a section, each a file whose first line names it.
fn fixture(code: Code, section: &str) -> Fixture {
    let blocks: Vec<&str> =
        section.split("```yaml\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    assert!(!blocks.is_empty(), "{code}: no example");
    let no_api = if code == Code::MISSING_FILE { "#= no-api\n" } else { "" };
    let files = blocks.iter().map(|block| {
        let file = block.strip_prefix("# ").unwrap_or_else(|| panic!("{code}: a block names no file"));
        format!("#= {file}")
    });
    Fixture::parse(&(no_api.to_owned() + &files.collect::<String>()))
}

#[test]
fn every_page_has_its_sections() {
    for code in Code::ALL.iter().chain(Code::LINTS) {
        let names: Vec<&str> = sections(code.explanation()).iter().map(|(name, _)| *name).collect();
        assert_eq!(names, if code.is_lint() { LINT_SECTIONS } else { SECTIONS }, "{code}");
        assert!(!code.title().ends_with('.') && !code.title().is_empty(), "{code}");
    }
}

#[test]
fn every_example_is_refused_with_its_code_and_its_correction_is_not() {
    for code in Code::ALL.iter().copied().filter(|code| !ELSEWHERE.contains(code)) {
        let sections = sections(code.explanation());
        let bad = fixture(code, sections[2].1);
        let specs = bad.read();
        let found = specs.findings.iter().any(|finding| finding.code == code);
        assert!(found, "{code} is not found in its example:\n{}", bad.annotated(&specs));
        let good = fixture(code, sections[3].1);
        let specs = good.read();
        assert!(specs.findings.is_empty(), "{code}:\n{}", good.annotated(&specs));
    }
}

#[test]
fn every_lint_finds_its_example_and_not_its_correction() {
    for code in Code::LINTS.iter().copied() {
        let sections = sections(code.explanation());
        let finds = |section: &str| {
            let fixture = fixture(code, section);
            let specs = fixture.read();
            let api = specs.api().unwrap_or_else(|| panic!("{code}:\n{}", fixture.annotated(&specs)));
            lint(api).iter().any(|finding| finding.code == code)
        };
        assert!(finds(sections[2].1), "{code} is not found in its example");
        assert!(!finds(sections[3].1), "{code} is found in its correction");
    }
}

#[test]
fn every_page_belongs_to_a_code() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../bizkit-spec/src/codes");
    let pages: BTreeSet<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let codes: BTreeSet<String> =
        Code::ALL.iter().chain(Code::LINTS).map(|code| code.name().to_owned()).collect();
    assert_eq!(pages, codes);
    assert_eq!(codes.len(), Code::ALL.len() + Code::LINTS.len(), "two codes have one name");
}
