//! Responses that come whole and cannot be taken apart, or only with care: packed bodies, and what is no HTTP.

use std::io::Write as _;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;

/// What a call makes of these bytes, and how many requests it took.
async fn outcome(bytes: Vec<u8>) -> (Result<i64, crate::Error>, usize) {
    let count = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&count);
    let url = serve(move |_| {
        seen.fetch_add(1, Ordering::Relaxed);
        bytes.clone()
    })
    .await;
    let client = builder().base_url(url).build().unwrap();
    (client.send(&Look::new()).await, count.load(Ordering::Relaxed))
}

fn answer(headers: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n{headers}\r\n", body.len());
    [head.as_bytes(), body].concat()
}

fn packed(body: &[u8]) -> Vec<u8> {
    let mut file = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    file.write_all(body).unwrap();
    file.finish().unwrap()
}

#[tokio::test]
async fn what_is_no_response_is_unreadable_at_once_and_says_why() {
    let many = "x-many: y\r\n".repeat(150);
    let table = [
        (b"SSH-2.0-OpenSSH_9.6\r\n".to_vec(), "it is no proper HTTP"),
        (b"\x15\x03\x01\x00\x02\x02\x28".to_vec(), "such as TLS"),
        (answer("x bad: 1\r\n", b"42"), "it is no proper HTTP"),
        (answer("content-length: 999\r\n", b"42"), "it is no proper HTTP"),
        (answer(&many, b"42"), "it is no proper HTTP (message head is too large)"),
        (answer("content-encoding: zip\r\n", b"42"), "packed as `zip`, which was not asked for"),
        (answer("content-encoding: gzip, zip\r\n", b"42"), "packed as `gzip, zip`"),
        #[cfg(feature = "gzip")]
        (answer("content-encoding: gzip\r\n", b"42"), "packed as `gzip` and is not"),
        #[cfg(feature = "brotli")]
        (answer("content-encoding: br\r\n", b"\xff\xff\xff\xff"), "it is not packed as it says"),
        #[cfg(feature = "zstd")]
        (answer("content-encoding: zstd\r\n", b"\xff\xff\xff\xff"), "it is not packed as it says"),
    ];
    for (bytes, words) in table {
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(80)]).into_owned();
        let (result, requests) = outcome(bytes).await;
        let error = result.unwrap_err();
        assert_eq!((error.kind(), requests), (ErrorKind::Unreadable, 1), "{shown}: {error}");
        assert!(error.to_string().starts_with("the response cannot be read: "), "{error}");
        assert!(error.to_string().contains(words), "{error}");
        assert!(!error.is_retryable() && !error.is_timeout());
    }
}

#[tokio::test]
async fn an_error_that_is_packed_wrong_is_still_the_error_of_its_status() {
    // Bytes that are missing are no wrong packing.
    #[cfg(feature = "brotli")]
    {
        let cut = b"HTTP/1.1 200 OK\r\ncontent-encoding: br\r\ncontent-length: 20\r\n\r\n\x0b\x01\x80";
        assert_eq!(outcome(cut.to_vec()).await.0.unwrap_err().kind(), ErrorKind::PerhapsSent);
    }
    let busy = b"HTTP/1.1 503 Busy\r\ncontent-encoding: zip\r\ncontent-length: 2\r\nretry-after: 0\r\n\r\n42";
    let (result, requests) = outcome(busy.to_vec()).await;
    assert_eq!((result.unwrap_err().status(), requests), (Some(503), 3), "a busy server may be asked again");
}

#[cfg(feature = "gzip")]
#[tokio::test]
async fn all_members_of_a_packed_body_are_one_body() {
    let gzip = "content-encoding: gzip\r\n";
    let two = [packed(b"4"), packed(b"2")].concat();
    let three = [packed(b""), packed(b" 42"), packed(b" ")].concat();
    for (headers, body) in [
        (gzip, packed(b"42")),
        ("content-encoding: GZIP\r\n", packed(b"42")),
        ("content-encoding: x-gzip\r\n", packed(b"42")),
        ("content-encoding: identity\r\n", b"42".to_vec()),
        ("content-encoding: utf-8\r\n", b"42".to_vec()),
        (gzip, two.clone()),
        (gzip, three),
    ] {
        let (result, _) = outcome(answer(headers, &body)).await;
        assert_eq!(result.unwrap(), 42, "{headers}");
    }
    for body in [&two[..two.len() - 1], &two[..30], &[&two[..], b"rest"].concat(), &packed(b"42")[..9]] {
        let (result, _) = outcome(answer(gzip, body)).await;
        assert_eq!(result.unwrap_err().kind(), ErrorKind::Unreadable, "all of it, or an error");
    }
    // Bytes count as what they unpack to, also where they are more before.
    let small = packed(b"42");
    assert!(small.len() > 10);
    let url = serve(move |_| answer(gzip, &small)).await;
    let client = builder().base_url(url).max_response_bytes(10).build().unwrap();
    assert_eq!(client.send(&Look::new()).await.unwrap(), 42);
    // Nothing is packed as anything.
    let url = serve(move |_| answer(gzip, b"")).await;
    assert_eq!(builder().base_url(url).build().unwrap().send_raw(&Look::new()).await.unwrap().text(), "");
}

#[cfg(feature = "gzip")]
#[tokio::test]
async fn a_packed_body_can_come_in_pieces_and_its_head_tells_nothing_of_the_packing() {
    let body = packed(&b"42 ".repeat(50_000));
    let url = serve(move |head| {
        assert!(head.contains("accept-encoding: gzip"), "{head}");
        answer("content-encoding: gzip\r\n", &body)
    })
    .await;
    let client = builder().base_url(url).build().unwrap();
    let mut written = Vec::new();
    let response = client.send_to_writer(&Look::new(), &mut written).await.unwrap();
    assert_eq!((response.value, written.len()), (150_000, 150_000));
    assert!(!response.meta.headers.contains_key("content-encoding"));
}
