//! The server around [`respond`](super::respond): loopback, one thread, ready when `start` returns.

use super::connection::{self, Order};
use super::exchange::Exchange;
use super::front::Front;
use super::message::Request;
use super::shared::Shared;
use bizkit_spec::Checked;
use bizkit_spec::model::Api;
use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, mpsc};
use std::thread::{self, JoinHandle};
use tokio::sync::mpsc::UnboundedSender;

/// A running sandbox. It stops when it is dropped.
///
/// It works on a thread and a runtime of its own, so callers may be blocking or asynchronous.
pub struct Server {
    address: SocketAddr,
    pub(super) shared: Arc<Shared>,
    orders: Option<UnboundedSender<Order>>,
    thread: Option<JoinHandle<()>>,
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
        let local = address.ip().is_loopback();
        let shared = Arc::new(Shared::new(api, local));
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
        self.shared.set_api(api);
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
        self.shared.take_requests()
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
