//! Waiting before the server has to say no: responses and their quota go in, the time until the next call may go
//! comes out. Pure, but for the state that the clones of a client share.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::error::rate_limit::RateLimit;

mod queues;
pub(crate) use queues::Queues;

/// How a client holds its own calls back, so that the server need not turn them away.
///
/// A client has none of it unless [`ClientBuilder::throttle`](crate::ClientBuilder::throttle) gives it one. Then
/// every attempt waits for its turn before it is sent, and all clones of the client wait in the same queue. A
/// variation with another key or another server has a queue of its own, since it has a quota of its own. So has an
/// endpoint whose spec documents a quota of its own: its calls keep to that one.
///
/// A call whose turn does not come within its [time limit](crate::ClientBuilder::timeout) ends at once with an
/// error that [is about the rate](crate::Error::is_rate_limited) and tells
/// [how long to wait](crate::Error::retry_after); nothing was sent.
///
/// A call that found no connection, and one whose future was dropped, gives its turn back. What the server says last
/// counts, also when it is more than expected; and where the quota is used up by this client's own count alone, because
/// responses are missing, a call goes every few seconds to ask.
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
#[doc(alias("rate limit", "quota"))]
pub struct Throttle {
    server: bool,
    own: Option<Gcra>,
}

impl Throttle {
    /// Follows what the server says: no call while `Retry-After` runs, and no more calls in a window than
    /// `X-RateLimit-Remaining` allows. Times are read by the server's clock, where a response has a `Date`.
    pub fn server() -> Self {
        Self { server: true, own: None }
    }

    /// Keeps to a rate of one's own, whatever the server says.
    ///
    /// Up to `calls` go at once; further ones follow evenly, so that no more than twice `calls` go within any
    /// span of `per`, and no more than `calls` per `per` in the long run. 0 means 1.
    pub fn rate(calls: u32, per: Duration) -> Self {
        Self { server: false, own: Some(Gcra { interval: per / calls.max(1), tolerance: per }) }
    }

    /// Follows the server, and keeps to a rate of one's own as well; see [`rate`](Self::rate).
    #[must_use]
    pub fn at_most(self, calls: u32, per: Duration) -> Self {
        Self { own: Self::rate(calls, per).own, ..self }
    }
}

/// A steady rate with room for a burst, by the generic cell rate algorithm (GCRA) in its form of virtual scheduling: ITU-T
/// I.371, annex A, or <https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm>.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Gcra {
    /// Between two calls, once the burst is used up.
    interval: Duration,
    /// What a burst may be ahead of the steady rate.
    tolerance: Duration,
}

/// What a server says is believed for no longer than this: it may name the end of the window in another unit.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// How long the limit of the last window holds when a window is over and no response has told of the next one.
const GUESSED_WINDOW: Duration = Duration::from_secs(1);

/// How often a call goes to ask what is left, when the server has not said that it is nothing.
const PROBE: Duration = Duration::from_secs(5);

/// The queue in which the calls of a client wait.
#[derive(Debug)]
pub(crate) struct Queue {
    throttle: Throttle,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// The server wants no call before this moment.
    closed_until: Duration,
    window: Option<Window>,
    /// The theoretical arrival time of GCRA: when the steady rate would have sent the calls that went so far.
    arrival: Duration,
    in_flight: i64,
    /// Turns that were taken so far.
    taken: u64,
    /// Turns that had been taken when a response was noted last: whoever came later was sent after that response had come.
    noted: u64,
    /// When the last turn was taken.
    last: Duration,
}

/// A quota, as far as the server has told, and the calls that have gone since.
#[derive(Debug, Clone, Copy)]
struct Window {
    /// Its name: the server's time of its end.
    reset: u64,
    /// Its end by the own clock.
    ends: Duration,
    limit: Option<u64>,
    /// Below zero, it is what calls on their way owe.
    left: i64,
    /// The server itself has said that nothing is left.
    closed: bool,
}

/// The right to make one attempt. When it is dropped it is given back: the attempt never left, or nobody waited for
/// it.
#[derive(Debug)]
pub(crate) struct Permit<'a> {
    queue: &'a Queue,
    /// How many turns had been taken with this one.
    number: u64,
    used: bool,
}

