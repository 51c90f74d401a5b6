//! `show`: an endpoint or a type to what every back end sees of it.

use super::exit::{FOUND, OK, USAGE};
use super::open;
use super::output::Output;
use crate::export;
use bizkit_spec::diagnostic::nearest;
use bizkit_spec::json::Json;
use bizkit_spec::model::{Api, TypeId};
use bizkit_spec::{render, visible};
use clap::ArgMatches;

pub(super) const HELP: &str = "\
Examples:
  bizkit show                         every endpoint with its request line
  bizkit show customer/detail
  bizkit show CuRefNo
  bizkit show customer/detail --format json | jq .parameters";

pub(super) fn run(output: &mut Output, args: &ArgMatches) -> u8 {
    let root = match open::root(args) {
        Ok(root) => root,
        Err(code) => return code,
    };
    let specs = open::read(&root.folder);
    let Some(api) = specs.api() else {
        Output::findings(&render::human(&specs.sources, &specs.findings, output.colour));
        Output::error("error: only specs without findings can be shown");
        return FOUND;
    };
    let json = args.get_one::<String>("format").is_some_and(|format| format == "json");
    let Some(name) = args.get_one::<String>("name") else {
        output.print(&list(api, json));
        return OK;
    };
    let id = name.trim_start_matches("specs/").trim_end_matches(".yaml").trim_matches('/');
    if let Some(endpoint) = api.endpoint(id) {
        output.print(&if json {
            format!("{}\n", export::endpoint_json(api, endpoint))
        } else {
            export::endpoint_outline(api, endpoint)
        });
        return OK;
    }
    let named: Vec<TypeId> = api.type_ids().filter(|id| api.type_def(*id).name.pascal() == *name).collect();
    for id in &named {
        output.print(&if json {
            format!("{}\n", export::type_json(api, *id))
        } else {
            export::type_outline(api, *id)
        });
    }
    if !named.is_empty() {
        return OK;
    }
    let types: Vec<String> = api.types.iter().map(|def| def.name.pascal()).collect();
    let known =
        api.endpoints.iter().map(|endpoint| endpoint.id.as_str()).chain(types.iter().map(String::as_str));
    Output::error(&format!("error: no endpoint and no type is called `{name}`"));
    Output::error(&match nearest(id, known) {
        Some(near) => format!("help: did you mean `{near}`?"),
        None => "help: `bizkit show` lists the endpoints".to_owned(),
    });
    USAGE
}

/// Every endpoint with its request line.
fn list(api: &Api, json: bool) -> String {
    if json {
        let ids = api.endpoints.iter().map(|endpoint| Json::String(endpoint.id.clone()));
        return format!("{}\n", Json::Array(ids.collect()));
    }
    let width = api.endpoints.iter().map(|endpoint| endpoint.id.len()).max().unwrap_or(0);
    let line = |endpoint: &bizkit_spec::model::Endpoint| {
        let summary = visible::line(endpoint.about.summary.as_deref().unwrap_or_default());
        format!(
            "{:width$}  {:6} {}\n{:width$}         {summary}\n",
            endpoint.id,
            endpoint.method.as_str(),
            endpoint.path_template(),
            ""
        )
    };
    api.endpoints.iter().map(line).collect()
}
