//! Trees in the words of the spec language, built key by key, and walks over them.

use bizkit_spec::json::Json;
use std::collections::BTreeSet;

pub(in crate::import) use bizkit_spec::json::build::{number, object, text};

/// A mapping under construction. Setting a key again replaces its value in place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct Tree {
    members: Vec<(String, Json)>,
}

impl Tree {
    pub(in crate::import) fn new() -> Self {
        Self::default()
    }

    /// A schema of this type and nothing else.
    pub(in crate::import) fn of(word: &str) -> Self {
        Self::new().with("type", text(word))
    }

    #[must_use]
    pub(in crate::import) fn with(mut self, key: &str, value: Json) -> Self {
        self.set(key, value);
        self
    }

    pub(in crate::import) fn set(&mut self, key: &str, value: Json) {
        match self.members.iter_mut().find(|(name, _)| name == key) {
            Some((_, old)) => *old = value,
            None => self.members.push((key.to_owned(), value)),
        }
    }

    /// Sets a key that is not there yet. Says whether it was absent.
    pub(in crate::import) fn add(&mut self, key: &str, value: Json) -> bool {
        let absent = !self.has(key);
        if absent {
            self.members.push((key.to_owned(), value));
        }
        absent
    }

    pub(in crate::import) fn flag(&mut self, key: &str) {
        self.set(key, Json::Bool(true));
    }

    pub(in crate::import) fn get(&self, key: &str) -> Option<&Json> {
        self.members.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    pub(in crate::import) fn word(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Json::as_str)
    }

    pub(in crate::import) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    pub(in crate::import) fn is(&self, key: &str) -> bool {
        self.get(key) == Some(&Json::Bool(true))
    }

    pub(in crate::import) fn remove(&mut self, key: &str) -> Option<Json> {
        let at = self.members.iter().position(|(name, _)| name == key)?;
        Some(self.members.remove(at).1)
    }

    pub(in crate::import) fn keys(&self) -> impl Iterator<Item = &str> {
        self.members.iter().map(|(name, _)| name.as_str())
    }

    pub(in crate::import) fn json(self) -> Json {
        Json::Object(self.members)
    }
}

impl From<Json> for Tree {
    /// The members of an object; anything else has none.
    fn from(value: Json) -> Self {
        match value {
            Json::Object(members) => Self { members },
            _ => Self::default(),
        }
    }
}

/// The members of an object; none of anything else.
pub(in crate::import) fn members(value: &Json) -> &[(String, Json)] {
    match value {
        Json::Object(members) => members,
        _ => &[],
    }
}

/// The elements of a list; none of anything else.
pub(in crate::import) fn items(value: &Json) -> &[Json] {
    match value {
        Json::Array(items) => items,
        _ => &[],
    }
}

/// Sets a member of an object, in place where it is there.
pub(in crate::import) fn set(value: &mut Json, key: &str, new: Json) {
    if let Json::Object(members) = value {
        match members.iter_mut().find(|(name, _)| name == key) {
            Some((_, old)) => *old = new,
            None => members.push((key.to_owned(), new)),
        }
    }
}

/// Takes a member out of an object.
pub(in crate::import) fn remove(value: &mut Json, key: &str) -> Option<Json> {
    let Json::Object(members) = value else { return None };
    let at = members.iter().position(|(name, _)| name == key)?;
    Some(members.remove(at).1)
}

/// Keys whose members are schemas by name.
const BY_NAME: [&str; 5] = ["parameters", "properties", "oneOf", "responses", "types"];

/// Looks at every schema in a tree, inner ones first, with the name that it goes by: that of the nearest
/// member it belongs to. `root` is a file's tree, a type or any other schema.
pub(in crate::import) fn each_schema(root: &mut Json, name: &str, look: &mut impl FnMut(&mut Json, &str)) {
    let Json::Object(members) = &mut *root else { return };
    for (key, value) in members {
        match key.as_str() {
            key if BY_NAME.contains(&key) => {
                if let Json::Object(inner) = value {
                    for (name, schema) in inner {
                        each_schema(schema, name, look);
                    }
                }
            }
            "items" | "additionalProperties" | "body" if matches!(value, Json::Object(_)) => {
                each_schema(value, name, look);
            }
            _ => {}
        }
    }
    look(root, name);
}

/// The types that a tree names.
pub(crate) fn mentioned(tree: &Json) -> BTreeSet<String> {
    fn walk(tree: &Json, found: &mut BTreeSet<String>) {
        for (key, value) in members(tree) {
            match (key.as_str(), value) {
                ("type", Json::String(name)) if name.starts_with(|c: char| c.is_ascii_uppercase()) => {
                    found.insert(name.clone());
                }
                ("example" | "examples" | "default", _) => {}
                _ => walk(value, found),
            }
        }
        if let Json::Array(items) = tree {
            for item in items {
                walk(item, found);
            }
        }
    }
    let mut found = BTreeSet::new();
    walk(tree, &mut found);
    found
}

/// Equal but for the order of keys.
pub(crate) fn same(one: &Json, other: &Json) -> bool {
    match (one, other) {
        (Json::Object(first), Json::Object(second)) => {
            first.len() == second.len()
                && first.iter().all(|(key, value)| other.get(key).is_some_and(|theirs| same(value, theirs)))
        }
        (Json::Array(_), Json::Array(_)) => {
            let (first, second) = (items(one), items(other));
            first.len() == second.len() && first.iter().zip(second).all(|(one, other)| same(one, other))
        }
        _ => one == other,
    }
}

/// `enum` as people write it: a list, or a mapping where something is to be said.
pub(in crate::import) fn enumeration(
    wires: &[String],
    named: &[Option<String>],
    descriptions: &[Option<&str>],
) -> Json {
    let described = descriptions.iter().any(Option::is_some);
    if named.iter().all(Option::is_none) && !described {
        return Json::Array(wires.iter().map(|wire| text(wire)).collect());
    }
    let about = wires.iter().enumerate().map(|(at, wire)| {
        let description = descriptions.get(at).copied().flatten().map(text);
        let value = match (&named[at], description) {
            (None, description) => description.unwrap_or(Json::Null),
            (Some(name), description) => {
                let mut tree = Tree::new().with("name", text(name));
                if let Some(description) = description {
                    tree.set("description", description);
                }
                tree.json()
            }
        };
        (wire.clone(), value)
    });
    Json::Object(about.collect())
}
