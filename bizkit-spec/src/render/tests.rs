//! Findings as text, character by character.

use super::*;
use crate::codes::Code;
use crate::source::{FileId, Source, Span};

const CODE: Code = Code::DUPLICATE_KEY;

fn sources(texts: &[&str]) -> SourceMap {
    let mut sources = SourceMap::default();
    for (index, text) in texts.iter().enumerate() {
        let path = format!("specs/{}.yaml", char::from(b'a' + u8::try_from(index).unwrap()));
        sources.add(Source { path: path.clone(), relative: path, text: (*text).to_owned() });
    }
    sources
}

/// The place of the first `needle` in a file.
fn span(sources: &SourceMap, file: u32, needle: &str) -> Span {
    let start = sources.file(FileId(file)).text.find(needle).unwrap();
    Span::new(FileId(file), start..start + needle.len())
}

fn shows(sources: &SourceMap, finding: &Diagnostic, expected: &str) {
    let text = one(sources, finding, Colour::Never);
    assert_eq!(text, expected, "\n{text}");
}

#[test]
fn shows_the_line_and_what_to_write() {
    let sources = sources(&["a: 1\nb: { colour: red }\n"]);
    let finding = Diagnostic::error(CODE, span(&sources, 0, "colour"), "no key `colour`")
        .label("not known")
        .help("did you mean `color`?\nor nothing");
    shows(
        &sources,
        &finding,
        "error[duplicate-key]: no key `colour`\n --> specs/a.yaml:2:6\n  |\n2 | b: { colour: red }\n  |      ^^^^^^ not known\n  = help: did you mean `color`?\n          or nothing\n",
    );
}

#[test]
fn carets_stand_below_wide_multibyte_and_tabbed_text() {
    let sources = sources(&["\"příliš 漢字\":\tčáp\n"]);
    shows(
        &sources,
        &Diagnostic::error(CODE, span(&sources, 0, "čáp"), "m"),
        "error[duplicate-key]: m\n --> specs/a.yaml:1:14\n  |\n1 | \"příliš 漢字\":    čáp\n  |                   ^^^\n",
    );
    shows(
        &sources,
        &Diagnostic::error(CODE, span(&sources, 0, "漢字"), "m"),
        "error[duplicate-key]: m\n --> specs/a.yaml:1:9\n  |\n1 | \"příliš 漢字\":    čáp\n  |         ^^^^\n",
    );
}

#[test]
fn related_places_stand_in_one_drawing_in_the_order_of_the_lines() {
    let first = (1..=9).fold(String::from("top: 1\n"), |text, _| text + "#\n") + "end: 2\n";
    let sources = sources(&[&first, "other: 3\n"]);
    let finding = Diagnostic::error(CODE, span(&sources, 0, "end"), "m")
        .related(span(&sources, 0, "top"), "first here")
        .related(span(&sources, 1, "other"), "and here");
    shows(
        &sources,
        &finding,
        "error[duplicate-key]: m\n  --> specs/a.yaml:11:1\n   |\n 1 | top: 1\n   | --- first here\n...\n11 | end: 2\n   | ^^^\n  ::: specs/b.yaml:1:1\n   |\n 1 | other: 3\n   | ----- and here\n",
    );
}

#[test]
fn marks_of_one_line_share_it() {
    let sources = sources(&["{a: 1, a: 2}"]);
    let finding =
        Diagnostic::error(CODE, Span::new(FileId(0), 7..8), "m").related(span(&sources, 0, "a"), "first");
    shows(
        &sources,
        &finding,
        "error[duplicate-key]: m\n --> specs/a.yaml:1:8\n  |\n1 | {a: 1, a: 2}\n  |        ^\n  |  - first\n",
    );
}

#[test]
fn the_end_of_a_file_and_of_a_line_can_be_marked() {
    let sources = sources(&["a: [1", "b\r\n"]);
    shows(
        &sources,
        &Diagnostic::error(CODE, Span::new(FileId(0), 5..5), "m"),
        "error[duplicate-key]: m\n --> specs/a.yaml:1:6\n  |\n1 | a: [1\n  |      ^\n",
    );
    shows(
        &sources,
        &Diagnostic::error(CODE, Span::new(FileId(1), 3..9), "m"),
        "error[duplicate-key]: m\n --> specs/b.yaml:2:1\n  |\n2 |\n  | ^\n",
    );
}

