//! The rules of texts.

use super::Context;
use super::entry::{Entries, items, text, unknown_word};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::model::{Format, Normalize, StringType};
use crate::pattern::Pattern;
use crate::source::Span;
use crate::validate::normalize;
use crate::yaml::{Node, Yaml};
use std::ops::Range;

/// Most steps for the tables of all patterns: enough for thousands of ordinary ones.
const MAX_WORK: usize = 4_000_000;

/// The steps of `normalize` that are a word.
const STEPS: [&str; 4] = ["trim", "lowercase", "uppercase", "phone"];

impl Context {
    pub(super) fn read_string(&mut self, entries: &mut Entries<'_>) -> StringType {
        let min = entries.count(&mut self.findings, "minLength");
        let max = entries.count(&mut self.findings, "maxLength");
        self.check_range("minLength", min, "maxLength", max);
        StringType {
            min_length: min.map(|(value, _)| value),
            max_length: max.map(|(value, _)| value),
            pattern: self.read_pattern(entries),
            format: self.read_format(entries),
            normalize: entries.take("normalize").map(|node| self.read_normalize(node)).unwrap_or_default(),
            number: None,
        }
    }

    fn read_pattern(&mut self, entries: &mut Entries<'_>) -> Option<Pattern> {
        let node = entries.take("pattern")?;
        let (source, span) = text(&mut self.findings, node)?;
        if let Some(known) = self.patterns.get(&source) {
            return Some(known.clone());
        }
        if self.pattern_work >= MAX_WORK {
            let message = "the tables of all patterns together would take too many steps to build";
            self.error(
                Diagnostic::error(Code::TOO_MUCH, span, message)
                    .help("write patterns that are anchored and count less, or leave this one out"),
            );
            return None;
        }
        let compiled = Pattern::parse(&source).and_then(|pattern| {
            self.pattern_work += pattern.work();
            pattern.compile().map(|_| pattern)
        });
        match compiled {
            Ok(pattern) => {
                self.patterns.insert(source, pattern.clone());
                Some(pattern)
            }
            Err(error) => {
                let inner = place(&source, span, &error.offset);
                self.error(Diagnostic::error(Code::BAD_PATTERN, inner, error.message).help(error.help));
                None
            }
        }
    }

    fn read_format(&mut self, entries: &mut Entries<'_>) -> Option<Format> {
        let (word, span) = entries.text(&mut self.findings, "format")?;
        let found = Format::from_word(&word);
        if found.is_none() {
            let known: Vec<&str> = Format::ALL.iter().map(|format| format.word()).collect();
            self.error(unknown_word(span, "format", &word, &known));
        }
        found
    }

    fn read_normalize(&mut self, node: &Node) -> Vec<Normalize> {
        let steps = match &node.value {
            Yaml::Map(_) | Yaml::String(_) => std::slice::from_ref(node),
            _ => items(&mut self.findings, node, "a list of steps, or a mapping of texts to replacements"),
        };
        let mut result = Vec::new();
        let mut replacements = Vec::new();
        for step in steps {
            if let Yaml::Map(entries) = &step.value {
                let mut pairs = Vec::new();
                for (key, value) in entries {
                    if let Some((new, span)) = text(&mut self.findings, value) {
                        replacements.push((new.clone(), span));
                        pairs.push((key.text.clone(), new));
                    }
                }
                result.push(Normalize::Replace(pairs));
            } else if let Some((word, span)) = text(&mut self.findings, step) {
                if !replacements.is_empty() {
                    self.error(
                        Diagnostic::error(
                            Code::UNSTABLE_NORMALIZE,
                            span,
                            format!(
                                "`{word}` stands behind a mapping, so its result may be in the mapping again"
                            ),
                        )
                        .help("write the mapping as the last step"),
                    );
                }
                match word.as_str() {
                    "trim" => result.push(Normalize::Trim),
                    "lowercase" => result.push(Normalize::Lowercase),
                    "uppercase" => result.push(Normalize::Uppercase),
                    "phone" => result.push(Normalize::Phone),
                    _ => self.error(unknown_word(span, "step", &word, &STEPS)),
                }
            }
        }
        for (new, span) in replacements {
            let again = normalize(&new, &result);
            if again != new {
                let message =
                    format!("the replacement `{new}` would become `{again}` if it were normalised again");
                let finding = Diagnostic::error(Code::UNSTABLE_NORMALIZE, span, message);
                self.error(finding.help(format!("write `{again}`")));
            }
        }
        result
    }
}

/// Where a part of a text stands in its file, as far as the lengths tell how the text is written there.
fn place(text: &str, span: Span, part: &Range<usize>) -> Span {
    let doubled = |marks: &[char]| text.matches(marks).count();
    let in_double_quotes = doubled(&['\\', '"']);
    let in_single_quotes = doubled(&['\'']);
    let marks: &[char] = match ((span.end - span.start) as usize).checked_sub(text.len()) {
        Some(0) => return within(span, part.start, part.end),
        // Neither kind of quotes has made the text longer.
        Some(2) => &[],
        Some(extra) if in_double_quotes != in_single_quotes && extra == in_double_quotes + 2 => &['\\', '"'],
        Some(extra) if in_double_quotes != in_single_quotes && extra == in_single_quotes + 2 => &['\''],
        _ => return span,
    };
    let written = |offset: usize| 1 + offset + text[..offset].matches(marks).count();
    within(span, written(part.start), written(part.end))
}

/// The part of a span between two offsets.
fn within(span: Span, start: usize, end: usize) -> Span {
    let at = |offset: usize| span.start + u32::try_from(offset).unwrap_or(0);
    Span { file: span.file, start: at(start), end: at(end) }
}
