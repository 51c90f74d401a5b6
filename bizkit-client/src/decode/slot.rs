//! Where the reader puts the members of an object before the object is made.

use super::{Decode, Fault, Reader};
use crate::rules::Rules;

/// A place for one member; empty until the member was read.
pub trait Slot {
    /// Reads the member's value into the place.
    ///
    /// # Errors
    /// Those of the value.
    fn fill(&mut self, reader: &mut Reader<'_>, rules: &'static Rules) -> Result<(), Fault>;
}

impl<T: Decode> Slot for Option<T> {
    fn fill(&mut self, reader: &mut Reader<'_>, rules: &'static Rules) -> Result<(), Fault> {
        *self = Some(T::decode(reader, rules)?);
        Ok(())
    }
}

/// The value of an optional member, for which `null` and absent are one.
#[inline]
pub fn optional<T>(slot: Option<Option<T>>) -> Option<T> {
    slot.flatten()
}
