//! Variations of a client, for one call or for many: a client and what shall differ in, another client out.

use std::sync::Arc;
use std::time::Duration;

use http::{HeaderName, HeaderValue};

use super::{Client, Overrides, Settings};
use crate::client::key::Key;
use crate::error::Error;
use crate::policy::retry::Retry;
use crate::schema::tables::KeyLocation;
use crate::secret::Secret;
use crate::transport::url::BaseUrl;
use crate::value::arg::Arg;
use crate::value::json::Json;

impl Client {
    /// The same client with another time limit for a whole call.
    #[must_use]
    pub fn with_timeout(&self, timeout: Duration) -> Self {
        self.vary(|settings| settings.timeout = Some(timeout))
    }

    /// The same client with another time limit for each attempt.
    #[must_use]
    pub fn with_attempt_timeout(&self, timeout: Duration) -> Self {
        self.vary(|settings| settings.attempt_timeout = Some(timeout))
    }

    /// The same client with other options of repeating calls.
    #[must_use]
    pub fn with_retry(&self, retry: Retry) -> Self {
        self.vary(|settings| settings.retry = retry)
    }

    /// The same client with another limit on the size of responses, in bytes after decompression.
    #[must_use]
    pub fn with_max_response_bytes(&self, bytes: usize) -> Self {
        self.vary(|settings| settings.max_response_bytes = bytes)
    }

    /// The same client with another place for the key, where the endpoint takes it there.
    #[must_use]
    pub fn with_key_location(&self, place: KeyLocation) -> Self {
        self.vary(|settings| settings.key_location = Some(place))
    }

    /// The same client with another key, for services that call on behalf of several organisations.
    ///
    /// # Errors
    /// When the text breaks the rules of the API's keys. The error does not show the text.
    pub fn with_key(&self, key: impl Into<Secret>) -> Result<Self, Error> {
        let key = Some(Key::new(self.shared.api, key.into())?);
        Ok(Self { key, ..self.elsewhere() })
    }

    /// The same client for another server, also for endpoints that live on a host of their own.
    ///
    /// # Errors
    /// When the URL is neither `https://` nor `http://` on loopback, where the client's builder did not
    /// [allow more](crate::ClientBuilder::danger_allow_plain_http), or holds more than a host and a path. The error does
    /// not show it.
    pub fn with_base_url(&self, url: impl AsRef<str>) -> Result<Self, Error> {
        let base_url = BaseUrl::parse(url.as_ref(), self.shared.plain_http).map_err(Error::base_url)?;
        self.elsewhere().add(|overrides| {
            overrides.base_url = Some(base_url);
            Ok(())
        })
    }

    /// The same client with a header on every request; it replaces one of the same name.
    ///
    /// `Authorization`, `Cookie` and `Proxy-Authorization` are treated as secrets, and so is a value that is marked
    /// [`sensitive`](HeaderValue::set_sensitive).
    ///
    /// ```
    /// # fn vary(client: &bizkit_client::Client) -> Result<(), bizkit_client::Error> {
    /// let traced = client.with_header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// When the name or the value cannot stand in a header, or the HTTP client sets the header itself.
    pub fn with_header(
        &self,
        name: impl TryInto<HeaderName>,
        value: impl TryInto<HeaderValue>,
    ) -> Result<Self, Error> {
        self.clone().add(|overrides| overrides.header(name, value))
    }

    /// The same client with an argument in the query of every request, for what a server takes and no spec knows
    /// yet. It is sent as it is, behind the arguments of the request, and is no secret.
    ///
    /// # Errors
    /// When the argument is the key, which [`with_key`](Self::with_key) changes.
    pub fn with_query(&self, name: impl Into<String>, value: impl Into<String>) -> Result<Self, Error> {
        self.clone().add(|overrides| overrides.query(self.shared.api, name.into(), value.into()))
    }

    /// The same client with a member in the JSON body of every request that has one, for what a server takes and no
    /// spec knows yet. It is sent as it is, behind the arguments of the request, and is no secret; an argument
    /// with this name wins.
    ///
    /// ```
    /// # use bizkit_client::Json;
    /// # async fn run(client: &bizkit_client::Client, metadata: Json) -> Result<(), bizkit_client::Error> {
    /// use bizkit_client::{post, types::Locale};
    ///
    /// let post = post::Create::new("Title", "<p>Text</p>", Locale::Czech).code("news");
    /// post.send(&client.with_body_member("metadata", metadata)?).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// When the member is the key, which [`with_key`](Self::with_key) changes.
    pub fn with_body_member(&self, name: impl Into<String>, value: impl Arg<Json>) -> Result<Self, Error> {
        self.clone().add(|overrides| overrides.body(self.shared.api, name.into(), value.into_arg()))
    }

    /// The same client with nobody in its queues: another key or another server has another quota.
    fn elsewhere(&self) -> Self {
        Self { queues: self.queues.as_ref().map(|queues| Arc::new(queues.afresh())), ..self.clone() }
    }

    fn add(mut self, change: impl FnOnce(&mut Overrides) -> Result<(), Error>) -> Result<Self, Error> {
        change(Arc::make_mut(self.overrides.get_or_insert_default()))?;
        Ok(self)
    }

    fn vary(&self, change: impl FnOnce(&mut Settings)) -> Self {
        let mut varied = self.clone();
        change(&mut varied.settings);
        varied
    }
}
