//! Several branches of one kind of JSON that nothing tells apart: one type with room for all of them.

use crate::import::document::Context;
use crate::import::document::schema::branch::Branch;
use crate::import::document::types::Side;
use crate::import::report::Grade;
use crate::import::tree;
use crate::import::tree::{Tree, items, members, set};
use bizkit_spec::json::Json;

/// One type for all of these branches.
pub(crate) fn mix(cx: &mut Context<'_>, kind: &str, branches: &[&Branch], pointer: &str, side: Side) -> Tree {
    let same = branches.iter().all(|branch| branch.flat == branches[0].flat);
    if same {
        return cx.schema(&branches[0].schema, &branches[0].pointer, side);
    }
    match kind {
        "string" => strings(cx, branches, pointer, side),
        "boolean" => Tree::of("boolean"),
        "array" => {
            let elements =
                branches.iter().map(|branch| branch.flat.get("items").cloned().unwrap_or(Json::Bool(true)));
            let mut elements: Vec<Json> = elements.collect();
            elements.dedup();
            let items = Json::Object(vec![("anyOf".to_owned(), Json::Array(elements))]);
            let schema =
                Json::Object(vec![("type".to_owned(), tree::text("array")), ("items".to_owned(), items)]);
            cx.schema(&schema, pointer, side)
        }
        "object" => objects(cx, branches, pointer, side),
        _ => numbers(cx, branches, pointer, side),
    }
}

/// Numbers: lists of whole values become one list.
fn numbers(cx: &mut Context<'_>, branches: &[&Branch], pointer: &str, side: Side) -> Tree {
    let is_whole = |value: &Json| value.kind_name() == "integer";
    let listed =
        branches.iter().all(|branch| !constants(branch).is_empty() && constants(branch).iter().all(is_whole));
    if listed {
        tell_titles(cx, branches, pointer);
        let mut values: Vec<Json> = Vec::new();
        branches.iter().flat_map(|branch| constants(branch)).for_each(|value| {
            if !values.contains(&value) {
                values.push(value);
            }
        });
        let schema = Json::Object(vec![
            ("type".to_owned(), tree::text("integer")),
            ("enum".to_owned(), Json::Array(values)),
        ]);
        return cx.schema(&schema, pointer, side);
    }
    let ruled = |branch: &&&Branch| {
        !constants(branch).is_empty() || members(&branch.flat).iter().any(|(key, _)| key.contains("imum"))
    };
    if branches.iter().any(|branch| ruled(&branch)) {
        cx.lose(pointer, "numbers under different rules: taken as any number");
    }
    let whole = branches.iter().filter(|branch| branch.kind() == Some("integer")).count();
    if whole > 0 && whole < branches.len() {
        cx.lose(pointer, "whole numbers beside others: from 9007199254740992 on they lose digits");
    }
    Tree::of(if whole == branches.len() { "integer" } else { "number" })
}

/// The only values of a branch.
fn constants(branch: &Branch) -> Vec<Json> {
    match (branch.flat.get("enum"), branch.flat.get("const")) {
        (Some(values), _) => items(values).to_vec(),
        (None, Some(value)) => vec![value.clone()],
        (None, None) => Vec::new(),
    }
}

/// What each value of a list is called or means is left out.
fn tell_titles(cx: &mut Context<'_>, branches: &[&Branch], pointer: &str) {
    let has_words =
        |branch: &&Branch| ["title", "description"].iter().any(|key| branch.flat.get(key).is_some());
    if branches.iter().any(has_words) {
        cx.note(pointer, "the names and meanings of values were left out");
    }
}

/// Texts: lists of values become one list, which is open where any text is allowed beside it.
fn strings(cx: &mut Context<'_>, branches: &[&Branch], pointer: &str, side: Side) -> Tree {
    let mut values: Vec<Json> = Vec::new();
    tell_titles(cx, branches, pointer);
    branches.iter().flat_map(|branch| constants(branch)).for_each(|value| {
        if value != Json::Null && !values.contains(&value) {
            values.push(value);
        }
    });
    let others: Vec<&&Branch> = branches.iter().filter(|branch| constants(branch).is_empty()).collect();
    if let [only] = others.as_slice() {
        // An empty text beside texts that may be empty anyway.
        let shaped = ["pattern", "format"].iter().any(|key| only.flat.get(key).is_some());
        let least = only.flat.get("minLength").map(Json::to_string).is_none_or(|least| least == "0");
        if !shaped && least && values == [Json::String(String::new())] {
            return cx.schema(&only.schema, &only.pointer, side);
        }
    }
    let ruled = |branch: &&&Branch| {
        ["pattern", "format", "minLength", "maxLength"].iter().any(|key| branch.flat.get(key).is_some())
    };
    if others.iter().any(ruled) {
        cx.lose(pointer, "texts under different rules: taken as any text");
    }
    if values.is_empty() {
        return Tree::of("string");
    }
    let schema = Json::Object(vec![
        ("type".to_owned(), tree::text("string")),
        ("enum".to_owned(), Json::Array(values)),
    ]);
    let mut tree = cx.schema(&schema, pointer, side);
    if !others.is_empty() {
        tree.flag("open");
    }
    tree
}

/// Objects: one with the members of all; only what every branch requires is required.
fn objects(cx: &mut Context<'_>, branches: &[&Branch], pointer: &str, side: Side) -> Tree {
    let mut properties: Vec<(String, Json)> = Vec::new();
    let mut maps = false;
    for branch in branches {
        let own = branch.flat.get("properties").map(members).unwrap_or_default();
        maps |= own.is_empty();
        for (name, schema) in own {
            match properties.iter_mut().find(|(known, _)| known == name) {
                Some((_, known)) if known != schema => {
                    let mut both = match known.get("anyOf") {
                        Some(Json::Array(both)) if members(known).len() == 1 => both.clone(),
                        _ => vec![known.clone()],
                    };
                    if !both.contains(schema) {
                        both.push(schema.clone());
                    }
                    *known = Json::Object(vec![("anyOf".to_owned(), Json::Array(both))]);
                }
                Some(_) => {}
                None => properties.push((name.clone(), schema.clone())),
            }
        }
    }
    if maps {
        cx.report.add(
            Grade::Loss,
            pointer,
            "objects that nothing tells apart, one of them with free keys: taken as free JSON",
        );
        return Tree::of("json");
    }
    let names: Option<Vec<String>> =
        branches.iter().map(|branch| branch.reference().map(Context::component_name)).collect();
    let required = branches.iter().map(|branch| branch.flat.get("required").map(items).unwrap_or_default());
    let mut required = required.collect::<Vec<_>>().into_iter();
    let mut common: Vec<Json> = required.next().unwrap_or_default().to_vec();
    required.for_each(|names| common.retain(|name| names.contains(name)));
    let count = branches.len();
    cx.report.add(
        Grade::Loss,
        pointer,
        format!("{count} kinds of objects that nothing tells apart: taken as one with the members of all"),
    );
    let mut schema = Json::Object(vec![("type".to_owned(), tree::text("object"))]);
    set(&mut schema, "properties", Json::Object(properties));
    set(&mut schema, "required", Json::Array(common));
    if let Some(names) = names {
        return Tree::of(&cx.named_mixture(&names, schema, side));
    }
    cx.schema(&schema, pointer, side)
}
