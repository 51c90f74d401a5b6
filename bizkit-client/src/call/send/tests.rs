//! Whole calls over a server without a socket and a clock that is told the time.

mod redirects;

use std::time::Duration;

use crate::error::ErrorKind;
use crate::policy::retry::Retry;
use crate::testing::{Act, Buy, KEY, Look, SESSION, SoldOut, response, response_with, scripted};
use crate::transport::error::TransportError;

fn refused() -> Act {
    Act::Fail(TransportError::not_connected("connection refused"))
}

fn reset() -> Act {
    Act::Fail(TransportError::interrupted("connection reset"))
}

#[tokio::test]
async fn a_call_gives_the_value_and_how_it_went() {
    let headers = [("x-request-id", "r1"), ("x-ratelimit-limit", "100"), ("x-ratelimit-remaining", "99")];
    let (client, script, _) = scripted([response_with(200, &headers, "42")]);
    let response = client.send_with_meta(&Look::new()).await.unwrap();
    assert_eq!(response.value, 42);
    assert_eq!((response.meta.status, response.meta.attempts), (200, 1));
    assert_eq!(response.meta.request_id(), Some("r1"));
    assert_eq!(response.meta.rate_limit().unwrap().remaining, Some(99));
    assert_eq!(script.count(), 1);
}

#[tokio::test]
async fn a_request_that_breaks_its_rules_is_not_sent() {
    let (client, script, _) = scripted([]);
    let error = client.send(&Look { session: "short".to_owned(), words: None }).await.unwrap_err();
    assert!(error.is_invalid_request() && !error.is_retryable());
    assert_eq!(error.violations().len(), 1);
    assert_eq!(error.violations()[0].path, "session");
    assert_eq!(error.attempts(), 0);
    assert!(!error.to_string().contains("short"), "{error}");
    assert_eq!(script.count(), 0);
}

#[tokio::test]
async fn a_call_without_connection_is_repeated_for_every_endpoint() {
    let (client, script, _) = scripted([refused(), refused(), response(200, "1")]);
    assert_eq!(client.send_with_meta(&Buy::new()).await.unwrap().meta.attempts, 3);
    assert_eq!(script.count(), 3);
    let bodies: Vec<_> = script.requests().iter().map(|request| request.body().clone()).collect();
    assert!(bodies.iter().all(|body| *body == bodies[0]), "each attempt sends the same");
}

#[tokio::test]
async fn a_broken_call_is_repeated_only_where_that_is_harmless() {
    for act in [reset, || response(503, ""), || response(500, "{}"), || Act::Hang] {
        let (client, script, _) = scripted([act(), response(200, "7")]);
        assert_eq!(client.send(&Look::new()).await.unwrap(), 7);
        assert_eq!(script.count(), 2);

        let (client, script, _) = scripted([act()]);
        let error = client.send(&Buy::new()).await.unwrap_err();
        assert_eq!((script.count(), error.attempts()), (1, 1));
        assert!(!error.is_retryable(), "{error}");
    }
}

#[tokio::test]
async fn the_last_error_tells_the_attempts_and_what_may_have_happened() {
    let (client, _, _) = scripted([refused(), refused(), refused()]);
    let error = client.send(&Look::new()).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::NotSent, 3));
    assert!(error.is_connect() && error.is_retryable() && !error.is_timeout());
    assert_eq!(
        error.to_string(),
        "no connection to the server (GET /v1/thing/look, host api.example.com, 3 attempts)"
    );
    assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "connection refused");
}

