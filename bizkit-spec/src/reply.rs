//! The answers of an endpoint: its replies with their statuses, how its lists go on, and documented calls.

use crate::json::Json;
use crate::model::Endpoint;
use crate::source::Span;
use crate::status::Status;
use crate::types::Schema;

/// One documented reply.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The statuses that it stands for.
    pub status: Status,
    /// When the server answers so.
    pub description: Option<String>,
    /// What the body holds.
    pub content: Content,
}

impl Reply {
    /// The reply of a list that stands for a status: one of its own, else its class, else `default`.
    pub fn covering(replies: &[Self], status: u16) -> Option<&Self> {
        let covering = replies.iter().filter(|reply| reply.status.covers(status));
        covering.min_by_key(|reply| match reply.status {
            Status::Code(_) => 0,
            Status::Class(_) => 1,
            Status::Default => 2,
        })
    }

    /// The first status that this reply of a list stands for, for whoever has to choose one.
    pub fn first_status(&self, replies: &[Self]) -> u16 {
        let stands_for =
            |status: &u16| Self::covering(replies, *status).is_some_and(|found| found.status == self.status);
        (200..600).find(stands_for).unwrap_or(500)
    }
}

impl Endpoint {
    /// The documented reply that stands for a status: one of its own, else its class, else `default`.
    pub fn reply(&self, status: u16) -> Option<&Reply> {
        Reply::covering(&self.replies, status)
    }

    /// The first status that a reply stands for, for whoever has to choose one.
    pub fn first_status(&self, reply: &Reply) -> u16 {
        reply.first_status(&self.replies)
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
