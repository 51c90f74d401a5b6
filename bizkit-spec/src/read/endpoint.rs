//! One endpoint: its file to a request, its responses and its documented calls.

use super::entry::{Entries, unknown_word};
use super::module::module_of;
use super::{Context, File, Scope};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::keywords::Mapping;
use crate::model::{
    About, Api, Endpoint, ErrorCodeId, Field, KeyLocation, KeyUse, Location, Method, Parameter, RequestPlan,
    RetryClass,
};
use crate::name::Name;
use crate::source::Span;
use crate::yaml::Yaml;

const METHODS: [(&str, Method); 5] = [
    ("GET", Method::Get),
    ("POST", Method::Post),
    ("PUT", Method::Put),
    ("PATCH", Method::Patch),
    ("DELETE", Method::Delete),
];

impl Context {
    pub(super) fn read_endpoint(&mut self, api: &Api, file: &File) -> Option<Endpoint> {
        let mut entries =
            Entries::of(&mut self.findings, &file.node, "a mapping that describes an endpoint")?;
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
        let scope = Scope {
            file: file.id,
            module: module.clone(),
            name: name.clone(),
            base: name.clone(),
            observed: false,
        };
        let about = self.read_about(&mut entries);
        // The whole file, the lines before its first key as well.
        self.read_allow(&mut entries, Some(Span { start: 0, end: u32::MAX, ..span }));
        // The rest of the file is worth reading in any case.
        let method = self.read_method(&mut entries).unwrap_or(Method::Get);
        let template = self.read_path(&mut entries);
        let base_url = self.read_base_url(&mut entries, "baseUrl");
        let retry = self.read_retry(&mut entries, method);
        let timeout = self.read_period(&mut entries, "timeout");
        let rate_limit = self.read_rate_limit(&mut entries);
        let own_key = entries.has("key");
        let mut key = self.read_key_use(&mut entries, api);
        let mut parameters = self.read_parameters(&scope, &mut entries, method, template.as_ref());
        let body = self.read_body(&scope, &mut entries, method, &parameters);
        // Of the API's locations, a call has those that it has room for.
        let in_body = |parameter: &Parameter| parameter.location == Location::Body;
        let room = body.is_none() && (method.has_body() || parameters.iter().any(in_body));
        if let Some(key) = key.as_mut().filter(|key| !own_key && !room && key.locations.len() > 1) {
            key.locations.retain(|place| *place != KeyLocation::Body);
        }
        let path = template.map(|template| self.bind_path(template, &mut parameters)).unwrap_or_default();
        let fields: Vec<Field> = parameters.iter().map(|parameter| parameter.field.clone()).collect();
        let arguments: Vec<Field> =
            fields.iter().chain(body.as_ref().map(|body| &body.field)).cloned().collect();
        let constraints = self.read_constraints(&mut entries, &arguments, "parameter");
        let responses = self.read_responses(&scope, &mut entries);
        let pagination = self.read_pagination(&mut entries, &fields, &responses);
        let errors = self.read_endpoint_errors(&mut entries, api);
        let examples = self.read_examples(&mut entries, &parameters, body.as_ref(), &constraints, &responses);
        entries.finish(&mut self.findings, "an endpoint", Mapping::Endpoint);
        Some(Endpoint {
            id: file.stem.clone(),
            module,
            name,
            about,
            method,
            base_url,
            key,
            retry,
            timeout,
            rate_limit,
            parameters,
            // Lowered as soon as every type is known.
            request: RequestPlan { path, ..RequestPlan::default() },
            body,
            constraints,
            responses,
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
                    .help(format!(
                        "move it into a folder, which becomes the module: `some_module/{}.yaml`",
                        file.stem
                    )),
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
    fn read_about(&mut self, entries: &mut Entries<'_>) -> About {
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
        About {
            summary: summary.map(|(text, _)| text.trim().to_owned()),
            description: entries.text(&mut self.findings, "description").map(|(text, _)| text),
            docs: self.read_link(entries, "docs"),
            deprecated: self.read_deprecated(entries),
            seen: self.read_seen(entries),
        }
    }

    fn read_method(&mut self, entries: &mut Entries<'_>) -> Option<Method> {
        let node = entries.require(&mut self.findings, "method", "method: GET")?;
        let (word, span) = super::entry::text(&mut self.findings, node)?;
        let found = METHODS.iter().find(|(name, _)| *name == word);
        if found.is_none() {
            self.error(unknown_word(span, "method", &word, &METHODS.map(|(name, _)| name)));
        }
        found.map(|(_, method)| *method)
    }

    fn read_retry(&mut self, entries: &mut Entries<'_>, method: Method) -> RetryClass {
        match entries.text(&mut self.findings, "retry") {
            Some((word, span)) => RetryClass::from_word(&word).unwrap_or_else(|| {
                self.error(unknown_word(span, "retry class", &word, RetryClass::WORDS));
                RetryClass::Never
            }),
            None if matches!(method, Method::Get | Method::Put | Method::Delete) => RetryClass::Safe,
            None => RetryClass::Never,
        }
    }

    /// The API's way of authorising, or the endpoint's own.
    fn read_key_use(&mut self, entries: &mut Entries<'_>, api: &Api) -> Option<KeyUse> {
        let usual =
            api.key.as_ref().map(|key| KeyUse { name: key.name.clone(), locations: key.locations.clone() });
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
            let locations = entries.take("in").map_or(usual.locations, |node| self.read_key_places(node));
            entries.finish(&mut self.findings, "a key", Mapping::KeyUse);
            return Some(KeyUse { name, locations });
        }
        Some(KeyUse { name: usual.name, locations: self.read_key_places(node) })
    }

    /// Codes of the catalogue.
    fn read_endpoint_errors(&mut self, entries: &mut Entries<'_>, api: &Api) -> Vec<ErrorCodeId> {
        let Some(node) = entries.take("errors") else { return Vec::new() };
        let mut errors = Vec::new();
        for node in super::entry::items(&mut self.findings, node, "a list of codes of `errors.yaml`") {
            let Some((code, span)) = super::entry::text(&mut self.findings, node) else { continue };
            match self.codes.get(&code) {
                Some(at) => errors.push(*at),
                None => {
                    let known = api.errors.iter().map(|error| error.code.as_str());
                    let finding = Diagnostic::error(
                        Code::UNKNOWN_ERROR_CODE,
                        span,
                        format!("`errors.yaml` has no code `{code}`"),
                    );
                    self.error(match self.nearest(&code, known) {
                        Some(near) => finding.help(format!("did you mean `{near}`?")),
                        None => finding.help("add it to `errors.yaml` with its meaning"),
                    });
                }
            }
        }
        errors
    }
}
