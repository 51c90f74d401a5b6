//! JSON pointers (RFC 6901): tokens to texts and back.

use bizkit_spec::json::Json;
use percent_encoding::percent_decode_str;
use std::borrow::Cow;

/// A token as it stands in a pointer.
pub fn token(text: &str) -> String {
    text.replace('~', "~0").replace('/', "~1")
}

/// A pointer with one more token.
pub fn join(pointer: &str, text: &str) -> String {
    format!("{pointer}/{}", token(text))
}

/// What stands at a pointer (`/paths/~1pets/get`).
pub(super) fn lookup<'a>(root: &'a Json, pointer: &str) -> Option<&'a Json> {
    let mut value = root;
    for token in pointer.strip_prefix('/').into_iter().flat_map(|rest| rest.split('/')) {
        let token = token.replace("~1", "/").replace("~0", "~");
        value = match value {
            Json::Array(items) => items.get(token.parse::<usize>().ok()?)?,
            _ => value.get(&token)?,
        };
    }
    Some(value)
}

/// The pointer of a reference into the same document; the fragment of a URL may be percent-encoded.
pub(super) fn of_reference(reference: &str) -> Option<String> {
    let fragment = reference.strip_prefix('#')?;
    percent_decode_str(fragment).decode_utf8().ok().map(Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_escaped_and_found_again() {
        let root = Json::parse(r#"{"a/b":{"~":[1,{"x y":2}]}}"#).unwrap();
        let pointer = join(&join(&join("", "a/b"), "~"), "1");
        assert_eq!(pointer, "/a~1b/~0/1");
        assert_eq!(lookup(&root, &pointer).unwrap().to_string(), r#"{"x y":2}"#);
        assert_eq!(lookup(&root, ""), Some(&root));
        assert_eq!(lookup(&root, "/a~1b/~0/2"), None);
        assert_eq!(of_reference("#/a~1b/~0/1/x%20y").as_deref(), Some("/a~1b/~0/1/x y"));
        assert_eq!(of_reference("#/a%zz").as_deref(), Some("/a%zz"));
        assert_eq!(of_reference("#/a%+1%4").as_deref(), Some("/a%+1%4"));
        assert_eq!(of_reference("#/a%ff"), None);
        assert_eq!(of_reference("other.yaml#/a"), None);
    }
}
