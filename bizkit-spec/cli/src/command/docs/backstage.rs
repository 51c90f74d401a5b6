//! What stands behind the page: the page itself, the specs as OpenAPI, and what the page asks for while it is open.

use super::guard::{Guard, TOKEN};
#[cfg(feature = "live")]
use super::relay::Relay;
use super::unknown;
use crate::export::html::{self, Options};
use crate::export::openapi;
use bizkit_sandbox::{Fault, Front, Gate, Request, Response, Stage};
use bizkit_spec::json::Json;
use bizkit_spec::json::build::{array, number, object, pair, text};
use bizkit_spec::validate::validate_call;
use bizkit_spec::{Api, Checked};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Where the page asks; no path of an API begins so.
const OWN: &str = "/__bizkit/";

/// How long an answer takes that is to be slow.
const SLOW: Duration = Duration::from_secs(2);

/// Everything behind one page.
pub(in crate::command) struct Backstage {
    guard: Guard,
    root: String,
    /// The way to the real API, where the page is to go there.
    #[cfg(feature = "live")]
    relay: Option<Relay>,
    state: Mutex<State>,
}

struct State {
    api: Checked<Api>,
    /// Whether the page sends to the real API.
    live: bool,
    page: Vec<u8>,
    openapi: String,
    /// How often the page has changed, and how often anything has.
    taken: u64,
    seen: u64,
    /// What is wrong with the specs, where they are.
    findings: Option<String>,
    /// Opens at the next change.
    change: Gate,
}

