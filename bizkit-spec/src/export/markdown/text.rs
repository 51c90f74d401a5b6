//! Pieces of Markdown: code, cells and tables, whatever the text holds.

use crate::model::KeyPlace;
use std::fmt::Write;

/// A code span; the fence is longer than every run of backticks inside.
pub(super) fn code(text: &str) -> String {
    let fence = "`".repeat(longest_run(text) + 1);
    let space = if text.starts_with('`') || text.ends_with('`') || text.trim().is_empty() { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// A block of code in a language.
pub(super) fn block(language: &str, text: &str) -> String {
    let fence = "`".repeat(longest_run(text).max(2) + 1);
    format!("{fence}{language}\n{}\n{fence}\n", text.trim_end())
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// Text in the cell of a table, on one line.
fn cell(text: &str) -> String {
    let paragraphs =
        text.trim().split("\n\n").map(|part| part.split_whitespace().collect::<Vec<_>>().join(" "));
    paragraphs.collect::<Vec<_>>().join("<br><br>").replace('|', "\\|")
}

/// A table; a column that is empty all the way down is left out.
pub(super) fn table<const N: usize>(heads: [&str; N], rows: &[[String; N]]) -> String {
    let shown: Vec<usize> = (0..N).filter(|column| rows.iter().any(|row| !row[*column].is_empty())).collect();
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut out = line(shown.iter().map(|column| heads[*column].to_owned()).collect());
    let _ = writeln!(out, "|{}", "---|".repeat(shown.len()));
    for row in rows {
        out.push_str(&line(shown.iter().map(|column| cell(&row[*column])).collect()));
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
