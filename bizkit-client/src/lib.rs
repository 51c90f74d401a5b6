//! A typed client of the BizKitHub REST API: every endpoint is a struct, every rule of the API is checked before
//! anything is sent, and every reply is a type.
//!
//! ```no_run
//! use bizkit_client::{Client, customer};
//!
//! # async fn run() -> Result<(), bizkit_client::Error> {
//! let client = Client::from_env()?; // BIZKITHUB_API_KEY
//! let reply = customer::Detail::new("Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg", "1cGIHvFoQDGLAbcA")
//!     .customer_real_ip("1.1.1.1")
//!     .send(&client)
//!     .await?;
//! match reply {
//!     customer::DetailReply::Profile(profile) => println!("hello, {:?}", profile.first_name),
//!     customer::DetailReply::LoggedOut => println!("please sign in"),
//!     _ => {}
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # How it works
//!
//! - A **request** ([`customer::Detail`]) is plain data. What the endpoint requires is an argument of `new`, what it
//!   allows is a setter, so a call that lacks something does not compile.
//! - A **value with rules** ([`types::CuRefNo`]) is a type of its own. Give it, or give text: all texts of a request
//!   are checked when it is sent, and one error lists everything that is wrong. A literal is checked at compile
//!   time:
//!
//!   ```
//!   use bizkit_client::types::CuRefNo;
//!   const CUSTOMER: CuRefNo = CuRefNo::from_static("1cGIHvFoQDGLAbcA");
//!   ```
//! - A file that is too large for memory comes [in pieces](Client::send_stream), or goes
//!   [to a writer](Client::send_to_writer).
//! - A [`Client`] holds the key, the connections and your habits: time limits, [retries](Retry), where the key
//!   travels. It is cheap to clone and to vary for one call.
//! - An [`Error`] says what may have happened on the wire, what the server calls it, and whether to try again.
//! - A [`Reply`] has the value with status, quota and attempts beside it; a [`RawReply`] is what the server sent.
//!
//! # What it takes care of
//!
//! Keys and sessions appear in no error, log, span or `Debug`. Calls go to `https://` alone, or to loopback.
//! Redirects are not followed. Replies have a size limit, and calls have time limits. A call is repeated only where
//! that cannot do harm. Values that the API adds later are kept, and members it adds are skipped.
//!
//! # What it does not do
//!
//! It does not cache, and it does not turn pages unless you ask for the [whole list](paging). It tells you your
//! [`RateLimit`], and slows you down to it where you ask for a [`Throttle`].
//!
//! # Tests without a network
//!
//! With the feature `sandbox`, a server on your machine plays the API and checks what you send. Without it, pass
//! a [`Transport`](transport::Transport) that answers as your test wants.
//!
//! # Features
//!
//! - `full` (default): all modules of the API. Without it, name the ones that you use: `customer`, `shop`, ...
//! - `rustls` (default), `rustls-no-provider`, `native-tls`: TLS.
//! - `gzip` (default), `brotli`, `zstd`, `http2`, `system-proxy`, `socks`: HTTP.
//! - `blocking`: the client without async.
//! - `sandbox`: a server that plays the API.
//! - `tracing`: a span for every attempt, with the names that OpenTelemetry uses for HTTP.
//! - `jiff`, `rust_decimal`, `serde_json`: conversions from and to the values of these crates.

extern crate self as bizkit_client;

mod arg;
mod auth;
#[cfg(feature = "blocking")]
pub mod blocking;
mod bridge;
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
pub mod paging;
mod path;
mod prepare;
mod redact;
mod redirect;
mod reflect;
mod reply;
mod request;
mod retry;
mod rules;
#[cfg(feature = "sandbox")]
pub mod sandbox;
mod scan;
mod secret;
mod send;
mod shipped;
mod stream;
mod tables;
#[cfg(test)]
mod testing;
mod text;
mod throttle;
mod trace;
pub mod transport;
mod union;
mod value;
mod violation;
mod wire;

pub use arg::Arg;
pub use bridge::{from_json, to_json};
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
pub use stream::StreamReply;
pub use tables::{ApiInfo, CodeInfo, KeyInfo, KeyPlace, Topic};
pub use throttle::Throttle;
pub use value::Nullable;
pub use violation::{InvalidRequest, InvalidValue, Violation};

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

#[cfg(not(rust_analyzer))]
bizkit_macros::api!("specs" | "../specs", root = bizkit_client, features);
#[cfg(rust_analyzer)]
include!(concat!(env!("OUT_DIR"), "/api.rs"));
