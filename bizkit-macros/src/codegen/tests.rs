//! What holds for every expansion, shown by the folders of `tests/expand`.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::{Options, Origins, expand};
use bizkit_spec::Specs;
use bizkit_spec::prose;
use bizkit_spec::render::{Colour, human};
use quote::quote;
use std::path::{Path, PathBuf};

mod agreement;
mod doors;
mod emitted;
#[path = "../../examples/expand/format.rs"]
mod format;
mod goldens;

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/expand")
}

fn options() -> Options {
    Options { runtime: quote!(::bizkit_client), root: None, features: false, reflect: false, only: None }
}

/// The formatted expansion of a folder below `tests/expand`.
fn expanded(case: &str, options: &Options) -> String {
    let specs = Specs::open(&cases().join(case), case);
    assert!(!specs.findings.has_errors(), "{}", human(&specs.sources, &specs.findings, Colour::Never));
    format::format(expand(specs.partial(), options, None)).unwrap()
}

#[test]
fn the_same_specs_give_the_same_bytes() {
    for case in ["scalars", "unions"] {
        let options = options();
        let tokens = || expand(Specs::open(&cases().join(case), case).partial(), &options, None).to_string();
        assert_eq!(tokens(), tokens());
    }
}

#[test]
fn no_path_of_a_machine_is_in_the_expansion() {
    let text = expanded("responses", &options());
    assert!(!text.contains(env!("CARGO_MANIFEST_DIR")), "{text}");
}

#[test]
fn the_runtime_may_have_another_name() {
    let text = expanded("scalars", &Options { runtime: quote!(::renamed), ..options() });
    assert!(text.contains("use ::renamed::__private as __p;"), "{text}");
    assert!(!text.contains("bizkit_client"), "{text}");
}

#[test]
fn modules_stand_behind_features_where_that_is_asked_for() {
    let text = expanded("scalars", &Options { features: true, ..options() });
    assert!(text.contains("#[cfg(feature = \"lab\")]"), "{text}");
    assert!(!text.contains("#[cfg(feature = \"types\")]"), "{text}");
    assert!(!expanded("scalars", &options()).contains("#[cfg("));
}

#[test]
fn an_example_becomes_a_doctest_where_the_path_is_known() {
    let text = expanded("scalars", &Options { root: Some("my::api".to_owned()), ..options() });
    assert!(text.contains("let response = my::api::lab::Measure::new(\"warm-socks\")"), "{text}");
    assert!(text.contains("```no_run"), "{text}");
    assert!(expanded("scalars", &options()).contains("```ignore"));
}

#[test]
fn equal_rules_are_written_once() {
    let specs = Specs::from_texts([
        ("api.yaml", "title: T\nbaseUrl: https://t.example\n"),
        (
            "types/t.yaml",
            "A: { type: string, maxLength: 3 }\nB: { type: string, maxLength: 3 }\nC: { type: string, maxLength: 4 }\n",
        ),
    ]);
    let text = expand(specs.partial(), &options(), None).to_string();
    assert_eq!(text.matches("static").count() - text.matches("& 'static").count(), 3, "API, A and C: {text}");
}

#[test]
fn placeholders_are_expanded_as_well() {
    let specs = Specs::from_texts([
        ("api.yaml", "title: T\nbaseUrl: https://t.example\n"),
        ("types/a.yaml", "Loop: { type: array, items: { type: Loop } }\nTwice: { type: string }\n"),
        (
            "types/b.yaml",
            "Twice: { type: integer }\nEndless: { properties: { self: { type: Endless, required: true } } }\n",
        ),
        (
            "shop/order.yaml",
            "summary: Order\nmethod: GET\npath: /shop/order/{id}\nparameters: { id: { type: Nothing } }\n",
        ),
    ]);
    assert!(specs.api().is_none());
    let text = expand(specs.partial(), &options(), None).to_string();
    assert!(text.contains("pub struct Order"), "{text}");
    assert_eq!(text.matches("pub type Twice").count(), 1, "{text}");
}

#[test]
fn for_an_editor_each_item_names_the_line_of_its_spec() {
    let folder = cases().join("responses");
    let specs = Specs::open(&folder, "specs");
    let origins = Origins { sources: &specs.sources, folder: &folder };
    let text = expand(specs.partial(), &options(), Some(origins)).to_string();
    let whole = folder.canonicalize().unwrap();
    for (_, file) in specs.sources.files().filter(|(_, file)| file.relative.contains('/')) {
        let link =
            prose::place(&format!("`{}:1`", file.path), &format!("{}/{}", whole.display(), file.relative), 1);
        assert!(text.contains(&link), "{link}");
    }
    assert!(
        !expanded("responses", &options()).contains("file://"),
        "nobody else is shown a path of a machine"
    );
}
