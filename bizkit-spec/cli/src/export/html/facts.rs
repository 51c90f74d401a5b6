//! What holds for a call as a whole, as names and values.

use super::markup::{Html, code};
use super::text;
use crate::export::words;
use bizkit_spec::model::{Api, Endpoint, RetryClass};
use bizkit_spec::{period, rust};

/// A name and HTML.
type Row = (&'static str, String);

/// The facts of an endpoint.
pub(super) fn of(api: &Api, endpoint: &Endpoint) -> Vec<Row> {
    let mut rows = vec![
        ("Rust", code(&rust::request_path(endpoint))),
        ("Gives", code(&rust::response_type(api, endpoint))),
    ];
    rows.extend(rust::failure_type(api, endpoint).map(|ty| ("Fails with", code(&ty))));
    rows.extend(endpoint.base_url.as_ref().map(|host| ("Host", code(host))));
    rows.push((
        "Key",
        endpoint.key.as_ref().map_or("none".to_owned(), |used| words::key(&used.name, &used.locations, code)),
    ));
    rows.push((
        "Repeated",
        match endpoint.retry {
            RetryClass::Safe => "even when it may have arrived".to_owned(),
            RetryClass::Never => {
                "<strong>never blindly</strong>: only when it certainly did not arrive".to_owned()
            }
        },
    ));
    rows.extend(endpoint.timeout.map(|time| ("Time", format!("may take {}", period::text(time)))));
    rows.extend(endpoint.rate_limit.as_ref().map(|limit| ("Quota", limit.to_string())));
    rows.extend(
        endpoint.pagination.as_ref().map(|pages| ("Pages", words::pagination(api, endpoint, pages, code))),
    );
    rows.extend(endpoint.about.seen.map(|seen| ("Known", seen.sentence())));
    rows.extend(
        endpoint.about.docs.as_deref().map(|link| ("Documentation", text::link("The vendor's page", link))),
    );
    rows
}

/// Names and values as a list.
pub(super) fn write(html: &mut Html, rows: &[Row]) {
    html.tag("dl", &[("class", "f")], |html| {
        for (name, value) in rows {
            html.line("dt", &[], name);
            html.tag("dd", &[], |html| html.html(value));
        }
    });
}
