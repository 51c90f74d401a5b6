//! What the tests of the call path share: a small API, endpoints of each kind, a clock that is told the time,
//! and a server without a socket.

use std::collections::VecDeque;
use std::future::{pending, ready};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::base::clock::Clock;
use crate::base::future::BoxFuture;
use crate::client::{Client, ClientBuilder};
use crate::endpoint::{Answer, Endpoint, Never, Outcome, Sealed};
use crate::schema::rules::{PLAIN, Rules};
use crate::schema::tables::*;
use crate::transport::error::TransportError;
use crate::transport::message::{HttpRequest, HttpResponse, Transport};
use crate::value::Value;
use crate::value::decode::DecodeError;
use crate::value::record::Record;

pub(crate) const KEY: &str = "PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE";
pub(crate) const SESSION: &str = "Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg";

static KEY_RULES: Rules = Rules { min_length: 32, max_length: 32, sensitive: true, ..Rules::NONE };
static SESSION_RULES: Rules = Rules { min_length: 32, max_length: 32, sensitive: true, ..Rules::NONE };

pub(crate) static API: ApiInfo = ApiInfo {
    title: "Testing",
    base_url: "https://api.example.com",
    base_url_env: Some("BIZKIT_TESTING_URL_THAT_NOBODY_SETS"),
    docs: None,
    key: Some(KeyInfo {
        name: "apiKey",
        env: Some("BIZKIT_TESTING_KEY_THAT_NOBODY_SETS"),
        rules: &KEY_RULES,
    }),
    errors: &[
        CodeInfo {
            code: "KEY_UNKNOWN",
            status: Some(404),
            topic: Topic::Key,
            summary: "The key is unknown",
            help: Some("Check the key."),
            docs: Some("https://docs.example.com/KEY_UNKNOWN"),
        },
        CodeInfo {
            code: "SESSION_OVER",
            status: None,
            topic: Topic::Session,
            summary: "The session is over",
            help: None,
            docs: None,
        },
    ],
};

const QUERY_OR_BEARER: Option<KeyUse> =
    Some(KeyUse { name: "apiKey", locations: &[KeyLocation::Query, KeyLocation::Bearer] });

/// A call that may be repeated: GET, everything in the query, a session among it.
#[derive(Debug, Clone)]
pub(crate) struct Look {
    pub(crate) session: String,
    pub(crate) words: Option<String>,
}

impl Look {
    pub(crate) fn new() -> Self {
        Self { session: SESSION.to_owned(), words: None }
    }
}

static LOOK: EndpointInfo = EndpointInfo {
    api: &API,
    id: "thing/look",
    method: Method::Get,
    base_url: None,
    path: &[Segment::Literal("/v1/thing/look")],
    key: QUERY_OR_BEARER,
    retry: RetryClass::Safe,
    timeout: None,
    rate_limit: None,
    parameters: &[Location::Query, Location::Query],
    body: None,
    accept: "application/json",
    responses: &[ResponseInfo { first: 200, last: 200, form: ResponseForm::Json }],
    docs: Some("https://docs.example.com/look"),
};

impl Record for Look {
    const INFO: &'static RecordInfo = &RecordInfo {
        name: "Look",
        fields: &[FieldInfo::new("session", true, &SESSION_RULES), FieldInfo::new("words", false, &PLAIN)],
        constraints: &[],
    };
    fn member(&self, index: usize) -> Option<&dyn Value> {
        Some(match index {
            0 => &self.session,
            1 => &self.words,
            _ => return None,
        })
    }
}

impl Sealed for Look {}

impl Endpoint for Look {
    type Response = i64;
    type Failure = Never;
    const INFO: &'static EndpointInfo = &LOOK;
    fn decode(answer: &Answer<'_>) -> Result<Outcome<i64, Never>, DecodeError> {
        match answer.response() {
            Some(0) => answer.json(&PLAIN).map(Outcome::Done),
            _ => answer.unexpected(),
        }
    }
}

/// A call that must not be repeated: POST to a path with a parameter, a header, a JSON body; it documents a failure.
#[derive(Debug, Clone)]
pub(crate) struct Buy {
    pub(crate) shop: String,
    pub(crate) trace: Option<String>,
    pub(crate) thing: String,
    /// Must be there, and may be `null`.
    pub(crate) parent: Option<String>,
    pub(crate) secret: Option<String>,
}

impl Buy {
    pub(crate) fn new() -> Self {
        Self { shop: "corner".to_owned(), trace: None, thing: "bread".to_owned(), parent: None, secret: None }
    }
}

static BUY: EndpointInfo = EndpointInfo {
    api: &API,
    id: "shop/buy",
    method: Method::Post,
    base_url: Some("https://shops.example.com"),
    path: &[Segment::Literal("/v1/shop/"), Segment::Parameter(0), Segment::Literal("/buy/")],
    key: Some(KeyUse {
        name: "apiKey",
        locations: &[KeyLocation::Body, KeyLocation::Header, KeyLocation::Bearer],
    }),
    retry: RetryClass::Never,
    timeout: None,
    rate_limit: None,
    parameters: &[Location::Path, Location::Header, Location::Body, Location::Body, Location::Body],
    body: Some(BodyInfo { content_type: "application/json", form: BodyForm::Json }),
    accept: "application/json",
    responses: &[
        ResponseInfo { first: 200, last: 200, form: ResponseForm::Json },
        ResponseInfo { first: 409, last: 409, form: ResponseForm::Json },
        ResponseInfo { first: 410, last: 410, form: ResponseForm::Empty },
    ],
    docs: None,
};

