//! Responses that point elsewhere: headers and the URL that was called in; why nobody goes there out.

use http::HeaderMap;

use crate::transport::url::Origin;

/// Why a redirect (RFC 9110, section 15.4) is not followed.
///
/// None is: the next host would get the key, and a call that the server has moved is one whose
/// spec or base URL is out of date. The text names the host alone, since the rest of a URL may repeat secrets.
pub(crate) fn refusal(headers: &HeaderMap, called: &str) -> String {
    match target(headers, called) {
        Target::Nowhere => "the server redirects and does not say where to".to_owned(),
        Target::SameOrigin => {
            "the server redirects to another path, which is not followed; check the base URL".to_owned()
        }
        Target::Elsewhere(host) => {
            format!("the server redirects to {host}, which is not followed, since it would get the key")
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Target {
    Nowhere,
    /// The same scheme, host and port.
    SameOrigin,
    /// Another scheme, host or port: `https://example.com`.
    Elsewhere(String),
}

fn target(headers: &HeaderMap, called: &str) -> Target {
    let Some(location) = headers.get(http::header::LOCATION).and_then(|value| value.to_str().ok()) else {
        return Target::Nowhere;
    };
    let location = location.trim();
    if location.is_empty() {
        return Target::Nowhere;
    }
    match Origin::referred(called, location) {
        None => Target::Nowhere,
        Some(origin) if Some(&origin) == Origin::of(called).as_ref() => Target::SameOrigin,
        Some(origin) => Target::Elsewhere(origin.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    fn headers(location: Option<&str>) -> HeaderMap {
        let value = location.and_then(|text| HeaderValue::from_bytes(text.as_bytes()).ok());
        value.map(|value| (http::header::LOCATION, value)).into_iter().collect()
    }

    #[test]
    fn a_target_is_the_same_origin_or_elsewhere() {
        let called = "https://api.example.com/v1/look?apiKey=K";
        let elsewhere = |host: &str| Target::Elsewhere(host.to_owned());
        let table = [
            (None, Target::Nowhere),
            (Some(""), Target::Nowhere),
            (Some("/v2/look"), Target::SameOrigin),
            (Some("look2?x=a:b"), Target::SameOrigin),
            (Some("look2"), Target::SameOrigin),
            (Some("?x=1"), Target::SameOrigin),
            (Some("https://api.example.com/v2"), Target::SameOrigin),
            (Some("HTTPS://API.example.com:443/v2"), Target::SameOrigin),
            (Some("//api.example.com/v2"), Target::SameOrigin),
            (Some("http://api.example.com/v1/look"), elsewhere("http://api.example.com")),
            (Some("https://api.example.com:8443/"), elsewhere("https://api.example.com:8443")),
            (Some("https://api.example.com.evil.com/"), elsewhere("https://api.example.com.evil.com")),
            (Some("https://api.example.com@evil.com/?k=K"), elsewhere("https://evil.com")),
            (Some("https://user:pass@evil.com/"), elsewhere("https://evil.com")),
            (Some("//evil.com"), elsewhere("https://evil.com")),
            (Some("https://evil.com?apiKey=K"), elsewhere("https://evil.com")),
            (Some("javascript:alert(1)"), Target::Nowhere),
            (Some("https://"), Target::Nowhere),
            (Some("https://a b/"), Target::Nowhere),
        ];
        for (location, expected) in table {
            assert_eq!(target(&headers(location), called), expected, "{location:?}");
        }
    }

    #[test]
    fn the_words_name_the_host_and_nothing_behind_it() {
        let text = refusal(&headers(Some("https://evil.com/?apiKey=K")), "https://h/");
        assert!(text.contains("https://evil.com,") && !text.contains("apiKey"), "{text}");
    }
}
