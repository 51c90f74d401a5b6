//! A request as the macro makes it, with all its methods.

#![allow(unreachable_pub, reason = "the macro writes for requests that are public")]

use crate::__private as p;
use crate::testing::{response, scripted};

#[derive(Clone)]
struct Ask {
    text: String,
}

crate::__private::request!(Ask -> i64, [], { 0 text "text" required &LIMITED; });

static LIMITED: p::Rules = p::Rules { min_length: 2, sensitive: true, ..p::Rules::NONE };

impl p::Endpoint for Ask {
    type Response = i64;
    type Failure = p::Never;
    const INFO: &'static p::EndpointInfo = &p::EndpointInfo {
        api: &crate::testing::API,
        id: "ask",
        method: p::Method::Get,
        base_url: None,
        path: &[p::Segment::Literal("/ask")],
        key: None,
        retry: p::RetryClass::Safe,
        timeout: None,
        rate_limit: None,
        parameters: &[p::Location::Query],
        body: None,
        accept: "application/json",
        responses: &[p::ResponseInfo { first: 200, last: 200, form: p::ResponseForm::Json }],
        docs: None,
    };
    fn decode(answer: &p::Answer<'_>) -> Result<p::Outcome<i64, p::Never>, p::DecodeError> {
        answer.json(&p::PLAIN).map(p::Outcome::Done)
    }
}

#[tokio::test]
async fn a_request_checks_itself_and_sends_itself() {
    let ask = Ask { text: "hello".to_owned() };
    assert_eq!(ask.check(), Ok(()));
    let (client, script, _) = scripted([response(200, "1"), response(200, "2"), response(404, "3")]);
    assert_eq!(ask.send(&client).await.unwrap(), 1);
    assert_eq!(ask.send_with_meta(&client).await.unwrap().value, 2);
    assert_eq!(ask.send_raw(&client).await.unwrap().meta.status, 404);
    assert_eq!(script.requests()[0].url(), "https://api.example.com/ask?text=hello", "no key is asked for");
}

#[test]
fn a_request_shows_no_secret_and_lists_what_is_wrong() {
    let ask = Ask { text: "x".to_owned() };
    assert_eq!(format!("{ask:?}"), "Ask { text: *** }");
    let invalid = ask.check().unwrap_err();
    assert_eq!(invalid.violations()[0].path, "text");
}

#[test]
fn the_future_of_a_call_crosses_threads() {
    fn sendable<T: Send>(_: T) {}
    let (client, _, _) = scripted([]);
    let ask = Ask { text: "hello".to_owned() };
    sendable(ask.send(&client));
    sendable(ask.send_with_meta(&client));
    sendable(ask.send_raw(&client));
    sendable(client.send_stream(&ask));
    sendable(client.send_to_writer(&ask, &mut Vec::new()));
}
