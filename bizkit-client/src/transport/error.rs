//! How far a request without a complete response got, and what ended it.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use http::HeaderMap;

/// Why there is no complete response.
#[derive(Debug)]
pub struct TransportError {
    pub(crate) kind: TransportErrorKind,
    pub(crate) timed_out: bool,
    /// The limit that ended it: the method of the builder that sets it, and how much it is.
    limit: Option<(&'static str, String)>,
    /// Status and headers, where they came before it broke.
    pub(crate) head: Option<Box<(u16, HeaderMap)>>,
    pub(crate) source: Option<Box<dyn StdError + Send + Sync>>,
}

/// How far a request without a complete response got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TransportErrorKind {
    /// It was not tried, and will not be.
    Refused,
    /// No connection came about.
    NotConnected,
    /// It was on its way when something broke.
    Interrupted,
    /// The response has more bytes than the limit.
    TooLarge,
    /// The response came, and cannot be taken apart.
    Unreadable,
}

impl TransportError {
    /// The transport does not send this request, today or tomorrow: the URL is not acceptable, for one.
    pub fn refused(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(TransportErrorKind::Refused, Some(source.into()))
    }

    /// No connection to the server came about, so it has certainly not seen the request.
    pub fn not_connected(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(TransportErrorKind::NotConnected, Some(source.into()))
    }

    /// Something broke after the connection stood. The server may have seen the request and acted on it.
    pub fn interrupted(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(TransportErrorKind::Interrupted, Some(source.into()))
    }

    /// The response has a body beyond [`HttpRequest::max_response_bytes`](crate::transport::HttpRequest::max_response_bytes).
    pub fn too_large() -> Self {
        Self::new(TransportErrorKind::TooLarge, None)
    }

    /// The response came, and cannot be taken apart, today or tomorrow: it is packed in a way that nobody asked for, or no HTTP
    /// at all.
    pub fn unreadable(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(TransportErrorKind::Unreadable, Some(source.into()))
    }

    /// Whether the server has certainly not seen the request.
    pub(crate) fn is_unsent(&self) -> bool {
        matches!(self.kind, TransportErrorKind::Refused | TransportErrorKind::NotConnected)
    }

    /// The same error after the head of a response had come. It tells whether the call may be made again, and
    /// stands in the error that the caller gets.
    #[must_use]
    pub fn with_head(mut self, status: u16, headers: HeaderMap) -> Self {
        self.head = Some(Box::new((status, headers)));
        self
    }

    /// The same error, marked as the end of a time limit.
    #[must_use]
    pub fn timed_out(mut self) -> Self {
        self.timed_out = true;
        self
    }

    /// The same error, marked as the end of this time limit, called as the builder calls it.
    pub(crate) fn beyond(mut self, name: &'static str, limit: Duration) -> Self {
        self.limit = Some((name, format!("{limit:?}")));
        self.timed_out()
    }

    /// The same error; where a limit ended it that is not named, it was the one on connecting.
    pub(crate) fn or_connecting(self, limit: Option<Duration>) -> Self {
        match limit {
            Some(limit)
                if self.kind == TransportErrorKind::NotConnected
                    && self.timed_out
                    && self.limit.is_none() =>
            {
                self.beyond("connect_timeout", limit)
            }
            _ => self,
        }
    }

    /// The same error; where the response was too large, it was beyond this many bytes.
    pub(crate) fn or_larger(mut self, bytes: usize) -> Self {
        if self.kind == TransportErrorKind::TooLarge {
            self.limit = Some(("max_response_bytes", format!("{bytes} bytes")));
        }
        self
    }

    fn new(kind: TransportErrorKind, source: Option<Box<dyn StdError + Send + Sync>>) -> Self {
        Self { kind, timed_out: false, limit: None, head: None, source }
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match (self.kind, self.timed_out) {
            (TransportErrorKind::Refused, _) => "the request cannot be sent",
            (TransportErrorKind::NotConnected, false) => "no connection to the server",
            (TransportErrorKind::NotConnected, true) => "no connection to the server in time",
            (TransportErrorKind::Interrupted, false) => {
                "the connection broke before the whole response had arrived"
            }
            (TransportErrorKind::Interrupted, true) => "no complete response in time",
            (TransportErrorKind::TooLarge, _) => "the response is larger than the limit",
            (TransportErrorKind::Unreadable, _) => "the response cannot be read",
        })?;
        if let Some((name, limit)) = &self.limit {
            write!(f, ", `{name}` is {limit}")?;
        }
        match &self.source {
            // Only here the cause says more than how far the call got: what is to be done about it.
            Some(source)
                if matches!(self.kind, TransportErrorKind::Refused | TransportErrorKind::Unreadable) =>
            {
                write!(f, ": {source}")
            }
            _ => Ok(()),
        }
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_far_a_request_got_is_told_by_the_kind_of_its_error() {
        let table = [
            (TransportError::refused("why"), true, true),
            (TransportError::not_connected("why"), true, true),
            (TransportError::interrupted("why"), false, true),
            (TransportError::too_large(), false, false),
            (TransportError::unreadable("why"), false, true),
        ];
        for (error, unsent, caused) in table {
            assert_eq!(error.is_unsent(), unsent, "{error}");
            assert_eq!(error.source().map(ToString::to_string), caused.then(|| "why".to_owned()), "{error}");
        }
    }

    #[test]
    fn the_limit_on_connecting_is_named_where_it_ended_the_attempt_and_nowhere_else() {
        let (connect, limit) = (|| TransportError::not_connected("why"), Some(Duration::from_secs(2)));
        let named = |error: TransportError, limit| error.or_connecting(limit).to_string();
        assert_eq!(
            named(connect().timed_out(), limit),
            "no connection to the server in time, `connect_timeout` is 2s"
        );
        assert_eq!(named(connect().timed_out(), None), "no connection to the server in time");
        assert_eq!(named(connect(), limit), "no connection to the server");
        assert_eq!(
            named(TransportError::interrupted("why").timed_out(), limit),
            "no complete response in time"
        );
        assert_eq!(
            named(connect().beyond("timeout", Duration::from_secs(1)), limit),
            "no connection to the server in time, `timeout` is 1s"
        );
    }
}
