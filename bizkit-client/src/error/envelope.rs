//! The error bodies of the API: any of their shapes in, the same few facts out.
//!
//! Known shapes: `{"error": {code, message, description, details, retry_after}}`, `{"error": "CODE"}`,
//! `{"success": false, "errorCode": .., "message": ..}`, `{"success": false, "error": "text"}`, `{"loggedIn": false}`,
//! `{"exist": false}`, `{code, message}` at the root, and problem documents (`{title, detail}`).
//!
//! A body is read past, not built: what an error needs of it are a few short texts, however long it is.

use bytes::Bytes;
use http::HeaderMap;
use http::header::CONTENT_TYPE;

use crate::base::visible::{character, is_hidden};
use crate::error::rate_limit::Wait;
use crate::schema::tables::ApiInfo;
use crate::secret::redact::{KEPT, READ};
use crate::value::decode::failure::{CODES, FLAGS, is_code, is_false, is_truthy, short};
use crate::value::decode::{self, DecodeError, JsonKind, Reader};

/// What an error body tells.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Envelope {
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) retry_after: Option<Wait>,
    /// The facts stood in an object or a text called `error`.
    pub(crate) nested: bool,
    /// The body says that the call failed.
    pub(crate) failed: bool,
    /// There is no message, at most a title.
    pub(crate) brief: bool,
}

/// Longest text that an error carries; the beginning of the body is kept beside it.
const LONGEST: usize = 500;

/// What a message and more words are called, the better name first.
const MESSAGES: [&str; 2] = ["message", "title"];
const DESCRIPTIONS: [&str; 3] = ["description", "detail", "error_description"];
const WAITS: [&str; 2] = ["retry_after", "retryAfter"];

impl Envelope {
    /// Reads a body; what is no JSON object tells nothing.
    pub(crate) fn read(body: &[u8]) -> Self {
        decode::read_slice(body, Self::of).unwrap_or_default()
    }

    fn of(reader: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let (mut root, mut inner, mut text) = (Facts::default(), Facts::default(), None);
        let (mut nested, mut accused, mut refused, mut flag) = (false, false, false, false);
        let mut members = 0;
        // Of doubled members the last one counts.
        reader.members(&mut |reader, name| {
            members += 1;
            flag = FLAGS.contains(&name) && is_false(reader)?;
            match name {
                "error" => {}
                "success" => {
                    refused = is_false(reader)?;
                    return reader.skip();
                }
                _ => return root.take(name, reader),
            }
            (inner, text) = (Facts::default(), None);
            accused = is_truthy(reader)?;
            nested = reader.kind()? == JsonKind::Object;
            match reader.kind()? {
                JsonKind::Object => reader.members(&mut |reader, name| inner.take(name, reader)),
                JsonKind::String => short(reader).map(|found| text = found),
                _ => reader.skip(),
            }
        })?;
        let mut envelope =
            Self { nested, failed: accused || refused || (flag && members == 1), ..Self::default() };
        envelope.fill(inner);
        match text {
            Some(text) if is_code(&text) => {
                envelope.nested = true;
                envelope.code = Some(text);
            }
            Some(text) => envelope.message = line(&text),
            None => {}
        }
        envelope.fill(root);
        envelope.brief |= envelope.message.is_none();
        Ok(envelope)
    }

    /// The same facts; where there are none, a body of plain text is the message.
    pub(crate) fn or_plain(mut self, headers: &HeaderMap, body: &[u8]) -> Self {
        let label = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let plain = label.is_some_and(|label| label.trim_start().starts_with("text/plain"));
        if plain && self == Self::default() && body.len() <= KEPT {
            self.message = str::from_utf8(body).ok().and_then(line);
        }
        self
    }

    /// Fills what is still unknown.
    fn fill(&mut self, facts: Facts) {
        let Facts { codes, messages, descriptions, waits } = facts;
        let first = |texts: &[Option<String>]| texts.iter().flatten().next().cloned();
        self.code = self.code.take().or_else(|| first(&codes));
        if self.message.is_none() {
            let [message, title] = messages.map(|text| text.as_deref().and_then(line));
            self.brief = message.is_none() && title.is_some();
            self.message = message.or(title);
        }
        self.description = self.description.take().or_else(|| first(&descriptions).as_deref().map(cut));
        self.retry_after = self.retry_after.or(waits.into_iter().flatten().next());
    }

    /// What a body tells, in the words that are left when the secrets in it are masked. A code of the catalogue stays:
    /// it is a word of the API.
    pub(crate) fn masked(api: &ApiInfo, headers: &HeaderMap, body: &Bytes, masked: &Bytes) -> Self {
        let envelope = Self::read(masked).or_plain(headers, masked);
        if body == masked {
            return envelope;
        }
        let Self { code, retry_after, nested, failed, .. } = Self::read(&body[..body.len().min(READ)]);
        let code = code.filter(|code| api.error(code).is_some());
        Self { code: code.or(envelope.code), retry_after, nested, failed, ..envelope }
    }
}

/// The members of one object that tell something, a place for each name.
#[derive(Default)]
struct Facts {
    codes: [Option<String>; CODES.len()],
    messages: [Option<String>; MESSAGES.len()],
    descriptions: [Option<String>; DESCRIPTIONS.len()],
    waits: [Option<Wait>; WAITS.len()],
}

impl Facts {
    /// Reads the value of a member, or reads past it.
    fn take(&mut self, name: &str, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        let place = |names: &[&str]| names.iter().position(|known| *known == name);
        if let Some(index) = place(&CODES) {
            self.codes[index] = short(reader)?.filter(|text| is_code(text));
        } else if let Some(index) = place(&MESSAGES) {
            self.messages[index] = short(reader)?;
        } else if let Some(index) = place(&DESCRIPTIONS) {
            self.descriptions[index] = short(reader)?.filter(|text| !text.trim().is_empty());
        } else if let Some(index) = place(&WAITS) {
            self.waits[index] = wait(reader)?;
        } else {
            reader.skip()?;
        }
        Ok(())
    }
}

/// Seconds, as a number or as a text of one.
fn wait(reader: &mut Reader<'_>) -> Result<Option<Wait>, DecodeError> {
    let seconds = match reader.kind()? {
        JsonKind::Null => return reader.skip().map(|()| None),
        JsonKind::Number => reader.number()?.parse().ok(),
        JsonKind::String => short(reader)?.and_then(|text| text.trim().parse().ok()),
        _ => reader.skip().map(|()| None)?,
    };
    Ok(Some(seconds.map_or(Wait::Unclear, Wait::of_seconds)))
}

/// The text on one line.
pub(crate) fn line(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .split(|letter: char| letter.is_whitespace() || letter.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    Some(cut(&words.join(" "))).filter(|line| !line.is_empty())
}

/// The beginning of a text that is long. What nobody would see is made visible; a description may have several lines.
fn cut(text: &str) -> String {
    let shown = |letter: char| if letter != '\n' && is_hidden(letter) { character(letter) } else { letter };
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => text[..end].chars().map(shown).chain("...".chars()).collect(),
        None => text.chars().map(shown).collect(),
    }
}

#[cfg(test)]
mod tests;
