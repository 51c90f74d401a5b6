//! An endpoint or a type as JSON, in the words of the spec language, for programs.

use super::words::{rate_limit, seen};
use bizkit_spec::Checked;
use bizkit_spec::json::Json;
use bizkit_spec::model::{
    About, Api, ArrayType, Body, BooleanType, Bound, Constraint, Content, Endpoint, EnumType, EnumValue,
    Example, Field, IntegerType, KeyUse, Kind, MapType, NumberType, ObjectType, PageStyle, Pagination,
    Parameter, ParameterId, Response, Schema, Select, Status, StringType, Tag, TypeDef, TypeId, UnionType,
    Variant,
};
use bizkit_spec::name::Name;
use bizkit_spec::period;
use std::fmt::Display;

/// What the model says of an endpoint; every type that it reaches stands under `types`.
pub fn endpoint(api: &Checked<Api>, endpoint: &Endpoint) -> Json {
    // The path is written from the request's plan; what else it holds follows from the places of the parameters.
    let Endpoint {
        id,
        module,
        name,
        about: About { summary, description, docs, deprecated, seen: known },
        method,
        base_url,
        key,
        retry,
        timeout,
        rate_limit: quota,
        parameters,
        request: _,
        body,
        constraints: rules,
        responses,
        pagination: pages,
        examples,
        errors,
        span: _,
    } = endpoint;
    let mut writer = Writer { api, wanted: Vec::new() };
    let parameters = array(parameters.iter().map(|one| writer.parameter(one)));
    let body = body.as_ref().map_or(Json::Null, |body| writer.body(body));
    let responses = array(responses.iter().map(|response| writer.response(response)));
    let wires: Vec<&str> = bizkit_spec::rust::arguments(endpoint).map(|field| field.wire.as_str()).collect();
    let module = module.iter().map(Name::snake).collect::<Vec<_>>().join("::");
    let text = |text: &Option<String>| text.as_deref().map_or(Json::Null, string);
    object(vec![
        ("id", string(id)),
        ("rust", string(&format!("{module}::{}", name.pascal()))),
        ("method", string(method.as_str())),
        ("path", string(&endpoint.path_template())),
        ("baseUrl", string(base_url.as_ref().unwrap_or(&api.base_url))),
        ("summary", text(summary)),
        ("description", text(description)),
        ("docs", text(docs)),
        ("deprecated", Json::Bool(deprecated.is_some())),
        ("seen", known.map_or(Json::Null, seen)),
        ("key", key.as_ref().map_or(Json::Null, key_use)),
        ("timeout", timeout.map_or(Json::Null, |time| string(&period::text(time)))),
        ("rateLimit", quota.as_ref().map_or(Json::Null, rate_limit)),
        ("retry", string(retry.word())),
        ("parameters", parameters),
        ("body", body),
        ("constraints", groups(rules, &wires)),
        ("responses", responses),
        ("pagination", pages.as_ref().map_or(Json::Null, |pages| pagination(endpoint, pages))),
        ("errors", array(errors.iter().map(|id| string(&id.of(&api.errors).code)))),
        ("examples", array(examples.iter().map(example))),
        ("types", writer.types()),
    ])
}

fn key_use(key: &KeyUse) -> Json {
    let KeyUse { name, locations } = key;
    let places = array(locations.iter().map(|place| string(place.word())));
    object(vec![("name", string(name)), ("in", places)])
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
    let Example { summary, request, status, response, span: _ } = example;
    object(vec![
        ("summary", summary.as_deref().map_or(Json::Null, string)),
        ("request", request.clone().unwrap_or(Json::Null)),
        ("status", number(status)),
        ("response", response.clone().unwrap_or(Json::Null)),
    ])
}

fn pagination(endpoint: &Endpoint, pages: &Pagination) -> Json {
    // Where the items and their number are, a program sees by the response.
    let Pagination { style, cursor, limit, default_limit, items: _, total: _ } = pages;
    let wire = |id: ParameterId| string(&id.of(&endpoint.parameters).field.wire);
    let mut members = match *style {
        PageStyle::Page { first } => vec![("page", wire(*cursor)), ("firstPage", number(first))],
        PageStyle::Offset => vec![("offset", wire(*cursor))],
    };
    members.extend(limit.map(|limit| ("limit", wire(limit))));
    members.extend(default_limit.map(|limit| ("defaultLimit", number(limit))));
    object(members)
}

