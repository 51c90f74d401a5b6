//! The server: answers beneath faults, scenarios, whether it listens, and who may watch.

use super::*;
use std::sync::{Arc, Mutex};
use std::time::{Duration, UNIX_EPOCH};

const BODY: &str = r#"{"found":true,"price":12.50}"#;

fn server() -> Server {
    Server::start(api()).unwrap()
}

/// Head and body of the answer to a right request.
fn answer(server: &Server) -> (String, String) {
    let (text, end) = exchange(server, &detail());
    end.unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("{text}"));
    (head.to_owned(), body.to_owned())
}

fn status(server: &Server) -> String {
    answer(server).0.split(' ').nth(1).unwrap().to_owned()
}

#[test]
fn retry_after_can_be_a_date() {
    let server = server();
    let time = UNIX_EPOCH + Duration::from_millis(1_800_000_060_900);
    server.on("item/detail").fail(Fault::RateLimitedUntil(time)).unwrap();
    let (head, body) = answer(&server);
    assert!(head.starts_with("HTTP/1.1 429") && body.contains("TOO_MANY"), "{head} {body}");
    assert!(head.contains("retry-after: Fri, 15 Jan 2027 08:01:00 GMT"), "{head}");
}

#[test]
fn a_content_length_can_promise_too_much_or_too_little() {
    let server = server();
    for claim in [BODY.len() as u64 + 5, 3] {
        server.on("item/detail").fail(Fault::ContentLength(claim)).unwrap();
        let (head, body) = answer(&server);
        assert!(head.contains(&format!("content-length: {claim}")), "{head}");
        assert_eq!(head.matches("content-length").count(), 1, "{head}");
        assert_eq!(body, BODY, "all of it is on the wire");
    }
}

#[test]
fn a_dripping_body_arrives_whole() {
    let server = server();
    server.on("item/detail").fail(Fault::Drip(Duration::from_millis(1))).unwrap();
    let mut stream = TcpStream::connect(server.url().strip_prefix("http://").unwrap()).unwrap();
    stream.write_all(&wire(&detail())).unwrap();
    let (mut text, mut pieces, mut buffer) = (Vec::new(), 0, [0; 4096]);
    loop {
        let count = stream.read(&mut buffer).unwrap();
        if count == 0 {
            break;
        }
        pieces += 1;
        text.extend_from_slice(&buffer[..count]);
    }
    assert!(String::from_utf8(text).unwrap().ends_with(BODY));
    assert!(pieces > 2, "{pieces} pieces");
}

