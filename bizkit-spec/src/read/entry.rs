//! One mapping, key by key: what is taken is known, what remains is reported.

use super::habits;
use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Diagnostics, nearest};
use crate::keywords::{Keyword, Mapping};
use crate::name::Name;
use crate::source::Span;
use crate::yaml::{Key, Node, Yaml};

/// The entries of a mapping that nobody has taken yet.
pub(super) struct Entries<'n> {
    pub(super) span: Span,
    all: &'n [(Key, Node)],
    left: Vec<(&'n Key, &'n Node)>,
}

/// Says that a value is of another kind than the key takes.
#[cfg_attr(test, track_caller)]
pub(super) fn wrong_kind(node: &Node, expected: &str) -> Diagnostic {
    let found = match &node.value {
        Yaml::Null => "nothing".to_owned(),
        Yaml::Bool(value) => format!("the truth value `{value}`"),
        Yaml::Number(text) => format!("the number `{text}`"),
        Yaml::String(text) if text.chars().count() <= 40 => format!("the text `{text}`"),
        Yaml::String(_) => "a text".to_owned(),
        Yaml::List(_) => "a list".to_owned(),
        Yaml::Map(_) => "a mapping".to_owned(),
    };
    Diagnostic::error(Code::WRONG_KIND, node.span, format!("expected {expected}, found {found}"))
}

/// Says that a word is none of the known ones.
#[cfg_attr(test, track_caller)]
pub(super) fn unknown_word(span: Span, what: &str, found: &str, known: &[&str]) -> Diagnostic {
    let finding = Diagnostic::error(Code::UNKNOWN_WORD, span, format!("no {what} is called `{found}`"));
    match nearest(found, known.iter().copied()) {
        Some(name) => finding.help(format!("did you mean `{name}`?")),
        None => finding.help(format!("write one of {}", list(known))),
    }
}

/// `a, b or c`, each in backticks.
pub(super) fn list<T: std::fmt::Display>(words: &[T]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => words.join(""),
    }
}

impl<'n> Entries<'n> {
    /// The entries of a mapping; anything else is a finding.
    pub(super) fn of(findings: &mut Diagnostics, node: &'n Node, expected: &str) -> Option<Self> {
        match &node.value {
            Yaml::Map(entries) => Some(Self {
                span: node.span,
                all: entries,
                left: entries.iter().map(|(key, node)| (key, node)).collect(),
            }),
            _ => {
                findings.push(wrong_kind(node, expected).help("write `key: value`, one entry per line"));
                None
            }
        }
    }

