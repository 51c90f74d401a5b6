//! The tools around the spec language of bizkit, as a library: everything that reads specs and is neither code nor a server.
//!
//! ```text
//! OpenAPI document, page of a vendor ── import ──► specs ── bizkit_spec ──► Api ──┬── export    OpenAPI, Markdown, JSON
//!                                                                                 ├── lint      advice
//!                                     coverage: a document beside the model       └── diff      what changed for a caller
//! ```
//!
//! The program `bizkit` is [`command`] and nothing else.

pub mod command;
pub mod coverage;
pub mod diff;
pub mod export;
pub mod import;
pub mod lint;
pub mod openapi;
