//! Changes to text: for people, for programs, for a change log.

use super::{Change, Level, Rule, Version, gravest};
use bizkit_spec::json::Json;
use bizkit_spec::json::build::{array, object, pair, text};
use bizkit_spec::prose::{code, inline};
use bizkit_spec::render::{Colour, Paint, Role};
use bizkit_spec::visible;
use std::fmt::Write;

/// Every change with its rule and what it does to Rust, the gravest first.
pub fn human(changes: &[Change], colour: Colour) -> String {
    let paint = Paint::new(colour);
    let mut out = String::new();
    for level in [Level::Breaking, Level::Additive, Level::Cosmetic] {
        for change in changes.iter().filter(|change| change.level == level) {
            let role = match level {
                Level::Breaking => Role::Error,
                Level::Additive => Role::Help,
                Level::Cosmetic => Role::Gutter,
            };
            let head = paint.with(role, &format!("{level}[{}]", change.rule));
            let address = paint.with(Role::Strong, &visible::line(&change.address));
            let _ = writeln!(out, "{head} {address}: {}", visible::line(&change.message));
            for rust in &change.rust {
                let _ = writeln!(out, "    {}", visible::line(rust));
            }
        }
    }
    out
}

/// `2 breaking, 1 additive, 0 cosmetic`, and the version that follows.
pub fn summary(changes: &[Change], version: Option<Version>) -> String {
    let Some(level) = gravest(changes) else { return "no changes\n".to_owned() };
    let count = |level| changes.iter().filter(|change| change.level == level).count();
    let levels = [Level::Breaking, Level::Additive, Level::Cosmetic];
    let counts: Vec<String> = levels.iter().map(|level| format!("{} {level}", count(*level))).collect();
    let next = match version {
        Some(version) => format!("{version} is followed by {}", version.next(level)),
        None => match level {
            Level::Breaking => "a major version follows (below 1.0.0 a minor one)".to_owned(),
            Level::Additive => "a minor version follows (below 1.0.0 a patch)".to_owned(),
            Level::Cosmetic => "a patch follows".to_owned(),
        },
    };
    format!("{}: {next}\n", counts.join(", "))
}

/// One object: the gravest level, the next version, and every change.
pub fn json(changes: &[Change], version: Option<Version>) -> Json {
    let level = gravest(changes);
    let list = changes.iter().map(|change| {
        object([
            pair("rule", text(change.rule.name())),
            pair("level", text(change.level.name())),
            pair("address", text(&change.address)),
            pair("message", text(&change.message)),
            pair("rust", array(change.rust.iter().map(|rust| text(rust)))),
        ])
    });
    let next = version.zip(level).map(|(version, level)| version.next(level).to_string());
    let word = |word: Option<&str>| word.map_or(Json::Null, text);
    object([
        pair("level", word(level.map(Level::name))),
        pair("version", word(version.map(|version| version.to_string()).as_deref())),
        pair("next", word(next.as_deref())),
        pair("changes", array(list)),
    ])
}

/// A section of a change log: a list for each level.
pub fn markdown(changes: &[Change]) -> String {
    let mut out = String::new();
    for level in [Level::Breaking, Level::Additive, Level::Cosmetic] {
        let mut of_level = changes.iter().filter(|change| change.level == level).peekable();
        if of_level.peek().is_none() {
            continue;
        }
        let title = match level {
            Level::Breaking => "Breaking",
            Level::Additive => "Added",
            Level::Cosmetic => "Documentation",
        };
        let _ = writeln!(out, "{}### {title}\n", if out.is_empty() { "" } else { "\n" });
        for change in of_level {
            let _ =
                writeln!(out, "- {}: {} (`{}`)", code(&change.address), inline(&change.message), change.rule);
            for rust in &change.rust {
                let _ = writeln!(out, "  - {}", inline(rust));
            }
        }
    }
    if out.is_empty() { "No changes.\n".to_owned() } else { out }
}

/// The table of rules in Markdown.
pub fn rules() -> String {
    let mut out = "| rule | in a request | in a response | what changed |\n|---|---|---|---|\n".to_owned();
    for rule in Rule::ALL {
        let (request, response, about) = (rule.in_request(), rule.in_response(), rule.about());
        let _ = writeln!(out, "| `{rule}` | {request} | {response} | {about} |");
    }
    out
}
