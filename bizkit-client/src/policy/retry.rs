//! Whether a call is sent again, and when: takes what happened and gives the pause, or nothing. Pure, but for the budget.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use crate::schema::tables::RetryClass;
use crate::transport::error::{TransportError, TransportErrorKind};

/// How often and how patiently a client repeats calls that failed.
///
/// What is repeated follows from what may have reached the server. A call that found no connection had no effect, and
/// a call that was turned away with 429 was counted and not carried out, so they are repeated for every endpoint. After
/// a broken connection, a timeout or a 5xx the server may have acted; then only endpoints whose repetition does no harm
/// are called again.
///
/// The pause is what the server asks for in `Retry-After`, otherwise a random share of a time that doubles
/// with each attempt ("full jitter"). Where the server asks for a wait that cannot be read, it is the
/// [longest pause](Self::max_delay). A pause that does not fit into the
/// [time limit of the call](crate::ClientBuilder::timeout) ends it at once. All clones of a client share
/// a budget, so that an outage is not answered with a multiple of the usual traffic.
///
/// ```
/// use std::time::Duration;
/// use bizkit_client::Retry;
///
/// let patient = Retry::default().max_attempts(6).max_delay(Duration::from_secs(30));
/// assert_ne!(patient, Retry::never());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[doc(alias("idempotent", "idempotency", "backoff"))]
pub struct Retry {
    max_attempts: u32,
    base_delay: Duration,
    max_delay: Duration,
}

impl Default for Retry {
    /// Three attempts; pauses of up to 0.2 s, then up to 0.4 s.
    fn default() -> Self {
        Self { max_attempts: 3, base_delay: Duration::from_millis(200), max_delay: Duration::from_secs(10) }
    }
}

impl Retry {
    /// One attempt, whatever happens.
    pub fn never() -> Self {
        Self::default().max_attempts(1)
    }

    /// The number of attempts, the first one included; 0 means 1.
    #[must_use]
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = attempts.max(1);
        self
    }

    /// The longest pause after the first attempt; it doubles with each further one.
    #[must_use]
    pub fn base_delay(mut self, delay: Duration) -> Self {
        self.base_delay = delay;
        self
    }

    /// The longest pause at all, unless the server asks for more.
    #[must_use]
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = delay;
        self
    }

    /// What counts as the wait of a server that asks for one which cannot be read.
    pub(crate) fn longest(&self) -> Duration {
        self.max_delay
    }

    /// The longest pause after this attempt.
    fn backoff(&self, attempt: u32) -> Duration {
        let doubled = 2_u32.saturating_pow(attempt.saturating_sub(1));
        self.base_delay.saturating_mul(doubled).min(self.max_delay)
    }
}

/// What became of an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Attempt {
    /// Trying again changes nothing.
    Hopeless,
    /// The server has certainly not seen it.
    NotSent,
    /// The server may have acted on it.
    PerhapsSent,
    /// The server answered with this status.
    Answered(u16),
}

impl Attempt {
    /// What the status of a response, or the lack of one, means for the next attempt.
    ///
    /// A response that breaks off behind a head with an error counts as that error: the server has judged the call.
    pub(crate) fn of(result: Result<u16, &TransportError>) -> Self {
        let error = match result {
            Ok(status) => return Self::Answered(status),
            Err(error) => error,
        };
        match (error.kind, error.head.as_deref()) {
            (TransportErrorKind::NotConnected, _) => Self::NotSent,
            (
                TransportErrorKind::TooLarge
                | TransportErrorKind::Unreadable
                | TransportErrorKind::Interrupted,
                Some((status @ 400.., _)),
            ) => Self::Answered(*status),
            (
                TransportErrorKind::Refused | TransportErrorKind::TooLarge | TransportErrorKind::Unreadable,
                _,
            ) => Self::Hopeless,
            (TransportErrorKind::Interrupted, _) => Self::PerhapsSent,
        }
    }
}

/// Whether repeating the call is harmless and may help.
pub(crate) fn repeatable(attempt: Attempt, class: RetryClass) -> bool {
    let safe = match class {
        RetryClass::Safe => true,
        RetryClass::Never => false,
    };
    match attempt {
        // 429 is decided before the handler runs.
        Attempt::NotSent | Attempt::Answered(429) => true,
        // 501 and 505 speak of what the server cannot do, which another attempt does not change.
        Attempt::Answered(408 | 500 | 502..=504 | 506..=599) | Attempt::PerhapsSent => safe,
        Attempt::Hopeless | Attempt::Answered(_) => false,
    }
}

