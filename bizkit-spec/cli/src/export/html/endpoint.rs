//! An endpoint to its part of the page: what it is for, its arguments, its responses, its errors, its documented calls.

use super::markup::{Html, anchor, code};
use super::tree::{Tree, deprecation, groups};
use super::{facts, samples, text};
use bizkit_spec::json::Json;
use bizkit_spec::json::build::pretty;
use bizkit_spec::model::{Body, Content, Endpoint, Example, Field, Status};
use bizkit_spec::rust;

pub(super) fn section(html: &mut Html, tree: &mut Tree<'_>, endpoint: &Endpoint, root: &str) {
    tree.begin();
    html.tag("section", &[("class", "e"), ("id", &endpoint.id)], |html| {
        head(html, endpoint);
        html.tag("div", &[("class", "d")], |html| {
            let about = endpoint.about.description.as_deref().map(text::blocks).unwrap_or_default();
            html.html(&about);
            facts::write(html, &facts::of(tree.api, endpoint));
            arguments(html, tree, endpoint);
            responses(html, tree, endpoint);
            errors(html, tree, endpoint);
        });
        html.tag("aside", &[("aria-label", "Try it")], |html| {
            html.html(&samples::of(tree.api, endpoint, root));
            for example in &endpoint.examples {
                documented(html, endpoint, example);
            }
        });
    });
}

fn head(html: &mut Html, endpoint: &Endpoint) {
    html.tag("header", &[], |html| {
        let title = endpoint.about.summary.as_deref().map_or_else(|| code(&endpoint.id), text::inline);
        html.tag("h1", &[], |html| html.html(&title));
        html.tag("p", &[("class", "l")], |html| {
            html.line("b", &[("class", endpoint.method.as_str())], endpoint.method.as_str());
            html.text(" ");
            html.html(&code(&endpoint.path_template()));
        });
        if let Some(note) = deprecation(endpoint.about.deprecated.as_ref()) {
            html.tag("p", &[], |html| html.html(&note));
        }
    });
}

fn arguments(html: &mut Html, tree: &mut Tree<'_>, endpoint: &Endpoint) {
    let fields: Vec<&Field> = rust::arguments(endpoint).collect();
    if fields.is_empty() {
        return;
    }
    html.line("h2", &[], "Arguments");
    groups(html, &endpoint.constraints, &fields);
    tree.rules = true;
    html.tag("dl", &[("class", "m a")], |html| {
        let own = |field: &Field| rust::names::setter(endpoint, &field.name);
        for parameter in &endpoint.parameters {
            let field = &parameter.field;
            tree.member(html, field, &own(field), vec![parameter.location.word().to_owned()]);
        }
        if let Some(Body { field, content_type }) = &endpoint.body {
            let note = format!("the whole body, {}", code(content_type));
            tree.member(html, field, &own(field), vec![note]);
        }
    });
    tree.rules = false;
}

fn responses(html: &mut Html, tree: &mut Tree<'_>, endpoint: &Endpoint) {
    html.line("h2", &[], "Responses");
    for response in &endpoint.responses {
        let status = response.status.to_string();
        let kind = if response.status.is_failure() { "r x" } else { "r" };
        html.tag("section", &[("class", kind), ("data-s", &status)], |html| {
            html.tag("h3", &[], |html| {
                html.line("b", &[], &status);
                html.text(" ");
                html.text(response.status.title().trim_start_matches(&status).trim());
                html.html(" <small>");
                match &response.content {
                    Content::Empty => html.text("nothing"),
                    Content::Json(schema) => html.html(&tree.words(schema)),
                    Content::Text(ty) => html.html(&format!("text, {}", code(ty))),
                    Content::Binary(ty) => html.html(&format!("bytes, {}", code(ty))),
                }
                html.html("</small>");
            });
            html.html(&response.description.as_deref().map(text::blocks).unwrap_or_default());
            if let Content::Json(schema) = &response.content {
                tree.value(html, schema, response.description.as_deref());
            }
        });
    }
}

fn errors(html: &mut Html, tree: &Tree<'_>, endpoint: &Endpoint) {
    if endpoint.errors.is_empty() {
        return;
    }
    html.line("h2", &[], "Error codes");
    html.tag("ul", &[("class", "c")], |html| {
        for error in endpoint.errors.iter().map(|index| index.of(&tree.api.errors)) {
            html.tag("li", &[], |html| {
                html.html(&anchor(&format!("errors/{}", error.code), &error.code));
                html.text(" ");
                html.html(&text::inline(&error.summary));
            });
        }
    });
}

/// A documented call: its arguments and its response.
fn documented(html: &mut Html, endpoint: &Endpoint, example: &Example) {
    html.tag("figure", &[], |html| {
        let title = example.summary.as_deref().map_or("The documented call".to_owned(), text::inline);
        html.tag("figcaption", &[], |html| {
            html.html(&title);
            html.html(" <small>");
            html.text(&Status::Code(example.status).title());
            html.html("</small>");
        });
        if let Some(request) = &example.request {
            html.line("pre", &[("class", "q")], &json(request));
        }
        let response = endpoint.response(example.status);
        match (&example.response, response.map(|response| &response.content)) {
            (Some(Json::String(text)), Some(Content::Text(_))) => html.line("pre", &[("class", "w")], text),
            (Some(Json::String(bytes)), Some(Content::Binary(ty))) => {
                let shown = format!("bytes, {}, in base64 {}", code(ty), code(bytes));
                html.tag("p", &[("class", "n")], |html| html.html(&shown));
            }
            (Some(value), _) => html.line("pre", &[("class", "w j")], &json(value)),
            (None, _) => {}
        }
    });
}

fn json(value: &Json) -> String {
    let mut out = String::new();
    pretty(value, 0, &mut out);
    out
}
