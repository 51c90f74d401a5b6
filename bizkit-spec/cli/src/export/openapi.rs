//! The model as an OpenAPI 3.1 document. What OpenAPI has no word for stands in `x-bizkit-*` members,
//! which `specs/README.md` lists, so that the document says every fact that the specs say.

mod language;
mod operation;
mod request;
mod response;
mod routes;
mod schema;

use super::words::error_topic;
use bizkit_spec::Checked;
use bizkit_spec::json::Json;
use bizkit_spec::json::build::{Pair, array, object, pair, pretty, text};
use bizkit_spec::model::{Api, Endpoint, ErrorCode, Key, KeyKind, KeyPlace, KeyUse, TypeDef};
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
    members.extend(api.key.as_ref().map(|key| {
        let usual = KeyUse { name: key.name.clone(), places: key.places.clone() };
        pair("security", security(Some(&usual)))
    }));
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

/// The name of a type below `components/schemas`: its module and its name, with dots between them.
pub(super) fn component(def: &TypeDef) -> String {
    let words = def.module.iter().map(|name| name.snake().to_owned());
    words.chain([def.name.pascal()]).collect::<Vec<_>>().join(".")
}

fn extension(name: &str, value: Json) -> Pair {
    (format!("x-bizkit-{name}"), value)
}

fn external(link: &str) -> Json {
    object([pair("url", text(link))])
}

/// The name that Rust gives something, where it does not follow from the name on the wire.
fn renamed(name: &Name, wire: &str) -> Option<Pair> {
    (Name::new(wire).as_ref() != Some(name)).then(|| extension("name", text(name.snake())))
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

/// Every way in which a call of this API carries the key.
fn schemes(api: &Api) -> Vec<Pair> {
    let usual = api.key.iter().map(|key| (key.name.as_str(), key.places.as_slice()));
    let own = api.endpoints.iter().filter_map(|endpoint| endpoint.key.as_ref());
    let own = own.map(|key| (key.name.as_str(), key.places.as_slice()));
    let mut schemes: Vec<Pair> = Vec::new();
    for (name, places) in usual.chain(own) {
        for place in places {
            let Some(id) = scheme(name, *place) else { continue };
            if schemes.iter().all(|(known, _)| *known != id) {
                schemes.push((id, scheme_facts(name, *place)));
            }
        }
    }
    schemes
}

/// The id of a security scheme; OpenAPI has none for a key in the body.
fn scheme(name: &str, place: KeyPlace) -> Option<String> {
    let plain = |c: char| if c.is_ascii_alphanumeric() || "._-".contains(c) { c } else { '_' };
    let name: String = name.chars().map(plain).collect();
    match place {
        KeyPlace::Body => None,
        KeyPlace::Bearer => Some("bearer".to_owned()),
        KeyPlace::Query | KeyPlace::Header => Some(format!("{name}.{}", place.word())),
    }
}

fn scheme_facts(name: &str, place: KeyPlace) -> Json {
    match place {
        KeyPlace::Bearer => object([pair("type", text("http")), pair("scheme", text("bearer"))]),
        KeyPlace::Query | KeyPlace::Header | KeyPlace::Body => {
            object([pair("type", text("apiKey")), pair("name", text(name)), pair("in", text(place.word()))])
        }
    }
}

/// The alternatives of a call, the usual one first; an empty list for a call without a key.
fn security(key: Option<&KeyUse>) -> Json {
    let places = key.into_iter().flat_map(|key| key.places.iter().map(|place| (key.name.as_str(), *place)));
    let schemes = places.filter_map(|(name, place)| scheme(name, place));
    array(schemes.map(|id| object([(id, array([]))])))
}

fn places(places: &[KeyPlace]) -> Json {
    array(places.iter().map(|place| text(place.word())))
}

/// `key` as `api.yaml` says it.
fn key_facts(api: &Api, key: &Key) -> Json {
    let Key { ty, name, places: list, env, kinds } = key;
    let mut members = vec![
        pair("type", text(&api.type_def(*ty).name.pascal())),
        pair("name", text(name)),
        pair("in", places(list)),
    ];
    members.extend(env.as_deref().map(|env| pair("env", text(env))));
    if !kinds.is_empty() {
        let kinds = kinds.iter().map(|KeyKind { prefix, name, description, span: _ }| {
            let name = pair("name", text(&name.pascal()));
            let about = description.as_deref().map(|about| pair("description", text(about)));
            pair(prefix, object([name].into_iter().chain(about)))
        });
        members.push(pair("kinds", object(kinds)));
    }
    object(members)
}

/// A code as `errors.yaml` says it.
fn error_facts(error: &ErrorCode) -> Json {
    let ErrorCode { code, name, status, summary, help, topic, link, span: _ } = error;
    let mut members = Vec::new();
    members.extend(status.map(|status| pair("status", bizkit_spec::json::build::number(status))));
    members.push(pair("topic", text(error_topic(*topic))));
    members.push(pair("summary", text(summary)));
    members.extend(help.as_deref().map(|help| pair("help", text(help))));
    members.extend(link.as_deref().map(|link| pair("docs", text(link))));
    if Name::new(code).as_ref() != Some(name) {
        members.push(pair("name", text(name.snake())));
    }
    object(members)
}
