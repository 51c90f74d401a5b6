//! The fault matrix: every fault, for calls that bear repeating and calls that do not, async and blocking, for one
//! attempt and for all of them. Each cell compares what happened with what the rules say: the outcome, the requests
//! that the server saw, the time that passed on the client's clock. No cell waits for real time, and none may show a
//! secret. `cargo test -p bizkit-tests --test main faults -- --nocapture` prints the figures.

mod table;

use crate::runtime::secrets::{KEY, SESSION, check, discreet};
use bizkit_client::customer::{Detail, RegisterAccount};
use bizkit_client::sandbox::{Fault, Sandbox};
use bizkit_client::transport::{BoxFuture, HttpTransport};
use bizkit_client::{Client, Clock, Endpoint, Error, Response, blocking};
use std::fmt::Debug;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use table::{ATTEMPT, BEGIN, CALL, Class, MAX_RESPONSE, Outcome, Row, Trouble, holding, rows};

/// A clock on which a pause passes at once, and a limit only when the server holds the answer back. Its jitter is a half.
#[derive(Debug, Clone)]
struct MatrixClock {
    now: Arc<Mutex<Duration>>,
    trouble: Trouble,
    sandbox: Arc<Sandbox>,
    /// The attempt after which the trouble is over.
    troubled: u32,
    pauses: Arc<Mutex<u32>>,
}

impl Clock for MatrixClock {
    fn now(&self) -> Duration {
        *self.now.lock().unwrap()
    }
    fn unix(&self) -> Duration {
        BEGIN + self.now()
    }
    fn sleep(&self, time: Duration) -> BoxFuture<'static, ()> {
        let clock = self.clone();
        Box::pin(async move {
            match &clock.trouble {
                _ if time < ATTEMPT => clock.pause(),
                Trouble::Hold(_, gate) => {
                    gate.reached().await;
                    // Ready for the next attempt.
                    gate.close();
                }
                _ => std::future::pending().await,
            }
            *clock.now.lock().unwrap() += time;
        })
    }
    fn jitter(&self) -> f64 {
        0.5
    }
}

impl MatrixClock {
    /// Between two attempts: a server that was down comes back when it is time.
    fn pause(&self) {
        let mut pauses = self.pauses.lock().unwrap();
        *pauses += 1;
        if matches!(self.trouble, Trouble::Down) && *pauses == self.troubled {
            self.sandbox.listen_again().unwrap();
        }
    }
}

/// How a call is made.
trait Caller {
    fn call<E: Endpoint>(&self, client: Client, request: &E) -> Result<Response<E::Response>, Error>;
}

struct Async(tokio::runtime::Runtime);

impl Caller for Async {
    fn call<E: Endpoint>(&self, client: Client, request: &E) -> Result<Response<E::Response>, Error> {
        self.0.block_on(client.send_with_meta(request))
    }
}

struct Blocking;

impl Caller for Blocking {
    fn call<E: Endpoint>(&self, client: Client, request: &E) -> Result<Response<E::Response>, Error> {
        blocking::Client::new(client).unwrap().send_with_meta(request)
    }
}

/// What the calls of one matrix share.
struct Stage {
    sandbox: Arc<Sandbox>,
    http: HttpTransport,
}

impl Stage {
    fn new() -> Self {
        // A connection that one cell has left behind would be trouble of another kind for the next.
        let http = || reqwest::Client::builder().pool_max_idle_per_host(0);
        let http = HttpTransport::with_builder(http).unwrap();
        Self { sandbox: Arc::new(Sandbox::start().unwrap()), http }
    }
}

