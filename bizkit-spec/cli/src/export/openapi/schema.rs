//! A type to a Schema Object. Its standard members describe what travels on the wire, so that every
//! reader of JSON Schema can check a value with it.

use super::language::in_language;
use super::members::{component, deprecation, extension, external, groups, renamed};
use crate::export::words::seen;
use bizkit_spec::json::Json;
use bizkit_spec::json::build::{Pair, array, number, object, pair, text};
use bizkit_spec::model::{
    Api, ArrayType, BooleanType, Bound, EnumType, EnumValue, Field, Format, IntegerType, Kind, MapType,
    Normalize, NumberType, ObjectType, Schema, Select, StringType, Tag, TextNumber, UnionType, Variant,
};
use bizkit_spec::name::Name;
use bizkit_spec::pattern::Pattern;

/// The Schema Object of a type where it is used.
pub(super) fn schema(api: &Api, schema: &Schema) -> Json {
    object(members(api, schema))
}

/// The members of that object.
pub(super) fn members(api: &Api, schema: &Schema) -> Vec<Pair> {
    let Schema {
        kind: of,
        nullable: or_null,
        sensitive,
        description,
        example,
        default,
        deprecated,
        docs,
        seen: known,
    } = schema;
    let mut all = kind(api, of);
    if *or_null {
        all = nullable(all);
    }
    if *sensitive {
        all.push(extension("sensitive", Json::Bool(true)));
    }
    all.extend(description.as_deref().map(|about| pair("description", text(about))));
    all.extend(docs.as_deref().map(|link| pair("externalDocs", external(link))));
    for (key, exact) in [("default", default), ("example", example)] {
        let Some(exact) = exact else { continue };
        let sent = on_the_way(api, schema, exact);
        let differs = sent != *exact;
        all.push(if key == "example" { pair("examples", array([sent])) } else { pair(key, sent) });
        all.extend(differs.then(|| extension(key, exact.clone())));
    }
    all.extend(deprecation(deprecated.as_ref()));
    all.extend(known.map(|known| extension("seen", seen(known))));
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
        Kind::Boolean(BooleanType { as_string }) => as_text(*as_string, vec![pair("type", text("boolean"))]),
        Kind::Array(ty) => list(api, ty),
        Kind::Map(ty) => map(api, ty),
        Kind::Json => Vec::new(),
        Kind::Binary => vec![pair("type", text("string")), pair("format", text("binary"))],
        Kind::Ref(id) => {
            let name = component(api.type_def(*id));
            vec![pair("$ref", text(&format!("#/components/schemas/{name}")))]
        }
        Kind::Object(ty) => {
            let ObjectType { fields, additional_properties, constraints: rules, observed } = ty;
            let mut members = object_members(api, &fields.iter().collect::<Vec<_>>());
            members.extend(
                additional_properties.as_ref().map(|rest| pair("additionalProperties", others(api, rest))),
            );
            let wires: Vec<&str> = fields.iter().map(|field| field.wire.as_str()).collect();
            members.extend(groups(rules, &wires));
            if *observed {
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
    // `required` is a list beside the properties; what no property names is `additionalProperties`.
    let properties =
        fields.iter().map(|Field { wire, name, required: _, additional_properties: _, schema, span: _ }| {
            let mut members = members(api, schema);
            members.extend(renamed(name, wire));
            pair(wire, object(members))
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
    let StringType { min_length, max_length, pattern, format, normalize, number: written } = ty;
    let mut all = vec![pair("type", text("string"))];
    all.extend(format.map(|format| match format {
        // Elsewhere this word means `PT1H30M`.
        Format::Duration => extension("format", text(format.word())),
        _ => pair("format", text(format.word())),
    }));
    all.extend(min_length.map(|value| pair("minLength", number(value))));
    all.extend(max_length.map(|value| pair("maxLength", number(value))));
    let number = written.as_ref().filter(|_| normalize.is_empty()).map(|number| match number {
        TextNumber::Integer(_) => "^-?(0|[1-9][0-9]*)$",
        TextNumber::Number(_) => r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$",
    });
    let pattern = pattern.as_ref().map(Pattern::source).or(number);
    all.extend(pattern.map(|pattern| pair("pattern", text(pattern))));
    if !normalize.is_empty() {
        all.push(extension("normalize", array(normalize.iter().map(step))));
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

/// A whole number; whether it is written as text is the caller's to say.
fn integer(ty: &IntegerType) -> Vec<Pair> {
    let IntegerType { minimum, maximum, multiple_of, allowed, as_string: _ } = ty;
    let mut all = vec![pair("type", text("integer"))];
    all.extend(minimum.map(|value| pair("minimum", number(value))));
    all.extend(maximum.map(|value| pair("maximum", number(value))));
    all.extend(multiple_of.map(|value| pair("multipleOf", number(value))));
    if !allowed.is_empty() {
        all.push(pair("enum", array(allowed.iter().map(number))));
    }
    all
}

/// A number; whether it is written as text is the caller's to say.
fn numeric(ty: &NumberType) -> Vec<Pair> {
    let NumberType { minimum, maximum, max_scale, as_string: _ } = ty;
    let bound = |bound: &Bound, inclusive: &str, exclusive: &str| {
        pair(if bound.exclusive { exclusive } else { inclusive }, Json::Number(bound.value.clone()))
    };
    let mut all = vec![pair("type", text("number"))];
    all.extend(minimum.as_ref().map(|value| bound(value, "minimum", "exclusiveMinimum")));
    all.extend(maximum.as_ref().map(|value| bound(value, "maximum", "exclusiveMaximum")));
    all.extend(max_scale.map(|digits| {
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
    let ArrayType { items, min_items, max_items, unique, delimiter } = ty;
    let mut all = vec![pair("type", text("array")), pair("items", schema(api, items))];
    all.extend(min_items.map(|value| pair("minItems", number(value))));
    all.extend(max_items.map(|value| pair("maxItems", number(value))));
    if *unique {
        all.push(pair("uniqueItems", Json::Bool(true)));
    }
    match delimiter {
        None => all,
        Some(sign) => {
            let sign = pair("delimiter", text(&sign.to_string()));
            on_the_wire(in_language(&all).into_iter().chain([sign]))
        }
    }
}

fn map(api: &Api, ty: &MapType) -> Vec<Pair> {
    let MapType { values, min_properties, max_properties } = ty;
    let mut all = vec![pair("type", text("object")), pair("additionalProperties", schema(api, values))];
    all.extend(min_properties.map(|value| pair("minProperties", number(value))));
    all.extend(max_properties.map(|value| pair("maxProperties", number(value))));
    all
}

/// The standard `enum` is complete; an open one is a text of which some values are known.
fn values(ty: &EnumType) -> Vec<Pair> {
    let EnumType { values, open } = ty;
    let wires = || array(values.iter().map(|value| text(&value.wire)));
    let mut all = vec![pair("type", text("string"))];
    if !open {
        all.push(pair("enum", wires()));
    }
    let plain = |value: &EnumValue| {
        value.description.is_none() && Name::new(&value.wire).as_ref() == Some(&value.name)
    };
    if !values.iter().all(plain) {
        let entries = values.iter().map(|EnumValue { wire, name, description, span: _ }| {
            let about = description.as_deref();
            let fact = match renamed(name, wire) {
                None => about.map_or(Json::Null, text),
                Some((_, name)) => {
                    let about = about.map(|about| pair("description", text(about)));
                    object([pair("name", name)].into_iter().chain(about))
                }
            };
            pair(wire, fact)
        });
        all.push(extension("enum", object(entries)));
    } else if *open {
        all.push(extension("enum", wires()));
    }
    if *open {
        all.push(extension("open", Json::Bool(true)));
    }
    all
}

fn union(api: &Api, ty: &UnionType) -> Vec<Pair> {
    let UnionType { discriminator, variants } = ty;
    let branches = variants.iter().map(|variant| branch(api, variant, discriminator.as_deref()));
    let mut all = vec![pair("oneOf", array(branches))];
    if ty.number_in_text().is_some() {
        // No standard word bounds a number that is written as text.
        all.extend(list_of_types(api, ty));
    }
    all.extend(discriminator.as_deref().map(|field| extension("discriminator", text(field))));
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
    let Variant { name, select, schema: holds, failure, description, span: _ } = variant;
    let name = name.pascal();
    let mut all = vec![pair("title", text(&name)), extension("name", text(&name))];
    all.extend(failure.then(|| extension("failure", Json::Bool(true))));
    let Some(field) = discriminator else {
        if let Select::Has(member) = select {
            all.push(extension("has", text(member)));
        }
        all.extend(holds.iter().flat_map(|schema| members(api, schema)));
        return object(all);
    };
    let tag = match select {
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
    match holds {
        Some(payload) => {
            let payload = schema(api, payload);
            all.push(pair("allOf", array([payload, object(tag)])));
        }
        None => {
            all.extend(description.as_deref().map(|about| pair("description", text(about))));
            all.extend(tag);
        }
    }
    object(all)
}
