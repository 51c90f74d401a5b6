//! Findings as data. A stage collects them all; they are sorted and rendered at the very end.

use crate::codes::Code;
use crate::source::Span;
use std::collections::BTreeSet;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// No [`Api`](crate::Api) can be had.
    Error,
    /// Worth a look.
    Warning,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The stable name of the rule.
    pub code: Code,
    /// How grave it is.
    pub severity: Severity,
    /// Lower case, no full stop: what is wrong, what was expected and found.
    pub message: String,
    /// The place to change.
    pub span: Span,
    /// A few words under the caret.
    pub label: Option<String>,
    /// Other places that matter: the first of two duplicates, the steps of a cycle.
    pub related: Vec<(Span, String)>,
    /// What to write instead.
    pub help: Vec<String>,
}

impl Diagnostic {
    /// An error with this message at this place.
    #[cfg_attr(test, track_caller)]
    pub fn error(code: Code, span: Span, message: impl Into<String>) -> Self {
        #[cfg(test)]
        sites::reached();
        Self {
            code,
            severity: Severity::Error,
            message: message.into(),
            span,
            label: None,
            related: Vec::new(),
            help: Vec::new(),
        }
    }

    /// A warning with this message at this place.
    #[cfg_attr(test, track_caller)]
    pub fn warning(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, span, message) }
    }

    /// Says something under the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Points at another place.
    #[must_use]
    pub fn related(mut self, span: Span, text: impl Into<String>) -> Self {
        self.related.push((span, text.into()));
        self
    }

    /// Says what to write instead.
    #[must_use]
    #[cfg_attr(test, track_caller)]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        #[cfg(test)]
        sites::reached();
        self.help.push(help.into());
        self
    }
}

/// A list of findings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Adds findings.
    pub fn extend(&mut self, more: impl IntoIterator<Item = Diagnostic>) {
        self.list.extend(more);
    }

    /// Adds all findings of another list.
    pub fn append(&mut self, other: Self) {
        self.list.extend(other.list);
    }

    /// Adds what a later stage has found, except at places where this one has: that is a consequence.
    pub fn append_later(&mut self, mut later: Self) {
        let known: BTreeSet<_> = self.list.iter().map(|finding| finding.span).collect();
        later.retain(|finding| !known.contains(&finding.span));
        self.append(later);
    }

    /// Whether one of them is an error.
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// By file, then by place, then by code; equal ones once.
    pub fn sort(&mut self) {
        self.list.sort_by(|a, b| {
            let key = |d: &Diagnostic| (d.span, d.code.name());
            key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message))
        });
        self.list.dedup_by(|a, b| a.span == b.span && a == b);
    }

    /// Keeps the findings that a test accepts.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.list.retain(keep);
    }

    /// The findings in their present order.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<T: IntoIterator<Item = Diagnostic>>(findings: T) -> Self {
        Self { list: findings.into_iter().collect() }
    }
}

/// Longer words are no misspelt names.
const MAX_LETTERS: usize = 100;

/// The known name that `found` was most likely meant to be: at most a third of the letters differ.
pub fn nearest<'a>(found: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = found.chars().count();
    let limit = (length / 3).max(1);
    known
        .into_iter()
        .filter(|name| length <= MAX_LETTERS && name.chars().count().abs_diff(length) <= limit)
        .map(|name| (distance(&found.to_lowercase(), &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// Letters to insert, remove, replace or swap with their neighbour.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut best = (above[j] + usize::from(x != y)).min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod sites;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_nearest_name() {
        let known = ["minLength", "maxLength", "pattern", "format"];
        assert_eq!(nearest("minLenght", known), Some("minLength"));
        assert_eq!(nearest("MAXLENGTH", known), Some("maxLength"));
        assert_eq!(nearest("patern", known), Some("pattern"));
        assert_eq!(nearest("colour", known), None);
    }
}
