//! Hostile texts through every door of the command line: none steers a terminal, gives a runner a command, or breaks
//! out of JSON, an annotation or a patch.

use super::{API, folder, run};
use serde_json::{Value, json};
use std::fs;

fn hostile() -> Vec<String> {
    serde_json::from_str(include_str!("../../../../tests/fixtures/hostile.json")).unwrap()
}

/// A text in double quotes, as YAML reads it.
fn quoted(text: &str) -> String {
    let letter = |c: char| match c {
        '"' | '\\' => format!("\\{c}"),
        ' '..='~' => c.to_string(),
        c => format!("\\U{:08x}", u32::from(c)),
    };
    format!("\"{}\"", text.chars().map(letter).collect::<String>())
}

/// A call for each text, which stands at every place of it that takes any text.
fn calls(more: &str) -> Vec<(String, String)> {
    let mut files = vec![(API.0.to_owned(), format!("{}modules: {{ m: \"::error::m\" }}\n", API.1))];
    for (index, text) in hostile().iter().enumerate() {
        // A summary has one line.
        let (line, text) = (quoted(&text.replace('\n', " ")), quoted(text));
        files.push((
            format!("specs/m/call{index}.yaml"),
            format!(
                "summary: {line}\ndescription: {text}\ndeprecated: {text}\nmethod: GET\npath: /m/call{index}\n\
                 parameters: {{ a: {{ type: string, description: {text}, default: {text}, example: {text} }} }}\n\
                 responses: {{ 200: {{ description: {text}, properties: {{ b: {{ type: string, description: {text} }} }} }} }}\n\
                 examples: [{{ summary: {line}, request: {{ a: {text} }}, response: {{ b: {text} }} }}]\n{}",
                more.replace("TEXT", &text)
            ),
        ));
    }
    files
}

fn made(name: &str, files: &[(String, String)]) -> std::path::PathBuf {
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    folder(name, &files)
}

/// Asserts that a terminal shows all of a text, and that no runner takes a line of it for a command.
#[track_caller]
fn is_shown(door: &str, text: &str) {
    let hidden = |c: char| bizkit_spec::visible::is_hidden(c) && !matches!(c, '\n' | '\t');
    if let Some(at) = text.find(hidden) {
        let line = text[..at].lines().count();
        panic!("{door}: {:?} in line {line}: {:?}", text[at..].chars().next(), text.lines().nth(line - 1));
    }
    let command = |line: &&str| {
        let line = line.trim_start();
        let named =
            line.strip_prefix("::").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()));
        named && line[2..].contains("::") || line.contains("##[") || line.contains("##vso[")
    };
    assert_eq!(text.lines().find(command), None, "{door}");
}

