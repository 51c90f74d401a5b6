//! Coverage to text, for people and for programs.

use super::{Coverage, State};
use crate::diff;
use bizkit_spec::json::Json;
use bizkit_spec::json::build::{array, number, object, pair, text};
use bizkit_spec::render::{Colour, Paint, Role};
use bizkit_spec::visible;
use std::fmt::Write;

/// A line for each operation, what differs below it, and the figures.
pub fn human(coverage: &Coverage, colour: Colour) -> String {
    let paint = Paint::new(colour);
    let mut out = String::new();
    for row in &coverage.rows {
        let role = match row.state {
            State::Same => Role::Help,
            State::Differs(_) | State::Extra => Role::Warning,
            State::Missing | State::Unreadable(_) => Role::Error,
        };
        let state = paint.with(role, &format!("{:10}", row.state.name()));
        let id = row.id.as_deref().map_or(String::new(), |id| format!("  {id}"));
        let _ = writeln!(out, "{state}  {:6} {}", row.method, visible::line(&format!("{}{id}", row.path)));
        match &row.state {
            State::Differs(changes) => {
                for change in changes {
                    let _ = writeln!(
                        out,
                        "    {} {}",
                        change.rule,
                        visible::line(&format!("{}: {}", change.address, change.message))
                    );
                }
            }
            State::Unreadable(reason) => {
                let _ = writeln!(out, "    {}", visible::line(reason));
            }
            _ => {}
        }
    }
    let (all, covered, same) = (coverage.operations(), coverage.covered(), coverage.count("same"));
    let _ = writeln!(
        out,
        "{covered} of {all} operations have a spec ({}), {same} of them say the same ({})",
        percent(covered, all),
        percent(same, all)
    );
    out
}

/// Figures and rows for programs.
pub fn json(coverage: &Coverage) -> Json {
    let rows = coverage.rows.iter().map(|row| {
        let mut members = vec![
            pair("method", text(&row.method)),
            pair("path", text(&row.path)),
            pair("spec", row.id.as_deref().map_or(Json::Null, text)),
            pair("state", text(row.state.name())),
        ];
        match &row.state {
            State::Differs(changes) => {
                let list = diff::report::json(changes, None);
                members.extend(list.get("changes").cloned().map(|changes| pair("changes", changes)));
            }
            State::Unreadable(reason) => members.push(pair("reason", text(reason))),
            _ => {}
        }
        object(members)
    });
    object([
        pair("operations", number(coverage.operations())),
        pair("covered", number(coverage.covered())),
        pair("same", number(coverage.count("same"))),
        pair("differs", number(coverage.count("differs"))),
        pair("missing", number(coverage.count("missing"))),
        pair("unreadable", number(coverage.count("unreadable"))),
        pair("extra", number(coverage.count("extra"))),
        pair("rows", array(rows)),
    ])
}

/// `97.9 %` of a whole; everything of nothing.
fn percent(part: usize, whole: usize) -> String {
    let tenths = (part * 1000).checked_div(whole).unwrap_or(1000);
    format!("{}.{} %", tenths / 10, tenths % 10)
}
