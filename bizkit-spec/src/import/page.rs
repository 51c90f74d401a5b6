//! The text of a page of the vendor's documentation to an OpenAPI document of one operation, so that it goes the
//! way of every other document.
//!
//! A page as it is copied out of a browser has lost its marks: names, types and `required` stand together
//! (`cuRefNostringrequired`), links are words, lists are lines. Three layouts are read: the interactive one, the
//! reference, and the plain one that came first. All name the method and the path, list parameters under
//! headings, and show a call and a reply.

mod parameter;
mod sample;

use super::schema::is_link;
use super::tree::{Tree, object, text};
use crate::json::Json;
use parameter::Parameter;
use sample::Call;

/// Headings behind which parameters stand, with the place that they name.
const PLACES: [(&str, &str); 8] = [
    ("query parameter", "query"),
    ("body parameter", "body"),
    ("path parameter", "path"),
    ("header parameter", "header"),
    ("request body", "body"),
    ("get parameter", "query"),
    ("post parameter", "body"),
    ("body field", "body"),
];

/// Headings that end the list of parameters.
const ENDS: [&str; 9] = [
    "example request",
    "example response",
    "request example",
    "response example",
    "responses",
    "response",
    "curl",
    "javascript fetch",
    "errors",
];

/// A page that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageError {
    /// What is missing.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// Whether a text looks like a page, not like a document for programs.
pub fn is_page(content: &str) -> bool {
    let head = content.trim_start_matches('\u{feff}').trim_start();
    let document = head.starts_with('{')
        || content.lines().any(|line| line.starts_with("openapi:") || line.starts_with("swagger:"));
    !document && route(content).is_some()
}

/// Reads a page.
///
/// ```
/// let page = "get\n\n/api/v1/thing/list\n\nParameters\n\n1 query parameter\n\npagestring\n\nExample Response\n\n200Success\n{ \"items\": [] }\n";
/// let document = bizkit_spec::import::page(page)?;
/// assert_eq!(document.get("openapi").and_then(|version| version.as_str()), Some("3.1.0"));
/// # Ok::<(), bizkit_spec::import::PageError>(())
/// ```
///
/// # Errors
/// Where the text names no method with a path.
pub fn page(content: &str) -> Result<Json, PageError> {
    let content = content.replace("\r\n", "\n").replace('\u{a0}', " ");
    let Some((method, path)) = route(&content) else {
        return Err(PageError {
            message: "the text names no method with a path".to_owned(),
            help: "copy the whole page, from the line with `get` or `post` and the path to the example reply"
                .to_owned(),
        });
    };
    let call = sample::call(&content, &path);
    let parameters = parameters(&content, &method, &path);
    let mut operation = Tree::new();
    if let Some(summary) = summary(&content, &path) {
        operation.set("summary", text(&summary));
    }
    place_parameters(&mut operation, &parameters, &call);
    operation.set("responses", responses(&content));
    let url = base_url(&content, &call);
    let mut document = Tree::new().with("openapi", text("3.1.0"));
    document.set("info", object([("title".to_owned(), text(&title(url.as_deref())))]));
    if let Some(url) = url {
        document.set("servers", Json::Array(vec![object([("url".to_owned(), text(&url))])]));
    }
    let item = object([(method, operation.json())]);
    document.set("paths", object([(path, item)]));
    Ok(document.json())
}

/// The method and the path: on two lines, on one, or out of the sample call.
fn route(content: &str) -> Option<(String, String)> {
    let is_path = |word: &str| {
        word.starts_with('/')
            && word.len() > 1
            && !word.starts_with("//")
            && !word.contains(char::is_whitespace)
    };
    let method_of = |word: &str| {
        let word = word.to_ascii_lowercase();
        super::place::METHODS.contains(&word.as_str()).then_some(word)
    };
    let lines: Vec<&str> = content.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    for (index, line) in lines.iter().enumerate() {
        if let Some(method) = method_of(line) {
            let next = lines[index + 1..].iter().take(3).find(|line| is_path(line));
            if let Some(path) = next {
                return Some((method, (*path).to_owned()));
            }
        }
        let mut words = line.trim_start_matches(['#', '`', ' ']).split_whitespace();
        if let (Some(first), Some(second)) = (words.next(), words.next()) {
            let path = second.trim_end_matches('`');
            let path = path
                .strip_prefix("https://")
                .map_or(path, |rest| rest.find('/').map_or("", |at| &rest[at..]));
            let path = path.split(['?', '"']).next().unwrap_or_default();
            if let Some(method) = method_of(first).filter(|_| is_path(path)) {
                return Some((method, path.to_owned()));
            }
        }
    }
    None
}

