//! The client: a transport, a key and the habits of a user in, calls out. Cheap to clone and to vary.

mod builder;
mod extras;
mod vary;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;
use tokio::io::AsyncWrite;
use tokio::sync::Semaphore;

pub use builder::ClientBuilder;
pub(crate) use extras::Extras;

use crate::auth::Key;
use crate::clock::Clock;
use crate::curl;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::paging::{Items, Paged, Pages};
use crate::prepare::{self, Base, Habits};
use crate::redact::Secrets;
use crate::reply::{RawReply, Reply};
use crate::retry::{Budget, Retry};
use crate::send;
use crate::stream::StreamReply;
use crate::tables::{ApiInfo, EndpointInfo, KeyPlace};
use crate::throttle::{Line, Lines};
use crate::transport::BaseUrl;
use crate::value::Members;
use crate::wire::{HttpRequest, Transport};

/// Makes calls to one API with one key, inside of a Tokio runtime with timers and sockets.
///
/// A client is cheap to clone, and clones share connections, the retry budget and the limit on calls in flight. It may be
/// used by several runtimes, such as those of tests: each one has
/// [connections of its own](crate::transport::HttpTransport#runtimes).
/// The `with_` methods give a variation of a client, for one call or for many:
///
/// ```
/// use std::time::Duration;
/// use bizkit_client::{Client, Retry};
///
/// # fn vary(client: &Client) {
/// let quick = client.with_timeout(Duration::from_secs(2)).with_retry(Retry::never());
/// # }
/// ```
#[derive(Clone)]
pub struct Client {
    shared: Arc<Shared>,
    transport: Arc<dyn Transport>,
    key: Option<Key>,
    /// The line in which calls wait, where the client holds them back.
    lines: Option<Arc<Lines>>,
    extras: Option<Arc<Extras>>,
    settings: Settings,
}

/// What all clones and variations of a client have in common.
#[derive(Debug)]
struct Shared {
    api: &'static ApiInfo,
    clock: Arc<dyn Clock>,
    base_url: BaseUrl,
    /// `http://` is allowed, wherever it leads.
    plain_http: bool,
    user_agent: HeaderValue,
    budget: Budget,
    slots: Option<Arc<Semaphore>>,
}

/// Time for a whole call, unless the application or the endpoint's spec says otherwise.
const TIMEOUT: Duration = Duration::from_secs(60);

/// Time for an attempt, unless the application or the endpoint's spec says otherwise.
const ATTEMPT_TIMEOUT: Duration = Duration::from_secs(30);

/// What variations of a client may change.
#[derive(Debug, Clone, Copy)]
struct Settings {
    timeout: Option<Duration>,
    attempt_timeout: Option<Duration>,
    retry: Retry,
    key_place: Option<KeyPlace>,
    max_reply: usize,
}

impl Client {
    /// A builder for a client of any API that the macro has read.
    pub fn for_api(api: &'static ApiInfo) -> ClientBuilder {
        ClientBuilder::new(api)
    }

    /// A client of any API that the macro has read, set up by the environment variables that its spec names for
    /// the key and for the base URL.
    ///
    /// # Errors
    /// When the key's variable is missing, or a variable holds no valid key or URL.
    pub fn from_env_of(api: &'static ApiInfo) -> Result<Self, Error> {
        ClientBuilder::new(api).from_env()?.build()
    }

    /// Makes a call. It is awaited inside of a Tokio runtime; see [what a call needs](crate#what-it-needs).
    ///
    /// Only a reply that the endpoint documents is a value: a good status, the documented content type of a text or a file,
    /// and no body that says that the call failed.
    ///
    /// # Errors
    /// As [`Error`] describes.
    pub async fn send<E: Endpoint>(&self, request: &E) -> Result<E::Reply, Error> {
        send::send(self, request).await.map(|reply| reply.value)
    }

