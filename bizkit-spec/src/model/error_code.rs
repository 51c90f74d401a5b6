//! The catalogue of error codes: what each means, and what is at fault.

use crate::name::Name;
use crate::source::Span;

/// One entry of the catalogue of error codes.
#[derive(Debug, Clone)]
pub struct ErrorCode {
    /// The code on the wire (`PUBLIC_API_KEY_DOES_NOT_EXIST`, `post_not_found`).
    pub code: String,
    /// The variant's name.
    pub name: Name,
    /// The documented HTTP status.
    pub status: Option<u16>,
    /// What the code means.
    pub summary: String,
    /// What to do about it.
    pub help: Option<String>,
    /// What is at fault.
    pub topic: ErrorTopic,
    /// The page that explains it.
    pub docs: Option<String>,
    /// Where the code was written.
    pub span: Span,
}

/// What an error code is about, so that callers need not list codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ErrorTopic {
    /// The API key.
    Key,
    /// Too many requests.
    Rate,
    /// The shopper's session.
    Session,
    /// A permission.
    Permission,
    /// Something that does not exist.
    Missing,
    /// The request's values.
    Input,
    /// The server itself.
    Server,
}
