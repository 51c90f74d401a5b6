//! `sandbox`: a folder of specs to a server that plays the API, with a line for each request. It reads the folder again
//! when a file changes; where the change is a mistake, it says so and plays on as before.

use super::arguments::folder;
use super::docs::backstage::Backstage;
#[cfg(feature = "live")]
use super::docs::relay::Relay;
use super::exit::{FOUND, USAGE};
use super::export::root_of;
use super::open;
use super::output::Output;
use bizkit_sandbox::{Answer, Exchange, Fault, PlanError, Server};
use bizkit_spec::json::Json;
use bizkit_spec::load::load;
use bizkit_spec::render::{self, Colour};
use bizkit_spec::source::SourceMap;
use bizkit_spec::{Api, Specs};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use notify::{RecursiveMode, Watcher};
use std::io;
use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

const HELP: &str = "\
The server listens on this machine alone. It checks path, method, key and every argument,
answers with the documented example, and refuses with the documented codes; every key of the
right form is good. At `/` it shows the interactive page of the API. It takes up changes of
the specs while it runs. End it with Ctrl-C.

Standard output has one line when the server is ready, standard error one line for each request:
the status, the request with the names of its arguments, the endpoint. No value is shown, for
keys and sessions are among them.

Examples:
  bizkit sandbox                      on port 4010
  bizkit sandbox --port 0             on a free port
  bizkit sandbox --answer customer/detail=LoggedOut
                                          the example that has this summary or shows this variant
  bizkit sandbox --answer customer/detail=503 --answer customer/login=INTERNAL_TOO_MANY_REQUESTS
  bizkit sandbox --format json        an object on each line, with its `event`";

/// How long a folder must be at rest: a file that is being written is empty for a moment.
const REST: Duration = Duration::from_millis(100);

pub(super) fn command() -> Command {
    Command::new("sandbox")
        .about("Play the API on this machine, for programs that call it")
        .after_help(HELP)
        .arg(
            Arg::new("port")
                .long("port")
                .value_name("PORT")
                .default_value("4010")
                .value_parser(value_parser!(u16))
                .help("Where to listen; 0 for any free port"),
        )
        .arg(
            Arg::new("answer")
                .long("answer")
                .value_name("ENDPOINT=WHAT")
                .action(ArgAction::Append)
                .help("Answer an endpoint with another example, a status or an error code"),
        )
        .arg(
            Arg::new("no-cors")
                .long("no-cors")
                .action(ArgAction::SetTrue)
                .help("Do not let pages of other origins read the answers in a browser"),
        )
        .arg(super::arguments::format(&["human", "json"]))
        .arg(super::export::root())
        .arg(folder())
}

pub(super) fn run(output: &mut Output, args: &ArgMatches) -> u8 {
    let json = args.get_one::<String>("format").is_some_and(|format| format == "json");
    let mut wrong = false;
    let code = play(output, args, json, |server, output| {
        server.set_cors(!args.get_flag("no-cors"));
        for answer in args.get_many::<String>("answer").into_iter().flatten() {
            if let Err(error) = choose(server, answer) {
                Output::error(&format!("error: --answer {answer}: {error}"));
                wrong = true;
                return false;
            }
        }
        output.print(&if json { ready_json(server) } else { ready(server) });
        true
    });
    if wrong { USAGE } else { code }
}

/// Plays the specs of `--specs` on `--port`, with their page at `/`, for ever; `json` says that the log is for programs. `begin`
/// gets the server when everything is in place, and says that it is ready; `false` ends it.
pub(super) fn play(
    output: &mut Output,
    args: &ArgMatches,
    json: bool,
    begin: impl FnOnce(&Server, &mut Output) -> bool,
) -> u8 {
    let Some(port) = args.get_one::<u16>("port") else { return USAGE };
    let root = match open::root(args) {
        Ok(root) => root,
        Err(code) => return code,
    };
    let specs = match open::sound(output, open::read(&root.folder)) {
        Ok(specs) => specs,
        Err(code) => return code,
    };
    let server = match Server::start_at(specs.api.clone(), (Ipv4Addr::LOCALHOST, *port).into()) {
        Ok(server) => server,
        Err(error) => {
            Output::error(&format!("error: cannot listen on port {port}: {error}"));
            if error.kind() == io::ErrorKind::AddrInUse {
                Output::error("help: `--port 0` takes a free one");
            }
            return FOUND;
        }
    };
    #[cfg(feature = "live")]
    let relay = match live(args, &specs.api) {
        Ok(relay) => relay,
        Err(why) => {
            Output::error(&format!("error: --live: {why}"));
            return USAGE;
        }
    };
    let backstage = Backstage::new(
        specs.api.clone(),
        root_of(args),
        server.address(),
        #[cfg(feature = "live")]
        relay,
    );
    let backstage = match backstage {
        Ok(backstage) => backstage,
        Err(error) => {
            Output::error(&format!("error: the page cannot be served: {error}"));
            return FOUND;
        }
    };
    let asked = Arc::clone(&backstage);
    server.set_front(move |request| asked.answer(request));
    server.observe(move |exchange| Output::error(&if json { entry(exchange) } else { exchange.to_string() }));
    if !begin(&server, output) {
        return USAGE;
    }
    watch(&Stage { server, backstage, json, colour: output.colour }, &root.folder, &specs.sources)
}

/// The way to the real API, where `--live` asks for it.
#[cfg(feature = "live")]
fn live(args: &ArgMatches, api: &Api) -> Result<Option<Relay>, String> {
    let asked = args.try_get_one::<bool>("live").ok().flatten() == Some(&true);
    if asked { Relay::new(api, |name| std::env::var(name).ok()).map(Some) } else { Ok(None) }
}