#[tokio::test]
async fn the_server_decides_how_long_to_wait() {
    let busy = response_with(429, &[("retry-after", "7")], r#"{"error":{"code":"X","retry_after":3600}}"#);
    let (client, _, _) = scripted([busy, response(200, "1")]);
    let response_of = client.send_with_meta(&Buy::new()).await.unwrap();
    assert_eq!(response_of.meta.attempts, 2);
    assert_eq!(response_of.meta.elapsed, Duration::from_millis(7100), "7 s, and half of 0.2 s of jitter");

    let in_body = response(429, r#"{"error":{"code":"RATE_LIMIT_EXCEEDED","retry_after":9}}"#);
    let (client, _, _) = scripted([in_body, response(200, "1")]);
    assert_eq!(client.send_with_meta(&Look::new()).await.unwrap().meta.elapsed, Duration::from_millis(9100));
}

#[tokio::test]
async fn a_wait_that_cannot_be_read_is_the_longest_pause_for_every_endpoint() {
    for wait in ["1.5", "5s", "soon", "-1", ""] {
        let (client, script, _) =
            scripted([response_with(429, &[("retry-after", wait)], ""), response(200, "1")]);
        let made = client.send_with_meta(&Buy::new()).await.unwrap().meta;
        // 10 s, and half of 0.2 s of jitter.
        assert_eq!((made.elapsed, script.count()), (Duration::from_millis(10_100), 2), "{wait:?}");
    }
    let patient = Retry::default().max_delay(Duration::from_secs(20));
    let (client, _, _) = scripted([response(503, r#"{"retry_after":"later"}"#), response(200, "1")]);
    let made = client.with_retry(patient).send_with_meta(&Look::new()).await.unwrap().meta;
    assert_eq!(made.elapsed, Duration::from_millis(20_100));
    // More than any number holds is longer than any call.
    for wait in ["18446744073709551616", "99999999999999999999999999"] {
        let (client, script, _) = scripted([response_with(429, &[("retry-after", wait)], "")]);
        let error = client.send(&Buy::new()).await.unwrap_err();
        assert_eq!((error.retry_after(), script.count()), (Some(Duration::from_secs(u64::MAX)), 1));
    }
}

#[tokio::test]
async fn a_date_is_read_by_the_clock_of_the_server() {
    // The machine's clock is an hour ahead of the server's, or an hour behind.
    for (date, until) in [
        ("Fri, 15 Jan 2027 07:00:00 GMT", "Fri, 15 Jan 2027 07:00:05 GMT"),
        ("Fri, 15 Jan 2027 09:00:00 GMT", "Fri, 15 Jan 2027 09:00:05 GMT"),
    ] {
        let busy = response_with(429, &[("date", date), ("retry-after", until)], "");
        let (client, _, _) = scripted([busy, response(200, "1")]);
        let elapsed = client.send_with_meta(&Look::new()).await.unwrap().meta.elapsed;
        assert_eq!(elapsed, Duration::from_millis(5100), "5 s, and half of 0.2 s of jitter");
    }
}

#[tokio::test]
async fn a_wait_beyond_the_time_limit_ends_the_call_at_once() {
    let (client, script, _) = scripted([response_with(429, &[("retry-after", "3600")], "")]);
    let error = client.send(&Look::new()).await.unwrap_err();
    assert!(error.is_rate_limited() && error.is_retryable());
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3600)));
    assert_eq!((script.count(), error.elapsed()), (1, Duration::ZERO));
}

#[tokio::test]
async fn an_attempt_and_a_call_end_when_their_time_is_over() {
    let (client, script, _) = scripted([Act::Hang, Act::Hang, Act::Hang]);
    let error = client.send(&Look::new()).await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.kind(), ErrorKind::PerhapsSent);
    // 30 s for the first attempt, a pause of 0.1 s, what is left of 60 s for the second.
    assert_eq!((script.count(), error.elapsed()), (2, Duration::from_secs(60)));

    let (client, _, _) = scripted([Act::Hang]);
    let quick = client.with_timeout(Duration::from_secs(2)).with_retry(Retry::never());
    assert_eq!(quick.send(&Look::new()).await.unwrap_err().elapsed(), Duration::from_secs(2));
}

#[tokio::test]
async fn an_error_names_the_limit_that_ended_the_call_and_the_host() {
    let (client, _, _) = scripted([Act::Hang, Act::Hang, Act::Hang]);
    let client = client.with_retry(Retry::never());
    let error = client.send(&Look::new()).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "no complete response in time, `attempt_timeout` is 30s (GET /v1/thing/look, host api.example.com)"
    );
    let error = client.with_timeout(Duration::from_secs(30)).send(&Look::new()).await.unwrap_err();
    assert!(error.to_string().contains("`attempt_timeout` is 30s ("), "of two that are equal: {error}");
    let error = client.with_timeout(Duration::from_millis(1500)).send(&Buy::new()).await.unwrap_err();
    assert!(error.to_string().contains("in time, `timeout` is 1.5s ("), "{error}");
    assert_eq!(error.host(), Some("shops.example.com"));

    let (client, _, _) = scripted([Act::Fail(TransportError::too_large()), response(404, "")]);
    let client = client.with_base_url("https://other.example.com:8443/api").unwrap();
    let error = client.send(&Look::new()).await.unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("the response is larger than the limit, `max_response_bytes` is 16777216 bytes (")
    );
    let error = client.send(&Look::new()).await.unwrap_err();
    assert_eq!(error.host(), Some("other.example.com:8443"));
    assert!(!error.to_string().contains("host") && format!("{error:?}").contains("other.example.com:8443"));
}

#[tokio::test]
async fn an_outage_exhausts_the_budget_that_clones_share() {
    let (client, script, _) = scripted((0..70).map(|_| response(503, "")));
    for call in 0..50 {
        let error =
            client.clone().with_timeout(Duration::from_secs(60)).send(&Look::new()).await.unwrap_err();
        assert_eq!(error.attempts(), if call < 10 { 3 } else { 1 }, "call {call}");
    }
    assert_eq!(script.count(), 50 + 20);
}

