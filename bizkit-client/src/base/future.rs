//! Futures behind a trait: boxed, so that the trait can be an object.

use std::pin::Pin;

/// A boxed future, `Send` wherever threads exist.
#[cfg(not(target_arch = "wasm32"))]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A boxed future, `Send` wherever threads exist.
#[cfg(target_arch = "wasm32")]
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;
