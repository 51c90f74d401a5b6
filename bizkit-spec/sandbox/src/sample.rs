//! A type -> some value of it, for responses without an example.

use bizkit_spec::json::Json;
use bizkit_spec::model::{
    Api, ArrayType, BooleanType, EnumType, Field, IntegerType, Kind, NumberType, ObjectType, Schema, Select,
    StringType, Tag, TextNumber, UnionType, Variant,
};

/// How deep optional members are still filled in; recursive types end there.
const DEPTH: usize = 6;

/// How many values are made before optional members are left out.
const VALUES: usize = 1000;

/// The example or default of a type, else the simplest value that keeps its lengths and bounds.
pub(super) fn sample(api: &Api, schema: &Schema) -> Json {
    Sampler { api, left: VALUES }.value(schema, DEPTH)
}

/// Makes one value. Below `depth`, and when nothing is left, it makes the smallest one, which ends.
struct Sampler<'a> {
    api: &'a Api,
    /// How many more values may be made.
    left: usize,
}

impl Sampler<'_> {
    fn value(&mut self, schema: &Schema, depth: usize) -> Json {
        self.left = self.left.saturating_sub(1);
        let depth = if self.left == 0 { 0 } else { depth };
        if let Some(documented) = schema.example.as_ref().or(schema.default.as_ref()) {
            return documented.clone();
        }
        if schema.nullable && depth == 0 {
            return Json::Null;
        }
        let number =
            |text: String, as_string: bool| if as_string { Json::String(text) } else { Json::Number(text) };
        match &schema.kind {
            Kind::Ref(id) => self.value(&self.api.type_def(*id).schema, depth),
            Kind::String(rules) => Json::String(text(rules)),
            Kind::Integer(rules) => number(whole(rules), rules.as_string),
            Kind::Number(rules) | Kind::Decimal(rules) => number(numeric(rules), rules.as_string),
            Kind::Boolean(BooleanType { as_string: true }) => Json::String("true".to_owned()),
            Kind::Boolean(BooleanType { as_string: false }) => Json::Bool(true),
            Kind::Array(list) => self.list(list, depth),
            // Its keys are free, so nobody can guess one.
            Kind::Map(_) | Kind::Json => Json::Object(Vec::new()),
            Kind::Binary => Json::String(String::new()),
            Kind::Enum(EnumType { values, open: _ }) => {
                Json::String(values.first().map_or("text", |value| &value.wire).to_owned())
            }
            Kind::Object(object) => Json::Object(self.members(object, depth)),
            Kind::Union(union) => self.union(union, depth),
        }
    }

    /// As many elements as there must be, one at least while there is depth left.
    fn list(&mut self, list: &ArrayType, depth: usize) -> Json {
        // Elements are equal; a list of different ones, or one that is joined, should have an example.
        let ArrayType { items, min_items, max_items: _, unique: _, delimiter: _ } = list;
        match min_items.unwrap_or(0).max(u64::from(depth > 0)).min(100) {
            0 => Json::Array(Vec::new()),
            count => {
                let item = self.value(items, depth.saturating_sub(1));
                Json::Array((0..count).map(|_| item.clone()).collect())
            }
        }
    }

    /// The required members, and the optional ones while there is depth left.
    fn members(&mut self, object: &ObjectType, depth: usize) -> Vec<(String, Json)> {
        let ObjectType { fields, additional_properties: _, constraints: _, observed: _ } = object;
        let mut members = Vec::new();
        for Field { wire, name: _, required, additional_properties: _, schema, span: _ } in fields {
            if *required || depth > 0 && self.left > 0 {
                let value = self.value(schema, depth.saturating_sub(1));
                members.push((wire.clone(), value));
            }
        }
        members
    }

    /// The first branch that is no failure; the flattest one where no depth is left.
    fn union(&mut self, union: &UnionType, depth: usize) -> Json {
        let flattest = union
            .variants
            .iter()
            .min_by_key(|variant| variant.schema.as_ref().map_or(1, |schema| self.least_depth(schema)));
        let success = union.variants.iter().find(|variant| !variant.failure);
        let variant = if depth == 0 { flattest } else { success.or(flattest) };
        variant.map_or(Json::Null, |variant| self.branch(union, variant, depth))
    }

    /// How many levels the flattest value has.
    fn least_depth(&self, schema: &Schema) -> usize {
        match &schema.kind {
            _ if schema.nullable => 0,
            Kind::Ref(id) => self.api.type_def(*id).depth,
            Kind::Array(list) if list.min_items.unwrap_or(0) > 0 => 1 + self.least_depth(&list.items),
            Kind::Array(_) | Kind::Map(_) => 1,
            Kind::String(_)
            | Kind::Integer(_)
            | Kind::Number(_)
            | Kind::Decimal(_)
            | Kind::Boolean(_)
            | Kind::Json
            | Kind::Binary
            | Kind::Object(_)
            | Kind::Enum(_)
            | Kind::Union(_) => 0,
        }
    }

    /// One branch of a union, its tag first.
    fn branch(&mut self, union: &UnionType, variant: &Variant, depth: usize) -> Json {
        let payload = variant.schema.as_ref().map(|schema| self.value(schema, depth));
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
}

/// The least whole number, or what is nearest to zero.
fn whole(rules: &IntegerType) -> String {
    let IntegerType { minimum, maximum, multiple_of, allowed, as_string: _ } = rules;
    let least = allowed.first().copied().or(*minimum).or(maximum.map(|most| most.min(0)));
    let step = multiple_of.unwrap_or(1).max(1);
    let value = least.unwrap_or(0);
    (value + (step - value.rem_euclid(step)) % step).to_string()
}

/// A bound, or zero where there is none.
fn numeric(rules: &NumberType) -> String {
    let NumberType { minimum, maximum, max_scale: _, as_string: _ } = rules;
    let bound = minimum.as_ref().or(maximum.as_ref());
    bound.map_or_else(|| "0".to_owned(), |bound| bound.value.clone())
}

/// A text of the right form and length. A pattern is not looked at: its type should have an example.
fn text(rules: &StringType) -> String {
    let StringType { min_length, max_length, pattern: _, format, normalize: _, number } = rules;
    match number {
        Some(TextNumber::Integer(rules)) => return whole(rules),
        Some(TextNumber::Number(rules)) => return numeric(rules),
        None => {}
    }
    if let Some(format) = format {
        return format.sample().to_owned();
    }
    let least = min_length.unwrap_or(0).min(10_000);
    let length = max_length.unwrap_or(u64::MAX).min(least.max(4));
    "text".chars().cycle().take(usize::try_from(length).unwrap_or(4)).collect()
}
