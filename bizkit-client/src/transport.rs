//! HTTP over sockets: takes a finished request, gives the reply. The only file that names reqwest.

#[cfg(not(target_arch = "wasm32"))]
mod coding;
mod incoming;
mod tls;

use std::net::IpAddr;
use std::time::Duration;

use http::HeaderMap;
#[cfg(not(target_arch = "wasm32"))]
use reqwest::redirect;
use reqwest::{Body, Client, ClientBuilder, Request, Url};

use crate::clock::within_pause;
use crate::prepare::percent_encode;
use crate::tables::Method;
use incoming::{Incoming, malformed};

pub use crate::wire::{BoxFuture, HttpReply, HttpRequest, HttpStream, Pieces, Transport, TransportError};

/// The transport that a client has unless it is given another one: HTTP by reqwest.
///
/// It sends only to `https://`, and to `http://` on loopback. It follows no redirect, since the next host would
/// get the key, and it sends no `Referer`. An error of it never shows a URL.
///
/// Proxies, root certificates, DNS and the like are set on a [`reqwest::ClientBuilder`]:
///
/// ```
/// use bizkit_client::Client;
/// use bizkit_client::transport::HttpTransport;
///
/// let http = HttpTransport::with_builder(reqwest::Client::builder().no_proxy())?;
/// let builder = Client::builder().transport(http);
/// # Ok::<(), bizkit_client::transport::TransportError>(())
/// ```
#[derive(Debug, Clone)]
pub struct HttpTransport {
    http: Client,
    /// Until the head of a reply has come, and between two pieces of its body. reqwest's own limit would set a timer for
    /// each piece, also for one that is there.
    read: Option<Duration>,
    connect: Option<Duration>,
    /// Made elsewhere, so it may follow redirects.
    foreign: bool,
}

impl HttpTransport {
    /// Connections with these limits: until one stands, and between two pieces of a reply.
    pub(crate) fn new(connect: Duration, read: Duration) -> Result<Self, TransportError> {
        let transport = Self::with_builder(connect_timeout(Client::builder(), connect))?;
        // A browser hands over the body as a whole, and the head has the limit of the attempt.
        let read = (!cfg!(target_arch = "wasm32")).then_some(read);
        Ok(Self { read, connect: Some(connect), ..transport })
    }

    /// Connections as `builder` describes them. Redirects, the `Referer` header and reqwest's own retries are
    /// turned off, whatever it says.
    ///
    /// # Errors
    /// When the TLS library or the certificates cannot be used.
    pub fn with_builder(builder: ClientBuilder) -> Result<Self, TransportError> {
        tls::require_provider()?;
        let http = harden(builder).build().map_err(|cause| TransportError::refused(cause.without_url()))?;
        Ok(Self { http, read: None, connect: None, foreign: false })
    }

    /// Connections of a client that exists, to share its pool.
    ///
    /// Its redirect policy cannot be changed from here, so build it with `redirect::Policy::none()` and
    /// `referer(false)`: otherwise a redirect hands the key to the next host. A reply that comes from another
    /// URL than the one called is refused.
    pub fn with_client(client: Client) -> Self {
        Self { http: client, read: None, connect: None, foreign: true }
    }

    /// Sends the request, and reads the reply's head.
    async fn head(&self, mut request: HttpRequest) -> Result<(u16, HeaderMap, Incoming), TransportError> {
        let max_reply = request.max_reply;
        if !is_private(&request.url.0) {
            return Err(TransportError::refused(PLAIN_HTTP));
        }
        if !self.foreign {
            incoming::accept(&mut request.headers);
        }
        let called = self.foreign.then(|| request.url.0.clone());
        let work = in_time(self.read, self.http.execute(request.into()));
        let mut response = work.await.map_err(|error| error.or_connecting(self.connect))?;
        if called.is_some_and(|url| *response.url() != url) {
            return Err(TransportError::interrupted(
                "the HTTP client followed a redirect; turn redirects off",
            ));
        }
        let status = response.status().as_u16();
        let mut headers = std::mem::take(response.headers_mut());
        match Incoming::of(response, &mut headers, self.read, max_reply) {
            Ok(body) => Ok((status, headers, body)),
            Err(error) => Err(error.with_head(status, headers)),
        }
    }

    async fn exchange(&self, request: HttpRequest) -> Result<HttpReply, TransportError> {
        let max_reply = request.max_reply;
        let (status, headers, body) = self.head(request).await?;
        match body.whole(max_reply).await {
            Ok(body) => Ok(HttpReply { status, headers, body }),
            Err(error) => Err(error.with_head(status, headers)),
        }
    }
}

impl Transport for HttpTransport {
    fn send<'a>(&'a self, request: &'a HttpRequest) -> BoxFuture<'a, Result<HttpReply, TransportError>> {
        Box::pin(self.exchange(request.clone()))
    }

