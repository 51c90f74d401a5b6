//! Trees to YAML as people write specs: keys in the order of the manual, short things on one line.

mod scalar;

use crate::import::known;
use crate::import::tree::{members, same};
use bizkit_spec::json::Json;
use bizkit_spec::keywords::Keyword;
use scalar::{flow, key, prose};
use std::fmt::Write;

/// How long a line may become.
const WIDTH: usize = 120;

/// Keys of a file that stand apart.
const SECTIONS: [&str; 8] =
    ["parameters", "body", "constraints", "responses", "pagination", "errors", "types", "examples"];

/// Keys whose value is text of people or of a program, whatever it looks like, and is never reordered.
const VALUES: [&str; 5] = ["example", "default", "request", "response", "normalize"];

/// The text of an endpoint's file.
pub(crate) fn endpoint(tree: &Json) -> String {
    let mut out = String::new();
    for (name, value) in ordered(tree) {
        if SECTIONS.contains(&name) {
            out.push('\n');
        }
        entry(&mut out, name, value, 0, Level::Schema);
    }
    out
}

/// The text of a file that is a mapping of names to schemas or other facts.
pub(crate) fn named(tree: &Json) -> String {
    let mut out = String::new();
    for (index, (name, value)) in members(tree).iter().enumerate() {
        if index > 0 && matches!(value, Json::Object(_)) {
            out.push('\n');
        }
        entry(&mut out, name, value, 0, Level::Schema);
    }
    out
}

/// The text of `api.yaml`.
pub(crate) fn api(tree: &Json) -> String {
    let mut out = String::new();
    for (name, value) in ordered(tree) {
        entry(&mut out, name, value, 0, Level::Schema);
    }
    out
}

/// One entry of a mapping, as lines that are indented for a place in a file.
pub(crate) fn lines(name: &str, value: &Json, indent: usize, under: Option<&str>) -> String {
    let mut out = String::new();
    entry(&mut out, name, value, indent, Level::below(under.unwrap_or_default()));
    out
}

/// What the keys of a mapping are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    /// Words of the language.
    Schema,
    /// Names of schemas.
    Names,
    /// A value, whose keys keep their order.
    Value,
}

impl Level {
    fn below(key: &str) -> Self {
        match key {
            "properties" | "parameters" | "responses" | "oneOf" | "types" | "enum" | "kinds" => Self::Names,
            key if VALUES.contains(&key) => Self::Value,
            _ => Self::Schema,
        }
    }
}

/// The members in the order of the manual.
fn ordered(tree: &Json) -> Vec<(&str, &Json)> {
    // What the language does not know stands last.
    let place = |key: &str| Keyword::find(key).map_or((true, None), |known| (false, Some(known)));
    let mut list: Vec<(&str, &Json)> =
        members(tree).iter().map(|(key, value)| (key.as_str(), value)).collect();
    list.sort_by_key(|(key, _)| place(key));
    list
}

fn entry(out: &mut String, name: &str, value: &Json, indent: usize, level: Level) {
    let head = format!("{}{}:", " ".repeat(indent), key(name));
    let inner = match level {
        Level::Schema => Level::below(name),
        Level::Names => Level::Schema,
        Level::Value => Level::Value,
    };
    out.push_str(&head);
    // The large parts of a file stand on lines of their own.
    let large =
        level == Level::Schema && ["properties", "parameters", "responses", "oneOf", "types"].contains(&name);
    if large && !members(value).is_empty() {
        out.push('\n');
        return mapping(out, value, indent + 2, inner);
    }
    value_behind(out, value, indent, inner, head.chars().count());
}

