//! What can go wrong in a call: one opaque error, divided by what may have happened on the wire.

mod build;
mod display;
pub(crate) mod envelope;
pub(crate) mod rate_limit;
pub(crate) mod response;

use std::any::Any;
use std::error::Error as StdError;
use std::time::Duration;

use bytes::Bytes;

use crate::base::violation::{InvalidRequestError, Violation};
use crate::error::envelope::Envelope;
use crate::error::rate_limit::RateLimit;
use crate::error::response::Meta;
use crate::schema::tables::{CodeInfo, EndpointInfo, Topic};
use crate::secret::redact::KEPT;
use crate::transport::error::TransportErrorKind;
use crate::value::decode::DecodeError;

/// Why a call has no value to give.
///
/// [`kind`](Self::kind) says what may have reached the server, the predicates answer the usual questions, and
/// [`code`](Self::code) is what the server called the problem. `Display` is one line for logs, without secrets;
/// what caused the error is in [`source`](StdError::source).
///
/// # Secrets
///
/// What a server repeats of the key and of sensitive values is masked as `***` before anything is read out of its
/// answer: in texts, codes, headers, [`body`](Self::body), [`failure`](Self::failure) and the source. It is found
/// however JSON, HTML, URLs or programs escape it, in Base64 and hexadecimal digits, with other blanks or in capitals,
/// and where its end was cut off. Of a secret shorter than four bytes nobody can tell whether it stands in a text by
/// chance, so the whole text is dropped. No masking finds what was hashed, encrypted, compressed, reversed or taken
/// apart: do not show [`body`](Self::body) to strangers.
///
/// ```
/// # fn handle(error: bizkit_client::Error) {
/// if error.is_rate_limited() {
///     println!("come back in {:?}", error.retry_after());
/// } else if error.is_api_key_rejected() {
///     println!("{error}; {}", error.help().unwrap_or("check the key"));
/// } else if error.code() == Some("PUBLIC_CUSTOMER_DETAIL_NOT_PERMITTED") {
///     println!("not yours to read");
/// }
/// # }
/// ```
pub struct Error(Box<Inner>);

const _: () = assert!(size_of::<Error>() <= 16 && size_of::<Result<(), Error>>() <= 16);

struct Inner {
    kind: ErrorKind,
    endpoint: Option<&'static EndpointInfo>,
    /// The host that was called.
    host: Option<String>,
    /// Our own words; the server's are in `envelope`.
    message: String,
    attempts: u32,
    elapsed: Duration,
    timed_out: bool,
    retryable: bool,
    invalid: Option<InvalidRequestError>,
    meta: Option<Meta>,
    /// Its beginning, secrets masked.
    body: Bytes,
    /// The length of the whole body.
    body_length: usize,
    /// The client kept the call back, to spare the quota.
    held_back: bool,
    envelope: Envelope,
    code: Option<&'static CodeInfo>,
    retry_after: Option<Duration>,
    path: Option<String>,
    fault: Option<DecodeError>,
    failure: Option<Box<dyn Any + Send + Sync>>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// What may have happened on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client cannot make such calls: no key, a bad URL, a client of another API, no runtime, no certificates. Nothing
    /// was sent.
    Setup,
    /// The request breaks its rules. Nothing was sent.
    Invalid,
    /// No connection came about. The server has not seen the request.
    NotSent,
    /// The call broke off on its way. The server may have acted on it.
    PerhapsSent,
    /// The server answered with an error, under whatever status, or with a redirect, which is not followed.
    Refused,
    /// The server answered with a failure that the endpoint documents; [`Error::failure`] has its type.
    Failed,
    /// The server took the call, and its answer cannot be read: it has another form than the endpoint documents, comes
    /// from somebody else, or is no HTTP.
    Unreadable,
}

impl ErrorKind {
    /// The kind of a call without a complete response.
    pub(crate) fn of_transport(kind: TransportErrorKind) -> Self {
        match kind {
            TransportErrorKind::Refused => Self::Setup,
            TransportErrorKind::NotConnected => Self::NotSent,
            TransportErrorKind::Interrupted => Self::PerhapsSent,
            TransportErrorKind::TooLarge | TransportErrorKind::Unreadable => Self::Unreadable,
        }
    }
}

impl Error {
    /// What may have happened on the wire.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Whether a time limit ended the call.
    pub fn is_timeout(&self) -> bool {
        self.0.timed_out
    }

    /// Whether no connection to the server came about.
    pub fn is_connect(&self) -> bool {
        self.0.kind == ErrorKind::NotSent && !self.0.held_back
    }

    /// Whether the request breaks its own rules; [`violations`](Self::violations) lists them.
    pub fn is_invalid_request(&self) -> bool {
        self.0.kind == ErrorKind::Invalid
    }

    /// Whether there were too many calls: the server turned this one away, or the client
    /// [held it back](crate::Throttle).
    pub fn is_rate_limited(&self) -> bool {
        self.0.held_back || self.status() == Some(429) || self.topic() == Some(Topic::Rate)
    }

    /// Whether the server does not accept the API key: unknown, expired, deleted, malformed.
    pub fn is_api_key_rejected(&self) -> bool {
        self.topic() == Some(Topic::Key)
    }

