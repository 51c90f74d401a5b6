//! Types that the specs have already: found by how the project uses a name, by their own name, or by their shape.

use super::draft::Draft;
use super::fit::{ByName, RULES, WORDS, bare_shape, fields, fits, kind, spell_out};
use super::known::Known;
use super::names::{self, singular};
use super::tree::{each_schema, members, remove, set, text};
use crate::json::Json;
use crate::name::Name;
use crate::validate::validate;
use std::collections::{BTreeMap, BTreeSet};

/// What the specs show of how the project writes things.
pub(super) struct Habits<'k> {
    known: &'k Known,
    types: ByName,
    /// The named types that a member of this name has.
    uses: BTreeMap<String, BTreeSet<String>>,
    /// Tags whose `false` says that there is nothing to show, with the names of both branches.
    flags: BTreeMap<String, (String, String, Json)>,
    /// What stands before the path, its slashes as hyphens, in the links to the vendor's pages.
    pages: Option<String>,
}

impl<'k> Habits<'k> {
    pub(super) fn of(known: &'k Known) -> Self {
        let spelled = |tree: &Json| {
            let mut tree = tree.clone();
            spell_out(&mut tree);
            tree
        };
        let types: ByName = known.types().map(|(name, tree, _)| (name.to_owned(), spelled(tree))).collect();
        let types: ByName = types.into_iter().filter(|(name, _)| !known.is_imported(name)).collect();
        let mut habits =
            Self { known, types, uses: BTreeMap::new(), flags: BTreeMap::new(), pages: pages(known) };
        let mut contradicted = BTreeSet::new();
        for file in known.files.iter().filter(|file| file.path.contains('/')) {
            let mut tree = file.tree.clone();
            let roots: Vec<(String, Json)> = if file.path.starts_with("types/") {
                members(&tree).to_vec()
            } else {
                vec![("reply".to_owned(), std::mem::replace(&mut tree, Json::Null))]
            };
            for (name, mut root) in roots {
                spell_out(&mut root);
                each_schema(&mut root, &name, &mut |schema, name| {
                    habits.learn(schema, name, &mut contradicted);
                });
            }
        }
        habits.flags.retain(|tag, _| !contradicted.contains(tag));
        habits
    }

    fn learn(&mut self, schema: &Json, name: &str, contradicted: &mut BTreeSet<String>) {
        if let Some(ty) = schema.get("type").and_then(Json::as_str).filter(|ty| self.types.contains_key(*ty))
        {
            self.uses.entry(name.to_owned()).or_default().insert(ty.to_owned());
        }
        let Some(tag) = schema.get("discriminator").and_then(Json::as_str) else { return };
        let mut yes = None;
        let mut no = None;
        for (name, branch) in schema.get("oneOf").map(members).unwrap_or_default() {
            match branch.get("when") {
                Some(Json::Bool(true)) => yes = Some(name.clone()),
                Some(Json::Bool(false))
                    if branch.get("properties").is_none() && branch.get("type").is_none() =>
                {
                    no = Some((name.clone(), branch.clone()));
                }
                _ => {
                    contradicted.insert(tag.to_owned());
                }
            }
        }
        if let (Some(yes), Some((name, branch))) = (yes, no) {
            self.flags.entry(tag.to_owned()).or_insert((yes, name, branch));
        }
    }

    /// Puts known types where a draft writes them out.
    pub(super) fn apply(&self, draft: &mut Draft) {
        self.replace_named(draft);
        for (_, tree) in &mut draft.endpoints {
            self.split_replies(tree);
            let path =
                tree.get("path").and_then(Json::as_str).filter(|path| !path.contains('{')).map(str::to_owned);
            if let (Some(pages), Some(path), None) = (&self.pages, path, tree.get("docs")) {
                set(tree, "docs", text(&format!("{pages}{}", path.replace('/', "-"))));
            }
        }
        draft.each(|schema, name| self.replace_inline(schema, name));
    }

    /// A type of the draft that is known goes away; one that only has a known name gets another one.
    fn replace_named(&self, draft: &mut Draft) {
        let mut taken: BTreeSet<String> = self.types.keys().cloned().collect();
        taken.extend(draft.types.iter().map(|ty| ty.name.clone()));
        let mut renamed: BTreeMap<String, String> = BTreeMap::new();
        draft.types.retain_mut(|ty| {
            let Some(known) = self.types.get(&ty.name).filter(|_| ty.owner.is_none()) else { return true };
            if fits(&self.types, &ty.tree, known) {
                return false;
            }
            let name = names::free(&ty.name, &mut taken);
            renamed.insert(std::mem::replace(&mut ty.name, name.clone()), name);
            true
        });
        draft.each(|schema, _| {
            let name = schema.get("type").and_then(Json::as_str).and_then(|name| renamed.get(name));
            if let Some(name) = name {
                set(schema, "type", text(name));
            }
        });
    }

