//! An answer to a value or an error: the verdict first, then the decoder of the documented response.

use std::any::Any;
use std::time::Duration;

use crate::call::redirect;
use crate::endpoint::verdict::{self, Verdict};
use crate::endpoint::{Answer, Endpoint, Outcome};
use crate::error::envelope::Envelope;
use crate::error::rate_limit;
use crate::error::response::RawResponse;
use crate::error::{Error, ErrorKind};
use crate::policy::retry::{self, Attempt};
use crate::schema::tables::EndpointInfo;
use crate::secret::redact::{Masked, Secrets};
use crate::value::decode::DecodeError;

/// An answer that gives no value.
pub(crate) enum NoValue {
    /// It is no documented response.
    Judged(Verdict),
    /// A failure that the endpoint documents.
    Failed(Box<dyn Any + Send + Sync>),
    /// A documented response that its decoder does not read.
    Unread(DecodeError),
}

/// Judges an answer, and reads it.
pub(crate) fn read<E: Endpoint>(raw: &RawResponse) -> Result<E::Response, NoValue> {
    let status = raw.meta.status;
    match verdict::of(E::INFO.responses, status, &raw.meta.headers, Some(&raw.body)) {
        Verdict::Documented(response) => match E::decode(&Answer::judged(response, status, &raw.body)) {
            Ok(Outcome::Done(value)) => Ok(value),
            Ok(Outcome::Failed(failure)) => Err(NoValue::Failed(Box::new(failure))),
            Err(fault) => Err(NoValue::Unread(fault)),
        },
        verdict => Err(NoValue::Judged(verdict)),
    }
}

/// Why an answer gives no value; `None` where it gives one.
pub(crate) fn no_value<E: Endpoint>(raw: &RawResponse) -> Option<NoValue> {
    read::<E>(raw).err()
}

/// Where an answer came from.
pub(crate) struct Origin<'a> {
    pub(crate) info: &'static EndpointInfo,
    /// The base URL that was called.
    pub(crate) base: &'a str,
    pub(crate) secrets: &'a Secrets,
    /// The present, in time since 1970.
    pub(crate) unix: Duration,
    /// What counts as a wait that cannot be read.
    pub(crate) unclear: Duration,
    /// Reads the answer again: [`no_value`] of the endpoint.
    pub(crate) again: fn(&RawResponse) -> Option<NoValue>,
}

impl Origin<'_> {
    /// The error for an answer that gives no value. What it repeats of the call's secrets is masked before anything of
    /// the body is kept; a failure that showed one is read again, and left out where that is not possible.
    pub(crate) fn explain(self, mut raw: RawResponse, no_value: NoValue) -> Error {
        let Self { info, base, secrets, unix, unclear, again } = self;
        let (length, Masked { body, is_whole }) = (raw.body.len(), secrets.masked(&raw.body));
        let envelope = Envelope::masked(info.api, &raw.meta.headers, &raw.body, &body);
        let failed = envelope.failed || matches!(no_value, NoValue::Failed(_));
        raw.body = body;
        let no_value = match no_value {
            no_value if is_whole => no_value,
            NoValue::Judged(verdict) => NoValue::Judged(verdict),
            NoValue::Unread(fault) => NoValue::Unread(fault.without(secrets)),
            NoValue::Failed(_) => match again(&raw) {
                Some(NoValue::Failed(failure)) => NoValue::Failed(failure),
                _ => NoValue::Judged(Verdict::Refused),
            },
        };
        let RawResponse { body, meta } = raw;
        let wanted = rate_limit::asked(&meta.headers, || envelope.retry_after, unix, unclear);
        let again = retry::repeatable(Attempt::Answered(meta.status), info.retry);
        let error = match no_value {
            NoValue::Failed(failure) => Error::failed(info, envelope, failure, meta).retryable(false, wanted),
            NoValue::Judged(Verdict::Redirect) => {
                let reason = redirect::refusal(&meta.headers, base);
                Error::redirected(reason, meta)
            }
            NoValue::Judged(Verdict::Unreadable(words)) => {
                Error::unreadable(DecodeError::new(words).without(secrets), meta)
            }
            NoValue::Judged(_) => Error::refused(info, envelope, meta).retryable(again, wanted),
            NoValue::Unread(fault) => match verdict::unread(meta.status, failed) {
                ErrorKind::Unreadable => Error::unreadable(fault, meta),
                _ => Error::refused(info, envelope, meta).unread(&fault).retryable(again, wanted),
            },
        };
        error.at(info).to(base).without(secrets).with_body(body, length)
    }
}
