//! When a call is made and made again: rules without a connection, as functions of what came of the last attempt.

pub(crate) mod retry;
pub(crate) mod throttle;
