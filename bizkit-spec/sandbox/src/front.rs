//! What stands before the API on the same port, such as a page about it.

use super::fault::Fault;
use super::message::Response;
use std::fmt;
use std::pin::Pin;

/// What a server's front makes of a request: [`Server::set_front`](super::Server::set_front).
#[non_exhaustive]
pub enum Front {
    /// It answers itself.
    Own(Response),
    /// It answers itself, later. The server's thread polls it, inside its runtime.
    Later(Pin<Box<dyn Future<Output = Response> + Send>>),
    /// The API answers, and this happens to its answer.
    Trouble(Fault),
}

impl fmt::Debug for Front {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Own(response) => f.debug_tuple("Own").field(&response.status).finish(),
            Self::Later(_) => f.write_str("Later(..)"),
            Self::Trouble(fault) => f.debug_tuple("Trouble").field(fault).finish(),
        }
    }
}
