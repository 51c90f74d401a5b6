//! What crosses the wire: the finished request that a transport takes, and the response or the error that it gives.

use std::fmt;

use bytes::{Bytes, BytesMut};
use http::HeaderMap;

use super::error::TransportError;
use super::url::Target;
use crate::base::future::BoxFuture;
use crate::schema::tables::EndpointInfo;

/// Carries requests to a server.
///
/// The client brings [`HttpTransport`](crate::transport::HttpTransport). Another one serves tests without a
/// socket, recorded responses, or an HTTP stack of your own; pass it to
/// [`ClientBuilder::transport`](crate::ClientBuilder::transport).
///
/// Retries and time limits are not its business: the client repeats calls, and drops the future when time is up.
/// What an HTTP stack reports must not hold the URL, which may hold the key; should an error do so all the same,
/// the client puts `***` in its place.
///
/// ```
/// use bizkit_client::transport::{BoxFuture, HttpResponse, HttpRequest, Transport, TransportError};
///
/// /// Answers every call alike.
/// #[derive(Debug)]
/// struct Canned(&'static str);
///
/// impl Transport for Canned {
///     fn send<'a>(&'a self, _: &'a HttpRequest) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
///         Box::pin(async { Ok(HttpResponse::new(200, self.0)) })
///     }
/// }
/// ```
///
/// One that wraps another is what other libraries call middleware. This one counts what goes out, repetitions
/// included:
///
/// ```
/// use std::sync::atomic::{AtomicU64, Ordering};
/// use bizkit_client::transport::{BoxFuture, HttpResponse, HttpRequest, HttpStream, Transport, TransportError};
///
/// #[derive(Debug)]
/// struct Counted<T> {
///     inner: T,
///     sent: AtomicU64,
/// }
///
/// impl<T: Transport> Transport for Counted<T> {
///     fn send<'a>(&'a self, request: &'a HttpRequest) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
///         self.sent.fetch_add(1, Ordering::Relaxed);
///         self.inner.send(request)
///     }
///     fn open<'a>(&'a self, request: &'a HttpRequest) -> BoxFuture<'a, Result<HttpStream, TransportError>> {
///         self.sent.fetch_add(1, Ordering::Relaxed);
///         self.inner.open(request)
///     }
/// }
/// ```
#[doc(alias("middleware", "interceptor", "layer"))]
pub trait Transport: fmt::Debug + Send + Sync {
    /// Sends one request once and reads the whole response, whatever its status is. Follows no redirect.
    ///
    /// # Errors
    /// When no complete response came; the error says how far the request may have got.
    fn send<'a>(&'a self, request: &'a HttpRequest) -> BoxFuture<'a, Result<HttpResponse, TransportError>>;

    /// As [`send`](Self::send), for a request that nobody needs afterwards, so that it need not be copied.
    ///
    /// A transport that leaves this out is called by `send`.
    ///
    /// # Errors
    /// As [`send`](Self::send).
    fn send_owned(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(async move { self.send(&request).await })
    }

    /// Sends one request once and reads the head of the response; the body comes in pieces, as it is asked for.
    ///
    /// A transport that leaves this out reads the whole response and gives it as one piece.
    ///
    /// # Errors
    /// When no complete head came; the error says how far the request may have got.
    fn open<'a>(&'a self, request: &'a HttpRequest) -> BoxFuture<'a, Result<HttpStream, TransportError>> {
        let response = self.send(request);
        Box::pin(async move { response.await.map(HttpStream::from) })
    }
}

/// A request that is ready to be sent.
///
/// Its URL, headers and body hold the API key and other secrets, so `Debug` shows the method and the
/// path's template alone.
#[derive(Clone)]
pub struct HttpRequest {
    pub(crate) endpoint: &'static EndpointInfo,
    pub(crate) url: Target,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
    pub(crate) max_response_bytes: usize,
}

