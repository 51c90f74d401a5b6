//! A request for a page of a list -> the documented answer, which is the first page; the others are empty.

use super::documented::documented;
use super::incoming;
use super::message::{Request, Response};
use super::route::Call;
use bizkit_spec::json::Json;
use bizkit_spec::model::{Api, Content, Endpoint, Field, Kind, PageStyle};

/// The documented answer. Behind the first page of a list it has no items, and as many in all as the first page has.
pub(super) fn documented_page(api: &Api, call: &Call<'_>, request: &Request) -> Response {
    let first = documented(api, call.endpoint);
    behind_the_first(api, call, request, &first).unwrap_or(first)
}

fn behind_the_first(api: &Api, call: &Call<'_>, request: &Request, first: &Response) -> Option<Response> {
    let pagination = call.endpoint.pagination.as_ref()?;
    let cursor = &pagination.cursor.of(&call.endpoint.parameters).field.wire;
    let start = match pagination.style {
        PageStyle::Page { first } => first,
        PageStyle::Offset => 0,
    };
    let arguments = incoming::read(api, call, request).ok()?;
    let asked = match arguments.get(cursor)? {
        Json::Number(text) | Json::String(text) => text.parse::<i64>().ok()?,
        _ => return None,
    };
    if asked <= start {
        return None;
    }
    let fields = fields(api, call.endpoint, first.status)?;
    let Json::Object(mut members) = Json::parse(&first.text()).ok()? else { return None };
    let items = &pagination.items.of(fields).wire;
    let total = pagination.total.map(|total| &total.of(fields).wire);
    let mut count = 0;
    for (_, value) in members.iter_mut().filter(|(name, _)| name == items) {
        if let Json::Array(list) = value {
            count = list.len();
            list.clear();
        }
    }
    for (_, value) in members.iter_mut().filter(|(name, _)| Some(name) == total) {
        *value = Json::Number(count.to_string());
    }
    Some(Response::json(first.status, Json::Object(members)))
}

/// The members of the answer with this status.
fn fields<'a>(api: &'a Api, endpoint: &'a Endpoint, status: u16) -> Option<&'a [Field]> {
    let first = endpoint.responses.first()?;
    let response = endpoint.response(status).filter(|response| response.status == first.status)?;
    let Content::Json(schema) = &response.content else { return None };
    match &api.resolved(schema).kind {
        Kind::Object(object) => Some(&object.fields),
        _ => None,
    }
}
