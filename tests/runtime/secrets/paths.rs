//! Every path on which a call can fail, driven with marked secrets: nothing that is written shows one.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use bizkit_client::customer::{CreateApiKey, Detail, Login, SetNewPassword};
use bizkit_client::sandbox::{Fault, Gate, Response, Sandbox, Stage};
use bizkit_client::transport::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};
use bizkit_client::{Client, Endpoint, Error, ErrorKind, KeyLocation, Retry, Throttle, blocking};

use super::ledger::{
    COOKIE, KEY, Listener, PASSWORD, SECRETS, SESSION, TOKEN, check, discreet, discreet_debug, spellings,
};

const REF: &str = "1cGIHvFoQDGLAbcA";
const ENDPOINTS: [&str; 4] =
    ["customer/detail", "customer/login", "customer/set-new-password", "customer/create-api-key"];

/// Makes each call in each way, and looks at all that comes of it. Counts the errors.
struct Driver {
    client: Client,
    errors: usize,
}

impl Driver {
    fn new(client: Client) -> Self {
        discreet_debug(&client);
        Self { client, errors: 0 }
    }

    async fn all(&mut self) {
        self.call(&Detail::new(SESSION, REF).customer_real_ip("1.1.1.1")).await;
        self.call(&Login::new("jan@barasek.com", PASSWORD)).await;
        self.call(&SetNewPassword::new(TOKEN, PASSWORD)).await;
        self.call(&CreateApiKey::new(SESSION).description("for tests")).await;
    }

    async fn call<E: Endpoint>(&mut self, request: &E) {
        let client = self.client.clone();
        let waiting = blocking::Client::new(client.clone()).unwrap();
        self.look(client.send(request).await.map(drop));
        self.look(client.send_with_meta(request).await.map(|response| discreet_debug(&response.meta)));
        self.look(client.send_raw(request).await.map(|raw| discreet_debug(&raw)));
        self.look(
            client.send_to_writer(request, &mut Vec::new()).await.map(|response| discreet_debug(&response)),
        );
        self.look(waiting.send(request).map(drop));
        self.look(waiting.send_to_writer(request, &mut std::io::sink()).map(drop));
        for text in [client.to_curl(request), client.request_line(request)] {
            self.look(text.map(|text| discreet(&text)));
        }
    }

    fn look(&mut self, result: Result<(), Error>) {
        let Err(error) = result else { return };
        check(&error);
        self.errors += 1;
    }
}

fn client(sandbox: &Sandbox, place: KeyLocation) -> Client {
    let builder = sandbox.client_builder().key(KEY).key_location(place).retry(Retry::never());
    let client = builder.timeout(Duration::from_secs(20)).max_response_bytes(100_000).build().unwrap();
    client.with_header("cookie", format!("session={COOKIE}")).unwrap()
}

fn faults() -> Vec<Fault> {
    let stages = [Stage::BeforeHeaders, Stage::InsideHeaders, Stage::AfterHeaders, Stage::InsideBody];
    let mut faults = vec![
        Fault::Status(302),
        Fault::Status(401),
        Fault::Status(500),
        Fault::code("PUBLIC_API_KEY_DOES_NOT_EXIST"),
        Fault::RateLimited { retry_after: Some(1) },
        Fault::MalformedJson,
        Fault::WrongShape,
        Fault::HugeBody(1_000_000),
        Fault::EndlessBody,
    ];
    faults.extend(stages.map(Fault::Close));
    faults.extend(stages.map(Fault::Reset));
    faults
}

