//! What a call gives back besides the bare value: the value with its circumstances, or the response as it came.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::HeaderMap;

use crate::error::rate_limit::RateLimit;

/// A value and how the server delivered it; what `send_with_meta` gives.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Response<T> {
    /// The decoded value.
    pub value: T,
    /// Status, headers, quota, attempts.
    pub meta: Meta,
}

impl<T> Response<T> {
    /// Another value under the same circumstances.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Response<U> {
        Response { value: change(self.value), meta: self.meta }
    }
}

/// How a call went: what the server said around its answer, and what the call took.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Meta {
    /// The HTTP status.
    pub status: u16,
    /// The headers of the response.
    pub headers: HeaderMap,
    /// How often the request was sent.
    pub attempts: u32,
    /// From the call to its end, pauses between attempts included.
    pub elapsed: Duration,
}

impl Meta {
    /// The quota that the server counts the key against, when the response's headers tell.
    pub fn rate_limit(&self) -> Option<RateLimit> {
        RateLimit::of(&self.headers)
    }

    /// The server's name for this request, which its support can look up.
    pub fn request_id(&self) -> Option<&str> {
        const NAMES: [&str; 3] = ["x-request-id", "request-id", "x-correlation-id"];
        NAMES.iter().find_map(|name| self.headers.get(*name)?.to_str().ok())
    }
}

/// Header values stay out: a cookie is a secret.
impl fmt::Debug for Meta {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Meta")
            .field("status", &self.status)
            .field("request_id", &self.request_id())
            .field("rate_limit", &self.rate_limit())
            .field("attempts", &self.attempts)
            .field("elapsed", &self.elapsed)
            .finish_non_exhaustive()
    }
}

/// A response as the server sent it, unjudged: whatever its status, its content type and its body are; what `send_raw`
/// gives.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RawResponse {
    /// The body, decompressed.
    pub body: Bytes,
    /// Status, headers, quota, attempts.
    pub meta: Meta,
}

impl RawResponse {
    /// The body as text; what is no UTF-8 becomes `U+FFFD`.
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.body)
    }
}

/// The body may hold personal data, so only its size is shown.
impl fmt::Debug for RawResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawResponse").field("bytes", &self.body.len()).field("meta", &self.meta).finish()
    }
}
