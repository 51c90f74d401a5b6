//! A request -> the answer that the specs give it. Pure: no clock, no network, no state.

use super::documented::documented_refusal;
use super::incoming;
use super::message::{Request, Response};
use super::page::documented_page;
use super::refusal::Refusal;
use super::route::{Call, Route, route};
use bizkit_spec::Checked;
use bizkit_spec::json::Json;
use bizkit_spec::model::{Api, Endpoint, KeyLocation, KeyUse};
use bizkit_spec::validate::validate;

/// Answers a request as the specs say: the documented example, or the documented error for a path,
/// a method, a key or arguments that break a rule. Every key that has the right form is accepted.
pub fn respond(api: &Checked<Api>, request: &Request) -> Response {
    let answer = locate(api, request).and_then(|call| {
        admit(api, &call, request)?;
        Ok(documented_page(api, &call, request))
    });
    answer.unwrap_or_else(|refusal| refusal.response(api))
}

/// The endpoint that a request is for, and its arguments by their names on the wire; the key is none of them.
/// A value that is the whole body comes last, bytes as [`base64`](super::base64). `None` for a request that no
/// endpoint can read.
///
/// The arguments are not checked; [`respond`] does that.
pub fn arguments<'a>(api: &'a Checked<Api>, request: &Request) -> Option<(&'a Endpoint, Json)> {
    let call = locate(api, request).ok()?;
    let arguments = incoming::read(api, &call, request).ok()?;
    Some((call.endpoint, arguments))
}

/// Finds the endpoint by path and method.
pub(super) fn locate<'a>(api: &'a Api, request: &Request) -> Result<Call<'a>, Refusal> {
    match route(api, request) {
        Route::Found(endpoint, captures) => Ok(Call { endpoint, captures }),
        Route::WrongMethod(allowed) => Err(Refusal::WrongMethod(allowed)),
        Route::Unknown(meant) => Err(Refusal::UnknownPath { path: request.path().to_owned(), meant }),
    }
}

/// Checks the key, then every argument.
pub(super) fn admit(api: &Api, call: &Call<'_>, request: &Request) -> Result<(), Refusal> {
    check_key(api, call.endpoint, request)?;
    let violations = incoming::check(api, call, request);
    if violations.is_empty() {
        return Ok(());
    }
    Err(Refusal::Values { violations, documented: documented_refusal(api, call.endpoint) })
}

/// Whether the call needs no key or carries one that keeps its rules.
fn check_key(api: &Api, endpoint: &Endpoint, request: &Request) -> Result<(), Refusal> {
    let (Some(key), Some(used)) = (&api.key, &endpoint.key) else { return Ok(()) };
    let sent =
        used.locations.iter().find_map(|place| sent_key(used, *place, request)).ok_or(Refusal::KeyMissing)?;
    if sent.is_empty() {
        return Err(Refusal::KeyEmpty);
    }
    let broken = validate(api, &api.type_def(key.ty).schema, &Json::String(sent));
    if broken.is_empty() { Ok(()) } else { Err(Refusal::KeyMalformed) }
}

/// The key as it was sent in one place.
fn sent_key(used: &KeyUse, place: KeyLocation, request: &Request) -> Option<String> {
    match place {
        KeyLocation::Query => request.query(&used.name),
        KeyLocation::Header => request.header(&used.name).map(str::to_owned),
        KeyLocation::Bearer => {
            let (scheme, key) = request.header("authorization")?.split_once(' ')?;
            scheme.eq_ignore_ascii_case("bearer").then(|| key.trim().to_owned())
        }
        KeyLocation::Body => match incoming::json_body(request).ok()?.get(&used.name)? {
            Json::String(key) => Some(key.clone()),
            other => Some(other.to_string()),
        },
    }
}
