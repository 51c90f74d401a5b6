//! The model as an OpenAPI 3.1 document. What OpenAPI has no word for stands in `x-bizkit-*` members,
//! which `specs/README.md` lists, so that the document says every fact that the specs say.

mod language;
mod members;
mod operation;
mod request;
mod response;
mod routes;
mod schema;
mod security;

use self::members::{component, extension, external};
use self::security::{key_facts, schemes, usual};
use super::words::error_topic;
use bizkit_spec::Checked;
use bizkit_spec::json::Json;
use bizkit_spec::json::build::{array, object, pair, pretty, text};
use bizkit_spec::model::{Api, Endpoint, ErrorCode};
use bizkit_spec::name::Name;
use std::collections::BTreeMap;

/// The document of a whole API. `version` is that of the API's description.
pub fn document(api: &Checked<Api>, version: &str) -> Json {
    let info = [pair("title", text(&api.title)), pair("version", text(version))];
    let server = [pair("url", text(&api.base_url))];
    let mut members = vec![pair("openapi", text("3.1.0")), pair("info", object(info))];
    members.extend(api.docs.as_deref().map(|link| pair("externalDocs", external(link))));
    members.push(pair("servers", array([object(server)])));
    members.extend(api.base_url_env.as_deref().map(|name| extension("baseUrlEnv", text(name))));
    members.extend(api.key.as_ref().map(|key| extension("key", key_facts(api, key))));
    members.extend(usual(api).map(|usual| pair("security", security::alternatives(Some(&usual)))));
    members.push(pair("tags", tags(api)));
    if !api.modules.is_empty() {
        let modules = api.modules.iter().map(|module| pair(&module.folder, text(&module.description)));
        members.push(extension("modules", object(modules)));
    }
    members.push(pair("paths", routes::paths(api)));
    members.push(pair("components", components(api)));
    if !api.errors.is_empty() {
        let errors = api.errors.iter().map(|error| pair(&error.code, error_facts(error)));
        members.push(extension("errors", object(errors)));
    }
    object(members)
}

/// The document as the text of a JSON file.
pub fn document_text(api: &Checked<Api>, version: &str) -> String {
    let mut out = String::new();
    pretty(&document(api, version), 0, &mut out);
    out + "\n"
}

/// The document as the text of a YAML file.
pub fn document_yaml(api: &Checked<Api>, version: &str) -> String {
    super::yaml::document(&document(api, version))
}

fn tags(api: &Api) -> Json {
    let tags: BTreeMap<String, &Endpoint> =
        api.endpoints.iter().map(|endpoint| (operation::tag(endpoint), endpoint)).collect();
    array(tags.iter().map(|(name, endpoint)| {
        let about = api.module_text(&endpoint.module).map(|about| pair("description", text(about)));
        object([pair("name", text(name))].into_iter().chain(about))
    }))
}

fn components(api: &Api) -> Json {
    let types = api.type_ids().map(|id| {
        let def = api.type_def(id);
        let mut members = schema::members(api, &def.schema);
        // Types of one file are seen in that file alone.
        let owner = api.endpoints.iter().find(|endpoint| endpoint.span.file == def.span.file);
        let owner = owner.filter(|_| !def.module.is_empty());
        members.extend(owner.iter().flat_map(|endpoint| {
            let name = extension("name", text(&def.name.pascal()));
            [extension("endpoint", text(&endpoint.id)), name]
        }));
        pair(&component(def), object(members))
    });
    let mut members = vec![pair("schemas", object(types))];
    let schemes = schemes(api);
    if !schemes.is_empty() {
        members.push(pair("securitySchemes", object(schemes)));
    }
    object(members)
}

/// A code as `errors.yaml` says it.
fn error_facts(error: &ErrorCode) -> Json {
    let ErrorCode { code, name, status, summary, help, topic, docs, span: _ } = error;
    let mut members = Vec::new();
    members.extend(status.map(|status| pair("status", bizkit_spec::json::build::number(status))));
    members.push(pair("topic", text(error_topic(*topic))));
    members.push(pair("summary", text(summary)));
    members.extend(help.as_deref().map(|help| pair("help", text(help))));
    members.extend(docs.as_deref().map(|link| pair("docs", text(link))));
    if Name::new(code).as_ref() != Some(name) {
        members.push(pair("name", text(name.snake())));
    }
    object(members)
}
