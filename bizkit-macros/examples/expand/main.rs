//! Prints the Rust that a folder of specs, or one file of it, becomes.
//!
//! ```text
//! cargo run -p bizkit-macros --example expand -- specs
//! cargo run -p bizkit-macros --example expand -- specs/customer/detail.yaml
//! ```

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command speaks to its terminal")]

#[path = "../../src"]
mod generator {
    pub(crate) mod codegen;
}
mod format;

use bizkit_spec::Specs;
use bizkit_spec::source::FileId;
use generator::codegen;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("usage: expand <folder or file of specs>");
        return ExitCode::from(2);
    };
    let Some(folder) = path.ancestors().find(|folder| folder.join("api.yaml").is_file()) else {
        eprintln!("no `api.yaml` in `{}` or above it", path.display());
        return ExitCode::FAILURE;
    };
    let specs = Specs::open(folder, &folder.to_string_lossy());
    for finding in specs.findings.iter() {
        eprintln!("{}: {}", finding.code, finding.message);
    }
    if specs.findings.has_errors() {
        return ExitCode::FAILURE;
    }
    let options = codegen::Options {
        runtime: quote::quote!(::bizkit_client),
        root: Some("bizkit_client".to_owned()),
        features: false,
        reflect: false,
        only: file(&specs, &path),
    };
    match format::format(codegen::expand(specs.partial(), &options, None)) {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("the expansion is not Rust, which is a bug of bizkit-macros: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The file that was asked for; `None` for a folder.
fn file(specs: &Specs, path: &Path) -> Option<FileId> {
    let found = specs.sources.files().find(|(_, file)| Path::new(&file.path) == path);
    found.map(|(id, _)| id)
}
