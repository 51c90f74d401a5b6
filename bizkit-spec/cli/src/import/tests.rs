//! Parts of documents to the trees that they become, case by case; every result passes the checks of the language.

use crate::import::Grade;
use crate::import::Import;
use crate::import::Known;
use crate::import::Options;
use crate::import::import;
use crate::openapi::Document;
use bizkit_spec::Specs;
use bizkit_spec::json::Json;

mod branches;
mod calls;
mod hostile;
mod own;

/// A document with one call whose response holds this schema, and with these components.
fn document(version: &str, schema: &str, components: &str) -> Document {
    let text = format!(
        r#"{{"openapi":"{version}","info":{{"title":"T"}},"servers":[{{"url":"https://a.example.com"}}],
        "paths":{{"/m/call":{{"get":{{"summary":"Call","responses":{{"200":{{"description":"","content":{{"application/json":{{"schema":{{"type":"object","properties":{{"v":{schema}}}}}}}}}}}}}}}}}}},
        "components":{{"schemas":{{{components}}}}}}}"#
    );
    Document::parse(&text).unwrap()
}

fn run(document: &Document) -> Import {
    let import = import(document, &Known::default(), &Options::default(), &mut |_, _| {});
    let texts = import.files.iter().map(|file| (file.path.as_str(), file.text.as_str()));
    let specs = Specs::from_texts(texts);
    let findings: Vec<_> = specs.findings.iter().map(|finding| finding.message.clone()).collect();
    assert!(findings.is_empty(), "{findings:?}\n{:#?}", import.files);
    import
}

fn at<'t>(import: &'t Import, file: &str, path: &[&str]) -> Option<&'t Json> {
    let file = import.files.iter().find(|it| it.path == file)?;
    path.iter().try_fold(&file.tree, |tree, key| tree.get(key))
}

/// What a schema becomes in a response, and how much is lost.
fn response(version: &str, schema: &str, components: &str) -> (String, usize) {
    let import = run(&document(version, schema, components));
    let tree = at(&import, "m/call.yaml", &["responses", "200", "properties", "v"]).map(Json::to_string);
    let losses: std::collections::BTreeSet<&str> = import
        .report
        .remarks
        .iter()
        .filter(|remark| remark.grade == Grade::Loss)
        .map(|remark| remark.message.as_str())
        .collect();
    (tree.unwrap_or_default(), losses.len())
}

