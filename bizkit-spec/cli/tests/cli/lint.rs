//! `lint`: advice, and reasons against it.

use super::{API, READ, TYPES, folder, run};
use std::fs;

#[test]
fn lint_advises_and_takes_reasons() {
    let folder = folder("lint", &[API, READ, TYPES]);
    let (code, out, err) = run(&folder, &["lint"]);
    assert_eq!((code, err.as_str()), (1, ""));
    let first = "warning[missing-docs]: `thing/read` has no `docs`\n --> specs/thing/read.yaml:1:1\n";
    assert!(out.starts_with(first), "{out}");
    assert!(out.ends_with("warnings\n"), "{out}");
    let (code, out, _) = run(&folder, &["lint", "specs/types/a.yaml", "--format", "json"]);
    let codes = |out: &str| -> Vec<String> {
        let parse = |line: &str| serde_json::from_str::<serde_json::Value>(line).unwrap();
        out.lines().map(|line| parse(line)["code"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!((code, codes(&out)), (1, vec!["missing-description".to_owned(); 2]));
    let (_, out, _) = run(&folder, &["lint", "--format", "github"]);
    assert!(out.starts_with("::warning file=specs/thing/read.yaml,line=1,"), "{out}");

    let reasons = "allow: { missing-docs: a, missing-example: b, missing-description: c, path-mismatch: d, unconstrained-id: e }\n";
    fs::write(folder.join("specs/api.yaml"), format!("{}{reasons}", API.1)).unwrap();
    let (code, out, _) = run(&folder, &["lint"]);
    let only = "warning[unused-allowance]: `unconstrained-id` finds nothing here\n --> specs/api.yaml:3:89\n";
    assert!(code == 1 && out.starts_with(only) && out.ends_with("\n1 warning\n"), "{out}");
    fs::write(
        folder.join("specs/api.yaml"),
        format!("{}{}", API.1, reasons.replace(", unconstrained-id: e", "")),
    )
    .unwrap();
    assert_eq!(run(&folder, &["lint"]), (0, "no findings\n".into(), String::new()));
    assert!(run(&folder, &["explain"]).1.lines().any(|line| line.starts_with("unconstrained-id ")));
}
