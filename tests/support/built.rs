//! What cargo has built: the programs and libraries of the workspace, with the features of this test.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use serde_json::Value;

/// Paths of examples and libraries by their names.
#[derive(Default)]
pub(crate) struct Built {
    pub(crate) examples: BTreeMap<String, PathBuf>,
    pub(crate) libraries: BTreeMap<String, PathBuf>,
}

/// Built once, with the features of this test: whoever runs all tests has everything built already.
pub(crate) fn built() -> &'static Built {
    static BUILT: OnceLock<Built> = OnceLock::new();
    BUILT.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let arguments = ["build", "--quiet", "--offline", "--workspace", "--all-features", "--examples"];
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(arguments).arg("--message-format=json-render-diagnostics").current_dir(root);
        let output = cargo.stderr(Stdio::inherit()).output().unwrap();
        assert!(output.status.success(), "the workspace does not build");
        let mut built = Built::default();
        for line in String::from_utf8(output.stdout).unwrap().lines() {
            built.add(&serde_json::from_str(line).unwrap());
        }
        built
    })
}

impl Built {
    /// Takes what a message of cargo says about a target of the workspace.
    fn add(&mut self, message: &Value) {
        let target = &message["target"];
        let (Some(name), Some(kind)) = (target["name"].as_str(), target["kind"][0].as_str()) else { return };
        if kind == "example" {
            let program = message["executable"].as_str().unwrap();
            self.examples.insert(name.to_owned(), program.into());
        } else if ["lib", "proc-macro"].contains(&kind) {
            let files = message["filenames"].as_array().unwrap();
            let is_whole = |file: &&str| Path::new(file).extension().is_some_and(|ending| ending != "rmeta");
            let file = files.iter().filter_map(Value::as_str).find(is_whole);
            self.libraries.extend(file.map(|file| (name.to_owned(), file.into())));
        }
    }
}
