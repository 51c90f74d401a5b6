//! Examples and defaults keep the rules that stand beside them.

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::Api;
use crate::read::WrittenValue;
use crate::validate::{validate, validate_places};
use crate::yaml::{Node, Yaml};

pub(super) fn check(api: &Api, values: &[WrittenValue], findings: &mut Diagnostics) {
    for endpoint in &api.endpoints {
        for example in &endpoint.examples {
            let arguments = example.request.as_ref();
            for violation in
                arguments.into_iter().flat_map(|arguments| validate_places(api, endpoint, arguments))
            {
                let message =
                    format!("`{}`: the example cannot be sent: {}", violation.path, violation.message);
                findings.push(
                    Diagnostic::error(Code::EXAMPLE_BREAKS_RULE, example.span, message)
                        .help("correct the example"),
                );
            }
        }
    }
    for value in values {
        let what = if value.rule == Code::DEFAULT_BREAKS_RULE { "default" } else { "example" };
        for violation in validate(api, &value.schema, &value.node.to_json()) {
            let node = node_at(&value.node, &violation.path);
            let is_scalar = matches!(node.value, Yaml::Number(_) | Yaml::Bool(_));
            let help = if is_scalar && violation.message.starts_with("expected a text") {
                node.as_text()
            } else {
                format!("correct the {what}, or the rule if the documentation says so")
            };
            let place =
                if violation.path.is_empty() { String::new() } else { format!("`{}`: ", violation.path) };
            findings.push(
                Diagnostic::error(
                    value.rule,
                    node.span,
                    format!("{place}the {what} breaks `{}`: {}", violation.rule, violation.message),
                )
                .help(help),
            );
        }
    }
}

/// The deepest node on the way to a path such as `items[3].price`.
fn node_at<'n>(node: &'n Node, path: &str) -> &'n Node {
    let path = path.strip_prefix('.').unwrap_or(path);
    match &node.value {
        Yaml::Map(entries) => {
            let step = entries.iter().find_map(|(key, child)| {
                let quoted = format!("[{}]", crate::json::Json::String(key.text.clone()));
                let rest = path.strip_prefix(&quoted).or_else(|| path.strip_prefix(key.text.as_str()))?;
                (rest.is_empty() || rest.starts_with(['.', '['])).then_some((child, rest))
            });
            step.map_or(node, |(child, rest)| node_at(child, rest))
        }
        Yaml::List(items) => {
            let step = path
                .strip_prefix('[')
                .and_then(|rest| rest.split_once(']'))
                .and_then(|(index, rest)| Some((items.get(index.parse::<usize>().ok()?)?, rest)));
            step.map_or(node, |(child, rest)| node_at(child, rest))
        }
        _ => node,
    }
}
