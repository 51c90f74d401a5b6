//! Texts as YAML: plain where nothing else could be meant, quoted or folded where needed.

use super::WIDTH;
use crate::export::yaml::{self, quoted};
use bizkit_spec::json::Json;
use std::fmt::Write;

/// A key.
pub(crate) fn key(text: &str) -> String {
    if text.bytes().all(|byte| byte.is_ascii_digit())
        && !text.is_empty()
        && (text.len() == 1 || !text.starts_with('0'))
    {
        // Statuses, and other numbers that are keys.
        return text.to_owned();
    }
    // In braces, blanks and joined colons in a key look like a text that goes on behind a comma.
    if text.contains([' ', ':']) { quoted(text) } else { plain(text, true) }
}

/// A value on one line, in braces and brackets.
pub(crate) fn flow(value: &Json) -> String {
    match value {
        Json::String(text) => plain(text, true),
        Json::Array(items) => {
            let items: Vec<String> = items.iter().map(flow).collect();
            format!("[{}]", items.join(", "))
        }
        Json::Object(members) if members.is_empty() => "{}".to_owned(),
        Json::Object(members) => {
            let members: Vec<String> =
                members.iter().map(|(name, value)| format!("{}: {}", key(name), flow(value))).collect();
            format!("{{ {} }}", members.join(", "))
        }
        other => other.to_string(),
    }
}

/// A text behind a key: plain, quoted, folded or as it stands.
pub(crate) fn prose(text: &str, indent: usize, used: usize) -> String {
    let printable = text.chars().all(|c| c == '\n' || is_printable(c));
    let blank_edge = text.starts_with([' ', '\n', '\t']) || text.ends_with([' ', '\n', '\t']);
    if text.contains('\n')
        && printable
        && !blank_edge
        && !text.lines().any(|line| line.ends_with([' ', '\t']))
    {
        let mut out = "|-".to_owned();
        for line in text.split('\n') {
            out.push('\n');
            if !line.is_empty() {
                let _ = write!(out, "{}{line}", " ".repeat(indent));
            }
        }
        return out;
    }
    let short = plain(text, false);
    let foldable = printable && !blank_edge && !text.contains("  ") && !text.contains(['\n', '\t']);
    if used + 1 + short.chars().count() <= WIDTH || !foldable {
        return short;
    }
    let mut out = ">-".to_owned();
    let mut line = String::new();
    let room = WIDTH.saturating_sub(indent + 4).max(40);
    for word in text.split(' ') {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > room {
            let _ = write!(out, "\n{}{line}", " ".repeat(indent));
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    let _ = write!(out, "\n{}{line}", " ".repeat(indent));
    out
}

/// A text on one line.
pub(crate) fn plain(text: &str, in_flow: bool) -> String {
    if is_plain(text, in_flow) { text.to_owned() } else { quoted(text) }
}

fn is_plain(text: &str, in_flow: bool) -> bool {
    let words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n", "~", "<<"];
    let Some(first) = text.chars().next() else { return false };
    let starts =
        first.is_alphanumeric() || "/+_(<$".contains(first) || first == '.' && text.starts_with("...");
    let numeric = first.is_ascii_digit() || "+.".contains(first);
    starts
        && text.chars().all(is_printable)
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.contains("  ")
        && !words.contains(&text.to_ascii_lowercase().as_str())
        && !(numeric && looks_numeric(text))
        && !(in_flow
            && text.contains([',', '[', ']', '{', '}', '"', '\''])
            && text.contains([',', '[', ']', '{', '}']))
}

/// Whether a reader could take a text for a number or a time.
fn looks_numeric(text: &str) -> bool {
    let address = text.matches('.').count() > 1 && !text.contains(':');
    !address
        && !text.contains(' ')
        && text.chars().all(|c| c.is_ascii_hexdigit() || "+-._:xobXOBeEinfaN".contains(c))
}

fn is_printable(c: char) -> bool {
    yaml::is_printable(c) && c != '\u{a0}'
}
