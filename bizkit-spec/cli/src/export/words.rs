//! A type in words: `text, 1 to 40 characters`.

use bizkit_spec::json::Json;
use bizkit_spec::json::build::{array, number as digits, object, pair, text};
use bizkit_spec::model::{
    Api, ArrayType, BooleanType, Bound, Constraint, ConstraintRule, Content, Endpoint, EnumType, ErrorTopic,
    Field, FieldId, Format, IntegerType, KeyLocation, Kind, MapType, MemberId, Normalize, NumberType,
    ObjectType, PageStyle, Pagination, ParameterId, Partition, RateLimit, Schema, Seen, Select, StringType,
    Tag, TextNumber, TypeId, UnionType,
};
use bizkit_spec::period;
use std::fmt::{Display, Write};

/// What a value is and which rules it keeps, on one line.
pub(super) fn schema(api: &Api, schema: &Schema) -> String {
    Words { named: &|id| api.type_def(id).name.pascal(), code: &|text| format!("`{text}`") }.schema(schema)
}

/// Types in words, with a way to write the names of types, and one for what a spec says letter by letter.
pub(super) struct Words<'a> {
    pub(super) named: &'a dyn Fn(TypeId) -> String,
    pub(super) code: &'a dyn Fn(&str) -> String,
}

impl Words<'_> {
    /// What a value is and which rules it keeps, on one line.
    pub(super) fn schema(&self, schema: &Schema) -> String {
        // Prose, link and example have places of their own beside this line.
        let Schema {
            kind,
            nullable,
            sensitive,
            description: _,
            example: _,
            default,
            deprecated,
            docs: _,
            seen: _,
        } = schema;
        let mut parts = vec![self.kind(kind)];
        if *nullable {
            parts.push("or null".to_owned());
        }
        if let Some(default) = default {
            parts.push(format!("default {}", (self.code)(&default.to_string())));
        }
        if *sensitive {
            parts.push("secret".to_owned());
        }
        if deprecated.is_some() {
            parts.push("deprecated".to_owned());
        }
        parts.join(", ")
    }

    fn kind(&self, kind: &Kind) -> String {
        match kind {
            Kind::String(ty) => self.string(ty),
            Kind::Integer(ty) => integer("integer", ty),
            Kind::Number(ty) => number("number", ty),
            Kind::Decimal(ty) => number("decimal", ty),
            Kind::Boolean(BooleanType { as_string }) => join("boolean", [as_text(*as_string)]),
            Kind::Array(ty) => self.list(ty),
            Kind::Map(ty) => {
                let MapType { values, min_properties, max_properties } = &**ty;
                let size = range(*min_properties, *max_properties, [" entry", " entries"]);
                join(&format!("map to {}", self.schema(values)), [size])
            }
            Kind::Json => "any JSON".to_owned(),
            Kind::Binary => "bytes".to_owned(),
            Kind::Ref(id) => (self.named)(*id),
            // Whoever shows the fields shows the rules over them.
            Kind::Object(ObjectType { fields: _, additional_properties: _, constraints: _, observed: _ }) => {
                "object".to_owned()
            }
            Kind::Enum(EnumType { values, open: _ }) if values.is_empty() => {
                "text of a list that is not documented".to_owned()
            }
            Kind::Enum(EnumType { values, open }) => {
                let values = values.iter().map(|value| (self.code)(&value.wire)).collect::<Vec<_>>();
                let open = if *open { " or another text" } else { "" };
                format!("one of {}{open}", values.join(" "))
            }
            Kind::Union(UnionType { discriminator: _, variants }) => {
                let names = variants.iter().map(|variant| variant.name.pascal()).collect::<Vec<_>>();
                format!("union of {}", names.join(", "))
            }
        }
    }

    fn list(&self, ty: &ArrayType) -> String {
        let ArrayType { items, min_items, max_items, unique, delimiter } = ty;
        join(
            &format!("list of {}", self.schema(items)),
            [
                range(*min_items, *max_items, [" element", " elements"]),
                unique.then(|| "no two equal".to_owned()),
                delimiter.map(|sign| format!("joined with {}", (self.code)(&sign.to_string()))),
            ],
        )
    }

    fn string(&self, ty: &StringType) -> String {
        let StringType { min_length, max_length, pattern, format, normalize, number: rules } = ty;
        join(
            format.map_or("text", Format::word),
            [
                range(*min_length, *max_length, [" character", " characters"]),
                pattern.as_ref().map(|pattern| format!("matches {}", (self.code)(pattern.source()))),
                rules.as_ref().map(|rules| match rules {
                    TextNumber::Integer(ty) => integer("an integer", ty),
                    TextNumber::Number(ty) => number("a number", ty),
                }),
                (!normalize.is_empty()).then(|| self.normalised(normalize)),
            ],
        )
    }

    /// The steps before every rule.
    fn normalised(&self, steps: &[Normalize]) -> String {
        let quoted = |text: &str| if text.is_empty() { "nothing".to_owned() } else { (self.code)(text) };
        let words = steps.iter().map(|step| match step {
            Normalize::Trim => "trimmed".to_owned(),
            Normalize::Lowercase => "lower case".to_owned(),
            Normalize::Uppercase => "upper case".to_owned(),
            Normalize::Phone => "telephone number".to_owned(),
            Normalize::Replace(pairs) => {
                let pair = |(from, to): &(String, String)| format!("{} to {}", quoted(from), quoted(to));
                pairs.iter().map(pair).collect::<Vec<_>>().join(", ")
            }
        });
        format!("normalised ({})", words.collect::<Vec<_>>().join(", then "))
    }
}

