//! Holds the table to the reader: every key is taken where the table has it, and missed where it must be there.

use super::{Keyword, Mapping};
use crate::Specs;
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use std::collections::BTreeSet;

const API: &str = "title: A\nbaseUrl: https://a.example\nkey: { type: Key, name: key, in: query }\n";
const KEY: &str = "Key: { type: string, sensitive: true }\n";

/// What is found about specs in which one mapping holds these entries.
fn findings(mapping: Mapping, entries: &str) -> Vec<Diagnostic> {
    let lines = entries.replace(", ", "\n");
    let call = |more: &str| {
        ("a/b.yaml", format!("summary: a\nmethod: POST\npath: /a\nresponses: {{ 204: }}\n{more}"))
    };
    let response = |response: &str| {
        ("a/b.yaml", format!("summary: a\nmethod: GET\npath: /a\nresponses: {{ 200: {response} }}"))
    };
    let api = |key: &str| ("api.yaml", format!("title: A\nbaseUrl: https://a.example\n{key}"));
    let named = |text: String| ("types/a.yaml", text);
    let (path, text) = match mapping {
        Mapping::Api => ("api.yaml", lines),
        Mapping::ApiKey => api(&format!("key: {{ {entries} }}")),
        Mapping::KeyKind => {
            api(&format!("key: {{ kinds: {{ A: {{ {entries} }} }}, type: Key, name: a, in: query }}"))
        }
        Mapping::ErrorCode => ("errors.yaml", format!("A: {{ {entries} }}")),
        Mapping::Endpoint => ("a/b.yaml", lines),
        Mapping::KeyUse => call(&format!("key: {{ {entries} }}")),
        Mapping::RateLimit => call(&format!("rateLimit: {{ {entries} }}")),
        Mapping::Pagination => call(&format!("pagination: {{ {entries} }}")),
        Mapping::Example => call(&format!("examples: [{{ {entries} }}]")),
        Mapping::Seen => call(&format!("seen: {{ {entries} }}")),
        Mapping::Constraint => call(&format!("constraints: [{{ {entries} }}]")),
        Mapping::Parameter => call(&format!("parameters: {{ a: {{ {entries} }} }}")),
        Mapping::Body => call(&format!("body: {{ {entries} }}")),
        Mapping::Response => response(&format!("{{ {entries} }}")),
        Mapping::Type | Mapping::Definition => named(format!("A: {{ {entries} }}")),
        Mapping::Use => named(format!("A: {{ type: array, items: {{ {entries} }} }}")),
        Mapping::Property => named(format!("A: {{ properties: {{ a: {{ {entries} }} }} }}")),
        Mapping::Branch => named(format!("A: {{ discriminator: a, oneOf: {{ B: {{ {entries} }} }} }}")),
        Mapping::EnumValue => named(format!("A: {{ enum: {{ a: {{ {entries} }} }} }}")),
    };
    let texts = [("api.yaml", API), ("types/key.yaml", KEY)].into_iter().filter(|(other, _)| *other != path);
    Specs::from_texts(texts.chain([(path, text.as_str())])).findings.iter().cloned().collect()
}

#[test]
fn the_reader_takes_every_key_where_the_table_has_it() {
    let kinds = [
        "",
        "type: string, ",
        "enum: [a], ",
        "type: integer, ",
        "type: number, ",
        "type: json, ",
        "type: array, items: string, ",
        "properties: { b: string }, ",
        "additionalProperties: true, ",
        "oneOf: {}, ",
    ];
    for mapping in Mapping::ALL {
        for entry in mapping.entries() {
            let name = entry.keyword.name();
            let is_refused = |kind: &&str| {
                let refused = |it: &Diagnostic| [Code::UNKNOWN_KEY, Code::KEY_NOT_HERE].contains(&it.code);
                findings(mapping, &format!("{kind}{name}: 1")).iter().any(refused)
            };
            // Some kind of type takes it; what is no type has no kind.
            let is_type =
                entry.mapping == Mapping::Type || mapping.entries().any(|it| it.mapping == Mapping::Type);
            let mut kinds = kinds.iter().take(if is_type { kinds.len() } else { 1 });
            let is_there = |kind: &&str| kind.contains(&format!("{name}:"));
            assert!(
                kinds.any(|kind| !is_there(kind) && !is_refused(kind)),
                "{mapping:?} does not take `{name}`"
            );
        }
    }
}

#[test]
fn the_reader_misses_what_must_be_there_and_nothing_else() {
    for mapping in Mapping::ALL {
        let missing: Vec<Diagnostic> =
            findings(mapping, "docs: 1").into_iter().filter(|it| it.code == Code::MISSING_KEY).collect();
        let expected: Vec<&str> =
            mapping.own().filter(|entry| entry.required).map(|entry| entry.keyword.name()).collect();
        if mapping.entries().any(|entry| entry.mapping == Mapping::Type) {
            assert!(expected.is_empty(), "{mapping:?}");
            continue;
        }
        let told: Vec<&str> = missing.iter().map(|finding| finding.message.as_str()).collect();
        for name in &expected {
            assert!(
                told.iter().any(|told| told.contains(name)),
                "{mapping:?}: `{name}` is not missed: {told:?}"
            );
        }
        assert_eq!(told.len(), expected.len(), "{mapping:?}: {told:?}");
    }
}

#[test]
fn each_keyword_stands_once_in_a_mapping_and_says_a_sentence() {
    for mapping in Mapping::ALL {
        let names: Vec<&str> = mapping.entries().map(|entry| entry.keyword.name()).collect();
        let distinct: BTreeSet<&str> = names.iter().copied().collect();
        assert_eq!(distinct.len(), names.len(), "{mapping:?}: {names:?}");
        assert!(mapping.own().next().is_some(), "{mapping:?} has no keys");
        for entry in mapping.own() {
            // Tables of Markdown cannot hold the sign that parts their columns.
            assert!(
                entry.about.ends_with('.') && !entry.about.contains('|'),
                "{}: {}",
                entry.keyword,
                entry.about
            );
        }
    }
    let names: BTreeSet<&str> = Keyword::ALL.iter().map(|keyword| keyword.name()).collect();
    assert_eq!(names.len(), Keyword::ALL.len());
}
