//! The seam between generated code and the runtime: what an endpoint tells, and how it reads an answer.

use std::fmt;

use bytes::Bytes;
use http::HeaderMap;

use crate::decode::{self, Decode, Fault, Reader};
use crate::envelope::Envelope;
use crate::rules::Rules;
use crate::tables::{EndpointInfo, Segment};
use crate::value::Members;

/// A request of one endpoint: plain data that knows where it goes and how its answer is read.
///
/// The macro implements it for every request that it generates. Nothing of it does IO.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no request",
    note = "requests are the structs that the macro generates, one for each endpoint"
)]
pub trait Endpoint: Members {
    /// What a successful call gives.
    type Reply: Send + 'static;
    /// What the endpoint documents as going wrong; [`Never`] where it documents nothing.
    type Failure: Send + Sync + fmt::Debug + 'static;
    /// Method, path, key, places of the members.
    const INFO: &'static EndpointInfo;

    /// Reads an answer.
    ///
    /// # Errors
    /// When the answer is none of those that the endpoint documents, or has another form.
    fn decode(answer: &Answer<'_>) -> Result<Outcome<Self::Reply, Self::Failure>, Fault>;
}

/// What an answer means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome<R, F> {
    /// The call did what it is for.
    Done(R),
    /// The call ended in a failure that the endpoint documents.
    Failed(F),
}

/// The failure type of endpoints without a documented failure: it has no values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Never {}

/// An answer of the server that waits to be read.
#[derive(Debug)]
pub struct Answer<'a> {
    pub(crate) status: u16,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) body: &'a Bytes,
}

impl<'a> Answer<'a> {
    /// An answer that is already there, for whoever plays or measures the reader.
    pub const fn new(status: u16, headers: &'a HeaderMap, body: &'a Bytes) -> Self {
        Self { status, headers, body }
    }
}

impl Answer<'_> {
    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// A header's text, the name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The body as JSON of a type.
    ///
    /// # Errors
    /// When it is no JSON, or JSON of another form.
    pub fn json<T: Decode>(&self, rules: &'static Rules) -> Result<T, Fault> {
        decode::from_slice(self.body, rules)
    }

    /// The body as JSON that `read` takes apart.
    ///
    /// # Errors
    /// When it is no JSON, or `read` fails.
    pub fn read<T>(&self, read: fn(&mut Reader<'_>) -> Result<T, Fault>) -> Result<T, Fault> {
        decode::read_slice(self.body, read)
    }

    /// The body as text.
    ///
    /// # Errors
    /// When it is not UTF-8.
    pub fn text(&self) -> Result<String, Fault> {
        let text = str::from_utf8(self.body).map_err(|_| Fault::new("expected UTF-8 text"))?;
        Ok(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned())
    }

    /// The body as it came.
    pub fn bytes(&self) -> Bytes {
        self.body.clone()
    }

    /// A failure that the endpoint documents for this status.
    ///
    /// # Errors
    /// When the body is the error that every endpoint of the API may answer with, or does not read as `T`.
    pub fn failed<R, F, T: Decode>(
        &self,
        rules: &'static Rules,
        wrap: fn(T) -> F,
    ) -> Result<Outcome<R, F>, Fault> {
        if self.is_common_error() {
            return self.unexpected();
        }
        self.json(rules).map(|value| Outcome::Failed(wrap(value)))
    }

    /// As [`failed`](Self::failed), for a failure that the status alone tells.
    ///
    /// # Errors
    /// When the body is the error that every endpoint of the API may answer with.
    pub fn failed_empty<R, F>(&self, failure: F) -> Result<Outcome<R, F>, Fault> {
        if self.is_common_error() { self.unexpected() } else { Ok(Outcome::Failed(failure)) }
    }

    /// Gives up on a status that the endpoint does not document.
    ///
    /// # Errors
    /// Always.
    pub fn unexpected<T>(&self) -> Result<T, Fault> {
        Err(Fault::new(format!("unexpected status {}", self.status)))
    }

    /// `{"error": {"code": ..}}`, which a wrong key, a limit or a missing page cause at every endpoint.
    fn is_common_error(&self) -> bool {
        let envelope = Envelope::read(self.body);
        envelope.nested && envelope.code.is_some()
    }
}

impl EndpointInfo {
    /// The path with `{}` for its parameters: the same for all calls, so it may be logged and counted.
    pub(crate) fn template(&self) -> impl fmt::Display {
        struct Template(&'static [Segment]);
        impl fmt::Display for Template {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|segment| match segment {
                    Segment::Literal(text) => f.write_str(text),
                    Segment::Parameter(_) => f.write_str("{}"),
                })
            }
        }
        Template(self.path)
    }
}
