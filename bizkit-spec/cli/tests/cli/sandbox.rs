//! `sandbox`: a server that is ready when it says so, logs without values, and outlives mistakes in the specs.

use super::{API, TYPES, command, folder, run};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, ChildStderr, Command, Stdio};

const READ: &str = "specs/thing/read.yaml";

/// A spec whose example has this name.
fn read(name: &str) -> String {
    format!(
        "summary: Read a thing\nmethod: GET\npath: /thing/{{id}}\nparameters: {{ id: {{ type: string, maxLength: 4 }} }}\n\
         responses: {{ 200: {{ type: Thing }} }}\nexamples: [{{ request: {{ id: a }}, response: {{ name: {name} }} }}]\n"
    )
}

/// A server that ends with this value.
pub(super) struct Running {
    process: Child,
    pub(super) ready: String,
    log: BufReader<ChildStderr>,
}

impl Running {
    fn start(folder: &PathBuf, args: &[&str]) -> Self {
        Self::start_as("sandbox", folder, args)
    }

    pub(super) fn start_as(name: &str, folder: &PathBuf, args: &[&str]) -> Self {
        let mut command = command(folder);
        command.arg(name).args(["--port", "0"]).args(args);
        Self::of(command)
    }

    /// What a command serves.
    pub(super) fn of(mut command: Command) -> Self {
        let mut process = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut ready = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut ready).unwrap();
        let log = BufReader::new(process.stderr.take().unwrap());
        Self { process, ready, log }
    }

    /// Ends it, and gives what it has logged.
    pub(super) fn end(&mut self) -> String {
        let _ = self.process.kill();
        let mut log = String::new();
        self.log.read_to_string(&mut log).unwrap();
        log
    }

    pub(super) fn get(&self, target: &str) -> String {
        self.send(&format!("GET {target} HTTP/1.1"), "", "")
    }

    /// Sends a request line, more headers and a body.
    pub(super) fn send(&self, line: &str, headers: &str, body: &str) -> String {
        self.send_to(&self.address(), line, headers, body)
    }

    fn address(&self) -> String {
        let address = self.ready.split("http://").nth(1).unwrap();
        address.chars().take_while(|c| c.is_ascii_digit() || ".:".contains(*c)).collect()
    }

    /// The same, under the name of a host.
    pub(super) fn send_to(&self, host: &str, line: &str, headers: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(self.address()).unwrap();
        write!(stream, "{line}\r\nhost: {host}\r\n{headers}connection: close\r\n\r\n{body}").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.log.read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

pub(super) fn specs(name: &str) -> PathBuf {
    folder(name, &[API, TYPES, (READ, &read("one"))])
}

#[test]
fn it_answers_as_documented_and_logs_no_value() {
    let mut server = Running::start(&specs("sandbox-plain"), &[]);
    assert!(server.ready.ends_with(" plays Test (1 endpoint)\n"), "{}", server.ready);
    assert!(server.get("/thing/abcd?session=SECRET").ends_with(r#"{"name":"one"}"#));
    assert_eq!(server.line(), "200 GET /thing/{id}?session (thing/read)");
    assert!(server.get("/thing/abcde").starts_with("HTTP/1.1 422"));
    assert_eq!(server.line(), "422 GET /thing/{id} (thing/read)");
}

#[test]
fn answers_are_chosen_by_status_or_example_and_wrong_names_are_refused() {
    let folder = specs("sandbox-answers");
    let server = Running::start(&folder, &["--answer", "thing/read=503"]);
    assert!(server.get("/thing/a").starts_with("HTTP/1.1 503"));
    let refused = |answer| run(&folder, &["sandbox", "--port", "0", "--answer", answer]);
    let (code, out, err) = refused("thing/raed=503");
    assert_eq!((code, out.as_str()), (2, ""));
    assert_eq!(err, "error: --answer thing/raed=503: no endpoint `thing/raed`; did you mean `thing/read`?\n");
    assert!(refused("thing/read").2.contains("expected an endpoint, `=`"));
    assert!(refused("thing/read=999").2.contains("999 is no status"));
    assert!(refused("thing/read=Nothing").2.contains("no example `Nothing`"));
}

#[test]
fn a_port_that_is_taken_is_said_in_a_line() {
    let folder = specs("sandbox-port");
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let (code, out, err) = run(&folder, &["sandbox", "--port", &port]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.starts_with(&format!("error: cannot listen on port {port}: ")), "{err}");
    assert!(err.ends_with("help: `--port 0` takes a free one\n"), "{err}");
}

#[test]
fn changes_are_taken_up_and_mistakes_are_not() {
    let folder = specs("sandbox-changes");
    let mut server = Running::start(&folder, &["--format", "json"]);
    assert!(server.ready.starts_with(r#"{"event":"ready","url":"http://127.0.0.1:"#), "{}", server.ready);
    fs::write(folder.join(READ), read("two").replace("maxLength", "maxLenght")).unwrap();
    assert_eq!(server.line(), r#"{"event":"specs","taken":false,"findings":1}"#);
    assert!(server.get("/thing/a").ends_with(r#"{"name":"one"}"#), "the last good specs");
    assert_eq!(
        server.line(),
        r#"{"event":"request","status":200,"method":"GET","path":"/thing/{id}","endpoint":"thing/read","fault":null}"#
    );
    fs::write(folder.join(READ), read("two")).unwrap();
    assert_eq!(server.line(), r#"{"event":"specs","taken":true,"findings":0}"#);
    assert!(server.get("/thing/a").ends_with(r#"{"name":"two"}"#));
}
