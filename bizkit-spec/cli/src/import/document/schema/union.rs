//! `oneOf` and `anyOf`: branches told apart by a tag or by their kind of JSON; what nothing tells apart is
//! read as one type that has room for all of it.

use crate::import::document::reference::is_null_schema;
use crate::import::document::schema::branch::Branch;
use crate::import::document::schema::compose::flatten;
use crate::import::document::schema::kind_name;
use crate::import::document::schema::mixture;
use crate::import::document::schema::tag::{
    constant_tag, explains_failure, payload, tag_name, tags_differ, telling_members,
};
use crate::import::document::types::Side;
use crate::import::document::words::{ORIGIN, Words};
use crate::import::document::{Context, schema};
use crate::import::tree::{Tree, items, members, text};
use crate::import::{names, tree};
use crate::openapi::{EXTENSION, join};
use bizkit_spec::json::Json;
use std::collections::BTreeSet;

/// Types that `type: [...]` takes.
const SCALARS: [&str; 5] = ["string", "integer", "number", "decimal", "boolean"];

impl Context<'_> {
    pub(crate) fn union(&mut self, words: &mut Words<'_>, key: &str, pointer: &str, side: Side) -> Tree {
        let written = words.take(key).map(items).unwrap_or_default();
        let beside = Self::beside(words);
        let mut branches = Vec::new();
        let mut nullable = false;
        self.collect(written, &join(pointer, key), beside.as_ref(), &mut branches, &mut nullable, 0);
        let discriminator = words.take("discriminator");
        let stated = discriminator.or_else(|| words.peek(&format!("{EXTENSION}discriminator")));
        let mut tree = match branches.as_slice() {
            [] => Tree::of("json"),
            [only] if key == "oneOf" && self.lone_tag(only, stated).is_some() => {
                let (tag, tags) = self.lone_tag(only, stated).unwrap_or_default();
                self.tagged(&branches, &tag, &[tags], side)
            }
            [only] => {
                let (schema, place) = (only.schema.clone(), only.pointer.clone());
                self.schema(&schema, &place, side)
            }
            _ => self.branches(&branches, discriminator, pointer, side, key == "oneOf"),
        };
        if nullable && tree.word("type") != Some("json") {
            tree.flag("nullable");
        }
        tree
    }

    /// The members that an object has beside its branches: they belong to each of them.
    fn beside(words: &mut Words<'_>) -> Option<Json> {
        let has = words.has("properties");
        let mut shared = Tree::new();
        for key in ["properties", "required", "additionalProperties"] {
            if let Some(value) = words.take(key).filter(|_| has) {
                shared.set(key, value.clone());
            }
        }
        if !has {
            return None;
        }
        Some(shared.with("type", text("object")).json())
    }

    /// The branches with those of untold unions inside them, `null` left out.
    fn collect(
        &mut self,
        written: &[Json],
        pointer: &str,
        beside: Option<&Json>,
        branches: &mut Vec<Branch>,
        nullable: &mut bool,
        depth: usize,
    ) {
        let alone = written.iter().filter(|branch| !is_null_schema(branch)).count() < 2;
        for (index, branch) in written.iter().enumerate() {
            if is_null_schema(branch) {
                *nullable = true;
                continue;
            }
            let pointer = join(pointer, &index.to_string());
            let schema = match beside {
                Some(beside) => {
                    let mut branch = branch.clone();
                    tree::set(&mut branch, ORIGIN, text(&pointer));
                    Json::Object(vec![("allOf".to_owned(), Json::Array(vec![beside.clone(), branch]))])
                }
                None => branch.clone(),
            };
            let (target, place) = match self.document.follow(&schema, &pointer) {
                Ok((target, place)) => (target.clone(), place),
                Err(_) => (schema.clone(), pointer.clone()),
            };
            let mut clashes = Vec::new();
            let mut flat = flatten(self.document, &target, &place, &mut clashes).into_owned();
            if flat.get("$ref").is_some() {
                flat = self.document.follow(&flat, &place).map_or(flat.clone(), |(target, place)| {
                    flatten(self.document, target, &place, &mut clashes).into_owned()
                });
            }
            for (place, message) in clashes {
                self.lose(&place, message);
            }
            *nullable |= self.is_nullable(&flat) && flat.get("enum").is_none();
            let inner = ["oneOf", "anyOf"].iter().find_map(|key| Some((*key, flat.get(key)?)));
            match inner {
                Some((key, inner))
                    if !alone
                        && depth < 8
                        && flat.get("discriminator").is_none()
                        && flat.get("properties").is_none() =>
                {
                    let inner = items(inner).to_vec();
                    self.collect(&inner, &join(&place, key), None, branches, nullable, depth + 1);
                }
                _ => branches.push(Branch { schema, flat, pointer }),
            }
        }
    }

    /// Two or more branches. With `exclusive`, a value is of one of them alone.
    fn branches(
        &mut self,
        branches: &[Branch],
        discriminator: Option<&Json>,
        pointer: &str,
        side: Side,
        exclusive: bool,
    ) -> Tree {
        let objects = branches
            .iter()
            .all(|branch| branch.kind() == Some("object") || branch.flat.get("discriminator").is_some());
        if objects {
            let stated = discriminator.and_then(|it| it.get("propertyName")).and_then(Json::as_str);
            let tag = stated.map(str::to_owned).or_else(|| constant_tag(branches));
            if let Some(tag) = tag {
                let tags = self.tags(branches, &tag, discriminator);
                if tags_differ(&tags) {
                    return self.tagged(branches, &tag, &tags, side);
                }
            }
        }
        self.untagged(branches, pointer, side, exclusive)
    }

    fn tagged(&mut self, branches: &[Branch], tag: &str, tags: &[Vec<Json>], side: Side) -> Tree {
        let mut taken = BTreeSet::new();
        let mut cases = Vec::new();
        for (branch, tags) in branches.iter().zip(tags) {
            if self.is_own_branch(branch) {
                self.lose(&branch.pointer, "a branch that is the choice itself: left out");
                continue;
            }
            let tree = self.branch(branch, tag, side);
            let selectors: Vec<Option<&Json>> =
                if tags.is_empty() { vec![None] } else { tags.iter().map(Some).collect() };
            for selector in &selectors {
                let by_tag = selector.and_then(|value| tag_name(tag, value));
                let name = if selectors.len() > 1 { by_tag } else { branch.name().or(by_tag) };
                let name = names::free(&name.unwrap_or_else(|| "Other".to_owned()), &mut taken);
                let mut case = Tree::new();
                match selector {
                    Some(value) => case.set("when", (*value).clone()),
                    None => case.flag("absent"),
                }
                let fails = side == Side::Response && *selector == Some(&Json::Bool(false));
                if fails && ["success", "ok"].contains(&tag) && explains_failure(&branch.flat) {
                    case.flag("failure");
                }
                tree.keys().for_each(|key| case.set(key, tree.get(key).cloned().unwrap_or(Json::Null)));
                cases.push((name, case.json()));
            }
        }
        Tree::new().with("discriminator", text(tag)).with("oneOf", Json::Object(cases))
    }

    /// Whether a branch leads to nothing but the type that it is a branch of.
    fn is_own_branch(&self, branch: &Branch) -> bool {
        let target = self.document.follow(&branch.schema, "").map(|(_, pointer)| pointer);
        self.definition.is_some() && target.ok() == self.definition
    }

    /// What a branch holds beside its tag.
    fn branch(&mut self, branch: &Branch, tag: &str, side: Side) -> Tree {
        if let Some(payload) = payload(&branch.schema, tag) {
            let mut tree = self.schema(&payload, &branch.pointer, side);
            schema::extend(&mut tree, &branch.schema);

            tree.remove("nullable");
            return without_own(tree);
        }
        let mut flat = branch.flat.clone();
        let properties =
            members(flat.get("properties").unwrap_or(&Json::Null)).iter().filter(|(name, _)| name != tag);
        let properties = Json::Object(properties.cloned().collect());
        let required = items(flat.get("required").unwrap_or(&Json::Null))
            .iter()
            .filter(|name| name.as_str() != Some(tag));
        let required = Json::Array(required.cloned().collect());
        let empty = members(&properties).is_empty();
        tree::set(&mut flat, "properties", properties);
        tree::set(&mut flat, "required", required);
        if empty {
            tree::remove(&mut flat, "additionalProperties");
        }
        if branch.schema.get(&format!("{EXTENSION}absent")).is_some() {
            tree::remove(&mut flat, "not");
        }
        let mut tree = self.schema(&flat, &branch.pointer, side);
        tree.remove("nullable");
        if empty {
            for key in ["type", "properties", "additionalProperties"] {
                tree.remove(key);
            }
        } else {
            tree.remove("type");
        }
        without_own(tree)
    }

    /// Branches without a tag: told by their kind of JSON, by a member that only one of several objects has, or not
    /// at all.
    fn untagged(&mut self, branches: &[Branch], pointer: &str, side: Side, exclusive: bool) -> Tree {
        let mut kinds: Vec<(&str, Vec<&Branch>)> = Vec::new();
        for branch in branches {
            let Some(kind) = branch.kind() else {
                self.lose(pointer, "a choice with a branch that may be anything: taken as free JSON");
                return Tree::of("json");
            };
            let kind = if kind == "integer" { "number" } else { kind };
            match kinds.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, group)) => group.push(branch),
                None => kinds.push((kind, vec![branch])),
            }
        }
        let mut cases = Vec::new();
        for (kind, group) in &kinds {
            let told = if *kind == "object" && exclusive { telling_members(group) } else { None };
            if let Some(members) = told {
                for (branch, member) in group.iter().zip(members) {
                    let mut tree = without_own(self.schema(&branch.schema, &branch.pointer, side));
                    let by_member = member.as_deref().and_then(names::type_name);
                    if let Some(member) = &member {
                        tree.set("has", text(member));
                    }
                    cases.push((branch.name().or(by_member).unwrap_or_else(|| "Other".to_owned()), tree));
                }
                continue;
            }
            let tree = match group.as_slice() {
                [only] => self.schema(&only.schema, &only.pointer, side),
                several => self.several(kind, several, pointer, side),
            };
            let name = match group.as_slice() {
                [only] => only.name(),
                _ => None,
            };
            cases.push((name.unwrap_or_else(|| kind_name(kind).to_owned()), without_own(tree)));
        }
        self.by_kind(cases, pointer)
    }

    /// Branches of one kind of JSON, among others: objects may have a tag of their own.
    fn several(&mut self, kind: &str, branches: &[&Branch], pointer: &str, side: Side) -> Tree {
        let owned = || branches.iter().map(|branch| (*branch).clone()).collect::<Vec<_>>();
        if let Some(tag) = Some(kind).filter(|kind| *kind == "object").and_then(|_| constant_tag(&owned())) {
            let branches = owned();
            let tags = self.tags(&branches, &tag, None);
            return self.tagged(&branches, &tag, &tags, side);
        }
        mixture::mix(self, kind, branches, pointer, side)
    }

    /// Branches of different kinds of JSON under their names.
    pub(crate) fn by_kind(&mut self, cases: Vec<(String, Tree)>, pointer: &str) -> Tree {
        if cases.len() == 1 {
            return cases.into_iter().next().map(|(_, tree)| tree).unwrap_or_default();
        }
        if cases.iter().any(|(_, tree)| tree.word("type") == Some("json")) {
            self.lose(pointer, "a choice with a branch that may be anything: taken as free JSON");
            return Tree::of("json");
        }
        let bare = |tree: &Tree| {
            tree.word("type").is_some_and(|word| SCALARS.contains(&word)) && tree.keys().count() == 1
        };
        if cases.iter().all(|(_, tree)| bare(tree)) {
            let words = cases.iter().filter_map(|(_, tree)| tree.get("type").cloned());
            return Tree::new().with("type", Json::Array(words.collect()));
        }
        let mut nullable = false;
        let mut taken = BTreeSet::new();
        let mut branches = Vec::new();
        for (name, mut tree) in cases {
            nullable |= tree.remove("nullable").is_some();
            branches.push((names::free(&name, &mut taken), tree.json()));
        }
        let mut tree = Tree::new().with("oneOf", Json::Object(branches));
        if nullable {
            tree.flag("nullable");
        }
        tree
    }

    /// A schema with a `discriminator` and no branches: those that build on it with `allOf` are its branches.
    pub(crate) fn descendants(&mut self, words: &mut Words<'_>, _pointer: &str, side: Side) -> Option<Tree> {
        let own = self.definition.clone()?;
        let heirs = self.survey.heirs(&own).to_vec();
        let tag = words.peek("discriminator")?.get("propertyName")?.as_str()?.to_owned();
        if heirs.len() < 2 {
            words.take("discriminator");
            return None;
        }
        let references =
            heirs.iter().map(|heir| Json::Object(vec![("$ref".to_owned(), text(&format!("#{heir}")))]));
        let references: Vec<Json> = references.collect();
        let mut branches = Vec::new();
        self.collect(&references, &join(&own, "discriminator"), None, &mut branches, &mut false, 8);
        let tags = self.tags(&branches, &tag, words.peek("discriminator"));
        if !tags_differ(&tags) {
            return None;
        }
        for key in ["discriminator", "properties", "required", "additionalProperties"] {
            words.take(key);
        }
        self.definition = None;
        Some(self.tagged(&branches, &tag, &tags, side))
    }
}

/// What belongs to the place where a union stands, not to a branch.
fn without_own(mut tree: Tree) -> Tree {
    for key in ["example", "default", "name", "when", "absent", "has"] {
        tree.remove(key);
    }
    tree
}
