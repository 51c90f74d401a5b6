//! Findings to text: for people, for programs, for GitHub. The only place where they become strings.
//!
//! ```text
//! error[unknown-key]: a string has no key `maxLenght`
//!  --> specs/types/common.yaml:3:29
//!   |
//! 3 | Nickname: { type: string, maxLenght: 40 }
//!   |                           ^^^^^^^^^
//!   = help: did you mean `maxLength`?
//! ```

mod machine;
mod paint;
mod snippet;

use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::source::SourceMap;
use crate::visible;
pub use paint::{Colour, Paint, Role};
use std::fmt::Write;

pub use machine::{github, json};

/// Every finding with its lines, a blank line behind each.
pub fn human(sources: &SourceMap, findings: &Diagnostics, colour: Colour) -> String {
    findings.iter().fold(String::new(), |mut text, finding| {
        text.push_str(&one(sources, finding, colour));
        text.push('\n');
        text
    })
}

/// One finding, as `rustc` would show it.
pub fn one(sources: &SourceMap, finding: &Diagnostic, colour: Colour) -> String {
    let paint = Paint::new(colour);
    let severity = Role::of(finding.severity);
    let mut text = paint.with(severity, &format!("{}[{}]", severity_name(finding.severity), finding.code));
    let _ = writeln!(text, "{}", paint.with(Role::Strong, &format!(": {}", visible::line(&finding.message))));
    text.push_str(&details(sources, finding, paint));
    text
}

/// One finding for `compile_error!`: the compiler itself writes `error: ` before it.
pub fn for_compiler(sources: &SourceMap, finding: &Diagnostic) -> String {
    let details = details(sources, finding, Paint::new(Colour::Never));
    format!("{} [{}]\n{}", visible::line(&finding.message), finding.code, details.trim_end())
}

/// `2 errors, 1 warning`; nothing where nothing was found.
pub fn summary(findings: &Diagnostics) -> String {
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let parts = [(count(Severity::Error), "error"), (count(Severity::Warning), "warning")];
    let parts: Vec<String> = parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, noun)| format!("{count} {noun}{}", if *count == 1 { "" } else { "s" }))
        .collect();
    parts.join(", ")
}

/// Places with their lines, then what to write instead.
fn details(sources: &SourceMap, finding: &Diagnostic, paint: Paint) -> String {
    let (mut text, gutter) = snippet::draw(sources, finding, paint);
    for help in &finding.help {
        let mut lines = help.lines();
        let first = visible::line(lines.next().unwrap_or_default());
        let bar = paint.with(Role::Gutter, "=");
        let _ = writeln!(text, "{:gutter$} {bar} {}: {first}", "", paint.with(Role::Help, "help"));
        for line in lines {
            let _ = writeln!(text, "{:gutter$}         {}", "", visible::line(line));
        }
    }
    text
}

fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

#[cfg(test)]
mod tests;
