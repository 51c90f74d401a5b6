//! `responses`: what each status carries.

use super::entry::{Entries, wrong_kind};
use super::schema::Position;
use super::{Context, Scope};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::keywords::{Keyword, Mapping};
use crate::media::MediaType;
use crate::model::{Content, Kind, Response, Status};
use crate::name::Name;
use crate::yaml::{Key, Node, Yaml};

/// What may stand in a response that says nothing of what it holds.
const WITHOUT_CONTENT: [Keyword; 3] = [Keyword::Description, Keyword::Type, Keyword::ContentType];

impl Context {
    pub(super) fn read_responses(&mut self, scope: &Scope, entries: &mut Entries<'_>) -> Vec<Response> {
        let help = "responses: { 200: { type: json } }";
        let Some(node) = entries.require(&mut self.findings, "responses", help) else { return Vec::new() };
        let Yaml::Map(statuses) = &node.value else {
            self.error(
                wrong_kind(node, "a mapping of statuses to responses").help("write `200: { type: json }`"),
            );
            return Vec::new();
        };
        let success =
            |(key, _): &&(Key, Node)| Status::parse(&key.text).is_some_and(|status| !status.is_failure());
        let several = statuses.iter().filter(success).count() > 1;
        let mut responses = Vec::new();
        for (key, node) in statuses {
            let Some(status) = self.read_status(key) else { continue };
            responses.push(self.read_response(scope, status, several, node));
        }
        responses.sort_by_key(|response: &Response| response.status.order());
        if responses.iter().all(|response| response.status.is_failure()) {
            self.error(
                Diagnostic::error(Code::MISSING_KEY, node.span, "no response says what success looks like")
                    .help("add `200:` with what the call gives"),
            );
        }
        responses
    }

    fn read_status(&mut self, key: &Key) -> Option<Status> {
        let status = Status::parse(&key.text);
        if status.is_none() {
            self.error(
                Diagnostic::error(
                    Code::WRONG_KIND,
                    key.span,
                    format!("expected an HTTP status from 200 to 599, found `{}`", key.text),
                )
                .help("write the number (`404:`), a class (`4XX:`), or `default:` for every other failure"),
            );
        }
        status
    }

    fn read_response(&mut self, scope: &Scope, status: Status, several: bool, node: &Node) -> Response {
        let empty = |description| Response { status, description, content: Content::Empty };
        if let Yaml::Null = node.value {
            return empty(None);
        }
        let Some(mut entries) =
            Entries::of(&mut self.findings, node, "a mapping that describes the response")
        else {
            return empty(None);
        };
        let content_type = entries.text(&mut self.findings, "contentType");
        let described = entries.has_any(&Keyword::CONTENT);
        if !described && content_type.is_none() {
            let description = entries.text(&mut self.findings, "description").map(|(text, _)| text);
            entries.finish_among(&mut self.findings, "a response without content", &WITHOUT_CONTENT);
            return empty(description);
        }
        if !described {
            let description = entries.text(&mut self.findings, "description").map(|(text, _)| text);
            entries.finish_among(&mut self.findings, "a response", &WITHOUT_CONTENT);
            return Response {
                status,
                description,
                content: Content::Text(content_type.map(|(text, _)| text).unwrap_or_default()),
            };
        }
        // `observed` goes with an object, and with a union for all its branches.
        let observed = entries.peek_flag("observed");
        let inline = entries.has("properties") || entries.has("oneOf") || entries.has("enum");
        if observed && !inline {
            entries.take("observed");
        }
        let suffix = if several || status.is_failure() { status.reason() } else { "response".to_owned() };
        let name = Name::new(&suffix).map_or_else(|| scope.name.clone(), |suffix| scope.name.join(&suffix));
        let scope = Scope { name, observed, ..scope.clone() };
        let schema = self.read_schema(&scope, entries, Position::Inline, "a response", Mapping::Response);
        let description = schema.description.clone();
        let json = content_type.as_ref().is_none_or(|(text, _)| MediaType::of(text).is_json());
        let content = match (&schema.kind, content_type) {
            (Kind::Binary, Some((content_type, _))) => Content::Binary(content_type),
            (Kind::Binary, None) => Content::Binary("application/octet-stream".to_owned()),
            (Kind::String(_), Some((content_type, _))) if !json => Content::Text(content_type),
            (_, Some((content_type, span))) if !json => {
                self.error(
                    Diagnostic::error(
                        Code::CONFLICTING_KEYS,
                        span,
                        format!("`{content_type}` is read as text or bytes"),
                    )
                    .help("write `type: string` or `type: binary`, or delete `contentType` for JSON"),
                );
                Content::Text(content_type)
            }
            _ => Content::Json(schema),
        };
        Response { status, description, content }
    }
}
