//! What holds for every call, the map of the modules, the shared types, and the catalogue of error codes.

use super::markup::{Html, anchor, code};
use super::tree::{Tree, place};
use super::{facts, text};
use crate::export::words::{self, error_topic};
use bizkit_spec::model::{Api, Endpoint, TypeId};
use bizkit_spec::name::Name;
use std::collections::BTreeMap;

/// What is not said of each member.
const RUST: &str = "In Rust a name has its words in lower case with underlines; where it is another one, the member says so.";

/// The endpoints by module.
fn modules(api: &Api) -> BTreeMap<&[Name], Vec<&Endpoint>> {
    let mut modules: BTreeMap<&[Name], Vec<&Endpoint>> = BTreeMap::new();
    for endpoint in &api.endpoints {
        modules.entry(&endpoint.module).or_default().push(endpoint);
    }
    // A module may hold others and no call of its own.
    for module in &api.modules {
        modules.entry(&module.path).or_default();
    }
    modules
}

fn path(module: &[Name]) -> String {
    module.iter().map(Name::snake).collect::<Vec<_>>().join("::")
}

/// The way to every endpoint.
pub(super) fn navigation(html: &mut Html, api: &Api) {
    html.tag("nav", &[("aria-label", "Calls")], |html| {
        html.tag("ul", &[], |html| {
            html.tag("li", &[], |html| html.html(&anchor("overview", "Overview")));
            for (place, title, shown) in [
                ("errors", "Error codes", !api.errors.is_empty()),
                ("types", "Types", !shared(api).is_empty()),
            ] {
                if shown {
                    html.tag("li", &[], |html| html.html(&anchor(place, title)));
                }
            }
        });
        for (module, endpoints) in modules(api).into_iter().filter(|(_, calls)| !calls.is_empty()) {
            html.line("h2", &[], &path(module));
            html.tag("ul", &[], |html| {
                for endpoint in endpoints {
                    let old = if endpoint.about.deprecated.is_some() { "old" } else { "" };
                    let method = endpoint.method.as_str();
                    let class = [("class", old)];
                    html.tag("li", if old.is_empty() { &[] } else { &class }, |html| {
                        let name = endpoint.name.snake().replace('_', " ");
                        let link = format!("#{}", super::markup::encoded(&endpoint.id));
                        html.tag("a", &[("href", &link)], |html| {
                            html.line("b", &[("class", method)], method);
                            html.text(&format!(" {name}"));
                        });
                    });
                }
            });
        }
    });
}

/// The first part of the page.
pub(super) fn overview(html: &mut Html, tree: &Tree<'_>) {
    let api = tree.api;
    html.tag("section", &[("id", "overview"), ("class", "o")], |html| {
        html.tag("h1", &[], |html| html.html(&text::inline(&api.title)));
        let mut rows = vec![("Host", code(&api.base_url))];
        rows.extend(api.base_url_env.as_deref().map(|name| ("Host by environment", code(name))));
        if let Some(key) = &api.key {
            rows.push(("Key", words::key(&key.name, &key.locations, code)));
            rows.extend(key.env.as_deref().map(|name| ("Key by environment", code(name))));
            let ty = anchor(&place(api, key.ty), &api.type_def(key.ty).name.pascal());
            rows.push(("Form of a key", ty));
            for kind in &key.kinds {
                let about = kind.description.as_deref().map(text::inline).unwrap_or_default();
                let name = kind.name.pascal();
                rows.push(("Kind of key", format!("{} {name}. {about}", code(&kind.prefix))));
            }
        }
        rows.extend(api.docs.as_deref().map(|link| ("Documentation", text::address(link))));
        facts::write(html, &rows);
        html.line("p", &[("class", "n")], RUST);
        for (module, endpoints) in modules(api) {
            html.line("h2", &[], &path(module));
            if let Some(about) = api.module_text(module) {
                html.html(&text::blocks(about));
            }
            if endpoints.is_empty() {
                continue;
            }
            html.tag("ul", &[("class", "map")], |html| {
                for endpoint in endpoints {
                    html.tag("li", &[], |html| {
                        html.line("b", &[("class", endpoint.method.as_str())], endpoint.method.as_str());
                        let summary = endpoint.about.summary.as_deref().unwrap_or(&endpoint.id);
                        html.html(&format!(" {}", anchor(&endpoint.id, summary)));
                    });
                }
            });
        }
    });
}

fn shared(api: &Api) -> Vec<TypeId> {
    let mut ids: Vec<TypeId> =
        (0..api.types.len()).map(TypeId).filter(|id| api.type_def(*id).module.is_empty()).collect();
    ids.sort_by_key(|id| api.type_def(*id).name.pascal());
    ids
}

/// The types that several calls share.
pub(super) fn types(html: &mut Html, tree: &mut Tree<'_>) {
    let ids = shared(tree.api);
    if ids.is_empty() {
        return;
    }
    html.tag("section", &[("id", "types"), ("class", "t")], |html| {
        html.line("h1", &[], "Types");
        for id in ids {
            tree.shared(html, id);
        }
    });
}

/// The catalogue of error codes.
pub(super) fn errors(html: &mut Html, api: &Api) {
    if api.errors.is_empty() {
        return;
    }
    html.tag("section", &[("id", "errors"), ("class", "t")], |html| {
        html.line("h1", &[], "Error codes");
        for error in &api.errors {
            html.tag("article", &[("id", &format!("errors/{}", error.code))], |html| {
                html.tag("h2", &[], |html| {
                    html.html(&code(&error.code));
                    html.html(" <small>");
                    let status = error.status.map(|status| status.to_string());
                    html.text(
                        &status
                            .into_iter()
                            .chain([error_topic(error.topic).to_owned()])
                            .collect::<Vec<_>>()
                            .join(", "),
                    );
                    html.html("</small>");
                });
                html.tag("p", &[], |html| html.html(&text::inline(&error.summary)));
                html.html(&error.help.as_deref().map(text::blocks).unwrap_or_default());
                if let Some(link) = &error.docs {
                    html.tag("p", &[], |html| html.html(&text::link("Documentation", link)));
                }
                let calls = api.endpoints.iter().filter(|endpoint| {
                    endpoint.errors.iter().any(|index| index.of(&api.errors).code == error.code)
                });
                let calls: Vec<String> = calls.map(|endpoint| anchor(&endpoint.id, &endpoint.id)).collect();
                if !calls.is_empty() {
                    html.tag("p", &[("class", "n")], |html| html.html(&format!("Of {}", calls.join(", "))));
                }
            });
        }
    });
}
