//! The generated types and the interpreter judge alike: random values of every type go through both.

mod formats;
mod numbers;
mod texts;
pub(crate) mod values;

use crate::generated::kinds;
use crate::support::random::Random;
use crate::support::shipped;
use bizkit_client::__private::Verdict;
use bizkit_spec::Specs;
use bizkit_spec::json::Json;
use bizkit_spec::model::{Api, TypeDef};
use bizkit_spec::validate::{Violation, validate};
use std::collections::{BTreeMap, BTreeSet};
use values::Values;

type Table = &'static [(&'static str, fn(&str) -> Verdict)];

/// A type for every rule of the language.
pub(crate) mod fixture {
    bizkit_macros::api!("fixtures/agreement", reflect);
    pub(crate) const SOURCES: &[(&str, &str)] = bizkit_macros::sources!("fixtures/agreement");
}

#[test]
fn the_generated_types_of_every_rule_agree_with_the_interpreter() {
    let seen = agree(fixture::SOURCES, fixture::__REFLECT, 1, 40_000);
    seen.assert_balanced();
    for rule in RULES {
        assert!(seen.rules.contains(rule), "no value broke `{rule}`");
    }
}

#[test]
fn the_shipped_types_agree_with_the_interpreter() {
    agree(shipped::SOURCES, shipped::__REFLECT, 2, 4_000).assert_balanced();
}

#[test]
fn the_types_of_every_kind_of_endpoint_agree_with_the_interpreter() {
    agree(kinds::SOURCES, kinds::__REFLECT, 5, 4_000).assert_balanced();
}

#[test]
#[ignore = "minutes; run it in release"]
fn a_million_values_agree() {
    agree(fixture::SOURCES, fixture::__REFLECT, 3, 800_000).assert_balanced();
    agree(shipped::SOURCES, shipped::__REFLECT, 4, 400_000).assert_balanced();
}

/// Every rule that a value of a type can break.
const RULES: [&str; 23] = [
    "type",
    "required",
    "minLength",
    "maxLength",
    "pattern",
    "format",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "enum",
    "minItems",
    "maxItems",
    "uniqueItems",
    "delimiter",
    "minProperties",
    "maxProperties",
    "exactlyOneOf",
    "atLeastOneOf",
    "allOrNoneOf",
    "dependentRequired",
    "discriminator",
];

/// What a run has met, so that it cannot pass by looking at nothing.
#[derive(Default)]
struct Seen {
    unreadable: usize,
    broken: usize,
    whole: usize,
    lenient: usize,
    unjoinable: usize,
    rules: BTreeSet<&'static str>,
}

impl Seen {
    fn assert_balanced(&self) {
        let Self { unreadable, broken, whole, lenient, .. } = self;
        let all = unreadable + broken + whole;
        assert!(
            [*unreadable, *broken, *whole].iter().all(|part| part * 20 > all) && *lenient > 0,
            "{unreadable} unreadable, {broken} broken, {whole} whole, {lenient} lenient: the sample says little"
        );
    }
}

/// Sends so many values through the types of an API.
fn agree(sources: &[(&str, &str)], table: Table, seed: u64, values: usize) -> Seen {
    let specs = Specs::from_texts(sources.iter().copied());
    let api = specs.api().unwrap();
    let types: Vec<_> = table.iter().map(|(name, reflect)| (definition(api, name), reflect)).collect();
    assert!(types.len() > 20, "the table has {} types", types.len());
    let mut random = Random(seed);
    let mut met = Seen::default();
    // The first one of each sort.
    let mut failures = BTreeMap::new();
    for turn in 0..values {
        let (def, reflect) = &types[turn % types.len()];
        let value = Values::new(api, &mut random).of(&def.schema);
        let text = value.to_string();
        let verdict = reflect(&text);
        if let Err(reason) = compare(api, def, &value, &verdict, &mut met) {
            let (name, judged) = (def.name.pascal(), validate(api, &def.schema, &value));
            let text = format!(
                "{name}, turn {turn}: {reason}\n{text}\ngenerated: {verdict:?}\ninterpreter: {judged:?}"
            );
            failures.entry(format!("{name} {reason}")).or_insert(text);
        }
    }
    let failures: Vec<String> = failures.into_values().collect();
    assert!(failures.is_empty(), "seed {seed}\n\n{}", failures.join("\n\n"));
    met
}

/// The type behind a name of the table (`customer::Profile`).
fn definition<'a>(api: &'a Api, name: &str) -> &'a TypeDef {
    let full = |def: &TypeDef| {
        let module: Vec<&str> = def.module.iter().map(bizkit_spec::name::Name::snake).collect();
        let module = if module.is_empty() { "types".to_owned() } else { module.join("::") };
        format!("{module}::{}", def.name.pascal())
    };
    api.types.iter().find(|def| full(def) == name).unwrap_or_else(|| panic!("{name} is not in the model"))
}

