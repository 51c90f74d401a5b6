//! Documents of our own making: what their extensions say comes back, and what nobody knows is told.

use super::{Grade, at, run};
use crate::export::openapi;
use crate::import::Known;
use crate::import::document::words::is_extension;
use crate::openapi::Document;
use bizkit_spec::Specs;
use bizkit_spec::json::Json;

const API: (&str, &str) = ("api.yaml", "title: T\nbaseUrl: https://t.example.com\n");

#[test]
fn a_named_type_of_free_json_stays_a_type() {
    let types = "Blob: { type: json, description: Whatever the caller has kept. }\n";
    let call = "summary: Read\nmethod: GET\npath: /m/read\nresponses:\n  200: { properties: { a: { type: Blob }, b: { type: Blob } } }\n";
    let specs = Specs::from_texts([API, ("m/read.yaml", call), ("types/m.yaml", types)]);
    let document = openapi::document(specs.api().unwrap(), "1.0.0");
    let import = run(&Document::from_json(document).unwrap());
    let kept = at(&import, "types/m.yaml", &["Blob"]).map(Json::to_string);
    assert_eq!(kept.as_deref(), Some(r#"{"type":"json","description":"Whatever the caller has kept."}"#));
    let response = &import.files.iter().find(|file| file.path == "m/read.yaml").unwrap().text;
    assert!(response.contains("b: { type: Blob }"), "{response}");
}

#[test]
fn an_extension_that_nobody_knows_or_that_says_nonsense_is_a_loss() {
    for (place, extension) in [
        ("call", r#""x-bizkit-colour":"red","#),
        ("call", r#""x-bizkit-pagination":5,"#),
        ("call", r#""x-bizkit-pagination":{"page":"nowhere","items":"x"},"#),
        ("call", r#""x-bizkit-errors":["NO_SUCH_CODE"],"#),
        ("call", r#""x-bizkit-retry":"sometimes","#),
        ("schema", r#""x-bizkit-colour":"red","#),
        ("schema", r#""x-bizkit-delimiter":";","#),
        ("root", r#""x-bizkit-colour":"red","#),
        ("root", r#""x-bizkit-key":{"in":5},"#),
        ("root", r#""x-bizkit-baseUrlEnv":[],"#),
        ("root", r#""x-bizkit-errors":{"GONE":{"status":"late"}},"#),
        ("root", r#""x-bizkit-errors":[1],"#),
    ] {
        let of = |name: &str| if name == place { extension } else { "" };
        let text = format!(
            r#"{{"openapi":"3.1.0",{}"info":{{"title":"T"}},"servers":[{{"url":"https://t.example.com"}}],
            "paths":{{"/m/read":{{"get":{{{}"x-bizkit-id":"m/read","summary":"Read","responses":{{"200":{{"description":"All","content":{{"application/json":{{"schema":
            {{{}"type":"object","properties":{{"a":{{"type":"string"}}}}}}}}}}}}}}}},"post":{{"x-bizkit-id":"m/write","summary":"Write","responses":{{"204":{{"description":"Done"}}}}}}}}}}}}"#,
            of("root"),
            of("call"),
            of("schema")
        );
        let import = run(&Document::parse(&text).unwrap());
        let lost = import.report.remarks.iter().filter(|remark| remark.grade == Grade::Loss).count();
        assert!(lost > 0, "{extension}: {:#?}", import.report.remarks);
        // Nothing else goes with it.
        assert_eq!(import.report.counts().2, 0, "{extension}: {:#?}", import.report.remarks);
        assert!(at(&import, "m/write.yaml", &["summary"]).is_some());
        let member = at(&import, "m/read.yaml", &["responses", "200", "properties", "a", "type"]);
        assert_eq!(member.and_then(Json::as_str), Some("string"), "{extension}");
    }
}

#[test]
fn an_extension_holds_what_no_member_of_openapi_says() {
    for key in [
        "sensitive",
        "as",
        "delimiter",
        "when",
        "contentType",
        "allow",
        "pagination",
        "modules",
        "wire",
        "id",
    ] {
        assert!(is_extension(key), "{key}");
    }
    // Standard members say these; those stand within the value of another extension; these nobody knows.
    for key in [
        "method",
        "parameters",
        "responses",
        "types",
        "requests",
        "env",
        "topic",
        "page",
        "colour",
        "maxlength",
    ] {
        assert!(!is_extension(key), "{key}");
    }
}

#[test]
fn what_is_said_of_modules_comes_back_with_the_calls_that_were_asked_for() {
    let call =
        |name: &str| format!("summary: Read\nmethod: GET\npath: /{name}/read\nresponses: {{ 200: {{}} }}\n");
    let api = "title: T\nbaseUrl: https://t.example\nmodules: { a: About a, b: About b }\n";
    let (a, b) = (call("a"), call("b"));
    let specs = Specs::from_texts([("api.yaml", api), ("a/read.yaml", &a), ("b/read.yaml", &b)]);
    let text = openapi::document_text(specs.api().unwrap(), "1");
    let document = Document::parse(&text).unwrap();
    for (only, told) in [(vec![], "About a, About b"), (vec!["b/*".to_owned()], "About b")] {
        let options = crate::import::Options { only, ..Default::default() };
        let import = crate::import::import(&document, &Known::default(), &options, &mut |_, _| {});
        let texts = import.files.iter().map(|file| (file.path.as_str(), file.text.as_str()));
        let back = Specs::from_texts(texts);
        let modules = &back.api().unwrap_or_else(|| panic!("{:#?}", back.findings)).modules;
        let found: Vec<&str> = modules.iter().map(|module| module.description.as_str()).collect();
        assert_eq!(found.join(", "), told);
    }
}
