//! yaml-language-server over a folder of specs: completion and findings, by the schemas of the folder.

use super::protocol::{Server, installed};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// The server, with these schemas by the paths of files; it may not look for others.
fn start(program: &PathBuf, schemas: &Value) -> Server {
    let yaml = json!({
        "validate": true,
        "completion": true,
        "hover": true,
        "schemaStore": { "enable": false },
        "schemas": schemas,
    });
    Server::start(Command::new(program).arg("--stdio"), root(), json!({ "yaml": yaml }), &Value::Null)
}

/// What the project's own settings say.
fn settings() -> Value {
    let text = fs::read_to_string(root().join(".vscode/settings.json")).unwrap();
    serde_json::from_str::<Value>(&text).unwrap()["yaml.schemas"].take()
}

/// What is offered where `|` stands in the text.
fn offered(server: &mut Server, file: &str, text: &str) -> Vec<String> {
    let (before, after) = text.split_once('|').unwrap();
    server.open(file, "yaml", &format!("{before}{after}"));
    let line = before.matches('\n').count();
    let character = before.rsplit('\n').next().unwrap_or_default().chars().count();
    let position = json!({ "line": line, "character": character });
    let place = json!({ "textDocument": { "uri": server.uri(file) }, "position": position });
    let result = server.ask("textDocument/completion", &place);
    let items = result["items"].as_array().cloned().unwrap_or_default();
    items.iter().filter_map(|item| item["label"].as_str().map(str::to_owned)).collect()
}

/// Waits until the server follows the settings: until it finds what it is to find.
fn settle(server: &mut Server, file: &str) {
    server.open(file, "yaml", "nonsense: 1\n");
    server.diagnostics(file, |list| list.iter().any(|one| one.contains("nonsense")));
}

#[test]
fn every_kind_of_file_is_completed_from_its_first_key_on() {
    let Some(program) = installed("YAML_LANGUAGE_SERVER", "yaml-language-server") else { return };
    let mut server = start(&program, &settings());
    settle(&mut server, "specs/customer/settle.yaml");
    for (file, text, expected) in [
        ("specs/voucher/a.yaml", "|", &["summary", "method", "path", "responses"][..]),
        ("specs/voucher/b.yaml", "s|", &["summary"]),
        ("specs/chat/room/{id}/message.post.yaml", "|", &["summary", "pagination"]),
        ("specs/voucher/c.yaml", "method: |\n", &["GET", "DELETE"]),
        ("specs/voucher/d.yaml", "parameters:\n  a: { type: C| }\n", &["string", "CuRefNo", "Email"]),
        ("specs/voucher/e.yaml", "errors:\n  - |", &["PUBLIC_API_KEY_IS_EMPTY"]),
        ("specs/voucher/f.yaml", "responses:\n  200:\n    c|", &["contentType"]),
        ("specs/types/voucher.yaml", "|", &["Name: a type"]),
        ("specs/types/voucher2.yaml", "Voucher:\n  t|", &["type", "pattern", "oneOf"]),
        ("specs/types/voucher3.yaml", "Voucher:\n  type: |\n", &["object", "Currency"]),
        ("specs/types/voucher4.yaml", "Voucher:\n  format: |\n", &["date-time", "uuid"]),
        ("specs/errors.yaml", "|", &["CODE: an error code"]),
        ("specs/errors.yaml", "VOUCHER_USED:\n  t|", &["topic", "summary", "status"]),
        ("specs/api.yaml", "|", &["title", "baseUrl", "key"]),
    ] {
        let offered = offered(&mut server, file, text);
        let missing: Vec<_> =
            expected.iter().filter(|name| !offered.iter().any(|one| one == **name)).collect();
        assert!(missing.is_empty(), "{file} {text:?}: {missing:?} is not among {offered:?}");
    }
}

#[test]
fn no_spec_of_ours_has_a_false_finding() {
    let Some(program) = installed("YAML_LANGUAGE_SERVER", "yaml-language-server") else { return };
    // Each file names its schema itself, so that editors without our settings know it too.
    let mut server = start(&program, &json!({}));
    let specs = bizkit_spec::Specs::open(&root().join("specs"), "specs");
    let mut seen = 0;
    for (_, file) in specs.sources.files() {
        let broken = format!("{}nonsense: 1\n", file.text);
        server.open(&file.path, "yaml", &broken);
        let findings = server.diagnostics(&file.path, |list| !list.is_empty());
        assert_eq!(findings.len(), 1, "{}: only the nonsense is one: {findings:?}", file.path);
        seen += 1;
    }
    assert!(seen > 3, "only {seen} files were read");
}
