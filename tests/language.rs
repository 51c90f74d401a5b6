//! Tests of the spec language: what it refuses, and that its documents are true.

pub(crate) mod diagnostics;
pub(crate) mod explanations;
pub(crate) mod manual;
pub(crate) mod odd_names;
pub(crate) mod schema;
