//! A request as a command for a shell, for people who report a problem or try a call by hand.

use std::fmt::Write;

use crate::schema::tables::Method;
use crate::transport::message::HttpRequest;

/// Writes the command; whatever the request holds is quoted.
pub(crate) fn command(request: &HttpRequest) -> String {
    let mut out = String::from("curl");
    if request.endpoint.method != Method::Get {
        // Writing to a string does not fail.
        let _ = write!(out, " -X {}", request.method());
    }
    quote(request.url(), &mut out);
    for (name, value) in request.headers() {
        if name == http::header::USER_AGENT {
            continue;
        }
        out.push_str(" -H");
        quote(&format!("{name}: {}", String::from_utf8_lossy(value.as_bytes())), &mut out);
    }
    if !request.body().is_empty() {
        match str::from_utf8(request.body()) {
            Ok(text) => {
                out.push_str(" --data-raw");
                quote(text, &mut out);
            }
            Err(_) => out.push_str(" --data-binary @body"),
        }
    }
    out
}

/// One word for a POSIX shell, after a space.
fn quote(text: &str, out: &mut String) {
    out.push_str(" '");
    out.push_str(&text.replace('\'', r"'\''"));
    out.push('\'');
}
