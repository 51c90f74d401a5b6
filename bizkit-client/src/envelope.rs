//! The error bodies of the API: any of their shapes in, the same few facts out.
//!
//! Known shapes: `{"error": {code, message, description, details, retry_after}}`, `{"error": "CODE"}`,
//! `{"success": false, "errorCode": .., "message": ..}`, `{"success": false, "error": "text"}`,
//! `{code, message}` at the root, and problem documents (`{title, detail}`).

use std::time::Duration;

use crate::decode;
use crate::json::Json;
use crate::redact::Secrets;
use crate::rules::PLAIN;

/// What an error body tells.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Envelope {
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) retry_after: Option<Duration>,
    /// The facts stood in an object or a text called `error`.
    pub(crate) nested: bool,
    /// The body says that the call failed.
    pub(crate) failed: bool,
}

/// Longest text that an error carries; the whole body is kept beside it.
const LONGEST: usize = 500;

impl Envelope {
    /// Reads a body; what is no JSON object tells nothing.
    pub(crate) fn read(body: &[u8]) -> Self {
        let Ok(json) = decode::from_slice::<Json>(body, &PLAIN) else { return Self::default() };
        let mut envelope = Self { failed: is(&json, "success", false), ..Self::default() };
        match json.get("error") {
            Some(error) if error.as_object().is_some() => {
                envelope.nested = true;
                envelope.take(error);
            }
            Some(error) => match error.as_str() {
                Some(text) if is_code(text) => {
                    envelope.nested = true;
                    envelope.code = Some(text.to_owned());
                }
                Some(text) => envelope.message = line(text),
                None => {}
            },
            None => {}
        }
        envelope.failed |= envelope.nested;
        envelope.take(&json);
        envelope
    }

    /// Fills what is still unknown from the members of an object.
    fn take(&mut self, object: &Json) {
        let text = |names: &[&str]| names.iter().find_map(|name| object.get(name)?.as_str());
        if self.code.is_none() {
            self.code =
                text(&["code", "errorCode", "error_code"]).filter(|text| is_code(text)).map(str::to_owned);
        }
        if self.message.is_none() {
            self.message = text(&["message", "title"]).and_then(line);
        }
        if self.description.is_none() {
            self.description =
                text(&["description", "detail"]).filter(|text| !text.is_empty()).map(str::to_owned);
        }
        if self.retry_after.is_none() {
            let wait = ["retry_after", "retryAfter"].iter().find_map(|name| object.get(name)?.as_f64());
            self.retry_after = wait.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        }
    }

    /// The same facts, secrets masked: servers like to repeat what they refuse. Only then long texts are cut, so that
    /// no beginning of a secret is left.
    pub(crate) fn without(mut self, secrets: &Secrets) -> Self {
        for text in [&mut self.code, &mut self.message, &mut self.description].into_iter().flatten() {
            secrets.mask(text);
            cut(text);
        }
        self
    }
}

/// A name that programs compare, as opposed to a sentence.
fn is_code(text: &str) -> bool {
    let name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b':');
    (1..=100).contains(&text.len()) && text.bytes().all(name)
}

fn is(json: &Json, name: &str, expected: bool) -> bool {
    json.get(name).and_then(Json::as_bool) == Some(expected)
}

/// The text on one line.
fn line(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .split(|letter: char| letter.is_whitespace() || letter.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    Some(words.join(" ")).filter(|line| !line.is_empty())
}

/// Cuts a text that is long.
fn cut(text: &mut String) {
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
        text.push_str("...");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(body: &str) -> (Option<String>, Option<String>, bool) {
        let envelope = Envelope::read(body.as_bytes());
        (envelope.code, envelope.message, envelope.failed)
    }

    #[test]
    fn reads_every_known_shape() {
        let table: [(&str, Option<&str>, Option<&str>, bool); 14] = [
            (r#"{"error":{"code":"A_B","message":"m","description":"d"}}"#, Some("A_B"), Some("m"), true),
            (
                r#"{"error":{"code":"post_not_found","message":"m","details":{}}}"#,
                Some("post_not_found"),
                Some("m"),
                true,
            ),
            (r#"{"success":false,"errorCode":"E004","message":"m"}"#, Some("E004"), Some("m"), true),
            (r#"{"success":false}"#, None, None, true),
            (r#"{"success":true}"#, None, None, false),
            (r#"{"loggedIn":false}"#, None, None, false),
            (r#"{"error":"SESSION_EXPIRED"}"#, Some("SESSION_EXPIRED"), None, true),
            (r#"{"success":false,"error":"The URL is not valid"}"#, None, Some("The URL is not valid"), true),
            (r#"{"code":"X","message":"m"}"#, Some("X"), Some("m"), false),
            (r#"{"title":"Bad gateway","detail":"d"}"#, None, Some("Bad gateway"), false),
            (r#"{"error":null}"#, None, None, false),
            (r#"{"error":{"code":404,"message":["m"]}}"#, None, None, true),
            ("<html>502 Bad Gateway</html>", None, None, false),
            ("", None, None, false),
        ];
        for (body, code, message, failed) in table {
            assert_eq!(facts(body), (code.map(str::to_owned), message.map(str::to_owned), failed), "{body}");
        }
    }

    #[test]
    fn reads_the_description_and_the_wait() {
        let body = r#"{"error":{"code":"RATE_LIMIT_EXCEEDED","message":"m","description":"two\nlines","retry_after":3600}}"#;
        let envelope = Envelope::read(body.as_bytes());
        assert_eq!(envelope.description.as_deref(), Some("two\nlines"));
        assert_eq!(envelope.retry_after, Some(Duration::from_secs(3600)));
        let negative = Envelope::read(br#"{"error":{"retry_after":-1}}"#);
        assert_eq!(negative.retry_after, None);
    }

    #[test]
    fn a_message_is_one_line_of_bounded_length() {
        let (_, message, _) = facts(r#"{"error":{"message":"one\r\n  two\u0007three"}}"#);
        assert_eq!(message.as_deref(), Some("one two three"));
        let long = format!(r#"{{"message":"{}"}}"#, "ř".repeat(1000));
        let message = Envelope::read(long.as_bytes()).without(&Secrets::new([])).message;
        assert_eq!(message.map(|text| text.chars().count()), Some(LONGEST + 3));
    }

    #[test]
    fn masks_what_the_server_repeats() {
        let body =
            br#"{"error":{"code":"X","message":"key SECRETKEY, again SECRETKEY","description":"SECRETKEY"}}"#;
        let envelope = Envelope::read(body).without(&Secrets::new(["SECRETKEY"]));
        assert_eq!(envelope.message.as_deref(), Some("key ***, again ***"));
        assert_eq!(envelope.description.as_deref(), Some("***"));
        let cut = format!(r#"{{"message":"{}SECRETKEY"}}"#, "x".repeat(LONGEST - 4));
        let envelope = Envelope::read(cut.as_bytes()).without(&Secrets::new(["SECRETKEY"]));
        assert_eq!(envelope.message.map(|text| text.contains("SECR")), Some(false), "no half of it is left");
    }
}
