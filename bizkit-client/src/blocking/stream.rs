//! A response whose body comes in pieces, for callers that wait: a reader.

use std::io::{self, Read, Write};

use bytes::{Buf, Bytes};
use tokio::runtime::Handle;

use super::runtime::wait;
use crate::error::Error;
use crate::error::response::{Meta, Response};

/// A good response with a body that is still on its way; what [`Client::send_stream`](super::Client::send_stream) gives.
///
/// Its limits are those of the [asynchronous one](crate::StreamResponse). An [`Error`] comes out of [`Read`] inside of
/// an [`io::Error`], whose `get_ref` and `into_inner` give it.
///
/// ```no_run
/// # fn head<E: bizkit_client::Endpoint>(client: &bizkit_client::blocking::Client, request: &E)
/// #     -> Result<(), Box<dyn std::error::Error>> {
/// use std::io::Read;
///
/// let mut magic = [0; 4];
/// client.send_stream(request)?.read_exact(&mut magic)?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct StreamResponse {
    inner: crate::StreamResponse,
    runtime: Handle,
    piece: Bytes,
}

impl StreamResponse {
    pub(super) fn new(inner: crate::StreamResponse, runtime: Handle) -> Self {
        Self { inner, runtime, piece: Bytes::new() }
    }

    /// Status, headers, attempts; the time is the one until the body began.
    pub fn meta(&self) -> &Meta {
        self.inner.meta()
    }

    /// Writes what is left of the body as it comes, and gives the number of bytes. The writer is flushed in the end.
    ///
    /// # Errors
    /// As [`write_to`](crate::StreamResponse::write_to) of the asynchronous response.
    pub fn write_to(mut self, writer: &mut impl Write) -> Result<Response<u64>, Error> {
        let mut count = 0;
        loop {
            writer.write_all(&self.piece).map_err(|cause| self.inner.unwritten(cause))?;
            count += self.piece.len() as u64;
            match wait(&self.runtime, self.inner.next())? {
                Some(piece) => self.piece = piece,
                None => break,
            }
        }
        writer.flush().map_err(|cause| self.inner.unwritten(cause))?;
        Ok(self.inner.counted(count))
    }
}

impl Read for StreamResponse {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.piece.is_empty() && !buffer.is_empty() {
            match wait(&self.runtime, self.inner.next()).map_err(io::Error::other)? {
                Some(piece) => self.piece = piece,
                None => return Ok(0),
            }
        }
        let count = buffer.len().min(self.piece.len());
        self.piece.copy_to_slice(&mut buffer[..count]);
        Ok(count)
    }
}
