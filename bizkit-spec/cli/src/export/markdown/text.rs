//! Pieces of Markdown: tables, lists of words, where a key travels.

use bizkit_spec::model::KeyPlace;
use bizkit_spec::prose::{cell, code};
use std::fmt::Write;

/// A table of pieces of Markdown; a column that is empty all the way down is left out.
pub(super) fn table<const N: usize>(heads: [&str; N], rows: &[[String; N]]) -> String {
    let shown: Vec<usize> = (0..N).filter(|column| rows.iter().any(|row| !row[*column].is_empty())).collect();
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut out = line(shown.iter().map(|column| heads[*column].to_owned()).collect());
    let _ = writeln!(out, "|{}", "---|".repeat(shown.len()));
    for row in rows {
        out.push_str(&line(shown.iter().map(|column| cell(row[*column].trim())).collect()));
    }
    out
}

/// `a`, `b` and `c`
pub(super) fn listed(words: &[String], last: &str) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [rest @ .., end] => format!("{} {last} {end}", rest.join(", ")),
    }
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
