//! What goes wrong: rules that a request breaks, and codes of this API.

use crate::{last, start};
use http_runtime::Client;
use http_runtime::ErrorKind;
use http_runtime::sandbox::{Fault, Request, Response};
use other_api::branch::{ThingGet, ThingPost};
use other_api::{API, ErrorCode, category, thing};

#[tokio::test]
async fn all_broken_rules_are_told_at_once_and_nothing_is_sent() {
    let (sandbox, client) = start();
    let thing = ThingPost::new("", "drill", "car", "", "1.005")
        .pieces(0)
        .manual(other_api::types::Manual::Link("no address".to_owned()));
    let error = thing.send(&client).await.unwrap_err();
    let found: Vec<String> =
        error.violations().iter().map(|found| format!("{} {}", found.path, found.rule)).collect();
    let expected = [
        "branch_id minLength",
        "id pattern",
        "type enum",
        "name minLength",
        "deposit multipleOf",
        "pieces minimum",
        "manual format",
    ];
    assert_eq!(found, expected);
    assert_eq!(sandbox.connections(), 0);
}

#[tokio::test]
async fn a_period_has_two_ends() {
    let (_sandbox, client) = start();
    let error = ThingGet::new("Brno").from("2025-01-01").send(&client).await.unwrap_err();
    let [found] = error.violations() else { panic!("{error}") };
    assert_eq!(found.rule, "allOrNoneOf");
}

#[tokio::test]
async fn the_codes_of_this_api_arrive_with_what_its_catalogue_says() {
    let (sandbox, client) = start();
    for info in API.errors {
        sandbox.on("category/tree").fail(Fault::code(info.code)).unwrap();
        let error =
            category::Tree::new().send(&client.with_retry(http_runtime::Retry::never())).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.code(), error.status()),
            (ErrorKind::Refused, Some(info.code), info.status)
        );
        assert_eq!(
            (error.topic(), error.help(), error.message()),
            (Some(info.topic), info.help, info.summary)
        );
    }
    sandbox.on("thing/{thingId}/photo").fail(Fault::code("thing_gone")).unwrap();
    let error = thing::Photo::new("DR-0042").send(&client).await.unwrap_err();
    assert_eq!(ErrorCode::of(&error), Some(ErrorCode::NoSuchThing));
    assert!(error.is_not_found() && !error.is_api_key_rejected());
}

#[tokio::test]
async fn a_code_of_another_api_is_no_code_of_this_one() {
    let (sandbox, client) = start();
    let body = r#"{"error":{"code":"PUBLIC_API_KEY_HAS_BEEN_DELETED","message":"m"}}"#;
    sandbox.on("category/tree").respond(Response::json(404, body)).unwrap();
    let error = category::Tree::new().send(&client).await.unwrap_err();
    assert_eq!(error.code(), Some("PUBLIC_API_KEY_HAS_BEEN_DELETED"));
    assert!(!error.is_api_key_rejected() && error.help().is_none());
    assert!(matches!(ErrorCode::of(&error), Some(ErrorCode::Unknown(_))));
}

#[test]
fn the_sandbox_refuses_with_codes_of_this_api() {
    let specs = bizkit_spec::Specs::from_texts(bizkit_macros::sources!("specs").iter().copied());
    let api = specs.api().unwrap();
    let refusal = |request: &Request| {
        let response = bizkit_sandbox::respond(api, request);
        (response.status, response.text())
    };
    let (status, text) = refusal(&Request::new("GET", "/category/tree"));
    assert!(status == 401 && text.contains(r#""code":"key_unknown""#), "{status} {text}");
    let keyed = |target| Request::new("GET", target).with_header("x-api-key", crate::KEY);
    let (status, text) = refusal(&keyed("/branch/Brno/thing/?page=0"));
    assert!(status == 400 && text.contains(r#""code":"invalid_arguments""#), "{status} {text}");
    let (status, text) = refusal(&keyed("/nowhere"));
    assert!(status == 404 && !text.contains("INTERNAL"), "{status} {text}");
}

#[tokio::test]
async fn only_what_is_safe_is_repeated() {
    let (sandbox, _) = start();
    let client = Client::for_api(&API).base_url(sandbox.url()).key(crate::KEY).build().unwrap();
    let turns = || {
        [
            Fault::RateLimited { retry_after: Some(0) }.into(),
            http_runtime::sandbox::Answer::example("One of each"),
        ]
    };
    sandbox.on("branch/{branchId}/thing.get").in_turn(turns()).unwrap();
    let response = ThingGet::new("Brno").send_with_meta(&client).await.unwrap();
    assert_eq!(response.meta.attempts, 2);
    sandbox.on("branch/{branchId}/thing.post").fail(Fault::Status(500)).unwrap();
    let error = ThingPost::new("Brno", "DR-0042", "tool", "Drill", 1).send(&client).await.unwrap_err();
    assert_eq!((error.attempts(), last(&sandbox).method.as_str()), (1, "POST"));
}
