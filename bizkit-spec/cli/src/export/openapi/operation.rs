//! One endpoint to an operation: its request, its responses, and what OpenAPI has no word for.

use super::request::arguments;
use super::response::{fields, responses};
use super::{extension, external, places, renamed, security};
use crate::export::words::{rate_limit, seen};
use bizkit_spec::json::Json;
use bizkit_spec::json::build::{Pair, array, number, object, pair, text};
use bizkit_spec::model::{
    Api, Deprecated, Endpoint, Example, FieldId, Group, KeyUse, Method, PageStyle, Pagination, ParameterId,
    RetryClass,
};
use bizkit_spec::name::Name;
use bizkit_spec::period;

/// The module of an endpoint, by which readers group operations.
pub(super) fn tag(endpoint: &Endpoint) -> String {
    endpoint.module.iter().map(Name::snake).collect::<Vec<_>>().join("/")
}

/// The operation of an endpoint, at a path that may name its parameters otherwise.
pub(super) fn operation(api: &Api, endpoint: &Endpoint, template: &str) -> Json {
    let words = endpoint.module.iter().chain([&endpoint.name]).map(Name::snake);
    let id = words.collect::<Vec<_>>().join("-");
    let docs = &endpoint.docs;
    let mut all = vec![
        pair("operationId", text(&id)),
        extension("id", text(&endpoint.id)),
        pair("tags", array([text(&tag(endpoint))])),
    ];
    all.extend(renamed(&endpoint.name, endpoint.id.rsplit('/').next().unwrap_or_default()));
    all.extend(docs.summary.as_deref().map(|summary| pair("summary", text(summary))));
    all.extend(docs.description.as_deref().map(|about| pair("description", text(about))));
    all.extend(docs.link.as_deref().map(|link| pair("externalDocs", external(link))));
    all.extend(deprecation(docs.deprecated.as_ref()));
    all.extend(docs.seen.map(|known| extension("seen", seen(known))));
    let server = |url: &str| array([object([pair("url", text(url))])]);
    all.extend(endpoint.base_url.as_deref().map(|url| pair("servers", server(url))));
    all.extend(key_use(api, endpoint));
    all.extend(retry(endpoint));
    all.extend(endpoint.timeout.map(|time| extension("timeout", text(&period::text(time)))));
    all.extend(endpoint.rate_limit.as_ref().map(|limit| extension("rateLimit", rate_limit(limit))));
    all.extend(arguments(api, endpoint, template));
    let wires: Vec<&str> = bizkit_spec::rust::arguments(endpoint).map(|field| field.wire.as_str()).collect();
    all.extend(groups(&endpoint.groups, &wires));
    all.push(pair("responses", responses(api, endpoint)));
    all.extend(endpoint.pagination.as_ref().map(|pages| pagination(api, endpoint, pages)));
    if !endpoint.errors.is_empty() {
        let codes = endpoint.errors.iter().map(|id| text(&id.of(&api.errors).code));
        all.push(extension("errors", array(codes)));
    }
    if !endpoint.examples.is_empty() {
        all.push(extension("examples", array(endpoint.examples.iter().map(example))));
    }
    object(all)
}

/// `deprecated`, and what to use instead.
pub(super) fn deprecation(deprecated: Option<&Deprecated>) -> Vec<Pair> {
    let Some(deprecated) = deprecated else { return Vec::new() };
    let note = deprecated.note.as_deref().map(|note| extension("deprecated", text(note)));
    [pair("deprecated", Json::Bool(true))].into_iter().chain(note).collect()
}

/// Rules over several members.
pub(super) fn groups(groups: &[Group], wires: &[&str]) -> Option<Pair> {
    let rules = groups.iter().map(|group| {
        let (rule, members) = crate::export::words::group(group, wires);
        object([pair(rule, members)])
    });
    (!groups.is_empty()).then(|| extension("constraints", array(rules)))
}

/// How this call takes the key, where it is not the usual way.
fn key_use(api: &Api, endpoint: &Endpoint) -> Vec<Pair> {
    let usual = api.key.as_ref().map(|key| KeyUse { name: key.name.clone(), places: key.places.clone() });
    if usual == endpoint.key {
        return Vec::new();
    }
    let exact = match &endpoint.key {
        Some(key) => object([pair("name", text(&key.name)), pair("in", places(&key.places))]),
        None => text("none"),
    };
    vec![pair("security", security(endpoint.key.as_ref())), extension("key", exact)]
}

/// The retry class, where it does not follow from the method.
fn retry(endpoint: &Endpoint) -> Option<Pair> {
    let usual = match endpoint.method {
        Method::Get | Method::Put | Method::Delete => RetryClass::Safe,
        Method::Post | Method::Patch => RetryClass::Never,
    };
    let word = if endpoint.retry == RetryClass::Safe { "safe" } else { "never" };
    (endpoint.retry != usual).then(|| extension("retry", text(word)))
}

/// `pagination` as a spec says it.
fn pagination(api: &Api, endpoint: &Endpoint, pages: &Pagination) -> Pair {
    let parameter = |id: ParameterId| text(&id.of(&endpoint.parameters).field.wire);
    let reply = endpoint.replies.first().map(|reply| fields(api, reply)).unwrap_or_default();
    let field = |id: FieldId| text(&id.of(reply).wire);
    let cursor = match pages.style {
        PageStyle::Page { .. } => "page",
        PageStyle::Offset => "offset",
    };
    let mut all = vec![pair(cursor, parameter(pages.cursor))];
    all.extend(pages.limit.map(|limit| pair("limit", parameter(limit))));
    all.push(pair("items", field(pages.items)));
    all.extend(pages.total.map(|total| pair("total", field(total))));
    match pages.style {
        PageStyle::Page { first: 1 } | PageStyle::Offset => {}
        PageStyle::Page { first } => all.push(pair("firstPage", number(first))),
    }
    all.extend(pages.default_limit.map(|limit| pair("defaultLimit", number(limit))));
    extension("pagination", object(all))
}

/// A call as `examples` of a spec says it.
fn example(example: &Example) -> Json {
    let mut all = Vec::new();
    all.extend(example.summary.as_deref().map(|summary| pair("summary", text(summary))));
    all.extend(example.request.clone().map(|request| pair("request", request)));
    all.push(pair("status", number(example.status)));
    all.extend(example.response.clone().map(|response| pair("response", response)));
    object(all)
}
