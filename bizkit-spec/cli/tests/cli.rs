//! The command line as a user meets it: what is printed where, and the exit code.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "cli/coverage.rs"]
mod coverage;
#[path = "cli/diff.rs"]
mod diff;
#[cfg(feature = "sandbox")]
#[path = "cli/docs.rs"]
mod docs;
#[path = "cli/doors.rs"]
mod doors;
#[path = "cli/export.rs"]
mod export;
#[path = "cli/import.rs"]
mod import;
#[path = "cli/lint.rs"]
mod lint;
#[cfg(feature = "sandbox")]
#[path = "cli/sandbox.rs"]
mod sandbox;

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
    let mut command = Command::new(env!("CARGO_BIN_EXE_bizkit"));
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
        assert!(out.contains("Examples:\n  bizkit "), "{out}");
    }
    assert!(run(&folder, &["completions", "bash"]).1.contains("complete -F _bizkit "));
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
    assert!(code == 1 && out.is_empty() && err.contains("bizkit schema --write"), "{err}");
    assert_eq!(run(&folder, &["schema", "--write"]), (0, String::new(), String::new()));
    assert_eq!(fs::read_to_string(folder.join("specs/.schema/language.json")).unwrap(), text);
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
}

#[test]
fn the_folder_of_specs_is_found_from_below_and_what_was_asked_for_is_shown() {
    let folder = folder("found", &[API, READ, TYPES, WRONG, ("src/main.rs", "")]);
    let places = |from: &str, args: &[&str]| -> Vec<String> {
        let (code, out, err) = run(&folder.join(from), args);
        assert!(code < 2, "{from} {args:?}: {err}");
        out.lines().filter_map(|line| line.trim_start().strip_prefix("--> ")).map(str::to_owned).collect()
    };
    let all = |way: &str| ["1:12", "2:20"].map(|place| format!("{way}types/b.yaml:{place}")).to_vec();
    assert_eq!(places("", &["check"]), all("specs/"));
    assert_eq!(places("", &["check", "."]), all("specs/"), "a project is asked for its folder");
    assert_eq!(places("src", &["check"]), all("../specs/"));
    assert_eq!(places("specs", &["check"]), all(""));
    assert_eq!(places("specs", &["check", "."]), all(""));
    assert_eq!(places("specs/thing", &["check"]), all("../"));
    assert_eq!(places("", &["check", "specs/types"]), all("specs/"));
    assert_eq!(places("specs", &["check", "types/b.yaml"]), all(""));
    assert_eq!(places("", &["check", "specs/thing"]), [""; 0], "nothing is wrong there");
    assert_eq!(places("specs/types", &["check", "../thing/read.yaml"]), [""; 0]);
    let (code, out, _) = run(&folder, &["check", "specs/thing"]);
    assert_eq!((code, out.as_str()), (0, "1 endpoint, 3 types, 0 error codes: no findings\n"));
    let (code, _, err) = run(&PathBuf::from("/"), &["show"]);
    assert!(code == 2 && err.contains("neither here nor above"), "{err}");
}

#[cfg(unix)]
#[test]
fn names_that_are_no_text_and_links_that_lead_nowhere_are_found() {
    use std::os::unix::ffi::OsStrExt;
    let folder = folder("names", &[API, READ, TYPES]);
    let odd = |bytes: &[u8]| folder.join("specs").join(std::ffi::OsStr::from_bytes(bytes));
    fs::create_dir(odd(b"caf\xe9")).unwrap();
    fs::write(odd(b"caf\xe9/list.yaml"), READ.1).unwrap();
    fs::write(odd(b"types/\xff.yaml"), "A: { type: string }\n").unwrap();
    std::os::unix::fs::symlink("../gone", folder.join("specs/elsewhere")).unwrap();
    let (code, out, _) = run(&folder, &["check"]);
    assert!(code == 1 && out.ends_with("0 error codes: 3 errors\n"), "{out}");
    for finding in [
        "error[unreadable]: the name is not UTF-8\n --> specs/caf\u{fffd}\n",
        "error[unreadable]: the name is not UTF-8\n --> specs/types/\u{fffd}.yaml\n",
        "error[unreadable]: the link leads nowhere\n --> specs/elsewhere\n",
    ] {
        assert!(out.contains(finding), "{finding}: {out}");
    }
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

#[cfg(unix)]
#[test]
fn folders_that_links_multiply_are_not_read_without_end() {
    let folder = folder("diamonds", &[API, READ, TYPES]);
    // Thirty folders, each with two links to the next one: a thousand million ways.
    for index in 0..30 {
        let here = folder.join(format!(".ways/{index}"));
        fs::create_dir_all(&here).unwrap();
        for side in ["left", "right"] {
            std::os::unix::fs::symlink(format!("../{}", index + 1), here.join(side)).unwrap();
        }
    }
    fs::create_dir_all(folder.join(".ways/30")).unwrap();
    std::os::unix::fs::symlink("../.ways/0", folder.join("specs/ways")).unwrap();
    let (code, out, _) = run(&folder, &["check"]);
    assert_eq!(code, 1);
    assert!(out.contains("the folder holds more than 20000 entries, links followed"), "{out}");
    assert_eq!(out.matches("error[").count(), 1, "{out}");
}