fn compare(api: &Api, def: &TypeDef, value: &Json, verdict: &Verdict, seen: &mut Seen) -> Result<(), String> {
    let found = validate(api, &def.schema, value);
    let shape: Vec<&Violation> = found.iter().filter(|violation| is_shape(violation)).collect();
    seen.rules.extend(found.iter().map(|violation| violation.rule));
    match verdict {
        Verdict::Unreadable { path, .. } => {
            seen.unreadable += 1;
            if !shape.iter().any(|violation| violation.path == *path || in_joined(violation, path)) {
                return Err("what could not be read breaks no rule of its place".to_owned());
            }
        }
        Verdict::Read { violations, json } => {
            *(if violations.is_empty() { &mut seen.whole } else { &mut seen.broken }) += 1;
            let written =
                Json::parse(json).map_err(|error| format!("what was written is no JSON: {error}"))?;
            // A list that came in the place of a joined text may hold what no joined text can say; both tell it.
            let joined = unjoinable(violations.iter().map(|(path, rule)| (path.as_str(), *rule)));
            if joined != unjoinable(found.iter().map(|violation| (violation.path.as_str(), violation.rule))) {
                return Err("what can be joined is judged in different ways".to_owned());
            }
            seen.unjoinable += joined.len();
            if joined.is_empty() && sorted(violations) != listed(&validate(api, &def.schema, &written)) {
                return Err("what was written again is judged in another way".to_owned());
            }
            if shape.is_empty() {
                if sorted(violations) != listed(&found) {
                    return Err("the same value is judged in different ways".to_owned());
                }
            } else {
                seen.lenient += 1;
                if let Some(violation) = shape.iter().find(|violation| !is_lenient(violation, value)) {
                    return Err(format!("`{}` was read although it is no such value", violation.path));
                }
            }
        }
    }
    Ok(())
}

/// The elements that no joined text can hold.
fn unjoinable<'a>(violations: impl Iterator<Item = (&'a str, &'static str)>) -> BTreeSet<String> {
    violations.filter(|(_, rule)| *rule == "delimiter").map(|(path, _)| path.to_owned()).collect()
}

/// Whether a violation means that the value is of another type.
fn is_shape(violation: &Violation) -> bool {
    matches!(violation.rule, "type" | "required" | "discriminator")
}

/// Whether a response may have this value in the place of the right one: scalars in quotes, whole numbers with
/// a point or an exponent, `null` for what is optional or absent, an empty list for an empty map, a list for a
/// joined text.
fn is_lenient(violation: &Violation, value: &Json) -> bool {
    match (violation.rule, at(value, &violation.path)) {
        ("type", None | Some(Json::String(_))) | ("type" | "discriminator", Some(Json::Null)) => true,
        ("type", Some(Json::Number(text))) => text.contains(['.', 'e', 'E']),
        ("type", Some(Json::Array(items))) => items.is_empty() || is_joined(violation),
        _ => false,
    }
}

/// Whether a path leads to an element of a list that stands in the place of a joined text.
fn in_joined(violation: &Violation, path: &str) -> bool {
    is_joined(violation)
        && path.strip_prefix(violation.path.as_str()).is_some_and(|rest| rest.starts_with('['))
}

/// Whether the value should be a text with its parts joined.
fn is_joined(violation: &Violation) -> bool {
    violation.message.contains("joined by")
}

/// The value at a path; `None` inside of a joined text.
fn at<'a>(value: &'a Json, path: &str) -> Option<&'a Json> {
    if path.is_empty() {
        return Some(value);
    }
    let path = path.strip_prefix('.').unwrap_or(path);
    match value {
        Json::Array(items) => {
            let (index, rest) = path.strip_prefix('[')?.split_once(']')?;
            at(items.get(index.parse::<usize>().ok()?)?, rest)
        }
        Json::Object(members) => members.iter().find_map(|(key, value)| {
            let quoted = format!("[{}]", Json::String(key.clone()));
            let rest = path.strip_prefix(&quoted).or_else(|| path.strip_prefix(key.as_str()))?;
            if rest.is_empty() || rest.starts_with(['.', '[']) { at(value, rest) } else { None }
        }),
        _ => None,
    }
}

fn listed(violations: &[Violation]) -> Vec<(String, &str)> {
    sorted(violations.iter().map(|violation| (violation.path.clone(), violation.rule)).collect::<Vec<_>>())
}

fn sorted<'a>(list: impl AsRef<[(String, &'a str)]>) -> Vec<(String, &'a str)> {
    let mut list = list.as_ref().to_vec();
    list.sort_unstable();
    list
}
