//! Names that would meet in Rust, and endpoints that would meet on the wire.

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Api, Endpoint, Segment};
use crate::rust::{Emitted, Origin, Space, SpaceKind, emitted};
use std::collections::BTreeMap;

pub(super) fn check(api: &Api, findings: &mut Diagnostics) {
    check_names(api, findings);
    check_bodies(api, findings);
    check_routes(api, findings);
}

/// Names of one space differ, as they are written in Rust.
fn check_names(api: &Api, findings: &mut Diagnostics) {
    for space in emitted(api) {
        let mut taken: BTreeMap<&str, &Emitted<'_>> = BTreeMap::new();
        for name in &space.names {
            if let Some(first) = taken.get(name.name.as_str()) {
                findings.push(collision(&space, first, name));
            } else {
                taken.insert(&name.name, name);
            }
        }
    }
}

fn collision(space: &Space<'_>, first: &Emitted<'_>, second: &Emitted<'_>) -> Diagnostic {
    let name = match space.kind {
        SpaceKind::Fields | SpaceKind::Methods => second.name.clone(),
        SpaceKind::Items | SpaceKind::Variants => format!("{}::{}", space.path, second.name),
    };
    // What the generator adds by itself stands nowhere.
    let (here, other) = if matches!(second.origin, Origin::Own(_) | Origin::Status(_)) {
        (first, second)
    } else {
        (second, first)
    };
    let message = format!("`{name}` would be the Rust name of {} and of {}", other.origin, here.origin);
    let finding = Diagnostic::error(Code::NAME_COLLISION, here.span, message);
    let finding = match other.origin {
        Origin::Own(_) => finding,
        _ => finding.related(other.span, "the other one"),
    };
    finding.help(here.origin.help())
}

/// In examples, the whole body stands under a name of its own among the parameters.
fn check_bodies(api: &Api, findings: &mut Diagnostics) {
    for endpoint in &api.endpoints {
        let Some(body) = &endpoint.body else { continue };
        let same = endpoint.parameters.iter().find(|parameter| parameter.field.wire == body.field.wire);
        let Some(parameter) = same.filter(|same| same.field.name != body.field.name) else { continue };
        let message = format!("`{}` is a parameter, and what examples call the body", body.field.wire);
        findings.push(
            Diagnostic::error(Code::NAME_COLLISION, parameter.field.span, message)
                .related(body.field.span, "the body")
                .help(
                    "describe the body as an object with `in: body` parameters, or leave the parameter out",
                ),
        );
    }
}

/// A method and a path lead to one endpoint.
fn check_routes(api: &Api, findings: &mut Diagnostics) {
    let mut taken: BTreeMap<(&str, String), &Endpoint> = BTreeMap::new();
    for endpoint in &api.endpoints {
        let host = endpoint.base_url.as_deref().unwrap_or(&api.base_url);
        let route: String = endpoint
            .request
            .path
            .iter()
            .map(|segment| match segment {
                Segment::Literal(text) => text.as_str(),
                Segment::Parameter(_) => "{}",
            })
            .collect();
        let key = (host, format!("{} {route}", endpoint.method.as_str()));
        if let Some(other) = taken.insert(key, endpoint) {
            findings.push(
                Diagnostic::error(
                    Code::DUPLICATE_ENDPOINT,
                    endpoint.span,
                    format!("`{}` has the method and the path of `{}`", endpoint.id, other.id),
                )
                .related(other.span, "the other one")
                .help("correct `method` or `path`, or delete one of the files"),
            );
        }
    }
}
