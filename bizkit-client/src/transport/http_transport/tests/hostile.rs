//! Servers that lie, stall and flood: every limit holds, and the error tells what came before.

use std::io::Write as _;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::*;
use crate::testing::TestClock;

const HEAD: &str = "HTTP/1.1 200 OK\r\nx-request-id: r7\r\n";

/// A server that answers every connection with these bytes and then does nothing, with the connection open.
async fn stalling(bytes: &'static [u8]) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let mut open: Vec<TcpStream> = Vec::new();
        while let Ok((mut socket, _)) = listener.accept().await {
            // Nobody answers before the question.
            let mut question = [0; 4096];
            if socket.read(&mut question).await.is_ok() && socket.write_all(bytes).await.is_ok() {
                open.push(socket);
            }
        }
    });
    url
}

#[tokio::test]
async fn a_server_that_falls_silent_meets_the_read_timeout() {
    for bytes in [&b""[..], b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n4"] {
        let builder = builder().base_url(stalling(bytes).await).retry(Retry::never());
        let client = builder.read_timeout(Duration::from_millis(20)).build().unwrap();
        let error = client.send(&Look::new()).await.unwrap_err();
        assert!(error.is_timeout() && error.kind() == ErrorKind::PerhapsSent, "{error:?}");
    }
}

#[tokio::test]
async fn a_body_that_stalls_meets_the_read_timeout_and_keeps_its_head() {
    for bytes in [
        &b"HTTP/1.1 200 OK\r\nx-request-id: r7\r\ncontent-length: 9\r\n\r\n"[..],
        b"HTTP/1.1 200 OK\r\nx-request-id: r7\r\ncontent-length: 9\r\n\r\n4",
        b"HTTP/1.1 200 OK\r\nx-request-id: r7\r\ntransfer-encoding: chunked\r\n\r\n2\r\n42\r\n",
    ] {
        let client = builder().base_url(stalling(bytes).await).retry(Retry::never()).build().unwrap();
        let response = client.send_stream(&Look::new()).await.unwrap();
        // From here on, time passes as soon as nothing else happens.
        tokio::time::pause();
        let error = response.write_to(&mut Vec::new()).await.unwrap_err();
        tokio::time::resume();
        assert!(error.is_timeout() && error.kind() == ErrorKind::PerhapsSent, "{error:?}");
        assert_eq!((error.status(), error.request_id()), (Some(200), Some("r7")));
        assert_eq!(error.elapsed().as_secs() / 10, 2, "20 s between two pieces, and 60 s for the call");
    }
}

#[tokio::test]
async fn a_body_that_drips_for_ever_meets_the_limit_of_the_attempt() {
    // The clock runs ahead whenever the call waits, so any pause of the server outlasts the attempt.
    let url = stalling(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n4").await;
    let client = builder().base_url(url).clock(TestClock::default()).retry(Retry::never()).build().unwrap();
    let error = client.send(&Look::new()).await.unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
    assert_eq!(error.elapsed(), Duration::from_secs(30));
}

#[tokio::test]
async fn a_length_that_lies_is_found_out() {
    let table = [
        // More than comes.
        ("content-length: 3\r\n\r\n42", ErrorKind::PerhapsSent),
        // No number, or two of them.
        ("content-length: two\r\n\r\n42", ErrorKind::Unreadable),
        ("content-length: -2\r\n\r\n42", ErrorKind::Unreadable),
        ("content-length: 2\r\ncontent-length: 3\r\n\r\n42", ErrorKind::Unreadable),
        ("content-length: 18446744073709551616\r\n\r\n42", ErrorKind::Unreadable),
        ("content-length: 9223372036854775807\r\n\r\n42", ErrorKind::Unreadable),
        // Pieces that lie.
        ("transfer-encoding: chunked\r\n\r\nffffffffffffffff\r\n42", ErrorKind::PerhapsSent),
        ("transfer-encoding: chunked\r\n\r\nx\r\n42", ErrorKind::PerhapsSent),
    ];
    for (rest, expected) in table {
        assert_eq!(kind(format!("{HEAD}{rest}")).await, expected, "{rest:?}");
    }
    let short = serve(|_| format!("{HEAD}content-length: 3\r\n\r\n42").into_bytes()).await;
    assert_eq!(look(&short).await.unwrap_err().request_id(), Some("r7"), "what came is kept");
    // Less than comes: the rest belongs to nobody, and the next call does not get it.
    let answer = format!("{HEAD}content-length: 2\r\n\r\n42{HEAD}content-length: 2\r\n\r\n13");
    let url = serve(move |_| answer.clone().into_bytes()).await;
    let client = builder().base_url(url).build().unwrap();
    for _ in 0..3 {
        assert_eq!(client.send(&Look::new()).await.unwrap(), 42);
    }
    let none = serve(|_| format!("{HEAD}\r\n42").into_bytes()).await;
    assert_eq!(look(&none).await.unwrap(), 42, "without a length, the end of the connection is the end");
}

#[cfg(feature = "gzip")]
#[tokio::test]
async fn a_bomb_counts_as_what_it_unpacks_to() {
    let packed = |level, write: &dyn Fn(&mut dyn std::io::Write)| {
        let mut file = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(level));
        write(&mut file);
        let file = file.finish().unwrap();
        let length = file.len();
        let head = format!("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: {length}\r\n\r\n");
        [head.into_bytes(), file].concat()
    };
    let small = packed(9, &|file| file.write_all(b"42").unwrap());
    let url = serve(move |_| small.clone()).await;
    assert_eq!(look(&url).await.unwrap(), 42);

    // 8 MiB in 8 KiB; a thousand bytes are allowed.
    let bomb = packed(9, &|file| (0..8).for_each(|_| file.write_all(&vec![b' '; 1 << 20]).unwrap()));
    assert!(bomb.len() < 9000, "{}", bomb.len());
    let url = serve(move |_| bomb.clone()).await;
    let client = builder().base_url(url).retry(Retry::never()).max_response_bytes(1000).build().unwrap();
    let mut written = Vec::new();
    for error in [
        client.send(&Look::new()).await.unwrap_err(),
        client.send_raw(&Look::new()).await.unwrap_err(),
        client.send_to_writer(&Look::new(), &mut written).await.unwrap_err(),
    ] {
        assert_eq!(
            (error.kind(), error.status(), error.is_retryable()),
            (ErrorKind::Unreadable, Some(200), false)
        );
    }
    assert!(written.len() <= 1000);
}

#[tokio::test]
async fn a_flood_of_headers_is_refused() {
    let mut many = b"HTTP/1.1 200 OK\r\n".to_vec();
    for index in 0..2000 {
        write!(many, "x-{index}: y\r\n").unwrap();
    }
    many.extend_from_slice(b"content-length: 1\r\n\r\n1");
    assert_eq!(kind(many).await, ErrorKind::Unreadable);
    let long = format!("{HEAD}x-long: {}\r\ncontent-length: 1\r\n\r\n1", "y".repeat(1 << 20));
    assert_eq!(kind(long).await, ErrorKind::Unreadable);
    let line = format!("HTTP/1.1 200 {}\r\ncontent-length: 1\r\n\r\n1", "y".repeat(1 << 20));
    assert_eq!(kind(line).await, ErrorKind::Unreadable);
}
