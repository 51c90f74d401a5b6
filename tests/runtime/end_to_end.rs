//! Calls through real sockets: the generated request, the runtime, the sandbox, and back.

use bizkit_client::customer::{Detail, DetailResponse, Profile};
use bizkit_client::sandbox::{Answer, Fault, Response, Sandbox};
use bizkit_client::{Client, Decimal, ErrorCode, ErrorKind, KeyLocation, Retry, Topic};
use std::fmt::Display;

const ID: &str = "Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg";
const REF: &str = "1cGIHvFoQDGLAbcA";
const KEY: &str = "PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE";

/// A sandbox, and a client for it that does not repeat calls.
fn start() -> (Sandbox, Client) {
    let sandbox = Sandbox::start().unwrap();
    let client = sandbox.client().unwrap().with_retry(Retry::never());
    (sandbox, client)
}

fn profile(response: DetailResponse) -> Profile {
    match response {
        DetailResponse::Profile(profile) => profile,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn every_documented_field_arrives() {
    let (_sandbox, client) = start();
    let response = Detail::new(ID, REF).customer_real_ip("1.1.1.1").send(&client).await.unwrap();
    let profile = profile(response);
    assert_eq!(shown(profile.cu_ref_no.as_ref()), REF);
    assert_eq!(profile.credit_balance, Some(Decimal::from(123)));
    assert_eq!(shown(profile.email.as_ref()), "jan@barasek.com");
    assert_eq!(shown(profile.phone.as_ref()), "+420 777123456");
    assert_eq!(shown(profile.first_name.as_ref()), "Jan");
    assert_eq!(shown(profile.last_name.as_ref()), "Barášek");
    assert_eq!(shown(profile.company_name.as_ref()), "BizKitHub");
    assert_eq!((profile.premium, profile.ban), (Some(true), Some(false)));
    assert_eq!(profile.groups.len(), 1);
    assert_eq!(shown(profile.groups[0].name.as_ref()), "Personal Trainer");
    assert_eq!(shown(profile.groups[0].slug.as_ref()), "trainer");
    assert!(profile.meta.is_empty());
    let referral = profile.referral.unwrap();
    assert_eq!(
        (shown(referral.code.as_ref()).as_str(), shown(referral.email.as_ref()).as_str()),
        (REF, "jan@barasek.com")
    );
    assert_eq!(
        (shown(referral.first_name.as_ref()).as_str(), shown(referral.last_name.as_ref()).as_str()),
        ("Jan", "Barášek")
    );
    assert_eq!(profile.running_subscription_list.len(), 1);
    let subscription = &profile.running_subscription_list[0];
    assert_eq!(shown(subscription.external_id.as_ref()), "d9DfQL3ZF01t7Ykk");
    assert_eq!(shown(subscription.product_slug.as_ref()), "predplatne-rocni");
    assert_eq!(shown(subscription.product_code.as_ref()), "predplatne-rocni");
    assert_eq!(shown(subscription.order_number.as_ref()), "25000001");
    assert_eq!(shown(subscription.order_hash.as_ref()), "CuS08iXV3cOwweQsQB3TwYXtDr67K4kW");
    assert_eq!(subscription.auto_renew, Some(true));
}

/// A value as it prints, whatever its type.
fn shown(value: Option<&impl Display>) -> String {
    value.map_or_else(|| "nothing".to_owned(), ToString::to_string)
}

#[tokio::test]
async fn the_request_goes_out_as_documented() {
    let (sandbox, client) = start();
    Detail::new(ID, REF).customer_real_ip("2001:4860:4860::8888").send(&client).await.unwrap();
    let requests = sandbox.requests();
    let request = &requests[0];
    assert_eq!((request.method.as_str(), request.path()), ("GET", "/api/v1/customer/detail"));
    let mut query = request.queries();
    query.sort();
    let query: Vec<_> = query.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let expected =
        [("apiKey", KEY), ("cuRefNo", REF), ("customerRealIp", "2001:4860:4860::8888"), ("identityId", ID)];
    assert_eq!(query, expected);
    assert_eq!(request.header("accept"), Some("application/json"));
    assert_eq!(request.header("authorization"), None);
    assert!(request.body.is_empty());
}

#[tokio::test]
async fn the_key_can_travel_as_a_bearer_token_instead() {
    let (sandbox, client) = start();
    Detail::new(ID, REF).send(&client.with_key_location(KeyLocation::Bearer)).await.unwrap();
    let request = &sandbox.requests()[0];
    assert_eq!(request.header("authorization"), Some(format!("Bearer {KEY}").as_str()));
    assert_eq!(request.query("apiKey"), None);
}

#[tokio::test]
async fn what_means_this_machine_is_sent_as_its_address() {
    let (sandbox, client) = start();
    for text in ["::1", "0.0.0.0", "localhost", ""] {
        Detail::new(ID, REF).customer_real_ip(text).send(&client).await.unwrap();
    }
    Detail::new(ID, REF).send(&client).await.unwrap();
    let sent: Vec<_> = sandbox.requests().iter().map(|request| request.query("customerRealIp")).collect();
    assert_eq!(sent[..4], vec![Some("127.0.0.1".to_owned()); 4]);
    assert_eq!(sent[4], None, "an argument that is not given is not sent");
}

#[tokio::test]
async fn a_session_that_has_ended_is_a_branch_and_no_error() {
    let (sandbox, client) = start();
    sandbox.on("customer/detail").respond_with_example("LoggedOut").unwrap();
    assert_eq!(Detail::new(ID, REF).send(&client).await.unwrap(), DetailResponse::LoggedOut);
}

#[tokio::test]
async fn every_broken_rule_is_reported_at_once_and_nothing_is_sent() {
    let (sandbox, client) = start();
    let error = Detail::new("too short", "1cGIHvFoQDGLAbc")
        .customer_real_ip("nowhere")
        .send(&client)
        .await
        .unwrap_err();
    assert!(error.is_invalid_request());
    assert_eq!(error.kind(), ErrorKind::Invalid);
    let rules: Vec<_> =
        error.violations().iter().map(|violation| (violation.path.as_str(), violation.rule)).collect();
    assert!(rules.contains(&("identity_id", "minLength")), "{rules:?}");
    assert!(rules.contains(&("cu_ref_no", "minLength")), "{rules:?}");
    assert!(rules.contains(&("customer_real_ip", "format")), "{rules:?}");
    assert_eq!((sandbox.requests().len(), sandbox.connections()), (0, 0));
}

#[tokio::test]
async fn every_documented_code_arrives_with_what_the_catalogue_knows() {
    let (sandbox, client) = start();
    let known = bizkit_client::API.errors;
    assert!(known.len() >= 32);
    for info in known {
        sandbox.on("customer/detail").fail(Fault::code(info.code)).unwrap();
        let error = Detail::new(ID, REF).send(&client).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Refused, "{error}");
        assert_eq!(error.code(), Some(info.code));
        assert_eq!((error.help(), error.topic()), (info.help, Some(info.topic)), "{error}");
        assert_eq!(error.message(), info.summary);
        if info.status.is_some() {
            assert_eq!(error.status(), info.status, "{error}");
        }
        if info.docs.is_some() {
            assert_eq!(error.link(), info.docs);
        }
        assert_eq!(ErrorCode::of(&error).unwrap().info().unwrap().code, info.code);
        assert!(error.to_string().contains(info.code), "{error}");
    }
}

#[tokio::test]
async fn a_404_about_the_key_is_not_taken_for_a_missing_thing() {
    let (sandbox, client) = start();
    sandbox.on("customer/detail").fail(Fault::code("PUBLIC_API_KEY_HAS_BEEN_DELETED")).unwrap();
    let error = Detail::new(ID, REF).send(&client).await.unwrap_err();
    assert_eq!(error.status(), Some(404));
    assert!(error.is_api_key_rejected() && !error.is_not_found());
}

#[tokio::test]
async fn the_rate_limit_the_id_and_the_attempts_come_with_the_response() {
    let (sandbox, client) = start();
    let response = Detail::new(ID, REF).send_with_meta(&client).await.unwrap();
    assert_eq!((response.meta.status, response.meta.attempts), (200, 1));
    assert_eq!(response.meta.request_id(), Some("sandbox-1"));
    let limit = response.meta.rate_limit().unwrap();
    assert_eq!((limit.limit, limit.remaining), (Some(1000), Some(999)));
    assert!(limit.reset.is_some());
    sandbox.on("customer/detail").fail(Fault::code("INTERNAL_ORDER_INSERT_FAILED")).unwrap();
    let error = Detail::new(ID, REF).send(&client).await.unwrap_err();
    assert_eq!((error.request_id(), error.attempts()), (Some("sandbox-2"), 1));
}

#[tokio::test]
async fn every_documented_envelope_is_understood() {
    let (sandbox, client) = start();
    for (status, body, code, topic) in [
        (
            404,
            r#"{"error":{"code":"PUBLIC_API_KEY_IS_EMPTY","message":"m","description":"a\nb"}}"#,
            Some("PUBLIC_API_KEY_IS_EMPTY"),
            Some(Topic::Key),
        ),
        (
            429,
            r#"{"error":{"code":"RATE_LIMIT_EXCEEDED","message":"Too many requests","retry_after":3600}}"#,
            Some("RATE_LIMIT_EXCEEDED"),
            Some(Topic::Rate),
        ),
        (
            404,
            r#"{"error":{"code":"post_not_found","message":"m","details":{}}}"#,
            Some("post_not_found"),
            Some(Topic::Missing),
        ),
        (401, r#"{"error":"SESSION_EXPIRED"}"#, Some("SESSION_EXPIRED"), Some(Topic::Session)),
        (500, "<h1>500</h1>", None, Some(Topic::Server)),
    ] {
        sandbox.on("customer/detail").respond(Response::json(status, body)).unwrap();
        let error = Detail::new(ID, REF).send(&client).await.unwrap_err();
        assert_eq!((error.status(), error.code(), error.topic()), (Some(status), code, topic), "{body}");
    }
}

#[tokio::test]
async fn fields_and_numbers_of_a_newer_server_are_no_error() {
    let (sandbox, client) = start();
    let body =
        r#"{"new":[{}],"loggedIn":true,"creditBalance":1250.50,"email":null,"groups":null,"meta":{"a":[1]}}"#;
    sandbox.on("customer/detail").respond(Response::json(200, body)).unwrap();
    let profile = profile(Detail::new(ID, REF).send(&client).await.unwrap());
    assert_eq!(profile.credit_balance.unwrap().as_str(), "1250.50");
    assert_eq!((profile.email, profile.groups.len(), profile.meta.len()), (None, 0, 1));
}

#[tokio::test]
async fn an_answer_of_another_shape_is_unreadable_and_says_where() {
    let (sandbox, client) = start();
    for (body, place) in [
        (r#"{"loggedIn":true,"groups":[{"name":"a"},{"name":7}]}"#, "groups[1].name"),
        (r#"{"loggedIn":true,"creditBalance":"much"}"#, "creditBalance"),
        (r#"{"loggedIn":"perhaps"}"#, "loggedIn"),
        (r#"{"loggedIn":true"#, ""),
        ("[]", ""),
    ] {
        sandbox.on("customer/detail").respond(Response::json(200, body)).unwrap();
        let error = Detail::new(ID, REF).send(&client).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unreadable, "{body}: {error}");
        let shown = format!("{error} {error:?}");
        assert!(shown.contains(place), "{body}: {shown}");
    }
}

#[tokio::test]
async fn one_connection_serves_many_calls() {
    let (sandbox, client) = start();
    for _ in 0..5 {
        Detail::new(ID, REF).send(&client).await.unwrap();
    }
    assert_eq!((sandbox.requests().len(), sandbox.connections()), (5, 1));
}

#[tokio::test]
async fn answers_in_turn_show_what_a_retry_is_good_for() {
    let sandbox = Sandbox::start().unwrap();
    let client = sandbox.client().unwrap();
    let turns = [Answer::from(Fault::RateLimited { retry_after: Some(0) }), Answer::example("LoggedOut")];
    sandbox.on("customer/detail").in_turn(turns).unwrap();
    let response = Detail::new(ID, REF).send_with_meta(&client).await.unwrap();
    assert_eq!((response.value, response.meta.attempts), (DetailResponse::LoggedOut, 2));
}

#[test]
fn blocking_callers_use_the_same_sandbox() {
    let sandbox = Sandbox::start().unwrap();
    let client = bizkit_client::blocking::Client::new(sandbox.client().unwrap()).unwrap();
    assert!(matches!(client.send(&Detail::new(ID, REF)).unwrap(), DetailResponse::Profile(_)));
}
