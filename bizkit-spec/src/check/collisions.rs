//! Names that would meet in Rust, and endpoints that would meet on the wire.

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Api, Endpoint, Segment};
use crate::name::Name;
use crate::source::Span;
use std::collections::BTreeMap;

pub(super) fn check(api: &Api, findings: &mut Diagnostics) {
    check_items(api, findings);
    check_routes(api, findings);
}

/// Types and requests of one module have names of their own.
fn check_items(api: &Api, findings: &mut Diagnostics) {
    let mut taken: BTreeMap<(&[Name], String), (Span, &str)> = BTreeMap::new();
    let types = api.types.iter().map(|def| (def.module.as_slice(), &def.name, def.span, "type"));
    let requests = api
        .endpoints
        .iter()
        .map(|endpoint| (endpoint.module.as_slice(), &endpoint.name, endpoint.span, "request"));
    for (module, name, span, what) in types.chain(requests) {
        let Some((first, other)) = taken.insert((module, name.pascal()), (span, what)) else { continue };
        // A type that is written twice was reported when it was read.
        if module.is_empty() && first.file != span.file {
            continue;
        }
        let place = module.iter().map(Name::snake).collect::<Vec<_>>().join("::");
        let place = if place.is_empty() { "types".to_owned() } else { place };
        findings.push(
            Diagnostic::error(
                Code::NAME_COLLISION,
                span,
                format!("this {what} becomes `{place}::{}`, like another {other}", name.pascal()),
            )
            .related(first, "the other one")
            .help("name it: `title` for an inline type, `name` for an endpoint"),
        );
    }
}

/// A method and a path lead to one endpoint.
fn check_routes(api: &Api, findings: &mut Diagnostics) {
    let mut taken: BTreeMap<(&str, String), &Endpoint> = BTreeMap::new();
    for endpoint in &api.endpoints {
        let host = endpoint.base_url.as_deref().unwrap_or(&api.base_url);
        let route: String = endpoint
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
