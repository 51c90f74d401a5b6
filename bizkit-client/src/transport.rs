//! What carries a finished request to the server and brings the response back: HTTP over sockets, or a way of your own.

#[cfg(not(target_arch = "wasm32"))]
mod coding;
pub(crate) mod error;
mod http_transport;
mod incoming;
pub(crate) mod message;
mod pools;
pub(crate) mod tls;
pub(crate) mod url;

pub use self::error::TransportError;
pub use self::http_transport::HttpTransport;
pub use self::message::{HttpRequest, HttpResponse, HttpStream, Pieces, Transport};
pub use self::tls::install_cryptography;
pub use crate::base::future::BoxFuture;

/// The HTTP client behind [`HttpTransport`], in the version that it takes: builders, clients, proxies and certificates
/// of another one do not fit.
///
/// What it can do beyond this crate's features, such as another TLS library, is turned on by a dependency on `reqwest`
/// of your own, with the features that you need.
///
/// reqwest has no version 1 yet. It is named in this module alone: by what makes an [`HttpTransport`], and by the way from an
/// [`HttpRequest`] to its request. When it breaks, these break with it, and nothing else; whoever must not notice writes
/// a [`Transport`] instead.
pub use reqwest;
