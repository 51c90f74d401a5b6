//! A TCP stream that lets an answer out only so far, and then does what a fault says.

use std::cell::RefCell;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::Sleep;

/// The stream of one connection, and the trouble that the next answer on it meets.
pub(super) struct Wire {
    stream: TcpStream,
    trouble: Next,
    /// What goes out before anything else does.
    pending: Vec<u8>,
}

/// Where the service leaves the trouble of an answer before it hands the answer out.
pub(super) type Next = Rc<RefCell<Option<Trouble>>>;

/// What happens when an answer has got to a point.
pub(super) struct Trouble {
    at: Point,
    action: Action,
    written: usize,
    headers: HeaderEnd,
}

/// A point in the bytes of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Point {
    /// So many bytes from the first one of the status line.
    Headers(usize),
    /// So many bytes behind the empty line that ends the headers.
    Body(usize),
}

/// What happens.
pub(super) enum Action {
    /// The connection ends in good order.
    Close,
    /// The connection is reset.
    Reset,
    /// The answer goes on when this is done.
    Wait(Pin<Box<dyn Future<Output = ()>>>),
    /// The answer goes on byte by byte, this long apart.
    Drip(Duration, Pin<Box<Sleep>>),
    /// The headers go out with this `Content-Length`.
    Lie(u64),
}

impl Wire {
    /// A wire over a stream.
    pub(super) fn new(stream: TcpStream, trouble: Next) -> Self {
        Self { stream, trouble, pending: Vec::new() }
    }

    /// Writes what is pending to its end.
    fn poll_pending(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        while !self.pending.is_empty() {
            let written = ready!(Pin::new(&mut self.stream).poll_write(cx, &self.pending))?;
            self.pending.drain(..written);
        }
        Poll::Ready(Ok(()))
    }
}

impl Trouble {
    /// Trouble for the next answer.
    pub(super) fn new(at: Point, action: Action) -> Self {
        Self { at, action, written: 0, headers: HeaderEnd::default() }
    }

    /// How many of the next bytes may still go out.
    fn room(&self, next: &[u8]) -> usize {
        let end = match self.at {
            Point::Headers(bytes) => bytes,
            Point::Body(bytes) => match self.headers.after(next).end {
                Some(start) => start + bytes,
                None => return next.len(),
            },
        };
        end.saturating_sub(self.written).min(next.len())
    }

    /// Takes note of bytes that went out.
    fn wrote(&mut self, bytes: &[u8]) {
        self.headers = self.headers.after(bytes);
        self.written += bytes.len();
    }
}

/// The bytes of an answer with another `Content-Length` in the head.
fn with_content_length(answer: &[u8], length: u64) -> Vec<u8> {
    let head = HeaderEnd::default().after(answer).end.unwrap_or(answer.len());
    let mut out = Vec::with_capacity(answer.len() + 8);
    for line in answer[..head].split_inclusive(|byte| *byte == b'\n') {
        if line.to_ascii_lowercase().starts_with(b"content-length:") {
            out.extend_from_slice(format!("content-length: {length}\r\n").as_bytes());
        } else {
            out.extend_from_slice(line);
        }
    }
    out.extend_from_slice(&answer[head..]);
    out
}

/// Looks for the empty line behind the headers.
#[derive(Debug, Clone, Copy, Default)]
struct HeaderEnd {
    seen: usize,
    last_four: u32,
    end: Option<usize>,
}

impl HeaderEnd {
    /// The same search, these bytes later.
    fn after(mut self, bytes: &[u8]) -> Self {
        for byte in bytes {
            if self.end.is_some() {
                break;
            }
            self.seen += 1;
            self.last_four = self.last_four << 8 | u32::from(*byte);
            self.end = (self.last_four == u32::from_be_bytes(*b"\r\n\r\n")).then_some(self.seen);
        }
        self
    }
}

impl AsyncWrite for Wire {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let wire = &mut *self;
        ready!(wire.poll_pending(cx))?;
        let mut slot = wire.trouble.borrow_mut();
        let Some(trouble) = slot.as_mut() else {
            return Pin::new(&mut wire.stream).poll_write(cx, bytes);
        };
        let room = trouble.room(bytes);
        if room > 0 || bytes.is_empty() {
            let written = ready!(Pin::new(&mut wire.stream).poll_write(cx, &bytes[..room]))?;
            trouble.wrote(&bytes[..written]);
            return Poll::Ready(Ok(written));
        }
        match &mut trouble.action {
            Action::Close => Poll::Ready(Err(io::ErrorKind::ConnectionAborted.into())),
            Action::Reset => {
                #[allow(
                    deprecated,
                    reason = "a linger of zero never blocks; its successor needs a new tokio"
                )]
                wire.stream.set_linger(Some(Duration::ZERO))?;
                Poll::Ready(Err(io::ErrorKind::ConnectionReset.into()))
            }
            Action::Wait(done) => {
                ready!(done.as_mut().poll(cx));
                *slot = None;
                Pin::new(&mut wire.stream).poll_write(cx, bytes)
            }
            Action::Drip(pause, sleep) => {
                ready!(sleep.as_mut().poll(cx));
                let next = sleep.deadline() + *pause;
                sleep.as_mut().reset(next);
                Pin::new(&mut wire.stream).poll_write(cx, &bytes[..1])
            }
            Action::Lie(length) => {
                // The server writes the whole head at once, and what fits of the body with it.
                wire.pending = with_content_length(bytes, *length);
                *slot = None;
                Poll::Ready(Ok(bytes.len()))
            }
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_pending(cx))?;
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_pending(cx))?;
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

impl AsyncRead for Wire {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bytes that go out when an answer is written in these pieces.
    fn passed(at: Point, pieces: &[&str]) -> String {
        let mut trouble = Trouble::new(at, Action::Close);
        let mut out = String::new();
        for piece in pieces {
            let room = trouble.room(piece.as_bytes());
            trouble.wrote(&piece.as_bytes()[..room]);
            out.push_str(&piece[..room]);
            if room < piece.len() {
                break;
            }
        }
        out
    }

    #[test]
    fn an_answer_gets_as_far_as_the_point() {
        for pieces in [
            vec!["HTTP/1.1 200 OK\r\na: b\r\n\r\nbody"],
            vec!["HTTP/1.1 200 OK\r\na: b\r", "\n\r", "\nbo", "dy"],
        ] {
            assert_eq!(passed(Point::Headers(0), &pieces), "");
            assert_eq!(passed(Point::Headers(8), &pieces), "HTTP/1.1");
            assert_eq!(passed(Point::Body(0), &pieces), "HTTP/1.1 200 OK\r\na: b\r\n\r\n");
            assert_eq!(passed(Point::Body(3), &pieces), "HTTP/1.1 200 OK\r\na: b\r\n\r\nbod");
            assert_eq!(passed(Point::Body(9), &pieces), pieces.concat());
        }
    }
    #[test]
    fn a_lie_changes_the_header_and_nothing_else() {
        let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\na: b\r\n\r\ncontent-length: 4\r\n";
        let lie = with_content_length(answer, 99);
        let lie = String::from_utf8(lie).unwrap();
        assert_eq!(lie, "HTTP/1.1 200 OK\r\ncontent-length: 99\r\na: b\r\n\r\ncontent-length: 4\r\n");
    }
}
