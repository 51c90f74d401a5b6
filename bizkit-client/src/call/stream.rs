//! A response whose body comes in pieces: the open body in; pieces, or bytes in a writer, out. Nothing holds the whole.

mod gate;

use std::fmt;
use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio::io::AsyncWrite;
use tokio::sync::OwnedSemaphorePermit;

use crate::base::clock::{Clock, within};
use crate::call::send::read::Origin;
use crate::error::Error;
use crate::error::response::{Meta, RawResponse, Response};
use crate::schema::tables::EndpointInfo;
use crate::secret::redact::Secrets;
use crate::transport::error::TransportError;
use crate::transport::message::Pieces;
pub(crate) use gate::Gate;

/// A good response with a body that is still on its way; what `send_stream` gives.
///
/// The limits of the client hold until its end: the [time of the whole call](crate::ClientBuilder::timeout), the
/// [time between two pieces](crate::ClientBuilder::read_timeout), the [size](crate::ClientBuilder::max_response_bytes). Give
/// a long download a client with wider ones. It keeps its place among the
/// [calls in flight](crate::ClientBuilder::max_in_flight) until it is dropped.
///
/// ```
/// # async fn count<E: bizkit_client::Endpoint>(client: &bizkit_client::Client, request: &E)
/// #     -> Result<(), bizkit_client::Error> {
/// let patient = client.with_timeout(std::time::Duration::from_secs(600)).with_max_response_bytes(1 << 30);
/// let mut response = patient.send_stream(request).await?;
/// while let Some(piece) = response.next().await? {
///     println!("{} bytes", piece.len());
/// }
/// # Ok(())
/// # }
/// ```
#[doc(alias("download", "chunk"))]
pub struct StreamResponse {
    meta: Meta,
    body: Box<dyn Pieces>,
    limit: usize,
    /// Bytes until the limit.
    left: usize,
    rest: Rest,
}

/// What the end of a call needs to know.
pub(crate) struct Rest {
    pub(crate) info: &'static EndpointInfo,
    /// The base URL that was called.
    pub(crate) base: String,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) start: Duration,
    pub(crate) end: Duration,
    pub(crate) secrets: Secrets,
    /// What counts as a wait that cannot be read.
    pub(crate) unclear: Duration,
    /// What holds the beginning of the body back, until it is known to be no error.
    pub(crate) gate: Option<Gate>,
    /// The place among the calls in flight.
    pub(crate) _slot: Option<OwnedSemaphorePermit>,
}

impl StreamResponse {
    pub(crate) fn new(meta: Meta, body: Box<dyn Pieces>, limit: usize, rest: Rest) -> Self {
        Self { meta, body, limit, left: limit, rest }
    }

    /// Status, headers, attempts; the time is the one until the body began.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// The next piece of the body, decompressed; `None` behind the last one, and after an error.
    ///
    /// The first piece is given when it is known that the body is no error: a body that begins as JSON is held back until its
    /// end, for 16 KiB at most.
    ///
    /// # Errors
    /// When the body reports a failure or is a page of HTML in the place of what the endpoint documents; when it breaks
    /// off, is longer than the limit, or takes longer than the call may.
    pub async fn next(&mut self) -> Result<Option<Bytes>, Error> {
        while let Some(gate) = &self.rest.gate {
            let Some(opened) = gate.open(&self.meta) else {
                let piece = self.piece().await?;
                if let Some(gate) = &mut self.rest.gate {
                    gate.add(piece);
                }
                continue;
            };
            let again = gate.again;
            let held = self.rest.gate.take().map(Gate::into_bytes).unwrap_or_default();
            return match opened {
                Ok(()) => Ok(held),
                Err(no_value) => {
                    self.body = Box::new(None);
                    let raw = RawResponse { body: held.unwrap_or_default(), meta: self.meta.clone() };
                    let Rest { info, base, secrets, clock, unclear, .. } = &self.rest;
                    let (unix, unclear) = (clock.unix(), *unclear);
                    Err(Origin { info, base, secrets, unix, unclear, again }.explain(raw, no_value))
                }
            };
        }
        self.piece().await
    }

    async fn piece(&mut self) -> Result<Option<Bytes>, Error> {
        let Rest { clock, start, end, .. } = &self.rest;
        clock.ready().map_err(|lack| self.blame(Error::setup(lack)))?;
        let time = clock.sleep(end.saturating_sub(clock.now()));
        let result = match within(self.body.next(), time).await {
            Some(Ok(Some(piece))) if piece.len() > self.left => Err(TransportError::too_large()),
            Some(result) => result,
            None => Err(TransportError::interrupted("the time limit has passed")
                .beyond("timeout", end.saturating_sub(*start))),
        };
        match result {
            Ok(piece) => {
                self.left -= piece.as_ref().map_or(0, Bytes::len);
                Ok(piece)
            }
            Err(cause) => {
                self.body = Box::new(None);
                self.rest.gate = None;
                Err(self.blame(Error::transport(cause.or_larger(self.limit))))
            }
        }
    }

    /// Writes the body as it comes, and gives the number of bytes. The writer is flushed in the end.
    ///
    /// # Errors
    /// As [`next`](Self::next), and when the writer fails; then the cause is its [`io::Error`].
    pub async fn write_to(mut self, writer: &mut (impl AsyncWrite + Unpin)) -> Result<Response<u64>, Error> {
        let mut count = 0;
        while let Some(mut piece) = self.next().await? {
            count += piece.len() as u64;
            while !piece.is_empty() {
                let write = poll_fn(|context| Pin::new(&mut *writer).poll_write(context, &piece));
                let written = match self.in_time(write).await? {
                    0 => return Err(self.unwritten(io::ErrorKind::WriteZero.into())),
                    written => written,
                };
                let _ = piece.split_to(written);
            }
        }
        self.in_time(poll_fn(|context| Pin::new(&mut *writer).poll_flush(context))).await?;
        Ok(self.counted(count))
    }

    /// A step of the writer, within the time of the call.
    async fn in_time<T>(&mut self, step: impl Future<Output = io::Result<T>>) -> Result<T, Error> {
        let Rest { clock, start, end, .. } = &self.rest;
        match within(step, clock.sleep(end.saturating_sub(clock.now()))).await {
            Some(Ok(done)) => Ok(done),
            Some(Err(cause)) => Err(self.unwritten(cause)),
            None => {
                let limit =
                    format!("the time limit has passed, `timeout` is {:?}", end.saturating_sub(*start));
                Err(self.unwritten(io::Error::new(io::ErrorKind::TimedOut, limit)))
            }
        }
    }

    /// The number of bytes, with the meta of the call.
    pub(crate) fn counted(self, count: u64) -> Response<u64> {
        let elapsed = self.rest.clock.now().saturating_sub(self.rest.start);
        Response { value: count, meta: Meta { elapsed, ..self.meta } }
    }

    /// The error for a writer that fails.
    pub(crate) fn unwritten(&self, cause: io::Error) -> Error {
        self.blame(Error::unwritten(cause))
    }

    fn blame(&self, error: Error) -> Error {
        let Rest { info, base, clock, start, secrets, .. } = &self.rest;
        let elapsed = clock.now().saturating_sub(*start);
        error
            .with_meta(self.meta.clone())
            .at(info)
            .to(base)
            .after(self.meta.attempts, elapsed)
            .without(secrets)
    }
}

/// The body may hold personal data; what has come of it is shown nowhere.
impl fmt::Debug for StreamResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StreamResponse").field("meta", &self.meta).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
