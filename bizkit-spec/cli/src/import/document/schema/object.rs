//! Objects with known members, maps, and rules over several members.

use crate::import::document::Context;
use crate::import::document::prose::TOGETHER;
use crate::import::document::survey::says;
use crate::import::document::types::Side;
use crate::import::document::words::Words;
use crate::import::report::Grade;
use crate::import::tree::{Tree, items, members, number, text};
use crate::import::{names, tree};
use crate::openapi::join;
use bizkit_spec::json::Json;
use bizkit_spec::json::build::{object, pair};
use bizkit_spec::name::Name;
use std::collections::BTreeSet;

impl Context<'_> {
    pub(crate) fn object(&mut self, words: &mut Words<'_>, pointer: &str, side: Side) -> Tree {
        let properties = words.take("properties").map(members).unwrap_or_default();
        let required: Vec<&str> =
            words.take("required").map(items).unwrap_or_default().iter().filter_map(Json::as_str).collect();
        let named_only = required.iter().any(|name| !properties.iter().any(|(known, _)| known == name));
        // A map has no name in Rust; what is left over by an object's members has one.
        let named_rest =
            words.peek("additionalProperties").is_some_and(|more| more.get("x-bizkit-name").is_some());
        if properties.is_empty() && !named_only && !named_rest {
            return self.map(words, pointer, side);
        }
        let place = join(pointer, "additionalProperties");
        let rest = match words.take("additionalProperties") {
            Some(more @ Json::Object(_)) if !members(more).is_empty() => {
                Some(self.schema(more, &place, side))
            }
            // What every object allows that does not say more.
            Some(Json::Object(_)) => {
                self.note(&place, "members besides the named ones are ignored");
                None
            }
            _ => None,
        };
        for key in ["minProperties", "maxProperties"] {
            if words.count(key).is_some_and(|count| count > 0) {
                self.lose(
                    &join(pointer, key),
                    format!("`{key}` of an object with known members was left out"),
                );
            }
        }
        let mut fields = Fields::default();
        let base = join(pointer, "properties");
        for (wire, schema) in properties {
            let hidden = match side {
                Side::Request => "readOnly",
                Side::Response => "writeOnly",
            };
            if says(self.document, schema, hidden) {
                continue;
            }
            let mut tree = self.schema(schema, &join(&base, wire), side);
            if required.contains(&wire.as_str()) {
                self.require(&mut tree, &join(&base, wire));
            }
            self.add(&mut fields, wire, tree, &join(&base, wire));
        }
        for wire in required.iter().filter(|wire| !properties.iter().any(|(known, _)| known == *wire)) {
            self.note(
                &join(pointer, "required"),
                format!("`{wire}` is required and not described: taken as free JSON"),
            );
            self.add(&mut fields, wire, Tree::of("json").with("required", Json::Bool(true)), pointer);
        }
        let mut tree = Tree::of("object");
        if let Some(mut rest) = rest {
            let name = rest.remove("name");
            let usual = "additionalProperties";
            let wish =
                name.as_ref().and_then(Json::as_str).filter(|name| Name::new(name) != Name::new(usual));
            let name = names::member(wish.unwrap_or(usual), &mut fields.names);
            if let Some(name) = name.as_deref().or(wish) {
                rest.set("name", text(name));
            }
            tree.set("additionalProperties", rest.json());
        }
        let groups = together(&mut fields.list);
        tree.set("properties", Json::Object(fields.list));
        if !groups.is_empty() {
            tree.set("constraints", Json::Array(groups));
        }
        self.dependencies(&mut tree, words, pointer);
        tree
    }

    /// Adds a member under its wire name, and gives it a Rust name where it needs one.
    pub(crate) fn add(&mut self, fields: &mut Fields, wire: &str, mut tree: Tree, pointer: &str) {
        if wire.is_empty() || wire.contains(|c: char| c == '"' || c == '\\' || c.is_control()) {
            self.lose(pointer, format!("`{}` cannot be the name of a member: left out", wire.escape_debug()));
            return;
        }
        if fields.list.iter().any(|(known, _)| known == wire) {
            return;
        }
        if tree.word("type") == Some("binary") {
            self.note(pointer, "bytes inside JSON: taken as a text");
            let words = tree;
            tree = Tree::of("string");
            words.keys().filter(|key| *key != "type").for_each(|key| {
                tree.set(key, words.get(key).cloned().unwrap_or(Json::Null));
            });
        }
        match tree.word("name").map(str::to_owned) {
            Some(name) => {
                fields.names.insert(name);
            }
            None => {
                if let Some(name) = names::member(wire, &mut fields.names) {
                    tree.set("name", text(&name));
                }
            }
        }
        fields.list.push((wire.to_owned(), tree.json()));
    }

    /// Makes a member required. A default is what the server takes for a missing value, so it goes away.
    pub(crate) fn require(&mut self, tree: &mut Tree, pointer: &str) {
        tree.flag("required");
        if let Some(default) = tree.remove("default") {
            self.note(
                &join(pointer, "default"),
                format!("the default {default} was left out: the value is required"),
            );
        }
    }

    /// An object with free keys.
    fn map(&mut self, words: &mut Words<'_>, pointer: &str, side: Side) -> Tree {
        let patterns = words.take("patternProperties").map(members).unwrap_or_default();
        let values = match (words.take("additionalProperties"), patterns) {
            (Some(values @ Json::Object(_)), _) if !members(values).is_empty() => {
                self.schema(values, &join(pointer, "additionalProperties"), side)
            }
            (_, [(key, values), ..]) => {
                let place = join(pointer, "patternProperties");
                self.lose(&place, format!("keys that match `{key}`: taken as any keys"));
                self.schema(values, &join(&place, key), side)
            }
            (Some(Json::Bool(false)), _) if words.has("properties") || side == Side::Response => {
                return Tree::of("object").with("properties", Json::Object(Vec::new()));
            }
            _ => Tree::of("json"),
        };
        let values = if values.word("type") == Some("binary") { Tree::of("string") } else { values };
        let mut tree = Tree::new().with("additionalProperties", values.json());
        for key in ["minProperties", "maxProperties"] {
            if let Some(count) = words.count(key)
                && (key == "maxProperties" || count > 0)
            {
                tree.set(key, number(count));
            }
        }
        tree
    }

    /// Members that need each other, or one that needs others. What is always there is needed by nobody.
    fn dependencies(&mut self, tree: &mut Tree, words: &mut Words<'_>, pointer: &str) {
        let Some(rules) = words.take("dependentRequired") else { return };
        let properties = members(tree.get("properties").unwrap_or(&Json::Null)).to_vec();
        let property = |name: &str| properties.iter().find(|(wire, _)| wire == name).map(|(_, it)| it);
        let needs = |one: &str, other: &str| {
            rules.get(one).is_some_and(|needed| items(needed).iter().any(|name| name.as_str() == Some(other)))
        };
        let mut groups = Vec::new();
        for (one, needed) in members(rules) {
            for other in items(needed).iter().filter_map(Json::as_str) {
                match (property(one), property(other)) {
                    (Some(_), Some(it)) if it.get("required").is_some() => {}
                    (Some(_), Some(_)) if !needs(other, one) => {
                        let needed = object([pair(one, Json::Array(vec![text(other)]))]);
                        groups.push(object([pair("dependentRequired", needed)]));
                    }
                    (Some(it), Some(_)) => {
                        if one.as_str() < other && it.get("required").is_none() {
                            groups.push(group("allOrNoneOf", &[one.as_str(), other]));
                        }
                    }
                    _ => {
                        let message =
                            format!("`{one}` needs `{other}`, and not both are described: left out");
                        self.report.add(Grade::Loss, &join(pointer, "dependentRequired"), message);
                    }
                }
            }
        }
        if !groups.is_empty() {
            let mut all = tree.get("constraints").map(items).unwrap_or_default().to_vec();
            all.extend(groups);
            tree.set("constraints", Json::Array(all));
        }
    }

    /// `oneOf` or `anyOf` of nothing but `required`: a rule over members.
    pub(crate) fn groups(words: &mut Words<'_>, key: &str) -> Option<Json> {
        let properties = words.peek("properties")?;
        let mut names = Vec::new();
        for branch in items(words.peek(key)?) {
            let [(word, list)] = members(branch) else { return None };
            let [Json::String(name)] = items(list) else { return None };
            if word != "required" || properties.get(name).is_none() {
                return None;
            }
            names.push(name.as_str());
        }
        let rule = if key == "oneOf" { "exactlyOneOf" } else { "atLeastOneOf" };
        let group = group(rule, &names);
        words.take(key);
        (names.len() > 1).then(|| Json::Array(vec![group]))
    }
}

/// Members with the Rust names that are taken.
#[derive(Default)]
pub(crate) struct Fields {
    pub(crate) list: Vec<(String, Json)>,
    names: BTreeSet<String>,
}

/// Members that say of each other that they go together, as rules; takes what they say out of them.
pub(crate) fn together(fields: &mut [(String, Json)]) -> Vec<Json> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for (name, schema) in fields.iter_mut() {
        let other = tree::remove(schema, TOGETHER);
        let is_required = schema.get("required").is_some();
        let other = other.filter(|_| !is_required).and_then(|other| other.as_str().map(str::to_owned));
        pairs.extend(other.map(|other| (name.clone(), other)));
    }
    let mutual =
        pairs.iter().filter(|(one, other)| one < other && pairs.iter().any(|(a, b)| a == other && b == one));
    mutual.map(|(one, other)| group("allOrNoneOf", &[one, other])).collect()
}

fn group(rule: &str, names: &[&str]) -> Json {
    Tree::new().with(rule, Json::Array(names.iter().map(|name| text(name)).collect())).json()
}
