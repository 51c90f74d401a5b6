//! The catalogue of error codes against what the documents list, and what a caller learns from each of them.

use crate::support::scripted::{Act, Script};
use bizkit_client::{API, Client, Error, ErrorCode, ErrorKind, Topic, customer, shop, subscription, types};

/// Code, documented status, topic; and whether the code has a page.
const DOCUMENTED: [(&str, Option<u16>, Topic, bool); 32] = [
    ("INTERNAL_ACCOUNT_CAN_NOT_DETERMINATE_USER_IP", None, Topic::Input, true),
    ("INTERNAL_TOO_MANY_REQUESTS", Some(429), Topic::Rate, true),
    ("INTERNAL_USER_MUST_BE_AUTHORIZED", Some(401), Topic::Session, true),
    ("INTERNAL_ORGANISATION_IS_REQUIRED", Some(401), Topic::Permission, true),
    ("INTERNAL_RESOURCE_NOT_FOUND", None, Topic::Missing, true),
    ("INTERNAL_VALIDATION_FAILED", None, Topic::Input, true),
    ("INTERNAL_ORDER_INSERT_FAILED", Some(500), Topic::Server, true),
    ("INTERNAL_ORGANISATION_NOT_FOUND_OR_USER_NOT_MEMBER", Some(404), Topic::Permission, true),
    ("PERMISSION_MEMBER_IS_BLOCKED_IN_ORGANISATION", Some(401), Topic::Permission, true),
    ("PERMISSION_MEMBER_HAS_NO_PERMISSION", Some(401), Topic::Permission, true),
    ("PUBLIC_API_KEY_DOES_NOT_EXIST", Some(404), Topic::Key, true),
    ("PUBLIC_API_KEY_SAMPLE_VALUE", Some(404), Topic::Key, true),
    ("PUBLIC_API_KEY_IS_NOT_IN_VALID_FORMAT", Some(404), Topic::Key, true),
    ("PUBLIC_API_KEY_HAS_BEEN_DELETED", Some(404), Topic::Key, true),
    ("PUBLIC_API_KEY_IS_NOT_ACTIVE", Some(404), Topic::Key, true),
    ("PUBLIC_API_KEY_IS_EMPTY", Some(404), Topic::Key, true),
    ("PUBLIC_API_KEY_HAS_BEEN_EXPIRED", Some(404), Topic::Key, true),
    ("PUBLIC_API_KEY_TOO_MANY_REQUEST", Some(429), Topic::Rate, true),
    ("PUBLIC_CALENDAR_DOES_NOT_EXIST", None, Topic::Missing, true),
    ("PUBLIC_PRODUCT_DOES_NOT_EXIST", None, Topic::Missing, true),
    ("PUBLIC_CATEGORY_DOES_NOT_EXIST", None, Topic::Missing, true),
    ("PUBLIC_FORM_DOES_NOT_EXIST", None, Topic::Missing, true),
    ("PUBLIC_PAYMENT_DOES_NOT_EXIST", None, Topic::Missing, true),
    ("PUBLIC_CUSTOMER_DETAIL_NOT_PERMITTED", Some(404), Topic::Permission, true),
    ("RATE_LIMIT_EXCEEDED", Some(429), Topic::Rate, false),
    ("SESSION_EXPIRED", None, Topic::Session, true),
    ("INVALID_IDENTITY", None, Topic::Session, true),
    ("post_not_found", None, Topic::Missing, false),
    ("invalid_locale", None, Topic::Input, false),
    ("rate_limit_exceeded", None, Topic::Rate, false),
    ("unauthorised", None, Topic::Key, false),
    ("forbidden", None, Topic::Permission, false),
];

/// The error of a call that the server answers so.
async fn refused(status: u16, body: &str) -> Error {
    let responses = (0..9).map(|_| Act::Response(status, body.to_owned()));
    let (client, _) = Script::client(responses);
    call(&client).await
}

