//! Real sockets on loopback: a server that writes its answers byte by byte, so that it can also lie.

use std::fmt::Write as _;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use tokio::net::TcpListener;

use super::*;
use crate::error::ErrorKind;
use crate::policy::retry::Retry;
use crate::testing::{Buy, KEY, Look, builder, serve};
use crate::transport::url::{BaseUrl, Target};

async fn look(url: &str) -> Result<i64, crate::Error> {
    let client = builder().base_url(url).retry(Retry::never()).max_response_bytes(1000).build().unwrap();
    client.send(&Look::new()).await
}

/// A transport over a client that was built elsewhere, without a look at root certificates.
fn foreign(builder: ClientBuilder) -> HttpTransport {
    tls::require_provider().unwrap();
    HttpTransport::with_client(tls::without_roots(builder).build().unwrap())
}

mod hostile;
mod proxies;
mod responses;
mod runtimes;
mod setup;

/// The kind of the error that a call ends in when the server writes these bytes.
async fn kind(bytes: impl Into<Vec<u8>>) -> ErrorKind {
    let bytes = bytes.into();
    let url = serve(move |_| bytes.clone()).await;
    look(&url).await.unwrap_err().kind()
}

#[tokio::test]
async fn a_call_crosses_a_socket() {
    let seen = Arc::new(Mutex::new(String::new()));
    let log = Arc::clone(&seen);
    let url = serve(move |head| {
        head.clone_into(&mut log.lock().unwrap());
        b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\nx-request-id: r1\r\n\r\n42".to_vec()
    })
    .await;
    assert_eq!(look(&url).await.unwrap(), 42);
    let seen = seen.lock().unwrap();
    assert!(seen.starts_with("GET /v1/thing/look?session="), "{seen}");
    assert!(!seen.to_lowercase().contains("referer"), "{seen}");
}

#[tokio::test]
async fn a_closed_port_is_a_call_that_was_not_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let error = look(&url).await.unwrap_err();
    assert!(error.is_connect() && error.kind() == ErrorKind::NotSent, "{error:?}");
    let mut shown = format!("{error} {error:?} {error:#?}");
    let mut source = std::error::Error::source(&error);
    while let Some(cause) = source {
        write!(shown, " {cause} {cause:?}").unwrap();
        source = cause.source();
    }
    assert!(!shown.contains(KEY) && !shown.contains("apiKey"), "{shown}");
}

#[tokio::test]
async fn a_connection_that_breaks_may_have_delivered_the_call() {
    assert_eq!(kind("").await, ErrorKind::PerhapsSent);
    assert_eq!(kind("HTTP/1.1 200 OK\r\ncontent-le").await, ErrorKind::PerhapsSent);
    assert_eq!(kind("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n42").await, ErrorKind::PerhapsSent);
    let chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n42\r\n";
    assert_eq!(kind(chunked).await, ErrorKind::PerhapsSent);
}

#[tokio::test]
async fn a_response_beyond_the_limit_is_not_read_to_its_end() {
    let declared = "HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n";
    assert_eq!(kind(declared).await, ErrorKind::Unreadable);
    let mut chunked = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n".to_vec();
    for _ in 0..400 {
        chunked.extend_from_slice(b"5\r\n     \r\n");
    }
    assert_eq!(kind(chunked).await, ErrorKind::Unreadable, "no length at all");
    let undeclared = format!("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{}", " ".repeat(1001));
    assert_eq!(kind(undeclared).await, ErrorKind::Unreadable);
    let url = serve(|_| format!("HTTP/1.1 200 OK\r\n\r\n42{}", " ".repeat(998)).into_bytes()).await;
    assert_eq!(look(&url).await.unwrap(), 42, "the limit itself is within the limit");
    for (spaces, fits) in [(998, true), (999, false)] {
        let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", spaces + 2);
        let url = serve(move |_| format!("{head}42{}", " ".repeat(spaces)).into_bytes()).await;
        assert_eq!(look(&url).await.is_ok(), fits, "{spaces} blanks behind a length that is told");
    }
}