/// What the page says that the call does, where it says more than where it is.
fn summary(content: &str, path: &str) -> Option<String> {
    const GENERAL: [&str; 4] =
        ["API endpoint documentation", "Endpoint Info", "Authentication Required", "Parameters"];
    let mut lines = content.lines().map(str::trim).filter(|line| !line.is_empty());
    let names_path = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().map(|word| word.trim_matches('`')).collect();
        words.len() < 4 && words.last() == Some(&path)
    };
    lines.find(|line| names_path(line))?;
    let line = lines.next().filter(|line| !GENERAL.contains(line) && !line.starts_with("Base URL"));
    let words = path.rsplit('/').find(|part| !part.is_empty() && !part.starts_with('{'));
    let above = path.split('/').filter(|part| !part.is_empty()).rev().nth(1);
    line.map(|line| line.trim_end_matches('.').to_owned()).filter(|line| line.contains(' ')).or_else(|| {
        let words = format!("{}: {}", above?, words?.replace(['-', '_'], " "));
        let mut letters = words.chars();
        letters.next().map(|first| first.to_uppercase().to_string() + letters.as_str())
    })
}

/// The lines between the headings of the parameters and what follows them.
fn parameters(content: &str, method: &str, path: &str) -> Vec<Parameter> {
    let mut found: Vec<Parameter> = Vec::new();
    let mut place = if ["post", "put", "patch"].contains(&method) { "body" } else { "query" };
    let mut inside = false;
    for line in content.lines() {
        let bare = line.trim().trim_start_matches(['#', ' ']);
        let heading = bare
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .trim()
            .trim_end_matches(':')
            .to_ascii_lowercase();
        let short = bare.split_whitespace().count() < 5;
        if let Some((_, named)) = PLACES.iter().find(|(words, _)| short && heading.starts_with(words)) {
            inside = true;
            place = named;
            continue;
        }
        if ["parameters", "request parameters"].contains(&heading.as_str()) {
            inside = true;
            continue;
        }
        if inside && ENDS.contains(&heading.as_str()) {
            inside = false;
        }
        if !inside {
            continue;
        }
        match parameter::header(bare) {
            Some((name, kind, required)) => {
                let place = if path.contains(&format!("{{{name}}}")) { "path" } else { place };
                found.push(Parameter::new(name, kind, required, place));
            }
            None => {
                if let Some(parameter) = found.last_mut() {
                    parameter.say(line);
                }
            }
        }
    }
    found
}

/// `parameters` and `requestBody` of the operation.
fn place_parameters(operation: &mut Tree, parameters: &[Parameter], call: &Call) {
    let mut outside = Vec::new();
    let mut fields = Vec::new();
    let mut required = Vec::new();
    for parameter in parameters {
        let example = call.value(&parameter.name);
        // The key is an argument of the query, whatever the heading says.
        let in_query = parameter.place == "body" && call.in_query(&parameter.name);
        let mut schema = parameter.schema();
        if let Some(example) = example.and_then(|value| parameter.typed(value)) {
            schema.set("example", example);
        }
        if parameter.place == "body" && !in_query {
            if parameter.required {
                required.push(text(&parameter.name));
            }
            fields.push((parameter.name.clone(), schema.json()));
            continue;
        }
        let place = if in_query { "query" } else { parameter.place };
        let mut tree = Tree::new().with("name", text(&parameter.name)).with("in", text(place));
        if parameter.required || place == "path" {
            tree.flag("required");
        }
        if let Some(description) = schema.remove("description") {
            tree.set("description", description);
        }
        tree.set("schema", schema.json());
        outside.push(tree.json());
    }
    if !outside.is_empty() {
        operation.set("parameters", Json::Array(outside));
    }
    if !fields.is_empty() {
        let schema = Tree::of("object")
            .with("properties", Json::Object(fields))
            .with("required", Json::Array(required));
        let media = object([("schema".to_owned(), schema.json())]);
        let content = object([("application/json".to_owned(), media)]);
        operation.set(
            "requestBody",
            object([("content".to_owned(), content), ("required".to_owned(), Json::Bool(true))]),
        );
    }
}

/// Each status with the body that is shown for it.
fn responses(content: &str) -> Json {
    let mut found: Vec<(String, Json)> = Vec::new();
    for (status, words, body) in sample::replies(content) {
        if found.iter().any(|(known, _)| *known == status) {
            continue;
        }
        let mut response = Tree::new().with("description", text(words.as_str()));
        if let Some(body) = body {
            let mut media = Tree::new();
            if sample::is_placeholder(&body) {
                media.set("schema", Json::Object(Vec::new()));
            } else {
                media.set("example", body);
            }
            response.set("content", object([("application/json".to_owned(), media.json())]));
        }
        found.push((status, response.json()));
    }
    Json::Object(found)
}

/// The host that the page names, or the one of its sample call.
fn base_url(content: &str, call: &Call) -> Option<String> {
    let named = content.lines().find_map(|line| line.trim().strip_prefix("Base URL"));
    let host = named.map(|rest| rest.trim_start_matches([':', ' ']).trim_end_matches('/').to_owned());
    let url = host
        .filter(|host| !host.is_empty())
        .map(|host| if host.contains("://") { host } else { format!("https://{host}") });
    url.filter(|url| is_link(url)).or_else(|| call.origin.clone())
}

/// `https://api.example.com` -> `Example`
fn title(url: Option<&str>) -> String {
    let host = url.and_then(|url| url.split("://").nth(1)).unwrap_or_default();
    let word = host.split('.').rev().nth(1).unwrap_or("API");
    super::names::type_name(word).unwrap_or_else(|| "API".to_owned())
}

#[cfg(test)]
mod tests;