/// All that the decision reads.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RetryContext {
    pub(crate) attempt: Attempt,
    pub(crate) class: RetryClass,
    /// Attempts made so far.
    pub(crate) attempts: u32,
    /// What the server asked for.
    pub(crate) retry_after: Option<Duration>,
    /// Time until the call's limit.
    pub(crate) left: Duration,
    /// At least 0 and below 1.
    pub(crate) jitter: f64,
}

/// The pause before the next attempt; `None` ends the call.
pub(crate) fn decide(retry: &Retry, now: &RetryContext) -> Option<Duration> {
    if now.attempts >= retry.max_attempts || !repeatable(now.attempt, now.class) {
        return None;
    }
    let pause = match now.retry_after {
        // Never earlier than asked; a little later, so that callers who were told the same do not meet again.
        Some(asked) => asked.saturating_add(share(retry.backoff(1), now.jitter)),
        None => share(retry.backoff(now.attempts), now.jitter),
    };
    (pause < now.left).then_some(pause)
}

/// A part of a time; the whole of it for a clock whose jitter is no fraction.
pub(crate) fn share(time: Duration, jitter: f64) -> Duration {
    Duration::try_from_secs_f64(time.as_secs_f64() * jitter).unwrap_or(time).min(time)
}

/// The retries that all clones of a client may still make, as a token bucket: each costs five tokens, each success earns
/// one. It is the retry quota of <https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html>.
#[derive(Debug)]
pub(crate) struct Budget {
    tokens: AtomicU32,
}

impl Budget {
    const FULL: u32 = 100;
    const PRICE: u32 = 5;

    pub(crate) fn new() -> Self {
        Self { tokens: AtomicU32::new(Self::FULL) }
    }

    /// Pays for one retry; `false` when the budget is spent.
    pub(crate) fn withdraw(&self) -> bool {
        let pay = |tokens: u32| tokens.checked_sub(Self::PRICE);
        self.tokens.fetch_update(Ordering::Relaxed, Ordering::Relaxed, pay).is_ok()
    }

    /// Notes a call that the server took.
    pub(crate) fn deposit(&self) {
        let earn = |tokens: u32| (tokens < Self::FULL).then_some(tokens + 1);
        // An error means that the budget is full.
        let _ = self.tokens.fetch_update(Ordering::Relaxed, Ordering::Relaxed, earn);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use RetryClass::{Never, Safe};

    fn context(attempt: Attempt, class: RetryClass) -> RetryContext {
        let left = Duration::from_secs(60);
        RetryContext { attempt, class, attempts: 1, retry_after: None, left, jitter: 0.5 }
    }

    #[test]
    fn the_wire_state_and_the_class_decide_what_is_repeated() {
        let table = [
            (Attempt::Hopeless, false, false),
            (Attempt::NotSent, true, true),
            (Attempt::PerhapsSent, true, false),
            (Attempt::Answered(200), false, false),
            (Attempt::Answered(302), false, false),
            (Attempt::Answered(400), false, false),
            (Attempt::Answered(401), false, false),
            (Attempt::Answered(404), false, false),
            (Attempt::Answered(408), true, false),
            (Attempt::Answered(409), false, false),
            (Attempt::Answered(429), true, true),
            (Attempt::Answered(500), true, false),
            (Attempt::Answered(501), false, false),
            (Attempt::Answered(502), true, false),
            (Attempt::Answered(503), true, false),
            (Attempt::Answered(504), true, false),
            (Attempt::Answered(505), false, false),
            (Attempt::Answered(599), true, false),
        ];
        for (attempt, safe, never) in table {
            assert_eq!(repeatable(attempt, Safe), safe, "{attempt:?}, safe");
            assert_eq!(repeatable(attempt, Never), never, "{attempt:?}, never");
            let decided = decide(&Retry::default(), &context(attempt, Safe)).is_some();
            assert_eq!(decided, safe, "{attempt:?} is decided as it is classed");
        }
    }

    #[test]
    fn what_came_back_or_broke_tells_what_became_of_an_attempt() {
        let after = |error: TransportError, status| error.with_head(status, http::HeaderMap::new());
        let broken = || TransportError::interrupted("x");
        let large = TransportError::too_large;
        let table = [
            (Ok(200), Attempt::Answered(200)),
            (Ok(503), Attempt::Answered(503)),
            (Err(TransportError::refused("x")), Attempt::Hopeless),
            (Err(TransportError::not_connected("x")), Attempt::NotSent),
            (Err(TransportError::not_connected("x").timed_out()), Attempt::NotSent),
            (Err(broken()), Attempt::PerhapsSent),
            (Err(broken().timed_out()), Attempt::PerhapsSent),
            (Err(after(broken(), 200)), Attempt::PerhapsSent),
            (Err(after(broken(), 399)), Attempt::PerhapsSent),
            (Err(after(broken(), 429)), Attempt::Answered(429)),
            (Err(after(broken(), 404)), Attempt::Answered(404)),
            (Err(large()), Attempt::Hopeless),
            (Err(after(large(), 200)), Attempt::Hopeless),
            (Err(after(large(), 503)), Attempt::Answered(503)),
        ];
        for (result, expected) in table {
            assert_eq!(Attempt::of(result.as_ref().copied()), expected, "{result:?}");
        }
    }

    #[test]
    fn the_pause_is_a_share_of_a_time_that_doubles_up_to_the_cap() {
        let retry =
            Retry::default().max_attempts(u32::MAX).base_delay(secs(1)).max_delay(Duration::from_secs(10));
        for (attempts, most) in
            [(1, 1), (2, 2), (3, 4), (4, 8), (5, 10), (6, 10), (40, 10), (u32::MAX - 1, 10)]
        {
            let pause = |jitter| {
                let now = RetryContext { attempts, jitter, ..context(Attempt::NotSent, Never) };
                decide(&retry, &now)
            };
            assert_eq!(pause(0.0), Some(Duration::ZERO), "after {attempts}");
            assert_eq!(pause(0.5), Some(secs(most) / 2), "after {attempts}");
        }
    }

    #[test]
    fn a_clock_with_nonsense_for_jitter_does_no_harm() {
        for jitter in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1.0, 2.0] {
            let now = RetryContext { jitter, ..context(Attempt::NotSent, Never) };
            assert_eq!(decide(&Retry::default(), &now), Some(Duration::from_millis(200)), "{jitter}");
        }
    }

