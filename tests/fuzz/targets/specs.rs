//! Files of specs, in the form of `tests/fixtures` (`#= path` in front of each): no panic, findings in their
//! place, and an expansion that is Rust wherever nothing was found.
#![no_main]
#![allow(dead_code, reason = "the generator's files are used in part")]

#[path = "../../../bizkit-macros/src"]
mod generator {
    pub(crate) mod codegen;
}

use generator::codegen;
use bizkit_sandbox::Request;
use bizkit_spec::{Api, Checked, Specs};
use libfuzzer_sys::fuzz_target;
use quote::quote;
use std::collections::BTreeSet;

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
    let expansion = codegen::expand(specs.partial(), &options, None);
    let Some(api) = specs.api() else { return };
    match syn::parse2::<syn::File>(expansion) {
        Ok(file) => no_name_twice(&file.items),
        Err(error) => panic!("the expansion is not Rust: {error}"),
    }
    use_everywhere(api);
});

/// What compiles has each name once in each place.
fn no_name_twice(items: &[syn::Item]) {
    let mut names = BTreeSet::new();
    for item in items {
        let inside: Vec<&syn::Ident> = match item {
            syn::Item::Struct(item) => item.fields.iter().filter_map(|field| field.ident.as_ref()).collect(),
            syn::Item::Enum(item) => item.variants.iter().map(|variant| &variant.ident).collect(),
            _ => Vec::new(),
        };
        let different: BTreeSet<&&syn::Ident> = inside.iter().collect();
        assert_eq!(different.len(), inside.len(), "{inside:?}");
        let name = match item {
            syn::Item::Struct(item) => &item.ident,
            syn::Item::Enum(item) => &item.ident,
            syn::Item::Type(item) => &item.ident,
            syn::Item::Mod(item) => {
                no_name_twice(item.content.as_ref().map(|(_, items)| items.as_slice()).unwrap_or_default());
                &item.ident
            }
            _ => continue,
        };
        assert!(names.insert(name.to_string()), "`{name}` stands twice");
    }
}

/// Whatever reads a model ends, and its samples keep the rules.
fn use_everywhere(api: &Checked<Api>) {
    let _ = bizkit_cli::export::openapi::document(api, "1.0.0");
    let _ = bizkit_cli::lint::lint(api);
    assert!(bizkit_cli::diff::compare(api, api).is_empty());
    for endpoint in &api.endpoints {
        let _ = bizkit_cli::export::endpoint_outline(api, endpoint);
        let request = Request::new(endpoint.method.as_str(), endpoint.path_template());
        let _ = bizkit_sandbox::respond(api, &request);
    }
}
