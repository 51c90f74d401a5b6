//! `export`: a folder of specs to documents for others.

use super::exit::{FOUND, OK, USAGE};
use super::output::Output;
use super::{files, open};
use crate::export::html;
use crate::export::markdown::{self, Page};
use crate::export::openapi;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const OPENAPI_HELP: &str = "\
What OpenAPI has no word for stands in members that begin with `x-bizkit-`; specs/README.md
lists them. `bizkit import` reads them back.

Examples:
  bizkit export openapi > openapi.json
  bizkit export openapi --format yaml --out docs/openapi.yaml
  bizkit export openapi --out openapi.json --check     for continuous checks

Exit codes: 0 written or up to date, 1 the specs have findings or the file is not up to date,
2 arguments that make no sense or a file that cannot be written.";

const MARKDOWN_HELP: &str = "\
A page for each endpoint with every fact and examples in Rust, for curl and in JavaScript, one
for the types that several calls share, and an index. Without --out all of them are printed.

A page that was generated before and is not needed any more is deleted. Nothing else is touched.

Examples:
  bizkit export markdown --out docs/reference
  bizkit export markdown --out docs/reference --check     for continuous checks

Exit codes: 0 written or up to date, 1 the specs have findings or a page is not up to date,
2 arguments that make no sense or a file that cannot be written.";

const HTML_HELP: &str = "\
One file with everything in it: it opens from a disk and from any static host, works without a
script for reading, and asks no other host for anything. `bizkit docs` serves the same page with
a server behind it that plays the API.

Examples:
  bizkit export html --out api.html
  bizkit export html --out docs/api.html --check     for continuous checks

Exit codes: 0 written or up to date, 1 the specs have findings or the file is not up to date,
2 arguments that make no sense or a file that cannot be written.";

pub(super) fn command() -> Command {
    Command::new("export")
        .about("Write the specs down as documents for others")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(
            Command::new("openapi")
                .about("One OpenAPI 3.1 document of the whole API")
                .after_help(OPENAPI_HELP)
                .arg(super::arguments::folder())
                .arg(
                    Arg::new("format")
                        .long("format")
                        .value_name("FORMAT")
                        .value_parser(PossibleValuesParser::new(["json", "yaml"]))
                        .help("Default: what the ending of --out says, else json"),
                )
                .arg(out("FILE", "Write to this file instead of the terminal").required(false))
                .arg(
                    Arg::new("api-version")
                        .long("api-version")
                        .value_name("TEXT")
                        .default_value("1.0.0")
                        .help("The version of the API that the document names"),
                )
                .arg(check("Fail if the file of --out is not up to date").requires("out")),
        )
        .subcommand(
            Command::new("markdown")
                .about("Reference pages, one for each endpoint")
                .after_help(MARKDOWN_HELP)
                .arg(super::arguments::folder())
                .arg(out("DIR", "Write the pages below this folder instead of the terminal").required(false))
                .arg(root())
                .arg(check("Fail if a page below --out is not up to date").requires("out")),
        )
        .subcommand(
            Command::new("html")
                .about("One interactive page: every fact, forms, and code that follows them")
                .after_help(HTML_HELP)
                .arg(super::arguments::folder())
                .arg(out("FILE", "Write to this file instead of the terminal").required(false))
                .arg(root())
                .arg(check("Fail if the file of --out is not up to date").requires("out")),
        )
}

/// `--crate NAME`
pub(super) fn root() -> Arg {
    Arg::new("crate")
        .long("crate")
        .value_name("NAME")
        .default_value("bizkit_client")
        .help("The crate that examples in Rust use")
}

/// The crate of `--crate`.
pub(super) fn root_of(args: &ArgMatches) -> &str {
    args.get_one::<String>("crate").map_or("bizkit_client", String::as_str)
}

fn out(value: &'static str, help: &'static str) -> Arg {
    Arg::new("out").long("out").short('o').value_name(value).value_parser(value_parser!(PathBuf)).help(help)
}

fn check(help: &'static str) -> Arg {
    Arg::new("check").long("check").action(ArgAction::SetTrue).help(help)
}

pub(super) fn run(output: &mut Output, args: &ArgMatches) -> u8 {
    match args.subcommand() {
        Some(("openapi", args)) => run_openapi(output, args),
        Some(("markdown", args)) => run_markdown(output, args),
        Some(("html", args)) => run_html(output, args),
        _ => USAGE,
    }
}

