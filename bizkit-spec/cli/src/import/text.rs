//! Reads single texts of a document: links, and whole numbers in any spelling.

/// Whether the language takes a text as a link.
pub(in crate::import) fn is_link(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty()) && !url.contains(char::is_whitespace)
}

/// A number of JSON that is whole, however it is written (`10`, `10.0`, `1e1`).
pub(in crate::import) fn whole(text: &str) -> Option<i64> {
    text.parse().ok().or_else(|| {
        let value: f64 = text.parse().ok()?;
        let exact = value.fract() == 0.0 && value.abs() < 9e15;
        exact.then(|| format!("{value:.0}").parse().ok()).flatten()
    })
}
