//! The client.

extern crate self as bizkit_client;

mod arg;
mod check;
mod convert;
mod decimal;
mod decode;
mod encode;
mod format;
mod json;
mod normalize;
mod number;
mod open_enum;
mod reflect;
mod rules;
mod secret;
mod tables;
mod text;
mod union;
mod value;
mod violation;

pub use arg::Arg;
pub use bytes::Bytes;
pub use decimal::Decimal;
pub use decode::Fault;
pub use json::Json;
pub use open_enum::UnknownValue;
pub use secret::Secret;
pub use tables::{KeyPlace, Topic};
pub use value::Nullable;
pub use violation::{InvalidRequest, InvalidValue, Violation};

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
