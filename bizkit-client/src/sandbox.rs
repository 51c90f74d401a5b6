//! A server on this machine that plays the API, for tests: it answers as the specs say and keeps the requests that came.
//!
//! It checks method, path, key and every argument as the specs say, answers with the documented examples, and
//! refuses with the documented codes. No request leaves the machine, so tests need neither a key nor a network.
//!
//! ```
//! use bizkit_client::customer;
//! use bizkit_client::sandbox::{Fault, Sandbox};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let sandbox = Sandbox::start()?;
//! let client = sandbox.client()?;
//! let detail = customer::Detail::new("Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg", "1cGIHvFoQDGLAbcA");
//!
//! // The documented example ...
//! assert!(matches!(detail.send(&client).await?, customer::DetailResponse::Profile(_)));
//!
//! // ... another one, by its summary or by the variant that it shows ...
//! sandbox.on("customer/detail").respond_with_example("LoggedOut")?;
//! assert_eq!(detail.send(&client).await?, customer::DetailResponse::LoggedOut);
//!
//! // ... and a refusal.
//! sandbox.on("customer/detail").fail(Fault::code("PUBLIC_CUSTOMER_DETAIL_NOT_PERMITTED"))?;
//! assert!(detail.send(&client).await.is_err_and(|error| error.is_permission_denied()));
//!
//! assert_eq!(sandbox.requests().len(), 3);
//! assert_eq!(sandbox.requests()[0].query("cuRefNo").as_deref(), Some("1cGIHvFoQDGLAbcA"));
//! # Ok(())
//! # }
//! ```

mod on_call;

pub use crate::endpoint::serve::Serve;
pub use bizkit_sandbox::{Answer, Exchange, Fault, Gate, On, PlanError, Request, Response, Stage};
pub use on_call::{IntoAnswer, OnCall};

use crate::client::{Client, ClientBuilder};
use crate::error::Error;
use crate::schema::tables::ApiInfo;
use bizkit_sandbox::Server;
use bizkit_spec::Specs;
use std::fmt;
use std::io;

/// A running sandbox; it stops when it is dropped.
///
/// It works on a thread of its own, so blocking and asynchronous callers may use it alike. Every sandbox has a
/// port of its own, so tests may run side by side.
#[doc(alias("mock", "fake", "stub", "test server"))]
pub struct Sandbox {
    server: Server,
    api: &'static ApiInfo,
}

impl Sandbox {
    /// Starts a sandbox of any API that the macros have read: `Sandbox::of(&API, bizkit_macros::sources!("specs"))`.
    ///
    /// # Errors
    /// When the specs break a rule, or the system gives no port or no thread.
    pub fn of(api: &'static ApiInfo, specs: &[(&str, &str)]) -> io::Result<Self> {
        let specs = Specs::from_texts(specs.iter().copied());
        let Some(model) = specs.api() else {
            let first = specs.findings.iter().next().map_or("", |finding| &finding.message);
            return Err(io::Error::new(
                io::ErrorKind::InvalidData,
                format!("the specs break a rule: {first}"),
            ));
        };
        Ok(Self { server: Server::start(model.clone())?, api })
    }

    /// Where it listens: `http://127.0.0.1:49152`.
    pub fn url(&self) -> String {
        self.server.url()
    }

    /// A client that calls this sandbox with the key of the documentation.
    ///
    /// # Errors
    /// As [`ClientBuilder::build`].
    pub fn client(&self) -> Result<Client, Error> {
        self.client_builder().build()
    }

    /// As [`client`](Self::client), to be set up further.
    pub fn client_builder(&self) -> ClientBuilder {
        let builder = Client::for_api(self.api).base_url(self.url());
        match self.sample_key() {
            Some(key) => builder.key(key),
            None => builder,
        }
    }

    /// Chooses the answers of an endpoint, by its id: the path of its spec without the ending.
    pub fn on<'a>(&'a self, endpoint: &'a str) -> On<'a> {
        self.server.on(endpoint)
    }

    /// Forgets everything that was chosen with [`on`](Self::on) and [`on_call`](Self::on_call).
    pub fn reset(&self) {
        self.server.reset();
    }

    /// The requests that came, oldest first; the last thousand are kept.
    pub fn requests(&self) -> Vec<Request> {
        self.server.requests()
    }

    /// As [`requests`](Self::requests), and forgets them.
    pub fn take_requests(&self) -> Vec<Request> {
        self.server.take_requests()
    }

    /// Calls a function with each request and its answer, on the server's thread: for a log. An [`Exchange`]
    /// prints as one line without secrets.
    pub fn observe(&self, observer: impl Fn(&Exchange<'_>) + Send + Sync + 'static) {
        self.server.observe(observer);
    }

    /// Ends every connection and refuses new ones, as a machine does whose server has died. The port stays its own.
    ///
    /// # Errors
    /// When the system does not give the port back.
    pub fn stop_listening(&self) -> io::Result<()> {
        self.server.stop_listening()
    }

    /// Accepts connections again, at the same URL.
    ///
    /// # Errors
    /// When the system does not let it.
    pub fn listen_again(&self) -> io::Result<()> {
        self.server.listen_again()
    }

    /// How many connections were opened.
    pub fn connections(&self) -> usize {
        self.server.connections()
    }

    /// The sandbox's server.
    pub(crate) fn server(&self) -> &Server {
        &self.server
    }

    /// The key that the specs show; an API without keys has none.
    fn sample_key(&self) -> Option<String> {
        let model = self.server.api();
        let key = model.key.as_ref()?;
        model.type_def(key.ty).schema.example.as_ref()?.as_str().map(str::to_owned)
    }
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sandbox").field("url", &self.url()).finish_non_exhaustive()
    }
}
