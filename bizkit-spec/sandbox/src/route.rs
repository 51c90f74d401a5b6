//! Method, host and path of a request -> the endpoint and the texts in its path.

use super::message::{Request, decode};
use bizkit_spec::diagnostic::nearest;
use bizkit_spec::model::{Api, Endpoint, ParameterId, Segment};

/// What a method and a path lead to.
#[derive(Debug)]
pub(super) enum Route<'a> {
    /// An endpoint, with the index and the decoded text of each parameter in the path.
    Found(&'a Endpoint, Vec<(ParameterId, String)>),
    /// The path is known, but not with this method; these are.
    WrongMethod(Vec<&'static str>),
    /// No endpoint has this path; the template of one may have been meant.
    Unknown(Option<String>),
}

/// The host of a URL with its port, as a `Host` header names it.
pub(super) fn host_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// The methods that a path answers to, on whatever host.
pub(super) fn methods(api: &Api, path: &str) -> Vec<&'static str> {
    let fitting = api.endpoints.iter().filter(|endpoint| capture(&endpoint.request.path, path).is_some());
    let mut methods: Vec<_> = fitting.map(|endpoint| endpoint.method.as_str()).collect();
    methods.sort_unstable();
    methods.dedup();
    methods
}

/// Finds the endpoint. Of several paths that fit, the one with most literal text wins, so that
/// `/room/list` is not taken for a room called `list`.
///
/// Two hosts may have one path. Where the request names a host of the API, as its own or as the one that it was
/// forwarded for, the others are left out; else the API's main host goes first.
pub(super) fn route<'a>(api: &'a Api, request: &Request) -> Route<'a> {
    let (method, path) = (request.method.as_str(), request.path());
    let host = |endpoint: &'a Endpoint| host_of(endpoint.base_url.as_deref().unwrap_or(&api.base_url));
    let named = [request.header("x-forwarded-host"), request.header("host")].into_iter().flatten();
    let named = named
        .into_iter()
        .find(|name| api.endpoints.iter().any(|endpoint| host(endpoint).eq_ignore_ascii_case(name)));
    let on_host =
        |endpoint: &&'a Endpoint| named.is_none_or(|name| host(endpoint).eq_ignore_ascii_case(name));
    let mut fitting: Vec<_> = api
        .endpoints
        .iter()
        .filter(on_host)
        .filter_map(|endpoint| Some((endpoint, capture(&endpoint.request.path, path)?)))
        .collect();
    fitting.sort_by_key(|(endpoint, _)| endpoint.base_url.is_some());
    let literal = |endpoint: &Endpoint| -> usize {
        let text = |segment: &Segment| if let Segment::Literal(text) = segment { text.len() } else { 0 };
        endpoint.request.path.iter().map(text).sum()
    };
    let Some(most) = fitting.iter().map(|(endpoint, _)| literal(endpoint)).max() else {
        return Route::Unknown(meant(api, path));
    };
    fitting.retain(|(endpoint, _)| literal(endpoint) == most);
    let mut allowed: Vec<_> = fitting.iter().map(|(endpoint, _)| endpoint.method.as_str()).collect();
    match fitting.into_iter().find(|(endpoint, _)| endpoint.method.as_str() == method) {
        Some((endpoint, captures)) => Route::Found(endpoint, captures),
        None => {
            allowed.sort_unstable();
            allowed.dedup();
            Route::WrongMethod(allowed)
        }
    }
}

/// The template of a path that is like an unknown one: but for a few letters, its beginning, or a slash at its end.
fn meant(api: &Api, path: &str) -> Option<String> {
    // Longer ones are no slip of a finger, and would take long to compare.
    if path.len() > 200 {
        return None;
    }
    let templates: Vec<String> = api.endpoints.iter().map(Endpoint::path_template).collect();
    let tail = path.trim_end_matches('/');
    let ends = |template: &&String| tail.len() > 1 && template.trim_end_matches('/').ends_with(tail);
    if let Some(template) = templates.iter().find(ends) {
        return Some(template.clone());
    }
    // A parameter is like whatever stands in its place.
    let filled = |template: &String| {
        if template.matches('/').count() != path.matches('/').count() {
            return template.clone();
        }
        let parts = template.split('/').zip(path.split('/'));
        let parts = parts.map(|(part, found)| if part.contains('{') { found } else { part });
        parts.collect::<Vec<_>>().join("/")
    };
    let filled: Vec<String> = templates.iter().map(filled).collect();
    let nearest = nearest(path, filled.iter().map(String::as_str))?;
    filled.iter().position(|text| text == nearest).map(|index| templates[index].clone())
}

/// The parameters of `path` where it fits the pattern; a parameter is never empty and holds no slash.
fn capture(pattern: &[Segment], path: &str) -> Option<Vec<(ParameterId, String)>> {
    let Some((first, rest)) = pattern.split_first() else {
        return path.is_empty().then(Vec::new);
    };
    match first {
        Segment::Literal(text) => capture(rest, path.strip_prefix(text.as_str())?),
        Segment::Parameter(index) => {
            let most = path.find('/').unwrap_or(path.len());
            (1..=most).rev().filter(|end| path.is_char_boundary(*end)).find_map(|end| {
                let mut captures = capture(rest, &path[end..])?;
                captures.insert(0, (*index, decode(&path[..end], false)));
                Some(captures)
            })
        }
    }
}

/// An endpoint that a request is for.
#[derive(Debug)]
pub(super) struct Call<'a> {
    /// The endpoint.
    pub(super) endpoint: &'a Endpoint,
    /// Index and decoded text of each parameter in the path.
    pub(super) captures: Vec<(ParameterId, String)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn literal(text: &str) -> Segment {
        Segment::Literal(text.into())
    }

    #[test]
    fn captures_parameters_anywhere_in_a_path() {
        let message = [literal("/room/"), Segment::Parameter(ParameterId(0)), literal("/message")];
        assert_eq!(capture(&message, "/room/a%20b/message"), Some(vec![(ParameterId(0), "a b".into())]));
        assert_eq!(capture(&message, "/room/message"), None);
        assert_eq!(capture(&message, "/room//message"), None);
        assert_eq!(capture(&message, "/room/a/b/message"), None);
        assert_eq!(capture(&message, "/room/a/message/"), None);

        let dated = [
            literal("/"),
            Segment::Parameter(ParameterId(1)),
            literal("-"),
            Segment::Parameter(ParameterId(0)),
            literal(".json"),
        ];
        assert_eq!(
            capture(&dated, "/a-b-c.json"),
            Some(vec![(ParameterId(1), "a-b".into()), (ParameterId(0), "c".into())])
        );
    }

    #[test]
    fn a_slash_at_the_end_counts() {
        let path = [literal("/post-feedback/")];
        assert_eq!(capture(&path, "/post-feedback/"), Some(vec![]));
        assert_eq!(capture(&path, "/post-feedback"), None);
    }
}
