//! A type to a Schema Object. Its standard members describe what travels on the wire, so that every
//! reader of JSON Schema can check a value with it.

use super::language::in_language;
use super::operation::{deprecation, groups};
use super::{component, extension, external, renamed};
use crate::export::words::seen;
use bizkit_spec::json::Json;
use bizkit_spec::json::build::{Pair, array, number, object, pair, text};
use bizkit_spec::model::{
    Api, ArrayType, Bound, EnumType, Field, Format, IntegerType, Kind, MapType, Normalize, NumberType,
    Schema, Select, StringType, Tag, TextNumber, UnionType, Variant,
};
use bizkit_spec::name::Name;
use bizkit_spec::pattern::Pattern;

/// The Schema Object of a type where it is used.
pub(super) fn schema(api: &Api, schema: &Schema) -> Json {
    object(members(api, schema))
}

/// The members of that object.
pub(super) fn members(api: &Api, schema: &Schema) -> Vec<Pair> {
    let mut all = kind(api, &schema.kind);
    if schema.nullable {
        all = nullable(all);
    }
    if schema.sensitive {
        all.push(extension("sensitive", Json::Bool(true)));
    }
    all.extend(schema.description.as_deref().map(|about| pair("description", text(about))));
    all.extend(schema.link.as_deref().map(|link| pair("externalDocs", external(link))));
    for (key, exact) in [("default", &schema.default), ("example", &schema.example)] {
        let Some(exact) = exact else { continue };
        let sent = on_the_way(api, schema, exact);
        let differs = sent != *exact;
        all.push(if key == "example" { pair("examples", array([sent])) } else { pair(key, sent) });
        all.extend(differs.then(|| extension(key, exact.clone())));
    }
    all.extend(deprecation(schema.deprecated.as_ref()));
    all.extend(schema.seen.map(|known| extension("seen", seen(known))));
    all
}

/// A value as it travels: a number as text, a list as one text, where its type says so.
fn on_the_way(api: &Api, schema: &Schema, value: &Json) -> Json {
    let plain = |value: &Json| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let as_string = match &api.resolved(schema).kind {
        Kind::Integer(ty) => ty.as_string,
        Kind::Number(ty) | Kind::Decimal(ty) => ty.as_string,
        Kind::Boolean(ty) => ty.as_string,
        Kind::Array(ty) => match (ty.delimiter, value) {
            (Some(sign), Json::Array(items)) => {
                let items: Vec<String> = items.iter().map(plain).collect();
                return text(&items.join(&sign.to_string()));
            }
            _ => false,
        },
        _ => false,
    };
    if as_string && *value != Json::Null { text(&plain(value)) } else { value.clone() }
}

/// Makes `null` a value too.
fn nullable(mut members: Vec<Pair>) -> Vec<Pair> {
    if members.is_empty() {
        // Any JSON holds `null` anyway.
        return vec![extension("nullable", Json::Bool(true))];
    }
    let Some((_, ty)) = members.iter_mut().find(|(name, _)| name == "type") else {
        let null = object([pair("type", text("null"))]);
        return vec![pair("anyOf", array([object(members), null]))];
    };
    *ty = array([ty.clone(), text("null")]);
    if let Some((_, Json::Array(values))) = members.iter_mut().find(|(name, _)| name == "enum") {
        values.push(Json::Null);
    }
    members
}

fn kind(api: &Api, kind: &Kind) -> Vec<Pair> {
    match kind {
        Kind::String(ty) => string(ty),
        Kind::Integer(ty) => as_text(ty.as_string, integer(ty)),
        Kind::Number(ty) => as_text(ty.as_string, numeric(ty)),
        Kind::Decimal(ty) => {
            let mut members = numeric(ty);
            members.insert(1, pair("format", text("decimal")));
            as_text(ty.as_string, members)
        }
        Kind::Boolean(ty) => as_text(ty.as_string, vec![pair("type", text("boolean"))]),
        Kind::Array(ty) => list(api, ty),
        Kind::Map(ty) => map(api, ty),
        Kind::Json => Vec::new(),
        Kind::Binary => vec![pair("type", text("string")), pair("format", text("binary"))],
        Kind::Ref(id) => {
            let name = component(api.type_def(*id));
            vec![pair("$ref", text(&format!("#/components/schemas/{name}")))]
        }
        Kind::Object(ty) => {
            let fields: Vec<&Field> = ty.fields.iter().collect();
            let mut members = object_members(api, &fields);
            members.extend(ty.rest.as_ref().map(|rest| pair("additionalProperties", others(api, rest))));
            let wires: Vec<&str> = ty.fields.iter().map(|field| field.wire.as_str()).collect();
            members.extend(groups(&ty.groups, &wires));
            if ty.observed {
                members.push(extension("observed", Json::Bool(true)));
            }
            members
        }
        Kind::Enum(ty) => values(ty),
        Kind::Union(ty) => union(api, ty),
    }
}

