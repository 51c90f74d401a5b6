//! Texts to files, so that a crash leaves the old file whole, and only below the folder that was named.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Writes a file as a whole: into a file beside it first, which then takes its place.
pub(super) fn write(path: &Path, text: &str) -> io::Result<()> {
    // A link stays a link: what it leads to is replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = target.file_name().ok_or_else(|| io::Error::other("the path names no file"))?;
    let beside = folder.join(format!(".{}.{}", name.to_string_lossy(), std::process::id()));
    let result = write_new(&beside, text, target.exists()).and_then(|()| {
        if let Ok(old) = fs::metadata(&target) {
            fs::set_permissions(&beside, old.permissions())?;
        }
        fs::rename(&beside, &target)
    });
    if result.is_err() {
        let _ = fs::remove_file(&beside);
    }
    result
}

/// Where nothing is replaced nothing can be lost, so a thousand new files need not wait for the disk.
fn write_new(path: &Path, text: &str, replaces: bool) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(text.as_bytes())?;
    if replaces { file.sync_all() } else { Ok(()) }
}

/// The same, with the folders that the file stands in.
pub(super) fn write_below(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    write(path, text)
}

/// Whether a file holds exactly this text.
pub(super) fn holds(path: &Path, text: &str) -> bool {
    fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes())
}
