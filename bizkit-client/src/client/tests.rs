//! What makes a client, and what does not; keys that are refused are not shown.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::*;
use crate::base::future::BoxFuture;
use crate::error::ErrorKind;
use crate::schema::rules::Rules;
use crate::schema::tables::KeyInfo;
use crate::testing::{API, Act, KEY, Look, TestClock, builder, response, scripted};
use crate::transport::error::TransportError;
use crate::transport::message::{HttpRequest, HttpResponse};

#[test]
fn a_client_crosses_threads_and_costs_little_to_clone() {
    fn shared<T: Send + Sync + Clone + 'static>() {}
    shared::<Client>();
    assert!(size_of::<Client>() <= 144);
}

#[test]
fn a_key_that_breaks_the_rules_is_refused_by_the_rule_and_not_by_its_text() {
    for text in ["PRODtooshort", "", "PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE-too-long"] {
        let error = Client::for_api(&API).key(text).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Setup);
        let shown = format!("{error} {error:?}");
        assert!(shown.contains("Length") && shown.contains("32"), "{shown}");
        assert!(text.is_empty() || !shown.contains(text), "{shown}");
    }
    let client = builder().build().unwrap();
    assert!(client.with_key("short").is_err());
    assert!(client.with_key(KEY.to_lowercase()).is_ok());
}

#[test]
fn no_rendering_of_a_client_or_builder_shows_the_key() {
    let builder = builder();
    let client = builder.clone().build().unwrap();
    for text in [format!("{builder:?}"), format!("{client:?}"), format!("{client:#?}")] {
        assert!(!text.contains(KEY), "{text}");
    }
}

#[test]
fn a_base_url_is_https_or_loopback_and_carries_nothing_secret() {
    for fine in [
        "https://h",
        "https://h:8443/api/",
        "http://localhost:1",
        "http://127.0.0.1",
        "http://[::1]:80",
        "http://127.8.9.1/x",
        "http://[::ffff:127.0.0.1]",
    ] {
        assert!(builder().base_url(fine).build().is_ok(), "{fine}");
    }
    for bad in [
        "http://h",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "http://10.0.0.1",
        "ftp://h",
        "file:///etc/passwd",
        "h/api",
        "",
        "https://user:hunter2@h",
        "https://h?x=hunter2",
        "https://h#hunter2",
    ] {
        let error = builder().base_url(bad).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Setup, "{bad}");
        assert!(!format!("{error} {error:?}").contains("hunter2"), "{error:?}");
    }
}

#[tokio::test]
async fn plain_http_leaves_the_machine_only_where_the_program_says_so() {
    let gateway = || builder().base_url("http://gateway:8080/api");
    let refusal = gateway().build().unwrap_err();
    assert_eq!(refusal.kind(), ErrorKind::Setup);
    assert!(refusal.to_string().contains("`ClientBuilder::danger_allow_plain_http`"), "{refusal}");
    assert!(builder().build().unwrap().with_base_url("http://gateway").is_err());

    let script = crate::testing::Script::new([response(200, "1"), response(200, "2")]);
    let client = gateway().danger_allow_plain_http().transport(script.clone()).build().unwrap();
    assert_eq!(client.send(&Look::new()).await.unwrap(), 1);
    let other = client.with_base_url("http://10.0.0.1").unwrap();
    assert_eq!(other.send(&Look::new()).await.unwrap(), 2);
    let hosts = ["http://gateway:8080/api/v1/", "http://10.0.0.1/v1/"];
    assert!(script.requests().iter().zip(hosts).all(|(request, host)| request.url().starts_with(host)));
    for bad in ["ftp://gateway", "http://user:hunter2@gateway", "http://gateway?x=hunter2"] {
        assert!(builder().base_url(bad).danger_allow_plain_http().build().is_err(), "{bad}");
    }
}

#[test]
fn a_missing_variable_is_named() {
    let error = Client::from_env_of(&API).unwrap_err();
    assert!(error.to_string().contains("`BIZKIT_TESTING_KEY_THAT_NOBODY_SETS` is not set"), "{error}");
}

#[test]
fn what_is_wrong_with_a_variable_is_said_with_its_name() {
    let from = |variable| Client::for_api(&API).from_variables(variable).unwrap();
    let bad_url = from(|name| {
        Ok(Some(if name.contains("URL") { "http://hunter2.example.com" } else { KEY }.to_owned()))
    });
    let error = bad_url.clone().build().unwrap_err().to_string();
    assert!(
        error.starts_with("environment variable `BIZKIT_TESTING_URL_THAT_NOBODY_SETS`: the base URL"),
        "{error}"
    );
    assert!(!error.contains("hunter2"), "{error}");
    let error = bad_url.base_url("h").build().unwrap_err().to_string();
    assert!(error.starts_with("the base URL"), "it comes from elsewhere: {error}");

    let bad_key = from(|name| Ok(name.contains("KEY").then(|| "hunter2".to_owned())));
    let error = bad_key.clone().build().unwrap_err().to_string();
    assert!(
        error.starts_with("environment variable `BIZKIT_TESTING_KEY_THAT_NOBODY_SETS`: the key is no key of"),
        "{error}"
    );
    assert!(!error.contains("hunter2"), "{error}");
    assert!(bad_key.key(KEY).build().is_ok());
}

