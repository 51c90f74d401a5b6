//! Holds a documented call with its response.

use crate::json::Json;
use crate::source::Span;

/// A documented call.
#[derive(Debug, Clone)]
pub struct Example {
    /// When this happens; empty for an only example.
    pub summary: Option<String>,
    /// Arguments by wire name; an object. With a [`Body`](crate::model::Body), its value stands under its wire name.
    pub request: Option<Json>,
    /// The response's status.
    pub status: u16,
    /// The response's body: JSON, or a string for text, or a base64 string for bytes.
    pub response: Option<Json>,
    /// Where the example starts.
    pub span: Span,
}
