//! What a call gives: the type of its response, and of its typed failure.

use super::names;
use super::path::path;
use super::types::element;
use crate::model::{Api, Content, Endpoint, Kind, Response, Select, Tag, TypeId, UnionType};

/// How much of a union its own enum shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Branches {
    /// Every branch.
    All,
    /// The branches that are no failure of the call.
    Successes,
    /// No enum at all: a single success is given as it is.
    Payload,
}

/// A union with failures that stands at the root of responses only is split: the failures become an error.
pub fn branches(api: &Api, id: TypeId, union: &UnionType) -> Branches {
    let failures = union.variants.iter().filter(|variant| variant.failure).count();
    if failures == 0 || api.type_def(id).nested {
        return Branches::All;
    }
    if union.variants.len() - failures > 1 || catch_all(union).is_some() {
        Branches::Successes
    } else {
        Branches::Payload
    }
}

/// The variant for tags that a later version of the API may add; truth values and kinds are complete.
pub fn catch_all(union: &UnionType) -> Option<String> {
    let open = union
        .variants
        .iter()
        .any(|variant| matches!(variant.select, Select::Tag(Tag::String(_) | Tag::Integer(_))));
    (open && union.discriminator.is_some())
        .then(|| names::catch_all(union.variants.iter().map(|variant| &variant.name)))
}

/// The union whose failures are split off, where a response that succeeds is one.
pub(super) fn split<'a>(api: &'a Api, response: &Response) -> Option<(TypeId, &'a UnionType)> {
    let Content::Json(schema) = &response.content else { return None };
    let Kind::Ref(id) = schema.kind else { return None };
    let Kind::Union(union) = &api.type_def(id).schema.kind else { return None };
    let fails = !response.status.is_failure() && union.variants.iter().any(|variant| variant.failure);
    (!schema.nullable && fails).then_some((id, union))
}

/// The type that one documented response gives; `None` for nothing.
fn content(api: &Api, response: &Response) -> Option<String> {
    match &response.content {
        Content::Empty => None,
        Content::Text(_) => Some("String".to_owned()),
        Content::Binary(_) => Some("Bytes".to_owned()),
        Content::Json(schema) => {
            let whole = Some(element(api, schema));
            let Some((id, union)) = split(api, response) else { return whole };
            if branches(api, id, union) != Branches::Payload {
                return whole;
            }
            let success = union.variants.iter().find(|variant| !variant.failure)?;
            success.schema.as_ref().map(|schema| element(api, schema))
        }
    }
}

/// The type that a call gives (`shop::order::CreateResponse`).
pub fn response_type(api: &Api, endpoint: &Endpoint) -> String {
    let mut successes = endpoint.responses.iter().filter(|response| !response.status.is_failure());
    match (successes.next(), successes.next()) {
        (Some(only), None) => content(api, only).unwrap_or_else(|| "()".to_owned()),
        _ => path(&endpoint.module, &response_name(api, endpoint)),
    }
}

/// The enum of the typed failures of a call, where it has any.
pub fn failure_type(api: &Api, endpoint: &Endpoint) -> Option<String> {
    let fails = |response: &Response| response.status.is_failure() || split(api, response).is_some();
    let failure = || path(&endpoint.module, &failure_name(api, endpoint));
    endpoint.responses.iter().any(fails).then(failure)
}

/// The name of the enum over the statuses of a call.
pub fn response_name(api: &Api, endpoint: &Endpoint) -> String {
    free_name(api, endpoint, "Response", "Responses", several_responses(endpoint))
}

/// Whether a call gives an enum over its statuses.
pub(super) fn several_responses(endpoint: &Endpoint) -> bool {
    endpoint.responses.iter().filter(|response| !response.status.is_failure()).count() != 1
}

/// The name of the enum of the failures of a call.
pub fn failure_name(api: &Api, endpoint: &Endpoint) -> String {
    free_name(api, endpoint, "Failure", "Failures", true)
}

/// `<Endpoint><suffix>`, or with the other suffix where the module has such a name.
fn free_name(api: &Api, endpoint: &Endpoint, suffix: &str, other: &str, against_types: bool) -> String {
    let wish = format!("{}{suffix}", endpoint.name.pascal());
    let taken = api.taken.get(&endpoint.module);
    let types = taken.is_some_and(|taken| taken.types.contains(&wish));
    let calls = taken.is_some_and(|taken| taken.requests.contains(&wish));
    if (types && against_types) || calls { format!("{}{other}", endpoint.name.pascal()) } else { wish }
}
