//! Pages of the vendor in several layouts: what each holds, what is found of it, and what is told as lost.

use super::{Document, Import, Known, api, read, root, run};
use bizkit_cli::import::{self, Grade, Lock};
use bizkit_spec::Specs;
use bizkit_spec::json::Json;
use std::collections::BTreeMap;
use std::fs;

pub(super) fn page(name: &str) -> String {
    fs::read_to_string(root().join("tests/fixtures/import/pages").join(name)).unwrap()
}

/// What an import makes of a page; the message where it is none.
pub(super) fn import_of(text: &str, known: &Known) -> Result<Import, String> {
    let page = import::page(text).map_err(|error| error.message)?;
    let import = run(&Document::from_json(page).unwrap(), known);
    let plan = import::plan(&import, known, &Lock::default(), "Page", false);
    let specs = read(&plan, known);
    assert!(!specs.findings.has_errors(), "{:?}\n{text}", specs.findings.iter().collect::<Vec<_>>());
    Ok(import)
}

/// What did not come over: `line 7: what is missing`.
pub(super) fn losses(import: &Import) -> Vec<String> {
    let lost = import.report.remarks.iter().filter(|remark| remark.grade != Grade::Note);
    lost.map(|remark| format!("{}: {}", remark.pointer, remark.message)).collect()
}

/// The parameters of every call by their names, with what they must keep to.
pub(super) fn parameters(import: &Import) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for file in &import.files {
        let Some(Json::Object(list)) = file.tree.get("parameters") else { continue };
        for (name, schema) in list {
            let Json::Object(keys) = schema else { panic!("{name}") };
            let rules = keys.iter().filter(|(key, _)| !["description", "example"].contains(&key.as_str()));
            let rules: BTreeMap<&String, &Json> = rules.map(|(key, value)| (key, value)).collect();
            let rules: Vec<String> = rules.iter().map(|(key, value)| format!("{key}: {value}")).collect();
            found.insert(name.clone(), rules.join(", "));
        }
    }
    found
}

#[test]
fn every_parameter_of_a_page_is_found_and_every_loss_is_told() {
    for (name, wanted, lost) in [
        ("shelf-list.txt", "branchId latitude limit longitude page requiredTags sort visitorIp", &[][..]),
        ("note-add.txt", "content isPrivate isbn mood pageNumber quotes raw remindAt stars", &[]),
        (
            "badges-apart.txt",
            "name required type",
            &["/servers: no server with scheme and host", "line 1: nothing was made of `# Library API`"],
        ),
        ("other-host.txt", "size text", &["line 38: the page shows no response to 200"]),
        ("two-calls.txt", "door seconds", &["/servers: no server with scheme and host"]),
        (
            "careless.txt",
            "code kind",
            &[
                "line 3: the page has POST too",
                "line 5: the sample call sends `guide`",
                "line 15: the page says 6 parameters, and 5 can be told",
                "line 21: `kind`: the page counts 2 forms",
                "line 25: `sortnewest | oldest` names a parameter",
                "line 29: `stateMoodrequired` names a parameter",
                "line 33: the sample call lacks `code`",
                "line 35: the rule `Length: about ten letters` stays words",
                "line 43: nothing was made of `Something that nobody expects here`",
                "line 48: the response to 200 cannot be read: it has no end",
            ],
        ),
    ] {
        let import = import_of(&page(name), &Known::default()).unwrap();
        let found: Vec<String> = parameters(&import).into_keys().collect();
        assert_eq!(found.join(" "), wanted, "{name}");
        let told = losses(&import);
        assert_eq!(told.len(), lost.len(), "{name}: {told:#?}");
        for (told, lost) in told.iter().zip(lost) {
            assert!(told.starts_with(lost), "{name}: {told}\n{lost}");
        }
        let (whole, lossy, refused) = import.report.counts();
        // What is told of the whole document is no loss of one call.
        let counted = usize::from(told.iter().any(|loss| !loss.starts_with("/servers")));
        assert_eq!((lossy, refused), (counted, 0), "{name}");
        assert_eq!(whole + lossy, if name == "two-calls.txt" { 2 } else { 1 });
    }
}

