//! Time and chance: what a call reads besides its request, behind a trait so that tests decide both.

use std::fmt::Debug;
use std::future::poll_fn;
use std::hash::{BuildHasher, RandomState};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use crate::base::future::BoxFuture;

/// The time that a client lives in.
///
/// The default follows Tokio's clock, so `tokio::time::pause` works on it. A test that wants to choose
/// the jitter or the date as well passes its own clock to
/// [`ClientBuilder::clock`](crate::ClientBuilder::clock).
///
/// A paused clock runs ahead whenever all tasks wait, for a socket too, so calls over sockets end in a timeout. Pause it
/// for clients with a [`Transport`](crate::transport::Transport) that needs no socket:
///
/// ```
/// # use bizkit_client::transport::{BoxFuture, HttpResponse, HttpRequest, Transport, TransportError};
/// # use bizkit_client::{Client, ping};
/// # use std::time::Duration;
/// # #[derive(Debug)]
/// # struct Down;
/// # impl Transport for Down {
/// #     fn send<'a>(&'a self, _: &'a HttpRequest) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
/// #         Box::pin(async { Err(TransportError::not_connected("nobody listens")) })
/// #     }
/// # }
/// # async fn test() -> Result<(), bizkit_client::Error> {
/// // Under `#[tokio::test(start_paused = true)]`, with tokio's feature `test-util`:
/// let client = Client::builder().key("PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE").transport(Down).build()?;
/// let start = tokio::time::Instant::now();
/// let error = ping::CheckKey::new().send(&client).await.unwrap_err();
/// // All pauses are over at once for whoever waits, and have their length by the clock.
/// assert_eq!((error.attempts(), error.elapsed()), (3, start.elapsed()));
/// # Ok(())
/// # }
/// # let mut runtime = tokio::runtime::Builder::new_current_thread();
/// # runtime.enable_all().start_paused(true).build().unwrap().block_on(test()).unwrap();
/// ```
pub trait Clock: Debug + Send + Sync {
    /// Whether [`sleep`](Self::sleep) works where the call is made; asked before each call. The default clock
    /// needs a Tokio runtime with timers, other clocks may need nothing.
    ///
    /// # Errors
    /// What is missing, and what to do about it: the words of the error that the caller gets.
    fn ready(&self) -> Result<(), &'static str> {
        Ok(())
    }
    /// Time since a fixed moment of the past; never goes back.
    fn now(&self) -> Duration;
    /// Time since the first second of 1970 in UTC.
    fn unix(&self) -> Duration;
    /// Ends after `pause`.
    fn sleep(&self, pause: Duration) -> BoxFuture<'static, ()>;
    /// A random number, at least 0 and below 1.
    fn jitter(&self) -> f64;
}

/// The work's result, unless the time is over first.
pub(crate) async fn within<T>(work: impl Future<Output = T>, time: impl Future<Output = ()>) -> Option<T> {
    let (mut work, mut time) = (pin!(work), pin!(time));
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending => time.as_mut().poll(context).map(|()| None),
    })
    .await
}

/// The same with a limit by the machine's clock. The timer is set when the work has to wait, so work that need not
/// costs none.
pub(crate) async fn within_pause<T>(work: impl Future<Output = T>, limit: Duration) -> Option<T> {
    within(work, async { imp::pause(limit).await }).await
}

/// The clock of the machine.
#[derive(Debug)]
pub(crate) struct SystemClock {
    start: imp::Instant,
}

impl SystemClock {
    pub(crate) fn new() -> Self {
        Self { start: imp::Instant::now() }
    }
}

impl Clock for SystemClock {
    fn ready(&self) -> Result<(), &'static str> {
        crate::base::runtime::timers()
    }

    fn now(&self) -> Duration {
        self.start.elapsed()
    }

    fn unix(&self) -> Duration {
        imp::unix()
    }

    fn sleep(&self, pause: Duration) -> BoxFuture<'static, ()> {
        // The timer is set when somebody waits for it.
        Box::pin(async move { imp::pause(pause).await })
    }

    /// The standard library seeds its hash maps from the operating system; that is random enough to spread retries.
    fn jitter(&self) -> f64 {
        let bits = u32::try_from(RandomState::new().hash_one(0_u8) >> 32).unwrap_or(0);
        f64::from(bits) / (f64::from(u32::MAX) + 1.0)
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod imp {
    use super::Duration;
    pub(super) use tokio::time::{Instant, sleep as pause};

    pub(super) fn unix() -> Duration {
        std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default()
    }
}

#[cfg(target_arch = "wasm32")]
mod imp {
    use super::Duration;
    pub(super) use gloo_timers::future::sleep as pause;
    pub(super) use web_time::Instant;

    pub(super) fn unix() -> Duration {
        web_time::SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jitter_is_at_least_zero_and_below_one_and_varies() {
        let clock = SystemClock { start: imp::Instant::now() };
        let draws: Vec<f64> = (0..100).map(|_| clock.jitter()).collect();
        assert!(draws.iter().all(|draw| (0.0..1.0).contains(draw)));
        assert!(draws.iter().any(|draw| draw.to_bits() != draws[0].to_bits()));
    }

    #[tokio::test(start_paused = true)]
    async fn work_that_waits_too_long_is_given_up() {
        let limit = Duration::from_secs(20);
        let start = imp::Instant::now();
        assert_eq!(within_pause(std::future::ready(1), Duration::ZERO).await, Some(1));
        assert_eq!(within_pause(async { imp::pause(limit / 2).await }, limit).await, Some(()));
        assert_eq!(start.elapsed(), limit / 2);
        assert_eq!(within_pause(std::future::pending::<()>(), limit).await, None);
        assert_eq!(start.elapsed(), limit + limit / 2);
    }

    #[tokio::test(start_paused = true)]
    async fn the_system_clock_follows_a_paused_tokio_clock() {
        let clock = SystemClock::new();
        let before = clock.now();
        clock.sleep(Duration::from_secs(3600)).await;
        assert!(clock.now() >= before + Duration::from_secs(3600));
    }
}