/// Sets the trouble up, makes the call and looks at what came of it.
fn play<E: Endpoint<Response: Debug>>(
    Stage { sandbox, http }: &Stage,
    caller: &impl Caller,
    row: &Row,
    troubled: u32,
    (id, request): (&str, &E),
) -> Outcome {
    sandbox.reset();
    sandbox.listen_again().unwrap();
    sandbox.take_requests();
    let on = sandbox.on(id).first(troubled as usize);
    match &row.trouble {
        Trouble::Answer(answer) => on.answer(answer.clone()).unwrap(),
        Trouble::Hold(stage, gate) => {
            gate.close();
            on.fail(Fault::Hold(*stage, gate.clone())).unwrap();
        }
        Trouble::Down => sandbox.stop_listening().unwrap(),
    }
    let clock = MatrixClock {
        now: Arc::default(),
        trouble: row.trouble.clone(),
        sandbox: Arc::clone(sandbox),
        troubled,
        pauses: Arc::default(),
    };
    let builder = sandbox
        .client_builder()
        .key(KEY)
        .clock(clock.clone())
        .max_response_bytes(MAX_RESPONSE)
        .transport(http.clone());
    let client = builder.timeout(CALL).attempt_timeout(ATTEMPT).build().unwrap();
    let result = caller.call(client, request);
    let requests = sandbox.take_requests().len();
    let elapsed = clock.now();
    let outcome = match &result {
        Ok(response) => {
            discreet(&format!("{response:?}"));
            assert_eq!(response.meta.elapsed, elapsed);
            Outcome {
                kind: None,
                status: Some(response.meta.status),
                attempts: response.meta.attempts,
                holds: Vec::new(),
                requests,
                elapsed,
            }
        }
        Err(error) => {
            check(error);
            assert_eq!(error.elapsed(), elapsed);
            assert_eq!(error.retry_after().is_some(), row.asks.is_some(), "{error}");
            Outcome {
                kind: Some(error.kind()),
                status: error.status(),
                attempts: error.attempts(),
                holds: holding([
                    ("retryable", error.is_retryable()),
                    ("timeout", error.is_timeout()),
                    ("connect", error.is_connect()),
                    ("rate limited", error.is_rate_limited()),
                    ("server error", error.is_server_error()),
                ]),
                requests,
                elapsed,
            }
        }
    };
    // What is held would otherwise wait for ever.
    if let Trouble::Hold(_, gate) = &row.trouble {
        gate.open();
    }
    outcome
}

/// Every row for one class and one caller.
#[allow(clippy::print_stdout, reason = "the figures are asked for with `--nocapture`")]
fn matrix(name: &str, class: Class, caller: &impl Caller) {
    let stage = Stage::new();
    let (mut cells, mut requests, mut wrong) = (0, 0, Vec::new());
    for row in rows() {
        for troubled in [1, 2, 3] {
            let expected = row.expected(class, troubled);
            let found = match class {
                Class::Safe => {
                    let request = Detail::new(SESSION, "1cGIHvFoQDGLAbcA");
                    play(&stage, caller, &row, troubled, ("customer/detail", &request))
                }
                Class::Never => {
                    let request = RegisterAccount::new("jan@barasek.com", SESSION);
                    play(&stage, caller, &row, troubled, ("customer/register-account", &request))
                }
            };
            cells += 1;
            requests += found.requests;
            if found != expected {
                wrong.push(format!(
                    "{row:?}, {troubled} times:\n  expected {expected:?}\n  found    {found:?}"
                ));
            }
        }
    }
    println!("faults, {name}, {class:?}: {cells} cells, {requests} requests, {} wrong", wrong.len());
    assert!(wrong.is_empty(), "{name}, {class:?}:\n{}", wrong.join("\n"));
}

fn asynchronous() -> Async {
    Async(tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap())
}

#[test]
fn faults_end_async_calls_that_bear_repeating_as_the_rules_say() {
    matrix("async", Class::Safe, &asynchronous());
}

#[test]
fn faults_end_async_calls_that_must_not_be_repeated_as_the_rules_say() {
    matrix("async", Class::Never, &asynchronous());
}

#[test]
fn faults_end_blocking_calls_that_bear_repeating_as_the_rules_say() {
    matrix("blocking", Class::Safe, &Blocking);
}

#[test]
fn faults_end_blocking_calls_that_must_not_be_repeated_as_the_rules_say() {
    matrix("blocking", Class::Never, &Blocking);
}
