//! Making errors: what happened to a call in, the one error type out. Nothing else makes them.

use std::any::Any;
use std::time::Duration;

use bytes::Bytes;

use super::{Error, ErrorKind, Inner};
use crate::decode::Fault;
use crate::envelope::{Envelope, mask};
use crate::reply::Meta;
use crate::tables::EndpointInfo;
use crate::violation::InvalidRequest;
use crate::wire::{Mishap, TransportError};

impl Error {
    /// A client that cannot be made, or cannot make this call.
    pub(crate) fn setup(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Setup, message.into())
    }

    /// A request that breaks its rules.
    pub(crate) fn invalid(invalid: InvalidRequest) -> Self {
        let mut error = Self::new(ErrorKind::Invalid, String::new());
        error.0.invalid = Some(invalid);
        error
    }

    /// A request that keeps its rules and cannot be written all the same.
    pub(crate) fn unusable(message: String) -> Self {
        Self::new(ErrorKind::Invalid, message)
    }

    /// A call that ended without a complete reply.
    pub(crate) fn transport(cause: TransportError) -> Self {
        let kind = match cause.mishap {
            Mishap::Refused => ErrorKind::Setup,
            Mishap::NotConnected => ErrorKind::NotSent,
            Mishap::Interrupted => ErrorKind::PerhapsSent,
            Mishap::TooLarge(_) => ErrorKind::Unreadable,
        };
        let mut error = Self::new(kind, cause.to_string());
        error.0.timed_out = cause.timed_out;
        error.0.source = cause.source;
        error
    }

    /// A call that the server answered with an error.
    pub(crate) fn refused(info: &'static EndpointInfo, envelope: Envelope, meta: Meta, body: Bytes) -> Self {
        Self::answered(ErrorKind::Refused, info, envelope, meta, body)
    }

    /// A call that ended in a failure which the endpoint documents.
    pub(crate) fn failed(
        info: &'static EndpointInfo,
        envelope: Envelope,
        failure: Box<dyn Any + Send + Sync>,
        meta: Meta,
        body: Bytes,
    ) -> Self {
        let mut error = Self::answered(ErrorKind::Failed, info, envelope, meta, body);
        error.0.failure = Some(failure);
        error
    }

    /// A call with an answer that cannot be read.
    pub(crate) fn unreadable(fault: &Fault, meta: Meta, body: Bytes) -> Self {
        let mut error = Self::new(ErrorKind::Unreadable, format!("unreadable reply: {fault}"));
        error.0.path = Some(fault.path()).filter(|path| !path.is_empty());
        error.0.meta = Some(meta);
        error.0.body = body;
        error
    }

    /// Masks every secret that the server has repeated, wherever it did.
    pub(crate) fn without(mut self, secrets: &[String]) -> Self {
        mask(&mut self.0.message, secrets);
        if let Some(path) = &mut self.0.path {
            mask(path, secrets);
        }
        self.0.envelope = self.0.envelope.without(secrets);
        self.0.meta = self.0.meta.map(|meta| meta.without(secrets));
        self
    }

    /// Notes the endpoint that was called.
    pub(crate) fn at(mut self, info: &'static EndpointInfo) -> Self {
        self.0.endpoint = Some(info);
        self
    }

    /// Notes what the call took.
    pub(crate) fn after(mut self, attempts: u32, elapsed: Duration) -> Self {
        self.0.attempts = attempts;
        self.0.elapsed = elapsed;
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

    fn answered(
        kind: ErrorKind,
        info: &'static EndpointInfo,
        envelope: Envelope,
        meta: Meta,
        body: Bytes,
    ) -> Self {
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
        let mut error = Self::new(kind, message.to_owned());
        error.0.code = code;
        error.0.attempts = meta.attempts;
        error.0.elapsed = meta.elapsed;
        error.0.envelope = envelope;
        error.0.meta = Some(meta);
        error.0.body = body;
        error
    }

    fn new(kind: ErrorKind, message: String) -> Self {
        Self(Box::new(Inner {
            kind,
            endpoint: None,
            message,
            attempts: 0,
            elapsed: Duration::ZERO,
            timed_out: false,
            retryable: false,
            invalid: None,
            meta: None,
            body: Bytes::new(),
            envelope: Envelope::default(),
            code: None,
            retry_after: None,
            path: None,
            failure: None,
            source: None,
        }))
    }
}
