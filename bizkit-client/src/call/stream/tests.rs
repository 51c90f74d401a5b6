//! Bodies in pieces: over a server without a socket, and over one that writes bytes.

use std::io;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use http::HeaderMap;

use super::*;
use crate::base::future::BoxFuture;
use crate::client::Client;
use crate::error::ErrorKind;
use crate::policy::retry::Retry;
use crate::testing::{Buy, KEY, Look, SoldOut, TestClock, builder, response, scripted, serve};
use crate::transport::message::{HttpRequest, HttpResponse, HttpStream, Transport};

/// What a body does next.
#[derive(Debug, Clone)]
enum Step {
    Piece(&'static str),
    Break,
    Stall,
}

/// Opens bodies that follow these steps.
#[derive(Debug, Clone)]
struct Drip(Vec<Step>);

impl Pieces for Drip {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        if self.0.is_empty() {
            return Box::pin(async { Ok(None) });
        }
        match self.0.remove(0) {
            Step::Piece(text) => Box::pin(async move { Ok(Some(Bytes::from_static(text.as_bytes()))) }),
            Step::Break => Box::pin(async { Err(TransportError::interrupted(format!("at {KEY}"))) }),
            Step::Stall => Box::pin(std::future::pending()),
        }
    }
}

impl Transport for Drip {
    fn send<'a>(&'a self, request: &'a HttpRequest) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        Box::pin(async { self.open(request).await?.collect(request.max_response_bytes()).await })
    }
    fn open<'a>(&'a self, _: &'a HttpRequest) -> BoxFuture<'a, Result<HttpStream, TransportError>> {
        let mut headers = HeaderMap::new();
        headers.insert("x-request-id", http::HeaderValue::from_static("r1"));
        Box::pin(async { Ok(HttpStream::new(200, self.clone()).with_headers(headers)) })
    }
}

fn dripping(steps: &[Step]) -> Client {
    let builder = builder().transport(Drip(steps.to_vec())).clock(TestClock::default());
    builder.retry(Retry::never()).build().unwrap()
}

#[tokio::test]
async fn a_body_comes_in_pieces_and_is_written_as_it_comes() {
    let steps = [Step::Piece("one "), Step::Piece(""), Step::Piece("two")];
    let mut response = dripping(&steps).send_stream(&Look::new()).await.unwrap();
    assert_eq!(
        (response.meta().status, response.meta().request_id(), response.meta().attempts),
        (200, Some("r1"), 1)
    );
    let mut pieces = Vec::new();
    while let Some(piece) = response.next().await.unwrap() {
        pieces.push(piece);
    }
    assert_eq!(pieces, ["one ", "", "two"]);
    assert_eq!(response.next().await.unwrap(), None);

    let mut written = Vec::new();
    let response = dripping(&steps).send_to_writer(&Look::new(), &mut written).await.unwrap();
    assert_eq!((response.value, &written[..], response.meta.request_id()), (7, &b"one two"[..], Some("r1")));
}

#[tokio::test]
async fn a_body_that_breaks_stalls_or_grows_ends_in_an_error_with_the_head() {
    let table = [
        (Step::Break, ErrorKind::PerhapsSent, false),
        (Step::Stall, ErrorKind::PerhapsSent, true),
        (Step::Piece("8 bytes "), ErrorKind::Unreadable, false),
    ];
    for (step, kind, timed_out) in table {
        let client =
            dripping(&[Step::Piece("start"), step, Step::Piece("never")]).with_max_response_bytes(12);
        let mut written = Vec::new();
        let error = client.send_to_writer(&Look::new(), &mut written).await.unwrap_err();
        assert_eq!((error.kind(), error.is_timeout(), &written[..]), (kind, timed_out, &b"start"[..]));
        assert_eq!((error.status(), error.request_id(), error.attempts()), (Some(200), Some("r1"), 1));
        assert_eq!(error.endpoint(), Some("thing/look"));
        let seconds = if timed_out { 60 } else { 0 };
        assert_eq!(error.elapsed(), Duration::from_secs(seconds), "the whole call has a limit");
        assert!(!format!("{error:?} {:?}", std::error::Error::source(&error)).contains(KEY));
    }
    let mut response =
        dripping(&[Step::Break, Step::Piece("never")]).send_stream(&Look::new()).await.unwrap();
    assert!(response.next().await.is_err());
    assert_eq!(response.next().await.unwrap(), None, "nothing follows an error");
}

