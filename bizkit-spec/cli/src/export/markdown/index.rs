//! The index: what holds for every call, then the endpoints by module, then the error codes.

use super::text::table;
use super::{path, types};
use crate::export::words::{self, error_topic};
use bizkit_spec::model::{Api, Endpoint};
use bizkit_spec::name::Name;
use bizkit_spec::prose::{self, code};
use std::collections::BTreeMap;
use std::fmt::Write;

pub(super) fn index(api: &Api) -> String {
    let mut out = format!("# {}\n\n", prose::inline(&api.title));
    let row = |name: &str, value: String| [name.to_owned(), value];
    let mut rows = vec![row("Host", code(&api.base_url))];
    rows.extend(api.base_url_env.as_deref().map(|name| row("Host by environment", code(name))));
    if let Some(key) = &api.key {
        rows.push(row("Key", words::key(&key.name, &key.locations, code)));
        rows.extend(key.env.as_deref().map(|name| row("Key by environment", code(name))));
        for kind in &key.kinds {
            let about = kind.description.as_deref().map_or_else(|| kind.name.pascal(), prose::inline);
            rows.push(row(&format!("Key {}", code(&kind.prefix)), about));
        }
    }
    rows.extend(api.docs.as_deref().map(|link| row("Documentation", prose::address(link))));
    out.push_str(&table(["", ""], &rows));
    let mut modules: BTreeMap<&[Name], Vec<&Endpoint>> = BTreeMap::new();
    for endpoint in &api.endpoints {
        modules.entry(&endpoint.module).or_default().push(endpoint);
    }
    for (module, endpoints) in modules {
        let names: Vec<&str> = module.iter().map(Name::snake).collect();
        let _ = writeln!(out, "\n## {}\n", names.join("::"));
        if let Some(about) = api.module_text(module) {
            let _ = writeln!(out, "{}\n", prose::sentence(about));
        }
        let rows = endpoints.iter().map(|endpoint| {
            let summary = endpoint.about.summary.as_deref().map_or_else(|| code(&endpoint.id), prose::inline);
            let old = if endpoint.about.deprecated.is_some() { " (deprecated)" } else { "" };
            let line = format!("{} {}", endpoint.method.as_str(), endpoint.path_template());
            [format!("{}{old}", prose::page(&summary, &path(&endpoint.id))), code(&line)]
        });
        out.push_str(&table(["Call", "Request"], &rows.collect::<Vec<_>>()));
    }
    if types::shared(api).is_some() {
        let _ = writeln!(out, "\n## Types\n\n[Types that several calls share]({})", types::SHARED);
    }
    if !api.errors.is_empty() {
        out.push_str("\n## Error codes\n\n");
        let rows = api.errors.iter().map(|error| {
            [
                error.docs.as_deref().map_or(code(&error.code), |link| prose::link(&code(&error.code), link)),
                error.status.map_or(String::new(), |status| status.to_string()),
                error_topic(error.topic).to_owned(),
                prose::inline(&error.summary),
                error.help.as_deref().map(prose::inline).unwrap_or_default(),
            ]
        });
        out.push_str(&table(["Code", "Status", "About", "Meaning", "What to do"], &rows.collect::<Vec<_>>()));
    }
    out
}
