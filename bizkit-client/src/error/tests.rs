//! How errors read.

use http::{HeaderMap, HeaderName, HeaderValue};

use super::*;
use crate::endpoint::Endpoint;
use crate::testing::{Buy, KEY};
use crate::wire::TransportError;

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
    let error = Error::refused(Buy::INFO, envelope, meta(500), Bytes::new()).at(Buy::INFO);
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
    let error = Error::refused(Buy::INFO, Envelope::default(), meta(404), body).at(Buy::INFO);
    let shown = format!("{error:#?}");
    assert!(shown.contains("shop/buy") && shown.contains("404"), "{shown}");
    for secret in ["session=secret", "personal data", KEY] {
        assert!(!shown.contains(secret), "{shown}");
    }
}

#[test]
fn the_cause_is_the_source_and_not_part_of_the_line() {
    let error = Error::transport(TransportError::interrupted("peer hung up").timed_out());
    assert_eq!(error.to_string(), "no complete reply in time");
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
        let error = Error::refused(Buy::INFO, envelope, meta(status), Bytes::new());
        assert_eq!(error.topic(), topic, "{status}");
        assert_eq!(error.code(), Some("NEW"));
    }
}