    /// Makes a call, and gives status, headers and attempts beside the value.
    ///
    /// # Errors
    /// As [`Error`] describes.
    pub async fn send_with_meta<E: Endpoint>(&self, request: &E) -> Result<Reply<E::Reply>, Error> {
        send::send(self, request).await
    }

    /// Makes a call, and gives the answer unread and unjudged, whatever its status, content type and body: redirects and
    /// errors as well. Calls are repeated as those of [`send`](Self::send).
    ///
    /// # Errors
    /// When the request breaks its rules, or no complete answer came.
    pub async fn send_raw<E: Endpoint>(&self, request: &E) -> Result<RawReply, Error> {
        send::send_raw(self, E::INFO, request).await
    }

    /// The pages of a list, from the one that the request names on. Nothing is sent before they are read.
    pub fn pages<E: Paged>(&self, request: &E) -> Pages<E> {
        Pages::new(self.clone(), request.clone())
    }

    /// The items of a list, from the page that the request names on. Nothing is sent before they are read.
    pub fn items<E: Paged>(&self, request: &E) -> Items<E> {
        self.pages(request).items()
    }

    /// Makes a call, and gives the body of its answer in pieces, as it comes: for files that need not be in memory.
    ///
    /// The answer's head has come when this returns, and it is good: an answer that reports a failure is read, and
    /// becomes the error that [`send`](Self::send) gives. Nothing is repeated once the body has begun. A body that turns
    /// out to be an error, or a page of HTML in the place of what the endpoint documents, is the error that
    /// [`StreamReply::next`] gives before the first piece.
    ///
    /// # Errors
    /// As [`Error`] describes.
    pub async fn send_stream<E: Endpoint>(&self, request: &E) -> Result<StreamReply, Error> {
        send::open(self, request).await
    }

    /// Makes a call, and writes the body of its answer as it comes; gives the status, the headers and the number of
    /// bytes.
    ///
    /// ```
    /// # async fn save<E: bizkit_client::Endpoint>(client: &bizkit_client::Client, request: &E)
    /// #     -> Result<(), bizkit_client::Error> {
    /// let mut invoice = Vec::new(); // or a `tokio::fs::File`, or a socket
    /// let reply = client.send_to_writer(request, &mut invoice).await?;
    /// assert_eq!(reply.value, invoice.len() as u64);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`send_stream`](Self::send_stream), and when the body breaks off, is longer than
    /// [the limit](ClientBuilder::max_reply), or cannot be written. What was written by then stays written.
    pub async fn send_to_writer<E: Endpoint>(
        &self,
        request: &E,
        writer: &mut (impl AsyncWrite + Unpin),
    ) -> Result<Reply<u64>, Error> {
        self.send_stream(request).await?.write_to(writer).await
    }

    /// The method and the URL of the call: `GET https://api.bizkithub.com/api/v1/..?apiKey=***`. The key and
    /// other secrets are written as `***`.
    ///
    /// # Errors
    /// When the request breaks its rules, or the client cannot make the call.
    pub fn request_line<E: Endpoint>(&self, request: &E) -> Result<String, Error> {
        let request = self.prepared(E::INFO, request, true)?;
        Ok(format!("{} {}", request.method(), request.url()))
    }

    /// The call as it would be sent, key and all other secrets in it: to sign it, to queue it, or to send it over a
    /// [`Transport`](crate::transport::Transport) of your own.
    ///
    /// # Errors
    /// When the request breaks its rules, or the client cannot make the call.
    pub fn to_http<E: Endpoint>(&self, request: &E) -> Result<HttpRequest, Error> {
        self.prepared(E::INFO, request, false)
    }

    /// The call as a command for a shell. The key and other secrets are written as `***`.
    ///
    /// # Errors
    /// When the request breaks its rules, or the client cannot make the call.
    pub fn to_curl<E: Endpoint>(&self, request: &E) -> Result<String, Error> {
        self.prepared(E::INFO, request, true).map(|request| curl::command(&request))
    }

