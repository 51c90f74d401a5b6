//! Specs to the page: every fact is there, nothing else is told, no text of a spec does anything, and nothing comes from elsewhere.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod scan;

use super::*;
use crate::export::markdown::tests::{FACTS, filled, words};
use base64::Engine;
use bizkit_spec::Specs;
use bizkit_spec::diagnostic::Diagnostics;
use bizkit_spec::yaml;
use scan::{Tag, scan};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::path::Path;

fn project() -> Specs {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs");
    Specs::open(&folder, "specs")
}

fn made(specs: &Specs) -> String {
    let found: Vec<_> = specs.findings.iter().map(|finding| (finding.code, &finding.message)).collect();
    page(specs.api().unwrap_or_else(|| panic!("{found:?}")), &Options::of("shop"))
}

/// The page of an API in which this text stands wherever a text can stand, even where it breaks a rule.
fn strange(text: &str) -> String {
    let files = filled(text);
    let specs = Specs::from_texts(files.iter().map(|(path, text)| (*path, text.as_str())));
    document::document(specs.partial().get(), &Options { server: Some(Json::Null), ..Options::of("shop") })
}

#[test]
fn every_fact_of_a_spec_is_on_the_page() {
    let page = scan(&made(&Specs::from_texts(FACTS)));
    let told = words(&page.everything());
    for (path, text) in FACTS {
        let missing: Vec<String> = words(text).into_iter().filter(|word| !told.contains(word)).collect();
        assert_eq!(missing, [""; 0], "of {path}");
    }
    for more in
        ["every other, in Rust zqothers", "no two equal", "joined with ;", "Deprecated", "from 1 character"]
    {
        assert!(page.text.contains(more), "{more}");
    }
}

/// Keys whose values are words of the language and not of the API, or are about the specs themselves.
const LANGUAGE: [&str; 12] =
    ["allow", "as", "format", "in", "items", "key", "normalize", "oneOf", "retry", "topic", "type", "types"];