fn run_openapi(output: &mut Output, args: &ArgMatches) -> u8 {
    let specs = match open::specs(output, args) {
        Ok(specs) => specs,
        Err(code) => return code,
    };
    let out = args.get_one::<PathBuf>("out");
    let ending =
        out.and_then(|path| path.extension()).is_some_and(|ending| ending == "yaml" || ending == "yml");
    let yaml = args.get_one::<String>("format").map_or(ending, |format| format == "yaml");
    let version = args.get_one::<String>("api-version").map_or("1.0.0", String::as_str);
    let text = if yaml {
        openapi::document_yaml(&specs.api, version)
    } else {
        openapi::document_text(&specs.api, version)
    };
    put(output, args, &text, "bizkit export openapi")
}

fn run_html(output: &mut Output, args: &ArgMatches) -> u8 {
    let specs = match open::specs(output, args) {
        Ok(specs) => specs,
        Err(code) => return code,
    };
    let text = html::page(&specs.api, &html::Options::of(root_of(args)));
    put(output, args, &text, "bizkit export html")
}

/// A document to the terminal, or to the file of `--out`; with `--check` says whether that holds it.
fn put(output: &mut Output, args: &ArgMatches, text: &str, command: &str) -> u8 {
    match args.get_one::<PathBuf>("out") {
        None => {
            output.print_document(text);
            OK
        }
        Some(path) if args.get_flag("check") => up_to_date(path, text, command),
        Some(path) => written(path, text),
    }
}

fn run_markdown(output: &mut Output, args: &ArgMatches) -> u8 {
    let specs = match open::specs(output, args) {
        Ok(specs) => specs,
        Err(code) => return code,
    };
    let pages = markdown::pages(&specs.api, root_of(args));
    let Some(folder) = args.get_one::<PathBuf>("out") else {
        for page in &pages {
            output.print_document(&format!("<!-- {} -->\n{}\n", page.path.replace("--", "- -"), page.text));
        }
        return OK;
    };
    let path = |page: &Page| page.path.split('/').fold(folder.clone(), |path, part| path.join(part));
    let wanted: BTreeMap<PathBuf, &Page> = pages.iter().map(|page| (path(page), page)).collect();
    let mut stale = Vec::new();
    generated(folder, &mut |path| {
        if !wanted.contains_key(&path) {
            stale.push(path);
        }
    });
    if args.get_flag("check") {
        let old = wanted.iter().filter(|(path, page)| !files::holds(path, &page.text)).map(|(path, _)| path);
        let mut wrong: Vec<&PathBuf> = old.chain(&stale).collect();
        wrong.sort();
        for path in &wrong {
            Output::error(&format!("error: `{}` is not up to date", path.display()));
        }
        if !wrong.is_empty() {
            Output::error(&format!("help: run `bizkit export markdown --out {}`", folder.display()));
            return FOUND;
        }
        return OK;
    }
    for (path, page) in &wanted {
        if !files::holds(path, &page.text) && written(path, &page.text) != OK {
            return USAGE;
        }
    }
    for path in stale {
        if let Err(error) = fs::remove_file(&path) {
            Output::error(&format!("error: `{}` cannot be deleted: {error}", path.display()));
            return USAGE;
        }
    }
    OK
}

/// Every page below a folder that begins with the mark of generated pages. Links are not followed.
fn generated(folder: &Path, found: &mut impl FnMut(PathBuf)) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_dir() {
            generated(&path, found);
        } else if kind.is_file()
            && path.extension().is_some_and(|ending| ending == "md")
            && fs::read(&path).is_ok_and(|bytes| bytes.starts_with(markdown::MARK.as_bytes()))
        {
            found(path);
        }
    }
}

/// Says which command repairs a file that is not as it should be.
fn up_to_date(path: &Path, text: &str, command: &str) -> u8 {
    if files::holds(path, text) {
        return OK;
    }
    Output::error(&format!("error: `{}` is not up to date", path.display()));
    Output::error(&format!("help: run `{command} --out {}`", path.display()));
    FOUND
}

fn written(path: &Path, text: &str) -> u8 {
    match files::write_below(path, text) {
        Ok(()) => OK,
        Err(error) => {
            Output::error(&format!("error: `{}` cannot be written: {error}", path.display()));
            USAGE
        }
    }
}
