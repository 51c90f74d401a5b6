//! Where calls go: what a user gives as a base URL in, the URL of a request or the broken rule out.

use std::fmt;
use std::net::IpAddr;

use reqwest::Url;

use crate::base::percent::percent_encode;

/// Why a URL is not called.
pub(super) const PLAIN_HTTP: &str = "only https:// is allowed, and http:// on loopback, because the key would travel in \
     clear text; `ClientBuilder::danger_allow_plain_http` allows it all the same";

/// The base of all URLs of a client: a scheme, a host, perhaps a path, no slash at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BaseUrl {
    url: Url,
    pub(crate) loopback: bool,
    /// `http://` is allowed, wherever it leads.
    plain: bool,
}

impl BaseUrl {
    /// Checks what a user gave; `plain` allows `http://` beyond loopback. The error names the rule and not the text,
    /// which may hold a password.
    pub(crate) fn parse(text: &str, plain: bool) -> Result<Self, &'static str> {
        let url = Url::parse(text.trim()).map_err(|_| "it is no absolute URL such as https://host")?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err("its scheme is neither https nor http");
        }
        if !is_private(&url) && !plain {
            return Err(PLAIN_HTTP);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err("it holds a user name or a password");
        }
        if url.query().is_some() || url.fragment().is_some() {
            return Err("it holds a query or a fragment");
        }
        Ok(Self { loopback: is_loopback(&url), url, plain })
    }

    /// The URL without a slash at its end.
    pub(crate) fn text(&self) -> &str {
        self.url.as_str().trim_end_matches('/')
    }

    /// Whether calls are encrypted.
    pub(crate) fn is_https(&self) -> bool {
        self.url.scheme() == "https"
    }

    /// The URL with a path behind it, which is percent-encoded already.
    pub(crate) fn target(&self, path: &str) -> Target {
        let mut url = self.url.clone();
        match url.path().trim_end_matches('/') {
            "" => url.set_path(path),
            base => url.set_path(&[base, path].concat()),
        }
        Target { url, plain: self.plain }
    }
}

/// The URL of a request: parsed once for all calls of a client, and only added to for each of them.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Target {
    pub(super) url: Url,
    /// `http://` is allowed, wherever it leads.
    pub(super) plain: bool,
}

impl Target {
    pub(crate) fn as_str(&self) -> &str {
        self.url.as_str()
    }

    /// Adds an argument. Everything but letters, digits and `-._~*` becomes `%XX`.
    pub(crate) fn pair(&mut self, name: &str, text: &str) {
        // A form has other ways for these two.
        if ![name, text].iter().any(|part| part.bytes().any(|byte| matches!(byte, b' ' | b'~'))) {
            self.url.query_pairs_mut().append_pair(name, text);
            return;
        }
        let mut query = self.url.query().map_or_else(String::new, |query| format!("{query}&"));
        percent_encode(name, &mut query);
        query.push('=');
        percent_encode(text, &mut query);
        self.url.set_query(Some(&query));
    }

    /// How the request travels; nothing where it must not.
    pub(super) fn way(&self) -> Option<Way> {
        let allowed = self.plain || is_private(&self.url);
        match self.url.scheme() {
            "https" if !is_loopback(&self.url) => Some(Way::Far),
            "https" => Some(Way::Near),
            "http" if allowed => Some(Way::Plain),
            _ => None,
        }
    }
}

/// How a request travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// In clear text, past every proxy.
    Plain,
    /// Encrypted, to this machine, past every proxy.
    Near,
    /// Encrypted, through a proxy where one is set.
    Far,
}

impl Way {
    pub(super) const COUNT: usize = 3;
}

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
    host == "localhost" || address.is_ok_and(|address| address.to_canonical().is_loopback())
}

/// Scheme, host and port of a URL; a user name in it is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin {
    scheme: String,
    pub(crate) host: String,
    pub(crate) port: u16,
    /// The port is the one that the scheme has anyway.
    usual: bool,
}

impl Origin {
    /// The origin of an absolute URL.
    pub(crate) fn of(url: &str) -> Option<Self> {
        Self::of_parsed(&Url::parse(url).ok()?)
    }

    /// The origin that a reference leads to from a URL (RFC 3986, section 5).
    pub(crate) fn referred(base: &str, reference: &str) -> Option<Self> {
        Self::of_parsed(&Url::parse(base).ok()?.join(reference).ok()?)
    }

    fn of_parsed(url: &Url) -> Option<Self> {
        let port = url.port_or_known_default()?;
        let (scheme, host) = (url.scheme().to_owned(), url.host_str()?.to_owned());
        Some(Self { scheme, host, port, usual: url.port().is_none() })
    }

    /// The host, with its port where that is unusual.
    pub(crate) fn host_and_port(&self) -> String {
        let Self { host, port, usual, .. } = self;
        if *usual { host.clone() } else { format!("{host}:{port}") }
    }
}

/// `https://example.com`
impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.scheme, self.host_and_port())
    }
}