/// What a text says, without what Markdown, HTML and casings make of it.
fn said(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Every text of a file that is about the API.
fn texts(key: &str, node: &Json, found: &mut Vec<String>) {
    match node {
        Json::String(text) => found.push(text.clone()),
        Json::Array(items) => items.iter().for_each(|item| texts(key, item, found)),
        Json::Object(members) => {
            let secret = node.get("sensitive") == Some(&Json::Bool(true));
            // An example of a secret is nothing to copy around.
            for (name, value) in members.iter().filter(|(name, _)| !(secret && name == "example")) {
                // Members and values are called whatever the API calls them.
                let free = ["properties", "parameters", "enum", "errors"].contains(&key);
                if free {
                    found.push(name.clone());
                }
                let inner = matches!(value, Json::Object(_) | Json::Array(_));
                if free || inner && name != "allow" || !LANGUAGE.contains(&name.as_str()) {
                    // `name: string` is short for a type.
                    if !(free && key != "enum" && !inner) {
                        texts(if free { "" } else { name }, value, found);
                    }
                }
            }
        }
        _ => {}
    }
}

#[test]
fn every_text_of_every_spec_of_the_project_is_on_the_page() {
    let specs = project();
    let page = scan(&made(&specs));
    let told = said(&page.everything());
    let mut count = 0;
    for (id, source) in specs.sources.files() {
        let Some(node) = yaml::parse(id, &source.text, &mut Diagnostics::default()) else { continue };
        let mut found = Vec::new();
        let key = if source.relative == "errors.yaml" { "errors" } else { "" };
        texts(key, &node.to_json(), &mut found);
        count += found.len();
        let missing: Vec<_> = found.iter().filter(|text| !told.contains(&said(text))).collect();
        assert!(missing.is_empty(), "of {}: {missing:#?}", source.path);
    }
    assert!(count > 2000, "only {count} texts");
}

/// Words in lower case, cut where a name changes its case.
fn vocabulary(text: &str) -> BTreeSet<String> {
    let mut spaced = String::new();
    let mut before = ' ';
    for c in text.chars() {
        if c.is_uppercase() && before.is_lowercase() {
            spaced.push(' ');
        }
        spaced.push(c);
        before = c;
    }
    let words = spaced.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

#[test]
fn nothing_but_the_specs_claims_to_be_a_fact() {
    // A small API, so that few words of the page can come out of it by chance.
    let page = scan(&made(&Specs::from_texts(FACTS)));
    let from_specs: BTreeSet<String> =
        FACTS.iter().flat_map(|(path, text)| vocabulary(&format!("{path} {text}"))).collect();
    let frame = include_str!("tests/frame.txt").lines().filter(|line| !line.starts_with('#'));
    let own = vocabulary(&frame.collect::<Vec<_>>().join(" "));
    let told = vocabulary(&page.text);
    let strange: Vec<&String> =
        told.iter().filter(|word| !from_specs.contains(*word) && !own.contains(*word)).collect();
    assert_eq!(strange, [""; 0], "words that neither the specs nor the frame of the page has");
    let unused: Vec<&String> = own.iter().filter(|word| !told.contains(*word)).collect();
    assert_eq!(unused, [""; 0], "words of the frame that the page does not have");
}

/// Elements that the page is made of, and what they may say.
const ALLOWED: &str = "html head meta title style script body a header nav main ul li h1 h2 h3 h4 h5 section div p dl dt dd b em small \
     code aside pre figure figcaption details summary article mark strong ol blockquote table thead tbody tr th td hr br";
const ATTRIBUTES: &str =
    "lang charset http-equiv content name id class href aria-label tabindex data-s type align start";

#[test]
fn no_text_of_a_spec_can_do_anything_on_the_page() {
    let hostile: Vec<String> =
        serde_json::from_str(include_str!("../../../../../tests/fixtures/hostile.json")).unwrap();
    let plain = scan(&strange("x"));
    let scripts = plain.named("script").count();
    let allowed: BTreeSet<&str> = ALLOWED.split_whitespace().collect();
    let attributes: BTreeSet<&str> = ATTRIBUTES.split_whitespace().collect();
    for text in hostile {
        let page = scan(&strange(&text));
        assert_eq!(page.named("script").count(), scripts, "{text:?}");
        for Tag { name, attributes: own } in &page.tags {
            assert!(allowed.contains(name.as_str()), "<{name}> of {text:?}");
            for (attribute, value) in own {
                assert!(attributes.contains(attribute.as_str()), "{attribute} of {text:?}");
                let leads = ["#", "https://", "http://"].iter().any(|start| value.starts_with(start));
                assert!(attribute != "href" || leads, "{value} of {text:?}");
            }
        }
        let hidden =
            page.text.chars().find(|c| !matches!(c, '\n' | '\t') && bizkit_spec::visible::is_hidden(*c));
        assert_eq!(hidden, None, "of {text:?}");
    }
}

#[test]
fn the_policy_lets_in_what_the_page_holds_and_nothing_else() {
    for (server, connect) in [(None, "connect-src 'none'"), (Some(Json::Null), "connect-src 'self'")] {
        let specs = Specs::from_texts(FACTS);
        let page = scan(&page(specs.api().unwrap(), &Options { server, ..Options::of("shop") }));
        let policy = page.named("meta").find_map(|meta| {
            (meta.get("http-equiv") == Some("Content-Security-Policy")).then(|| meta.get("content").unwrap())
        });
        let policy = policy.unwrap();
        assert!(policy.starts_with("default-src 'none'; ") && policy.contains(connect), "{policy}");
        for unsafe_word in ["unsafe", "*", "http:", "https:"] {
            assert!(!policy.contains(unsafe_word), "{policy}");
        }
        let hash = |text: &str| base64::prelude::BASE64_STANDARD.encode(Sha256::digest(text));
        let directive =
            |name: &str| policy.split("; ").find(|part| part.starts_with(name)).unwrap().to_owned();
        let (scripts, styles) = (directive("script-src"), directive("style-src"));
        let mut count = 0;
        for (element, raw) in &page.raw {
            let json = element.get("type") == Some("application/json");
            let wanted = if element.name == "style" { &styles } else { &scripts };
            assert_eq!(wanted.contains(&hash(raw)), !json, "{}", element.name);
            count += usize::from(!json);
        }
        assert_eq!(count, 3, "a style and two scripts");
        assert_eq!(scripts.matches("sha256-").count(), 2);
        assert!(page.tags.iter().all(|tag| tag.get("src").is_none() && tag.name != "link"));
    }
}

#[test]
fn the_same_specs_give_the_same_bytes() {
    assert_eq!(made(&project()), made(&project()));
}

#[test]
fn every_link_within_the_page_leads_somewhere() {
    for page in [made(&project()), made(&Specs::from_texts(FACTS))] {
        let page = scan(&page);
        let ids: Vec<&str> = page.tags.iter().filter_map(|tag| tag.get("id")).collect();
        let places: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(places.len(), ids.len(), "every place has a name of its own");
        let links = page.named("a").filter_map(|link| link.get("href")?.strip_prefix('#'));
        let mut count = 0;
        for link in links {
            let place = link.replace("%7B", "{").replace("%7D", "}");
            assert!(places.contains(place.as_str()), "{link}");
            count += 1;
        }
        assert!(count > 10);
    }
}
