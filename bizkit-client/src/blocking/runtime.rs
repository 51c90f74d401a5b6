//! The runtime of all blocking clients, on a thread of its own, and the wait of a caller for it.

use std::io;
use std::pin::pin;
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use tokio::runtime::{Builder, Handle};

use crate::error::Error;

/// Drives a future on this thread, with the sockets and timers of the runtime's thread.
pub(super) fn wait<T>(runtime: &Handle, work: impl Future<Output = T>) -> T {
    let _entered = runtime.enter();
    // Inside an async task, the task's budget would run out and never be refilled while this thread waits.
    let mut work = pin!(tokio::task::unconstrained(work));
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    loop {
        match work.as_mut().poll(&mut context) {
            Poll::Ready(done) => return done,
            Poll::Pending => thread::park(),
        }
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// The runtime of all blocking clients, started with the first one and never stopped.
pub(super) fn runtime() -> Result<Handle, Error> {
    static RUNTIME: OnceLock<Handle> = OnceLock::new();
    if let Some(handle) = RUNTIME.get() {
        return Ok(handle.clone());
    }
    let failed = |cause: io::Error| Error::setup("no thread for blocking calls").because(cause);
    let runtime = Builder::new_current_thread().enable_all().build().map_err(failed)?;
    let handle = runtime.handle().clone();
    let drive = move || runtime.block_on(std::future::pending::<()>());
    thread::Builder::new().name("bizkit-blocking".to_owned()).spawn(drive).map_err(failed)?;
    // When two threads race, both runtimes work and the first one is kept for later clients.
    Ok(RUNTIME.get_or_init(|| handle).clone())
}
