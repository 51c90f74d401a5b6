//! A crate of its own, built again and again while only its specs change.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A scratch crate that prints the names of its types.
struct Crate {
    root: PathBuf,
}

impl Crate {
    fn new(name: &str, build_script: &str) -> Self {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&root);
        let scratch = Self { root };
        let path = |name: &str| workspace.join(name).display().to_string().replace('\\', "/");
        scratch.write(
            "Cargo.toml",
            &format!(
                "[package]\nname = \"{name}\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n\
                 bizkit-macros = {{ path = \"{}\" }}\n\
                 sdk = {{ package = \"bizkit-client\", path = \"{}\", default-features = false }}\n",
                path("bizkit-macros"),
                path("bizkit-client")
            ),
        );
        fs::copy(workspace.join("Cargo.lock"), scratch.root.join("Cargo.lock")).unwrap();
        if !build_script.is_empty() {
            scratch.write("build.rs", build_script);
        }
        scratch.write(
            "src/main.rs",
            "bizkit_macros::api!(\"specs\", crate = ::sdk, reflect);\n\
             fn main() {\n    for (name, _) in __REFLECT {\n        println!(\"{name}\");\n    }\n}\n",
        );
        scratch.write("specs/api.yaml", "title: Scratch\nbaseUrl: https://scratch.example\n");
        scratch.write("specs/types/first.yaml", "First: { type: string }\n");
        scratch
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn remove(&self, path: &str) {
        fs::remove_file(self.root.join(path)).unwrap();
    }

    /// Builds and runs it: the names of its types.
    fn types(&self) -> Vec<String> {
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("rebuild-target");
        let output = Command::new(env!("CARGO"))
            .args(["run", "--quiet", "--offline"])
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", target)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
    }
}

#[test]
#[ignore = "builds a crate and all that it depends on"]
fn specs_that_are_edited_added_or_removed_are_seen_without_touching_rust() {
    let build_script = "fn main() {\n    println!(\"cargo::rerun-if-changed=specs\");\n    println!(\"cargo::rerun-if-changed=build.rs\");\n}\n";
    let scratch = Crate::new("rebuild", build_script);
    assert_eq!(scratch.types(), ["types::First"]);
    scratch.write("specs/types/first.yaml", "Edited: { type: string }\n");
    assert_eq!(scratch.types(), ["types::Edited"]);
    scratch.write("specs/types/deeper/second.yaml", "Second: { type: integer }\n");
    assert_eq!(scratch.types(), ["types::Second", "types::Edited"]);
    scratch.remove("specs/types/deeper/second.yaml");
    assert_eq!(scratch.types(), ["types::Edited"]);
}

#[test]
#[ignore = "builds a crate and all that it depends on"]
fn without_a_build_script_edits_are_seen() {
    let scratch = Crate::new("rebuild-plain", "");
    assert_eq!(scratch.types(), ["types::First"]);
    scratch.write("specs/types/first.yaml", "Edited: { type: string }\n");
    assert_eq!(scratch.types(), ["types::Edited"]);
}

#[test]
#[ignore = "builds a crate and all that it depends on"]
fn a_build_without_tls_says_so_before_the_first_call() {
    let scratch = Crate::new("rebuild-tls", "");
    let main = "fn main() {\n    println!(\"{}\", sdk::Client::for_api(&API).build().unwrap_err());\n    let local = \
                sdk::Client::for_api(&API).base_url(\"http://localhost:1\");\n    assert!(local.build().is_ok());\n}\n";
    scratch.write("src/main.rs", &format!("bizkit_macros::api!(\"specs\", crate = ::sdk);\n{main}"));
    let [line] = &scratch.types()[..] else { panic!("one line") };
    assert!(line.contains("knows no TLS") && line.contains("`rustls`"), "{line}");
}