    fn send_owned(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpReply, TransportError>> {
        Box::pin(self.exchange(request))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn open<'a>(&'a self, request: &'a HttpRequest) -> BoxFuture<'a, Result<HttpStream, TransportError>> {
        Box::pin(async {
            let (status, headers, body) = self.head(request.clone()).await?;
            Ok(HttpStream::new(status, body).with_headers(headers))
        })
    }
}

/// What reqwest answers, within a time limit where there is one.
async fn in_time<T>(
    limit: Option<Duration>,
    work: impl Future<Output = Result<T, reqwest::Error>>,
) -> Result<T, TransportError> {
    let Some(limit) = limit else { return work.await.map_err(mishap) };
    match within_pause(work, limit).await {
        Some(result) => result.map_err(mishap),
        None => Err(TransportError::interrupted("nothing came for too long").beyond("read_timeout", limit)),
    }
}

/// The request as reqwest has it, key and all other secrets in it: to send it over a [`reqwest::Client`] of your own.
impl From<HttpRequest> for Request {
    fn from(request: HttpRequest) -> Self {
        let mut out = Self::new(method(request.endpoint.method), request.url.0);
        *out.headers_mut() = request.headers;
        if !request.body.is_empty() {
            *out.body_mut() = Some(Body::from(request.body));
        }
        out
    }
}

const PLAIN_HTTP: &str = "only https:// is allowed, and http:// on loopback";

/// Whether nobody on the way can read along: TLS, or no way at all.
fn is_private(url: &Url) -> bool {
    match url.scheme() {
        "https" => url.has_host(),
        "http" => is_loopback(url),
        _ => false,
    }
}

fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

/// The base of all URLs of a client: a scheme, a host, perhaps a path, no slash at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BaseUrl {
    url: Url,
    pub(crate) loopback: bool,
}

/// The URL of a request: parsed once for all calls of a client, and only added to for each of them.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Target(Url);

impl Target {
    pub(crate) fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Adds an argument. Everything but letters, digits and `-._~*` becomes `%XX`.
    pub(crate) fn pair(&mut self, name: &str, text: &str) {
        // A form has other ways for these two.
        if ![name, text].iter().any(|part| part.bytes().any(|byte| matches!(byte, b' ' | b'~'))) {
            self.0.query_pairs_mut().append_pair(name, text);
            return;
        }
        let mut query = self.0.query().map_or_else(String::new, |query| format!("{query}&"));
        percent_encode(name, &mut query);
        query.push('=');
        percent_encode(text, &mut query);
        self.0.set_query(Some(&query));
    }
}

impl BaseUrl {
    /// Checks what a user gave. The error names the rule and not the text, which may hold a password.
    pub(crate) fn parse(text: &str) -> Result<Self, &'static str> {
        let url = Url::parse(text.trim()).map_err(|_| "it is no absolute URL such as https://host")?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err("its scheme is neither https nor http");
        }
        if !is_private(&url) {
            return Err(PLAIN_HTTP);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err("it holds a user name or a password");
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err("it holds a query or a fragment");
        }
        Ok(Self { loopback: is_loopback(&url), url })
    }

    /// The URL without a slash at its end.
    pub(crate) fn text(&self) -> &str {
        self.url.as_str().trim_end_matches('/')
    }

    /// The URL with a path behind it, which is percent-encoded already.
    pub(crate) fn target(&self, path: &str) -> Target {
        let mut url = self.url.clone();
        match url.path().trim_end_matches('/') {
            "" => url.set_path(path),
            base => url.set_path(&[base, path].concat()),
        }
        Target(url)
    }
}

/// How far the request got, by what reqwest says, and never with its URL.
fn mishap(cause: reqwest::Error) -> TransportError {
    let cause = cause.without_url();
    let timed_out = cause.is_timeout();
    let error = if cause.is_builder() {
        TransportError::refused(cause)
    } else if is_connect(&cause) {
        TransportError::not_connected(cause)
    } else if let Some(words) = malformed(&cause) {
        TransportError::unreadable(words)
    } else {
        TransportError::interrupted(cause)
    };
    if timed_out { error.timed_out() } else { error }
}

#[cfg(not(target_arch = "wasm32"))]
fn is_connect(cause: &reqwest::Error) -> bool {
    cause.is_connect()
}

/// A browser does not tell.
#[cfg(target_arch = "wasm32")]
fn is_connect(_: &reqwest::Error) -> bool {
    false
}

#[cfg(not(target_arch = "wasm32"))]
fn connect_timeout(builder: ClientBuilder, limit: Duration) -> ClientBuilder {
    builder.connect_timeout(limit)
}

#[cfg(target_arch = "wasm32")]
fn connect_timeout(builder: ClientBuilder, _: Duration) -> ClientBuilder {
    builder
}

#[cfg(not(target_arch = "wasm32"))]
fn harden(builder: ClientBuilder) -> ClientBuilder {
    builder
        .redirect(redirect::Policy::none())
        .referer(false)
        .retry(reqwest::retry::never())
        .tcp_nodelay(true)
        // It would take the first member of several for the whole.
        .no_gzip()
}

/// A browser decides these itself.
#[cfg(target_arch = "wasm32")]
fn harden(builder: ClientBuilder) -> ClientBuilder {
    builder
}

fn method(method: Method) -> reqwest::Method {
    match method {
        Method::Get => reqwest::Method::GET,
        Method::Post => reqwest::Method::POST,
        Method::Put => reqwest::Method::PUT,
        Method::Patch => reqwest::Method::PATCH,
        Method::Delete => reqwest::Method::DELETE,
    }
}

#[cfg(test)]
mod tests;
