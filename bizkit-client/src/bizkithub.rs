//! The short ways to a client of the API that this crate ships.

#[cfg(feature = "sandbox")]
mod sandbox;
#[cfg(test)]
mod tests;

use crate::API;
use crate::client::{Client, ClientBuilder};
use crate::error::Error;
use crate::secret::Secret;

/// For the API that this crate ships.
impl Client {
    /// A client with this key and the defaults of [`builder`](Self::builder).
    ///
    /// # Errors
    /// When the text breaks the rules of the API's keys, or this build knows no TLS. The error does not show the text.
    ///
    /// # Example
    ///
    /// ```
    /// use bizkit_client::Client;
    ///
    /// let client = Client::new("PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE")?;
    /// let error = Client::new("a typo").unwrap_err();
    /// assert!(error.to_string().contains("pattern"));
    /// # Ok::<(), bizkit_client::Error>(())
    /// ```
    pub fn new(key: impl Into<Secret>) -> Result<Self, Error> {
        Self::builder().key(key).build()
    }

    /// A builder with every option.
    ///
    /// ```
    /// use std::time::Duration;
    /// use bizkit_client::{Client, KeyLocation, Retry};
    ///
    /// let client = Client::builder()
    ///     .key("PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE")
    ///     .key_location(KeyLocation::Bearer)
    ///     .timeout(Duration::from_secs(10))
    ///     .retry(Retry::default().max_attempts(5))
    ///     .user_agent("my-shop/1.4")
    ///     .build()?;
    /// # Ok::<(), bizkit_client::Error>(())
    /// ```
    pub fn builder() -> ClientBuilder {
        Self::for_api(&API)
    }

    /// A client out of the environment: `BIZKITHUB_API_KEY` holds the key, and `BIZKITHUB_API_URL`, where it is
    /// set, another server.
    ///
    /// # Errors
    /// When the key is missing, or a variable holds what is no key or no URL.
    pub fn from_env() -> Result<Self, Error> {
        Self::from_env_of(&API)
    }
}

#[cfg(feature = "blocking")]
impl crate::blocking::Client {
    /// A blocking client out of the environment, as [`Client::from_env`].
    ///
    /// # Errors
    /// As [`Client::from_env`], and when the system gives no thread.
    pub fn from_env() -> Result<Self, Error> {
        Self::new(Client::from_env()?)
    }
}
