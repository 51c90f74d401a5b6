//! The seam between generated code and the runtime: what an endpoint tells, and how it reads an answer.

pub(crate) mod request;
pub(crate) mod serve;
pub(crate) mod verdict;

use std::fmt;

use bytes::Bytes;

use crate::schema::rules::Rules;
use crate::schema::tables::{EndpointInfo, Segment};
use crate::value::Members;
use crate::value::decode::{self, Decode, DecodeError, Reader, Strays};

/// A request of one endpoint: plain data that knows where it goes and how its answer is read.
///
/// The macro implements it for every request that it generates. Nothing of it does IO.
///
/// It is sealed, and so are [`Paged`](crate::paging::Paged) and the sandbox's `Serve`, which build on it: only generated code
/// has what implementing it takes, so it may grow without breaking anybody. A call that no spec describes begins with
/// [a spec of your own](crate::cookbook#add-an-endpoint-of-your-own).
///
/// ```compile_fail
/// use bizkit_client::Endpoint;
///
/// struct Mine;
/// impl Endpoint for Mine {} // the trait bound `Mine: Sealed` is not satisfied
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no request",
    note = "requests are the structs that the macro generates, one for each endpoint"
)]
pub trait Endpoint: Members + Sealed {
    /// What a successful call gives.
    type Response: Send + 'static;
    /// What the endpoint documents as going wrong; [`Never`] where it documents nothing.
    type Failure: Send + Sync + fmt::Debug + 'static;
    /// Method, path, key, places of the members.
    const INFO: &'static EndpointInfo;

    /// Reads an answer.
    ///
    /// # Errors
    /// When the answer is none of those that the endpoint documents, or has another form.
    fn decode(answer: &Answer<'_>) -> Result<Outcome<Self::Response, Self::Failure>, DecodeError>;
}

/// What only generated code implements, so that the traits over it can grow.
pub trait Sealed {}

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

/// An answer of the server that was found to be a documented response, and waits to be read.
#[derive(Debug)]
pub struct Answer<'a> {
    response: Option<usize>,
    status: u16,
    body: &'a Bytes,
}

impl<'a> Answer<'a> {
    /// An answer that is already there, for whoever plays or measures the reader. It is taken for the documented response of
    /// its status.
    pub fn new(info: &EndpointInfo, status: u16, body: &'a Bytes) -> Self {
        Self { response: verdict::documented(info.responses, status), status, body }
    }

    /// An answer that is the documented response with this index.
    pub(crate) fn judged(response: usize, status: u16, body: &'a Bytes) -> Self {
        Self { response: Some(response), status, body }
    }

    /// The index of the documented response.
    pub fn response(&self) -> Option<usize> {
        self.response
    }

    /// The body as JSON of a type.
    ///
    /// # Errors
    /// When it is no JSON, or JSON of another form, or says that the call failed.
    pub fn json<T: Decode>(&self, rules: &'static Rules) -> Result<T, DecodeError> {
        let decode =
            |reader: &mut Reader<'_>| T::decode(reader, rules).map_err(|fault| fault.hidden_if(rules));
        decode::read_answer(self.body, self.strays(), decode)
    }

    /// The body as JSON that `read` takes apart.
    ///
    /// # Errors
    /// When it is no JSON, or `read` fails, or it says that the call failed.
    pub fn read<T>(&self, read: fn(&mut Reader<'_>) -> Result<T, DecodeError>) -> Result<T, DecodeError> {
        decode::read_answer(self.body, self.strays(), read)
    }

    /// The body as text.
    ///
    /// # Errors
    /// When it is not UTF-8.
    pub fn text(&self) -> Result<String, DecodeError> {
        let text = str::from_utf8(self.body).map_err(|_| DecodeError::new("expected UTF-8 text"))?;
        Ok(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned())
    }

    /// The body as it came.
    pub fn bytes(&self) -> Bytes {
        self.body.clone()
    }

    /// Gives up on a status that the endpoint does not document.
    ///
    /// # Errors
    /// Always.
    pub fn unexpected<T>(&self) -> Result<T, DecodeError> {
        Err(DecodeError::new(format!("unexpected status {}", self.status)))
    }

    fn strays(&self) -> Strays {
        if self.status < 400 { Strays::OfSuccess } else { Strays::OfFailure }
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
