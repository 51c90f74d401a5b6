//! The quota of an endpoint: how many requests are answered in a window of time, and whose.

use std::time::Duration;

/// How many requests a server answers in a window of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateLimit {
    /// Requests in a window.
    pub requests: u32,
    /// The length of a window.
    pub per: Duration,
    /// Whose requests are counted together.
    pub by: Partition,
}

/// Whose requests a quota counts together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Partition {
    /// Those with one key.
    Key,
    /// Those from one network address.
    Address,
}

/// For people: `1000 requests in 1h from one address`.
impl std::fmt::Display for RateLimit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let of = match self.by {
            Partition::Key => "with one key",
            Partition::Address => "from one address",
        };
        let requests = if self.requests == 1 { "request" } else { "requests" };
        write!(f, "{} {requests} in {} {of}", self.requests, crate::period::text(self.per))
    }
}
