//! Reading replies: JSON text in; values, or a fault that names the place, out.
//!
//! Lenient where servers differ from what they document: unknown members are skipped, numbers and truth values
//! may be quoted, `null` is as good as absent for an optional member. Strict about JSON itself.

mod fault;
mod reader;
mod scalar;
mod slot;
mod tag;
mod text;

pub use fault::Fault;
pub use reader::{JsonKind, Reader};
pub use slot::{Slot, take};

use crate::rules::Rules;

/// A value that can be read from JSON.
pub trait Decode: Sized {
    /// Reads one value, and nothing behind it.
    ///
    /// # Errors
    /// When the JSON is malformed, or is no such value.
    fn decode(reader: &mut Reader<'_>, rules: &'static Rules) -> Result<Self, Fault>;

    /// Reads a member of an object that has no place of its own; all but maps read past it.
    ///
    /// # Errors
    /// When the JSON is malformed, or is no value of the map.
    fn decode_entry(
        _into: &mut Option<Self>,
        _key: &str,
        reader: &mut Reader<'_>,
        _rules: &'static Rules,
    ) -> Result<(), Fault> {
        reader.skip()
    }
}

/// Reads a whole body as one value.
pub(crate) fn from_slice<T: Decode>(body: &[u8], rules: &'static Rules) -> Result<T, Fault> {
    read_slice(body, |reader| T::decode(reader, rules).map_err(|fault| fault.hidden_if(rules)))
}

/// Reads a whole body with a function that leaves nothing behind.
pub(crate) fn read_slice<T>(
    body: &[u8],
    decode: impl FnOnce(&mut Reader<'_>) -> Result<T, Fault>,
) -> Result<T, Fault> {
    let mut reader = Reader::from_bytes(body)?;
    let value = decode(&mut reader)?;
    reader.end()?;
    Ok(value)
}

#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod tests;
