//! Files of specs, in the form of `tests/fixtures` (`#= path` in front of each): no panic, findings in their
//! place, and an expansion that is Rust wherever nothing was found.
#![no_main]
#![allow(dead_code, reason = "the generator's files are used in part")]

#[path = "../../../bizkit-macros/src/codegen/mod.rs"]
mod codegen;

use bizkit_spec::Specs;
use libfuzzer_sys::fuzz_target;
use quote::quote;

fuzz_target!(|text: &str| {
    let mut files = vec![("api.yaml".to_owned(), "title: Fuzz\nbaseUrl: https://fuzz.example\n".to_owned())];
    for line in text.split_inclusive('\n') {
        match line.strip_prefix("#= ") {
            Some(path) => files.push((path.trim().to_owned(), String::new())),
            None if files.len() == 1 => files.push(("types/fuzz.yaml".to_owned(), line.to_owned())),
            None => files.last_mut().unwrap().1.push_str(line),
        }
    }
    files.sort();
    files.dedup_by(|a, b| a.0 == b.0);
    let specs = Specs::from_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    for finding in specs.findings.iter() {
        let text = &specs.sources.file(finding.span.file).text;
        let (start, end) = (finding.span.start as usize, finding.span.end as usize);
        assert!(text.get(start..end).is_some(), "{finding:?}");
        assert!(!finding.message.is_empty());
    }
    let _ = bizkit_spec::render::human(&specs.sources, &specs.findings, bizkit_spec::render::Colour::Never);
    let options = codegen::Options {
        runtime: quote!(::bizkit_client),
        root: None,
        features: false,
        reflect: true,
        only: None,
    };
    let expansion = codegen::expand(specs.with_stand_ins(), &options, None);
    if specs.api().is_some()
        && let Err(error) = syn::parse2::<syn::File>(expansion)
    {
        panic!("the expansion is not Rust: {error}");
    }
});
