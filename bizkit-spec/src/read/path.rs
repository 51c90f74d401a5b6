//! The path template: literals and parameters, each parameter bound to one of the endpoint's.

use super::Context;
use super::entry::Entries;
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::model::{Parameter, ParameterId, Segment};
use crate::source::Span;

/// A path template with the places of its parameters.
pub(super) struct Template {
    pieces: Vec<Piece>,
    span: Span,
}

enum Piece {
    Literal(String),
    Parameter(String),
}

impl Template {
    /// Whether the path names this parameter.
    pub(super) fn names(&self, parameter: &str) -> bool {
        self.pieces.iter().any(|piece| matches!(piece, Piece::Parameter(name) if name == parameter))
    }
}

impl Context {
    pub(super) fn read_path(&mut self, entries: &mut Entries<'_>) -> Option<Template> {
        let node = entries.require(&mut self.findings, "path", "path: /api/v1/module/action")?;
        let (path, span) = super::entry::text(&mut self.findings, node)?;
        let bad = |message: &str| Diagnostic::error(Code::BAD_PATH, span, message.to_owned());
        if !path.starts_with('/') || path.contains(['?', '#', ' ', '%']) || path.contains("//") {
            self.error(
                bad("a path begins with `/` and has no query, no space and no empty part")
                    .help("write it as the documentation prints it: `/api/v1/customer/detail`"),
            );
        }
        let mut pieces = Vec::new();
        let mut rest = path.as_str();
        while let Some(open) = rest.find('{') {
            let Some(length) = rest[open..].find('}') else { break };
            let name = &rest[open + 1..open + length];
            if open > 0 {
                pieces.push(Piece::Literal(rest[..open].to_owned()));
            }
            pieces.push(Piece::Parameter(name.to_owned()));
            rest = &rest[open + length + 1..];
        }
        if rest.contains(['{', '}']) {
            self.error(bad("a brace has no partner").help("write `{name}` for a parameter"));
        }
        if !rest.is_empty() {
            pieces.push(Piece::Literal(rest.to_owned()));
        }
        Some(Template { pieces, span })
    }

    /// A scheme and a host, and nothing that belongs to the path of a call.
    pub(super) fn read_base_url(&mut self, entries: &mut Entries<'_>, key: &str) -> Option<String> {
        let span = entries.text_span(key);
        let url = self.read_link(entries, key)?;
        if let Some(span) = span.filter(|_| url.contains(['?', '#']) || url.ends_with('/')) {
            self.error(
                Diagnostic::error(Code::BAD_URL, span, "a base URL ends without `/`, query and fragment")
                    .help(format!(
                        "write `{}`",
                        url.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/')
                    )),
            );
        }
        Some(url)
    }

    /// Names in the path become indices of parameters.
    pub(super) fn bind_path(&mut self, template: Template, parameters: &mut [Parameter]) -> Vec<Segment> {
        let mut path = Vec::new();
        let mut bound: Vec<String> = Vec::new();
        for piece in template.pieces {
            let name = match piece {
                Piece::Literal(text) => {
                    path.push(Segment::Literal(text));
                    continue;
                }
                Piece::Parameter(name) => name,
            };
            let found = parameters.iter().position(|parameter| parameter.field.wire == name);
            let Some(at) = found else {
                let known = parameters.iter().map(|parameter| parameter.field.wire.as_str());
                let finding = Diagnostic::error(
                    Code::UNBOUND_PATH_PARAMETER,
                    template.span,
                    format!("the path names `{{{name}}}`, which is not a parameter"),
                );
                self.error(match self.nearest(&name, known) {
                    Some(near) => finding.help(format!("did you mean `{{{near}}}`?")),
                    None => finding.help(format!("add `{name}` to `parameters`")),
                });
                continue;
            };
            if bound.contains(&name) {
                self.error(
                    Diagnostic::error(
                        Code::BAD_PATH,
                        template.span,
                        format!("the path names `{{{name}}}` twice"),
                    )
                    .help("give each part a parameter of its own"),
                );
            }
            bound.push(name);
            path.push(Segment::Parameter(ParameterId(at)));
        }
        path
    }
}
