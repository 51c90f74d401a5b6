//! What the script of the page knows: of each call how it travels and what its arguments must be. Everything for people stands in
//! the markup and is not said again. Names are short, for the page holds hundreds of each.

use crate::export::words::group_rule;
use bizkit_spec::json::Json;
use bizkit_spec::json::build::{Pair, array, number, object, pair, text};
use bizkit_spec::model::{
    Api, BodyPlan, Bound, Constraint, Endpoint, Field, Format, IntegerType, JsonKind, Kind, Normalize,
    NumberType, RetryClass, Schema, Segment, Select, StringType, Tag, TextNumber, TypeId, Variant,
};
use bizkit_spec::rust;
use std::collections::BTreeMap;

/// Everything.
pub(super) fn of(api: &Api, root: &str) -> Json {
    let mut writer = Writer { api, ids: BTreeMap::new(), types: Vec::new() };
    let endpoints: Vec<Pair> =
        api.endpoints.iter().map(|endpoint| pair(&endpoint.id, writer.endpoint(endpoint))).collect();
    let mut members = vec![pair("root", text(root)), pair("host", text(&api.base_url))];
    members.extend(api.key.as_ref().map(|key| pair("env", text(key.env.as_deref().unwrap_or("API_KEY")))));
    members.push(pair("calls", Json::Object(endpoints)));
    let types = writer.types.into_iter().map(|ty| ty.unwrap_or(Json::Null));
    members.push(pair("types", array(types)));
    let formats = Format::ALL.iter().map(|format| pair(format.word(), text(format.description())));
    members.push(pair("formats", object(formats)));
    object(members)
}

struct Writer<'a> {
    api: &'a Api,
    /// Types that a request reaches, by where they stand in `types`.
    ids: BTreeMap<TypeId, usize>,
    types: Vec<Option<Json>>,
}

