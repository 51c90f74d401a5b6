//! The server around [`respond`](super::respond): loopback, one thread, ready when `start` returns.

use super::connection::{self, Order};
use super::exchange::Exchange;
use super::front::Front;
use super::message::{Request, Response};
use super::plan::{Choice, Plan};
use bizkit_spec::Checked;
use bizkit_spec::model::{Api, Endpoint};
use std::collections::VecDeque;
use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc};
use std::thread::{self, JoinHandle};
use std::time::{SystemTime, UNIX_EPOCH};
use tokio::sync::mpsc::UnboundedSender;

/// How many requests are kept to look at, and how many bytes of them.
const REMEMBERED: usize = 1000;
const REMEMBERED_BYTES: usize = 64 * 1024 * 1024;

/// A running sandbox. It stops when it is dropped.
///
/// It works on a thread and a runtime of its own, so callers may be blocking or asynchronous.
pub struct Server {
    address: SocketAddr,
    pub(super) shared: Arc<Shared>,
    orders: Option<UnboundedSender<Order>>,
    thread: Option<JoinHandle<()>>,
}

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
    requests: VecDeque<Request>,
    /// How many bytes the requests hold.
    bytes: usize,
    /// Whether pages of other origins may call.
    cors: bool,
    answered: u64,
    connections: usize,
    observer: Option<Observer>,
    front: Option<Ask>,
}

impl Server {
    /// Starts on a free port of the loopback interface.
    ///
    /// # Errors
    /// Where the system gives no port or no thread.
    pub fn start(api: Checked<Api>) -> io::Result<Self> {
        Self::start_at(api, (Ipv4Addr::LOCALHOST, 0).into())
    }

    /// Starts at an address.
    ///
    /// # Errors
    /// Where the system does not give the address or a thread.
    pub fn start_at(api: Checked<Api>, address: SocketAddr) -> io::Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let listener = {
            let _entered = runtime.enter();
            connection::bind(address)?.listen(connection::BACKLOG)?
        };
        let address = listener.local_addr()?;
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
        let local = address.ip().is_loopback();
        let shared = Arc::new(Shared { started: now(), local, state: Mutex::new(state) });
        let (orders, received) = tokio::sync::mpsc::unbounded_channel();
        let seen = Arc::clone(&shared);
        let thread = thread::Builder::new().name("bizkit-sandbox".to_owned()).spawn(move || {
            tokio::task::LocalSet::new().block_on(&runtime, connection::serve(listener, seen, received));
        })?;
        Ok(Self { address, shared, orders: Some(orders), thread: Some(thread) })
    }

    /// Where it listens (`http://127.0.0.1:49152`).
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The address that it listens at.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The API that it plays.
    pub fn api(&self) -> Arc<Checked<Api>> {
        self.shared.api()
    }

    /// Plays another API from now on, such as the same one after a change of its specs.
    pub fn set_api(&self, api: Checked<Api>) {
        self.shared.lock().api = Arc::new(api);
    }

    /// Calls a function with each request and its answer, on the server's thread: for a log.
    pub fn observe(&self, observer: impl Fn(&Exchange<'_>) + Send + Sync + 'static) {
        self.shared.lock().observer = Some(Arc::new(observer));
    }

    /// Asks a function before the API, for what the same server has to say besides: a page about the API, and what that page
    /// wants to know. It runs on the server's thread. What it answers itself is neither recorded nor observed, and no
    /// page of another origin may read it.
    pub fn set_front(&self, front: impl Fn(&Request) -> Option<Front> + Send + Sync + 'static) {
        self.shared.lock().front = Some(Arc::new(front));
    }

    /// Whether pages of every origin may call and read the answers, as browsers ask it by CORS. They may, unless it is
    /// turned off.
    pub fn set_cors(&self, open: bool) {
        self.shared.lock().cors = open;
    }

    /// Forgets everything that was chosen with [`on`](Self::on), but for the usual answers.
    pub fn reset(&self) {
        self.shared.lock().plan.clear();
    }

    /// The requests that came, oldest first; the last thousand are kept, or fewer where they are longer than 64 MiB.
    pub fn requests(&self) -> Vec<Request> {
        self.shared.lock().requests.iter().cloned().collect()
    }

    /// As [`requests`](Self::requests), and forgets them.
    pub fn take_requests(&self) -> Vec<Request> {
        let mut state = self.shared.lock();
        state.bytes = 0;
        std::mem::take(&mut state.requests).into()
    }

    /// How many connections were opened.
    pub fn connections(&self) -> usize {
        self.shared.lock().connections
    }

    /// Ends every connection and refuses new ones, as a machine does whose server has died. The port stays its own.
    ///
    /// # Errors
    /// Where the system does not give the port back.
    pub fn stop_listening(&self) -> io::Result<()> {
        self.order(Order::Stop)
    }

    /// Accepts connections again, at the same address.
    ///
    /// # Errors
    /// Where the system does not let it.
    pub fn listen_again(&self) -> io::Result<()> {
        self.order(Order::Listen)
    }

    /// Has the server's thread do something, and waits until it has.
    fn order(&self, order: fn(connection::Done) -> Order) -> io::Result<()> {
        let gone = || io::Error::other("the sandbox has stopped");
        let (done, answer) = mpsc::channel();
        self.orders.as_ref().ok_or_else(gone)?.send(order(done)).map_err(|_| gone())?;
        answer.recv().map_err(|_| gone())?
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.orders.take());
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

impl Shared {
    /// The API that is played now.
    pub(super) fn api(&self) -> Arc<Checked<Api>> {
        Arc::clone(&self.lock().api)
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
