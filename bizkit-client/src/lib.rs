//! A typed client of the BizKitHub REST API: every endpoint is a struct, every rule of the API is checked before
//! anything is sent, and every response is a type.
//!
//! Calls are made inside of a [Tokio] runtime; a program without one takes the [`blocking`] client. See
//! [what it needs](#what-it-needs).
//!
//! ```no_run
//! use bizkit_client::{Client, customer};
//!
//! # async fn run() -> Result<(), bizkit_client::Error> {
//! let client = Client::from_env()?; // BIZKITHUB_API_KEY
//! let response = customer::Detail::new("Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg", "1cGIHvFoQDGLAbcA")
//!     .customer_real_ip("1.1.1.1")
//!     .send(&client)
//!     .await?;
//! match response {
//!     customer::DetailResponse::Profile(profile) => println!("hello, {:?}", profile.first_name),
//!     customer::DetailResponse::LoggedOut => println!("please sign in"),
//!     _ => {}
//! }
//! # Ok(())
//! # }
//! ```
//!
//! What is missing or misspelt does not compile, and neither does a constant that breaks a rule:
//!
//! ```compile_fail
//! # use bizkit_client::customer;
//! customer::Detail::new("Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg"); // whose profile?
//! ```
//!
//! ```compile_fail
//! # use bizkit_client::types::CuRefNo;
//! const CUSTOMER: CuRefNo = CuRefNo::from_static("abc"); // 16 characters
//! ```
//!
//! What comes from outside is checked by `send` or `check`. All that is wrong is told at once, and nothing is sent:
//!
//! ```
//! use bizkit_client::customer;
//!
//! let error = customer::Detail::new("abc", "1cGIHvFoQDGLAbcA").customer_real_ip("nowhere").check().unwrap_err();
//! let paths: Vec<_> = error.violations().iter().map(|violation| violation.path.as_str()).collect();
//! assert_eq!(paths, ["identity_id", "customer_real_ip"]);
//! ```
//!
//! # What it needs
//!
//! ```toml
//! [dependencies]
//! bizkit-client = "0.1"
//! tokio = { version = "1", features = ["macros", "rt-multi-thread"] }
//!
//! [dev-dependencies]
//! # Features add up, so that the sandbox brings no module along that the program does without.
//! bizkit-client = { version = "0.1", default-features = false, features = ["sandbox"] }
//! ```
//!
//! Tokio's runtime needs timers and sockets, as `#[tokio::main]`, `#[tokio::test]` and `enable_all` of a builder make it. A
//! runtime without them, or none, is an error of the kind [`Setup`](ErrorKind::Setup) that says what to do.
//!
//! A call is a future: it does nothing before it is awaited, and ends when it is dropped. A client is cheap to clone, so
//! each task gets a clone:
//!
//! ```
//! use bizkit_client::{Client, customer, ping};
//!
//! # async fn run(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
//! let detail = customer::Detail::new("Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg", "1cGIHvFoQDGLAbcA");
//!
//! // Two calls at the same time, in one task ...
//! let ping = ping::CheckKey::new();
//! let (_, response) = tokio::try_join!(ping.send(client), detail.send(client))?;
//!
//! // ... and in a task of its own.
//! let (client, again) = (client.clone(), detail.clone());
//! let task = tokio::spawn(async move { again.send(&client).await });
//! assert_eq!(task.await??, response);
//! # Ok(())
//! # }
//! # let sandbox = bizkit_client::sandbox::Sandbox::start()?;
//! # tokio::runtime::Runtime::new()?.block_on(run(&sandbox.client()?))?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Many calls at once are held together by a `tokio::task::JoinSet`, and held back by
//! [`max_in_flight`](ClientBuilder::max_in_flight) and a [`Throttle`]. [Clocks that stand still](Clock) are for tests.
//!
//! TLS takes its root certificates from the system, or from the file that `SSL_CERT_FILE` names. Proxies, another TLS
//! library and a shared HTTP client are matters of the [`HttpTransport`](transport::HttpTransport); what it takes comes
//! from the [`transport::reqwest`] that this crate hands on, or from a `reqwest` of the same version beside it:
//!
//! ```toml
//! reqwest = { version = "0.13", default-features = false, features = ["native-tls"] }
//! ```
//!
//! # How it works
//!
//! ```text
//!  customer::Detail ─ check ─► Violation, Violation, ..
//!        │ send
//!        ▼
//!     Client ──── Transport ────► the server
//!        │
//!        ├─► Ok   DetailResponse       the value, or with how it went: Response, or unread: RawResponse
//!        └─► Err  Error             what happened, and the endpoint's own failure
//! ```
//!
//! - A **request** ([`customer::Detail`]) is plain data. What the endpoint requires is an argument of `new`, what it
//!   allows is a setter. It can be cloned, compared, kept and sent again.
//! - A **value with rules** ([`types::CuRefNo`]) is a type of its own. Give it, or give text. What one response holds goes
//!   into the next request as it is.
//! - A [`Client`] holds the key, the connections and your habits: time limits, [retries](Retry), where the key
//!   travels. It is cheap to clone and to vary for one call.
//! - An [`Error`] says what may have happened on the wire, what the server calls it, and whether to try again.
//!   Where an endpoint documents failures of its own, [`customer::Login::failure`] gives them with their type.
//! - A [`Response`] has the value with status, quota and attempts beside it; a [`RawResponse`] is what the server sent.
//! - A [list](paging) is read page by page or item by item: [`product::Feed::items`]. A file that is too large for
//!   memory comes [in pieces](Client::send_stream), or goes [to a writer](Client::send_to_writer).
//!
//! # What is where
//!
//! | module | what it is for |
//! |---|---|
//! | [`customer`] | sessions, accounts and profiles of shoppers, their credits, groups and orders |
//! | [`product`], [`product_category`] | the catalogue |
//! | [`cart`], [`shop`] | carts, orders and payments |
//! | [`subscription`] | what renews itself |
//! | [`address`], [`branch`], [`calendar`] | where and when |
//! | [`post`], [`post_feedback`] | articles, comments and marks |
//! | [`chat`], [`emailer`] | conversations and messages |
//! | [`form`], [`newsletter`], [`support`] | what visitors write |
//! | [`lock`], [`security`] | doors that open, and telling people from programs |
//! | [`utils`] | QR codes, PDF files and short addresses |
//! | [`tracking`], [`vikitron`], [`webpage`] | what happens, and what is on the web |
//! | [`ping`], [`service_status`], [`rate_limit_status`], [`docs`] | whether the API is there, and what it says of itself |
//! | [`types`] | values that several calls share |
//! | [`paging`] | whole lists |
//! | [`blocking`] | everything without async |
//! | [`sandbox`] | a server on your machine that plays the API |
//! | [`transport`] | what stands between a client and the network |
//! | [`cookbook`] | tasks of a storefront |
//!
//! # What it takes care of
//!
//! Keys and sessions appear in no error, log, span or `Debug`. Calls go to `https://` alone, or to loopback past every
//! proxy. Redirects are not followed. A value is what the endpoint documents, under a good status: an error under 200 is an
//! error, and so is the page of a login in the place of a file. Responses have a size limit, and calls have time limits. A
//! call is repeated only where that cannot do harm, and where you ask for a [`Throttle`], calls wait for the server's
//! quota. Values that the API adds later are kept, and members it adds are skipped. Money keeps its digits.
//!
//! # What it does not do
//!
//! It does not cache, and it keeps no session for you. It does not log; the feature `tracing` hands everything to
//! your subscriber. It does not turn pages unless you ask for the [whole list](paging). It does not check what the
//! server sends against the rules: the server knows best what it has.
//!
//! # Cookbook
//!
//! The [`cookbook`] has these tasks, each as a program that is compiled and run:
//! [sign a shopper in](cookbook#sign-a-shopper-in), [keep the session](cookbook#keep-the-session),
//! [show the account](cookbook#show-the-account), [browse the feed page by page](cookbook#browse-the-feed-page-by-page),
//! [create an order and send the shopper to the pay link](cookbook#create-an-order-and-send-the-shopper-to-the-pay-link),
//! [react to each login failure](cookbook#react-to-each-login-failure),
//! [sign in, or register whoever is not known](cookbook#sign-in-or-register-whoever-is-not-known),
//! [grant credits and spend them](cookbook#grant-credits-and-spend-them),
//! [list the events of a calendar](cookbook#list-the-events-of-a-calendar),
//! [create or update a customer by e-mail](cookbook#create-or-update-a-customer-by-e-mail), [handle the rate limit](cookbook#handle-the-rate-limit),
//! [upload nothing twice](cookbook#upload-nothing-twice), [test your own code with the sandbox](cookbook#test-your-own-code-with-the-sandbox),
//! [make many calls at once](cookbook#make-many-calls-at-once), [add an endpoint of your own](cookbook#add-an-endpoint-of-your-own).
//! Whole programs are in the repository, in `bizkit-client/examples`: `storefront`, `checkout`, `catalogue`,
//! `customer_detail`, and `shop-web`, a web shop.
//!
//! # Features
//!
//! **`full`** (default) has all modules of the API. An application that wants to compile less turns the default
//! features off and names what it uses: `default-features = false, features = ["rustls", "customer", "shop"]`. The
//! features are called as the modules: `address`, `branch`, `calendar`, `cart`, `chat`, `customer`, `docs`, `emailer`,
//! `form`, `lock`, `newsletter`, `ping`, `post`, `post-feedback`, `product`, `product-category`, `rate-limit-status`,
//! `security`, `service-status`, `shop`, `subscription`, `support`, `tracking`, `utils`, `vikitron`, `webpage`.
//!
//! **`rustls`** (default) is TLS in Rust, with the cryptography of *ring* and the certificates of the system.
//! `rustls-no-provider` is the same with a cryptography provider that the application installs, such as aws-lc-rs.
//! Without one of them, only `http://` on loopback can be called. For the TLS library of the system, turn the default
//! features off, and depend on `reqwest` with its feature `native-tls`, too: features add up, so that is all.
//!
//! **`gzip`** (default), `brotli` and `zstd` read compressed responses. A limit on the size holds behind them.
//!
//! **`http2`** speaks HTTP/2 where the server does. `system-proxy` takes the proxy of the system, `socks` adds
//! SOCKS proxies.
//!
//! **`blocking`** adds [`blocking::Client`] for programs without async.
//!
//! **`sandbox`** adds [`sandbox::Sandbox`]: a server on this machine that checks requests, answers like the
//! documentation, and fails as told. It is meant for
//! tests: put it under `[dev-dependencies]`.
//!
//! **`tracing`** tells your subscriber what happens, without secrets: a span at INFO for every attempt, with the names
//! that OpenTelemetry uses for HTTP; an event at WARN where a call is repeated or fails, at INFO where it fails in a
//! way that the endpoint documents, and at DEBUG where a [`Throttle`] holds it back. The target is `bizkit_client`.
//!
//! **`serde`** lets whole responses and records be serialised; single values always can.
//!
//! **`jiff`**, **`rust_decimal`**, **`serde_json`** convert dates, money and free JSON from and to these crates, in the versions
//! 0.2, 1 and 1. Only conversions name them, so a version that breaks comes beside the old one, with a feature of its own.
//!
//! [Tokio]: https://docs.rs/tokio

