//! Calls: parameters in all their places, bodies, responses, sides, keys.

use super::{Document, Grade, Json, Known, Options, at, import, run};

/// A document with these paths, and more at its root.
fn paths(paths: &str, more: &str) -> Document {
    let text = format!(
        r#"{{"openapi":"3.0.3","info":{{"title":"Calls"}},"servers":[{{"url":"https://{{env}}.example.com/","variables":{{"env":{{"default":"api"}}}}}}],{more}"paths":{paths}}}"#
    );
    Document::parse(&text).unwrap()
}

const DONE: &str = r#""responses":{"204":{"description":"Done"}}"#;

#[test]
fn parameters_stand_where_they_travel() {
    let list = r#"[
        {"name":"id","in":"path","required":true,"schema":{"type":"string"}},
        {"name":"q","in":"query","schema":{"type":"array","items":{"type":"string"}},"explode":false},
        {"name":"r","in":"query","schema":{"type":"array","items":{"type":"string"}}},
        {"name":"f","in":"query","style":"deepObject","explode":true,"schema":{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"string"}}}},
        {"name":"some","in":"query","schema":{"oneOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]}},
        {"name":"page","in":"query","schema":{"type":"string","default":"1"}},
        {"name":"X-Trace","in":"header","required":true,"schema":{"type":"string"}},
        {"name":"Accept","in":"header","schema":{"type":"string"}},
        {"name":"o","in":"query","schema":{"type":"object","properties":{"deep":{"type":"object","properties":{"x":{"type":"string"}}}}}},
        {"name":"j","in":"query","content":{"application/json":{"schema":{"type":"object"}}}}]"#;
    let import = run(&paths(
        &format!(r#"{{"/m/{{id}}/find":{{"get":{{"summary":"Find","parameters":{list},{DONE}}}}}}}"#),
        "",
    ));
    assert_eq!(
        at(&import, "m/{id}/find.yaml", &["parameters"]).unwrap().to_string(),
        r#"{"id":{"type":"string"},"q":{"type":"array","items":{"type":"string"},"delimiter":","},"r":{"type":"array","items":{"type":"string"}},"f[a]":{"type":"integer"},"f[b]":{"type":"string"},"some":{"type":"array","items":{"type":"string"}},"page":{"type":"integer","default":1,"as":"string"},"X-Trace":{"type":"string","required":true,"in":"header"},"j":{"type":"string"}}"#
    );
    let losses = import.report.remarks.iter().filter(|remark| remark.grade == Grade::Loss);
    let losses: Vec<&str> =
        losses.map(|remark| remark.pointer.rsplit("parameters/").next().unwrap()).collect();
    assert_eq!(losses, ["8", "9/content"]);
    assert_eq!(at(&import, "api.yaml", &["baseUrl"]).unwrap().as_str(), Some("https://api.example.com"));
}

#[test]
fn bodies_are_fields_a_type_a_text_or_bytes() {
    let post = |content: &str| {
        let body = format!(r#""requestBody":{{"required":true,"content":{content}}}"#);
        let import = run(&paths(
            &format!(r#"{{"/m/send":{{"post":{{"summary":"Send",{body},{DONE}}}}}}}"#),
            r#""components":{"schemas":{"Pet":{"type":"object","properties":{"n":{"type":"string"}}}}},"#,
        ));
        let part = |key: &str| at(&import, "m/send.yaml", &[key]).map(Json::to_string);
        (part("parameters").or(part("body")).unwrap_or_default(), import.report.counts())
    };
    for (content, tree, counts) in [
        (
            r#"{"application/json":{"schema":{"type":"object","required":["a"],"properties":{"a":{"type":"string"}}}}}"#,
            r#"{"a":{"type":"string","required":true}}"#,
            (1, 0, 0),
        ),
        (
            r##"{"application/json":{"schema":{"$ref":"#/components/schemas/Pet"}}}"##,
            r#"{"type":"Pet"}"#,
            (1, 0, 0),
        ),
        (
            r#"{"application/json":{"schema":{"type":"array","items":{"type":"integer"}}}}"#,
            r#"{"type":"array","items":{"type":"integer"}}"#,
            (1, 0, 0),
        ),
        (
            r#"{"text/html":{"schema":{"type":"string"}}}"#,
            r#"{"type":"string","contentType":"text/html"}"#,
            (1, 0, 0),
        ),
        (
            r#"{"application/octet-stream":{}}"#,
            r#"{"type":"binary","contentType":"application/octet-stream"}"#,
            (1, 0, 0),
        ),
        (
            r#"{"application/x-www-form-urlencoded":{"schema":{"type":"object"}}}"#,
            r#"{"type":"string","contentType":"application/x-www-form-urlencoded"}"#,
            (0, 1, 0),
        ),
        (r#"{"multipart/form-data":{"schema":{"type":"object"}}}"#, "", (0, 0, 1)),
        (
            r#"{"application/xml":{},"application/vnd.a+json":{"schema":{"type":"object","properties":{"a":{"type":"string"}}}}}"#,
            r#"{"a":{"type":"string"}}"#,
            // It is sent as `application/json`.
            (0, 1, 0),
        ),
        (
            r#"{"*/*":{"schema":{"type":"object","properties":{"a":{"type":"string"}}}}}"#,
            r#"{"a":{"type":"string"}}"#,
            (1, 0, 0),
        ),
        (
            r#"{"application/xml":{"schema":{"type":"object","properties":{"a":{"type":"string"}}}}}"#,
            r#"{"type":"string","contentType":"application/xml"}"#,
            (0, 1, 0),
        ),
    ] {
        assert_eq!(post(content), (tree.to_owned(), counts), "{content}");
    }
}

#[test]
fn each_side_sees_its_own_members() {
    let schema = r##"{"$ref":"#/components/schemas/User"}"##;
    let body = format!(r#"{{"required":true,"content":{{"application/json":{{"schema":{schema}}}}}}}"#);
    let responses =
        format!(r#"{{"200":{{"description":"","content":{{"application/json":{{"schema":{schema}}}}}}}}}"#);
    let import = run(&paths(
        &format!(
            r#"{{"/m/save":{{"post":{{"summary":"Save","requestBody":{body},"responses":{responses}}}}}}}"#
        ),
        r#""components":{"schemas":{"User":{"type":"object","required":["id","secret"],"properties":{"id":{"type":"string","readOnly":true},"secret":{"type":"string","writeOnly":true},"name":{"type":"string"}}}}},"#,
    ));
    let names = |ty: &str| {
        super::super::tree::members(at(&import, "types/m.yaml", &[ty, "properties"]).unwrap())
            .iter()
            .map(|(name, _)| name.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(names("User"), ["id", "name"]);
    assert_eq!(names("UserInput"), ["secret", "name"]);
}

#[test]
fn responses_have_statuses_types_and_examples() {
    let responses = r##"{"2XX":{"description":"Fine","content":{"application/json":{"example":{"price":10.5,"list":[]}}}},
        "404":{"$ref":"#/components/responses/Gone"},"304":{"description":"Same"},
        "415":{"description":"","content":{"text/csv":{"schema":{"type":"string"}}}},
        "500":{"description":"Broken","content":{"image/png":{"schema":{"type":"string","format":"binary"}}}},"default":{"description":"Else"}}"##;
    let import = run(&paths(
        &format!(r#"{{"/m/read":{{"get":{{"summary":"Read","responses":{responses}}}}}}}"#),
        r#""components":{"responses":{"Gone":{"description":"Gone","content":{"application/json":{"schema":{"type":"object","properties":{"why":{"type":"string"}}}}}}}},"#,
    ));
    let tree = |key: &str| at(&import, "m/read.yaml", &[key]).unwrap().to_string();
    assert_eq!(
        tree("responses"),
        r#"{"2XX":{"type":"object","properties":{"price":{"type":"decimal","example":10.5},"list":{"type":"array","items":{"type":"json"}}},"observed":true,"description":"Fine"},"304":{"description":"Same"},"404":{"type":"object","properties":{"why":{"type":"string"}},"description":"Gone"},"415":{"contentType":"text/csv"},"500":{"type":"binary","contentType":"image/png","description":"Broken"},"default":{"description":"Else"}}"#
    );
    assert_eq!(tree("examples"), r#"[{"status":200,"response":{"price":10.5,"list":[]}}]"#);
}

#[test]
fn what_is_shown_of_a_class_has_the_first_status_that_no_other_response_stands_for() {
    let shown = |of: &str| {
        format!(r#"{{"description":"{of}","content":{{"application/json":{{"example":{{"of":"{of}"}}}}}}}}"#)
    };
    // What is listed, and the statuses under which the two are shown.
    for (listed, class, other) in [
        (&["200"][..], 400, 500),
        (&["200", "400", "401"], 402, 500),
        (&["200", "5XX"], 400, 0),
        (&["200", "500"], 400, 501),
    ] {
        let plain: Vec<String> =
            listed.iter().map(|key| format!(r#""{key}":{{"description":""}}"#)).collect();
        let responses =
            format!(r#"{{{},"4xx":{},"default":{}}}"#, plain.join(","), shown("class"), shown("other"));
        let import = run(&paths(
            &format!(r#"{{"/m/read":{{"get":{{"summary":"Read","responses":{responses}}}}}}}"#),
            "",
        ));
        let calls = at(&import, "m/read.yaml", &["examples"]).unwrap().to_string();
        assert!(
            calls.contains(&format!(r#"{{"status":{class},"response":{{"of":"class"}}}}"#)),
            "{listed:?}: {calls}"
        );
        if other > 0 {
            assert!(
                calls.contains(&format!(r#"{{"status":{other},"response":{{"of":"other"}}}}"#)),
                "{listed:?}: {calls}"
            );
        } else {
            assert!(!calls.contains("other"), "nothing is left for it to stand for: {calls}");
        }
        let told = |words: &str| import.report.remarks.iter().any(|remark| remark.message.ends_with(words));
        assert!(told(&format!("taken as {class}")), "{listed:?}: {:#?}", import.report.remarks);
        let other =
            if other > 0 { format!("taken as {other}") } else { "stand for every failure".to_owned() };
        assert!(told(&other), "{listed:?}: {:#?}", import.report.remarks);
    }
}

#[test]
fn keys_come_from_security_schemes() {
    let schemes = r#""security":[{"k":[]}],"components":{"securitySchemes":{"k":{"type":"apiKey","in":"header","name":"X-Key"},"o":{"type":"oauth2"},"b":{"type":"http","scheme":"basic"}}},"#;
    let call = |security: &str| format!(r#"{{"summary":"Call",{security}{DONE}}}"#);
    let import = run(&paths(
        &format!(
            r#"{{"/m/usual":{{"get":{}}},"/m/open":{{"get":{}}},"/m/other":{{"get":{}}},"/m/basic":{{"get":{}}}}}"#,
            call(""),
            call(r#""security":[],"#),
            call(r#""security":[{"o":["read"]}],"#),
            call(r#""security":[{"b":[]}],"#)
        ),
        schemes,
    ));
    let key = |file: &str| at(&import, file, &["key"]).map(Json::to_string).unwrap_or_default();
    assert_eq!(key("api.yaml"), r#"{"type":"ApiKey","name":"X-Key","in":"header","env":"CALLS_API_KEY"}"#);
    assert_eq!(key("m/usual.yaml"), "");
    assert_eq!(key("m/open.yaml"), r#""none""#);
    assert_eq!(key("m/other.yaml"), r#"["bearer"]"#);
    // One call takes another credential, and one takes none that is known here.
    assert_eq!(import.report.counts(), (2, 2, 0));
}

#[test]
fn a_part_is_imported_with_what_it_needs_alone() {
    let document = paths(
        r##"{"/a/one":{"get":{"summary":"One","responses":{"200":{"description":"","content":{"application/json":{"schema":{"$ref":"#/components/schemas/A"}}}}}}},
            "/b/two":{"get":{"summary":"Two","responses":{"200":{"description":"","content":{"application/json":{"schema":{"$ref":"#/components/schemas/B"}}}}}}}}"##,
        r#""components":{"schemas":{"A":{"type":"object","properties":{"a":{"type":"string"}}},"B":{"type":"object","properties":{"b":{"type":"string"}}}}},"#,
    );
    let options =
        Options { only: vec!["a/*".to_owned()], base_url: Some("https://other.example.com".to_owned()) };
    let import = import(&document, &Known::default(), &options, &mut |_, _| {});
    let paths: Vec<&str> = import.files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["a/one.yaml", "api.yaml", "types/a.yaml"]);
    assert_eq!(at(&import, "api.yaml", &["baseUrl"]).unwrap().as_str(), Some("https://other.example.com"));
}
