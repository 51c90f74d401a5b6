//! Real sockets on loopback: a server that writes its answers byte by byte, so that it can also lie.

use std::fmt::Write as _;
use std::io::Write as _;
use std::sync::{Arc, Mutex};

use tokio::net::TcpListener;

use super::*;
use crate::error::ErrorKind;
use crate::retry::Retry;
use crate::testing::{Buy, KEY, Look, builder, serve};

async fn look(url: &str) -> Result<i64, crate::Error> {
    let client = builder().base_url(url).retry(Retry::never()).max_reply(1000).build().unwrap();
    client.send(&Look::new()).await
}

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
    assert_eq!(kind("no HTTP at all\r\n\r\n").await, ErrorKind::PerhapsSent);
}

#[tokio::test]
async fn a_reply_beyond_the_limit_is_not_read_to_its_end() {
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
}

#[cfg(feature = "gzip")]
#[tokio::test]
async fn a_bomb_counts_as_what_it_unpacks_to() {
    let bomb = stored_gzip(&[b' '; 2000]);
    let reply = |body: &[u8]| {
        let mut bytes = Vec::new();
        write!(bytes, "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: {}\r\n\r\n", body.len())
            .unwrap();
        bytes.extend_from_slice(body);
        bytes
    };
    assert_eq!(kind(reply(&bomb)).await, ErrorKind::Unreadable);
    let small = reply(&stored_gzip(b"42"));
    let url = serve(move |_| small.clone()).await;
    assert_eq!(look(&url).await.unwrap(), 42);
}

/// A gzip file with one stored block.
#[cfg(feature = "gzip")]
fn stored_gzip(content: &[u8]) -> Vec<u8> {
    let mut crc = u32::MAX;
    for byte in content {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ (0xEDB8_8320 * (crc & 1));
        }
    }
    let length = u16::try_from(content.len()).unwrap();
    let mut file = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255, 1];
    file.extend_from_slice(&length.to_le_bytes());
    file.extend_from_slice(&(!length).to_le_bytes());
    file.extend_from_slice(content);
    file.extend_from_slice(&(!crc).to_le_bytes());
    file.extend_from_slice(&u32::from(length).to_le_bytes());
    file
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
    assert_eq!(look(&url).await.unwrap_err().kind(), ErrorKind::Unreadable);
    assert!(hits.lock().unwrap().is_empty());

    // A client from elsewhere that follows redirects is found out.
    let naive = HttpTransport::with_client(Client::new());
    let client = builder().base_url(&url).transport(naive).retry(Retry::never()).build().unwrap();
    let error = client.send(&Look::new()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::PerhapsSent);
    assert!(std::error::Error::source(&error).unwrap().to_string().contains("turn redirects off"));
}

#[tokio::test]
async fn plain_http_leaves_the_machine_for_nobody() {
    for url in ["http://example.com/", "ftp://localhost/", "http://127.0.0.1.example.com/", "not a url"] {
        let request = HttpRequest {
            endpoint: <Buy as crate::Endpoint>::INFO,
            url: url.to_owned(),
            headers: http::HeaderMap::new(),
            body: Bytes::new(),
            max_reply: 1,
        };
        let transport = HttpTransport::new(Duration::from_secs(1), Duration::from_secs(1)).unwrap();
        let error = transport.send(&request).await.unwrap_err();
        assert_eq!(error.mishap, crate::wire::Mishap::Refused, "{url}");
    }
}

#[tokio::test]
async fn a_flood_of_headers_is_refused() {
    let mut bytes = b"HTTP/1.1 200 OK\r\n".to_vec();
    for index in 0..2000 {
        write!(bytes, "x-{index}: y\r\n").unwrap();
    }
    bytes.extend_from_slice(b"content-length: 1\r\n\r\n1");
    assert_eq!(kind(bytes).await, ErrorKind::PerhapsSent);
}

#[tokio::test]
async fn a_silent_server_meets_the_read_timeout() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let silent = tokio::spawn(async move {
        let socket = listener.accept().await;
        std::future::pending::<()>().await;
        drop(socket);
    });
    let client = builder()
        .base_url(url)
        .retry(Retry::never())
        .read_timeout(Duration::from_millis(20))
        .build()
        .unwrap();
    let error = client.send(&Look::new()).await.unwrap_err();
    assert!(error.is_timeout() && error.kind() == ErrorKind::PerhapsSent, "{error:?}");
    silent.abort();
}
