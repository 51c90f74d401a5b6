//! `check`: a folder of specs to its findings.

use super::exit::{FOUND, OK};
use super::open;
use super::output::Output;
use bizkit_spec::{Diagnostics, Specs, render};
use clap::ArgMatches;

pub(super) const HELP: &str = "\
Formats:
  human   the line with carets below, other places that matter, what to write
  json    one object per line: code, severity, message, file, line, column, endLine, endColumn,
          start, end (bytes), label, help (a list), related (places with a message)
  github  workflow commands, shown beside the lines of a pull request

Examples:
  bizkit check
  bizkit check specs/customer               what is found in this folder, or in one file
  bizkit check --format json | jq -r .code | sort | uniq -c";

pub(super) fn run(output: &mut Output, args: &ArgMatches) -> u8 {
    let root = match open::root_of_path(args) {
        Ok(root) => root,
        Err(code) => return code,
    };
    let mut specs = open::read(&root.folder);
    root.only(&specs.sources, &mut specs.findings);
    let most = args.get_one::<usize>("max-errors").copied().unwrap_or(usize::MAX);
    let shown: Diagnostics = specs.findings.iter().take(most).cloned().collect();
    match args.get_one::<String>("format").map(String::as_str) {
        Some("json") => output.print(&render::json(&specs.sources, &shown)),
        Some("github") => output.print_document(&render::github(&specs.sources, &shown)),
        _ => {
            output.print(&render::human(&specs.sources, &shown, output.colour));
            let hidden = specs.findings.len() - shown.len();
            if hidden > 0 {
                output.print(&format!("... and {hidden} more\n\n"));
            }
            output.print(&summary(&specs));
        }
    }
    if specs.findings.is_empty() { OK } else { FOUND }
}

fn summary(specs: &Specs) -> String {
    let api = specs.partial().get();
    let count = |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
    let found =
        if specs.findings.is_empty() { "no findings".to_owned() } else { render::summary(&specs.findings) };
    format!(
        "{}, {}, {}: {found}\n",
        count(api.endpoints.len(), "endpoint"),
        count(api.types.len(), "type"),
        count(api.errors.len(), "error code"),
    )
}
