//! What this build and this machine have of TLS: whether there is any, and why it cannot be set up.

use std::error::Error as StdError;

#[cfg(not(target_arch = "wasm32"))]
use reqwest::ClientBuilder;

use crate::transport::error::TransportError;

/// Why `https://` cannot be called by a build without TLS.
pub(crate) const MISSING: &str = "this build knows no TLS, so it can call nothing but http:// on loopback; enable one of \
     the features `rustls` and `rustls-no-provider`, or a TLS feature of `reqwest`";

/// Chooses the cryptography of TLS for the process: what the application has installed, otherwise what the feature
/// `rustls` brings. The clients of this crate do it by themselves; a [`reqwest::Client`] that is built by hand panics where
/// nobody has.
///
/// # Errors
/// When there is none, because the feature is `rustls-no-provider` and the application has installed nothing.
pub fn install_cryptography() -> Result<(), TransportError> {
    require_provider()
}

/// Whether reqwest was built with a TLS library, by whichever crate that asked for it.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn is_known() -> bool {
    fn known<T: Outcome>(_: impl FnOnce(ClientBuilder) -> T) -> bool {
        T::TLS
    }
    known(|builder| builder.tls_certs_only(std::iter::empty()))
}

/// The same builder for connections without TLS: it looks for no root certificates.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn without_roots(builder: ClientBuilder) -> ClientBuilder {
    builder.tls_certs_only(std::iter::empty()).builder()
}

/// reqwest has a method of this name where it has TLS, and Rust prefers that one.
#[cfg(not(target_arch = "wasm32"))]
trait NoTls: Sized {
    #[allow(dead_code, reason = "it is called in builds without TLS")]
    fn tls_certs_only(self, none: std::iter::Empty<()>) -> Bare;
}

#[cfg(not(target_arch = "wasm32"))]
impl NoTls for ClientBuilder {
    fn tls_certs_only(self, _: std::iter::Empty<()>) -> Bare {
        Bare(self)
    }
}

/// A builder that knows no TLS.
#[cfg(not(target_arch = "wasm32"))]
struct Bare(ClientBuilder);

/// Which of the two methods was called.
#[cfg(not(target_arch = "wasm32"))]
trait Outcome {
    const TLS: bool;
    fn builder(self) -> ClientBuilder;
}

#[cfg(not(target_arch = "wasm32"))]
impl Outcome for ClientBuilder {
    const TLS: bool = true;
    fn builder(self) -> ClientBuilder {
        self
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Outcome for Bare {
    const TLS: bool = false;
    fn builder(self) -> ClientBuilder {
        self.0
    }
}

/// A browser has it.
#[cfg(target_arch = "wasm32")]
pub(crate) fn is_known() -> bool {
    true
}

/// Why a client cannot be built, and what to do about it.
pub(super) fn fault(cause: &reqwest::Error) -> TransportError {
    let mut words = cause.to_string();
    let mut next = cause.source();
    // reqwest's own words are "builder error".
    if let Some(inner) = next {
        words = inner.to_string();
        next = inner.source();
    }
    while let Some(inner) = next {
        words = format!("{words}: {inner}");
        next = inner.source();
    }
    let set = ["SSL_CERT_FILE", "SSL_CERT_DIR"].into_iter().find(|name| std::env::var_os(name).is_some());
    let help = if words.contains("CA certificates") { roots(set) } else { String::new() };
    TransportError::refused(format!("the HTTP client cannot be set up: {words}{help}"))
}

/// What to do where no root certificates are found; `set` is the variable that tells where to look.
pub(super) fn roots(set: Option<&str>) -> String {
    match set {
        Some(name) => format!("; `{name}` is set, and no certificates are where it points"),
        None => {
            "; install the package `ca-certificates`, or name a file of root certificates in `SSL_CERT_FILE`"
                .to_owned()
        }
    }
}

/// reqwest panics where TLS has no cryptography. An application installs its own before the first client is built;
/// otherwise *ring* is installed for the process, as rustls does by itself where it knows a single one.
#[cfg(all(feature = "rustls-no-provider", not(target_arch = "wasm32")))]
pub(super) fn require_provider() -> Result<(), TransportError> {
    use rustls::crypto::CryptoProvider;

    if CryptoProvider::get_default().is_some() {
        return Ok(());
    }
    install()
}

#[cfg(all(feature = "rustls", not(target_arch = "wasm32")))]
#[allow(clippy::unnecessary_wraps, reason = "its other form fails")]
fn install() -> Result<(), TransportError> {
    // Another thread may have been quicker; then its choice holds.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Ok(())
}

#[cfg(all(feature = "rustls-no-provider", not(feature = "rustls"), not(target_arch = "wasm32")))]
fn install() -> Result<(), TransportError> {
    let message =
        "install a rustls CryptoProvider before the client is built, or enable the feature `rustls`";
    Err(TransportError::refused(message))
}

/// Without TLS there is nothing to require, and in a browser it is there.
#[cfg(not(all(feature = "rustls-no-provider", not(target_arch = "wasm32"))))]
#[allow(clippy::unnecessary_wraps, reason = "its other form fails")]
pub(super) fn require_provider() -> Result<(), TransportError> {
    Ok(())
}
