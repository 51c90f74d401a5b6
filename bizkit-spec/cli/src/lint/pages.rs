//! Lists that go on: described where they do, and in one way all over the API.

use bizkit_spec::codes::Code;
use bizkit_spec::diagnostic::{Diagnostic, Diagnostics};
use bizkit_spec::model::{Api, Content, Endpoint, Kind, PageStyle, Pagination, ParameterId};
use std::collections::BTreeMap;

/// Parameters that count pages or items.
const CURSORS: [&str; 5] = ["page", "offset", "skip", "pageNumber", "pageIndex"];

pub(super) fn check(api: &Api, findings: &mut Diagnostics) {
    for endpoint in api.endpoints.iter().filter(|endpoint| endpoint.pagination.is_none()) {
        let counter = endpoint.parameters.iter().find(|one| CURSORS.contains(&one.field.wire.as_str()));
        if let Some(counter) = counter.filter(|_| gives_list(api, endpoint)) {
            let message =
                format!("`{}` takes `{}`, and has no `pagination`", endpoint.id, counter.field.wire);
            let help = format!("add `pagination: {{ page: {}, items: .. }}`", counter.field.wire);
            findings.push(
                Diagnostic::warning(Code::INCONSISTENT_PAGINATION, counter.field.span, message).help(help),
            );
        }
    }
    let paged: Vec<(&Endpoint, &Pagination)> =
        api.endpoints.iter().filter_map(|one| Some((one, one.pagination.as_ref()?))).collect();
    let cursors: Vec<_> = paged.iter().map(|(one, pages)| (*one, cursor(one, pages))).collect();
    let limits = paged.iter().filter_map(|(one, pages)| Some((*one, limit(one, pages)?))).collect();
    for ways in [cursors, limits] {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (_, (_, way)) in &ways {
            *counts.entry(way).or_default() += 1;
        }
        let Some((usual, _)) = counts.iter().find(|(_, count)| **count * 2 > ways.len()) else { continue };
        for (endpoint, (id, way)) in ways.iter().filter(|(_, (_, way))| way != usual) {
            let message = format!("`{}` pages by {way}, and most lists by {usual}", endpoint.id);
            let span = id.of(&endpoint.parameters).field.span;
            let help = "correct it, unless the vendor's page really says so";
            findings.push(Diagnostic::warning(Code::INCONSISTENT_PAGINATION, span, message).help(help));
        }
    }
}

/// Whether a success holds a list.
fn gives_list(api: &Api, endpoint: &Endpoint) -> bool {
    let is_list = |content: &Content| match content {
        Content::Json(schema) => match &api.resolved(schema).kind {
            Kind::Array(_) => true,
            Kind::Object(object) => {
                object.fields.iter().any(|field| matches!(api.resolved(&field.schema).kind, Kind::Array(_)))
            }
            _ => false,
        },
        _ => false,
    };
    endpoint
        .responses
        .iter()
        .filter(|response| !response.status.is_failure())
        .any(|response| is_list(&response.content))
}

/// The parameter that counts, and its way.
fn cursor(endpoint: &Endpoint, pages: &Pagination) -> (ParameterId, String) {
    let style = match pages.style {
        PageStyle::Page { first } => format!("pages from {first} in `{}`", wire(endpoint, pages.cursor)),
        PageStyle::Offset => format!("items to leave out in `{}`", wire(endpoint, pages.cursor)),
    };
    (pages.cursor, style)
}

/// The parameter of the page's size, and its name.
fn limit(endpoint: &Endpoint, pages: &Pagination) -> Option<(ParameterId, String)> {
    let limit = pages.limit?;
    Some((limit, format!("a size in `{}`", wire(endpoint, limit))))
}

fn wire(endpoint: &Endpoint, id: ParameterId) -> &str {
    &id.of(&endpoint.parameters).field.wire
}
