//! The project's own specs keep every lint, or say why not.

use bizkit_cli::lint::lint;
use bizkit_spec::Specs;
use bizkit_spec::render::{Colour, human};
use std::path::Path;

#[test]
fn the_specs_keep_every_lint_or_give_a_reason() {
    let specs = Specs::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs"), "specs");
    let api = specs.api().unwrap();
    let findings = lint(api);
    assert!(findings.is_empty(), "{}", human(&specs.sources, &findings, Colour::Never));
    assert!(api.allowances.iter().all(|allowance| allowance.reason.len() > 10));
}
