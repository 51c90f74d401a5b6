//! `docs`: a folder of specs to the interactive page on this machine, with a sandbox of the same API behind it.

pub(super) mod backstage;
mod guard;
#[cfg(feature = "live")]
pub(super) mod relay;
mod unknown;

use super::arguments::folder;
use super::export;
use super::output::Output;
use super::sandbox;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

const HELP: &str = "\
The page is served on this machine alone. What it sends goes to a sandbox in the same process,
which answers with the documented examples; broken rules are told by the interpreter that the
sandbox uses, as one types. The page takes up changes of the specs while it is open, and shows
mistakes with their places. End it with Ctrl-C.

Examples:
  bizkit docs                         on port 4011
  bizkit docs --open                  and in the browser
  bizkit docs --port 0                on a free port
  bizkit docs --live                  sends to the real API; the key stays in this process
  bizkit export html --out api.html   the same page as a file, without a sandbox";

pub(super) fn command() -> Command {
    Command::new("docs")
        .about("Show the API as an interactive page, with a sandbox behind it")
        .after_help(HELP)
        .arg(
            Arg::new("port")
                .long("port")
                .value_name("PORT")
                .default_value("4011")
                .value_parser(value_parser!(u16))
                .help("Where to listen; 0 for any free port"),
        )
        .arg(Arg::new("open").long("open").action(ArgAction::SetTrue).help("Open the page in the browser"))
        .args(live())
        .arg(export::root())
        .arg(folder())
}

/// `--live`, where it is built in.
fn live() -> Option<Arg> {
    let help = "Send to the real API, with the key of the environment";
    cfg!(feature = "live").then(|| Arg::new("live").long("live").action(ArgAction::SetTrue).help(help))
}

pub(super) fn run(output: &mut Output, args: &ArgMatches) -> u8 {
    sandbox::play(output, args, false, |server, output| {
        output.print(&format!("{}/ shows {}\n", server.url(), server.api().title));
        if args.get_flag("open") {
            open(&server.url());
        }
        true
    })
}

/// Shows an address in the browser, where there is one.
fn open(url: &str) {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    if let Err(error) = std::process::Command::new(program).arg(url).spawn() {
        Output::error(&format!("warning: `{program}` cannot open the browser: {error}"));
    }
}
