//! Where each operation's file stands, and what its request is called: the path in the tree is the path in the URL.

use crate::import::known::Known;
use crate::import::names;
use crate::import::path;
use crate::openapi::{Document, EXTENSION, Operation};
use bizkit_spec::json::Json;
use bizkit_spec::name::Name;
use std::collections::{BTreeMap, BTreeSet};

/// What stands for the host where none is known.
pub(in crate::import) const NO_HOST: &str = "https://api.example.com";

/// The methods that the language has.
pub(in crate::import) const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// A file and a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct Place {
    /// The path below the folder of specs without its ending (`customer/detail`).
    pub(in crate::import) id: String,
    /// The request's name, where the file's name does not give it.
    pub(in crate::import) name: Option<String>,
}

impl Place {
    pub(in crate::import) fn module(&self) -> &str {
        self.id.split('/').next().unwrap_or_default()
    }
}

/// A place for every operation of a document, in its order: that of the file which describes the call already, or
/// one of its own.
pub(in crate::import) fn plan(document: &Document, known: &Known) -> Vec<Place> {
    let operations = document.operations();
    let mut methods: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for operation in operations.iter().filter(|it| METHODS.contains(&it.method)) {
        *methods.entry(segments(operation)).or_default() += 1;
    }
    let mut ids = BTreeSet::new();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut taken: BTreeMap<Vec<Name>, BTreeSet<String>> = BTreeMap::new();
    let mut places = Vec::new();
    for operation in &operations {
        let segments = segments(operation);
        let several = methods.get(&segments).is_some_and(|count| *count > 1);
        if let Some((id, name)) = known.endpoint(&operation.method.to_uppercase(), operation.path) {
            ids.insert(id.to_lowercase());
            places.push(Place { id: id.to_owned(), name: name.map(str::to_owned) });
            continue;
        }
        let given = extension(operation.value, "id").filter(|id| path::is_portable(id)).map(str::to_owned);
        let mut id = given.clone().unwrap_or_else(|| file(&segments, operation, several));
        let plain = id.clone();
        let count = counts.entry(plain.to_lowercase()).or_insert(1);
        // Some systems do not tell small letters from capital ones.
        while METHODS.contains(&operation.method) && (known.is_taken(&id) || !ids.insert(id.to_lowercase())) {
            *count += 1;
            id = if *count == 2 && known.is_taken(&plain) {
                format!("{plain}.{}", operation.method)
            } else {
                format!("{plain}-{count}")
            };
        }
        let name = match extension(operation.value, "name") {
            Some(name) => Some(name.to_owned()),
            None if given.is_some() => None,
            None => name(&id, operation, several, &mut taken),
        };
        places.push(Place { id, name });
    }
    places
}

fn extension<'d>(value: &'d Json, key: &str) -> Option<&'d str> {
    value.get(&format!("{EXTENSION}{key}")).and_then(Json::as_str)
}

/// The parts of a path behind what every path begins with (`/api/v1`).
fn segments(operation: &Operation<'_>) -> Vec<String> {
    let path = operation.path.split('#').next().unwrap_or_default();
    let all: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let general = |part: &&&str| {
        let version =
            part.strip_prefix('v').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        ["api", "rest"].contains(part) || version
    };
    let skip = all.iter().take_while(general).count().min(all.len().saturating_sub(1));
    all[skip..].iter().map(|part| path::clean(part)).collect()
}

fn file(segments: &[String], operation: &Operation<'_>, several: bool) -> String {
    let tag = || {
        let tags = operation.value.get("tags").map(crate::import::tree::items).unwrap_or_default();
        let word = tags.first().and_then(Json::as_str).and_then(Name::new);
        word.map_or_else(|| "root".to_owned(), |name| name.snake().replace('_', "-"))
    };
    let mut parts: Vec<String> = segments.iter().filter(|part| !part.is_empty()).cloned().collect();
    // A module that Rust can name stands before all.
    if parts.len() < 2 || parts[0].starts_with('{') || Name::new(&parts[0]).is_none() {
        let module = match parts.first() {
            Some(only) if !only.starts_with('{') && Name::new(only).is_some() => only.clone(),
            _ => tag(),
        };
        parts.insert(0, module);
        if parts.len() == 1 {
            parts.push("root".to_owned());
        }
    }
    if parts[0] == "types" {
        "types-api".clone_into(&mut parts[0]);
    }
    let end = if several { format!(".{}", operation.method) } else { String::new() };
    format!("{}{end}", parts.join("/"))
}

