//! Describes the responses of an endpoint, with the statuses that each stands for.

use super::{Schema, Status};

/// One documented response.
#[derive(Debug, Clone)]
pub struct Response {
    /// The statuses that it stands for.
    pub status: Status,
    /// When the server answers so.
    pub description: Option<String>,
    /// What the body holds.
    pub content: Content,
}

impl Response {
    /// The response of a list that stands for a status: one of its own, else its class, else `default`.
    pub fn covering(responses: &[Self], status: u16) -> Option<&Self> {
        let covering = responses.iter().filter(|response| response.status.covers(status));
        covering.min_by_key(|response| match response.status {
            Status::Code(_) => 0,
            Status::Class(_) => 1,
            Status::Default => 2,
        })
    }

    /// The first status that this response of a list stands for, for whoever has to choose one.
    pub fn first_status(&self, responses: &[Self]) -> u16 {
        let stands_for = |status: &u16| {
            Self::covering(responses, *status).is_some_and(|found| found.status == self.status)
        };
        (200..600).find(stands_for).unwrap_or(500)
    }
}

/// What a response's body holds.
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
