//! The folder of specs that a command reads.

use super::exit::{FOUND, USAGE};
use super::output::Output;
use super::root::Root;
use bizkit_spec::source::SourceMap;
use bizkit_spec::{Api, Checked, Specs, render};
use clap::ArgMatches;
use std::path::{Path, PathBuf};

/// Reads a folder; findings show its name as it was given.
pub(super) fn read(folder: &Path) -> Specs {
    let shown_as = folder.to_string_lossy().replace('\\', "/");
    Specs::open(folder, if shown_as == "." { "" } else { &shown_as })
}

/// The folder of `--specs`; otherwise says what is wrong and gives the exit code.
pub(super) fn root(args: &ArgMatches) -> Result<Root, u8> {
    Root::of(args).map_err(|message| {
        Output::error(&message);
        USAGE
    })
}

/// The folder of the specs that `PATH` belongs to; otherwise says what is wrong and gives the exit code.
pub(super) fn root_of_path(args: &ArgMatches) -> Result<Root, u8> {
    Root::find(args.get_one::<PathBuf>("path").map(PathBuf::as_path)).map_err(|message| {
        Output::error(&message);
        USAGE
    })
}

/// Specs without errors.
pub(super) struct Sound {
    /// The texts.
    pub(super) sources: SourceMap,
    /// What they say.
    pub(super) api: Checked<Api>,
}

/// The specs of `--specs`, without errors; otherwise says what is wrong and gives the exit code.
pub(super) fn specs(output: &Output, args: &ArgMatches) -> Result<Sound, u8> {
    sound(output, read(&root(args)?.folder))
}

/// Specs without errors; what is found goes to standard error.
pub(super) fn sound(output: &Output, specs: Specs) -> Result<Sound, u8> {
    if let Some(api) = specs.api().cloned() {
        return Ok(Sound { sources: specs.sources, api });
    }
    Output::findings(&render::human(&specs.sources, &specs.findings, output.colour));
    Output::error("error: only specs without errors can be used; see `bizkit check`");
    Err(FOUND)
}
