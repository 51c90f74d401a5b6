//! Requests to the sandbox, as text: a request line, headers, an empty line, the body. No panic, an answer with a status
//! and a body that its content type promises, and a log line that shows no more than words.
#![no_main]

use bizkit_spec::Specs;
use bizkit_spec::json::Json;
use bizkit_sandbox::{Request, arguments, respond};
use libfuzzer_sys::fuzz_target;
use std::path::Path;
use std::sync::LazyLock;

static SPECS: LazyLock<Specs> =
    LazyLock::new(|| Specs::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs"), "specs"));

fuzz_target!(|text: &str| {
    let api = SPECS.api().expect("the specs of the project are right");
    let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
    let mut lines = head.lines();
    let (method, target) = lines.next().and_then(|line| line.split_once(' ')).unwrap_or_default();
    let headers = lines.filter_map(|line| line.split_once(": "));
    let request = headers.fold(Request::new(method, target), |request, (name, value)| request.with_header(name, value));
    let request = request.with_body(body);

    let response = respond(api, &request);
    assert!((200..600).contains(&response.status), "{}", response.status);
    if response.header("content-type") == Some("application/json") {
        assert!(Json::parse(&response.text()).is_ok(), "{}", response.text());
    }
    let shown = format!("{request:?}");
    assert!(shown.chars().all(|c| !c.is_control()), "{shown}");
    if let Some((endpoint, _)) = arguments(api, &request) {
        assert_eq!(endpoint.method.as_str(), request.method);
    }
});
