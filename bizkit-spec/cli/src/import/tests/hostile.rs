//! Documents of strangers: none takes more than its size asks for, leaves its folder, or says less than it lost.

use super::{Grade, Import, Known, Options, at, document, response, run};
use crate::import::import;
use crate::openapi::Document;
use bizkit_spec::json::Json;
use std::fmt::Write;

/// `S0` to the last, each made of the next one twice.
fn doubled(levels: usize, part: impl Fn(usize) -> String, last: &str) -> String {
    let mut components = String::new();
    for level in 0..levels {
        let _ = write!(components, "\"S{level}\":{},", part(level + 1));
    }
    format!("{components}\"S{levels}\":{last}")
}

#[test]
fn parts_that_many_ways_lead_to_are_read_once() {
    let both = |next: usize| {
        format!(
            r##"{{"allOf":[{{"$ref":"#/components/schemas/S{next}"}},{{"$ref":"#/components/schemas/S{next}"}}]}}"##
        )
    };
    // Whoever read each way alone would read 2^60 of them.
    for levels in [2, 14, 25, 60, 150] {
        let components = doubled(levels, both, r#"{"type":"object","properties":{"x":{"type":"string"}}}"#);
        let import = run(&document("3.0.3", r##"{"$ref":"#/components/schemas/S0"}"##, &components));
        let found = at(&import, "types/m.yaml", &["S0"]).map(Json::to_string);
        assert_eq!(
            found.as_deref(),
            Some(r#"{"type":"object","properties":{"x":{"type":"string"}}}"#),
            "{levels}"
        );
        assert_eq!(losses(&import), Vec::<&str>::new());
    }
    let components = doubled(300, both, r#"{"type":"object"}"#);
    let import = run(&document("3.0.3", r##"{"$ref":"#/components/schemas/S0"}"##, &components));
    assert!(
        losses(&import).iter().any(|loss| loss.contains("in more than 200 levels")),
        "{:?}",
        losses(&import)
    );
}

#[test]
fn diamonds_of_choices_and_members_end() {
    for (key, levels) in [("oneOf", 30), ("anyOf", 30)] {
        let part = |next: usize| {
            format!(
                r##"{{"{key}":[{{"$ref":"#/components/schemas/S{next}"}},{{"$ref":"#/components/schemas/S{next}"}}]}}"##
            )
        };
        let components = doubled(levels, part, r#"{"type":"string"}"#);
        run(&document("3.1.0", r##"{"$ref":"#/components/schemas/S0"}"##, &components));
    }
    let part = |next: usize| {
        format!(
            r##"{{"type":"object","properties":{{"a":{{"$ref":"#/components/schemas/S{next}"}},"b":{{"$ref":"#/components/schemas/S{next}"}}}}}}"##
        )
    };
    let components = doubled(40, part, r#"{"type":"string"}"#);
    let import = run(&document("3.1.0", r##"{"$ref":"#/components/schemas/S0"}"##, &components));
    assert_eq!(losses(&import), Vec::<&str>::new());
}

fn losses(import: &Import) -> Vec<&str> {
    let lost = import.report.remarks.iter().filter(|remark| remark.grade != Grade::Note);
    lost.map(|remark| remark.message.as_str()).collect()
}

#[test]
fn choices_that_lead_back_to_themselves_end() {
    let choice = |branches: &[&str]| {
        let references = branches.iter().map(|name| format!(r##"{{"$ref":"#/components/schemas/{name}"}}"##));
        let mapping = branches.iter().map(|name| format!(r##""{name}":"#/components/schemas/{name}""##));
        format!(
            r#"{{"oneOf":[{}],"discriminator":{{"propertyName":"kind","mapping":{{{}}}}}}}"#,
            references.collect::<Vec<_>>().join(","),
            mapping.collect::<Vec<_>>().join(",")
        )
    };
    let leaf = |name: &str| {
        format!(
            r#""{name}":{{"type":"object","properties":{{"kind":{{"type":"string"}},"n":{{"type":"integer"}}}}}}"#
        )
    };
    for components in [
        // Its own branch, by another name, and two and three that name each other.
        format!(r#""A":{},{},{}"#, choice(&["A", "D", "E"]), leaf("D"), leaf("E")),
        format!(
            r##""A":{},"B":{{"$ref":"#/components/schemas/A"}},{},{}"##,
            choice(&["B", "D", "E"]),
            leaf("D"),
            leaf("E")
        ),
        format!(
            r#""A":{},"B":{},{},{}"#,
            choice(&["B", "D", "E"]),
            choice(&["A", "D", "E"]),
            leaf("D"),
            leaf("E")
        ),
        format!(
            r#""A":{},"B":{},"C":{},{},{}"#,
            choice(&["B", "D", "E"]),
            choice(&["C", "D", "E"]),
            choice(&["A", "D", "E"]),
            leaf("D"),
            leaf("E")
        ),
    ] {
        let import = run(&document("3.0.3", r##"{"$ref":"#/components/schemas/A"}"##, &components));
        assert_eq!(losses(&import).len(), 1, "{components}: {:?}", losses(&import));
        assert_eq!(import.report.counts(), (0, 1, 0));
    }
}

#[test]
fn choices_of_numbers_keep_their_values_or_say_that_they_do_not() {
    for (schema, tree, lost) in [
        (
            r#"{"type":"integer","oneOf":[{"title":"CREATE","const":1},{"title":"DELETE","const":2}]}"#,
            r#"{"type":"integer","enum":[1,2]}"#,
            0,
        ),
        (r#"{"oneOf":[{"const":1},{"const":2}]}"#, r#"{"type":"integer","enum":[1,2]}"#, 0),
        (r#"{"anyOf":[{"type":"integer"},{"type":"number"}]}"#, r#"{"type":"number"}"#, 1),
        (r#"{"oneOf":[{"const":1.5},{"const":2}]}"#, r#"{"type":"number"}"#, 2),
    ] {
        assert_eq!(response("3.1.0", schema, ""), (tree.to_owned(), lost), "{schema}");
    }
}

#[test]
fn paths_stay_below_the_folder_and_are_files_on_every_system() {
    let call = r#"{"get":{"summary":"S","responses":{"204":{"description":""}}}}"#;
    let paths = [
        "/../../outside/pwned",
        "/.git/hooks/pre-commit",
        "/api.yaml",
        "/types/x",
        "/con/aux",
        "/C:/x",
        "/a\\\\..\\\\b",
        "/A/b",
        "/a/B",
    ];
    let items: Vec<String> = paths.iter().map(|path| format!("\"{path}\":{call}")).collect();
    let own = r#""/ok/two":{"get":{"summary":"S","x-bizkit-id":"../../evil","responses":{"204":{"description":""}}}}"#;
    let text = format!(
        r#"{{"openapi":"3.0.3","info":{{"title":"T"}},"servers":[{{"url":"https://a.example.com"}}],"paths":{{{},{own}}}}}"#,
        items.join(",")
    );
    let import =
        import(&Document::parse(&text).unwrap(), &Known::default(), &Options::default(), &mut |_, _| {});
    let texts = import.files.iter().map(|file| (file.path.as_str(), file.text.as_str()));
    let specs = bizkit_spec::Specs::from_texts(texts);
    assert!(specs.findings.is_empty(), "{:?}", specs.findings);
    assert_eq!(import.report.counts().0, paths.len() + 1);
    let mut lower: Vec<String> = import.files.iter().map(|file| file.path.to_lowercase()).collect();
    lower.dedup();
    assert_eq!(lower.len(), import.files.len());
    for file in &import.files {
        assert!(
            file.path.split('/').all(|part| !part.starts_with('.') && !part.is_empty())
                && !file.path.contains('\\'),
            "{}",
            file.path
        );
    }
}

#[test]
fn calls_that_stand_in_other_files_are_refused_and_counted() {
    let text = r#"{"openapi":"3.0.3","info":{"title":"T"},"servers":[{"url":"https://a.example.com"}],
        "paths":{"/a/b":{"$ref":"b.yaml"},"/a/c":{"get":{"$ref":"c.yaml"}},"/a/d":{"get":{"responses":{"204":{"description":""}}}}}}"#;
    let import = run(&Document::parse(text).unwrap());
    assert_eq!(import.report.counts(), (1, 0, 2));
    assert_eq!(losses(&import).len(), 2);
}

#[test]
fn another_credential_is_told() {
    let call = |scheme: &str| {
        format!(r#"{{"get":{{"security":[{{"{scheme}":[]}}],"responses":{{"204":{{"description":""}}}}}}}}"#)
    };
    let text = format!(
        r#"{{"openapi":"3.0.3","info":{{"title":"T"}},"servers":[{{"url":"https://a.example.com"}}],"security":[{{"App":[]}}],
        "paths":{{"/a/b":{},"/a/c":{},"/a/d":{},"/a/e":{}}},"components":{{"securitySchemes":{{
        "App":{{"type":"apiKey","in":"header","name":"X-App"}},"Admin":{{"type":"apiKey","in":"header","name":"X-Admin"}},"User":{{"type":"http","scheme":"bearer"}}}}}}}}"#,
        call("App"),
        call("App"),
        call("Admin"),
        call("User")
    );
    let import = run(&Document::parse(&text).unwrap());
    assert_eq!(import.report.counts(), (2, 2, 0));
    assert!(
        losses(&import).iter().all(|loss| loss.contains("is a credential of its own")),
        "{:?}",
        losses(&import)
    );
}
