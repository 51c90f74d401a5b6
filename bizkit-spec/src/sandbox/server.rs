//! The server around [`respond`](super::respond): loopback, one thread, ready when `start` returns.

use super::connection;
use super::documented::find_example;
use super::fault::Fault;
use super::message::{Request, Response};
use super::plan::{Answer, Calls, Plan, PlanError};
use crate::model::{Api, Endpoint};
use std::collections::VecDeque;
use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{SystemTime, UNIX_EPOCH};
use tokio::sync::oneshot;

/// How many requests are kept to look at.
const REMEMBERED: usize = 1000;

/// A running sandbox. It stops when it is dropped.
///
/// It works on a thread and a runtime of its own, so callers may be blocking or asynchronous.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

/// What the server's thread and its owner both see.
pub(super) struct Shared {
    pub(super) api: Api,
    started: u64,
    state: Mutex<State>,
}

/// What changes while a server runs.
#[derive(Default)]
struct State {
    plan: Plan,
    requests: VecDeque<Request>,
    answered: u64,
    connections: usize,
}

impl Server {
    /// Starts on a free port of the loopback interface.
    ///
    /// # Errors
    /// Where the system gives no port or no thread.
    pub fn start(api: Api) -> io::Result<Self> {
        Self::start_at(api, (Ipv4Addr::LOCALHOST, 0).into())
    }

    /// Starts at an address.
    ///
    /// # Errors
    /// Where the system does not give the address or a thread.
    pub fn start_at(api: Api, address: SocketAddr) -> io::Result<Self> {
        let listener = TcpListener::bind(address)?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared { api, started: now(), state: Mutex::default() });
        let (stop, stopped) = oneshot::channel();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let seen = Arc::clone(&shared);
        let thread = thread::Builder::new().name("bizkit-sandbox".to_owned()).spawn(move || {
            tokio::task::LocalSet::new().block_on(&runtime, connection::serve(listener, seen, stopped));
        })?;
        Ok(Self { address, shared, stop: Some(stop), thread: Some(thread) })
    }

    /// Where it listens (`http://127.0.0.1:49152`).
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The API that it plays.
    pub fn api(&self) -> &Api {
        &self.shared.api
    }

    /// Chooses the answers of an endpoint, by its id (`customer/detail`).
    pub fn on<'a>(&'a self, endpoint: &'a str) -> On<'a> {
        On { server: self, endpoint, calls: Calls::All }
    }

    /// Forgets everything that was chosen with [`on`](Self::on).
    pub fn reset(&self) {
        self.shared.lock().plan.clear();
    }

    /// The requests that came, oldest first; the last thousand are kept.
    pub fn requests(&self) -> Vec<Request> {
        self.shared.lock().requests.iter().cloned().collect()
    }

    /// How many connections were opened.
    pub fn connections(&self) -> usize {
        self.shared.lock().connections
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // The thread's own panic was reported where it happened.
            let _ = thread.join();
        }
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server")
            .field("url", &self.url())
            .field("api", &self.api().title)
            .finish_non_exhaustive()
    }
}

/// The answers of one endpoint, to be chosen. Of several choices for one call, the last one made holds.
///
/// Every choice fails where the specs do not know a name, and says which names they know.
#[derive(Debug)]
#[must_use = "nothing is chosen until an answer is named"]
pub struct On<'a> {
    server: &'a Server,
    endpoint: &'a str,
    calls: Calls,
}

