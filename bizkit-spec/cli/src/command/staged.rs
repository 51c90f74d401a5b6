//! Several texts to a folder, all or none: written beside it first, then moved into their places.

use super::files;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder for what is not in its place yet. Its name begins with a point, so nothing reads it.
const STAGE: &str = ".bizkit-import";

/// A file below the folder: its path with `/`, and its text; `None` where it goes.
pub(super) type Entry<'e> = (&'e str, Option<&'e str>);

/// What went wrong, and what stands in the folder now.
#[derive(Debug)]
pub(super) struct Failed {
    pub(super) path: PathBuf,
    pub(super) error: io::Error,
    /// Files that could not be put back; nothing has changed where it is empty.
    pub(super) changed: Vec<String>,
}

/// Writes every entry, or changes nothing. A folder that is not there yet comes into being in one step; in one that
/// is, the files are moved one after the other, and put back where one cannot be moved.
pub(super) fn write_all(folder: &Path, entries: &[Entry<'_>]) -> Result<(), Failed> {
    let exists = fs::symlink_metadata(folder).is_ok();
    let stage = if exists { folder.join(STAGE) } else { beside(folder) };
    let unchanged = |path: &Path| {
        let path = path.to_owned();
        move |error| Failed { path, error, changed: Vec::new() }
    };
    let missing: Vec<&Path> = stage
        .ancestors()
        .skip(1)
        .take_while(|above| !above.as_os_str().is_empty() && !above.exists())
        .collect();
    // What a run left there that was ended on its way.
    clear(&stage).map_err(unchanged(&stage))?;
    let done = stage_all(&stage, folder, entries).and_then(|()| {
        if exists {
            move_all(&stage, folder, entries)
        } else {
            fs::rename(&stage, folder).map_err(unchanged(folder))
        }
    });
    let cleared = clear(&stage);
    if done.is_err() {
        // Those that were made for the stage are empty again.
        for above in missing {
            drop(fs::remove_dir(above));
        }
    }
    done?;
    cleared.map_err(unchanged(&stage))
}

/// The stage of a folder that is not there: beside it, so that it can become the folder.
fn beside(folder: &Path) -> PathBuf {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    folder.with_file_name(format!("{STAGE}-{name}"))
}

fn clear(stage: &Path) -> io::Result<()> {
    match fs::symlink_metadata(stage) {
        Ok(found) if found.is_dir() => fs::remove_dir_all(stage),
        Ok(_) => fs::remove_file(stage),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

/// Writes every text below the stage, and looks whether each has a place.
fn stage_all(stage: &Path, folder: &Path, entries: &[Entry<'_>]) -> Result<(), Failed> {
    let failed = |path: PathBuf, error| Failed { path, error, changed: Vec::new() };
    fs::create_dir_all(stage).map_err(|error| failed(stage.to_owned(), error))?;
    for (path, text) in entries {
        let place = folder.join(path);
        if fs::metadata(&place).is_ok_and(|found| found.is_dir()) {
            return Err(failed(place, io::Error::other("a folder of this name is there")));
        }
        let inner = place.ancestors().skip(1).take_while(|above| *above != folder);
        if let Some(file) =
            inner.into_iter().find(|above| fs::metadata(above).is_ok_and(|found| found.is_file()))
        {
            return Err(failed(file.to_owned(), io::Error::other("a file stands where a folder is needed")));
        }
        if let Some(text) = text {
            files::write_below(&stage.join(path), text).map_err(|error| failed(place, error))?;
        }
    }
    Ok(())
}

/// Moves what is staged into its place, one file after the other.
fn move_all(stage: &Path, folder: &Path, entries: &[Entry<'_>]) -> Result<(), Failed> {
    let mut undo = Undo::default();
    for (path, text) in entries {
        let place = folder.join(path);
        // A link stays a link: what it leads to is replaced.
        let place = fs::canonicalize(&place).unwrap_or(place);
        if let Err(error) = undo.change(&stage.join(path), &place, text.is_some()) {
            return Err(Failed { path: place, error, changed: undo.back() });
        }
    }
    Ok(())
}

/// What a move has changed so far.
#[derive(Default)]
struct Undo {
    /// Each file with what stood there before.
    files: Vec<(PathBuf, Option<Vec<u8>>)>,
    folders: Vec<PathBuf>,
}

impl Undo {
    fn change(&mut self, from: &Path, to: &Path, stays: bool) -> io::Result<()> {
        let old = match fs::read(to) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        if stays {
            let missing: Vec<&Path> = to.ancestors().skip(1).take_while(|above| !above.exists()).collect();
            self.folders.extend(missing.iter().rev().map(|path| (*path).to_owned()));
            if let Some(above) = to.parent() {
                fs::create_dir_all(above)?;
            }
            if let Ok(found) = fs::metadata(to) {
                fs::set_permissions(from, found.permissions())?;
            }
            fs::rename(from, to)?;
        } else {
            fs::remove_file(to)?;
        }
        self.files.push((to.to_owned(), old));
        Ok(())
    }

    /// Puts everything back. Gives what could not be.
    fn back(self) -> Vec<String> {
        let mut left = Vec::new();
        for (path, old) in self.files.into_iter().rev() {
            let done = match &old {
                Some(bytes) => fs::write(&path, bytes),
                None => fs::remove_file(&path),
            };
            if done.is_err() {
                left.push(path.display().to_string());
            }
        }
        // Those that are empty again.
        self.folders.iter().rev().for_each(|folder| drop(fs::remove_dir(folder)));
        left
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of its own for each test.
    fn start(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("bizkit-staged-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = entries.collect();
        names.sort();
        names
    }

    #[test]
    fn a_new_folder_holds_everything_or_is_not_there() {
        let root = start("new");
        let out = root.join("specs");
        let failed = write_all(&out, &[("a.yaml", Some("a")), ("a.yaml/b.yaml", Some("b"))]).unwrap_err();
        assert!(failed.changed.is_empty());
        assert_eq!(names(&root), Vec::<String>::new());
        write_all(&out, &[("a.yaml", Some("a")), ("m/b.yaml", Some("b"))]).unwrap();
        assert_eq!(
            (names(&root), names(&out)),
            (vec!["specs".to_owned()], vec!["a.yaml".to_owned(), "m".to_owned()])
        );
        let _ = fs::remove_dir_all(root);
    }

    #[test]
    fn a_folder_that_is_there_is_as_it_was_where_one_file_cannot_be_written() {
        let root = start("there");
        fs::write(root.join("old.yaml"), "old").unwrap();
        fs::write(root.join("gone.yaml"), "gone").unwrap();
        fs::create_dir(root.join("folder.yaml")).unwrap();
        // Left by a run that was ended.
        fs::create_dir(root.join(STAGE)).unwrap();
        fs::write(root.join(STAGE).join("x"), "x").unwrap();
        let before = ["folder.yaml", "gone.yaml", "old.yaml"];
        for wrong in ["folder.yaml", "old.yaml/x.yaml"] {
            let entries = [
                ("new/a.yaml", Some("a")),
                ("old.yaml", Some("new")),
                ("gone.yaml", None),
                (wrong, Some("b")),
            ];
            let failed = write_all(&root, &entries).unwrap_err();
            assert!(failed.changed.is_empty(), "{failed:?}");
            assert_eq!(names(&root), before);
            assert_eq!(fs::read_to_string(root.join("old.yaml")).unwrap(), "old");
        }
        write_all(&root, &[("new/a.yaml", Some("a")), ("old.yaml", Some("new")), ("gone.yaml", None)])
            .unwrap();
        assert_eq!(names(&root), ["folder.yaml", "new", "old.yaml"]);
        assert_eq!(fs::read_to_string(root.join("old.yaml")).unwrap(), "new");
        let _ = fs::remove_dir_all(root);
    }

    #[test]
    fn a_move_that_fails_half_way_is_undone() {
        let root = start("undo");
        let stage = root.join(STAGE);
        fs::create_dir(&stage).unwrap();
        fs::write(stage.join("a.yaml"), "new").unwrap();
        fs::write(root.join("a.yaml"), "old").unwrap();
        fs::write(root.join("b.yaml"), "old").unwrap();
        // The last one was never staged.
        let entries = [("a.yaml", Some("new")), ("b.yaml", None), ("m/c.yaml", Some("c"))];
        let failed = move_all(&stage, &root, &entries).unwrap_err();
        assert!(failed.changed.is_empty() && failed.path.ends_with("m/c.yaml"), "{failed:?}");
        assert_eq!(names(&root), [STAGE, "a.yaml", "b.yaml"]);
        assert_eq!(fs::read_to_string(root.join("a.yaml")).unwrap(), "old");
        let _ = fs::remove_dir_all(root);
    }
}
