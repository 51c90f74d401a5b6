//! `diff`: two sets of specs to what changed between them.

use super::exit::{FOUND, OK, USAGE};
use super::open::Sound;
use super::output::Output;
use super::{git, open};
use crate::diff::{Change, Level, Rule, Version, compare, report};
use bizkit_spec::json::Json;
use bizkit_spec::source::FileId;
use bizkit_spec::{Diagnostics, yaml};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command, value_parser};
use std::fs;
use std::path::{Path, PathBuf};

const HELP: &str = "\
Each change has an address, a rule, and a level for somebody who calls the API from Rust:
  breaking   code no longer compiles, or a call that worked is refused
  additive   code still compiles and does what it did
  cosmetic   only documents changed
`bizkit diff --rules` prints the table of rules. The version that follows is Cargo's: below
1.0.0 a breaking change raises the second number and every other one the third.

OLD and NEW are folders of specs, or revisions of git: `HEAD~3`, `main`, `v0.1.0:specs`. A
revision without a folder has the one of --specs. The work tree is not touched.

An allow list is a YAML file of addresses or rules with reasons:
  shop/order/create.body.vat: nobody has sent it yet
  became-optional: see the change log

Examples:
  bizkit diff HEAD~3                        what has changed since
  bizkit diff v0.1.0 main --current 0.1.0   the version that follows 0.1.0
  bizkit diff old/specs specs --format json | jq -r '.changes[].address'
  bizkit diff main --format markdown >> CHANGELOG.md

Exit codes: 0 nothing breaking or all of it allowed, 1 something breaking or specs with findings,
2 arguments that make no sense.";

pub(super) fn command() -> Command {
    Command::new("diff")
        .about("Tell what changed between two sets of specs, and which version follows")
        .after_help(HELP)
        .arg(
            Arg::new("old").value_name("OLD").required_unless_present("rules").help("A folder or a revision"),
        )
        .arg(
            Arg::new("new")
                .value_name("NEW")
                .help("A folder or a revision; the folder of --specs without it"),
        )
        .arg(super::arguments::folder())
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .default_value("human")
                .value_parser(PossibleValuesParser::new(["human", "json", "markdown"]))
                .help("For people, for programs, for a change log"),
        )
        .arg(
            Arg::new("allow")
                .long("allow")
                .value_name("LEVEL")
                .value_parser(PossibleValuesParser::new(["breaking"]))
                .help("Succeed although something is breaking"),
        )
        .arg(
            Arg::new("allow-list")
                .long("allow-list")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help("Succeed where the file gives a reason for everything that is breaking"),
        )
        .arg(
            Arg::new("current")
                .long("current")
                .value_name("VERSION")
                .value_parser(|text: &str| Version::parse(text).ok_or("write three numbers: 0.1.0"))
                .help("The version of OLD, to tell the one that follows"),
        )
        .arg(
            Arg::new("rules")
                .long("rules")
                .action(clap::ArgAction::SetTrue)
                .conflicts_with_all(["old", "allow", "allow-list", "current"])
                .help("Print the table of rules"),
        )
}

pub(super) fn run(output: &mut Output, args: &ArgMatches) -> u8 {
    if args.get_flag("rules") {
        output.print(&report::rules());
        return OK;
    }
    let here = match open::root(args) {
        Ok(root) => root.folder.to_string_lossy().into_owned(),
        Err(code) => return code,
    };
    let name = |id: &str| args.get_one::<String>(id).map_or(here.as_str(), String::as_str);
    let (old, new) = match (side(output, name("old"), &here), side(output, name("new"), &here)) {
        (Ok(old), Ok(new)) => (old, new),
        (Err(code), _) | (_, Err(code)) => return code,
    };
    let mut allowed = match args.get_one::<PathBuf>("allow-list").map(|path| reasons(path)) {
        None => Vec::new(),
        Some(Ok(reasons)) => reasons,
        Some(Err(message)) => {
            Output::error(&message);
            return USAGE;
        }
    };
    let changes = compare(&old.api, &new.api);
    let version = args.get_one::<Version>("current").copied();
    match args.get_one::<String>("format").map(String::as_str) {
        Some("json") => output.print(&format!("{}\n", report::json(&changes, version))),
        Some("markdown") => output.print(&report::markdown(&changes)),
        _ => {
            output.print(&report::human(&changes, output.colour));
            output.print(&report::summary(&changes, version));
        }
    }
    let breaking = changes.iter().filter(|change| change.level == Level::Breaking);
    let left = breaking.filter(|change| !is_allowed(change, &mut allowed)).count();
    for reason in allowed.iter().filter(|reason| !reason.used) {
        Output::error(&format!("warning: nothing breaking is allowed by `{}`", reason.name));
    }
    if left == 0 || args.contains_id("allow") { OK } else { FOUND }
}

/// A folder, or a revision.
fn side(output: &Output, name: &str, folder: &str) -> Result<Sound, u8> {
    let path = Path::new(name);
    let specs = if path.is_dir() {
        open::read(path)
    } else {
        git::read(name, folder).map_err(|reason| {
            Output::error(&format!("error: `{name}` is neither a folder nor a revision of git: {reason}"));
            USAGE
        })?
    };
    open::sound(output, specs)
}

/// An entry of an allow list.
struct Reason {
    name: String,
    used: bool,
}

fn reasons(path: &Path) -> Result<Vec<Reason>, String> {
    let shown = path.display();
    let text =
        fs::read_to_string(path).map_err(|error| format!("error: `{shown}` cannot be read: {error}"))?;
    let mut findings = Diagnostics::default();
    let node = yaml::parse(FileId(0), &text, &mut findings);
    if let Some(finding) = findings.iter().next() {
        return Err(format!("error: `{shown}`: {}", finding.message));
    }
    let expected = format!("error: `{shown}` is no mapping of addresses or rules to reasons");
    let Some(Json::Object(members)) = node.map(|node| node.to_json()) else { return Err(expected) };
    let entry = |(name, reason): (String, Json)| match reason.as_str().map(str::trim) {
        Some(reason) if !reason.is_empty() => Ok(Reason { name, used: false }),
        _ => Err(format!(
            "error: `{shown}` gives no reason for `{name}`\nhelp: write `{name}: why it may break`"
        )),
    };
    members.into_iter().map(entry).collect()
}

fn is_allowed(change: &Change, reasons: &mut [Reason]) -> bool {
    let of =
        |reason: &&mut Reason| reason.name == change.address || Rule::find(&reason.name) == Some(change.rule);
    let Some(reason) = reasons.iter_mut().find(of) else { return false };
    reason.used = true;
    true
}
