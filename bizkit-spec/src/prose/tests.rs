//! Hostile texts to what is left of them: nothing but text.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use crate::visible::is_hidden;
use powers::powers;
use pulldown_cmark::{Event, Options, Parser};

#[path = "../../../tests/fixtures/powers.rs"]
mod powers;

/// Texts that went wrong somewhere, and their kin.
fn hostile() -> Vec<String> {
    serde_json::from_str(include_str!("../../../tests/fixtures/hostile.json")).unwrap()
}

/// Letters and digits that a reader sees.
fn seen(markdown: &str) -> String {
    let mut out = String::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        if let Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) = event {
            out.extend(text.chars().filter(|c| c.is_alphanumeric()));
        }
    }
    out
}

#[track_caller]
fn is_harmless(text: &str) {
    for (what, made) in [
        ("blocks", blocks(text)),
        ("sentence", sentence(text)),
        ("inline", inline(text)),
        ("an item", format!("- `x`: {}", inline(text))),
        ("a heading", format!("# {}", inline(text))),
        ("code", code(text)),
        ("a block", fence("text", text)),
        ("an address", address(text)),
        ("a link", format!("{} {}", link("x", text), link("x", &format!("https://a.example/{text}")))),
        ("a cell", format!("| a | b |\n|---|---|\n| {} | {} |", cell(&inline(text)), cell(&code(text)))),
    ] {
        assert_eq!(powers(&made), [""; 0], "{what} of {text:?}:\n{made}");
    }
    assert!(!inline(text).contains('\n') && !code(text).contains('\n'), "{text:?}");
    assert_eq!(seen(&blocks(&blocks(text))), seen(&blocks(text)), "{text:?} changes when it is read again");
}

#[test]
fn no_hostile_text_can_do_anything() {
    for text in hostile() {
        is_harmless(&text);
    }
}

#[test]
fn no_two_hostile_texts_can_do_anything_together() {
    let all = hostile();
    for first in &all {
        for second in all.iter().filter(|second| second.len() < 20) {
            for between in ["", "\n\n"] {
                let text = format!("{first}{between}{second}");
                assert_eq!(powers(&blocks(&text)), [""; 0], "{text:?}:\n{}", blocks(&text));
                assert_eq!(
                    powers(&format!("| a |\n|---|\n| {} |", cell(&inline(&text)))),
                    [""; 0],
                    "{text:?}"
                );
            }
        }
    }
}

#[test]
fn no_mixture_of_signs_can_do_anything() {
    const SIGNS: [&str; 40] = [
        "a",
        "b1",
        " ",
        "  ",
        "    ",
        "\t",
        "\n",
        "\n\n",
        "`",
        "``",
        "```",
        "~~~",
        "*",
        "**",
        "_",
        "[",
        "]",
        "(",
        ")",
        "](https://a.example)",
        "](x)",
        "<",
        ">",
        "<b>",
        "&#32;",
        "&#9;",
        "&#10;",
        "&amp;",
        "\\",
        "|",
        "-",
        "- ",
        "1. ",
        "+ ",
        "> ",
        "#",
        "---",
        "===",
        ":",
        "https://b.example/_c*",
    ];
    let mut state = 7_u64;
    for _ in 0..3_000 {
        let mut text = String::new();
        for _ in 0..12 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(SIGNS[usize::try_from(state >> 33).unwrap() % SIGNS.len()]);
        }
        let made = blocks(&text);
        assert_eq!(powers(&made), [""; 0], "{text:?}:\n{made}");
        assert_eq!(powers(&inline(&text)), [""; 0], "{text:?}");
        let row = format!("| a | b |\n|---|---|\n| {} | {} |", cell(&inline(&text)), cell(&code(&text)));
        assert_eq!(powers(&row), [""; 0], "{text:?}");
        assert_eq!(row.lines().count(), 3, "{text:?}");
        assert_eq!(seen(&made), seen(&text), "{text:?}:\n{made}");
    }
}

