//! References to named types: each target is described once, and named where it is used.

use crate::import::document::Context;
use crate::import::document::schema::compose::flatten;
use crate::import::document::schema::extend;
use crate::import::document::survey::{SCHEMAS, component};
use crate::import::document::types::{Side, Type};
use crate::import::document::words::Words;
use crate::import::document::words::is_annotation;
use crate::import::names;
use crate::import::tree::{Tree, items, members, mentioned};
use crate::openapi::EXTENSION;
use bizkit_spec::json::Json;
use std::collections::BTreeSet;

impl Context<'_> {
    /// What a reference means where it stands.
    pub(crate) fn reference(&mut self, schema: &Json, pointer: &str, side: Side) -> Tree {
        let (target, place) = match self.resolve(schema) {
            Ok(found) => found,
            Err(reference) => {
                self.lose(pointer, format!("the reference {reference} leads nowhere: taken as free JSON"));
                return Tree::of("json");
            }
        };
        let mut tree = if place.starts_with(SCHEMAS) && place.matches('/').count() == 3
            || self.inlined.contains(&place)
        {
            let mut tree = Tree::of(&self.named(&target, &place, side));
            if self.is_nullable(&target) {
                tree.flag("nullable");
            }
            tree
        } else {
            self.inlined.push(place.clone());
            let tree = self.schema(&target, &place, side);
            self.inlined.pop();
            tree
        };
        let mut words = Words::new(schema);
        words.take("$ref");
        if words.flag("nullable") {
            tree.flag("nullable");
        }
        let tree = self.annotate(tree, &mut words, pointer);
        words.finish(&mut self.report, pointer);
        tree
    }

    /// Follows references, and `allOf` of one reference, until a type stands there.
    fn resolve(&self, schema: &Json) -> Result<(Json, String), String> {
        let mut schema = schema.clone();
        let mut place = String::new();
        for _ in 0..64 {
            let Some(reference) = schema.get("$ref").and_then(Json::as_str) else {
                return Ok((schema, place));
            };
            let shown = || format!("`{reference}`");
            let (target, pointer) = self.document.target(reference).ok_or_else(shown)?;
            let only_reference = target.get("$ref").is_some();
            let flat = if only_reference { target.clone() } else { self.reference_in(target, &pointer) };
            (schema, place) = (flat, pointer);
        }
        Err("that leads back to itself".to_owned())
    }

    /// `allOf: [{ $ref }]` with words only is the same type.
    fn reference_in(&self, target: &Json, pointer: &str) -> Json {
        let parts = target.get("allOf").map(items).unwrap_or_default();
        let real = parts.iter().filter(|part| !members(part).iter().all(|(key, _)| is_annotation(key)));
        let own = members(target).iter().all(|(key, _)| key == "allOf" || is_annotation(key));
        if own && real.count() == 1 {
            let flat = flatten(self.document, target, pointer, &mut Vec::new());
            if flat.get("$ref").is_some() {
                return flat.into_owned();
            }
        }
        target.clone()
    }

    /// The name of the type at a pointer.
    fn named(&mut self, target: &Json, pointer: &str, side: Side) -> String {
        let split = self.survey.split(pointer);
        let key = (pointer.to_owned(), split.then_some(side));
        if let Some(at) = self.types.places.get(&key) {
            return self.types.list[*at].name.clone();
        }
        let extension = |key: &str| target.get(&format!("{EXTENSION}{key}")).and_then(Json::as_str);
        let owner = extension("endpoint").map(str::to_owned);
        let last =
            pointer.rsplit('/').find(|token| !["schema", "items", "0"].contains(token)).unwrap_or_default();
        let last = last.replace("~1", "/").replace("~0", "~");
        let wanted = extension("name").unwrap_or(&last);
        let mut name = names::type_name(wanted).unwrap_or_else(|| "Type".to_owned());
        if split && side == Side::Request && self.survey.is_on_both_sides(pointer) {
            name.push_str("Input");
        }
        let name = names::free(&name, self.types.taken.entry(owner.clone()).or_default());
        let at = self.types.list.len();
        self.types.list.push(Type {
            name: name.clone(),
            owner,
            pointer: pointer.to_owned(),
            side,
            made: None,
            tree: Tree::new(),
            losses: 0,
        });
        self.types.places.insert(key, at);
        self.types.open.push_back(at);
        name
    }

    /// The name of a type that is made of several components.
    pub(crate) fn named_mixture(&mut self, names: &[String], schema: Json, side: Side) -> String {
        let pointer = component(&names.join("|"));
        let key = (pointer.clone(), Some(side));
        if let Some(at) = self.types.places.get(&key) {
            return self.types.list[*at].name.clone();
        }
        let short = names.iter().take(2).cloned().collect::<Vec<_>>().join("_or_");
        let short = if names.len() > 2 { format!("{short}_or_other") } else { short };
        let name = names::type_name(&short).unwrap_or_else(|| "Mixture".to_owned());
        let name = names::free(&name, self.types.taken.entry(None).or_default());
        let at = self.types.list.len();
        let tree = Tree::new();
        self.types.list.push(Type {
            name: name.clone(),
            owner: None,
            pointer,
            side,
            made: Some(schema),
            tree,
            losses: 0,
        });
        self.types.places.insert(key, at);
        self.types.open.push_back(at);
        name
    }

    /// Types that extensions name, in the words of the spec language.
    pub(crate) fn mention(&mut self, source: &Json) {
        let values = members(source).iter().filter(|(key, _)| key.starts_with(EXTENSION));
        let names: BTreeSet<String> = values.flat_map(|(_, value)| mentioned(value)).collect();
        for name in names {
            let found = self.document.at("/components/schemas").map(members).unwrap_or_default().iter().find(
                |(key, schema)| {
                    let given = schema.get(&format!("{EXTENSION}name")).and_then(Json::as_str);
                    given.unwrap_or(key) == name
                },
            );
            if let Some((key, schema)) = found {
                self.named(schema, &component(key), Side::Request);
            }
        }
    }

    /// Names every type of the document, those that nothing refers to as well.
    pub(crate) fn name_unused(&mut self) {
        let document = self.document;
        for (key, schema) in document.at("/components/schemas").map(members).unwrap_or_default() {
            let pointer = component(key);
            if !self.types.list.iter().any(|ty| ty.pointer == pointer) {
                self.named(schema, &pointer, Side::Request);
            }
        }
    }

    /// The name of a component that a union refers to.
    pub(crate) fn component_name(reference: &str) -> String {
        reference.rsplit('/').next().unwrap_or(reference).replace("~1", "/").replace("~0", "~")
    }

    /// Describes every type that was named, and those that come up on the way.
    pub(crate) fn describe_types(&mut self) {
        while let Some(at) = self.types.open.pop_front() {
            let (pointer, side) = (self.types.list[at].pointer.clone(), self.types.list[at].side);
            let before = self.losses();
            self.definition = Some(pointer.clone());
            let schema = self.types.list[at].made.take().or_else(|| self.document.at(&pointer).cloned());
            let mut tree = match schema {
                Some(schema) => self.schema(&schema, &pointer, side),
                None => Tree::of("json"),
            };
            self.definition = None;
            // What is said of each use, or by the name.
            tree.remove("nullable");
            tree.remove("name");
            if let Some(schema) = self.document.at(&pointer) {
                let mut own = Tree::new();
                extend(&mut own, schema);
                if own.is("nullable") {
                    tree.remove("nullable");
                }
            }
            let losses = self.losses() - before;
            let found = &mut self.types.list[at];
            found.tree = tree;
            found.losses = losses;
        }
    }

    /// Gives the key's type a name; what `api.yaml` calls it counts. Nothing where that type is there already.
    pub(crate) fn name_key_type(&mut self, api: &Tree) -> Option<String> {
        let name = api.get("key")?.get("type")?.as_str()?.to_owned();
        if let Some(tree) = self.key_type.take() {
            self.types.list.push(Type {
                name: name.clone(),
                owner: None,
                pointer: "/components/securitySchemes".to_owned(),
                side: Side::Request,
                made: None,
                tree,
                losses: 0,
            });
            return Some(name);
        }
        // A document of our own names it in `x-bizkit-key`.
        let pointer = component(&name);
        let target = self.document.at(&pointer).cloned();
        if let Some(target) = target {
            self.named(&target, &pointer, Side::Request);
            self.describe_types();
        }
        Some(name)
    }

    /// Whether `null` is a value of a schema.
    pub(crate) fn is_nullable(&self, schema: &Json) -> bool {
        let flat = flatten(self.document, schema, "", &mut Vec::new());
        let is_null = |value: &Json| value.as_str() == Some("null") || *value == Json::Null;
        let listed = |key: &str| flat.get(key).is_some_and(|values| items(values).iter().any(is_null));
        let branch = |key: &str| {
            flat.get(key).is_some_and(|branches| {
                items(branches)
                    .iter()
                    .any(|branch| is_null_schema(branch) || branch.get("nullable") == Some(&Json::Bool(true)))
            })
        };
        flat.get("nullable") == Some(&Json::Bool(true))
            || flat.get("type").is_some_and(|kinds| items(kinds).iter().any(is_null))
            || listed("enum")
            || branch("oneOf")
            || branch("anyOf")
    }
}

/// A schema whose only value is `null`.
pub(crate) fn is_null_schema(schema: &Json) -> bool {
    let only_null = |values: &Json| items(values) == [Json::Null];
    schema.get("type").and_then(Json::as_str) == Some("null")
        || schema.get("const") == Some(&Json::Null)
        || schema.get("enum").is_some_and(only_null)
        || matches!(members(schema), [(key, Json::Bool(true))] if key == "nullable")
}