impl On<'_> {
    /// Only the n-th call from now, counted from one.
    pub fn nth(mut self, call: usize) -> Self {
        self.calls = Calls::Nth(call);
        self
    }

    /// Only the next `count` calls.
    pub fn first(mut self, count: usize) -> Self {
        self.calls = Calls::First(count);
        self
    }

    /// Answers with the example that has this summary or shows this variant of the reply
    /// (`"LoggedOut"`), once the request has passed every check.
    ///
    /// # Errors
    /// Where the endpoint or the example is not known.
    pub fn reply_example(self, name: &str) -> Result<(), PlanError> {
        self.answer(Answer::example(name))
    }

    /// Answers with this response, once the request has passed every check.
    ///
    /// # Errors
    /// Where the endpoint is not known or the status is none.
    pub fn reply(self, response: Response) -> Result<(), PlanError> {
        self.answer(response)
    }

    /// Answers with what the function makes of each request that has passed every check.
    ///
    /// # Errors
    /// Where the endpoint is not known.
    pub fn reply_with(
        self,
        function: impl Fn(&Request) -> Response + Send + Sync + 'static,
    ) -> Result<(), PlanError> {
        self.answer(Answer::Function(Arc::new(function)))
    }

    /// Fails, whether the request is right or not.
    ///
    /// # Errors
    /// Where the endpoint or the code is not known or the status is none.
    pub fn fail(self, fault: Fault) -> Result<(), PlanError> {
        self.answer(fault)
    }

    /// Answers one call after the other with one answer each; then as before.
    ///
    /// # Errors
    /// Where the endpoint, an example or a code is not known or a status is none.
    pub fn in_turn<A: Into<Answer>>(self, answers: impl IntoIterator<Item = A>) -> Result<(), PlanError> {
        for (index, answer) in answers.into_iter().enumerate() {
            self.plan(Calls::Nth(index + 1), answer.into())?;
        }
        Ok(())
    }

    /// Answers so.
    ///
    /// # Errors
    /// Where the endpoint, the example or the code is not known or the status is none.
    pub fn answer(self, answer: impl Into<Answer>) -> Result<(), PlanError> {
        self.plan(self.calls, answer.into())
    }

    fn plan(&self, calls: Calls, answer: Answer) -> Result<(), PlanError> {
        let api = self.server.api();
        let Some(endpoint) = api.endpoint(self.endpoint) else {
            let known: Vec<String> = api.endpoints.iter().map(|endpoint| endpoint.id.clone()).collect();
            return Err(PlanError::unknown("endpoint", self.endpoint, &known));
        };
        check(api, endpoint, &answer)?;
        self.server.shared.lock().plan.add(self.endpoint, calls, answer);
        Ok(())
    }
}

/// Whether the specs know every name of the answer, and HTTP its status.
fn check(api: &Api, endpoint: &Endpoint, answer: &Answer) -> Result<(), PlanError> {
    let status = match answer {
        Answer::Example(name) => return find_example(api, endpoint, name).map(drop),
        Answer::Fault(Fault::Code(code)) if !api.errors.iter().any(|known| known.code == *code) => {
            let known: Vec<String> = api.errors.iter().map(|known| known.code.clone()).collect();
            return Err(PlanError::unknown("error code", code, &known));
        }
        Answer::Fault(Fault::Status(status)) => *status,
        Answer::Response(response) => response.status,
        Answer::Fault(_) | Answer::Function(_) => return Ok(()),
    };
    // A status below 200 announces another answer, and none would come.
    match status {
        200..=999 => Ok(()),
        _ => Err(PlanError { message: format!("no final answer has the status {status}; use 200 to 999") }),
    }
}

impl Shared {
    /// Writes a request down.
    pub(super) fn record(&self, request: &Request) {
        let requests = &mut self.lock().requests;
        if requests.len() == REMEMBERED {
            requests.pop_front();
        }
        requests.push_back(request.clone());
    }

    /// Counts a connection.
    pub(super) fn connected(&self) {
        self.lock().connections += 1;
    }

    /// Counts a call of the endpoint and gives the answer that was chosen for it.
    pub(super) fn next_answer(&self, endpoint: &Endpoint) -> Option<Answer> {
        self.lock().plan.next(&endpoint.id)
    }

    /// Adds the headers that every answer has: a request id and the rate-limit figures, those of an
    /// hour that began with the server. One call is always left, since nobody is refused for having made many.
    pub(super) fn sign(&self, response: Response) -> Response {
        const HOURLY: u64 = 1000;
        let number = {
            let mut state = self.lock();
            state.answered += 1;
            state.answered
        };
        response
            .with_header("x-request-id", format!("sandbox-{number}"))
            .with_header("x-ratelimit-limit", HOURLY.to_string())
            .with_header("x-ratelimit-remaining", HOURLY.saturating_sub(number).max(1).to_string())
            .with_header("x-ratelimit-reset", (self.started + 3600).to_string())
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Seconds since 1970.
#[expect(
    clippy::disallowed_methods,
    reason = "the only reading of a clock: a header that no check depends on"
)]
fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs())
}