async fn call(client: &Client) -> Error {
    let detail = customer::Detail::new("Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg", "1cGIHvFoQDGLAbcA");
    detail.send(client).await.unwrap_err()
}

#[test]
fn the_catalogue_is_the_documented_one() {
    assert_eq!(API.errors.len(), DOCUMENTED.len());
    for (code, status, topic, page) in DOCUMENTED {
        let info = API.error(code).unwrap_or_else(|| panic!("{code} is missing"));
        assert_eq!((info.status, info.topic, info.docs.is_some()), (status, topic, page), "{code}");
        assert!(!info.summary.is_empty() && info.help.is_some(), "{code}");
        let own = info.docs.filter(|link| link.contains("/errors/"));
        assert!(own.is_none_or(|link| link == format!("https://docs.bizkithub.com/errors/{code}")), "{code}");
        let known = ErrorCode::from(code);
        assert_eq!((known.as_str(), known.info().map(|info| info.code)), (code, Some(code)));
    }
}

#[tokio::test]
async fn each_code_answers_one_question() {
    for (code, status, topic, _) in DOCUMENTED {
        // A status that says something else: the code counts.
        let status = status.unwrap_or(404);
        let error = refused(status, &format!(r#"{{"error":{{"code":"{code}","message":"m"}}}}"#)).await;
        let answers = [
            (Topic::Key, error.is_api_key_rejected()),
            (Topic::Rate, error.is_rate_limited()),
            (Topic::Session, error.is_session_rejected()),
            (Topic::Permission, error.is_permission_denied()),
            (Topic::Missing, error.is_not_found()),
            (Topic::Input, error.is_input_rejected()),
            (Topic::Server, error.is_server_error()),
        ];
        for (asked, answer) in answers {
            assert_eq!(answer, asked == topic, "{code}: {asked:?}");
        }
        assert_eq!(ErrorCode::of(&error).map(|code| code.as_str().to_owned()).as_deref(), Some(code));
        assert_eq!((error.kind(), error.help().is_some()), (ErrorKind::Refused, true), "{code}");
        assert!(error.to_string().starts_with(code), "{error}");
    }
}

#[tokio::test]
async fn a_code_of_tomorrow_is_kept_and_the_status_speaks_for_it() {
    let error = refused(403, r#"{"error":{"code":"PUBLIC_NEW_THING","message":"m"}}"#).await;
    let code = ErrorCode::of(&error).unwrap();
    assert!(matches!(code, ErrorCode::Unknown(_)) && code.info().is_none(), "{code:?}");
    assert_eq!((code.as_str(), error.code()), ("PUBLIC_NEW_THING", Some("PUBLIC_NEW_THING")));
    assert!(error.is_permission_denied() && !error.is_not_found());
}

#[tokio::test]
async fn a_404_alone_says_nothing() {
    let error = refused(404, "<html>not here</html>").await;
    assert!(!error.is_not_found() && !error.is_api_key_rejected() && error.topic().is_none());
    assert_eq!((error.status(), error.code()), (Some(404), None));
}

#[tokio::test]
async fn every_documented_envelope_gives_code_and_words() {
    let cases: [(u16, &str, Option<&str>, &str); 8] = [
        (
            404,
            r#"{"error":{"code":"PUBLIC_API_KEY_IS_EMPTY","message":"m","description":"one\ntwo"}}"#,
            Some("PUBLIC_API_KEY_IS_EMPTY"),
            "m",
        ),
        (
            429,
            r#"{"error":{"code":"RATE_LIMIT_EXCEEDED","message":"Too many requests","retry_after":3600}}"#,
            Some("RATE_LIMIT_EXCEEDED"),
            "Too many requests",
        ),
        (
            404,
            r#"{"error":{"code":"post_not_found","message":"m","details":{}}}"#,
            Some("post_not_found"),
            "m",
        ),
        (200, r#"{"success":false,"errorCode":"E004","message":"m"}"#, Some("E004"), "m"),
        (200, r#"{"success":false}"#, None, "the server reports a failure"),
        (401, r#"{"error":"SESSION_EXPIRED"}"#, Some("SESSION_EXPIRED"), "The shopper's session has ended"),
        (
            200,
            r#"{"error":"INVALID_IDENTITY"}"#,
            Some("INVALID_IDENTITY"),
            "The shopper's session is not known",
        ),
        (400, r#"{"success":false,"error":"The URL is not valid"}"#, None, "The URL is not valid"),
    ];
    for (status, body, code, message) in cases {
        let error = refused(status, body).await;
        assert_eq!(
            (error.code(), error.message(), error.kind()),
            (code, message, ErrorKind::Refused),
            "{body}"
        );
    }
    let (_, limited, ..) = cases[1];
    let error = refused(429, limited).await;
    assert_eq!(error.retry_after().map(|wait| wait.as_secs()), Some(3600));
}

#[tokio::test]
async fn the_same_code_means_another_thing_at_another_endpoint() {
    let body = r#"{"success":false,"errorCode":"E002","message":"m"}"#;
    let act = || Act::Response(200, body.to_owned());
    let (client, _) = Script::client([act(), act(), act()]);
    let login = customer::Login::new("jan@barasek.com", "1234").send(&client).await.unwrap_err();
    let register = customer::RegisterAccount::new("jan@barasek.com", "1234").send(&client).await.unwrap_err();
    let password = customer::SetNewPassword::new("token", "1234").send(&client).await.unwrap_err();
    assert!(matches!(
        customer::Login::failure(&login),
        Some(customer::LoginFailure::Refused(why)) if why.error_code == customer::LoginErrorCode::UnknownEmail
    ));
    assert!(matches!(
        customer::RegisterAccount::failure(&register),
        Some(customer::RegisterAccountFailure::Refused(why))
            if why.error_code == customer::RegistrationErrorCode::AlreadyRegistered
    ));
    assert!(matches!(
        customer::SetNewPassword::failure(&password),
        Some(customer::SetNewPasswordFailure::Refused(why))
            if why.error_code == customer::PasswordErrorCode::UsedBefore
    ));
    for error in [login, register, password] {
        assert_eq!((error.kind(), error.code()), (ErrorKind::Failed, Some("E002")));
        assert!(!error.is_retryable());
    }
}

#[tokio::test]
async fn a_refusal_with_status_200_is_an_error() {
    let act = || Act::Response(200, r#"{"success":false}"#.to_owned());
    let closed = r#"{"success":false,"message":"The order is closed."}"#;
    let script =
        [Act::Response(200, closed.to_owned()), act(), act(), act(), Act::Response(200, "{}".to_owned())];
    let (client, _) = Script::client(script);
    let storno = shop::order::Cancel::new("sSO98YxzR4KJiOu66Jn6K3wRwa4FPI7S");
    let error = storno.send(&client).await.unwrap_err();
    let Some(shop::order::CancelFailure::Refused(refused)) = shop::order::Cancel::failure(&error) else {
        panic!("{error}")
    };
    assert_eq!(refused.message, "The order is closed.");
    let silent = storno.send(&client).await.unwrap_err();
    assert_eq!((silent.kind(), shop::order::Cancel::failure(&silent)), (ErrorKind::Refused, None));
    let cancel = subscription::Cancel::new("Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg", "d9DfQL3ZF01t7Ykk");
    let error = cancel.send(&client).await.unwrap_err();
    assert_eq!(subscription::Cancel::failure(&error), Some(&subscription::CancelFailure::Refused));
    let spend = customer::SpendCredits::new("Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg", 100);
    assert_eq!(spend.send(&client).await.unwrap_err().kind(), ErrorKind::Failed);
    let silent = cancel.send(&client).await.unwrap();
    assert_eq!(silent, types::Acknowledgement::Unconfirmed);
}
