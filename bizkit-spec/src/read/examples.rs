//! `examples`: documented calls, kept as they are and noted to be checked.

use super::entry::{Entries, items, wrong_kind};
use super::schema::plain;
use super::{Context, WrittenValue};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::keywords::Mapping;
use crate::model::{
    Body, Constraint, Content, Example, Field, Kind, ObjectType, Parameter, Response, Schema,
};
use crate::source::Span;
use crate::yaml::{Node, Yaml};
use std::rc::Rc;

impl Context {
    pub(super) fn read_examples(
        &mut self,
        entries: &mut Entries<'_>,
        parameters: &[Parameter],
        body: Option<&Body>,
        constraints: &[Constraint],
        responses: &[Response],
    ) -> Vec<Example> {
        let Some(node) = entries.take("examples") else { return Vec::new() };
        let mut fields: Vec<Field> = parameters.iter().map(|parameter| parameter.field.clone()).collect();
        fields.extend(body.map(|body| body.field.clone()));
        let request = ObjectType {
            fields,
            additional_properties: None,
            constraints: constraints.to_vec(),
            observed: false,
        };
        let request = Rc::new(plain(Kind::Object(request)));
        let mut examples = Vec::new();
        for node in items(&mut self.findings, node, "a list of `{ request: .., response: .. }`") {
            let Some(mut entries) = Entries::of(&mut self.findings, node, "an example") else { continue };
            examples.push(self.read_example(&mut entries, node.span, &request, responses));
            entries.finish(&mut self.findings, "an example", Mapping::Example);
        }
        examples
    }

    fn read_example(
        &mut self,
        entries: &mut Entries<'_>,
        span: Span,
        request: &Rc<Schema>,
        responses: &[Response],
    ) -> Example {
        let summary = entries.text(&mut self.findings, "summary").map(|(text, _)| text);
        let arguments = entries.take("request");
        if let Some(node) = arguments {
            self.check_arguments(node, request);
        }
        let usual = responses.first().map_or(200, |response| response.first_status(responses));
        let status = match entries.integer(&mut self.findings, "status") {
            Some((status, span)) => self.documented_status(status, span, responses).unwrap_or(usual),
            None => usual,
        };
        let shown = entries.take("response");
        if let (Some(node), Some(response)) = (shown, Response::covering(responses, status)) {
            self.note_response(node, response);
        }
        Example {
            summary,
            request: arguments.map(Node::to_json),
            status,
            response: shown.map(Node::to_json),
            span,
        }
    }

    /// The arguments of an example have the names of the parameters.
    fn check_arguments(&mut self, node: &Node, schema: &Rc<Schema>) {
        let Kind::Object(request) = &schema.kind else { return };
        let Yaml::Map(entries) = &node.value else {
            self.error(
                wrong_kind(node, "a mapping of parameters to values").help("write `parameter: value`"),
            );
            return;
        };
        let mut known_all = true;
        for (key, _) in entries {
            if request.fields.iter().any(|field| field.wire == key.text) {
                continue;
            }
            known_all = false;
            let known = request.fields.iter().map(|field| field.wire.as_str());
            let finding = Diagnostic::error(
                Code::UNKNOWN_MEMBER,
                key.span,
                format!("no parameter is called `{}`", key.text),
            );
            // The Rust name is at hand, and an example has the names of the wire.
            let renamed = request.fields.iter().find(|field| field.name.snake() == key.text);
            self.error(
                match renamed.map(|field| field.wire.as_str()).or_else(|| self.nearest(&key.text, known)) {
                    Some(near) => finding.help(format!("did you mean `{near}`?")),
                    None => finding.help(
                        "add it to `parameters`, or delete it here; the key is never part of an example",
                    ),
                },
            );
        }
        // What is misspelt would be missing, too.
        if !known_all {
            return;
        }
        let schema = Rc::clone(schema);
        self.values.push(WrittenValue { rule: Code::EXAMPLE_BREAKS_RULE, schema, node: node.clone() });
    }

    fn documented_status(&mut self, status: i64, span: Span, responses: &[Response]) -> Option<u16> {
        let found =
            u16::try_from(status).ok().filter(|status| Response::covering(responses, *status).is_some());
        if found.is_none() {
            self.error(
                Diagnostic::error(Code::UNKNOWN_MEMBER, span, format!("`responses` has no status {status}"))
                    .help("describe that response under `responses`"),
            );
        }
        found
    }

    /// What the response's type says of the example is checked when every type is known.
    fn note_response(&mut self, node: &Node, response: &Response) {
        let mut check = |schema: Schema| {
            let rule = Code::EXAMPLE_BREAKS_RULE;
            self.values.push(WrittenValue { rule, schema: Rc::new(schema), node: node.clone() });
        };
        match (&response.content, &node.value) {
            (Content::Json(schema), _) => check(schema.clone()),
            (Content::Binary(_), Yaml::String(_)) => check(Schema::plain(Kind::Binary)),
            (Content::Text(_), Yaml::String(_)) | (Content::Empty, Yaml::Null) => {}
            (Content::Text(_), _) => {
                self.error(wrong_kind(node, "the text of the response").help("put the text in quotes"));
            }
            (Content::Binary(_), _) => self.error(
                wrong_kind(node, "the bytes of the response in base64").help("put the base64 text in quotes"),
            ),
            (Content::Empty, _) => self.error(
                wrong_kind(node, "nothing, because this response has no content")
                    .help("describe the content under `responses`"),
            ),
        }
    }
}
