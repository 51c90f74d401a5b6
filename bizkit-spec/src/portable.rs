//! Names of files that every system can write: which ones some refuse, or take for another file.

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{SourceMap, Span};
use std::collections::BTreeMap;

/// Names of devices on Windows, with any ending.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Whether Windows takes the name for a device, whatever its ending.
pub fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    DEVICES.iter().any(|device| stem.eq_ignore_ascii_case(device))
}

/// Why some system refuses a name.
fn fault(name: &str) -> Option<&'static str> {
    match () {
        () if is_device(name) => Some("is the name of a device on Windows"),
        () if name.ends_with(['.', ' ']) => Some("ends with a sign that Windows drops"),
        () if name.contains(['<', '>', ':', '"', '\\', '|', '?', '*']) || name.contains(char::is_control) => {
            Some("holds a sign that file names cannot have on Windows")
        }
        () if name.len() > 200 => Some("is longer than every system takes"),
        () => None,
    }
}

/// Looks at the path of every file below the folder of specs.
pub(crate) fn check(sources: &SourceMap, findings: &mut Diagnostics) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let files: Vec<_> = sources.files().filter(|(_, source)| !source.relative.is_empty()).collect();
    let names: BTreeMap<String, &str> =
        files.iter().map(|(_, source)| (source.relative.to_lowercase(), source.relative.as_str())).collect();
    for (id, source) in files {
        let span = Span { file: id, start: 0, end: 0 };
        let path = source.relative.as_str();
        let mut refuse = |message: String, help: &str| {
            findings.push(Diagnostic::error(Code::UNPORTABLE_PATH, span, message).help(help));
        };
        if let Some((name, fault)) = path.split('/').find_map(|name| Some((name, fault(name)?))) {
            refuse(format!("`{name}` {fault}"), "choose another name; `name` and `path` say the rest");
        }
        if let Some(other) = seen.insert(path.to_lowercase(), path) {
            refuse(format!("`{path}` and `{other}` are one file on some systems"), "rename one of the two");
        }
        let lower = path.to_lowercase();
        let mut folders = lower.match_indices('/').map(|(at, _)| &lower[..at]);
        if let Some(file) = folders.find_map(|folder| names.get(folder)) {
            refuse(format!("`{file}` is a file and a folder at once"), "rename the folder");
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Specs;

    fn findings(paths: &[&str]) -> Vec<String> {
        let endpoint = |path: &str| {
            format!(
                "summary: S\nmethod: GET\npath: /{}\nresponses: {{ 204: }}\n",
                path.replace(['\\', ' ', '%'], "-")
            )
        };
        let texts: Vec<(String, String)> =
            paths.iter().map(|path| ((*path).to_owned(), endpoint(path))).collect();
        let api = ("api.yaml".to_owned(), "title: T\nbaseUrl: https://t.example\n".to_owned());
        let all = std::iter::once(&api).chain(&texts);
        let specs = Specs::from_texts(all.map(|(path, text)| (path.as_str(), text.as_str())));
        let found = specs.findings.iter().filter(|finding| finding.code.name() == "unportable-path");
        found.map(|finding| finding.message.clone()).collect()
    }

    #[test]
    fn names_that_some_system_refuses_are_found() {
        for (path, message) in [
            ("con/list.yaml", "`con` is the name of a device on Windows"),
            ("a/NUL.get.yaml", "`NUL.get.yaml` is the name of a device on Windows"),
            ("a./b.yaml", "`a.` ends with a sign that Windows drops"),
            ("a/b:c.yaml", "`b:c.yaml` holds a sign that file names cannot have on Windows"),
            ("a/b\\c.yaml", "`b\\c.yaml` holds a sign that file names cannot have on Windows"),
            ("api.yaml/b.yaml", "`api.yaml` is a file and a folder at once"),
        ] {
            assert_eq!(findings(&[path]), [message], "{path}");
        }
        assert_eq!(
            findings(&["a/B.yaml", "A/b.yaml"]),
            ["`a/B.yaml` and `A/b.yaml` are one file on some systems"]
        );
        assert_eq!(findings(&["console/list.yaml", "a/{id}.get.yaml", "a/v1.1.yaml"]), Vec::<String>::new());
    }
}
