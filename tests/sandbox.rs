//! Tests of the server that plays the API.

pub(crate) mod conformance;
pub(crate) mod shop;
pub(crate) mod typed;
