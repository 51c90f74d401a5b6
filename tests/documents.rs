//! What the documents tell people to type works as it stands there.

use bizkit_spec::Specs;
use bizkit_spec::export::schema;
use bizkit_spec::lint::lint;
use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn document(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

/// Runs the README's first command with these arguments and without a key: status, output, errors.
fn run(arguments: &[&str]) -> (i32, String, String) {
    crate::examples::run("customer_detail", arguments, &[])
}

#[test]
fn the_readme_names_the_commands_that_the_continuous_check_runs() {
    let readme = document("README.md");
    assert!(readme.contains("\ncargo run --example customer_detail\n"));
    assert!(readme.contains("\ncargo test --workspace --all-features\n"));
    assert!(document(".ci/run").contains("README.md"));
}

#[test]
fn the_endpoint_of_the_contributing_guide_is_new_and_leaves_nothing_to_say() {
    let guide = document("CONTRIBUTING.md");
    let block = guide.split("```yaml\n").nth(1).unwrap().split("```").next().unwrap();
    let lines: Vec<&str> = block.lines().map(|line| line.strip_prefix("   ").unwrap_or(line)).collect();
    let (name, endpoint) = ("voucher/list.yaml", lines.join("\n"));
    assert!(guide.contains(&format!("`specs/{name}`")) && endpoint.starts_with(&schema::modeline(name)));
    let (sources, _) = bizkit_spec::load::load(&root().join("specs"), "specs");
    let texts: Vec<_> =
        sources.files().map(|(_, file)| (file.relative.as_str(), file.text.as_str())).collect();
    assert!(
        texts.iter().all(|(path, _)| *path != name),
        "whoever follows the guide would overwrite an endpoint"
    );
    let specs = Specs::from_texts(texts.into_iter().chain([(name, endpoint.as_str())]));
    let said = specs.findings.iter().map(|finding| &finding.message).collect::<Vec<_>>();
    assert!(said.is_empty(), "{said:#?}");
    let advice = lint(specs.api().unwrap()).iter().map(|finding| finding.message.clone()).collect::<Vec<_>>();
    assert!(advice.is_empty(), "{advice:#?}");
    let endpoint = specs.api().unwrap().endpoint("voucher/list").unwrap();
    assert_eq!((endpoint.module[0].snake(), endpoint.name.pascal().as_str()), ("voucher", "List"));
}

#[test]
fn the_command_prints_the_request_the_profile_and_the_figures() {
    let (status, out, err) = run(&[]);
    assert_eq!(status, 0, "{out}{err}");
    assert!(
        err.contains("GET http://127.0.0.1:")
            && err.contains("/api/v1/customer/detail?")
            && err.contains("apiKey=***"),
        "{err}"
    );
    for fact in
        ["Jan Barášek", "1cGIHvFoQDGLAbcA", "+420 777123456", "Personal Trainer", "999 of 1000 calls left"]
    {
        assert!(out.contains(fact), "{fact}: {out}");
    }
    assert!(!format!("{out}{err}").contains("PRODPGrF") && !out.contains('\x1b'), "{out}{err}");
}

#[test]
fn the_command_gives_the_answer_as_it_came_to_other_programs() {
    let (status, out, _) = run(&["--format", "json"]);
    assert_eq!(status, 0);
    assert!(
        out.starts_with(r#"{"loggedIn":true,"cuRefNo":"1cGIHvFoQDGLAbcA","creditBalance":123,"#),
        "{out}"
    );
    let (status, out, _) = run(&["--format=json", "--signed-out"]);
    assert_eq!((status, out.trim_end()), (0, r#"{"loggedIn":false}"#));
}

#[test]
fn the_command_says_that_nobody_is_signed_in() {
    let (status, out, _) = run(&["--signed-out"]);
    assert!(status == 0 && out.contains("Nobody is signed in"), "{out}");
}

#[test]
fn the_command_explains_every_wrong_value_and_sends_nothing() {
    let (status, out, err) = run(&["--identity-id", "x", "--cu-ref-no", "abc", "--ip", "nowhere"]);
    assert_eq!((status, out.as_str()), (2, ""), "{err}");
    for fact in
        ["nothing was sent", "identityId", "cuRefNo", "minLength", "customerRealIp", "format", "nowhere"]
    {
        assert!(err.contains(fact), "{fact}: {err}");
    }
}

#[test]
fn the_command_reports_an_error_of_the_server_with_its_help() {
    let (status, _, err) = run(&["--error", "PUBLIC_API_KEY_IS_NOT_ACTIVE"]);
    assert_eq!(status, 1, "{err}");
    assert!(err.contains("PUBLIC_API_KEY_IS_NOT_ACTIVE") && err.contains("Switch the key on"), "{err}");
    assert!(err.contains("https://docs.bizkithub.com/errors/PUBLIC_API_KEY_IS_NOT_ACTIVE"), "{err}");
}

#[test]
fn the_command_teaches_its_arguments() {
    let (status, out, _) = run(&["--help"]);
    assert!(status == 0 && out.contains("--cu-ref-no") && out.contains("BIZKITHUB_API_KEY"), "{out}");
    for (arguments, reason) in [
        (vec!["--cu-ref"], "invalid option '--cu-ref'"),
        (vec!["--ip"], "missing argument for option '--ip'"),
        (vec!["--format", "xml"], "found `xml`"),
        (vec!["--error", "PUBLIC_API_KEY_IS_NOT_ACTIV"], "did you mean `PUBLIC_API_KEY_IS_NOT_ACTIVE`?"),
    ] {
        let (status, out, err) = run(&arguments);
        assert!(status == 2 && out.is_empty() && err.contains(reason), "{arguments:?}: {out}{err}");
    }
}
