//! rust-analyzer over the client: from what callers write to the generated item, and from there to the line of the spec.

use super::protocol::{Server, installed};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is looked up, where it stands in the text below, and what the generated item must begin with.
const ITEMS: [(&str, &str); 5] = [
    ("Detail::", "pub struct Detail "),
    ("new(", "pub fn new("),
    ("customer_real_ip", "pub fn customer_real_ip"),
    ("DetailResponse", "pub enum DetailResponse "),
    ("credit_balance", "pub credit_balance"),
];

const FILE: &str = "src/lib.rs";

const CALLER: &str = "\
use bizkit_client::customer::{Detail, DetailResponse};

pub fn caller(response: DetailResponse) {
    let _ = Detail::new(\"a\", \"b\").customer_real_ip(\"1.1.1.1\");
    if let DetailResponse::Profile(profile) = response {
        let _ = profile.credit_balance;
    }
}
";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// A crate that calls the client, in a folder of its own so that the server need not read the whole workspace.
fn caller() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("editor");
    let client = root().join("bizkit-client").to_string_lossy().replace('\\', "/");
    let manifest = format!(
        "[package]\nname = \"caller\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
         bizkit-client = {{ path = \"{client}\", default-features = false, features = [\"customer\"] }}\n"
    );
    fs::create_dir_all(folder.join("src")).unwrap();
    fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    for (file, text) in [("Cargo.toml", manifest.as_str()), (FILE, CALLER)] {
        fs::write(folder.join(file), text).unwrap();
    }
    folder
}

/// Slow, for the server builds the client with all that it depends on.
#[test]
#[ignore = "takes minutes: cargo test -p bizkit-tests --all-features --test main -- --ignored a_name_leads"]
fn a_name_leads_to_the_generated_item_and_to_the_line_of_its_spec() {
    let Some(program) = installed("RUST_ANALYZER", "rust-analyzer") else { return };
    let options = json!({ "procMacro": { "enable": true }, "checkOnSave": false });
    let folder = caller();
    let settings = json!({ "rust-analyzer": options });
    let mut server = Server::start(&mut Command::new(program), &folder, settings, &options);
    server.open(FILE, "rust", CALLER);
    server.rest();
    for (name, item) in ITEMS {
        let at = CALLER.rfind(name).unwrap();
        let (line, character) =
            (CALLER[..at].matches('\n').count(), CALLER[..at].rsplit('\n').next().unwrap().len());
        let place = json!({ "textDocument": { "uri": server.uri(FILE) }, "position": { "line": line, "character": character } });
        let target = server.ask("textDocument/definition", &place);
        let target = target.get(0).unwrap_or(&target);
        let (uri, range) = (target["uri"].as_str(), &target["range"]["start"]);
        let path =
            uri.unwrap_or_else(|| panic!("{name} leads nowhere: {target}")).trim_start_matches("file://");
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let found = text.lines().nth(usize::try_from(range["line"].as_u64().unwrap()).unwrap()).unwrap();
        assert!(found.trim_start().starts_with(item.trim_end()), "{name} leads to `{found}` in {path}");
        let hover = server.ask("textDocument/hover", &place);
        let words = hover["contents"]["value"].as_str().unwrap_or_default();
        let named = line_of_spec(words).unwrap_or_else(|| panic!("{name}: {words}"));
        let spec = fs::read_to_string(root().join("specs/customer/detail.yaml")).unwrap();
        assert!((1..=spec.lines().count()).contains(&named), "{name}: line {named}");
    }
}

/// The line in `specs/customer/detail.yaml:LINE`.
fn line_of_spec(words: &str) -> Option<usize> {
    let (_, rest) = words.split_once("specs/customer/detail.yaml:")?;
    rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}
