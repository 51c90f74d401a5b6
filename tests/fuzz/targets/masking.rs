//! Masking: a secret in any spelling, in any text, is not left.
#![no_main]

use bizkit_client::__private::masked;
use libfuzzer_sys::fuzz_target;
use std::fmt::Write;

/// Marks the secret, so that its letters stand nowhere else.
const MARK: &str = "Zq\u{17e}7";

fuzz_target!(|input: (&str, &str, &str, &[u8])| {
    let (inside, before, after, writers) = input;
    if [inside, before, after].iter().any(|text| text.contains(MARK)) {
        return;
    }
    let inside: String = inside.chars().take(40).collect();
    let secret = format!("{MARK}{inside}{MARK}");
    let mut written = secret.clone();
    for writer in writers.iter().take(3) {
        written = written.chars().map(|letter| spelled(letter, *writer)).collect();
    }
    // What stands before an escape may make something else of it.
    let before = before.trim_end_matches(['\\', '%', '&', '#']);
    let text = masked(&secret, &format!("{before}{written}{after}"));
    assert!(!text.contains(&written), "{secret:?} as {written:?} in {text:?}");
    assert!(!text.contains(MARK), "{secret:?} in {text:?}");
});

/// A letter as a writer escapes it; some escape only what they must.
fn spelled(letter: char, writer: u8) -> String {
    let mut out = String::new();
    let plain = letter.is_ascii_alphanumeric() && writer & 0x80 == 0;
    let bytes = letter.to_string();
    match writer & 7 {
        _ if plain => out.push(letter),
        0 => letter.encode_utf16(&mut [0; 2]).iter().for_each(|unit| write!(out, "\\u{unit:04x}").unwrap()),
        1 => letter.encode_utf16(&mut [0; 2]).iter().for_each(|unit| write!(out, "\\u{unit:04X}").unwrap()),
        2 => write!(out, "&#{};", u32::from(letter)).unwrap(),
        3 => write!(out, "&#x{:X};", u32::from(letter)).unwrap(),
        4 => bytes.bytes().for_each(|byte| write!(out, "%{byte:02X}").unwrap()),
        5 => bytes.bytes().for_each(|byte| write!(out, "%{byte:02x}").unwrap()),
        6 => write!(out, "{}", letter.escape_default()).unwrap(),
        _ => match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#039;"),
            other => out.push(other),
        },
    }
    out
}
