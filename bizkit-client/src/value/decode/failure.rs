//! Tells whether an answer says that the call failed, where the type of the response has no member for it.

use super::error::DecodeError;
use super::reader::{JsonKind, Reader, Strays, Tags};
use crate::secret::redact::KEPT;

/// What a code is called, the better name first.
pub(crate) const CODES: [&str; 3] = ["code", "errorCode", "error_code"];

/// What some responses say in the place of a value, when there is none.
pub(crate) const FLAGS: [&str; 2] = ["loggedIn", "exist"];

impl Reader<'_> {
    /// Reads past a member that no field names; fails where it says that the call failed.
    #[inline]
    pub(super) fn stray(&mut self, tags: Tags, start: usize, name: &str) -> Result<(), DecodeError> {
        if self.depth == 1 && self.strays != Strays::Ignored && !tags.place(start) {
            let before = self.text[start..].trim_ascii_start();
            let alone = before.strip_prefix('"').is_some_and(|before| before.starts_with(name));
            if accuses(self.strays, name, alone, self) {
                return Err(DecodeError::new("the server reports a failure"));
            }
        }
        self.skip()?;
        self.note_tag(tags, start, name);
        Ok(())
    }
}

/// Whether a member says that the call failed, where the type of the response has no such member. The reader stands at its
/// value, `alone` tells that nothing stands before it.
///
/// Of a documented failure only a code in `error` counts, which every endpoint of the API may answer with.
fn accuses(strays: Strays, name: &str, alone: bool, reader: &Reader<'_>) -> bool {
    let mut reader = reader.clone();
    match (strays, name) {
        (Strays::OfFailure, "error") => holds_code(&mut reader),
        (Strays::OfSuccess, "error") => is_truthy(&reader),
        (Strays::OfSuccess, "success") => is_false(&reader),
        (Strays::OfSuccess, flag) if alone && FLAGS.contains(&flag) => {
            is_false(&reader).and_then(|no| Ok(no && reader.skip().is_ok() && !reader.more(b'}')?))
        }
        _ => Ok(false),
    }
    .unwrap_or(false)
}

fn holds_code(reader: &mut Reader<'_>) -> Result<bool, DecodeError> {
    match reader.kind()? {
        JsonKind::String => Ok(short(reader)?.is_some_and(|text| is_code(&text))),
        JsonKind::Object => {
            // Of doubled members the last one counts.
            let mut codes = [false; CODES.len()];
            reader.members(&mut |reader, name| {
                match CODES.iter().position(|known| *known == name) {
                    Some(index) => codes[index] = short(reader)?.is_some_and(|text| is_code(&text)),
                    None => reader.skip()?,
                }
                Ok(())
            })?;
            Ok(codes.contains(&true))
        }
        _ => Ok(false),
    }
}

/// Whether the value that follows is `false`; nothing is read.
pub(crate) fn is_false(reader: &Reader<'_>) -> Result<bool, DecodeError> {
    let mut ahead = reader.clone();
    Ok(ahead.kind()? == JsonKind::Boolean && !ahead.boolean()?)
}

/// Whether the value that follows says something: `null`, `false`, zero and what is empty do not. Nothing is read.
pub(crate) fn is_truthy(reader: &Reader<'_>) -> Result<bool, DecodeError> {
    let mut ahead = reader.clone();
    Ok(match ahead.kind()? {
        JsonKind::Null => false,
        JsonKind::Boolean => ahead.boolean()?,
        JsonKind::Number => ahead.number()?.bytes().any(|byte| matches!(byte, b'1'..=b'9')),
        JsonKind::String => !ahead.string()?.trim().is_empty(),
        JsonKind::Object | JsonKind::Array => {
            let empty = ahead.clone();
            ahead.skip()?;
            // Two brackets, and nothing between them.
            empty.text_until(&ahead).bytes().filter(|byte| !byte.is_ascii_whitespace()).count() > 2
        }
    })
}

/// A name that programs compare, as opposed to a sentence.
pub(crate) fn is_code(text: &str) -> bool {
    let name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b':');
    (1..=100).contains(&text.len()) && text.bytes().all(name)
}

/// A text of bounded length; everything else is read past. One that is longer than what an error keeps of the body is
/// no message, and a part of it could be a part of a secret.
pub(crate) fn short(reader: &mut Reader<'_>) -> Result<Option<String>, DecodeError> {
    let mut ahead = reader.clone();
    let kind = reader.kind()?;
    reader.skip()?;
    if kind != JsonKind::String || reader.behind(&ahead) > KEPT {
        return Ok(None);
    }
    ahead.string().map(|text| Some(text.into_owned()))
}
