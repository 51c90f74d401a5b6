//! Where the reader puts the members of an object before the object is made.

use super::{Decode, DecodeError, Reader};
use crate::schema::rules::Rules;

/// A place for one member; empty until the member was read.
pub trait Slot {
    /// Reads the member's value into the place.
    ///
    /// # Errors
    /// Those of the value.
    fn fill(&mut self, reader: &mut Reader<'_>, rules: &'static Rules) -> Result<(), DecodeError>;

    /// Reads a member that has no place of its own into the place for all of these.
    ///
    /// # Errors
    /// Those of the value.
    fn entry(&mut self, key: &str, reader: &mut Reader<'_>, rules: &'static Rules)
    -> Result<(), DecodeError>;

    /// Whether nothing was read.
    fn is_empty(&self) -> bool;
}

impl<T: Decode> Slot for Option<T> {
    fn fill(&mut self, reader: &mut Reader<'_>, rules: &'static Rules) -> Result<(), DecodeError> {
        *self = Some(T::decode(reader, rules)?);
        Ok(())
    }

    fn entry(
        &mut self,
        key: &str,
        reader: &mut Reader<'_>,
        rules: &'static Rules,
    ) -> Result<(), DecodeError> {
        T::decode_entry(self, key, reader, rules)
    }

    fn is_empty(&self) -> bool {
        self.is_none()
    }
}

/// From slots to members, by the modes of the rows of `record!`.
pub mod take {
    /// The value of a member that must be there: the reader refuses an object without it.
    ///
    /// # Panics
    /// When the reader did not.
    #[inline]
    pub fn required<T>(slot: Option<T>) -> T {
        slot.expect("the reader has refused an object without a required member")
    }

    /// The value of an optional member, for which `null` and absent are one.
    #[inline]
    pub fn optional<T>(slot: Option<Option<T>>) -> Option<T> {
        slot.flatten()
    }

    /// The value of a member for which `null` and absent are two.
    #[inline]
    pub fn nullable<T: Default>(slot: Option<T>) -> T {
        slot.unwrap_or_default()
    }

    /// The members without a place of their own.
    #[inline]
    pub fn rest<T: Default>(slot: Option<T>) -> T {
        slot.unwrap_or_default()
    }

    /// A list or a map for which `null`, absent and empty are one.
    #[inline]
    pub fn list<T: Default>(slot: Option<Option<T>>) -> T {
        slot.flatten().unwrap_or_default()
    }
}
