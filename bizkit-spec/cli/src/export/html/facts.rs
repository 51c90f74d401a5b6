//! What holds for a call as a whole, as names and values.

use super::markup::{Html, code};
use super::text;
use super::tree::listed;
use bizkit_spec::model::{
    Api, Content, Endpoint, Field, KeyPlace, Kind, PageStyle, Pagination, Reply, RetryClass,
};
use bizkit_spec::{period, rust};
use std::fmt::Write;

/// A name and HTML.
type Row = (&'static str, String);

/// The facts of an endpoint.
pub(super) fn of(api: &Api, endpoint: &Endpoint) -> Vec<Row> {
    let mut rows = vec![
        ("Rust", code(&rust::request_path(endpoint))),
        ("Gives", code(&rust::reply_type(api, endpoint))),
    ];
    rows.extend(rust::failure_type(api, endpoint).map(|ty| ("Fails with", code(&ty))));
    rows.extend(endpoint.base_url.as_ref().map(|host| ("Host", code(host))));
    rows.push(("Key", endpoint.key.as_ref().map_or("none".to_owned(), |used| key(&used.name, &used.places))));
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
    rows.extend(endpoint.pagination.as_ref().map(|pages| ("Pages", pagination(api, endpoint, pages))));
    rows.extend(
        endpoint.docs.link.as_deref().map(|link| ("Documentation", text::link("The vendor's page", link))),
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

/// Where a key travels.
pub(super) fn key(name: &str, places: &[KeyPlace]) -> String {
    let name = code(name);
    let words = places.iter().map(|place| match place {
        KeyPlace::Query => format!("{name} in the query"),
        KeyPlace::Bearer => "a Bearer token".to_owned(),
        KeyPlace::Header => format!("the header {name}"),
        KeyPlace::Body => format!("{name} in the body"),
    });
    listed(&words.collect::<Vec<_>>(), "or")
}

fn pagination(api: &Api, endpoint: &Endpoint, pages: &Pagination) -> String {
    let parameter = |index: usize| code(&endpoint.parameters[index].field.wire);
    let fields = endpoint.replies.first().map(|reply| fields(api, reply)).unwrap_or_default();
    let field = |index: usize| fields.get(index).map_or(String::new(), |field| code(&field.wire));
    let cursor = parameter(pages.cursor);
    let mut words = match pages.style {
        PageStyle::Page { first } => format!("{cursor} counts pages from {first}"),
        PageStyle::Offset => format!("{cursor} counts items to leave out"),
    };
    if let Some(limit) = pages.limit {
        let _ = write!(words, ", {} is the size of a page", parameter(limit));
    }
    if let Some(limit) = pages.default_limit {
        let _ = write!(words, ", which is {limit} where none is named");
    }
    let _ = write!(words, "; {} holds the items", field(pages.items));
    if let Some(total) = pages.total {
        let _ = write!(words, ", {} the number of all items", field(total));
    }
    words
}

fn fields<'a>(api: &'a Api, reply: &'a Reply) -> &'a [Field] {
    let Content::Json(schema) = &reply.content else { return &[] };
    match &api.resolved(schema).kind {
        Kind::Object(object) => &object.fields,
        _ => &[],
    }
}
