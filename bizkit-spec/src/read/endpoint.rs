//! One endpoint: its file to a request, its replies and its documented calls.

use super::entry::{Entries, unknown_word};
use super::schema::Position;
use super::{Context, File, Scope};
use crate::codes::Code;
use crate::diagnostic::{Diagnostic, nearest};
use crate::model::{
    Api, Body, Docs, Endpoint, Field, KeyUse, Method, Parameter, Place, RetryClass, Segment,
};
use crate::name::Name;
use crate::source::Span;
use crate::types::Kind;
use crate::yaml::Yaml;

/// Keys of an endpoint's file.
const KEYS: [&str; 17] = [
    "summary", "description", "docs", "deprecated", "method", "path", "baseUrl", "key", "retry", "parameters",
    "body", "constraints", "responses", "pagination", "errors", "types", "examples",
];

const METHODS: [(&str, Method); 5] = [
    ("GET", Method::Get),
    ("POST", Method::Post),
    ("PUT", Method::Put),
    ("PATCH", Method::Patch),
    ("DELETE", Method::Delete),
];

const PLACES: [(&str, Place); 4] =
    [("query", Place::Query), ("path", Place::Path), ("header", Place::Header), ("body", Place::Body)];

/// The Rust module of a file: its folders, those in braces left out.
pub(super) fn module_of(stem: &str) -> Vec<Name> {
    let folders = stem.rsplit_once('/').map_or("", |(folders, _)| folders);
    folders.split('/').filter(|folder| !folder.starts_with('{')).filter_map(Name::new).collect()
}

/// A path template with the places of its parameters.
struct Template {
    pieces: Vec<Piece>,
    span: Span,
}

enum Piece {
    Literal(String),
    Parameter(String),
}

impl Context {
    pub(super) fn read_endpoint(&mut self, api: &Api, file: &File) -> Option<Endpoint> {
        let mut entries = Entries::of(&mut self.findings, &file.node, "a mapping that describes an endpoint")?;
        let span = file.node.span;
        if let Some(node) = entries.take("types") {
            self.read_types(file, node);
        }
        let module = self.endpoint_module(file, span);
        let stem = file.stem.rsplit('/').next().unwrap_or_default();
        let name = entries.name(&mut self.findings, "name").or_else(|| Name::new(stem));
        let Some(name) = name else {
            self.error(
                Diagnostic::error(Code::INVALID_NAME, span, format!("`{stem}` does not make a Rust name"))
                    .help("add `name: SomeName`"),
            );
            return None;
        };
        let scope = Scope { file: file.id, module: module.clone(), name: name.clone(), base: name.clone(), observed: false };
        let docs = self.read_docs(&mut entries);
        let method = self.read_method(&mut entries)?;
        let template = self.read_path(&mut entries);
        let base_url = self.read_base_url(&mut entries, "baseUrl");
        let retry = self.read_retry(&mut entries, method);
        let key = self.read_key_use(&mut entries, api);
        let mut parameters = self.read_parameters(&scope, &mut entries, method, template.as_ref());
        let body = self.read_body(&scope, &mut entries, method, &parameters);
        let path = template.map(|template| self.bind_path(template, &mut parameters)).unwrap_or_default();
        let fields: Vec<Field> = parameters.iter().map(|parameter| parameter.field.clone()).collect();
        let groups = self.read_groups(&mut entries, &fields, "parameter");
        let replies = self.read_replies(&scope, &mut entries);
        let pagination = self.read_pagination(&mut entries, &fields, &replies);
        let errors = self.read_endpoint_errors(&mut entries, api);
        let examples = self.read_examples(&mut entries, &parameters, body.as_ref(), &groups, &replies);
        entries.finish(&mut self.findings, "an endpoint", &KEYS);
        Some(Endpoint {
            id: file.stem.clone(),
            module,
            name,
            docs,
            method,
            base_url,
            path,
            key,
            retry,
            parameters,
            body,
            groups,
            replies,
            pagination,
            examples,
            errors,
            span,
        })
    }

    fn endpoint_module(&mut self, file: &File, span: Span) -> Vec<Name> {
        let module = module_of(&file.stem);
        if module.is_empty() {
            self.error(
                Diagnostic::error(Code::FILE_PLACE, span, "an endpoint stands in the folder of its module")
                    .help(format!("move it to `<module>/{}.yaml`, as its path says", file.stem)),
            );
        } else if module[0].snake() == "types" {
            self.error(
                Diagnostic::error(Code::FILE_PLACE, span, "the folder `types` holds types, not endpoints")
                    .help("move it to another folder"),
            );
        }
        module
    }

