//! Entries that stand in many mappings: notes, links, words out of a list.

use super::Context;
use super::entry::{Entries, items, list, text, unknown_word, wrong_kind};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::keywords::Mapping;
use crate::model::{Allowance, Date, Deprecated, Evidence, Seen};
use crate::source::Span;
use crate::yaml::{Node, Yaml};

impl Context {
    /// `deprecated: true` or a note.
    pub(super) fn read_deprecated(&mut self, entries: &mut Entries<'_>) -> Option<Deprecated> {
        let node = entries.take("deprecated")?;
        match &node.value {
            Yaml::Bool(true) => Some(Deprecated { note: None }),
            Yaml::Bool(false) => None,
            Yaml::String(text) => Some(Deprecated { note: Some(text.clone()) }),
            _ => {
                self.error(
                    wrong_kind(node, "`true` or a note that says what to use instead")
                        .help("write `deprecated: true`, or `deprecated: use the other call`"),
                );
                None
            }
        }
    }

    /// `seen`: where something was seen, and when.
    pub(super) fn read_seen(&mut self, entries: &mut Entries<'_>) -> Option<Seen> {
        let node = entries.take("seen")?;
        let expected = "a mapping such as `{ in: page, on: 2026-11 }`";
        let mut entries = Entries::of(&mut self.findings, node, expected)?;
        let source = entries.require(&mut self.findings, "in", "in: page");
        let source = source.and_then(|node| text(&mut self.findings, node)).and_then(|(word, span)| {
            let found = Evidence::ALL.iter().find(|(_, name)| *name == word);
            if found.is_none() {
                self.error(unknown_word(span, "evidence", &word, &Evidence::ALL.map(|(_, name)| name)));
            }
            found.map(|(source, _)| *source)
        });
        let on = entries.require(&mut self.findings, "on", "on: 2026-11").and_then(|node| {
            let day = match &node.value {
                Yaml::String(text) => Date::parse(text),
                _ => None,
            };
            if day.is_none() {
                self.error(
                    wrong_kind(node, "a month or a day of the calendar")
                        .help("write `on: 2026-11`, or `on: 2026-11-30`"),
                );
            }
            day
        });
        entries.finish(&mut self.findings, "the evidence", Mapping::Seen);
        Some(Seen { source: source?, on: on? })
    }

    /// `allow`: lints that the mapping around it declines, each with a reason.
    pub(super) fn read_allow(&mut self, entries: &mut Entries<'_>, covers: Option<Span>) {
        let Some(node) = entries.take("allow") else { return };
        let Yaml::Map(members) = &node.value else {
            let help = "write `allow: { missing-example: the page shows none }`";
            self.error(wrong_kind(node, "a mapping of lints to reasons").help(help));
            return;
        };
        for (key, node) in members {
            let lints: Vec<&str> = Code::LINTS.iter().map(|code| code.name()).collect();
            let rule = Code::find(&key.text).filter(|code| code.is_lint());
            let reason = text(&mut self.findings, node);
            let (Some(rule), Some((reason, span))) = (rule, reason) else {
                if rule.is_none() {
                    self.error(unknown_word(key.span, "lint", &key.text, &lints));
                }
                continue;
            };
            if reason.trim().is_empty() {
                let expected = "the reason why this lint does not hold here";
                self.error(wrong_kind(node, expected).help("say what a reader should know"));
            }
            self.allowances.push(Allowance {
                rule,
                reason,
                covers,
                span: Span { start: key.span.start, ..span },
            });
        }
    }

    /// A link to a page.
    pub(super) fn read_link(&mut self, entries: &mut Entries<'_>, key: &str) -> Option<String> {
        let (link, span) = entries.text(&mut self.findings, key)?;
        let rest = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"));
        match rest {
            Some(rest) if !rest.is_empty() && !link.contains(char::is_whitespace) => Some(link),
            _ => {
                self.error(
                    Diagnostic::error(
                        Code::BAD_URL,
                        span,
                        format!("expected an absolute URL, found `{link}`"),
                    )
                    .help("begin with `https://` and the host"),
                );
                None
            }
        }
    }

    /// The words of a list, each one of `known`.
    pub(super) fn read_words(&mut self, node: &Node, what: &str, known: &[&str]) -> Vec<(String, Span)> {
        let single = std::slice::from_ref(node);
        let nodes = match &node.value {
            Yaml::String(_) => single,
            _ => items(&mut self.findings, node, &format!("{} or a list of them", list(known))),
        };
        let mut words = Vec::new();
        for node in nodes {
            let Some((word, span)) = text(&mut self.findings, node) else { continue };
            if known.contains(&word.as_str()) {
                words.push((word, span));
            } else {
                self.error(unknown_word(span, what, &word, known));
            }
        }
        words
    }
}