#[track_caller]
fn check(text: &str, made: &str) {
    assert_eq!(blocks(text), made);
}

#[test]
fn what_descriptions_are_written_with_stays() {
    check("One *word*, **two** and `code`.", "One *word*, **two** and `code`.");
    check("One\nline\n\nTwo", "One\nline\n\nTwo");
    check(
        "Either:\n\n- one `a`\n- two\n  - three\n\nor not",
        "Either:\n\n- one `a`\n- two\n\n  - three\n\nor not",
    );
    check("3. three\n4. four", "3. three\n4. four");
    check("> a\n> b", "> a\n> b");
    check("| a | b |\n|---|---|\n| `c` | d |", "| a | b |\n|---|---|\n| `c` | d |");
    check("# Title\n\ntext", "**Title**\n\ntext");
    check("snake_case and 2 > 1", "snake_case and 2 > 1");
}

#[test]
fn code_keeps_a_language_that_nobody_compiles() {
    check("```json\n{\"a\": [1]}\n```", "```json\n{\"a\": [1]}\n```");
    for info in ["", "rust", "edition2021", "should_panic", "json,rust", "{.rust}", "text,rust"] {
        let word = if info.starts_with("json") { "json" } else { "text" };
        check(&format!("```{info}\nlet x;\n```"), &format!("```{word}\nlet x;\n```"));
        check(&format!("~~~{info}\nlet x;\n~~~"), &format!("```{word}\nlet x;\n```"));
    }
    check("text\n\n\tindented", "text\n\n```text\nindented\n```");
    check("-     indented", "- ```text\n  indented\n  ```");
    check("````\n```\n````", "````text\n```\n````");
}

#[test]
fn brackets_and_tags_are_text() {
    check("takes [a thing] and <b>", "takes \\[a thing\\] and \\<b>");
    check("`[a]` and `<b>` are code", "`[a]` and `<b>` are code");
    check("an odd ` tick", "an odd \\` tick");
    check("[not a link](here)", "not a link");
}

#[test]
fn links_to_the_web_stay_links_and_bare_addresses_become_some() {
    check("[help](https://a.example/x)", "[help](https://a.example/x)");
    check("[help](https://a.example/(x))", "[help](https://a.example/%28x%29)");
    check("see https://a.example/x_y.", "see <https://a.example/x_y>.");
    check("see <https://a.example/x>", "see <https://a.example/x>");
    check("(http://a.example)", "(<http://a.example>)");
    check("![a picture](https://a.example/x.png)", "[a picture](https://a.example/x.png)");
}

#[test]
fn a_last_paragraph_ends_with_a_full_stop() {
    for (text, made) in [
        ("Read one thing", "Read one thing."),
        ("Read one thing.", "Read one thing."),
        ("Which one?", "Which one?"),
        ("see https://a.example", "see <https://a.example>"),
        ("the `code`", "the `code`."),
        ("```\ncode\n```", "```text\ncode\n```"),
        ("Either\n- one\n- two", "Either\n\n- one\n- two"),
    ] {
        assert_eq!(sentence(text), made);
    }
}

#[test]
fn code_and_cells_hold_whatever_there_is() {
    for (text, made) in [
        ("a", "`a`"),
        ("a`b", "``a`b``"),
        ("`", "`` ` ``"),
        (" ", "` `"),
        (" a ", "`  a  `"),
        ("a\nb", "`a␊b`"),
        ("a|b", "`a|b`"),
        ("a\\|b", "a\\\\\\|b"),
        ("::1", "`::1`"),
    ] {
        assert_eq!(code(text), made);
    }
    assert_eq!(cell("`a|b` c\\|d\ne"), "`a\\|b` c\\|d e");
}

#[test]
fn deep_quotes_take_no_more_than_a_few_marks() {
    let made = blocks(&format!("{}deep\nlazy\nlazy", "> ".repeat(5000)));
    assert_eq!(made.lines().map(|line| line.matches('>').count()).max(), Some(8), "{made}");
}