/// An object with known fields.
pub(super) fn object_members(api: &Api, fields: &[&Field]) -> Vec<Pair> {
    let properties = fields.iter().map(|field| {
        let mut members = members(api, &field.schema);
        members.extend(renamed(&field.name, &field.wire));
        pair(&field.wire, object(members))
    });
    let mut all = vec![pair("type", text("object")), pair("properties", object(properties))];
    let required: Vec<Json> =
        fields.iter().filter(|field| field.required).map(|field| text(&field.wire)).collect();
    if !required.is_empty() {
        all.push(pair("required", array(required)));
    }
    all
}

fn string(ty: &StringType) -> Vec<Pair> {
    let mut all = vec![pair("type", text("string"))];
    let format = Format::ALL.iter().find(|(format, _)| Some(*format) == ty.format);
    all.extend(format.map(|(format, word)| match format {
        // Elsewhere this word means `PT1H30M`.
        Format::Duration => extension("format", text(word)),
        _ => pair("format", text(word)),
    }));
    all.extend(ty.min_length.map(|value| pair("minLength", number(value))));
    all.extend(ty.max_length.map(|value| pair("maxLength", number(value))));
    let number = ty.number.as_ref().filter(|_| ty.normalize.is_empty()).map(|number| match number {
        TextNumber::Integer(_) => "^-?(0|[1-9][0-9]*)$",
        TextNumber::Number(_) => r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$",
    });
    let pattern = ty.pattern.as_ref().map(Pattern::source).or(number);
    all.extend(pattern.map(|pattern| pair("pattern", text(pattern))));
    if !ty.normalize.is_empty() {
        all.push(extension("normalize", array(ty.normalize.iter().map(step))));
    }
    all
}

fn step(step: &Normalize) -> Json {
    match step {
        Normalize::Trim => text("trim"),
        Normalize::Lowercase => text("lowercase"),
        Normalize::Uppercase => text("uppercase"),
        Normalize::Phone => text("phone"),
        Normalize::Replace(pairs) => object(pairs.iter().map(|(from, to)| pair(from, text(to)))),
    }
}

/// JSON carries the value as text: the standard members say so, the others what the text holds.
fn as_text(as_string: bool, members: Vec<Pair>) -> Vec<Pair> {
    if !as_string {
        return members;
    }
    let exact = in_language(&members).into_iter().chain([pair("as", text("string"))]);
    on_the_wire(exact)
}

/// A text for standard readers, with what it holds in the words of the language.
fn on_the_wire(exact: impl IntoIterator<Item = Pair>) -> Vec<Pair> {
    let exact = exact.into_iter().map(|(name, value)| extension(&name, value));
    [pair("type", text("string"))].into_iter().chain(exact).collect()
}

fn integer(ty: &IntegerType) -> Vec<Pair> {
    let mut all = vec![pair("type", text("integer"))];
    all.extend(ty.minimum.map(|value| pair("minimum", number(value))));
    all.extend(ty.maximum.map(|value| pair("maximum", number(value))));
    all.extend(ty.multiple_of.map(|value| pair("multipleOf", number(value))));
    if !ty.allowed.is_empty() {
        all.push(pair("enum", array(ty.allowed.iter().map(number))));
    }
    all
}

fn numeric(ty: &NumberType) -> Vec<Pair> {
    let bound = |bound: &Bound, inclusive: &str, exclusive: &str| {
        pair(if bound.exclusive { exclusive } else { inclusive }, Json::Number(bound.value.clone()))
    };
    let mut all = vec![pair("type", text("number"))];
    all.extend(ty.minimum.as_ref().map(|value| bound(value, "minimum", "exclusiveMinimum")));
    all.extend(ty.maximum.as_ref().map(|value| bound(value, "maximum", "exclusiveMaximum")));
    all.extend(ty.max_scale.map(|digits| {
        let zeros = usize::try_from(digits).unwrap_or(0).saturating_sub(1);
        let step = if digits == 0 { "1".to_owned() } else { format!("0.{}1", "0".repeat(zeros)) };
        pair("multipleOf", Json::Number(step))
    }));
    all
}

/// What no property names.
fn others(api: &Api, rest: &Field) -> Json {
    let values = match &rest.schema.kind {
        Kind::Map(map) => members(api, &map.values),
        _ => Vec::new(),
    };
    // Named in any case: a schema that says nothing is what every object allows.
    object(values.into_iter().chain([extension("name", text(rest.name.snake()))]))
}