/// Whether a member must be there.
pub(super) fn presence(field: &Field) -> &'static str {
    if field.required { "required" } else { "optional" }
}

/// `true`, `1`, `"circle"`, or what JSON shows.
pub(super) fn select(select: &Select, discriminator: Option<&str>) -> String {
    match select {
        Select::Tag(tag) => format!("{} = {}", discriminator.unwrap_or_default(), self::tag(tag)),
        Select::Absent => format!("no {}", discriminator.unwrap_or_default()),
        Select::Has(member) => format!("has {member}"),
        Select::Kind(kind) => format!("a JSON {}", format!("{kind:?}").to_lowercase()),
    }
}

fn tag(tag: &Tag) -> String {
    match tag {
        Tag::Boolean(value) => value.to_string(),
        Tag::Integer(value) => value.to_string(),
        Tag::String(value) => format!("\"{value}\""),
    }
}

fn integer(word: &str, ty: &IntegerType) -> String {
    let IntegerType { minimum, maximum, multiple_of, allowed, as_string } = ty;
    let values = allowed.iter().map(ToString::to_string).collect::<Vec<_>>();
    join(
        word,
        [
            range(*minimum, *maximum, ["", ""]),
            multiple_of.map(|step| format!("multiple of {step}")),
            (!values.is_empty()).then(|| format!("one of {}", values.join(" "))),
            as_text(*as_string),
        ],
    )
}

fn number(word: &str, ty: &NumberType) -> String {
    let NumberType { minimum, maximum, max_scale, as_string } = ty;
    let bound = |bound: &Option<Bound>, inclusive: &str, exclusive: &str| {
        bound.as_ref().map(|Bound { value, exclusive: out }| {
            format!("{} {value}", if *out { exclusive } else { inclusive })
        })
    };
    join(
        word,
        [
            bound(minimum, "from", "above"),
            bound(maximum, "to", "below"),
            max_scale.map(|digits| match digits {
                1 => "at most 1 digit behind the point".to_owned(),
                digits => format!("at most {digits} digits behind the point"),
            }),
            as_text(*as_string),
        ],
    )
}

fn as_text(as_string: bool) -> Option<String> {
    as_string.then(|| "as text in JSON".to_owned())
}

/// A range and its unit, which is one or many as the last number is.
fn range<T: Display + PartialEq>(low: Option<T>, high: Option<T>, unit: [&str; 2]) -> Option<String> {
    let [one, many] = unit;
    let with_unit = |number: &T| {
        let number = number.to_string();
        let unit = if number == "1" { one } else { many };
        number + unit
    };
    match (low, high) {
        (Some(low), Some(high)) if low == high => Some(with_unit(&low)),
        (Some(low), Some(high)) => Some(format!("{low} to {}", with_unit(&high))),
        (Some(low), None) => Some(format!("from {}", with_unit(&low))),
        (None, Some(high)) => Some(format!("up to {}", with_unit(&high))),
        (None, None) => None,
    }
}

