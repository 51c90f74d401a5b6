//! What the documents tell people to type works as it stands there.

use bizkit_cli::export::schema;
use bizkit_cli::lint::lint;
use bizkit_spec::Specs;
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
    crate::project::examples::run("customer_detail", arguments, &[])
}

#[test]
fn the_readme_names_the_commands_that_the_continuous_check_runs() {
    let readme = document("README.md");
    assert!(readme.contains("\ncargo run --example customer_detail\n"));
    assert!(readme.contains("\ncargo test --workspace --all-features\n"));
    assert!(document(".ci/run").contains("README.md"));
}

/// Every document of the project, by its path.
fn documents() -> Vec<(String, String)> {
    let names =
        ["README.md", "ARCHITECTURE.md", "BENCHMARKS.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"];
    let more = ["specs/README.md", "bizkit-macros/README.md", "bizkit-macros/src/guide.md"];
    names.iter().chain(&more).map(|name| ((*name).to_owned(), document(name))).collect()
}

/// rustdoc hides lines that begin with `#`; other places show them. The page of the crate is on more places than here,
/// so a link of it may not depend on the folder.
#[test]
fn the_readme_is_right_wherever_it_is_shown() {
    let readme = document("README.md");
    for block in readme.split("```rust").skip(1) {
        let block = block.split("```").next().unwrap();
        assert!(block.lines().all(|line| !line.starts_with("# ") && line != "#"), "{block}");
        assert!(block.contains("fn main()"), "no whole program: {block}");
    }
    for link in links(&readme) {
        assert!(link.starts_with("https://"), "`{link}` leads nowhere on the page of the crate");
    }
}

/// What the README says for us, a test shows, and its figures are measured ones.
#[test]
fn the_readme_claims_what_is_shown() {
    let (readme, measured) = (document("README.md"), document("BENCHMARKS.md"));
    let (_, claims) = readme.split_once("## What it does for you").unwrap();
    let rows = claims.split("## ").next().unwrap().lines().filter(|line| line.starts_with("| ")).skip(1);
    let shown: Vec<&str> = rows.map(|row| row.rsplit('`').nth(1).unwrap_or(row)).collect();
    assert!(shown.len() > 5, "{shown:#?}");
    for test in shown {
        let (module, name) = test.rsplit_once("::").unwrap_or_else(|| panic!("`{test}` is no test"));
        let file = document(&format!("tests/{}.rs", module.replace("::", "/")));
        assert!(file.contains(&format!("fn {name}()")), "there is no `{test}`");
    }
    let (_, table) = readme.split_once("## Why not bizkit?").unwrap();
    for row in table
        .lines()
        .filter(|row| row.starts_with("| cold `cargo check`") || row.starts_with("| calls a second"))
    {
        let figures = row.split(" | ").skip(1).map(|cell| cell.trim_matches([' ', '|']));
        for figure in figures.filter(|cell| cell.starts_with(|first: char| first.is_ascii_digit())) {
            assert!(measured.contains(&format!("| {figure} |")), "nobody has measured {figure}");
        }
    }
}

/// Where the links of a text in Markdown lead.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let ends = text.split("](").skip(1);
    ends.filter_map(|end| end.split_once(')')).map(|(link, _)| link)
}

#[test]
fn links_between_documents_lead_to_files() {
    for (name, text) in documents() {
        let folder = root().join(&name).parent().unwrap().to_owned();
        for link in links(&text).filter(|link| !link.contains("://") && !link.starts_with('#')) {
            let (path, _) = link.split_once('#').unwrap_or((link, ""));
            assert!(folder.join(path).exists(), "{name} links to `{link}`");
        }
    }
}

