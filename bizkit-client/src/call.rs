//! The life of a call: from a request to what the server answered, on one screen in `send`.

mod arrival;
mod curl;
mod methods;
pub(crate) mod prepare;
mod redirect;
pub(crate) mod send;
pub(crate) mod stream;
mod trace;
