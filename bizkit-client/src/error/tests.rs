//! How errors read.

use http::{HeaderMap, HeaderName, HeaderValue};

use super::*;
use crate::Json;
use crate::base::visible::is_hidden;
use crate::endpoint::Endpoint;
use crate::testing::{Buy, KEY};
use crate::transport::error::TransportError;

fn meta(status: u16) -> Meta {
    let mut headers = HeaderMap::new();
    headers.insert(HeaderName::from_static("x-request-id"), HeaderValue::from_static("7f3a"));
    headers.insert(HeaderName::from_static("set-cookie"), HeaderValue::from_static("session=secret"));
    Meta { status, headers, attempts: 2, elapsed: Duration::from_secs(1) }
}

#[test]
fn an_error_crosses_threads() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Error>();
}

#[test]
fn one_line_tells_code_message_endpoint_status_request_and_attempts() {
    let envelope = Envelope::read(br#"{"error":{"code":"X_Y","message":"It\nfailed"}}"#);
    let error = Error::refused(Buy::INFO, envelope, meta(500)).at(Buy::INFO);
    assert_eq!(
        error.to_string(),
        "X_Y: It failed (POST /v1/shop/{}/buy/, status 500, request 7f3a, 2 attempts)"
    );
    assert!(error.is_server_error());
}

#[test]
fn a_setup_error_is_its_message_alone() {
    let error = Error::setup("no key");
    assert_eq!((error.to_string(), error.attempts()), ("no key".to_owned(), 0));
    assert_eq!((error.code(), error.status(), error.endpoint(), error.topic()), (None, None, None, None));
}

#[test]
fn debug_shows_facts_and_neither_header_values_nor_the_body() {
    let body = Bytes::from_static(b"personal data");
    let error = Error::refused(Buy::INFO, Envelope::default(), meta(404)).at(Buy::INFO);
    let error = error.with_body(body, 13);
    assert_eq!(error.body(), b"personal data");
    let shown = format!("{error:#?}");
    assert!(shown.contains("shop/buy") && shown.contains("404"), "{shown}");
    for secret in ["session=secret", "personal data", KEY] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

#[test]
fn the_cause_is_the_source_and_not_part_of_the_line() {
    let error = Error::transport(TransportError::interrupted("peer hung up").timed_out());
    assert_eq!(error.to_string(), "no complete response in time");
    assert_eq!(StdError::source(&error).unwrap().to_string(), "peer hung up");
    assert!(error.is_timeout() && !error.is_connect());
}

#[test]
fn a_code_outside_the_catalogue_is_judged_by_the_status() {
    let table = [
        (400, Some(Topic::Input)),
        (401, None),
        (403, Some(Topic::Permission)),
        (404, None),
        (422, Some(Topic::Input)),
        (429, Some(Topic::Rate)),
        (500, Some(Topic::Server)),
        (503, Some(Topic::Server)),
    ];
    for (status, topic) in table {
        let envelope = Envelope::read(br#"{"error":{"code":"NEW"}}"#);
        let error = Error::refused(Buy::INFO, envelope, meta(status));
        assert_eq!(error.topic(), topic, "{status}");
        assert_eq!(error.code(), Some("NEW"));
    }
}

#[test]
fn a_mishap_is_classed_by_how_far_the_call_got_and_keeps_the_head_that_came() {
    let table = [
        (TransportError::refused("x"), ErrorKind::Setup),
        (TransportError::not_connected("x"), ErrorKind::NotSent),
        (TransportError::interrupted("x"), ErrorKind::PerhapsSent),
        (TransportError::too_large(), ErrorKind::Unreadable),
    ];
    for (cause, kind) in table {
        let error = Error::transport(cause).after(1, Duration::ZERO);
        assert_eq!((error.kind(), error.status(), error.meta().is_some()), (kind, None, false));
    }
    let slow = TransportError::not_connected("x").timed_out().or_connecting(Some(Duration::from_secs(5)));
    assert_eq!(slow.to_string(), "no connection to the server in time, `connect_timeout` is 5s");
    let cause = TransportError::too_large().with_head(503, meta(503).headers);
    let error = Error::transport(cause).at(Buy::INFO).after(3, Duration::from_secs(9));
    assert_eq!((error.status(), error.request_id()), (Some(503), Some("7f3a")));
    let meta = error.meta().unwrap();
    assert_eq!((meta.attempts, meta.elapsed), (error.attempts(), error.elapsed()));
    assert_eq!(
        error.to_string(),
        "the response is larger than the limit (POST /v1/shop/{}/buy/, status 503, request 7f3a, 3 attempts)"
    );
}

#[test]
fn an_error_keeps_the_beginning_of_a_long_body() {
    let refused = || Error::refused(Buy::INFO, Envelope::default(), meta(500));
    for (length, kept, cut) in
        [(0, 0, false), (KEPT, KEPT, false), (KEPT + 1, KEPT, true), (9 << 20, KEPT, true)]
    {
        let error = refused().with_body(vec![b'x'; length].into(), length);
        assert_eq!((error.body().len(), error.is_body_cut()), (kept, cut), "{length}");
    }
}

#[test]
fn nothing_that_a_server_says_steers_a_terminal() {
    let texts: Json = include_str!("../../../tests/fixtures/hostile.json").parse().unwrap();
    for text in texts.as_array().unwrap() {
        let body = format!(r#"{{"error":{{"code":"X","message":{text},"description":{text}}}}}"#);
        let envelope = Envelope::read(body.as_bytes());
        let error = Error::refused(Buy::INFO, envelope, meta(400));
        let description = error.description().unwrap_or_default().replace('\n', "");
        for shown in [error.to_string(), error.message().to_owned(), description] {
            assert!(!shown.contains(is_hidden), "{shown:?}");
        }
    }
}
