//! Every documented call of every spec, written to the wire by hand, is one that the sandbox accepts.

use bizkit_spec::json::Json;
use bizkit_spec::model::{Api, Endpoint, KeyPlace, Place, Segment};
use bizkit_spec::reply::Example;
use bizkit_spec::sandbox::{Request, Response, respond};
use bizkit_spec::types::{Kind, Schema};
use std::path::Path;

const KEY: &str = "PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE";

fn api() -> Api {
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().join("specs");
    let specs = bizkit_spec::Specs::open(&specs, "specs");
    specs.api().unwrap_or_else(|| panic!("{:#?}", specs.findings)).clone()
}

/// The example's arguments as a request, with the key where the endpoint takes it.
fn request(api: &Api, endpoint: &Endpoint, example: &Example) -> Request {
    let none = Json::Object(Vec::new());
    let arguments = example.request.as_ref().unwrap_or(&none);
    let (mut query, mut body, mut headers) = (Vec::new(), Vec::new(), Vec::new());
    for parameter in &endpoint.parameters {
        let wire = parameter.field.wire.clone();
        let Some(value) = arguments.get(&wire) else { continue };
        match parameter.place {
            Place::Path => {}
            Place::Body => body.push((wire, value.clone())),
            Place::Header => headers.push((wire, text(value))),
            Place::Query => {
                query.extend(texts(api, &parameter.field.schema, value).map(|text| (wire.clone(), text)));
            }
        }
    }
    match endpoint.key.as_ref().map(|key| (key.name.clone(), key.places[0])) {
        Some((name, KeyPlace::Query)) => query.push((name, KEY.to_owned())),
        Some((name, KeyPlace::Body)) => body.push((name, Json::String(KEY.to_owned()))),
        Some((name, KeyPlace::Header)) => headers.push((name, KEY.to_owned())),
        Some((_, KeyPlace::Bearer)) => headers.push(("authorization".to_owned(), format!("Bearer {KEY}"))),
        None => {}
    }
    let path: String = endpoint
        .path
        .iter()
        .map(|segment| match segment {
            Segment::Literal(text) => text.clone(),
            Segment::Parameter(index) => {
                encode(&text(arguments.get(&endpoint.parameters[*index].field.wire).unwrap()))
            }
        })
        .collect();
    let query: Vec<_> =
        query.iter().map(|(name, text)| format!("{}={}", encode(name), encode(text))).collect();
    let mut request = Request::new(endpoint.method.as_str(), format!("{path}?{}", query.join("&")));
    for (name, value) in headers {
        request = request.with_header(&name, value);
    }
    match &endpoint.body {
        Some(whole) => match arguments.get(&whole.field.wire) {
            Some(Json::String(text)) if !whole.content_type.contains("json") => {
                request.with_body(text.as_str())
            }
            Some(value) => request.with_body(value.to_string()),
            None => request,
        },
        None if body.is_empty() => request,
        None => request.with_body(Json::Object(body).to_string()),
    }
}

/// The texts of a value in a query: one for each element of a list that is not joined.
fn texts<'a>(api: &'a Api, schema: &'a Schema, value: &'a Json) -> impl Iterator<Item = String> + 'a {
    let list = match (&api.resolved(schema).kind, value) {
        (Kind::Array(list), Json::Array(items)) if list.delimiter.is_none() => items.iter().collect(),
        _ => vec![value],
    };
    list.into_iter().map(text)
}

fn text(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn encode(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    text.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

#[test]
fn every_documented_call_is_answered_and_never_refused() {
    let api = api();
    let mut calls = 0;
    for endpoint in &api.endpoints {
        for example in endpoint.examples.iter().filter(|example| example.request.is_some()) {
            let response = respond(&api, &request(&api, endpoint, example));
            assert!(response.status < 400, "{}: {response:#?}\n{}", endpoint.id, response.text());
            calls += 1;
        }
    }
    assert!(calls >= 30, "only {calls} examples have a request");
}

#[test]
fn every_endpoint_answers_with_a_documented_reply() {
    let api = api();
    for endpoint in &api.endpoints {
        let Some(example) = endpoint.examples.iter().find(|example| example.request.is_some()) else {
            continue;
        };
        let response = respond(&api, &request(&api, endpoint, example));
        assert!(endpoint.replies.iter().any(|reply| reply.status == response.status), "{}", endpoint.id);
        let first =
            endpoint.examples.iter().find(|example| example.status < 400 && example.response.is_some());
        if let Some(Json::Object(members)) = first.and_then(|example| example.response.clone()) {
            assert_eq!(response.text(), Json::Object(members).to_string(), "{}", endpoint.id);
        }
    }
}

#[test]
fn every_required_argument_is_missed() {
    let api = api();
    let described = |response: &Response| response.text().contains("(required)");
    for endpoint in &api.endpoints {
        let required = |parameter: &&bizkit_spec::model::Parameter| {
            parameter.field.required && parameter.place != Place::Path
        };
        let Some(example) = endpoint.examples.iter().find(|example| example.request.is_some()) else {
            continue;
        };
        for parameter in endpoint.parameters.iter().filter(required) {
            let mut without = example.clone();
            if let Some(Json::Object(members)) = &mut without.request {
                members.retain(|(name, _)| *name != parameter.field.wire);
            }
            let response = respond(&api, &request(&api, endpoint, &without));
            assert_eq!(response.status, 422, "{} without {}", endpoint.id, parameter.field.wire);
            assert!(
                described(&response) && response.text().contains(&parameter.field.wire),
                "{}",
                response.text()
            );
        }
    }
}
