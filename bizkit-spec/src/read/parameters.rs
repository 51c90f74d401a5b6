//! The arguments of an endpoint: parameters with their places, or one body that is a single value.

use super::entry::{Entries, unknown_word, wrong_kind};
use super::path::Template;
use super::schema::Position;
use super::{Context, Scope};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::header;
use crate::keywords::Mapping;
use crate::model::{Body, Field, Kind, Location, Method, Parameter};
use crate::name::Name;
use crate::yaml::Yaml;

impl Context {
    pub(super) fn read_parameters(
        &mut self,
        scope: &Scope,
        entries: &mut Entries<'_>,
        method: Method,
        template: Option<&Template>,
    ) -> Vec<Parameter> {
        let Some(node) = entries.take("parameters") else { return Vec::new() };
        let Yaml::Map(members) = &node.value else {
            self.error(
                wrong_kind(node, "a mapping of names to parameters").help("write `name: { type: string }`"),
            );
            return Vec::new();
        };
        let mut parameters: Vec<Parameter> = Vec::new();
        for (key, node) in members {
            let in_path = template.is_some_and(|template| template.names(&key.text));
            let usual = match method.has_body() {
                _ if in_path => Location::Path,
                true => Location::Body,
                false => Location::Query,
            };
            let (mut field, location) =
                self.read_field(scope, key, node, "a parameter", Mapping::Parameter, |cx, entries| {
                    cx.read_place(entries)
                });
            let location = location.unwrap_or(usual);
            if location == Location::Path {
                field.required = true;
            }
            // Sessions and passwords, whatever the spec says of them.
            field.schema.sensitive |= location == Location::Header && header::is_secret(&field.wire);
            self.check_place(&field, location, in_path, method);
            parameters.push(Parameter { location, field });
        }
        parameters
    }

    fn read_place(&mut self, entries: &mut Entries<'_>) -> Option<Location> {
        let (word, span) = entries.text(&mut self.findings, "in")?;
        let found = Location::from_word(&word);
        if found.is_none() {
            self.error(unknown_word(span, "location", &word, Location::WORDS));
        }
        found
    }

    fn check_place(&mut self, field: &Field, location: Location, in_path: bool, method: Method) {
        let name = &field.wire;
        let finding = |message: String| Diagnostic::error(Code::BAD_PLACE, field.span, message);
        if in_path != (location == Location::Path) {
            self.error(if in_path {
                finding(format!("the path names `{{{name}}}`, so `{name}` is in the path"))
                    .help("delete `in`, or rename the part of the path")
            } else {
                finding(format!("`{name}` is in the path, but the path does not name `{{{name}}}`"))
                    .help(format!("write `{{{name}}}` where it stands in `path`"))
            });
        }
        if location == Location::Body && matches!(method, Method::Get) {
            self.error(
                finding(format!("`{name}` is in the body, but a GET has none"))
                    .help("write `in: query`, or another method"),
            );
        }
        if location != Location::Body && field.schema.nullable {
            self.error(
                finding(format!("`{name}` is nullable, but only a JSON body can carry `null`"))
                    .help("delete `nullable`"),
            );
        }
    }

    pub(super) fn read_body(
        &mut self,
        scope: &Scope,
        entries: &mut Entries<'_>,
        method: Method,
        parameters: &[Parameter],
    ) -> Option<Body> {
        let (key, node) = entries.take_entry("body")?;
        if !method.has_body() && method != Method::Delete {
            self.error(
                Diagnostic::error(Code::BAD_PLACE, key.span, "a GET has no body")
                    .help("write another method, or give the value as a parameter"),
            );
        }
        if let Some(other) = parameters.iter().find(|parameter| parameter.location == Location::Body) {
            self.error(
                Diagnostic::error(
                    Code::CONFLICTING_KEYS,
                    key.span,
                    format!("`body` is the whole body, so `{}` has no place in it", other.field.wire),
                )
                .related(other.field.span, "this parameter is in the body")
                .help("write `in: query` there, or make it a property of `body`"),
            );
        }
        let mut entries = Entries::of(&mut self.findings, node, "a mapping that describes the body")?;
        let content_type = entries.text(&mut self.findings, "contentType").map(|(text, _)| text);
        let name = entries.name(&mut self.findings, "name").or_else(|| Name::new("body"))?;
        let required = !entries.has("required") || entries.flag(&mut self.findings, "required");
        let schema =
            self.read_schema(&scope.member(&name), entries, Position::Inline, "a body", Mapping::Body);
        let content_type = content_type.unwrap_or_else(|| {
            match schema.kind {
                Kind::Binary => "application/octet-stream",
                _ => "application/json",
            }
            .to_owned()
        });
        let wire = "body".to_owned();
        Some(Body {
            content_type,
            field: Field { wire, name, required, additional_properties: false, schema, span: key.span },
        })
    }
}
