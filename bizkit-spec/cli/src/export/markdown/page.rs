//! The page of an endpoint: every fact, then the documented calls in three languages.

use super::code;
use super::text::table;
use super::types::{Types, constraints, deprecation};
use super::wire::Wire;
use crate::export::words;
use bizkit_spec::json::Json;
use bizkit_spec::json::build::pretty;
use bizkit_spec::model::{
    About, Api, Body, Content, Endpoint, Example, Field, Parameter, Response, RetryClass, Status,
};
use bizkit_spec::period;
use bizkit_spec::prose::{self, code as span, fence as block};
use bizkit_spec::rust;
use std::fmt::Write;

pub(super) fn endpoint(api: &Api, endpoint: &Endpoint, root: &str) -> String {
    // `head` says what holds for the call as a whole; tables and examples have functions of their own.
    let Endpoint {
        id,
        module: _,
        name: _,
        about: About { summary, description, docs: _, deprecated, seen: _ },
        method,
        base_url: _,
        key: _,
        retry: _,
        timeout: _,
        rate_limit: _,
        parameters: _,
        request: _,
        body,
        constraints: _,
        responses: _,
        pagination: _,
        examples: _,
        errors: _,
        span: _,
    } = endpoint;
    let mut types = Types::on_page(api, id);
    let mut out = format!("# {}\n\n", prose::inline(summary.as_deref().unwrap_or(id)));
    let line = format!("{} {}", method.as_str(), endpoint.path_template());
    let _ = writeln!(out, "{}\n", span(&line));
    let description = description.as_deref().map(prose::blocks);
    for text in deprecation(deprecated.as_ref()).iter().chain(&description) {
        let _ = writeln!(out, "{text}\n");
    }
    out.push_str(&table(["", ""], &head(api, endpoint)));
    section(&mut out, "Parameters", &parameters(&mut types, endpoint));
    if let Some(Body { content_type, field }) = body {
        let ty = types.describe(&field.schema);
        let name = span(&rust::names::setter(endpoint, &field.name));
        let rows = [[span(content_type), name, ty, types.about(&field.schema)]];
        section(&mut out, "Body", &table(["Content type", "In Rust", "Type", "Meaning"], &rows));
    }
    section(&mut out, "Responses", &responses(&mut types, endpoint));
    section(&mut out, "Error codes", &codes(api, endpoint));
    section(&mut out, "Types", types.explained().trim_start());
    section(&mut out, "Examples", &examples(api, endpoint, root));
    out
}

fn section(out: &mut String, title: &str, text: &str) {
    if !text.is_empty() {
        let _ = write!(out, "\n## {title}\n\n{text}");
    }
}

fn head(api: &Api, endpoint: &Endpoint) -> Vec<[String; 2]> {
    let row = |name: &str, value: String| [name.to_owned(), value];
    let mut rows = vec![
        row("Rust", span(&rust::request_path(endpoint))),
        row("Gives", span(&rust::response_type(api, endpoint))),
    ];
    rows.extend(rust::failure_type(api, endpoint).map(|ty| row("Fails with", span(&ty))));
    rows.push(row("Host", span(endpoint.base_url.as_ref().unwrap_or(&api.base_url))));
    rows.push(row(
        "Key",
        endpoint.key.as_ref().map_or("none".to_owned(), |key| words::key(&key.name, &key.locations, span)),
    ));
    rows.push(row(
        "Repeated",
        match endpoint.retry {
            RetryClass::Safe => "even when it may have arrived".to_owned(),
            RetryClass::Never => "only when it certainly did not arrive".to_owned(),
        },
    ));
    rows.extend(endpoint.timeout.map(|time| row("Time", format!("may take {}", period::text(time)))));
    rows.extend(endpoint.rate_limit.as_ref().map(|limit| row("Quota", limit.to_string())));
    rows.extend(
        endpoint.pagination.as_ref().map(|pages| row("Pages", words::pagination(api, endpoint, pages, span))),
    );
    rows.extend(endpoint.about.seen.map(|seen| row("Known", seen.sentence())));
    rows.extend(endpoint.about.docs.as_deref().map(|link| row("Documentation", prose::address(link))));
    rows
}

