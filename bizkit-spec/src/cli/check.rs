//! `check`: a folder of specs to its findings.

use super::output::Output;
use super::{FOUND, OK, USAGE};
use bizkit_spec::render;
use bizkit_spec::source::SourceMap;
use bizkit_spec::{Diagnostics, Specs};
use clap::ArgMatches;
use std::path::{Path, PathBuf};

pub(super) const HELP: &str = "\
Formats:
  human   the line with carets below, other places that matter, what to write
  json    one object per line: code, severity, message, file, line, column, endLine, endColumn,
          start, end (bytes), label, help (a list), related (places with a message)
  github  workflow commands, shown beside the lines of a pull request

Examples:
  cargo spec check
  cargo spec check specs/customer/detail.yaml   findings of this file alone
  cargo spec check --format json | jq -r .code | sort | uniq -c";

pub(super) fn run(output: &mut Output, args: &ArgMatches) -> u8 {
    let Some(path) = args.get_one::<PathBuf>("path") else { return USAGE };
    if !path.exists() {
        Output::error(&format!("error: there is no `{}`", path.display()));
        return USAGE;
    }
    let folder = if path.is_dir() { path } else { folder_of(path) };
    let mut specs = super::open::read(folder);
    if !path.is_dir() {
        only(&specs.sources, &mut specs.findings, path);
    }
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

/// Keeps what was found in one file.
pub(super) fn only(sources: &SourceMap, findings: &mut Diagnostics, path: &Path) {
    findings.retain(|finding| Path::new(&sources.file(finding.span.file).path) == path);
}

/// The folder of specs that a file belongs to: the nearest one with an `api.yaml`.
pub(super) fn folder_of(file: &Path) -> &Path {
    let own = file.parent().unwrap_or(Path::new(""));
    let is_root = |folder: &&Path| ["api.yaml", "api.yml"].iter().any(|name| folder.join(name).is_file());
    file.ancestors().skip(1).find(is_root).unwrap_or(own)
}

fn summary(specs: &Specs) -> String {
    let api = specs.with_stand_ins();
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
