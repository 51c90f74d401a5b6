//! The client.

extern crate self as bizkit_client;

mod arg;
mod auth;
#[cfg(feature = "blocking")]
pub mod blocking;
mod check;
mod client;
mod clock;
mod convert;
mod curl;
mod decimal;
mod decode;
mod encode;
mod endpoint;
mod envelope;
mod error;
mod format;
mod json;
mod limits;
mod matching;
mod normalize;
mod number;
mod open_enum;
mod prepare;
mod reflect;
mod reply;
mod request;
mod retry;
mod rules;
mod secret;
mod send;
mod tables;
#[cfg(test)]
mod testing;
mod text;
mod trace;
pub mod transport;
mod union;
mod value;
mod violation;
mod wire;

pub use arg::Arg;
pub use bytes::Bytes;
pub use client::{Client, ClientBuilder};
pub use clock::Clock;
pub use decimal::Decimal;
pub use decode::Fault;
pub use endpoint::Endpoint;
pub use error::{Error, ErrorKind};
pub use json::Json;
pub use limits::RateLimit;
pub use open_enum::UnknownValue;
pub use reply::{Meta, RawReply, Reply};
pub use retry::Retry;
pub use secret::Secret;
pub use tables::{ApiInfo, CodeInfo, KeyInfo, KeyPlace, Topic};
pub use value::Nullable;
pub use violation::{InvalidRequest, InvalidValue, Violation};

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

#[cfg(not(rust_analyzer))]
bizkit_macros::api!("specs" | "../specs", root = bizkit_client);
#[cfg(rust_analyzer)]
include!(concat!(env!("OUT_DIR"), "/api.rs"));