#[test]
fn a_fault_happens_to_the_answer_that_was_chosen() {
    let server = server();
    server.on("item/detail").respond(Response::json(201, r#"{"found":null}"#)).unwrap();
    server.on("item/detail").nth(1).fail(Fault::WrongShape).unwrap();
    assert_eq!(answer(&server).1, r#"[{"found":null}]"#);
    assert_eq!(answer(&server).1, r#"{"found":null}"#);
    let function = |request: &Request| {
        Answer::from(Response::json(200, request.query("code").unwrap())).troubled(Fault::WrongShape)
    };
    server.on("item/detail").respond_with(function).unwrap();
    assert_eq!(answer(&server).1, "[abcd]");
    server.on("item/detail").respond_with(|_| Fault::code("ITEM_HIDDEN")).unwrap();
    assert_eq!(status(&server), "403");
    server.on("item/detail").answer(Answer::Status(200).troubled(Fault::Status(502))).unwrap();
    assert_eq!(status(&server), "502");
}

#[test]
fn a_scenario_is_a_list_of_statuses() {
    let server = server();
    server.on("item/detail").in_turn([200, 204, 404]).unwrap();
    let statuses: Vec<_> = (0..4).map(|_| status(&server)).collect();
    assert_eq!(statuses, ["200", "204", "404", "200"]);
    server.on("room/one.get").in_turn([200, 410]).unwrap();
    let room = Request::new("GET", "/room/12");
    assert!(exchange(&server, &room).0.ends_with(r#"{"id":7,"tags":["text"]}"#), "made from the types");
    assert!(exchange(&server, &room).0.starts_with("HTTP/1.1 410"));
    let error = server.on("item/detail").in_turn([200, 99]).unwrap_err();
    assert!(error.to_string().contains("99"), "{error}");
    let troubled = Answer::Status(200).troubled(Fault::code("TOO_MANI"));
    let error = server.on("item/detail").answer(troubled).unwrap_err();
    assert!(error.to_string().contains("did you mean `TOO_MANY`"), "{error}");
}

#[test]
fn what_stands_before_the_api_answers_first_and_is_no_business_of_other_pages() {
    let server = server();
    let gate = Gate::new();
    let door = gate.clone();
    server.set_front(move |request| match request.path() {
        "/" => Some(Front::Own(Response::new(200, "text/html", "a page"))),
        "/later" => {
            let door = door.clone();
            Some(Front::Later(Box::pin(async move {
                door.pass().await;
                Response::new(200, "text/plain", "at last")
            })))
        }
        _ => request.header("x-trouble").map(|_| Front::Trouble(Fault::Status(503))),
    });
    let get = |target: &str| {
        exchange(&server, &Request::new("GET", target).with_header("origin", "https://evil.example"))
    };
    let (page, _) = get("/");
    assert!(page.ends_with("a page") && !page.contains("access-control"), "{page}");
    gate.open();
    assert!(get("/later").0.ends_with("at last"));
    assert!(get("/nowhere").0.starts_with("HTTP/1.1 404"), "the API is asked");
    assert_eq!(status(&server), "200");
    let troubled = exchange(&server, &detail().with_header("x-trouble", "1")).0;
    assert!(troubled.starts_with("HTTP/1.1 503"), "{troubled}");
    let paths: Vec<String> = server.requests().iter().map(|request| request.path().to_owned()).collect();
    assert_eq!(paths.len(), 3, "the front's own are not recorded: {paths:?}");
}

#[test]
fn the_usual_answer_outlives_a_reset() {
    let server = server();
    server.on("item/detail").usually(Answer::example("Gone")).unwrap();
    server.on("item/detail").fail(Fault::WrongShape).unwrap();
    assert_eq!(answer(&server).1, r#"[{"found":false}]"#);
    server.reset();
    assert_eq!(answer(&server).1, r#"{"found":false}"#);
    assert!(server.on("item/detail").usually(Answer::example("Gonne")).is_err());
}

#[test]
fn a_server_that_does_not_listen_refuses_and_ends_what_was_open() {
    let server = server();
    let address: std::net::SocketAddr = server.url().strip_prefix("http://").unwrap().parse().unwrap();
    let gate = Gate::new();
    server.on("item/detail").nth(1).fail(Fault::Hold(Stage::InsideBody, gate.clone())).unwrap();
    let mut open = TcpStream::connect(address).unwrap();
    open.write_all(&wire(&detail())).unwrap();
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(gate.reached());
    for _ in 0..2 {
        server.stop_listening().unwrap();
        assert_eq!(TcpStream::connect(address).unwrap_err().kind(), std::io::ErrorKind::ConnectionRefused);
    }
    let mut rest = String::new();
    // It ends, in good order or not.
    let _ = open.read_to_string(&mut rest);
    assert!(!rest.ends_with(BODY), "{rest}");
    assert_eq!(server.requests().len(), 1);
    for _ in 0..2 {
        server.listen_again().unwrap();
        assert_eq!(answer(&server).1, BODY);
    }
    server.stop_listening().unwrap();
}

#[test]
fn requests_can_be_taken() {
    let server = server();
    answer(&server);
    assert_eq!(server.take_requests().len(), 1);
    assert_eq!(server.requests(), []);
}

#[test]
fn an_observer_sees_every_exchange_and_prints_no_value() {
    let server = server();
    let lines = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&lines);
    server.observe(move |exchange| seen.lock().unwrap().push(exchange.to_string()));
    answer(&server);
    server.on("item/detail").fail(Fault::Close(Stage::InsideBody)).unwrap();
    exchange(&server, &detail()).1.unwrap();
    exchange(&server, &Request::new("POST", "/nowhere")).1.unwrap();
    assert_eq!(
        *lines.lock().unwrap(),
        [
            "200 GET /item/detail?apiKey&code (item/detail)",
            "200 GET /item/detail?apiKey&code (item/detail), Close(InsideBody)",
            "404 POST /nowhere",
        ]
    );
}

#[test]
fn another_version_of_the_specs_can_take_over() {
    let server = server();
    server.on("item/detail").respond_with_example("Gone").unwrap();
    let detail = include_str!("detail.yaml");
    let without = &detail[..detail.find("  - { summary: Nothing there").unwrap()];
    server.set_api(api_with(without));
    assert_eq!(answer(&server).1, BODY, "an example that is gone is as none");
}

#[test]
fn arguments_are_read_as_json_wherever_they_travel() {
    let api = api();
    let (endpoint, read) = arguments(&api, &detail()).unwrap();
    assert_eq!((endpoint.id.as_str(), read.to_string().as_str()), ("item/detail", r#"{"code":"abcd"}"#));
    let (endpoint, read) = arguments(&api, &Request::new("GET", "/room/12")).unwrap();
    assert_eq!((endpoint.id.as_str(), read.to_string().as_str()), ("room/one.get", r#"{"id":12}"#));
    let create =
        Request::new("POST", "/item/create").with_body(r#"{"code":"abcd","tags":["a"],"apiKey":"k"}"#);
    assert_eq!(arguments(&api, &create).unwrap().1.to_string(), r#"{"code":"abcd","tags":["a"]}"#);
    assert!(arguments(&api, &Request::new("GET", "/nowhere")).is_none());
    assert!(arguments(&api, &create.with_body("[")).is_none());
}

/// The answer to a request with these headers, as a browser sends them.
fn browse(server: &Server, start: &str, headers: &str) -> String {
    let mut stream = TcpStream::connect(server.url().strip_prefix("http://").unwrap()).unwrap();
    write!(stream, "{start} HTTP/1.1\r\n{headers}connection: close\r\n\r\n").unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_page_of_another_origin_may_call_and_read_errors_and_faults_as_well() {
    let server = server();
    let page = "host: localhost:4010\r\norigin: https://page.example\r\n";
    let target = format!("/item/detail?apiKey={KEY}&code=abcd");
    let asks = format!(
        "{page}access-control-request-method: GET\r\naccess-control-request-headers: content-type\r\n"
    );
    let preflight = browse(&server, &format!("OPTIONS {target}"), &asks);
    assert!(preflight.starts_with("HTTP/1.1 204"), "{preflight}");
    for header in ["allow-origin: *", "allow-methods: GET", "allow-headers: content-type", "max-age: 600"] {
        assert!(preflight.contains(&format!("access-control-{header}")), "{header}: {preflight}");
    }
    assert_eq!(server.requests(), [], "asking is no call");
    server.on("item/detail").nth(3).fail(Fault::Status(503)).unwrap();
    for (start, status) in
        [(target.clone(), 200), ("/nowhere".to_owned(), 404), ("/item/detail".to_owned(), 404), (target, 503)]
    {
        let answer = browse(&server, &format!("GET {start}"), page);
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{answer}");
        assert!(
            answer.contains("access-control-allow-origin: *") && answer.contains("expose-headers: *"),
            "{answer}"
        );
    }
    server.set_cors(false);
    assert!(browse(&server, "OPTIONS /item/detail", &asks).starts_with("HTTP/1.1 405"));
    assert!(!browse(&server, "GET /nowhere", page).contains("access-control"));
}

#[test]
fn a_name_of_somebody_else_that_leads_here_is_not_answered() {
    let server = server();
    let answer = browse(&server, "GET /item/detail", "host: evil.example\r\n");
    assert!(answer.starts_with("HTTP/1.1 421"), "{answer}");
    assert_eq!(server.requests(), []);
}

#[test]
fn what_is_remembered_has_an_end() {
    let server = server();
    let megabyte = 1024 * 1024;
    for number in 0..80 {
        server.shared.record(&Request::new("POST", format!("/{number}")).with_body(vec![b'a'; megabyte]));
    }
    let requests = server.requests();
    assert_eq!((requests.len(), requests[0].target.as_str()), (63, "/17"), "64 MiB, the oldest left out");
    server.shared.record(&Request::new("POST", "/large").with_body(vec![b'a'; 70 * megabyte]));
    assert_eq!(server.take_requests().len(), 1, "the last one is kept, whatever its length");
    server.shared.record(&Request::new("GET", "/after"));
    assert_eq!(server.requests().len(), 1);
}
