//! Marked secrets, written by seeded random writers into random texts and documents: nothing of them is left, and a
//! document can still be read.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::fmt::Write;

use super::*;
use crate::value::decode::fuzz::Random;

/// Its letters stand nowhere else.
const MARK: &str = "Zqž7";

const TURNS: usize = 20_000;

const PIECES: [&str; 22] = [
    "a", "B", " ", "\u{a0}", "\t", "\n", "\"", "'", "\\", "/", "&", "<", "%", "%41", "&amp;", "\\n",
    "\\u0041", "+", "ř", "🔑", "&#", "0",
];

fn text(random: &mut Random, longest: usize) -> String {
    (0..random.below(longest)).map(|_| random.pick(&PIECES)).collect()
}

/// A letter as one of eight writers escapes it; some escape only what they must.
fn spelled(letter: char, writer: usize) -> String {
    let mut out = String::new();
    let units = |out: &mut String, lower: bool| {
        for unit in letter.encode_utf16(&mut [0; 2]) {
            if lower { write!(out, "\\u{unit:04x}") } else { write!(out, "\\u{unit:04X}") }.unwrap();
        }
    };
    match writer {
        _ if letter.is_ascii_alphanumeric() && writer.is_multiple_of(2) => out.push(letter),
        0 | 1 => units(&mut out, true),
        2 | 3 => units(&mut out, false),
        4 | 5 => letter.to_string().bytes().for_each(|byte| write!(out, "%{byte:02X}").unwrap()),
        6 | 7 => write!(out, "&#{};", u32::from(letter)).unwrap(),
        8 | 9 => write!(out, "&#x{:X};", u32::from(letter)).unwrap(),
        10 => write!(out, "{}", letter.escape_default()).unwrap(),
        _ => {
            let json = serde_json::to_string(&letter.to_string()).unwrap();
            out.push_str(&json[1..json.len() - 1]);
        }
    }
    out
}

#[test]
fn nothing_of_a_marked_secret_is_left_in_whatever_is_written_by_whomever() {
    let mut random = Random(7);
    let mut dropped = 0;
    for turn in 0..TURNS {
        let secret = format!("{MARK}{}{MARK}", text(&mut random, 6));
        let secrets = Secrets::new([Zeroizing::new(secret.clone())]);
        let mut written = secret.clone();
        for _ in 0..random.below(3) {
            let writer = random.below(12);
            written = written.chars().map(|letter| spelled(letter, writer)).collect();
        }
        let around = format!("{}{written}{}", text(&mut random, 4), text(&mut random, 4));
        let mut masked = around.clone();
        secrets.mask(&mut masked);
        assert!(
            !masked.contains(&written) && !masked.contains(MARK),
            "{turn}: {secret:?} in {around:?}: {masked:?}"
        );
        assert!(!secrets.shown_in(masked.as_bytes()), "{turn}: {secret:?} in {masked:?}");

        let document = serde_json::json!({ "message": around, "n": 1 }).to_string();
        let body = secrets.masked(&Bytes::from(document.clone())).body;
        if body.is_empty() {
            // It looked as if a secret went on behind the end of the text.
            dropped += 1;
            continue;
        }
        let read: serde_json::Value = serde_json::from_slice(&body)
            .unwrap_or_else(|error| panic!("{turn}: {secret:?} in {document} leaves {body:?}: {error}"));
        let message = read["message"].as_str().unwrap();
        assert!(
            !message.contains(MARK) && message.contains("***"),
            "{turn}: {secret:?} in {document}: {message:?}"
        );
    }
    assert!(dropped * 100 < TURNS, "{dropped} documents were dropped");
}
