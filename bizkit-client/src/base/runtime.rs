//! The Tokio runtime around a call: nothing goes in, its name or what it lacks comes out. A browser needs none.

#[cfg(target_arch = "wasm32")]
pub(crate) use browser::{Guest, sockets, timers};
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use native::{Guest, sockets, timers};

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::cell::Cell;
    use std::future::pending;
    use std::net::{Ipv4Addr, UdpSocket};
    use std::panic::catch_unwind;
    use std::thread::LocalKey;
    use std::time::Duration;

    use tokio::runtime::{Handle, Id};
    use tokio::task::JoinHandle;

    const NO_RUNTIME: &str = "no Tokio runtime is around the call; make it inside of `#[tokio::main]` or `#[tokio::test]`, \
         inside of `Runtime::block_on`, or by `blocking::Client`";
    const NO_TIMERS: &str =
        "the Tokio runtime around the call has no timers; call `enable_all` on its builder";
    const NO_SOCKETS: &str =
        "the Tokio runtime around the call has no sockets; call `enable_all` on its builder";

    /// The runtime in which this thread last found what it looked for.
    type Found = Cell<Option<Id>>;

    thread_local! {
        static TIMERS: Found = const { Cell::new(None) };
        static SOCKETS: Found = const { Cell::new(None) };
    }

    /// Whether a call can wait here.
    pub(crate) fn timers() -> Result<(), &'static str> {
        find(&TIMERS, || drop(tokio::time::sleep(Duration::ZERO)), NO_TIMERS).map(drop)
    }

    /// The runtime around the caller, when a connection can be opened and waited for here.
    pub(crate) fn sockets() -> Result<Id, &'static str> {
        timers()?;
        find(&SOCKETS, try_socket, NO_SOCKETS)
    }

    /// Tokio tells what a runtime lacks by a panic alone, so it is tried once, in the first call of a thread. In a program
    /// that aborts where it would panic, Tokio's own words are the last ones.
    fn find(found: &'static LocalKey<Found>, trial: fn(), lack: &'static str) -> Result<Id, &'static str> {
        let here = Handle::try_current().map_err(|_| NO_RUNTIME)?.id();
        if found.get() != Some(here) {
            catch_unwind(trial).map_err(|_| lack)?;
            found.set(Some(here));
        }
        Ok(here)
    }

    fn try_socket() {
        let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0));
        // A machine that gives no socket says so when a connection is opened.
        if let Ok(socket) = socket
            && socket.set_nonblocking(true).is_ok()
        {
            drop(tokio::net::UdpSocket::from_std(socket));
        }
    }

    /// What stays in a runtime for as long as both live.
    pub(crate) struct Guest {
        home: Id,
        /// Ends when the runtime does.
        task: JoinHandle<()>,
    }

    impl Guest {
        /// A guest of the runtime around the caller.
        pub(crate) fn here() -> Self {
            let home = Handle::current();
            Self { home: home.id(), task: home.spawn(pending()) }
        }

        pub(crate) fn is_at(&self, home: Id) -> bool {
            self.home == home
        }

        /// Whether the runtime has ended.
        pub(crate) fn has_left(&self) -> bool {
            self.task.is_finished()
        }
    }

    impl Drop for Guest {
        fn drop(&mut self) {
            self.task.abort();
        }
    }
}

#[cfg(target_arch = "wasm32")]
mod browser {
    #![allow(clippy::unnecessary_wraps, reason = "elsewhere they fail")]

    pub(crate) fn timers() -> Result<(), &'static str> {
        Ok(())
    }

    pub(crate) fn sockets() -> Result<(), &'static str> {
        Ok(())
    }

    /// The page that the program runs in.
    pub(crate) struct Guest;

    impl Guest {
        pub(crate) fn here() -> Self {
            Self
        }

        pub(crate) fn is_at(&self, (): ()) -> bool {
            true
        }

        pub(crate) fn has_left(&self) -> bool {
            false
        }
    }
}