#[test]
fn scalars_keep_their_rules_in_both_dialects() {
    for (version, schema, tree, losses) in [
        (
            "3.0.3",
            r#"{"type":"string","nullable":true,"minLength":1}"#,
            r#"{"type":"string","minLength":1,"nullable":true}"#,
            0,
        ),
        (
            "3.1.0",
            r#"{"type":["string","null"],"maxLength":4}"#,
            r#"{"type":"string","maxLength":4,"nullable":true}"#,
            0,
        ),
        (
            "3.0.3",
            r#"{"type":"integer","minimum":1,"exclusiveMinimum":true,"maximum":9}"#,
            r#"{"type":"integer","minimum":2,"maximum":9}"#,
            0,
        ),
        (
            "3.1.0",
            r#"{"type":"integer","exclusiveMinimum":1,"exclusiveMaximum":9}"#,
            r#"{"type":"integer","minimum":2,"maximum":8}"#,
            0,
        ),
        (
            "3.1.0",
            r#"{"type":"number","exclusiveMinimum":0,"maximum":1,"multipleOf":0.01}"#,
            r#"{"type":"number","exclusiveMinimum":0,"maximum":1,"multipleOf":0.01}"#,
            0,
        ),
        (
            "3.0.3",
            r#"{"type":"number","minimum":0,"exclusiveMinimum":true}"#,
            r#"{"type":"number","exclusiveMinimum":0}"#,
            0,
        ),
        (
            "3.0.3",
            r#"{"type":"string","format":"date-time","example":"2025-01-10T16:19:40.150Z"}"#,
            r#"{"type":"string","format":"date-time","example":"2025-01-10T16:19:40.150Z"}"#,
            0,
        ),
        ("3.0.3", r#"{"type":"string","format":"password"}"#, r#"{"type":"string","sensitive":true}"#, 0),
        ("3.0.3", r#"{"type":"string","format":"hostname"}"#, r#"{"type":"string"}"#, 1),
        (
            "3.0.3",
            r#"{"type":"string","enum":["a","b",null],"nullable":true}"#,
            r#"{"enum":["a","b"],"nullable":true}"#,
            0,
        ),
        ("3.1.0", r#"{"const":"a"}"#, r#"{"enum":["a"]}"#, 0),
        ("3.1.0", r#"{"enum":[1,2]}"#, r#"{"type":"integer","enum":[1,2]}"#, 0),
        (
            "3.0.3",
            r#"{"type":"string","enum":["+1","-1"]}"#,
            r#"{"enum":{"+1":{"name":"Plus1"},"-1":{"name":"Minus1"}}}"#,
            0,
        ),
        ("3.0.3", r#"{"type":"string","enum":["true","false"]}"#, r#"{"type":"boolean","as":"string"}"#, 0),
        (
            "3.0.3",
            r#"{"type":"string","x-enum-varnames":["One","Two"],"enum":["1","2"]}"#,
            r#"{"enum":{"1":{"name":"One"},"2":{"name":"Two"}}}"#,
            0,
        ),
        ("3.1.0", r#"{"type":["string","integer"]}"#, r#"{"type":["string","integer"]}"#, 0),
        ("3.0.3", r#"{"type":"number","format":"decimal"}"#, r#"{"type":"decimal"}"#, 0),
        ("3.0.3", r#"{"type":"string","pattern":"(?<=x)y"}"#, r#"{"type":"string"}"#, 1),
        (
            "3.0.3",
            r#"{"title":"A thing","type":"string","deprecated":true,"externalDocs":{"url":"https://a.example.com/x"}}"#,
            r#"{"type":"string","description":"A thing","deprecated":true,"docs":"https://a.example.com/x"}"#,
            0,
        ),
        (
            "3.0.3",
            r#"{"type":"string","maxLength":2,"example":"long"}"#,
            r#"{"type":"string","maxLength":2}"#,
            0,
        ),
    ] {
        assert_eq!(response(version, schema, ""), (tree.to_owned(), losses), "{schema}");
    }
}

#[test]
fn lists_maps_and_objects() {
    for (schema, tree, losses) in [
        (
            r#"{"type":"array","items":{"type":"string"},"minItems":1,"uniqueItems":true}"#,
            r#"{"type":"array","items":{"type":"string"},"minItems":1,"uniqueItems":true}"#,
            0,
        ),
        (r#"{"type":"array"}"#, r#"{"type":"array","items":{"type":"json"}}"#, 0),
        (r#"{"type":"object"}"#, r#"{"additionalProperties":{"type":"json"}}"#, 0),
        (
            r#"{"type":"object","additionalProperties":{"type":"integer"},"maxProperties":3}"#,
            r#"{"additionalProperties":{"type":"integer"},"maxProperties":3}"#,
            0,
        ),
        (
            r#"{"properties":{"a":{"type":"string"}},"required":["a"]}"#,
            r#"{"type":"object","properties":{"a":{"type":"string","required":true}}}"#,
            0,
        ),
        (
            r#"{"properties":{"+1":{"type":"integer"},"-1":{"type":"integer"}}}"#,
            r#"{"type":"object","properties":{"+1":{"type":"integer"},"-1":{"type":"integer","name":"minus_1"}}}"#,
            0,
        ),
        (
            r#"{"required":["a"],"properties":{"a":{"type":"string","default":"x"}}}"#,
            r#"{"type":"object","properties":{"a":{"type":"string","required":true}}}"#,
            0,
        ),
        (
            r#"{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"anyOf":[{"required":["a"]},{"required":["b"]}]}"#,
            r#"{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"constraints":[{"atLeastOneOf":["a","b"]}]}"#,
            0,
        ),
        (
            r#"{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"dependentRequired":{"a":["b"],"b":["a"]}}"#,
            r#"{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"constraints":[{"allOrNoneOf":["a","b"]}]}"#,
            0,
        ),
        (
            r#"{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"required":["b"],"dependentRequired":{"a":["b"]}}"#,
            r#"{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string","required":true}}}"#,
            0,
        ),
        (
            r#"{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"dependentRequired":{"a":["b"],"x":["b"]}}"#,
            r#"{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}},"constraints":[{"dependentRequired":{"a":["b"]}}]}"#,
            1,
        ),
        (
            r#"{"type":"object","properties":{"a":{"type":"string"}},"minProperties":1}"#,
            r#"{"type":"object","properties":{"a":{"type":"string"}}}"#,
            1,
        ),
        (
            r#"{"type":"array","prefixItems":[{"type":"string"}]}"#,
            r#"{"type":"array","items":{"type":"json"}}"#,
            1,
        ),
        (r#"{"type":"string","not":{"enum":["x"]}}"#, r#"{"type":"string"}"#, 1),
    ] {
        assert_eq!(response("3.1.0", schema, ""), (tree.to_owned(), losses), "{schema}");
    }
}

#[test]
fn unions_are_told_apart_by_what_the_document_shows() {
    let pets = r#""Cat":{"type":"object","required":["kind"],"properties":{"kind":{"type":"string"},"lives":{"type":"integer"}}},
        "Dog":{"type":"object","required":["kind"],"properties":{"kind":{"type":"string"},"bark":{"type":"boolean"}}}"#;
    let refs = r##"[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}]"##;
    for (schema, tree, losses) in [
        (
            format!(r##"{{"oneOf":{refs},"discriminator":{{"propertyName":"kind","mapping":{{"cat":"#/components/schemas/Cat","dog":"Dog"}}}}}}"##),
            r#"{"discriminator":"kind","oneOf":{"Cat":{"when":"cat","type":"Cat"},"Dog":{"when":"dog","type":"Dog"}}}"#,
            0,
        ),
        (
            format!(r#"{{"oneOf":{refs},"discriminator":{{"propertyName":"kind"}}}}"#),
            r#"{"discriminator":"kind","oneOf":{"Cat":{"when":"Cat","type":"Cat"},"Dog":{"when":"Dog","type":"Dog"}}}"#,
            0,
        ),
        (
            r#"{"oneOf":[{"type":"object","properties":{"ok":{"const":true},"id":{"type":"string"}}},{"type":"object","properties":{"ok":{"const":false},"message":{"type":"string"}}}]}"#.to_owned(),
            r#"{"discriminator":"ok","oneOf":{"Ok":{"when":true,"properties":{"id":{"type":"string"}}},"NotOk":{"when":false,"failure":true,"properties":{"message":{"type":"string"}}}}}"#,
            0,
        ),
        (
            r#"{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}},{"type":"null"}]}"#.to_owned(),
            r#"{"oneOf":{"Text":{"type":"string"},"List":{"type":"array","items":{"type":"string"}}},"nullable":true}"#,
            0,
        ),
        (r#"{"anyOf":[{"type":"string"},{"type":"integer"}]}"#.to_owned(), r#"{"type":["string","integer"]}"#, 0),
        (r#"{"anyOf":[{"type":"string","enum":["a","b"]},{"type":"string"}]}"#.to_owned(), r#"{"enum":["a","b"],"open":true}"#, 0),
        (r##"{"anyOf":[{"$ref":"#/components/schemas/Cat"},{"type":"null"}]}"##.to_owned(), r#"{"type":"Cat","nullable":true}"#, 0),
        (
            r#"{"oneOf":[{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}},{"type":"object","properties":{"b":{"type":"string"}}}]}"#.to_owned(),
            r#"{"oneOf":{"A":{"type":"object","properties":{"a":{"type":"string","required":true}},"has":"a"},"Other":{"type":"object","properties":{"b":{"type":"string"}}}}}"#,
            0,
        ),
        (
            r#"{"oneOf":[{"type":"object","properties":{"a":{"type":"string"}}},{"type":"object","properties":{"b":{"type":"string"}}}]}"#.to_owned(),
            r#"{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"}}}"#,
            1,
        ),
        (r#"{"anyOf":[{"type":"string"},{}]}"#.to_owned(), r#"{"type":"json"}"#, 1),
    ] {
        assert_eq!(response("3.1.0", &schema, pets), (tree.to_owned(), losses), "{schema}");
    }
}

#[test]
fn a_tag_is_no_field_of_a_branch() {
    let pets = r##""Cat":{"type":"object","properties":{"kind":{"type":"string"},"lives":{"type":"integer"}}},
        "Dog":{"type":"object","properties":{"kind":{"type":"string"}}},
        "Pet":{"oneOf":[{"$ref":"#/components/schemas/Cat"},{"$ref":"#/components/schemas/Dog"}],"discriminator":{"propertyName":"kind"}}"##;
    let alone = run(&document("3.1.0", r##"{"$ref":"#/components/schemas/Pet"}"##, pets));
    assert_eq!(
        at(&alone, "types/m.yaml", &["Cat"]).unwrap().to_string(),
        r#"{"type":"object","properties":{"lives":{"type":"integer"}}}"#
    );
    // A type that is used elsewhere too keeps the field, and has a twin without it.
    let schema = r##"{"type":"object","properties":{"pet":{"$ref":"#/components/schemas/Pet"},"cat":{"$ref":"#/components/schemas/Cat"}}}"##;
    let both = run(&document("3.1.0", schema, pets));
    assert!(at(&both, "types/m.yaml", &["Cat", "properties", "kind"]).is_some());
    let branch = at(&both, "types/m.yaml", &["Pet", "oneOf", "Cat"]).unwrap().to_string();
    assert_eq!(branch, r#"{"when":"Cat","type":"CatFields"}"#);
}

#[test]
fn types_that_build_on_one_with_a_discriminator_are_its_branches() {
    let components = r##""Pet":{"type":"object","required":["kind"],"discriminator":{"propertyName":"kind"},"properties":{"kind":{"type":"string"},"name":{"type":"string"}}},
        "Cat":{"allOf":[{"$ref":"#/components/schemas/Pet"},{"type":"object","properties":{"lives":{"type":"integer"}}}]},
        "Dog":{"allOf":[{"$ref":"#/components/schemas/Pet"},{"type":"object","properties":{"bark":{"type":"boolean"}}}]}"##;
    let import = run(&document("3.0.3", r##"{"$ref":"#/components/schemas/Pet"}"##, components));
    let tree = |path: &[&str]| at(&import, "types/m.yaml", path).unwrap().to_string();
    assert_eq!(
        tree(&["Pet"]),
        r#"{"discriminator":"kind","oneOf":{"Cat":{"when":"Cat","type":"Cat"},"Dog":{"when":"Dog","type":"Dog"}}}"#
    );
    assert_eq!(
        tree(&["Cat"]),
        r#"{"type":"object","properties":{"name":{"type":"string"},"lives":{"type":"integer"}}}"#
    );
}

#[test]
fn references_are_names_and_may_lead_back() {
    let components = r##""Node":{"type":"object","properties":{"next":{"$ref":"#/components/schemas/Node"},"list":{"type":"array","items":{"$ref":"#/components/schemas/Alias"}}}},
        "Alias":{"allOf":[{"$ref":"#/components/schemas/Node"}],"description":"The same"},
        "Endless":{"type":"object","required":["own"],"properties":{"own":{"$ref":"#/components/schemas/Endless"}}},
        "Maybe":{"type":["object","null"],"properties":{"a":{"type":"string"}}}"##;
    let schema = r##"{"type":"object","properties":{"n":{"$ref":"#/components/schemas/Node"},"m":{"$ref":"#/components/schemas/Maybe"},"e":{"$ref":"#/components/schemas/Endless"},"x":{"$ref":"other.json#/X"},"p":{"$ref":"#/components/schemas/Node/properties/list"}}}"##;
    let import = run(&document("3.1.0", schema, components));
    let fields = at(&import, "m/call.yaml", &["responses", "200", "properties", "v"]).unwrap();
    let fields =
        fields.get("properties").or_else(|| at(&import, "types/m.yaml", &["V", "properties"])).unwrap();
    assert_eq!(
        fields.to_string(),
        r#"{"n":{"type":"Node"},"m":{"type":"Maybe","nullable":true},"e":{"type":"Endless"},"x":{"type":"json"},"p":{"type":"array","items":{"type":"Node"}}}"#
    );
    let node = at(&import, "types/m.yaml", &["Node", "properties"]).unwrap().to_string();
    assert_eq!(node, r#"{"next":{"type":"Node"},"list":{"type":"array","items":{"type":"Node"}}}"#);
    let losses = import.report.remarks.iter().filter(|remark| remark.grade == Grade::Loss);
    let losses: Vec<&str> = losses.map(|remark| remark.pointer.rsplit('/').next().unwrap()).collect();
    assert_eq!(losses, ["x", "Endless"]);
}

#[test]
fn known_types_are_reused_only_where_they_fit() {
    let texts = [
        ("api.yaml", "title: T\nbaseUrl: https://a.example.com\n"),
        (
            "types/a.yaml",
            "Code: { type: string, minLength: 4, maxLength: 4 }\nSize: { type: integer }\nGroup: { properties: { id: string, name: string } }\n",
        ),
        (
            "m/old.yaml",
            "summary: Old\nmethod: GET\npath: /m/old\nparameters: { code: { type: Code }, size: { type: Size } }\nresponses: { 200: { properties: { groups: { type: array, items: { type: Group } } } } }\n",
        ),
    ];
    let specs = Specs::from_texts(texts);
    assert!(specs.api().is_some());
    let known = Known::specs(&specs, false);
    let part = |schema: &str| {
        let document = document("3.1.0", &format!(r#"{{"type":"object","properties":{schema}}}"#), "");
        let import = import(&document, &known, &Options::default(), &mut |_, _| {});
        at(&import, "m/call.yaml", &["responses", "200", "properties", "v", "properties"])
            .unwrap()
            .to_string()
    };
    assert_eq!(part(r#"{"code":{"type":"string","maxLength":4}}"#), r#"{"code":{"type":"Code"}}"#);
    // Another rule, another kind, a value that breaks the type's rules.
    for schema in [
        r#"{"code":{"type":"string","maxLength":5}}"#,
        r#"{"code":{"type":"integer"}}"#,
        r#"{"code":{"type":"string","example":"too long"}}"#,
        r#"{"size":{"type":"string"}}"#,
    ] {
        assert_eq!(part(schema), schema);
    }
    assert_eq!(
        part(
            r#"{"groups":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"},"name":{"type":"string"}}}}}"#
        ),
        r#"{"groups":{"type":"array","items":{"type":"Group"}}}"#
    );
}
