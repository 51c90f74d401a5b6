//! The files of an import while they are made: endpoints, types, and passes over all of them.

pub(crate) mod cycles;
pub(crate) mod fit;
pub(crate) mod paging;
pub(crate) mod recursion;
pub(crate) mod reuse;
mod role;
pub(crate) mod share;

use crate::import::names;
use crate::import::place::Place;
use crate::import::tree::{each_schema, members, remove, set, text};
use bizkit_spec::json::Json;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that an import writes, as trees.
pub(crate) struct Draft {
    pub(crate) endpoints: Vec<(Place, Json)>,
    pub(crate) types: Vec<DraftType>,
}

/// A named type.
pub(crate) struct DraftType {
    pub(crate) name: String,
    /// The endpoint that it belongs to alone.
    pub(crate) owner: Option<String>,
    pub(crate) tree: Json,
}

impl Draft {
    /// Every tree, with the name that its root goes by.
    fn roots(&mut self) -> impl Iterator<Item = (&str, &mut Json)> {
        let endpoints = self.endpoints.iter_mut().map(|(_, tree)| ("response", tree));
        let types = self.types.iter_mut().map(|ty| (ty.name.as_str(), &mut ty.tree));
        endpoints.chain(types)
    }

    /// Looks at every schema, inner ones first.
    pub(crate) fn each(&mut self, mut look: impl FnMut(&mut Json, &str)) {
        for (name, root) in self.roots() {
            each_schema(root, name, &mut look);
        }
    }

    /// The same, with the module that the schema belongs to.
    pub(crate) fn each_within(&mut self, mut look: impl FnMut(&mut Json, &str, &str)) {
        for (place, tree) in &mut self.endpoints {
            let module = place.module().to_owned();
            each_schema(tree, "response", &mut |schema, name| look(schema, name, &module));
        }
        for ty in &mut self.types {
            let module =
                ty.owner.as_deref().unwrap_or("types").split('/').next().unwrap_or_default().to_owned();
            each_schema(&mut ty.tree, &ty.name, &mut |schema, name| look(schema, name, &module));
        }
    }

    /// Takes out what was noted for the time of reading.
    pub(crate) fn forget_notes(&mut self) {
        self.each(|schema, _| drop(remove(schema, crate::import::document::prose::TOGETHER)));
    }

    /// A definition that is nothing but another type takes the other type's name where it is used.
    pub(crate) fn resolve_aliases(&mut self, is_own: bool) {
        for _ in 0..16 {
            let is_alias = |ty: &DraftType| {
                let word = ty.tree.get("type").and_then(Json::as_str).unwrap_or_default();
                ty.owner.is_none()
                    && (word == "json" && !is_own
                        || word == "binary"
                        || word.starts_with(|c: char| c.is_ascii_uppercase()))
            };
            let aliases: BTreeMap<String, Json> = self
                .types
                .iter()
                .filter(|ty| is_alias(ty))
                .map(|ty| (ty.name.clone(), ty.tree.clone()))
                .collect();
            if aliases.is_empty() {
                return;
            }
            self.types.retain(|ty| !aliases.contains_key(&ty.name));
            self.each(|schema, _| {
                let name = schema.get("type").and_then(Json::as_str);
                let Some(target) = name.and_then(|name| aliases.get(name)) else { return };
                for (key, value) in members(target) {
                    if key == "type" || schema.get(key).is_none() {
                        set(schema, key, value.clone());
                    }
                }
                if schema.get("type").and_then(Json::as_str) == Some("json") {
                    remove(schema, "nullable");
                }
            });
        }
    }

    /// The tag of a union is no field of its branches: it leaves the types that are branches alone; others get
    /// a twin without it.
    pub(crate) fn leave_tags_out(&mut self) {
        let mut uses: BTreeMap<String, usize> = BTreeMap::new();
        let mut branches: BTreeMap<(String, String), usize> = BTreeMap::new();
        self.each(|schema, _| {
            if let Some(name) = schema.get("type").and_then(Json::as_str) {
                *uses.entry(name.to_owned()).or_default() += 1;
            }
            let Some(tag) = schema.get("discriminator").and_then(Json::as_str) else { return };
            for (_, branch) in schema.get("oneOf").map(members).unwrap_or_default() {
                if let Some(name) = branch.get("type").and_then(Json::as_str) {
                    *branches.entry((name.to_owned(), tag.to_owned())).or_default() += 1;
                }
            }
        });
        let mut taken: BTreeSet<String> = self.types.iter().map(|ty| ty.name.clone()).collect();
        let mut without: BTreeMap<(String, String), String> = BTreeMap::new();
        let mut copies = Vec::new();
        for ty in &mut self.types {
            let tags: Vec<(&String, &usize)> = branches
                .iter()
                .filter(|((name, _), _)| *name == ty.name)
                .map(|((_, tag), count)| (tag, count))
                .collect();
            let alone = matches!(tags.as_slice(), [(_, count)] if uses.get(&ty.name) == Some(*count));
            for (tag, _) in tags {
                let mut tree = ty.tree.clone();
                if !remove_property(&mut tree, tag) {
                    continue;
                }
                if alone {
                    ty.tree = tree;
                } else {
                    let name = names::free(&format!("{}Fields", ty.name), &mut taken);
                    without.insert((ty.name.clone(), tag.clone()), name.clone());
                    copies.push(DraftType { name, owner: ty.owner.clone(), tree });
                }
            }
        }
        self.types.extend(copies);
        self.each(|schema, _| {
            let Some(tag) = schema.get("discriminator").and_then(Json::as_str).map(str::to_owned) else {
                return;
            };
            let Json::Object(keys) = schema else { return };
            for (_, union) in keys.iter_mut().filter(|(key, _)| key == "oneOf") {
                let Json::Object(branches) = union else { continue };
                for (_, branch) in branches {
                    let name = branch.get("type").and_then(Json::as_str).map(str::to_owned);
                    let other = name.and_then(|name| without.get(&(name, tag.clone())));
                    if let Some(other) = other {
                        set(branch, "type", text(other));
                    }
                }
            }
        });
    }

    /// Leaves out the types that nothing mentions any more.
    pub(crate) fn drop_unused(&mut self, kept: &[&str]) {
        loop {
            let mut used: BTreeSet<String> = kept.iter().map(|name| (*name).to_owned()).collect();
            self.each(|schema, _| {
                if let Some(name) = schema.get("type").and_then(Json::as_str) {
                    used.insert(name.to_owned());
                }
            });
            let before = self.types.len();
            self.types.retain(|ty| used.contains(&ty.name));
            if self.types.len() == before {
                return;
            }
        }
    }
}

/// Takes a member out of an object's tree. Says whether it was there.
fn remove_property(tree: &mut Json, name: &str) -> bool {
    let Json::Object(keys) = tree else { return false };
    let mut properties = keys.iter_mut().filter(|(key, _)| key == "properties");
    properties.next().is_some_and(|(_, properties)| remove(properties, name).is_some())
}
