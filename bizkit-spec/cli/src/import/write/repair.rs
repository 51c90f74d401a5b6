//! What was written is checked as any other specs; what the rules of the language refuse is changed, and said.

use crate::import::report::{Grade, Report};
use crate::import::tree::{members, remove, set, text};
use crate::import::write::files::{File, Files};
use crate::import::{names, tree};
use bizkit_spec::json::Json;
use bizkit_spec::source::FileId;
use bizkit_spec::yaml::{Node, Yaml, parse};
use bizkit_spec::{Diagnostic, Diagnostics, Severity, Specs};
use std::collections::{BTreeMap, BTreeSet};

/// Rounds until what is left over is refused.
const ROUNDS: usize = 12;

/// Rounds in which what needs a refused file is refused too.
const LAST: usize = 6;

/// Keys of an endpoint without which a call is still the same.
const OPTIONAL: [&str; 10] = [
    "docs",
    "description",
    "deprecated",
    "name",
    "retry",
    "pagination",
    "errors",
    "constraints",
    "examples",
    "allow",
];

/// Repairs files until they pass. Files that cannot be repaired are left out. Gives what was lost: the path of the
/// file, with the type where it is one of several.
pub(crate) fn repair(
    files: &mut Files,
    beside: &[(String, String)],
    report: &mut Report,
) -> Vec<(String, String)> {
    let mut taken = BTreeSet::new();
    let mut lost = Vec::new();
    for round in 0..ROUNDS + LAST {
        let texts = files.texts();
        let own: BTreeSet<&str> = texts.iter().map(|(path, _)| path.as_str()).collect();
        let others = beside.iter().filter(|(path, _)| !own.contains(path.as_str()));
        let all = others.chain(&texts).map(|(path, text)| (path.as_str(), text.as_str()));
        let specs = Specs::from_texts(all);
        let mut by_file: BTreeMap<String, Vec<&Diagnostic>> = BTreeMap::new();
        for finding in specs.findings.iter().filter(|finding| finding.severity == Severity::Error) {
            let path = specs.sources.file(finding.span.file).relative.clone();
            by_file.entry(path).or_default().push(finding);
        }
        by_file.retain(|path, _| own.contains(path.as_str()));
        if by_file.is_empty() {
            break;
        }
        let names: BTreeSet<String> = specs.partial().get().types.iter().map(|ty| ty.name.pascal()).collect();
        taken.extend(names);
        for (path, findings) in by_file {
            let Some(text) = texts.iter().find(|(known, _)| *known == path).map(|(_, text)| text.clone())
            else {
                continue;
            };
            if round >= ROUNDS && path != "api.yaml" {
                files.drop(&path, report, &findings[0].message);
                continue;
            }
            let mut ignored = Diagnostics::default();
            let root = parse(FileId(0), &text, &mut ignored);
            let Some(file) = files.get_mut(&path) else { continue };
            let Some(root) = root else {
                let message = findings[0].message.clone();
                files.drop(&path, report, &message);
                continue;
            };
            // Inner places first, so that what is changed later is still there.
            let mut steps: Vec<(Vec<String>, &Diagnostic)> =
                findings.iter().map(|finding| (path_to(&root, finding.span.start), *finding)).collect();
            steps.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then(b.0.cmp(&a.0)));
            for (steps, finding) in steps {
                if round + 3 > ROUNDS && path.starts_with("types/") && !steps.is_empty() {
                    let message = format!("`{}` is taken as free JSON: {}", steps[0], finding.message);
                    set(
                        &mut file.tree,
                        &steps[0],
                        Json::Object(vec![("type".to_owned(), tree::text("json"))]),
                    );
                    lost.push((path.clone(), steps[0].clone()));
                    report.add(Grade::Loss, &file.pointer_of(&steps), message);
                    continue;
                }
                let (grade, message) = one(file, &steps, finding, &mut taken);
                if grade != Grade::Note {
                    lost.push((path.clone(), steps.first().cloned().unwrap_or_default()));
                }
                report.add(grade, &file.pointer_of(&steps), message);
            }
        }
    }
    lost
}

