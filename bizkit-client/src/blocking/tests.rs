//! Waiting for calls: in a plain thread, in async tasks of both runtimes, and with a socket.

use super::*;
use crate::testing::serve;
use crate::testing::{Look, builder, reply, scripted};

#[test]
fn a_call_waits_for_its_answer() {
    let (client, _, _) = scripted([reply(200, "5"), reply(200, "6"), reply(418, "")]);
    let client = Client::new(client).unwrap();
    assert_eq!(client.send(&Look::new()).unwrap(), 5);
    assert_eq!(client.send_with_meta(&Look::new()).unwrap().meta.attempts, 1);
    assert_eq!(client.send_raw(&Look::new()).unwrap().meta.status, 418);
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
    let (client, _, _) = scripted((0..500).map(|_| reply(200, "1")));
    let client = Client::new(client).unwrap();
    assert_eq!((0..500).map(|_| client.send(&Look::new()).unwrap()).sum::<i64>(), 500);
    drop(client);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_inside_an_async_task_reaches_a_socket() {
    let url = serve(|_| b"HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\n9".to_vec()).await;
    let client = Client::new(builder().base_url(url).build().unwrap()).unwrap();
    assert_eq!(client.send(&Look::new()).unwrap(), 9);
    let moved = client.clone();
    assert_eq!(tokio::task::spawn_blocking(move || moved.send(&Look::new())).await.unwrap().unwrap(), 9);
}
