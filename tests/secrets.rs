//! The key and the session are in no rendering of anything, however a call fails.

use bizkit_client::customer::Detail;
use bizkit_client::sandbox::{Fault, Gate, Response, Sandbox, Stage};
use bizkit_client::{Client, Error, KeyPlace, Retry};
use std::error::Error as _;
use std::time::Duration;

pub(crate) const KEY: &str = "DEV_SECRETsecretSECRETsecret1234";
pub(crate) const SESSION: &str = "SESSIONsessionSESSIONsession1234";
const REF: &str = "1cGIHvFoQDGLAbcA";

/// Fails where a text shows the key, the session, or a good part of one.
#[track_caller]
pub(crate) fn discreet(text: &str) {
    for secret in [KEY, SESSION] {
        for start in 0..=secret.len() - 8 {
            assert!(
                !text.contains(&secret[start..start + 8]),
                "`{}` shows in: {text}",
                &secret[start..start + 8]
            );
        }
    }
}

/// Everything that an error can be turned into.
#[track_caller]
pub(crate) fn check(error: &Error) {
    discreet(&format!("{error} {error:#} {error:?} {error:#?}"));
    discreet(&format!(
        "{} {:?} {:?} {:?}",
        error.message(),
        error.description(),
        error.code(),
        error.request_id()
    ));
    discreet(&format!("{:?} {:?}", error.violations(), error.link()));
    let mut source = error.source();
    while let Some(cause) = source {
        discreet(&format!("{cause} {cause:?}"));
        source = cause.source();
    }
}

fn client(sandbox: &Sandbox) -> Client {
    let builder = sandbox.client_builder().key(KEY).retry(Retry::never());
    builder.timeout(Duration::from_secs(20)).max_reply(100_000).build().unwrap()
}

fn request() -> Detail {
    Detail::new(SESSION, REF)
}

#[tokio::test]
async fn no_failure_of_the_wire_shows_a_secret() {
    let sandbox = Sandbox::start().unwrap();
    let stages = [Stage::BeforeHeaders, Stage::InsideHeaders, Stage::AfterHeaders, Stage::InsideBody];
    let mut faults = vec![
        Fault::Status(500),
        Fault::Status(302),
        Fault::code("PUBLIC_API_KEY_DOES_NOT_EXIST"),
        Fault::RateLimited { retry_after: None },
        Fault::MalformedJson,
        Fault::WrongShape,
        Fault::HugeBody(1_000_000),
        Fault::EndlessBody,
    ];
    faults.extend(stages.map(Fault::Close));
    faults.extend(stages.map(Fault::Reset));
    for place in [KeyPlace::Query, KeyPlace::Bearer] {
        let client = client(&sandbox).with_key_place(place);
        for fault in &faults {
            sandbox.on("customer/detail").fail(fault.clone()).unwrap();
            let error =
                request().send(&client).await.err().unwrap_or_else(|| panic!("{fault:?} is no failure"));
            check(&error);
        }
    }
}

#[tokio::test]
async fn a_timeout_and_a_missing_server_show_no_secret() {
    let sandbox = Sandbox::start().unwrap();
    sandbox.on("customer/detail").fail(Fault::Hold(Stage::BeforeHeaders, Gate::new())).unwrap();
    let impatient = client(&sandbox).with_timeout(Duration::from_millis(20));
    let error = request().send(&impatient).await.unwrap_err();
    assert!(error.is_timeout(), "{error}");
    check(&error);

    let client = client(&sandbox);
    drop(sandbox);
    let error = request().send(&client).await.unwrap_err();
    assert!(error.is_connect(), "{error}");
    check(&error);
}

#[tokio::test]
async fn a_server_that_repeats_the_secrets_does_not_get_them_shown() {
    let sandbox = Sandbox::start().unwrap();
    let client = client(&sandbox);
    for body in [
        format!(
            r#"{{"error":{{"code":"{KEY}","message":"the key {KEY} of {SESSION}","description":"{KEY}\n{SESSION}"}}}}"#
        ),
        format!(r#"{{"error":"{KEY}"}}"#),
        format!("<p>{KEY} {SESSION}"),
    ] {
        for status in [200, 404, 500] {
            let answer = Response::json(status, &body).with_header("x-request-id", KEY);
            sandbox.on("customer/detail").reply(answer).unwrap();
            check(&request().send(&client).await.unwrap_err());
        }
    }
    let unreadable = format!(r#"{{"loggedIn":"{SESSION}","{KEY}":1}}"#);
    sandbox.on("customer/detail").reply(Response::json(200, unreadable)).unwrap();
    check(&request().send(&client).await.unwrap_err());
}

#[tokio::test]
async fn a_redirect_takes_no_secret_to_another_host() {
    let (sandbox, elsewhere) = (Sandbox::start().unwrap(), Sandbox::start().unwrap());
    for status in [301, 302, 303, 307, 308] {
        let target = format!("{}/api/v1/customer/detail?apiKey={KEY}", elsewhere.url());
        let redirect = Response::empty(status).with_header("location", target);
        sandbox.on("customer/detail").reply(redirect).unwrap();
        check(&request().send(&client(&sandbox)).await.unwrap_err());
    }
    assert_eq!((elsewhere.requests().len(), elsewhere.connections()), (0, 0));
}

#[tokio::test]
async fn what_is_wrong_with_a_secret_is_said_without_showing_it() {
    let sandbox = Sandbox::start().unwrap();
    let long = format!("{SESSION}!");
    let error = Detail::new(long.as_str(), "short").send(&client(&sandbox)).await.unwrap_err();
    assert_eq!(error.violations().iter().filter(|violation| violation.path == "identityId").count(), 2);
    check(&error);
    let error = sandbox.client_builder().key(format!("{KEY}!")).build().unwrap_err();
    check(&error);
    let error = "DEV_SECRETsecret".parse::<bizkit_client::types::ApiKey>().unwrap_err();
    discreet(&format!("{error} {error:?}"));
}

#[tokio::test]
async fn nothing_that_is_printed_while_things_go_well_shows_a_secret() {
    let sandbox = Sandbox::start().unwrap();
    let client = client(&sandbox);
    let reply = request().send_with_meta(&client).await.unwrap();
    discreet(&format!("{client:?} {:?} {reply:?}", request()));
    discreet(&client.to_curl(&request()).unwrap());
    discreet(&client.request_line(&request()).unwrap());
    discreet(&format!("{:?} {sandbox:?}", sandbox.requests()));
    discreet(&format!("{:?}", sandbox.client_builder().key(KEY)));
    discreet(&format!("{:?}", bizkit_client::types::ApiKey::try_from(KEY).unwrap()));
    discreet(&format!("{:?}", bizkit_client::types::IdentityId::try_from(SESSION).unwrap()));
    let shown = client.to_curl_with_secrets(&request()).unwrap();
    assert!(
        shown.contains(KEY) && shown.contains(SESSION),
        "asked for by name, it is there: the check can fail"
    );
}
