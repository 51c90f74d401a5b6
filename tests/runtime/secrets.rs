//! The key, the session and every other secret are in no rendering of anything, however a call fails.

mod ledger;
mod paths;
mod spellings;

use std::time::Duration;

use bizkit_client::customer::Detail;
use bizkit_client::sandbox::{Response, Sandbox};
use bizkit_client::types::{ApiKey, CustomerKey, IdentityId, OneTimeToken, Password};
use bizkit_client::{Client, Retry, Secret, to_json};
pub(crate) use ledger::{KEY, SESSION, check, discreet};
use ledger::{PASSWORD, TOKEN, discreet_debug};

const REF: &str = "1cGIHvFoQDGLAbcA";

fn client(sandbox: &Sandbox) -> Client {
    let builder = sandbox.client_builder().key(KEY).retry(Retry::never());
    builder.timeout(Duration::from_secs(20)).max_response_bytes(100_000).build().unwrap()
}

fn request() -> Detail {
    Detail::new(SESSION, REF)
}

#[tokio::test]
async fn a_redirect_takes_no_secret_to_another_host() {
    let (sandbox, elsewhere) = (Sandbox::start().unwrap(), Sandbox::start().unwrap());
    for status in [301, 302, 303, 307, 308] {
        let target = format!("{}/api/v1/customer/detail?apiKey={KEY}", elsewhere.url());
        let redirect = Response::empty(status).with_header("location", target);
        sandbox.on("customer/detail").respond(redirect).unwrap();
        check(&request().send(&client(&sandbox)).await.unwrap_err());
    }
    assert_eq!((elsewhere.requests().len(), elsewhere.connections()), (0, 0));
}

#[tokio::test]
async fn what_is_wrong_with_a_secret_is_said_without_showing_it() {
    let sandbox = Sandbox::start().unwrap();
    let long = format!("{SESSION}!");
    let error = Detail::new(long.as_str(), "short").send(&client(&sandbox)).await.unwrap_err();
    assert_eq!(error.violations().iter().filter(|violation| violation.path == "identity_id").count(), 2);
    check(&error);
    let error = sandbox.client_builder().key(format!("{KEY}!")).build().unwrap_err();
    check(&error);
    let error = "DEV_SECRETsecret".parse::<ApiKey>().unwrap_err();
    discreet(&format!("{error} {error:?}"));
}

#[tokio::test]
async fn nothing_that_is_printed_while_things_go_well_shows_a_secret() {
    let sandbox = Sandbox::start().unwrap();
    let client = client(&sandbox);
    let response = request().send_with_meta(&client).await.unwrap();
    discreet(&format!("{client:?} {:?} {response:?}", request()));
    discreet(&client.to_curl(&request()).unwrap());
    discreet(&client.request_line(&request()).unwrap());
    discreet(&format!("{:?} {sandbox:?}", sandbox.requests()));
    discreet(&format!("{:?}", sandbox.client_builder().key(KEY)));
    let shown = client.to_curl_with_secrets(&request()).unwrap();
    assert!(
        shown.contains(KEY) && shown.contains(SESSION),
        "asked for by name, it is there: the check can fail"
    );
}

/// Every type that the specs call sensitive is one of these.
#[test]
fn every_sensitive_type_of_the_specs_is_redacted() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs");
    let specs = bizkit_spec::Specs::open(&folder, "specs");
    let api = specs.api().unwrap();
    let sensitive = api.types.iter().filter(|def| def.schema.sensitive);
    let mut names: Vec<_> = sensitive.map(|def| def.name.pascal()).collect();
    names.sort();
    assert_eq!(
        names,
        ["ApiKey", "CustomerKey", "IdentityId", "OneTimeToken", "Password"],
        "test the new one below"
    );

    discreet_debug(&ApiKey::try_from(KEY).unwrap());
    discreet_debug(&CustomerKey::try_from(KEY).unwrap());
    discreet_debug(&IdentityId::try_from(SESSION).unwrap());
    discreet_debug(&OneTimeToken::try_from(TOKEN).unwrap());
    discreet_debug(&Password::try_from(PASSWORD).unwrap());
    discreet_debug(&Secret::from(PASSWORD));
    let exposed = to_json(&Password::try_from(PASSWORD).unwrap());
    assert_eq!(serde_json::from_str::<String>(&exposed).unwrap(), PASSWORD, "it is there all the time");
}

#[test]
fn a_secret_in_the_wrong_place_is_not_shown_there() {
    let swapped = Detail::new(REF, SESSION).check().unwrap_err();
    discreet(&format!("{swapped} {swapped:?}"));
    assert!(swapped.violations().iter().all(|violation| violation.found.is_none()), "{swapped}");
    let twice = Detail::new(SESSION, REF).customer_real_ip(SESSION).check().unwrap_err();
    discreet(&format!("{twice} {twice:?}"));
    let plain = Detail::new(SESSION, "short").check().unwrap_err();
    assert_eq!(plain.violations()[0].found.as_deref(), Some("5: \"short\""), "what is no secret helps");
}
