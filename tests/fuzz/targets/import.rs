//! A page or a document: no panic, what is written passes the checks, every line of a page with a call is accounted
//! for, and a second import says the same.
#![no_main]

use bizkit_spec::Specs;
use bizkit_cli::import::{self, Import, Known, Lock, Options};
use bizkit_cli::openapi::Document;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let is_page = import::is_page(text);
    let document = match is_page {
        true => import::page(text).ok().and_then(|root| Document::from_json(root).ok()),
        false => Document::parse(text).ok(),
    };
    let Some(document) = document else { return };
    let run = || -> Import { import::import(&document, &Known::default(), &Options::default(), &mut |_, _| {}) };
    let first = run();
    let again = run();
    assert_eq!((&first.files, &first.report), (&again.files, &again.report));
    let plan = import::plan(&first, &Known::default(), &Lock::default(), "Fuzz", !is_page);
    let texts = plan.outcome(&Known::default());
    let specs = Specs::from_texts(texts.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let findings: Vec<_> = specs.findings.iter().map(|finding| &finding.message).collect();
    assert!(first.files.is_empty() || !specs.findings.has_errors(), "{findings:?}");
    for path in texts.keys() {
        assert!(path.split('/').all(|part| !part.is_empty() && !part.starts_with('.')), "{path}");
    }
});
