//! Describes the API's key: its type, its names, and where it travels.

use super::TypeId;
use super::vocabulary::vocabulary;
use crate::name::Name;
use crate::source::Span;

/// The API's key: its type, its wire name and where it travels.
#[derive(Debug, Clone)]
pub struct Key {
    /// The key's type, a sensitive string.
    pub ty: TypeId,
    /// Name of the query parameter, header or body field (`apiKey`).
    pub name: String,
    /// The places that the server reads; the first one is used unless the caller chooses.
    pub locations: Vec<KeyLocation>,
    /// The environment variable that holds it (`BIZKITHUB_API_KEY`).
    pub env: Option<String>,
    /// What the prefix of a key tells about it.
    pub kinds: Vec<KeyKind>,
}

vocabulary! {
    /// Where a key travels.
    KeyLocation {
        /// As a query parameter.
        Query = "query",
        /// As `Authorization: Bearer <key>`.
        Bearer = "bearer",
        /// As a header with the key's name.
        Header = "header",
        /// As a field of the JSON body.
        Body = "body",
    }
}

/// A class of keys, told by the prefix.
#[derive(Debug, Clone)]
pub struct KeyKind {
    /// The prefix as it stands in the key (`PROD`).
    pub prefix: String,
    /// The variant's name (`Production`).
    pub name: Name,
    /// What such a key is for.
    pub description: Option<String>,
    /// Where the prefix was written.
    pub span: Span,
}

/// How one endpoint takes the key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyUse {
    /// Name of the query parameter, header or body field.
    pub name: String,
    /// Accepted places, the default first.
    pub locations: Vec<KeyLocation>,
}