#[tokio::test]
async fn a_redirect_is_an_answer_and_is_not_followed() {
    let hits = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&hits);
    let other = serve(move |head| {
        log.lock().unwrap().push(head.to_owned());
        b"HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n1".to_vec()
    })
    .await;
    let answer =
        format!("HTTP/1.1 302 Found\r\nlocation: {other}/?apiKey={KEY}\r\ncontent-length: 0\r\n\r\n");
    let url = serve(move |_| answer.clone().into_bytes()).await;
    let error = look(&url).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Refused);
    assert!(error.to_string().contains(&format!("redirects to {other}, which is not followed")), "{error}");
    assert!(hits.lock().unwrap().is_empty());

    // Whatever a builder says, it does not follow.
    let eager = || Client::builder().redirect(reqwest::redirect::Policy::limited(10)).referer(true);
    let tamed = HttpTransport::with_builder(eager).unwrap();
    let client = builder().base_url(&url).transport(tamed).retry(Retry::never()).build().unwrap();
    assert_eq!(client.send(&Look::new()).await.unwrap_err().kind(), ErrorKind::Refused);
    assert!(hits.lock().unwrap().is_empty());

    // A client from elsewhere that follows redirects is found out.
    let naive = foreign(Client::builder().no_proxy());
    let client = builder().base_url(&url).transport(naive).retry(Retry::never()).build().unwrap();
    let error = client.send(&Look::new()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::PerhapsSent);
    assert!(std::error::Error::source(&error).unwrap().to_string().contains("turn redirects off"));
}

#[tokio::test]
async fn plain_http_leaves_the_machine_for_nobody() {
    for url in ["http://example.com/", "ftp://localhost/", "http://127.0.0.1.example.com/"] {
        let request = HttpRequest {
            endpoint: <Buy as crate::Endpoint>::INFO,
            url: Target { url: reqwest::Url::parse(url).unwrap(), plain: false },
            headers: HeaderMap::new(),
            body: Bytes::new(),
            max_response_bytes: 1,
        };
        let transport = HttpTransport::new(Duration::from_secs(1), Duration::from_secs(1));
        let error = transport.send(&request).await.unwrap_err();
        assert_eq!(error.kind, crate::transport::error::TransportErrorKind::Refused, "{url}");
    }
}

#[tokio::test]
async fn a_request_says_how_long_its_body_is_and_can_be_sent_once() {
    let heads = Arc::new(Mutex::new(String::new()));
    let log = Arc::clone(&heads);
    let url = serve(move |head| {
        *log.lock().unwrap() = head.to_lowercase();
        b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n".to_vec()
    })
    .await;
    let base = BaseUrl::parse(&url, false).unwrap();
    let own = HttpTransport::new(Duration::from_secs(5), Duration::from_secs(5));
    let foreign = foreign(Client::builder().no_proxy());
    for (info, body, length) in [
        (&NAKED[0], "", None),
        (&NAKED[1], "", Some(0)),
        (&NAKED[2], "", Some(0)),
        (&NAKED[3], "", Some(0)),
        (&NAKED[4], "", None),
        (&NAKED[1], "tea", Some(3)),
    ] {
        let request = HttpRequest {
            endpoint: info,
            url: base.target("/x"),
            headers: HeaderMap::new(),
            body: body.into(),
            max_response_bytes: 1,
        };
        for transport in [&own, &foreign] {
            transport.send(&request).await.unwrap();
            let head = heads.lock().unwrap();
            let found = head.lines().find_map(|line| line.strip_prefix("content-length: "));
            assert_eq!(found, length.map(|length: u8| length.to_string()).as_deref(), "{head}");
            assert!(!head.contains("transfer-encoding"), "{head}");
            assert!(head.starts_with(&info.method.as_str().to_lowercase()), "{head}");
        }
        // A client from elsewhere repeats what it can copy, whatever the spec says.
        assert!(once(request.into()).try_clone().is_none());
    }
}

/// An endpoint of each method without a body.
static NAKED: [crate::schema::tables::EndpointInfo; 5] = {
    const fn naked(method: Method) -> crate::schema::tables::EndpointInfo {
        crate::schema::tables::EndpointInfo {
            api: &crate::testing::API,
            id: "naked",
            method,
            base_url: None,
            path: &[],
            key: None,
            retry: crate::schema::tables::RetryClass::Never,
            timeout: None,
            rate_limit: None,
            responses: &[],
            parameters: &[],
            body: None,
            accept: "*/*",
            docs: None,
        }
    }
    [naked(Method::Get), naked(Method::Post), naked(Method::Put), naked(Method::Patch), naked(Method::Delete)]
};
