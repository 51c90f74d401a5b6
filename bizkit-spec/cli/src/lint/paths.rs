//! Files and paths: a file stands where its path on the wire says, and the path begins as those of the others do.

use bizkit_spec::codes::Code;
use bizkit_spec::diagnostic::{Diagnostic, Diagnostics, nearest};
use bizkit_spec::model::{Api, Endpoint};
use std::collections::BTreeMap;

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// The name of a file whose path on the wire is that of its folder.
const INDEX: &str = "index";

/// A path and a file, part by part.
struct Line<'a> {
    endpoint: &'a Endpoint,
    host: &'a str,
    template: String,
}

pub(super) fn check(api: &Api, findings: &mut Diagnostics) {
    let lines: Vec<Line<'_>> = api
        .endpoints
        .iter()
        .map(|endpoint| Line {
            endpoint,
            host: endpoint.base_url.as_deref().unwrap_or(&api.base_url),
            template: endpoint.path_template(),
        })
        .collect();
    let usual = usual_prefixes(&lines);
    for line in &lines {
        let usual = usual.get(line.host).map(String::as_str);
        let id = &line.endpoint.id;
        let found = |message: String| Diagnostic::warning(Code::PATH_MISMATCH, line.endpoint.span, message);
        match (line.prefix(), usual) {
            (Some(prefix), Some(usual)) if prefix != usual => findings.push(
                found(format!("`{}` begins with `{prefix}/`, and most paths with `{usual}/`", line.template))
                    .help("correct `path`, unless the vendor's page really says so"),
            ),
            (Some(_), _) => {}
            (None, _) => {
                let finding = found(format!("`{id}` stands for the path `{}`", line.template));
                let place = line.expected(usual.unwrap_or_default());
                findings.push(match line.misspelt() {
                    Some(meant) => finding
                        .help(format!("correct `path` to `{meant}`, or move the file to `{place}.yaml`")),
                    None => finding.help(format!("move it to `{place}.yaml`, as its path says")),
                });
            }
        }
    }
}

impl Line<'_> {
    fn path(&self) -> Vec<&str> {
        self.template.split('/').filter(|part| !part.is_empty()).collect()
    }

    /// The parts of the file's name, without the method.
    fn file(&self) -> Vec<&str> {
        let id = self.endpoint.id.as_str();
        let stem = match id.rsplit_once('.') {
            Some((stem, method)) if METHODS.contains(&method) => stem,
            _ => id,
        };
        stem.split('/').collect()
    }

    fn method(&self) -> String {
        let found = self.endpoint.id.rsplit_once('.').filter(|(_, method)| METHODS.contains(method));
        found.map_or(String::new(), |(_, method)| format!(".{method}"))
    }

    /// What stands before the part of the path that the file has too; `None` where the two do not meet. A file may
    /// have folders that the path does not have: those that the module needs.
    fn prefix(&self) -> Option<String> {
        let (path, file) = (self.path(), self.file());
        let folder = file.split_last().filter(|(last, _)| **last == INDEX).map(|(_, folder)| folder);
        for file in [Some(file.as_slice()), folder].into_iter().flatten() {
            if path.ends_with(file) {
                let before = &path[..path.len() - file.len()];
                return Some(before.iter().flat_map(|part| ["/", *part]).collect());
            }
        }
        (!path.is_empty() && file.len() > path.len() && file.ends_with(&path)).then(String::new)
    }

    /// The path that was meant, where one part of it is nearly that of the file.
    fn misspelt(&self) -> Option<String> {
        let (mut path, file) = (self.path(), self.file());
        let from = path.len().checked_sub(file.len())?;
        let mut differing = (0..file.len()).filter(|index| path[from + index] != file[*index]);
        let (at, None) = (differing.next()?, differing.next()) else { return None };
        nearest(path[from + at], [file[at]])?;
        path[from + at] = file[at];
        let slash = if self.template.ends_with('/') { "/" } else { "" };
        Some(format!("/{}{slash}", path.join("/")))
    }

    /// The file that the path asks for; one part alone is the index of its folder.
    fn expected(&self, prefix: &str) -> String {
        let path = self.path();
        let below = prefix.split('/').filter(|part| !part.is_empty()).count();
        let rest = if self.template.starts_with(prefix) { &path[below.min(path.len())..] } else { &path[..] };
        let rest: Vec<&str> = match rest {
            rest if rest.len() > self.file().len().max(2) => {
                rest[rest.len() - self.file().len().max(2)..].to_vec()
            }
            rest => rest.to_vec(),
        };
        let place = match (rest.as_slice(), self.endpoint.base_url.is_some()) {
            ([], _) => format!("root/{INDEX}"),
            ([only], true) => format!("{}/{only}", self.file()[0]),
            ([only], false) => format!("{only}/{INDEX}"),
            (parts, _) => parts.join("/"),
        };
        format!("{place}{}", self.method())
    }
}

/// What most paths of a host begin with, where there are enough to tell.
fn usual_prefixes<'a>(lines: &[Line<'a>]) -> BTreeMap<&'a str, String> {
    let mut counts: BTreeMap<&str, BTreeMap<String, usize>> = BTreeMap::new();
    for line in lines {
        if let Some(prefix) = line.prefix() {
            *counts.entry(line.host).or_default().entry(prefix).or_default() += 1;
        }
    }
    let usual = |counts: BTreeMap<String, usize>| {
        let all: usize = counts.values().sum();
        counts.into_iter().find(|(_, count)| *count > 2 && count * 2 > all).map(|(prefix, _)| prefix)
    };
    counts.into_iter().filter_map(|(host, counts)| Some((host, usual(counts)?))).collect()
}