/// A name for the request where the file's would be poor or taken.
fn name(
    id: &str,
    operation: &Operation<'_>,
    several: bool,
    taken: &mut BTreeMap<Vec<Name>, BTreeSet<String>>,
) -> Option<String> {
    let (folders, stem) = id.rsplit_once('/').unwrap_or(("", id));
    let module: Vec<Name> =
        folders.split('/').filter(|part| !part.starts_with('{')).filter_map(Name::new).collect();
    let taken = taken.entry(module).or_default();
    let by_file = Name::new(stem).map(|name| name.pascal());
    if let Some(by_file) = by_file.filter(|_| !several && !stem.starts_with('{'))
        && taken.insert(by_file)
    {
        return None;
    }
    let words = folders.split('/').rfind(|part| !part.starts_with('{')).unwrap_or_default();
    let described = match stem.split('.').next().unwrap_or_default() {
        parameter if parameter.starts_with('{') => format!("{}_{}", operation.method, names::singular(words)),
        word => format!("{}_{word}", operation.method),
    };
    let wanted = own_name(operation).unwrap_or(described);
    let wanted = names::type_name(&wanted).or_else(|| names::type_name(operation.method))?;
    Some(names::free(&wanted, taken))
}

/// The operation's id, unless it only repeats method and path.
fn own_name(operation: &Operation<'_>) -> Option<String> {
    let id = operation.value.get("operationId").and_then(Json::as_str)?;
    // `pets/list`: the part before the slash is the module again.
    let id = id.rsplit(['/', '.']).next().unwrap_or(id);
    let words = |text: &str| -> Vec<String> {
        let name = Name::new(text);
        name.map(|name| name.snake().split('_').map(str::to_owned).collect()).unwrap_or_default()
    };
    let path = words(operation.path);
    let own = words(id);
    // FastAPI appends path and method.
    let mut behind = path.clone();
    behind.push(operation.method.to_owned());
    if let Some(own) = own.strip_suffix(behind.as_slice()).filter(|own| !own.is_empty()) {
        return Some(own.join("_"));
    }
    let before = own.strip_prefix([operation.method.to_owned()].as_slice()).unwrap_or(&own);
    let meaning = |words: &[String]| -> Vec<String> {
        words.iter().filter(|word| !["by", "api", "v1"].contains(&word.as_str())).cloned().collect()
    };
    (meaning(before) != meaning(&path)).then(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(paths: &str) -> Vec<(String, Option<String>)> {
        let document = Document::parse(&format!(r#"{{"openapi":"3.0.3","paths":{paths}}}"#)).unwrap();
        plan(&document, &Known::default()).into_iter().map(|place| (place.id, place.name)).collect()
    }

    #[test]
    fn the_path_in_the_tree_is_the_path_in_the_url() {
        let found = places(
            r#"{"/api/v1/customer/detail":{"get":{"operationId":"getApiV1CustomerDetail"}},
                "/api/v1/chat/room/{id}/message":{"get":{"operationId":"getApiV1ChatRoomByIdMessage"},"post":{}},
                "/pets":{"get":{"operationId":"listPets"},"post":{"operationId":"pets/create"}},
                "/pets/{petId}":{"get":{}},
                "/pets/{petId}/tags":{"get":{}},
                "/pets/tags":{"get":{"operationId":"allTags"}},
                "/items/":{"get":{"operationId":"read_items_items_get"}},
                "/":{"get":{"tags":["meta data"]}},
                "/types/list":{"get":{}}}"#,
        );
        let found: Vec<(&str, Option<&str>)> =
            found.iter().map(|(id, name)| (id.as_str(), name.as_deref())).collect();
        assert_eq!(
            found,
            [
                ("customer/detail", None),
                ("chat/room/{id}/message.get", Some("GetMessage")),
                ("chat/room/{id}/message.post", Some("PostMessage")),
                ("pets/pets.get", Some("ListPets")),
                ("pets/pets.post", Some("Create")),
                ("pets/{petId}", Some("GetPet")),
                ("pets/{petId}/tags", None),
                ("pets/tags", Some("AllTags")),
                ("items/items", None),
                ("meta-data/root", None),
                ("types-api/list", None),
            ]
        );
    }
}
