//! Says how a request is written, decided once for all back ends: which argument travels where, and in which form.

use super::ParameterId;

/// How a request is written. `read` lowers an endpoint to it, `check` refuses what has no form on the wire, and no back
/// end derives any of it again; where the key goes stands in [`Endpoint::key`](super::Endpoint::key).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RequestPlan {
    /// The path, literals and parameters in order; a slash at the end is kept.
    pub path: Vec<Segment>,
    /// The parameters of the query, in the order of the spec.
    pub query: Vec<ParameterId>,
    /// The parameters that are headers, in the order of the spec.
    pub headers: Vec<ParameterId>,
    /// The body.
    pub body: BodyPlan,
}

/// A piece of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// Text taken as it stands, slashes included (`/api/v1/chat/room/`).
    Literal(String),
    /// A parameter, percent-encoded.
    Parameter(ParameterId),
}

/// How the body of a request is written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum BodyPlan {
    /// There is none.
    #[default]
    None,
    /// A JSON object of these parameters in the order of the spec, and of the key where it travels there.
    Object(Vec<ParameterId>),
    /// [`Endpoint::body`](super::Endpoint::body) as JSON.
    Json,
    /// [`Endpoint::body`](super::Endpoint::body) as its text.
    Text,
    /// [`Endpoint::body`](super::Endpoint::body) as it is, byte by byte.
    Bytes,
}
