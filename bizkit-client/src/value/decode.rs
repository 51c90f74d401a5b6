//! Reading responses: JSON text in; values, or an error that names the place, out.
//!
//! Lenient where servers differ from what they document: unknown members are skipped, numbers and truth values
//! may be quoted, `null` is as good as absent for an optional member; a byte that is no UTF-8 and half of a surrogate pair
//! become `U+FFFD` in a text that is read, and are nothing in one that is not. Strict about all else in JSON.

mod error;
pub(crate) mod failure;
mod object;
mod reader;
mod scalar;
mod slot;
mod tag;
mod text;

pub use error::DecodeError;
pub(crate) use reader::Strays;
pub use reader::{JsonKind, Reader};
pub use slot::{Slot, take};

use crate::schema::rules::Rules;
use std::borrow::Cow;

/// A value that can be read from JSON.
pub trait Decode: Sized {
    /// Reads one value, and nothing behind it.
    ///
    /// # Errors
    /// When the JSON is malformed, or is no such value.
    fn decode(reader: &mut Reader<'_>, rules: &'static Rules) -> Result<Self, DecodeError>;

    /// Reads a member of an object that has no place of its own; all but maps read past it.
    ///
    /// # Errors
    /// When the JSON is malformed, or is no value of the map.
    fn decode_entry(
        _into: &mut Option<Self>,
        _key: &str,
        reader: &mut Reader<'_>,
        _rules: &'static Rules,
    ) -> Result<(), DecodeError> {
        reader.skip()
    }
}

/// Reads a whole body as one value.
pub(crate) fn from_slice<T: Decode>(body: &[u8], rules: &'static Rules) -> Result<T, DecodeError> {
    read_slice(body, |reader| T::decode(reader, rules).map_err(|error| error.hidden_if(rules)))
}

/// Reads a whole body with a function that leaves nothing behind.
pub(crate) fn read_slice<T>(
    body: &[u8],
    decode: impl Fn(&mut Reader<'_>) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    read_answer(body, Strays::Ignored, decode)
}

/// As [`read_slice`], for an answer of a server, which may also say that the call failed.
///
/// An object that names its discriminator twice is read again, more slowly, by the last one. To look for a second one in
/// every object would cost all others.
pub(crate) fn read_answer<T>(
    body: &[u8],
    strays: Strays,
    decode: impl Fn(&mut Reader<'_>) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    let text = lossy(body);
    let read = |reader: &mut Reader<'_>| {
        let value = decode(reader)?;
        reader.end()?;
        Ok(value)
    };
    let mut reader = Reader::whole(&text, strays);
    match read(&mut reader) {
        Ok(value) if !reader.saw_doubled_tag() => Ok(value),
        Err(error) if !reader.saw_tag() => Err(error),
        _ => read(&mut Reader::whole(&text, strays).careful()),
    }
}

/// A body as text; what is no UTF-8 becomes `U+FFFD`.
fn lossy(body: &[u8]) -> Cow<'_, str> {
    match str::from_utf8(body) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => String::from_utf8_lossy(body),
    }
}

#[cfg(test)]
pub(crate) mod fuzz;
#[cfg(test)]
mod tests;