/// What a document counts by hand is wrong after the next change.
#[test]
fn no_document_counts_what_grows() {
    let page = document("bizkit-client/src/lib.rs");
    let page: String = page.lines().filter(|line| line.starts_with("//!")).collect();
    for (name, text) in documents().into_iter().chain([("bizkit-client/src/lib.rs".to_owned(), page)]) {
        if ["BENCHMARKS.md", "CHANGELOG.md"].contains(&name.as_str()) {
            continue; // Both say what was at a time.
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        let counted = words.windows(2).find(|pair| {
            let number = pair[0].bytes().all(|byte| byte.is_ascii_digit());
            number
                && ["endpoints", "modules", "features", "types", "tests", "codes"]
                    .iter()
                    .any(|what| pair[1].starts_with(what))
        });
        assert!(counted.is_none(), "{name} counts: {counted:?}");
    }
}

#[test]
fn the_crate_page_lists_the_tasks_of_the_cookbook() {
    let (page, cookbook) = (document("bizkit-client/src/lib.rs"), document("bizkit-client/src/cookbook.rs"));
    let slug = |title: &str| title.to_lowercase().replace(',', "").replace(' ', "-");
    // Some tasks stand in a file of their own.
    let line = |line: &str| match line.split_once(".md\")]").and_then(|(name, _)| name.split_once('"')) {
        Some((_, name)) => {
            let text = document(&format!("bizkit-client/src/{name}.md"));
            text.lines().flat_map(|line| ["//! ", line, "\n"]).collect()
        }
        None => format!("{line}\n"),
    };
    let cookbook: String = cookbook.lines().map(line).collect();
    // Every other part stands in a block, where such a line is a hidden one of a program.
    let text = cookbook.split("//! ```").step_by(2).collect::<String>();
    let tasks: Vec<String> = text.lines().filter_map(|line| line.strip_prefix("//! # ")).map(slug).collect();
    let listed: Vec<&str> = links(&page).filter_map(|link| link.strip_prefix("cookbook#")).collect();
    assert!(tasks.len() > 5 && tasks == listed, "{tasks:#?} {listed:#?}");
}

/// A block of the guide behind the name of a file is that file; `BLESS=1` puts it there.
#[test]
fn the_guide_shows_the_files_of_the_other_api() {
    let text = document("bizkit-macros/src/guide.md");
    let mut parts = text.split("<!-- ");
    let mut told = parts.next().unwrap().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(" -->").unwrap();
        let [before, shown, after] = rest.splitn(3, "```").collect::<Vec<_>>()[..] else {
            panic!("{name}: no block")
        };
        let (kind, _) = shown.split_once('\n').unwrap();
        let file = document(&format!("tests/other-api/{name}"));
        for piece in ["<!-- ", name, " -->", before, "```", kind, "\n", &file, "```", after] {
            told.push_str(piece);
        }
    }
    if std::env::var_os("BLESS").is_some() {
        fs::write(root().join("bizkit-macros/src/guide.md"), &told).unwrap();
    }
    assert!(
        text == told,
        "`BLESS=1 cargo test -p bizkit-tests --all-features the_guide` takes the files over"
    );
}

/// The README's first command talks to this machine alone, so it needs neither TLS nor anything that a C compiler
/// builds. `.ci/units` counts what is really compiled.
#[test]
fn the_first_command_compiles_little_and_no_c() {
    let mut cargo = std::process::Command::new(env!("CARGO"));
    cargo.args([
        "tree",
        "--offline",
        "--package",
        "bizkit-examples",
        "--prefix",
        "none",
        "--format",
        "{lib}",
    ]);
    let output = cargo.current_dir(root()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let tree = String::from_utf8(output.stdout).unwrap();
    let crates: std::collections::BTreeSet<&str> =
        tree.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!((30..85).contains(&crates.len()), "{} crates: {crates:?}", crates.len());
    for unwanted in
        ["cc", "cmake", "pkg_config", "openssl_sys", "aws_lc_sys", "ring", "rustls", "zstd_sys", "clap"]
    {
        assert!(!crates.contains(unwanted), "{unwanted} is in {crates:?}");
    }
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
        ["nothing was sent", "identity_id", "cu_ref_no", "minLength", "customer_real_ip", "format", "nowhere"]
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

#[test]
fn words_that_people_search_for_lead_somewhere() {
    fn sources(folder: &Path, found: &mut String) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let path = entry.path();
            if path.is_dir() {
                sources(&path, found);
            } else {
                found.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    let mut code = String::new();
    sources(&root().join("bizkit-client/src"), &mut code);
    let aliases: String = code.lines().filter(|line| line.contains("doc(alias")).collect();
    for word in [
        "pagination",
        "mock",
        "middleware",
        "proxy",
        "upload",
        "download",
        "idempotent",
        "timeout",
        "retry",
        "rate limit",
        "password",
        "money",
    ] {
        assert!(aliases.contains(&format!("\"{word}\"")), "{word}");
    }
}
