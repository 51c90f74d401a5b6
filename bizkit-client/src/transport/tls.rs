//! The cryptography behind TLS: that of the application, or else the one that the feature `rustls` brings.

use crate::wire::TransportError;

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
