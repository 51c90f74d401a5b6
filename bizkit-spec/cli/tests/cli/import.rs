//! `import`: what is written, what is only shown, and what the exit codes say.

use super::{command, folder, run};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;

const DOCUMENT: &str = r##"{"openapi":"3.1.0","info":{"title":"Pets"},"servers":[{"url":"https://pets.example.com"}],
"paths":{
 "/pet/list":{"get":{"summary":"List pets","parameters":[{"name":"limit","in":"query","schema":{"type":"integer","maximum":9}}],
  "responses":{"200":{"description":"All","content":{"application/json":{"schema":{"type":"array","items":{"$ref":"#/components/schemas/Pet"}}}}}}},
  "head":{"responses":{}}},
 "/pet/upload":{"post":{"summary":"Upload","requestBody":{"content":{"multipart/form-data":{"schema":{"type":"object"}}}},"responses":{"200":{"description":"Done"}}}}},
"components":{"schemas":{"Pet":{"type":"object","required":["name"],"properties":{"name":{"type":"string"}}}}}}"##;

fn start(name: &str) -> PathBuf {
    folder(name, &[("pets.json", DOCUMENT)])
}

fn text(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).unwrap()
}

/// Every file below a folder, in order.
fn files(folder: &PathBuf) -> Vec<String> {
    fn walk(folder: &PathBuf, below: &str, found: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let name = format!("{below}{}", entry.file_name().into_string().unwrap());
            if entry.file_type().unwrap().is_dir() {
                walk(&entry.path(), &format!("{name}/"), found);
            } else {
                found.push(name);
            }
        }
    }
    let mut found = Vec::new();
    walk(folder, "", &mut found);
    found.sort();
    found
}

