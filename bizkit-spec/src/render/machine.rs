//! Findings to JSON lines and to GitHub's annotations.

use super::severity_name;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::json::Json;
use crate::source::{SourceMap, Span};
use crate::visible;
use std::fmt::Write;

/// One JSON object per line and finding.
///
/// | field | holds |
/// |---|---|
/// | `code`, `severity`, `message` | the rule's stable name, `error` or `warning`, what is wrong |
/// | `file`, `line`, `column`, `endLine`, `endColumn` | the place, from one, columns in characters; the end is exclusive |
/// | `start`, `end` | the same as byte offsets from zero |
/// | `label` | a few words about the place, or `null` |
/// | `help` | what to write instead, a list |
/// | `related` | other places that matter: the fields of a place and `message` |
pub fn json(sources: &SourceMap, findings: &Diagnostics) -> String {
    findings.iter().fold(String::new(), |mut text, finding| {
        let _ = writeln!(text, "{}", object(sources, finding));
        text
    })
}

fn object(sources: &SourceMap, finding: &Diagnostic) -> Json {
    let mut members = vec![
        member("code", string(finding.code.name())),
        member("severity", string(severity_name(finding.severity))),
        member("message", string(&finding.message)),
    ];
    members.extend(place(sources, finding.span));
    members.push(member("label", finding.label.as_deref().map_or(Json::Null, string)));
    members.push(member("help", Json::Array(finding.help.iter().map(|help| string(help)).collect())));
    let related = finding.related.iter().map(|(span, text)| {
        let mut members = place(sources, *span);
        members.push(member("message", string(text)));
        Json::Object(members)
    });
    members.push(member("related", Json::Array(related.collect())));
    Json::Object(members)
}

fn place(sources: &SourceMap, span: Span) -> Vec<(String, Json)> {
    let begin = sources.line_column(span);
    let end = sources.line_column(Span { start: span.end, ..span });
    vec![
        member("file", string(&sources.file(span.file).path)),
        member("line", number(begin.line)),
        member("column", number(begin.column)),
        member("endLine", number(end.line)),
        member("endColumn", number(end.column)),
        member("start", number(span.start as usize)),
        member("end", number(span.end as usize)),
    ]
}

fn member(name: &str, value: Json) -> (String, Json) {
    (name.to_owned(), value)
}

fn string(text: &str) -> Json {
    Json::String(text.to_owned())
}

fn number(value: usize) -> Json {
    Json::Number(value.to_string())
}

/// Workflow commands, which GitHub shows beside the lines of a pull request.
pub fn github(sources: &SourceMap, findings: &Diagnostics) -> String {
    findings.iter().fold(String::new(), |mut text, finding| {
        let begin = sources.line_column(finding.span);
        let end = sources.line_column(Span { start: finding.span.end, ..finding.span });
        let mut message = visible::line(&finding.message).into_owned();
        for help in &finding.help {
            let _ = write!(message, "\nhelp: {}", visible::lines(help));
        }
        let _ = write!(
            text,
            "::{} file={},line={}",
            severity_name(finding.severity),
            property(&visible::line(&sources.file(finding.span.file).path)),
            begin.line
        );
        // Columns go only with a place inside one line.
        if end.line == begin.line {
            let _ = write!(text, ",col={},endColumn={}", begin.column, end.column);
        } else {
            let _ = write!(text, ",endLine={}", end.line);
        }
        let _ = writeln!(text, ",title={}::{}", finding.code, data(&message));
        text
    })
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
