//! Files to texts: the only code that reads the disk.

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{Source, SourceMap, Span};
use crate::yaml::MAX_BYTES;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// More files than any API has, so that a wrong path ends soon.
const MAX_FILES: usize = 10_000;

/// More entries of folders than any API has. Links can make a few folders look like countless ones.
const MAX_ENTRIES: usize = 20_000;

/// Reads every `*.yaml` and `*.yml` below a folder, in the order of their paths. Hidden files are left
/// out, links are followed. In findings, paths begin with `shown_as`, or with nothing where it is empty.
///
/// What cannot be read is a finding; everything else is still read.
pub fn load(folder: &Path, shown_as: &str) -> (SourceMap, Diagnostics) {
    let mut loader = Loader {
        folder,
        shown_as,
        sources: SourceMap::default(),
        findings: Diagnostics::default(),
        paths: Vec::new(),
        left: MAX_ENTRIES,
        stopped: false,
    };
    loader.collect("", &mut Vec::new());
    let mut paths = std::mem::take(&mut loader.paths);
    paths.sort();
    if paths.is_empty() && loader.findings.is_empty() {
        let help = "write `api.yaml` and one file per endpoint into it";
        loader.report(Code::MISSING_FILE, "", "the folder holds no `*.yaml` file", help);
    }
    for relative in paths {
        loader.read(&relative);
    }
    (loader.sources, loader.findings)
}

struct Loader<'a> {
    folder: &'a Path,
    shown_as: &'a str,
    sources: SourceMap,
    findings: Diagnostics,
    /// What is to be read: relative paths with `/`, whatever the system writes.
    paths: Vec<String>,
    /// How many more entries of folders are looked at.
    left: usize,
    /// Whether a bound was met, which a finding tells.
    stopped: bool,
}

impl Loader<'_> {
    /// Notes the files below a folder.
    fn collect(&mut self, below: &str, above: &mut Vec<PathBuf>) {
        let folder = self.folder.join(below);
        let (entries, real) =
            match fs::read_dir(&folder).and_then(|entries| Ok((entries, folder.canonicalize()?))) {
                Ok(found) => found,
                Err(error) => return self.unreadable(below, "the folder", &error),
            };
        if above.contains(&real) {
            let message = "the link leads back to a folder that it stands in";
            return self.report(Code::UNREADABLE, below, message, "delete the link");
        }
        above.push(real);
        for entry in entries {
            self.left = self.left.saturating_sub(1);
            let (name, is_link) = match entry {
                Ok(entry) => (entry.file_name(), entry.file_type().is_ok_and(|kind| kind.is_symlink())),
                Err(error) => return self.unreadable(below, "the folder", &error),
            };
            let shown = name.to_string_lossy();
            if shown.starts_with('.') {
                continue;
            }
            let relative = join(below, &shown);
            let Some(name) = name.to_str() else {
                let help = "give it a name in UTF-8, since paths and Rust names are made of it";
                self.report(Code::UNREADABLE, &relative, "the name is not UTF-8", help);
                continue;
            };
            let is_yaml =
                Path::new(name).extension().is_some_and(|ending| ending == "yaml" || ending == "yml");
            match fs::metadata(self.folder.join(&relative)) {
                Ok(found) if found.is_dir() => self.collect(&relative, above),
                Ok(_) if is_yaml => self.paths.push(relative),
                Err(error) if is_yaml => self.unreadable(&relative, "the file", &error),
                Err(_) if is_link => {
                    self.report(
                        Code::UNREADABLE,
                        &relative,
                        "the link leads nowhere",
                        "delete the link, or mend it",
                    );
                }
                Ok(_) | Err(_) => {}
            }
            let bound = match () {
                () if self.stopped => break,
                () if self.paths.len() > MAX_FILES => format!("{MAX_FILES} files"),
                () if self.left == 0 => format!("{MAX_ENTRIES} entries, links followed"),
                () => continue,
            };
            self.report(
                Code::UNREADABLE,
                below,
                format!("the folder holds more than {bound}"),
                "name the folder that holds `api.yaml`, and delete links to folders",
            );
            self.paths.clear();
            self.stopped = true;
            break;
        }
        above.pop();
    }

    fn read(&mut self, relative: &str) {
        let bytes = match read_some(&self.folder.join(relative)) {
            Ok(bytes) => bytes,
            Err(error) => return self.unreadable(relative, "the file", &error),
        };
        // A file that is too large is cut off somewhere; the reader refuses it for its length.
        let text = if bytes.len() > MAX_BYTES {
            Ok(String::from_utf8_lossy(&bytes).into_owned())
        } else {
            String::from_utf8(bytes)
        };
        match text {
            Ok(text) => {
                let path = join(self.shown_as, relative);
                self.sources.add(Source { path, relative: relative.to_owned(), text });
            }
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                // The line is shown with a placeholder for what is no letter.
                let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                let place = Span::new(self.unread(relative, text).file, at..at + '\u{fffd}'.len_utf8());
                let byte = error.as_bytes()[at];
                self.findings.push(
                    Diagnostic::error(Code::NOT_UTF8, place, format!("the byte 0x{byte:02X} is not UTF-8"))
                        .help("save the file as UTF-8"),
                );
            }
        }
    }

    fn unreadable(&mut self, relative: &str, what: &str, error: &io::Error) {
        let message = format!("{what} cannot be read: {error}");
        self.report(Code::UNREADABLE, relative, message, "check the path and its permissions");
    }

    #[cfg_attr(test, track_caller)]
    fn report(&mut self, code: Code, relative: &str, message: impl Into<String>, help: &str) {
        let place = self.unread(relative, String::new());
        self.findings.push(Diagnostic::error(code, place, message).help(help));
    }

    /// A source that is shown and not read.
    fn unread(&mut self, relative: &str, text: String) -> Span {
        let path = join(self.shown_as, relative);
        Span::new(self.sources.add(Source { path, relative: String::new(), text }), 0..0)
    }
}

/// The bytes of a file, at most one more than are read. Pipes and devices are refused: they may never end.
fn read_some(path: &Path) -> io::Result<Vec<u8>> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is not a file"));
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn join(folder: &str, relative: &str) -> String {
    match (folder.trim_end_matches('/'), relative) {
        ("", relative) => relative.to_owned(),
        (folder, "") => folder.to_owned(),
        (folder, relative) => format!("{folder}/{relative}"),
    }
}
