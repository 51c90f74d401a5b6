//! Calls of this API, over loopback against the sandbox of its own specs.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod key;
mod partial;
mod refusals;
mod responses;
mod wire;

use http_runtime::Client;
use http_runtime::sandbox::{Request, Sandbox};
use other_api::API;

/// What the documentation shows in the place of a key.
const KEY: &str = "lot_test_abcdefghij0123456789";

/// A server for this API, and a client of it.
fn start() -> (Sandbox, Client) {
    let sandbox = Sandbox::of(&API, bizkit_macros::sources!("specs")).unwrap();
    let client = sandbox.client().unwrap();
    (sandbox, client)
}

/// The last request that came.
fn last(sandbox: &Sandbox) -> Request {
    sandbox.requests().pop().unwrap()
}

/// Method and target as they crossed the wire.
fn line(request: &Request) -> String {
    format!("{} {}", request.method, request.target)
}

/// The body as text.
fn body(request: &Request) -> &str {
    std::str::from_utf8(&request.body).unwrap()
}
