//! The client that waits for its calls.

use std::io;

use tokio::runtime::Handle;

use super::paging::{Items, Pages};
use super::runtime::{runtime, wait};
use super::stream::StreamResponse;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::error::response::{RawResponse, Response};
use crate::paging::Paged;

/// Makes calls, and waits for them.
///
/// It is a [`Client`](crate::Client) that waits: make one, and wrap it.
///
/// ```no_run
/// # fn call<E: bizkit_client::Endpoint>(request: &E) -> Result<(), bizkit_client::Error> {
/// let client = bizkit_client::blocking::Client::from_env()?;
/// let response = client.send(request)?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct Client {
    inner: crate::Client,
    runtime: Handle,
}

impl Client {
    /// A client that waits for the calls of `client`. Retry budget, quota and the limit on calls in flight are shared;
    /// the connections are those of all blocking clients, as
    /// [each runtime has its own](crate::transport::HttpTransport#runtimes).
    ///
    /// # Errors
    /// When the system gives no thread or no event queue for the sockets.
    pub fn new(client: crate::Client) -> Result<Self, Error> {
        Ok(Self { inner: client, runtime: runtime()? })
    }

    /// A variation for one call or for many, made by the `with_` methods of the client behind it.
    ///
    /// ```no_run
    /// # fn vary(client: &bizkit_client::blocking::Client) {
    /// let quick = client.with(|client| client.with_timeout(std::time::Duration::from_secs(2)));
    /// # }
    /// ```
    #[must_use]
    pub fn with(&self, change: impl FnOnce(&crate::Client) -> crate::Client) -> Self {
        Self { inner: change(&self.inner), runtime: self.runtime.clone() }
    }

    /// The client behind it, for variations that can fail: `Client::new(client.inner().with_key(key)?)`.
    pub fn inner(&self) -> &crate::Client {
        &self.inner
    }

    /// Makes a call.
    ///
    /// # Errors
    /// As [`Error`] describes.
    pub fn send<E: Endpoint>(&self, request: &E) -> Result<E::Response, Error> {
        self.wait(self.inner.send(request))
    }

    /// Makes a call, and tells status, headers, attempts beside the value.
    ///
    /// # Errors
    /// As [`Error`] describes.
    pub fn send_with_meta<E: Endpoint>(&self, request: &E) -> Result<Response<E::Response>, Error> {
        self.wait(self.inner.send_with_meta(request))
    }

    /// Makes a call, and gives the answer unread and unjudged, whatever its status, its content type and its body are.
    ///
    /// # Errors
    /// When the request breaks its rules, or no complete answer came.
    pub fn send_raw<E: Endpoint>(&self, request: &E) -> Result<RawResponse, Error> {
        self.wait(self.inner.send_raw(request))
    }

    /// The pages of a list, from the one that the request names on. Nothing is sent before they are read.
    pub fn pages<E: Paged>(&self, request: &E) -> Pages<E> {
        Pages::new(self.clone(), self.inner.pages(request))
    }

    /// The items of a list, from the page that the request names on. Nothing is sent before they are read.
    ///
    /// ```no_run
    /// # use bizkit_client::paging::Paged;
    /// # fn export<E: Paged>(client: &bizkit_client::blocking::Client, list: &E) -> Result<(), bizkit_client::Error>
    /// # where E::Item: std::fmt::Debug {
    /// for item in client.items(list) {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn items<E: Paged>(&self, request: &E) -> Items<E> {
        self.pages(request).items()
    }

    /// Makes a call, and gives the body of its answer as it comes, as a [`Read`](io::Read).
    ///
    /// # Errors
    /// As [`Client::send_stream`](crate::Client::send_stream).
    pub fn send_stream<E: Endpoint>(&self, request: &E) -> Result<StreamResponse, Error> {
        let inner = self.wait(self.inner.send_stream(request))?;
        Ok(StreamResponse::new(inner, self.runtime.clone()))
    }

    /// Makes a call, and writes the body of its answer as it comes; gives the status, the headers and the number of
    /// bytes.
    ///
    /// ```no_run
    /// # fn save<E: bizkit_client::Endpoint>(client: &bizkit_client::blocking::Client, request: &E)
    /// #     -> Result<(), Box<dyn std::error::Error>> {
    /// let mut file = std::fs::File::create("invoice.pdf")?;
    /// let bytes = client.send_to_writer(request, &mut file)?.value;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`Client::send_to_writer`](crate::Client::send_to_writer).
    pub fn send_to_writer<E: Endpoint>(
        &self,
        request: &E,
        writer: &mut impl io::Write,
    ) -> Result<Response<u64>, Error> {
        self.send_stream(request)?.write_to(writer)
    }

    pub(super) fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        wait(&self.runtime, work)
    }
}
