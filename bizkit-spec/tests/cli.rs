//! The command line as a user meets it: what is printed where, and the exit code.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// A folder with these files, which the commands run in.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

const API: (&str, &str) = ("specs/api.yaml", "title: Test\nbaseUrl: https://api.example.com\n");
const READ: (&str, &str) = (
    "specs/thing/read.yaml",
    "summary: Read a thing\nmethod: GET\npath: /thing/{id}\nparameters: { id: { type: string, maxLength: 4 } }\nresponses: { 200: { type: Thing } }\n",
);
const TYPES: (&str, &str) = ("specs/types/a.yaml", "Thing: { properties: { name: string } }\n");
const WRONG: (&str, &str) = ("specs/types/b.yaml", "A: { type: strin }\nB: { type: string, maxLenght: 1 }\n");

fn command(folder: &PathBuf) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bizkit-spec"));
    command.current_dir(folder).env_remove("NO_COLOR").stdin(Stdio::null());
    command
}

/// Exit code, standard output and standard error.
fn run(folder: &PathBuf, args: &[&str]) -> (i32, String, String) {
    let Output { status, stdout, stderr } = command(folder).args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (status.code().unwrap(), text(stdout), text(stderr))
}

#[test]
fn check_counts_what_is_right() {
    let folder = folder("right", &[API, READ, TYPES]);
    let nothing = "1 endpoint, 1 type, 0 error codes: no findings\n";
    assert_eq!(run(&folder, &["check"]), (0, nothing.into(), String::new()));
    assert_eq!(run(&folder, &["check", "--format", "json"]), (0, String::new(), String::new()));
}

#[test]
fn check_shows_what_is_wrong() {
    let folder = folder("wrong", &[API, READ, TYPES, WRONG]);
    let (code, out, err) = run(&folder, &["check"]);
    assert_eq!((code, err.as_str()), (1, ""));
    let first = "error[unknown-word]: no type is called `strin`\n --> specs/types/b.yaml:1:12\n  |\n1 | A: { type: strin }\n  |            ^^^^^\n  = help: did you mean `string`?\n\n";
    assert!(out.starts_with(first), "{out}");
    assert!(out.ends_with("1 endpoint, 3 types, 0 error codes: 2 errors\n"), "{out}");

    let (code, out, _) = run(&folder, &["check", "specs", "--max-errors", "1"]);
    assert_eq!(code, 1);
    assert!(out.contains("... and 1 more\n") && !out.contains("maxLenght"), "{out}");

    let (code, out, _) = run(&folder, &["check", "--format", "json"]);
    assert_eq!(code, 1);
    let lines: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!((lines[1]["code"].as_str(), lines[1]["line"].as_u64()), (Some("unknown-key"), Some(2)));

    let (code, out, _) = run(&folder, &["check", "--format", "github"]);
    assert_eq!(code, 1);
    assert!(out.starts_with("::error file=specs/types/b.yaml,line=1,col=12,endColumn=17,"), "{out}");
}

#[test]
fn check_of_a_file_reads_its_folder_and_shows_the_file() {
    let folder = folder("file", &[API, READ, TYPES, WRONG]);
    let (code, out, _) = run(&folder, &["check", "specs/thing/read.yaml"]);
    assert_eq!((code, out.lines().count()), (0, 1), "{out}");
    let (code, out, _) = run(&folder, &["check", "specs/types/b.yaml"]);
    assert_eq!((code, out.matches("error[").count()), (1, 2), "{out}");
    let (code, out, _) = run(&folder.join("specs"), &["check", "types/b.yaml"]);
    assert_eq!((code, out.matches(" --> types/b.yaml:").count()), (1, 2), "{out}");
}

#[test]
fn arguments_that_make_no_sense_are_a_usage_error() {
    let folder = folder("usage", &[API, READ, TYPES]);
    for (args, message) in [
        (&["check", "nowhere"][..], "there is no `nowhere`"),
        (&["chek"], "'check'"),
        (&["check", "--format", "xml"], "human"),
        (&["explain", "unknown-kee"], "did you mean `unknown-key`?"),
        (&["show", "thing/raed"], "did you mean `thing/read`?"),
        (&["show", "--specs", "nowhere"], "there is no folder `nowhere`"),
    ] {
        let (code, out, err) = run(&folder, args);
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}");
        assert!(err.contains(message), "{args:?}: {err}");
    }
}

