//! An endpoint -> the answer that its documents show.

use super::base64;
use super::message::Response;
use super::plan::{Answer, PlanError};
use super::sample::sample;
use bizkit_spec::json::Json;
use bizkit_spec::model::{self, Api, Content, Endpoint, Example, Kind, Status};
use bizkit_spec::validate::branch;

/// The response that an answer states by itself.
pub(super) fn stated(api: &Api, endpoint: &Endpoint, answer: &Answer) -> Response {
    match answer {
        Answer::Response(response) => response.clone(),
        Answer::Status(status) => with_status(api, endpoint, *status),
        Answer::Example(name) => match find_example(api, endpoint, name) {
            Ok(example) => example_response(endpoint, example),
            // The specs have changed since it was chosen.
            Err(_) => documented(api, endpoint),
        },
        Answer::Troubled(answer, _) => stated(api, endpoint, answer),
        Answer::Documented | Answer::Function(_) | Answer::Fault(_) => documented(api, endpoint),
    }
}

/// The first documented example of a success; without one, a response made from the types.
pub(super) fn documented(api: &Api, endpoint: &Endpoint) -> Response {
    let example = endpoint.examples.iter().find(|example| example.status < 400 && example.response.is_some());
    match (example, endpoint.responses.first()) {
        (Some(example), _) => example_response(endpoint, example),
        (None, Some(response)) => sample_response(api, response, endpoint.first_status(response)),
        (None, None) => Response::empty(204),
    }
}

/// The documented response with a status: its example, or one made from the types.
pub(super) fn with_status(api: &Api, endpoint: &Endpoint, status: u16) -> Response {
    let example = endpoint.examples.iter().find(|example| example.status == status);
    let response = endpoint.response(status);
    match (example, response) {
        (Some(example), _) if example.response.is_some() => example_response(endpoint, example),
        (_, Some(response)) => sample_response(api, response, status),
        (_, None) => Response::empty(status),
    }
}

/// What an endpoint documents for wrong values, where it does so.
pub(super) fn documented_refusal(api: &Api, endpoint: &Endpoint) -> Option<Response> {
    let has =
        |status: &u16| endpoint.responses.iter().any(|response| response.status == Status::Code(*status));
    [422, 400].into_iter().find(has).map(|status| with_status(api, endpoint, status))
}

/// The response of an example.
pub(super) fn example_response(endpoint: &Endpoint, example: &Example) -> Response {
    let response = endpoint.response(example.status);
    match (&example.response, response.map(|response| &response.content)) {
        (None, _) => Response::empty(example.status),
        (Some(Json::String(text)), Some(Content::Text(content_type))) => {
            Response::new(example.status, content_type, text.as_str())
        }
        (Some(Json::String(text)), Some(Content::Binary(content_type))) => {
            // The check of the specs lets no other text through.
            let bytes = base64::decode(text).unwrap_or_default();
            Response::new(example.status, content_type, bytes)
        }
        (Some(body), _) => Response::json(example.status, body),
    }
}

/// A response without an example.
fn sample_response(api: &Api, response: &model::Response, status: u16) -> Response {
    match &response.content {
        Content::Empty => Response::empty(status),
        Content::Json(schema) => Response::json(status, sample(api, schema)),
        Content::Text(content_type) | Content::Binary(content_type) => {
            Response::new(status, content_type, Vec::new())
        }
    }
}

/// The example with this summary, else the first one that shows this variant of the response.
pub(super) fn find_example<'a>(
    api: &Api,
    endpoint: &'a Endpoint,
    name: &str,
) -> Result<&'a Example, PlanError> {
    let by_summary = endpoint.examples.iter().find(|example| example.summary.as_deref() == Some(name));
    let by_variant = || {
        endpoint
            .examples
            .iter()
            .find(|example| variant(api, endpoint, example).is_some_and(|found| found == name))
    };
    by_summary.or_else(by_variant).ok_or_else(|| {
        let summaries = endpoint.examples.iter().filter_map(|example| example.summary.clone());
        let variants = endpoint.examples.iter().filter_map(|example| variant(api, endpoint, example));
        PlanError::unknown("example", name, &summaries.chain(variants).collect::<Vec<_>>())
    })
}

/// The variant of the response's union that an example shows.
fn variant(api: &Api, endpoint: &Endpoint, example: &Example) -> Option<String> {
    let response = endpoint.response(example.status)?;
    let Content::Json(schema) = &response.content else { return None };
    let Kind::Union(union) = &api.resolved(schema).kind else { return None };
    let selected = branch(union, example.response.as_ref()?)?;
    Some(selected.name.pascal())
}
