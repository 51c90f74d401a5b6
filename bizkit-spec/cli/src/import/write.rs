//! Writes specs as a person would: trees to files, files to texts, and what the checks refuse to what passes.

pub(crate) mod files;
pub(crate) mod layout;
pub(crate) mod repair;
