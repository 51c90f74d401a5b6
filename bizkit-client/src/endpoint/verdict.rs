//! What an answer means: the documented responses, a status, a content type and a body in; one verdict out. It is asked
//! before any decoder, for every form of response and for every way to send but `send_raw`, which gives the answer unjudged.
//!
//! | status | body and content type | verdict |
//! |---|---|---|
//! | documented, or 2xx where one success is documented | what the form of the response asks for | [`Documented`](Verdict::Documented) |
//! | 2xx | an error envelope in the place of text, bytes or nothing; a problem document | [`Refused`](Verdict::Refused) |
//! | 2xx | another content type than that of the documented text or bytes; a page of HTML; nothing at all | [`Unreadable`](Verdict::Unreadable) |
//! | 301, 302, 303, 307, 308, not documented | | [`Redirect`](Verdict::Redirect) |
//! | another one below 400, not documented | an error envelope | [`Refused`](Verdict::Refused) |
//! | another one below 400, not documented | | [`Unreadable`](Verdict::Unreadable) |
//! | 400 and above, documented with content | another content type, a page of HTML, the envelope of every endpoint | [`Refused`](Verdict::Refused) |
//! | 400 and above, not documented | | [`Refused`](Verdict::Refused) |
//!
//! Whether JSON is an error envelope depends on the members of the response's own type: what the type names is its own. So
//! the reader asks [`accuses`](crate::error::envelope::accuses) at every member that the type does not name.

use http::HeaderMap;
use http::header::CONTENT_TYPE;

use crate::error::ErrorKind;
use crate::error::envelope::Envelope;
use crate::schema::tables::{ResponseForm, ResponseInfo};

/// What an answer means.
#[derive(Debug, PartialEq)]
pub(crate) enum Verdict {
    /// The documented response with this index. Its decoder may read the body.
    Documented(usize),
    /// The answer points elsewhere.
    Redirect,
    /// The server's own error.
    Refused,
    /// Something that the endpoint does not document, in words.
    Unreadable(String),
}

/// Judges an answer. Without a body, which has not come yet, by its head alone.
pub(crate) fn of(
    responses: &[ResponseInfo],
    status: u16,
    headers: &HeaderMap,
    body: Option<&[u8]>,
) -> Verdict {
    let Some(index) = documented(responses, status) else {
        return match status {
            301 | 302 | 303 | 307 | 308 => Verdict::Redirect,
            400.. => Verdict::Refused,
            _ if body.is_some_and(|body| Envelope::read(body).failed) => Verdict::Refused,
            _ => Verdict::Unreadable(format!("unexpected status {status}")),
        };
    };
    let label = headers.get(CONTENT_TYPE).and_then(|value| essence(value.to_str().ok()?));
    let came = Came { status, label: label.as_deref(), body };
    match came.objection(responses[index].form) {
        None => Verdict::Documented(index),
        Some(Objection::Envelope) => Verdict::Refused,
        Some(Objection::Other(_)) if status >= 400 => Verdict::Refused,
        Some(Objection::Other(words)) => Verdict::Unreadable(words),
    }
}

/// The documented response for a status. Servers are not strict about 200 and 201 where one success is documented.
pub(crate) fn documented(responses: &[ResponseInfo], status: u16) -> Option<usize> {
    // What is more exact stands before what is less: a status, its class, every other one.
    let exact = responses.iter().position(|response| (response.first..=response.last).contains(&status));
    let mut successes = (0..responses.len()).filter(|index| responses[*index].first < 400);
    let only = successes.next().filter(|_| successes.next().is_none());
    exact.or(only.filter(|_| matches!(status, 200..300)))
}

/// The kind of a documented response that its decoder does not read: by the status, and by whether the body says that
/// the call failed.
pub(crate) fn unread(status: u16, failed: bool) -> ErrorKind {
    if status >= 400 || failed { ErrorKind::Refused } else { ErrorKind::Unreadable }
}

/// Why a body is not the documented one.
enum Objection {
    /// It is the error that every endpoint may answer with.
    Envelope,
    Other(String),
}

/// An answer with a documented status.
struct Came<'a> {
    status: u16,
    /// The content type, without its parameters.
    label: Option<&'a str>,
    body: Option<&'a [u8]>,
}

