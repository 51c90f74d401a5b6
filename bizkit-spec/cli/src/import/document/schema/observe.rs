//! A value that was seen once to a schema that promises nothing.

use crate::import::tree;
use crate::import::tree::{Tree, members, object};
use bizkit_spec::json::Json;
use bizkit_spec::name::Name;

/// Names of amounts of money, and of credits that stand for money.
const MONEY: [&str; 14] = [
    "price", "amount", "balance", "cost", "fee", "discount", "sale", "vat", "tax", "credit", "credits",
    "subtotal", "paid", "due",
];

/// The schema of values that were seen; objects in it are marked as observed by the outermost one.
pub(crate) fn seen<'v>(examples: impl IntoIterator<Item = &'v Json>) -> Tree {
    let shapes = examples.into_iter().map(|example| shape("", example));
    let mut tree = shapes.reduce(|one, other| join(one, &other)).unwrap_or_else(|| Tree::of("json"));
    if tree.has("properties") {
        tree.flag("observed");
    }
    tree.remove("example");
    tree
}

fn shape(name: &str, example: &Json) -> Tree {
    match example {
        Json::Null => Tree::of("json"),
        Json::Bool(_) => Tree::of("boolean").with("example", example.clone()),
        Json::Number(_) if is_money(name) => Tree::of("decimal").with("example", example.clone()),
        Json::Number(_) => Tree::of(example.kind_name()).with("example", example.clone()),
        Json::String(text) => {
            let mut tree = Tree::of("string");
            if let Some(format) = format(text) {
                tree.set("format", tree::text(format));
            }
            if !text.is_empty() {
                tree.set("example", example.clone());
            }
            tree
        }
        Json::Array(elements) => {
            let element =
                elements.iter().map(|element| shape(name, element)).reduce(|one, other| join(one, &other));
            Tree::of("array").with("items", element.unwrap_or_else(|| Tree::of("json")).json())
        }
        // Free keys as a rule: a record with no field at all is rare.
        Json::Object(members) if members.is_empty() => {
            Tree::new().with("additionalProperties", Tree::of("json").json())
        }
        Json::Object(members) => {
            let fields = members.iter().map(|(name, value)| (name.clone(), shape(name, value).json()));
            Tree::of("object").with("properties", object(fields))
        }
    }
}

/// What two elements of a list have in common.
pub(crate) fn join(one: Tree, other: &Tree) -> Tree {
    match (one.get("properties"), other.get("properties")) {
        (Some(first), Some(second)) => {
            let mut fields = members(first).to_vec();
            for (name, schema) in members(second) {
                match fields.iter_mut().find(|(known, _)| known == name) {
                    Some((_, known)) => {
                        *known = join(Tree::from(known.clone()), &Tree::from(schema.clone())).json();
                    }
                    None => fields.push((name.clone(), schema.clone())),
                }
            }
            Tree::of("object").with("properties", Json::Object(fields))
        }
        // A list or an object without anything in it, and `null`, tell nothing against another value.
        _ if is_empty(other) => one,
        _ if is_empty(&one) => other.clone(),
        (None, None) if one.has("items") && other.has("items") => {
            let element = |tree: &Tree| Tree::from(tree.get("items").cloned().unwrap_or(Json::Null));
            let both = join(element(&one), &element(other));
            one.with("items", both.json())
        }
        _ if one.get("type") == other.get("type") && one.get("format") == other.get("format") => one,
        _ => {
            let numeric = |tree: &Tree| {
                ["integer", "number", "decimal"].contains(&tree.word("type").unwrap_or_default())
            };
            match (one.word("type"), other.word("type")) {
                (Some("string"), Some("string")) => Tree::of("string"),
                _ if numeric(&one) && numeric(other) => Tree::of("number"),
                _ => Tree::of("json"),
            }
        }
    }
}

fn is_empty(tree: &Tree) -> bool {
    let inner = ["items", "additionalProperties"].iter().find_map(|key| tree.get(key));
    inner.unwrap_or(&tree.clone().json()).get("type").and_then(Json::as_str) == Some("json")
}

/// Whether a number of this name keeps its digits.
pub(crate) fn is_money(name: &str) -> bool {
    let name = Name::new(name);
    name.is_some_and(|name| {
        let words: Vec<&str> = name.snake().split('_').collect();
        let counts = ["count", "number", "id", "type"].iter().any(|word| words.contains(word));
        !counts && words.iter().any(|word| MONEY.contains(word))
    })
}

/// The form of a text that leaves no doubt.
fn format(text: &str) -> Option<&'static str> {
    use bizkit_spec::model::Format;
    let sure = [
        (Format::DateTime, "date-time"),
        (Format::Date, "date"),
        (Format::Email, "email"),
        (Format::Phone, "phone"),
        (Format::Uuid, "uuid"),
    ];
    let url = text.starts_with("https://") || text.starts_with("http://");
    if url && bizkit_spec::validate::allows(Format::Uri, text) {
        return Some("uri");
    }
    sure.iter().find(|(format, _)| bizkit_spec::validate::allows(*format, text)).map(|(_, word)| *word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_values_show_what_all_of_them_have() {
        let json = |text: &str| Json::parse(text).unwrap();
        let (one, other) =
            (json(r#"{"a":null,"l":[],"m":{}}"#), json(r#"{"a":{"b":1},"l":[1],"m":{"x":"y"},"n":true}"#));
        let tree = seen([&one, &other]).json().to_string();
        assert_eq!(
            tree,
            r#"{"type":"object","properties":{"a":{"type":"object","properties":{"b":{"type":"integer","example":1}}},"l":{"type":"array","items":{"type":"integer","example":1}},"m":{"type":"object","properties":{"x":{"type":"string","example":"y"}}},"n":{"type":"boolean","example":true}},"observed":true}"#
        );
        let lists = [json(r#"[{"a":1}]"#), json(r#"[{"b":"x"}]"#)];
        assert!(seen(&lists).json().to_string().contains(r#""b":{"type":"string""#));
    }

    #[test]
    fn a_value_shows_its_types_and_promises_nothing() {
        let example = r#"{"id":7,"price":110.50,"mail":"jan@barasek.com","at":"2025-01-10T16:19:40.150Z","meta":{},"tags":["a"],"list":[{"a":1},{"b":true}]}"#;
        let tree = seen([&Json::parse(example).unwrap()]).json();
        let of = |path: &str| {
            path.split('.')
                .try_fold(&tree, |json, key| json.get(key))
                .map(Json::to_string)
                .unwrap_or_default()
        };
        assert_eq!(of("observed"), "true");
        assert_eq!(of("properties.price.type"), r#""decimal""#);
        assert_eq!(of("properties.id.type"), r#""integer""#);
        assert_eq!(of("properties.mail.format"), r#""email""#);
        assert_eq!(of("properties.at.format"), r#""date-time""#);
        assert_eq!(of("properties.meta"), r#"{"additionalProperties":{"type":"json"}}"#);
        assert_eq!(of("properties.tags.items.type"), r#""string""#);
        assert!(of("properties.list.items.properties.b").contains("boolean"));
        assert!(
            is_money("creditBalance")
                && is_money("priceWithVat")
                && !is_money("itemCount")
                && !is_money("vatId")
        );
    }
}
