//! The places of a text that show secrets, and the text with `***` in their place.

use crate::secret::REDACTED;

/// A secret shorter than this is not told from a text in which it stands by chance.
pub(super) const SHORT: usize = 4;

/// A place in a text that shows a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) start: usize,
    pub(super) end: usize,
    /// It may be there by chance.
    pub(super) short: bool,
}

impl Mark {
    pub(super) fn covers(&self, start: usize, end: usize) -> bool {
        self.start <= start && end <= self.end
    }
}

/// Writes a part of a text, which begins at `start`, with `***` for each mark. No letter is cut in two: `letter`
/// tells how long the next one is.
pub(super) fn masked_text(
    text: &[u8],
    start: usize,
    marks: &[Mark],
    letter: fn(&[u8]) -> usize,
    out: &mut Vec<u8>,
) {
    let mut marks = marks.iter().peekable();
    let mut at = 0;
    while at < text.len() {
        let mut end = (at + letter(&text[at..])).min(text.len());
        match marks.next_if(|mark| mark.start < start + end) {
            None => out.extend_from_slice(&text[at..end]),
            Some(mark) => {
                out.extend_from_slice(REDACTED.as_bytes());
                while start + end < mark.end && end < text.len() {
                    end = (end + letter(&text[end..])).min(text.len());
                }
            }
        }
        at = end;
    }
}

/// The length of the letter of UTF-8 that a text begins with.
pub(super) fn letter(text: &[u8]) -> usize {
    1 + text.iter().skip(1).take_while(|byte| matches!(byte, 0x80..0xc0)).count()
}
