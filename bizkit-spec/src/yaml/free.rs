//! Any YAML text to JSON: for documents that others wrote, which may have anchors, merge keys and tags.

use crate::json::Json;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// Most brackets that may be open at once: those in texts count as well, and others write many.
const MAX_BRACKETS: usize = 1000;

/// Reads the first document of a YAML text. Keys that are no texts become what was written, anchors are
/// followed, merge keys are merged; of two members with one name the later one counts.
///
/// # Errors
/// Where the text is not YAML, with line and column.
pub fn any(text: &str) -> Result<Json, String> {
    if super::open_brackets(text, MAX_BRACKETS).is_some() {
        return Err(format!("more than {MAX_BRACKETS} brackets are open at once"));
    }
    let mut documents = serde_yaml::Deserializer::from_str(text.trim_start_matches('\u{feff}'));
    let Some(first) = documents.next() else { return Ok(Json::Null) };
    Free::deserialize(first).map(|free| free.0).map_err(|error| error.to_string())
}

struct Free(Json);

impl<'de> Deserialize<'de> for Free {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(FreeVisitor).map(Free)
    }
}

struct FreeVisitor;

impl<'de> Visitor<'de> for FreeVisitor {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_none<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        let text = format!("{value:?}");
        Ok(if value.is_finite() { Json::Number(text) } else { Json::String(text) })
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(Json::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let mut items = Vec::new();
        while let Some(Free(item)) = access.next_element()? {
            items.push(item);
        }
        Ok(Json::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Json, A::Error> {
        let mut members = Members::default();
        let mut merged = Vec::new();
        while let Some((Free(key), Free(value))) = access.next_entry()? {
            match key {
                Json::String(key) if key == "<<" => merged.push(value),
                Json::String(key) => members.set(key, value),
                key => members.set(key.to_string(), value),
            }
        }
        for value in merged {
            let sources = if let Json::Array(sources) = value { sources } else { vec![value] };
            for (key, value) in sources.into_iter().filter_map(object).flatten() {
                members.add(key, value);
            }
        }
        Ok(Json::Object(members.list))
    }

    // A tag says how a program reads the value; the value itself is what is written.
    fn visit_enum<A: serde::de::EnumAccess<'de>>(self, access: A) -> Result<Json, A::Error> {
        use serde::de::VariantAccess;
        let (_, variant): (serde::de::IgnoredAny, _) = access.variant()?;
        variant.newtype_variant::<Free>().map(|free| free.0)
    }
}

fn object(value: Json) -> Option<Vec<(String, Json)>> {
    if let Json::Object(members) = value { Some(members) } else { None }
}

/// Members with their places, so that large mappings are read in a straight line.
#[derive(Default)]
struct Members {
    list: Vec<(String, Json)>,
    places: std::collections::HashMap<String, usize>,
}

impl Members {
    fn set(&mut self, key: String, value: Json) {
        match self.places.get(&key) {
            Some(at) => self.list[*at].1 = value,
            None => self.add(key, value),
        }
    }

    fn add(&mut self, key: String, value: Json) {
        if !self.places.contains_key(&key) {
            self.places.insert(key.clone(), self.list.len());
            self.list.push((key, value));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::any;

    #[test]
    fn what_others_write_becomes_json() {
        let text = "a: &x { n: 1.50, t: 'yes' }\nb: *x\nc:\n  <<: *x\n  n: 2\n200: ok\n'201': [null, ~, true]\nd: 2020-01-01\n";
        assert_eq!(
            any(text).unwrap().to_string(),
            r#"{"a":{"n":1.5,"t":"yes"},"b":{"n":1.5,"t":"yes"},"c":{"n":2,"t":"yes"},"200":"ok","201":[null,null,true],"d":"2020-01-01"}"#
        );
        assert_eq!(any("").unwrap().to_string(), "null");
        assert!(any("a: [").unwrap_err().contains("line"));
    }

    #[test]
    fn brackets_without_end_are_refused_before_they_take_long() {
        for text in ["[".repeat(200_000), "[a, ".repeat(50_000), "{a: ".repeat(50_000)] {
            assert!(any(&text).unwrap_err().contains("more than 1000 brackets"));
        }
        assert!(any(&"- '['\n".repeat(900)).is_ok());
    }
}
