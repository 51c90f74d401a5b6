//! The page in a browser: Chromium, driven by `browser.mjs`, looks at the file and at what `bizkit docs` serves.

use super::folder;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A server that ends with this value.
struct Docs(Child);

impl Drop for Docs {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn bizkit(root: &Path) -> Command {
    let built =
        Command::new(env!("CARGO")).args(["build", "-q", "-p", "bizkit-cli"]).current_dir(root).status();
    assert!(built.unwrap().success());
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), Into::into);
    let mut command = Command::new(target.join("debug/bizkit"));
    command.current_dir(root);
    command
}

#[test]
#[ignore = "needs Chromium and Node.js with playwright-core and axe-core in PAGE_MODULES; .ci/run does it"]
#[allow(clippy::print_stdout, reason = "what the browser measured is asked for with `--nocapture`")]
fn the_page_works_in_a_browser() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let folder = folder("browser");
    let file = folder.join("api.html");
    let mut export = bizkit(root);
    assert!(export.args(["export", "html", "--out"]).arg(&file).status().unwrap().success());
    let mut docs = bizkit(root);
    docs.args(["docs", "--port", "0"]).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut docs = Docs(docs.spawn().unwrap());
    let mut ready = String::new();
    BufReader::new(docs.0.stdout.take().unwrap()).read_line(&mut ready).unwrap();
    let url = ready.split(' ').next().unwrap();
    let modules = std::env::var("PAGE_MODULES")
        .unwrap_or_else(|_| root.join("target/page/node_modules").display().to_string());
    let script = root.join("tests/tools/page/browser.mjs");
    let output = Command::new("node")
        .arg(script)
        .arg(url)
        .arg(&file)
        .arg(&folder)
        .env("PAGE_MODULES", modules)
        .output();
    let output = output.unwrap();
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    println!("{out}");
    assert!(output.status.success(), "{out}{err}");
}
