//! Describes one operation of the API: what is sent, what comes back, and how often.

use super::vocabulary::vocabulary;
use super::{
    About, BodyPlan, Constraint, ErrorCodeId, Example, Field, KeyUse, Pagination, Parameter, RateLimit,
    RequestPlan, Response, Segment,
};
use crate::name::Name;
use crate::source::Span;
use std::time::Duration;

/// One operation of the API.
#[derive(Debug, Clone)]
pub struct Endpoint {
    /// The file's path below the specs folder, without its ending (`customer/detail`).
    pub id: String,
    /// The Rust module (`customer`).
    pub module: Vec<Name>,
    /// The request's name inside the module (`Detail`).
    pub name: Name,
    /// Summary, description, link, deprecation.
    pub about: About,
    /// The HTTP method.
    pub method: Method,
    /// Another scheme and host than the API's.
    pub base_url: Option<String>,
    /// Name and places of the key; `None` where the call carries none.
    pub key: Option<KeyUse>,
    /// Whether a call may be repeated when it may have arrived.
    pub retry: RetryClass,
    /// How long an answer may take, where that is longer than usual.
    pub timeout: Option<Duration>,
    /// A quota of this endpoint's own.
    pub rate_limit: Option<RateLimit>,
    /// All parameters except the key, in the order of the spec.
    pub parameters: Vec<Parameter>,
    /// How a request is written.
    pub request: RequestPlan,
    /// A body that is not an object of fields; excludes parameters in the body.
    pub body: Option<Body>,
    /// Rules over several arguments; indices into `parameters`, and behind them the whole body.
    pub constraints: Vec<Constraint>,
    /// Documented responses, successes first, each in the order of their statuses; at least one is a success.
    pub responses: Vec<Response>,
    /// How the list goes on.
    pub pagination: Option<Pagination>,
    /// Documented calls, checked against every rule.
    pub examples: Vec<Example>,
    /// Codes of the catalogue that this endpoint documents.
    pub errors: Vec<ErrorCodeId>,
    /// Where the endpoint's file starts.
    pub span: Span,
}

impl Endpoint {
    /// The path with its parameters in braces (`/api/v1/chat/room/{id}`).
    pub fn path_template(&self) -> String {
        let piece = |segment: &Segment| match segment {
            Segment::Literal(text) => text.clone(),
            Segment::Parameter(id) => format!("{{{}}}", id.of(&self.parameters).field.wire),
        };
        self.request.path.iter().map(piece).collect()
    }

    /// The `Content-Type` of a request; `None` where it has no body.
    pub fn content_type(&self) -> Option<&str> {
        match (&self.request.body, &self.body) {
            (BodyPlan::None, _) => None,
            (BodyPlan::Object(_), _) => Some("application/json"),
            (BodyPlan::Json | BodyPlan::Text | BodyPlan::Bytes, body) => Some(&body.as_ref()?.content_type),
        }
    }

    /// The documented response that stands for a status: one of its own, else its class, else `default`.
    pub fn response(&self, status: u16) -> Option<&Response> {
        Response::covering(&self.responses, status)
    }

    /// The first status that a response stands for, for whoever has to choose one.
    pub fn first_status(&self, response: &Response) -> u16 {
        response.first_status(&self.responses)
    }
}

/// An HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Method {
    /// `GET`
    Get,
    /// `POST`
    Post,
    /// `PUT`
    Put,
    /// `PATCH`
    Patch,
    /// `DELETE`
    Delete,
}

impl Method {
    /// The method as the request line spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }

    /// Whether arguments go into a JSON body unless the spec says otherwise.
    pub fn has_body(self) -> bool {
        matches!(self, Self::Post | Self::Put | Self::Patch)
    }
}

vocabulary! {
    /// What may be repeated after a call that may have reached the server.
    RetryClass {
        /// Repeating does no harm.
        Safe = "safe",
        /// Only a call that certainly did not reach the handler may be repeated.
        Never = "never",
    }
}

/// A body that is one value.
#[derive(Debug, Clone)]
pub struct Body {
    /// The `Content-Type` (`text/html`, `application/json`, ...).
    pub content_type: String,
    /// The argument: [`Kind::Binary`](super::Kind::Binary) is sent as it is, a string under a
    /// content type other than JSON as plain text, everything else as JSON.
    pub field: Field,
}
