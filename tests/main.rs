//! Tests over the whole workspace, in one binary: from the specs to the wire and back.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod agreement;
mod built;
mod calls;
mod catalogue;
mod conformance;
mod diagnostics;
mod documents;
mod editor;
mod end_to_end;
mod examples;
mod explanations;
mod faults;
mod features;
mod fixture;
mod flows;
mod generated;
mod import;
mod language;
mod lints;
mod messages;
mod openapi;
mod orders;
mod packages;
mod paging;
mod played;
mod random;
mod rebuild;
mod reference;
mod schema;
mod scripted;
mod secrets;
mod shipped;
mod shop;
mod tidy;
mod ui;
