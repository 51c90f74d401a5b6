//! Generated calls against canned responses: each branch, status and content becomes the documented type.

use bizkit_client::transport::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};
use bizkit_client::{Client, Error};
use bizkit_tests::expand::responses::file;
use bizkit_tests::expand::unions::login::{self, PasswordFailure, SessionFailure, SessionResponse};
use bizkit_tests::expand::{responses, unions};
use std::sync::{Arc, Mutex};

/// Answers every call alike and keeps what was asked.
#[derive(Debug, Clone, Default)]
struct Canned {
    status: u16,
    body: &'static str,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Transport for Canned {
    fn send<'a>(&'a self, request: &'a HttpRequest) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        let body = String::from_utf8_lossy(request.body());
        let line = format!("{} {} {body}", request.method(), request.url());
        self.seen.lock().unwrap().push(line.trim_end().to_owned());
        Box::pin(async { Ok(HttpResponse::new(self.status, self.body)) })
    }
}

/// A client of one of the APIs whose server answers so.
fn client(api: &'static bizkit_client::ApiInfo, status: u16, body: &'static str) -> (Client, Canned) {
    let server = Canned { status, body, ..Canned::default() };
    (Client::for_api(api).transport(server.clone()).build().unwrap(), server)
}

async fn password(status: u16, body: &'static str) -> Result<login::PasswordSession, Error> {
    login::Password::new().send(&client(&unions::API, status, body).0).await
}

async fn session(body: &'static str) -> Result<SessionResponse, Error> {
    login::Session::new().send(&client(&unions::API, 200, body).0).await
}

