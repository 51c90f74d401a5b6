//! The draft of an import to the files that it writes.

use crate::export::schema::modeline;
use crate::import::draft::Draft;
use crate::import::known::Known;
use crate::import::report::{Grade, Report};
use crate::import::tree::{mentioned, set};
use crate::import::write::layout;
use bizkit_spec::json::Json;
use std::collections::{BTreeMap, BTreeSet};

/// A file that an import writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// Path below the folder of specs, with `/`.
    pub path: String,
    /// What the file says.
    pub tree: Json,
    /// How it is written where there is no such file yet.
    pub text: String,
}

/// Largest file of types, well below what is read.
const MAX_TYPES: usize = 200 * 1024;

/// A file with what it says.
#[derive(Debug, Clone)]
pub(crate) struct File {
    pub(crate) path: String,
    pub(crate) tree: Json,
    /// Where the operation stands in the document, or each type.
    pub(crate) pointers: BTreeMap<String, String>,
}

impl File {
    /// Where what stands at a path comes from; the path in the file, where that is nowhere in the document.
    pub(crate) fn pointer_of(&self, steps: &[String]) -> String {
        let name = steps.first().filter(|_| self.path.starts_with("types/"));
        let named = name.and_then(|name| self.pointers.get(name)).filter(|pointer| !pointer.is_empty());
        let found = named.or_else(|| self.pointers.get("")).cloned();
        found
            .unwrap_or_else(|| name.map_or_else(|| self.path.clone(), |name| format!("{}#{name}", self.path)))
    }

    /// The file's text; its first line tells editors the schema, where there is one.
    pub(crate) fn text(&self, has_schema: bool) -> String {
        let text = match self.path.as_str() {
            "api.yaml" => layout::api(&self.tree),
            "errors.yaml" => layout::named(&self.tree),
            path if path.starts_with("types/") => layout::named(&self.tree),
            _ => layout::endpoint(&self.tree),
        };
        if has_schema { format!("{}\n{text}", modeline(&self.path)) } else { text }
    }
}

/// All files, by path.
pub(crate) struct Files {
    list: Vec<File>,
    has_schema: bool,
}

impl Files {
    /// Puts every type into a file: that of the one module that uses it, or the one of all.
    pub(crate) fn of(
        draft: Draft,
        api: Json,
        errors: Option<Json>,
        pointers: &Pointers,
        known: &Known,
    ) -> Self {
        let mut modules: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        let uses: BTreeMap<String, BTreeSet<String>> =
            draft.types.iter().map(|ty| (ty.name.clone(), mentioned(&ty.tree))).collect();
        let mut roots: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for (place, tree) in &draft.endpoints {
            roots.entry(place.module()).or_default().extend(mentioned(tree));
        }
        for (module, roots) in roots {
            let mut open: Vec<&String> =
                roots.iter().filter_map(|name| Some(uses.get_key_value(name)?.0)).collect();
            while let Some(name) = open.pop() {
                let reached = modules.entry(name).or_default();
                // What two modules reach already is shared, and so is all that it mentions.
                if reached.len() < 2 && reached.insert(module.to_owned()) {
                    let inner = uses.get(name).into_iter().flatten();
                    open.extend(inner.filter_map(|name| Some(uses.get_key_value(name)?.0)));
                }
            }
        }
        let place_of = |name: &str| {
            let kept = known.types().find(|(known, ..)| *known == name).map(|(_, _, file)| file.path.clone());
            let module = modules
                .get(name)
                .filter(|modules| modules.len() == 1)
                .and_then(|modules| modules.iter().next());
            kept.unwrap_or_else(|| {
                format!("types/{}.yaml", module.map_or("shared", |module| module.trim_matches(['{', '}'])))
            })
        };
        let mut files = vec![File { path: "api.yaml".to_owned(), tree: api, pointers: BTreeMap::new() }];
        files.extend(errors.map(|tree| File {
            path: "errors.yaml".to_owned(),
            tree,
            pointers: BTreeMap::new(),
        }));
        let mut sizes: BTreeMap<String, usize> = BTreeMap::new();
        let mut shared: Vec<File> = Vec::new();
        for ty in draft.types.iter().filter(|ty| ty.owner.is_none()) {
            let base = place_of(&ty.name);
            let size = ty.tree.to_string().len() * 2;
            let total = sizes.entry(base.clone()).or_default();
            *total += size;
            let part = *total / MAX_TYPES;
            let path = if part == 0 { base } else { base.replace(".yaml", &format!("-{}.yaml", part + 1)) };
            let at = shared.iter().position(|file| file.path == path).unwrap_or_else(|| {
                shared.push(File { path, tree: Json::Object(Vec::new()), pointers: BTreeMap::new() });
                shared.len() - 1
            });
            set(&mut shared[at].tree, &ty.name, ty.tree.clone());
            let pointer = pointers.types.get(&ty.name).cloned().unwrap_or_default();
            shared[at].pointers.insert(ty.name.clone(), pointer);
        }
        files.extend(shared);
        for (place, mut tree) in draft.endpoints {
            let own = draft.types.iter().filter(|ty| ty.owner.as_deref() == Some(place.id.as_str()));
            let own: Vec<(String, Json)> = own.map(|ty| (ty.name.clone(), ty.tree.clone())).collect();
            if !own.is_empty() {
                set(&mut tree, "types", Json::Object(own));
            }
            let pointer = pointers.endpoints.get(&place.id).cloned().unwrap_or_default();
            let pointers = BTreeMap::from([(String::new(), pointer)]);
            files.push(File { path: format!("{}.yaml", place.id), tree, pointers });
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Self { list: files, has_schema: known.has_schema }
    }

    pub(crate) fn texts(&self) -> Vec<(String, String)> {
        self.list.iter().map(|file| (file.path.clone(), file.text(self.has_schema))).collect()
    }

    pub(crate) fn get_mut(&mut self, path: &str) -> Option<&mut File> {
        self.list.iter_mut().find(|file| file.path == path)
    }

    /// Leaves a file out.
    pub(crate) fn drop(&mut self, path: &str, report: &mut Report, why: &str) {
        let pointer = self.list.iter().find(|file| file.path == path).map(|file| file.pointer_of(&[]));
        report.add(
            Grade::Refused,
            &pointer.unwrap_or_default(),
            format!("`{path}` cannot be written: {why}"),
        );
        report.operations.iter_mut().filter(|outcome| outcome.file.as_deref() == Some(path)).for_each(
            |outcome| {
                outcome.file = None;
            },
        );
        self.list.retain(|file| file.path != path);
    }

    pub(crate) fn into_list(self) -> Vec<File> {
        self.list
    }
}

/// Where things come from.
#[derive(Default)]
pub(crate) struct Pointers {
    pub(crate) endpoints: BTreeMap<String, String>,
    pub(crate) types: BTreeMap<String, String>,
}

impl Pointers {
    /// The pointer of each operation with the path of its file.
    pub(crate) fn files(&self) -> BTreeMap<String, String> {
        self.endpoints.iter().map(|(id, pointer)| (pointer.clone(), format!("{id}.yaml"))).collect()
    }
}
