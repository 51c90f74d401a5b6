//! The answers of an endpoint: its replies, how its lists go on, and documented calls.

use crate::json::Json;
use crate::source::Span;
use crate::types::Schema;

/// One documented reply.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The status; 400 and above is a failure.
    pub status: u16,
    /// When the server answers so.
    pub description: Option<String>,
    /// What the body holds.
    pub content: Content,
}

impl Reply {
    /// What HTTP calls the status (`not found`), or its number (`status 299`).
    pub fn reason(status: u16) -> String {
        let words = match status {
            200 => "ok",
            201 => "created",
            202 => "accepted",
            204 => "no content",
            206 => "partial content",
            304 => "not modified",
            400 => "bad request",
            401 => "unauthorized",
            402 => "payment required",
            403 => "forbidden",
            404 => "not found",
            405 => "method not allowed",
            409 => "conflict",
            410 => "gone",
            412 => "precondition failed",
            413 => "content too large",
            415 => "unsupported media type",
            422 => "unprocessable content",
            423 => "locked",
            429 => "too many requests",
            500 => "internal server error",
            502 => "bad gateway",
            503 => "service unavailable",
            504 => "gateway timeout",
            _ => return format!("status {status}"),
        };
        words.to_owned()
    }
}

/// What a reply's body holds.
#[derive(Debug, Clone)]
#[allow(clippy::large_enum_variant, reason = "a few per endpoint; a box would only hide the schema")]
pub enum Content {
    /// Nothing that is read.
    Empty,
    /// JSON of this type.
    Json(Schema),
    /// Text of this content type (`application/rss+xml`).
    Text(String),
    /// Bytes of this content type (`image/png`).
    Binary(String),
}

/// How to ask for the next part of a list.
#[derive(Debug, Clone)]
pub struct Pagination {
    /// Counting pages or items.
    pub style: PageStyle,
    /// Index of the parameter that holds the page's number or the offset.
    pub cursor: usize,
    /// Index of the parameter that holds the page's size.
    pub limit: Option<usize>,
    /// The page size when the caller names none, where documented.
    pub default_limit: Option<u64>,
    /// Index of the reply's field that holds the items.
    pub items: usize,
    /// Index of the reply's field that holds the number of all items.
    pub total: Option<usize>,
}

/// What the pagination parameter counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PageStyle {
    /// Pages; the first one has this number.
    Page {
        /// Usually 1.
        first: i64,
    },
    /// Items to leave out.
    Offset,
}

/// A documented call.
#[derive(Debug, Clone)]
pub struct Example {
    /// When this happens; empty for an only example.
    pub summary: Option<String>,
    /// Arguments by wire name; an object. With a [`Body`](crate::model::Body), its value stands under its wire name.
    pub request: Option<Json>,
    /// The reply's status.
    pub status: u16,
    /// The reply's body: JSON, or a string for text, or a base64 string for bytes.
    pub response: Option<Json>,
    /// Where the example starts.
    pub span: Span,
}
