//! `docs`: the page and what stands behind it, for this page alone.

use super::sandbox::{Running, specs};
use serde_json::{Value, json};

/// The token that the page of this run holds.
fn token(page: &str) -> String {
    let json = page.split_once("id=server>").unwrap().1.split_once("</script>").unwrap().0;
    let server: Value = serde_json::from_str(json).unwrap();
    server["token"].as_str().unwrap().to_owned()
}

/// A question of the page: status line and body.
fn ask(server: &Running, what: &str, body: &Value, headers: &[(&str, &str)]) -> (String, Value) {
    let own = headers.iter().fold(String::new(), |own, (name, value)| own + name + ": " + value + "\r\n");
    let body = body.to_string();
    let head = format!("content-type: application/json\r\n{own}content-length: {}\r\n", body.len());
    let answer = server.send(&format!("POST /__bizkit/{what} HTTP/1.1"), &head, &body);
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    assert!(!head.contains("access-control"), "{head}");
    (head.lines().next().unwrap().to_owned(), serde_json::from_str(body).unwrap_or(Value::Null))
}

#[test]
fn it_serves_the_page_with_a_sandbox_behind_it() {
    let server = Running::start_as("docs", &specs("docs-plain"), &[]);
    assert!(server.ready.ends_with("/ shows Test\n"), "{}", server.ready);
    let page = server.get("/");
    assert!(page.contains("<!doctype html>") && page.contains("connect-src 'self'"), "{page}");
    let head = page.split_once("\r\n\r\n").unwrap().0;
    for header in ["x-frame-options: DENY", "cache-control: no-store", "frame-ancestors 'none'"] {
        assert!(head.contains(header), "{head}");
    }
    assert!(server.get("/openapi.json").contains("\"openapi\": \"3.1.0\""));
    assert!(server.get("/thing/a").ends_with(r#"{"name":"one"}"#));
    let token = token(&page);
    let own = [("x-bizkit-token", token.as_str())];
    let check = json!({ "call": "thing/read", "values": { "id": "abcde" } });
    let (status, found) = ask(&server, "check", &check, &own);
    assert_eq!(status, "HTTP/1.1 200 OK");
    let message = "expected at most 4 characters, found 5 (`abcde`)";
    assert_eq!(found, json!([{ "path": "id", "rule": "maxLength", "message": message }]));
    let response = json!({ "call": "thing/read", "status": 200, "body": { "name": "a", "more": 1 } });
    assert_eq!(ask(&server, "response", &response, &own).1["unknown"], json!(["/more"]));
    assert_eq!(ask(&server, "nothing", &response, &own).0, "HTTP/1.1 404 Not Found");
}

#[test]
fn a_foreign_page_a_rebound_name_and_a_plain_form_get_nothing() {
    let server = Running::start_as("docs", &specs("docs-strange"), &[]);
    let token = token(&server.get("/"));
    let own = ("x-bizkit-token", token.as_str());
    let check = json!({ "call": "thing/read", "values": {} });
    for (headers, why) in [
        (&[][..], "no token"),
        (&[("x-bizkit-token", "0")], "a guess"),
        (&[own, ("origin", "https://evil.example")], "a foreign page"),
        (&[own, ("origin", "null")], "a page in a frame"),
        (&[own, ("sec-fetch-site", "cross-site")], "another site"),
    ] {
        assert_eq!(ask(&server, "check", &check, headers).0, "HTTP/1.1 403 Forbidden", "{why}");
    }
    let answer = |line: &str, head: &str| server.send(line, head, "");
    // A browser that asks whether a foreign page may come.
    let asks = "origin: https://evil.example\r\naccess-control-request-method: POST\r\naccess-control-request-headers: x-bizkit-token\r\n";
    let preflight = answer("OPTIONS /__bizkit/check HTTP/1.1", asks);
    assert!(preflight.starts_with("HTTP/1.1 403") && !preflight.contains("access-control"), "{preflight}");
    // A form can post, and cannot say what it wants to.
    let form = "content-type: application/x-www-form-urlencoded\r\n";
    assert!(answer("POST /__bizkit/check HTTP/1.1", form).starts_with("HTTP/1.1 403"));
    // The page is read by no page of another origin, and by no name that somebody lets lead here.
    let page = answer("GET / HTTP/1.1", "origin: https://evil.example\r\n");
    assert!(page.starts_with("HTTP/1.1 200") && !page.contains("access-control-allow-origin"), "{page}");
    for host in ["evil.example", "api.example.com"] {
        let page = server.send_to(host, "GET / HTTP/1.1", "", "");
        assert!(!page.contains(&token), "{host}");
        let asked = server.send_to(host, "POST /__bizkit/check HTTP/1.1", "", "");
        assert!(asked.starts_with("HTTP/1.1 4"), "{host}: {asked}");
    }
    // Troubles are for the page alone, too.
    let trouble = "x-bizkit-token: 0\r\nx-bizkit-trouble: 503\r\n";
    assert!(answer("GET /thing/a HTTP/1.1", trouble).starts_with("HTTP/1.1 200"));
    let trouble = format!("x-bizkit-token: {token}\r\nx-bizkit-trouble: 503\r\n");
    assert!(answer("GET /thing/a HTTP/1.1", &trouble).starts_with("HTTP/1.1 503"));
}

#[test]
fn the_page_hears_of_changes_and_of_mistakes() {
    let folder = specs("docs-changes");
    let server = Running::start_as("docs", &folder, &[]);
    let token = token(&server.get("/"));
    let own = [("x-bizkit-token", token.as_str())];
    let hear = |seen: u64| ask(&server, "changes", &json!({ "seen": seen }), &own).1;
    let file = folder.join("specs/thing/read.yaml");
    let good = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, good.replace("maxLength", "maxLenght")).unwrap();
    let news = hear(0);
    assert_eq!((&news["page"], &news["seen"]), (&json!(0), &json!(1)));
    let findings = news["findings"].as_str().unwrap();
    assert!(findings.contains("read.yaml:4") && findings.contains("did you mean `maxLength`?"), "{findings}");
    std::fs::write(&file, good.replace("Read a thing", "Look at a thing")).unwrap();
    assert_eq!(hear(1), json!({ "page": 1, "seen": 2, "findings": null }));
    assert!(server.get("/").contains("Look at a thing"));
}

#[cfg(feature = "live")]
mod live {
    use super::{Running, ask, token};
    use crate::{command, folder};
    use serde_json::json;
    use std::io::{Read, Write};
    use std::net::TcpListener;
    use std::thread;

    const KEY: &str = "SECRET-OF-THE-LIVE-RELAY";

    /// A server that answers one request with what it was asked, and the thread that gives it.
    fn upstream() -> (String, thread::JoinHandle<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let thread = thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut request = Vec::new();
            let mut buffer = [0; 4096];
            while !request.windows(4).any(|end| end == b"\r\n\r\n") {
                let count = stream.read(&mut buffer).unwrap();
                request.extend_from_slice(&buffer[..count]);
            }
            let request = String::from_utf8(request).unwrap();
            let line = request.lines().next().unwrap().to_owned();
            let body = json!({ "you asked": line }).to_string();
            write!(
                stream,
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-echo: {line}\r\nset-cookie: a=b\r\naccess-control-allow-origin: *\r\ncontent-length: {}\r\n\r\n{body}",
                body.len()
            )
            .unwrap();
            request
        });
        (url, thread)
    }

    fn specs(name: &str) -> std::path::PathBuf {
        let api = "title: Test\nbaseUrl: https://api.example.com\nbaseUrlEnv: LIVE_URL\nkey: { type: Key, name: key, in: query, env: LIVE_KEY }\n";
        let read = "summary: Read\nmethod: GET\npath: /thing/{id}\nparameters: { id: { type: string, maxLength: 4 } }\nresponses: { 200: { type: json } }\n";
        let pay = "summary: Pay\nmethod: POST\npath: /pay\nparameters: { amount: integer }\nresponses: { 200: {} }\n";
        folder(
            name,
            &[
                ("specs/api.yaml", api),
                ("specs/types/a.yaml", "Key: { type: string, sensitive: true, minLength: 8 }\n"),
                ("specs/thing/read.yaml", read),
                ("specs/thing/pay.yaml", pay),
            ],
        )
    }

    #[test]
    fn the_relay_adds_the_key_and_nothing_gives_it_back() {
        let (url, upstream) = upstream();
        let folder = specs("docs-live");
        let mut command = command(&folder);
        command.args(["docs", "--port", "0", "--live"]).env("LIVE_KEY", KEY).env("LIVE_URL", &url);
        let mut server = Running::of(command);
        let page = server.get("/");
        assert!(page.contains(r#""live":true"#) && !page.contains(KEY), "the page has no key");
        let token = token(&page);
        let own = [("x-bizkit-token", token.as_str())];
        // Neither a foreign page, nor wrong arguments, nor what may move money unasked goes to the real server.
        let read = json!({ "call": "thing/read", "values": { "id": "a b" } });
        for headers in [&[][..], &[own[0], ("origin", "https://evil.example")]] {
            assert_eq!(ask(&server, "send", &read, headers).0, "HTTP/1.1 403 Forbidden");
        }
        let wrong = json!({ "call": "thing/read", "values": { "id": "abcde" }, "sure": true });
        assert_eq!(ask(&server, "send", &wrong, &own).0, "HTTP/1.1 422 Unprocessable Entity");
        let pay = json!({ "call": "thing/pay", "values": { "amount": 1 } });
        assert_eq!(ask(&server, "send", &pay, &own).0, "HTTP/1.1 409 Conflict");
        let body = read.to_string();
        let head = format!(
            "content-type: application/json\r\nx-bizkit-token: {token}\r\ncontent-length: {}\r\n",
            body.len()
        );
        let answer = server.send("POST /__bizkit/send HTTP/1.1", &head, &body);
        let asked = upstream.join().unwrap();
        assert!(asked.starts_with(&format!("GET /thing/a%20b?key={KEY} HTTP/1.1")), "{asked}");
        assert!(
            answer.starts_with("HTTP/1.1 200")
                && answer.contains("x-echo: GET /thing/a%20b?key=*** HTTP/1.1"),
            "{answer}"
        );
        assert!(answer.contains(r#"{"you asked":"GET /thing/a%20b?key=*** HTTP/1.1"}"#), "{answer}");
        for strange in [KEY, "set-cookie", "access-control"] {
            assert!(!answer.contains(strange), "{strange} in {answer}");
        }
        // Where nobody listens any more, the error tells so without the address, which holds the key.
        let answer = server.send("POST /__bizkit/send HTTP/1.1", &head, &body);
        assert!(answer.starts_with("HTTP/1.1 502") && !answer.contains(KEY), "{answer}");
        assert!(!server.end().contains(KEY), "nothing is logged");
    }

    #[test]
    fn without_a_key_it_says_where_to_put_it() {
        let mut command = command(&specs("docs-no-key"));
        let output = command.args(["docs", "--port", "0", "--live"]).env_remove("LIVE_KEY").output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(err, "error: --live: put the key into the environment variable LIVE_KEY\n");
    }
}
