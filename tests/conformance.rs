//! Every documented call of every spec, there and back: arguments, request, sandbox, reply, types, JSON; and every
//! documented reply with one thing changed.

mod cells;
mod wire;

use crate::shipped::{self, SOURCES};
use bizkit_client::transport::{BoxFuture, HttpReply, HttpRequest, Transport, TransportError};
use bizkit_client::{Client, Clock, Error};
use bizkit_spec::Specs;
use bizkit_spec::json::Json;
use bizkit_spec::model::{Api, Endpoint, Place};
use bizkit_spec::reply::{Content, Example};
use bizkit_spec::sandbox::{Request, Response, respond};
use cells::{Expected, cells, essence};
use std::collections::BTreeMap;
use std::fmt;
use std::future::{pending, ready};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;
use wire::request;

const KEY: &str = "PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE";
const BASE: &str = "https://api.bizkithub.com";

static API: LazyLock<Api> = LazyLock::new(|| {
    let specs = Specs::from_texts(SOURCES.iter().copied());
    specs.api().unwrap_or_else(|| panic!("{:#?}", specs.findings)).clone()
});

/// Time that stands still, so that calls need no runtime.
#[derive(Debug)]
struct Still;

impl Clock for Still {
    fn now(&self) -> Duration {
        Duration::ZERO
    }
    fn unix(&self) -> Duration {
        Duration::ZERO
    }
    fn sleep(&self, _: Duration) -> BoxFuture<'static, ()> {
        Box::pin(pending())
    }
    fn jitter(&self) -> f64 {
        0.5
    }
}

/// The sandbox without a socket; or a server that gives the answer that it was told.
#[derive(Clone, Default)]
struct Server {
    told: Arc<Mutex<Option<HttpReply>>>,
    last: Arc<Mutex<Option<(Request, Response)>>>,
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Server")
    }
}

impl Transport for Server {
    fn send<'a>(&'a self, sent: &'a HttpRequest) -> BoxFuture<'a, Result<HttpReply, TransportError>> {
        if let Some(told) = self.told.lock().unwrap().clone() {
            return Box::pin(ready(Ok(told)));
        }
        let target = sent.url().strip_prefix(BASE).unwrap();
        let mut request = Request::new(sent.method(), target).with_body(sent.body().to_vec());
        for (name, value) in sent.headers() {
            request = request.with_header(name.as_str(), value.to_str().unwrap());
        }
        let response = respond(&API, &request);
        let reply = HttpReply::new(response.status, response.body.clone());
        *self.last.lock().unwrap() = Some((request, response));
        Box::pin(ready(Ok(reply)))
    }
}

impl Server {
    fn client(&self) -> Client {
        Client::for_api(&shipped::API).key(KEY).transport(self.clone()).clock(Still).build().unwrap()
    }

    fn tell(&self, status: u16, body: &Json) {
        *self.told.lock().unwrap() = Some(HttpReply::new(status, body.to_string()));
    }
}

/// Makes the call of an endpoint with these arguments.
fn call(client: &Client, endpoint: &Endpoint, arguments: &Json) -> Result<String, Error> {
    let (_, call) = shipped::__CALLS.iter().find(|(id, _)| *id == endpoint.id).unwrap();
    let arguments = arguments.to_string();
    let mut future = call(client, &arguments);
    // No socket, no pause: every answer is ready.
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match future.as_mut().poll(&mut context) {
        std::task::Poll::Ready(result) => result,
        std::task::Poll::Pending => panic!("{}: a call without a socket waits", endpoint.id),
    }
}

/// The documented calls: all examples with arguments.
fn documented() -> impl Iterator<Item = (&'static Endpoint, &'static Example, &'static Json)> {
    API.endpoints.iter().flat_map(|endpoint| {
        let examples = endpoint.examples.iter();
        examples.filter_map(move |example| Some((endpoint, example, example.request.as_ref()?)))
    })
}

/// The example that the sandbox answers with.
fn is_first(endpoint: &Endpoint, example: &Example) -> bool {
    let success = |example: &&Example| example.status < 400 && example.response.is_some();
    endpoint.examples.iter().find(success).is_none_or(|first| std::ptr::eq(first, example))
}

/// The same value with the members of its objects in the order of the alphabet.
fn sorted(value: &Json) -> Json {
    match value {
        Json::Array(items) => Json::Array(items.iter().map(sorted).collect()),
        Json::Object(members) => {
            let mut members: Vec<_> =
                members.iter().map(|(name, value)| (name.clone(), sorted(value))).collect();
            members.sort_by(|a, b| a.0.cmp(&b.0));
            Json::Object(members)
        }
        other => other.clone(),
    }
}

