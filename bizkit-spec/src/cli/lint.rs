//! `lint`: a folder of specs to advice.

use super::check::{folder_of, only};
use super::output::Output;
use super::{FOUND, OK, USAGE, open};
use bizkit_spec::lint::lint;
use bizkit_spec::render;
use clap::{Arg, ArgMatches, Command, value_parser};
use std::path::PathBuf;

const HELP: &str = "\
Where a lint does not hold, decline it with the reason, in the endpoint, type, parameter or field that it
is about, or in api.yaml for the whole API:
  allow: { missing-example: the vendor's page shows none }

Formats:
  human   the line with carets below, and what to write
  json    one object per line, as `cargo spec check --format json` writes it
  github  workflow commands, shown beside the lines of a pull request

Examples:
  cargo spec lint
  cargo spec lint specs/customer/detail.yaml    what is found in this file alone
  cargo spec explain unconstrained-id           why it matters, with a bad and a good example

Exit codes: 0 nothing found, 1 something found or specs with errors, 2 arguments that make no sense.";

pub(super) fn command() -> Command {
    Command::new("lint")
        .about("Find what is allowed and still makes an API harder to use")
        .after_help(HELP)
        .arg(
            Arg::new("path")
                .value_name("PATH")
                .default_value("specs")
                .value_parser(value_parser!(PathBuf))
                .help("A folder of specs, or one file in such a folder"),
        )
        .arg(super::format(&["human", "json", "github"]))
}

pub(super) fn run(output: &mut Output, args: &ArgMatches) -> u8 {
    let Some(path) = args.get_one::<PathBuf>("path") else { return USAGE };
    if !path.exists() {
        Output::error(&format!("error: there is no `{}`", path.display()));
        return USAGE;
    }
    let folder = if path.is_dir() { path } else { folder_of(path) };
    let specs = match open::sound(output, open::read(folder)) {
        Ok(specs) => specs,
        Err(code) => return code,
    };
    let mut findings = lint(open::api(&specs));
    if !path.is_dir() {
        only(&specs.sources, &mut findings, path);
    }
    match args.get_one::<String>("format").map(String::as_str) {
        Some("json") => output.print(&render::json(&specs.sources, &findings)),
        Some("github") => output.print_document(&render::github(&specs.sources, &findings)),
        _ => {
            output.print(&render::human(&specs.sources, &findings, output.colour));
            let summary = render::summary(&findings);
            output.print(&format!("{}\n", if findings.is_empty() { "no findings" } else { &summary }));
        }
    }
    if findings.is_empty() { OK } else { FOUND }
}