impl Backstage {
    /// What stands behind the page of an API that is served at this address.
    ///
    /// # Errors
    /// Where the system has no random bytes.
    pub(in crate::command) fn new(
        api: Checked<Api>,
        root: &str,
        address: SocketAddr,
        #[cfg(feature = "live")] relay: Option<Relay>,
    ) -> std::io::Result<Arc<Self>> {
        let guard = Guard::new(address)?;
        #[cfg(feature = "live")]
        let live = relay.is_some();
        #[cfg(not(feature = "live"))]
        let live = false;
        let page = page(&api, root, &guard, live, [0, 0]);
        let openapi = openapi::document_text(&api, "1.0.0");
        let state =
            State { api, live, page, openapi, taken: 0, seen: 0, findings: None, change: Gate::new() };
        Ok(Arc::new(Self {
            guard,
            root: root.to_owned(),
            #[cfg(feature = "live")]
            relay,
            state: Mutex::new(state),
        }))
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes up specs that have changed: others, or what is wrong with them.
    pub(in crate::command) fn take_up(&self, read: Result<&Checked<Api>, String>) {
        let mut state = self.lock();
        state.seen += 1;
        state.findings = None;
        match read {
            Ok(api) => {
                state.taken += 1;
                state.page = page(api, &self.root, &self.guard, state.live, [state.taken, state.seen]);
                state.openapi = openapi::document_text(api, "1.0.0");
                state.api = api.clone();
            }
            Err(findings) => state.findings = Some(findings),
        }
        std::mem::take(&mut state.change).open();
    }

    /// What it makes of a request; `None` for what is the API's.
    pub(in crate::command) fn answer(self: &Arc<Self>, request: &Request) -> Option<Front> {
        if let Some(what) = request.path().strip_prefix(OWN) {
            return Some(self.asked(what, request));
        }
        if request.header(TOKEN).is_some() {
            return self.trouble(request).map(Front::Trouble);
        }
        if request.method != "GET" || !matches!(request.path(), "/" | "/openapi.json") {
            return None;
        }
        let state = self.lock();
        // What the API has itself goes first.
        let known = state.api.endpoints.iter().any(|endpoint| endpoint.path_template() == request.path());
        if known || !self.guard.is_at_home(request) {
            return None;
        }
        Some(Front::Own(shown(match request.path() {
            "/" => Response::new(200, "text/html; charset=utf-8", state.page.clone()),
            _ => Response::new(200, "application/json", state.openapi.clone()),
        })))
    }

    /// The trouble that the page wants its call to have.
    fn trouble(&self, request: &Request) -> Option<Fault> {
        let wanted = request.header("x-bizkit-trouble").filter(|_| self.guard.is_own(request))?;
        Some(match wanted {
            "429" => Fault::RateLimited { retry_after: Some(30) },
            "503" => Fault::Status(503),
            "slow" => Fault::Delay(Stage::BeforeHeaders, SLOW),
            "broken" => Fault::truncated_body(),
            _ => return None,
        })
    }

    /// What the page asks.
    fn asked(self: &Arc<Self>, what: &str, request: &Request) -> Front {
        let json = request.header("content-type") == Some("application/json");
        if request.method != "POST" || !json || !self.guard.is_own(request) {
            return Front::Own(refused(403, "only the page of this run is answered here"));
        }
        let Ok(body) = Json::parse(&String::from_utf8_lossy(&request.body)) else {
            return Front::Own(refused(400, "expected JSON"));
        };
        let state = self.lock();
        let call = || body.get("call").and_then(Json::as_str).and_then(|id| state.api.endpoint(id));
        let answer = match (what, call()) {
            ("check", Some(endpoint)) => {
                let nothing = Json::Object(Vec::new());
                let found = validate_call(&state.api, endpoint, body.get("values").unwrap_or(&nothing));
                array(found.iter().map(|one| {
                    object([
                        pair("path", text(&one.path)),
                        pair("rule", text(one.rule)),
                        pair("message", text(&one.message)),
                    ])
                }))
            }
            ("response", Some(endpoint)) => {
                let status = body.get("status").and_then(|status| status.to_string().parse().ok());
                unknown::told(
                    &state.api,
                    endpoint,
                    status.unwrap_or(0),
                    body.get("body").unwrap_or(&Json::Null),
                )
            }
            #[cfg(feature = "live")]
            ("send", Some(endpoint)) if self.relay.is_some() => {
                let Some(relay) = self.relay.clone() else { return Front::Own(refused(404, "not here")) };
                let values = body.get("values").cloned().unwrap_or(Json::Object(Vec::new()));
                let sure = body.get("sure") == Some(&Json::Bool(true));
                let sent = relay.send(Api::clone(&state.api), endpoint.id.clone(), values, sure);
                return Front::Later(Box::pin(async move { shown(sent.await) }));
            }
            ("changes", None) => {
                if body.get("seen").map(ToString::to_string) != Some(state.seen.to_string()) {
                    return Front::Own(shown(Response::json(200, news(&state))));
                }
                let (change, behind) = (state.change.clone(), Arc::clone(self));
                return Front::Later(Box::pin(async move {
                    change.pass().await;
                    shown(Response::json(200, news(&behind.lock())))
                }));
            }
            _ => return Front::Own(refused(404, "nothing is known of this")),
        };
        Front::Own(shown(Response::json(200, answer)))
    }
}

/// What has changed.
fn news(state: &State) -> Json {
    object([
        pair("page", number(state.taken)),
        pair("seen", number(state.seen)),
        pair("findings", state.findings.as_deref().map_or(Json::Null, text)),
    ])
}

/// The page with what its script needs to know of this server.
fn page(api: &Checked<Api>, root: &str, guard: &Guard, live: bool, [taken, seen]: [u64; 2]) -> Vec<u8> {
    let key = api.key.as_ref().and_then(|key| api.type_def(key.ty).schema.example.clone());
    let server = object([
        pair("token", text(guard.token())),
        // What everybody knows from the documentation; the sandbox takes every key of this form.
        pair("key", key.unwrap_or_else(|| text("key"))),
        pair("version", text(env!("CARGO_PKG_VERSION"))),
        pair("page", number(taken)),
        pair("seen", number(seen)),
        pair("live", Json::Bool(live)),
    ]);
    html::page(api, &Options { server: Some(server), ..Options::of(root) }).into_bytes()
}

fn refused(status: u16, why: &str) -> Response {
    shown(Response::new(status, "text/plain", format!("{why}\n")))
}

/// An answer that no other page can frame, embed or keep.
fn shown(response: Response) -> Response {
    response
        .with_header("cache-control", "no-store")
        .with_header("x-content-type-options", "nosniff")
        .with_header("x-frame-options", "DENY")
        .with_header("content-security-policy", "frame-ancestors 'none'")
        .with_header("cross-origin-resource-policy", "same-origin")
        .with_header("cross-origin-opener-policy", "same-origin")
        .with_header("referrer-policy", "no-referrer")
}
