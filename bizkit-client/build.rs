//! Rebuilds the crate when a spec is edited, added or removed.
//!
//! rust-analyzer expands a macro call once and keeps the result until the call itself changes. For it alone,
//! the call is written here, with a stamp that changes with the specs.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Where the specs may be: in a published package, or in the workspace.
const FOLDERS: [&str; 2] = ["specs", "../specs"];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let Some(folder) = FOLDERS.iter().find(|folder| Path::new(folder).is_dir()) else { return Ok(()) };
    println!("cargo::rerun-if-changed={folder}");
    println!("cargo::rerun-if-changed=Cargo.toml");
    enable_undeclared(Path::new(folder))?;

    let call = format!(
        "::bizkit_macros::api!(\"{folder}\", root = bizkit_client, features, stamp = \"{:016x}\");\n",
        stamp(Path::new(folder))?
    );
    let path = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("api.rs");
    // An untouched file keeps its time, so that nothing behind it is built again.
    if fs::read_to_string(&path).is_ok_and(|old| old == call) { Ok(()) } else { fs::write(path, call) }
}

/// Each folder of the specs is a module behind a feature of its name. A folder that has none yet is always
/// compiled, so that a new endpoint needs nothing but its spec.
///
/// # Errors
/// When a folder has the name of a feature that is none of the API: nobody could turn on one without the other.
fn enable_undeclared(specs: &Path) -> io::Result<()> {
    let manifest = fs::read_to_string("Cargo.toml")?;
    let mut folders = fs::read_dir(specs)?.collect::<io::Result<Vec<_>>>()?;
    folders.sort_by_key(fs::DirEntry::file_name);
    for entry in folders {
        let feature = entry.file_name().to_string_lossy().replace('_', "-");
        let is_module = entry.path().is_dir() && feature != "types" && !feature.starts_with('.');
        if !is_module {
            continue;
        }
        let names = declared(&manifest, &feature);
        if names == Names::OwnFeature {
            return Err(io::Error::other(format!(
                "specs/{feature} would stand behind the feature `{feature}`, which is one of the crate's own; give the \
                 folder another name"
            )));
        }
        if names == Names::Nothing {
            println!("cargo::rustc-check-cfg=cfg(feature, values(\"{feature}\"))");
            println!("cargo::rustc-cfg=feature=\"{feature}\"");
            println!(
                "cargo::warning=specs/{feature} is always compiled: to let callers leave it out, write \
                 `{feature} = []` under [features] of bizkit-client/Cargo.toml, and its name into `full`"
            );
        }
    }
    Ok(())
}

/// What a name is among the features of a manifest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Names {
    /// The feature of a module: `full` turns it on.
    Module,
    /// A feature that is none of the API.
    OwnFeature,
    Nothing,
}

/// Looks a feature up.
pub(crate) fn declared(manifest: &str, feature: &str) -> Names {
    let is_declared = manifest.lines().any(|line| line.starts_with(&format!("{feature} = [")));
    let full =
        manifest.split("\nfull = [").nth(1).and_then(|rest| rest.split(']').next()).unwrap_or_default();
    match (full.contains(&format!("\"{feature}\"")), is_declared) {
        (true, _) => Names::Module,
        (false, true) => Names::OwnFeature,
        (false, false) => Names::Nothing,
    }
}

/// FNV-1a over the names and the contents of all files, in order.
fn stamp(folder: &Path) -> io::Result<u64> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    let mut hash = 0xcbf2_9ce4_8422_2325;
    let mut add = |bytes: &[u8]| {
        for byte in bytes {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for entry in entries {
        add(entry.file_name().as_encoded_bytes());
        let path = entry.path();
        if path.is_dir() {
            add(&stamp(&path)?.to_le_bytes());
        } else {
            add(&fs::read(&path)?);
        }
    }
    Ok(hash)
}
