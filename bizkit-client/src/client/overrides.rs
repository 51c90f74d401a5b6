//! What a variation of a client adds to its calls: another server, headers, arguments that no spec knows.

use std::fmt;

use http::header::{self, HeaderMap, HeaderName, HeaderValue};

use crate::error::Error;
use crate::schema::tables::ApiInfo;
use crate::transport::url::BaseUrl;
use crate::value::json::Json;

/// Headers that belong to the connection or to the HTTP client: a wrong one breaks the response, or the connection. No
/// spec can name them either, nor those that a client sets for a call and a caller may well replace.
const RESERVED: [&str; 11] = [
    "accept-encoding",
    "connection",
    "content-length",
    "expect",
    "host",
    "keep-alive",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// Headers that are secret whatever stands in them.
const SECRET: [HeaderName; 3] = [header::AUTHORIZATION, header::COOKIE, header::PROXY_AUTHORIZATION];

/// What a variation adds. Empty for most clients.
#[derive(Clone, Default)]
pub(crate) struct Overrides {
    pub(crate) base_url: Option<BaseUrl>,
    pub(crate) headers: HeaderMap,
    pub(crate) query: Vec<(String, String)>,
    pub(crate) body: Vec<(String, Json)>,
}

impl Overrides {
    /// Adds a header; one of the same name gives way.
    pub(super) fn header(
        &mut self,
        name: impl TryInto<HeaderName>,
        value: impl TryInto<HeaderValue>,
    ) -> Result<(), Error> {
        let name = name.try_into().map_err(|_| Error::setup("the text is no name of a header"))?;
        if RESERVED.contains(&name.as_str()) {
            return Err(Error::setup(format!("`{name}` is set by the HTTP client and cannot be given")));
        }
        let mut value: HeaderValue = value
            .try_into()
            .map_err(|_| Error::setup(format!("`{name}`: expected text that a header can carry")))?;
        if SECRET.contains(&name) {
            value.set_sensitive(true);
        }
        self.headers.insert(name, value);
        Ok(())
    }

    /// Adds an argument to the query.
    pub(super) fn query(&mut self, api: &ApiInfo, name: String, value: String) -> Result<(), Error> {
        not_the_key(api, &name)?;
        self.query.push((name, value));
        Ok(())
    }

    /// Adds a member to JSON bodies; one of the same name gives way.
    pub(super) fn body(&mut self, api: &ApiInfo, name: String, value: Json) -> Result<(), Error> {
        not_the_key(api, &name)?;
        self.body.retain(|(other, _)| *other != name);
        self.body.push((name, value));
        Ok(())
    }

    /// The values of headers that are secret, and the words of which they consist: a server may repeat the token
    /// of `Bearer token`, or the value of one cookie.
    pub(crate) fn secrets(&self) -> impl Iterator<Item = &str> {
        let secret = self.headers.values().filter(|value| value.is_sensitive());
        secret.filter_map(|value| value.to_str().ok()).flat_map(|text| {
            let words = text.split([' ', ';', ',', '=', ':']).filter(|word| word.len() >= WORD);
            std::iter::once(text).chain(words)
        })
    }
}

/// A word shorter than this is a name or a scheme.
const WORD: usize = 8;

fn not_the_key(api: &ApiInfo, name: &str) -> Result<(), Error> {
    match &api.key {
        Some(key) if key.name == name => {
            Err(Error::setup(format!("`{name}` is the key; `with_key` changes it")))
        }
        _ => Ok(()),
    }
}

/// Names alone: a value may be secret.
impl fmt::Debug for Overrides {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Overrides")
            .field("base_url", &self.base_url.as_ref().map(BaseUrl::text))
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("query", &self.query.iter().map(|(name, _)| name).collect::<Vec<_>>())
            .field("body", &self.body.iter().map(|(name, _)| name).collect::<Vec<_>>())
            .finish()
    }
}
