//! `export`: documents for others, and the files that they are written to.

use super::{API, READ, TYPES, WRONG, folder, run};
use std::fs;

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
