//! What an import has read against what it has written: parameters, members of responses, sentences, rules.

use super::cover::{Types, resolved, uncovered};
use super::{Account, Said, Shown};
use crate::import::Imported;
use crate::import::document::prose::{self, Ruled};
use crate::import::known::Known;
use crate::import::report::{Grade, Report};
use crate::import::tree::{items, members};
use crate::openapi::Document;
use bizkit_spec::json::Json;
use std::collections::BTreeMap;

/// What is known of an import when it ends.
pub(in crate::import) struct Written<'w> {
    pub(in crate::import) document: &'w Document,
    pub(in crate::import) files: &'w [Imported],
    pub(in crate::import) known: &'w Known,
    /// Phrases that became keywords, with the places of their schemas.
    pub(in crate::import) ruled: &'w [(String, Ruled)],
    /// The pointer of each operation with the path of its file.
    pub(in crate::import) endpoints: &'w BTreeMap<String, String>,
    /// The name of the API's key.
    pub(in crate::import) key: Option<&'w str>,
}

/// Tells what was read and stands in nothing that was written. Places of a page become its lines.
pub(in crate::import) fn settle(written: &Written<'_>, report: &mut Report) {
    parameters(written, report);
    let Some(account) = Account::of(written.document.root()) else { return };
    let types = types(written);
    for lost in &account.lost {
        report.add(Grade::Loss, &format!("line {}", lost.line), lost.message.as_str());
        report.charge(|path| written.is_of(&lost.pointer, path));
    }
    for shown in &account.shown {
        match account.said.iter().find(|said| said.pointer == shown.pointer) {
            Some(said) => argument(written, &types, said, shown, report),
            None => response(written, &types, shown, report),
        }
    }
    for said in &account.said {
        sentences(written, &types, said, report);
    }
    report.relocate(|pointer| account.line_of(pointer));
}

/// Members of a response that is shown, by the schema that was written.
fn response(written: &Written<'_>, types: &Types<'_>, shown: &Shown, report: &mut Report) {
    let Some((file, pointer)) = written.file_at(&shown.pointer) else { return };
    let status = shown.pointer[pointer.len()..].rsplit('/').next().unwrap_or_default();
    let schema =
        file.tree.get("responses").and_then(|responses| responses.get(status)).unwrap_or(&Json::Null);
    for member in uncovered(types, schema, &shown.body) {
        let message = format!("`{member}` of the response to {status} is not in what was written");
        lose(written, report, &shown.pointer, shown.line, message);
    }
}

/// A value of the sample call: an example of its parameter, or an argument of a documented call.
fn argument(written: &Written<'_>, types: &Types<'_>, said: &Said, shown: &Shown, report: &mut Report) {
    let Some((file, _)) = written.file_at(&shown.pointer) else { return };
    let calls = file.tree.get("examples").map(items).unwrap_or_default();
    let mut values: Vec<&Json> =
        calls.iter().filter_map(|call| call.get("request")?.get(&said.name)).collect();
    let schema = file.tree.get("parameters").and_then(|list| list.get(&said.name));
    values.extend(schema.into_iter().filter_map(|schema| schema.get("example")));
    values.extend(schema.into_iter().filter_map(|schema| resolved(types, schema).get("example")));
    let is_key = written.key.is_some_and(|key| key == said.name);
    if !is_key && !values.iter().any(|value| **value == shown.body || is_joined(value, &shown.body)) {
        let message =
            format!("{} of the sample call for `{}` is not in what was written", shown.body, said.name);
        lose(written, report, &shown.pointer, shown.line, message);
    }
}

/// Whether a list holds the elements of a text.
fn is_joined(list: &Json, text: &Json) -> bool {
    let elements: Vec<&str> = items(list).iter().filter_map(Json::as_str).collect();
    let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    !elements.is_empty() && text.as_str().is_some_and(|text| plain(&elements.concat()) == plain(text))
}

fn lose(written: &Written<'_>, report: &mut Report, pointer: &str, line: usize, message: String) {
    report.add(Grade::Loss, &format!("line {line}"), message);
    report.charge(|path| written.is_of(pointer, path));
}

/// Every parameter that the document lists for a call is in its file, or something is said about it.
fn parameters(written: &Written<'_>, report: &mut Report) {
    for operation in written.document.operations() {
        let pointer = operation.pointer();
        let Some((file, _)) = written.file_at(&pointer) else { continue };
        let there = file.tree.get("parameters").map(members).unwrap_or_default();
        let lists = [(operation.item, operation.item_pointer()), (operation.value, pointer.clone())];
        for (owner, base) in lists {
            let listed = owner.get("parameters").map(items).unwrap_or_default();
            for (index, parameter) in listed.iter().enumerate() {
                let place = format!("{base}/parameters/{index}");
                let Ok((parameter, target)) = written.document.follow(parameter, &place) else { continue };
                let word = |key: &str| parameter.get(key).and_then(Json::as_str).unwrap_or_default();
                let wire = parameter.get("x-bizkit-wire").and_then(Json::as_str).unwrap_or(word("name"));
                let is_written = there.iter().any(|(name, _)| name == wire);
                let is_key = written.key.is_some_and(|key| key.eq_ignore_ascii_case(wire));
                // A member of an object in the query stands alone.
                let is_spread = parameter
                    .get("schema")
                    .is_some_and(|schema| schema.get("type").is_none_or(|ty| ty.as_str() == Some("object")));
                let is_told = |pointer: &str| report.tells(pointer);
                if is_written
                    || is_key
                    || is_spread && !there.is_empty()
                    || is_told(&place)
                    || is_told(&target)
                {
                    continue;
                }
                report.add(Grade::Loss, &place, format!("`{wire}` is not in what was written"));
                report.charge(|path| written.is_of(&pointer, path));
            }
        }
    }
}

