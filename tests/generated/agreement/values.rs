//! Random values of a schema: mostly right, often just beyond a bound, sometimes of another type.

use super::{numbers, texts};
use crate::support::random::Random;
use bizkit_spec::json::Json;
use bizkit_spec::model::{Api, ArrayType, Field, Kind, MapType, Schema, Select, Tag, UnionType};

pub(crate) struct Values<'a> {
    api: &'a Api,
    random: &'a mut Random,
    depth: u32,
    /// How many of a hundred parts are of another type.
    noise: usize,
}

impl<'a> Values<'a> {
    pub(crate) fn new(api: &'a Api, random: &'a mut Random) -> Self {
        // Large objects with a little noise everywhere would never be right.
        let noise = [0, 0, 1, 5, 20][random.below(5)];
        Self { api, random, depth: 0, noise }
    }

    pub(crate) fn of(&mut self, schema: &Schema) -> Json {
        let definition = self.api.resolved(schema);
        if schema.nullable && self.random.percent(15) {
            return Json::Null;
        }
        if self.random.percent(self.noise) {
            return self.anything();
        }
        self.depth += 1;
        let example = schema.example.as_ref().or(definition.example.as_ref());
        let value = self.kind(&definition.kind, example);
        self.depth -= 1;
        value
    }

    fn kind(&mut self, kind: &Kind, example: Option<&Json>) -> Json {
        let wild = self.noise > 0;
        match kind {
            Kind::String(rules) => {
                Json::String(texts::text(self.random, rules, example.and_then(Json::as_str), wild))
            }
            Kind::Enum(rules) if rules.values.is_empty() => Json::String("mauve".to_owned()),
            Kind::Enum(rules) => {
                let known = &rules.values[self.random.below(rules.values.len())].wire;
                let value = if wild && self.random.percent(10) { format!("{known}s") } else { known.clone() };
                Json::String(value)
            }
            Kind::Integer(rules) => numbers::integer(self.random, rules, wild),
            Kind::Number(rules) => numbers::number(self.random, rules, wild, true),
            Kind::Decimal(rules) => numbers::number(self.random, rules, wild, false),
            Kind::Boolean(rules) => {
                let value = Json::Bool(self.random.percent(50));
                let quoted = rules.as_string || wild && self.random.percent(10);
                if quoted { Json::String(value.to_string()) } else { value }
            }
            Kind::Array(rules) => self.array(rules),
            Kind::Map(rules) => self.map(rules),
            Kind::Object(rules) => {
                let mut members = self.members(&rules.fields);
                if self.random.percent(10) {
                    members.push(("later".to_owned(), self.anything()));
                }
                if let Some(Kind::Map(map)) =
                    rules.additional_properties.as_ref().map(|rest| &rest.schema.kind)
                    && let Json::Object(rest) = self.map(map)
                {
                    members.extend(rest.into_iter().filter(|(key, _)| key != "kind" && key != "ok"));
                }
                Json::Object(members)
            }
            Kind::Union(rules) => self.union(rules),
            Kind::Json => self.anything(),
            Kind::Binary => Json::String("Zm9v".to_owned()),
            Kind::Ref(_) => unreachable!("references are followed"),
        }
    }

    /// Whatever JSON there is.
    fn anything(&mut self) -> Json {
        let texts = ["", "a", "1", "true", "ř\u{1F600}\n\"", "null", "2024-01-01"];
        let numbers = ["0", "-1", "1.5", "1e2", "9223372036854775808", "-0", "0.001"];
        match self.random.below(if self.depth > 6 { 4 } else { 6 }) {
            0 => Json::Null,
            1 => Json::Bool(self.random.percent(50)),
            2 => Json::Number(self.random.pick(&numbers).to_owned()),
            3 => Json::String(self.random.pick(&texts).to_owned()),
            4 => {
                self.depth += 1;
                let items = (0..self.random.below(3)).map(|_| self.anything()).collect();
                self.depth -= 1;
                Json::Array(items)
            }
            _ => {
                self.depth += 1;
                let members = ["a", "kind", "b c"].into_iter().take(self.random.below(4));
                let members = members.map(|key| (key.to_owned(), self.anything())).collect();
                self.depth -= 1;
                Json::Object(members)
            }
        }
    }

    /// A number of elements near the bounds.
    fn count(&mut self, min: Option<u64>, max: Option<u64>) -> usize {
        let min = usize::try_from(min.unwrap_or(0)).unwrap();
        let max = max.map_or(min + 2, |max| usize::try_from(max).unwrap().min(min + 6));
        if self.depth > 5 {
            return min;
        }
        let beyond = usize::from(self.noise > 0 && self.random.percent(15));
        let low = min.saturating_sub(beyond);
        low + self.random.below(max + beyond - low + 1)
    }

