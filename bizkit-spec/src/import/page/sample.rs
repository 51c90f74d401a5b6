//! The call and the replies that a page shows.

use crate::import::tree::members;
use crate::json::Json;

/// The sample call of a page.
#[derive(Debug, Default)]
pub(super) struct Call {
    /// Scheme and host.
    pub(super) origin: Option<String>,
    query: Vec<(String, String)>,
    body: Option<Json>,
}

impl Call {
    /// What the call gives for a parameter.
    pub(super) fn value(&self, name: &str) -> Option<Json> {
        let query =
            self.query.iter().find(|(known, _)| known == name).map(|(_, value)| Json::String(value.clone()));
        query.or_else(|| self.body.as_ref().and_then(|body| body.get(name)).cloned())
    }

    /// Whether the call gives it in the query and nowhere else.
    pub(super) fn in_query(&self, name: &str) -> bool {
        let in_body = self.body.as_ref().is_some_and(|body| body.get(name).is_some());
        self.query.iter().any(|(known, _)| known == name) && !in_body
    }
}

/// The first URL with the page's path, and the first JSON that is sent to it.
pub(super) fn call(content: &str, path: &str) -> Call {
    let mut call = Call::default();
    // Names of parameters stand as themselves in a path that is filled in.
    let fixed = path.split('{').next().unwrap_or(path);
    for (at, _) in content.match_indices("https://") {
        let url = content[at..]
            .split(|c: char| c.is_whitespace() || "\"'`<>\\".contains(c))
            .next()
            .unwrap_or_default();
        let Some(host_end) = url["https://".len()..].find('/').map(|end| end + "https://".len()) else {
            continue;
        };
        if !url[host_end..].starts_with(fixed) {
            continue;
        }
        call.origin = Some(url[..host_end].to_owned());
        let query = url.split_once('?').map_or("", |(_, query)| query).split('#').next().unwrap_or_default();
        call.query = query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (decoded(name), decoded(value)))
            .collect();
        break;
    }
    for mark in
        ["JSON.stringify(", "--data-raw '", "--data '", "-d '", "Request Body\n", "Example Request Body\n"]
    {
        let found = content.match_indices(mark).find_map(|(at, _)| value_at(&content[at + mark.len()..]));
        if let Some(body) = found.filter(|body| matches!(body, Json::Object(_))) {
            call.body = Some(body);
            break;
        }
    }
    call
}

/// Every status with its words and the JSON that follows it.
pub(super) fn replies(content: &str) -> Vec<(String, String, Option<Json>)> {
    let mut found = Vec::new();
    let mut offset = 0;
    let mut shown = false;
    for line in content.split_inclusive('\n') {
        let start = offset;
        offset += line.len();
        let bare = line.trim().trim_start_matches(['#', ' ', '`']);
        let heading = bare.to_ascii_lowercase();
        if ["example response", "response example", "response", "responses", "example responses"]
            .contains(&heading.as_str())
        {
            shown = true;
            continue;
        }
        if heading == "curl" || heading.starts_with("need an api key") {
            shown = false;
        }
        let bare = bare.strip_prefix("Response").map_or(bare, str::trim);
        let digits: String = bare.chars().take_while(char::is_ascii_digit).collect();
        let status = digits.len() == 3 && ('2'..='5').contains(&digits.chars().next().unwrap_or('0'));
        let words = bare[digits.len()..].trim_matches([' ', ':', '-', '–', '`']);
        let words_only = words.chars().all(|c| c.is_alphabetic() || c == ' ');
        if shown && status && words_only {
            let body = value_at(&content[start + line.len()..]);
            found.push((digits, words.to_owned(), body));
        }
    }
    if found.is_empty() {
        // A reply without its status.
        let lower = content.to_ascii_lowercase();
        let at = lower.find("example response").or_else(|| lower.find("\nresponse\n"));
        let body = at
            .and_then(|at| content.get(at..))
            .and_then(|rest| rest.split_once('\n'))
            .and_then(|(_, rest)| value_at(rest));
        found.extend(body.map(|body| ("200".to_owned(), String::new(), Some(body))));
    }
    found
}

/// The JSON value that a text begins with, white space and one line of words aside.
fn value_at(text: &str) -> Option<Json> {
    let start = text.find(['{', '['])?;
    if text[..start].trim().lines().count() > 1 {
        return None;
    }
    let text = &text[start..];
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
                    return Json::parse(&text[..=at]).ok();
                }
            }
            _ => {}
        }
    }
    None
}

/// What pages print where the vendor has stated no reply.
pub(super) fn is_placeholder(body: &Json) -> bool {
    let message = body.get("data").and_then(|data| data.get("message")).and_then(Json::as_str);
    message == Some("Example response") && members(body).len() == 2
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let raw = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = raw.get(at) {
        let hex = text.get(at + 1..at + 3).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        match (byte, hex) {
            (b'%', Some(value)) => {
                bytes.push(value);
                at += 2;
            }
            (b'+', _) => bytes.push(b' '),
            _ => bytes.push(*byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_shows_host_and_values() {
        let call = call(
            "fetch(\"https://api.example.com/v1/thing/detail?apiKey=K&q=a%20b\", {\n  body: JSON.stringify({\"n\": 1, \"t\": \"}\"})\n});",
            "/v1/thing/detail",
        );
        assert_eq!(call.origin.as_deref(), Some("https://api.example.com"));
        assert_eq!(call.value("q"), Some(Json::String("a b".to_owned())));
        assert_eq!(call.value("t"), Some(Json::String("}".to_owned())));
        assert!(call.in_query("q") && !call.in_query("n"));
    }

    #[test]
    fn replies_have_a_status_and_a_body() {
        let text = "Example Response\n\n200Success\n{\n  \"a\": [1]\n}\n\n404Not Found\n{ \"error\": \"x\" }\n\ncURL\n\n500 things\n";
        let found = replies(text);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].0.as_str(), found[0].1.as_str()), ("200", "Success"));
        assert_eq!(found[1].2.as_ref().unwrap().to_string(), r#"{"error":"x"}"#);
        assert_eq!(replies("Example Response\n{\"a\": 1}\n")[0].0, "200");
    }
}