/// Repairs one finding. Says what was changed.
fn one(
    file: &mut File,
    steps: &[String],
    finding: &Diagnostic,
    taken: &mut BTreeSet<String>,
) -> (Grade, String) {
    let place = steps.join(".");
    let why = |what: &str| format!("{what} (`{place}`: {})", finding.message);
    if let ("api.yaml", [key, ..]) = (file.path.as_str(), steps) {
        // Without these there is no API.
        match key.as_str() {
            "title" => set(&mut file.tree, key, text("API")),
            "baseUrl" => set(&mut file.tree, key, text(crate::import::place::NO_HOST)),
            _ => take(&mut file.tree, &steps[..1]),
        }
        return (Grade::Loss, why("left out"));
    }
    if let ("errors.yaml", [_, ..]) = (file.path.as_str(), steps) {
        take(&mut file.tree, &steps[..1]);
        return (Grade::Loss, why("left out"));
    }
    match finding.code.name() {
        "example-breaks-rule" | "default-breaks-rule" | "unknown-member" | "wrong-kind"
            if value_at(steps).is_some() =>
        {
            let at = value_at(steps).unwrap_or_default();
            take(&mut file.tree, &steps[..at]);
            drop_empty_examples(&mut file.tree);
            (Grade::Note, why("an example or default that breaks its own rules was left out"))
        }
        "name-collision" => {
            let word =
                finding.message.split('`').nth(1).and_then(|path| path.rsplit("::").next()).unwrap_or("Type");
            let name = names::free(word, taken);
            let own = finding.message.contains("and of the request of");
            let schema = at_mut(&mut file.tree, if own { &[] } else { steps });
            if let Some(schema) = schema.filter(|schema| matches!(schema, Json::Object(_))) {
                set(schema, if own { "name" } else { "title" }, text(&name));
            }
            (Grade::Note, format!("a second `{word}` is called `{name}`"))
        }
        "endless-type" => {
            let schema = at_mut(&mut file.tree, steps);
            if let Some(Json::Object(keys)) = schema {
                for (_, properties) in keys.iter_mut().filter(|(key, _)| key == "properties") {
                    let Json::Object(fields) = properties else { continue };
                    for (_, field) in fields {
                        remove(field, "required");
                    }
                }
            }
            (Grade::Loss, why("a type that contains itself without end: its fields are optional"))
        }
        "empty-range" | "bad-pattern" | "bad-number" | "unstable-normalize" | "bad-url"
            if !steps.is_empty() =>
        {
            take(&mut file.tree, steps);
            (Grade::Loss, why("a rule was left out"))
        }
        "bad-place" if steps.first().is_some_and(|step| step == "parameters") && steps.len() > 1 => {
            let schema = at_mut(&mut file.tree, &steps[..2]);
            if let Some(schema) = schema {
                remove(schema, "nullable");
                let kept = ["required", "description", "in", "name", "docs", "deprecated"];
                let mut plain = vec![("type".to_owned(), text("string"))];
                plain.extend(members(schema).iter().filter(|(key, _)| kept.contains(&key.as_str())).cloned());
                *schema = Json::Object(plain);
            }
            (Grade::Loss, why("an argument that text cannot carry: taken as any text"))
        }
        "unknown-key" | "key-not-here" | "unknown-error-code" if !steps.is_empty() => {
            take(&mut file.tree, steps);
            (Grade::Loss, why("left out"))
        }
        "unknown-member" | "conflicting-keys" if steps.iter().any(|step| step == "constraints") => {
            let at = steps.iter().position(|step| step == "constraints").unwrap_or_default();
            take(&mut file.tree, &steps[..=at]);
            (Grade::Loss, why("a rule over several members was left out"))
        }
        _ if steps.first().is_some_and(|step| OPTIONAL.contains(&step.as_str())) => {
            take(&mut file.tree, &steps[..1]);
            (Grade::Loss, why("left out"))
        }
        _ => {
            let schema = schema_at(steps);
            match at_mut(&mut file.tree, &steps[..schema]).filter(|_| schema > 0) {
                Some(schema) => {
                    let kept = ["required", "description", "name", "when", "has", "in"];
                    let mut plain = vec![("type".to_owned(), text("json"))];
                    plain.extend(
                        members(schema).iter().filter(|(key, _)| kept.contains(&key.as_str())).cloned(),
                    );
                    *schema = Json::Object(plain);
                    (Grade::Loss, why("taken as free JSON"))
                }
                None => (Grade::Loss, why("refused")),
            }
        }
    }
}