    #[test]
    fn the_last_attempt_is_not_repeated() {
        for (max, attempts, expected) in [(3, 2, true), (3, 3, false), (1, 1, false), (0, 1, false)] {
            let now = RetryContext { attempts, ..context(Attempt::NotSent, Never) };
            let again = decide(&Retry::default().max_attempts(max), &now).is_some();
            assert_eq!(again, expected, "attempt {attempts} of {max}");
        }
        assert_eq!(decide(&Retry::never(), &context(Attempt::NotSent, Safe)), None);
    }

    #[test]
    fn the_server_is_never_asked_earlier_than_it_said() {
        let busy = |retry_after, jitter| RetryContext {
            retry_after: Some(secs(retry_after)),
            jitter,
            ..context(Attempt::Answered(429), Never)
        };
        let retry = Retry::default();
        assert_eq!(decide(&retry, &busy(7, 0.0)), Some(secs(7)));
        assert_eq!(decide(&retry, &busy(7, 0.5)), Some(secs(7) + Duration::from_millis(100)));
        assert_eq!(decide(&retry, &busy(0, 0.0)), Some(Duration::ZERO));
        // Longer than the cap on own pauses is obeyed, longer than the call may last is not waited for.
        assert_eq!(decide(&retry, &busy(59, 0.0)), Some(secs(59)));
        assert_eq!(decide(&retry, &busy(60, 0.0)), None);
        assert_eq!(decide(&retry, &busy(u64::MAX, 0.9)), None);
    }

    #[test]
    fn a_pause_that_would_outlast_the_call_ends_it() {
        let now = RetryContext { left: Duration::from_millis(100), ..context(Attempt::NotSent, Safe) };
        assert_eq!(decide(&Retry::default(), &now), None);
        let now = RetryContext { left: Duration::from_millis(101), ..now };
        assert_eq!(decide(&Retry::default(), &now), Some(Duration::from_millis(100)));
    }

    #[test]
    fn the_budget_ends_retries_until_successes_refill_it() {
        let budget = Budget::new();
        assert_eq!((0..100).filter(|_| budget.withdraw()).count(), 20);
        (0..4).for_each(|_| budget.deposit());
        assert!(!budget.withdraw());
        budget.deposit();
        assert!(budget.withdraw());
        (0..1000).for_each(|_| budget.deposit());
        assert_eq!((0..100).filter(|_| budget.withdraw()).count(), 20, "it does not grow beyond its size");
        (0..4).for_each(|_| budget.deposit());
        assert!(!budget.withdraw(), "not by one token");
    }

    fn secs(secs: u64) -> Duration {
        Duration::from_secs(secs)
    }
}
