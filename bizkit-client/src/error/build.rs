//! Making errors: what happened to a call in, the one error type out. Nothing else makes them.

use std::any::Any;
use std::io;
use std::time::Duration;

use bytes::Bytes;

use super::{Error, ErrorKind, Inner};
use crate::base::violation::InvalidRequestError;
use crate::error::envelope::Envelope;
use crate::error::response::Meta;
use crate::schema::tables::{ApiInfo, EndpointInfo};
use crate::secret::redact::{KEPT, Secrets};
use crate::transport::error::TransportError;
use crate::transport::url::Origin;
use crate::value::decode::DecodeError;

impl Error {
    /// A client that cannot be made, or cannot make this call.
    pub(crate) fn setup(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Setup, message.into())
    }

    /// A request that breaks its rules.
    pub(crate) fn invalid(invalid: InvalidRequestError) -> Self {
        let mut error = Self::new(ErrorKind::Invalid, String::new());
        error.0.invalid = Some(invalid);
        error
    }

    /// A request that keeps its rules and cannot be written all the same.
    pub(crate) fn unusable(message: String) -> Self {
        Self::new(ErrorKind::Invalid, message)
    }

    /// A base URL that breaks a rule; the rule is shown, and the URL is not.
    pub(crate) fn base_url(rule: &'static str) -> Self {
        Self::setup(format!("the base URL cannot be used: {rule}"))
    }

    /// The same error, of a value that stands in an environment variable.
    pub(crate) fn in_variable(mut self, name: &str) -> Self {
        self.0.message.insert_str(0, &format!("environment variable `{name}`: "));
        self
    }

    /// The same error, of a key, with the page where one is to be had.
    pub(crate) fn about_key(mut self, api: &ApiInfo) -> Self {
        if let Some(docs) = api.docs {
            self.0.message.push_str("; where to get one: ");
            self.0.message.push_str(docs);
        }
        self
    }

    /// A call whose turn would come after its end.
    pub(crate) fn held_back(wait: Duration, limit: Duration) -> Self {
        let message = format!(
            "not sent: the quota is used up for another {wait:.1?}, longer than the call may take, `timeout` is {limit:?}"
        );
        let mut error = Self::new(ErrorKind::NotSent, message);
        error.0.held_back = true;
        error.retryable(true, Some(wait))
    }

    /// A call that ended without a complete response.
    pub(crate) fn transport(cause: TransportError) -> Self {
        let mut error = Self::new(ErrorKind::of_transport(cause.kind), cause.to_string());
        error.0.timed_out = cause.timed_out;
        error.0.source = cause.source;
        error.0.meta = cause.head.map(|head| {
            let (status, headers) = *head;
            Meta { status, headers, attempts: 0, elapsed: Duration::ZERO }
        });
        error
    }

    /// A call that the server answered with an error.
    pub(crate) fn refused(info: &'static EndpointInfo, envelope: Envelope, meta: Meta) -> Self {
        Self::answered(ErrorKind::Refused, info, envelope, meta)
    }

    /// A call that the server answered with the address of another one.
    pub(crate) fn redirected(reason: String, meta: Meta) -> Self {
        Self::new(ErrorKind::Refused, reason).with_meta(meta)
    }

    /// A call that ended in a failure which the endpoint documents.
    pub(crate) fn failed(
        info: &'static EndpointInfo,
        envelope: Envelope,
        failure: Box<dyn Any + Send + Sync>,
        meta: Meta,
    ) -> Self {
        let mut error = Self::answered(ErrorKind::Failed, info, envelope, meta);
        error.0.failure = Some(failure);
        error
    }

    /// A call with an answer that cannot be read.
    pub(crate) fn unreadable(fault: DecodeError, meta: Meta) -> Self {
        let mut error = Self::new(ErrorKind::Unreadable, format!("unreadable response: {fault}"))
            .with_meta(meta)
            .unread(&fault);
        error.0.fault = Some(fault);
        error
    }

    /// Notes where the answer could not be read.
    pub(crate) fn unread(mut self, fault: &DecodeError) -> Self {
        self.0.path = Some(fault.path()).filter(|path| !path.is_empty());
        self
    }

    /// A good answer that its receiver does not take.
    pub(crate) fn unwritten(cause: io::Error) -> Self {
        let mut error = Self::new(ErrorKind::Unreadable, "the response cannot be written".to_owned());
        error.0.timed_out = cause.kind() == io::ErrorKind::TimedOut;
        error.0.source = Some(cause.into());
        error
    }

    /// Masks every secret that headers or the transport have repeated. What comes of a body was masked before it was
    /// read.
    pub(crate) fn without(mut self, secrets: &Secrets) -> Self {
        let inner = &mut *self.0;
        secrets.mask_own(&mut inner.message);
        if let Some(meta) = &mut inner.meta {
            secrets.mask_headers(&mut meta.headers);
        }
        inner.source = inner.source.take().map(|cause| secrets.mask_cause(cause));
        self
    }

    /// Keeps the beginning of the answer's body, whose secrets are masked, and how long it was.
    pub(crate) fn with_body(mut self, masked: Bytes, length: usize) -> Self {
        // A copy where it is cut, so that a short beginning does not keep a long body in memory.
        self.0.body = if masked.len() > KEPT { Bytes::copy_from_slice(&masked[..KEPT]) } else { masked };
        self.0.body_length = length;
        self
    }

    /// Notes how the server answered, and what the call took.
    pub(crate) fn with_meta(mut self, meta: Meta) -> Self {
        self.0.attempts = meta.attempts;
        self.0.elapsed = meta.elapsed;
        self.0.meta = Some(meta);
        self
    }

    /// Notes the endpoint that was called.
    pub(crate) fn at(mut self, info: &'static EndpointInfo) -> Self {
        self.0.endpoint = Some(info);
        self
    }

    /// Notes the host that was called, out of a base URL.
    pub(crate) fn to(mut self, base: &str) -> Self {
        self.0.host = Origin::of(base).map(|origin| origin.host_and_port());
        self
    }

    /// Notes what the call took.
    pub(crate) fn after(mut self, attempts: u32, elapsed: Duration) -> Self {
        self.0.attempts = attempts;
        self.0.elapsed = elapsed;
        if let Some(meta) = &mut self.0.meta {
            (meta.attempts, meta.elapsed) = (attempts, elapsed);
        }
        self
    }

    /// Notes whether the call may be made again, and how soon the server wants it.
    pub(crate) fn retryable(mut self, retryable: bool, retry_after: Option<Duration>) -> Self {
        self.0.retryable = retryable;
        self.0.retry_after = retry_after;
        self
    }

    /// Notes the cause.
    #[cfg(feature = "blocking")]
    pub(crate) fn because(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    fn answered(kind: ErrorKind, info: &'static EndpointInfo, envelope: Envelope, meta: Meta) -> Self {
        let code = envelope.code.as_deref();
        let code = info.api.errors.iter().find(|known| Some(known.code) == code);
        let message = match code {
            Some(known) => known.summary,
            None => http::StatusCode::from_u16(meta.status)
                .ok()
                .filter(|status| !status.is_success())
                .and_then(|status| status.canonical_reason())
                .unwrap_or("the server reports a failure"),
        };
        let mut error = Self::new(kind, message.to_owned()).with_meta(meta);
        error.0.code = code;
        error.0.envelope = envelope;
        error
    }

    fn new(kind: ErrorKind, message: String) -> Self {
        Self(Box::new(Inner {
            kind,
            endpoint: None,
            host: None,
            message,
            attempts: 0,
            elapsed: Duration::ZERO,
            timed_out: false,
            retryable: false,
            invalid: None,
            meta: None,
            body: Bytes::new(),
            body_length: 0,
            held_back: false,
            fault: None,
            envelope: Envelope::default(),
            code: None,
            retry_after: None,
            path: None,
            failure: None,
            source: None,
        }))
    }
}
