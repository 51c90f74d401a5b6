//! The JSON Schema of the spec language: committed as it is generated, and of one mind with the reader.

use crate::support::fixture::Fixture;
use bizkit_cli::export::schema::{self, FOLDER, Known, modeline};
use bizkit_spec::codes::Code;
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

/// The whole language, with the names of a folder.
fn language(known: &Known) -> Value {
    serde_json::from_str(&schema::language(known).to_string()).unwrap()
}

/// What a kind of file follows: `endpoint`, `types`, `errors` or `api`.
fn of_kind(language: &Value, kind: &str) -> Validator {
    let mut schema = language.clone();
    schema["$ref"] = format!("#/definitions/{kind}").into();
    jsonschema::validator_for(&schema).unwrap()
}

/// The kind of a file, as its first line would name it.
fn kind(relative: &str) -> String {
    let line = modeline(relative);
    line.rsplit_once('/').unwrap().1.trim_end_matches(".json").to_owned()
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
fn the_committed_schemas_are_up_to_date() {
    let specs = Specs::open(&root().join("specs"), "specs");
    for (name, text) in schema::files(&Known::of(&specs)) {
        let committed = fs::read_to_string(root().join("specs").join(FOLDER).join(name)).unwrap_or_default();
        assert!(committed == text, "{name} is not up to date: run `bizkit schema --write`");
    }
}

#[test]
fn every_spec_follows_its_schema_and_names_it_in_its_first_line() {
    let specs = Specs::open(&root().join("specs"), "specs");
    let language = language(&Known::of(&specs));
    let mut read = 0;
    for (_, file) in specs.sources.files() {
        let schema = of_kind(&language, &kind(&file.relative));
        assert_eq!(errors(&schema, &file.text), Vec::<String>::new(), "{}", file.path);
        assert_eq!(file.text.lines().next(), Some(modeline(&file.relative).as_str()), "{}", file.path);
        read += 1;
    }
    assert!(read > 3, "only {read} files were read");
}

#[test]
fn a_file_names_the_schema_of_its_kind_however_deep_it_stands() {
    for (file, expected) in [
        ("api.yaml", "./.schema/api.json"),
        ("errors.yaml", "./.schema/errors.json"),
        ("types/money.yaml", "../.schema/types.json"),
        ("ping.yaml", "./.schema/endpoint.json"),
        ("chat/room/{id}/message.post.yaml", "../../../.schema/endpoint.json"),
    ] {
        assert_eq!(modeline(file), format!("# yaml-language-server: $schema={expected}"));
    }
}

#[test]
fn the_names_of_a_folder_are_offered_and_newer_ones_are_no_mistake() {
    let specs = Specs::from_texts([
        ("api.yaml", "title: A\nbaseUrl: https://a.example"),
        ("errors.yaml", "GONE: { topic: missing, summary: It is gone }"),
        (
            "types/a.yaml",
            "Slug: { type: string, description: A name }\nBox: { properties: { in: { title: Inner, properties: { a: string } } } }",
        ),
        (
            "a/b.yaml",
            "summary: a\nmethod: GET\npath: /a/b\nresponses: { 204: {} }\ntypes: { Own: { type: string } }",
        ),
    ]);
    let language = language(&Known::of(&specs));
    let names = &language.pointer("/definitions/typeWord/anyOf/1/enum").unwrap();
    assert_eq!(**names, serde_json::json!(["Slug", "Box"]), "neither inline types nor those of one file");
    let codes = language.pointer("/definitions/endpoint/properties/errors/items/anyOf/0/enum").unwrap();
    assert_eq!(*codes, serde_json::json!(["GONE"]));
    let endpoint = of_kind(&language, "endpoint");
    let newer = "summary: a\nmethod: GET\npath: /a\nerrors: [NEWER]\nresponses: { 200: { type: Newer } }";
    assert_eq!(errors(&endpoint, newer), Vec::<String>::new());
}

#[test]
fn what_the_reader_takes_the_schema_takes() {
    let language = language(&Known::default());
    for entry in fs::read_dir(root().join("tests/fixtures/ok")).unwrap() {
        let path = entry.unwrap().path();
        let specs = Fixture::parse(&fs::read_to_string(&path).unwrap()).read();
        for (_, file) in specs.sources.files() {
            let schema = of_kind(&language, &kind(&file.relative));
            assert_eq!(errors(&schema, &file.text), Vec::<String>::new(), "{}", path.display());
        }
    }
}

#[test]
fn misspelt_keys_and_words_are_refused() {
    let language = language(&Known::default());
    for (kind, text) in [
        ("types", "Slug: { type: string, maxLenght: 4 }"),
        ("types", "Slug: { type: text }"),
        ("types", "Slug: { type: string, format: mail }"),
        ("api", "title: A\nbaseURL: https://a.example"),
        ("errors", "CODE: { topic: keys, summary: a }"),
        ("endpoint", "summary: a\nmethod: get\npath: /a\nresponses: { 200: { type: json } }"),
        ("endpoint", "summary: a\nmethod: GET\npath: /a\nresponses: { ok: { type: json } }"),
        (
            "endpoint",
            "summary: a\nmethod: GET\npath: /a\nparameters: { a: { type: string, in: cookie } }\nresponses: {}",
        ),
    ] {
        assert!(!errors(&of_kind(&language, kind), text).is_empty(), "{text}");
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
    let schema = language(&Known::default());
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
        ("a/b.yaml", endpoint.replace("json", &format!("json, {odd}")), "response"),
        ("a/b.yaml", format!("{endpoint}body: {{ type: json, {odd} }}"), "body"),
    ] {
        let known = known_keys(file, &text);
        let described = schema_keys(&schema, &format!("/definitions/{pointer}"));
        let missing: Vec<_> = known.difference(&described).collect();
        assert!(missing.is_empty(), "{pointer} lacks {missing:?}");
        let invented: Vec<_> = described.difference(&known).collect();
        assert!(invented.is_empty(), "the reader does not know {invented:?} of {pointer}");
    }
}
