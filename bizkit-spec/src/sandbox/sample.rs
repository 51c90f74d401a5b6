//! A type -> some value of it, for replies without an example.

use crate::json::Json;
use crate::model::Api;
use crate::types::{Format, Kind, ObjectType, Schema, Select, StringType, Tag, UnionType, Variant};

/// How deep optional members are still filled in; recursive types end there.
const DEPTH: usize = 6;

/// The example or default of a type, else the simplest value that keeps its lengths and bounds.
pub(super) fn sample(api: &Api, schema: &Schema) -> Json {
    at_depth(api, schema, DEPTH)
}

fn at_depth(api: &Api, schema: &Schema, depth: usize) -> Json {
    if let Some(documented) = schema.example.as_ref().or(schema.default.as_ref()) {
        return documented.clone();
    }
    let number =
        |text: String, as_string: bool| if as_string { Json::String(text) } else { Json::Number(text) };
    match &schema.kind {
        Kind::Ref(id) => at_depth(api, &api.type_def(*id).schema, depth),
        Kind::String(rules) => Json::String(text(rules)),
        Kind::Integer(rules) => {
            let least =
                rules.allowed.first().copied().or(rules.minimum).or(rules.maximum.map(|most| most.min(0)));
            let step = rules.multiple_of.unwrap_or(1).max(1);
            let value = least.unwrap_or(0);
            number((value + (step - value.rem_euclid(step)) % step).to_string(), rules.as_string)
        }
        Kind::Number(rules) | Kind::Decimal(rules) => {
            let bound = rules.minimum.as_ref().or(rules.maximum.as_ref());
            number(bound.map_or_else(|| "0".to_owned(), |bound| bound.value.clone()), rules.as_string)
        }
        Kind::Boolean(rules) if rules.as_string => Json::String("true".to_owned()),
        Kind::Boolean(_) => Json::Bool(true),
        Kind::Array(list) => {
            let count = list.min_items.unwrap_or(0).max(u64::from(depth > 0)).min(100);
            let item = at_depth(api, &list.items, depth.saturating_sub(1));
            Json::Array((0..count).map(|_| item.clone()).collect())
        }
        Kind::Map(_) | Kind::Json => Json::Object(Vec::new()),
        Kind::Binary => Json::String(String::new()),
        Kind::Enum(list) => list.values.first().map_or(Json::Null, |value| Json::String(value.wire.clone())),
        Kind::Object(object) => Json::Object(members(api, object, depth)),
        Kind::Union(union) => {
            let success = union.variants.iter().find(|variant| !variant.failure);
            success
                .or(union.variants.first())
                .map_or(Json::Null, |variant| branch(api, union, variant, depth))
        }
    }
}

/// The required members, and the optional ones while there is depth left.
fn members(api: &Api, object: &ObjectType, depth: usize) -> Vec<(String, Json)> {
    let fields = object.fields.iter().filter(|field| field.required || depth > 0);
    fields.map(|field| (field.wire.clone(), at_depth(api, &field.schema, depth.saturating_sub(1)))).collect()
}

/// One branch of a union, its tag first.
fn branch(api: &Api, union: &UnionType, variant: &Variant, depth: usize) -> Json {
    let payload = variant.schema.as_ref().map(|schema| at_depth(api, schema, depth));
    let (Some(name), Select::Tag(tag)) = (&union.discriminator, &variant.select) else {
        return payload.unwrap_or(Json::Object(Vec::new()));
    };
    let tag = match tag {
        Tag::Boolean(value) => Json::Bool(*value),
        Tag::Integer(value) => Json::Number(value.to_string()),
        Tag::String(value) => Json::String(value.clone()),
    };
    let mut all = vec![(name.clone(), tag)];
    if let Some(Json::Object(members)) = payload {
        all.extend(members);
    }
    Json::Object(all)
}

/// A text of the right form and length. A pattern is not looked at: its type should have an example.
fn text(rules: &StringType) -> String {
    let form = match rules.format {
        Some(Format::Date) => "2026-01-01",
        Some(Format::DateTime) => "2026-01-01T00:00:00.000Z",
        Some(Format::Duration) => "24h",
        Some(Format::Uri) => "https://example.com",
        Some(Format::Email) => "jan@example.com",
        Some(Format::Phone) => "+420 777123456",
        Some(Format::Ip | Format::Ipv4) => "127.0.0.1",
        Some(Format::Ipv6) => "::1",
        Some(Format::Uuid) => "00000000-0000-4000-8000-000000000000",
        Some(Format::Html) => "<p>text</p>",
        Some(Format::Locale) => "en",
        Some(Format::Currency) => "EUR",
        None => {
            let least = rules.min_length.unwrap_or(0).min(10_000);
            let length = rules.max_length.unwrap_or(u64::MAX).min(least.max(4));
            return "text".chars().cycle().take(usize::try_from(length).unwrap_or(4)).collect();
        }
    };
    form.to_owned()
}
