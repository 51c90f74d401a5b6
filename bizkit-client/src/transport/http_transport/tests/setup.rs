//! What a machine or a build lacks, and that an error says so.

use std::env;
use std::process::Command;

use super::*;

/// Runs a test in a process of its own with this variable: no process may change its own ones.
fn with_variable(test: &str, name: &str, value: &str, body: impl AsyncFnOnce()) {
    if env::var(name).is_ok_and(|found| found == value) {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        return runtime.enable_all().build().unwrap().block_on(body());
    }
    let test = format!("transport::http_transport::tests::setup::{test}");
    let mut child = Command::new(env::current_exe().unwrap());
    let output = child.args(["--exact", &test]).env_remove("SSL_CERT_DIR").env(name, value).output().unwrap();
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && shown.contains("1 passed"), "{shown}");
}

#[test]
fn without_root_certificates_loopback_works_and_https_says_what_to_do() {
    let test = "without_root_certificates_loopback_works_and_https_says_what_to_do";
    with_variable(test, "SSL_CERT_FILE", "/nowhere/bizkit.pem", async || {
        let url = serve(|_| b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n42".to_vec()).await;
        assert_eq!(look(&url).await.unwrap(), 42);
        // Another TLS library of this build may look for them later.
        let http = HttpTransport::with_builder(|| Client::builder().tls_backend_rustls()).unwrap();
        for url in ["https://localhost:1", "https://api.example.com"] {
            let client = builder().base_url(url).transport(http.clone()).build().unwrap();
            let error = client.send(&Look::new()).await.unwrap_err();
            assert_eq!((error.kind(), error.attempts()), (ErrorKind::Setup, 1));
            let line = error.to_string();
            let expected = "No CA certificates were loaded from the system; `SSL_CERT_FILE` is set, and no \
                            certificates are where it points";
            assert!(line.contains(expected), "{line}");
        }
    });
}

#[test]
fn a_machine_without_certificates_is_told_where_they_come_from() {
    let help = tls::roots(None);
    assert!(help.contains("`ca-certificates`") && help.contains("`SSL_CERT_FILE`"), "{help}");
}

#[test]
fn a_builder_that_cannot_be_used_says_why() {
    let error = HttpTransport::with_builder(|| Client::builder().user_agent("\n")).unwrap_err();
    let text = error.to_string();
    assert!(text.starts_with("the request cannot be sent: the HTTP client cannot be set up: "), "{text}");
}

#[test]
fn this_build_knows_tls() {
    assert!(tls::is_known());
}

#[test]
fn a_way_is_chosen_by_the_url_alone() {
    for (url, plain, way) in [
        ("https://api.example.com", false, Some(Way::Far)),
        ("https://10.0.0.1", true, Some(Way::Far)),
        ("https://localhost", false, Some(Way::Near)),
        ("https://127.0.0.2:8443", false, Some(Way::Near)),
        ("https://[::1]", false, Some(Way::Near)),
        ("http://localhost:1", false, Some(Way::Plain)),
        ("http://127.8.9.1", false, Some(Way::Plain)),
        ("http://[::1]:80", false, Some(Way::Plain)),
        ("http://[::ffff:127.0.0.1]:80", false, Some(Way::Plain)),
        ("http://gateway:8080", true, Some(Way::Plain)),
        ("http://gateway:8080", false, None),
        ("http://localhost.example.com", false, None),
        ("http://127.0.0.1.example.com", false, None),
        ("http://0.0.0.0", false, None),
        ("http://[::ffff:10.0.0.1]", false, None),
        ("ftp://localhost", true, None),
        ("file:///etc/passwd", true, None),
    ] {
        let target = Target { url: reqwest::Url::parse(url).unwrap(), plain };
        assert_eq!(target.way(), way, "{url}");
    }
}
