//! `lint`: a folder of specs to advice.

use super::exit::{FOUND, OK};
use super::open;
use super::output::Output;
use crate::lint::lint;
use bizkit_spec::render;
use clap::{ArgMatches, Command};

const HELP: &str = "\
Where a lint does not hold, decline it with the reason, in the endpoint, type, parameter or
field that it is about, or in api.yaml for the whole API:
  allow: { missing-example: the vendor's page shows none }

Formats:
  human   the line with carets below, and what to write
  json    one object per line, as `bizkit check --format json` writes it
  github  workflow commands, shown beside the lines of a pull request

Examples:
  bizkit lint
  bizkit lint specs/customer/detail.yaml    what is found in this file alone
  bizkit explain unconstrained-id           why it matters, with a bad and a good example

Exit codes: 0 nothing found, 1 something found or specs with errors, 2 arguments that make no sense.";

pub(super) fn command() -> Command {
    Command::new("lint")
        .about("Find what is allowed and still makes an API harder to use")
        .after_help(HELP)
        .arg(super::arguments::path())
        .arg(super::arguments::format(&["human", "json", "github"]))
}

pub(super) fn run(output: &mut Output, args: &ArgMatches) -> u8 {
    let root = match open::root_of_path(args) {
        Ok(root) => root,
        Err(code) => return code,
    };
    let specs = match open::sound(output, open::read(&root.folder)) {
        Ok(specs) => specs,
        Err(code) => return code,
    };
    let mut findings = lint(&specs.api);
    root.only(&specs.sources, &mut findings);
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
