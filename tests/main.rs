//! Tests over the whole workspace, in one binary: from the specs to the wire and back.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod generated;
mod language;
mod project;
mod runtime;
mod sandbox;
mod support;
mod tools;
