//! `diff`: folders and revisions, levels and versions, what is allowed.

use super::{API, READ, TYPES, folder, run};
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::Command;

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
    if Command::new("git").arg("--version").output().is_err() {
        // Not by a macro: what macros print is shown for tests that fail.
        writeln!(io::stderr(), "left out: `diff` with revisions, since git is not installed").unwrap();
        return;
    }
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
