//! The reader against `serde_json`, on seeded random documents, whole, cut and damaged: the same verdict, the
//! same value; but for a byte that is no UTF-8 and half of a surrogate pair, which are `U+FFFD` here.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use super::*;
use crate::Json;
use crate::schema::rules::PLAIN;

/// A small generator of random numbers (SplitMix64): the same documents in every run.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut value = self.0;
        value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((value ^ (value >> 31)) % bound as u64).unwrap()
    }

    pub(crate) fn pick<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }

    fn space(&mut self, out: &mut String) {
        out.push_str(self.pick(&["", "", "", " ", "\n", "\t\r "]));
    }

    fn string(&mut self, out: &mut String) {
        out.push('"');
        for _ in 0..self.below(12) {
            out.push_str(self.pick(&[
                "a",
                "key",
                "ř",
                "🦀",
                " ",
                "\\n",
                "\\\"",
                "\\\\",
                "\\/",
                "\\u0041",
                "\\ud83e\\udd80",
                "\\ud83e",
                "\\udd80",
                "\\u0000",
                "12345678",
                "\u{7f}",
            ]));
        }
        out.push('"');
    }

    fn value(&mut self, depth: usize, out: &mut String) {
        self.space(out);
        match self.below(if depth == 0 { 6 } else { 9 }) {
            0 => out.push_str(self.pick(&["null", "true", "false"])),
            1 => {
                out.push_str(self.pick(&["0", "-0", "7", "-12", "9007199254740993", "18446744073709551615"]));
            }
            2 => out.push_str(self.pick(&[
                "0.5",
                "-1.25e3",
                "1E+2",
                "1e-9",
                "12.340",
                "123456789012345678901",
            ])),
            3..6 => self.string(out),
            6 => {
                out.push('[');
                for index in 0..self.below(4) {
                    out.push_str(if index > 0 { "," } else { "" });
                    self.value(depth - 1, out);
                }
                out.push(']');
            }
            _ => {
                out.push('{');
                for index in 0..self.below(4) {
                    out.push_str(if index > 0 { "," } else { "" });
                    self.space(out);
                    self.string(out);
                    self.space(out);
                    out.push(':');
                    self.value(depth - 1, out);
                }
                out.push('}');
            }
        }
        self.space(out);
    }

    /// Cuts the text, or changes, adds or removes some of its bytes.
    fn damage(&mut self, text: &mut Vec<u8>) {
        const BYTES: &[u8] = b"{}[]:,\"\\ 0123456789.eE+-truefalsn\x00\x1f\x7f\x80\xff\xc3u";
        for _ in 0..=self.below(3) {
            if text.is_empty() {
                return;
            }
            let at = self.below(text.len());
            match self.below(4) {
                0 => text.truncate(at),
                1 => drop(text.remove(at)),
                2 => text.insert(at, BYTES[self.below(BYTES.len())]),
                _ => text[at] = BYTES[self.below(BYTES.len())],
            }
        }
    }
}

fn skip(reader: &mut Reader<'_>) -> Result<(), DecodeError> {
    reader.skip()
}

fn compare(body: &[u8]) -> bool {
    let shown = String::from_utf8_lossy(body);
    // What is only looked past may hold half of a pair there, too.
    let verdict = serde_json::from_str::<serde::de::IgnoredAny>(&shown);
    let skipped = read_slice(body, skip);
    match (from_slice::<Json>(body, &PLAIN), verdict) {
        (Ok(ours), Ok(_)) => {
            if let Ok(theirs) = serde_json::from_str::<serde_json::Value>(&shown) {
                // Through text again, so that numbers are compared as `serde_json` has them.
                let again: serde_json::Value = serde_json::from_str(&ours.to_string()).unwrap();
                assert_eq!(again, theirs, "{shown}");
            }
            assert!(skipped.is_ok(), "{shown}");
            true
        }
        (Ok(ours), Err(error)) => panic!("{shown}: read {ours}, but {error}"),
        (Err(error), Ok(_)) => panic!("{shown}: {error}"),
        (Err(error), Err(_)) => {
            assert!(skipped.is_err(), "{shown}");
            assert!(error.offset() <= shown.len(), "{shown}: {error}");
            false
        }
    }
}

#[test]
fn reads_and_refuses_the_same_texts_as_serde_json() {
    let mut random = Random(2026);
    let (mut good, mut bad) = (0, 0);
    for _ in 0..20_000 {
        let mut text = String::new();
        random.value(4, &mut text);
        assert!(compare(text.as_bytes()), "{text}");
        let mut body = text.into_bytes();
        random.damage(&mut body);
        *(if compare(&body) { &mut good } else { &mut bad }) += 1;
    }
    assert!(good > 1000 && bad > 1000, "the damage is too weak or too strong: {good} good, {bad} bad");
}

#[test]
fn every_truncation_of_a_document_is_refused() {
    let text = r#" {"a":[1.5e+3,-0,"\u0041\ud83e\udd80",{"b":null}],"c":true,"d":{"e":false}} "#;
    let end = text.trim_end().len();
    for cut in 0..text.len() {
        assert_eq!(compare(&text.as_bytes()[..cut]), cut >= end, "{}", &text[..cut]);
    }
}
