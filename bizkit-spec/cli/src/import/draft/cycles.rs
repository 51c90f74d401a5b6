//! Choices that lead back to themselves through their branches alone: no value could ever end the choice.

use crate::import::draft::Draft;
use crate::import::tree::{members, remove};
use bizkit_spec::json::Json;
use std::collections::{BTreeMap, BTreeSet};

/// Takes out each branch that leads back to a choice which it is a branch of. Gives the types with these branches.
pub(crate) fn break_up(draft: &mut Draft) -> Vec<(String, String)> {
    let branches: BTreeMap<String, Vec<(String, String)>> =
        draft.types.iter().map(|ty| (ty.name.clone(), named_branches(&ty.tree))).collect();
    let mut done: BTreeSet<&str> = BTreeSet::new();
    let mut closing: Vec<(String, String)> = Vec::new();
    for start in branches.keys() {
        // The types from the start to here, each with the number of branches that were followed.
        let mut path: Vec<(&str, usize)> = vec![(start, 0)];
        while let Some((name, next)) = path.last_mut() {
            let here: &str = name;
            let Some((branch, target)) = branches.get(here).and_then(|all| all.get(*next)) else {
                done.insert(here);
                path.pop();
                continue;
            };
            *next += 1;
            if path.iter().any(|(above, _)| above == target) {
                closing.push((here.to_owned(), branch.clone()));
            } else if !done.contains(target.as_str()) && branches.contains_key(target) {
                path.push((target, 0));
            }
        }
    }
    for (name, branch) in &closing {
        let Some(ty) = draft.types.iter_mut().find(|ty| ty.name == *name) else { continue };
        let Json::Object(keys) = &mut ty.tree else { continue };
        keys.iter_mut().filter(|(key, _)| key == "oneOf").for_each(|(_, all)| drop(remove(all, branch)));
    }
    closing
}

/// The branches that are types, with the names of these.
fn named_branches(tree: &Json) -> Vec<(String, String)> {
    let all = tree.get("oneOf").map(members).unwrap_or_default();
    let named = all
        .iter()
        .filter_map(|(branch, schema)| Some((branch.clone(), schema.get("type")?.as_str()?.to_owned())));
    named.collect()
}
