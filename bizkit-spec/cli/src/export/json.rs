//! An endpoint or a type as JSON, in the words of the spec language, for programs.

use super::words::{key_place, place, rate_limit, seen};
use bizkit_spec::Checked;
use bizkit_spec::json::Json;
use bizkit_spec::model::{
    Api, Bound, Content, Endpoint, Example, Field, Format, Group, IntegerType, Kind, NumberType, PageStyle,
    ParameterId, RetryClass, Schema, Select, Status, StringType, Tag, TypeDef, TypeId, UnionType,
};
use bizkit_spec::name::Name;
use bizkit_spec::period;
use std::fmt::Display;

/// What the model says of an endpoint; every type that it reaches stands under `types`.
pub fn endpoint(api: &Checked<Api>, endpoint: &Endpoint) -> Json {
    let mut writer = Writer { api, wanted: Vec::new() };
    let parameters = endpoint.parameters.iter().map(|parameter| {
        let mut members = vec![
            ("name", string(&parameter.field.wire)),
            ("rust", string(parameter.field.name.snake())),
            ("in", string(place(parameter.place))),
            ("required", Json::Bool(parameter.field.required)),
        ];
        members.extend(writer.schema(&parameter.field.schema));
        object(members)
    });
    let parameters = array(parameters);
    let body = endpoint.body.as_ref().map(|body| {
        let mut members = vec![("contentType", string(&body.content_type))];
        members.extend((!body.field.required).then_some(("required", Json::Bool(false))));
        members.extend(writer.schema(&body.field.schema));
        object(members)
    });
    let replies = endpoint.replies.iter().map(|reply| {
        let status = match reply.status {
            Status::Code(status) => number(status),
            status => string(&status.to_string()),
        };
        let mut members = vec![("status", status)];
        match &reply.content {
            Content::Empty => {}
            Content::Json(schema) => members.extend(writer.schema(schema)),
            Content::Text(ty) => members.extend([("contentType", string(ty)), ("type", string("string"))]),
            Content::Binary(ty) => members.extend([("contentType", string(ty)), ("type", string("binary"))]),
        }
        members.retain(|(name, _)| *name != "description");
        members.extend(reply.description.as_deref().map(|text| ("description", string(text))));
        object(members)
    });
    let replies = array(replies);
    let wires: Vec<&str> = bizkit_spec::rust::arguments(endpoint).map(|field| field.wire.as_str()).collect();
    let module = endpoint.module.iter().map(Name::snake).collect::<Vec<_>>().join("::");
    let text = |text: &Option<String>| text.as_deref().map_or(Json::Null, string);
    object(vec![
        ("id", string(&endpoint.id)),
        ("rust", string(&format!("{module}::{}", endpoint.name.pascal()))),
        ("method", string(endpoint.method.as_str())),
        ("path", string(&endpoint.path_template())),
        ("baseUrl", string(endpoint.base_url.as_ref().unwrap_or(&api.base_url))),
        ("summary", text(&endpoint.docs.summary)),
        ("description", text(&endpoint.docs.description)),
        ("docs", text(&endpoint.docs.link)),
        ("deprecated", Json::Bool(endpoint.docs.deprecated.is_some())),
        ("seen", endpoint.docs.seen.map_or(Json::Null, seen)),
        (
            "key",
            endpoint.key.as_ref().map_or(Json::Null, |key| {
                let places = array(key.places.iter().map(|place| string(key_place(*place))));
                object(vec![("name", string(&key.name)), ("in", places)])
            }),
        ),
        ("timeout", endpoint.timeout.map_or(Json::Null, |time| string(&period::text(time)))),
        ("rateLimit", endpoint.rate_limit.as_ref().map_or(Json::Null, rate_limit)),
        ("retry", string(if endpoint.retry == RetryClass::Safe { "safe" } else { "never" })),
        ("parameters", parameters),
        ("body", body.unwrap_or(Json::Null)),
        ("constraints", groups(&endpoint.groups, &wires)),
        ("responses", replies),
        ("pagination", pagination(endpoint)),
        ("errors", array(endpoint.errors.iter().map(|id| string(&id.of(&api.errors).code)))),
        ("examples", array(endpoint.examples.iter().map(example))),
        ("types", writer.types()),
    ])
}

/// What the model says of a named type; every type that it reaches stands under `types`.
pub fn type_def(api: &Checked<Api>, id: TypeId) -> Json {
    Writer { api, wanted: vec![id] }.types()
}

/// What the model says of a named type alone; those that it mentions stand there by their names.
pub(crate) fn definition(api: &Api, id: TypeId) -> Json {
    object(Writer { api, wanted: Vec::new() }.schema(&api.type_def(id).schema))
}

