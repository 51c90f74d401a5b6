//! Files to texts: the only code that reads the disk.

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{Source, SourceMap, Span};
use std::fs;
use std::io;
use std::path::Path;

/// More files than any API has, so that a wrong path ends soon.
const MAX_FILES: usize = 10_000;

/// Reads every `*.yaml` and `*.yml` below a folder, in the order of their paths. Hidden files are left
/// out, links are followed. In findings, paths begin with `shown_as`, or with nothing where it is empty.
pub fn load(folder: &Path, shown_as: &str) -> (SourceMap, Diagnostics) {
    let mut sources = SourceMap::default();
    let mut findings = Diagnostics::default();
    let mut paths = Vec::new();
    if let Err(error) = collect(folder, "", &mut paths) {
        let place = unread(&mut sources, shown_as, "");
        findings.push(
            Diagnostic::error(Code::UNREADABLE, place, format!("the folder cannot be read: {error}"))
                .help("check the path and its permissions"),
        );
        return (sources, findings);
    }
    paths.sort();
    if paths.is_empty() {
        let place = unread(&mut sources, shown_as, "");
        findings.push(
            Diagnostic::error(Code::MISSING_FILE, place, "the folder holds no `*.yaml` file")
                .help("write `api.yaml` and one file per endpoint into it"),
        );
    }
    for relative in paths {
        let bytes = fs::read(folder.join(&relative));
        let text = bytes.map_err(|error| error.to_string()).and_then(|bytes| {
            String::from_utf8(bytes)
                .map_err(|error| format!("byte {} is not UTF-8", error.utf8_error().valid_up_to()))
        });
        match text {
            Ok(text) => {
                sources.add(Source { path: join(shown_as, &relative), relative, text });
            }
            Err(error) => {
                let code = if error.ends_with("UTF-8") { Code::NOT_UTF8 } else { Code::UNREADABLE };
                let place = unread(&mut sources, shown_as, &relative);
                findings.push(
                    Diagnostic::error(code, place, format!("the file cannot be read: {error}"))
                        .help("save it as UTF-8 text"),
                );
            }
        }
    }
    (sources, findings)
}

/// A stand-in for what could not be read, so that a finding has a place.
fn unread(sources: &mut SourceMap, shown_as: &str, relative: &str) -> Span {
    let path = join(shown_as, relative);
    Span::new(sources.add(Source { path, relative: String::new(), text: String::new() }), 0..0)
}

fn join(shown_as: &str, relative: &str) -> String {
    match (shown_as.trim_end_matches('/'), relative) {
        ("", relative) => relative.to_owned(),
        (folder, "") => folder.to_owned(),
        (folder, relative) => format!("{folder}/{relative}"),
    }
}

/// Relative paths with `/`, whatever the system writes.
fn collect(folder: &Path, below: &str, paths: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder.join(below))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let relative = join(below, &name);
        let yaml = Path::new(&name).extension().is_some_and(|ending| ending == "yaml" || ending == "yml");
        if fs::metadata(folder.join(&relative))?.is_dir() {
            collect(folder, &relative, paths)?;
        } else if yaml {
            paths.push(relative);
        }
        if paths.len() > MAX_FILES {
            return Err(io::Error::other(format!("it holds more than {MAX_FILES} files")));
        }
    }
    Ok(())
}
