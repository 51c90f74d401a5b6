//! Which program a pattern becomes.

use crate::pattern::{AsciiSet, Dfa, Line, LineItem, Pattern, Program};

fn line(source: &str) -> Option<Line> {
    match Pattern::parse(source).unwrap().compile().unwrap() {
        Program::Line(line) => Some(line),
        Program::Dfa(_) => None,
    }
}

fn dfa(source: &str) -> Dfa {
    match Pattern::parse(source).unwrap().compile().unwrap() {
        Program::Line(line) => panic!("{source} became {line:?}"),
        Program::Dfa(dfa) => dfa,
    }
}

fn set(bytes: impl IntoIterator<Item = u8>) -> AsciiSet {
    AsciiSet(bytes.into_iter().fold(0, |set, byte| set | 1 << byte))
}

fn literals(texts: &[&str]) -> LineItem {
    LineItem::Literals(texts.iter().map(|text| text.as_bytes().to_vec()).collect())
}

#[test]
fn the_pattern_of_the_api_key_is_a_line_of_two_items() {
    let expected = Line {
        items: vec![
            literals(&["DEV_", "PROD", "ROOT"]),
            LineItem::Class { class: 0, min: 28, max: Some(28) },
        ],
        classes: vec![set((b'0'..=b'9').chain(b'A'..=b'Z').chain(b'a'..=b'z'))],
        min_len: 32,
        max_len: Some(32),
    };
    assert_eq!(line("^(PROD|DEV_|ROOT)[A-Za-z0-9]{28}$").unwrap(), expected);
}

#[test]
fn neighbours_are_joined_and_fixed_repetitions_written_out() {
    let uuid = line("^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$").unwrap();
    assert_eq!((uuid.items.len(), uuid.classes.len(), uuid.min_len, uuid.max_len), (9, 1, 36, Some(36)));
    let joined = line("^ř(?:ab){2}c[xy](?:x|y)(?:y|x)*$").unwrap();
    let run = LineItem::Class { class: 0, min: 2, max: None };
    assert_eq!(joined.items, [literals(&["řababc"]), run]);
    assert_eq!((joined.min_len, joined.max_len), (9, None));
    assert_eq!(line("^$").unwrap().items, []);
}

#[test]
fn one_table_tells_the_classes_apart() {
    let line = line(r"^[ab]\d[bc]$").unwrap();
    let table = line.table();
    let entries = [b'a', b'b', b'c', b'5', b'd', 0xC5].map(|byte| table[usize::from(byte)]);
    assert_eq!(entries, [0b001, 0b101, 0b100, 0b010, 0, 0]);
}

#[test]
fn only_the_last_item_of_a_line_varies() {
    assert!(line("^a[bc]{2,5}$").is_some());
    for source in ["^[bc]{2,5}a$", "^a?$|b", "a", "^a", "^(?:ab|c)$", "^[^a]$", "^(?:ab)+$", r"^a\b$"] {
        assert_eq!(line(source), None, "{source}");
    }
}

#[test]
fn tables_are_minimal() {
    // Dead, before, inside and behind.
    assert_eq!(dfa("^a+b?$").accept, [false, false, true, true]);
    // Both branches are the same.
    assert_eq!(dfa("^(?:ab*c|xb*c)$").accept.len(), 4);
    let email = dfa(r"^[^\s@]+@[^\s@]+\.[^\s@]+$");
    assert!(
        email.accept.len() < 48 && email.class_count < 24,
        "{} x {}",
        email.accept.len(),
        email.class_count
    );
}

#[test]
fn a_table_knows_its_lengths_and_where_it_is_sure() {
    let open = dfa("b");
    assert_eq!((open.min_len, open.max_len), (1, None));
    let sure = usize::from(open.sure.unwrap());
    assert_eq!(open.transitions[sure..sure + open.class_count], vec![open.sure.unwrap(); open.class_count]);
    let closed = dfa("^(?:ab|cdř)?$");
    assert_eq!((closed.min_len, closed.max_len, closed.sure), (0, Some(4), None));
    assert_eq!(dfa("").start, dfa("").sure.unwrap());
}

#[test]
fn compiling_twice_gives_the_same_program() {
    for source in [r"^\S+@\S+\.[a-z]{2,}$", r"\b(?:a|b|ř)+\b", "^.{1,20}$"] {
        let compile = || Pattern::parse(source).unwrap().compile().unwrap();
        assert_eq!(compile(), compile());
    }
}
