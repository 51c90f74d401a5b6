//! The client: a transport, a key and the habits of a user in, calls out. Cheap to clone and to vary.

mod builder;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;
use tokio::sync::Semaphore;

pub use builder::ClientBuilder;

use crate::auth::Key;
use crate::clock::Clock;
use crate::curl;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::paging::{Items, Paged, Pages};
use crate::prepare::{self, Habits};
use crate::reply::{RawReply, Reply};
use crate::retry::{Budget, Retry};
use crate::secret::Secret;
use crate::send;
use crate::tables::{ApiInfo, EndpointInfo, KeyPlace};
use crate::transport::BaseUrl;
use crate::wire::{HttpRequest, Transport};

/// Makes calls to one API with one key.
///
/// A client is cheap to clone, and clones share connections, the retry budget and the limit on calls in flight.
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
    key: Option<Key>,
    settings: Settings,
}

/// What all clones and variations of a client have in common.
#[derive(Debug)]
struct Shared {
    api: &'static ApiInfo,
    transport: Arc<dyn Transport>,
    clock: Arc<dyn Clock>,
    base_url: BaseUrl,
    user_agent: HeaderValue,
    budget: Budget,
    slots: Option<Semaphore>,
}

/// What variations of a client may change.
#[derive(Debug, Clone, Copy)]
struct Settings {
    timeout: Duration,
    attempt_timeout: Duration,
    retry: Retry,
    key_place: Option<KeyPlace>,
    max_reply: usize,
}

impl Client {
    /// A builder for a client of any API that the macro has read.
    pub fn for_api(api: &'static ApiInfo) -> ClientBuilder {
        ClientBuilder::new(api)
    }

    /// A client of any API that the macro has read, out of the environment variables that its spec names for
    /// the key and for the base URL.
    ///
    /// # Errors
    /// When the key's variable is missing, or a variable holds what is no key or no URL.
    pub fn from_env_of(api: &'static ApiInfo) -> Result<Self, Error> {
        ClientBuilder::new(api).from_env()?.build()
    }

    /// The same client with another time limit for a whole call.
    #[must_use]
    pub fn with_timeout(&self, timeout: Duration) -> Self {
        self.vary(|settings| settings.timeout = timeout)
    }

    /// The same client with another time limit for each attempt.
    #[must_use]
    pub fn with_attempt_timeout(&self, timeout: Duration) -> Self {
        self.vary(|settings| settings.attempt_timeout = timeout)
    }

    /// The same client with other habits of repeating calls.
    #[must_use]
    pub fn with_retry(&self, retry: Retry) -> Self {
        self.vary(|settings| settings.retry = retry)
    }

    /// The same client with another limit on the size of replies, in bytes after decompression.
    #[must_use]
    pub fn with_max_reply(&self, bytes: usize) -> Self {
        self.vary(|settings| settings.max_reply = bytes)
    }

    /// The same client with another place for the key, where the endpoint takes it there.
    #[must_use]
    pub fn with_key_place(&self, place: KeyPlace) -> Self {
        self.vary(|settings| settings.key_place = Some(place))
    }

    /// The same client with another key, for services that call on behalf of several organisations.
    ///
    /// # Errors
    /// When the text breaks the rules of the API's keys. The error does not show the text.
    pub fn with_key(&self, key: impl Into<Secret>) -> Result<Self, Error> {
        let key = Some(Key::new(self.shared.api, key.into())?);
        Ok(Self { key, ..self.clone() })
    }

    /// Makes a call.
    ///
    /// # Errors
    /// As [`Error`] describes.
    pub async fn send<E: Endpoint>(&self, request: &E) -> Result<E::Reply, Error> {
        send::send(self, request).await.map(|reply| reply.value)
    }

    /// Makes a call, and tells status, headers, attempts beside the value.
    ///
    /// # Errors
    /// As [`Error`] describes.
    pub async fn send_with_meta<E: Endpoint>(&self, request: &E) -> Result<Reply<E::Reply>, Error> {
        send::send(self, request).await
    }

    /// Makes a call, and gives the answer unread, whatever its status.
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

    /// The method and the URL of the call: `GET https://api.bizkithub.com/api/v1/..?apiKey=***`. The key and
    /// other secrets are written as `***`.
    ///
    /// # Errors
    /// When the request breaks its rules, or the client cannot make the call.
    pub fn request_line<E: Endpoint>(&self, request: &E) -> Result<String, Error> {
        let request = self.prepared(E::INFO, request, true)?;
        Ok(format!("{} {}", request.method(), request.url()))
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
        request: &dyn crate::value::Members,
        masked: bool,
    ) -> Result<HttpRequest, Error> {
        self.serves(info)?;
        crate::check::Checker::request(request).map_err(|invalid| Error::invalid(invalid).at(info))?;
        let habits = Habits { masked, ..self.habits(info) };
        prepare::prepare(info, request, &habits).map_err(|error| error.at(info))
    }

    fn vary(&self, change: impl FnOnce(&mut Settings)) -> Self {
        let mut varied = self.clone();
        change(&mut varied.settings);
        varied
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
        Habits {
            base_url: info.base_url.filter(|_| !own.loopback).unwrap_or(&own.text),
            key: self.key.as_ref(),
            key_place: self.settings.key_place,
            user_agent: &self.shared.user_agent,
            max_reply: self.settings.max_reply,
            masked: false,
        }
    }

    /// The host of an endpoint, for observers.
    #[cfg(feature = "tracing")]
    pub(crate) fn host(&self, info: &'static EndpointInfo) -> &str {
        let url = self.habits(info).base_url;
        let authority = url.split("://").nth(1).unwrap_or(url);
        authority.split('/').next().unwrap_or(authority)
    }

    /// The slots for calls in flight, where their number is limited. They are never closed.
    pub(crate) fn slots(&self) -> Option<&Semaphore> {
        self.shared.slots.as_ref()
    }

    pub(crate) fn key(&self) -> Option<&Key> {
        self.key.as_ref()
    }

    pub(crate) fn transport(&self) -> &dyn Transport {
        &*self.shared.transport
    }

    pub(crate) fn clock(&self) -> &dyn Clock {
        &*self.shared.clock
    }

    pub(crate) fn budget(&self) -> &Budget {
        &self.shared.budget
    }

    pub(crate) fn timeout(&self) -> Duration {
        self.settings.timeout
    }

    pub(crate) fn attempt_timeout(&self) -> Duration {
        self.settings.attempt_timeout
    }

    pub(crate) fn retry(&self) -> Retry {
        self.settings.retry
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("api", &self.shared.api.title)
            .field("base_url", &self.shared.base_url.text)
            .field("key", &self.key)
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
