//! What crosses the wire: the finished request that a transport takes, and the reply or the mishap that it gives.

use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::tables::EndpointInfo;

/// Carries requests to a server.
///
/// The client brings [`HttpTransport`](crate::transport::HttpTransport). Another one serves tests without a
/// socket, recorded replies, or an HTTP stack of your own; pass it to
/// [`ClientBuilder::transport`](crate::ClientBuilder::transport).
///
/// Retries and time limits are not its business: the client repeats calls, and drops the future when time is up.
///
/// ```
/// use bizkit_client::transport::{BoxFuture, HttpReply, HttpRequest, Transport, TransportError};
///
/// /// Answers every call alike.
/// #[derive(Debug)]
/// struct Canned(&'static str);
///
/// impl Transport for Canned {
///     fn send<'a>(&'a self, _: &'a HttpRequest) -> BoxFuture<'a, Result<HttpReply, TransportError>> {
///         Box::pin(async { Ok(HttpReply::new(200, self.0)) })
///     }
/// }
/// ```
pub trait Transport: fmt::Debug + Send + Sync {
    /// Sends one request once and reads the whole reply, whatever its status is. Follows no redirect.
    ///
    /// # Errors
    /// When no complete reply came; the error says how far the request may have got.
    fn send<'a>(&'a self, request: &'a HttpRequest) -> BoxFuture<'a, Result<HttpReply, TransportError>>;
}

/// A boxed future, `Send` wherever threads exist.
#[cfg(not(target_arch = "wasm32"))]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A boxed future, `Send` wherever threads exist.
#[cfg(target_arch = "wasm32")]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// A request that is ready to be sent.
///
/// Its URL, headers and body hold the API key and other secrets, so `Debug` shows the method and the
/// path's template alone.
#[derive(Clone)]
pub struct HttpRequest {
    pub(crate) endpoint: &'static EndpointInfo,
    pub(crate) url: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) max_reply: usize,
}

impl HttpRequest {
    /// The method: `GET`.
    pub fn method(&self) -> &'static str {
        self.endpoint.method.as_str()
    }

    /// The absolute URL with its query. It may hold the key: do not log it.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The headers. They may hold the key.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body, empty where there is none.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// The size in bytes that the reply's body may have after decompression. A transport stops reading there.
    pub fn max_reply(&self) -> usize {
        self.max_reply
    }

    /// The id of the endpoint, which is the path of its spec, such as `customer/detail`.
    pub fn endpoint(&self) -> &'static str {
        self.endpoint.id
    }
}

impl fmt::Debug for HttpRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpRequest")
            .field("method", &self.method())
            .field("endpoint", &self.endpoint.id)
            .finish_non_exhaustive()
    }
}

/// What a server answered.
#[derive(Clone)]
pub struct HttpReply {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl HttpReply {
    /// A reply without headers.
    pub fn new(status: u16, body: impl Into<Bytes>) -> Self {
        Self { status, headers: HeaderMap::new(), body: body.into() }
    }

    /// The same reply with these headers.
    #[must_use]
    pub fn with_headers(mut self, headers: HeaderMap) -> Self {
        self.headers = headers;
        self
    }
}

impl fmt::Debug for HttpReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpReply")
            .field("status", &self.status)
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

/// Why there is no complete reply.
#[derive(Debug)]
pub struct TransportError {
    pub(crate) mishap: Mishap,
    pub(crate) timed_out: bool,
    pub(crate) source: Option<Box<dyn StdError + Send + Sync>>,
}

/// How far a request without a complete reply got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mishap {
    /// It was not tried, and will not be.
    Refused,
    /// No connection came about.
    NotConnected,
    /// It was on its way when something broke.
    Interrupted,
    /// The server answered with this status and more bytes than the limit.
    TooLarge(StatusCode),
}

impl TransportError {
    /// The transport does not send this request, today or tomorrow: the URL is not acceptable, for one.
    pub fn refused(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { mishap: Mishap::Refused, timed_out: false, source: Some(source.into()) }
    }

    /// No connection to the server came about, so it has certainly not seen the request.
    pub fn not_connected(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { mishap: Mishap::NotConnected, timed_out: false, source: Some(source.into()) }
    }

    /// Something broke after the connection stood. The server may have seen the request and acted on it.
    pub fn interrupted(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { mishap: Mishap::Interrupted, timed_out: false, source: Some(source.into()) }
    }

    /// The server answered with `status` and a body beyond [`HttpRequest::max_reply`].
    pub fn too_large(status: StatusCode) -> Self {
        Self { mishap: Mishap::TooLarge(status), timed_out: false, source: None }
    }

    /// The same mishap, marked as the end of a time limit.
    #[must_use]
    pub fn timed_out(mut self) -> Self {
        self.timed_out = true;
        self
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match (self.mishap, self.timed_out) {
            (Mishap::Refused, _) => "the request cannot be sent",
            (Mishap::NotConnected, false) => "no connection to the server",
            (Mishap::NotConnected, true) => "no connection to the server in time",
            (Mishap::Interrupted, false) => "the connection broke before the whole reply had arrived",
            (Mishap::Interrupted, true) => "no complete reply in time",
            (Mishap::TooLarge(_), _) => "the reply is larger than the limit",
        })
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
