//! The methods of a client that make one call, or show what it would send.

use tokio::io::AsyncWrite;

use super::stream::StreamResponse;
use super::{curl, prepare, send};
use crate::client::Client;
use crate::client::options::CallOptions;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::error::response::{RawResponse, Response};
use crate::schema::tables::EndpointInfo;
use crate::secret::redact::Secrets;
use crate::transport::message::HttpRequest;
use crate::value::Members;
use crate::value::check::Checker;

impl Client {
    /// Makes a call. It is awaited inside of a Tokio runtime; see [what a call needs](crate#what-it-needs).
    ///
    /// Only a response that the endpoint documents is a value: a good status, the documented content type of a text or a file,
    /// and no body that says that the call failed.
    ///
    /// # Errors
    /// As [`Error`] describes.
    pub async fn send<E: Endpoint>(&self, request: &E) -> Result<E::Response, Error> {
        send::send(self, request).await.map(|response| response.value)
    }

    /// Makes a call, and gives status, headers and attempts beside the value.
    ///
    /// # Errors
    /// As [`Error`] describes.
    pub async fn send_with_meta<E: Endpoint>(&self, request: &E) -> Result<Response<E::Response>, Error> {
        send::send(self, request).await
    }

    /// Makes a call, and gives the answer unread and unjudged, whatever its status, content type and body: redirects and
    /// errors as well. Calls are repeated as those of [`send`](Self::send).
    ///
    /// # Errors
    /// When the request breaks its rules, or no complete answer came.
    pub async fn send_raw<E: Endpoint>(&self, request: &E) -> Result<RawResponse, Error> {
        send::send_raw(self, E::INFO, request).await
    }

    /// Makes a call, and gives the body of its answer in pieces, as it comes: for files that need not be in memory.
    ///
    /// The answer's head has come when this returns, and it is good: an answer that reports a failure is read, and
    /// becomes the error that [`send`](Self::send) gives. Nothing is repeated once the body has begun. A body that turns
    /// out to be an error, or a page of HTML in the place of what the endpoint documents, is the error that
    /// [`StreamResponse::next`] gives before the first piece.
    ///
    /// # Errors
    /// As [`Error`] describes.
    pub async fn send_stream<E: Endpoint>(&self, request: &E) -> Result<StreamResponse, Error> {
        send::open(self, request).await
    }

    /// Makes a call, and writes the body of its answer as it comes; gives the status, the headers and the number of
    /// bytes.
    ///
    /// ```
    /// # async fn save<E: bizkit_client::Endpoint>(client: &bizkit_client::Client, request: &E)
    /// #     -> Result<(), bizkit_client::Error> {
    /// let mut invoice = Vec::new(); // or a `tokio::fs::File`, or a socket
    /// let response = client.send_to_writer(request, &mut invoice).await?;
    /// assert_eq!(response.value, invoice.len() as u64);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As [`send_stream`](Self::send_stream), and when the body breaks off, is longer than
    /// [the limit](crate::ClientBuilder::max_response_bytes), or cannot be written. What was written by then stays written.
    pub async fn send_to_writer<E: Endpoint>(
        &self,
        request: &E,
        writer: &mut (impl AsyncWrite + Unpin),
    ) -> Result<Response<u64>, Error> {
        self.send_stream(request).await?.write_to(writer).await
    }

    /// The method and the URL of the call: `GET https://api.bizkithub.com/api/v1/..?apiKey=***`. The key and
    /// other secrets are written as `***`.
    ///
    /// # Errors
    /// When the request breaks its rules, or the client cannot make the call.
    pub fn request_line<E: Endpoint>(&self, request: &E) -> Result<String, Error> {
        let request = self.prepared(E::INFO, request, true)?;
        Ok(format!("{} {}", request.method(), request.url()))
    }

    /// The call as it would be sent, key and all other secrets in it: to sign it, to queue it, or to send it over a
    /// [`Transport`](crate::transport::Transport) of your own.
    ///
    /// # Errors
    /// When the request breaks its rules, or the client cannot make the call.
    pub fn to_http<E: Endpoint>(&self, request: &E) -> Result<HttpRequest, Error> {
        self.prepared(E::INFO, request, false)
    }

    /// The call as a command for a shell. The key and other secrets are written as `***`.
    ///
    /// # Errors
    /// When the request breaks its rules, or the client cannot make the call.
    pub fn to_curl<E: Endpoint>(&self, request: &E) -> Result<String, Error> {
        self.prepared(E::INFO, request, true).map(|request| curl::command(&request))
    }

    /// As [`to_curl`](Self::to_curl), with the key and all other secrets in it: the command works as it stands.
    ///
    /// # Errors
    /// When the request breaks its rules, or the client cannot make the call.
    pub fn to_curl_with_secrets<E: Endpoint>(&self, request: &E) -> Result<String, Error> {
        self.prepared(E::INFO, request, false).map(|request| curl::command(&request))
    }

    /// The call as it would be sent.
    fn prepared(
        &self,
        info: &'static EndpointInfo,
        request: &dyn Members,
        masked: bool,
    ) -> Result<HttpRequest, Error> {
        self.serves(info)?;
        Checker::request(request, info).map_err(|invalid| Error::invalid(invalid).at(info))?;
        let options = CallOptions { masked, ..self.options(info) };
        prepare::prepare(info, request, &options).map_err(|error| error.at(info))
    }

    /// What a call of this client keeps secret.
    pub(crate) fn secrets(&self, request: &dyn Members) -> Secrets {
        prepare::secrets(request, self.key(), self.overrides())
    }
}