#[tokio::test]
async fn a_body_that_begins_as_json_is_held_until_it_is_known_to_be_no_error() {
    let drip = |texts: &[&'static str]| dripping(&texts.iter().copied().map(Step::Piece).collect::<Vec<_>>());
    let error =
        drip(&["", " {\"error\"", ":{\"code\":\"KEY_UNK", "NOWN\"}}"]).send_stream(&Look::new()).await;
    let mut response = error.unwrap();
    let error = response.next().await.unwrap_err();
    assert!(error.is_api_key_rejected() && error.kind() == ErrorKind::Refused, "{error}");
    assert_eq!(error.body(), b" {\"error\":{\"code\":\"KEY_UNKNOWN\"}}");
    assert_eq!(response.next().await.unwrap(), None, "nothing follows an error");

    let mut response = drip(&["{\"a\"", ":1}", "tail"]).send_stream(&Look::new()).await.unwrap();
    assert_eq!(response.next().await.unwrap().unwrap(), "{\"a\":1}tail");
    assert_eq!(response.next().await.unwrap(), None);

    let mut written = Vec::new();
    let page = drip(&["<!doct", "ype html>", "<p>Sign in</p> and much more of this page"]);
    let error = page.send_to_writer(&Look::new(), &mut written).await.unwrap_err();
    assert_eq!((error.kind(), error.status(), written.len()), (ErrorKind::Unreadable, Some(200), 0));
    assert!(error.to_string().contains("found a page of HTML"), "{error}");
}

#[tokio::test]
async fn what_is_longer_than_an_error_is_not_held_to_its_end() {
    let long: &'static str = Box::leak(format!("{{\"a\":\"{}", "x".repeat(1 << 14)).into_boxed_str());
    let mut response = dripping(&[Step::Piece(long), Step::Break]).send_stream(&Look::new()).await.unwrap();
    assert_eq!(response.next().await.unwrap().unwrap(), long);
    assert_eq!(response.next().await.unwrap_err().kind(), ErrorKind::PerhapsSent);
}

#[tokio::test]
async fn a_response_of_exactly_the_limit_is_within_it() {
    let client = dripping(&[Step::Piece("12"), Step::Piece("34")]);
    let count = |limit| {
        let client = client.with_max_response_bytes(limit);
        async move {
            client.send_to_writer(&Look::new(), &mut tokio::io::sink()).await.map(|response| response.value)
        }
    };
    assert_eq!(count(4).await.unwrap(), 4);
    assert_eq!(count(3).await.unwrap_err().kind(), ErrorKind::Unreadable);
}

#[tokio::test]
async fn an_answer_that_is_an_error_is_the_error_of_send() {
    let body = r#"{"error":{"code":"KEY_UNKNOWN"}}"#;
    let (client, _, _) =
        scripted([response(404, body), response(409, "3"), response(302, ""), response(200, "42")]);
    assert!(client.send_stream(&Look::new()).await.unwrap_err().is_api_key_rejected());
    let error = client.send_stream(&Buy::new()).await.unwrap_err();
    assert_eq!(error.failure(), Some(&SoldOut(3)));
    assert_eq!(client.send_stream(&Look::new()).await.unwrap_err().kind(), ErrorKind::Refused);
    let mut written = Vec::new();
    assert_eq!(client.send_to_writer(&Look::new(), &mut written).await.unwrap().value, 2);
    assert_eq!(written, b"42", "a transport that knows no pieces gives one");
}

#[tokio::test]
async fn what_comes_before_the_body_is_repeated_like_any_call() {
    let (client, script, _) = scripted([response(503, ""), response(200, "42")]);
    let opened = client.send_stream(&Look::new()).await.unwrap();
    assert_eq!((opened.meta().attempts, script.count()), (2, 2));
    let (client, script, _) = scripted([response(503, "")]);
    assert_eq!(client.send_stream(&Buy::new()).await.unwrap_err().status(), Some(503));
    assert_eq!(script.count(), 1);
}

#[tokio::test]
async fn an_open_body_is_a_call_in_flight() {
    let builder = builder().transport(Drip(vec![Step::Piece("1")])).clock(TestClock::default());
    let client = builder.max_in_flight(1).retry(Retry::never()).build().unwrap();
    let open = client.send_stream(&Look::new()).await.unwrap();
    assert_eq!(client.send(&Look::new()).await.unwrap_err().kind(), ErrorKind::NotSent);
    drop(open);
    assert_eq!(client.send(&Look::new()).await.unwrap(), 1);
}

/// Takes a few bytes at a time; fails, or stops, after some.
struct Picky {
    takes: usize,
    left: usize,
    then: io::ErrorKind,
    log: Arc<Mutex<Vec<u8>>>,
}

impl AsyncWrite for Picky {
    fn poll_write(mut self: Pin<&mut Self>, _: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let count = bytes.len().min(self.takes).min(self.left);
        match (count, self.then) {
            (0, io::ErrorKind::WouldBlock) => return Poll::Pending,
            (0, io::ErrorKind::WriteZero) => return Poll::Ready(Ok(0)),
            (0, kind) => return Poll::Ready(Err(kind.into())),
            _ => {}
        }
        self.left -= count;
        self.log.lock().unwrap().extend_from_slice(&bytes[..count]);
        Poll::Ready(Ok(count))
    }
    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }
}

