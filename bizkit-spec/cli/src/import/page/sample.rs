//! The sample call of a page: its host, its arguments in path, query and body, and values that are shown in full.

use super::text::mended;
use crate::import::tree::members;
use bizkit_spec::json::Json;
use percent_encoding::percent_decode_str;

/// Where the body of a call begins.
const BODIES: [&str; 8] = [
    "JSON.stringify(",
    "--data-raw '",
    "--data-binary '",
    "--data '",
    "--json '",
    "-d '",
    "Example Request Body\n",
    "Request Body\n",
];

/// More than any page shows.
const MAX_BODIES: usize = 32;

/// The sample call of a page.
#[derive(Debug, Default)]
pub(super) struct Call {
    /// Scheme and host.
    pub(super) origin: Option<String>,
    path: Vec<(String, String)>,
    query: Vec<(String, String)>,
    body: Option<Json>,
    /// Where a body stands that cannot be read, counted in lines from zero, and why.
    pub(super) unread: Option<(usize, String)>,
}

impl Call {
    /// What the call gives for a parameter.
    pub(super) fn value(&self, name: &str) -> Option<Json> {
        let given = |list: &[(String, String)]| {
            list.iter().find(|(known, _)| known == name).map(|(_, value)| Json::String(value.clone()))
        };
        let of_body = || self.body.as_ref().and_then(|body| body.get(name)).cloned();
        given(&self.path).or_else(|| given(&self.query)).or_else(of_body)
    }

    /// Whether the call gives it in the query and nowhere else.
    pub(super) fn in_query(&self, name: &str) -> bool {
        let in_body = self.body.as_ref().is_some_and(|body| body.get(name).is_some());
        self.query.iter().any(|(known, _)| known == name) && !in_body
    }

    /// Takes the first object that is sent.
    fn read_body(&mut self, content: &str) {
        let marks = BODIES.iter().flat_map(|mark| content.match_indices(mark));
        for (at, mark) in marks.take(MAX_BODIES) {
            let why = match block(&content[at + mark.len()..]) {
                Some(Ok((body @ Json::Object(_), _))) => {
                    self.body = Some(body);
                    self.unread = None;
                    return;
                }
                Some(Ok(_)) => "it is no object".to_owned(),
                Some(Err(why)) => why,
                None => continue,
            };
            let line = content[..at].matches('\n').count();
            self.unread
                .get_or_insert_with(|| (line, format!("the body of the sample call cannot be read: {why}")));
        }
    }

    /// Every name that is sent.
    pub(super) fn names(&self) -> Vec<String> {
        let body = self.body.as_ref().map(members).unwrap_or_default();
        let body = body.iter().map(|(name, _)| name);
        self.path.iter().chain(&self.query).map(|(name, _)| name).chain(body).cloned().collect()
    }
}

/// The first URL with the page's path, and the first JSON that is sent to it.
pub(super) fn call(content: &str, path: &str) -> Call {
    let mut call = Call::default();
    // What editors make round or wide may be meant inside of values.
    let mended = mended(content);
    let starts = mended.match_indices("http").map(|(at, _)| at);
    for url in starts.filter_map(|at| url_at(&mended[at..])) {
        let (origin, rest) = split_url(url);
        let (shown, query) = rest.split_once('?').unwrap_or((rest, ""));
        let Some(values) = matched(path, shown) else { continue };
        call.origin = Some(origin.to_owned());
        call.path = values;
        let query = query.split('#').next().unwrap_or_default();
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        call.query = pairs.map(|(name, value)| (decoded(name), decoded(value))).collect();
        break;
    }
    call.read_body(content);
    if call.body.is_none() {
        call.read_body(&mended);
    }
    call
}

fn url_at(text: &str) -> Option<&str> {
    let is_url = text.starts_with("https://") || text.starts_with("http://");
    let ends = |c: char| c.is_whitespace() || "\"'`<>\\)".contains(c);
    is_url.then(|| text.split(ends).next().unwrap_or_default())
}

/// Scheme and host, and what follows them.
fn split_url(url: &str) -> (&str, &str) {
    let host = url.find("://").map_or(0, |at| at + 3);
    let end = url[host..].find(['/', '?', '#']).map_or(url.len(), |at| host + at);
    url.split_at(end)
}