    /// Summary, description, link and deprecation.
    fn read_docs(&mut self, entries: &mut Entries<'_>) -> Docs {
        let help = "summary: One line that says what the call does";
        let summary = match entries.require(&mut self.findings, "summary", help) {
            Some(node) => super::entry::text(&mut self.findings, node),
            None => None,
        };
        if let Some((_, span)) = summary.as_ref().filter(|(text, _)| text.trim().contains('\n')) {
            self.error(
                Diagnostic::error(Code::WRONG_KIND, *span, "expected a summary of one line, found several")
                    .help("move the rest to `description`"),
            );
        }
        Docs {
            summary: summary.map(|(text, _)| text.trim().to_owned()),
            description: entries.text(&mut self.findings, "description").map(|(text, _)| text),
            link: self.read_link(entries, "docs"),
            deprecated: self.read_deprecated(entries),
        }
    }

    fn read_method(&mut self, entries: &mut Entries<'_>) -> Option<Method> {
        let node = entries.require(&mut self.findings, "method", "method: GET")?;
        let (word, span) = super::entry::text(&mut self.findings, node)?;
        let found = METHODS.iter().find(|(name, _)| *name == word);
        if found.is_none() {
            self.error(unknown_word(span, "method", &word, &METHODS.map(|(name, _)| name)));
        }
        // The rest of the file is still worth reading.
        Some(found.map_or(Method::Get, |(_, method)| *method))
    }

    fn read_path(&mut self, entries: &mut Entries<'_>) -> Option<Template> {
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
        if url.contains(['?', '#']) || url.ends_with('/') {
            if let Some(span) = span {
                self.error(
                    Diagnostic::error(Code::BAD_URL, span, "a base URL ends without `/`, query and fragment")
                        .help(format!("write `{}`", url.split(['?', '#']).next().unwrap_or_default().trim_end_matches('/'))),
                );
            }
        }
        Some(url)
    }

    fn read_retry(&mut self, entries: &mut Entries<'_>, method: Method) -> RetryClass {
        match entries.text(&mut self.findings, "retry") {
            Some((word, _)) if word == "safe" => RetryClass::Safe,
            Some((word, _)) if word == "never" => RetryClass::Never,
            Some((word, span)) => {
                self.error(unknown_word(span, "retry class", &word, &["safe", "never"]));
                RetryClass::Never
            }
            None if matches!(method, Method::Get | Method::Put | Method::Delete) => RetryClass::Safe,
            None => RetryClass::Never,
        }
    }

    /// The API's way of authorising, or the endpoint's own.
    fn read_key_use(&mut self, entries: &mut Entries<'_>, api: &Api) -> Option<KeyUse> {
        let usual = api.key.as_ref().map(|key| KeyUse { name: key.name.clone(), places: key.places.clone() });
        let Some((written, node)) = entries.take_entry("key") else { return usual };
        if node.value == Yaml::String("none".into()) {
            return None;
        }
        let Some(usual) = usual else {
            self.error(
                Diagnostic::error(Code::MISSING_KEY, written.span, "the API has no key")
                    .help("describe the key in `api.yaml`, or delete `key` here"),
            );
            return None;
        };
        if let Yaml::Map(_) = node.value {
            let mut entries = Entries::of(&mut self.findings, node, "a mapping")?;
            let name = entries.text(&mut self.findings, "name").map_or(usual.name, |(name, _)| name);
            let places = entries.take("in").map_or(usual.places, |node| self.read_key_places(node));
            entries.finish(&mut self.findings, "a key", &["name", "in"]);
            return Some(KeyUse { name, places });
        }
        Some(KeyUse { name: usual.name, places: self.read_key_places(node) })
    }