fn groups(groups: &[Constraint], wires: &[&str]) -> Json {
    array(groups.iter().map(|group| object(vec![crate::export::words::group(group, wires)])))
}

type Members = Vec<(&'static str, Json)>;

/// Writes schemas, and notes which named types they mention.
struct Writer<'a> {
    api: &'a Api,
    wanted: Vec<TypeId>,
}

impl Writer<'_> {
    fn parameter(&mut self, parameter: &Parameter) -> Json {
        let Parameter {
            location,
            field: Field { wire, name, required, additional_properties: _, schema, span: _ },
        } = parameter;
        let mut members = vec![
            ("name", string(wire)),
            ("rust", string(name.snake())),
            ("in", string(location.word())),
            ("required", Json::Bool(*required)),
        ];
        members.extend(self.schema(schema));
        object(members)
    }

    fn body(&mut self, body: &Body) -> Json {
        let Body {
            content_type,
            field: Field { wire: _, name: _, required, additional_properties: _, schema, span: _ },
        } = body;
        let mut members = vec![("contentType", string(content_type))];
        members.extend((!required).then_some(("required", Json::Bool(false))));
        members.extend(self.schema(schema));
        object(members)
    }

    fn response(&mut self, response: &Response) -> Json {
        let Response { status, description, content } = response;
        let status = match status {
            Status::Code(status) => number(status),
            Status::Class(_) | Status::Default => string(&status.to_string()),
        };
        let mut members = vec![("status", status)];
        match content {
            Content::Empty => {}
            Content::Json(schema) => members.extend(self.schema(schema)),
            Content::Text(ty) => members.extend([("contentType", string(ty)), ("type", string("string"))]),
            Content::Binary(ty) => members.extend([("contentType", string(ty)), ("type", string("binary"))]),
        }
        members.retain(|(name, _)| *name != "description");
        members.extend(description.as_deref().map(|text| ("description", string(text))));
        object(members)
    }

    fn schema(&mut self, schema: &Schema) -> Members {
        let Schema {
            kind,
            nullable,
            sensitive,
            description,
            example,
            default,
            deprecated,
            docs,
            seen: known,
        } = schema;
        let mut members = self.kind(kind);
        if *nullable {
            members.push(("nullable", Json::Bool(true)));
        }
        if *sensitive {
            members.push(("sensitive", Json::Bool(true)));
        }
        members.extend(description.as_deref().map(|text| ("description", string(text))));
        members.extend(docs.as_deref().map(|link| ("docs", string(link))));
        members.extend(default.clone().map(|value| ("default", value)));
        // An example of a secret is no secret, and still nothing to copy around.
        members.extend(example.clone().filter(|_| !sensitive).map(|value| ("example", value)));
        if deprecated.is_some() {
            members.push(("deprecated", Json::Bool(true)));
        }
        members.extend(known.map(|known| ("seen", seen(known))));
        members
    }

    fn kind(&mut self, kind: &Kind) -> Members {
        match kind {
            Kind::String(ty) => text(ty),
            Kind::Integer(ty) => integer(ty),
            Kind::Number(ty) => numeric("number", ty),
            Kind::Decimal(ty) => numeric("decimal", ty),
            Kind::Boolean(BooleanType { as_string }) => {
                let mut members = vec![("type", string("boolean"))];
                members.extend(as_text(*as_string));
                members
            }
            Kind::Array(ty) => self.list(ty),
            Kind::Map(ty) => {
                let MapType { values, min_properties, max_properties } = &**ty;
                let values = object(self.schema(values));
                let mut members = vec![("type", string("object")), ("additionalProperties", values)];
                members.extend(min_properties.map(|value| ("minProperties", number(value))));
                members.extend(max_properties.map(|value| ("maxProperties", number(value))));
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
            Kind::Object(ty) => self.object(ty),
            Kind::Enum(EnumType { values, open }) => {
                let values = values.iter().map(|EnumValue { wire, name: _, description, span: _ }| {
                    (wire.clone(), description.as_deref().map_or(Json::Null, string))
                });
                let values = Json::Object(values.collect());
                vec![("type", string("string")), ("enum", values), ("open", Json::Bool(*open))]
            }
            Kind::Union(ty) if ty.number_in_text().is_some() => several(ty),
            Kind::Union(UnionType { discriminator, variants }) => {
                let variants = variants.iter().map(|variant| self.branch(variant));
                let variants = Json::Object(variants.collect());
                let discriminator = discriminator.as_deref().map(|name| ("discriminator", string(name)));
                discriminator.into_iter().chain([("oneOf", variants)]).collect()
            }
        }
    }

    fn list(&mut self, ty: &ArrayType) -> Members {
        let ArrayType { items, min_items, max_items, unique, delimiter } = ty;
        let mut members = vec![("type", string("array")), ("items", object(self.schema(items)))];
        members.extend(min_items.map(|value| ("minItems", number(value))));
        members.extend(max_items.map(|value| ("maxItems", number(value))));
        if *unique {
            members.push(("uniqueItems", Json::Bool(true)));
        }
        members.extend(delimiter.map(|sign| ("delimiter", string(&sign.to_string()))));
        members
    }

    fn object(&mut self, ty: &ObjectType) -> Members {
        let ObjectType { fields, additional_properties, constraints: rules, observed } = ty;
        let properties = fields.iter().map(|field| (field.wire.clone(), self.property(field)));
        let properties = Json::Object(properties.collect());
        let wires: Vec<&str> = fields.iter().map(|field| field.wire.as_str()).collect();
        let mut members = vec![("type", string("object")), ("properties", properties)];
        members
            .extend(additional_properties.as_ref().map(|rest| ("additionalProperties", self.property(rest))));
        if !rules.is_empty() {
            members.push(("constraints", groups(rules, &wires)));
        }
        if *observed {
            members.push(("observed", Json::Bool(true)));
        }
        members
    }

    /// A branch of a union by its name; what is said about it stands at its type.
    fn branch(&mut self, variant: &Variant) -> (String, Json) {
        let Variant { name, select, schema, failure, description: _, span: _ } = variant;
        let mut members = match select {
            Select::Tag(Tag::Boolean(value)) => vec![("when", Json::Bool(*value))],
            Select::Tag(Tag::Integer(value)) => vec![("when", number(value))],
            Select::Tag(Tag::String(value)) => vec![("when", string(value))],
            Select::Absent => vec![("absent", Json::Bool(true))],
            Select::Has(member) => vec![("has", string(member))],
            Select::Kind(_) => Vec::new(),
        };
        if *failure {
            members.push(("failure", Json::Bool(true)));
        }
        members.extend(schema.iter().flat_map(|schema| self.schema(schema)));
        (name.pascal(), object(members))
    }

    /// A member of an object by its name, which tells that of all others from these.
    fn property(&mut self, field: &Field) -> Json {
        let Field { wire: _, name, required, additional_properties: _, schema, span: _ } = field;
        let mut members = vec![("rust", string(name.snake())), ("required", Json::Bool(*required))];
        members.extend(self.schema(schema));
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
    // A list of types says the rules of its number beside those of the text; steps before the rules are left out.
    let StringType { min_length, max_length, pattern, format, normalize: _, number: _ } = ty;
    let mut members = vec![("type", string("string"))];
    members.extend(format.map(|format| ("format", string(format.word()))));
    members.extend(min_length.map(|value| ("minLength", number(value))));
    members.extend(max_length.map(|value| ("maxLength", number(value))));
    members.extend(pattern.as_ref().map(|pattern| ("pattern", string(pattern.source()))));
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
    let IntegerType { minimum, maximum, multiple_of, allowed, as_string } = ty;
    let mut members = vec![("type", string("integer"))];
    members.extend(minimum.map(|value| ("minimum", number(value))));
    members.extend(maximum.map(|value| ("maximum", number(value))));
    members.extend(multiple_of.map(|value| ("multipleOf", number(value))));
    if !allowed.is_empty() {
        members.push(("enum", array(allowed.iter().map(number))));
    }
    members.extend(as_text(*as_string));
    members
}

fn numeric(word: &str, ty: &NumberType) -> Members {
    let NumberType { minimum, maximum, max_scale, as_string } = ty;
    let mut members = vec![("type", string(word))];
    let bound = |bound: &Bound, inclusive: &'static str, exclusive: &'static str| {
        (if bound.exclusive { exclusive } else { inclusive }, Json::Number(bound.value.clone()))
    };
    members.extend(minimum.as_ref().map(|value| bound(value, "minimum", "exclusiveMinimum")));
    members.extend(maximum.as_ref().map(|value| bound(value, "maximum", "exclusiveMaximum")));
    members.extend(max_scale.map(|digits| ("digitsBehindThePoint", number(digits))));
    members.extend(as_text(*as_string));
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