    fn array(&mut self, rules: &ArrayType) -> Json {
        let count = self.count(rules.min_items, rules.max_items);
        let mut items: Vec<Json> = Vec::new();
        for _ in 0..count {
            let again = !items.is_empty() && self.random.percent(if rules.unique { 5 } else { 20 });
            let item =
                if again { items[self.random.below(items.len())].clone() } else { self.of(&rules.items) };
            items.push(item);
        }
        // Now and then an element holds what separates elements.
        if let Some(delimiter) = rules.delimiter
            && self.noise > 0
            && self.random.percent(20)
            && let Some(Json::String(text)) = items.first_mut()
        {
            text.push(delimiter);
        }
        match rules.delimiter {
            Some(delimiter) if !self.random.percent(self.noise) => {
                let text = |item: &Json| item.as_str().map_or_else(|| item.to_string(), str::to_owned);
                let parts: Vec<String> = items.iter().map(text).collect();
                Json::String(parts.join(delimiter.to_string().as_str()))
            }
            _ => Json::Array(items),
        }
    }

    fn map(&mut self, rules: &MapType) -> Json {
        let keys = ["a", "ř", "a b", "x.y", "", "a-b", "q\"[0]", "0"];
        let count = self.count(rules.min_properties, rules.max_properties).min(keys.len());
        let first = self.random.below(keys.len());
        let keys = keys.iter().cycle().skip(first).take(count);
        Json::Object(keys.map(|key| ((*key).to_owned(), self.of(&rules.values))).collect())
    }

    fn members(&mut self, fields: &[Field]) -> Vec<(String, Json)> {
        let deep = self.depth > 5;
        let mut members = Vec::new();
        for field in fields {
            let chance = match (field.required, deep) {
                (true, _) => 100 - self.noise / 2,
                (false, true) => 0,
                (false, false) => 50,
            };
            if self.random.percent(chance) {
                members.push((field.wire.clone(), self.of(&field.schema)));
            }
        }
        if self.random.percent(20) {
            members.reverse();
        }
        members
    }

    fn union(&mut self, rules: &UnionType) -> Json {
        let variant = &rules.variants[self.random.below(rules.variants.len())];
        let payload = variant.schema.as_ref().map(|schema| self.of(schema));
        let Some(discriminator) = &rules.discriminator else {
            return self.told_by_members(rules, payload.unwrap_or(Json::Null));
        };
        let Some(Json::Object(mut members)) = payload.or(Some(Json::Object(Vec::new()))) else {
            return Json::Null;
        };
        let tag = match &variant.select {
            Select::Tag(Tag::Boolean(value)) => Some(Json::Bool(*value)),
            Select::Tag(Tag::Integer(value)) => Some(Json::Number(value.to_string())),
            Select::Tag(Tag::String(value)) => Some(Json::String(value.clone())),
            Select::Absent | Select::Has(_) | Select::Kind(_) => None,
        };
        let tag = if self.random.percent(self.noise) { self.odd_tag() } else { tag };
        members.retain(|(key, _)| key != discriminator);
        let place = self.random.below(members.len() + 1);
        members.splice(place..place, tag.map(|tag| (discriminator.clone(), tag)));
        Json::Object(members)
    }

    /// A value of a branch, sometimes with a member that tells another one.
    fn told_by_members(&mut self, rules: &UnionType, payload: Json) -> Json {
        let tells = rules.variants.iter().filter_map(|variant| match &variant.select {
            Select::Has(member) => Some(member),
            _ => None,
        });
        let tells: Vec<&String> = tells.collect();
        let Json::Object(mut members) = payload else { return payload };
        if !tells.is_empty() && self.random.percent(self.noise) {
            let member = tells[self.random.below(tells.len())];
            members.retain(|(key, _)| key != member);
            let place = self.random.below(members.len() + 1);
            let value = if self.random.percent(50) { Json::Null } else { self.anything() };
            members.insert(place, (member.clone(), value));
        }
        Json::Object(members)
    }

    /// A tag that the types may not know.
    fn odd_tag(&mut self) -> Option<Json> {
        match self.random.below(6) {
            0 => None,
            1 => Some(Json::String("later".to_owned())),
            2 => Some(Json::Number("77".to_owned())),
            3 => Some(Json::String("true".to_owned())),
            4 => Some(Json::Bool(true)),
            _ => Some(self.anything()),
        }
    }
}