fn list(api: &Api, ty: &ArrayType) -> Vec<Pair> {
    let mut all = vec![pair("type", text("array")), pair("items", schema(api, &ty.items))];
    all.extend(ty.min_items.map(|value| pair("minItems", number(value))));
    all.extend(ty.max_items.map(|value| pair("maxItems", number(value))));
    if ty.unique {
        all.push(pair("uniqueItems", Json::Bool(true)));
    }
    match ty.delimiter {
        None => all,
        Some(sign) => {
            let sign = pair("delimiter", text(&sign.to_string()));
            on_the_wire(in_language(&all).into_iter().chain([sign]))
        }
    }
}

fn map(api: &Api, ty: &MapType) -> Vec<Pair> {
    let values = schema(api, &ty.values);
    let mut all = vec![pair("type", text("object")), pair("additionalProperties", values)];
    all.extend(ty.min_properties.map(|value| pair("minProperties", number(value))));
    all.extend(ty.max_properties.map(|value| pair("maxProperties", number(value))));
    all
}

/// The standard `enum` is complete; an open one is a text of which some values are known.
fn values(ty: &EnumType) -> Vec<Pair> {
    let wires = || array(ty.values.iter().map(|value| text(&value.wire)));
    let mut all = vec![pair("type", text("string"))];
    if !ty.open {
        all.push(pair("enum", wires()));
    }
    let plain = |value: &bizkit_spec::model::EnumValue| {
        value.description.is_none() && Name::new(&value.wire).as_ref() == Some(&value.name)
    };
    if !ty.values.iter().all(plain) {
        let entries = ty.values.iter().map(|value| {
            let about = value.description.as_deref();
            let fact = match renamed(&value.name, &value.wire) {
                None => about.map_or(Json::Null, text),
                Some((_, name)) => {
                    let about = about.map(|about| pair("description", text(about)));
                    object([pair("name", name)].into_iter().chain(about))
                }
            };
            pair(&value.wire, fact)
        });
        all.push(extension("enum", object(entries)));
    } else if ty.open {
        all.push(extension("enum", wires()));
    }
    if ty.open {
        all.push(extension("open", Json::Bool(true)));
    }
    all
}

fn union(api: &Api, ty: &UnionType) -> Vec<Pair> {
    let branches = ty.variants.iter().map(|variant| branch(api, variant, ty.discriminator.as_deref()));
    let mut all = vec![pair("oneOf", array(branches))];
    if ty.number_in_text().is_some() {
        // No standard word bounds a number that is written as text.
        all.extend(list_of_types(api, ty));
    }
    all.extend(ty.discriminator.as_deref().map(|field| extension("discriminator", text(field))));
    all
}

/// The short form of a union of scalars, whose rules hold for all of its forms.
fn list_of_types(api: &Api, ty: &UnionType) -> Vec<Pair> {
    let mut words = Vec::new();
    let mut rules: Vec<Pair> = Vec::new();
    for variant in &ty.variants {
        let Some(schema) = &variant.schema else { continue };
        let members = match &schema.kind {
            Kind::String(ty) => string(&StringType { number: None, ..ty.clone() }),
            other => kind(api, other),
        };
        for (name, value) in in_language(&members) {
            if name == "type" { words.push(value) } else { rules.push(extension(&name, value)) }
        }
    }
    [extension("type", array(words))].into_iter().chain(rules).collect()
}

/// One branch: its name is the title, its tag is a constant beside its fields.
fn branch(api: &Api, variant: &Variant, discriminator: Option<&str>) -> Json {
    let name = variant.name.pascal();
    let mut all = vec![pair("title", text(&name)), extension("name", text(&name))];
    all.extend(variant.failure.then(|| extension("failure", Json::Bool(true))));
    let Some(field) = discriminator else {
        if let Select::Has(member) = &variant.select {
            all.push(extension("has", text(member)));
        }
        all.extend(variant.schema.iter().flat_map(|schema| members(api, schema)));
        return object(all);
    };
    let tag = match &variant.select {
        Select::Tag(tag) => {
            let value = match tag {
                Tag::Boolean(value) => Json::Bool(*value),
                Tag::Integer(value) => number(value),
                Tag::String(value) => text(value),
            };
            all.push(extension("when", value.clone()));
            let constant = object([pair("const", value)]);
            vec![
                pair("type", text("object")),
                pair("properties", object([pair(field, constant)])),
                pair("required", array([text(field)])),
            ]
        }
        Select::Absent | Select::Has(_) | Select::Kind(_) => {
            all.push(extension("absent", Json::Bool(true)));
            vec![pair("type", text("object")), pair("not", object([pair("required", array([text(field)]))]))]
        }
    };
    match &variant.schema {
        Some(payload) => {
            let payload = schema(api, payload);
            all.push(pair("allOf", array([payload, object(tag)])));
        }
        None => {
            all.extend(variant.description.as_deref().map(|about| pair("description", text(about))));
            all.extend(tag);
        }
    }
    object(all)
}
