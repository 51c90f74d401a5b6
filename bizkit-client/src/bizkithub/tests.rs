//! A generated request through the whole client, over a server without a socket.

#![cfg(feature = "customer")]

use crate::testing::{KEY, SESSION, Script, response};
use crate::{Client, ErrorCode, customer};

fn client(script: &Script) -> Client {
    Client::builder().key(KEY).transport(script.clone()).build().unwrap()
}

#[tokio::test]
async fn a_generated_request_goes_out_and_its_response_comes_back() {
    let script = Script::new([
        response(200, r#"{"loggedIn":true,"firstName":"Jan","creditBalance":12.50,"new":{"member":1}}"#),
        response(200, r#"{"loggedIn":false}"#),
    ]);
    let detail = customer::Detail::new(SESSION, "1cGIHvFoQDGLAbcA").customer_real_ip("localhost");
    match detail.send(&client(&script)).await.unwrap() {
        customer::DetailResponse::Profile(profile) => {
            assert_eq!(profile.first_name.as_deref(), Some("Jan"));
            assert_eq!(profile.credit_balance.unwrap().to_string(), "12.50");
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(detail.send(&client(&script)).await.unwrap(), customer::DetailResponse::LoggedOut);
    assert_eq!(
        script.requests()[0].url(),
        format!(
            "https://api.bizkithub.com/api/v1/customer/detail?identityId={SESSION}&cuRefNo=1cGIHvFoQDGLAbcA\
             &customerRealIp=127.0.0.1&apiKey={KEY}"
        )
    );
}

#[tokio::test]
async fn a_documented_code_is_known_and_a_wrong_request_lists_everything() {
    let script = Script::new([response(404, r#"{"error":{"code":"PUBLIC_API_KEY_SAMPLE_VALUE"}}"#)]);
    let detail = customer::Detail::new(SESSION, "1cGIHvFoQDGLAbcA");
    let error = detail.send(&client(&script)).await.unwrap_err();
    assert_eq!(ErrorCode::of(&error), Some(ErrorCode::PublicApiKeySampleValue));
    assert!(error.is_api_key_rejected() && !error.is_not_found() && error.help().is_some());

    let wrong = customer::Detail::new("short", "too short").customer_real_ip("nowhere");
    let error = wrong.send(&client(&script)).await.unwrap_err();
    let mut paths: Vec<_> = error.violations().iter().map(|found| found.path.as_str()).collect();
    paths.dedup();
    assert_eq!(paths, ["identity_id", "cu_ref_no", "customer_real_ip"]);
    assert_eq!(script.count(), 1);
}

#[test]
fn a_key_is_checked_by_the_rules_of_the_spec() {
    assert!(Client::new(KEY).is_ok());
    for key in ["", "PRODshort", "prodPGrFxpGEtrOZfuWhnoJohUYBXuOE", "PRODPGrFxpGEtrOZfuWhnoJohUYBXu-E"] {
        let error = Client::new(key).unwrap_err();
        assert!(key.is_empty() || !format!("{error} {error:?}").contains(key), "{error}");
    }
}
