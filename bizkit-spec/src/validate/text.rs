//! Texts: normalised first, then every rule that they break.

use super::{Walk, allows, normalize, validate};
use crate::json::Json;
use crate::model::{Api, Kind, Schema, StringType};

impl Walk<'_> {
    pub(super) fn string(&mut self, rules: &StringType, value: &Json) {
        let StringType { min_length, max_length, pattern, format, normalize: steps, number } = rules;
        let Json::String(text) = value else { return self.wrong_type("a text", value) };
        let text = normalize(text, steps);
        let length = text.chars().count() as u64;
        let found = self.excerpt(&text);
        let range = match (*min_length, *max_length) {
            (Some(min), Some(max)) if min == max => format!("{min} characters"),
            (Some(min), Some(max)) => format!("{min} to {max} characters"),
            (Some(min), None) => format!("at least {min} characters"),
            (None, max) => format!("at most {} characters", max.unwrap_or_default()),
        };
        let counted = |range: &str, found: &str| match found.strip_prefix(", found ") {
            Some(found) => format!("expected {range}, found {length} ({found})"),
            None => format!("expected {range}, found {length}"),
        };
        if min_length.is_some_and(|min| length < min) {
            self.report("minLength", counted(&range, &found));
        }
        if max_length.is_some_and(|max| length > max) {
            self.report("maxLength", counted(&range, &found));
        }
        if let Some(format) = format.filter(|format| !allows(*format, &text)) {
            self.report("format", format!("expected {}{found}", format.description()));
        }
        if let Some(pattern) = pattern.as_ref().filter(|pattern| !pattern.is_match(&text)) {
            self.report("pattern", format!("expected a text that matches `{}`{found}", pattern.source()));
        }
        if let Some(number) = number {
            self.number_in_text(number, &text, value);
        }
    }
}

/// What a text means where it stands for a value of this schema: in a query, a path or a joined list.
pub fn read(api: &Api, schema: &Schema, text: &str) -> Json {
    match &api.resolved(schema).kind {
        Kind::Integer(_) | Kind::Number(_) | Kind::Decimal(_) if crate::number::is_json(text) => {
            Json::Number(text.to_owned())
        }
        Kind::Boolean(_) if text == "true" => Json::Bool(true),
        Kind::Boolean(_) if text == "false" => Json::Bool(false),
        Kind::Union(union) if union.discriminator.is_none() => {
            let schemas = union.variants.iter().filter_map(|variant| variant.schema.as_ref());
            let readings: Vec<(&Schema, Json)> =
                schemas.map(|schema| (schema, read(api, schema, text))).collect();
            let is_text = |value: &Json| matches!(value, Json::String(_));
            let takes_text = readings.iter().any(|(schema, value)| {
                is_text(value) && matches!(api.resolved(schema).kind, Kind::String(_) | Kind::Enum(_))
            });
            // `1.5` is no whole number, but a text.
            let mut others = readings.into_iter().filter(|(_, value)| !is_text(value));
            let found = others.find(|(schema, value)| !takes_text || validate(api, schema, value).is_empty());
            found.map_or_else(|| Json::String(text.to_owned()), |(_, value)| value)
        }
        _ => Json::String(text.to_owned()),
    }
}