/// A value behind its key: on the same line where it is short, else below it.
fn value_behind(out: &mut String, value: &Json, indent: usize, level: Level, used: usize) {
    match value {
        Json::Null => out.push('\n'),
        Json::String(text) => {
            let body = prose(text, indent + 2, used);
            let _ = writeln!(out, " {body}");
        }
        Json::Object(list) if list.is_empty() => out.push_str(" {}\n"),
        Json::Array(list) if list.is_empty() => out.push_str(" []\n"),
        Json::Object(_) => {
            if fits_one_line(value, level) {
                let short = flow(&sorted(value, level));
                if used + 1 + short.chars().count() <= WIDTH {
                    let _ = writeln!(out, " {short}");
                    return;
                }
            }
            out.push('\n');
            mapping(out, value, indent + 2, level);
        }
        Json::Array(list) => {
            let scalars = list.iter().all(|item| !matches!(item, Json::Object(_) | Json::Array(_)));
            if scalars || level == Level::Value && list.iter().all(|item| matches!(item, Json::Array(_))) {
                let short = flow(value);
                if used + 1 + short.chars().count() <= WIDTH {
                    let _ = writeln!(out, " {short}");
                    return;
                }
            }
            out.push('\n');
            for item in list {
                element(out, item, indent + 2, level);
            }
        }
        other => {
            let _ = writeln!(out, " {other}");
        }
    }
}

fn mapping(out: &mut String, value: &Json, indent: usize, level: Level) {
    let list = match level {
        Level::Schema => ordered(value),
        _ => members(value).iter().map(|(key, value)| (key.as_str(), value)).collect(),
    };
    for (name, value) in list {
        entry(out, name, value, indent, level);
    }
}

fn element(out: &mut String, item: &Json, indent: usize, level: Level) {
    let dash = format!("{}-", " ".repeat(indent));
    match item {
        Json::Object(list) if !list.is_empty() => {
            let short = flow(&sorted(item, level));
            if fits_one_line(item, level) && short.chars().count() + indent + 2 <= WIDTH && list.len() < 4 {
                let _ = writeln!(out, "{dash} {short}");
                return;
            }
            let mut text = String::new();
            mapping(&mut text, item, indent + 2, level);
            // The first key stands beside the dash.
            out.push_str(&dash);
            out.push(' ');
            out.push_str(text.trim_start_matches(' '));
        }
        Json::Array(list) if !list.is_empty() => {
            out.push_str(&dash);
            value_behind(out, item, indent, level, dash.chars().count());
        }
        other => {
            out.push_str(&dash);
            value_behind(out, other, indent, level, dash.chars().count());
        }
    }
}

/// A mapping whose parts are short things: scalars, short lists of them, one mapping of scalars.
fn fits_one_line(value: &Json, level: Level) -> bool {
    let long = |text: &str| text.contains('\n') || text.chars().count() > 90;
    let scalar = |value: &Json| match value {
        Json::Object(_) | Json::Array(_) => false,
        Json::String(text) => !long(text),
        _ => true,
    };
    members(value).iter().all(|(key, value)| {
        let schema_like = level == Level::Schema
            && ["properties", "oneOf", "parameters", "responses"].contains(&key.as_str());
        match value {
            Json::Array(list) => list.iter().all(scalar),
            Json::Object(inner) => !schema_like && inner.iter().all(|(_, value)| scalar(value)),
            value => scalar(value),
        }
    })
}

/// A mapping with its keys, and those of schemas in it, in order.
fn sorted(value: &Json, level: Level) -> Json {
    let list = match level {
        Level::Schema => ordered(value),
        _ => members(value).iter().map(|(key, value)| (key.as_str(), value)).collect(),
    };
    let inner = |key: &str| match level {
        Level::Schema => Level::below(key),
        Level::Names => Level::Schema,
        Level::Value => Level::Value,
    };
    Json::Object(
        list.into_iter()
            .map(|(key, value)| {
                let value = if members(value).is_empty() { value.clone() } else { sorted(value, inner(key)) };
                (key.to_owned(), value)
            })
            .collect(),
    )
}

/// Whether a text reads back as the tree that it was written from.
pub(crate) fn reads_back(text: &str, tree: &Json) -> bool {
    known::tree(text).is_some_and(|read| same(&read, tree))
}

#[cfg(test)]
mod tests;
