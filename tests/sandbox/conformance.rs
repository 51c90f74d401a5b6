//! Every documented call of every spec, there and back: arguments, request, sandbox, response, types, JSON; and every
//! documented response with one thing changed.

mod cells;
mod wire;

use crate::generated::kinds;
use crate::support::shipped;
use bizkit_client::__private::Call;
use bizkit_client::transport::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};
use bizkit_client::{ApiInfo, Client, Clock, Error};
use bizkit_sandbox::{Request, Response, base64, respond};
use bizkit_spec::json::Json;
use bizkit_spec::model::{Api, Content, Endpoint, Example, Location, Status};
use bizkit_spec::{Checked, Specs};
use cells::{Expected, cells, essence};
use reqwest::header::{HeaderName, HeaderValue};
use std::collections::BTreeMap;
use std::fmt;
use std::future::{pending, ready};
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;
use wire::request;

/// An API with all that the macro has made of it.
struct Subject {
    api: Checked<Api>,
    info: &'static ApiInfo,
    calls: &'static [(&'static str, Call)],
    key: &'static str,
}

static SHIPPED: LazyLock<Subject> = LazyLock::new(|| Subject {
    api: read(shipped::SOURCES),
    info: &shipped::API,
    calls: shipped::__CALLS,
    key: "PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE",
});

static KINDS: LazyLock<Subject> = LazyLock::new(|| Subject {
    api: read(kinds::SOURCES),
    info: &kinds::API,
    calls: kinds::__CALLS,
    key: "LIVEabcd1234",
});

fn read(sources: &[(&str, &str)]) -> Checked<Api> {
    let specs = Specs::from_texts(sources.iter().copied());
    specs.api().unwrap_or_else(|| panic!("{:#?}", specs.findings)).clone()
}

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
#[derive(Clone)]
struct Server {
    api: &'static Checked<Api>,
    told: Arc<Mutex<Option<HttpResponse>>>,
    last: Arc<Mutex<Option<(Request, Response)>>>,
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Server")
    }
}

impl Transport for Server {
    fn send<'a>(&'a self, sent: &'a HttpRequest) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        if let Some(told) = self.told.lock().unwrap().clone() {
            return Box::pin(ready(Ok(told)));
        }
        // Endpoints may live on hosts of their own.
        let (_, rest) = sent.url().split_once("://").unwrap();
        let target = &rest[rest.find('/').unwrap()..];
        let mut request = Request::new(sent.method(), target).with_body(sent.body().to_vec());
        for (name, value) in sent.headers() {
            request = request.with_header(name.as_str(), value.to_str().unwrap());
        }
        let response = respond(self.api, &request);
        let received = over_http(&response);
        *self.last.lock().unwrap() = Some((request, response));
        Box::pin(ready(Ok(received)))
    }
}

fn over_http(response: &Response) -> HttpResponse {
    let headers = response
        .headers
        .iter()
        .map(|(name, value)| (HeaderName::try_from(name).unwrap(), HeaderValue::try_from(value).unwrap()));
    HttpResponse::new(response.status, response.body.clone()).with_headers(headers.collect())
}

impl Server {
    fn tell(&self, response: &Response) {
        *self.told.lock().unwrap() = Some(over_http(response));
    }
}

impl Subject {
    fn server(&'static self) -> (Server, Client) {
        let server = Server { api: &self.api, told: Arc::default(), last: Arc::default() };
        let builder = Client::for_api(self.info).key(self.key);
        let client = builder.transport(server.clone()).clock(Still).build().unwrap();
        (server, client)
    }

