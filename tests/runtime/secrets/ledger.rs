//! What must be shown nowhere, and who looks: marked secrets in every spelling, and a listener for logs and spans.

use std::collections::BTreeSet;
use std::error::Error as _;
use std::fmt::{Debug, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};

use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use bizkit_client::Error;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

pub(crate) const KEY: &str = "DEV_SECRETsecretSECRETsecret1234";
pub(crate) const SESSION: &str = "SESSIONsessionSESSIONsession1234";
pub(crate) const PASSWORD: &str = "PASS\"word/PASSwořd+PASS&word\\PASS=word 1234";
pub(crate) const TOKEN: &str = "TOKENtoken/TOKENtoken+TOKENtoken1234";
pub(crate) const COOKIE: &str = "COOKIEcookieCOOKIEcookie1234";
pub(crate) const SECRETS: [&str; 5] = [KEY, SESSION, PASSWORD, TOKEN, COOKIE];

/// As much of a secret as nobody may see, in bytes.
const TOO_MUCH: usize = 8;

/// Every piece of that length that gives a secret away, in any spelling.
fn pieces() -> &'static BTreeSet<Vec<u8>> {
    static PIECES: OnceLock<BTreeSet<Vec<u8>>> = OnceLock::new();
    PIECES.get_or_init(|| {
        let spellings = SECRETS.into_iter().flat_map(spellings);
        spellings
            .flat_map(|text| text.as_bytes().windows(TOO_MUCH).map(<[u8]>::to_vec).collect::<Vec<_>>())
            .collect()
    })
}

/// How URLs, JSON and Base64 write a text.
pub(crate) fn spellings(text: &str) -> Vec<String> {
    let percent = |upper: bool| {
        text.bytes().fold(String::new(), |mut out, byte| {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(char::from(byte)),
                _ if upper => write!(out, "%{byte:02X}").unwrap(),
                _ => write!(out, "%{byte:02x}").unwrap(),
            }
            out
        })
    };
    let json = serde_json::to_string(text).unwrap();
    let json = json[1..json.len() - 1].to_owned();
    let slashed = json.replace('/', "\\/");
    let mut all = vec![text.to_owned(), percent(true), percent(false), json, slashed];
    // Base64 works in groups of three bytes, and a secret may begin at each of them.
    for before in ["", "x", "xy"] {
        all.push(STANDARD_NO_PAD.encode(format!("{before}{text}")));
        all.push(URL_SAFE_NO_PAD.encode(format!("{before}{text}")));
    }
    all
}

/// The part of a secret that a text shows.
fn shown(text: &[u8]) -> Option<String> {
    // Few pairs of letters begin a piece, so little is looked up.
    static BEGINNINGS: OnceLock<Vec<bool>> = OnceLock::new();
    let pair = |bytes: &[u8]| usize::from(bytes[0]) << 8 | usize::from(bytes[1]);
    let beginnings = BEGINNINGS.get_or_init(|| {
        let mut table = vec![false; 1 << 16];
        for piece in pieces() {
            table[pair(piece)] = true;
        }
        table
    });
    let mut windows = text.windows(TOO_MUCH);
    let piece = windows.find(|window| beginnings[pair(window)] && pieces().contains(*window))?;
    Some(String::from_utf8_lossy(piece).into_owned())
}

/// Fails where a text shows a good part of a secret.
#[track_caller]
pub(crate) fn discreet(text: &str) {
    if let Some(piece) = shown(text.as_bytes()) {
        panic!("`{piece}` shows in: {text:.2000}");
    }
}

/// Fails where the `Debug` of a value shows a good part of a secret.
#[track_caller]
pub(crate) fn discreet_debug(value: &impl Debug) {
    discreet(&format!("{value:?} {value:#?}"));
}

/// Everything that an error can be turned into.
#[track_caller]
pub(crate) fn check(error: &Error) {
    discreet(&format!("{error} {error:#}"));
    discreet_debug(error);
    discreet(&format!("{} {:?} {:?}", error.message(), error.description(), error.code()));
    discreet(&format!("{:?} {:?} {:?}", error.request_id(), error.path(), error.fault()));
    discreet(&format!("{:?} {:?} {:?}", error.violations(), error.link(), error.help()));
    discreet(&String::from_utf8_lossy(error.body()));
    if let Some(meta) = error.meta() {
        discreet(&format!("{meta:?} {:?}", meta.headers));
    }
    let mut source = error.source();
    while let Some(cause) = source {
        discreet(&format!("{cause} {cause:?} {cause:#?}"));
        source = cause.source();
    }
    assert!(!error.to_string().contains('\n'), "one line: {error}");
}

/// Listens to everything that is logged or traced in this process, and keeps what shows a secret.
#[derive(Debug)]
pub(crate) struct Listener;

static HEARD: AtomicUsize = AtomicUsize::new(0);
static LEAKS: Mutex<Vec<String>> = Mutex::new(Vec::new());

impl Listener {
    /// Begins to listen, once for the process.
    pub(crate) fn start() {
        static STARTED: OnceLock<()> = OnceLock::new();
        STARTED.get_or_init(|| {
            tracing::subscriber::set_global_default(Self).unwrap();
            log::set_logger(&Self).unwrap();
            log::set_max_level(log::LevelFilter::Trace);
        });
    }

    /// What was heard so far, and nothing of it a secret.
    #[track_caller]
    pub(crate) fn heard() -> usize {
        let leaks = LEAKS.lock().unwrap();
        assert!(leaks.is_empty(), "written to logs or spans: {leaks:#?}");
        HEARD.load(Ordering::SeqCst)
    }

    fn hear(text: &str) {
        HEARD.fetch_add(1, Ordering::SeqCst);
        if shown(text.as_bytes()).is_some() {
            LEAKS.lock().unwrap().push(text.to_owned());
        }
    }
}

impl log::Log for Listener {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }
    fn log(&self, record: &log::Record<'_>) {
        Self::hear(&record.args().to_string());
    }
    fn flush(&self) {}
}

/// All fields of a span or an event in one text.
struct Fields(String);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let _ = write!(self.0, "{field}={value:?} ");
    }
    fn record_str(&mut self, field: &Field, value: &str) {
        let _ = write!(self.0, "{field}={value} ");
    }
}

impl Subscriber for Listener {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }
    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut fields = Fields(String::new());
        span.record(&mut fields);
        Self::hear(&fields.0);
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, values: &Record<'_>) {
        let mut fields = Fields(String::new());
        values.record(&mut fields);
        Self::hear(&fields.0);
    }
    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields(String::new());
        event.record(&mut fields);
        Self::hear(&fields.0);
    }
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}
