//! The sandbox in types: requests as they were sent, answers as a call gives them, and both for every kind of endpoint.

use bizkit_client::customer::{Detail, DetailResponse, Login, LoginFailure};
use bizkit_client::sandbox::{Answer, Fault, Response, Sandbox};
use bizkit_client::shop::order;
use bizkit_client::{Client, Retry, ping};
use bizkit_tests::expand::{responses, unions};

const ID: &str = "Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg";
const REF: &str = "1cGIHvFoQDGLAbcA";

fn start() -> (Sandbox, Client) {
    let sandbox = Sandbox::start().unwrap();
    let client = sandbox.client().unwrap().with_retry(Retry::never());
    (sandbox, client)
}

/// A sandbox of one of the goldens.
fn golden(api: &'static bizkit_client::ApiInfo, sources: &[(&str, &str)]) -> (Sandbox, Client) {
    let sandbox = Sandbox::of(api, sources).unwrap();
    let client = sandbox.client().unwrap();
    (sandbox, client)
}

#[tokio::test]
async fn a_closure_takes_the_request_that_was_sent_and_gives_the_response() {
    let (sandbox, client) = start();
    let documented = sandbox.documented::<Detail>().unwrap();
    let answer = documented.clone();
    sandbox
        .on_call::<Detail>()
        .answer(move |detail| match (detail.cu_ref_no.as_str(), &detail.customer_real_ip) {
            (REF, Some(ip)) if ip.as_str() == "127.0.0.1" => Ok(answer.clone()),
            _ => Ok(DetailResponse::LoggedOut),
        })
        .unwrap();
    let mine = Detail::new(ID, REF).customer_real_ip("localhost");
    let other = Detail::new(ID, "0000000000000000");
    assert_eq!(mine.send(&client).await.unwrap(), documented);
    assert_eq!(other.send(&client).await.unwrap(), DetailResponse::LoggedOut);
    assert_eq!(sandbox.calls::<Detail>(), [mine.customer_real_ip("127.0.0.1"), other]);
    assert_eq!(sandbox.calls::<Login>(), []);
}

