//! Members of an example that a written schema has no place for.

use crate::import::tree::{items, members};
use bizkit_spec::json::Json;
use std::collections::BTreeMap;

/// Types by name, as they were written.
pub(super) type Types<'t> = BTreeMap<&'t str, &'t Json>;

/// Deepest chain of names of types.
const MAX_NAMES: usize = 32;

/// The paths of members that the schema does not name.
pub(super) fn uncovered(types: &Types<'_>, schema: &Json, value: &Json) -> Vec<String> {
    let mut found = Vec::new();
    look(types, schema, value, String::new(), &mut found);
    found.dedup();
    found
}

/// The definition that a name leads to.
pub(super) fn resolved<'t>(types: &Types<'t>, schema: &'t Json) -> &'t Json {
    let mut schema = schema;
    for _ in 0..MAX_NAMES {
        match schema.get("type").and_then(Json::as_str).and_then(|name| types.get(name)) {
            Some(target) => schema = target,
            None => break,
        }
    }
    schema
}

fn look(types: &Types<'_>, schema: &Json, value: &Json, path: String, found: &mut Vec<String>) {
    let schema = resolved(types, schema);
    let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    if let Some(branches) = schema.get("oneOf") {
        let tag = schema.get("discriminator").and_then(Json::as_str);
        return match branch(types, members(branches), tag, value) {
            Some(branch) => {
                let mut rest = value.clone();
                if let (Some(tag), Json::Object(members)) = (tag, &mut rest) {
                    members.retain(|(name, _)| name != tag);
                }
                let is_empty = ["type", "properties", "additionalProperties"]
                    .iter()
                    .all(|key| branch.get(key).is_none());
                if is_empty && tag.is_some() {
                    found.extend(members(&rest).iter().map(|(name, _)| below(name)));
                } else {
                    look(types, branch, &rest, path, found);
                }
            }
            None => found.push(if path.is_empty() { "the value".to_owned() } else { path }),
        };
    }
    match value {
        Json::Object(entries) => {
            let (known, rest) = (schema.get("properties"), schema.get("additionalProperties"));
            if known.is_none() && rest.is_none() {
                return scalar(schema, value, path, found);
            }
            for (name, value) in entries {
                match known.and_then(|known| known.get(name)).or(rest) {
                    Some(inner) => look(types, inner, value, below(name), found),
                    None => found.push(below(name)),
                }
            }
        }
        Json::Array(elements) => match schema.get("items") {
            Some(inner) => elements.iter().for_each(|value| look(types, inner, value, below("[]"), found)),
            None => scalar(schema, value, path, found),
        },
        // What is known from examples only may always be missing.
        Json::Null => {}
        _ => scalar(schema, value, path, found),
    }
}

/// A value against a schema without members.
fn scalar(schema: &Json, value: &Json, path: String, found: &mut Vec<String>) {
    let kind = value.kind_name();
    let words: Vec<&str> = match schema {
        Json::String(word) => vec![word],
        _ => match schema.get("type") {
            Some(Json::String(word)) => vec![word],
            Some(list) => items(list).iter().filter_map(Json::as_str).collect(),
            None if schema.get("enum").is_some() => vec!["string"],
            None if schema.get("properties").is_some() || schema.get("additionalProperties").is_some() => {
                vec!["object"]
            }
            // A response without content.
            None => Vec::new(),
        },
    };
    let fits = |word: &&str| match *word {
        "json" => true,
        "number" | "decimal" => {
            ["integer", "number"].contains(&kind) || schema.get("as").is_some() && kind == "string"
        }
        "integer" | "boolean" if schema.get("as").is_some() => kind == "string",
        word => word == kind,
    };
    if !words.iter().any(fits) {
        found.push(if path.is_empty() { "the value".to_owned() } else { path });
    }
}

/// The branch that a value selects.
fn branch<'t>(
    types: &Types<'t>,
    branches: &'t [(String, Json)],
    tag: Option<&str>,
    value: &Json,
) -> Option<&'t Json> {
    let is_kind = |branch: &Json| {
        let branch = resolved(types, branch);
        match value {
            Json::Object(_) => {
                ["properties", "additionalProperties", "oneOf"].iter().any(|key| branch.get(key).is_some())
            }
            Json::Array(_) => branch.get("items").is_some(),
            _ => {
                let mut found = Vec::new();
                scalar(branch, value, String::new(), &mut found);
                found.is_empty()
            }
        }
    };
    let is_named = |branch: &Json| match tag.map(|tag| value.get(tag)) {
        Some(Some(given)) => branch.get("when") == Some(given),
        Some(None) => branch.get("absent").is_some(),
        None => is_kind(branch),
    };
    branches.iter().map(|(_, branch)| branch).find(|branch| is_named(branch))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_without_a_place_is_found_wherever_it_stands() {
        let json = |text: &str| Json::parse(text).unwrap();
        let named = json(r#"{"properties":{"x":{"type":"number"},"next":{"type":"Point"}}}"#);
        let types = Types::from([("Point", &named)]);
        for (schema, value, missing) in [
            (r#"{"type":"Point"}"#, r#"{"x":1,"next":{"x":1.5,"y":2}}"#, "next.y"),
            (r#"{"type":"json"}"#, r#"{"a":[1]}"#, ""),
            (r#"{"type":"array","items":{"type":"Point"}}"#, r#"[{"x":1},{"z":1}]"#, "[].z"),
            (r#"{"additionalProperties":{"type":"integer"}}"#, r#"{"a":1,"b":"x"}"#, "b"),
            (r#"{"properties":{"a":"string"}}"#, r#"{"a":"x","b":null}"#, "b"),
            (
                r#"{"discriminator":"ok","oneOf":{"Y":{"when":true,"type":"Point"},"N":{"when":false}}}"#,
                r#"{"ok":true,"x":1}"#,
                "",
            ),
            (
                r#"{"discriminator":"ok","oneOf":{"Y":{"when":true,"type":"Point"},"N":{"when":false}}}"#,
                r#"{"ok":false,"x":1}"#,
                "x",
            ),
            (r#"{"discriminator":"ok","oneOf":{"Y":{"when":true,"type":"Point"}}}"#, "{}", "the value"),
            (
                r#"{"oneOf":{"A":{"type":"Point"},"B":{"type":"array","items":{"type":"string"}}}}"#,
                r#"["a"]"#,
                "",
            ),
            (r#"{"type":["string","integer"]}"#, "true", "the value"),
            (r#"{"enum":["a"]}"#, r#""b""#, ""),
            ("{}", r#"{"a":1}"#, "the value"),
        ] {
            assert_eq!(uncovered(&types, &json(schema), &json(value)).join(" "), missing, "{schema} {value}");
        }
    }
}
