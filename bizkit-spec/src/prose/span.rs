//! Writes pieces of Markdown of our own: code, links and cells, whatever stands in them.

use super::inline::escaped;
use crate::visible;
use std::fmt::Write;

/// A span of code, whatever the text holds.
pub fn code(text: &str) -> String {
    let text: String = text.chars().map(visible::character).collect();
    if text.contains("\\|") {
        // No span may hold this in a cell of a table.
        return escaped(&text);
    }
    let fence = "`".repeat(longest_run(&text) + 1);
    let blank = text.trim_matches(' ').is_empty();
    let trimmed = text.starts_with(' ') && text.ends_with(' ') && !blank;
    let pad =
        if text.is_empty() || trimmed || text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// A block of code in a language, which is one of ours and no foreign text.
pub fn fence(language: &str, text: &str) -> String {
    let shown = |c| if matches!(c, '\n' | '\t') { c } else { visible::character(c) };
    let text: String = text.chars().map(shown).collect();
    let fence = "`".repeat(longest_run(&text).max(2) + 1);
    format!("{fence}{language}\n{}\n{fence}\n", text.trim_end())
}

/// Markdown of these functions in a cell of a table: no sign of it ends the cell.
pub fn cell(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut escaped = false;
    for c in markdown.chars() {
        if c == '|' && !escaped {
            out.push('\\');
        }
        escaped = c == '\\' && !escaped;
        out.push(if c == '\n' { ' ' } else { c });
    }
    out
}

/// A link whose text is Markdown of ours; the text alone where the address does not lead to the web.
pub fn link(text: &str, address: &str) -> String {
    match web_address(address) {
        Some(address) => format!("[{text}]({address})"),
        None => text.to_owned(),
    }
}

/// A link to a page beside this one, whose text is Markdown of ours.
pub fn page(text: &str, path: &str) -> String {
    format!("[{text}]({})", encoded(path))
}

/// A link to a line of a file on this machine.
pub fn place(text: &str, path: &str, line: usize) -> String {
    format!("[{text}](file://{}#L{line})", encoded(path))
}

fn encoded(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/#".contains(&byte);
    path.bytes().fold(String::new(), |out, byte| match byte {
        byte if plain(byte) => out + char::from(byte).encode_utf8(&mut [0; 4]),
        byte => out + &format!("%{byte:02X}"),
    })
}

/// A link that shows its address.
pub fn address(address: &str) -> String {
    match web_address(address) {
        Some(address) => format!("<{address}>"),
        None => code(address),
    }
}

/// An address of the web, in which everything is encoded that could end a link.
pub(super) fn web_address(address: &str) -> Option<String> {
    let lower = address.get(..8).unwrap_or(address).to_ascii_lowercase();
    if !lower.starts_with("https://") && !lower.starts_with("http://") {
        return None;
    }
    let mut out = String::new();
    for c in address.chars() {
        // `&copy;` would be read as a sign.
        let entity = c == ';' && out.rsplit('&').next().is_some_and(|name| name.len() < out.len());
        if (c.is_alphanumeric() || "-._~:/?#@!$&'+,;=%".contains(c)) && !entity {
            out.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    Some(out)
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// The language of a block of code that a page may name; the rest is `text`, which nobody runs.
pub(super) fn language(info: &str) -> &'static str {
    const KNOWN: [&str; 9] = ["css", "html", "http", "js", "json", "sh", "sql", "xml", "yaml"];
    let word = info.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    KNOWN.iter().find(|known| known.eq_ignore_ascii_case(word)).copied().unwrap_or("text")
}