#[test]
fn import_writes_specs_that_pass() {
    let folder = start("import-new");
    let (code, out, err) = run(&folder, &["import", "pets.json"]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    for line in [
        "new      pet/list.yaml",
        "refused  /paths/~1pet~1list/head: the method HEAD is not part of the language",
        "refused  /paths/~1pet~1upload/post/requestBody/content/multipart~1form-data: bodies of several parts are not part of the language",
        "operations: 1 whole, 0 with losses, 2 refused; 3 files new, 0 changed",
    ] {
        assert!(out.lines().any(|shown| shown == line), "{line}\n{out}");
    }
    assert_eq!(
        files(&folder),
        ["pets.json", "specs/api.yaml", "specs/import.lock", "specs/pet/list.yaml", "specs/types/pet.yaml"]
    );
    assert_eq!(run(&folder, &["check"]).1, "1 endpoint, 1 type, 0 error codes: no findings\n");
    let list = text(&folder, "specs/pet/list.yaml");
    assert!(list.contains("  200: { type: array, description: All, items: { type: Pet } }\n"), "{list}");
    assert_eq!(run(&folder, &["import", "pets.json", "--check"]).0, 0);
    assert_eq!(run(&folder, &["import", "pets.json", "--check", "--strict"]).0, 1);
}

#[test]
fn what_is_there_changes_only_when_told_to() {
    let folder = start("import-again");
    run(&folder, &["import", "pets.json"]);
    let edited =
        text(&folder, "specs/pet/list.yaml").replace("summary: List pets", "summary: Every pet # ours");
    fs::write(folder.join("specs/pet/list.yaml"), &edited).unwrap();
    fs::write(folder.join("pets.json"), DOCUMENT.replace("\"maximum\":9", "\"maximum\":99")).unwrap();

    let (code, out, _) = run(&folder, &["import", "pets.json"]);
    assert_eq!(code, 1);
    for line in [
        "--- a/pet/list.yaml",
        "-  limit: { type: integer, maximum: 9 }",
        "+  limit: { type: integer, maximum: 99 }",
        "--write applies the patch",
    ] {
        assert!(out.lines().any(|shown| shown == line), "{line}\n{out}");
    }
    assert_eq!(text(&folder, "specs/pet/list.yaml"), edited);
    assert!(!out.contains('\u{1b}'));
    assert!(run(&folder, &["import", "pets.json", "--color", "always"]).1.contains("\u{1b}[32m+  limit"));
    assert_eq!(run(&folder, &["import", "pets.json", "--check"]).0, 1);

    assert_eq!(run(&folder, &["import", "pets.json", "--write"]).0, 0);
    let merged = text(&folder, "specs/pet/list.yaml");
    assert_eq!(merged, edited.replace("maximum: 9 ", "maximum: 99 "));
    let (code, out, _) = run(&folder, &["import", "pets.json"]);
    assert!(code == 0 && out.ends_with("every file is up to date\n"), "{out}");
}

#[test]
fn what_would_not_pass_is_not_written() {
    let folder = start("import-broken");
    run(&folder, &["import", "pets.json"]);
    // Somebody needs the type that the source gives up.
    let ours = "summary: Ours\nmethod: GET\npath: /pet/ours\nresponses: { 200: { type: Pet } }\n";
    fs::write(folder.join("specs/pet/ours.yaml"), ours).unwrap();
    let newer = DOCUMENT.replace("{\"$ref\":\"#/components/schemas/Pet\"}", "{\"type\":\"string\"}");
    fs::write(folder.join("pets.json"), newer).unwrap();
    let before = text(&folder, "specs/types/pet.yaml");
    let (code, _, err) = run(&folder, &["import", "pets.json", "--write"]);
    assert_eq!(code, 1);
    assert!(err.contains("no type is called `Pet`") && err.contains("nothing was written"), "{err}");
    assert_eq!(text(&folder, "specs/types/pet.yaml"), before);
}

#[test]
fn a_part_of_a_document_and_standard_input_are_enough() {
    let folder = start("import-part");
    let (code, out, _) =
        run(&folder, &["import", "pets.json", "--only", "pet/l*", "--out", "some/where", "--format", "json"]);
    assert_eq!(code, 0);
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["files"][1]["path"], "pet/list.yaml");
    assert_eq!(report["files"][1]["status"], "new");
    assert_eq!(report["remarks"][0]["grade"], "refused");
    assert_eq!(report["operations"][0]["file"], "pet/list.yaml");
    assert_eq!(files(&folder).len(), 5);

    let mut child = command(&folder);
    let mut child = child
        .args(["import", "-", "--out", "piped"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(DOCUMENT.as_bytes()).unwrap();
    assert_eq!(child.wait_with_output().unwrap().status.code(), Some(0));
    assert_eq!(text(&folder, "piped/pet/list.yaml"), text(&folder, "some/where/pet/list.yaml"));
}

#[test]
fn a_page_takes_the_types_along_that_it_shares() {
    let page = fs::read_to_string(
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/import/page.txt"),
    )
    .unwrap();
    let folder = folder("import-page", &[("page.txt", &page)]);
    let specs = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../specs");
    let (code, out, err) =
        run(&folder, &["import", "page.txt", "--like", specs.to_str().unwrap(), "--out", "copy"]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert!(text(&folder, "copy/types/customer.yaml").contains("\nReferral:\n"));
    assert!(text(&folder, "copy/customer/detail.yaml").contains("cuRefNo: { type: CuRefNo, required: true"));
    let (code, out, _) = run(&folder, &["check", "copy"]);
    assert!(code == 0 && out.starts_with("1 endpoint, "), "{out}");

    // With nothing to reuse, the page alone is enough.
    assert_eq!(run(&folder, &["import", "page.txt", "--out", "alone"]).0, 0);
    assert_eq!(run(&folder, &["check", "alone"]).0, 0);
    assert!(
        text(&folder, "alone/api.yaml").contains("PROD: { name: Production, description: Production key }")
    );
}

const PAGE: &str = "get\n\n/api/v1/thing/list\n\nEndpoint Info\nBase URLapi.things.example\n\nParameters\n\n2 query parameters\n\npageinteger\n\nRange: 1 - 9\nkindstring\n\nExample Response\n\n200Success\n{ \"items\": [] }\n";

#[test]
fn what_a_page_loses_is_told_by_its_line_and_fails_a_strict_import() {
    let lossy = PAGE.replace("kindstring", "kindsstring | string");
    let folder = folder(
        "import-page-lost",
        &[("page.txt", PAGE), ("lossy.txt", &lossy), ("cut.txt", &PAGE[..PAGE.len() - 4])],
    );
    let (code, out, _) = run(&folder, &["import", "page.txt", "--strict", "--out", "whole"]);
    assert_eq!(code, 0, "{out}");
    assert!(
        text(&folder, "whole/thing/list.yaml")
            .contains("  page: { type: integer, minimum: 1, maximum: 9 }\n")
    );
    for (file, loss) in [
        ("lossy.txt", "loss     line 15: `kinds`: the page counts 2 forms in `string | string`"),
        ("cut.txt", "loss     line 20: the response to 200 cannot be read: it has no end"),
    ] {
        let (code, out, _) =
            run(&folder, &["import", file, "--strict", "--out", file.split('.').next().unwrap()]);
        assert!(code == 1 && out.lines().any(|line| line.starts_with(loss)), "{out}");
        assert!(out.contains("operations: 0 whole, 1 with losses, 0 refused"), "{out}");
        assert_eq!(run(&folder, &["import", file, "--out", "lenient"]).0, 0);
        fs::remove_dir_all(folder.join("lenient")).unwrap();
    }
}

#[test]
fn a_page_without_its_head_says_what_is_missing() {
    let headless = PAGE.split_once("Parameters").unwrap().1;
    let folder = folder("import-headless", &[("page.txt", &format!("Parameters{headless}"))]);
    let (code, out, err) = run(&folder, &["import", "page.txt"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(
        err.contains("error: no method and path found") && err.contains("copy the page from its first line"),
        "{err}"
    );
}

#[test]
fn an_import_that_fails_half_way_changes_nothing() {
    let folder = start("import-half");
    fs::create_dir_all(folder.join("specs/types")).unwrap();
    fs::write(folder.join("specs/note.txt"), "kept").unwrap();
    // Left by an import that was ended on its way.
    fs::create_dir_all(folder.join("specs/.bizkit-import/pet")).unwrap();
    // A file stands where a folder has to be.
    fs::write(folder.join("specs/pet"), "").unwrap();
    let before = ["pets.json", "specs/note.txt", "specs/pet"];
    let (code, _, err) = run(&folder, &["import", "pets.json"]);
    assert_eq!(code, 2, "{err}");
    assert!(
        err.contains("a file stands where a folder is needed") && err.contains("nothing has changed"),
        "{err}"
    );
    assert_eq!(files(&folder), before);
    assert!(!folder.join("specs/.bizkit-import").exists());
    fs::remove_file(folder.join("specs/pet")).unwrap();
    assert_eq!(run(&folder, &["import", "pets.json"]).0, 0);
    assert_eq!(text(&folder, "specs/note.txt"), "kept");
    assert!(!folder.join("specs/.bizkit-import").exists());
}

#[test]
fn a_document_cannot_write_outside_of_the_folder() {
    let evil = DOCUMENT
        .replace(
            "\"summary\":\"List pets\"",
            "\"summary\":\"List \\u001b[31m\",\"x-bizkit-id\":\"../../../evil\"",
        )
        .replace("/pet/upload", "/../../outside/con");
    let folder = folder("import-evil/deep/deeper", &[("evil.json", &evil)]);
    let (code, out, _) = run(&folder, &["import", "evil.json", "--out", "a/b"]);
    assert_eq!(code, 0, "{out}");
    assert!(!out.contains('\u{1b}'));
    let root = folder.ancestors().nth(2).unwrap().to_owned();
    for file in files(&root) {
        assert!(file == "deep/deeper/evil.json" || file.starts_with("deep/deeper/a/b/"), "{file}");
    }
}

#[test]
fn what_cannot_be_imported_is_a_usage_error() {
    let folder = folder(
        "import-wrong",
        &[
            ("pets.json", DOCUMENT),
            ("old.yaml", "swagger: '2.0'\n"),
            ("text.txt", "Hello.\n"),
            ("broken.json", "{ \"openapi\": ]"),
        ],
    );
    for (args, message) in [
        (&["import", "nowhere.json"][..], "`nowhere.json` cannot be read"),
        (&["import", "old.yaml"], "convert it first"),
        (&["import", "text.txt"], "help: "),
        (&["import", "broken.json"], "not JSON: expected a value at line 1 column 14"),
        (&["import", "pets.json", "--like", "nowhere"], "there is no folder `nowhere`"),
        (&["import", "pets.json", "--only", "cat/*"], "the first ones are `pet/list`, `pet/upload`"),
        (&["import", "pets.json", "--out", "old.yaml"], "`old.yaml` is not a folder"),
        (&["import", "pets.json", "--write", "--check"], "cannot be used with"),
    ] {
        let (code, out, err) = run(&folder, args);
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}: {err}");
        assert!(err.contains(message), "{args:?}: {err}");
    }
    assert_eq!(files(&folder).len(), 4);
    let (code, out, _) = run(&folder, &["import", "--help"]);
    assert!(
        code == 0 && out.contains("Examples:\n  bizkit import ") && out.contains("Exit codes: 0"),
        "{out}"
    );
}
