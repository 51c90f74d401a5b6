//! A server without a socket that does what it is told, one act for each request, and a clock that nobody waits for.

use bizkit_client::transport::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};
use bizkit_client::{Client, Clock};
use std::collections::VecDeque;
use std::future::ready;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What happens to one request.
#[derive(Debug, Clone)]
pub(crate) enum Act {
    /// It is answered.
    Response(u16, String),
    /// No connection came about.
    Refuse,
    /// The connection broke, and the request may have arrived.
    Break,
}

/// Does what it was told and keeps what it was sent.
#[derive(Debug, Clone, Default)]
pub(crate) struct Script {
    acts: Arc<Mutex<VecDeque<Act>>>,
    bodies: Arc<Mutex<Vec<String>>>,
}

impl Script {
    /// The client of the shipped API whose server acts so.
    pub(crate) fn client(acts: impl IntoIterator<Item = Act>) -> (Client, Self) {
        let script = Self { acts: Arc::new(Mutex::new(acts.into_iter().collect())), ..Self::default() };
        let client = Client::builder()
            .key("PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE")
            .transport(script.clone())
            .clock(Hasty)
            .build()
            .unwrap();
        (client, script)
    }

    /// The bodies of the requests that came.
    pub(crate) fn bodies(&self) -> Vec<String> {
        self.bodies.lock().unwrap().clone()
    }
}

impl Transport for Script {
    fn send<'a>(&'a self, request: &'a HttpRequest) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        self.bodies.lock().unwrap().push(String::from_utf8(request.body().to_vec()).unwrap());
        let act = self.acts.lock().unwrap().pop_front().expect("an act for every request");
        Box::pin(ready(match act {
            Act::Response(status, body) => Ok(HttpResponse::new(status, body)),
            Act::Refuse => Err(TransportError::not_connected("nobody listens")),
            Act::Break => Err(TransportError::interrupted("the peer hung up")),
        }))
    }
}

/// A clock whose pauses are over at once.
#[derive(Debug)]
struct Hasty;

impl Clock for Hasty {
    fn now(&self) -> Duration {
        Duration::ZERO
    }
    fn unix(&self) -> Duration {
        Duration::from_secs(1_800_000_000)
    }
    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(ready(()))
    }
    fn jitter(&self) -> f64 {
        0.5
    }
}