fn parsed(text: &str) -> Json {
    Json::parse(text).unwrap_or_else(|error| panic!("{error:?}: {text}"))
}

#[test]
fn every_documented_call_is_sent_as_documented() {
    let server = Server::default();
    let client = server.client();
    let mut calls = 0;
    for (endpoint, example, arguments) in documented() {
        call(&client, endpoint, arguments).unwrap_or_else(|error| panic!("{}: {error}", endpoint.id));
        let (sent, answer) = server.last.lock().unwrap().take().unwrap();
        assert!(answer.status < 400, "{}: {}", endpoint.id, answer.text());

        let expected = request(&API, endpoint, example);
        assert_eq!((&sent.method, sent.path()), (&expected.method, expected.path()));
        let queries = |request: &Request| {
            let mut queries = request.queries();
            queries.sort();
            queries
        };
        assert_eq!(queries(&sent), queries(&expected), "{}", endpoint.id);
        for (name, value) in &expected.headers {
            assert_eq!(sent.header(name), Some(value.as_str()), "{}", endpoint.id);
        }
        let body = |request: &Request| match str::from_utf8(&request.body).unwrap() {
            "" => Json::Object(Vec::new()),
            text => sorted(&parsed(text)),
        };
        assert_eq!(body(&sent), body(&expected), "{}", endpoint.id);
        calls += 1;
    }
    assert!(calls >= API.endpoints.len() && API.endpoints.len() >= 48, "{calls} calls");
}

#[test]
fn every_documented_reply_comes_back_equal() {
    let server = Server::default();
    let client = server.client();
    let mut replies = 0;
    for (endpoint, example, arguments) in documented() {
        if !is_first(endpoint, example) {
            server.tell(example.status, example.response.as_ref().unwrap_or(&Json::Null));
        }
        let reply = call(&client, endpoint, arguments);
        *server.told.lock().unwrap() = None;
        let reply = reply.unwrap_or_else(|error| panic!("{}: {error}", endpoint.id));
        if let Some(documented) = &example.response {
            assert_eq!(
                sorted(&parsed(&reply)).to_string(),
                sorted(documented).to_string(),
                "{}",
                endpoint.id
            );
            replies += 1;
        }
    }
    assert!(replies + 1 >= API.endpoints.len(), "{replies} replies");
}

#[test]
fn every_reply_stands_every_change_that_a_server_may_make() {
    let server = Server::default();
    let client = server.client();
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    let mut failures = Vec::new();
    for (endpoint, example, arguments) in documented() {
        let reply = endpoint.replies.iter().find(|reply| reply.status == example.status);
        let (Some(Content::Json(schema)), Some(body)) =
            (reply.map(|reply| &reply.content), &example.response)
        else {
            continue;
        };
        for cell in cells(&API, schema, body) {
            *count.entry(cell.change).or_default() += 1;
            server.tell(example.status, &cell.body);
            let outcome = call(&client, endpoint, arguments);
            let fault = match (&cell.expected, &outcome) {
                (Expected::Reads(expected), Ok(written)) => {
                    let (found, expected) = (essence(&parsed(written)), essence(expected));
                    (found != expected).then(|| format!("read as {found} instead of {expected}"))
                }
                (Expected::Reads(_), Err(error)) => Some(format!("not read: {error}")),
                (Expected::Fails, Ok(written)) => Some(format!("read as {written}")),
                (Expected::Fails, Err(error)) => (error.path().unwrap_or_default() != cell.path)
                    .then(|| format!("refused at {:?}: {error}", error.path())),
            };
            failures.extend(fault.map(|fault| {
                format!("{}, {} at `{}`: {fault}\n  {}", endpoint.id, cell.change, cell.path, cell.body)
            }));
        }
    }
    assert!(failures.is_empty(), "{} failures, {count:#?}\n{}", failures.len(), failures.join("\n"));
    let cells: usize = count.values().sum();
    assert!(cells > 1_900 && count.len() >= 15, "{cells} cells: {count:#?}");
}

#[test]
fn every_required_argument_is_missed() {
    for (endpoint, example, _) in documented() {
        let required = endpoint
            .parameters
            .iter()
            .filter(|parameter| parameter.field.required && parameter.place != Place::Path);
        for parameter in required {
            let mut without = example.clone();
            if let Some(Json::Object(members)) = &mut without.request {
                members.retain(|(name, _)| *name != parameter.field.wire);
            }
            let response = respond(&API, &request(&API, endpoint, &without));
            let text = response.text();
            assert_eq!(response.status, 422, "{} without {}", endpoint.id, parameter.field.wire);
            assert!(text.contains("(required)") && text.contains(&parameter.field.wire), "{text}");
        }
    }
}
