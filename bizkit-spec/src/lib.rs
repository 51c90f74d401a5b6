//! The spec language of bizkit.

pub mod codes;
pub mod diagnostic;
pub mod json;
pub mod model;
pub mod name;
pub mod pattern;
pub mod source;
pub mod types;
pub mod yaml;

pub use diagnostic::{Diagnostic, Diagnostics, Severity};
pub use model::Api;
