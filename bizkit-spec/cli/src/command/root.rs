//! What a command is to look at: a path or nothing, and the folder that it is called in, go in; the folder of the specs
//! comes out, and what of it was asked for.

use bizkit_spec::source::SourceMap;
use bizkit_spec::{Diagnostic, Diagnostics};
use clap::ArgMatches;
use std::env;
use std::path::{Component, Path, PathBuf};

/// A folder of specs.
#[derive(Debug, PartialEq)]
pub(super) struct Root {
    /// The folder, as it is shown: from where the command was called.
    pub(super) folder: PathBuf,
    /// The path below it that was asked for; empty for all.
    below: PathBuf,
}

impl Root {
    /// The folder that `--specs` names, or the nearest one.
    pub(super) fn of(args: &ArgMatches) -> Result<Self, String> {
        match args.get_one::<PathBuf>("specs") {
            Some(folder) if folder.is_dir() => Ok(Self { folder: folder.clone(), below: PathBuf::new() }),
            Some(folder) => Err(format!("error: there is no folder `{}`", folder.display())),
            None => Self::find(None),
        }
    }

    /// The folder of specs that a file or a folder belongs to. Without one it is the nearest from here upwards, as
    /// cargo finds its own: one with an `api.yaml`, or one called `specs`.
    pub(super) fn find(path: Option<&Path>) -> Result<Self, String> {
        let here =
            env::current_dir().map_err(|error| format!("error: the folder cannot be read: {error}"))?;
        let Some(path) = path else { return Self::nearest(&here) };
        if !path.exists() {
            return Err(format!("error: there is no `{}`", path.display()));
        }
        let whole = normal(&here.join(path));
        let own = if path.is_dir() { Some(whole.as_path()) } else { whole.parent() };
        let root = own.iter().flat_map(|own| own.ancestors()).find(|folder| holds_api(folder));
        // A project holds its specs in a folder; a folder that is none yet is asked for what it lacks.
        let inside = whole.join("specs");
        let root = match root {
            Some(root) => root,
            None if holds_api(&inside) => &inside,
            None => own.unwrap_or(&whole),
        };
        let below = whole.strip_prefix(root).unwrap_or(Path::new("")).to_owned();
        // Shown as it was named, where that is the folder itself.
        let folder = if root == whole { path.to_owned() } else { seen_from(&here, root) };
        Ok(Self { folder, below })
    }

    fn nearest(here: &Path) -> Result<Self, String> {
        let root = here.ancestors().find_map(|folder| {
            let inside = folder.join("specs");
            holds_api(folder).then(|| folder.to_owned()).or_else(|| inside.is_dir().then_some(inside))
        });
        match root {
            Some(root) => Ok(Self { folder: seen_from(here, &root), below: PathBuf::new() }),
            None => Err("error: there is no folder `specs`, neither here nor above\nhelp: name the folder that holds `api.yaml`".to_owned()),
        }
    }

    /// Keeps what was found in the files that were asked for.
    pub(super) fn only(&self, sources: &SourceMap, findings: &mut Diagnostics) {
        let asked = |finding: &Diagnostic| {
            Path::new(&sources.file(finding.span.file).relative).starts_with(&self.below)
        };
        findings.retain(asked);
    }
}

fn holds_api(folder: &Path) -> bool {
    ["api.yaml", "api.yml"].iter().any(|name| folder.join(name).is_file())
}

/// A path without `.` and `..`.
pub(super) fn normal(path: &Path) -> PathBuf {
    let mut whole = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(whole.pop()),
            part => whole.push(part),
        }
    }
    whole
}

/// The way from one folder to another.
fn seen_from(here: &Path, folder: &Path) -> PathBuf {
    let shared = here.components().zip(folder.components()).take_while(|(a, b)| a == b).count();
    let up = here.components().skip(shared).map(|_| Component::ParentDir);
    let way: PathBuf = up.chain(folder.components().skip(shared)).collect();
    if way.as_os_str().is_empty() { PathBuf::from(".") } else { way }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_a_folder_is_short() {
        for (here, folder, way) in [
            ("/p", "/p/specs", "specs"),
            ("/p/specs/customer", "/p/specs", ".."),
            ("/p/specs", "/p/specs", "."),
            ("/p/src/bin", "/p/specs", "../../specs"),
        ] {
            assert_eq!(seen_from(Path::new(here), Path::new(folder)), Path::new(way), "{here} {folder}");
        }
        assert_eq!(normal(Path::new("/p/./specs/../a")), Path::new("/p/a"));
    }
}
