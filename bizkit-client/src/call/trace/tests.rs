//! What a subscriber gets to see, and what it must not.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::testing::{Act, KEY, Look, SESSION, response, response_with, scripted};
use crate::transport::error::TransportError;

type Fields = BTreeMap<&'static str, String>;

/// Keeps the fields of every span and event, in the order in which they were opened.
#[derive(Debug, Clone, Default)]
struct Recorder(Arc<Mutex<Vec<Fields>>>);

struct Reader<'a>(&'a mut Fields);

impl Visit for Reader<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name(), format!("{value:?}"));
    }
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }
}

impl Subscriber for Recorder {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "bizkit_client"
    }
    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut all = self.0.lock().unwrap();
        let mut fields = Fields::new();
        span.record(&mut Reader(&mut fields));
        all.push(fields);
        Id::from_u64(all.len() as u64)
    }
    fn record(&self, span: &Id, values: &Record<'_>) {
        let index = usize::try_from(span.into_u64()).unwrap() - 1;
        values.record(&mut Reader(&mut self.0.lock().unwrap()[index]));
    }
    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields::new();
        event.record(&mut Reader(&mut fields));
        fields.insert("level", event.metadata().level().to_string());
        self.0.lock().unwrap().push(fields);
    }
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

#[tokio::test]
async fn each_attempt_is_a_span_with_the_names_of_opentelemetry() {
    let recorder = Recorder::default();
    let _guard = tracing::subscriber::set_default(recorder.clone());
    let (client, _, _) = scripted([response_with(503, &[("retry-after", "2")], KEY), response(200, "1")]);
    client.send(&Look::new()).await.unwrap();

    let seen = recorder.0.lock().unwrap();
    let [first, pause, second] = seen.as_slice() else { panic!("{seen:#?}") };
    let expected = [
        ("otel.name", "GET /v1/thing/look"),
        ("otel.kind", "client"),
        ("http.request.method", "GET"),
        ("url.template", "/v1/thing/look"),
        ("server.address", "api.example.com"),
        ("server.port", "443"),
        ("http.response.status_code", "503"),
        ("error.type", "503"),
        ("otel.status_code", "ERROR"),
    ];
    assert_eq!(*first, expected.map(|(name, value)| (name, value.to_owned())).into());
    assert_eq!((pause["endpoint"].as_str(), pause["attempts"].as_str()), ("thing/look", "1"));
    assert_eq!((pause["pause_ms"].as_str(), pause["level"].as_str()), ("2100", "WARN"));
    assert_eq!(second["http.request.resend_count"], "1");
    assert_eq!(second["http.response.status_code"], "200");
    assert!(!second.contains_key("error.type"));
    let all = format!("{seen:?}");
    assert!(!all.contains(KEY) && !all.contains(SESSION), "{all}");
}

#[tokio::test]
async fn a_mishap_is_named_by_what_broke() {
    let table = [
        (TransportError::not_connected("x"), "connect"),
        (TransportError::interrupted("x"), "interrupted"),
        (TransportError::interrupted("x").timed_out(), "timeout"),
        (TransportError::refused("x"), "refused"),
        (TransportError::too_large(), "response_too_large"),
    ];
    for (error, name) in table {
        let recorder = Recorder::default();
        let _guard = tracing::subscriber::set_default(recorder.clone());
        let (client, _, _) = scripted([Act::Fail(error)]);
        client.with_retry(crate::Retry::never()).send(&Look::new()).await.unwrap_err();
        let seen = recorder.0.lock().unwrap();
        assert_eq!((seen[0]["error.type"].as_str(), seen[1]["level"].as_str()), (name, "WARN"));
    }
}

/// `tracing_subscriber::fmt` shows INFO and above unless it is told otherwise.
#[tokio::test]
async fn an_end_without_a_value_is_seen_by_default_and_shows_no_value() {
    let refusal =
        r#"{"error": {"code": "NOT_\u001b[2JHERE", "message": "for PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE"}}"#;
    for (act, kind, status) in [
        (response(404, refusal), "Refused", Some("404")),
        (response(200, "<html>"), "Unreadable", Some("200")),
        (Act::Fail(TransportError::not_connected("x")), "NotSent", None),
    ] {
        let recorder = Recorder::default();
        let _guard = tracing::subscriber::set_default(recorder.clone());
        let (client, _, _) = scripted([act]);
        client.with_retry(crate::Retry::never()).send(&Look::new()).await.unwrap_err();
        let seen = recorder.0.lock().unwrap();
        let [_, end] = seen.as_slice() else { panic!("{seen:#?}") };
        assert_eq!((end["level"].as_str(), end["endpoint"].as_str()), ("WARN", "thing/look"));
        assert_eq!((end["error.kind"].as_str(), end["attempts"].as_str()), (kind, "1"));
        assert_eq!(end.get("http.response.status_code").map(String::as_str), status);
        let all = format!("{end:?}");
        assert!(!all.contains(KEY) && !end.values().any(|text| text.contains('\x1b')), "{all}");
    }
}

#[tokio::test]
async fn a_call_that_cannot_be_made_is_seen_although_nothing_is_sent() {
    let recorder = Recorder::default();
    let _guard = tracing::subscriber::set_default(recorder.clone());
    let client = crate::testing::builder().build().unwrap();
    client.send(&crate::customer::Detail::new("abc", "abc")).await.unwrap_err();
    let seen = recorder.0.lock().unwrap();
    let [end] = seen.as_slice() else { panic!("{seen:#?}") };
    assert_eq!((end["error.kind"].as_str(), end["attempts"].as_str()), ("Setup", "0"));
}
