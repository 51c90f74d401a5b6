//! What can go wrong between a client and a server, as values that a test asks for.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use tokio::sync::watch;

/// A failure that the sandbox plays. The "right answer" is the one that the call would have got without it.
///
/// A connection that is refused belongs to no call: [`Server::stop_listening`](super::Server::stop_listening).
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Fault {
    /// This status with a page of HTML, as a proxy in front of the API sends it.
    Status(u16),
    /// A code of the catalogue, with its documented status in the documented envelope.
    Code(String),
    /// 429 with the code for too many requests, and `Retry-After` in seconds where it is given.
    RateLimited {
        /// The value of `Retry-After`.
        retry_after: Option<u64>,
    },
    /// 429 with the code for too many requests, and `Retry-After` as a date; parts of a second are dropped.
    RateLimitedUntil(SystemTime),
    /// Waits this long at the stage, then goes on.
    Delay(Stage, Duration),
    /// Waits at the stage until the gate is opened, then goes on.
    Hold(Stage, Gate),
    /// Closes the connection in good order at the stage. Inside the body that is a truncated body.
    Close(Stage),
    /// Resets the connection at the stage.
    Reset(Stage),
    /// The right answer under this content type.
    ContentType(String),
    /// The first half of the right answer, sent as if it were the whole.
    MalformedJson,
    /// The right answer inside a list, so valid JSON of another shape.
    WrongShape,
    /// The right answer with white space behind it, so many bytes in all.
    HugeBody(u64),
    /// The right answer with white space behind it that never ends.
    EndlessBody,
    /// The right answer under a `Content-Length` that may be a lie. Where it promises more than there is, the
    /// connection ends behind the body; where it promises less, the rest lies on the connection.
    ContentLength(u64),
    /// The right answer with its body in single bytes, this long apart.
    Drip(Duration),
}

impl Fault {
    /// A code of the catalogue, with its documented status.
    pub fn code(code: impl Into<String>) -> Self {
        Self::Code(code.into())
    }

    /// Half of a body, then the end of the connection.
    pub fn truncated_body() -> Self {
        Self::Close(Stage::InsideBody)
    }
}

/// How far an answer gets before something happens to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Nothing is sent.
    BeforeHeaders,
    /// The first bytes of the status line are sent.
    InsideHeaders,
    /// The headers are sent, nothing of the body.
    AfterHeaders,
    /// Half of the body is sent.
    InsideBody,
}

/// A door that a held answer waits behind, so that a test needs no sleep. Clones are the same door.
///
/// Await [`Gate::reached`] to know that the answer is at the door, and [`Gate::open`] to let it pass.
#[derive(Clone)]
pub struct Gate(Arc<Sides>);

/// Both sides of a gate.
struct Sides {
    reached: watch::Sender<bool>,
    open: watch::Sender<bool>,
}

impl Gate {
    /// A closed gate.
    pub fn new() -> Self {
        Self(Arc::new(Sides { reached: watch::Sender::new(false), open: watch::Sender::new(false) }))
    }

    /// Waits until an answer has come to the gate. Works under every executor.
    pub async fn reached(&self) {
        // Fails only without a sender, and `self` holds it.
        let _ = self.0.reached.subscribe().wait_for(|reached| *reached).await;
    }

    /// Lets every answer pass, the present and the later ones.
    pub fn open(&self) {
        self.0.open.send_replace(true);
    }

    /// Lets no further answer pass.
    pub fn close(&self) {
        self.0.reached.send_replace(false);
        self.0.open.send_replace(false);
    }

    /// Comes to the gate and waits until it is open. Works under every executor.
    pub async fn pass(&self) {
        self.0.reached.send_replace(true);
        let _ = self.0.open.subscribe().wait_for(|open| *open).await;
    }
}

impl Default for Gate {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Gate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gate")
            .field("reached", &*self.0.reached.borrow())
            .field("open", &*self.0.open.borrow())
            .finish()
    }
}
