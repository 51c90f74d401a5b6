//! Who may call: the host and the origin that a request names go in; a refusal, or the headers that let a page read
//! the answer, come out.
//!
//! Every page that a browser opens can reach a server of this machine. A sandbox holds no secret, so pages of any
//! origin may call it and read what it answers. A name of somebody else that leads here (DNS rebinding) is refused.

use super::message::{Request, Response};
use super::route::{host_of, methods};
use bizkit_spec::model::Api;
use std::net::IpAddr;

/// Why a request for this host is not answered; `None` where it is: for addresses, for names that every machine gives
/// itself, and for the hosts of the API.
pub(super) fn misdirected(api: &Api, request: &Request) -> Option<Response> {
    let host = name_of(request.header("host")?);
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>().is_ok();
    let local = host == "localhost" || host.ends_with(".localhost");
    let bases = api.endpoints.iter().filter_map(|endpoint| endpoint.base_url.as_deref());
    let played = bases.chain([api.base_url.as_str()]).any(|base| name_of(host_of(base)) == host);
    let text = "this sandbox answers to localhost, to addresses and to the hosts of its API\n";
    (!address && !local && !played).then(|| Response::new(421, "text/plain", text))
}

/// The answer to a browser that asks whether a page of another origin may make a call.
pub(super) fn preflight(api: &Api, request: &Request) -> Option<Response> {
    request.header("origin")?;
    let wanted = request.header("access-control-request-method")?;
    if request.method != "OPTIONS" {
        return None;
    }
    let known = methods(api, request.path());
    let methods = if known.is_empty() { vec![wanted] } else { known };
    let mut response = Response::empty(204)
        .with_header("access-control-allow-methods", methods.join(", "))
        .with_header("access-control-max-age", "600");
    // Named one by one, since `*` does not stand for `Authorization`.
    if let Some(headers) = request.header("access-control-request-headers") {
        response = response.with_header("access-control-allow-headers", headers);
    }
    if request.header("access-control-request-private-network").is_some() {
        response = response.with_header("access-control-allow-private-network", "true");
    }
    Some(response)
}

/// Lets a page of any origin read the answer and all its headers. No page is given cookies.
pub(super) fn open_to_pages(request: &Request, response: Response) -> Response {
    if request.header("origin").is_none() || response.header("access-control-allow-origin").is_some() {
        return response;
    }
    response.with_header("access-control-allow-origin", "*").with_header("access-control-expose-headers", "*")
}

/// A host without its port, in lower case.
fn name_of(host: &str) -> String {
    let end = host.rfind(':').filter(|at| !host[*at..].contains(']')).unwrap_or(host.len());
    host[..end].trim_end_matches('.').to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use bizkit_spec::Specs;

    fn api() -> bizkit_spec::Checked<Api> {
        let specs = Specs::from_texts([
            ("api.yaml", "title: A\nbaseUrl: https://api.shop.example\n"),
            ("a/b.yaml", "summary: a\nmethod: GET\npath: /a/b\nresponses: { 204: {} }\n"),
            (
                "pdf/make.yaml",
                "summary: a\nmethod: GET\npath: /make\nbaseUrl: https://pdf.shop.example:8443\nresponses: { 204: {} }\n",
            ),
        ]);
        specs.api().expect("the specs are right").clone()
    }

    #[test]
    fn only_a_name_that_others_can_give_is_refused() {
        let api = api();
        for (host, answered) in [
            ("localhost", true),
            ("LOCALHOST:4010", true),
            ("shop.localhost:4010", true),
            ("127.0.0.1:4010", true),
            ("[::1]:4010", true),
            ("[::1]", true),
            ("api.shop.example", true),
            ("PDF.shop.example.:8443", true),
            ("evil.example", false),
            ("localhost.evil.example:4010", false),
            ("127.0.0.1.evil.example", false),
            ("api.shop.example.evil.example", false),
            ("", false),
        ] {
            let request = Request::new("GET", "/a/b").with_header("host", host);
            assert_eq!(misdirected(&api, &request).is_none(), answered, "{host}");
        }
        assert!(misdirected(&api, &Request::new("GET", "/a/b")).is_none(), "HTTP/1.0 names no host");
    }

    #[test]
    fn a_preflight_gets_what_it_asks_for() {
        let api = api();
        let asks = Request::new("OPTIONS", "/a/b")
            .with_header("origin", "https://page.example")
            .with_header("access-control-request-method", "GET")
            .with_header("access-control-request-headers", "authorization,content-type");
        let answer = preflight(&api, &asks).unwrap_or_else(|| panic!("{asks:?}"));
        assert_eq!(answer.header("access-control-allow-methods"), Some("GET"));
        assert_eq!(answer.header("access-control-allow-headers"), Some("authorization,content-type"));
        assert_eq!(answer.header("access-control-allow-private-network"), None);
        let unknown = Request { target: "/typo".to_owned(), ..asks.clone() };
        assert!(preflight(&api, &unknown).is_some(), "so that the page sees the 404 and what it says");
        let plain = Request::new("OPTIONS", "/a/b").with_header("origin", "https://page.example");
        assert_eq!(preflight(&api, &plain), None);
        assert_eq!(preflight(&api, &Request { method: "GET".to_owned(), ..asks }), None);
    }
}
