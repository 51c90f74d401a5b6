//! An answer to a value or an error: the verdict first, then the decoder of the documented reply.

use std::any::Any;
use std::time::Duration;

use crate::decode::Fault;
use crate::endpoint::{Answer, Endpoint, Outcome};
use crate::envelope::Envelope;
use crate::error::{Error, ErrorKind};
use crate::limits;
use crate::redact::Secrets;
use crate::redirect;
use crate::reply::RawReply;
use crate::retry::{self, Attempt};
use crate::tables::EndpointInfo;
use crate::verdict::{self, Verdict};

/// An answer that gives no value.
pub(crate) enum Trouble {
    /// It is no documented reply.
    Judged(Verdict),
    /// A failure that the endpoint documents.
    Failed(Box<dyn Any + Send + Sync>),
    /// A documented reply that its decoder does not read.
    Unread(Fault),
}

/// Judges an answer, and reads it.
pub(crate) fn read<E: Endpoint>(raw: &RawReply) -> Result<E::Reply, Trouble> {
    let status = raw.meta.status;
    match verdict::of(E::INFO.replies, status, &raw.meta.headers, Some(&raw.body)) {
        Verdict::Documented(reply) => match E::decode(&Answer::judged(reply, status, &raw.body)) {
            Ok(Outcome::Done(value)) => Ok(value),
            Ok(Outcome::Failed(failure)) => Err(Trouble::Failed(Box::new(failure))),
            Err(fault) => Err(Trouble::Unread(fault)),
        },
        verdict => Err(Trouble::Judged(verdict)),
    }
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
}

impl Origin<'_> {
    /// The error for an answer that gives no value; what it repeats of the call's secrets is masked.
    pub(crate) fn explain(self, raw: RawReply, trouble: Trouble) -> Error {
        let Self { info, base, secrets, unix, unclear } = self;
        let RawReply { body, meta } = raw;
        let envelope = Envelope::read(&body).or_plain(&meta.headers, &body);
        let wanted = limits::asked(&meta.headers, || envelope.retry_after, unix, unclear);
        let again = retry::repeatable(Attempt::Answered(meta.status), info.retry);
        let error = match trouble {
            Trouble::Failed(failure) => Error::failed(info, envelope, failure, meta).retryable(false, wanted),
            Trouble::Judged(Verdict::Redirect) => {
                let reason = redirect::refusal(&meta.headers, base);
                Error::redirected(reason, meta)
            }
            Trouble::Judged(Verdict::Unreadable(words)) => {
                Error::unreadable(Fault::new(words).without(secrets, &body), meta)
            }
            Trouble::Judged(_) => Error::refused(info, envelope, meta).retryable(again, wanted),
            Trouble::Unread(fault) => match verdict::unread(meta.status, envelope.failed) {
                ErrorKind::Unreadable => Error::unreadable(fault.without(secrets, &body), meta),
                _ => Error::refused(info, envelope, meta).unread(&fault).retryable(again, wanted),
            },
        };
        error.at(info).to(base).without(secrets).with_body(&body, secrets)
    }
}
