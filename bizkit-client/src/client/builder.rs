//! Making a client: options in, a client that can make calls out, or the reason why not.

use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;
use tokio::sync::Semaphore;

use super::{Client, Settings, Shared};
use crate::base::clock::{Clock, SystemClock};
use crate::client::key::Key;
use crate::error::Error;
use crate::policy::retry::{Budget, Retry};
use crate::policy::throttle::{Queues, Throttle};
use crate::schema::tables::{ApiInfo, KeyLocation};
use crate::secret::Secret;
use crate::transport::message::Transport;
use crate::transport::url::BaseUrl;
use crate::transport::{HttpTransport, tls};

/// Makes a [`Client`]. Every option has a default; most APIs need the [`key`](Self::key) at least.
#[derive(Debug, Clone)]
#[must_use = "a builder does nothing until `build`"]
pub struct ClientBuilder {
    api: &'static ApiInfo,
    key: Option<Secret>,
    /// The environment variable that the key comes from.
    key_variable: Option<&'static str>,
    base_url: Option<String>,
    /// The environment variable that the base URL comes from.
    base_url_variable: Option<&'static str>,
    user_agent: Option<String>,
    transport: Option<Arc<dyn Transport>>,
    clock: Option<Arc<dyn Clock>>,
    connect_timeout: Duration,
    read_timeout: Duration,
    plain_http: bool,
    max_in_flight: Option<usize>,
    throttle: Option<Throttle>,
    settings: Settings,
}

#[allow(clippy::wrong_self_convention, reason = "it reads `builder.from_env()?`, as `Client::from_env` does")]
impl ClientBuilder {
    pub(super) fn new(api: &'static ApiInfo) -> Self {
        let settings = Settings {
            timeout: None,
            attempt_timeout: None,
            retry: Retry::default(),
            key_location: None,
            max_response_bytes: 16 << 20,
        };
        Self {
            api,
            key: None,
            key_variable: None,
            base_url: None,
            base_url_variable: None,
            user_agent: None,
            transport: None,
            clock: None,
            connect_timeout: Duration::from_secs(5),
            read_timeout: Duration::from_secs(20),
            plain_http: false,
            max_in_flight: None,
            throttle: None,
            settings,
        }
    }

    /// The key that authorises calls. [`build`](Self::build) checks it by the rules of the API.
    pub fn key(mut self, key: impl Into<Secret>) -> Self {
        self.key = Some(key.into());
        self.key_variable = None;
        self
    }

    /// Takes the key and the base URL from the environment variables that the API's spec names.
    ///
    /// # Errors
    /// When the key's variable is missing, or a variable is not Unicode.
    pub fn from_env(self) -> Result<Self, Error> {
        self.from_variables(variable)
    }

    /// As [`from_env`](Self::from_env), with the variables that `variable` reads.
    pub(super) fn from_variables(
        mut self,
        variable: fn(&'static str) -> Result<Option<String>, Error>,
    ) -> Result<Self, Error> {
        if let Some(name) = self.api.key.as_ref().and_then(|key| key.env) {
            let key = variable(name)?.ok_or_else(|| {
                Error::setup(format!(
                    "the environment variable `{name}` is not set; it holds the key of {}",
                    self.api.title
                ))
                .about_key(self.api)
            })?;
            self.key = Some(Secret::from(key));
            self.key_variable = Some(name);
        }
        if let Some(name) = self.api.base_url_env
            && let Some(url) = variable(name)?
        {
            self.base_url = Some(url);
            self.base_url_variable = Some(name);
        }
        Ok(self)
    }

    /// A server other than the API's own, such as a sandbox or a gateway: `https://`, or `http://` on loopback; see
    /// [`danger_allow_plain_http`](Self::danger_allow_plain_http) for more.
    ///
    /// Endpoints that live on a host of their own still go there, unless this one is on loopback.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self.base_url_variable = None;
        self
    }

    /// Allows base URLs with `http://` that leave this machine.
    ///
    /// The key, sessions, passwords and everything else of a call then travel in clear text, for everybody on the way to
    /// read and to change. That is right only where the way is private: to a sidecar, to another container of the same
    /// host. No environment variable allows it, and no proxy carries such a call.
    ///
    /// ```
    /// use bizkit_client::Client;
    ///
    /// let client = Client::builder()
    ///     .key("PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE")
    ///     .base_url("http://gateway:8080")
    ///     .danger_allow_plain_http()
    ///     .build()?;
    /// # Ok::<(), bizkit_client::Error>(())
    /// ```
    pub fn danger_allow_plain_http(mut self) -> Self {
        self.plain_http = true;
        self
    }

