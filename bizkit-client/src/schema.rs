//! What an API is, in constants: the tables and rules that the macro writes and all other floors read.

pub(crate) mod format;
pub(crate) mod normalize;
pub(crate) mod pattern;
pub(crate) mod rules;
pub(crate) mod tables;
pub(crate) mod tag;