/// Answers that repeat a text wherever an answer can hold one.
fn echoes(text: &str) -> Vec<Response> {
    let json = |template: &str| template.replace('$', &serde_json::to_string(text).unwrap());
    let mut bodies = vec![
        json(r#"{"error":{"code":$,"message":$,"description":$}}"#),
        json(r#"{"error":$}"#),
        json(r#"{"code":"X","message":$}"#),
        json(r#"{"title":$,"detail":$}"#),
        json(r#"{"success":$,"loggedIn":$}"#),
        json(r#"{$:1,"loggedIn":true,"success":true,"groups":[{$:$,"name":{$:$}}],"apiKey":[$]}"#),
        json("[$,$]"),
        format!("<p>{text}</p>"),
    ];
    if SECRETS.contains(&text) {
        // Across the end of what an error keeps of a body.
        bodies.push(format!("{}{text}", " ".repeat((64 << 10) - text.len() / 2)));
    }
    let statuses = [200, 401].into_iter().cycle();
    let mut all: Vec<Response> =
        bodies.iter().zip(statuses).map(|(body, status)| Response::json(status, body)).collect();
    all.extend([401, 200].into_iter().zip(&bodies).map(|(status, body)| Response::json(status, body)));
    // A header carries one line of visible letters.
    if text.bytes().all(|byte| (0x21..0x7f).contains(&byte)) {
        all.extend([302, 404].map(|status| {
            let answer = Response::json(status, "{}").with_header("x-request-id", text);
            answer.with_header("location", format!("https://elsewhere.example.com/?x={text}"))
        }));
    }
    all
}

#[tokio::test]
async fn no_path_of_failure_writes_a_secret() {
    Listener::start();
    let sandbox = Sandbox::start().unwrap();
    let places = [KeyLocation::Query, KeyLocation::Bearer];
    let mut errors = 0;

    // What the wire does, and what the server does by itself.
    for place in places {
        for fault in faults() {
            for id in ENDPOINTS {
                sandbox.on(id).fail(fault.clone()).unwrap();
            }
            let mut driver = Driver::new(client(&sandbox, place));
            driver.all().await;
            assert!(driver.errors > 0, "{fault:?} is no failure");
            errors += driver.errors;
        }
    }

    let detail = Detail::new(SESSION, REF);
    errors += the_server_repeats(&sandbox, &detail, "customer/detail", &[KEY, SESSION, COOKIE]).await;
    let change = SetNewPassword::new(TOKEN, PASSWORD);
    errors +=
        the_server_repeats(&sandbox, &change, "customer/set-new-password", &[KEY, TOKEN, PASSWORD]).await;
    errors += the_whole_request_comes_back(&sandbox).await;
    errors += time_and_place(&sandbox).await;
    errors += the_caller_and_the_transport(&sandbox).await;

    assert!(errors > 800, "only {errors} failures were looked at");
    discreet_debug(&sandbox);
    sandbox.requests().iter().for_each(discreet_debug);
    assert!(Listener::heard() > 1000, "spans and logs were written, and somebody listened");
}

/// Each secret of the call in each spelling, wherever an answer can hold it.
async fn the_server_repeats<E: Endpoint>(
    sandbox: &Sandbox,
    request: &E,
    id: &str,
    secrets: &[&str],
) -> usize {
    let mut driver = Driver::new(client(sandbox, KeyLocation::Query));
    for text in secrets.iter().flat_map(|secret| spellings(secret)) {
        for answer in echoes(&text) {
            sandbox.on(id).respond(answer).unwrap();
            let result = driver.client.send(request).await;
            driver.look(result.map(drop));
        }
    }
    sandbox.reset();
    driver.errors
}

/// A server that answers with the line, the headers and the body of what it got.
async fn the_whole_request_comes_back(sandbox: &Sandbox) -> usize {
    for status in [200, 401, 500] {
        for id in ENDPOINTS {
            let echo = move |request: &bizkit_client::sandbox::Request| {
                let body = String::from_utf8_lossy(&request.body);
                let whole = format!("{} {} {:?} {body}", request.method, request.target, request.headers);
                Response::new(status, "text/html", format!("<pre>{whole}</pre>"))
            };
            sandbox.on(id).respond_with(echo).unwrap();
        }
        for place in [KeyLocation::Query, KeyLocation::Bearer] {
            let mut driver = Driver::new(client(sandbox, place));
            driver.all().await;
            assert!(driver.errors > 0);
        }
    }
    sandbox.reset();
    let echoed = sandbox.requests().last().map(|request| request.target.clone()).unwrap_or_default();
    assert!(!echoed.is_empty());
    1
}

/// Limits of time and of numbers, and a server that is not there.
async fn time_and_place(sandbox: &Sandbox) -> usize {
    let mut errors = 0;
    for stage in [Stage::BeforeHeaders, Stage::InsideBody] {
        let gate = Gate::new();
        sandbox.on("customer/detail").fail(Fault::Hold(stage, gate.clone())).unwrap();
        let impatient = client(sandbox, KeyLocation::Query).with_timeout(Duration::from_millis(20));
        let error = Detail::new(SESSION, REF).send(&impatient).await.unwrap_err();
        assert!(error.is_timeout(), "{error}");
        check(&error);
        gate.open();
        errors += 1;
    }
    sandbox.reset();
    let builder = sandbox.client_builder().key(KEY).throttle(Throttle::server()).retry(Retry::never());
    let throttled = builder.timeout(Duration::from_secs(5)).build().unwrap();
    sandbox.on("customer/login").fail(Fault::RateLimited { retry_after: Some(3600) }).unwrap();
    for kind in [ErrorKind::Refused, ErrorKind::NotSent] {
        let error = Login::new("jan@barasek.com", PASSWORD).send(&throttled).await.unwrap_err();
        assert_eq!((error.kind(), error.is_rate_limited()), (kind, true), "{error}");
        check(&error);
        errors += 1;
    }
    let gone = Sandbox::start().unwrap();
    let mut driver = Driver::new(client(&gone, KeyLocation::Query));
    drop(gone);
    driver.all().await;
    assert!(driver.errors >= 6 * ENDPOINTS.len(), "nobody is there: {}", driver.errors);
    errors + driver.errors
}

/// A transport that shows all that it was given.
#[derive(Debug)]
struct Talkative(Arc<AtomicUsize>);

impl Transport for Talkative {
    fn send<'a>(&'a self, request: &'a HttpRequest) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        discreet_debug(request);
        let body = String::from_utf8_lossy(request.body());
        let all = format!("{} {:?} {body}", request.url(), request.headers());
        let cause = match self.0.fetch_add(1, Ordering::SeqCst) % 3 {
            0 => TransportError::refused(all),
            1 => TransportError::not_connected(all),
            _ => TransportError::interrupted(all),
        };
        Box::pin(async { Err(cause) })
    }
}

/// Mistakes of the caller, and a transport of the caller's own.
async fn the_caller_and_the_transport(sandbox: &Sandbox) -> usize {
    let builder = sandbox.client_builder().key(KEY).retry(Retry::never());
    let talkative = builder.transport(Talkative(Arc::default())).build().unwrap();
    let mut driver = Driver::new(talkative.with_header("cookie", COOKIE).unwrap());
    driver.all().await;
    let result = driver.client.send(&Detail::new(SESSION, REF)).await;
    let panic = catch_unwind(AssertUnwindSafe(|| drop(result.unwrap()))).unwrap_err();
    discreet(panic.downcast_ref::<String>().unwrap());

    let longer = |secret: &str| format!("{secret}{secret}!");
    driver.look(Detail::new(longer(SESSION), longer(SESSION)).send(&driver.client).await.map(drop));
    driver.look(Detail::new(SESSION, REF).customer_real_ip(SESSION).send(&driver.client).await.map(drop));
    driver.look(driver.client.with_key(longer(KEY)).map(drop));
    driver.look(driver.client.with_base_url(format!("https://user:{KEY}@example.com/{SESSION}")).map(drop));
    driver.look(driver.client.with_base_url(format!("{KEY}://")).map(drop));
    driver.look(driver.client.with_header("x-bad", format!("{COOKIE}\n")).map(drop));
    driver.look(driver.client.with_query("apiKey", KEY).map(drop));
    driver.look(sandbox.client_builder().key(longer(KEY)).build().map(drop));
    driver.look(sandbox.client_builder().user_agent(format!("{TOKEN}\n")).build().map(drop));
    assert!(driver.errors >= 6 * ENDPOINTS.len() + 9, "{}", driver.errors);
    driver.errors
}
