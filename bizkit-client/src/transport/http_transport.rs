//! Sends requests over sockets by [`reqwest`], and keeps what it must not do from it.

use std::fmt;
use std::time::Duration;

use http::HeaderMap;
use http::header::CONTENT_LENGTH;
use reqwest::{Body, Client, ClientBuilder, Request};
use std::sync::Arc;

use super::error::TransportError;
use super::incoming::{Incoming, accept, malformed};
#[cfg(not(target_arch = "wasm32"))]
use super::message::HttpStream;
use super::message::{HttpRequest, HttpResponse, Transport};
use super::pools::Pools;
use super::tls;
use super::url::{PLAIN_HTTP, Way};
use crate::base::clock::within_pause;
use crate::base::future::BoxFuture;
use crate::schema::tables::Method;

/// The transport that a client has unless it is given another one: HTTP by [`reqwest`].
///
/// It sends only to `https://`, and to `http://` on loopback. It follows no redirect, since the next host would
/// get the key, and it sends no `Referer`. An error of it never shows a URL. TLS is set up when the first `https://` is
/// called; loopback needs none.
///
/// # Proxies
///
/// A proxy in `HTTPS_PROXY`, `ALL_PROXY` or, with the feature `system-proxy`, in the settings of the system carries
/// `https://`; it sees the name of the server and nothing else. No proxy ever carries what goes to loopback or in clear
/// text, whatever the environment, the system or a builder says: it would read the key. SOCKS proxies need the
/// feature `socks`.
///
/// # Runtimes
///
/// It works in a Tokio runtime with timers and sockets. A connection is driven by the runtime that opened it, so
/// each runtime has connections of its own, and a transport may be used by several.
#[derive(Clone)]
#[doc(alias("proxy", "certificate", "TLS"))]
pub struct HttpTransport {
    clients: Clients,
    /// Until the head of a response has come, and between two pieces of its body. reqwest's own limit would set a timer for
    /// each piece, also for one that is there.
    read: Option<Duration>,
    connect: Option<Duration>,
}

/// Where HTTP clients come from.
#[derive(Clone)]
enum Clients {
    Own(Arc<Pools>),
    /// Made elsewhere, so it may follow redirects, repeat requests, and know proxies.
    Foreign {
        client: Client,
        proxies: bool,
    },
}

impl HttpTransport {
    /// Connections with these limits: until one stands, and between two pieces of a response.
    pub(crate) fn new(connect: Duration, read: Duration) -> Self {
        let clients = Clients::Own(Arc::new(Pools::new(move || connect_timeout(Client::builder(), connect))));
        // A browser hands over the body as a whole, and the head has the limit of the attempt.
        Self { clients, read: (!cfg!(target_arch = "wasm32")).then_some(read), connect: Some(connect) }
    }

    /// Connections as a [`reqwest::ClientBuilder`] describes them: proxies, root certificates, DNS and the like.
    /// Redirects, the `Referer` header and reqwest's own retries are turned off, whatever it says.
    ///
    /// The function is called for each set of connections: for each runtime, and there for clear text, for `https://` on
    /// loopback and for `https://` elsewhere, when the first call goes that way. A proxy of the builder carries the last of
    /// the three alone.
    ///
    /// ```
    /// use bizkit_client::Client;
    /// use bizkit_client::transport::{HttpTransport, reqwest};
    ///
    /// let proxy = reqwest::Proxy::all("http://proxy.example.com:3128")?;
    /// let http = HttpTransport::with_builder(move || reqwest::Client::builder().proxy(proxy.clone()))?;
    /// let builder = Client::builder().transport(http);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// When the builder holds what cannot be used. Certificates are looked at when the first `https://` is called.
    pub fn with_builder(
        builder: impl Fn() -> ClientBuilder + Send + Sync + 'static,
    ) -> Result<Self, TransportError> {
        let pools = Pools::new(builder);
        pools.build(Way::Plain)?;
        Ok(Self { clients: Clients::Own(Arc::new(pools)), read: None, connect: None })
    }

