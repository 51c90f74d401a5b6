//! The JSON Schema of the spec language: committed as it is generated, and of one mind with the reader.

use crate::fixture::Fixture;
use bizkit_spec::codes::Code;
use bizkit_spec::export::schema::language_text;
use bizkit_spec::source::FileId;
use bizkit_spec::{Diagnostics, Specs, yaml};
use jsonschema::Validator;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn schema() -> Value {
    serde_json::from_str(&language_text()).unwrap()
}

fn value(text: &str) -> Value {
    let node = yaml::parse(FileId(0), text, &mut Diagnostics::default()).unwrap();
    serde_json::from_str(&node.to_json().to_string()).unwrap()
}

/// What an editor would underline.
fn errors(schema: &Validator, text: &str) -> Vec<String> {
    schema.iter_errors(&value(text)).map(|error| error.to_string()).collect()
}

#[test]
fn the_committed_schema_is_up_to_date() {
    let committed = fs::read_to_string(root().join("specs/schema.json")).unwrap_or_default();
    assert!(committed == language_text(), "run `cargo spec schema --write`");
}

#[test]
fn every_spec_follows_the_schema() {
    let schema = jsonschema::validator_for(&schema()).unwrap();
    let specs = Specs::open(&root().join("specs"), "specs");
    let mut read = 0;
    for (_, file) in specs.sources.files() {
        assert_eq!(errors(&schema, &file.text), Vec::<String>::new(), "{}", file.path);
        read += 1;
    }
    assert!(read > 3, "only {read} files were read");
}

#[test]
fn what_the_reader_takes_the_schema_takes() {
    let schema = jsonschema::validator_for(&schema()).unwrap();
    for entry in fs::read_dir(root().join("tests/fixtures/ok")).unwrap() {
        let path = entry.unwrap().path();
        let specs = Fixture::parse(&fs::read_to_string(&path).unwrap()).read();
        for (_, file) in specs.sources.files() {
            assert_eq!(errors(&schema, &file.text), Vec::<String>::new(), "{}", path.display());
        }
    }
}

#[test]
fn misspelt_keys_and_words_are_refused() {
    let schema = jsonschema::validator_for(&schema()).unwrap();
    for text in [
        "Slug: { type: string, maxLenght: 4 }",
        "Slug: { type: text }",
        "Slug: { type: string, format: mail }",
        "title: A\nbaseURL: https://a.example",
        "CODE: { topic: keys, summary: a }",
        "summary: a\nmethod: get\npath: /a\nresponses: { 200: { type: json } }",
        "summary: a\nmethod: GET\npath: /a\nresponses: { ok: { type: json } }",
        "summary: a\nmethod: GET\npath: /a\nparameters: { a: { type: string, in: cookie } }\nresponses: {}",
    ] {
        assert!(!errors(&schema, text).is_empty(), "{text}");
    }
}

/// The reader lists the keys that it knows where it meets one that is like none of them.
fn known_keys(file: &str, text: &str) -> BTreeSet<String> {
    let specs = Specs::from_texts([("api.yaml", "title: A\nbaseUrl: https://a.example"), (file, text)]);
    let specs = if file == "api.yaml" { Specs::from_texts([(file, text)]) } else { specs };
    let finding = specs.findings.iter().find(|finding| finding.code == Code::UNKNOWN_KEY).unwrap();
    let list = finding.help[0].strip_prefix("known keys: ").unwrap();
    list.split(", ").map(str::to_owned).collect()
}

/// The keys of the mapping that a definition describes.
fn schema_keys(schema: &Value, pointer: &str) -> BTreeSet<String> {
    let definition = schema.pointer(pointer).unwrap_or_else(|| panic!("{pointer}"));
    let alternatives = definition["anyOf"].as_array().cloned().unwrap_or_default();
    let mapping = alternatives.iter().chain([definition]).find(|schema| schema["properties"].is_object());
    mapping.unwrap()["properties"].as_object().unwrap().keys().cloned().collect()
}

#[test]
fn the_schema_has_the_keys_that_the_reader_knows() {
    let schema = schema();
    let odd = "zzzzzzzzz: 1";
    let endpoint = "summary: a\nmethod: GET\npath: /a\nresponses: { 200: { type: json } }\n";
    for (file, text, pointer) in [
        ("api.yaml", format!("title: A\nbaseUrl: https://a.example\n{odd}"), "api"),
        ("errors.yaml", format!("A: {{ {odd}, topic: key, summary: a }}"), "errorCode"),
        ("a/b.yaml", format!("{endpoint}{odd}"), "endpoint"),
        ("a/b.yaml", format!("{endpoint}examples: [{{ {odd} }}]"), "endpoint/properties/examples/items"),
        (
            "a/b.yaml",
            format!("{endpoint}pagination: {{ items: a, page: b, {odd} }}"),
            "endpoint/properties/pagination",
        ),
        ("types/a.yaml", format!("A: {{ type: string, {odd} }}"), "typeDefinition"),
        ("types/a.yaml", format!("A: {{ properties: {{ a: {{ type: string, {odd} }} }} }}"), "field"),
        ("a/b.yaml", format!("{endpoint}parameters: {{ a: {{ type: string, {odd} }} }}"), "parameter"),
        ("a/b.yaml", endpoint.replace("json", &format!("json, {odd}")), "reply"),
    ] {
        let known = known_keys(file, &text);
        let described = schema_keys(&schema, &format!("/definitions/{pointer}"));
        let missing: Vec<_> = known.difference(&described).filter(|key| !uses_only(pointer, key)).collect();
        assert!(missing.is_empty(), "{pointer} lacks {missing:?}");
        let invented: Vec<_> = described.difference(&known).collect();
        assert!(invented.is_empty(), "the reader does not know {invented:?} of {pointer}");
    }
}

/// Keys that the reader offers for every type, and refuses where a named type is defined.
fn uses_only(pointer: &str, key: &str) -> bool {
    pointer == "typeDefinition" && ["nullable", "title"].contains(&key)
}