fn parameters(types: &mut Types<'_>, endpoint: &Endpoint) -> String {
    if endpoint.parameters.is_empty() {
        return String::new();
    }
    let rows = endpoint.parameters.iter().map(|Parameter { location, field }| {
        let [name, presence, ty, about] = types.member(field);
        let usual = rust::names::setter(endpoint, &field.name);
        let own = if usual == field.wire { String::new() } else { span(&usual) };
        [name, own, location.word().to_owned(), presence, ty, about]
    });
    let rows: Vec<_> = rows.collect();
    let fields: Vec<&Field> = rust::arguments(endpoint).collect();
    let heads = ["Parameter", "In Rust", "In", "Presence", "Type", "Meaning"];
    table(heads, &rows) + &constraints(&endpoint.constraints, &fields)
}

fn responses(types: &mut Types<'_>, endpoint: &Endpoint) -> String {
    let rows = endpoint.responses.iter().map(|Response { status, description, content }| {
        let content = match content {
            Content::Empty => "nothing".to_owned(),
            Content::Json(schema) => types.describe(schema),
            Content::Text(ty) => format!("text, {}", span(ty)),
            Content::Binary(ty) => format!("bytes, {}", span(ty)),
        };
        [status.title(), content, description.as_deref().map(prose::inline).unwrap_or_default()]
    });
    table(["Status", "Content", "Meaning"], &rows.collect::<Vec<_>>())
}

fn codes(api: &Api, endpoint: &Endpoint) -> String {
    let rows: Vec<_> = endpoint
        .errors
        .iter()
        .map(|id| id.of(&api.errors))
        .map(|error| {
            let name = span(&error.code);
            [
                error.docs.as_deref().map_or(name.clone(), |link| prose::link(&name, link)),
                error.status.map_or(String::new(), |status| status.to_string()),
                prose::inline(&error.summary),
                error.help.as_deref().map(prose::inline).unwrap_or_default(),
            ]
        })
        .collect();
    if rows.is_empty() { String::new() } else { table(["Code", "Status", "Meaning", "What to do"], &rows) }
}

/// The call that succeeds in three languages, and every documented response.
fn examples(api: &Api, endpoint: &Endpoint, root: &str) -> String {
    let mut out = String::new();
    let shown = rust::call::example(endpoint);
    if let Some(example) = shown {
        let wire = Wire::of(api, endpoint, example);
        if let Some(call) = code::rust(api, endpoint, example, root) {
            out.push_str(&block("rust", &call));
            out.push('\n');
        }
        out.push_str(&block("sh", &code::curl(&wire)));
        out.push('\n');
        out.push_str(&block("js", &code::javascript(&wire)));
    }
    for example in &endpoint.examples {
        let title = example.summary.as_deref().map_or("The documented call".to_owned(), prose::inline);
        let _ = write!(out, "\n### {title}\n");
        let same = shown.is_some_and(|first| std::ptr::eq(first, example));
        if let (Some(request), false) = (&example.request, same) {
            let _ = write!(out, "\nThe arguments:\n\n{}", block("json", &json(request)));
        }
        out.push_str(&response(endpoint, example));
    }
    out.trim_start().to_owned()
}

fn response(endpoint: &Endpoint, example: &Example) -> String {
    let status = Status::Code(example.status).title();
    let response = endpoint.response(example.status);
    match (&example.response, response.map(|response| &response.content)) {
        (Some(value), Some(Content::Json(_))) => format!("\n{status}:\n\n{}", block("json", &json(value))),
        (Some(Json::String(text)), Some(Content::Text(_))) => {
            format!("\n{status}:\n\n{}", block("text", text))
        }
        (Some(_), Some(Content::Binary(ty))) => format!("\n{status}: bytes, {}\n", span(ty)),
        _ => format!("\n{status}\n"),
    }
}

fn json(value: &Json) -> String {
    let mut out = String::new();
    pretty(value, 0, &mut out);
    out
}