    /// Connections of a client that exists, to share its pool.
    ///
    /// What it was told cannot be changed from here, so build it with
    ///
    /// - `redirect(Policy::none())` and `referer(false)`: otherwise a redirect hands the key to the next host. A response
    ///   that comes from another URL than the one called is refused.
    /// - `no_proxy()`, if it shall call loopback or `http://`: a client that may use a proxy, as each one may by the
    ///   environment, does not get such calls, because the proxy would read the key.
    /// - `retry(reqwest::retry::never())`: a request is handed over in a form that it cannot repeat, so its retries do
    ///   nothing.
    ///
    /// Use it in one runtime: another one cannot drive its connections. A body that it unpacks by itself is taken as it makes
    /// it.
    ///
    /// ```no_run
    /// use bizkit_client::transport::{HttpTransport, install_cryptography, reqwest};
    ///
    /// install_cryptography()?;
    /// let shared = reqwest::Client::builder()
    ///     .redirect(reqwest::redirect::Policy::none())
    ///     .referer(false)
    ///     .retry(reqwest::retry::never())
    ///     .no_proxy()
    ///     .build()?;
    /// let http = HttpTransport::with_client(shared.clone());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with_client(client: Client) -> Self {
        // It tells in no other way; a test holds that it tells.
        let proxies = format!("{client:?}").contains("proxies");
        Self { clients: Clients::Foreign { client, proxies }, read: None, connect: None }
    }

    /// The HTTP client for this request, and the request as that client takes it.
    fn ready(&self, request: HttpRequest) -> Result<(Client, Request), TransportError> {
        let way = request.url.way().ok_or_else(|| TransportError::refused(PLAIN_HTTP))?;
        if way != Way::Plain && !tls::is_known() {
            return Err(TransportError::refused(tls::MISSING));
        }
        match &self.clients {
            Clients::Own(pools) => Ok((pools.client(way)?, request.into())),
            Clients::Foreign { proxies: true, .. } if way != Way::Far => Err(TransportError::refused(
                "a proxy could read the call; build the HTTP client with `no_proxy`",
            )),
            Clients::Foreign { client, .. } => {
                crate::base::runtime::sockets().map_err(TransportError::refused)?;
                Ok((client.clone(), once(request.into())))
            }
        }
    }

    /// Sends the request, and reads the response's head.
    async fn head(&self, mut request: HttpRequest) -> Result<(u16, HeaderMap, Incoming), TransportError> {
        let max_response_bytes = request.max_response_bytes;
        let foreign = matches!(self.clients, Clients::Foreign { .. });
        if !foreign {
            accept(&mut request.headers);
        }
        // A slow endpoint has the time that its spec gives it until the head comes.
        let read = self.read.map(|read| read.max(request.endpoint.timeout.unwrap_or_default()));
        let (client, request) = self.ready(request)?;
        let called = foreign.then(|| request.url().clone());
        let work = in_time(read, client.execute(request));
        let mut response = work.await.map_err(|error| error.or_connecting(self.connect))?;
        if called.is_some_and(|url| *response.url() != url) {
            return Err(TransportError::interrupted(
                "the HTTP client followed a redirect; turn redirects off",
            ));
        }
        let status = response.status().as_u16();
        let mut headers = std::mem::take(response.headers_mut());
        match Incoming::of(response, &mut headers, self.read, max_response_bytes) {
            Ok(body) => Ok((status, headers, body)),
            Err(error) => Err(error.with_head(status, headers)),
        }
    }

    async fn exchange(&self, request: HttpRequest) -> Result<HttpResponse, TransportError> {
        let max_response_bytes = request.max_response_bytes;
        let (status, headers, body) = self.head(request).await?;
        match body.whole(max_response_bytes).await {
            Ok(body) => Ok(HttpResponse { status, headers, body }),
            Err(error) => Err(error.with_head(status, headers)),
        }
    }
}

/// A builder may hold the password of a proxy.
impl fmt::Debug for HttpTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpTransport").field("read", &self.read).finish_non_exhaustive()
    }
}

impl Transport for HttpTransport {
    fn send<'a>(&'a self, request: &'a HttpRequest) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        Box::pin(self.exchange(request.clone()))
    }

    fn send_owned(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
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
pub(super) async fn in_time<T>(
    limit: Option<Duration>,
    work: impl Future<Output = Result<T, reqwest::Error>>,
) -> Result<T, TransportError> {
    let Some(limit) = limit else { return work.await.map_err(transport_error) };
    match within_pause(work, limit).await {
        Some(result) => result.map_err(transport_error),
        None => Err(TransportError::interrupted("nothing came for too long").beyond("read_timeout", limit)),
    }
}

/// The request as reqwest has it, key and all other secrets in it: to send it over a [`reqwest::Client`] of your own.
impl From<HttpRequest> for Request {
    fn from(request: HttpRequest) -> Self {
        let mut out = Self::new(method(request.endpoint.method), request.url.url);
        *out.headers_mut() = request.headers;
        if !request.body.is_empty() {
            *out.body_mut() = Some(Body::from(request.body));
        } else if request.endpoint.method.has_body() && cfg!(not(target_arch = "wasm32")) {
            // Some servers take a request that leaves it out for one whose body is still to come.
            out.headers_mut().insert(CONTENT_LENGTH, http::HeaderValue::from_static("0"));
        }
        out
    }
}

/// The same request with a body that can be read once, so that nobody sends it a second time.
#[cfg(not(target_arch = "wasm32"))]
fn once(mut request: Request) -> Request {
    let body = request.body_mut().take().unwrap_or_default();
    *request.body_mut() = Some(Body::wrap(body));
    request
}

/// A browser repeats nothing.
#[cfg(target_arch = "wasm32")]
fn once(request: Request) -> Request {
    request
}

/// How far the request got, by what reqwest says, and never with its URL.
pub(super) fn transport_error(cause: reqwest::Error) -> TransportError {
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
