//! The text of an OpenAPI document (3.0 or 3.1, JSON or YAML) to its operations, each part with its JSON
//! pointer; local references are followed. What the document means in the spec language says
//! `import`.
//!
//! What OpenAPI cannot say stands in extensions: `x-bizkit-KEY` beside a schema, a parameter, a response or an
//! operation, or at the root for `api.yaml`, holds the value that `KEY` has there in the spec language
//! (`x-bizkit-normalize: [trim]`), and wins over what the rest of the document says about it. Five more
//! extensions have a meaning of their own:
//!
//! - `x-bizkit-id` of an operation is the path of its file (`customer/detail`);
//! - `x-bizkit-endpoint` of a schema under `components` says that the type belongs to that file alone;
//! - `x-bizkit-name` of such a schema is the type's name, of a property or parameter its Rust name, of a
//!   branch of `oneOf` the branch's name;
//! - `x-bizkit-errors` at the root is the catalogue, as `errors.yaml` writes it;
//! - `x-bizkit-examples` of an operation are its documented calls.

mod document;
mod pointer;

pub use document::{Document, DocumentError, Operation};
pub use pointer::{join, token};

/// The beginning of an extension that holds a key of the spec language.
pub const EXTENSION: &str = "x-bizkit-";
