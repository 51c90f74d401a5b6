//! The folder of specs that a command reads.

use super::output::Output;
use super::{FOUND, USAGE};
use bizkit_spec::{Api, Specs, render};
use clap::ArgMatches;
use std::path::{Path, PathBuf};

/// Reads a folder; findings show its name as it was given.
pub(super) fn read(folder: &Path) -> Specs {
    let shown_as = folder.to_string_lossy().replace('\\', "/");
    if folder.as_os_str().is_empty() {
        Specs::open(Path::new("."), "")
    } else {
        Specs::open(folder, &shown_as)
    }
}

/// The specs of `--specs`, without errors; otherwise says what is wrong and gives the exit code.
pub(super) fn specs(output: &Output, args: &ArgMatches) -> Result<Specs, u8> {
    let Some(folder) = args.get_one::<PathBuf>("specs") else { return Err(USAGE) };
    if !folder.is_dir() {
        Output::error(&format!("error: there is no folder `{}`", folder.display()));
        return Err(USAGE);
    }
    let specs = read(folder);
    sound(output, specs)
}

/// Specs without errors; what is found goes to standard error.
pub(super) fn sound(output: &Output, specs: Specs) -> Result<Specs, u8> {
    if specs.api().is_some() {
        return Ok(specs);
    }
    Output::error(&render::human(&specs.sources, &specs.findings, output.colour));
    Output::error("error: only specs without errors can be used; see `cargo spec check`");
    Err(FOUND)
}

/// The model of specs that are known to be sound.
pub(super) fn api(specs: &Specs) -> &Api {
    specs.with_stand_ins()
}
