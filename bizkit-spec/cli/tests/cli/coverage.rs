//! `coverage`: what a document of others describes beside the specs; and the way out and back again.

use super::{API, READ, TYPES, folder, run};
use bizkit_cli::diff::{Rule, compare};
use bizkit_cli::export::openapi;
use bizkit_cli::import::{Known, Options, import};
use bizkit_cli::openapi::Document;
use bizkit_spec::Specs;
use std::fs;
use std::path::Path;

/// A document that knows `/thing/{id}` otherwise, one call more, and one that cannot be expressed.
const DOCUMENT: &str = r#"
openapi: 3.0.3
info: { title: Things, version: "1" }
servers: [{ url: https://api.example.com }]
paths:
  /thing/{thingId}:
    get:
      operationId: readThing
      parameters: [{ name: thingId, in: path, required: true, schema: { type: string, maxLength: 4 } }]
      responses:
        200: { description: It, content: { application/json: { schema: { type: object, properties: { name: { type: integer } } } } } }
  /thing/drop: { post: { operationId: dropThing, responses: { 200: { description: Gone } } } }
  /thing/photo:
    post:
      operationId: sendPhoto
      requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { a: { type: string } } } } } }
      responses: { 200: { description: Sent } }
"#;

const SAME: (&str, &str) = (
    "specs/thing/drop.yaml",
    "summary: Drop\nmethod: POST\npath: /thing/drop\nresponses: { 200: { description: It has gone } }\n",
);
const EXTRA: (&str, &str) =
    ("specs/thing/ping.yaml", "summary: Ping\nmethod: GET\npath: /ping\nresponses: { 200: {} }\n");

#[test]
fn coverage_tells_what_has_a_spec_and_what_differs() {
    let folder = folder("coverage", &[API, READ, TYPES, EXTRA, ("openapi.yaml", DOCUMENT)]);
    let (code, out, err) = run(&folder, &["coverage", "openapi.yaml"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let expected = "\
differs     GET    /thing/{thingId}  thing/read
    value-kind thing/read.200.name: the value is an integer, and was a text
missing     POST   /thing/drop
unreadable  POST   /thing/photo
    bodies of several parts are not part of the language
extra       GET    /ping  thing/ping
1 of 3 operations have a spec (33.3 %), 0 of them say the same (0.0 %)
";
    assert_eq!(out, expected);

    let (code, out, _) = run(&folder, &["coverage", "openapi.yaml", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    let figure = |name: &str| json[name].as_u64().unwrap();
    assert_eq!(code, 0);
    assert_eq!(
        ["operations", "covered", "same", "differs", "missing", "unreadable", "extra"].map(figure),
        [3, 1, 0, 1, 1, 1, 1]
    );
    assert_eq!(json["rows"][0]["changes"].as_array().unwrap().len(), 1);
    assert_eq!(run(&folder, &["coverage", "openapi.yaml", "--check"]).0, 1);
    assert_eq!(run(&folder, &["coverage", "openapi.yaml", "--min", "33"]).0, 0);
    assert_eq!(run(&folder, &["coverage", "openapi.yaml", "--min", "34"]).0, 1);
    assert_eq!(run(&folder, &["coverage", "nowhere.yaml"]).0, 2);
    assert_eq!(run(&folder, &["coverage", "specs/api.yaml"]).0, 2);
}

#[test]
fn coverage_is_complete_where_both_say_the_same() {
    let folder = folder("coverage-complete", &[API, READ, TYPES, SAME]);
    assert_eq!(run(&folder, &["export", "openapi", "--out", "openapi.json"]).0, 0);
    let (code, out, _) = run(&folder, &["coverage", "openapi.json", "--check", "--min", "100"]);
    assert_eq!(code, 0, "{out}");
    assert!(
        out.ends_with("2 of 2 operations have a spec (100.0 %), 2 of them say the same (100.0 %)\n"),
        "{out}"
    );
    // A rule that the spec does not know.
    let narrower = fs::read_to_string(folder.join("openapi.json"))
        .unwrap()
        .replace("\"maxLength\": 4", "\"maxLength\": 3");
    fs::write(folder.join("openapi.json"), narrower).unwrap();
    let (code, out, _) = run(&folder, &["coverage", "openapi.json", "--check"]);
    assert!(
        code == 1 && out.contains("    narrowed thing/read.path.id.maxLength: the bound is 3, and was 4\n"),
        "{out}"
    );
}

#[test]
fn what_is_exported_and_imported_again_means_the_same() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut endpoints = 0;
    let expanded = ["names", "records", "responses", "scalars", "unions"];
    let expanded = expanded.map(|name| format!("tests/expand/{name}"));
    let folders = ["specs", "tests/other-api/specs"].into_iter().chain(expanded.iter().map(String::as_str));
    for folder in folders {
        let specs = Specs::open(&root.join(folder), folder);
        let api = specs.api().unwrap();
        for text in [openapi::document_text(api, "1.0.0"), openapi::document_yaml(api, "1.0.0")] {
            let document = Document::parse(&text).unwrap();
            let back = import(&document, &Known::default(), &Options::default(), &mut |_, _| {});
            assert_eq!(back.report.counts(), (api.endpoints.len(), 0, 0), "{:#?}", back.report.remarks);
            let texts = back.files.iter().map(|file| (file.path.as_str(), file.text.as_str()));
            let back = Specs::from_texts(texts);
            let again = back.api().unwrap_or_else(|| panic!("{folder}: {:#?}", back.findings));
            let mut changes = compare(api, again);
            if !text.starts_with('{') {
                // Who reads YAML takes 500.00 for 500.0.
                changes.retain(|change| ![Rule::EXAMPLE, Rule::CALL_EXAMPLE].contains(&change.rule));
            }
            assert_eq!(changes, [], "{folder}");
        }
        endpoints += api.endpoints.len();
    }
    assert!(endpoints >= 48 + 8 + 5, "only {endpoints} endpoints");
}
