//! Unions whose branches a document tells apart without a tag, or by a tag with one value; and the way back from our
//! own documents.

use super::{at, document, response, run};
use crate::diff::compare;
use crate::export::openapi;
use crate::import::{Known, Options, import};
use crate::openapi::Document;
use bizkit_spec::Specs;
use bizkit_spec::json::Json;

const FILE: &str = r#"{"type":"object","required":["url"],"properties":{"url":{"type":"string"},"size":{"type":"integer"}}}"#;
const NOTE: &str = r#"{"type":"object","required":["text"],"properties":{"text":{"type":"string"}}}"#;
const REST: &str = r#"{"type":"object","properties":{"size":{"type":"integer"}}}"#;

/// The member that each branch is told by, out of `oneOf` in the response of a call; nothing where it is no union.
fn told(schema: &str) -> (Vec<Option<String>>, usize) {
    let (_, losses) = response("3.0.3", schema, "");
    let import = run(&document("3.0.3", schema, ""));
    let branches = at(&import, "m/call.yaml", &["responses", "200", "properties", "v", "oneOf"]);
    let Some(Json::Object(branches)) = branches else { return (Vec::new(), losses) };
    let member = |branch: &Json| branch.get("has").and_then(Json::as_str).map(str::to_owned);
    (branches.iter().map(|(_, branch)| member(branch)).collect(), losses)
}

#[test]
fn objects_with_a_required_member_of_their_own_are_told_by_it() {
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(told(&format!(r#"{{"oneOf":[{FILE},{NOTE}]}}"#)), (vec![some("url"), some("text")], 0));
    assert_eq!(
        told(&format!(r#"{{"oneOf":[{REST},{FILE},{NOTE}]}}"#)),
        (vec![None, some("url"), some("text")], 0)
    );
    let with_text = format!(r#"{{"oneOf":[{FILE},{{"type":"string"}},{NOTE}]}}"#);
    assert_eq!(told(&with_text), (vec![some("url"), some("text"), None], 0));
}

#[test]
fn what_is_not_certain_is_not_told_apart() {
    // A value of `anyOf` may be of both; free keys may be any; two without a member of their own are alike.
    let open = |object: &str| {
        object.replace("\"required\"", "\"additionalProperties\":{\"type\":\"string\"},\"required\"")
    };
    for schema in [
        format!(r#"{{"anyOf":[{FILE},{NOTE}]}}"#),
        format!(r#"{{"oneOf":[{},{}]}}"#, open(FILE), open(NOTE)),
        format!(r#"{{"oneOf":[{REST},{}]}}"#, REST.replace("size", "weight")),
    ] {
        let (members, losses) = told(&schema);
        assert!(members.iter().all(Option::is_none) && losses > 0, "{schema}: {members:?}");
    }
}

#[test]
fn unions_come_back_from_our_own_documents_as_they_were() {
    let types = include_str!("branches.yaml");
    let specs = Specs::from_texts([
        ("api.yaml", "title: T\nbaseUrl: https://t.example.com\n"),
        ("types/all.yaml", types),
        (
            "m/read.yaml",
            "summary: Read\nmethod: POST\npath: /m/read\nparameters: { all: All }\nresponses: { 200: { type: All } }\n",
        ),
    ]);
    let findings: Vec<_> = specs.findings.iter().map(|finding| &finding.message).collect();
    let api = specs.api().unwrap_or_else(|| panic!("{findings:?}"));
    let document = Document::parse(&openapi::document_text(api, "1.0.0")).unwrap();
    let import = import(&document, &Known::default(), &Options::default(), &mut |_, _| {});
    let texts = import.files.iter().map(|file| (file.path.as_str(), file.text.as_str()));
    let again = Specs::from_texts(texts);
    let findings: Vec<_> = again.findings.iter().map(|finding| &finding.message).collect();
    let changes = compare(api, again.api().unwrap_or_else(|| panic!("{findings:?}")));
    let changes: Vec<_> = changes.iter().map(|change| (&change.address, &change.message)).collect();
    assert!(changes.is_empty(), "{changes:#?}");
}

#[test]
fn a_union_that_leads_back_to_itself_is_a_loss_and_nothing_worse() {
    let components = r##""Pet":{"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}],"discriminator":{"propertyName":"kind"},"example":{"kind":"Cat"}},
        "Cat":{"$ref":"#/components/schemas/Pet"},"Dog":{"type":"object"},
        "Left":{"anyOf":[{"$ref":"#/components/schemas/Right"},{"type":"string"}]},
        "Right":{"oneOf":[{"$ref":"#/components/schemas/Left"},{"type":"array","items":{"type":"string"}}]}"##;
    for schema in [
        r##"{"$ref":"#/components/schemas/Pet"}"##,
        r##"{"$ref":"#/components/schemas/Left"}"##,
        r##"{"oneOf":[{"$ref":"#/components/schemas/Right"},{"type":"integer"}],"example":["a"]}"##,
    ] {
        let (tree, losses) = response("3.0.3", schema, components);
        assert!(!tree.is_empty() && losses > 0, "{schema}: {tree}");
    }
}

#[test]
fn a_type_that_would_meet_one_of_another_name_gets_a_name_of_its_own() {
    let components = r##""Foo":{"type":"object","properties":{"bar":{"type":"string","enum":["a","b"]},"other":{"$ref":"#/components/schemas/FooBar"}}},
        "FooBar":{"type":"object","properties":{"x":{"type":"string"}}},
        "Version":{"type":"string","enum":["1.0","10","1_0"]}"##;
    let schema = r##"{"type":"object","properties":{"foo":{"$ref":"#/components/schemas/Foo"},"v":{"$ref":"#/components/schemas/Version"}}}"##;
    let import = run(&document("3.0.3", schema, components));
    let text: String = import.files.iter().map(|file| file.text.as_str()).collect();
    let specs = Specs::from_texts(import.files.iter().map(|file| (file.path.as_str(), file.text.as_str())));
    let types = &specs.api().unwrap().types;
    let mut names: Vec<String> = types.iter().map(|def| def.name.pascal()).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), types.len(), "{text}");
    assert!(names.contains(&"Foo".to_owned()) && names.contains(&"FooBar".to_owned()), "{text}");
}
