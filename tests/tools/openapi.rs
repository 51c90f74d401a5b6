//! The exported OpenAPI document: valid by the official schema, and true for every documented value.

use bizkit_cli::export::openapi;
use bizkit_spec::model::{Api, Content, Location};
use bizkit_spec::source::FileId;
use bizkit_spec::{Checked, Specs};
use bizkit_spec::{Diagnostics, json::Json, yaml};
use jsonschema::Validator;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// The project's own API, and the other one, which uses what this one does not.
fn apis() -> Vec<Specs> {
    let folders = [
        "specs",
        "tests/other-api/specs",
        "tests/expand/responses",
        "tests/expand/unions",
        "tests/fixtures/agreement",
    ];
    let read = |folder: &&str| Specs::open(&root().join(folder), folder);
    folders.iter().map(read).inspect(|specs| assert!(specs.api().is_some())).collect()
}

fn document(api: &Checked<Api>) -> Value {
    serde_json::from_str(&openapi::document_text(api, "1.0.0")).unwrap()
}

#[test]
fn the_document_is_valid_by_the_official_schema() {
    let text = fs::read_to_string(root().join("tests/fixtures/openapi-3.1.schema.json")).unwrap();
    let schema = jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap();
    for specs in apis() {
        let document = document(specs.api().unwrap());
        let errors: Vec<String> = schema
            .iter_errors(&document)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
    // The schema is no rubber stamp.
    let mut broken = document(apis()[0].api().unwrap());
    broken["paths"]["/api/v1/address/list"]["get"]["parameters"][0]["in"] = json!("nowhere");
    assert!(!schema.is_valid(&broken));
}

/// A validator of one schema of the document, which may refer to its components.
fn validator(document: &Value, pointer: &str) -> Validator {
    let schema = document.pointer(pointer).unwrap_or_else(|| panic!("nothing at {pointer}"));
    // Most refer to nothing, and need not be read with everything around them.
    if !schema.to_string().contains("\"$ref\"") {
        return jsonschema::draft202012::new(schema).unwrap_or_else(|error| panic!("{pointer}: {error}"));
    }
    let whole = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "components": document["components"],
        "allOf": [schema],
    });
    jsonschema::validator_for(&whole).unwrap_or_else(|error| panic!("{pointer}: {error}"))
}

/// Every schema with a default or examples, with its JSON pointer.
fn described(value: &Value, pointer: &str, found: &mut impl FnMut(&str, &Value)) {
    let is_schema = value.get("examples").is_some_and(Value::is_array) || value.get("default").is_some();
    if is_schema && value.get("properties").is_none_or(|properties| properties.get("type").is_none()) {
        found(pointer, value);
    }
    let members = value.as_object().into_iter().flatten();
    for (key, member) in
        members.filter(|(key, _)| !key.starts_with("x-") && *key != "examples" && *key != "default")
    {
        described(member, &format!("{pointer}/{}", escaped(key)), found);
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        described(item, &format!("{pointer}/{index}"), found);
    }
}

fn value(json: &Json) -> Value {
    serde_json::from_str(&json.to_string()).unwrap()
}

/// `a/b` as a part of a JSON pointer.
fn escaped(text: &str) -> String {
    text.replace('~', "~0").replace('/', "~1")
}

#[test]
fn every_schema_accepts_the_documented_values() {
    let mut checked = 0;
    for specs in apis() {
        let api = specs.api().unwrap();
        let document = document(api);
        for endpoint in &api.endpoints {
            let method = endpoint.method.as_str().to_lowercase();
            let at = format!("/paths/{}/{method}", escaped(&endpoint.path_template()));
            let content = format!("content/{}/schema", escaped("application/json"));
            for example in &endpoint.examples {
                let response = endpoint.response(example.status).unwrap();
                if let (Content::Json(_), Some(body)) = (&response.content, &example.response) {
                    let schema =
                        validator(&document, &format!("{at}/responses/{}/{content}", response.status));
                    let errors: Vec<String> =
                        schema.iter_errors(&value(body)).map(|error| error.to_string()).collect();
                    assert!(errors.is_empty(), "{}: {errors:#?}", endpoint.id);
                    checked += 1;
                }
                let inside = endpoint.parameters.iter().filter(|one| one.location == Location::Body);
                let request = example.request.as_ref();
                let members = inside.filter_map(|one| {
                    let wire = &one.field.wire;
                    Some((wire.clone(), value(request?.get(wire)?)))
                });
                let body: serde_json::Map<String, Value> = members.collect();
                if !body.is_empty() {
                    let schema = validator(&document, &format!("{at}/requestBody/{content}"));
                    let errors: Vec<String> =
                        schema.iter_errors(&Value::Object(body)).map(|error| error.to_string()).collect();
                    assert!(errors.is_empty(), "{}: {errors:#?}", endpoint.id);
                    checked += 1;
                }
            }
        }
        described(&document, "", &mut |pointer, schema| {
            let validator = validator(&document, pointer);
            let examples = schema.get("examples").and_then(Value::as_array).into_iter().flatten();
            // What is normalised first may break its own rules before.
            let normalised = schema.get("x-bizkit-normalize").is_some();
            for value in examples.chain(schema.get("default")).filter(|_| !normalised) {
                assert!(validator.is_valid(value), "{pointer}: {value}");
                checked += 1;
            }
        });
    }
    assert!(checked > 400, "only {checked} values were checked");
}

#[test]
fn every_reference_leads_somewhere() {
    fn visit(value: &Value, document: &Value, count: &mut usize) {
        match value {
            Value::Object(members) => {
                if let Some(Value::String(target)) = members.get("$ref") {
                    assert!(document.pointer(target.trim_start_matches('#')).is_some(), "{target}");
                    *count += 1;
                }
                members.values().for_each(|value| visit(value, document, count));
            }
            Value::Array(items) => items.iter().for_each(|value| visit(value, document, count)),
            _ => {}
        }
    }
    let document = document(apis()[0].api().unwrap());
    let mut count = 0;
    visit(&document, &document, &mut count);
    assert!(count > 100, "only {count} references");
}

#[test]
fn yaml_and_json_say_the_same() {
    for specs in apis() {
        let api = specs.api().unwrap();
        let text = openapi::document_yaml(api, "1.0.0");
        // Larger than a spec may be, so it is read piece by piece: each top-level member is a document.
        let json = openapi::document(api, "1.0.0");
        let Json::Object(members) = &json else { panic!("the document is no object") };
        let mut pieces = Vec::new();
        for line in text.lines() {
            if !line.starts_with([' ', '-']) && !line.is_empty() {
                pieces.push(String::new());
            }
            let piece = pieces.last_mut().unwrap();
            piece.push_str(line);
            piece.push('\n');
        }
        assert_eq!(pieces.len(), members.len());
        for (piece, (name, value)) in pieces.iter().zip(members) {
            if piece.len() > yaml::MAX_BYTES {
                continue;
            }
            let mut findings = Diagnostics::default();
            let node = yaml::parse(FileId(0), piece, &mut findings);
            assert!(findings.is_empty(), "{name}: {findings:#?}");
            assert_eq!(node.unwrap().to_json().get(name), Some(value), "{name}");
        }
    }
}