impl Came<'_> {
    fn objection(&self, form: ResponseForm) -> Option<Objection> {
        match form {
            ResponseForm::Empty => self.objection_to_nothing(),
            ResponseForm::Json => self.objection_to_json(),
            ResponseForm::Text(documented) | ResponseForm::Bytes(documented) => self.objection_to(documented),
        }
    }

    /// What nobody reads must not say that the call failed, nor come from somebody else.
    fn objection_to_nothing(&self) -> Option<Objection> {
        let envelope = self.envelope();
        match self.status {
            // Of a failure that the status alone tells, the body may say more.
            400.. => (envelope.nested && envelope.code.is_some()).then_some(Objection::Envelope),
            _ if envelope.failed || self.is_problem() => Some(Objection::Envelope),
            // Servers say in HTML where a redirect leads.
            300..400 => None,
            _ if self.is_html() => Some(self.other("no content")),
            _ => None,
        }
    }

    /// JSON is known by its first letter, whatever it is called.
    fn objection_to_json(&self) -> Option<Objection> {
        if self.status >= 400 {
            return None;
        }
        if self.is_problem() {
            return Some(Objection::Envelope);
        }
        match significant(self.body?).first() {
            Some(b'{' | b'[' | b'"' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n') => None,
            Some(b'<') => Some(self.other("JSON")),
            // Where the label is right, the reader tells where the text is wrong.
            Some(_) if self.label.is_none_or(is_json) => None,
            _ => Some(self.other("JSON")),
        }
    }

    /// Text and bytes are known by their content type; by their beginning where it is missing.
    fn objection_to(&self, documented: &str) -> Option<Objection> {
        let wanted = essence(documented);
        let matching = self.label.map(|label| wanted.as_deref().is_none_or(|wanted| alike(wanted, label)));
        let envelope = self.envelope();
        let accused = match matching {
            Some(true) => envelope.nested && envelope.code.is_some(),
            _ => envelope.failed || envelope.code.is_some() || self.is_problem(),
        };
        // A page may be what was asked for, and a text or a file of any kind may be one.
        let page = match wanted.as_deref() {
            Some("text/html" | "application/xhtml+xml") => true,
            None | Some("text/plain" | "application/octet-stream" | "*/*") => matching == Some(true),
            Some(_) => false,
        };
        let missing = self.body.is_some_and(<[u8]>::is_empty)
            && (matching.is_none() || matches!(self.status, 204 | 205));
        if accused {
            return Some(Objection::Envelope);
        }
        (matching == Some(false) || missing || (!page && self.is_html())).then(|| self.other(documented))
    }

    fn envelope(&self) -> Envelope {
        match self.body {
            Some(body) if significant(body).starts_with(b"{") => Envelope::read(body),
            _ => Envelope::default(),
        }
    }

    /// By the standard for such documents, only errors are called so.
    fn is_problem(&self) -> bool {
        matches!(self.label, Some("application/problem+json" | "application/problem+xml"))
    }

    fn is_html(&self) -> bool {
        let Some(body) = self.body.map(significant) else { return false };
        let labelled = matches!(self.label, Some("text/html" | "application/xhtml+xml"));
        begins_as_html(body) || (labelled && body.starts_with(b"<"))
    }

    /// Names what came in the place of what was expected.
    fn other(&self, expected: &str) -> Objection {
        let html = self.is_html();
        let nothing = self.body.is_some_and(|body| significant(body).is_empty());
        let called = self.label.map(|label| label.chars().take(LONGEST_LABEL).collect::<String>());
        let found = match called {
            _ if html => "a page of HTML".to_owned(),
            _ if nothing => "no content".to_owned(),
            Some(label) if !is_json(&label) => format!("`{label}`"),
            _ if expected == "JSON" => "another kind of text".to_owned(),
            _ => "JSON".to_owned(),
        };
        let hint = if html {
            "; a login page or a proxy may have answered, so check the base URL and the network"
        } else {
            ""
        };
        Objection::Other(format!("expected {expected}, found {found}{hint}"))
    }
}

/// Most letters of a content type that an error shows.
const LONGEST_LABEL: usize = 60;

/// A media type without its parameters, in lower case; `None` for what is none.
fn essence(text: &str) -> Option<String> {
    let essence = text.split(';').next()?.trim().to_ascii_lowercase();
    let (kind, subtype) = essence.split_once('/')?;
    (!kind.is_empty() && !subtype.is_empty()).then_some(essence)
}

/// Whether a content type is the documented one. XML has many names for one thing.
fn alike(wanted: &str, label: &str) -> bool {
    let range =
        wanted.strip_suffix('*').is_some_and(|start| start.ends_with('/') && label.starts_with(start));
    wanted == label || wanted == "*/*" || range || (is_xml(wanted) && is_xml(label))
}

fn is_xml(essence: &str) -> bool {
    let page = essence == "application/xhtml+xml";
    matches!(essence, "text/xml" | "application/xml") || (essence.ends_with("+xml") && !page)
}

fn is_json(essence: &str) -> bool {
    matches!(essence, "application/json" | "text/json") || essence.ends_with("+json")
}

/// A body from its first letter on: without a byte order mark and without white space.
pub(crate) fn significant(body: &[u8]) -> &[u8] {
    body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body).trim_ascii_start()
}

/// Whether a body begins as pages of HTML do, by the signatures of the MIME Sniffing Standard.
pub(crate) fn begins_as_html(body: &[u8]) -> bool {
    const TAGS: [&str; 17] = [
        "!doctype html",
        "html",
        "head",
        "script",
        "iframe",
        "h1",
        "div",
        "font",
        "table",
        "a",
        "style",
        "title",
        "b",
        "body",
        "br",
        "p",
        "!--",
    ];
    let Some(rest) = body.strip_prefix(b"<") else { return false };
    TAGS.iter().any(|tag| {
        let named = rest.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag.as_bytes()));
        named
            && (*tag == "!--"
                || matches!(rest.get(tag.len()), None | Some(b' ' | b'>' | b'/' | b'\t' | b'\r' | b'\n')))
    })
}

#[cfg(test)]
mod tests;
