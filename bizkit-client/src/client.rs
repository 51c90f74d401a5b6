//! The client: a transport, a key and the options of a user in, calls out. Cheap to clone and to vary.

mod builder;
pub(crate) mod key;
pub(crate) mod options;
pub(crate) mod overrides;
mod with;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;
use tokio::sync::Semaphore;

pub use builder::ClientBuilder;
pub(crate) use overrides::Overrides;

use crate::base::clock::Clock;
use crate::client::key::Key;
use crate::client::options::{Base, CallOptions};
use crate::error::Error;
use crate::policy::retry::{Budget, Retry};
use crate::policy::throttle::{Queue, Queues};
use crate::schema::tables::{ApiInfo, EndpointInfo, KeyLocation};
use crate::transport::message::Transport;
use crate::transport::url::BaseUrl;

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
    /// The queue in which calls wait, where the client holds them back.
    queues: Option<Arc<Queues>>,
    overrides: Option<Arc<Overrides>>,
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
    key_location: Option<KeyLocation>,
    max_response_bytes: usize,
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
    pub(crate) fn options(&self, info: &'static EndpointInfo) -> CallOptions<'_> {
        let own = &self.shared.base_url;
        let overrides = self.overrides.as_deref();
        let varied = overrides.and_then(|overrides| overrides.base_url.as_ref());
        let base = match (varied, info.base_url.filter(|_| !own.loopback)) {
            (Some(varied), _) => Base::Client(varied),
            (None, Some(elsewhere)) => Base::Endpoint(elsewhere),
            (None, None) => Base::Client(own),
        };
        CallOptions {
            base,
            key: self.key.as_ref(),
            key_location: self.settings.key_location,
            user_agent: &self.shared.user_agent,
            max_response_bytes: self.settings.max_response_bytes,
            overrides,
            masked: false,
        }
    }

    /// The slots for calls in flight, where their number is limited. They are never closed.
    pub(crate) fn slots(&self) -> Option<&Arc<Semaphore>> {
        self.shared.slots.as_ref()
    }

    /// The queue in which the calls of an endpoint wait, where the client holds them back.
    pub(crate) fn queue(&self, endpoint: &EndpointInfo) -> Option<Arc<Queue>> {
        self.queues.as_ref().map(|queues| queues.of(endpoint))
    }

    pub(crate) fn key(&self) -> Option<&Key> {
        self.key.as_ref()
    }

    pub(crate) fn overrides(&self) -> Option<&Overrides> {
        self.overrides.as_deref()
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

    pub(crate) fn max_response_bytes(&self) -> usize {
        self.settings.max_response_bytes
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
            .field("overrides", &self.overrides)
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