fn example(example: &Example) -> Json {
    object(vec![
        ("summary", example.summary.as_deref().map_or(Json::Null, string)),
        ("request", example.request.clone().unwrap_or(Json::Null)),
        ("status", number(example.status)),
        ("response", example.response.clone().unwrap_or(Json::Null)),
    ])
}

fn pagination(endpoint: &Endpoint) -> Json {
    let Some(pages) = &endpoint.pagination else { return Json::Null };
    let wire = |id: ParameterId| string(&id.of(&endpoint.parameters).field.wire);
    let mut members = match pages.style {
        PageStyle::Page { first } => vec![("page", wire(pages.cursor)), ("firstPage", number(first))],
        PageStyle::Offset => vec![("offset", wire(pages.cursor))],
    };
    members.extend(pages.limit.map(|limit| ("limit", wire(limit))));
    members.extend(pages.default_limit.map(|limit| ("defaultLimit", number(limit))));
    object(members)
}

fn groups(groups: &[Group], wires: &[&str]) -> Json {
    array(groups.iter().map(|group| object(vec![crate::export::words::group(group, wires)])))
}

type Members = Vec<(&'static str, Json)>;

/// Writes schemas, and notes which named types they mention.
struct Writer<'a> {
    api: &'a Api,
    wanted: Vec<TypeId>,
}

impl Writer<'_> {
    fn schema(&mut self, schema: &Schema) -> Members {
        let mut members = self.kind(&schema.kind);
        if schema.nullable {
            members.push(("nullable", Json::Bool(true)));
        }
        if schema.sensitive {
            members.push(("sensitive", Json::Bool(true)));
        }
        members.extend(schema.description.as_deref().map(|text| ("description", string(text))));
        members.extend(schema.link.as_deref().map(|link| ("docs", string(link))));
        members.extend(schema.default.clone().map(|value| ("default", value)));
        // An example of a secret is no secret, and still nothing to copy around.
        members.extend(schema.example.clone().filter(|_| !schema.sensitive).map(|value| ("example", value)));
        if schema.deprecated.is_some() {
            members.push(("deprecated", Json::Bool(true)));
        }
        members.extend(schema.seen.map(|known| ("seen", seen(known))));
        members
    }

    fn kind(&mut self, kind: &Kind) -> Members {
        match kind {
            Kind::String(ty) => text(ty),
            Kind::Integer(ty) => integer(ty),
            Kind::Number(ty) => numeric("number", ty),
            Kind::Decimal(ty) => numeric("decimal", ty),
            Kind::Boolean(ty) => {
                let mut members = vec![("type", string("boolean"))];
                members.extend(as_text(ty.as_string));
                members
            }
            Kind::Array(ty) => {
                let mut members = vec![("type", string("array")), ("items", object(self.schema(&ty.items)))];
                members.extend(ty.min_items.map(|value| ("minItems", number(value))));
                members.extend(ty.max_items.map(|value| ("maxItems", number(value))));
                if ty.unique {
                    members.push(("uniqueItems", Json::Bool(true)));
                }
                members.extend(ty.delimiter.map(|sign| ("delimiter", string(&sign.to_string()))));
                members
            }
            Kind::Map(ty) => {
                let values = object(self.schema(&ty.values));
                let mut members = vec![("type", string("object")), ("additionalProperties", values)];
                members.extend(ty.min_properties.map(|value| ("minProperties", number(value))));
                members.extend(ty.max_properties.map(|value| ("maxProperties", number(value))));
                members
            }
            Kind::Json => vec![("type", string("json"))],
            Kind::Binary => vec![("type", string("binary"))],
            Kind::Ref(id) => {
                if !self.wanted.contains(id) {
                    self.wanted.push(*id);
                }
                vec![("type", string(&self.api.type_def(*id).name.pascal()))]
            }
            Kind::Object(ty) => {
                let properties = ty.fields.iter().map(|field| (field.wire.clone(), self.property(field)));
                let properties = Json::Object(properties.collect());
                let wires: Vec<&str> = ty.fields.iter().map(|field| field.wire.as_str()).collect();
                let mut members = vec![("type", string("object")), ("properties", properties)];
                members.extend(ty.rest.as_ref().map(|rest| ("additionalProperties", self.property(rest))));
                if !ty.groups.is_empty() {
                    members.push(("constraints", groups(&ty.groups, &wires)));
                }
                if ty.observed {
                    members.push(("observed", Json::Bool(true)));
                }
                members
            }
            Kind::Enum(ty) => {
                let values = ty.values.iter().map(|value| {
                    let description = value.description.as_deref().map_or(Json::Null, string);
                    (value.wire.clone(), description)
                });
                let values = Json::Object(values.collect());
                vec![("type", string("string")), ("enum", values), ("open", Json::Bool(ty.open))]
            }
            Kind::Union(ty) if ty.number_in_text().is_some() => several(ty),
            Kind::Union(ty) => {
                let variants = ty.variants.iter().map(|variant| {
                    let mut members = match &variant.select {
                        Select::Tag(Tag::Boolean(value)) => vec![("when", Json::Bool(*value))],
                        Select::Tag(Tag::Integer(value)) => vec![("when", number(value))],
                        Select::Tag(Tag::String(value)) => vec![("when", string(value))],
                        Select::Absent => vec![("absent", Json::Bool(true))],
                        Select::Has(member) => vec![("has", string(member))],
                        Select::Kind(_) => Vec::new(),
                    };
                    if variant.failure {
                        members.push(("failure", Json::Bool(true)));
                    }
                    members.extend(variant.schema.iter().flat_map(|schema| self.schema(schema)));
                    (variant.name.pascal(), object(members))
                });
                let variants = Json::Object(variants.collect());
                let discriminator = ty.discriminator.as_deref().map(|name| ("discriminator", string(name)));
                discriminator.into_iter().chain([("oneOf", variants)]).collect()
            }
        }
    }

    fn property(&mut self, field: &Field) -> Json {
        let mut members =
            vec![("rust", string(field.name.snake())), ("required", Json::Bool(field.required))];
        members.extend(self.schema(&field.schema));
        object(members)
    }

    /// Every type that was mentioned, and those that these mention.
    fn types(mut self) -> Json {
        let mut types = Vec::new();
        let mut at = 0;
        while let Some(id) = self.wanted.get(at).copied() {
            let TypeDef { name, schema, .. } = self.api.type_def(id);
            types.push((name.pascal(), object(self.schema(schema))));
            at += 1;
        }
        Json::Object(types)
    }
}