    fn replace_inline(&self, schema: &mut Json, name: &str) {
        let kind = kind(schema);
        let written_out = schema
            .get("type")
            .and_then(Json::as_str)
            .is_none_or(|word| !word.starts_with(|c: char| c.is_ascii_uppercase()));
        if !written_out
            || schema.get("method").is_some()
            || ["json", "array", "map"].contains(&kind)
            || schema.get("as").is_some()
        {
            return;
        }
        let Some(ty) = self.find(schema, name, kind) else { return };
        let known = &self.types[&ty];
        let rules: Vec<String> = members(schema).iter().map(|(key, _)| key.clone()).collect();
        for key in rules {
            let belongs_to_use = WORDS.contains(&key.as_str()) && key != "title";
            let place = ["required", "nullable", "in", "when", "absent", "failure", "contentType"]
                .contains(&key.as_str());
            let repeats = known.get(&key).is_some() && known.get(&key) == schema.get(&key);
            if !belongs_to_use && !place || repeats {
                remove(schema, &key);
            }
        }
        set(schema, "type", text(&ty));
    }

    /// The known type that a schema is.
    fn find(&self, schema: &Json, name: &str, kind: &str) -> Option<String> {
        let usable = |ty: &&String| fits(&self.types, schema, &self.types[*ty]) && self.accepts(ty, schema);
        let one = singular(name);
        for name in [name, one.as_str()] {
            let used = self.uses.get(name).into_iter().flatten();
            let mut used = used.filter(usable);
            if let (Some(only), None) = (used.next(), used.next()) {
                return Some(only.clone());
            }
        }
        let names = [name, one.as_str()].map(|name| names::type_name(name).unwrap_or_default());
        let by_name =
            names.iter().find_map(|name| self.types.get_key_value(name).map(|(name, _)| name).filter(usable));
        if by_name.is_some() {
            return by_name.cloned();
        }
        let ends_so = |ty: &str| {
            Name::new(ty).is_some_and(|ty| {
                names.iter().any(|name| {
                    Name::new(name).is_some_and(|name| {
                        ty.snake() == name.snake() || ty.snake().ends_with(&format!("_{}", name.snake()))
                    })
                })
            })
        };
        let strong = match kind {
            "object" => fields(schema).len() > 1,
            "enum" => true,
            "string" => ["pattern", "normalize"].iter().any(|rule| schema.get(rule).is_some()),
            _ => false,
        };
        let ruled =
            |known: &Json| RULES.iter().all(|rule| schema.get(rule).is_some() == known.get(rule).is_some());
        let same = |known: &Json| match kind {
            "object" => fields(known).len() == fields(schema).len(),
            "string" => ruled(known),
            _ => super::layout::same(&bare_shape(known), &bare_shape(schema)),
        };
        let mut found = self
            .types
            .iter()
            .filter(|(ty, known)| strong && same(known) && (kind != "object" || ends_so(ty)) && usable(ty));
        match (found.next(), found.next()) {
            (Some((only, _)), None) => Some(only.clone()),
            _ => None,
        }
    }

    /// Whether the documented value of a schema is one of a known type.
    fn accepts(&self, ty: &str, schema: &Json) -> bool {
        let Some(api) = &self.known.api else { return true };
        let Some(def) = api.types.iter().find(|def| def.module.is_empty() && def.name.pascal() == ty) else {
            return true;
        };
        let values = ["example", "default"].iter().filter_map(|key| schema.get(key));
        values.into_iter().all(|value| validate(api, &def.schema, value).is_empty())
    }

    /// A reply that was seen with a flag which elsewhere decides whether there is anything to show.
    fn split_replies(&self, file: &mut Json) {
        let Json::Object(keys) = file else { return };
        let Some((_, Json::Object(replies))) = keys.iter_mut().find(|(key, _)| key == "responses") else {
            return;
        };
        for (_, reply) in replies {
            if reply.get("observed").is_none() {
                continue;
            }
            let found = self.flags.iter().find(|(tag, _)| {
                fields(reply)
                    .iter()
                    .any(|(name, field)| name == *tag && field.get("example") == Some(&Json::Bool(true)))
            });
            let Some((tag, (yes, no, branch))) = found else { continue };
            let Some(mut properties) = remove(reply, "properties") else { continue };
            remove(&mut properties, tag);
            remove(reply, "type");
            let shown = Json::Object(vec![
                ("when".to_owned(), Json::Bool(true)),
                ("properties".to_owned(), properties),
            ]);
            set(reply, "discriminator", text(tag));
            set(reply, "oneOf", Json::Object(vec![(yes.clone(), shown), (no.clone(), branch.clone())]));
        }
    }
}

/// The beginning of the links of most endpoints, where the rest is the path.
fn pages(known: &Known) -> Option<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut all = 0;
    for file in &known.files {
        let word = |key: &str| file.tree.get(key).and_then(Json::as_str);
        let (Some(path), Some(docs)) = (word("path"), word("docs")) else { continue };
        all += 1;
        if let Some(start) = docs.strip_suffix(&path.replace('/', "-")) {
            *counts.entry(start.to_owned()).or_default() += 1;
        }
    }
    counts.into_iter().find(|(_, count)| *count > 2 && count * 3 > all * 2).map(|(start, _)| start)
}
