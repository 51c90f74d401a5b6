//! The server: what goes over the wire, choice by choice and fault by fault.

use super::*;
use std::net::Shutdown;

const BODY: &str = r#"{"found":true,"price":12.50}"#;

fn server() -> Server {
    Server::start(api()).unwrap()
}

fn failing(fault: Fault) -> Server {
    let server = server();
    server.on("item/detail").fail(fault).unwrap();
    server
}

/// The status line and the body of the answer to a right request.
fn answer(server: &Server) -> (String, String) {
    let (text, end) = exchange(server, &detail());
    end.unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("{text}"));
    (head.lines().next().unwrap().to_owned(), body.to_owned())
}

/// The value of a header of the answer to a right request.
fn header(server: &Server, name: &str) -> Option<String> {
    let (text, _) = exchange(server, &detail());
    text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": ").map(str::to_owned))
}

#[test]
fn answers_as_documented_and_remembers_the_request() {
    let server = server();
    assert_eq!(answer(&server), ("HTTP/1.1 200 OK".into(), BODY.into()));
    let requests = server.requests();
    assert_eq!(requests.len(), 1);
    assert_eq!((requests[0].method.as_str(), requests[0].query("code").as_deref()), ("GET", Some("abcd")));
    assert_eq!(requests[0].header("Host"), Some("localhost"));
    assert_eq!(server.connections(), 1);
}

#[test]
fn every_answer_has_an_id_and_the_rate_limit_figures() {
    let server = server();
    assert_eq!(header(&server, "x-request-id").as_deref(), Some("sandbox-1"));
    assert_eq!(header(&server, "x-request-id").as_deref(), Some("sandbox-2"));
    assert_eq!(header(&server, "x-ratelimit-limit").as_deref(), Some("1000"));
    assert_eq!(header(&server, "x-ratelimit-remaining").as_deref(), Some("996"));
    let resets = |server| header(server, "x-ratelimit-reset").unwrap().parse::<u64>().unwrap();
    assert_eq!(resets(&server), resets(&server));
}

