//! Tests over the whole workspace, in one binary: from the specs to the wire and back.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod calls;
mod diagnostics;
mod fixture;
mod generated;
mod language;
mod rebuild;
mod tidy;
mod ui;
