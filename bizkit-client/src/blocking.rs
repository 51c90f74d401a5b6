//! The client without async: the same calls, on the caller's thread.
//!
//! A thread of its own drives the sockets and timers of all blocking clients of the process; the thread that
//! calls waits. That works in a plain program and, where it cannot be avoided, inside an async task, too: it
//! holds up the task's thread, and nothing else.

mod client;
mod paging;
mod runtime;
mod stream;

pub use client::Client;
pub use paging::{Items, Pages};
pub use stream::StreamResponse;

#[cfg(test)]
mod tests;
