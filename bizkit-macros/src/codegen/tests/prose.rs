//! Texts of a spec in the documentation of generated code.

use crate::codegen::docs::{prose, sentence};

#[track_caller]
fn check(spec: &str, rustdoc: &str) {
    assert_eq!(prose(spec), rustdoc);
}

#[test]
fn brackets_and_tags_are_text() {
    check("takes [a thing] and <b>", "takes \\[a thing] and \\<b>");
    check("`[a]` and `<b>` are code", "`[a]` and `<b>` are code");
    check("an odd ` tick", "an odd \\` tick");
}

#[test]
fn links_stay_links_and_bare_addresses_become_some() {
    check("[help](https://a.example/x)", "[help](https://a.example/x)");
    check("see https://a.example/x.", "see <https://a.example/x>.");
    check("see <https://a.example/x>", "see <https://a.example/x>");
    check("(http://a.example)", "(<http://a.example>)");
    check("[not a link](here)", "\\[not a link](here)");
}

#[test]
fn no_block_of_a_spec_becomes_a_doctest() {
    check("```\nlet x;\n```", "```text\nlet x;\n```");
    check("```rust\nlet x;\n```", "```text\nlet x;\n```");
    check("```json\n{\"a\": [1]}\n```", "```json\n{\"a\": [1]}\n```");
    check("text\n\n        indented", "text\n\n   indented");
}

#[test]
fn a_line_ends_with_a_full_stop() {
    assert_eq!(sentence("Read one thing"), "Read one thing.");
    assert_eq!(sentence("Read one thing."), "Read one thing.");
    assert_eq!(sentence("Which one?"), "Which one?");
    assert_eq!(sentence("see https://a.example"), "see <https://a.example>");
    assert_eq!(sentence("```\ncode\n```"), "```text\ncode\n```");
}
