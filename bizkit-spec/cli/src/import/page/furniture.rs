//! What every page of the vendor prints around its facts: headings, buttons, and lines that say nothing of one call.

use super::text::Line;

/// What stands behind a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Heading {
    /// Parameters, of a place where the heading names one, as many as it says.
    Parameters {
        place: Option<&'static str>,
        stated: Option<usize>,
    },
    /// A call in some language.
    Call,
    Responses,
    /// Codes of errors.
    Errors,
    /// What follows the facts.
    Tail,
}

/// Words of headings of parameters, with the place that they name.
const PLACES: [(&str, &str); 13] = [
    ("query parameter", "query"),
    ("query string parameter", "query"),
    ("get parameter", "query"),
    ("url parameter", "query"),
    ("body parameter", "body"),
    ("post parameter", "body"),
    ("request body parameter", "body"),
    ("body field", "body"),
    ("json parameter", "body"),
    ("request body", "body"),
    ("path parameter", "path"),
    ("header parameter", "header"),
    ("request header", "header"),
];

const HEADINGS: [(&str, Heading); 39] = [
    ("parameters", Heading::Parameters { place: None, stated: None }),
    ("request parameters", Heading::Parameters { place: None, stated: None }),
    ("arguments", Heading::Parameters { place: None, stated: None }),
    ("example request", Heading::Call),
    ("request example", Heading::Call),
    ("example call", Heading::Call),
    ("sample request", Heading::Call),
    ("example request body", Heading::Call),
    ("request body example", Heading::Call),
    ("javascript fetch", Heading::Call),
    ("javascript", Heading::Call),
    ("fetch", Heading::Call),
    ("typescript", Heading::Call),
    ("node.js", Heading::Call),
    ("python", Heading::Call),
    ("php", Heading::Call),
    ("ruby", Heading::Call),
    ("go", Heading::Call),
    ("java", Heading::Call),
    ("c#", Heading::Call),
    ("shell", Heading::Call),
    ("bash", Heading::Call),
    ("http", Heading::Call),
    ("curl", Heading::Call),
    ("command line example", Heading::Call),
    ("example response", Heading::Responses),
    ("example responses", Heading::Responses),
    ("response example", Heading::Responses),
    ("response examples", Heading::Responses),
    ("sample response", Heading::Responses),
    ("responses", Heading::Responses),
    ("response", Heading::Responses),
    ("response body", Heading::Responses),
    ("returns", Heading::Responses),
    ("errors", Heading::Errors),
    ("error codes", Heading::Errors),
    ("need an api key?", Heading::Tail),
    ("need an api key", Heading::Tail),
    ("get api key", Heading::Tail),
];

/// Lines that say nothing about the call, in small letters and without a full stop.
const FURNITURE: [&str; 31] = [
    "api reference",
    "api endpoint documentation",
    "endpoint info",
    "authentication required",
    "authentication",
    "get your api key",
    "get api key",
    "need an api key?",
    "all bizkithub api endpoints require authentication via api key",
    "no parameters",
    "this endpoint has no parameters",
    "this endpoint takes no parameters",
    "learn more",
    "copy",
    "copied",
    "copied!",
    "copy code",
    "try it",
    "try it out",
    "example",
    "examples",
    "json",
    "application/json",
    "content-type: application/json",
    "success",
    "default",
    "name",
    "type",
    "description",
    "interactive api docs",
    "docs",
];

/// What a heading says stands behind it.
pub(super) fn heading(line: &Line) -> Option<Heading> {
    let words = line.heading();
    if words.is_empty() || words.len() > 60 || line.text.ends_with('.') {
        return None;
    }
    if let Some((_, found)) = HEADINGS.iter().find(|(known, _)| *known == words) {
        return Some(found.clone());
    }
    let before: String = words.chars().take_while(char::is_ascii_digit).collect();
    let rest = words[before.len()..].trim_start();
    let (_, place) = PLACES.iter().find(|(known, _)| rest.starts_with(known))?;
    let behind = PLACES.iter().find_map(|(known, _)| rest.strip_prefix(known))?;
    let behind = behind.strip_prefix('s').unwrap_or(behind).trim_matches([' ', ':', '(', ')']);
    if !behind.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let stated = if before.is_empty() { behind } else { &before };
    Some(Heading::Parameters { place: Some(place), stated: stated.parse().ok() })
}

/// Whether a line says nothing about the call.
pub(super) fn is_furniture(line: &Line) -> bool {
    let words = line.heading();
    let words = words.trim_end_matches(['.', '\u{2192}', '\u{203a}', ' ']);
    line.is_fence()
        || FURNITURE.contains(&words)
        || words.chars().all(|c| "-_=*\u{2014}\u{2500}|".contains(c))
        || words.starts_with("this endpoint requires a valid api key")
}

/// Whether the page says that the call needs the key.
pub(super) fn asks_for_key(line: &Line) -> bool {
    let words = line.heading();
    words.starts_with("this endpoint requires a valid api key")
        || words.starts_with("authentication required")
        || words
            .strip_prefix("auth")
            .is_some_and(|rest| rest.trim_start_matches([':', ' ']).starts_with("bearer"))
}

#[cfg(test)]
mod tests {
    use super::super::text::lines;
    use super::*;

    #[test]
    fn headings_name_a_place_and_a_count() {
        let parameters = |place, stated| Some(Heading::Parameters { place, stated });
        for (text, found) in [
            ("4 query parameters", parameters(Some("query"), Some(4))),
            ("1 path parameter", parameters(Some("path"), Some(1))),
            ("## Body parameters (12)", parameters(Some("body"), Some(12))),
            ("Query parameters", parameters(Some("query"), None)),
            ("Request Body", parameters(Some("body"), None)),
            ("Parameters", parameters(None, None)),
            ("Example Response", Some(Heading::Responses)),
            ("JavaScript fetch", Some(Heading::Call)),
            ("Need an API key?", Some(Heading::Tail)),
            ("Query parameters are sent in the URL", None),
            ("Parameters.", None),
        ] {
            assert_eq!(heading(&lines(text)[0]), found, "{text}");
        }
    }
}
