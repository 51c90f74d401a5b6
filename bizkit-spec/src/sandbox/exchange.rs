//! A request with its answer, for whoever keeps a log.

use super::fault::Fault;
use super::message::{Request, Response};
use std::fmt;

/// A request and what became of it.
///
/// `Display` is one line for a log: method, path, names of the query, status, endpoint, trouble. It shows no value,
/// for keys and sessions are among them.
#[derive(Debug)]
#[non_exhaustive]
pub struct Exchange<'a> {
    /// What came.
    pub request: &'a Request,
    /// The id of the endpoint; `None` where no endpoint has this path and method.
    pub endpoint: Option<&'a str>,
    /// What was answered, before a fault happened to its way out.
    pub response: &'a Response,
    /// What happened to the answer.
    pub fault: Option<&'a Fault>,
}

impl fmt::Display for Exchange<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { request, response, .. } = self;
        write!(f, "{} {} {}", response.status, request.method, request.path())?;
        let mut mark = '?';
        for (name, _) in request.queries() {
            write!(f, "{mark}{name}")?;
            mark = '&';
        }
        if let Some(endpoint) = self.endpoint {
            write!(f, " ({endpoint})")?;
        }
        match self.fault {
            Some(fault) => write!(f, ", {fault:?}"),
            None => Ok(()),
        }
    }
}
