//! A language server as a process: requests and notifications go in, responses and diagnostics come out.

use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;
use std::{env, iter};

/// Longer than any answer takes; a server that has died answers never.
const PATIENCE: Duration = Duration::from_secs(240);

/// The program of a server: what the variable names, or what is installed under the name.
pub(super) fn installed(variable: &str, name: &str) -> Option<PathBuf> {
    let named = env::var_os(variable).map(PathBuf::from);
    let folders = env::var_os("PATH").map_or_else(Vec::new, |path| env::split_paths(&path).collect());
    let found = named.or_else(|| folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file()));
    // A name that rustup keeps for a component that is not there ends at once.
    let works = |path: &PathBuf| {
        let probe = Command::new(path).arg("--version").stdin(Stdio::null()).output();
        probe.is_ok_and(|output| output.status.success() || !output.stderr.starts_with(b"error: "))
    };
    let found = found.filter(works);
    if found.is_none() {
        crate::support::notice::say(&format!("skipped: `{name}` is not installed; {variable} may name it"));
    }
    found
}

/// A running server.
pub(super) struct Server {
    child: Child,
    stdin: ChildStdin,
    messages: Receiver<Value>,
    root: PathBuf,
    settings: Value,
    count: u64,
    diagnostics: BTreeMap<String, Vec<Value>>,
    opened: BTreeSet<String>,
    /// Whether the server has said that it rests.
    quiet: bool,
}

impl Server {
    /// Starts the server in a folder. It gets the settings when it asks for them.
    pub(super) fn start(command: &mut Command, root: &Path, settings: Value, options: &Value) -> Self {
        let command = command.current_dir(root).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.stderr(Stdio::null()).spawn().unwrap();
        let (stdin, stdout) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let (send, messages) = mpsc::channel();
        thread::spawn(move || {
            let mut reader = BufReader::new(stdout);
            while let Some(message) = receive(&mut reader) {
                if send.send(message).is_err() {
                    return;
                }
            }
        });
        let mut server = Self {
            child,
            stdin,
            messages,
            root: root.to_owned(),
            settings,
            count: 0,
            diagnostics: BTreeMap::new(),
            opened: BTreeSet::new(),
            quiet: false,
        };
        let uri = server.uri("");
        let capabilities = json!({
            "workspace": { "configuration": true, "didChangeConfiguration": {} },
            "textDocument": {
                "completion": { "completionItem": { "snippetSupport": true } },
                "hover": { "contentFormat": ["markdown"] },
                "publishDiagnostics": {},
            },
            "experimental": { "serverStatusNotification": true },
        });
        server.ask(
            "initialize",
            &json!({
                "processId": null,
                "rootUri": uri,
                "workspaceFolders": [{ "uri": uri, "name": "specs" }],
                "capabilities": capabilities,
                "initializationOptions": options,
            }),
        );
        server.tell("initialized", &json!({}));
        let settings = server.settings.clone();
        server.tell("workspace/didChangeConfiguration", &json!({ "settings": settings }));
        server
    }

    /// The address of a file below the server's folder.
    pub(super) fn uri(&self, relative: &str) -> String {
        let path = self.root.join(relative);
        let path = path.to_str().unwrap().trim_end_matches('/').replace('%', "%25").replace(' ', "%20");
        format!("file://{}", path.replace('{', "%7B").replace('}', "%7D"))
    }

    /// Asks something and gives the result.
    pub(super) fn ask(&mut self, method: &str, params: &Value) -> Value {
        self.count += 1;
        let id = self.count;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        let mut response = self.until(|_, message| {
            (message["id"] == id && message["method"].is_null()).then(|| message.clone())
        });
        assert!(response["error"].is_null(), "{method}: {}", response["error"]);
        response["result"].take()
    }

    /// Tells something that has no answer.
    pub(super) fn tell(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Opens a document with a text, which need not be the one on the disk.
    pub(super) fn open(&mut self, relative: &str, language: &str, text: &str) {
        let uri = self.uri(relative);
        self.diagnostics.remove(&uri);
        if !self.opened.insert(uri.clone()) {
            self.tell("textDocument/didClose", &json!({ "textDocument": { "uri": uri } }));
        }
        // Servers remember what they have read of a version.
        self.count += 1;
        let document = json!({ "uri": uri, "languageId": language, "version": self.count, "text": text });
        self.tell("textDocument/didOpen", &json!({ "textDocument": document }));
    }

    /// What is underlined in an open document, as soon as `done` takes it.
    pub(super) fn diagnostics(&mut self, relative: &str, done: impl Fn(&[String]) -> bool) -> Vec<String> {
        let uri = self.uri(relative);
        let shown = |server: &Self| {
            let list = server.diagnostics.get(&uri)?;
            let text = |one: &Value| format!("{}: {}", one["range"]["start"]["line"], one["message"]);
            Some(list.iter().map(text).collect::<Vec<_>>()).filter(|list| done(list))
        };
        match shown(self) {
            Some(list) => list,
            None => self.until(|server, _| shown(server)),
        }
    }

    /// Waits until the server has read all that there is.
    pub(super) fn rest(&mut self) {
        while !self.quiet {
            self.until(|server, _| server.quiet.then_some(()));
        }
    }

    /// Handles messages until one gives something.
    fn until<T>(&mut self, mut look: impl FnMut(&Self, &Value) -> Option<T>) -> T {
        loop {
            let message = self.messages.recv_timeout(PATIENCE).expect("the server answers");
            self.handle(&message);
            if let Some(found) = look(self, &message) {
                return found;
            }
        }
    }

    /// Answers what the server asks, and keeps what it tells.
    fn handle(&mut self, message: &Value) {
        match message["method"].as_str() {
            Some("textDocument/publishDiagnostics") => {
                let list = message["params"]["diagnostics"].as_array().cloned().unwrap_or_default();
                let uri = message["params"]["uri"].as_str().unwrap_or_default().to_owned();
                self.diagnostics.insert(uri, list);
            }
            Some("experimental/serverStatus") => self.quiet = message["params"]["quiescent"] == true,
            Some(method) if !message["id"].is_null() => {
                let sections = message["params"]["items"].as_array().into_iter().flatten();
                let section =
                    |item: &Value| self.settings[item["section"].as_str().unwrap_or_default()].clone();
                let result = match method {
                    "workspace/configuration" => sections.map(section).collect(),
                    _ => Value::Null,
                };
                self.send(&json!({ "jsonrpc": "2.0", "id": message["id"], "result": result }));
            }
            _ => {}
        }
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        write!(self.stdin, "Content-Length: {}\r\n\r\n{text}", text.len()).unwrap();
        self.stdin.flush().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One message; `None` where the server has ended.
fn receive(reader: &mut impl BufRead) -> Option<Value> {
    let line = |reader: &mut dyn BufRead| {
        let mut line = String::new();
        reader.read_line(&mut line).ok().filter(|read| *read > 0).map(|_| line.trim_end().to_owned())
    };
    let mut length = 0;
    for header in iter::from_fn(|| line(&mut *reader)).take_while(|line| !line.is_empty()) {
        let (name, value) = header.split_once(':')?;
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}
