//! What `bizkit_spec::rust::emitted` tells of names is what stands in the expansion: no name more, none less.

use super::super::{Options, expand};
use super::{cases, options};
use bizkit_spec::Specs;
use bizkit_spec::rust::{Origin, SpaceKind, emitted};
use std::collections::{BTreeMap, BTreeSet};
use syn::{Fields, ImplItem, Item};

type Names = BTreeMap<(SpaceKind, String), BTreeSet<String>>;

/// The names that stand in a list of items, below a path.
fn collect(items: &[Item], path: &str, names: &mut Names) {
    let mut found: Vec<(SpaceKind, String, String)> = Vec::new();
    let mut add =
        |kind, place: &str, name: &syn::Ident| found.push((kind, place.to_owned(), name.to_string()));
    let below = |name: &dyn std::fmt::Display| match path {
        "" => name.to_string(),
        path => format!("{path}::{name}"),
    };
    for item in items {
        match item {
            Item::Struct(item) => {
                add(SpaceKind::Items, path, &item.ident);
                if let Fields::Named(fields) = &item.fields {
                    let place = below(&item.ident);
                    fields
                        .named
                        .iter()
                        .for_each(|field| add(SpaceKind::Fields, &place, field.ident.as_ref().unwrap()));
                }
            }
            Item::Enum(item) => {
                add(SpaceKind::Items, path, &item.ident);
                let place = below(&item.ident);
                item.variants.iter().for_each(|variant| add(SpaceKind::Variants, &place, &variant.ident));
            }
            Item::Type(item) => add(SpaceKind::Items, path, &item.ident),
            Item::Impl(item) if item.trait_.is_none() => {
                let syn::Type::Path(ty) = &*item.self_ty else { continue };
                let place = below(&ty.path.segments.last().unwrap().ident);
                for item in &item.items {
                    if let ImplItem::Fn(method) = item {
                        add(SpaceKind::Methods, &place, &method.sig.ident);
                    }
                }
            }
            Item::Mod(item) if item.ident != "__tables" => {
                let inside = below(&item.ident);
                collect(&item.content.as_ref().unwrap().1, &inside, names);
            }
            _ => {}
        }
    }
    for (kind, place, name) in found {
        names.entry((kind, place)).or_default().insert(name);
    }
}

#[test]
fn every_name_of_the_expansion_is_told_and_every_name_that_is_told_is_there() {
    let folders = [
        "lists",
        "records",
        "responses",
        "scalars",
        "unions",
        "names",
        "../fixtures/agreement",
        "../../specs",
        "../other-api/specs",
    ];
    let mut compared = 0;
    for folder in folders {
        let specs = Specs::open(&cases().join(folder), folder);
        let api = specs.api().unwrap();
        let options = Options { reflect: false, ..options() };
        let file: syn::File = syn::parse2(expand(specs.partial(), &options, None)).unwrap();
        let mut written = Names::new();
        collect(&file.items, "", &mut written);
        // `ErrorCode` stands at the root, where no spec puts anything, and its methods are its own.
        written.remove(&(SpaceKind::Items, String::new()));
        written.remove(&(SpaceKind::Methods, "ErrorCode".to_owned()));
        for space in emitted(api) {
            let found = written.remove(&(space.kind, space.path.clone())).unwrap_or_default();
            // What macros of the runtime add does not stand in the expansion.
            let added = |origin| matches!(origin, Origin::Own(_));
            let told: BTreeSet<String> = space.names.iter().map(|name| name.name.clone()).collect();
            let certain: BTreeSet<String> =
                space.names.iter().filter(|name| !added(name.origin)).map(|name| name.name.clone()).collect();
            assert!(found.is_subset(&told), "{folder}, {}: {found:?} beside {told:?}", space.path);
            assert!(certain.is_subset(&found), "{folder}, {}: {found:?} beside {certain:?}", space.path);
            compared += found.len();
        }
        written.retain(|_, names| !names.is_empty());
        assert!(written.is_empty(), "{folder}: nothing tells of {written:?}");
    }
    assert!(compared > 1000, "only {compared} names were compared");
}
