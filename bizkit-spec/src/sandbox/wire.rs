//! A TCP stream that lets an answer out only so far, and then does what a fault says.

use std::cell::RefCell;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

/// The stream of one connection, and the trouble that the next answer on it meets.
pub(super) struct Wire {
    stream: TcpStream,
    trouble: Next,
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
}

impl Wire {
    /// A wire over a stream.
    pub(super) fn new(stream: TcpStream, trouble: Next) -> Self {
        Self { stream, trouble }
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
                wire.stream.set_zero_linger()?;
                Poll::Ready(Err(io::ErrorKind::ConnectionReset.into()))
            }
            Action::Wait(done) => {
                ready!(done.as_mut().poll(cx));
                *slot = None;
                Pin::new(&mut wire.stream).poll_write(cx, bytes)
            }
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
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
}