/// What a response says about the calls to come.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Feedback {
    pub(crate) quota: Option<RateLimit>,
    /// What the server asks to wait.
    pub(crate) pause: Option<Duration>,
    /// Now, by the clock that never goes back.
    pub(crate) now: Duration,
    /// Now, since 1970.
    pub(crate) unix: Duration,
}

impl Queue {
    pub(crate) fn new(throttle: Throttle) -> Self {
        Self { throttle, state: Mutex::default() }
    }

    /// Takes a turn, or tells how long to wait before asking again.
    pub(crate) fn take(&self, now: Duration) -> Result<Permit<'_>, Duration> {
        let mut state = self.state();
        let wait = state.wait(self.throttle.own, now);
        if !wait.is_zero() {
            return Err(wait);
        }
        if let Some(window) = &mut state.window {
            window.left = window.left.saturating_sub(1);
        }
        if let Some(gcra) = self.throttle.own {
            state.arrival = state.arrival.max(now).saturating_add(gcra.interval);
        }
        state.in_flight += 1;
        state.taken += 1;
        state.last = now;
        Ok(Permit { queue: self, number: state.taken, used: false })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Permit<'_> {
    /// Uses the turn up: the server may have seen the attempt. Learns from the response, where one came.
    pub(crate) fn settle(mut self, feedback: Option<Feedback>) {
        self.used = true;
        if let Some(feedback) = feedback.filter(|_| self.queue.throttle.server) {
            self.queue.state().note(self.number, &feedback);
        }
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        let mut state = self.queue.state();
        state.in_flight -= 1;
        if let Some(window) = state.window.as_mut().filter(|_| !self.used) {
            window.left = window.left.saturating_add(1);
        }
    }
}

impl State {
    /// The time until the next call may go; nothing when it may go now.
    fn wait(&mut self, own: Option<Gcra>, now: Duration) -> Duration {
        if let Some(window) = &mut self.window
            && now >= window.ends
        {
            match window.limit {
                Some(limit) => {
                    window.left = count(limit.max(1));
                    window.closed = false;
                    window.ends = now.saturating_add(GUESSED_WINDOW);
                }
                None => self.window = None,
            }
        }
        let spent = self.window.filter(|window| window.left <= 0);
        let asks = self.last.saturating_add(PROBE);
        let opens = spent
            .map_or(Duration::ZERO, |window| if window.closed { window.ends } else { window.ends.min(asks) });
        let opens = opens.max(self.closed_until);
        let paced = own.map_or(Duration::ZERO, |gcra| {
            let next = self.arrival.max(now).saturating_add(gcra.interval);
            next.saturating_sub(gcra.tolerance)
        });
        opens.max(paced).saturating_sub(now)
    }

    /// Learns from the response to a turn.
    fn note(&mut self, number: u64, feedback: &Feedback) {
        if let Some(pause) = feedback.pause {
            self.closed_until = self.closed_until.max(feedback.now.saturating_add(pause.min(LONGEST)));
        }
        let Some(RateLimit { limit, remaining: Some(remaining), reset: Some(reset) }) = feedback.quota else {
            return;
        };
        let lasts = Duration::from_secs(reset).saturating_sub(feedback.unix);
        if lasts > LONGEST {
            return;
        }
        let ends = feedback.now.saturating_add(lasts);
        let mut window = Window { reset, ends, limit, left: count(remaining), closed: remaining == 0 };
        let later = number > self.noted;
        match &self.window {
            // Responses overtake each other: of two that were on their way together, the smaller number is the later one.
            Some(known) if !later && known.reset == reset => {
                window.left = known.left.min(window.left);
                window.closed |= known.closed;
            }
            Some(known) if !later && known.reset > reset => return,
            // The server has not counted the calls that are still on their way.
            _ => window.left = window.left.saturating_sub(self.in_flight - 1),
        }
        self.window = Some(window);
        self.noted = self.taken;
    }
}

fn count(calls: u64) -> i64 {
    i64::try_from(calls).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests;
