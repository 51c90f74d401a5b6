//! The key: where it travels, where it does not, and that nobody sees it.

use crate::{KEY, last, start};
use http_runtime::Client;
use http_runtime::transport::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};
use other_api::branch::ThingGet;
use other_api::types::{LenderKey, LenderKeyKind};
use other_api::{API, category, label, news};
use std::sync::{Arc, Mutex};

/// Where the key is in a request: in the query, in its header, as a bearer token.
fn places(sandbox: &http_runtime::sandbox::Sandbox) -> [bool; 3] {
    let sent = last(sandbox);
    let bearer = format!("Bearer {KEY}");
    [
        sent.target.contains("lot_"),
        sent.header("x-api-key") == Some(KEY),
        sent.header("authorization") == Some(bearer.as_str()),
    ]
}

#[tokio::test]
async fn each_endpoint_gets_the_key_where_it_wants_it_and_nowhere_else() {
    let (sandbox, client) = start();
    ThingGet::new("Brno").send(&client).await.unwrap();
    assert_eq!(places(&sandbox), [false, true, false]);
    label::Render::new("<b>a</b>").send(&client).await.unwrap();
    assert_eq!(places(&sandbox), [false, false, true]);
    news::Rss::new().send(&client).await.unwrap();
    assert_eq!(places(&sandbox), [false, false, false]);
    assert!(last(&sandbox).headers.iter().all(|(_, value)| !value.contains("lot_")));
}

#[tokio::test]
async fn a_key_in_the_body_travels_where_it_is_all_that_the_body_holds() {
    let (sandbox, client) = start();
    label::Stop::new().send(&client).await.unwrap();
    assert_eq!(places(&sandbox), [false, false, false]);
    let sent = last(&sandbox);
    assert_eq!(String::from_utf8_lossy(&sent.body), format!(r#"{{"X-Api-Key":"{KEY}"}}"#));
}

#[test]
fn the_value_of_a_cookie_is_secret_by_itself() {
    let request = label::Batch::new().lines("{}").session("s3cret-session");
    let shown = format!("{request:?} {}", start().1.to_curl(&request).unwrap());
    assert!(!shown.contains("s3cret"), "{shown}");
}

#[tokio::test]
async fn without_a_key_only_the_news_can_be_read() {
    let (sandbox, _) = start();
    let client = Client::for_api(&API).base_url(sandbox.url()).build().unwrap();
    news::Rss::new().send(&client).await.unwrap();
    let error = category::Tree::new().send(&client).await.unwrap_err();
    assert!(error.to_string().contains("THINGS_API_KEY"), "{error}");
    assert_eq!(sandbox.requests().len(), 1);
}

#[tokio::test]
async fn nobody_sees_the_key() {
    let (sandbox, client) = start();
    let request = ThingGet::new("Brno");
    sandbox
        .on("branch/{branchId}/thing.get")
        .respond_with(|request| {
            let key = request.header("x-api-key").unwrap_or_default();
            let body = format!(r#"{{"error":{{"code":"branch_closed","message":"{key} sleeps"}}}}"#);
            http_runtime::sandbox::Response::json(403, body).with_header("x-seen", key)
        })
        .unwrap();
    let error = request.send(&client).await.unwrap_err();
    let curl = client.to_curl(&request).unwrap();
    for shown in
        [format!("{client:?} {request:?} {error:?} {error}"), error.message().to_owned(), curl.clone()]
    {
        assert!(!shown.contains("abcdefghij"), "{shown}");
    }
    assert!(curl.contains("x-api-key: ***"), "{curl}");
    let key: LenderKey = KEY.parse().unwrap();
    assert_eq!(key.kind(), Some(LenderKeyKind::Test));
    assert!(!format!("{key:?}").contains("abcdefghij"));
}

#[test]
fn a_text_that_is_no_key_is_refused_before_any_call() {
    let error = Client::for_api(&API).key("lot_live_SECRET").build().unwrap_err();
    let shown = format!("{error} {error:?}");
    assert!(shown.contains("Library of Things") && !shown.contains("SECRET"), "{shown}");
}

#[tokio::test]
async fn a_client_of_one_api_makes_no_call_of_another() {
    static OTHER: http_runtime::ApiInfo = http_runtime::ApiInfo { title: "Another", key: None, ..API_COPY };
    const API_COPY: http_runtime::ApiInfo = http_runtime::ApiInfo {
        title: "",
        base_url: "https://another.example",
        base_url_env: None,
        docs: None,
        key: None,
        errors: &[],
    };
    let client = Client::for_api(&OTHER).build().unwrap();
    let error = news::Rss::new().send(&client).await.unwrap_err();
    assert!(error.to_string().contains("Library of Things"), "{error}");
}

/// Keeps the URLs of the requests, and answers with an empty page.
#[derive(Debug, Clone, Default)]
struct Recorder(Arc<Mutex<Vec<String>>>);

impl Transport for Recorder {
    fn send<'a>(&'a self, request: &'a HttpRequest) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        self.0.lock().unwrap().push(request.url().to_owned());
        Box::pin(async { Ok(HttpResponse::new(200, "")) })
    }
}

#[tokio::test]
async fn calls_go_to_the_hosts_of_the_specs() {
    let recorder = Recorder::default();
    let client = Client::for_api(&API).key(KEY).transport(recorder.clone()).build().unwrap();
    // Where they go counts alone; an empty answer need not be a response of theirs.
    let _ = news::Rss::new().send(&client).await;
    let _ = label::Render::new("<b>a</b>").send(&client).await;
    let urls = recorder.0.lock().unwrap().clone();
    assert_eq!(urls, ["https://api.things.example/v2/news.rss", "https://print.things.example/label"]);
}