#[test]
fn show_prints_what_the_generator_sees() {
    let folder = folder("show", &[API, READ, TYPES]);
    let (code, out, _) = run(&folder, &["show", "thing/read"]);
    assert_eq!(code, 0);
    for line in [
        "GET /thing/{id}",
        "  request  thing::Read",
        "  id  path  required  text, up to 4 characters",
        "  200  Thing",
        "Thing: object",
        "  name  optional  text",
    ] {
        assert!(out.lines().any(|shown| shown == line), "{line}\n{out}");
    }
    let (_, json, _) = run(&folder, &["show", "specs/thing/read.yaml", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["parameters"][0]["maxLength"], 4);
    assert_eq!(json["types"]["Thing"]["properties"]["name"]["type"], "string");
    assert_eq!(run(&folder, &["show", "Thing"]).1, "Thing: object\n  name  optional  text\n");
    assert!(run(&folder, &["show"]).1.starts_with("thing/read  GET    /thing/{id}\n"));
}

#[test]
fn show_refuses_specs_with_findings() {
    let folder = folder("show-wrong", &[API, READ, TYPES, WRONG]);
    let (code, out, err) = run(&folder, &["show", "thing/read"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("error[unknown-word]"), "{err}");
}

#[test]
fn explain_takes_a_code_as_it_is_printed() {
    let folder = folder("explain", &[]);
    fs::create_dir_all(&folder).unwrap();
    let (code, page, _) = run(&folder, &["explain", "unknown-key"]);
    assert!(code == 0 && page.starts_with("# unknown-key: "), "{page}");
    assert_eq!(run(&folder, &["explain", "error[unknown-key]"]).1, page);
    assert!(run(&folder, &["explain"]).1.lines().any(|line| line.starts_with("unknown-key ")));
}

#[test]
fn help_teaches_with_examples() {
    let folder = folder("help", &[]);
    fs::create_dir_all(&folder).unwrap();
    for args in [&["--help"][..], &["check", "--help"], &["show", "--help"]] {
        let (code, out, err) = run(&folder, args);
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(out.contains("Examples:\n  cargo spec "), "{out}");
    }
    assert!(run(&folder, &["completions", "bash"]).1.contains("bizkit-spec"));
}

#[test]
fn colours_are_for_terminals_and_for_those_who_ask() {
    let folder = folder("colour", &[API, WRONG]);
    let coloured = |args: &[&str]| run(&folder, args).1.contains('\u{1b}');
    assert!(!coloured(&["check"]));
    assert!(coloured(&["check", "--color", "always"]));
    assert!(coloured(&["--color=always", "check"]));
    let quiet = command(&folder).args(["check", "--color", "auto"]).env("NO_COLOR", "1").output().unwrap();
    assert!(!quiet.stdout.contains(&0x1b));
}

#[test]
fn schema_is_printed_written_and_compared() {
    let folder = folder("schema", &[API]);
    let (code, text, _) = run(&folder, &["schema"]);
    assert_eq!(code, 0);
    let (code, out, err) = run(&folder, &["schema", "--check"]);
    assert!(code == 1 && out.is_empty() && err.contains("cargo spec schema --write"), "{err}");
    assert_eq!(run(&folder, &["schema", "--write"]), (0, String::new(), String::new()));
    assert_eq!(fs::read_to_string(folder.join("specs/schema.json")).unwrap(), text);
    assert_eq!(run(&folder, &["schema", "--check"]), (0, String::new(), String::new()));
    assert_eq!(run(&folder, &["schema", "--write", "--specs", "nowhere"]).0, 2);
}

#[cfg(unix)]
#[test]
fn a_reader_that_leaves_is_no_failure() {
    let folder = folder("pipe", &[API, READ, TYPES]);
    let mut child =
        command(&folder).args(["explain"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn what_cannot_be_read_is_a_finding_and_the_rest_is_read() {
    let folder =
        folder("unreadable", &[API, READ, TYPES, (".specs/hidden.yaml", ""), ("specs/.hidden.yaml", ":")]);
    fs::write(folder.join("specs/types/latin.yaml"), b"# caf\xe9\nName: { type: string }\n").unwrap();
    fs::write(folder.join("specs/types/large.yaml"), "# x\n".repeat(100_000)).unwrap();
    fs::write(folder.join("specs/README.md"), "no spec").unwrap();
    let (code, out, _) = run(&folder, &["check"]);
    assert_eq!(code, 1);
    assert!(
        out.contains("error[not-utf8]: the byte 0xE9 is not UTF-8\n --> specs/types/latin.yaml:1:6\n"),
        "{out}"
    );
    assert!(out.contains("error[too-large]"), "{out}");
    assert!(out.ends_with("1 endpoint, 1 type, 0 error codes: 2 errors\n"), "{out}");
    let (code, out, _) = run(&folder, &["check", "specs/thing"]);
    assert!(code == 1 && out.contains("error[missing-file]"), "{out}");
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_loops_end() {
    let folder = folder("links", &[API, TYPES, ("elsewhere/read.yaml", READ.1)]);
    std::os::unix::fs::symlink("../elsewhere", folder.join("specs/thing")).unwrap();
    assert_eq!(run(&folder, &["check"]).1, "1 endpoint, 1 type, 0 error codes: no findings\n");
    std::os::unix::fs::symlink(".", folder.join("specs/types/again")).unwrap();
    std::os::unix::fs::symlink("nowhere", folder.join("specs/types/gone.yaml")).unwrap();
    let (code, out, _) = run(&folder, &["check"]);
    assert!(code == 1 && out.ends_with("0 error codes: 2 errors\n"), "{out}");
    assert!(out.contains("leads back to a folder that it stands in\n --> specs/types/again\n"), "{out}");
    assert!(out.contains(" --> specs/types/gone.yaml\n"), "{out}");
}

#[test]
fn export_writes_one_openapi_document() {
    let folder = folder("export-openapi", &[API, READ, TYPES]);
    let (code, json, err) = run(&folder, &["export", "openapi"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let document: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(document["paths"]["/thing/{id}"]["get"]["operationId"], "thing-read");

    assert_eq!(
        run(&folder, &["export", "openapi", "--out", "out/api.json"]),
        (0, String::new(), String::new())
    );
    assert_eq!(fs::read_to_string(folder.join("out/api.json")).unwrap(), json);
    let check = ["export", "openapi", "--out", "out/api.json", "--check"];
    assert_eq!(run(&folder, &check), (0, String::new(), String::new()));
    fs::write(folder.join("out/api.json"), "{}").unwrap();
    let (code, out, err) = run(&folder, &check);
    assert!(
        code == 1 && out.is_empty() && err.contains("run `cargo spec export openapi --out out/api.json`"),
        "{err}"
    );
    assert_eq!(fs::read_to_string(folder.join("out/api.json")).unwrap(), "{}");

    // The ending decides the form, and nothing but the file is left behind.
    assert_eq!(run(&folder, &["export", "openapi", "-o", "out/api.yaml"]).0, 0);
    assert!(fs::read_to_string(folder.join("out/api.yaml")).unwrap().starts_with("openapi: \"3.1.0\"\n"));
    assert_eq!(fs::read_dir(folder.join("out")).unwrap().count(), 2);
    assert_eq!(run(&folder, &["export", "openapi", "--check"]).0, 2);
    let (code, _, err) = run(&folder, &["export", "openapi", "--specs", "nowhere"]);
    assert!(code == 2 && err.contains("there is no folder `nowhere`"), "{err}");
}

#[test]
fn export_of_wrong_specs_writes_nothing() {
    let folder = folder("export-wrong", &[API, READ, TYPES, WRONG]);
    let (code, out, err) = run(&folder, &["export", "openapi", "--out", "api.json"]);
    assert!(code == 1 && out.is_empty() && err.contains("error[unknown-key]"), "{err}");
    assert!(!folder.join("api.json").exists());
}

#[cfg(unix)]
#[test]
fn what_cannot_be_written_leaves_the_old_file_whole() {
    let folder = folder("export-atomic", &[API, READ, TYPES, ("real/api.json", "old")]);
    // A folder stands where the file would go.
    fs::create_dir_all(folder.join("taken/api.json/inside")).unwrap();
    let (code, _, err) = run(&folder, &["export", "openapi", "--out", "taken/api.json"]);
    assert!(code == 2 && err.contains("`taken/api.json` cannot be written"), "{err}");
    assert_eq!(fs::read_dir(folder.join("taken")).unwrap().count(), 1);
    // What a link leads to is replaced, and the link stays.
    std::os::unix::fs::symlink("real/api.json", folder.join("link.json")).unwrap();
    assert_eq!(run(&folder, &["export", "openapi", "--out", "link.json"]).0, 0);
    assert!(fs::symlink_metadata(folder.join("link.json")).unwrap().is_symlink());
    assert!(fs::read_to_string(folder.join("real/api.json")).unwrap().starts_with('{'));
}

/// `READ` with a shorter id, and with an argument that must be given.
const NARROWER: (&str, &str) = (
    "new/thing/read.yaml",
    "summary: Read a thing\nmethod: GET\npath: /thing/{id}\nparameters:\n  id: { type: string, maxLength: 3 }\n  shop: { type: string, required: true }\nresponses: { 200: { type: Thing } }\n",
);

/// A folder with old specs in `specs` and new ones in `new`.
fn two_sides(name: &str) -> PathBuf {
    let new = [("new/api.yaml", API.1), ("new/types/a.yaml", TYPES.1), NARROWER];
    folder(name, &[&[API, READ, TYPES][..], &new].concat())
}

#[test]
fn diff_tells_what_changed_and_which_version_follows() {
    let folder = two_sides("diff");
    let (code, out, err) = run(&folder, &["diff", "specs", "new", "--current", "0.1.0"]);
    assert_eq!((code, err.as_str()), (1, ""));
    let expected = "\
breaking[narrowed] thing/read.path.id.maxLength: the bound is 3, and was 4
breaking[required-added] thing/read.query.shop: `shop` must be given
    `thing::Read::new` takes `shop: String` too
2 breaking, 0 additive, 0 cosmetic: 0.1.0 is followed by 0.2.0
";
    assert_eq!(out, expected);
    assert_eq!(run(&folder, &["diff", "specs"]), (0, "no changes\n".into(), String::new()));
    let (code, out, _) = run(&folder, &["diff", "new", "specs", "--current", "v1.4.2"]);
    assert!(code == 1 && out.ends_with("1.4.2 is followed by 2.0.0\n"), "{out}");

    let (code, out, _) = run(&folder, &["diff", "specs", "new", "--format", "json", "--current", "0.1.0"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, json["next"].as_str(), json["level"].as_str()), (1, Some("0.2.0"), Some("breaking")));
    assert_eq!(json["changes"][1]["address"], "thing/read.query.shop");
    let (_, out, _) = run(&folder, &["diff", "specs", "new", "--format", "markdown"]);
    assert!(out.starts_with("### Breaking\n\n- `thing/read.path.id.maxLength`: "), "{out}");
    let (code, out, _) = run(&folder, &["diff", "--rules"]);
    assert!(code == 0 && out.contains("| `required-added` | breaking | additive |"), "{out}");
    assert!(run(&folder, &["explain", "required-added"]).1.contains("In a request: breaking."));
}

#[test]
fn diff_lets_pass_what_is_allowed_with_a_reason() {
    let folder = two_sides("diff-allowed");
    let diff = |more: &[&str]| run(&folder, &[&["diff", "specs", "new"][..], more].concat());
    assert_eq!(diff(&["--allow", "breaking"]).0, 0);
    let list = |text: &str| fs::write(folder.join("allowed.yaml"), text).unwrap();
    list("narrowed: the server has always refused it\nthing/read.query.shop: said in the change log\n");
    assert_eq!(diff(&["--allow-list", "allowed.yaml"]).0, 0);
    list("narrowed: the server has always refused it\nthing/read.query.shoe: a slip\n");
    let (code, _, err) = diff(&["--allow-list", "allowed.yaml"]);
    assert!(code == 1 && err.contains("nothing breaking is allowed by `thing/read.query.shoe`"), "{err}");
    list("narrowed:\n");
    let (code, _, err) = diff(&["--allow-list", "allowed.yaml"]);
    assert!(code == 2 && err.contains("gives no reason for `narrowed`"), "{err}");
}

#[test]
fn diff_reads_revisions_and_leaves_the_work_tree_alone() {
    let folder = two_sides("diff-git");
    let git = |args: &[&str]| {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]);
        let output = git.args(args).current_dir(&folder).output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    git(&["init", "-q"]);
    git(&["add", "."]);
    git(&["commit", "-q", "-m", "one"]);
    git(&["tag", "v0.1.0"]);
    fs::write(folder.join("specs/thing/read.yaml"), NARROWER.1).unwrap();
    let changed = |args: &[&str]| {
        let (code, out, err) = run(&folder, args);
        assert_eq!(err, "");
        (code, out.lines().last().unwrap().split(':').next().unwrap().to_owned())
    };
    let two = (1, "2 breaking, 0 additive, 0 cosmetic".to_owned());
    // A revision against the work tree, a revision with a folder, two revisions.
    assert_eq!(changed(&["diff", "HEAD"]), two);
    assert_eq!(changed(&["diff", "v0.1.0:specs", "v0.1.0:new"]), two);
    git(&["commit", "-q", "-a", "-m", "two"]);
    assert_eq!(changed(&["diff", "HEAD~1", "HEAD"]), two);
    assert_eq!(run(&folder, &["diff", "HEAD"]).1, "no changes\n");
    // From a folder inside, paths are relative to it.
    let inside = folder.join("specs");
    assert_eq!(run(&inside, &["diff", "v0.1.0", "--specs", "."]).0, 1);
    let (code, _, err) = run(&folder, &["diff", "v9"]);
    assert!(code == 2 && err.contains("`v9` is neither a folder nor a revision of git"), "{err}");
    let (code, _, err) = run(&folder, &["diff", "--", "--output=evil"]);
    assert!(
        code == 2 && err.contains("neither a folder nor a revision") && !folder.join("evil").exists(),
        "{err}"
    );
}
