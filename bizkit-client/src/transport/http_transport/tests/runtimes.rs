//! Calls in several runtimes, in poor ones, and in none.

use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, Waker};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::runtime::{Builder, Runtime};

use super::*;
use crate::testing::{Script, TestClock, response};

fn alone() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

/// A server that keeps its connections open, on threads of its own; and the number of connections.
fn patient(server: &Runtime) -> (String, Arc<AtomicUsize>) {
    let connections = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&connections);
    let listener = server.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    server.spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            count.fetch_add(1, Ordering::SeqCst);
            tokio::spawn(async move {
                let mut question = [0; 4096];
                while socket.read(&mut question).await.is_ok_and(|count| count > 0) {
                    let _ = socket.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n1").await;
                }
            });
        }
    });
    (url, connections)
}

#[test]
fn each_runtime_has_connections_of_its_own() {
    let server = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let (url, connections) = patient(&server);
    let client = builder().base_url(url).retry(Retry::never()).build().unwrap();
    let call = |runtime: &Runtime| runtime.block_on(client.send(&Buy::new())).unwrap();
    let (first, second) = (alone(), alone());
    call(&first);
    call(&first);
    assert_eq!(connections.load(Ordering::SeqCst), 1, "a connection is used again");
    // Nobody drives the first runtime now, so a connection of it would never answer.
    call(&second);
    assert_eq!(connections.load(Ordering::SeqCst), 2);
    // What a runtime leaves behind when it ends is in nobody's way.
    for _ in 0..20 {
        call(&alone());
    }
    call(&first);
    assert_eq!(connections.load(Ordering::SeqCst), 22);
}

/// The result of a future that has nothing to wait for.
fn at_once<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("it waits"),
    }
}

/// Every way to make a call ends in an error that tells what to do.
async fn refused(client: &crate::Client, expected: &str) {
    let look = Look::new();
    for error in [
        client.send(&look).await.unwrap_err(),
        client.send_with_meta(&look).await.unwrap_err(),
        client.send_raw(&look).await.unwrap_err(),
        client.send_stream(&look).await.unwrap_err(),
        client.send_to_writer(&look, &mut Vec::new()).await.unwrap_err(),
    ] {
        assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Setup, false));
        assert!(error.to_string().contains(expected), "{error}");
    }
}

#[test]
fn without_a_runtime_or_in_a_poor_one_a_call_says_what_to_do() {
    let client = builder().base_url("http://127.0.0.1:1").build().unwrap();
    at_once(refused(&client, "no Tokio runtime is around the call"));
    let no_timers = Builder::new_current_thread().enable_io().build().unwrap();
    no_timers.block_on(refused(&client, "has no timers; call `enable_all` on its builder"));
    let no_sockets = Builder::new_current_thread().enable_time().build().unwrap();
    no_sockets.block_on(refused(&client, "has no sockets; call `enable_all` on its builder"));
    // The lack of one runtime is not taken for that of another one.
    alone().block_on(async {
        assert_eq!(client.send(&Look::new()).await.unwrap_err().kind(), ErrorKind::NotSent);
    });
}

#[test]
fn a_transport_and_a_clock_without_sockets_and_timers_need_no_runtime() {
    let script = || Script::new((0..2).map(|_| response(200, "1")));
    let timeless = builder().transport(script()).clock(TestClock::default()).build().unwrap();
    assert_eq!(at_once(timeless.send(&Look::new())).unwrap(), 1);
    let timers = Builder::new_current_thread().enable_time().build().unwrap();
    let client = builder().transport(script()).build().unwrap();
    assert_eq!(timers.block_on(client.send(&Look::new())).unwrap(), 1);
}

#[test]
fn a_body_that_is_read_outside_of_its_runtime_says_so() {
    let client = builder().transport(Script::new([response(200, "1")])).build().unwrap();
    let mut body = alone().block_on(client.send_stream(&Look::new())).unwrap();
    let error = at_once(body.next()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Setup);
    assert!(error.to_string().contains("no Tokio runtime"), "{error}");
}