    /// Takes the value of a key.
    pub(super) fn take(&mut self, key: &str) -> Option<&'n Node> {
        self.take_entry(key).map(|(_, node)| node)
    }

    /// Takes a key with its value.
    pub(super) fn take_entry(&mut self, key: &str) -> Option<(&'n Key, &'n Node)> {
        let at = self.left.iter().position(|(name, _)| name.text == key)?;
        Some(self.left.remove(at))
    }

    /// Whether a key is there and was not taken.
    pub(super) fn has(&self, key: &str) -> bool {
        self.left.iter().any(|(name, _)| name.text == key)
    }

    /// Where the value of a key stands; the entry is not taken.
    pub(super) fn text_span(&self, key: &str) -> Option<Span> {
        self.left.iter().find(|(name, _)| name.text == key).map(|(_, node)| node.span)
    }

    /// Whether a key that is not taken says `true`.
    pub(super) fn peek_flag(&self, key: &str) -> bool {
        self.left.iter().any(|(name, node)| name.text == key && node.value == Yaml::Bool(true))
    }

    /// Every entry that was not taken.
    pub(super) fn rest(self) -> impl Iterator<Item = (&'n Key, &'n Node)> {
        self.left.into_iter()
    }

    /// Takes a value that must be there.
    pub(super) fn require(&mut self, findings: &mut Diagnostics, key: &str, help: &str) -> Option<&'n Node> {
        let found = self.take(key);
        if found.is_none() {
            findings.push(
                Diagnostic::error(Code::MISSING_KEY, self.span, format!("the key `{key}` is missing"))
                    .help(format!("add `{help}`")),
            );
        }
        found
    }

    /// Takes a text.
    pub(super) fn text(&mut self, findings: &mut Diagnostics, key: &str) -> Option<(String, Span)> {
        text(findings, self.take(key)?)
    }

    /// Takes a truth value.
    pub(super) fn flag(&mut self, findings: &mut Diagnostics, key: &str) -> bool {
        let Some(node) = self.take(key) else { return false };
        if let Yaml::Bool(value) = node.value {
            return value;
        }
        let help = match &node.value {
            Yaml::String(text) => match text.to_ascii_lowercase().as_str() {
                "yes" | "y" | "on" | "true" | "1" => "write `true`, without quotes",
                "no" | "n" | "off" | "false" | "0" => "write `false`, without quotes",
                _ => "write `true` or `false`, without quotes",
            },
            Yaml::List(_) if key == "required" => {
                "write `required: true` beside each property that must be there"
            }
            _ => "write `true` or `false`",
        };
        findings.push(wrong_kind(node, "`true` or `false`").help(help));
        false
    }

    /// Takes a count: a whole number from 0 on.
    pub(super) fn count(&mut self, findings: &mut Diagnostics, key: &str) -> Option<(u64, Span)> {
        let node = self.take(key)?;
        if let Yaml::Number(text) = &node.value {
            // Counts above this could not be told from "no limit" by a back end.
            if let Some(value) = text.parse::<u32>().ok().filter(|value| *value < u32::MAX) {
                return Some((u64::from(value), node.span));
            }
        }
        findings.push(
            wrong_kind(node, "a whole number from 0 to 4294967294").help("write digits without quotes"),
        );
        None
    }

    /// Takes an `i64`.
    pub(super) fn integer(&mut self, findings: &mut Diagnostics, key: &str) -> Option<(i64, Span)> {
        let node = self.take(key)?;
        let value = integer(node);
        if value.is_none() {
            findings.push(no_integer(node));
        }
        Some((value?, node.span))
    }

    /// Takes the name that replaces the one made from the wire name.
    pub(super) fn name(&mut self, findings: &mut Diagnostics, key: &str) -> Option<Name> {
        let (text, span) = self.text(findings, key)?;
        let name = Name::new(&text);
        if name.is_none() {
            findings.push(
                Diagnostic::error(Code::INVALID_NAME, span, format!("`{text}` does not make a Rust name"))
                    .help("use letters, digits and `_`, and begin with a letter"),
            );
        }
        name
    }

    /// Whether one of these keys is there and was not taken.
    pub(super) fn has_any(&self, keywords: &[Keyword]) -> bool {
        keywords.iter().any(|keyword| self.has(keyword.name()))
    }

    /// Reports every entry of a mapping that was not taken.
    pub(super) fn finish(self, findings: &mut Diagnostics, what: &str, mapping: Mapping) {
        self.finish_among(findings, what, &mapping.keywords());
    }

    /// Reports every entry that was not taken, where only some keys make sense.
    pub(super) fn finish_among(self, findings: &mut Diagnostics, what: &str, known: &[Keyword]) {
        if self.left.is_empty() {
            return;
        }
        let known: Vec<&str> = known.iter().map(|keyword| keyword.name()).collect();
        for (key, _) in self.left {
            let finding =
                Diagnostic::error(Code::UNKNOWN_KEY, key.span, format!("{what} has no key `{}`", key.text));
            let habit = habits::key(&key.text).filter(|_| !known.contains(&key.text.as_str()));
            findings.push(match (prose_before(self.all, key), nearest(&key.text, known.iter().copied())) {
                (Some(before), None) => finding
                    .help(format!("if the comma belongs to the text of `{before}`, put that text in quotes")),
                (_, Some(name)) if habit.is_none() => finding.help(format!("did you mean `{name}`?")),
                (_, _) => finding
                    .help(habit.map_or_else(|| format!("known keys: {}", known.join(", ")), str::to_owned)),
            });
        }
    }
}

/// The key before this one, where a comma may have ended its text: prose in braces.
fn prose_before<'n>(all: &'n [(Key, Node)], key: &Key) -> Option<&'n str> {
    const PROSE: [&str; 6] = ["description", "summary", "help", "deprecated", "example", "default"];
    let at = all.iter().position(|(other, _)| other.span == key.span)?;
    let (before, node) = &all[at.checked_sub(1)?];
    // What stands in quotes is longer than its text.
    let is_bare = |text: &str| (node.span.end - node.span.start) as usize == text.len();
    let is_text = key.in_braces && matches!(&node.value, Yaml::String(text) if is_bare(text));
    (is_text && PROSE.contains(&before.text.as_str())).then_some(&before.text)
}

/// Says that a value is no whole number, or one that nothing can hold.
pub(super) fn no_integer(node: &Node) -> Diagnostic {
    match &node.value {
        Yaml::Number(text) if !text.contains(['.', 'e', 'E']) => {
            let message = format!("`{text}` is beyond the whole numbers of 64 bits");
            Diagnostic::error(Code::BAD_NUMBER, node.span, message).help(format!(
                "write a number from {} to {}; a bound beyond them may be left out",
                i64::MIN,
                i64::MAX
            ))
        }
        Yaml::Number(_) => {
            wrong_kind(node, "a whole number").help("write digits without a point and an exponent")
        }
        _ => wrong_kind(node, "a whole number").help("write digits without quotes"),
    }
}

/// A text; numbers and truth values count as what was written.
pub(super) fn text(findings: &mut Diagnostics, node: &Node) -> Option<(String, Span)> {
    match &node.value {
        Yaml::String(text) => Some((text.clone(), node.span)),
        _ => {
            findings.push(wrong_kind(node, "a text").help(node.as_text()));
            None
        }
    }
}

/// A whole number that fits `i64`.
pub(super) fn integer(node: &Node) -> Option<i64> {
    match &node.value {
        Yaml::Number(text) => text.parse().ok(),
        _ => None,
    }
}

/// The elements of a list; anything else is a finding.
pub(super) fn items<'n>(findings: &mut Diagnostics, node: &'n Node, expected: &str) -> &'n [Node] {
    match &node.value {
        Yaml::List(items) => items,
        _ => {
            findings.push(wrong_kind(node, expected).help("write `[one, two]`, or a `- one` per line"));
            &[]
        }
    }
}
