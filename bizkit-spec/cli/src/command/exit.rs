//! Defines what the exit codes of all commands mean.

/// Everything is as it should be.
pub(super) const OK: u8 = 0;
/// Something was found.
pub(super) const FOUND: u8 = 1;
/// The arguments do not make sense.
pub(super) const USAGE: u8 = 2;