impl Writer<'_> {
    fn endpoint(&mut self, endpoint: &Endpoint) -> Json {
        let path = endpoint.request.path.iter().map(|segment| match segment {
            Segment::Literal(literal) => text(literal),
            Segment::Parameter(index) => number(index.0),
        });
        let mut members = vec![pair("m", text(endpoint.method.as_str())), pair("p", array(path))];
        members.extend(endpoint.base_url.as_deref().map(|host| pair("h", text(host))));
        members.extend(endpoint.key.as_ref().and_then(|key| {
            let place = key.locations.first()?;
            Some(pair("k", array([text(&key.name), text(place.word())])))
        }));
        members.push(pair("r", text(&rust::request_path(endpoint))));
        match endpoint.retry {
            RetryClass::Safe => {}
            RetryClass::Never => members.push(pair("never", number(1))),
        }
        let setters = rust::names::setters(endpoint);
        let arguments: Vec<Json> = endpoint
            .parameters
            .iter()
            .map(|parameter| (&parameter.field, parameter.location.word()))
            .chain(endpoint.body.as_ref().map(|body| (&body.field, "whole")))
            .map(|(field, place)| {
                let own = rust::names::setter(endpoint, &field.name);
                let mut member = self.member(field, &own);
                member.push(pair("in", text(place)));
                if field.schema.nullable && !field.required {
                    member.push(pair("clear", text(&rust::names::clearing(&setters, &field.name))));
                }
                Json::Object(member)
            })
            .collect();
        members.push(pair("a", array(arguments)));
        let kind = match endpoint.request.body {
            BodyPlan::None => None,
            BodyPlan::Object(_) => Some("object"),
            BodyPlan::Json => Some("json"),
            BodyPlan::Text => Some("text"),
            BodyPlan::Bytes => Some("bytes"),
        };
        if let (Some(kind), Some(ty)) = (kind, endpoint.content_type()) {
            members.push(pair("b", array([text(kind), text(ty)])));
        }
        members.extend(groups(&endpoint.constraints));
        object(members)
    }

    /// A member of a request or of an object; `own` is what Rust calls it.
    fn member(&mut self, field: &Field, own: &str) -> Vec<Pair> {
        let mut members = vec![pair("w", text(&field.wire)), pair("s", self.schema(&field.schema))];
        if field.required {
            members.push(pair("q", number(1)));
        }
        if own != field.wire {
            members.push(pair("r", text(own)));
        }
        members
    }

    fn schema(&mut self, schema: &Schema) -> Json {
        let mut members = self.kind(&schema.kind);
        if schema.nullable {
            members.push(pair("null", number(1)));
        }
        if schema.sensitive {
            members.push(pair("hide", number(1)));
        }
        members.extend(schema.example.clone().filter(|_| !schema.sensitive).map(|value| pair("x", value)));
        members.extend(schema.default.clone().map(|value| pair("d", value)));
        object(members)
    }

    fn kind(&mut self, kind: &Kind) -> Vec<Pair> {
        match kind {
            Kind::String(ty) => string(ty),
            Kind::Integer(ty) => integer(ty),
            Kind::Number(ty) => numeric("number", ty),
            Kind::Decimal(ty) => numeric("decimal", ty),
            Kind::Boolean(ty) => [kind_of("boolean")].into_iter().chain(as_text(ty.as_string)).collect(),
            Kind::Array(ty) => {
                let mut members = vec![kind_of("array"), pair("e", self.schema(&ty.items))];
                members.extend(ty.min_items.map(|value| pair("min", number(value))));
                members.extend(ty.max_items.map(|value| pair("max", number(value))));
                members.extend(ty.unique.then(|| pair("uniq", number(1))));
                members.extend(ty.delimiter.map(|sign| pair("by", text(&sign.to_string()))));
                members
            }
            Kind::Map(ty) => {
                let mut members = vec![kind_of("map"), pair("e", self.schema(&ty.values))];
                members.extend(ty.min_properties.map(|value| pair("min", number(value))));
                members.extend(ty.max_properties.map(|value| pair("max", number(value))));
                members
            }
            Kind::Json => vec![kind_of("json")],
            Kind::Binary => vec![kind_of("binary")],
            Kind::Ref(id) => vec![pair("t", number(self.named(*id)))],
            Kind::Object(ty) => {
                let fields: Vec<Json> = ty
                    .fields
                    .iter()
                    .map(|field| Json::Object(self.member(field, field.name.snake())))
                    .collect();
                let mut members = vec![kind_of("object"), pair("f", array(fields))];
                members.extend(
                    ty.additional_properties.as_ref().map(|rest| pair("rest", self.schema(&rest.schema))),
                );
                members.extend(groups(&ty.constraints));
                members
            }
            Kind::Enum(ty) => {
                let values = ty.values.iter().map(|value| match &value.description {
                    Some(meaning) => array([text(&value.wire), text(meaning)]),
                    None => array([text(&value.wire)]),
                });
                let mut members = vec![kind_of("enum"), pair("v", array(values))];
                members.extend(ty.open.then(|| pair("open", number(1))));
                members
            }
            Kind::Union(ty) => {
                let branches: Vec<Json> = ty.variants.iter().map(|variant| self.branch(variant)).collect();
                let tag = ty.discriminator.as_deref().map(|name| pair("tag", text(name)));
                [kind_of("union"), pair("v", array(branches))].into_iter().chain(tag).collect()
            }
        }
    }

    fn branch(&mut self, variant: &Variant) -> Json {
        let name = rust::names::pascal(&variant.name);
        let select = match &variant.select {
            Select::Tag(Tag::Boolean(value)) => pair("is", Json::Bool(*value)),
            Select::Tag(Tag::Integer(value)) => pair("is", number(value)),
            Select::Tag(Tag::String(value)) => pair("is", text(value)),
            Select::Absent => pair("absent", number(1)),
            Select::Has(member) => pair("has", text(member)),
            Select::Kind(kind) => pair(
                "json",
                text(match kind {
                    JsonKind::String => "string",
                    JsonKind::Number => "number",
                    JsonKind::Boolean => "boolean",
                    JsonKind::Array => "array",
                    JsonKind::Object => "object",
                }),
            ),
        };
        let schema = variant.schema.as_ref().map(|schema| pair("s", self.schema(schema)));
        object([pair("n", text(&name)), select].into_iter().chain(schema))
    }

    /// Where a named type stands among the types.
    fn named(&mut self, id: TypeId) -> usize {
        if let Some(at) = self.ids.get(&id) {
            return *at;
        }
        let at = self.types.len();
        self.ids.insert(id, at);
        self.types.push(None);
        let def = self.api.type_def(id);
        let Json::Object(mut members) = self.schema(&def.schema) else { return at };
        members.push(pair("n", text(&def.name.pascal())));
        if matches!(def.schema.kind, Kind::Object(_) | Kind::Union(_)) {
            members.push(pair("r", text(&rust::type_path(self.api, id))));
        }
        self.types[at] = Some(Json::Object(members));
        at
    }
}

