//! The body of an answer as hyper asks for it: some bytes, and white space behind them where a fault wants it.

use hyper::body::{Body, Bytes, Frame, SizeHint};
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

/// How many bytes of white space go out at once.
const CHUNK: usize = 16 * 1024;
static WHITE_SPACE: [u8; CHUNK] = [b' '; CHUNK];

/// A body.
#[derive(Debug)]
pub(super) struct Payload {
    first: Bytes,
    padding: Padding,
}

/// White space behind the first bytes.
#[derive(Debug)]
enum Padding {
    Bytes(u64),
    Endless,
}

impl Payload {
    /// These bytes.
    pub(super) fn new(bytes: Vec<u8>) -> Self {
        Self { first: bytes.into(), padding: Padding::Bytes(0) }
    }

    /// These bytes, made up to a total with white space.
    pub(super) fn padded(bytes: Vec<u8>, total: u64) -> Self {
        let padding = Padding::Bytes(total.saturating_sub(bytes.len() as u64));
        Self { first: bytes.into(), padding }
    }

    /// These bytes and white space for ever.
    pub(super) fn endless(bytes: Vec<u8>) -> Self {
        Self { first: bytes.into(), padding: Padding::Endless }
    }
}

impl Body for Payload {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if !self.first.is_empty() {
            return Poll::Ready(Some(Ok(Frame::data(std::mem::take(&mut self.first)))));
        }
        let length = match &mut self.padding {
            Padding::Bytes(0) => return Poll::Ready(None),
            Padding::Bytes(left) => {
                let length = usize::try_from(*left).map_or(CHUNK, |left| left.min(CHUNK));
                *left -= length as u64;
                length
            }
            Padding::Endless => CHUNK,
        };
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(&WHITE_SPACE[..length])))))
    }

    fn is_end_stream(&self) -> bool {
        self.first.is_empty() && matches!(self.padding, Padding::Bytes(0))
    }

    fn size_hint(&self) -> SizeHint {
        match self.padding {
            Padding::Bytes(left) => SizeHint::with_exact(self.first.len() as u64 + left),
            Padding::Endless => SizeHint::default(),
        }
    }
}
