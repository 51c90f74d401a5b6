//! Why a request is not answered, and the documented error that says so.

use super::message::Response;
use bizkit_spec::json::Json;
use bizkit_spec::model::{Api, ErrorCode, ErrorTopic};
use bizkit_spec::validate::Violation;

/// Why the sandbox refuses a request.
#[derive(Debug)]
pub(super) enum Refusal {
    /// No endpoint has this path; the template of one may have been meant.
    UnknownPath { path: String, meant: Option<String> },
    /// The path has other methods.
    WrongMethod(Vec<&'static str>),
    /// No key was sent.
    KeyMissing,
    /// An empty key was sent.
    KeyEmpty,
    /// The key breaks the rules of its type.
    KeyMalformed,
    /// Values that break their rules, at least one; and what the endpoint documents for such.
    Values { violations: Vec<Violation>, documented: Option<Response> },
}

impl Refusal {
    /// The answer to send.
    pub(super) fn response(&self, api: &Api) -> Response {
        match self {
            Self::UnknownPath { path, meant } => {
                let hint = meant.as_ref().map(|meant| format!(" Did you mean {meant}?")).unwrap_or_default();
                let description = format!("No endpoint has the path {path}.{hint}");
                let known = api.errors.iter().any(|known| known.code == "INTERNAL_RESOURCE_NOT_FOUND");
                let code = if known { "INTERNAL_RESOURCE_NOT_FOUND" } else { "NOT_FOUND" };
                envelope(api, code, 404, Some(&description))
            }
            Self::WrongMethod(allowed) => {
                let allowed = allowed.join(", ");
                let description = format!("This path answers to {allowed}.");
                envelope(api, "METHOD_NOT_ALLOWED", 405, Some(&description)).with_header("allow", allowed)
            }
            Self::KeyMissing => refuse(api, "PUBLIC_API_KEY_DOES_NOT_EXIST", ErrorTopic::Key, None),
            Self::KeyEmpty => refuse(api, "PUBLIC_API_KEY_IS_EMPTY", ErrorTopic::Key, None),
            Self::KeyMalformed => refuse(api, "PUBLIC_API_KEY_IS_NOT_IN_VALID_FORMAT", ErrorTopic::Key, None),
            Self::Values { violations, documented } => {
                let lines: Vec<String> = violations.iter().map(told).collect();
                match documented {
                    // The documented body has no place for them.
                    Some(response) if !response.body.is_empty() => {
                        lines.iter().fold(response.clone(), |response, line| {
                            response.with_header("x-sandbox-violation", line.escape_default().to_string())
                        })
                    }
                    _ => {
                        let code = "INTERNAL_VALIDATION_FAILED";
                        let refused = refuse(api, code, ErrorTopic::Input, Some(&lines.join("\n")));
                        Response {
                            status: documented.as_ref().map_or(refused.status, |own| own.status),
                            ..refused
                        }
                    }
                }
            }
        }
    }
}

/// Where a value is wrong, which rule it breaks, and how. A rule over several members has no place of its own.
fn told(Violation { path, rule, message }: &Violation) -> String {
    let place = if path.is_empty() { "request" } else { path };
    format!("{place} ({rule}): {message}")
}

/// The answer with this code where the catalogue has it, otherwise with the first one of the topic.
fn refuse(api: &Api, code: &str, topic: ErrorTopic, description: Option<&str>) -> Response {
    let exact = api.errors.iter().find(|known| known.code == code);
    let known = exact.or_else(|| api.errors.iter().find(|known| known.topic == topic));
    envelope(api, known.map_or(code, |known| &known.code), usual_status(topic), description)
}

/// The answer that reports a code of the catalogue, with the status that the catalogue or its topic gives it.
pub(super) fn report(api: &Api, code: &ErrorCode) -> Response {
    envelope(api, &code.code, usual_status(code.topic), None)
}

/// The code for too many requests: the catalogue's first one of that topic.
pub(super) fn too_many_requests(api: &Api, retry_after: Option<String>) -> Response {
    let code = api.errors.iter().find(|code| code.topic == ErrorTopic::Rate);
    let response = envelope(api, code.map_or("TOO_MANY_REQUESTS", |code| &code.code), 429, None);
    match retry_after {
        Some(time) => response.with_header("retry-after", time),
        None => response,
    }
}

/// The documented envelope. Summary and status come out of the catalogue where it has the code.
fn envelope(api: &Api, code: &str, usual_status: u16, description: Option<&str>) -> Response {
    let known = api.errors.iter().find(|known| known.code == code);
    let message = known.map_or("The request is refused", |known| &known.summary);
    let description = description.or(known.and_then(|known| known.help.as_deref())).unwrap_or(message);
    let text = |text: &str| Json::String(text.to_owned());
    let error = Json::Object(vec![
        ("code".to_owned(), text(code)),
        ("message".to_owned(), text(message)),
        ("description".to_owned(), text(description)),
    ]);
    let status = known.and_then(|known| known.status).unwrap_or(usual_status);
    Response::json(status, Json::Object(vec![("error".to_owned(), error)]))
}

/// The status of a code whose own one is not documented.
fn usual_status(topic: ErrorTopic) -> u16 {
    match topic {
        ErrorTopic::Session => 401,
        ErrorTopic::Permission => 403,
        ErrorTopic::Key | ErrorTopic::Missing => 404,
        ErrorTopic::Input => 422,
        ErrorTopic::Rate => 429,
        ErrorTopic::Server => 500,
    }
}