    /// Where the key is sent, for endpoints that accept it there; the others use their own default.
    pub fn key_location(mut self, place: KeyLocation) -> Self {
        self.settings.key_location = Some(place);
        self
    }

    /// The time limit of a whole call: all attempts, and the pauses between them. 60 s by default, and
    /// longer for endpoints that are documented to be slow.
    #[doc(alias = "deadline")]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = Some(timeout);
        self
    }

    /// The time limit of each attempt. 30 s by default, and longer for endpoints that are documented to be
    /// slow.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.settings.attempt_timeout = Some(timeout);
        self
    }

    /// The time limit for connecting. 5 s by default; a [`transport`](Self::transport) of your own has its own.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// The longest wait between two pieces of a response. 20 s by default; a [`transport`](Self::transport) of your own has its own.
    pub fn read_timeout(mut self, timeout: Duration) -> Self {
        self.read_timeout = timeout;
        self
    }

    /// Which calls are repeated, how often and when.
    pub fn retry(mut self, retry: Retry) -> Self {
        self.settings.retry = retry;
        self
    }

    /// The largest number of calls in flight at the same time; further ones wait. Unlimited by default; 0 means 1.
    pub fn max_in_flight(mut self, calls: usize) -> Self {
        self.max_in_flight = Some(calls);
        self
    }

    /// Holds calls back before the server has to turn them away. Off by default.
    pub fn throttle(mut self, throttle: Throttle) -> Self {
        self.throttle = Some(throttle);
        self
    }

    /// The largest body of a response, in bytes after decompression. 16 MiB by default.
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.settings.max_response_bytes = bytes;
        self
    }

    /// Names your application to the server, in front of the name of this library.
    pub fn user_agent(mut self, application: impl Into<String>) -> Self {
        self.user_agent = Some(application.into());
        self
    }

    /// Another way to the server: a mock, or an HTTP client of your own.
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Another clock, for tests.
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Some(Arc::new(clock));
        self
    }

    /// The client.
    ///
    /// Without a key it makes only the calls that need none.
    ///
    /// # Errors
    /// When the key breaks its rules, the base URL is not acceptable, the user agent does not fit into a header, or the
    /// base URL is `https://` and this build knows no TLS. No error shows the key or the URL.
    pub fn build(self) -> Result<Client, Error> {
        let of = |variable: Option<&'static str>| {
            move |error: Error| match variable {
                Some(name) => error.in_variable(name),
                None => error,
            }
        };
        let key = self.key.map(|key| Key::new(self.api, key)).transpose().map_err(of(self.key_variable))?;
        let base_url = self.base_url.as_deref().unwrap_or(self.api.base_url);
        let base_url = BaseUrl::parse(base_url, self.plain_http)
            .map_err(|rule| of(self.base_url_variable)(Error::base_url(rule)))?;
        let transport: Arc<dyn Transport> = match self.transport {
            Some(transport) => transport,
            None if base_url.is_https() && !tls::is_known() => return Err(Error::setup(tls::MISSING)),
            None => Arc::new(HttpTransport::new(self.connect_timeout, self.read_timeout)),
        };
        let shared = Shared {
            api: self.api,
            clock: self.clock.unwrap_or_else(|| Arc::new(SystemClock::new())),
            base_url,
            plain_http: self.plain_http,
            user_agent: user_agent(self.user_agent.as_deref())?,
            budget: Budget::new(),
            slots: self.max_in_flight.map(|calls| Arc::new(Semaphore::new(calls.clamp(1, MAX_SLOTS)))),
        };
        let queues = self.throttle.map(|throttle| Arc::new(Queues::new(throttle)));
        Ok(Client {
            shared: Arc::new(shared),
            transport,
            key,
            queues,
            overrides: None,
            settings: self.settings,
        })
    }
}

const MAX_SLOTS: usize = Semaphore::MAX_PERMITS;

/// The text of an environment variable; an empty one counts as missing.
fn variable(name: &'static str) -> Result<Option<String>, Error> {
    match std::env::var(name) {
        Ok(text) => Ok(Some(text).filter(|text| !text.is_empty())),
        Err(std::env::VarError::NotPresent) => Ok(None),
        Err(std::env::VarError::NotUnicode(_)) => {
            Err(Error::setup(format!("the environment variable `{name}` is not Unicode")))
        }
    }
}

fn user_agent(application: Option<&str>) -> Result<HeaderValue, Error> {
    const OWN: &str = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));
    match application {
        None => Ok(HeaderValue::from_static(OWN)),
        Some(name) => HeaderValue::from_str(&format!("{name} {OWN}"))
            .map_err(|_| Error::setup("the user agent holds a character that no header can carry")),
    }
}
