//! Waiting before the server has to say no: replies and their quota go in, the time until the next call may go
//! comes out. Pure, but for the state that the clones of a client share.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::limits::RateLimit;

/// How a client holds its own calls back, so that the server need not turn them away.
///
/// A client has none of it unless [`ClientBuilder::throttle`](crate::ClientBuilder::throttle) gives it one. Then
/// every attempt waits for its turn before it is sent, and all clones of the client wait in the same line. A
/// variation with another key or another server has a line of its own, since it has a quota of its own.
///
/// A call whose turn does not come within its [time limit](crate::ClientBuilder::timeout) ends at once with an
/// error that [is about the rate](crate::Error::is_rate_limited) and tells
/// [how long to wait](crate::Error::retry_after); nothing was sent.
///
/// ```
/// use std::time::Duration;
/// use bizkit_client::{Client, Throttle};
///
/// let client = Client::builder()
///     .key("PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE")
///     .throttle(Throttle::server().at_most(10, Duration::from_secs(1)))
///     .build()?;
/// # Ok::<(), bizkit_client::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Throttle {
    server: bool,
    own: Option<Pace>,
}

impl Throttle {
    /// Follows what the server says: no call while `Retry-After` runs, and no more calls in a window than
    /// `X-RateLimit-Remaining` allows.
    pub fn server() -> Self {
        Self { server: true, own: None }
    }

    /// Keeps to a rate of one's own, whatever the server says.
    ///
    /// Up to `calls` go at once; further ones follow evenly, so that no more than twice `calls` go within any
    /// span of `per`, and no more than `calls` per `per` in the long run. 0 means 1.
    pub fn rate(calls: u32, per: Duration) -> Self {
        Self { server: false, own: Some(Pace { step: per / calls.max(1), span: per }) }
    }

    /// Follows the server, and keeps to a rate of one's own as well; see [`rate`](Self::rate).
    #[must_use]
    pub fn at_most(self, calls: u32, per: Duration) -> Self {
        Self { own: Self::rate(calls, per).own, ..self }
    }
}

/// A steady rate with room for a burst.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pace {
    /// Between two calls, once the burst is used up.
    step: Duration,
    /// What a burst may be ahead of the steady rate.
    span: Duration,
}

/// What a server says is believed for no longer than this: it may name the end of the window in another unit.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// How long the limit of the last window holds when a window is over and no reply has told of the next one.
const GUESSED_WINDOW: Duration = Duration::from_secs(1);

/// The line in which the calls of a client wait.
#[derive(Debug)]
pub(crate) struct Line {
    throttle: Throttle,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// The server wants no call before this moment.
    closed_until: Duration,
    window: Option<Window>,
    /// When the steady rate would have sent the calls that went so far.
    paced_until: Duration,
    in_flight: u64,
}

/// A quota, as far as the server has told, and the calls that have gone since.
#[derive(Debug, Clone, Copy)]
struct Window {
    /// Its name: the server's time of its end.
    reset: u64,
    /// Its end by the own clock.
    ends: Duration,
    limit: Option<u64>,
    left: u64,
}

/// The right to make one attempt; it is over when this is dropped.
#[derive(Debug)]
pub(crate) struct Turn<'a>(&'a Line);

/// What a reply says about the calls to come.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Notice {
    pub(crate) quota: Option<RateLimit>,
    /// What the server asks to wait.
    pub(crate) pause: Option<Duration>,
    /// Now, by the clock that never goes back.
    pub(crate) now: Duration,
    /// Now, since 1970.
    pub(crate) unix: Duration,
}

impl Line {
    pub(crate) fn new(throttle: Throttle) -> Self {
        Self { throttle, state: Mutex::default() }
    }

    /// The same rules, with nobody in the line.
    pub(crate) fn afresh(&self) -> Self {
        Self::new(self.throttle)
    }

    /// Takes a turn, or tells how long to wait before asking again.
    pub(crate) fn take(&self, now: Duration) -> Result<Turn<'_>, Duration> {
        let mut state = self.state();
        let wait = state.wait(self.throttle.own, now);
        if !wait.is_zero() {
            return Err(wait);
        }
        if let Some(window) = &mut state.window {
            window.left = window.left.saturating_sub(1);
        }
        if let Some(pace) = self.throttle.own {
            state.paced_until = state.paced_until.max(now).saturating_add(pace.step);
        }
        state.in_flight += 1;
        Ok(Turn(self))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Turn<'_> {
    /// Learns from a reply to this attempt.
    pub(crate) fn note(&self, notice: &Notice) {
        if self.0.throttle.server {
            self.0.state().note(notice);
        }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.in_flight = state.in_flight.saturating_sub(1);
    }
}

impl State {
    /// The time until the next call may go; nothing when it may go now.
    fn wait(&mut self, own: Option<Pace>, now: Duration) -> Duration {
        if let Some(window) = &mut self.window
            && now >= window.ends
        {
            match window.limit {
                Some(limit) => {
                    window.left = limit.max(1);
                    window.ends = now.saturating_add(GUESSED_WINDOW);
                }
                None => self.window = None,
            }
        }
        let spent = self.window.filter(|window| window.left == 0);
        let opens = spent.map_or(Duration::ZERO, |window| window.ends).max(self.closed_until);
        let paced = own.map_or(Duration::ZERO, |pace| {
            let next = self.paced_until.max(now).saturating_add(pace.step);
            next.saturating_sub(pace.span)
        });
        opens.max(paced).saturating_sub(now)
    }

    fn note(&mut self, notice: &Notice) {
        if let Some(pause) = notice.pause {
            self.closed_until = self.closed_until.max(notice.now.saturating_add(pause.min(LONGEST)));
        }
        let Some(RateLimit { limit, remaining: Some(remaining), reset: Some(reset) }) = notice.quota else {
            return;
        };
        let lasts = Duration::from_secs(reset).saturating_sub(notice.unix);
        if lasts > LONGEST {
            return;
        }
        let ends = notice.now.saturating_add(lasts);
        // The server has not counted the calls that are still on their way.
        let others = self.in_flight.saturating_sub(1);
        let left = match &self.window {
            // Replies overtake each other, so the smaller number is the later one.
            Some(known) if known.reset == reset => known.left.min(remaining),
            Some(known) if known.reset > reset => return,
            _ => remaining.saturating_sub(others),
        };
        self.window = Some(Window { reset, ends, limit, left });
    }
}

#[cfg(test)]
mod tests;
