//! Code of the page for every documented call: the same as the references show, right in its language, and Rust that compiles.

use super::{folder, node};
use crate::generated::kinds;
use bizkit_cli::export::markdown;
use bizkit_spec::Specs;
use bizkit_spec::json::Json;
use bizkit_spec::model::Api;
use bizkit_spec::rust::call;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The page's code for each documented call, by endpoint and language.
fn written(name: &str, specs: &Specs) -> Vec<(String, BTreeMap<String, String>)> {
    let api = specs.api().unwrap();
    let input = api.endpoints.iter().filter_map(|endpoint| {
        let example = call::example(endpoint)?;
        let values = example.request.clone().unwrap_or(Json::Object(Vec::new()));
        Some(format!("{{\"call\":{},\"values\":{values}}}", Json::String(endpoint.id.clone())))
    });
    let input = input.collect::<Vec<_>>().join("\n");
    let script = "const out = [];\n\
        for (const line of input.split('\\n').filter(Boolean)) {\n\
        const one = parse(line), id = one.get('call'), call = api.calls.get(id), values = one.get('values'), request = wire(api, call, values);\n\
        out.push([id, { rust: rust(api, call, values) || '', program: program(api, call, values) || '', js: javascript(request), sh: curl(request), python: python(request), php: php(request), terminal: terminal(id, call, values, api.types) }]);\n}\n\
        process.stdout.write(JSON.stringify(out));";
    serde_json::from_str(&node(name, specs.api().unwrap(), script, &input)).unwrap()
}

/// The block of a language on a reference page, whose fence may be long.
fn block<'p>(page: &'p str, language: &str) -> Option<&'p str> {
    let opens = |line: &&str| line.starts_with("```") && line.trim_start_matches('`') == language;
    let first = page.lines().find(opens)?;
    let fence = first.trim_end_matches(language);
    let (_, rest) = page.split_once(&format!("\n{first}\n"))?;
    rest.split_once(&format!("\n{fence}\n")).map(|(block, _)| block)
}

#[test]
#[ignore = "needs Node.js; .ci/run does it"]
fn the_page_writes_the_code_that_the_references_show() {
    let specs = kinds::copy();
    let pages = markdown::pages(specs.api().unwrap(), "bizkit_client");
    let written = written("code", &specs);
    assert!(written.len() > 40);
    for (id, code) in written {
        let page = &pages.iter().find(|page| page.path == format!("{id}.md")).unwrap().text;
        for language in ["rust", "js", "sh"] {
            let shown = block(page, language).unwrap_or_default();
            assert_eq!(code[language].trim_end(), shown.trim_end(), "{id} in {language}");
        }
    }
}

#[test]
#[ignore = "needs Node.js; .ci/run does it"]
fn no_code_of_the_page_holds_a_key_and_every_language_takes_it() {
    let specs = kinds::copy();
    let folder = folder("languages");
    let all = written("languages", &specs);
    for (at, (id, code)) in all.iter().enumerate() {
        for (language, text) in code {
            assert!(!text.contains("PRODPGr"), "{id} in {language}: {text}");
        }
        let keyed = specs.api().unwrap().endpoint(id).unwrap().key.is_some();
        for language in ["js", "sh", "python", "php"] {
            assert_eq!(code[language].contains("BIZKITHUB_API_KEY"), keyed, "{id} in {language}");
        }
        fs::write(folder.join(format!("{at}.py")), &code["python"]).unwrap();
        fs::write(folder.join(format!("{at}.mjs")), &code["js"]).unwrap();
    }
    let checked = |command: &mut Command| {
        let output = command.current_dir(&folder).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    for at in 0..all.len() {
        checked(Command::new("node").args(["--check", &format!("{at}.mjs")]));
    }
    if Command::new("python3").arg("--version").output().is_ok() {
        checked(Command::new("python3").args(["-m", "compileall", "-q", "."]));
    }
}

#[test]
#[ignore = "needs Node.js and compiles a program for each call; .ci/run does it"]
fn the_rust_of_every_documented_call_compiles() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let specs = Specs::open(&root.join("specs"), "specs");
    let api: &Api = specs.api().unwrap();
    let folder = folder("rust");
    let bin = folder.join("src/bin");
    let _ = fs::remove_dir_all(&bin);
    fs::create_dir_all(&bin).unwrap();
    let mut count = 0;
    for (id, code) in written("rust-code", &specs) {
        if code["program"].is_empty() {
            continue;
        }
        let name: String = id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
        fs::write(bin.join(format!("{name}.rs")), &code["program"]).unwrap();
        count += 1;
    }
    assert!(count * 10 > api.endpoints.len() * 9, "only {count} programs");
    let client = root.join("bizkit-client").display().to_string();
    fs::write(
        folder.join("Cargo.toml"),
        format!(
            "[package]\nname = \"page-rust\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
             bizkit-client = {{ path = {client:?} }}\ntokio = {{ version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }}\n"
        ),
    )
    .unwrap();
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["check", "--offline", "--bins", "--quiet"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
