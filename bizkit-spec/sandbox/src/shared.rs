//! What the server's thread and its owner both see: the API, the plan, and what came.

use super::exchange::Exchange;
use super::front::Front;
use super::message::{Request, Response};
use super::plan::{Choice, Plan};
use bizkit_spec::Checked;
use bizkit_spec::model::{Api, Endpoint};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

/// How many requests are kept to look at, and how many bytes of them.
const REMEMBERED: usize = 1000;
const REMEMBERED_BYTES: usize = 64 * 1024 * 1024;

/// What the server's thread and its owner both see.
pub(super) struct Shared {
    started: u64,
    /// Only this machine can call.
    local: bool,
    state: Mutex<State>,
}

/// What is asked before the API is.
type Ask = Arc<dyn Fn(&Request) -> Option<Front> + Send + Sync>;

/// What is shown every exchange.
type Observer = Arc<dyn Fn(&Exchange<'_>) + Send + Sync>;

/// What changes while a server runs.
pub(super) struct State {
    api: Arc<Checked<Api>>,
    pub(super) plan: Plan,
    pub(super) requests: VecDeque<Request>,
    /// How many bytes the requests hold.
    bytes: usize,
    /// Whether pages of other origins may call.
    pub(super) cors: bool,
    answered: u64,
    pub(super) connections: usize,
    pub(super) observer: Option<Observer>,
    pub(super) front: Option<Ask>,
}

impl Shared {
    /// What a server begins with; `local` says that only this machine can call.
    pub(super) fn new(api: Checked<Api>, local: bool) -> Self {
        let state = State {
            api: Arc::new(api),
            plan: Plan::default(),
            requests: VecDeque::new(),
            bytes: 0,
            cors: true,
            answered: 0,
            connections: 0,
            observer: None,
            front: None,
        };
        Self { started: now(), local, state: Mutex::new(state) }
    }

    /// The API that is played now.
    pub(super) fn api(&self) -> Arc<Checked<Api>> {
        Arc::clone(&self.lock().api)
    }

    /// Plays another API from now on.
    pub(super) fn set_api(&self, api: Checked<Api>) {
        self.lock().api = Arc::new(api);
    }

    /// Shows a request and its answer to whoever observes.
    pub(super) fn show(&self, exchange: &Exchange<'_>) {
        let observer = self.lock().observer.clone();
        if let Some(observer) = observer {
            observer(exchange);
        }
    }

    /// What stands before the API says to a request.
    pub(super) fn front(&self, request: &Request) -> Option<Front> {
        let front = self.lock().front.clone();
        front.and_then(|front| front(request))
    }

    /// Writes a request down.
    pub(super) fn record(&self, request: &Request) {
        let State { requests, bytes, .. } = &mut *self.lock();
        requests.push_back(request.clone());
        *bytes += size(request);
        while requests.len() > REMEMBERED || (*bytes > REMEMBERED_BYTES && requests.len() > 1) {
            *bytes -= requests.pop_front().as_ref().map_or(0, size);
        }
    }

    /// Hands out the requests that came, oldest first, and forgets them.
    pub(super) fn take_requests(&self) -> Vec<Request> {
        let mut state = self.lock();
        state.bytes = 0;
        std::mem::take(&mut state.requests).into()
    }

    /// Whether a name of somebody else may lead here.
    pub(super) fn is_local(&self) -> bool {
        self.local
    }

    /// Whether pages of other origins may call.
    pub(super) fn cors(&self) -> bool {
        self.lock().cors
    }

    /// Counts a connection.
    pub(super) fn connected(&self) {
        self.lock().connections += 1;
    }

    /// Counts a call of the endpoint and tells what was chosen for it.
    pub(super) fn choice(&self, endpoint: &Endpoint) -> Choice {
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

    pub(super) fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The bytes that a request holds.
fn size(Request { method, target, headers, body }: &Request) -> usize {
    let headers: usize = headers.iter().map(|(name, value)| name.len() + value.len()).sum();
    method.len() + target.len() + headers + body.len()
}

/// Seconds since 1970.
#[expect(
    clippy::disallowed_methods,
    reason = "the only reading of a clock: a header that no check depends on"
)]
fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs())
}
