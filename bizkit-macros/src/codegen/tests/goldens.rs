//! Goldens: each folder of `tests/expand` is expanded, cut into a file for each type and each side of a call, and compared
//! with the files that the test package compiles. `BLESS=1 cargo test -p bizkit-macros` rewrites them.

use super::{cases, format, options};
use crate::codegen::expand;
use bizkit_spec::Specs;
use bizkit_spec::render::{Colour, human};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use similar::TextDiff;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use syn::{Item, ItemMod};

/// What stands in a golden at most: one idea.
const MOST_LINES: usize = 120;

/// The files of a case by their paths below `tests/expand`.
type Files = BTreeMap<String, String>;

/// A case is a file with the modules, which includes a file for each part of them.
fn made(case: &str) -> Files {
    let specs = Specs::open(&cases().join(case), case);
    assert!(!specs.findings.has_errors(), "{}", human(&specs.sources, &specs.findings, Colour::Never));
    let mut file: syn::File = syn::parse2(expand(specs.partial(), &options(), None)).unwrap();
    let mut parts = Parts::default();
    for item in &mut file.items {
        if let Item::Mod(module) = item {
            parts.cut(module, &format!("{case}/expanded"));
        }
    }
    let head =
        format!("//! The modules of `{case}/`; `BLESS=1 cargo test -p bizkit-macros` rewrites it.\n\n");
    let mut files = Files::new();
    files.insert(format!("{case}.rs"), head + &format::format(file.into_token_stream()).unwrap());
    for (path, part) in parts.0 {
        files.insert(path, format::format(part).unwrap());
    }
    files
}

/// Takes the items of modules apart: the tokens of each file.
#[derive(Default)]
struct Parts(BTreeMap<String, TokenStream>);

impl Parts {
    /// Leaves a module with its names and what it includes.
    fn cut(&mut self, module: &mut ItemMod, folder: &str) {
        let Some((_, items)) = &mut module.content else { return };
        let folder = format!("{folder}/{}", plain(&module.ident));
        let subjects = Subjects::of(items);
        let mut before = String::new();
        for mut item in std::mem::take(items) {
            match &mut item {
                Item::Use(_) => items.push(item),
                Item::Mod(inner) => {
                    self.cut(inner, &folder);
                    items.push(item);
                }
                _ => {
                    before = subjects.part(&item).unwrap_or(before);
                    let path = format!("{folder}/{before}.rs");
                    let part = self.0.entry(path.clone()).or_insert_with(|| {
                        items.push(syn::parse_quote!(::core::include!(#path);));
                        TokenStream::new()
                    });
                    item.to_tokens(part);
                }
            }
        }
    }
}

/// What the items of a module are about.
struct Subjects {
    names: BTreeSet<String>,
    requests: BTreeSet<String>,
    /// Types of text, each with a kind that is nothing without it.
    aliases: BTreeSet<String>,
}

impl Subjects {
    fn of(items: &[Item]) -> Self {
        let mut found = Self { names: BTreeSet::new(), requests: BTreeSet::new(), aliases: BTreeSet::new() };
        for item in items {
            let name = match item {
                Item::Struct(item) => &item.ident,
                Item::Enum(item) => &item.ident,
                Item::Type(item) => {
                    found.aliases.insert(item.ident.to_string());
                    &item.ident
                }
                Item::Macro(item) => {
                    if item.mac.path.segments.last().is_some_and(|last| last.ident == "request") {
                        found.requests.extend(idents(item.mac.tokens.clone()).into_iter().next());
                    }
                    continue;
                }
                _ => continue,
            };
            found.names.insert(name.to_string());
        }
        found
    }

    /// The file that an item belongs to; `None` for one that names nothing of the module.
    fn part(&self, item: &Item) -> Option<String> {
        let said = match item {
            Item::Impl(item) => {
                let of = item.trait_.as_ref().map(|of| of.1.to_token_stream());
                [idents(item.self_ty.to_token_stream()), of.map(idents).unwrap_or_default()].concat()
            }
            Item::Macro(item) => idents(item.mac.tokens.clone()),
            Item::Struct(item) => vec![item.ident.to_string()],
            Item::Enum(item) => vec![item.ident.to_string()],
            Item::Type(item) => vec![item.ident.to_string()],
            Item::Static(_) => return Some("rules".to_owned()),
            _ => Vec::new(),
        };
        let name = said.iter().find(|name| self.names.contains(*name))?;
        let owner = self.names.iter().find(|other| begins(name, other)).unwrap_or(name);
        let file = snake(owner);
        Some(match (self.requests.contains(owner), owner == name, item) {
            (true, true, Item::Impl(item)) if item.trait_.is_some() => format!("{file}_call"),
            (true, true, Item::Impl(_)) => format!("{file}_setters"),
            (true, false, _) => format!("{file}_response"),
            (false, false, _) if !self.aliases.contains(owner) => format!("{file}_parts"),
            _ => file,
        })
    }
}

/// Whether a name is another one, or that one with more words behind it.
fn begins(name: &str, other: &str) -> bool {
    name.strip_prefix(other).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_lowercase()))
}

/// The identifiers of tokens, those in brackets of any kind as well.
fn idents(tokens: TokenStream) -> Vec<String> {
    let mut found = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => found.push(ident.to_string()),
            TokenTree::Group(group) => found.extend(idents(group.stream())),
            _ => {}
        }
    }
    found
}

