//! Masking in a document of JSON: the document and the places of secrets go in; a document that can still be read
//! comes out.

use super::mark::{self, Mark, masked_text};
use crate::secret::REDACTED;

/// Names of the language of errors itself. A document that lacked one of them would tell that it is the secret.
const WORDS: [&[u8]; 12] = [
    b"code",
    b"description",
    b"detail",
    b"details",
    b"error",
    b"errorCode",
    b"error_code",
    b"message",
    b"retryAfter",
    b"retry_after",
    b"success",
    b"title",
];

/// Whether a text looks like JSON, so that it is masked as such.
pub(super) fn is_json(text: &[u8]) -> bool {
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text).trim_ascii_start();
    matches!(text.first(), Some(b'{' | b'[' | b'"'))
}

/// The document with `***` for the secrets in its strings, and `null` for numbers that hold one. `None` where a
/// secret reaches over more than one value, so that nothing of the document is certain. Marks are in order.
pub(super) fn masked(text: &[u8], marks: &[Mark]) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len());
    let mut marks = marks;
    let mut at = 0;
    while let Some(byte) = text.get(at) {
        let (start, end) = match byte {
            b'"' => (at + 1, string_end(text, at + 1)),
            byte if is_bare(*byte) => (at, at + text[at..].iter().take_while(|byte| is_bare(**byte)).count()),
            // Between values.
            _ => (at, at),
        };
        let behind = (end + usize::from(*byte == b'"')).clamp(at + 1, text.len());
        let count = marks.iter().take_while(|mark| mark.start < behind).count();
        let (here, rest) = marks.split_at(count);
        if here.iter().any(|mark| mark.start < start || mark.end > end) {
            return None;
        }
        marks = rest;
        let token = &text[start..end];
        match byte {
            _ if here.is_empty() => out.extend_from_slice(&text[at..behind]),
            b'"' => {
                out.push(b'"');
                let is_name = text[behind..].trim_ascii_start().first() == Some(&b':');
                string(token, start, is_name, here, &mut out);
                out.extend_from_slice(&text[end..behind]);
            }
            _ if matches!(token, b"true" | b"false" | b"null") => out.extend_from_slice(token),
            // A short secret is the number, or it stands in it by chance.
            _ if here.iter().any(|mark| !mark.short || mark.covers(start, end)) => {
                out.extend_from_slice(b"null");
            }
            _ => out.extend_from_slice(token),
        }
        at = behind;
    }
    Some(out)
}

/// The inside of one string, which begins at `start`.
fn string(token: &[u8], start: usize, is_name: bool, marks: &[Mark], out: &mut Vec<u8>) {
    let whole = |mark: &Mark| mark.short && (!is_name || mark.covers(start, start + token.len()));
    if is_name && WORDS.contains(&token) {
        out.extend_from_slice(token);
    } else if marks.iter().any(whole) {
        out.extend_from_slice(REDACTED.as_bytes());
    } else {
        let long: Vec<Mark> = marks.iter().filter(|mark| !mark.short).copied().collect();
        masked_text(token, start, &long, letter, out);
    }
}

/// The length of the letter or the escape that the inside of a string begins with.
fn letter(text: &[u8]) -> usize {
    match text {
        [b'\\', b'u', ..] => 6,
        [b'\\', ..] => 2,
        _ => mark::letter(text),
    }
}

/// The end of a string without its quote.
fn string_end(text: &[u8], start: usize) -> usize {
    let mut at = start;
    loop {
        match text.get(at) {
            None => return text.len(),
            Some(b'"') => return at,
            Some(b'\\') => at += 2,
            Some(_) => at += 1,
        }
    }
}

/// What numbers and words consist of.
fn is_bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.')
}
