//! Waiting for calls: in a plain thread, in async tasks of both runtimes, and with a socket.

use std::io::{Read, Write};

use std::thread;

use super::*;
use crate::testing::serve;
use crate::testing::{Look, builder, response, scripted};

#[test]
fn a_call_waits_for_its_answer() {
    let (client, _, _) = scripted([response(200, "5"), response(200, "6"), response(418, "")]);
    let client = Client::new(client).unwrap();
    assert_eq!(client.send(&Look::new()).unwrap(), 5);
    assert_eq!(client.send_with_meta(&Look::new()).unwrap().meta.attempts, 1);
    assert_eq!(client.send_raw(&Look::new()).unwrap().meta.status, 418);
}

#[test]
fn a_body_is_read_or_written_as_it_comes() {
    let server = tokio::runtime::Runtime::new().unwrap();
    let body = "0123456789".repeat(10_000);
    let answer = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len()).into_bytes();
    let url = server.block_on(serve(move |_| answer.clone()));
    let client = Client::new(builder().base_url(url).build().unwrap()).unwrap();
    let mut response = client.send_stream(&Look::new()).unwrap();
    let (mut start, mut rest) = ([0; 7], Vec::new());
    response.read_exact(&mut start).unwrap();
    assert_eq!((&start, response.meta().status), (b"0123456", 200));
    let written = response.write_to(&mut rest).unwrap();
    assert_eq!((written.value, rest.len()), (99_993, 99_993), "what was read is not written again");
    assert_eq!(rest, body.as_bytes()[7..]);

    let mut text = String::new();
    client.send_stream(&Look::new()).unwrap().read_to_string(&mut text).unwrap();
    assert_eq!(text, body);
    let small = client.with(|client| client.with_max_response_bytes(1000));
    let error = small.send_stream(&Look::new()).unwrap_err();
    assert_eq!(error.kind(), crate::ErrorKind::Unreadable, "the declared length is enough to tell");
    let mut full = [0; 10];
    let error = client.send_to_writer(&Look::new(), &mut &mut full[..]).unwrap_err();
    assert_eq!(error.to_string(), "the response cannot be written (GET /v1/thing/look, status 200)");
}

#[test]
fn sockets_work_from_several_threads() {
    let server = tokio::runtime::Runtime::new().unwrap();
    let url = server.block_on(serve(|_| b"HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n8".to_vec()));
    let client = Client::new(builder().base_url(url).build().unwrap()).unwrap();
    thread::scope(|scope| {
        let calls: Vec<_> = (0..4).map(|_| scope.spawn(|| client.send(&Look::new()))).collect();
        for call in calls {
            assert_eq!(call.join().unwrap().unwrap(), 8);
        }
    });
}

#[tokio::test]
async fn a_call_inside_an_async_task_neither_panics_nor_starves() {
    let (client, _, _) = scripted((0..500).map(|_| response(200, "1")));
    let client = Client::new(client).unwrap();
    assert_eq!((0..500).map(|_| client.send(&Look::new()).unwrap()).sum::<i64>(), 500);
    drop(client);
}

#[tokio::test]
async fn a_connection_that_this_thread_drives_is_not_waited_for() {
    // A server that keeps its connections open, so that the next call would find one.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for mut socket in listener.incoming().flatten() {
            thread::spawn(move || {
                let mut question = [0; 4096];
                while socket.read(&mut question).is_ok_and(|count| count > 0) {
                    socket.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n7").unwrap();
                }
            });
        }
    });
    let client = builder().base_url(url).retry(crate::Retry::never()).build().unwrap();
    assert_eq!(client.send(&Look::new()).await.unwrap(), 7);
    assert_eq!(Client::new(client).unwrap().send(&Look::new()).unwrap(), 7);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_inside_an_async_task_reaches_a_socket() {
    let url = serve(|_| b"HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n9".to_vec()).await;
    let client = Client::new(builder().base_url(url).build().unwrap()).unwrap();
    assert_eq!(client.send(&Look::new()).unwrap(), 9);
    let moved = client.clone();
    assert_eq!(tokio::task::spawn_blocking(move || moved.send(&Look::new())).await.unwrap().unwrap(), 9);
}
