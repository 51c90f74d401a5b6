//! Types that the specs have already: found by how the project uses a name, by their own name, or by their shape.

use crate::import::draft::fit::{ByName, bare_shape, fields, fits, kind, spell_out};
use crate::import::draft::role::{is_words, text_rules};
use crate::import::draft::{Draft, paging};
use crate::import::known::Known;
use crate::import::names::{self, singular};
use crate::import::tree::{each_schema, members, remove, same, set, text};
use bizkit_spec::json::Json;
use bizkit_spec::name::Name;
use bizkit_spec::validate::validate;
use std::collections::{BTreeMap, BTreeSet};

/// What the specs show of how the project writes things.
pub(crate) struct Habits<'k> {
    known: &'k Known,
    types: ByName,
    /// The named types that a member of this name has, with the modules where it does.
    uses: BTreeMap<String, BTreeMap<String, BTreeSet<String>>>,
    /// Types that say by a flag whether a call did what it should, and nothing else.
    verdicts: BTreeMap<String, String>,
    /// Tags whose `false` says that there is nothing to show, with the names of both branches.
    flags: BTreeMap<String, (String, String, Json)>,
    /// What stands before the path, its slashes as hyphens, in the links to the vendor's pages.
    pages: Option<String>,
}

impl<'k> Habits<'k> {
    pub(crate) fn of(known: &'k Known) -> Self {
        let spelled = |tree: &Json| {
            let mut tree = tree.clone();
            spell_out(&mut tree);
            tree
        };
        let types: ByName = known.types().map(|(name, tree, _)| (name.to_owned(), spelled(tree))).collect();
        let types: ByName = types.into_iter().filter(|(name, _)| !known.is_imported(name)).collect();
        let mut habits = Self {
            known,
            types,
            uses: BTreeMap::new(),
            verdicts: BTreeMap::new(),
            flags: BTreeMap::new(),
            pages: pages(known),
        };
        habits.verdicts =
            habits.types.iter().filter_map(|(name, tree)| Some((verdict(tree)?, name.clone()))).collect();
        let mut contradicted = BTreeSet::new();
        for file in known.files.iter().filter(|file| file.path.contains('/')) {
            let mut tree = file.tree.clone();
            let roots: Vec<(String, Json)> = if file.path.starts_with("types/") {
                members(&tree).to_vec()
            } else {
                vec![("response".to_owned(), std::mem::replace(&mut tree, Json::Null))]
            };
            for (name, mut root) in roots {
                spell_out(&mut root);
                let module = file.path.split('/').next().unwrap_or_default();
                each_schema(&mut root, &name, &mut |schema, name| {
                    habits.learn(schema, name, module, &mut contradicted);
                });
            }
        }
        habits.flags.retain(|tag, _| !contradicted.contains(tag));
        habits
    }

