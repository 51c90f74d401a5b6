//! Pieces of Markdown: tables.

use bizkit_spec::prose::cell;
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
