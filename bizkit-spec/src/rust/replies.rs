//! What a call gives: the type of its reply, and of its typed failure.

use super::path;
use super::types::element;
use crate::model::{Api, Content, Endpoint, Reply, TypeId};
use crate::name::Name;
use crate::types::{Kind, Schema, Select, Tag, UnionType};

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

/// A union with failures that stands at the root of replies only is split: the failures become an error.
pub fn branches(api: &Api, id: TypeId, union: &UnionType) -> Branches {
    let failures = union.variants.iter().filter(|variant| variant.failure).count();
    if failures == 0 || is_nested(api, id) {
        return Branches::All;
    }
    if union.variants.len() - failures > 1 || catch_all(union).is_some() {
        Branches::Successes
    } else {
        Branches::Payload
    }
}

/// The variant for tags that a later version of the API may add; truth values and kinds are complete.
pub fn catch_all(union: &UnionType) -> Option<&'static str> {
    let open = union
        .variants
        .iter()
        .any(|variant| matches!(variant.select, Select::Tag(Tag::String(_) | Tag::Integer(_))));
    let taken = union.variants.iter().any(|variant| variant.name.pascal() == "Unknown");
    (open && union.discriminator.is_some()).then_some(if taken { "Unrecognized" } else { "Unknown" })
}

/// Whether the type stands anywhere but at the root of a reply.
fn is_nested(api: &Api, id: TypeId) -> bool {
    fn holds(schema: &Schema, id: TypeId) -> bool {
        match &schema.kind {
            Kind::Ref(target) => *target == id,
            Kind::Array(array) => holds(&array.items, id),
            Kind::Map(map) => holds(&map.values, id),
            Kind::Object(object) => object.members().any(|field| holds(&field.schema, id)),
            Kind::Union(union) => union
                .variants
                .iter()
                .filter_map(|variant| variant.schema.as_ref())
                .any(|schema| holds(schema, id)),
            _ => false,
        }
    }
    let in_reply = |reply: &Reply| {
        matches!(&reply.content, Content::Json(schema)
            if !matches!(schema.kind, Kind::Ref(target) if target == id && !schema.nullable) && holds(schema, id))
    };
    let in_call = |endpoint: &Endpoint| {
        endpoint.parameters.iter().any(|parameter| holds(&parameter.field.schema, id))
            || endpoint.body.as_ref().is_some_and(|body| holds(&body.field.schema, id))
            || endpoint.replies.iter().any(in_reply)
    };
    api.types.iter().any(|def| holds(&def.schema, id)) || api.endpoints.iter().any(in_call)
}

/// The union whose failures are split off, where a reply is one.
fn split<'a>(api: &'a Api, schema: &Schema) -> Option<(TypeId, &'a UnionType)> {
    let Kind::Ref(id) = schema.kind else { return None };
    let Kind::Union(union) = &api.type_def(id).schema.kind else { return None };
    (!schema.nullable && union.variants.iter().any(|variant| variant.failure)).then_some((id, union))
}

/// The type that one documented reply gives; `None` for nothing.
fn content(api: &Api, reply: &Reply) -> Option<String> {
    match &reply.content {
        Content::Empty => None,
        Content::Text(_) => Some("String".to_owned()),
        Content::Binary(_) => Some("Bytes".to_owned()),
        Content::Json(schema) => {
            let whole = Some(element(api, schema));
            let Some((id, union)) = split(api, schema).filter(|_| reply.status < 400) else { return whole };
            if branches(api, id, union) != Branches::Payload {
                return whole;
            }
            let success = union.variants.iter().find(|variant| !variant.failure)?;
            success.schema.as_ref().map(|schema| element(api, schema))
        }
    }
}

/// The type that a call gives (`shop::order::CreateReply`).
pub fn reply_type(api: &Api, endpoint: &Endpoint) -> String {
    let mut successes = endpoint.replies.iter().filter(|reply| reply.status < 400);
    match (successes.next(), successes.next()) {
        (Some(only), None) => content(api, only).unwrap_or_else(|| "()".to_owned()),
        _ => path(&endpoint.module, &reply_name(api, endpoint)),
    }
}

/// The enum of the typed failures of a call, where it has any.
pub fn failure_type(api: &Api, endpoint: &Endpoint) -> Option<String> {
    let fails = |reply: &Reply| match &reply.content {
        _ if reply.status >= 400 => true,
        Content::Json(schema) => split(api, schema).is_some(),
        _ => false,
    };
    let failure = || path(&endpoint.module, &failure_name(api, endpoint));
    endpoint.replies.iter().any(fails).then(failure)
}

/// The name of the enum over the statuses of a call.
pub fn reply_name(api: &Api, endpoint: &Endpoint) -> String {
    let several = endpoint.replies.iter().filter(|reply| reply.status < 400).count() != 1;
    free_name(api, endpoint, "Reply", "Replies", several)
}

/// The name of the enum of the failures of a call.
pub fn failure_name(api: &Api, endpoint: &Endpoint) -> String {
    free_name(api, endpoint, "Failure", "Failures", true)
}

/// `<Endpoint><suffix>`, or with the other suffix where the module has such a name.
fn free_name(api: &Api, endpoint: &Endpoint, suffix: &str, other: &str, against_types: bool) -> String {
    let wish = format!("{}{suffix}", endpoint.name.pascal());
    let taken = |name: &Name| name.pascal() == wish;
    let types = api.types.iter().any(|def| def.module == endpoint.module && taken(&def.name));
    let calls = api.endpoints.iter().any(|other| other.module == endpoint.module && taken(&other.name));
    if (types && against_types) || calls { format!("{}{other}", endpoint.name.pascal()) } else { wish }
}
