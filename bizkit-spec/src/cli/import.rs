//! `import`: a document of an API to files of specs.

use super::output::Output;
use super::{FOUND, OK, USAGE, files};
use bizkit_spec::import::{self, Known, Options};
use bizkit_spec::openapi::Document;
use clap::{Arg, ArgMatches, Command, value_parser};
use std::io::Read;
use std::path::PathBuf;

pub(super) const HELP: &str = "\
";

pub(super) fn command() -> Command {
    Command::new("import")
        .about("Make specs of an OpenAPI document or of a page of the documentation")
        .after_help(HELP)
        .arg(Arg::new("document").value_name("FILE").required(true).value_parser(value_parser!(PathBuf)))
        .arg(
            Arg::new("out")
                .long("out")
                .value_name("FOLDER")
                .default_value("specs")
                .value_parser(value_parser!(PathBuf)),
        )
}

pub(super) fn run(output: &mut Output, args: &ArgMatches) -> u8 {
    let Some(path) = args.get_one::<PathBuf>("document") else { return USAGE };
    let Some(out) = args.get_one::<PathBuf>("out") else { return USAGE };
    let mut text = String::new();
    let read = if path.as_os_str() == "-" {
        std::io::stdin().read_to_string(&mut text).map(|_| ())
    } else {
        std::fs::read_to_string(path).map(|found| text = found)
    };
    if let Err(error) = read {
        Output::error(&format!("error: `{}` cannot be read: {error}", path.display()));
        return USAGE;
    }
    let document = match Document::parse(&text) {
        Ok(document) => document,
        Err(error) => {
            Output::error(&format!("error: {}\nhelp: {}", error.message, error.help));
            return USAGE;
        }
    };
    let known = Known::default();
    let options = Options::default();
    let import = import::import(&document, &known, &options, &mut |_, _| {});
    for file in &import.files {
        if let Err(error) = files::write_below(&out.join(&file.path), &file.text) {
            Output::error(&format!("error: {error}"));
        }
    }
    for remark in &import.report.remarks {
        output.print(&format!("{} {}: {}\n", remark.grade.word(), remark.pointer, remark.message));
    }
    let (whole, lossy, refused) = import.report.counts();
    output.print(&format!("{whole} whole, {lossy} with losses, {refused} refused\n"));
    if refused + lossy > 0 { FOUND } else { OK }
}
