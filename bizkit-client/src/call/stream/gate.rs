//! The beginning of a body that comes in pieces, held back until it is known whether it is the documented response: pieces
//! in; the same bytes, or what is wrong with them, out.

use bytes::{Bytes, BytesMut};

use crate::call::send::read::{NoValue, no_value, read};
use crate::endpoint::Endpoint;
use crate::endpoint::verdict::{self, Verdict};
use crate::error::envelope::Envelope;
use crate::error::response::{Meta, RawResponse};
use crate::schema::tables::EndpointInfo;

/// No error of a server is longer; what is longer is what was asked for.
const LONGEST: usize = 16 << 10;

/// So many bytes tell whether something is a page of HTML.
const TAG: usize = 32;

/// Holds the beginning of a body.
pub(crate) struct Gate {
    info: &'static EndpointInfo,
    /// Whether a whole body reports a failure.
    failure: fn(&RawResponse) -> Option<NoValue>,
    /// Reads a whole body again.
    pub(super) again: fn(&RawResponse) -> Option<NoValue>,
    first: Option<Bytes>,
    more: BytesMut,
    ended: bool,
}

impl Gate {
    pub(crate) fn of<E: Endpoint>() -> Self {
        Self {
            info: E::INFO,
            failure: failure::<E>,
            again: no_value::<E>,
            first: None,
            more: BytesMut::new(),
            ended: false,
        }
    }

    /// Takes the next piece, or the end.
    pub(super) fn add(&mut self, piece: Option<Bytes>) {
        match (piece, &self.first) {
            (None, _) => self.ended = true,
            (piece, None) => self.first = piece,
            (Some(piece), Some(first)) => {
                if self.more.is_empty() {
                    self.more.extend_from_slice(first);
                }
                self.more.extend_from_slice(&piece);
            }
        }
    }

    /// Whether the body may go on; `None` while that is not known.
    pub(super) fn open(&self, meta: &Meta) -> Option<Result<(), NoValue>> {
        let body = self.held();
        let start = verdict::significant(body);
        let known = match start.first() {
            None => self.ended || body.len() >= LONGEST,
            Some(b'{') => self.ended || start.len() >= LONGEST,
            Some(b'<') => self.ended || start.len() >= TAG,
            Some(_) => true,
        };
        if !known {
            return None;
        }
        // White space without end tells nothing.
        let judged = Some(body).filter(|_| self.ended || !start.is_empty());
        let verdict = verdict::of(self.info.responses, meta.status, &meta.headers, judged);
        Some(match verdict {
            Verdict::Documented(_) if self.ended && start.starts_with(b"{") => {
                let raw = RawResponse { body: Bytes::copy_from_slice(body), meta: meta.clone() };
                (self.failure)(&raw).map_or(Ok(()), Err)
            }
            Verdict::Documented(_) => Ok(()),
            other => Err(NoValue::Judged(other)),
        })
    }

    /// All that was held; `None` for nothing.
    pub(super) fn into_bytes(self) -> Option<Bytes> {
        if self.more.is_empty() { self.first } else { Some(self.more.freeze()) }
    }

    fn held(&self) -> &[u8] {
        match &self.first {
            _ if !self.more.is_empty() => &self.more,
            first => first.as_deref().unwrap_or_default(),
        }
    }
}

/// A failure in a whole body. One that cannot be read is none: a stream gives the bytes as they come.
fn failure<E: Endpoint>(raw: &RawResponse) -> Option<NoValue> {
    let no_value = read::<E>(raw).err()?;
    match &no_value {
        NoValue::Unread(_) => Envelope::read(&raw.body).failed.then_some(no_value),
        NoValue::Failed(_) | NoValue::Judged(_) => Some(no_value),
    }
}