fn join<const N: usize>(word: &str, rules: [Option<String>; N]) -> String {
    std::iter::once(word.to_owned()).chain(rules.into_iter().flatten()).collect::<Vec<_>>().join(", ")
}

pub(crate) fn group_rule(rule: ConstraintRule) -> &'static str {
    match rule {
        ConstraintRule::ExactlyOneOf => "exactlyOneOf",
        ConstraintRule::AtLeastOneOf => "atLeastOneOf",
        ConstraintRule::AllOrNoneOf => "allOrNoneOf",
        ConstraintRule::DependentRequired => "dependentRequired",
    }
}

/// A rule over several members as the language writes it.
pub(crate) fn group(group: &Constraint, wires: &[&str]) -> (&'static str, Json) {
    let list = |members: &[MemberId]| array(members.iter().map(|member| text(member.of::<&str>(wires))));
    let value = match (group.rule, group.members.as_slice()) {
        (ConstraintRule::DependentRequired, [first, needed @ ..]) => {
            object([pair(first.of::<&str>(wires), list(needed))])
        }
        (_, members) => list(members),
    };
    (group_rule(group.rule), value)
}

pub(crate) fn error_topic(topic: ErrorTopic) -> &'static str {
    match topic {
        ErrorTopic::Key => "key",
        ErrorTopic::Rate => "rate",
        ErrorTopic::Session => "session",
        ErrorTopic::Permission => "permission",
        ErrorTopic::Missing => "missing",
        ErrorTopic::Input => "input",
        ErrorTopic::Server => "server",
    }
}

/// A quota as specs write it.
pub(super) fn rate_limit(limit: &RateLimit) -> Json {
    let RateLimit { requests, per, by } = limit;
    let by = match by {
        Partition::Key => "key",
        Partition::Address => "address",
    };
    object([pair("requests", digits(requests)), pair("per", text(&period::text(*per))), pair("by", text(by))])
}

/// How something is known, as specs write it.
pub(super) fn seen(seen: Seen) -> Json {
    object([pair("in", text(seen.source.as_str())), pair("on", text(&seen.on.to_string()))])
}

/// `a`, `b` and `c`
pub(super) fn listed(words: &[String], last: &str) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [rest @ .., end] => format!("{} {last} {end}", rest.join(", ")),
    }
}

/// Where a key travels; `code` writes what a spec says letter by letter.
pub(super) fn key(name: &str, places: &[KeyLocation], code: impl Fn(&str) -> String) -> String {
    let name = code(name);
    let words = places.iter().map(|place| match place {
        KeyLocation::Query => format!("{name} in the query"),
        KeyLocation::Bearer => "a Bearer token".to_owned(),
        KeyLocation::Header => format!("the header {name}"),
        KeyLocation::Body => format!("{name} in the body"),
    });
    listed(&words.collect::<Vec<_>>(), "or")
}

/// How a list goes on.
pub(super) fn pagination(
    api: &Api,
    endpoint: &Endpoint,
    pages: &Pagination,
    code: impl Fn(&str) -> String,
) -> String {
    let parameter = |id: ParameterId| code(&id.of(&endpoint.parameters).field.wire);
    let fields: &[Field] = match endpoint.responses.first().map(|response| &response.content) {
        Some(Content::Json(schema)) => match &api.resolved(schema).kind {
            Kind::Object(object) => &object.fields,
            _ => &[],
        },
        Some(Content::Empty | Content::Text(_) | Content::Binary(_)) | None => &[],
    };
    let field = |id: FieldId| code(&id.of(fields).wire);
    let Pagination { style, cursor, limit, default_limit, items, total } = pages;
    let cursor = parameter(*cursor);
    let mut words = match style {
        PageStyle::Page { first } => format!("{cursor} counts pages from {first}"),
        PageStyle::Offset => format!("{cursor} counts items to leave out"),
    };
    if let Some(limit) = limit {
        let _ = write!(words, ", {} is the size of a page", parameter(*limit));
    }
    if let Some(limit) = default_limit {
        let _ = write!(words, ", which is {limit} where none is named");
    }
    let _ = write!(words, "; {} holds the items", field(*items));
    if let Some(total) = total {
        let _ = write!(words, ", {} the number of all items", field(*total));
    }
    words
}
