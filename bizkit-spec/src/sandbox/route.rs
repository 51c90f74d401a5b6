//! Method and path of a request -> the endpoint and the texts in its path.

use super::message::decode;
use crate::model::{Api, Endpoint, Segment};

/// What a method and a path lead to.
#[derive(Debug)]
pub(super) enum Route<'a> {
    /// An endpoint, with the index and the decoded text of each parameter in the path.
    Found(&'a Endpoint, Vec<(usize, String)>),
    /// The path is known, but not with this method; these are.
    WrongMethod(Vec<&'static str>),
    /// No endpoint has this path.
    Unknown,
}

/// Finds the endpoint. Of several paths that fit, the one with most literal text wins, so that
/// `/room/list` is not taken for a room called `list`.
pub(super) fn route<'a>(api: &'a Api, method: &str, path: &str) -> Route<'a> {
    let mut fitting: Vec<_> = api
        .endpoints
        .iter()
        .filter_map(|endpoint| Some((endpoint, capture(&endpoint.path, path)?)))
        .collect();
    let literal = |endpoint: &Endpoint| -> usize {
        let text = |segment: &Segment| if let Segment::Literal(text) = segment { text.len() } else { 0 };
        endpoint.path.iter().map(text).sum()
    };
    let Some(most) = fitting.iter().map(|(endpoint, _)| literal(endpoint)).max() else {
        return Route::Unknown;
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

/// The parameters of `path` where it fits the pattern; a parameter is never empty and holds no slash.
fn capture(pattern: &[Segment], path: &str) -> Option<Vec<(usize, String)>> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn literal(text: &str) -> Segment {
        Segment::Literal(text.into())
    }

    #[test]
    fn captures_parameters_anywhere_in_a_path() {
        let message = [literal("/room/"), Segment::Parameter(0), literal("/message")];
        assert_eq!(capture(&message, "/room/a%20b/message"), Some(vec![(0, "a b".into())]));
        assert_eq!(capture(&message, "/room/message"), None);
        assert_eq!(capture(&message, "/room//message"), None);
        assert_eq!(capture(&message, "/room/a/b/message"), None);
        assert_eq!(capture(&message, "/room/a/message/"), None);

        let dated =
            [literal("/"), Segment::Parameter(1), literal("-"), Segment::Parameter(0), literal(".json")];
        assert_eq!(capture(&dated, "/a-b-c.json"), Some(vec![(1, "a-b".into()), (0, "c".into())]));
    }

    #[test]
    fn a_slash_at_the_end_counts() {
        let path = [literal("/post-feedback/")];
        assert_eq!(capture(&path, "/post-feedback/"), Some(vec![]));
        assert_eq!(capture(&path, "/post-feedback"), None);
    }
}