#[test]
fn sound_specs_are_shown_and_not_obeyed() {
    let folder = made("doors-sound", &calls(""));
    let count = hostile().len();
    let (code, out, err) = run(&folder, &["check"]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    is_shown("show", &run(&folder, &["show"]).1);
    is_shown("lint", &run(&folder, &["lint"]).1);
    let steering = |text: &String| text.contains("::") || text.contains(bizkit_spec::visible::is_hidden);
    for index in (0..count).filter(|index| steering(&hostile()[*index])) {
        let (code, out, _) = run(&folder, &["show", &format!("m/call{index}")]);
        assert_eq!(code, 0);
        is_shown("show", &out);
        // A text on more lines would look like facts.
        assert_eq!(out.lines().filter(|line| line.contains("request ")).count(), 1, "{out}");
    }
    let (_, out, _) = run(&folder, &["show", "m/call0", "--format", "json"]);
    assert_eq!(out.lines().count(), 1, "{out}");
    let document: Value = serde_json::from_str(&run(&folder, &["export", "openapi"]).1).unwrap();
    for (index, text) in hostile().iter().enumerate() {
        assert_eq!(document["paths"][format!("/m/call{index}")]["get"]["description"], text.as_str());
    }
    is_shown("json", &run(&folder, &["export", "openapi"]).1);
}

#[test]
fn findings_about_hostile_texts_are_shown_and_not_obeyed() {
    let mut files = calls("retry: TEXT\nTEXT: 1\n");
    files.push(("specs/types/a.yaml".into(), "A: { type: string, pattern: \"^(\\e[2J\" }\n".into()));
    if cfg!(unix) {
        files.push(("specs/m/\u{1b}[31m::error::\u{202e}x.yaml".into(), "summary: 1\n".into()));
    }
    let folder = made("doors-wrong", &files);
    let (code, out, _) = run(&folder, &["check", "--max-errors", "100000"]);
    assert_eq!(code, 1);
    is_shown("human", &out);
    let (_, coloured, _) = run(&folder, &["check", "--color", "always", "--max-errors", "100000"]);
    let mut plain = coloured;
    for sequence in ["0", "1", "1;31", "1;33", "1;34", "1;36"] {
        plain = plain.replace(&format!("\u{1b}[{sequence}m"), "");
    }
    assert_eq!(plain, out);

    let (_, out, _) = run(&folder, &["check", "--format", "json", "--max-errors", "100000"]);
    is_shown("json", &out);
    let findings: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(findings.len() >= hostile().len(), "{}", findings.len());

    let (_, out, _) = run(&folder, &["check", "--format", "github", "--max-errors", "100000"]);
    assert_eq!(out.lines().count(), findings.len(), "one command for each finding");
    for line in out.lines() {
        assert!(line.starts_with("::error file=") || line.starts_with("::warning file="), "{line}");
        // Behind the title comes the text, which has no other command, and no property that a text could add.
        let (properties, _) = line.split_once(",title=").unwrap();
        assert_eq!(properties.matches("::").count(), 1, "{line}");
        assert!(properties.split(',').all(|part| part.contains('=')), "{line}");
        is_shown("github", line.trim_start_matches(':'));
    }
    is_shown("show", &run(&folder, &["show"]).2);
}

#[test]
fn an_import_shows_its_patch_and_its_report() {
    let path = |text: &str| {
        json!({ "get": {
            "operationId": text, "summary": text, "description": text, "tags": [text],
            "parameters": [{ "name": "a", "in": "query", "description": text, "schema": { "type": "string", "enum": [text], "x-unknown": text } }],
            "responses": { "200": { "description": text, "content": { "application/json": { "schema": { "type": "object", "properties": { (text): { "type": "string", "pattern": text } } } } } } },
        } })
    };
    let document = |change: &str| {
        let paths = hostile().into_iter().enumerate();
        let paths: serde_json::Map<String, Value> = paths
            .map(|(index, text)| (format!("/m/call{index}"), path(&format!("{text}{change}"))))
            .collect();
        json!({ "openapi": "3.1.0", "info": { "title": "T\u{1b}[2J", "version": "1" }, "servers": [{ "url": "https://a.example" }], "paths": paths }).to_string()
    };
    let folder = folder("doors-import", &[("a.json", &document("")), ("b.json", &document(" changed"))]);
    let (_, out, err) = run(&folder, &["import", "a.json", "--notes"]);
    is_shown("report", &out);
    is_shown("errors", &err);
    let (_, out, err) = run(&folder, &["import", "b.json", "--notes"]);
    is_shown("patch", &out);
    is_shown("errors", &err);
    // What stands in the folder is written with visible characters, too.
    for entry in fs::read_dir(folder.join("specs/m")).into_iter().flatten() {
        let path = entry.unwrap().path();
        is_shown("file", &fs::read_to_string(&path).unwrap().replace("##", "").replace("::", ""));
    }
    let (_, out, _) = run(&folder, &["import", "b.json", "--format", "json", "--check"]);
    is_shown("json", &out);
    serde_json::from_str::<Value>(&out).unwrap();
    let (_, out, _) = run(&folder, &["coverage", "b.json"]);
    is_shown("coverage", &out);
}

#[test]
fn differences_are_shown_and_not_obeyed() {
    let old = made("doors-old", &calls(""));
    let new = made("doors-new", &calls("types: { T: { enum: { TEXT: { name: A } } } }\n"));
    let (old, new) = (old.join("specs"), new.join("specs"));
    let (old, new) = (old.to_str().unwrap(), new.to_str().unwrap());
    let folder = folder("doors-diff", &[]);
    fs::create_dir_all(&folder).unwrap();
    for format in ["human", "json", "markdown"] {
        let (_, out, err) = run(&folder, &["diff", old, new, "--format", format]);
        is_shown(format, &out);
        is_shown(format, &err);
    }
}
