//! Secrets that come back: the texts that a call keeps secret go in, whatever a server or an HTTP stack repeats of
//! them becomes `***`.
//!
//! A text is compared in its [normal form](normal), so that no list of spellings is needed: escapes of JSON, HTML,
//! URLs and programs, nested up to four times, the case of ASCII letters, the kind and number of blanks. Base64 and
//! hexadecimal digits are looked for as well, and what was cut behind the first two thirds, or 32 bytes. A secret
//! of less than four bytes stands by chance in many a text, so all of a text in which it stands is dropped.
//!
//! Nobody can find what was hashed, encrypted, compressed, spelled backwards, taken apart, or written by other
//! letters (`é` for `e` and an accent); nor a secret that is a blank, or a word of JSON.

mod entity;
mod json;
mod mark;
mod normal;
mod pattern;

use std::error::Error as StdError;
use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, HeaderValue};
use zeroize::Zeroizing;

use crate::secret::REDACTED;
use mark::{Mark, letter, masked_text};
use pattern::Patterns;

/// Most bytes of a response that an error keeps.
pub(crate) const KEPT: usize = 64 << 10;

/// Most bytes of an error's body that are read. More than this says nothing that fits into an error.
pub(crate) const READ: usize = 256 << 10;

/// The secrets of a call. Erased from memory when dropped.
#[derive(Default)]
pub(crate) struct Secrets(Vec<Zeroizing<String>>);

/// A body that shows no secret any more.
#[derive(Debug)]
pub(crate) struct Masked {
    /// What may be read and kept; empty where nothing is certain.
    pub(crate) body: Bytes,
    /// Whether it is the body as it came.
    pub(crate) is_whole: bool,
}

impl Secrets {
    /// The secrets of a call.
    pub(crate) fn new(texts: impl IntoIterator<Item = Zeroizing<String>>) -> Self {
        // These words stand in every document, and show nothing.
        let says_nothing = |text: &str| matches!(text, "true" | "false" | "null");
        Self(texts.into_iter().filter(|text| !says_nothing(text)).collect())
    }

    /// Masks every secret in a text of somebody else.
    pub(crate) fn mask(&self, text: &mut String) {
        if let Some(masked) = self.replaced(text.as_bytes()) {
            *text = String::from_utf8_lossy(&masked).into_owned();
        }
    }

    /// Masks every secret in a text of our own, where a short one stands by chance.
    pub(crate) fn mask_own(&self, text: &mut String) {
        let mut marks = self.marks(text.as_bytes());
        marks.retain(|mark| !mark.short);
        if !marks.is_empty() {
            *text = String::from_utf8_lossy(&plain(text.as_bytes(), &marks)).into_owned();
        }
    }

    /// A body with every secret masked; JSON stays JSON. Of a long one, the beginning.
    pub(crate) fn masked(&self, body: &Bytes) -> Masked {
        let cut = body.len() > READ;
        match self.replaced(&body[..body.len().min(READ)]) {
            Some(masked) => Masked { body: masked.into(), is_whole: false },
            // A copy where it is cut, so that a short beginning does not keep a long body in memory.
            None if cut => Masked { body: Bytes::copy_from_slice(&body[..READ]), is_whole: false },
            None => Masked { body: body.clone(), is_whole: true },
        }
    }

    /// Whether a text shows a secret.
    pub(crate) fn shown_in(&self, text: &[u8]) -> bool {
        self.replaced(text).is_some()
    }

    /// Masks every header that holds a secret.
    pub(crate) fn mask_headers(&self, headers: &mut HeaderMap) {
        for value in headers.values_mut() {
            if !self.marks(value.as_bytes()).is_empty() {
                *value = HeaderValue::from_static(REDACTED);
            }
        }
    }

    /// The same cause; where it or one of its own causes shows a secret, its masked words alone.
    pub(crate) fn mask_cause(
        &self,
        cause: Box<dyn StdError + Send + Sync>,
    ) -> Box<dyn StdError + Send + Sync> {
        let mut words = String::new();
        let mut shown = false;
        let mut next: Option<&(dyn StdError + 'static)> = Some(&*cause);
        while let Some(error) = next {
            let line = error.to_string();
            shown |= !self.marks(format!("{line}\n{error:?}").as_bytes()).is_empty();
            words.push_str(if words.is_empty() { "" } else { ": " });
            words.push_str(&line);
            next = error.source();
        }
        if !shown {
            return cause;
        }
        self.mask(&mut words);
        words.into()
    }

    /// The text without its secrets; `None` where it shows none.
    fn replaced(&self, text: &[u8]) -> Option<Vec<u8>> {
        let marks = self.marks(text);
        if marks.is_empty() {
            return None;
        }
        if !json::is_json(text) {
            return Some(plain(text, &marks));
        }
        let masked = json::masked(text, &marks).unwrap_or_default();
        (masked != text).then_some(masked)
    }

    /// Every place that shows a secret, in order, none within another one.
    fn marks(&self, text: &[u8]) -> Vec<Mark> {
        if self.0.is_empty() || text.is_empty() {
            return Vec::new();
        }
        let mut marks = Patterns::new(self.0.iter().map(|text| text.as_str())).find(text);
        marks.sort_unstable_by_key(|mark| (mark.start, mark.end));
        marks.dedup_by(|next, kept| {
            let joined = next.start < kept.end;
            if joined {
                kept.end = kept.end.max(next.end);
                kept.short &= next.short;
            }
            joined
        });
        marks
    }
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(REDACTED)
    }
}

/// A text that is no JSON with its secrets masked; nothing of it is certain where a short one stands in it.
fn plain(text: &[u8], marks: &[Mark]) -> Vec<u8> {
    if marks.iter().any(|mark| mark.short) {
        return REDACTED.into();
    }
    let mut out = Vec::with_capacity(text.len());
    masked_text(text, 0, marks, letter, &mut out);
    out
}

#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod tests;
