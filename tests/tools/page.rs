//! The page's script, run outside of a browser: it judges as the interpreter does, and writes the code that the references show.
//! Needs Node.js; `.ci/run` runs it.

mod browser;
mod code;

use crate::generated::agreement::{fixture, values::Values};
use crate::generated::kinds;
use crate::support::random::Random;
use crate::support::shipped;
use bizkit_cli::export::html;
use bizkit_spec::json::Json;
use bizkit_spec::model::{Api, Endpoint};
use bizkit_spec::validate::validate_call;
use bizkit_spec::{Checked, Specs};
use std::fmt::Write;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// How many values each type of a fixture is asked about.
const VALUES: usize = 10_000;

/// A folder of its own for each test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("page-{name}"));
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// What a script prints that has the page's logic and data at hand, and a text as `input`.
fn node(name: &str, api: &Checked<Api>, script: &str, input: &str) -> String {
    let folder = folder(name);
    let data = Json::String(html::data(api, "bizkit_client").to_string());
    let program = format!(
        "{}\nconst api = opened({data});\n\
         const input = require('fs').readFileSync(process.argv[2], 'utf8');\n{script}\n",
        html::logic()
    );
    fs::write(folder.join("run.js"), program).unwrap();
    fs::write(folder.join("input.txt"), input).unwrap();
    let output =
        Command::new("node").arg(folder.join("run.js")).arg(folder.join("input.txt")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// A fixture's API with a call that takes each of its types.
fn with_calls(sources: &[(&str, &str)]) -> Checked<Api> {
    // Types with a name of their own; those that stand inside others come with them.
    let files = sources.iter().filter(|(path, _)| path.starts_with("types/"));
    let names = files.flat_map(|(_, text)| text.lines().filter_map(|line| line.split_once(':')));
    let is_type = |(name, _): &(&str, &str)| name.starts_with(|c: char| c.is_ascii_uppercase());
    let names: Vec<&str> = names.filter(is_type).map(|(name, _)| name).collect();
    let arguments = names.iter().enumerate().fold(String::new(), |mut out, (at, name)| {
        let _ = writeln!(out, "  t{at}: {name}");
        out
    });
    let call = format!(
        "summary: Take everything\nmethod: POST\npath: /every/type\nkey: none\nparameters:\n{arguments}responses: {{ 200: {{}} }}\n"
    );
    let specs = Specs::from_texts(sources.iter().copied().chain([("every/type.yaml", call.as_str())]));
    specs.api().unwrap_or_else(|| panic!("{:#?}", specs.findings)).clone()
}

/// The page's verdicts and the interpreter's, as text, about random arguments of calls.
fn verdicts(name: &str, api: &Checked<Api>, cases: &[(&Endpoint, Json)]) -> Vec<(String, String, String)> {
    let input = cases.iter().fold(String::new(), |mut out, (endpoint, values)| {
        let _ = writeln!(out, "{{\"call\":{},\"values\":{values}}}", Json::String(endpoint.id.clone()));
        out
    });
    let script = "const out = [];\n\
        for (const line of input.split('\\n').filter(Boolean)) {\n\
        const one = parse(line);\n\
        out.push(check(api.types, api.calls.get(one.get('call')), one.get('values')).map(found => `${found.path} (${found.rule}): ${found.message}`.replaceAll('\\n', ' ')).join(' | '));\n}\n\
        process.stdout.write(out.join('\\n'));";
    let page = node(name, api, script, &input);
    let told: Vec<&str> = page.split('\n').collect();
    assert_eq!(told.len(), cases.len());
    let own = cases.iter().map(|(endpoint, values)| {
        let found = validate_call(api, endpoint, values);
        let lines = found.iter().map(|one| format!("{} ({}): {}", one.path, one.rule, one.message));
        lines.collect::<Vec<_>>().join(" | ").replace('\n', " ")
    });
    let pairs = own.zip(told).zip(cases);
    pairs.map(|((own, page), (_, values))| (values.to_string(), own, page.to_owned())).collect()
}

/// Asks both about the values, and fails where they differ.
fn agree(name: &str, api: &Checked<Api>, cases: &[(&Endpoint, Json)]) {
    let verdicts = verdicts(name, api, cases);
    let broken = verdicts.iter().filter(|(_, own, _)| !own.is_empty()).count();
    let differ: Vec<_> = verdicts.iter().filter(|(_, own, page)| own != page).take(5).collect();
    assert!(differ.is_empty(), "of {}: {differ:#?}", verdicts.len());
    assert!(broken > cases.len() / 10 && broken < cases.len() * 9 / 10, "{broken} of {}", cases.len());
}

#[test]
#[ignore = "needs Node.js; .ci/run does it"]
fn the_page_judges_every_type_as_the_interpreter_does() {
    let api = with_calls(fixture::SOURCES);
    let endpoint = api.endpoint("every/type").unwrap();
    let mut random = Random(11);
    for parameter in &endpoint.parameters {
        let cases: Vec<(&Endpoint, Json)> = (0..VALUES)
            .map(|_| {
                let value = Values::new(&api, &mut random).of(&parameter.field.schema);
                (endpoint, Json::Object(vec![(parameter.field.wire.clone(), value)]))
            })
            .collect();
        let verdicts = verdicts("types", &api, &cases);
        let differ: Vec<_> = verdicts.iter().filter(|(_, own, page)| own != page).take(3).collect();
        assert!(differ.is_empty(), "{:?}: {differ:#?}", parameter.field.schema.kind);
    }
}

#[test]
#[ignore = "needs Node.js; .ci/run does it"]
fn the_page_judges_the_arguments_of_every_call_as_the_interpreter_does() {
    for (name, specs) in
        [("shipped", Specs::from_texts(shipped::SOURCES.iter().copied())), ("kinds", kinds::copy())]
    {
        let api = specs.api().unwrap();
        let mut random = Random(12);
        let mut cases = Vec::new();
        for endpoint in &api.endpoints {
            for _ in 0..200 {
                let mut values = Vec::new();
                for field in bizkit_spec::rust::arguments(endpoint) {
                    if field.required && !random.percent(3) || random.percent(50) {
                        let value = Values::new(api, &mut random).of(&field.schema);
                        values.push((field.wire.clone(), value));
                    }
                }
                cases.push((endpoint, Json::Object(values)));
            }
        }
        agree(name, api, &cases);
    }
}