#[tokio::test]
async fn a_closure_can_refuse_as_the_endpoint_does_and_as_every_endpoint_does() {
    let (sandbox, client) = start();
    let refused = sandbox.example::<Login>("A wrong password").unwrap();
    assert!(matches!(refused, Err(LoginFailure::Refused(_))));
    let session = sandbox.documented::<Login>().unwrap();
    sandbox
        .on_call::<Login>()
        .answer(
            move |login| {
                if login.password.expose() == "1234" { Ok(session.clone()) } else { refused.clone() }
            },
        )
        .unwrap();
    assert_eq!(Login::new("jan@barasek.com", "1234").send(&client).await.unwrap().identity_id.expose(), ID);
    let error = Login::new("jan@barasek.com", "4321").send(&client).await.unwrap_err();
    let Some(LoginFailure::Refused(why)) = Login::failure(&error) else { panic!("{error}") };
    assert_eq!(why.error_code.as_str(), "E004");

    sandbox.on_call::<Login>().answer(|_| Fault::code("INTERNAL_TOO_MANY_REQUESTS")).unwrap();
    assert!(Login::new("a@b.cz", "1").send(&client).await.unwrap_err().is_rate_limited());
    sandbox.on_call::<Login>().answer(|_| Response::json(200, r#"{"success":7}"#)).unwrap();
    assert_eq!(Login::new("a@b.cz", "1").send(&client).await.unwrap_err().path(), Some("success"));
}

#[tokio::test]
async fn responses_and_failures_come_in_turn_and_for_chosen_calls() {
    let (sandbox, client) = start();
    let refused = sandbox.example::<Login>("Refused").unwrap().unwrap_err();
    let session = sandbox.documented::<Login>().unwrap();
    sandbox.on_call::<Login>().in_turn([Ok(session.clone()), Err(refused.clone())]).unwrap();
    let login = Login::new("jan@barasek.com", "1234");
    assert!(login.send(&client).await.is_ok());
    assert!(login.send(&client).await.is_err());
    sandbox.on_call::<Login>().refuse(refused).unwrap();
    sandbox.on_call::<Login>().nth(2).respond(session).unwrap();
    sandbox.on_call::<Login>().first(1).fail(Fault::Status(502)).unwrap();
    assert_eq!(login.send(&client).await.unwrap_err().status(), Some(502));
    assert!(login.send(&client).await.is_ok());
    assert!(Login::failure(&login.send(&client).await.unwrap_err()).is_some());
    sandbox.on_call::<Login>().in_turn([200, 204, 404]).unwrap();
    let mut statuses = Vec::new();
    for _ in 0..3 {
        statuses.push(client.send_raw(&login).await.unwrap().meta.status);
    }
    assert_eq!(statuses, [200, 204, 404]);
}

#[tokio::test]
async fn a_nested_request_is_read_to_its_leaves() {
    let (sandbox, client) = start();
    let order = order::Create::new(
        order::Customer::new("jan@barasek.com"),
        [
            order::Item::new("Coffee").with_price("110.50").with_count(2),
            order::Item::new("Tea").with_price(7),
        ],
    )
    .tags([("seats", "2")]);
    order.send(&client).await.unwrap();
    assert_eq!(sandbox.calls::<order::Create>(), [order]);
}

#[tokio::test]
async fn statuses_texts_and_bytes_have_types_too() {
    use responses::file;
    let (sandbox, client) = golden(&responses::API, bizkit_macros::sources!("expand/responses"));
    for (response, status) in [(file::UploadResponse::Accepted, 202), (file_created(), 201)] {
        sandbox.on_call::<file::Upload>().respond(response.clone()).unwrap();
        let upload = file::Upload::new("a", b"\x00\xffbytes");
        let got = upload.send_with_meta(&client).await.unwrap();
        assert_eq!((got.value, got.meta.status), (response, status));
        assert_eq!(sandbox.calls::<file::Upload>().pop(), Some(upload));
    }
    let (status, body) = (404, r#"{"folder":"x"}"#);
    sandbox.on_call::<file::Upload>().answer(move |_| Response::json(status, body)).unwrap();
    let error = file::Upload::new("a", b"1").send(&client).await.unwrap_err();
    let failure = file::Upload::failure(&error).unwrap().clone();
    sandbox.on_call::<file::Upload>().refuse(failure.clone()).unwrap();
    let error = file::Upload::new("a", b"1").send(&client).await.unwrap_err();
    assert_eq!((error.status(), file::Upload::failure(&error)), (Some(404), Some(&failure)));

    sandbox.on_call::<file::Render>().answer(|render| Ok(format!("<rss>{}</rss>", render.page))).unwrap();
    assert_eq!(file::Render::new("<p>").send(&client).await.unwrap(), "<rss><p></rss>");
    sandbox.on_call::<file::Read>().answer(|read| Ok(read.id.into_bytes().into())).unwrap();
    assert_eq!(file::Read::new("é/1").send(&client).await.unwrap(), "é/1".as_bytes());
    sandbox
        .on_call::<file::List>()
        .answer(|list| Ok(list.names.into_iter().map(Some).chain([None]).collect()))
        .unwrap();
    assert_eq!(file::List::new(["a"]).send(&client).await.unwrap(), [Some("a".to_owned()), None]);
    sandbox.on_call::<file::Delete>().answer(|_| Ok(())).unwrap();
    file::Delete::new("1").send(&client).await.unwrap();
}

fn file_created() -> responses::file::UploadResponse {
    responses::file::UploadResponse::Created(bizkit_client::from_json(r#"{"size":7}"#).unwrap())
}

#[tokio::test]
async fn branches_keep_their_tags() {
    use unions::login;
    let (sandbox, client) = golden(&unions::API, bizkit_macros::sources!("expand/unions"));
    for response in [
        login::SessionResponse::Idle,
        login::SessionResponse::Active(bizkit_client::from_json(r#"{"user":"jan"}"#).unwrap()),
        login::SessionResponse::Unknown(r#"{"state":"new","x":1}"#.parse().unwrap()),
    ] {
        sandbox.on_call::<login::Session>().respond(response.clone()).unwrap();
        assert_eq!(login::Session::new().send(&client).await.unwrap(), response);
    }
}

#[test]
fn an_example_that_is_not_there_and_a_request_of_another_api_are_refused() {
    let (sandbox, _) = start();
    let error = sandbox.example::<Detail>("LogedOut").unwrap_err().to_string();
    assert_eq!(error, "no example `LogedOut`; did you mean `LoggedOut`?");
    let foreign = "the request belongs to the API Responses, the sandbox plays BizKitHub";
    let error = sandbox.documented::<responses::file::Delete>().unwrap_err();
    assert_eq!(error.to_string(), foreign);
    let error = sandbox.on_call::<responses::file::Delete>().answer(|_| Ok(())).unwrap_err();
    assert_eq!(error.to_string(), foreign);
    let error = sandbox.on_call::<responses::file::Delete>().fail(Fault::WrongShape).unwrap_err();
    assert_eq!(error.to_string(), foreign);
    assert_eq!(sandbox.calls::<responses::file::Delete>(), []);
    let error = sandbox.on_call::<ping::CheckKey>().in_turn([Answer::example("nothing")]).unwrap_err();
    assert!(error.to_string().starts_with("no example `nothing`"), "{error}");
}