/// How many steps lead to the example or default that a finding stands in.
fn value_at(steps: &[String]) -> Option<usize> {
    if steps.first().is_some_and(|step| step == "examples") {
        return Some(steps.len().min(3));
    }
    let at = steps.iter().rposition(|step| step == "example" || step == "default")?;
    Some(at + 1)
}

/// How many steps lead to the nearest schema around a place.
fn schema_at(steps: &[String]) -> usize {
    const NAMED: [&str; 6] = ["parameters", "properties", "responses", "oneOf", "types", "$file"];
    let mut depth = 0;
    let mut at = 0;
    while at < steps.len() {
        if NAMED.contains(&steps[at].as_str()) && at + 1 < steps.len() {
            depth = at + 2;
            at += 2;
        } else if ["items", "additionalProperties", "body"].contains(&steps[at].as_str()) {
            depth = at + 1;
            at += 1;
        } else {
            at += 1;
        }
    }
    depth.min(steps.len())
}

/// Calls of which nothing is left.
fn drop_empty_examples(tree: &mut Json) {
    let Json::Object(keys) = tree else { return };
    for (_, list) in keys.iter_mut().filter(|(key, _)| key == "examples") {
        if let Json::Array(calls) = list {
            calls.retain(|call| call.get("request").is_some() || call.get("response").is_some());
        }
    }
    keys.retain(|(key, value)| key != "examples" || !matches!(value, Json::Array(list) if list.is_empty()));
}

/// The keys and indices that lead to an offset.
fn path_to(node: &Node, offset: u32) -> Vec<String> {
    let mut path = Vec::new();
    let mut node = node;
    loop {
        match &node.value {
            Yaml::Map(entries) => {
                let Some((key, value)) = entries.iter().rev().find(|(key, _)| key.span.start <= offset)
                else {
                    return path;
                };
                path.push(key.text.clone());
                node = value;
                // The key itself.
                if offset <= key.span.end && offset >= key.span.start {
                    return path;
                }
            }
            Yaml::List(list) => {
                let at = list.iter().rposition(|item| start(item) <= offset).unwrap_or_default();
                let Some(item) = list.get(at) else { return path };
                path.push(at.to_string());
                node = item;
            }
            _ => return path,
        }
    }
}

fn start(node: &Node) -> u32 {
    match &node.value {
        Yaml::Map(entries) => {
            entries.first().map_or(node.span.start, |(key, _)| key.span.start.min(node.span.start))
        }
        _ => node.span.start,
    }
}

fn at_mut<'t>(tree: &'t mut Json, steps: &[String]) -> Option<&'t mut Json> {
    let mut value = tree;
    for step in steps {
        value = match value {
            Json::Object(keys) => keys.iter_mut().find(|(key, _)| key == step).map(|(_, value)| value)?,
            Json::Array(list) => list.get_mut(step.parse::<usize>().ok()?)?,
            _ => return None,
        };
    }
    Some(value)
}

/// Takes out what stands at a path.
fn take(tree: &mut Json, steps: &[String]) {
    let Some((last, above)) = steps.split_last() else { return };
    match at_mut(tree, above) {
        Some(Json::Array(elements)) => {
            if let Some(at) = last.parse::<usize>().ok().filter(|at| *at < elements.len()) {
                elements.remove(at);
            }
        }
        Some(value) => {
            remove(value, last);
        }
        None => {}
    }
}
