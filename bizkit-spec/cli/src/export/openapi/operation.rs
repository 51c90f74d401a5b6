//! One endpoint to an operation: its request, its responses, and what OpenAPI has no word for.

use super::members::{deprecation, extension, external, groups, renamed};
use super::request::arguments;
use super::response::{fields, responses};
use super::security::{alternatives, places, usual};
use crate::export::words::{rate_limit, seen};
use bizkit_spec::json::Json;
use bizkit_spec::json::build::{Pair, array, number, object, pair, text};
use bizkit_spec::model::{
    About, Api, Endpoint, Example, FieldId, KeyUse, Method, PageStyle, Pagination, ParameterId, RetryClass,
};
use bizkit_spec::name::Name;
use bizkit_spec::period;

/// The module of an endpoint, by which readers group operations.
pub(super) fn tag(endpoint: &Endpoint) -> String {
    endpoint.module.iter().map(Name::snake).collect::<Vec<_>>().join("/")
}

/// The operation of an endpoint, at a path that may name its parameters otherwise.
pub(super) fn operation(api: &Api, endpoint: &Endpoint, template: &str) -> Json {
    // Method, path and places are where the operation stands; arguments and responses have files of their own.
    let Endpoint {
        id,
        module,
        name,
        about: About { summary, description, docs, deprecated, seen: known },
        method: _,
        base_url,
        key: _,
        retry: _,
        timeout,
        rate_limit: quota,
        parameters: _,
        request: _,
        body: _,
        constraints: rules,
        responses: _,
        pagination: pages,
        examples,
        errors,
        span: _,
    } = endpoint;
    let words = module.iter().chain([name]).map(Name::snake);
    let mut all = vec![
        pair("operationId", text(&words.collect::<Vec<_>>().join("-"))),
        extension("id", text(id)),
        pair("tags", array([text(&tag(endpoint))])),
    ];
    all.extend(renamed(name, id.rsplit('/').next().unwrap_or_default()));
    all.extend(summary.as_deref().map(|summary| pair("summary", text(summary))));
    all.extend(description.as_deref().map(|about| pair("description", text(about))));
    all.extend(docs.as_deref().map(|link| pair("externalDocs", external(link))));
    all.extend(deprecation(deprecated.as_ref()));
    all.extend(known.map(|known| extension("seen", seen(known))));
    let server = |url: &str| array([object([pair("url", text(url))])]);
    all.extend(base_url.as_deref().map(|url| pair("servers", server(url))));
    all.extend(key_use(api, endpoint));
    all.extend(retry(endpoint));
    all.extend(timeout.map(|time| extension("timeout", text(&period::text(time)))));
    all.extend(quota.as_ref().map(|limit| extension("rateLimit", rate_limit(limit))));
    all.extend(arguments(api, endpoint, template));
    let wires: Vec<&str> = bizkit_spec::rust::arguments(endpoint).map(|field| field.wire.as_str()).collect();
    all.extend(groups(rules, &wires));
    all.push(pair("responses", responses(api, endpoint)));
    all.extend(pages.as_ref().map(|pages| pagination(api, endpoint, pages)));
    if !errors.is_empty() {
        let codes = errors.iter().map(|id| text(&id.of(&api.errors).code));
        all.push(extension("errors", array(codes)));
    }
    if !examples.is_empty() {
        all.push(extension("examples", array(examples.iter().map(example))));
    }
    object(all)
}

/// How this call takes the key, where it is not the usual way.
fn key_use(api: &Api, endpoint: &Endpoint) -> Vec<Pair> {
    if usual(api) == endpoint.key {
        return Vec::new();
    }
    let exact = match &endpoint.key {
        Some(KeyUse { name, locations: list }) => {
            object([pair("name", text(name)), pair("in", places(list))])
        }
        None => text("none"),
    };
    vec![pair("security", alternatives(endpoint.key.as_ref())), extension("key", exact)]
}

/// The retry class, where it does not follow from the method.
fn retry(endpoint: &Endpoint) -> Option<Pair> {
    let usual = match endpoint.method {
        Method::Get | Method::Put | Method::Delete => RetryClass::Safe,
        Method::Post | Method::Patch => RetryClass::Never,
    };
    (endpoint.retry != usual).then(|| extension("retry", text(endpoint.retry.word())))
}

/// `pagination` as a spec says it.
fn pagination(api: &Api, endpoint: &Endpoint, pages: &Pagination) -> Pair {
    let parameter = |id: ParameterId| text(&id.of(&endpoint.parameters).field.wire);
    let response = endpoint.responses.first().map(|response| fields(api, response)).unwrap_or_default();
    let field = |id: FieldId| text(&id.of(response).wire);
    let Pagination { style, cursor, limit, default_limit, items, total } = pages;
    let word = match style {
        PageStyle::Page { first: _ } => "page",
        PageStyle::Offset => "offset",
    };
    let mut all = vec![pair(word, parameter(*cursor))];
    all.extend(limit.map(|limit| pair("limit", parameter(limit))));
    all.push(pair("items", field(*items)));
    all.extend(total.map(|total| pair("total", field(total))));
    match style {
        PageStyle::Page { first: 1 } | PageStyle::Offset => {}
        PageStyle::Page { first } => all.push(pair("firstPage", number(first))),
    }
    all.extend(default_limit.map(|limit| pair("defaultLimit", number(limit))));
    extension("pagination", object(all))
}

/// A call as `examples` of a spec says it.
fn example(example: &Example) -> Json {
    let Example { summary, request, status, response, span: _ } = example;
    let mut all = Vec::new();
    all.extend(summary.as_deref().map(|summary| pair("summary", text(summary))));
    all.extend(request.clone().map(|request| pair("request", request)));
    all.push(pair("status", number(status)));
    all.extend(response.clone().map(|response| pair("response", response)));
    object(all)
}
