//! What goes wrong, in a sentence for shoppers; the owner of the shop finds it again by the id of the request.

use crate::{Web, page};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use bizkit_client::{Error, ErrorKind};

/// A page about a call that failed. Its status tells programs the same.
pub fn page(web: &Web, error: &Error) -> Response {
    let (status, title, text) = tell(error);
    let mut response = page::say(web, status, title, &with_id(text, error));
    if let Some(wait) = error.retry_after() {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait.as_secs().max(1)));
    }
    response
}

/// A sentence about the error, with the id of its request.
pub fn sentence(error: &Error) -> String {
    with_id(tell(error).2, error)
}

fn with_id(text: &str, error: &Error) -> String {
    match error.request_id() {
        Some(id) => format!("{text} If you write to us about it, tell us this number: {id}"),
        None => text.to_owned(),
    }
}

fn tell(error: &Error) -> (StatusCode, &'static str, &'static str) {
    if error.is_rate_limited() {
        let text = "More people are here than the shop can serve. Please try again in a minute.";
        return (StatusCode::SERVICE_UNAVAILABLE, "Much is going on", text);
    }
    if error.is_not_found() {
        return (StatusCode::NOT_FOUND, "Not found", "There is nothing here, or it is not sold any more.");
    }
    match error.kind() {
        ErrorKind::Invalid => (
            StatusCode::BAD_REQUEST,
            "Something is not filled in right",
            "Please go back and look at what you have typed.",
        ),
        ErrorKind::NotSent | ErrorKind::PerhapsSent => (
            StatusCode::BAD_GATEWAY,
            "The shop is out of reach",
            "It does not answer just now. Please try again in a while.",
        ),
        ErrorKind::Failed => (
            StatusCode::CONFLICT,
            "That did not work",
            "The shop has refused this. Please try something else.",
        ),
        _ => (
            StatusCode::BAD_GATEWAY,
            "Something went wrong",
            "It is not your fault. Please try again in a while.",
        ),
    }
}

/// A page for the shop's own trouble.
pub fn busy(web: &Web) -> Response {
    page::say(
        web,
        StatusCode::SERVICE_UNAVAILABLE,
        "Something went wrong",
        "It is not your fault. Please try again in a while.",
    )
}