// Pages of docs.rs show the feature that an item needs.
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate self as bizkit_client;

mod base;
mod bizkithub;
#[cfg(feature = "blocking")]
pub mod blocking;
mod call;
mod client;
#[cfg(any(doc, doctest))]
pub mod cookbook;
mod endpoint;
mod error;
pub mod paging;
mod policy;
#[cfg(feature = "sandbox")]
pub mod sandbox;
mod schema;
mod secret;
#[cfg(test)]
mod testing;
pub mod transport;
mod value;

pub use base::clock::Clock;
pub use base::decimal::Decimal;
pub use base::violation::{InvalidRequestError, InvalidValueError, Violation};
pub use bytes::Bytes;
pub use call::stream::StreamResponse;
pub use client::{Client, ClientBuilder};
pub use endpoint::Endpoint;
pub use error::rate_limit::RateLimit;
pub use error::response::{Meta, RawResponse, Response};
pub use error::{Error, ErrorKind};
pub use policy::retry::Retry;
pub use policy::throttle::Throttle;
pub use schema::tables::{ApiInfo, CodeInfo, KeyInfo, KeyLocation, Topic};
pub use secret::Secret;
pub use value::Nullable;
pub use value::arg::Arg;
pub use value::decode::DecodeError;
pub use value::json::Json;
pub use value::open_enum::UnknownValue;
pub use value::serde::{from_json, to_json};
pub use value::text::{PlainText, SecretText};

#[doc(hidden)]
pub mod __private;

#[cfg(not(rust_analyzer))]
bizkit_macros::api!("specs" | "../specs", root = bizkit_client, features);
#[cfg(rust_analyzer)]
include!(concat!(env!("OUT_DIR"), "/api.rs"));
