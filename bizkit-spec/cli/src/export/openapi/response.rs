//! Responses to OpenAPI's, with their documented bodies.

use super::schema::schema;
use bizkit_spec::json::Json;
use bizkit_spec::json::build::{Pair, object, pair, text};
use bizkit_spec::model::{Api, Content, Endpoint, Field, Kind, Response};

pub(super) fn responses(api: &Api, endpoint: &Endpoint) -> Json {
    let one = |described: &Response| pair(&described.status.to_string(), response(api, endpoint, described));
    object(endpoint.responses.iter().map(one))
}

fn response(api: &Api, endpoint: &Endpoint, response: &Response) -> Json {
    let Response { status: _, description, content: body } = response;
    let mut all = vec![pair("description", text(description.as_deref().unwrap_or_default()))];
    match body {
        Content::Empty => {}
        Content::Json(described) => {
            let mut plain = described.clone();
            // The response says it already.
            plain.description = None;
            all.push(content("application/json", Some(schema(api, &plain)), shown(endpoint, response)));
        }
        Content::Text(ty) => {
            let schema = object([pair("type", text("string"))]);
            all.push(content(ty, Some(schema), shown(endpoint, response)));
        }
        Content::Binary(ty) => all.push(content(ty, None, None)),
    }
    object(all)
}

fn content(ty: &str, schema: Option<Json>, examples: Option<Pair>) -> Pair {
    let schema = schema.map(|schema| pair("schema", schema));
    pair("content", object([pair(ty, object(schema.into_iter().chain(examples)))]))
}

/// The documented bodies of a response, for readers that know nothing of `x-bizkit-examples`.
fn shown(endpoint: &Endpoint, response: &Response) -> Option<Pair> {
    let examples = endpoint.examples.iter().filter(|example| {
        endpoint.response(example.status).is_some_and(|found| found.status == response.status)
    });
    let examples: Vec<Pair> = examples
        .filter_map(|example| Some((example.summary.as_deref(), example.response.as_ref()?)))
        .enumerate()
        .map(|(index, (summary, response))| {
            let summary = summary.map(|summary| pair("summary", text(summary)));
            let members = summary.into_iter().chain([pair("value", response.clone())]);
            (format!("example{}", index + 1), object(members))
        })
        .collect();
    (!examples.is_empty()).then(|| pair("examples", object(examples)))
}

/// The fields of a response that is an object.
pub(super) fn fields<'a>(api: &'a Api, response: &'a Response) -> &'a [Field] {
    match &response.content {
        Content::Json(schema) => match &api.resolved(schema).kind {
            Kind::Object(object) => &object.fields,
            _ => &[],
        },
        Content::Empty | Content::Text(_) | Content::Binary(_) => &[],
    }
}
