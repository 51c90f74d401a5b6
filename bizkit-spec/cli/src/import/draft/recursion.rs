//! Objects that hold a list of objects like themselves: one type that contains itself.

use crate::import::document::schema::observe;
use crate::import::draft::fit::fields;
use crate::import::draft::{Draft, DraftType};
use crate::import::names;
use crate::import::tree::{Tree, each_schema, remove, set, text};
use bizkit_spec::json::Json;
use std::collections::BTreeSet;

/// As many members must be the same, the list itself among them.
const LEAST: usize = 3;

/// Gives each such object of a response a name, and the elements of its list the same one.
pub(crate) fn tie(draft: &mut Draft, taken: &mut BTreeSet<String>) {
    let mut made = Vec::new();
    taken.extend(draft.types.iter().map(|ty| ty.name.clone()));
    for (_, tree) in &mut draft.endpoints {
        each_schema(tree, "response", &mut |schema, name| {
            let Some(list) = list_of_itself(schema) else { return };
            let wanted = if name == "response" || names::singular(name) == name { &list } else { name };
            let Some(wanted) = names::type_name(&names::singular(wanted)) else { return };
            let ty = names::free(&wanted, taken);
            made.push(DraftType { name: ty.clone(), owner: None, tree: tied(schema, &list, &ty) });
            for key in ["properties", "observed"] {
                remove(schema, key);
            }
            set(schema, "type", text(&ty));
        });
    }
    draft.types.extend(made);
}

/// The member that lists objects with the same members.
fn list_of_itself(schema: &Json) -> Option<String> {
    let names =
        |schema: &Json| -> BTreeSet<String> { fields(schema).iter().map(|(name, _)| name.clone()).collect() };
    let own = names(schema);
    let is_same =
        |list: &Json| list.get("items").is_some_and(|element| own.len() >= LEAST && names(element) == own);
    fields(schema).iter().find(|(_, list)| is_same(list)).map(|(name, _)| name.clone())
}

/// The type: what the object and the elements of its list show together.
fn tied(schema: &Json, list: &str, name: &str) -> Json {
    let element =
        fields(schema).iter().find(|(known, _)| known == list).and_then(|(_, list)| list.get("items"));
    let both = observe::join(Tree::from(schema.clone()), &Tree::from(element.cloned().unwrap_or(Json::Null)));
    let mut properties = both.get("properties").cloned().unwrap_or(Json::Null);
    let items = Tree::of("array").with("items", Tree::of(name).json());
    set(&mut properties, list, items.json());
    let mut tree = Tree::of("object").with("properties", properties);
    tree.flag("observed");
    tree.json()
}
