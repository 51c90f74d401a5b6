//! The sandbox of the API that this crate ships.

use std::io;

use crate::API;
use crate::sandbox::Sandbox;

/// The specs that this crate was generated from.
static SPECS: &[(&str, &str)] = bizkit_macros::sources!("specs" | "../specs");

impl Sandbox {
    /// Starts a sandbox of the BizKitHub API on a free port of the loopback interface.
    ///
    /// # Errors
    /// When the system gives no port or no thread.
    pub fn start() -> io::Result<Self> {
        Self::of(&API, SPECS)
    }
}