fn text(ty: &StringType) -> Members {
    let mut members = vec![("type", string("string"))];
    let format = Format::ALL.iter().find(|(format, _)| Some(*format) == ty.format);
    members.extend(format.map(|(_, word)| ("format", string(word))));
    members.extend(ty.min_length.map(|value| ("minLength", number(value))));
    members.extend(ty.max_length.map(|value| ("maxLength", number(value))));
    members.extend(ty.pattern.as_ref().map(|pattern| ("pattern", string(pattern.source()))));
    members
}

/// `type: [string, integer]`, with the rules that both forms keep.
fn several(ty: &UnionType) -> Members {
    let mut words = Vec::new();
    let mut rules: Members = Vec::new();
    for variant in &ty.variants {
        let members = match variant.schema.as_ref().map(|schema| &schema.kind) {
            Some(Kind::String(ty)) => text(ty),
            Some(Kind::Integer(ty)) => integer(ty),
            Some(Kind::Number(ty)) => numeric("number", ty),
            Some(Kind::Decimal(ty)) => numeric("decimal", ty),
            _ => vec![("type", string("boolean"))],
        };
        for (name, value) in members {
            if name == "type" { words.push(value) } else { rules.push((name, value)) }
        }
    }
    let mut members = vec![("type", Json::Array(words))];
    members.extend(rules);
    members
}

fn integer(ty: &IntegerType) -> Members {
    let mut members = vec![("type", string("integer"))];
    members.extend(ty.minimum.map(|value| ("minimum", number(value))));
    members.extend(ty.maximum.map(|value| ("maximum", number(value))));
    members.extend(ty.multiple_of.map(|value| ("multipleOf", number(value))));
    if !ty.allowed.is_empty() {
        members.push(("enum", array(ty.allowed.iter().map(number))));
    }
    members.extend(as_text(ty.as_string));
    members
}

fn numeric(word: &str, ty: &NumberType) -> Members {
    let mut members = vec![("type", string(word))];
    let bound = |bound: &Bound, inclusive: &'static str, exclusive: &'static str| {
        (if bound.exclusive { exclusive } else { inclusive }, Json::Number(bound.value.clone()))
    };
    members.extend(ty.minimum.as_ref().map(|value| bound(value, "minimum", "exclusiveMinimum")));
    members.extend(ty.maximum.as_ref().map(|value| bound(value, "maximum", "exclusiveMaximum")));
    members.extend(ty.max_scale.map(|digits| ("digitsBehindThePoint", number(digits))));
    members.extend(as_text(ty.as_string));
    members
}

fn as_text(as_string: bool) -> Option<(&'static str, Json)> {
    as_string.then(|| ("as", string("string")))
}

fn object(members: Members) -> Json {
    Json::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn array(items: impl Iterator<Item = Json>) -> Json {
    Json::Array(items.collect())
}

fn string(text: &str) -> Json {
    Json::String(text.to_owned())
}

fn number(value: impl Display) -> Json {
    Json::Number(value.to_string())
}
