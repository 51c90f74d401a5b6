//! The model, and the language itself, as documents. Each reads what is checked and cannot fail.

pub mod html;
pub(crate) mod json;
pub mod markdown;
pub mod openapi;
mod outline;
pub mod schema;
pub(crate) mod words;
pub(crate) mod yaml;

pub use json::{endpoint as endpoint_json, type_def as type_json};
pub use outline::{endpoint as endpoint_outline, type_def as type_outline};

#[cfg(test)]
mod tests;
