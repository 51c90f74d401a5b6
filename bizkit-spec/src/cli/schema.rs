//! `schema`: the language as a JSON Schema, printed, written or compared.

use super::output::Output;
use super::{FOUND, OK, USAGE, files};
use bizkit_spec::export::schema::language_text;
use clap::ArgMatches;
use std::fs;
use std::path::PathBuf;

pub(super) const HELP: &str = "\
A file says which schema it follows in its first line; editors then complete keys and explain them:
  # yaml-language-server: $schema=../schema.json

Examples:
  cargo spec schema --write               writes specs/schema.json
  cargo spec schema --check               fails where it is not up to date";

pub(super) fn run(output: &mut Output, args: &ArgMatches) -> u8 {
    let Some(folder) = args.get_one::<PathBuf>("specs") else { return USAGE };
    let path = folder.join("schema.json");
    let text = language_text();
    if args.get_flag("write") {
        if let Err(error) = files::write(&path, &text) {
            Output::error(&format!("error: `{}` cannot be written: {error}", path.display()));
            return USAGE;
        }
    } else if args.get_flag("check") {
        if fs::read_to_string(&path).ok().as_deref() != Some(text.as_str()) {
            Output::error(&format!("error: `{}` is not up to date", path.display()));
            Output::error("help: run `cargo spec schema --write`");
            return FOUND;
        }
    } else {
        output.print_document(&text);
    }
    OK
}
