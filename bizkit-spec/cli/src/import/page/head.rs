//! The head of a page: the method, the path, the host, and what the call is for.

use super::sample::matched;
use super::text::{Line, straight};
use crate::import::place::METHODS;

/// Where a call is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Route {
    /// Every method that stands there, in small letters, with its line.
    pub(super) methods: Vec<(String, usize)>,
    pub(super) path: String,
    /// The host, where the path stands as a URL.
    pub(super) origin: Option<String>,
    /// The lines, counted from zero.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// Every place of a text that names another call than the one before it.
pub(super) fn routes(lines: &[Line]) -> Vec<Route> {
    let mut found: Vec<Route> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let Some(route) = route_at(lines, at) else {
            at += 1;
            continue;
        };
        at = route.end + 1;
        let is_new = found.last().is_none_or(|last| {
            let filled_in = matched(&last.path, &route.path).is_some();
            !filled_in
                || !route
                    .methods
                    .iter()
                    .all(|(method, _)| last.methods.iter().any(|(known, _)| known == method))
        });
        if is_new {
            found.push(route);
        }
    }
    found
}

/// A path alone on its line, where no method stands before it.
pub(super) fn bare_path(lines: &[Line]) -> Option<Route> {
    let at = lines
        .iter()
        .position(|line| path_of(line.bare()).is_some_and(|(path, _)| path.matches('/').count() > 1))?;
    let (path, origin) = path_of(lines[at].bare())?;
    let calls = lines.iter().find_map(|line| {
        let line = straight(&line.text);
        let word = line.split("method: \"").nth(1).or_else(|| line.split("-X ").nth(1))?;
        method_of(word.split(['"', ' ']).next()?)
    })?;
    Some(Route { methods: vec![(calls, lines[at].number)], path, origin, start: at, end: at })
}

/// The call that is named at a line: `GET /path`, or methods and then the path on lines of their own.
fn route_at(lines: &[Line], at: usize) -> Option<Route> {
    let bare = lines[at].bare().trim_matches('`');
    if let Some((method, rest)) = bare.split_once(' ')
        && let Some(method) = method_of(method)
    {
        let rest = rest.trim().split(' ').next().unwrap_or_default();
        let (path, origin) = path_of(rest)?;
        return Some(Route { methods: vec![(method, lines[at].number)], path, origin, start: at, end: at });
    }
    let mut methods = Vec::new();
    for (index, line) in lines.iter().enumerate().skip(at).filter(|(_, line)| !line.is_blank()).take(8) {
        match method_of(line.bare()) {
            Some(method) => methods.push((method, line.number)),
            None if methods.is_empty() => return None,
            None => {
                let (path, origin) = path_of(line.bare())?;
                return Some(Route { methods, path, origin, start: at, end: index });
            }
        }
    }
    None
}

pub(super) fn method_of(word: &str) -> Option<String> {
    let word = word.trim_matches(['`', '*']).to_ascii_lowercase();
    let known = METHODS.contains(&word.as_str()) || ["head", "options", "trace"].contains(&word.as_str());
    known.then_some(word)
}

/// A path, with `{name}` for its parameters, and the host where it is a whole URL.
fn path_of(word: &str) -> Option<(String, Option<String>)> {
    let word = word.trim_matches(['`', '*', '"', '\'']);
    if word.contains(char::is_whitespace) || word.len() > 500 {
        return None;
    }
    let (origin, path) = match word.find("://") {
        Some(at) if ["http", "https"].contains(&&word[..at]) => {
            let host = at + 3;
            let end = word[host..].find('/')? + host;
            (Some(word[..end].to_owned()), &word[end..])
        }
        _ => (None, word),
    };
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let is_path = path.starts_with('/')
        && path.len() > 1
        && !path.starts_with("//")
        && path[1..].starts_with(|c: char| c.is_alphanumeric() || "_{:<.".contains(c));
    let part = |part: &str| {
        let name = part.strip_prefix(':').or_else(|| part.strip_prefix('<')?.strip_suffix('>'));
        name.filter(|name| !name.is_empty()).map_or_else(|| part.to_owned(), |name| format!("{{{name}}}"))
    };
    is_path.then(|| (path.split('/').map(part).collect::<Vec<_>>().join("/"), origin))
}

/// `Base URLapi.example.com`, and the same with a colon or on two lines: what stands behind a label.
pub(super) fn labelled<'l>(lines: &'l [Line], at: usize, label: &str) -> Option<(&'l str, usize)> {
    let rest = lines[at].bare().strip_prefix(label)?;
    let rest = rest.trim_matches([':', ' ', '`', '*']);
    if !rest.is_empty() {
        return Some((rest, at));
    }
    let next = (at + 1..lines.len()).find(|next| !lines[*next].is_blank())?;
    Some((lines[next].bare().trim_matches('`'), next))
}

/// What a call is called by the words of its path: `/api/v1/chat/room/{id}` -> `Chat room`.
pub(super) fn name_of(path: &str) -> Option<String> {
    let is_word = |part: &&str| {
        let is_version =
            part.strip_prefix('v').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        !part.is_empty() && !part.contains('{') && *part != "api" && !is_version
    };
    let mut words: Vec<String> =
        path.split('/').filter(is_word).map(|part| part.replace(['-', '_'], " ")).collect();
    words.dedup();
    let words = words.join(" ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().to_string() + letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::text::lines;
    use super::*;

    #[test]
    fn a_call_is_named_on_one_line_or_on_several() {
        for (text, methods, path) in [
            ("get\n\n/api/v1/a/b\n", "get", "/api/v1/a/b"),
            ("get\npost\n\n/api/v1/a/b\n", "get post", "/api/v1/a/b"),
            ("## `POST /a/{id}`", "post", "/a/{id}"),
            ("DELETE https://x.example/a/:id?k=1", "delete", "/a/{id}"),
            ("GET /a/b HTTP/1.1", "get", "/a/b"),
        ] {
            let found = routes(&lines(text));
            assert_eq!(found.len(), 1, "{text}");
            let names: Vec<&str> = found[0].methods.iter().map(|(method, _)| method.as_str()).collect();
            assert_eq!((names.join(" ").as_str(), found[0].path.as_str()), (methods, path));
        }
        for text in [
            "get",
            "get\nExample Response\n/a/b",
            "/a/b",
            "the get /a/b",
            "curl -X GET \"https://x.example/a\"",
        ] {
            assert_eq!(routes(&lines(text)), [], "{text}");
        }
    }

    #[test]
    fn another_call_begins_another_page_and_the_same_one_filled_in_does_not() {
        let paths = |text: &str| routes(&lines(text)).into_iter().map(|it| it.path).collect::<Vec<_>>();
        assert_eq!(paths("get\n/a/{id}\ntext\nGET /a/7 HTTP/1.1\nget\n/b/c\n"), ["/a/{id}", "/b/c"]);
        assert_eq!(paths("get\n/a/b\ntext\npost\n/a/b"), ["/a/b", "/a/b"]);
    }

    #[test]
    fn a_path_has_a_name_of_its_own_words() {
        for (path, name) in [
            ("/api/v1/customer/detail", Some("Customer detail")),
            ("/api/v1/room/{id}/room", Some("Room")),
            ("/api/v1/chat/room/{id}/read-all", Some("Chat room read all")),
            ("/{id}", None),
        ] {
            assert_eq!(name_of(path).as_deref(), name, "{path}");
        }
    }
}
