//! Builds the arguments that several commands take.

use clap::builder::PossibleValuesParser;
use clap::{Arg, value_parser};
use std::path::PathBuf;

/// `--specs FOLDER`
pub(super) fn folder() -> Arg {
    Arg::new("specs")
        .long("specs")
        .value_name("FOLDER")
        .value_parser(value_parser!(PathBuf))
        .help("The folder that holds api.yaml; the nearest one or `specs` from here upwards without it")
}

/// `PATH`
pub(super) fn path() -> Arg {
    Arg::new("path")
        .value_name("PATH")
        .value_parser(value_parser!(PathBuf))
        .help("A folder of specs, or a folder or file in one; the nearest from here upwards without it")
}

/// `--format`, with the words that a command knows.
pub(super) fn format(words: &'static [&'static str]) -> Arg {
    Arg::new("format")
        .long("format")
        .value_name("FORMAT")
        .default_value("human")
        .value_parser(PossibleValuesParser::new(words))
        .help("For people or for programs")
}
