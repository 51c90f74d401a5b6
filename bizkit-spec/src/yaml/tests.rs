//! Texts of all sorts, right and wrong, to nodes and findings.

use super::*;
use crate::source::{Source, SourceMap};

/// The nodes in compact JSON, then each finding as `line:column code`.
fn read(text: &str) -> (String, Vec<String>) {
    let mut sources = SourceMap::default();
    let file = sources.add(Source { path: "a.yaml".into(), relative: "a.yaml".into(), text: text.into() });
    let mut findings = Diagnostics::default();
    let node = parse(file, text, &mut findings);
    findings.sort();
    let place = |diagnostic: &Diagnostic| {
        let at = sources.line_column(diagnostic.span);
        format!("{}:{} {}", at.line, at.column, diagnostic.code)
    };
    (
        node.map_or("nothing".to_owned(), |node| node.to_json().to_string()),
        findings.iter().map(place).collect(),
    )
}

fn check(text: &str, json: &str) {
    assert_eq!(read(text), (json.to_owned(), vec![]), "{text}");
}

fn refuses(text: &str, findings: &[&str]) {
    assert_eq!(read(text).1, findings, "{text}");
}

#[test]
fn reads_block_and_flow_style() {
    check(
        "a: 1\nb: [x, {c: true}, null]\nd:\n  - e: ~\n",
        r#"{"a":1,"b":["x",{"c":true},null],"d":[{"e":null}]}"#,
    );
    check("{}", "{}");
    check("", "null");
    check("# only a comment\n", "null");
}

#[test]
fn keeps_the_text_of_numbers() {
    check("[1250.50, 1e3, -0, 12345678901234567890123]", "[1250.50,1e3,-0,12345678901234567890123]");
    check("a: 110.00 # money\n", r#"{"a":110.00}"#);
    check("{200: {type: json}}", r#"{"200":{"type":"json"}}"#);
}

#[test]
fn texts_stay_texts() {
    check(
        "[no, 'yes', \"1\", 010, +420 777123456, 1.1.1.1]",
        r#"["no","yes","1","010","+420 777123456","1.1.1.1"]"#,
    );
    check("a: |\n  two\n  lines\nb: >-\n  one\n  line\n", r#"{"a":"two\nlines\n","b":"one line"}"#);
}

#[test]
fn line_ends_and_marks_do_not_move_places() {
    check("\u{feff}a: 1\r\nb: 2\r\n", r#"{"a":1,"b":2}"#);
    refuses("\u{feff}a: 1\r\na: 2\r\n", &["2:1 duplicate-key"]);
    refuses("ř: 1\n\"ř\": 2", &["2:1 duplicate-key"]);
}

#[test]
fn duplicate_and_merge_keys_are_refused_everywhere() {
    refuses("a: {b: 1, b: 2}\nc:\n  - d: 1\n    d: 2\n", &["1:11 duplicate-key", "4:5 duplicate-key"]);
    refuses("a: {<<: {b: 1}}", &["1:5 merge-key"]);
}

#[test]
fn anchors_aliases_and_tags_are_refused_where_they_stand() {
    refuses("a: &x 1\nb: *x\n", &["1:4 anchor", "2:4 anchor"]);
    refuses("a: &x {}\n", &["1:4 anchor"]);
    assert!(read("a: !foo 1\n").1.contains(&"1:4 tag".to_owned()));
}

#[test]
fn several_documents_are_refused() {
    refuses("---\na: 1\n", &[]);
    refuses("a: 1\n---\nb: 2\n", &["2:1 several-documents"]);
}

#[test]
fn numbers_that_json_cannot_spell_are_refused() {
    refuses("a: 0x10\nb: .5\nc: .inf\n", &["1:4 bad-number", "2:4 bad-number", "3:4 bad-number"]);
}

#[test]
fn broken_yaml_is_a_finding_with_a_place() {
    for text in ["a: [1, 2\n", "a: b: c\n", "a: \"x\n", "\ta: 1\n", "a: @x\n", "- a\nb: 1\n", "a: \u{0}\n"] {
        let (_, findings) = read(text);
        assert!(findings.iter().any(|finding| finding.contains("yaml-syntax")), "{text:?}: {findings:?}");
    }
    refuses("a: 1\n\tb: 2\n", &["2:1 yaml-syntax"]);
}

#[test]
fn size_and_depth_are_bounded() {
    refuses(&"a".repeat(MAX_BYTES + 1), &["1:1 too-large"]);
    let deep = format!("{}{}", "[".repeat(1000), "]".repeat(1000));
    assert!(read(&deep).1[0].ends_with("too-deep"), "{:?}", read(&deep).1);
    let fine = format!("{}{}", "[".repeat(60), "]".repeat(60));
    refuses(&fine, &[]);
    let bomb = "a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: &d [*c, *c, *c, *c]\ne: &e [*d, *d, *d, *d]\n";
    let (_, findings) = read(bomb);
    assert!(findings.iter().all(|finding| finding.ends_with("anchor")) && !findings.is_empty());
}
