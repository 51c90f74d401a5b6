//! What can go wrong with a call: its documented failures and codes in; the `# Errors` of its page out.

use super::context::Cx;
use super::response::Responses;
use super::{docs, names};
use bizkit_spec::model::{Content, Endpoint, Kind, Response, Schema, Variant};
use bizkit_spec::prose;
use bizkit_spec::rust::names::status;

/// The lines below `# Errors`, the heading included; none where the server documents nothing.
pub(super) fn section(cx: &Cx<'_>, endpoint: &Endpoint) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(failure) = Responses::of(cx, endpoint).failure_type() {
        let name = names::pascal(&endpoint.name);
        docs::paragraph(&mut lines, "# Errors");
        docs::paragraph(
            &mut lines,
            &format!(
                "The server may answer with a [`{failure}`]; [`{name}::failure`] takes it out of the error."
            ),
        );
        lines.push(String::new());
        lines.extend(endpoint.responses.iter().flat_map(|response| refusals(cx, response)));
    }
    if !endpoint.errors.is_empty() {
        if lines.is_empty() {
            docs::paragraph(&mut lines, "# Errors");
        }
        docs::paragraph(&mut lines, "Besides the errors that every call can give, the server documents:");
        lines.push(String::new());
        lines.extend(endpoint.errors.iter().map(|code| code.of(&cx.api.errors)).map(|error| {
            let code = match &error.docs {
                Some(link) => prose::link(&prose::code(&error.code), link),
                None => prose::code(&error.code),
            };
            format!("- {code}: {}", prose::inline(&error.summary))
        }));
    }
    lines
}

/// The failures of one documented response, a list item for each.
fn refusals(cx: &Cx<'_>, response: &Response) -> Vec<String> {
    let schema = match &response.content {
        Content::Json(schema) => Some(schema),
        Content::Empty | Content::Text(_) | Content::Binary(_) => None,
    };
    if response.status.is_failure() {
        let name = status(response.status);
        let text = response.description.as_deref().unwrap_or_default();
        let mut lines = vec![item(&name, &format!("{text} (status {})", response.status))];
        lines.extend(schema.into_iter().flat_map(|schema| codes(cx, schema)));
        return lines;
    }
    let Some(Kind::Union(union)) = schema.map(|schema| &cx.api.resolved(schema).kind) else {
        return Vec::new();
    };
    let failing = |variant: &&Variant| variant.failure;
    let refusal = |variant: &Variant| {
        let text = variant.description.as_deref().unwrap_or_default();
        let mut lines = vec![item(&variant.name.pascal(), text)];
        lines.extend(variant.schema.iter().flat_map(|schema| codes(cx, schema)));
        lines
    };
    union.variants.iter().filter(failing).flat_map(refusal).collect()
}

/// The codes that a failure tells its reason with, which mean something else at another endpoint.
fn codes(cx: &Cx<'_>, schema: &Schema) -> Vec<String> {
    let Kind::Object(object) = &cx.api.resolved(schema).kind else { return Vec::new() };
    let lists = object.fields.iter().filter_map(|field| match &cx.api.resolved(&field.schema).kind {
        Kind::Enum(list) => Some(list),
        _ => None,
    });
    let values = lists.flat_map(|list| &list.values);
    values
        .map(|value| format!("  {}", item(&value.wire, value.description.as_deref().unwrap_or_default())))
        .collect()
}

/// `- Name: what it means`, on one line.
fn item(name: &str, text: &str) -> String {
    let (name, text) = (prose::code(name), prose::inline(text));
    if text.is_empty() { format!("- {name}") } else { format!("- {name}: {text}") }
}