    /// As [`to_curl`](Self::to_curl), with the key and all other secrets in it: the command works as it stands.
    ///
    /// # Errors
    /// When the request breaks its rules, or the client cannot make the call.
    pub fn to_curl_with_secrets<E: Endpoint>(&self, request: &E) -> Result<String, Error> {
        self.prepared(E::INFO, request, false).map(|request| curl::command(&request))
    }

    /// The call as it would be sent.
    fn prepared(
        &self,
        info: &'static EndpointInfo,
        request: &dyn Members,
        masked: bool,
    ) -> Result<HttpRequest, Error> {
        self.serves(info)?;
        crate::check::Checker::request(request, info).map_err(|invalid| Error::invalid(invalid).at(info))?;
        let habits = Habits { masked, ..self.habits(info) };
        prepare::prepare(info, request, &habits).map_err(|error| error.at(info))
    }

    /// A key belongs to one API, so a client does not call another one.
    pub(crate) fn serves(&self, info: &'static EndpointInfo) -> Result<(), Error> {
        if std::ptr::eq(self.shared.api, info.api) {
            return Ok(());
        }
        let (client, request) = (self.shared.api.title, info.api.title);
        Err(Error::setup(format!("the request belongs to the API {request}, the client to {client}"))
            .at(info))
    }

    /// Endpoints on another host go there, unless the client is pointed at a loopback server: what it stands
    /// for is not to be left by accident.
    pub(crate) fn habits(&self, info: &'static EndpointInfo) -> Habits<'_> {
        let own = &self.shared.base_url;
        let extras = self.extras.as_deref();
        let varied = extras.and_then(|extras| extras.base_url.as_ref());
        let base = match (varied, info.base_url.filter(|_| !own.loopback)) {
            (Some(varied), _) => Base::Client(varied),
            (None, Some(elsewhere)) => Base::Endpoint(elsewhere),
            (None, None) => Base::Client(own),
        };
        Habits {
            base,
            key: self.key.as_ref(),
            key_place: self.settings.key_place,
            user_agent: &self.shared.user_agent,
            max_reply: self.settings.max_reply,
            extras,
            masked: false,
        }
    }

    /// What a call of this client keeps secret.
    pub(crate) fn secrets(&self, request: &dyn Members) -> Secrets {
        prepare::secrets(request, self.key.as_ref(), self.extras.as_deref())
    }

    /// The slots for calls in flight, where their number is limited. They are never closed.
    pub(crate) fn slots(&self) -> Option<&Arc<Semaphore>> {
        self.shared.slots.as_ref()
    }

    /// The line in which the calls of an endpoint wait, where the client holds them back.
    pub(crate) fn line(&self, endpoint: &EndpointInfo) -> Option<Arc<Line>> {
        self.lines.as_ref().map(|lines| lines.of(endpoint))
    }

    pub(crate) fn transport(&self) -> &dyn Transport {
        &*self.transport
    }

    pub(crate) fn clock(&self) -> &Arc<dyn Clock> {
        &self.shared.clock
    }

    pub(crate) fn budget(&self) -> &Budget {
        &self.shared.budget
    }

    /// Time for a whole call: what the application has set, else the usual time, else what the endpoint may take.
    pub(crate) fn timeout(&self, endpoint: &EndpointInfo) -> Duration {
        self.settings.timeout.unwrap_or(TIMEOUT.max(endpoint.timeout.unwrap_or_default()))
    }

    /// Time for an attempt, in the same order.
    pub(crate) fn attempt_timeout(&self, endpoint: &EndpointInfo) -> Duration {
        self.settings.attempt_timeout.unwrap_or(ATTEMPT_TIMEOUT.max(endpoint.timeout.unwrap_or_default()))
    }

    pub(crate) fn max_reply(&self) -> usize {
        self.settings.max_reply
    }

    pub(crate) fn retry(&self) -> Retry {
        self.settings.retry
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("api", &self.shared.api.title)
            .field("base_url", &self.shared.base_url.text())
            .field("key", &self.key)
            .field("extras", &self.extras)
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
