//! An answer, whatever it is: nothing panics, and every way to send says the same of it.
#![no_main]

use bizkit_client::transport::{BoxFuture, HttpResponse, HttpRequest, Transport, TransportError};
use bizkit_client::{Client, Clock, Endpoint, Error, ErrorKind, Retry};
use libfuzzer_sys::fuzz_target;
use std::future::{pending, ready};
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

mod api {
    bizkit_macros::api!("../fixtures/verdicts");
}
use api::thing;

const STATUSES: [u16; 10] = [200, 201, 204, 302, 304, 404, 409, 410, 422, 500];

const LABELS: [&str; 8] = [
    "", "application/json", "text/html", "text/csv", "application/pdf", "text/plain", "application/problem+json", "?",
];

/// Answers every call alike.
#[derive(Debug)]
struct Always(HttpResponse);

impl Transport for Always {
    fn send<'a>(&'a self, _: &'a HttpRequest) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        Box::pin(ready(Ok(self.0.clone())))
    }
}

/// A clock that stands still.
#[derive(Debug)]
struct Still;

impl Clock for Still {
    fn now(&self) -> Duration {
        Duration::ZERO
    }
    fn unix(&self) -> Duration {
        Duration::ZERO
    }
    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(pending())
    }
    fn jitter(&self) -> f64 {
        0.0
    }
}

/// The result of work that waits for nothing.
fn at_once<T>(work: impl Future<Output = Result<T, Error>>) -> Option<ErrorKind> {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result.err().map(|error| error.kind()),
        Poll::Pending => panic!("nothing is waited for"),
    }
}

fn compare<E: Endpoint>(client: &Client, request: &E) {
    let sent = at_once(client.send(request));
    assert_eq!(at_once(client.send_with_meta(request)), sent);
    assert_eq!(at_once(client.send_raw(request)), None);
    let streamed = at_once(async {
        let mut response = client.send_stream(request).await?;
        while response.next().await?.is_some() {}
        Ok(())
    });
    match sent {
        // What no decoder reads is still given as it comes.
        Some(ErrorKind::Unreadable) => assert!(matches!(streamed, None | Some(ErrorKind::Unreadable))),
        sent => assert_eq!(streamed, sent),
    }
}

fuzz_target!(|answer: (u8, u8, &[u8])| {
    let (status, label, body) = answer;
    let status = STATUSES[usize::from(status) % STATUSES.len()];
    let label = LABELS[usize::from(label) % LABELS.len()];
    let mut response = HttpResponse::new(status, body.to_vec());
    if !label.is_empty() {
        response = response.with_headers([("content-type".parse().unwrap(), label.parse().unwrap())].into_iter().collect());
    }
    let builder = Client::for_api(&api::API).transport(Always(response)).clock(Still).retry(Retry::never());
    let client = builder.build().unwrap();
    compare(&client, &thing::Typed::new());
    compare(&client, &thing::Own::new());
    compare(&client, &thing::Tagged::new());
    compare(&client, &thing::Free::new());
    compare(&client, &thing::Text::new());
    compare(&client, &thing::Bytes::new());
    compare(&client, &thing::Nothing::new());
    compare(&client, &thing::List::new());
});