impl Record for Buy {
    const INFO: &'static RecordInfo = &RecordInfo {
        name: "Buy",
        fields: &[
            FieldInfo::new("shop", true, &PLAIN),
            FieldInfo::new("X-Trace", false, &SECRET_RULES),
            FieldInfo::new("thing", true, &PLAIN),
            FieldInfo::new("parent", true, &PLAIN),
            FieldInfo::new("secret", false, &SECRET_RULES),
        ],
        constraints: &[],
    };
    fn member(&self, index: usize) -> Option<&dyn Value> {
        Some(match index {
            0 => &self.shop,
            1 => &self.trace,
            2 => &self.thing,
            3 => &self.parent,
            4 => &self.secret,
            _ => return None,
        })
    }
}

static SECRET_RULES: Rules = Rules { sensitive: true, ..Rules::NONE };

/// What `Buy` documents for 409.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SoldOut(pub(crate) i64);

impl Sealed for Buy {}

impl Endpoint for Buy {
    type Response = i64;
    type Failure = SoldOut;
    const INFO: &'static EndpointInfo = &BUY;
    fn decode(answer: &Answer<'_>) -> Result<Outcome<i64, SoldOut>, DecodeError> {
        match answer.response() {
            Some(0) => answer.json(&PLAIN).map(Outcome::Done),
            Some(1) => answer.json(&PLAIN).map(|left| Outcome::Failed(SoldOut(left))),
            Some(2) => Ok(Outcome::Failed(SoldOut(0))),
            _ => answer.unexpected(),
        }
    }
}

/// A clock that stands still until somebody sleeps; its jitter is 0.5. It sees every pause.
#[derive(Debug, Clone, Default)]
pub(crate) struct TestClock {
    now: Arc<Mutex<Duration>>,
}

impl TestClock {
    pub(crate) fn advance(&self, time: Duration) {
        *self.now.lock().unwrap() += time;
    }
}

impl Clock for TestClock {
    fn now(&self) -> Duration {
        *self.now.lock().unwrap()
    }
    fn unix(&self) -> Duration {
        Duration::from_secs(1_800_000_000) + self.now()
    }
    /// Time passes when the sleeper is waited for, so a limit that is merely armed costs nothing.
    fn sleep(&self, pause: Duration) -> BoxFuture<'static, ()> {
        let clock = self.clone();
        Box::pin(async move { clock.advance(pause) })
    }
    fn jitter(&self) -> f64 {
        0.5
    }
}

/// What the server without a socket does with one request.
#[derive(Debug)]
pub(crate) enum Act {
    Response(HttpResponse),
    Fail(TransportError),
    /// Says nothing for ever.
    Hang,
}

pub(crate) fn response(status: u16, body: &'static str) -> Act {
    Act::Response(HttpResponse::new(status, body))
}

pub(crate) fn response_with(
    status: u16,
    headers: &[(&'static str, &'static str)],
    body: &'static str,
) -> Act {
    let pair = |(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value));
    let headers: HeaderMap = headers.iter().copied().map(pair).collect();
    Act::Response(HttpResponse::new(status, body).with_headers(headers))
}

/// Does what it was told, one act for each request, and keeps the requests.
#[derive(Debug, Clone, Default)]
pub(crate) struct Script {
    acts: Arc<Mutex<VecDeque<Act>>>,
    seen: Arc<Mutex<Vec<HttpRequest>>>,
}

impl Script {
    pub(crate) fn new(acts: impl IntoIterator<Item = Act>) -> Self {
        Self { acts: Arc::new(Mutex::new(acts.into_iter().collect())), ..Self::default() }
    }

    pub(crate) fn requests(&self) -> Vec<HttpRequest> {
        self.seen.lock().unwrap().clone()
    }

    pub(crate) fn count(&self) -> usize {
        self.seen.lock().unwrap().len()
    }
}

impl Transport for Script {
    fn send<'a>(&'a self, request: &'a HttpRequest) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        self.seen.lock().unwrap().push(request.clone());
        match self.acts.lock().unwrap().pop_front().expect("an act for every request") {
            Act::Response(response) => Box::pin(ready(Ok(response))),
            Act::Fail(error) => Box::pin(ready(Err(error))),
            Act::Hang => Box::pin(pending()),
        }
    }
}

/// A client with a key whose server follows a script, and its clock.
pub(crate) fn scripted(acts: impl IntoIterator<Item = Act>) -> (Client, Script, TestClock) {
    let (script, clock) = (Script::new(acts), TestClock::default());
    let client = builder().transport(script.clone()).clock(clock.clone()).build().unwrap();
    (client, script, clock)
}

pub(crate) fn builder() -> ClientBuilder {
    Client::for_api(&API).key(KEY)
}

/// Answers every request with the bytes that `answer` makes of its head, then closes. Gives the base URL.
pub(crate) async fn serve(answer: impl Fn(&str) -> Vec<u8> + Send + Sync + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let answer = Arc::new(answer);
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            let answer = Arc::clone(&answer);
            tokio::spawn(async move {
                let (mut head, mut piece) = (Vec::new(), [0; 4096]);
                while !head.windows(4).any(|bytes| bytes == b"\r\n\r\n") {
                    match socket.read(&mut piece).await {
                        Ok(count) if count > 0 => head.extend_from_slice(&piece[..count]),
                        _ => return,
                    }
                }
                let bytes = answer(&String::from_utf8_lossy(&head));
                // The client may hang up first; that is its right.
                let _ = socket.write_all(&bytes).await;
                let _ = socket.shutdown().await;
            });
        }
    });
    url
}