#[test]
fn a_span_over_several_lines_marks_the_first() {
    let sources = sources(&["a: \"one\n  two\"\n"]);
    shows(
        &sources,
        &Diagnostic::error(CODE, Span::new(FileId(0), 3..14), "m"),
        "error[duplicate-key]: m\n --> specs/a.yaml:1:4\n  |\n1 | a: \"one\n  |    ^^^^\n",
    );
}

#[test]
fn a_very_long_line_is_cut_around_the_place() {
    let text = format!("{}needle{}", "x".repeat(10_000), "y".repeat(10_000));
    let sources = sources(&[&text]);
    let shown = one(&sources, &Diagnostic::error(CODE, span(&sources, 0, "needle"), "m"), Colour::Never);
    assert!(shown.lines().all(|line| line.chars().count() < 160), "{shown}");
    let lines: Vec<&str> = shown.lines().collect();
    assert_eq!(lines[3].find("needle"), lines[4].find("^^^^^^"));
}

#[test]
fn what_a_spec_says_cannot_steer_the_terminal() {
    let sources = sources(&["a: \u{202e}\u{9b}2J\n"]);
    let finding = Diagnostic::error(CODE, span(&sources, 0, "a"), "found `\u{1b}[2J`").help("\u{7}");
    let shown = human(&sources, &[finding].into_iter().collect(), Colour::Never);
    assert!(shown.chars().all(|c| c == '\n' || !visible::is_hidden(c)), "{shown:?}");
}

#[test]
fn colours_are_added_around_the_same_text() {
    let sources = sources(&["a: 1\n"]);
    let finding = Diagnostic::error(CODE, span(&sources, 0, "a"), "m").help("h");
    let plain = one(&sources, &finding, Colour::Never);
    let mut coloured = one(&sources, &finding, Colour::Always);
    assert!(coloured.starts_with("\u{1b}[1;31merror[duplicate-key]\u{1b}[0m"), "{coloured:?}");
    for sequence in ["1;31", "1;34", "1;36", "1", "0"] {
        coloured = coloured.replace(&format!("\u{1b}[{sequence}m"), "");
    }
    assert_eq!(coloured, plain);
}

#[test]
fn a_file_that_was_not_read_is_named_without_a_line() {
    let sources = sources(&[""]);
    shows(
        &sources,
        &Diagnostic::error(CODE, Span::new(FileId(0), 0..0), "m").help("h"),
        "error[duplicate-key]: m\n --> specs/a.yaml\n  = help: h\n",
    );
}

#[test]
fn the_compiler_gets_the_code_behind_the_message() {
    let sources = sources(&["a: 1\n"]);
    let finding = Diagnostic::error(CODE, span(&sources, 0, "a"), "m");
    assert_eq!(
        for_compiler(&sources, &finding),
        "m [duplicate-key]\n --> specs/a.yaml:1:1\n  |\n1 | a: 1\n  | ^"
    );
}

#[test]
fn json_names_every_part() {
    let sources = sources(&["ř: 1\nb: \"x\"\n"]);
    let finding = Diagnostic::error(CODE, span(&sources, 0, "\"x\""), "m")
        .related(span(&sources, 0, "ř"), "r")
        .help("h");
    assert_eq!(
        json(&sources, &[finding].into_iter().collect()),
        concat!(
            r#"{"code":"duplicate-key","severity":"error","message":"m","file":"specs/a.yaml","line":2,"column":4,"#,
            r#""endLine":2,"endColumn":7,"start":9,"end":12,"label":null,"help":["h"],"related":[{"file":"specs/a.yaml","#,
            r#""line":1,"column":1,"endLine":1,"endColumn":2,"start":0,"end":2,"message":"r"}]}"#,
            "\n"
        )
    );
}

#[test]
fn github_annotations_are_escaped() {
    let sources = sources(&["a: 1\n"]);
    let finding = Diagnostic::error(CODE, span(&sources, 0, "a"), "100 %: x").help("h");
    assert_eq!(
        github(&sources, &[finding].into_iter().collect()),
        "::error file=specs/a.yaml,line=1,col=1,endColumn=2,title=duplicate-key::100 %25: x%0Ahelp: h\n"
    );
}

#[test]
fn the_summary_counts_by_severity() {
    let place = Span::new(FileId(0), 0..0);
    let error = Diagnostic::error(CODE, place, "m");
    let warning = Diagnostic { severity: Severity::Warning, ..error.clone() };
    assert_eq!(summary(&Diagnostics::default()), "");
    assert_eq!(summary(&[error.clone()].into_iter().collect()), "1 error");
    assert_eq!(summary(&[error.clone(), error, warning].into_iter().collect()), "2 errors, 1 warning");
}
