//! HTTP messages as plain data: what the sandbox is asked and what it answers.

use percent_encoding::percent_decode_str;
use std::borrow::Cow;
use std::fmt;

/// A request as it came over the wire.
///
/// `Debug` shows the method and the names of what came, no value: keys and sessions travel there. Of a path and a query
/// only plain words are shown.
///
/// ```
/// # use bizkit_sandbox::Request;
/// let request = Request::new("GET", "/api/v1/customer/detail?cuRefNo=1cGIHvFoQDGLAbcA&customerRealIp=%3A%3A1");
/// assert_eq!(request.path(), "/api/v1/customer/detail");
/// assert_eq!(request.query("customerRealIp").as_deref(), Some("::1"));
/// assert_eq!(request.query("identityId"), None);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    /// The method as it was written (`GET`).
    pub method: String,
    /// Path and query, still percent-encoded.
    pub target: String,
    /// Names in lower case with their values, in the order of arrival.
    pub headers: Vec<(String, String)>,
    /// The bytes of the body.
    pub body: Vec<u8>,
}

impl Request {
    /// A request without headers and body.
    pub fn new(method: impl Into<String>, target: impl Into<String>) -> Self {
        Self { method: method.into(), target: target.into(), headers: Vec::new(), body: Vec::new() }
    }

    /// This request with one more header.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_ascii_lowercase(), value.into()));
        self
    }

    /// This request with a body.
    #[must_use]
    pub fn with_body(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = body.into();
        self
    }

    /// The path, still percent-encoded.
    pub fn path(&self) -> &str {
        self.target.split_once('?').map_or(&self.target, |(path, _)| path)
    }

    /// The path where it consists of plain words.
    pub(super) fn plain_path(&self) -> String {
        self.path().split('/').map(plain).collect::<Vec<_>>().join("/")
    }

    /// Every parameter of the query, decoded, in the order of arrival.
    pub fn queries(&self) -> Vec<(String, String)> {
        let query = self.target.split_once('?').map_or("", |(_, query)| query);
        query
            .split('&')
            .filter(|pair| !pair.is_empty())
            .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
            .map(|(name, value)| (decode(name, true), decode(value, true)))
            .collect()
    }

    /// The first value of a parameter of the query, decoded.
    pub fn query(&self, name: &str) -> Option<String> {
        self.queries().into_iter().find(|(found, _)| found == name).map(|(_, value)| value)
    }

    /// The first value of a header; the name's case does not matter.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let queries = self.queries();
        let names: Vec<&str> = queries.iter().map(|(name, _)| plain(name)).collect();
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("target", &format_args!("{}?{}", self.plain_path(), names.join("&")))
            .field("headers", &self.headers.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>())
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}

/// A text that can be no secret and steers nothing that shows it: a plain word, or a version such as `v1`.
pub(super) fn plain(text: &str) -> &str {
    let letter = |c: char| c.is_ascii_alphabetic() || matches!(c, '-' | '_');
    let version = text.strip_prefix('v').is_some_and(|rest| rest.parse::<u8>().is_ok());
    if version || (text.len() <= LONGEST_WORD && text.chars().all(letter)) { text } else { "***" }
}

/// Longer ones may be keys, whatever they are made of.
const LONGEST_WORD: usize = 24;

/// Undoes percent-encoding. A `%` without two digits stays; bytes that are not UTF-8 become `U+FFFD`.
pub(super) fn decode(text: &str, plus_is_space: bool) -> String {
    let text = if plus_is_space { Cow::Owned(text.replace('+', " ")) } else { Cow::Borrowed(text) };
    percent_decode_str(&text).decode_utf8_lossy().into_owned()
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// The status.
    pub status: u16,
    /// Names with their values.
    pub headers: Vec<(String, String)>,
    /// The bytes of the body.
    pub body: Vec<u8>,
}

impl Response {
    /// An answer without a body.
    pub fn empty(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: Vec::new() }
    }

    /// An answer with a body of this content type.
    pub fn new(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { body: body.into(), ..Self::empty(status) }.with_header("content-type", content_type)
    }

    /// An answer in JSON; the body is whatever prints as JSON.
    pub fn json(status: u16, body: impl fmt::Display) -> Self {
        Self::new(status, "application/json", body.to_string())
    }

    /// This answer with one more header.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: impl Into<String>) -> Self {
        self.headers.push((name.to_ascii_lowercase(), value.into()));
        self
    }

    /// The first value of a header; the name's case does not matter.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// The body as text; bytes that are not UTF-8 become `U+FFFD`.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_what_is_encoded_and_keeps_the_rest() {
        assert_eq!(decode("a%20b+c", true), "a b c");
        assert_eq!(decode("a%20b+c", false), "a b+c");
        assert_eq!(decode("%C5%99%2B420", false), "ř+420");
        assert_eq!(decode("100%", true), "100%");
        assert_eq!(decode("%4", true), "%4");
        assert_eq!(decode("%zz%41", true), "%zzA");
        assert_eq!(decode("%ff", true), "\u{fffd}");
    }

    #[test]
    fn a_query_may_be_empty_or_lack_values() {
        assert_eq!(Request::new("GET", "/a").queries(), []);
        assert_eq!(Request::new("GET", "/a?").queries(), []);
        let pairs = Request::new("GET", "/a?b&c=&c=1=2&&").queries();
        let pairs: Vec<_> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(pairs, [("b", ""), ("c", ""), ("c", "1=2")]);
    }

    #[test]
    fn debug_shows_no_value() {
        let request = Request::new("POST", "/a?apiKey=SECRET1")
            .with_header("Authorization", "Bearer SECRET2")
            .with_body("SECRET3");
        let text = format!("{request:?}");
        assert!(!text.contains("SECRET"), "{text}");
        assert!(
            text.contains("/a?apiKey") && text.contains("authorization") && text.contains("7 bytes"),
            "{text}"
        );
    }
}
