//! Texts: normalised first, then every rule that they break.

use super::{Walk, allows, normalize, validate};
use crate::json::Json;
use crate::model::{Api, Format, Kind, Schema, StringType};

impl Walk<'_> {
    pub(super) fn string(&mut self, rules: &StringType, value: &Json) {
        let Json::String(text) = value else { return self.wrong_type("a text", value) };
        let text = normalize(text, &rules.normalize);
        let length = text.chars().count() as u64;
        let found = self.excerpt(&text);
        let range = match (rules.min_length, rules.max_length) {
            (Some(min), Some(max)) if min == max => format!("{min} characters"),
            (Some(min), Some(max)) => format!("{min} to {max} characters"),
            (Some(min), None) => format!("at least {min} characters"),
            (None, max) => format!("at most {} characters", max.unwrap_or_default()),
        };
        let counted = |range: &str, found: &str| match found.strip_prefix(", found ") {
            Some(found) => format!("expected {range}, found {length} ({found})"),
            None => format!("expected {range}, found {length}"),
        };
        if rules.min_length.is_some_and(|min| length < min) {
            self.report("minLength", counted(&range, &found));
        }
        if rules.max_length.is_some_and(|max| length > max) {
            self.report("maxLength", counted(&range, &found));
        }
        if let Some(format) = rules.format.filter(|format| !allows(*format, &text)) {
            self.report("format", format!("expected {}{found}", example(format)));
        }
        if let Some(pattern) = rules.pattern.as_ref().filter(|pattern| !pattern.is_match(&text)) {
            self.report("pattern", format!("expected a text that matches `{}`{found}", pattern.source()));
        }
        if let Some(number) = &rules.number {
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

/// A format in words.
fn example(format: Format) -> &'static str {
    match format {
        Format::Date => "a date such as `2026-12-24`",
        Format::DateTime => "a date and time such as `2025-01-10T16:19:40.150Z`",
        Format::Duration => "a duration such as `1h 30m`",
        Format::Uri => "an absolute URL such as `https://example.com/page`",
        Format::Email => "an e-mail address",
        Format::Phone => "a telephone number such as `+420 777123456`",
        Format::Ip => "an IPv4 or IPv6 address",
        Format::Ipv4 => "an IPv4 address such as `1.1.1.1`",
        Format::Ipv6 => "an IPv6 address such as `2001:4860:4860::8888`",
        Format::Uuid => "a UUID",
        Format::Html => "HTML",
        Format::Locale => "a locale of two lower-case letters such as `cs`",
        Format::Currency => "a currency of three upper-case letters such as `CZK`",
    }
}