    /// Makes the call of an endpoint with these arguments.
    fn call(&self, client: &Client, endpoint: &Endpoint, arguments: &Json) -> Result<String, Error> {
        let (_, call) = self.calls.iter().find(|(id, _)| *id == endpoint.id).unwrap();
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
    fn documented(
        &'static self,
    ) -> impl Iterator<Item = (&'static Endpoint, &'static Example, &'static Json)> {
        self.api.endpoints.iter().flat_map(|endpoint| {
            let examples = endpoint.examples.iter();
            examples.filter_map(move |example| Some((endpoint, example, example.request.as_ref()?)))
        })
    }
}

/// What a documented response looks like on the wire.
fn documented_response(endpoint: &Endpoint, example: &Example) -> Response {
    let content = endpoint.response(example.status).map(|response| &response.content);
    match (content, &example.response) {
        (Some(Content::Text(content_type)), Some(Json::String(text))) => {
            Response::new(example.status, content_type, text.as_str())
        }
        (Some(Content::Binary(content_type)), Some(Json::String(text))) => {
            Response::new(example.status, content_type, base64::decode(text).unwrap())
        }
        (_, Some(body)) => Response::json(example.status, body),
        (_, None) => Response::empty(example.status),
    }
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
    for subject in [&*SHIPPED, &*KINDS] {
        sent_as_documented(subject);
    }
}

fn sent_as_documented(subject: &'static Subject) {
    let (server, client) = subject.server();
    let mut calls = 0;
    for (endpoint, example, arguments) in subject.documented() {
        subject.call(&client, endpoint, arguments).unwrap_or_else(|error| panic!("{}: {error}", endpoint.id));
        let (sent, answer) = server.last.lock().unwrap().take().unwrap();
        assert!(answer.status < 400, "{}: {}", endpoint.id, answer.text());

        let expected = request(&subject.api, endpoint, example, subject.key);
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
        // Members of an object may stand in any order.
        let body = |request: &Request| match str::from_utf8(&request.body).map(Json::parse) {
            Ok(Ok(value)) => sorted(&value).to_string().into_bytes(),
            _ => request.body.clone(),
        };
        assert_eq!(body(&sent), body(&expected), "{}", endpoint.id);
        calls += 1;
    }
    assert!(calls >= subject.api.endpoints.len(), "{calls} calls");
}

#[test]
fn every_documented_response_comes_back_equal() {
    for subject in [&*SHIPPED, &*KINDS] {
        come_back_equal(subject);
    }
}

fn come_back_equal(subject: &'static Subject) {
    let (server, client) = subject.server();
    for (endpoint, example, arguments) in subject.documented() {
        let documented = documented_response(endpoint, example);
        server.tell(&documented);
        let response = subject.call(&client, endpoint, arguments);
        let response = response.unwrap_or_else(|error| panic!("{}: {error}", endpoint.id));
        let essential =
            |text: &str| Json::parse(text).map_or(text.to_owned(), |value| sorted(&value).to_string());
        assert_eq!(essential(&response), essential(&documented.text()), "{}", endpoint.id);
    }
}

#[test]
fn every_response_stands_every_change_that_a_server_may_make() {
    let shipped = stands_changes(&SHIPPED);
    let cells: usize = shipped.values().sum();
    assert!(cells > 1_900 && shipped.len() >= 15, "{cells} cells: {shipped:#?}");
    assert!(!stands_changes(&KINDS).is_empty());
}

/// How many changes of each sort were tried.
fn stands_changes(subject: &'static Subject) -> BTreeMap<&'static str, usize> {
    let (server, client) = subject.server();
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    let mut failures = Vec::new();
    for (endpoint, example, arguments) in subject.documented() {
        let response = endpoint.response(example.status);
        let (Some(Content::Json(schema)), Some(body)) =
            (response.map(|response| &response.content), &example.response)
        else {
            continue;
        };
        for cell in cells(&subject.api, schema, body) {
            *count.entry(cell.change).or_default() += 1;
            server.tell(&Response::json(example.status, &cell.body));
            let outcome = subject.call(&client, endpoint, arguments);
            let fault = match (&cell.expected, &outcome) {
                (Expected::Reads(expected), Ok(written)) => {
                    let (found, expected) = (essence(&parsed(written)), essence(expected));
                    (found != expected).then(|| format!("read as {found} instead of {expected}"))
                }
                (Expected::Reads(_), Err(error)) => Some(format!("not read: {error}")),
                (Expected::Fails, Ok(written)) => Some(format!("read as {written}")),
                // What is no documented failure is the server's own error, which has no path.
                (Expected::Fails, Err(_)) if example.status >= 400 => None,
                (Expected::Fails, Err(error)) => (error.path().unwrap_or_default() != cell.path)
                    .then(|| format!("refused at {:?}: {error}", error.path())),
            };
            failures.extend(fault.map(|fault| {
                format!("{}, {} at `{}`: {fault}\n  {}", endpoint.id, cell.change, cell.path, cell.body)
            }));
        }
    }
    assert!(failures.is_empty(), "{} failures, {count:#?}\n{}", failures.len(), failures.join("\n"));
    count
}

#[test]
fn every_required_argument_is_missed() {
    for subject in [&*SHIPPED, &*KINDS] {
        missed(subject);
    }
}

fn missed(subject: &'static Subject) {
    for (endpoint, example, _) in subject.documented() {
        let required = endpoint
            .parameters
            .iter()
            .filter(|parameter| parameter.field.required && parameter.location != Location::Path);
        for parameter in required {
            let mut without = example.clone();
            if let Some(Json::Object(members)) = &mut without.request {
                members.retain(|(name, _)| *name != parameter.field.wire);
            }
            let response = respond(&subject.api, &request(&subject.api, endpoint, &without, subject.key));
            let text = response.text();
            // Some endpoints document a refusal of their own.
            let own = endpoint
                .responses
                .iter()
                .any(|response| [400, 422].map(Status::Code).contains(&response.status));
            assert!(
                own || text.contains("(required)") && text.contains(&parameter.field.wire),
                "{} without {}: {text}",
                endpoint.id,
                parameter.field.wire
            );
            assert!((400..500).contains(&response.status), "{}: {}", endpoint.id, response.status);
        }
    }
}