impl HttpRequest {
    /// The method: `GET`.
    pub fn method(&self) -> &'static str {
        self.endpoint.method.as_str()
    }

    /// The absolute URL with its query. It may hold the key: do not log it.
    pub fn url(&self) -> &str {
        self.url.as_str()
    }

    /// The headers. They may hold the key.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The headers of a copy that a wrapping transport passes on, for a signature or a trace.
    pub fn headers_mut(&mut self) -> &mut HeaderMap {
        &mut self.headers
    }

    /// The body, empty where there is none.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// The size in bytes that the response's body may have after decompression. A transport stops reading there.
    pub fn max_response_bytes(&self) -> usize {
        self.max_response_bytes
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
pub struct HttpResponse {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl HttpResponse {
    /// A response without headers.
    pub fn new(status: u16, body: impl Into<Bytes>) -> Self {
        Self { status, headers: HeaderMap::new(), body: body.into() }
    }

    /// The same response with these headers.
    #[must_use]
    pub fn with_headers(mut self, headers: HeaderMap) -> Self {
        self.headers = headers;
        self
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body, decompressed.
    pub fn body(&self) -> &Bytes {
        &self.body
    }
}

impl fmt::Debug for HttpResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpResponse")
            .field("status", &self.status)
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

/// The body of a response that comes in pieces.
pub trait Pieces: Send {
    /// The next piece; `None` behind the last one.
    ///
    /// # Errors
    /// When the body breaks off.
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>>;
}

/// A body that has come already.
impl Pieces for Option<Bytes> {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(std::future::ready(Ok(self.take().filter(|body| !body.is_empty()))))
    }
}

/// What a server answered, with a body that is still on its way.
pub struct HttpStream {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Box<dyn Pieces>,
}

impl HttpStream {
    /// A response without headers.
    pub fn new(status: u16, body: impl Pieces + 'static) -> Self {
        Self { status, headers: HeaderMap::new(), body: Box::new(body) }
    }

    /// The same response with these headers.
    #[must_use]
    pub fn with_headers(mut self, headers: HeaderMap) -> Self {
        self.headers = headers;
        self
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The whole response; the body is read to its end, and no further than `limit` bytes.
    pub(crate) async fn collect(mut self, limit: usize) -> Result<HttpResponse, TransportError> {
        match self.rest(limit).await {
            Ok(body) => Ok(HttpResponse { status: self.status, headers: self.headers, body }),
            Err(error) => Err(error.with_head(self.status, self.headers)),
        }
    }

    async fn rest(&mut self, limit: usize) -> Result<Bytes, TransportError> {
        let mut body = Gathered::new(limit);
        while let Some(piece) = self.body.next().await? {
            body.add(piece)?;
        }
        Ok(body.into_bytes())
    }
}

/// A body that comes piece by piece, up to a limit. Most responses are one piece, which is passed on without a copy.
pub(crate) struct Gathered {
    limit: usize,
    first: Bytes,
    whole: BytesMut,
}

impl Gathered {
    pub(crate) fn new(limit: usize) -> Self {
        Self { limit, first: Bytes::new(), whole: BytesMut::new() }
    }

    /// Takes the next piece.
    pub(crate) fn add(&mut self, piece: Bytes) -> Result<(), TransportError> {
        if piece.len() > self.limit - self.first.len() - self.whole.len() {
            return Err(TransportError::too_large());
        }
        if self.first.is_empty() && self.whole.is_empty() {
            self.first = piece;
            return Ok(());
        }
        if self.whole.is_empty() {
            self.whole = BytesMut::from(std::mem::take(&mut self.first));
        }
        self.whole.extend_from_slice(&piece);
        Ok(())
    }

    pub(crate) fn into_bytes(self) -> Bytes {
        if self.whole.is_empty() { self.first } else { self.whole.freeze() }
    }
}

impl From<HttpResponse> for HttpStream {
    fn from(response: HttpResponse) -> Self {
        Self { status: response.status, headers: response.headers, body: Box::new(Some(response.body)) }
    }
}

impl fmt::Debug for HttpStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpStream").field("status", &self.status).finish_non_exhaustive()
    }
}