fn groups(groups: &[Constraint]) -> Option<Pair> {
    let written = groups.iter().map(|group| {
        array(
            [text(group_rule(group.rule))]
                .into_iter()
                .chain(group.members.iter().map(|member| number(member.0))),
        )
    });
    (!groups.is_empty()).then(|| pair("g", array(written)))
}

fn kind_of(word: &str) -> Pair {
    pair("k", text(word))
}

fn as_text(as_string: bool) -> Option<Pair> {
    as_string.then(|| pair("as", number(1)))
}

fn string(ty: &StringType) -> Vec<Pair> {
    let mut members = vec![kind_of("string")];
    members.extend(ty.min_length.map(|value| pair("min", number(value))));
    members.extend(ty.max_length.map(|value| pair("max", number(value))));
    members.extend(ty.pattern.as_ref().map(|pattern| pair("re", text(pattern.source()))));
    members.extend(ty.format.map(|format| pair("fmt", text(format.word()))));
    members.extend(ty.number.as_ref().map(|rules| {
        let rules = match rules {
            TextNumber::Integer(ty) => integer(ty),
            TextNumber::Number(ty) => numeric("number", ty),
        };
        pair("num", object(rules))
    }));
    if !ty.normalize.is_empty() {
        let steps = ty.normalize.iter().map(|step| match step {
            Normalize::Trim => text("trim"),
            Normalize::Lowercase => text("lower"),
            Normalize::Uppercase => text("upper"),
            Normalize::Phone => text("phone"),
            Normalize::Replace(pairs) => array(pairs.iter().map(|(from, to)| array([text(from), text(to)]))),
        });
        members.push(pair("norm", array(steps)));
    }
    members
}

fn integer(ty: &IntegerType) -> Vec<Pair> {
    let mut members = vec![kind_of("integer")];
    members.extend(ty.minimum.map(|value| pair("min", number(value))));
    members.extend(ty.maximum.map(|value| pair("max", number(value))));
    members.extend(ty.multiple_of.map(|value| pair("step", number(value))));
    if !ty.allowed.is_empty() {
        members.push(pair("of", array(ty.allowed.iter().map(number))));
    }
    members.extend(as_text(ty.as_string));
    members
}

fn numeric(word: &str, ty: &NumberType) -> Vec<Pair> {
    let mut members = vec![kind_of(word)];
    let mut bound = |name: &str, bound: &Option<Bound>| {
        if let Some(Bound { value, exclusive }) = bound {
            members.push(pair(name, Json::Number(value.clone())));
            members.extend(exclusive.then(|| pair(&format!("{name}x"), number(1))));
        }
    };
    bound("min", &ty.minimum);
    bound("max", &ty.maximum);
    members.extend(ty.max_scale.map(|digits| pair("scale", number(digits))));
    members.extend(as_text(ty.as_string));
    members
}
