//! rust-analyzer over the client: from what callers write to the generated item, and from there to the line of the spec.

use super::protocol::{Server, installed};
use serde_json::json;
use std::path::Path;
use std::process::Command;

/// What is looked up, where it stands in the text below, and what the generated item must begin with.
const ITEMS: [(&str, &str); 5] = [
    ("Detail::", "pub struct Detail "),
    ("new(", "pub fn new("),
    ("customer_real_ip", "pub fn customer_real_ip"),
    ("DetailReply", "pub enum DetailReply "),
    ("credit_balance", "pub credit_balance"),
];

const CALLER: &str = "\
use bizkit_client::customer::{Detail, DetailReply};

pub fn caller(reply: DetailReply) {
    let _ = Detail::new(\"a\", \"b\").customer_real_ip(\"1.1.1.1\");
    if let DetailReply::Profile(profile) = reply {
        let _ = profile.credit_balance;
    }
}
";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// Slow, for the server builds and reads the whole workspace.
#[test]
#[ignore = "takes minutes: cargo test -p bizkit-tests --all-features --test main -- --ignored leads_to"]
fn a_name_leads_to_the_generated_item_and_to_the_line_of_its_spec() {
    let Some(program) = installed("RUST_ANALYZER", "rust-analyzer") else { return };
    let options = json!({ "cargo": { "buildScripts": { "enable": true }, "targetDir": true }, "procMacro": { "enable": true }, "checkOnSave": false });
    let mut server = Server::start(
        &mut Command::new(program),
        root(),
        json!({ "rust-analyzer": options }),
        options.clone(),
    );
    // An example of the workspace, with another text.
    let file = "bizkit-client/examples/customer_detail.rs";
    server.open(file, "rust", CALLER);
    server.rest();
    for (name, item) in ITEMS {
        let at = CALLER.rfind(name).unwrap();
        let (line, character) =
            (CALLER[..at].matches('\n').count(), CALLER[..at].rsplit('\n').next().unwrap().len());
        let place = json!({ "textDocument": { "uri": server.uri(file) }, "position": { "line": line, "character": character } });
        let target = server.ask("textDocument/definition", place.clone());
        let target = target.get(0).unwrap_or(&target);
        let (uri, range) = (target["uri"].as_str(), &target["range"]["start"]);
        let path =
            uri.unwrap_or_else(|| panic!("{name} leads nowhere: {target}")).trim_start_matches("file://");
        let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let found = text.lines().nth(usize::try_from(range["line"].as_u64().unwrap()).unwrap()).unwrap();
        assert!(found.trim_start().starts_with(item.trim_end()), "{name} leads to `{found}` in {path}");
        let hover = server.ask("textDocument/hover", place);
        let words = hover["contents"]["value"].as_str().unwrap_or_default();
        let named = line_of_spec(words).unwrap_or_else(|| panic!("{name}: {words}"));
        let spec = std::fs::read_to_string(root().join("specs/customer/detail.yaml")).unwrap();
        assert!((1..=spec.lines().count()).contains(&named), "{name}: line {named}");
    }
}

/// The line in `specs/customer/detail.yaml:LINE`.
fn line_of_spec(words: &str) -> Option<usize> {
    let (_, rest) = words.split_once("specs/customer/detail.yaml:")?;
    rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}
