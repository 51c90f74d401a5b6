//! How much one request or one type may hold: what reads a value looks for each member among all others.

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Api, Kind};
use crate::source::Span;

/// Most members of an object, arguments of a request, branches of a union.
const MAX_MEMBERS: usize = 1000;

pub(super) fn check(api: &Api, findings: &mut Diagnostics) {
    for def in &api.types {
        let (count, what) = match &def.schema.kind {
            Kind::Object(object) => (object.fields.len(), "properties"),
            Kind::Union(union) => (union.variants.len(), "branches"),
            _ => continue,
        };
        findings.extend(refusal(count, def.span, what));
    }
    for endpoint in &api.endpoints {
        findings.extend(refusal(endpoint.parameters.len(), endpoint.span, "parameters"));
        findings.extend(refusal(endpoint.examples.len(), endpoint.span, "examples"));
    }
}

fn refusal(count: usize, span: Span, what: &str) -> Option<Diagnostic> {
    (count > MAX_MEMBERS).then(|| {
        let message = format!("expected at most {MAX_MEMBERS} {what}, found {count}");
        Diagnostic::error(Code::TOO_MUCH, span, message)
            .help("divide it into several, or use a map with free keys")
    })
}
