//! A documented call in Rust, for a shell, and in JavaScript. Whatever the values hold is quoted.

use super::wire::{Body, Field, Value, Wire, encoded};
use bizkit_spec::json::Json;
use bizkit_spec::model::{Api, Endpoint, Example};
use bizkit_spec::rust;
use std::fmt::Write;

/// The call as the page of the generated request shows it; `None` where a value has no short form.
pub(in crate::export) fn rust(
    api: &Api,
    endpoint: &Endpoint,
    example: &Example,
    root: &str,
) -> Option<String> {
    let lines = rust::call::request(api, endpoint, example, &rust::call::Crates::of(root), None)?;
    Some(format!("let response = {}\n    .send(client)\n    .await?;", lines.join("\n")))
}

/// The call for `curl`.
pub(in crate::export) fn curl(wire: &Wire) -> String {
    let plain = wire.is_plain_get();
    let mut words = vec![match wire.method {
        _ if plain => format!("--get {}", single(&wire.url)),
        "GET" => single(&wire.url),
        method => format!("--request {method} {}", single(&wire.url)),
    }];
    for (name, before, value) in &wire.headers {
        words.push(format!("--header {}", shell(&format!("{name}: {before}"), value)));
    }
    // Both encode the value; the second one, which is newer, goes with a body.
    let option = if plain { "--data-urlencode" } else { "--url-query" };
    for (name, value) in &wire.query {
        words.push(format!("{option} {}", shell(&format!("{}=", encoded(name)), value)));
    }
    if let Some((content_type, body)) = &wire.body {
        words.push(format!("--header {}", single(&format!("Content-Type: {content_type}"))));
        words.push(match body {
            Body::File => "--data-binary @file".to_owned(),
            Body::Text(text) => format!("--data-raw {}", single(text)),
            Body::Json(value) => format!("--data-raw {}", single(&value.to_string())),
            Body::Fields(fields) => format!("--data-raw {}", object(fields)),
        });
    }
    format!("curl {}", words.join(" \\\n  "))
}

/// A word of a shell: `before` and the value.
fn shell(before: &str, value: &Value) -> String {
    match value {
        Value::Text(text) => single(&format!("{before}{text}")),
        Value::Key(env) => format!("\"{}${{{env}}}\"", double(before)),
    }
}

/// A word in single quotes.
fn single(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// The inside of double quotes.
fn double(text: &str) -> String {
    let special = |c: char| matches!(c, '\\' | '"' | '$' | '`');
    text.chars().flat_map(|c| special(c).then_some('\\').into_iter().chain([c])).collect()
}

/// A JSON object as a word of a shell.
fn object(fields: &[(String, Field)]) -> String {
    let quoted = |text: &str| text.replace('\'', r"'\''");
    let members = fields.iter().map(|(name, field)| {
        let name = quoted(&Json::String(name.clone()).to_string());
        match field {
            Field::Json(value) => format!("{name}:{}", quoted(&value.to_string())),
            // The quotes of the shell end, and begin again behind the key.
            Field::Key(env) => format!("{name}:\"'\"${{{env}}}\"'\""),
        }
    });
    format!("'{{{}}}'", members.collect::<Vec<_>>().join(","))
}

/// The call with `fetch`.
pub(in crate::export) fn javascript(wire: &Wire) -> String {
    let mut out = String::new();
    let quoted = |text: &str| Json::String(text.to_owned()).to_string();
    let value = |before: &str, value: &Value| match value {
        Value::Text(text) => quoted(&format!("{before}{text}")),
        Value::Key(env) if before.is_empty() => format!("process.env.{env}"),
        Value::Key(env) => format!("`{before}${{process.env.{env}}}`"),
    };
    let mut address = quoted(&wire.url);
    if !wire.query.is_empty() {
        out.push_str("const query = new URLSearchParams([\n");
        for (name, text) in &wire.query {
            let _ = writeln!(out, "  [{}, {}],", quoted(name), value("", text));
        }
        out.push_str("]);\n");
        address = format!("{address} + \"?\" + query");
    }
    let mut options = Vec::new();
    if wire.method != "GET" {
        options.push(format!("  method: {},\n", quoted(wire.method)));
    }
    let mut headers: Vec<String> = wire
        .headers
        .iter()
        .map(|(name, before, text)| format!("{}: {}", quoted(name), value(before, text)))
        .collect();
    headers.extend(wire.body.iter().map(|(ty, _)| format!("\"Content-Type\": {}", quoted(ty))));
    if !headers.is_empty() {
        options.push(format!("  headers: {{ {} }},\n", headers.join(", ")));
    }
    if let Some((_, body)) = &wire.body {
        options.push(format!("  body: {},\n", script_body(body)));
        if *body == Body::File {
            out.insert_str(0, "import { readFile } from \"node:fs/promises\";\n\n");
        }
    }
    let options = if options.is_empty() { String::new() } else { format!(", {{\n{}}}", options.concat()) };
    let _ = writeln!(out, "const response = await fetch({address}{options});");
    out.push_str("console.log(response.status, await response.text());");
    out
}

fn script_body(body: &Body) -> String {
    let quoted = |text: &str| Json::String(text.to_owned()).to_string();
    match body {
        Body::File => "await readFile(\"file\")".to_owned(),
        Body::Text(text) => quoted(text),
        Body::Json(value) => script_json(value),
        Body::Fields(fields) if fields.iter().all(|(_, field)| is_kept(field)) => {
            let member = |(name, field): &(String, Field)| match field {
                Field::Json(value) => format!("{}: {value}", quoted(name)),
                Field::Key(env) => format!("{}: process.env.{env}", quoted(name)),
            };
            format!("JSON.stringify({{ {} }})", fields.iter().map(member).collect::<Vec<_>>().join(", "))
        }
        Body::Fields(fields) => {
            let member = |(name, field): &(String, Field)| match field {
                Field::Json(value) => quoted(&format!("{}:{value}", quoted(name))),
                Field::Key(env) => {
                    format!("{} + JSON.stringify(process.env.{env})", quoted(&format!("{}:", quoted(name))))
                }
            };
            format!(
                "\"{{\" + [{}].join(\",\") + \"}}\"",
                fields.iter().map(member).collect::<Vec<_>>().join(", ")
            )
        }
    }
}

fn is_kept(field: &Field) -> bool {
    match field {
        Field::Json(value) => is_exact(value),
        Field::Key(_) => true,
    }
}

fn script_json(value: &Json) -> String {
    if is_exact(value) {
        format!("JSON.stringify({value})")
    } else {
        // A script would round the numbers.
        Json::String(value.to_string()).to_string()
    }
}

/// Whether a script keeps the digits of every number.
fn is_exact(value: &Json) -> bool {
    match value {
        Json::Number(text) => text.bytes().filter(u8::is_ascii_digit).count() <= 15,
        Json::Array(items) => items.iter().all(is_exact),
        Json::Object(members) => members.iter().all(|(_, value)| is_exact(value)),
        _ => true,
    }
}