#[tokio::test]
async fn the_only_success_of_a_union_is_given_as_it_is() {
    let session = password(200, r#"{"success":true,"id":"s1"}"#).await.unwrap();
    assert_eq!(session.id, "s1");
}

#[tokio::test]
async fn a_failure_inside_a_response_is_a_typed_error() {
    let error = password(200, r#"{"success":false,"errorCode":"E002"}"#).await.unwrap_err();
    let Some(PasswordFailure::Refused(refused)) = login::Password::failure(&error) else { panic!("{error}") };
    assert_eq!(refused.error_code, Some(login::PasswordRefusedErrorCode::E002));
    assert!(login::Session::failure(&error).is_none(), "a failure belongs to its endpoint");
}

#[tokio::test]
async fn a_documented_status_is_a_typed_error() {
    let error = password(409, r#"{"since":"noon"}"#).await.unwrap_err();
    let Some(PasswordFailure::Conflict(conflict)) = login::Password::failure(&error) else {
        panic!("{error}")
    };
    assert_eq!(conflict.since.as_deref(), Some("noon"));

    let error = password(423, "").await.unwrap_err();
    assert_eq!(login::Password::failure(&error), Some(&PasswordFailure::Locked));
}

#[tokio::test]
async fn the_common_error_is_no_typed_failure_even_under_a_documented_status() {
    let body = r#"{"error":{"code":"PUBLIC_API_KEY_DOES_NOT_EXIST","message":"no such key"}}"#;
    let error = password(409, body).await.unwrap_err();
    assert!(login::Password::failure(&error).is_none(), "{error:?}");
    assert_eq!(error.code(), Some("PUBLIC_API_KEY_DOES_NOT_EXIST"));
}

#[tokio::test]
async fn several_successes_stay_an_enum_and_unknown_ones_are_kept() {
    assert_eq!(session(r#"{"state":"idle"}"#).await.unwrap(), SessionResponse::Idle);
    let SessionResponse::Active(active) = session(r#"{"state":"active","user":"u"}"#).await.unwrap() else {
        panic!()
    };
    assert_eq!(active.user.as_deref(), Some("u"));
    assert!(matches!(session(r#"{"state":"new"}"#).await.unwrap(), SessionResponse::Unknown(_)));
    let error = session(r#"{"state":"gone"}"#).await.unwrap_err();
    assert_eq!(login::Session::failure(&error), Some(&SessionFailure::Gone));
}

#[tokio::test]
async fn a_success_without_content_is_nothing() {
    let (client, server) = client(&unions::API, 200, r#"{"success":true}"#);
    let response: bizkit_client::Response<()> = login::Out::new().send_with_meta(&client).await.unwrap();
    assert_eq!((response.meta.status, server.seen.lock().unwrap().len()), (200, 1));
}

#[tokio::test]
async fn each_status_has_its_variant() {
    let upload = |status, body| async move {
        let (client, server) = client(&responses::API, status, body);
        let response = file::Upload::new("cat", b"meow").send(&client).await;
        let seen = server.seen.lock().unwrap().clone();
        assert_eq!(seen, ["PUT https://files.example/file/upload?name=cat meow"]);
        response
    };
    let there = upload(200, r#"{"size":4}"#).await.unwrap();
    assert!(matches!(&there, file::UploadResponse::Ok(response) if response.size == Some(4)), "{there:?}");
    let new = upload(201, r#"{"size":4}"#).await.unwrap();
    assert!(matches!(&new, file::UploadResponse::Created(response) if response.size == Some(4)), "{new:?}");
    assert_eq!(upload(202, "").await.unwrap(), file::UploadResponse::Accepted);
    let error = upload(404, r#"{"folder":"cats"}"#).await.unwrap_err();
    assert!(matches!(file::Upload::failure(&error), Some(file::UploadFailure::NotFound(_))), "{error}");
}

#[tokio::test]
async fn bytes_texts_and_lists_are_responses_too() {
    let (bytes, server) = client(&responses::API, 200, "PNG");
    assert_eq!(file::Read::new("a/b").x_trace("t").send(&bytes).await.unwrap().as_ref(), b"PNG");
    assert_eq!(*server.seen.lock().unwrap(), ["GET https://responses.example/file/a%2Fb/content/"]);

    let (text, server) = client(&responses::API, 200, "<rss/>");
    assert_eq!(file::Render::new("<p>").send(&text).await.unwrap(), "<rss/>");
    assert_eq!(*server.seen.lock().unwrap(), ["POST https://responses.example/file/render <p>"]);

    let (list, server) = client(&responses::API, 200, r#"["a",null]"#);
    assert_eq!(file::List::new(["x", "y"]).send(&list).await.unwrap(), [Some("a".to_owned()), None]);
    assert_eq!(*server.seen.lock().unwrap(), [r#"POST https://responses.example/file/list ["x","y"]"#]);

    let (nothing, _) = client(&responses::API, 204, "");
    let () = file::Delete::new("7").send(&nothing).await.unwrap();
}

/// What a client sets for a call, and a caller may set otherwise.
const CHOSEN: [&str; 3] = ["accept", "content-type", "user-agent"];

#[test]
fn a_spec_may_name_no_header_that_a_client_refuses() {
    use bizkit_spec::header::{RESERVED, SECRET, is_reserved, is_secret};
    let client = client(&unions::API, 200, "{}").0;
    let refused = |name: &str| client.with_header(name, "x").is_err();
    let others = "age allow cache-control content-encoding content-language date dnt etag forwarded from \
        if-match if-none-match link location max-forwards origin pragma prefer priority range referer \
        sec-fetch-mode server set-cookie traceparent tracestate vary via warning x-api-key x-forwarded-for";
    for name in RESERVED {
        assert_eq!(refused(name), !CHOSEN.contains(&name), "{name}");
        assert!(is_reserved(&name.to_ascii_uppercase()));
    }
    for name in others.split_whitespace().chain(SECRET) {
        assert!(!refused(name) && !is_reserved(name), "{name}");
    }
    for name in SECRET {
        assert!(is_secret(&name.to_ascii_uppercase()));
        let varied = client.with_header(name, "s3cret-value").unwrap();
        assert!(!varied.to_curl(&login::Session::new()).unwrap().contains("s3cret"), "{name}");
    }
}