/// What is said of a parameter: it stays words, or became keywords that are still there.
fn sentences(written: &Written<'_>, types: &Types<'_>, said: &Said, report: &mut Report) {
    let Some((file, _)) = written.file_at(&said.pointer) else { return };
    if written.key.is_some_and(|key| key == said.name) {
        return;
    }
    let schema = if said.name.is_empty() {
        &file.tree
    } else {
        let found = file.tree.get("parameters").and_then(|list| list.get(&said.name));
        let Some(found) = found else {
            let message = format!("`{}` is not in what was written", said.name);
            return lose(written, report, &said.pointer, said.line, message);
        };
        found
    };
    let target = resolved(types, schema);
    let texts = [schema, target].map(|tree| {
        let word = |key: &str| tree.get(key).and_then(Json::as_str).unwrap_or_default();
        words(&format!("{} {}", word("summary"), word("description")))
    });
    let ruled: Vec<&Ruled> =
        written.ruled.iter().filter(|(place, _)| place == &said.pointer).map(|(_, ruled)| ruled).collect();
    let kept = |sentence: &str| texts.iter().any(|text| text.contains(sentence));
    for (line, printed) in &said.lines {
        let ruled_line = |sentence: &str| ruled.iter().find(|ruled| words(&ruled.phrase) == sentence);
        for shown in prose::sentences(printed).iter().map(|sentence| sentence.trim()) {
            let sentence = words(shown);
            let message = match ruled_line(&sentence) {
                Some(ruled)
                    if ruled.keywords.iter().all(|(key, value)| holds(schema, target, key, value)) =>
                {
                    continue;
                }
                Some(_) => format!("the rule `{shown}` is not in what was written"),
                None if kept(&sentence) && prose::is_rule(&sentence) => {
                    format!("the rule `{shown}` stays words: nothing checks it")
                }
                None if is_empty(&sentence) || kept(&sentence) => continue,
                None => format!("`{shown}` is not in what was written"),
            };
            lose(written, report, &said.pointer, *line, message);
        }
    }
}

/// Whether a keyword with its value is still there, in the schema or in the type that took its place.
fn holds(schema: &Json, target: &Json, key: &str, value: &Json) -> bool {
    [schema, target].iter().any(|tree| match (tree.get(key), value) {
        (Some(found), _) if found == value => true,
        // Another form of the same values.
        (Some(found), _) if key == "enum" => listed(value).iter().all(|value| listed(found).contains(value)),
        (Some(found), Json::Object(pairs)) if key == "normalize" => {
            let steps = items(found);
            pairs.iter().all(|(from, to)| {
                found.get(from) == Some(to) || steps.iter().any(|step| step.get(from) == Some(to))
            })
        }
        // A text that holds a number is read as one.
        (Some(found), _) => found.to_string().trim_matches('"') == value.to_string().trim_matches('"'),
        // A known type says what kind of text it is in its own way.
        (None, _) => key == "open" || key == "type" || key == "items" || key == "$together",
    })
}

fn listed(values: &Json) -> Vec<String> {
    let names = members(values).iter().map(|(name, _)| name.clone());
    let elements =
        items(values).iter().map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
    names.chain(elements).collect()
}

/// A text without blanks, list marks and emphasis, so that layouts compare.
fn words(text: &str) -> String {
    let plain = text.replace("**", "").replace("Learn more", "");
    let words: Vec<&str> =
        plain.split_whitespace().filter(|word| !["\u{2022}", "*", "-"].contains(word)).collect();
    words.join(" ").trim_end_matches('.').to_owned()
}

fn is_empty(sentence: &str) -> bool {
    !sentence.chars().any(char::is_alphanumeric)
}

/// Every type that a written file may name.
fn types<'w>(written: &'w Written<'_>) -> Types<'w> {
    let mut types: Types<'w> = BTreeMap::new();
    types.extend(written.known.types().map(|(name, tree, _)| (name, tree)));
    for file in written.files {
        let own = if file.path.starts_with("types/") { Some(&file.tree) } else { file.tree.get("types") };
        types.extend(own.map(members).unwrap_or_default().iter().map(|(name, tree)| (name.as_str(), tree)));
    }
    types
}

impl Written<'_> {
    /// The file of the operation that a place belongs to, with the operation's pointer.
    fn file_at<'p>(&self, place: &'p str) -> Option<(&Imported, &'p str)> {
        let end = place.match_indices('/').nth(3).map_or(place.len(), |(at, _)| at);
        let pointer = &place[..end];
        let path = self.endpoints.get(pointer)?;
        let at = self.files.binary_search_by(|file| file.path.cmp(path)).ok()?;
        Some((&self.files[at], pointer))
    }

    /// Whether a place belongs to the operation of a file.
    fn is_of(&self, place: &str, path: &str) -> bool {
        self.file_at(place).is_some_and(|(file, _)| file.path == path)
    }
}
