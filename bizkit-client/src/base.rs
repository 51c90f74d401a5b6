//! The lowest floor: what knows nothing of values, requests or the network, and serves all that stands above it.

pub(crate) mod clock;
pub(crate) mod compact;
pub(crate) mod decimal;
pub(crate) mod escape;
pub(crate) mod excerpt;
pub(crate) mod future;
pub(crate) mod path;
pub(crate) mod percent;
pub(crate) mod runtime;
pub(crate) mod scan;
pub(crate) mod violation;
pub(crate) mod visible;
