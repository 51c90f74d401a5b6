//! Proxies: whatever the environment or a builder says, they get what is encrypted and leaves this machine, and nothing
//! else.

use std::env;
use std::io::ErrorKind as Io;
use std::process::Command;

use super::*;

/// A proxy that refuses everything, and what it was asked.
async fn proxy() -> (String, Arc<Mutex<Vec<String>>>) {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&asked);
    let url = serve(move |head| {
        log.lock().unwrap().push(head.to_owned());
        b"HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n".to_vec()
    })
    .await;
    (url, asked)
}

async fn server() -> String {
    serve(|_| b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n42".to_vec()).await
}

async fn look_over(http: &HttpTransport, url: &str) -> Result<i64, crate::Error> {
    let builder = builder().base_url(url).transport(http.clone()).danger_allow_plain_http();
    builder.retry(Retry::never()).build().unwrap().send(&Look::new()).await
}

#[tokio::test]
async fn a_proxy_of_a_builder_carries_only_what_is_encrypted_and_leaves_the_machine() {
    let ((proxy, asked), server) = (proxy().await, server().await);
    let address: std::net::SocketAddr = server.strip_prefix("http://").unwrap().parse().unwrap();
    let http = HttpTransport::with_builder(move || {
        let builder = Client::builder().proxy(reqwest::Proxy::all(&proxy).unwrap());
        builder.resolve("gateway", address).tls_danger_accept_invalid_certs(true)
    })
    .unwrap();
    let port = address.port();
    for host in ["127.0.0.1", "localhost", "gateway"] {
        assert_eq!(look_over(&http, &format!("http://{host}:{port}")).await.unwrap(), 42, "{host}");
    }
    let error = look_over(&http, "https://localhost:1").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotSent, "nobody listens there");
    assert!(asked.lock().unwrap().is_empty());

    let error = look_over(&http, "https://api.example.com").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotSent);
    let asked = asked.lock().unwrap();
    assert!(asked.len() == 1 && asked[0].starts_with("CONNECT api.example.com:443 HTTP/1.1"), "{asked:?}");
    assert!(!asked[0].contains(KEY));
}

#[tokio::test]
async fn a_client_from_elsewhere_that_may_use_a_proxy_gets_nothing_that_a_proxy_could_read() {
    let ((proxy, asked), server) = (proxy().await, server().await);
    let client = Client::builder;
    let rule = reqwest::Proxy::all(&proxy).unwrap();
    // The first of them takes its proxies from the environment, whatever stands there.
    for wary in [client(), client().proxy(rule.clone()), client().no_proxy().proxy(rule)] {
        let http = foreign(wary);
        for url in [server.clone(), server.replace("http:", "https:"), "http://gateway".to_owned()] {
            let error = look_over(&http, &url).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Setup, "{url}");
            assert!(error.to_string().contains("with `no_proxy`"), "{error}");
        }
    }
    assert!(asked.lock().unwrap().is_empty());
    // What is encrypted and leaves the machine goes by way of it.
    let http = foreign(client().no_proxy().proxy(reqwest::Proxy::all(&proxy).unwrap()));
    let error = look_over(&http, "https://api.example.com").await.unwrap_err();
    assert_eq!((error.kind(), asked.lock().unwrap().len()), (ErrorKind::NotSent, 1));
    let http = foreign(client().no_proxy());
    assert_eq!(look_over(&http, &server).await.unwrap(), 42);
}

/// The tests of this module, which all stay on this machine, once more.
#[test]
fn nothing_changes_when_the_environment_names_proxies() {
    let proxy = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    proxy.set_nonblocking(true).unwrap();
    let url = format!("http://{}", proxy.local_addr().unwrap());
    let names = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"];
    let mut tests = Command::new(env::current_exe().unwrap());
    tests.args(["transport::", "--skip", "nothing_changes"]).env_remove("NO_PROXY").env_remove("no_proxy");
    for name in names {
        tests.env(name, &url).env(name.to_lowercase(), &url);
    }
    let output = tests.output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && !text.contains("running 0 tests"), "{text}");
    assert_eq!(proxy.accept().unwrap_err().kind(), Io::WouldBlock, "somebody has asked the proxy");
}
