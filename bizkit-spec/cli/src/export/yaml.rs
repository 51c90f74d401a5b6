//! JSON to YAML in block style. Numbers keep their digits; what YAML could take for something else is quoted.

use bizkit_spec::json::Json;
use bizkit_spec::visible;
use std::fmt::Write;

/// A document that reads back as the same value.
pub(super) fn document(value: &Json) -> String {
    let mut out = String::new();
    block(value, 0, &mut out);
    out.trim_start_matches('\n').to_owned()
}

/// A value behind a key or a dash: on the same line, or on lines of its own.
fn block(value: &Json, level: usize, out: &mut String) {
    match value {
        Json::Object(members) if !members.is_empty() => {
            for (name, value) in members {
                line(level, out);
                out.push_str(&scalar(name));
                out.push(':');
                member(value, level, out);
            }
        }
        Json::Array(items) if !items.is_empty() => {
            for item in items {
                line(level, out);
                out.push('-');
                let mut text = String::new();
                member(item, level, &mut text);
                // The first key of a mapping stands beside the dash.
                let first = format!("\n{}", "  ".repeat(level + 1));
                match text.strip_prefix(first.as_str()) {
                    Some(rest) if matches!(item, Json::Object(_)) => {
                        out.push(' ');
                        out.push_str(rest);
                    }
                    _ => out.push_str(&text),
                }
            }
        }
        value => {
            line(level, out);
            out.push_str(&inline(value));
        }
    }
    if level == 0 {
        out.push('\n');
    }
}

fn member(value: &Json, level: usize, out: &mut String) {
    match value {
        Json::Object(members) if !members.is_empty() => block(value, level + 1, out),
        Json::Array(items) if !items.is_empty() => block(value, level + 1, out),
        Json::String(text) if is_prose(text) => {
            out.push_str(if text.ends_with('\n') { " |" } else { " |-" });
            for part in text.lines() {
                if part.is_empty() {
                    out.push('\n');
                } else {
                    line(level + 1, out);
                    out.push_str(part);
                }
            }
        }
        value => {
            let _ = write!(out, " {}", inline(value));
        }
    }
}

fn line(level: usize, out: &mut String) {
    out.push('\n');
    out.push_str(&"  ".repeat(level));
}

fn inline(value: &Json) -> String {
    match value {
        Json::String(text) => scalar(text),
        Json::Array(_) => "[]".to_owned(),
        Json::Object(_) => "{}".to_owned(),
        value => value.to_string(),
    }
}

/// Several lines that a literal block shows as they are.
fn is_prose(text: &str) -> bool {
    let body = text.strip_suffix('\n').unwrap_or(text);
    body.contains('\n')
        && !body.ends_with('\n')
        && !body.starts_with([' ', '\n'])
        && body.lines().all(|line| !line.ends_with(' '))
        && body.chars().all(|c| c == '\n' || is_printable(c))
}

/// What every YAML reader takes as it stands.
pub(crate) fn is_printable(c: char) -> bool {
    !visible::is_hidden(c) && !matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// A text, quoted where it could be read as anything else.
fn scalar(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().is_some_and(|c| c.is_alphabetic() || c == '_' || c == '/');
    let plain = |c: char| c.is_alphanumeric() || " _-/.+()'$=&;!?".contains(c);
    let words = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    let word = words.contains(&text.to_ascii_lowercase().as_str());
    if first && letters.all(plain) && !text.ends_with(' ') && !word {
        return text.to_owned();
    }
    quoted(text)
}

/// A text in double quotes, every character of which can be seen.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\u{a0}' => out.push_str(&visible::yaml(c)),
            c if is_printable(c) => out.push(c),
            c => out.push_str(&visible::yaml(c)),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests;
