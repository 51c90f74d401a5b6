//! `errors.yaml`: the catalogue of error codes.

use super::entry::{Entries, unknown_word};
use super::{Context, File};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::keywords::Mapping;
use crate::model::{ErrorCode, ErrorTopic};
use crate::name::Name;
use crate::source::Span;

const TOPICS: [(&str, ErrorTopic); 7] = [
    ("key", ErrorTopic::Key),
    ("rate", ErrorTopic::Rate),
    ("session", ErrorTopic::Session),
    ("permission", ErrorTopic::Permission),
    ("missing", ErrorTopic::Missing),
    ("input", ErrorTopic::Input),
    ("server", ErrorTopic::Server),
];

impl Context {
    pub(super) fn read_errors(&mut self, file: &File) -> Vec<ErrorCode> {
        let Some(entries) =
            Entries::of(&mut self.findings, &file.node, "a mapping of codes to what they mean")
        else {
            return Vec::new();
        };
        let mut errors: Vec<ErrorCode> = Vec::new();
        for (key, node) in entries.rest() {
            let Some(mut entries) =
                Entries::of(&mut self.findings, node, "a mapping with `topic` and `summary`")
            else {
                continue;
            };
            let Some(name) = entries.name(&mut self.findings, "name").or_else(|| Name::new(&key.text)) else {
                let message = format!("`{}` does not make a Rust name", key.text);
                self.error(
                    Diagnostic::error(Code::INVALID_NAME, key.span, message)
                        .help("give it one: add `name: SomeName`"),
                );
                continue;
            };
            self.read_allow(&mut entries, Some(Span { end: node.end(), ..key.span }));
            let topic = self.read_topic(&mut entries);
            let summary = entries
                .require(&mut self.findings, "summary", "summary: What the code means")
                .and_then(|node| super::entry::text(&mut self.findings, node));
            let status = entries.integer(&mut self.findings, "status");
            if let Some((status, span)) = status.filter(|(status, _)| !(200..600).contains(status)) {
                self.error(
                    Diagnostic::error(
                        Code::WRONG_KIND,
                        span,
                        format!("expected an HTTP status from 200 to 599, found `{status}`"),
                    )
                    .help("leave `status` out where the documentation prints none"),
                );
            }
            errors.push(ErrorCode {
                code: key.text.clone(),
                name,
                status: status.and_then(|(status, _)| u16::try_from(status).ok()),
                summary: summary.map(|(text, _)| text).unwrap_or_default(),
                help: entries.text(&mut self.findings, "help").map(|(text, _)| text),
                topic,
                docs: self.read_link(&mut entries, "docs"),
                span: key.span,
            });
            entries.finish(&mut self.findings, "an error code", Mapping::ErrorCode);
        }
        errors
    }

    fn read_topic(&mut self, entries: &mut Entries<'_>) -> ErrorTopic {
        let node = entries.require(&mut self.findings, "topic", "topic: input");
        let word = node.and_then(|node| super::entry::text(&mut self.findings, node));
        let Some((word, span)) = word else { return ErrorTopic::Server };
        let found = TOPICS.iter().find(|(name, _)| *name == word);
        if found.is_none() {
            self.error(unknown_word(span, "topic", &word, &TOPICS.map(|(name, _)| name)));
        }
        found.map_or(ErrorTopic::Server, |(_, topic)| *topic)
    }
}