#[test]
fn rules_of_a_page_become_keywords() {
    let found = |name: &str| parameters(&import_of(&page(name), &Known::default()).unwrap());
    let shelf = found("shelf-list.txt");
    for (parameter, rules) in [
        ("page", r#"default: 1, maximum: 500, minimum: 1, type: "integer""#),
        ("branchId", r#"maxLength: 12, minLength: 12, required: true, type: "string""#),
        ("sort", r#"enum: ["newest","oldest"]"#),
        ("latitude", r#"maximum: 90, minimum: -90, type: "number""#),
        (
            "visitorIp",
            r#"format: "ip", normalize: {"::1":"127.0.0.1","localhost":"127.0.0.1","":"127.0.0.1"}, type: "string""#,
        ),
        ("requiredTags", r#"items: {"type":"string"}, type: "array""#),
    ] {
        assert_eq!(shelf[parameter], rules, "{parameter}");
    }
    let note = found("note-add.txt");
    for (parameter, rules) in [
        ("isbn", r#"maxLength: 13, minLength: 13, type: "string""#),
        ("content", r#"maxLength: 5000, minLength: 1, required: true, type: "string""#),
        ("mood", r#"enum: ["glad","calm","sad"]"#),
        ("pageNumber", r#"minimum: 1, type: "integer""#),
        ("stars", r#"maximum: 5, minimum: 1, type: "integer""#),
        ("isPrivate", r#"default: false, type: "boolean""#),
        ("quotes", r#"items: {"additionalProperties":{"type":"json"}}, type: "array""#),
        ("raw", r#"oneOf: {"Object":{"additionalProperties":{"type":"json"}},"Flag":{"type":"boolean"}}"#),
        ("remindAt", r#"format: "date", type: "string""#),
    ] {
        assert_eq!(note[parameter], rules, "{parameter}");
    }
}

/// The tree of an endpoint's file.
fn file<'i>(import: &'i Import, path: &str) -> &'i Json {
    &import.files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("no {path}")).tree
}

#[test]
fn what_a_page_shows_beside_parameters_is_taken_too() {
    let shelf = import_of(&page("shelf-list.txt"), &Known::default()).unwrap();
    let list = file(&shelf, "library/shelf/list.yaml");
    assert_eq!(list.get("summary").and_then(Json::as_str), Some("Library shelf list"));
    let text = |key: &str| list.get(key).map(Json::to_string).unwrap_or_default();
    assert_eq!(text("constraints"), r#"[{"allOrNoneOf":["latitude","longitude"]}]"#);
    assert_eq!(
        text("pagination"),
        r#"{"page":"page","limit":"limit","items":"items","total":"itemCount","defaultLimit":20}"#
    );
    assert_eq!(text("docs"), "");
    // The values of the path, and of a body whose quotes an editor has made round.
    let note = import_of(&page("note-add.txt"), &Known::default()).unwrap();
    let request = |import: &Import| {
        let calls = file(import, "library/book/{isbn}/note.yaml").get("examples").cloned().unwrap();
        let Json::Array(calls) = calls else { panic!("{calls}") };
        calls[0].get("request").map(Json::to_string).unwrap()
    };
    let shown = request(&note);
    assert!(
        shown.starts_with(r#"{"isbn":"9780000000002","content":"Read the last chapter twice"#),
        "{shown}"
    );
    let round = page("note-add.txt").replace('"', "\u{201d}");
    assert_eq!(request(&import_of(&round, &Known::default()).unwrap()), shown.replace('\u{2019}', "'"));
    // Both examples of one status, and both statuses.
    let loan = import_of(&page("badges-apart.txt"), &Known::default()).unwrap();
    let response = file(&loan, "library/loan.yaml").get("responses").map(Json::to_string).unwrap();
    assert!(response.contains(r#""due""#) && response.contains(r#""hint""#), "{response}");
    let statuses =
        file(&note, "library/book/{isbn}/note.yaml").get("responses").map(Json::to_string).unwrap();
    assert!(statuses.contains(r#""404""#) && statuses.contains("createdAt"), "{statuses}");
}

const API: &str =
    "title: Library\nbaseUrl: https://api.library.example\nkey: { type: ApiKey, name: apiKey, in: query }\n";
const KEY: &str = "ApiKey: { type: string, sensitive: true }\n";

fn known(texts: &[(&str, &str)]) -> Known {
    let all = [("api.yaml", API), ("types/key.yaml", KEY)].into_iter().chain(texts.iter().copied());
    let specs = Specs::from_texts(all);
    api(&specs);
    Known::specs(&specs, false)
}

#[test]
fn a_call_to_another_host_says_so_and_takes_no_key_that_it_does_not_ask_for() {
    let import = import_of(&page("other-host.txt"), &known(&[])).unwrap();
    let label = file(&import, "label/label.yaml");
    assert_eq!(label.get("baseUrl").and_then(Json::as_str), Some("https://cdn.library.example"));
    assert_eq!(label.get("key").and_then(Json::as_str), Some("none"));
    assert!(!import.files.iter().any(|file| file.path == "api.yaml"));
    // The same host says nothing; a stranger's host does not get the key either, and that is told.
    let import = import_of(&page("shelf-list.txt"), &known(&[])).unwrap();
    assert_eq!(file(&import, "library/shelf/list.yaml").get("baseUrl"), None);
    assert_eq!(file(&import, "library/shelf/list.yaml").get("key"), None);
    let stranger = page("shelf-list.txt").replace("api.library.example", "api.other.example.org");
    let import = import_of(&stranger, &known(&[])).unwrap();
    assert_eq!(file(&import, "library/shelf/list.yaml").get("key").and_then(Json::as_str), Some("none"));
    assert!(
        losses(&import).iter().any(|loss| loss.contains("takes a key of its own")),
        "{:?}",
        losses(&import)
    );
}

#[test]
fn a_host_that_is_asked_for_reaches_the_endpoint() {
    let document = Document::from_json(import::page(&page("shelf-list.txt")).unwrap()).unwrap();
    let options = import::Options {
        base_url: Some("https://test.library.example".to_owned()),
        ..import::Options::default()
    };
    let import = import::import(&document, &known(&[]), &options, &mut |_, _| {});
    let list = file(&import, "library/shelf/list.yaml");
    assert_eq!(list.get("baseUrl").and_then(Json::as_str), Some("https://test.library.example"));
}

#[test]
fn a_call_is_found_by_method_and_path_under_whatever_name() {
    let hand = |method: &str, path: &str| {
        format!("summary: Ours\nmethod: {method}\npath: {path}\nname: Shelves\nresponses: {{ 204: }}\n")
    };
    let same = hand("GET", "/api/v1/library/shelf/list");
    let import = import_of(&page("shelf-list.txt"), &known(&[("library/all-shelves.yaml", &same)])).unwrap();
    assert_eq!(import.report.operations[0].file.as_deref(), Some("library/all-shelves.yaml"));
    // Another call in the file that the path would choose stays alone.
    let other = hand("DELETE", "/api/v1/library/shelf/list");
    let import = import_of(&page("shelf-list.txt"), &known(&[("library/shelf/list.yaml", &other)])).unwrap();
    assert_eq!(import.report.operations[0].file.as_deref(), Some("library/shelf/list.get.yaml"));
}

#[test]
fn a_type_is_reused_where_a_value_or_the_module_proves_it() {
    let types = "MoodId: { type: string, example: m-1 }\nIsbn: { type: string, pattern: \"^[0-9]{13}$\" }\nDone:\n  discriminator: success\n  oneOf:\n    Yes: { when: true }\n    No: { when: false, failure: true }\n";
    let uses = |folder: &str| {
        let text = format!(
            "summary: Ours\nmethod: POST\npath: /api/v1/{folder}/use\nparameters:\n  content: {{ type: MoodId }}\n  isbn: {{ type: Isbn }}\nresponses:\n  200: {{ type: Done }}\n"
        );
        (format!("{folder}/use.yaml"), text)
    };
    let found = |folder: &str| {
        let (path, text) = uses(folder);
        let page = page("note-add.txt").replace("Length: 1 - 5000", "").replace("Length: 13 - 13", "");
        parameters(&import_of(&page, &known(&[("types/own.yaml", types), (&path, &text)])).unwrap())
    };
    assert!(found("library")["content"].contains("MoodId"));
    let elsewhere = found("other");
    assert_eq!(elsewhere["content"], r#"required: true, type: "string""#);
    assert_eq!(elsewhere["isbn"], r#"type: "Isbn""#);
    // A response that says no more than whether it worked.
    let (path, text) = uses("other");
    let import =
        import_of(&page("two-calls.txt"), &known(&[("types/own.yaml", types), (&path, &text)])).unwrap();
    let response = file(&import, "library/door/open.yaml").get("responses").map(Json::to_string).unwrap();
    assert_eq!(response, r#"{"200":{"type":"Done","description":"OK"}}"#);
}
