//! Files of specs in one text, and what is found in them as comments below the lines.
//!
//! ```text
//! #= types/shop.yaml
//! Name: { type: string, maxLenght: 40 }
//! #                     ^^^^^^^^^ error[unknown-key]: a type has no key `maxLenght`
//! #                     help: did you mean `maxLength`?
//! ```

use bizkit_spec::source::{FileId, Span};
use bizkit_spec::{Diagnostic, Severity, Specs};
use std::collections::BTreeMap;
use std::fmt::Write;

/// What a fixture without its own `api.yaml` is read with.
const API: &str = "title: Test\nbaseUrl: https://api.example.com\n";

/// The files of a fixture, as pairs of a path and a text.
pub(crate) struct Fixture {
    files: Vec<(String, String)>,
}

impl Fixture {
    /// Splits a text at its `#= path` lines and leaves out what was found the last time.
    pub(crate) fn parse(text: &str) -> Self {
        let mut files: Vec<(String, String)> = Vec::new();
        for line in text.split_inclusive('\n') {
            if let Some(path) = line.strip_prefix("#= ") {
                files.push((path.trim().to_owned(), String::new()));
            } else if !is_finding(line) {
                let (_, text) = files.last_mut().expect("a fixture begins with `#= path`");
                text.push_str(line);
            }
        }
        Self { files }
    }

    pub(crate) fn read(&self) -> Specs {
        let own = self.files.iter().any(|(path, _)| path == "api.yaml" || path == "no-api");
        let api = (!own).then_some(("api.yaml", API));
        let files = self.files.iter().filter(|(path, _)| path != "no-api");
        Specs::from_texts(files.map(|(path, text)| (path.as_str(), text.as_str())).chain(api))
    }

    /// The text with what is found now.
    pub(crate) fn annotated(&self, specs: &Specs) -> String {
        let mut lines: BTreeMap<(&str, usize), String> = BTreeMap::new();
        for finding in specs.findings.iter() {
            let file = specs.sources.file(finding.span.file).path.as_str();
            let line = specs.sources.line_column(finding.span).line;
            lines.entry((file, line)).or_default().push_str(&comment(specs, finding));
        }
        let mut result = String::new();
        for (path, text) in &self.files {
            let _ = writeln!(result, "#= {path}");
            for (index, line) in text.split_inclusive('\n').enumerate() {
                result.push_str(line);
                if let Some(comment) = lines.remove(&(path.as_str(), index + 1)) {
                    if !line.ends_with('\n') {
                        result.push('\n');
                    }
                    result.push_str(&comment);
                }
            }
            // What is found at the end of a file stands below it.
            let rest: Vec<_> = lines.keys().filter(|(file, _)| file == path).copied().collect();
            rest.iter().filter_map(|key| lines.remove(key)).for_each(|comment| result.push_str(&comment));
        }
        assert!(lines.is_empty(), "found outside of the fixture: {lines:#?}");
        result
    }
}

/// Whether a line is one that [`comment`] wrote.
fn is_finding(line: &str) -> bool {
    let Some(rest) = line.strip_prefix('#') else { return false };
    let rest = rest.trim_start_matches(['|', '^', ' ']);
    ["error[", "warning[", "label: ", "see ", "help: "].iter().any(|word| rest.starts_with(word))
}

/// One finding as comments. The first column is the `#` itself, the second one is led to by a `|`.
fn comment(specs: &Specs, finding: &Diagnostic) -> String {
    let place = specs.sources.line_column(finding.span);
    let source = &specs.sources.file(finding.span.file).text;
    let marked = source.get(finding.span.start as usize..finding.span.end as usize).unwrap_or_default();
    let length = marked.lines().next().unwrap_or_default().chars().count().max(1);
    let carets = match place.column {
        1 => format!("#{}", "^".repeat(length - 1)),
        2 => format!("#|{}", "^".repeat(length)).replacen("|^", "|", 1),
        column => format!("#{}{}", " ".repeat(column - 2), "^".repeat(length)),
    };
    let indent = format!("#{}", " ".repeat(place.column.saturating_sub(2).max(1)));
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let mut text = format!("{carets} {severity}[{}]: {}\n", finding.code, finding.message);
    if let Some(label) = &finding.label {
        let _ = writeln!(text, "{indent}label: {label}");
    }
    for (span, said) in &finding.related {
        let _ = writeln!(text, "{indent}see {}: {said}", shown(specs, *span, finding.span.file));
    }
    for help in &finding.help {
        let _ = writeln!(text, "{indent}help: {help}");
    }
    text
}

fn shown(specs: &Specs, span: Span, here: FileId) -> String {
    let at = specs.sources.line_column(span);
    let file =
        if span.file == here { String::new() } else { format!("{}:", specs.sources.file(span.file).path) };
    format!("{file}{}:{}", at.line, at.column)
}
