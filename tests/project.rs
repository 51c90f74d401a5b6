//! Tests of the project itself: its documents, programs, packages and structure.

pub(crate) mod documents;
pub(crate) mod examples;
pub(crate) mod features;
pub(crate) mod packages;
pub(crate) mod rebuild;
pub(crate) mod tidy;
