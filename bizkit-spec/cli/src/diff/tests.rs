//! Each rule by example: an edit of `tests/base.yaml`, and what it must be taken for.

use super::{Change, Level, Rule, compare, compare_on_the_wire};
use bizkit_spec::model::Api;
use bizkit_spec::{Checked, Specs};
use std::collections::BTreeSet;
use std::fmt::Write;

mod rows;

const BASE: &str = include_str!("tests/base.yaml");

/// Texts with their paths, out of one text in which `#= path` begins a file.
fn read(text: &str) -> Specs {
    let files = text.split("#= ").skip(1).filter_map(|file| file.split_once('\n'));
    let specs = Specs::from_texts(files);
    let found: Vec<String> =
        specs.findings.iter().map(|one| format!("{}: {} {:?}", one.code, one.message, one.help)).collect();
    assert!(specs.api().is_some(), "{found:#?}");
    specs
}

fn between(old: &str, new: &str) -> Vec<Change> {
    compare(read(old).api().unwrap(), read(new).api().unwrap())
}

/// The base with some texts replaced; each must be there once.
fn edited(edits: &[(&str, &str)]) -> String {
    edits.iter().fold(BASE.to_owned(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "`{from}` does not stand there once");
        text.replacen(from, to, 1)
    })
}

/// One row: `level rule address` for each change that the edits make, and nothing else.
struct Row {
    /// Whether the base is the new one.
    back: bool,
    edits: &'static [(&'static str, &'static str)],
    expected: &'static [&'static str],
}

#[test]
fn every_edit_is_taken_for_what_it_is() {
    let mut wrong = String::new();
    let base = read(BASE);
    let base = base.api().unwrap();
    let document = |api: &Checked<Api>| crate::export::openapi::document(api, "1");
    let shown = document(base);
    for Row { back, edits, expected } in rows::ROWS {
        let other = read(&edited(edits));
        let other = other.api().unwrap();
        let changes = if *back { compare(other, base) } else { compare(base, other) };
        // The exported document holds every fact: what differs there is a change here, and the other way round.
        assert_ne!(document(other), shown, "{edits:?}");
        let found: Vec<String> =
            changes.iter().map(|one| format!("{} {} {}", one.level, one.rule, one.address)).collect();
        if found != *expected {
            let _ = writeln!(wrong, "{edits:?}\n  expected {expected:?}\n  found    {found:?}");
        }
        for change in &changes {
            let upper = change.message.starts_with(|c: char| c.is_ascii_uppercase())
                && !change.message.starts_with("JSON");
            assert!(
                !upper && !change.message.ends_with('.') && !change.message.is_empty(),
                "{}",
                change.message
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_rule_has_an_example() {
    let shown: BTreeSet<&str> =
        rows::ROWS.iter().flat_map(|row| row.expected).filter_map(|line| line.split(' ').nth(1)).collect();
    let all: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.name()).collect();
    assert_eq!(all.difference(&shown).collect::<Vec<_>>(), Vec::<&&str>::new(), "rules without an example");
    assert_eq!(all.len(), Rule::ALL.len(), "two rules have one name");
}

#[test]
fn nothing_changed_means_no_change() {
    assert_eq!(between(BASE, BASE), []);
    // Comments, order of files, style: not a fact.
    let other = BASE.replace("Unused: { type: string }", "# a comment\nUnused:\n  type: string");
    assert_eq!(between(BASE, &other), []);
    // Nor when somebody looked.
    let seen = |on: &str| {
        edited(&[
            ("path: /label", &format!("path: /label\nseen: {{ in: page, on: {on} }}")),
            (
                "Price: { type: decimal,",
                &format!("Price: {{ type: decimal, seen: {{ in: traffic, on: {on} }},"),
            ),
        ])
    };
    assert_eq!(between(BASE, &seen("2025-05")), []);
    assert_eq!(between(&seen("2025-05"), &seen("2026-11")), []);
}

#[test]
fn the_direction_decides() {
    let narrower = |from: &str, to: &str| between(BASE, &edited(&[(from, to)])).pop().unwrap();
    // Sent and never received; received and never sent.
    let sent = narrower("maximum: 10", "maximum: 5");
    let received = narrower("Price: { type: decimal, minimum: 0", "Price: { type: decimal, minimum: 1");
    assert_eq!((sent.rule, sent.level), (Rule::NARROWED, Level::Breaking));
    assert_eq!((received.rule, received.level), (Rule::NARROWED, Level::Cosmetic));
    let sent = narrower("Red. }", "Red., green: Green. }");
    let received = narrower("It is open. }", "It is open., lost: It is lost. }");
    assert_eq!((sent.rule, received.rule), (Rule::VALUE_ADDED, Rule::RESPONSE_VALUE_ADDED));
}

#[test]
fn paths_of_rust_are_told() {
    for (from, to, expected) in [
        (
            "  wish: Wish",
            "  wish: { type: Wish, required: true }",
            "`shop::Order::new` takes `wish: types::Wish`",
        ),
        ("  choice: Choice\n", "", "`shop::Order::choice` is gone"),
        (
            "state: State",
            "state: { type: State, required: true }",
            "`types::Line::state` is `types::State`, and was `Option<types::State>`",
        ),
        ("  code: { type: Code, required: true }\n", "", "`shop::Order::new(code)` is gone"),
        (
            "sum: integer",
            "sum: { type: integer, name: total }",
            "`shop::ListResponse::sum` is `shop::ListResponse::total`",
        ),
        (
            "open: It is open.",
            "open: { name: Pending, description: It is open. }",
            "`types::State::Open` is `types::State::Pending`",
        ),
    ] {
        let changes = between(BASE, &edited(&[(from, to)]));
        let told: Vec<&String> = changes.iter().flat_map(|change| &change.rust).collect();
        assert!(told.iter().any(|line| line.as_str() == expected), "{expected}: {told:#?}");
    }
}

#[test]
fn names_of_rust_do_not_show_on_the_wire() {
    let other = BASE
        .replace("Person", "Human")
        .replace("name: store", "name: where_at")
        .replace("title: Outcome", "title: Result")
        .replace("#= shop/order.yaml", "#= shop/buy.yaml");
    let specs = (read(BASE), read(&other));
    let (old, new) = (specs.0.api().unwrap(), specs.1.api().unwrap());
    assert_eq!(compare_on_the_wire(old, new), []);
    assert!(!compare(old, new).is_empty());
    let narrower = read(&other.replace("maxLength: 100", "maxLength: 50"));
    let changes = compare_on_the_wire(old, narrower.api().unwrap());
    let addresses: Vec<&str> = changes.iter().map(|change| change.address.as_str()).collect();
    assert_eq!(addresses, ["shop/buy.body.person.email.maxLength"]);
}

#[test]
fn the_page_of_rules_is_up_to_date() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/diff/rules.md");
    let table = super::report::rules();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, &table).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap().replace("\r\n", "\n");
    assert!(written == table, "run `BLESS=1 cargo test -p bizkit-spec --lib diff`");
}
