//! Patterns through both matchers; what is refused, where, and with what advice.

#![allow(clippy::unwrap_used, reason = "a panic is a failed test")]

mod agreement;
mod programs;
mod refused;

use super::*;

/// Reads a program as its documentation says that generated code does.
fn run(program: &Program, text: &str) -> bool {
    let bytes = text.as_bytes();
    let fits =
        |min: usize, max: Option<usize>| min <= bytes.len() && max.is_none_or(|max| bytes.len() <= max);
    match program {
        Program::Line(line) => fits(line.min_len, line.max_len) && run_line(line, bytes),
        Program::Dfa(dfa) => {
            let accepted = run_dfa(dfa, bytes);
            assert!(
                !accepted || fits(dfa.min_len, dfa.max_len),
                "{text:?} is accepted outside of the lengths"
            );
            accepted
        }
    }
}

fn run_line(line: &Line, bytes: &[u8]) -> bool {
    let table = line.table();
    let mut at = 0;
    for item in &line.items {
        match item {
            LineItem::Literals(texts) => {
                let length = texts[0].len();
                if !texts.iter().any(|text| text[..] == bytes[at..at + length]) {
                    return false;
                }
                at += length;
            }
            LineItem::Class { class, min, max } => {
                let end = if Some(*min) == *max { at + min } else { bytes.len() };
                if !bytes[at..end].iter().all(|byte| table[usize::from(*byte)] & 1 << class != 0) {
                    return false;
                }
                at = end;
            }
        }
    }
    assert_eq!(at, bytes.len(), "the lengths of {line:?} and its items disagree");
    true
}

fn run_dfa(dfa: &Dfa, bytes: &[u8]) -> bool {
    let mut state = dfa.start;
    for byte in bytes {
        state = dfa.transitions[usize::from(state) + usize::from(dfa.classes[usize::from(*byte)])];
        if state == 0 {
            return false;
        }
        if Some(state) == dfa.sure {
            return true;
        }
    }
    dfa.accept[usize::from(state) / dfa.class_count]
}

/// Both matchers accept these texts, and refuse those.
fn check(pattern: &str, accepted: &[&str], refused: &[&str]) {
    let pattern = Pattern::parse(pattern).unwrap();
    let program = pattern.compile().unwrap();
    for (texts, expected) in [(accepted, true), (refused, false)] {
        for text in texts {
            assert_eq!(pattern.is_match(text), expected, "{pattern:?} on {text:?}");
            assert_eq!(run(&program, text), expected, "the program of {pattern:?} on {text:?}");
        }
    }
}

#[test]
fn a_pattern_matches_anywhere_unless_it_is_anchored() {
    check("b", &["b", "abc", "řbř"], &["", "a", "ř"]);
    check("^b", &["b", "bc"], &["ab", ""]);
    check("b$", &["b", "ab"], &["bc", ""]);
    check("^b$", &["b"], &["ab", "bc", "bb"]);
    check("^a|b$", &["ax", "xb"], &["xa", "bx"]);
    check("", &["", "a"], &[]);
    check("^$", &[""], &["a", "\n"]);
    check("^a$|^", &["", "b"], &[]);
}

#[test]
fn anchors_mean_the_ends_of_the_text_and_not_of_a_line() {
    check("^a$", &["a"], &["a\n", "\na", "b\na"]);
    check(".", &["a", "ř", "\u{85}"], &["\n", "\r", "\u{2028}", "\u{2029}", ""]);
}

#[test]
fn classes_are_those_of_ecma_262() {
    check(r"^\d$", &["0", "9"], &["a", "\u{663}", "²"]);
    check(r"^\w$", &["a", "Z", "_", "5"], &["ř", "-", "\u{17F}"]);
    let spaces = [" ", "\t", "\u{B}", "\u{A0}", "\u{FEFF}", "\u{2028}", "\u{3000}", "\u{1680}", "\u{200A}"];
    check(r"^\s$", &spaces, &["\u{85}", "\u{180E}", "\u{200B}", "a"]);
    check(r"^\S$", &["\u{85}", "\u{200B}", "a", "😀"], &spaces);
    check(r"^[^\s@]$", &["a", "ř"], &["@", " ", "\u{A0}"]);
    check(r"^[\w.-]$", &["a", ".", "-"], &["+"]);
    check(r"^[-a]$", &["-", "a"], &["b"]);
    check(r"^[a\]b]$", &["a", "]"], &["\\"]);
    check(r"^[\b]$", &["\u{8}"], &["b"]);
    check(r"^[.*+?(){}|^$/]$", &[".", "*", "(", "{", "|", "^", "$", "/"], &["a"]);
}

#[test]
fn escapes_stand_for_one_code_point() {
    check(r"^\x41\u0159\u{1F600}$", &["Ař😀"], &["A"]);
    check(r"^\uD83D\uDE00$", &["😀"], &[""]);
    check(r"^[\uD83D\uDE00-\u{1F602}]$", &["😀", "😁", "😂"], &["😃"]);
    check(r"^\t\n\v\f\r\0$", &["\t\n\u{B}\u{C}\r\0"], &["tnvfr0"]);
    check(r"^\^\$\\\.\*\+\?\(\)\[\]\{\}\|\/\-$", &[r"^$\.*+?()[]{}|/-"], &[]);
}

#[test]
fn matching_counts_code_points() {
    check("^.{2}$", &["ab", "řš", "😀a"], &["a", "😀", "abc"]);
    check("^[^a]{1,2}$", &["b", "😀😀", "ř"], &["", "a", "😀😀😀"]);
    check("^[à-ž]+$", &["řžà"], &["a", "", "ſ"]);
    check("[\u{D000}-\u{F000}]", &["\u{D7FF}", "\u{E000}"], &["\u{CFFF}", "\u{F001}"]);
}

#[test]
fn repetition_has_every_form() {
    check("^a{2}b{1,}c{0,2}d?e*f+$", &["aabf", "aabbccdeeff"], &["abf", "aaf", "aabcccf", "aabddf", "aab"]);
    check("^(?:ab){2,3}?$", &["abab", "ababab"], &["ab", "abababab"]);
    check("^(a*)*$", &["", "aaa"], &["b"]);
    check("^(?:a|b*)+c$", &["c", "abbac"], &["ab"]);
    check("^a{0}b$", &["b"], &["ab"]);
    check("^(?<word>a+)(b)?$", &["a", "aab"], &["b"]);
    check("^(?:|a|bc)d$", &["d", "ad", "bcd"], &["bd"]);
}

#[test]
fn word_boundaries_look_at_both_sides() {
    check(r"\bcat\b", &["cat", "a cat.", "ř cat", "řcatř"], &["cats", "_cat", "ca"]);
    check(r"\B", &["", "ab", "řř", " "], &["a"]);
    check(r"^\B.\B$", &["ř", "-"], &["a"]);
    check(r"é\B", &["é", "éé"], &["éa", "e"]);
    check(r"a\b.\bb", &["a-b", "ařb"], &["acb"]);
}

#[test]
fn patterns_are_equal_when_their_sources_are() {
    let [a, b, c] = ["[ab]", "[ab]", "[ba]"].map(|source| Pattern::parse(source).unwrap());
    assert_eq!(a, b);
    assert_ne!(a, c);
    assert_eq!(format!("{a:?}"), r#"Pattern("[ab]")"#);
}