    fn learn(&mut self, schema: &Json, name: &str, module: &str, contradicted: &mut BTreeSet<String>) {
        if let Some(ty) = schema.get("type").and_then(Json::as_str).filter(|ty| self.types.contains_key(*ty))
        {
            let uses = self.uses.entry(name.to_owned()).or_default();
            uses.entry(ty.to_owned()).or_default().insert(module.to_owned());
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

    /// Puts known types where a draft writes them out. What is made of a page leads to that page.
    pub(crate) fn apply(&self, draft: &mut Draft, is_page: bool) {
        self.replace_named(draft);
        for (_, tree) in &mut draft.endpoints {
            self.name_verdicts(tree);
            self.split_responses(tree);
            if !is_page {
                continue;
            }
            paging::infer(&self.types, tree);
            let path =
                tree.get("path").and_then(Json::as_str).filter(|path| !path.contains('{')).map(str::to_owned);
            if let (Some(pages), Some(path), None) = (&self.pages, path, tree.get("docs")) {
                set(tree, "docs", text(&format!("{pages}{}", path.replace('/', "-"))));
            }
        }
        draft.each_within(|schema, name, module| self.replace_inline(schema, name, module));
    }

    /// `{"success": true}` and no more.
    fn name_verdicts(&self, file: &mut Json) {
        let Json::Object(keys) = file else { return };
        for (_, responses) in keys.iter_mut().filter(|(key, _)| key == "responses") {
            let Json::Object(responses) = responses else { continue };
            for (_, response) in
                responses.iter_mut().filter(|(_, response)| response.get("observed").is_some())
            {
                let [(tag, field)] = fields(response) else { continue };
                let name = self.verdicts.get(tag).filter(|_| kind(field) == "boolean").cloned();
                if let Some(name) = name {
                    for key in ["properties", "observed"] {
                        remove(response, key);
                    }
                    set(response, "type", text(&name));
                }
            }
        }
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

    fn replace_inline(&self, schema: &mut Json, name: &str, module: &str) {
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
        let Some(ty) = self.find(schema, name, kind, module) else { return };
        let known = &self.types[&ty];
        let rules: Vec<String> = members(schema).iter().map(|(key, _)| key.clone()).collect();
        for key in rules {
            let belongs_to_use = is_words(&key) && key != "title";
            let place = ["required", "nullable", "in", "when", "absent", "has", "failure", "contentType"]
                .contains(&key.as_str());
            let repeats = known.get(&key).is_some() && known.get(&key) == schema.get(&key);
            if !belongs_to_use && !place || repeats {
                remove(schema, &key);
            }
        }
        set(schema, "type", text(&ty));
    }

    /// The known type that a schema is.
    fn find(&self, schema: &Json, name: &str, kind: &str, module: &str) -> Option<String> {
        let usable = |ty: &&String| fits(&self.types, schema, &self.types[*ty]) && self.accepts(ty, schema);
        let one = singular(name);
        for name in [name, one.as_str()] {
            let used = || self.uses.get(name).into_iter().flatten();
            let here = used().filter(|(_, modules)| modules.contains(module)).map(|(ty, _)| ty);
            // A name alone says little in another module: a value must prove it.
            let elsewhere = used().map(|(ty, _)| ty).filter(|ty| self.is_proven(ty, schema));
            let mut here = here.filter(usable);
            match (here.next(), here.next()) {
                (Some(only), None) => return Some(only.clone()),
                (Some(_), Some(_)) => {}
                (None, _) => {
                    let mut elsewhere = elsewhere.filter(usable);
                    if let (Some(only), None) = (elsewhere.next(), elsewhere.next()) {
                        return Some(only.clone());
                    }
                }
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
            |known: &Json| text_rules().all(|rule| schema.get(rule).is_some() == known.get(rule).is_some());
        let same = |known: &Json| match kind {
            "object" => fields(known).len() == fields(schema).len(),
            "string" => ruled(known),
            _ => same(&bare_shape(known), &bare_shape(schema)),
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
        let mut values = ["example", "default"].iter().filter_map(|key| schema.get(key)).peekable();
        if values.peek().is_none() {
            return true;
        }
        let Some(api) = &self.known.api else { return false };
        let Some(def) = api.types.iter().find(|def| def.module.is_empty() && def.name.pascal() == ty) else {
            return false;
        };
        values.all(|value| validate(api, &def.schema, value).is_empty())
    }

    /// Whether a documented value keeps rules that few other values keep, or the schema states the same ones.
    fn is_proven(&self, ty: &str, schema: &Json) -> bool {
        let known = &self.types[ty];
        let is_ruled = |tree: &Json| {
            ["pattern", "format", "enum", "oneOf", "properties"].iter().any(|rule| tree.get(rule).is_some())
                || tree.get("minLength").is_some() && tree.get("minLength") == tree.get("maxLength")
        };
        let shows = ["example", "default"].iter().any(|key| schema.get(key).is_some());
        is_ruled(known) && (shows || is_ruled(schema))
    }

    /// A response that was seen with a flag which elsewhere decides whether there is anything to show.
    fn split_responses(&self, file: &mut Json) {
        let Json::Object(keys) = file else { return };
        let Some((_, Json::Object(responses))) = keys.iter_mut().find(|(key, _)| key == "responses") else {
            return;
        };
        for (_, response) in responses {
            if response.get("observed").is_none() {
                continue;
            }
            let found = self.flags.iter().find(|(tag, _)| {
                fields(response)
                    .iter()
                    .any(|(name, field)| name == *tag && field.get("example") == Some(&Json::Bool(true)))
            });
            let Some((tag, (yes, no, branch))) = found else { continue };
            let Some(mut properties) = remove(response, "properties") else { continue };
            remove(&mut properties, tag);
            remove(response, "type");
            let shown = Json::Object(vec![
                ("when".to_owned(), Json::Bool(true)),
                ("properties".to_owned(), properties),
            ]);
            set(response, "discriminator", text(tag));
            set(response, "oneOf", Json::Object(vec![(yes.clone(), shown), (no.clone(), branch.clone())]));
        }
    }
}

/// The tag of a union of nothing but verdicts: what was done, or was not.
fn verdict(tree: &Json) -> Option<String> {
    let tag = tree.get("discriminator")?.as_str()?;
    let branches = members(tree.get("oneOf")?);
    let is_bare = |branch: &Json| ["properties", "type"].iter().all(|key| branch.get(key).is_none());
    let says =
        |value: bool| branches.iter().any(|(_, branch)| branch.get("when") == Some(&Json::Bool(value)));
    (says(true) && says(false) && branches.iter().all(|(_, branch)| is_bare(branch))).then(|| tag.to_owned())
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
