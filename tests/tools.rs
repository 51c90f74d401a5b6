//! Tests of the tools around the specs.

pub(crate) mod editor;
pub(crate) mod import;
pub(crate) mod lints;
pub(crate) mod openapi;
pub(crate) mod page;
pub(crate) mod reference;
