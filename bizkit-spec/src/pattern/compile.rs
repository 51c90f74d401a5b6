//! A pattern becomes a program over the bytes of a text, from which matching code is generated.

use super::error::PatternError;
use super::minimize::{self, Refused};
use super::nfa::Nfa;
use super::parse::{error, too_large};
use super::program::Program;
use super::{Pattern, dfa, line};

/// The program, or why there is none; and how many steps that took.
pub(super) fn compile(pattern: &Pattern) -> (Result<Program, PatternError>, usize) {
    let node = &pattern.node;
    if let Some(line) = line::line(node) {
        return (Ok(Program::Line(line)), 0);
    }
    let place = 0..pattern.source.len();
    let Ok(nfa) = Nfa::new(node) else { return (Err(too_large(place)), 0) };
    let (table, steps) = dfa::table(&nfa);
    let Ok(table) = table else { return (Err(too_large(place)), steps) };
    let program = minimize::minimize(&table).map(Program::Dfa).map_err(|refused| match refused {
        Refused::TooLarge => too_large(place),
        Refused::MatchesNothing => error(
            place,
            "no text matches this pattern",
            "look for an empty class, for `^` behind something and for `$` before something",
        ),
    });
    (program, steps)
}
