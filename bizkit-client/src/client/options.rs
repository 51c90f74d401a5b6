//! What a client adds to each request: where it goes, the key, and what one call varies.

use http::HeaderValue;

use super::key::Key;
use super::overrides::Overrides;
use crate::error::Error;
use crate::schema::tables::KeyLocation;
use crate::transport::url::{BaseUrl, Target};

/// What a client adds to every request.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CallOptions<'a> {
    pub(crate) base: Base<'a>,
    pub(crate) key: Option<&'a Key>,
    pub(crate) key_location: Option<KeyLocation>,
    pub(crate) user_agent: &'a HeaderValue,
    pub(crate) max_response_bytes: usize,
    pub(crate) overrides: Option<&'a Overrides>,
    /// Secrets are written as `***`, for people to read.
    pub(crate) masked: bool,
}

/// Where a call goes.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Base<'a> {
    /// To the server of the client.
    Client(&'a BaseUrl),
    /// To the server that the endpoint has for itself.
    Endpoint(&'static str),
}

impl<'a> Base<'a> {
    pub(crate) fn text(self) -> &'a str {
        match self {
            Self::Client(base) => base.text(),
            Self::Endpoint(text) => text,
        }
    }

    pub(crate) fn target(self, path: &str) -> Result<Target, Error> {
        match self {
            Self::Client(base) => Ok(base.target(path)),
            Self::Endpoint(text) => Ok(BaseUrl::parse(text, false).map_err(Error::base_url)?.target(path)),
        }
    }
}