    /// Whether the call needs somebody to sign in, again or at all.
    pub fn is_session_rejected(&self) -> bool {
        self.topic() == Some(Topic::Session)
    }

    /// Whether the key or the person may not do this.
    pub fn is_permission_denied(&self) -> bool {
        self.topic() == Some(Topic::Permission)
    }

    /// Whether what the call refers to does not exist.
    ///
    /// A status of 404 alone does not tell: the API answers so to a wrong key, too.
    pub fn is_not_found(&self) -> bool {
        self.topic() == Some(Topic::Missing)
    }

    /// Whether the server refuses a value of the request.
    ///
    /// The values keep the documented rules, or the call would not have been sent; [`message`](Self::message)
    /// says what the server minds.
    pub fn is_input_rejected(&self) -> bool {
        self.topic() == Some(Topic::Input)
    }

    /// Whether the fault is the server's own.
    pub fn is_server_error(&self) -> bool {
        self.topic() == Some(Topic::Server)
    }

    /// Whether the same call may be made again without harm, and might succeed.
    pub fn is_retryable(&self) -> bool {
        self.0.retryable
    }

    /// What the server's code is about; a code that is not in the catalogue is judged by the status.
    pub fn topic(&self) -> Option<Topic> {
        if let Some(info) = self.0.code {
            return Some(info.topic);
        }
        match self.status().filter(|_| self.0.kind == ErrorKind::Refused)? {
            429 => Some(Topic::Rate),
            403 => Some(Topic::Permission),
            400 | 422 => Some(Topic::Input),
            500..=599 => Some(Topic::Server),
            _ => None,
        }
    }

    /// The server's code for the problem, known or not.
    pub fn code(&self) -> Option<&str> {
        self.0.envelope.code.as_deref()
    }

    /// The server's words for people, otherwise ours. One line; secrets of the call are masked.
    pub fn message(&self) -> &str {
        self.0.envelope.message.as_deref().unwrap_or(&self.0.message)
    }

    /// More of the server's words. Secrets of the call are masked.
    pub fn description(&self) -> Option<&str> {
        self.0.envelope.description.as_deref()
    }

    /// What to do about the code, by the catalogue.
    pub fn help(&self) -> Option<&'static str> {
        self.0.code?.help
    }

    /// The page that explains the code, otherwise the one of the endpoint.
    pub fn link(&self) -> Option<&'static str> {
        self.0.code.and_then(|info| info.docs).or_else(|| self.0.endpoint?.docs)
    }

    /// The endpoint that was called, as the path of its spec: `customer/detail`.
    pub fn endpoint(&self) -> Option<&'static str> {
        self.0.endpoint.map(|info| info.id)
    }

    /// The host that was called, with its port where that is unusual; `None` where it did not come to that.
    pub fn host(&self) -> Option<&str> {
        self.0.host.as_deref()
    }

    /// The HTTP status, when the server answered.
    pub fn status(&self) -> Option<u16> {
        self.0.meta.as_ref().map(|meta| meta.status)
    }

    /// The server's name for the request, for its support.
    pub fn request_id(&self) -> Option<&str> {
        self.0.meta.as_ref()?.request_id()
    }

    /// How often the request was sent.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// How long the call took, pauses included.
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed
    }

    /// How long the server asks to wait before the next call, or how long the client would hold it back.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// The quota, when the server answered with one.
    pub fn rate_limit(&self) -> Option<RateLimit> {
        self.0.meta.as_ref()?.rate_limit()
    }

    /// Status, headers, attempts, when the server answered.
    pub fn meta(&self) -> Option<&Meta> {
        self.0.meta.as_ref()
    }

    /// The body of the answer, up to its first 64 KiB, with the secrets of the call masked. It may hold personal
    /// data: do not log it.
    pub fn body(&self) -> &[u8] {
        &self.0.body
    }

    /// Whether [`body`](Self::body) is only the beginning of the answer's body.
    pub fn is_body_cut(&self) -> bool {
        self.0.body_length > KEPT
    }

    /// The rules that the request breaks; empty for every other error.
    pub fn violations(&self) -> &[Violation] {
        self.0.invalid.as_ref().map_or(&[], InvalidRequestError::violations)
    }

    /// Where in the response the reading failed: `referral.email`. A refusal has it too, when the server refused the
    /// call in a form that the endpoint does not document.
    pub fn path(&self) -> Option<&str> {
        self.0.path.as_deref()
    }

    /// What was expected in the response and what stands there instead, when the reading failed; secrets are masked.
    pub fn fault(&self) -> Option<&DecodeError> {
        self.0.fault.as_ref()
    }

    /// The endpoint's own failure, when it is one and has this type.
    pub fn failure<F: 'static>(&self) -> Option<&F> {
        self.0.failure.as_ref()?.downcast_ref()
    }

    /// As [`failure`](Self::failure), and gives the failure away.
    ///
    /// # Errors
    /// The error itself, when it holds no failure of this type.
    pub fn into_failure<F: 'static>(mut self) -> Result<F, Self> {
        match self.0.failure.take().map(<Box<dyn Any + Send + Sync>>::downcast) {
            Some(Ok(failure)) => Ok(*failure),
            Some(Err(other)) => {
                self.0.failure = Some(other);
                Err(self)
            }
            None => Err(self),
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

#[cfg(test)]
mod tests;