#[test]
fn an_example_is_chosen_by_summary_or_variant() {
    let server = server();
    for name in ["Nothing there", "Gone"] {
        server.on("item/detail").respond_with_example(name).unwrap();
        assert_eq!(answer(&server).1, r#"{"found":false}"#);
    }
    server.on("item/detail").respond_with_example("Item").unwrap();
    assert_eq!(answer(&server).1, BODY);
    server.on("item/detail").respond_with_example("Gone").unwrap();
    server.reset();
    assert_eq!(answer(&server).1, BODY);
}

#[test]
fn an_answer_can_be_given_or_computed_but_the_request_is_checked_first() {
    let server = server();
    server.on("item/detail").nth(1).respond(Response::json(200, r#"{"found":null}"#)).unwrap();
    server
        .on("item/detail")
        .nth(2)
        .respond_with(|request| Response::new(200, "text/plain", request.query("code").unwrap_or_default()))
        .unwrap();
    assert_eq!(answer(&server).1, r#"{"found":null}"#);
    assert_eq!(answer(&server).1, "abcd");
    server.on("item/detail").respond(Response::empty(204)).unwrap();
    let (text, _) = exchange(&server, &Request::new("GET", "/item/detail"));
    assert!(text.starts_with("HTTP/1.1 404"), "{text}");
}

#[test]
fn what_the_specs_do_not_know_cannot_be_chosen() {
    let server = server();
    let error = |result: Result<(), PlanError>| result.unwrap_err().to_string();
    assert_eq!(
        error(server.on("item/detial").respond_with_example("x")),
        "no endpoint `item/detial`; did you mean `item/detail`?"
    );
    assert_eq!(
        error(server.on("item/detail").respond_with_example("Gonne")),
        "no example `Gonne`; did you mean `Gone`?"
    );
    assert_eq!(
        error(server.on("item/detail").fail(Fault::code("TOO_MANI"))),
        "no error code `TOO_MANI`; did you mean `TOO_MANY`?"
    );
    assert!(error(server.on("item/detail").fail(Fault::Status(100))).contains("100"));
    assert!(error(server.on("room/one.get").respond(Response::empty(7))).contains("status 7"));
}

#[test]
fn answers_come_in_turn() {
    let server = server();
    server.on("item/detail").in_turn([Answer::from(Fault::Status(503)), Answer::example("Gone")]).unwrap();
    let lines: Vec<_> = (0..3).map(|_| answer(&server)).collect();
    assert_eq!(lines[0].0, "HTTP/1.1 503 Service Unavailable");
    assert_eq!((lines[1].1.as_str(), lines[2].1.as_str()), (r#"{"found":false}"#, BODY));
}

#[test]
fn codes_come_with_their_status_or_the_usual_one_of_their_topic() {
    for (code, status) in [("ORDER_FAILED", "500"), ("ITEM_HIDDEN", "403"), ("TOO_MANY", "429")] {
        let (line, body) = answer(&failing(Fault::code(code)));
        assert!(line.contains(status) && body.contains(&format!(r#""code":"{code}""#)), "{line} {body}");
    }
}

#[test]
fn too_many_requests_may_say_when_to_come_again() {
    let server = failing(Fault::RateLimited { retry_after: Some(7) });
    let (line, body) = answer(&server);
    assert!(line.contains("429") && body.contains("TOO_MANY"), "{line} {body}");
    assert_eq!(header(&server, "retry-after").as_deref(), Some("7"));
    assert_eq!(header(&failing(Fault::RateLimited { retry_after: None }), "retry-after"), None);
}

#[test]
fn bodies_can_be_wrong_in_many_ways() {
    assert_eq!(
        header(&failing(Fault::ContentType("text/html".into())), "content-type").as_deref(),
        Some("text/html")
    );
    assert_eq!(answer(&failing(Fault::MalformedJson)).1, BODY[..BODY.len() / 2]);
    assert_eq!(answer(&failing(Fault::WrongShape)).1, format!("[{BODY}]"));
    let huge = answer(&failing(Fault::HugeBody(1_000_000))).1;
    assert_eq!((huge.len(), huge.trim_end()), (1_000_000, BODY));
    let whole_page = answer(&failing(Fault::Status(502)));
    assert!(whole_page.1.contains("<h1>502</h1>"), "{whole_page:?}");
}

#[test]
fn an_endless_body_ends_when_the_client_goes() {
    let server = failing(Fault::EndlessBody);
    let mut stream = TcpStream::connect(server.url().strip_prefix("http://").unwrap()).unwrap();
    stream.write_all(&wire(&detail())).unwrap();
    let mut some = vec![0; 3_000_000];
    stream.read_exact(&mut some).unwrap();
    assert!(String::from_utf8(some).unwrap().contains("transfer-encoding: chunked"));
    stream.shutdown(Shutdown::Both).unwrap();
    server.reset();
    assert_eq!(answer(&server).1, BODY);
}

#[test]
fn a_connection_ends_at_every_stage_in_good_order_or_not() {
    for (stage, last) in [
        (Stage::BeforeHeaders, ""),
        (Stage::InsideHeaders, "HTTP/1.1 "),
        (Stage::AfterHeaders, "\r\n\r\n"),
        (Stage::InsideBody, &BODY[..BODY.len() / 2]),
    ] {
        let (text, end) = exchange(&failing(Fault::Close(stage)), &detail());
        assert!(end.is_ok(), "{stage:?}: {end:?}");
        assert!(text.ends_with(last) && text.is_empty() == last.is_empty(), "{stage:?}: {text}");
        if stage == Stage::InsideHeaders {
            assert_eq!(text, last);
        }
        let (_, end) = exchange(&failing(Fault::Reset(stage)), &detail());
        assert_eq!(end.unwrap_err().kind(), std::io::ErrorKind::ConnectionReset, "{stage:?}");
    }
}

#[test]
fn a_held_answer_waits_until_its_gate_is_open() {
    for stage in [Stage::BeforeHeaders, Stage::InsideHeaders, Stage::AfterHeaders, Stage::InsideBody] {
        let gate = Gate::new();
        let server = failing(Fault::Hold(stage, gate.clone()));
        let mut stream = TcpStream::connect(server.url().strip_prefix("http://").unwrap()).unwrap();
        stream.write_all(&wire(&detail())).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(gate.reached());
        gate.open();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        assert!(text.starts_with("HTTP/1.1 200 OK") && text.ends_with(BODY), "{stage:?}: {text}");
    }
}

#[test]
fn dropping_the_server_frees_its_port_even_with_calls_under_way() {
    let server = failing(Fault::Hold(Stage::BeforeHeaders, Gate::new()));
    let address: std::net::SocketAddr = server.url().strip_prefix("http://").unwrap().parse().unwrap();
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(&wire(&detail())).unwrap();
    drop(server);
    assert!(TcpStream::connect(address).is_err());
}

#[test]
fn a_delay_passes() {
    let server = failing(Fault::Delay(Stage::InsideBody, std::time::Duration::from_millis(1)));
    assert_eq!(answer(&server).1, BODY);
}
