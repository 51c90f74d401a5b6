//! `coverage`: an OpenAPI document to how much of it the specs describe.

use super::exit::{FOUND, OK, USAGE};
use super::output::Output;
use super::progress::Progress;
use super::{import, open};
use crate::coverage::{coverage, report};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::path::PathBuf;

const HELP: &str = "\
FILE is an OpenAPI document (3.0 or later, JSON or YAML); `-` reads standard input. Each of its
operations is compared with the spec of the same method and path, by the rules of `bizkit
diff` that show on the wire:
  same        both say the same about what travels
  differs     what the document says, and what the spec says
  missing     there is no spec; `bizkit import FILE --only ..` makes one
  unreadable  the document describes it in a way that the language cannot express
  extra       there is a spec, and the document does not know the call

Examples:
  bizkit coverage openapi.json
  bizkit coverage openapi.json --check      every call has a spec that says the same
  bizkit coverage openapi.json --min 90     so many per cent of the operations have a spec
  bizkit coverage openapi.json --format json | jq -r '.rows[].path'

Exit codes: 0 as asked for, 1 --check or --min is not met or the specs have findings,
2 arguments that make no sense, or a document that cannot be read.";

pub(super) fn command() -> Command {
    Command::new("coverage")
        .about("Tell how much of an OpenAPI document the specs describe")
        .after_help(HELP)
        .arg(
            Arg::new("document")
                .value_name("FILE")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help("The document; `-` for standard input"),
        )
        .arg(super::arguments::folder())
        .arg(super::arguments::format(&["human", "json"]))
        .arg(
            Arg::new("check")
                .long("check")
                .action(ArgAction::SetTrue)
                .help("Fail unless every operation has a spec that says the same"),
        )
        .arg(
            Arg::new("min")
                .long("min")
                .value_name("PERCENT")
                .value_parser(value_parser!(u8).range(0..=100))
                .help("Fail if fewer operations have a spec"),
        )
}

pub(super) fn run(output: &mut Output, args: &ArgMatches) -> u8 {
    let specs = match open::specs(output, args) {
        Ok(specs) => specs,
        Err(code) => return code,
    };
    let document = match import::read(args) {
        Ok((document, _)) => document,
        Err(message) => {
            Output::error(&message);
            return USAGE;
        }
    };
    let mut progress = Progress::new();
    let coverage = coverage(&specs.api, &document, &mut |done, all| {
        progress.show(&format!("{done} of {all} operations"));
    });
    drop(progress);
    match args.get_one::<String>("format").map(String::as_str) {
        Some("json") => output.print(&format!("{}\n", report::json(&coverage))),
        _ => output.print(&report::human(&coverage, output.colour)),
    }
    let least = args.get_one::<u8>("min").map_or(0, |least| usize::from(*least));
    let few = coverage.covered() * 100 < least * coverage.operations();
    if few || args.get_flag("check") && !coverage.is_complete() { FOUND } else { OK }
}