#[tokio::test]
async fn an_error_of_the_server_is_read_from_its_envelope() {
    let body = r#"{"error":{"code":"KEY_UNKNOWN","message":"No such key","description":"Look it up."}}"#;
    let (client, _, _) = scripted([response_with(404, &[("x-request-id", "r9")], body)]);
    let error = client.send(&Look::new()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Refused);
    assert_eq!(
        (error.code(), error.status(), error.message()),
        (Some("KEY_UNKNOWN"), Some(404), "No such key")
    );
    assert!(error.is_api_key_rejected() && !error.is_not_found());
    assert_eq!(error.help(), Some("Check the key."));
    assert_eq!(error.link(), Some("https://docs.example.com/KEY_UNKNOWN"));
    assert_eq!(error.to_string(), "KEY_UNKNOWN: No such key (GET /v1/thing/look, status 404, request r9)");
    assert_eq!(error.body(), body.as_bytes());
}

#[tokio::test]
async fn without_an_envelope_the_status_speaks() {
    for (status, body, message) in [
        (404, "", "Not Found"),
        (403, "<html>", "Forbidden"),
        (418, "{}", "I'm a teapot"),
        (499, "[]", "the server reports a failure"),
        (404, r#"{"detail":"Look elsewhere."}"#, "Not Found"),
    ] {
        let (client, _, _) = scripted([response(status, body)]);
        let error = client.send(&Look::new()).await.unwrap_err();
        assert_eq!((error.kind(), error.message()), (ErrorKind::Refused, message), "{status}");
        assert_eq!(error.is_permission_denied(), status == 403);
    }
}

#[tokio::test]
async fn the_words_of_the_body_show_where_the_catalogue_has_none() {
    let plain = [("content-type", "text/plain")];
    let table = [
        (response(404, r#"{"detail":"No such\nroom."}"#), "Not Found: No such room. ("),
        (
            response(400, r#"{"title":"Bad dates","detail":"From is after to."}"#),
            "Bad dates: From is after to. (",
        ),
        (response(400, r#"{"message":"m","detail":"d"}"#), "m ("),
        (
            response(400, r#"{"error":{"code":"KEY_UNKNOWN","description":"d"}}"#),
            "KEY_UNKNOWN: The key is unknown (",
        ),
        (response(400, r#"{"error":{"code":"OTHER","description":"d"}}"#), "OTHER: Bad Request: d ("),
        (response_with(418, &plain, "no coffee\nhere"), "no coffee here ("),
    ];
    for (act, expected) in table {
        let (client, _, _) = scripted([act]);
        let error = client.send(&Look::new()).await.unwrap_err();
        assert!(error.to_string().starts_with(expected), "{error}");
    }
}

#[tokio::test]
async fn a_code_without_words_is_explained_by_the_catalogue() {
    let (client, _, _) = scripted([response(200, r#"{"error":"SESSION_OVER"}"#)]);
    let error = client.send(&Look::new()).await.unwrap_err();
    assert!(error.is_session_rejected(), "an error in a response of status 200 is one, too");
    assert_eq!(error.message(), "The session is over");
    assert_eq!(error.link(), Some("https://docs.example.com/look"), "the endpoint's page stands in");
}

#[tokio::test]
async fn a_documented_failure_keeps_its_type() {
    let (client, _, _) = scripted([response(409, "3")]);
    let error = client.send(&Buy::new()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Failed);
    assert_eq!(error.failure(), Some(&SoldOut(3)));
    assert_eq!(error.failure::<String>(), None);
    let error = error.into_failure::<String>().unwrap_err();
    assert_eq!(error.into_failure::<SoldOut>().unwrap(), SoldOut(3));
}

#[tokio::test]
async fn the_common_error_wins_over_a_documented_failure() {
    for status in [409, 410] {
        let (client, _, _) = scripted([response(status, r#"{"error":{"code":"KEY_UNKNOWN"}}"#)]);
        let error = client.send(&Buy::new()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Refused, "{status}");
        assert!(error.is_api_key_rejected());
    }
    for body in ["gone", r#"{"code":"OWN"}"#] {
        let (client, _, _) = scripted([response(410, body)]);
        assert_eq!(client.send(&Buy::new()).await.unwrap_err().failure(), Some(&SoldOut(0)), "{body}");
    }
    let (client, _, _) = scripted([response(409, "no number")]);
    assert_eq!(client.send(&Buy::new()).await.unwrap_err().kind(), ErrorKind::Refused);
}

#[tokio::test]
async fn a_response_of_another_form_is_unreadable_and_not_repeated() {
    for body in ["", "{", "[]", r#""secret text""#, "1 2"] {
        let (client, script, _) = scripted([response(200, body)]);
        let error = client.send(&Look::new()).await.unwrap_err();
        assert_eq!((error.kind(), script.count()), (ErrorKind::Unreadable, 1), "{body}");
        assert_eq!((error.status(), error.attempts()), (Some(200), 1));
        assert!(error.to_string().starts_with("unreadable response: "), "{error}");
        assert!(!error.is_retryable());
    }
}

#[tokio::test]
async fn a_raw_response_is_what_the_server_sent_whatever_it_is() {
    let (client, _, _) = scripted([response(404, "<html>"), response(302, "")]);
    let raw = client.send_raw(&Buy::new()).await.unwrap();
    assert_eq!((raw.meta.status, &*raw.text()), (404, "<html>"));
    assert_eq!(client.send_raw(&Look::new()).await.unwrap().meta.status, 302);
}

#[tokio::test]
async fn what_the_server_repeats_of_our_secrets_is_masked() {
    let body = "{\"error\":{\"code\":\"X\",\"message\":\"bad key PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE\",\
                \"description\":\"session Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg\"}}";
    let (client, _, _) = scripted([response(400, body)]);
    let error = client.send(&Look::new()).await.unwrap_err();
    assert_eq!(error.message(), "bad key ***");
    assert_eq!(error.description(), Some("session ***"));
    let body = String::from_utf8_lossy(error.body());
    for text in [format!("{error}"), format!("{error:?}"), format!("{error:#?}"), body.into_owned()] {
        assert!(!text.contains(KEY) && !text.contains(SESSION), "{text}");
        assert!(!text.is_empty());
    }
}

#[tokio::test]
async fn a_response_that_breaks_off_counts_as_the_status_that_had_come() {
    let broken = |status, headers: &[(&'static str, &'static str)]| match response_with(status, headers, "") {
        Act::Response(response) => {
            Act::Fail(TransportError::interrupted("x").with_head(status, response.headers))
        }
        other => other,
    };
    let (client, script, _) = scripted([broken(429, &[("retry-after", "5")]), response(200, "1")]);
    let meta = client.send_with_meta(&Buy::new()).await.unwrap().meta;
    assert_eq!((script.count(), meta.elapsed), (2, Duration::from_millis(5100)), "429 was decided before");

    let (client, script, _) = scripted([broken(404, &[("x-request-id", "r2")])]);
    let error = client.send(&Look::new()).await.unwrap_err();
    assert_eq!((script.count(), error.kind(), error.status()), (1, ErrorKind::PerhapsSent, Some(404)));
    assert_eq!((error.request_id(), error.is_retryable()), (Some("r2"), false));

    let (client, script, _) = scripted([broken(200, &[])]);
    assert_eq!(client.send(&Buy::new()).await.unwrap_err().status(), Some(200));
    assert_eq!(script.count(), 1, "it was done, so it is not done again");
}

#[tokio::test]
async fn a_transport_that_shows_the_url_in_its_error_gets_it_masked() {
    let cause = format!("GET https://api.example.com/?apiKey={KEY}: reset");
    let (client, _, _) = scripted([Act::Fail(TransportError::interrupted(cause))]);
    let error = client.with_retry(Retry::never()).send(&Look::new()).await.unwrap_err();
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert_eq!(source, "GET https://api.example.com/?apiKey=***: reset");
    assert!(!format!("{error:?}").contains(KEY));
}

#[tokio::test]
async fn a_response_that_cannot_be_read_says_where_and_what_was_expected() {
    let (client, _, _) = scripted([response(200, r#""a word""#), response(200, SECRET_WORD)]);
    let error = client.send(&Look::new()).await.unwrap_err();
    let fault = error.fault().unwrap();
    assert_eq!((fault.expected(), fault.found(), fault.offset()), ("an integer of 64 bits", "a string", 0));
    assert!(error.to_string().contains("a word"), "{error}");
    let error = client.send(&Look::new()).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "unreadable response: expected an integer of 64 bits, found a string at byte 0 (GET /v1/thing/look, status 200)",
        "a value that is cut may hold a part of a secret, so it is left out"
    );
}

const SECRET_WORD: &str = r#""a long text before the session, longer: Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg""#;

#[tokio::test]
async fn what_a_content_type_repeats_of_our_secrets_is_masked() {
    let label =
        [("content-type", "text/z9cpks2o3uv163vqn5ouv0t8bqi8fvdg; key=PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE")];
    let (client, _, _) = scripted([response_with(200, &label, "?")]);
    let look = Look { session: SESSION.to_lowercase(), words: None };
    let error = client.send(&look).await.unwrap_err();
    assert!(error.to_string().starts_with("unreadable response: expected JSON, found `text/***`"), "{error}");
    assert!(!format!("{error:?} {}", error.fault().unwrap()).contains("z9cpks"), "{error:?}");
}