fn plain(ident: &proc_macro2::Ident) -> String {
    ident.to_string().trim_start_matches("r#").to_owned()
}

/// `FilterById` as the name of a file.
fn snake(name: &str) -> String {
    bizkit_spec::name::Name::new(name).map_or_else(|| name.to_lowercase(), |name| name.snake().to_owned())
}

/// The files that are there.
fn kept(folder: &Path, shown: &str, found: &mut Files) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.unwrap().path()) {
        let shown = format!("{shown}/{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            kept(&path, &shown, found);
        } else {
            found.insert(shown, fs::read_to_string(&path).unwrap().replace("\r\n", "\n"));
        }
    }
}

fn check(case: &str) {
    let made = made(case);
    let mut golden = Files::new();
    let folder = cases().join(case).join("expanded");
    kept(&folder, &format!("{case}/expanded"), &mut golden);
    let root = fs::read_to_string(cases().join(format!("{case}.rs"))).unwrap_or_default();
    golden.insert(format!("{case}.rs"), root.replace("\r\n", "\n"));
    if std::env::var_os("BLESS").is_some() {
        let _ = fs::remove_dir_all(&folder);
        for (path, text) in &made {
            let path = cases().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    } else {
        let mut differences = String::new();
        let paths: BTreeSet<&String> = golden.keys().chain(made.keys()).collect();
        for path in paths {
            let [before, now] = [&golden, &made].map(|files| files.get(path).map_or("", String::as_str));
            if before != now {
                let diff = TextDiff::from_lines(before, now);
                differences += &diff.unified_diff().context_radius(2).header(path, "now").to_string();
            }
        }
        assert!(
            differences.is_empty(),
            "if what is new is right: BLESS=1 cargo test -p bizkit-macros\n{differences}"
        );
    }
    let long: Vec<_> = made.iter().map(|(path, text)| (text.lines().count(), path)).collect();
    let long: Vec<_> = long.into_iter().filter(|(lines, _)| *lines > MOST_LINES).collect();
    assert!(long.is_empty(), "more than one idea: {long:#?}");
}

#[test]
fn scalars_become_newtypes_with_their_rules() {
    check("scalars");
}

#[test]
fn records_tell_required_optional_and_nullable_apart() {
    check("records");
}

#[test]
fn unions_become_enums_and_failures_become_errors() {
    check("unions");
}

#[test]
fn every_kind_of_response_and_body_has_a_type() {
    check("responses");
}

#[test]
fn lists_know_how_they_go_on() {
    check("lists");
}

#[test]
fn names_that_rust_has_taken_step_aside() {
    check("names");
}

#[test]
fn every_case_has_a_golden_and_every_golden_a_case() {
    let mut folders = Vec::new();
    let mut files = Vec::new();
    for entry in fs::read_dir(cases()).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        match name.strip_suffix(".rs") {
            Some(name) => files.push(name.to_owned()),
            None => folders.push(name),
        }
    }
    folders.sort();
    files.sort();
    assert_eq!(folders, files);
}