/// What takes up changes.
struct Stage {
    server: Server,
    backstage: Arc<Backstage>,
    json: bool,
    colour: Colour,
}

/// Chooses an answer by a status, by a code of the catalogue, or by an example.
fn choose(server: &Server, answer: &str) -> Result<(), PlanError> {
    let (endpoint, what) = answer
        .split_once('=')
        .ok_or_else(|| PlanError::new("expected an endpoint, `=`, and what it answers"))?;
    let on = server.on(endpoint);
    match what.parse() {
        Ok(status @ (..100 | 600..)) => {
            Err(PlanError::new(format!("{status} is no status; it is one of 100 to 599")))
        }
        Ok(status @ ..400) => on.answer(Answer::Status(status)),
        Ok(status) => on.fail(Fault::Status(status)),
        Err(_) if server.api().errors.iter().any(|known| known.code == what) => on.fail(Fault::code(what)),
        Err(_) => on.respond_with_example(what),
    }
}

/// What to know about a server that is ready.
fn ready(server: &Server) -> String {
    let api = server.api();
    let url = api.base_url_env.iter().map(|name| format!("  export {name}={}\n", server.url()));
    let key = documented_key(&api).into_iter().map(|(name, key)| format!("  export {name}={key}\n"));
    let exports: String = url.chain(key).collect();
    format!("{} plays {} ({})\n{exports}", server.url(), api.title, count(&api))
}

fn count(api: &Api) -> String {
    let count = api.endpoints.len();
    format!("{count} endpoint{}", if count == 1 { "" } else { "s" })
}

fn ready_json(server: &Server) -> String {
    let api = server.api();
    let count = Json::Number(api.endpoints.len().to_string());
    let members = [
        ("event", text("ready")),
        ("url", text(&server.url())),
        ("api", text(&api.title)),
        ("endpoints", count),
    ];
    object(members) + "\n"
}

/// The variable of the key, and the key that everybody knows from the documentation.
fn documented_key(api: &Api) -> Option<(&str, &str)> {
    let key = api.key.as_ref()?;
    Some((key.env.as_deref()?, api.type_def(key.ty).schema.example.as_ref()?.as_str()?))
}

/// A request as an object on a line.
fn entry(exchange: &Exchange<'_>) -> String {
    let optional = |value: Option<String>| value.map_or(Json::Null, Json::String);
    let path = exchange.route().split([' ', '?']).nth(1).unwrap_or_default();
    object([
        ("event", text("request")),
        ("status", Json::Number(exchange.response.status.to_string())),
        ("method", text(&exchange.request.method)),
        ("path", text(path)),
        ("endpoint", optional(exchange.endpoint.map(str::to_owned))),
        ("fault", optional(exchange.fault.map(|fault| format!("{fault:?}")))),
    ])
}

/// Plays what the folder holds as long as that is right, for ever.
fn watch(stage: &Stage, folder: &Path, first: &SourceMap) -> u8 {
    let shown_as = folder.to_string_lossy().replace('\\', "/");
    let mut seen = texts(first);
    let (tell, changes) = mpsc::channel();
    let told = move |event: notify::Result<notify::Event>| {
        if !event.is_ok_and(|event| event.kind.is_access()) {
            // Nobody listens once the program ends.
            let _ = tell.send(());
        }
    };
    let watcher = notify::recommended_watcher(told)
        .and_then(|mut watcher| watcher.watch(folder, RecursiveMode::Recursive).map(|()| watcher));
    if let Err(error) = &watcher {
        Output::error(&format!("warning: changes of the specs are not seen: {error}"));
    }
    // What has changed before anybody watched is no change that somebody tells of.
    take_up(stage, folder, &shown_as, &mut seen);
    while changes.recv().is_ok() {
        while changes.recv_timeout(REST).is_ok() {}
        take_up(stage, folder, &shown_as, &mut seen);
    }
    loop {
        thread::park();
    }
}

/// Reads the folder and plays it from now on, where it has changed and is right.
fn take_up(stage: &Stage, folder: &Path, shown_as: &str, seen: &mut Vec<(String, String)>) {
    let (sources, loading) = load(folder, shown_as);
    let specs = Specs::from_sources(sources, loading);
    let now = texts(&specs.sources);
    if now == *seen {
        return;
    }
    *seen = now;
    let api = specs.api();
    if let Some(api) = api {
        stage.server.set_api(api.clone());
    }
    let findings = |colour| render::human(&specs.sources, &specs.findings, colour);
    stage.backstage.take_up(api.ok_or_else(|| findings(Colour::Never)));
    Output::error(&match (stage.json, api) {
        (true, _) => object([
            ("event", text("specs")),
            ("taken", Json::Bool(api.is_some())),
            ("findings", Json::Number(specs.findings.len().to_string())),
        ]),
        (false, Some(api)) => format!("the specs have changed: {}", count(api)),
        (false, None) => format!(
            "{}the specs have changed for the worse; the last good ones are played on",
            findings(stage.colour)
        ),
    });
}

/// What the folder holds.
fn texts(sources: &SourceMap) -> Vec<(String, String)> {
    sources.files().map(|(_, source)| (source.path.clone(), source.text.clone())).collect()
}

fn object<const N: usize>(members: [(&str, Json); N]) -> String {
    Json::Object(members.map(|(name, value)| (name.to_owned(), value)).into()).to_string()
}

fn text(text: &str) -> Json {
    Json::String(text.to_owned())
}