#[tokio::test]
async fn a_writer_may_take_little_and_may_fail() {
    let table = [
        (usize::MAX, io::ErrorKind::Other, None),
        (5, io::ErrorKind::StorageFull, Some(io::ErrorKind::StorageFull)),
        (5, io::ErrorKind::WriteZero, Some(io::ErrorKind::WriteZero)),
        (5, io::ErrorKind::WouldBlock, Some(io::ErrorKind::TimedOut)),
    ];
    for (left, then, expected) in table {
        let log = Arc::default();
        let mut writer = Picky { takes: 2, left, then, log: Arc::clone(&log) };
        let client = dripping(&[Step::Piece("abc"), Step::Piece("defg")]);
        let result = client.send_to_writer(&Look::new(), &mut writer).await;
        assert_eq!(&log.lock().unwrap()[..], &b"abcdefg"[..left.min(7)]);
        let Some(expected) = expected else {
            assert_eq!(result.unwrap().value, 7);
            continue;
        };
        let error = result.unwrap_err();
        let cause = std::error::Error::source(&error).unwrap().downcast_ref::<io::Error>().unwrap();
        assert_eq!((cause.kind(), error.status()), (expected, Some(200)));
        assert_eq!(error.is_timeout(), expected == io::ErrorKind::TimedOut);
        assert!(!error.is_retryable());
    }
}

#[tokio::test]
async fn a_socket_gives_its_pieces_and_its_limit_holds() {
    let url = serve(|_| {
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n4\r\ndefg\r\n0\r\n\r\n".to_vec()
    })
    .await;
    let client = builder().base_url(url).retry(Retry::never()).build().unwrap();
    let mut written = Vec::new();
    assert_eq!(client.send_to_writer(&Look::new(), &mut written).await.unwrap().value, 7);
    assert_eq!(written, b"abcdefg");
    let error =
        client.with_max_response_bytes(6).send_to_writer(&Look::new(), &mut written).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::Unreadable, Some(200)));

    let broken = serve(|_| b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc".to_vec()).await;
    let client = client.with_base_url(broken).unwrap();
    let error = client.send_to_writer(&Look::new(), &mut tokio::io::sink()).await.unwrap_err();
    assert_eq!((error.kind(), error.status()), (ErrorKind::PerhapsSent, Some(200)));
}
