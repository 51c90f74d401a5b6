//! Secrets that come back: the texts that a call keeps secret go in, whatever a server or an HTTP stack repeats of
//! them becomes `***`.

use std::error::Error as StdError;
use std::fmt::{self, Write};

use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue};
use zeroize::Zeroizing;

use crate::encode;
use crate::prepare::percent_encode;
use crate::value::REDACTED;

/// Most bytes of a reply that an error keeps.
pub(crate) const KEPT: usize = 64 << 10;

/// A text shorter than this is not looked for: it would mask ordinary words.
const SHORTEST: usize = 4;

/// The secrets of a call in every spelling in which they may come back. Erased from memory when dropped.
pub(crate) struct Secrets(Vec<Zeroizing<String>>);

impl Secrets {
    /// The spellings of these texts; longer ones first, so that no part of one is left over.
    pub(crate) fn new<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut all: Vec<String> =
            texts.into_iter().filter(|text| text.len() >= SHORTEST).flat_map(spellings).collect();
        all.sort_unstable_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        all.dedup();
        Self(all.into_iter().map(Zeroizing::new).collect())
    }

    /// Masks every secret in a text.
    pub(crate) fn mask(&self, text: &mut String) {
        for secret in &self.0 {
            if text.contains(secret.as_str()) {
                *text = text.replace(secret.as_str(), REDACTED);
            }
        }
    }

    /// The beginning of a body with every secret masked, whether it is text or not.
    pub(crate) fn masked_start(&self, body: &Bytes) -> Bytes {
        let cut = body.len() > KEPT;
        // A copy where it is cut, so that a short beginning does not keep a long body in memory.
        let mut start = if cut { Bytes::copy_from_slice(&body[..KEPT]) } else { body.clone() };
        for secret in &self.0 {
            if let Some(masked) = replaced(&start, secret.as_bytes()) {
                start = masked.into();
            }
        }
        if cut && let Some(longest) = self.0.first() {
            // The cut may have left the beginning of a secret that is not recognised any more.
            start.truncate(start.len().saturating_sub(longest.len() - 1));
        }
        start
    }

    /// Whether a body shows a secret.
    pub(crate) fn shown_in(&self, body: &[u8]) -> bool {
        self.0.iter().any(|secret| find(body, secret.as_bytes()).is_some())
    }

    /// Masks every header that holds a secret.
    pub(crate) fn mask_headers(&self, headers: &mut HeaderMap) {
        for value in headers.values_mut() {
            if self.shows(&String::from_utf8_lossy(value.as_bytes())) {
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
            shown |= self.shows(&line) || self.shows(&format!("{error:?}"));
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

    fn shows(&self, text: &str) -> bool {
        self.0.iter().any(|secret| text.contains(secret.as_str()))
    }
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(REDACTED)
    }
}

/// The bytes with every occurrence of a secret masked; `None` where there is none.
fn replaced(body: &[u8], secret: &[u8]) -> Option<Vec<u8>> {
    let mut at = find(body, secret)?;
    let mut masked = Vec::with_capacity(body.len());
    let mut rest = body;
    loop {
        masked.extend_from_slice(&rest[..at]);
        masked.extend_from_slice(REDACTED.as_bytes());
        rest = &rest[at + secret.len()..];
        match find(rest, secret) {
            Some(next) => at = next,
            None => break,
        }
    }
    masked.extend_from_slice(rest);
    Some(masked)
}

/// The first place of a secret, which is not empty.
fn find(body: &[u8], secret: &[u8]) -> Option<usize> {
    let first = secret[0];
    let mut from = 0;
    loop {
        from += body[from..].iter().position(|byte| *byte == first)?;
        if body[from..].starts_with(secret) {
            return Some(from);
        }
        from += 1;
    }
}

/// The inside of a JSON string.
fn json(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    encode::escape(text, &mut out);
    out
}

/// The strictest of URLs: letters and digits stay, everything else becomes `%XX`.
fn escaped(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        match byte {
            _ if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
            // Writing to a string does not fail.
            _ => drop(write!(out, "%{byte:02X}")),
        }
        out
    })
}

/// `%2F` as `%2f`.
fn lower_escapes(text: &str) -> String {
    let mut escape = 0;
    let lower = |letter: char| {
        escape = if letter == '%' { 2 } else { i32::max(escape - 1, -1) };
        if (0..2).contains(&escape) { letter.to_ascii_lowercase() } else { letter }
    };
    text.chars().map(lower).collect()
}

/// A secret as it is, and as URLs, forms, JSON, HTML, `Debug` and Base64 write it.
fn spellings(text: &str) -> Vec<String> {
    let mut percent = String::new();
    percent_encode(text, &mut percent);
    let html = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let mut all = vec![
        percent.replace("%20", "+"),
        lower_escapes(&percent),
        lower_escapes(&escaped(text)),
        escaped(text),
        percent,
        html.replace('"', "&quot;").replace('\'', "&#39;"),
        html,
        text.escape_debug().to_string(),
        text.to_owned(),
    ];
    // JSON, and JSON that stands in a string of JSON; some writers escape the slash.
    for _ in 0..2 {
        let escaped: Vec<String> = all.iter().map(|text| json(text)).collect();
        all.extend(escaped.iter().map(|text| text.replace('/', "\\/")));
        all.extend(escaped);
        all.sort_unstable();
        all.dedup();
    }
    for engine in [STANDARD_NO_PAD, URL_SAFE_NO_PAD] {
        // Inside a longer text the secret begins at one of three places of a group.
        all.extend((0..3).map(|before| {
            let padded = [&[0; 2][..before], text.as_bytes()].concat();
            let encoded = engine.encode(&padded);
            // The letters at the edges mix bits of the secret with those of its neighbours.
            let start = (before * 8).div_ceil(6);
            encoded[start..padded.len() * 8 / 6].to_owned()
        }));
    }
    all.retain(|spelling| spelling.len() >= SHORTEST);
    all
}

#[cfg(test)]
mod tests;
