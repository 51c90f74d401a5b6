//! Answers that repeat a secret in the spellings of servers: nothing that comes of such an error shows it.

use std::error::Error as _;

use bizkit_client::customer::Login;
use bizkit_client::transport::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};
use bizkit_client::{Client, Error, ErrorKind, Retry};
use http::{HeaderMap, HeaderValue};

use super::KEY;

/// Answers every call alike, in a header too.
#[derive(Debug)]
struct Canned {
    status: u16,
    body: Vec<u8>,
    header: Vec<u8>,
}

impl Transport for Canned {
    fn send<'a>(&'a self, _: &'a HttpRequest) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        let mut headers = HeaderMap::new();
        if let Ok(value) = HeaderValue::from_bytes(&self.header) {
            headers.insert("x-request-id", value);
        }
        let response = HttpResponse::new(self.status, self.body.clone()).with_headers(headers);
        Box::pin(async move { Ok(response) })
    }
}

/// The error of signing in with a password at a server that answers so.
async fn refused(password: &str, status: u16, body: impl Into<Vec<u8>>, header: &str) -> Error {
    let server = Canned { status, body: body.into(), header: header.as_bytes().to_vec() };
    let client = Client::builder().key(KEY).transport(server).retry(Retry::never()).build().unwrap();
    Login::new("jan@example.com", password).send(&client).await.unwrap_err()
}

/// All that can be seen of an error, its typed failure included.
fn surfaces(error: &Error) -> String {
    let body = String::from_utf8_lossy(error.body()).into_owned();
    let mut all = vec![
        format!("{error} {error:?} {error:#?} {:?}", Login::failure(error)),
        format!("{:?} {:?} {:?} {:?}", error.message(), error.description(), error.code(), error.path()),
        format!("{:?} {:?}", error.fault(), error.meta().map(|meta| &meta.headers)),
        body.replace('\\', ""),
        body,
    ];
    let mut source = error.source();
    while let Some(cause) = source {
        all.push(format!("{cause} {cause:?}"));
        source = cause.source();
    }
    all.join(" ")
}

/// A password, how an answer writes it, and a part of it that nobody may see.
const TABLE: [(&str, &str, &str); 22] = [
    ("correct  horse battery", "correct  horse battery", "horse"),
    ("correct  horse battery", "correct horse battery", "horse"),
    (" correct horse", "' correct horse'", "horse"),
    ("correct\u{a0}horse", "correct\u{a0}horse", "horse"),
    ("correct\thorse", "correct\\thorse", "horse"),
    ("correct-horse ", "correct-horse", "horse"),
    ("žluťoučký-kůň", r"\u017elu\u0165ou\u010dk\u00fd-k\u016f\u0148", "u0165"),
    ("žluťoučký-kůň", r"\u017Elu\u0165ou\u010Dk\u00FD-k\u016F\u0148", "u0165"),
    ("žluťoučký-kůň", "&#382;lu&#357;ou&#269;k&yacute;-k&#367;&#328;", "357"),
    ("it's-my-word", "it&#039;s-my-word", "my-word"),
    ("it's-my-word", "it&#x27;s-my-word", "my-word"),
    ("it's-my-word", "it&apos;s-my-word", "my-word"),
    ("salt&pepper<x>", r"salt\u0026pepper\u003cx\u003e", "pepper"),
    ("salt\"pepper", r"salt\u0022pepper", "pepper"),
    ("salt/pepper", r"salt\/pepper", "pepper"),
    ("salt\u{8}pepper", r"salt\bpepper", "pepper"),
    ("abc", "abc", "abc"),
    ("abc", "xabcx", "abc"),
    ("hunter2hunter2", "HUNTER2HUNTER2", "HUNTER2"),
    ("hunter2hunter2hunter2", "hunter2hunter2hunt...", "hunter2h"),
    ("hunter2hunter2", "68756e7465723268756e74657232", "68756e74"),
    ("hunter2hunter2", "aHVudGVyMmh1bnRlcjI=", "aHVudGVy"),
];

#[tokio::test]
async fn no_spelling_of_a_secret_is_left_of_an_answer() {
    for (password, written, part) in TABLE {
        let bodies = [
            (400, format!(r#"{{"error":{{"code":"X","message":"wrong: {written}"}}}}"#)),
            (400, format!(r#"{{"message":"no","fields":{{"{written}":["bad"]}}}}"#)),
            (500, format!("<p>wrong: {written}</p>")),
            (200, format!(r#"{{"success":false,"errorCode":"E004","message":"wrong: {written}"}}"#)),
            (200, format!(r#"{{"success":false,"errorCode":"{written}","message":"wrong"}}"#)),
            (200, format!(r#"{{"success":true,"identityId":{{"{written}":"{written}"}}}}"#)),
            (200, format!(r#"{{"success":"{written}"}}"#)),
        ];
        // A name that has a short secret somewhere is more likely a name.
        let hides_in_a_name = |body: &str| password.len() < 4 && body.contains(r#"{"x"#);
        for (status, body) in bodies.into_iter().filter(|(_, body)| !hides_in_a_name(body)) {
            let error = refused(password, status, body.as_str(), written).await;
            let shown = surfaces(&error);
            assert!(!shown.contains(part), "`{part}` of {body} shows in: {shown}");
        }
    }
}

#[tokio::test]
async fn a_failure_that_repeats_a_secret_is_still_a_typed_failure() {
    let body = format!(r#"{{"success":false,"errorCode":"E004","message":"hunter2hunter2 for {KEY}"}}"#);
    let error = refused("hunter2hunter2", 200, body, "7f3a").await;
    let failure = Login::failure(&error).expect("what is left can be read");
    assert_eq!(error.kind(), ErrorKind::Failed);
    assert!(format!("{failure:?}").contains("\"*** for ***\""), "{failure:?}");
    assert_eq!(error.request_id(), Some("7f3a"), "what shows no secret stays");
}

#[tokio::test]
async fn a_failure_of_which_nothing_is_certain_is_a_refusal() {
    let body = r#"{"success":false,"errorCode":"E004","message":"m","x":["aaaa","bbbb"]}"#;
    let error = refused(r#"aaaa","bbbb"#, 200, body, "").await;
    assert_eq!((error.kind(), error.body(), Login::failure(&error)), (ErrorKind::Refused, &b""[..], None));
}

#[tokio::test]
async fn a_code_of_the_catalogue_is_told_whatever_the_secret_is() {
    let body = r#"{"error":{"code":"RATE_LIMIT_EXCEEDED","message":"RATE me"}}"#;
    let error = refused("RATE", 429, body, "").await;
    assert_eq!((error.code(), error.message()), (Some("RATE_LIMIT_EXCEEDED"), "*** me"));
    assert!(error.is_rate_limited());
}

#[tokio::test]
async fn a_long_password_is_found_by_its_beginning_and_a_long_answer_by_its_own() {
    let password = "correct horse ".repeat(1 << 16);
    let body = format!(r#"{{"message":"{}"}}"#, &password[..1000]);
    assert_eq!(refused(&password, 400, body, "").await.message(), "***");

    let long = format!(r#"{{"message":"hunter2hunter2","more":"{}"}}"#, "x".repeat(1 << 20));
    let error = refused("hunter2hunter2", 400, long, "").await;
    assert!(error.body().starts_with(br#"{"message":"***","more":"xxx"#) && error.is_body_cut());
    assert_eq!(error.message(), "Bad Request", "an answer of a megabyte is no message");
}
