//! The text of a page of the vendor's documentation to an OpenAPI document, so that it goes the way of every other
//! document.
//!
//! A page as it is copied out of a browser has lost its marks: names, types and `required` stand together
//! (`cuRefNostringrequired`), links are words, lists are lines. Each line is used, known furniture of the layout, or
//! told as unread; what the page says of itself, such as how many parameters it has, is compared with what was found.

mod code;
mod furniture;
mod group;
mod head;
mod kind;
mod operation;
mod parameter;
mod response;
mod sample;
mod text;
mod walk;

use crate::import::account::Account;
use crate::import::text::is_link;
use crate::import::tree::{Tree, object, set, text as json};
use crate::import::{account, names};
use crate::openapi::join;
use bizkit_spec::json::Json;
use operation::Operation;
use text::Line;

/// Longest page; those of the vendor have a few kilobytes.
const MAX_BYTES: usize = 256 * 1024;

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
    let head = content.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
    let document = head.starts_with('{')
        || content.lines().any(|line| {
            let line = line.trim_start_matches(['\u{feff}', '"', '\'']);
            line.starts_with("openapi") && line.contains(':')
                || line.starts_with("swagger") && line.contains(':')
        });
    if document {
        return false;
    }
    let end = (0..=MAX_BYTES.min(content.len())).rev().find(|at| content.is_char_boundary(*at));
    let lines = text::lines(&content[..end.unwrap_or_default()]);
    // What stands on pages alone, where their first lines are missing.
    let is_shown = |line: &Line| {
        matches!(
            furniture::heading(line),
            Some(furniture::Heading::Parameters { place: Some(_), .. } | furniture::Heading::Responses)
        ) && !line.text.ends_with(':')
    };
    !head::routes(&lines).is_empty() || lines.iter().filter(|line| is_shown(line)).count() > 1
}

/// Reads a page, or several that stand in one text.
///
/// The member `x-page` of the document says what the page holds, so that [`import`](fn@crate::import::import) can compare
/// it with what it has written.
///
/// ```
/// let page = "get\n\n/api/v1/thing/list\n\nParameters\n\n1 query parameter\n\npagestring\n\nExample Response\n\n200Success\n{ \"items\": [] }\n";
/// let document = bizkit_cli::import::page(page)?;
/// assert_eq!(document.get("openapi").and_then(|version| version.as_str()), Some("3.1.0"));
/// # Ok::<(), bizkit_cli::import::PageError>(())
/// ```
///
/// # Errors
/// Where the text names no method with a path, or is longer than any page.
pub fn page(content: &str) -> Result<Json, PageError> {
    if content.len() > MAX_BYTES {
        return Err(PageError {
            message: format!("the text is longer than a page can be, which is {} KiB", MAX_BYTES / 1024),
            help: "copy one page of the documentation at a time".to_owned(),
        });
    }
    let lines = text::lines(content);
    let mut routes = head::routes(&lines);
    routes.extend(head::bare_path(&lines).filter(|_| routes.is_empty()));
    if routes.is_empty() {
        return Err(PageError {
            message: "no method and path found".to_owned(),
            help:
                "copy the page from its first line, with `get` or `post` and the path, to the example response"
                    .to_owned(),
        });
    }
    // What stands above the first call belongs to it, and a line of where one is to the call below it.
    let starts = |index: usize| {
        let start = routes[index].start;
        let above = (0..start).rev().find(|at| !lines[*at].is_blank());
        let path = routes[index].path.as_str();
        above.filter(|at| lines[*at].text.ends_with(path)).unwrap_or(start)
    };
    let mut account = Account::default();
    let mut paths = Json::Object(Vec::new());
    let mut url = None;
    for (index, route) in routes.iter().enumerate() {
        let start = if index == 0 { 0 } else { starts(index) };
        let end = if index + 1 < routes.len() { starts(index + 1) } else { lines.len() };
        let mut route = route.clone();
        route.start -= start;
        route.end -= start;
        let operation = Operation::read(&lines[start..end], &route, &mut account);
        url = url.or_else(|| operation.url.clone());
        let mut item = paths.get(&route.path).cloned().unwrap_or_else(|| Json::Object(Vec::new()));
        if item.get(&operation.method).is_some() {
            account.lose(operation.line, "the same call stands there twice: the first one counts");
            continue;
        }
        set(&mut item, &operation.method, operation.tree.json());
        set(&mut paths, &route.path, item);
    }
    let mut document = Tree::new().with("openapi", json("3.1.0"));
    document.set("info", object([("title".to_owned(), json(&title(url.as_deref())))]));
    if let Some(url) = &url {
        document.set("servers", Json::Array(vec![object([("url".to_owned(), json(url))])]));
    }
    document.set("paths", paths);
    document.set(account::MEMBER, account.json());
    Ok(document.json())
}

/// `https://api.example.com` -> `Example`
fn title(url: Option<&str>) -> String {
    let host = url.and_then(|url| url.split("://").nth(1)).unwrap_or_default();
    let word = host.split(['/', ':']).next().unwrap_or_default().split('.').rev().nth(1).unwrap_or("API");
    names::type_name(word).unwrap_or_else(|| "API".to_owned())
}

/// The host that a page names, with a scheme.
fn url_of(host: &str) -> Option<String> {
    let host = host.trim_end_matches('/');
    let url = if host.contains("://") { host.to_owned() } else { format!("https://{host}") };
    is_link(&url).then_some(url)
}

/// Where an operation stands in the document that is made.
fn pointer(path: &str, method: &str) -> String {
    join(&join("/paths", path), method)
}

#[cfg(test)]
mod tests;