/// What stands in the places of a path's parameters. Names stand as themselves in a path that is not filled in.
pub(super) fn matched(template: &str, path: &str) -> Option<Vec<(String, String)>> {
    let (mut wanted, mut found) = (template.split('/'), path.split('/'));
    let mut values = Vec::new();
    loop {
        match (wanted.next(), found.next()) {
            (None, None) => return Some(values),
            (Some(one), Some(other)) if one == other => {}
            (Some(one), Some(other)) => {
                let name = one.strip_prefix('{')?.strip_suffix('}')?;
                if !other.is_empty() {
                    values.push((name.to_owned(), decoded(other)));
                }
            }
            _ => return None,
        }
    }
}

/// The JSON that a text begins with, blanks aside, and the length up to its end. `None` where no object or list
/// begins there; an error where it has no end or is no JSON.
pub(super) fn block(text: &str) -> Option<Result<(Json, usize), String>> {
    let start = text.len() - text.trim_start().len();
    let text = &text[start..];
    if !text.starts_with(['{', '[']) {
        return None;
    }
    let mut depth = 0_usize;
    let mut quoted = false;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '{' | '[' if !quoted => depth += 1,
            '}' | ']' if !quoted => {
                depth -= 1;
                if depth == 0 {
                    let value =
                        Json::parse(&text[..=at]).map_err(|error| format!("expected {}", error.expected));
                    return Some(value.map(|value| (value, start + at + 1)));
                }
            }
            _ => {}
        }
    }
    Some(Err("it has no end".to_owned()))
}

/// Whether a value is of the page's own making.
pub(super) fn is_placeholder(value: &Json) -> bool {
    match value {
        Json::String(word) => word.is_empty() || word.starts_with("example_"),
        Json::Array(elements) => elements.iter().all(is_placeholder),
        Json::Object(members) => members.iter().all(|(_, value)| is_placeholder(value)),
        _ => false,
    }
}

/// What pages print where the vendor has stated no response.
pub(super) fn is_no_response(body: &Json) -> bool {
    let message = body.get("data").and_then(|data| data.get("message")).and_then(Json::as_str);
    message == Some("Example response") && members(body).len() == 2
}

/// What a query means: its spaces may be `+`.
fn decoded(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_shows_host_and_values() {
        let call = call(
            "fetch(\u{201d}https://api.example.com/v1/thing/t%2F7/detail?apiKey=K&q=a%20b&flag\u{201d}, {\n  body: JSON.stringify({\"n\": 1, \"t\": \"}\"})\n});",
            "/v1/thing/{id}/detail",
        );
        assert_eq!(call.origin.as_deref(), Some("https://api.example.com"));
        assert_eq!(call.value("q"), Some(Json::String("a b".to_owned())));
        assert_eq!(call.value("id"), Some(Json::String("t/7".to_owned())));
        assert_eq!(call.value("t"), Some(Json::String("}".to_owned())));
        assert!(call.in_query("q") && call.in_query("flag") && !call.in_query("n"));
        assert_eq!(call.names(), ["id", "apiKey", "q", "flag", "n", "t"]);
    }

    #[test]
    fn a_body_that_cannot_be_read_is_told_unless_another_one_can() {
        let page =
            |curl: &str| call(&format!("fetch(x, {{ body: JSON.stringify({{\n  n: 1\n}}) }})\n{curl}"), "/a");
        assert_eq!(
            page("").unread,
            Some((0, "the body of the sample call cannot be read: expected a name in quotes".to_owned()))
        );
        let both = page("curl -d '{\"n\": 1}'");
        assert_eq!((both.unread.is_none(), both.names()), (true, vec!["n".to_owned()]));
        assert!(
            call("\n-d '{\"n\": ", "/a")
                .unread
                .is_some_and(|(line, why)| line == 1 && why.contains("no end"))
        );
    }

    #[test]
    fn a_path_matches_its_template_as_a_whole() {
        assert_eq!(matched("/a/{id}/b", "/a/7/b"), Some(vec![("id".to_owned(), "7".to_owned())]));
        assert_eq!(matched("/a/{id}", "/a/{id}"), Some(vec![]));
        for path in ["/a", "/a/7/b", "/b/7", ""] {
            assert_eq!(matched("/a/{id}", path), None, "{path}");
        }
    }
}
