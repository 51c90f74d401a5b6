//! A request with its answer, for whoever keeps a log.

use super::fault::Fault;
use super::message::{Request, Response, plain};
use bizkit_spec::model::{Api, Endpoint};
use std::collections::BTreeSet;
use std::fmt;

/// A request and what became of it.
///
/// `Display` is one line for a log: status, [`route`](Self::route), endpoint, trouble. It shows no value, for keys and
/// sessions are among them.
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
    /// What of the request is fit for a log.
    pub(super) route: String,
}

impl Exchange<'_> {
    /// Method, path and the names of the query, fit for a log: a parameter of the path stands there by its name, and of
    /// what the API does not know only plain words are shown.
    pub fn route(&self) -> &str {
        &self.route
    }
}

/// What of a request is fit for a log, where it is for this endpoint or for none.
pub(super) fn route(api: &Api, endpoint: Option<&Endpoint>, request: &Request) -> String {
    let path = match endpoint {
        Some(endpoint) => endpoint.path_template(),
        None => request.plain_path(),
    };
    let mut known: BTreeSet<&str> = api.key.iter().map(|key| key.name.as_str()).collect();
    known
        .extend(endpoint.iter().flat_map(|endpoint| &endpoint.parameters).map(|one| one.field.wire.as_str()));
    let queries = request.queries();
    let shown = |name| if known.contains(name) { name } else { plain(name) };
    let names = queries.iter().map(|(name, _)| shown(name.as_str()));
    let names = names.collect::<Vec<_>>().join("&");
    format!("{} {path}{}{names}", plain(&request.method), if names.is_empty() { "" } else { "?" })
}

impl fmt::Display for Exchange<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.response.status, self.route)?;
        if let Some(endpoint) = self.endpoint {
            write!(f, " ({endpoint})")?;
        }
        match self.fault {
            Some(fault) => write!(f, ", {fault:?}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bizkit_spec::Specs;

    #[test]
    fn a_log_has_names_and_no_values() {
        let specs = Specs::from_texts([
            ("api.yaml", "title: A\nbaseUrl: https://a.example\n"),
            (
                "session/read.yaml",
                "summary: a\nmethod: GET\npath: /api/v1/session/{token}\nparameters: { token: string, with-9: string }\nresponses: { 204: {} }\n",
            ),
        ]);
        let api = specs.api().expect("the specs are right");
        let endpoint = &api.endpoints[0];
        for (target, known, expected) in [
            ("/api/v1/session/SECRET7?with-9=SECRET8", true, "GET /api/v1/session/{token}?with-9"),
            ("/api/v1/customer/detial?id=SECRET9&page", false, "GET /api/v1/customer/detial?id&page"),
            ("/api/v1/customer/PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE", false, "GET /api/v1/customer/***"),
            ("/session/abcdefghijklmnopqrstuvwxyz", false, "GET /session/***"),
            ("/a/%1b[31mRED%0d%0a?%1b[31m=1&SECRET-1=2", false, "GET /a/***?***&***"),
            ("/?::error::x", false, "GET /?***"),
        ] {
            let request = Request::new("GET", target);
            assert_eq!(route(api, known.then_some(endpoint), &request), expected, "{target}");
        }
    }
}