#[test]
fn who_has_no_key_is_told_where_to_get_one() {
    static RULES: Rules = Rules { min_length: 32, ..Rules::NONE };
    static DOCUMENTED: ApiInfo = ApiInfo {
        docs: Some("https://docs.example.com"),
        title: "Documented",
        base_url: "https://api.example.com",
        base_url_env: None,
        key: Some(KeyInfo { name: "apiKey", env: Some("NOBODY_SETS_IT"), rules: &RULES }),
        errors: &[],
    };
    let missing = Client::for_api(&DOCUMENTED).from_variables(|_| Ok(None)).unwrap_err();
    let bad = Client::for_api(&DOCUMENTED).key("short").build().unwrap_err();
    for error in [missing, bad] {
        assert!(error.to_string().ends_with("; where to get one: https://docs.example.com"), "{error}");
    }
}

#[tokio::test]
async fn a_client_does_not_call_another_api() {
    static OTHER: ApiInfo = ApiInfo {
        title: "Other",
        base_url: "https://other.example.com",
        base_url_env: None,
        docs: None,
        key: None,
        errors: &[],
    };
    let error = Client::for_api(&OTHER).build().unwrap().send(&Look::new()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Setup);
    assert!(error.to_string().contains("API Testing, the client to Other"), "{error}");
    assert!(Client::for_api(&OTHER).key("x").build().is_err(), "a key for an API without keys is a mistake");
}

#[tokio::test]
async fn a_variation_leaves_its_origin_as_it_was() {
    let (client, script, _) = scripted([response(503, ""), response(503, ""), response(200, "1")]);
    let once =
        client.with_retry(Retry::never()).with_max_response_bytes(10).with_key_location(KeyLocation::Bearer);
    assert_eq!(once.send(&Look::new()).await.unwrap_err().attempts(), 1);
    assert_eq!(client.send_with_meta(&Look::new()).await.unwrap().meta.attempts, 2);
    let requests = script.requests();
    assert_eq!((requests[0].max_response_bytes(), requests[1].max_response_bytes()), (10, 16 << 20));
    assert!(!requests[0].url().contains(KEY) && requests[1].url().contains(KEY));
}

/// Counts the calls that are on their way at the same time.
#[derive(Debug, Default)]
struct Gauge {
    now: AtomicUsize,
    most: Arc<AtomicUsize>,
}

impl Transport for Gauge {
    fn send<'a>(&'a self, _: &'a HttpRequest) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        Box::pin(async {
            let now = self.now.fetch_add(1, Ordering::SeqCst) + 1;
            self.most.fetch_max(now, Ordering::SeqCst);
            tokio::task::yield_now().await;
            self.now.fetch_sub(1, Ordering::SeqCst);
            Ok(HttpResponse::new(200, "1"))
        })
    }
}

#[tokio::test]
async fn calls_beyond_the_limit_wait_for_their_turn() {
    for (limit, expected) in [(Some(2), 2), (Some(0), 1), (None, 8)] {
        let most = Arc::new(AtomicUsize::new(0));
        let mut builder = builder().transport(Gauge { most: Arc::clone(&most), ..Gauge::default() });
        if let Some(limit) = limit {
            builder = builder.max_in_flight(limit);
        }
        let client = builder.build().unwrap();
        let calls = (0..8).map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.send(&Look::new()).await })
        });
        for call in calls.collect::<Vec<_>>() {
            assert_eq!(call.await.unwrap().unwrap(), 1);
        }
        assert_eq!(most.load(Ordering::SeqCst), expected, "limit {limit:?}");
    }
}

#[tokio::test]
async fn a_call_that_never_gets_its_turn_was_not_sent() {
    let script = crate::testing::Script::new([Act::Hang]);
    let client = builder()
        .transport(script.clone())
        .clock(TestClock::default())
        .max_in_flight(1)
        .timeout(Duration::from_secs(3))
        .build()
        .unwrap();
    let _held = client.slots().unwrap().acquire().await.unwrap();
    let error = client.send(&Look::new()).await.unwrap_err();
    assert_eq!((error.kind(), error.is_timeout(), script.count()), (ErrorKind::NotSent, true, 0));
}

#[test]
fn a_slow_endpoint_has_its_time_unless_the_application_has_set_one() {
    use crate::endpoint::Endpoint;
    use crate::schema::tables::EndpointInfo;
    use crate::testing::Look;
    static SLOW: EndpointInfo = EndpointInfo { timeout: Some(Duration::from_secs(120)), ..*Look::INFO };
    let client = builder().build().unwrap();
    let times =
        |client: &Client, info| (client.timeout(info).as_secs(), client.attempt_timeout(info).as_secs());
    assert_eq!((times(&client, Look::INFO), times(&client, &SLOW)), ((60, 30), (120, 120)));
    let quick = client.with_timeout(Duration::from_secs(5)).with_attempt_timeout(Duration::from_secs(2));
    assert_eq!(times(&quick, &SLOW), (5, 2));
}