    fn read_parameters(
        &mut self,
        scope: &Scope,
        entries: &mut Entries<'_>,
        method: Method,
        template: Option<&Template>,
    ) -> Vec<Parameter> {
        let Some(node) = entries.take("parameters") else { return Vec::new() };
        let Yaml::Map(members) = &node.value else {
            self.error(super::entry::wrong_kind(node, "a mapping of names to parameters"));
            return Vec::new();
        };
        let mut parameters: Vec<Parameter> = Vec::new();
        let mut fields = Vec::new();
        for (key, node) in members {
            let in_path = template.is_some_and(|template| {
                template.pieces.iter().any(|piece| matches!(piece, Piece::Parameter(name) if *name == key.text))
            });
            let usual = match method.has_body() {
                _ if in_path => Place::Path,
                true => Place::Body,
                false => Place::Query,
            };
            let (mut field, place) =
                self.read_field(scope, key, node, "a parameter", &["in"], |cx, entries| cx.read_place(entries));
            let place = place.unwrap_or(usual);
            if place == Place::Path {
                field.required = true;
            }
            self.check_place(&field, place, in_path, method);
            self.add_field(&mut fields, field.clone());
            parameters.push(Parameter { place, field });
        }
        parameters
    }

    fn read_place(&mut self, entries: &mut Entries<'_>) -> Option<Place> {
        let (word, span) = entries.text(&mut self.findings, "in")?;
        let found = PLACES.iter().find(|(name, _)| *name == word);
        if found.is_none() {
            self.error(unknown_word(span, "place", &word, &PLACES.map(|(name, _)| name)));
        }
        found.map(|(_, place)| *place)
    }

    fn check_place(&mut self, field: &Field, place: Place, in_path: bool, method: Method) {
        let name = &field.wire;
        let finding = |message: String| Diagnostic::error(Code::BAD_PLACE, field.span, message);
        if in_path != (place == Place::Path) {
            self.error(if in_path {
                finding(format!("the path names `{{{name}}}`, so `{name}` is in the path"))
                    .help("delete `in`, or rename the part of the path")
            } else {
                finding(format!("`{name}` is in the path, but the path does not name `{{{name}}}`"))
                    .help(format!("write `{{{name}}}` where it stands in `path`"))
            });
        }
        if place == Place::Body && matches!(method, Method::Get) {
            self.error(
                finding(format!("`{name}` is in the body, but a GET has none"))
                    .help("write `in: query`, or another method"),
            );
        }
        if place != Place::Body && field.schema.nullable {
            self.error(
                finding(format!("`{name}` is nullable, but only a JSON body can carry `null`"))
                    .help("delete `nullable`"),
            );
        }
    }

    fn read_body(
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
        if let Some(other) = parameters.iter().find(|parameter| parameter.place == Place::Body) {
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
        let schema = self.read_schema(
            &scope.member(&name),
            entries,
            Position::Inline,
            "a body",
            &["contentType", "name"],
        );
        let content_type = content_type.unwrap_or_else(|| {
            match schema.kind {
                Kind::Binary => "application/octet-stream",
                _ => "application/json",
            }
            .to_owned()
        });
        let wire = "body".to_owned();
        Some(Body { content_type, field: Field { wire, name, required: true, schema, span: key.span } })
    }

    /// Names in the path become indices of parameters.
    fn bind_path(&mut self, template: Template, parameters: &mut [Parameter]) -> Vec<Segment> {
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
                self.error(match nearest(&name, known) {
                    Some(near) => finding.help(format!("did you mean `{{{near}}}`?")),
                    None => finding.help(format!("add `{name}` to `parameters`")),
                });
                continue;
            };
            if bound.contains(&name) {
                self.error(
                    Diagnostic::error(Code::BAD_PATH, template.span, format!("the path names `{{{name}}}` twice"))
                        .help("give each part a parameter of its own"),
                );
            }
            bound.push(name);
            path.push(Segment::Parameter(at));
        }
        path
    }

    /// Codes of the catalogue.
    fn read_endpoint_errors(&mut self, entries: &mut Entries<'_>, api: &Api) -> Vec<usize> {
        let Some(node) = entries.take("errors") else { return Vec::new() };
        let mut errors = Vec::new();
        for node in super::entry::items(&mut self.findings, node, "a list of codes of `errors.yaml`") {
            let Some((code, span)) = super::entry::text(&mut self.findings, node) else { continue };
            match api.errors.iter().position(|error| error.code == code) {
                Some(at) => errors.push(at),
                None => {
                    let known = api.errors.iter().map(|error| error.code.as_str());
                    let finding = Diagnostic::error(
                        Code::UNKNOWN_ERROR_CODE,
                        span,
                        format!("`errors.yaml` has no code `{code}`"),
                    );
                    self.error(match nearest(&code, known) {
                        Some(near) => finding.help(format!("did you mean `{near}`?")),
                        None => finding.help("add it to `errors.yaml` with its meaning"),
                    });
                }
            }
        }
        errors
    }
}
