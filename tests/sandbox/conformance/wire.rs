//! An example's arguments as they travel, written by hand: the oracle of what the client encodes.

use bizkit_sandbox::{Request, base64};
use bizkit_spec::json::Json;
use bizkit_spec::model::{Api, Endpoint, Example, KeyLocation, Kind, Location, Schema, Segment};

/// The example's arguments as a request, with the key where the endpoint takes it.
pub(super) fn request(api: &Api, endpoint: &Endpoint, example: &Example, key: &str) -> Request {
    let none = Json::Object(Vec::new());
    let arguments = example.request.as_ref().unwrap_or(&none);
    let (mut query, mut body, mut headers) = (Vec::new(), Vec::new(), Vec::new());
    for parameter in &endpoint.parameters {
        let wire = parameter.field.wire.clone();
        let Some(value) = arguments.get(&wire) else { continue };
        match parameter.location {
            Location::Path => {}
            Location::Body => body.push((wire, value.clone())),
            Location::Header => headers.push((wire, text(value))),
            Location::Query => {
                query.extend(texts(api, &parameter.field.schema, value).map(|text| (wire.clone(), text)));
            }
        }
    }
    match endpoint.key.as_ref().map(|used| (used.name.clone(), used.locations[0])) {
        Some((name, KeyLocation::Query)) => query.push((name, key.to_owned())),
        Some((name, KeyLocation::Body)) => body.push((name, Json::String(key.to_owned()))),
        Some((name, KeyLocation::Header)) => headers.push((name, key.to_owned())),
        Some((_, KeyLocation::Bearer)) => headers.push(("authorization".to_owned(), format!("Bearer {key}"))),
        None => {}
    }
    let path: String = endpoint
        .request
        .path
        .iter()
        .map(|segment| match segment {
            Segment::Literal(text) => text.clone(),
            Segment::Parameter(index) => {
                encode(&text(arguments.get(&index.of(&endpoint.parameters).field.wire).unwrap()))
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
            Some(Json::String(text)) if matches!(api.resolved(&whole.field.schema).kind, Kind::Binary) => {
                request.with_body(base64::decode(text).unwrap())
            }
            Some(Json::String(text)) if whole.content_type != "application/json" => {
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
