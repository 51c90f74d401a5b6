//! The texts and bytes of a request -> its arguments as JSON -> the rules that they break.

use super::base64;
use super::message::Request;
use super::route::Call;
use bizkit_spec::json::Json;
use bizkit_spec::model::{Api, BodyPlan, Endpoint, Kind, ParameterId, RequestPlan, Schema};
use bizkit_spec::validate::{Violation, read_text, validate_call};

/// Every rule that the arguments of a request break.
pub(super) fn check(api: &Api, call: &Call<'_>, request: &Request) -> Vec<Violation> {
    let endpoint = call.endpoint;
    let mut arguments = match parameters(api, call, request) {
        Ok(arguments) => arguments,
        Err(broken) => return vec![broken],
    };
    let mut broken_body = None;
    if let Some(body) = &endpoint.body {
        match whole(api, endpoint, request) {
            Ok(value) => arguments.extend(value.map(|value| (body.field.wire.clone(), value))),
            Err(broken) => broken_body = Some(broken),
        }
    }
    let mut violations = validate_call(api, endpoint, &Json::Object(arguments));
    if let Some(broken) = broken_body {
        // What cannot be read is there all the same.
        violations.retain(|violation| violation.path != broken.path);
        violations.push(broken);
    }
    violations
}

/// The arguments of a request by their names on the wire, the body's value last; bytes are base64.
pub(super) fn read(api: &Api, call: &Call<'_>, request: &Request) -> Result<Json, Violation> {
    let mut arguments = parameters(api, call, request)?;
    if let Some(body) = &call.endpoint.body {
        let value = whole(api, call.endpoint, request)?;
        arguments.extend(value.map(|value| (body.field.wire.clone(), value)));
    }
    Ok(Json::Object(arguments))
}

/// The values of the parameters that were sent, in the order of the spec.
fn parameters(api: &Api, call: &Call<'_>, request: &Request) -> Result<Vec<(String, Json)>, Violation> {
    let endpoint = call.endpoint;
    let RequestPlan { path: _, query, headers, body } = &endpoint.request;
    let mut values: Vec<Option<Json>> = vec![None; endpoint.parameters.len()];
    let read =
        |id: ParameterId, texts: &[String]| from_texts(api, &id.of(&endpoint.parameters).field.schema, texts);
    let wire = |id: ParameterId| &id.of(&endpoint.parameters).field.wire;
    for (id, text) in &call.captures {
        values[id.0] = read(*id, std::slice::from_ref(text));
    }
    let queries = request.queries();
    for id in query {
        let texts = queries.iter().filter(|(name, _)| name == wire(*id)).map(|(_, value)| value.clone());
        values[id.0] = read(*id, &texts.collect::<Vec<_>>());
    }
    for id in headers {
        let texts: Vec<String> = request.header(wire(*id)).map(str::to_owned).into_iter().collect();
        values[id.0] = read(*id, &texts);
    }
    match body {
        BodyPlan::Object(members) => {
            let body = json_body(request).map_err(broken_body)?;
            if !matches!(body, Json::Object(_)) {
                return Err(broken_body(format!("expected an object, found {}", body.kind_name())));
            }
            for id in members {
                values[id.0] = body.get(wire(*id)).cloned();
            }
        }
        BodyPlan::None | BodyPlan::Json | BodyPlan::Text | BodyPlan::Bytes => {}
    }
    let names = endpoint.parameters.iter().map(|parameter| parameter.field.wire.clone());
    Ok(names.zip(values).filter_map(|(name, value)| Some((name, value?))).collect())
}

/// The value of a body that is one value; `None` where it is left out.
fn whole(api: &Api, endpoint: &Endpoint, request: &Request) -> Result<Option<Json>, Violation> {
    let Some(body) = &endpoint.body else { return Ok(None) };
    let empty = request.body.is_empty();
    match &endpoint.request.body {
        BodyPlan::None | BodyPlan::Object(_) => Ok(None),
        BodyPlan::Json | BodyPlan::Text | BodyPlan::Bytes if empty && !body.field.required => Ok(None),
        BodyPlan::Bytes if empty => Err(broken_body("expected bytes, found none".to_owned())),
        BodyPlan::Bytes => Ok(Some(Json::String(base64::encode(&request.body)))),
        BodyPlan::Text => {
            let text = String::from_utf8_lossy(&request.body);
            Ok(Some(from_text(api, &body.field.schema, &text)))
        }
        BodyPlan::Json => json_body(request).map(Some).map_err(broken_body),
    }
}

/// The body as JSON; an empty one is an empty object.
pub(super) fn json_body(request: &Request) -> Result<Json, String> {
    if request.body.is_empty() {
        return Ok(Json::Object(Vec::new()));
    }
    let text = std::str::from_utf8(&request.body).map_err(|_| "expected JSON in UTF-8".to_owned())?;
    Json::parse(text).map_err(|error| format!("expected JSON: {error}"))
}

/// A finding about the body as a whole.
fn broken_body(message: String) -> Violation {
    Violation { path: "body".to_owned(), rule: "type", message }
}

/// The value that texts of a query, a path or a header stand for; `None` where there are none.
/// What cannot be read as its type stays text, so that the interpreter says what is wrong.
fn from_texts(api: &Api, schema: &Schema, texts: &[String]) -> Option<Json> {
    let first = texts.first()?;
    Some(match &api.resolved(schema).kind {
        Kind::Array(list) => match list.delimiter {
            Some(_) => Json::String(first.clone()),
            None => Json::Array(texts.iter().map(|text| from_text(api, &list.items, text)).collect()),
        },
        _ => from_text(api, schema, first),
    })
}

/// The value that one text stands for; a composite one is written as JSON.
fn from_text(api: &Api, schema: &Schema, text: &str) -> Json {
    match &api.resolved(schema).kind {
        Kind::Json | Kind::Map(_) | Kind::Object(_) => {
            Json::parse(text).unwrap_or_else(|_| Json::String(text.to_owned()))
        }
        _ => read_text(api, schema, text),
    }
}
