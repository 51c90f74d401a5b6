//! A machine in several states at once becomes a table with one: the subsets that it can be in.

use super::ast::Assertion;
use super::nfa::{Nfa, State, StateId};
use std::collections::HashMap;

/// Most entries before minimisation.
const MAX_ENTRIES: usize = 1 << 17;
/// Most steps, so that no pattern makes a build slow.
const MAX_STEPS: usize = 1_000_000;

/// State of a [`Table`] in which nothing can match any more.
pub(super) const DEAD: usize = 0;
/// State of a [`Table`] in which everything matches.
pub(super) const SURE: usize = 1;

/// An automaton over classes of bytes, not yet minimal.
#[derive(Debug)]
pub(super) struct Table {
    /// The column of each byte.
    pub(super) classes: [u8; 256],
    /// One row per state, one target per column.
    pub(super) rows: Vec<Vec<usize>>,
    /// Whether the text may end in the state.
    pub(super) accept: Vec<bool>,
    pub(super) start: usize,
}

/// The table would be too large.
pub(super) struct TooLarge;

/// Builds the table for a search anywhere in the text, and says how many steps that took.
pub(super) fn table(nfa: &Nfa) -> (Result<Table, TooLarge>, usize) {
    let (classes, representatives) = columns(nfa);
    let seen = vec![false; nfa.states.len()];
    let max_states = MAX_ENTRIES / representatives.len();
    let mut subsets = Subsets { nfa, known: HashMap::new(), order: Vec::new(), max_states, seen, steps: 0 };
    let table = subsets.table(classes, &representatives);
    (table, subsets.steps)
}

impl Subsets<'_> {
    fn table(&mut self, classes: [u8; 256], representatives: &[u8]) -> Result<Table, TooLarge> {
        let mut rows = vec![vec![DEAD; representatives.len()], vec![SURE; representatives.len()]];
        let mut accept = vec![false, true];
        let restart = self.reach(&[self.nfa.start], None);
        let start = self.reach(&[self.nfa.start], Some((Before::Start, Next::Unknown)));
        let start = self.number(start, Before::Start)?;
        while let Some((states, before)) = self.order.get(rows.len() - 2).cloned() {
            let at_end = self.reach(&states, Some((before, Next::End)));
            accept.push(at_end.contains(&0));
            let row = representatives.iter().map(|byte| self.step(&states, before, *byte, &restart));
            rows.push(row.collect::<Result<_, _>>()?);
        }
        Ok(Table { classes, rows, accept, start })
    }
}

/// What stands before a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Before {
    Start,
    Word,
    Other,
}

/// What stands behind a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Unknown,
    End,
    Byte(u8),
}

struct Subsets<'a> {
    nfa: &'a Nfa,
    known: HashMap<(Vec<StateId>, Before), usize>,
    order: Vec<(Vec<StateId>, Before)>,
    max_states: usize,
    /// Which states `reach` has met; empty between two calls.
    seen: Vec<bool>,
    steps: usize,
}

impl Subsets<'_> {
    /// Where a byte leads to.
    fn step(
        &mut self,
        states: &[StateId],
        before: Before,
        byte: u8,
        restart: &[StateId],
    ) -> Result<usize, TooLarge> {
        if self.steps > MAX_STEPS {
            return Err(TooLarge);
        }
        let decided;
        let here = if self.asks(states) {
            decided = self.reach(states, Some((before, Next::Byte(byte))));
            &decided[..]
        } else {
            states
        };
        if here.contains(&0) {
            return Ok(SURE);
        }
        self.steps += here.len();
        let mut targets = Vec::new();
        for state in here {
            if let State::Range(low, high, next) = self.nfa.states[*state as usize]
                && (low..=high).contains(&byte)
            {
                targets.push(next);
            }
        }
        // What begins here needs a byte that begins a code point, so it does no harm inside of one.
        targets.extend(restart);
        let targets = self.reach(&targets, None);
        self.number(targets, if is_word(byte) { Before::Word } else { Before::Other })
    }

    /// The states that are reached without taking a byte, sorted. Assertions that are not decided yet
    /// stay among them. Without a place, it is any but the start.
    fn reach(&mut self, from: &[StateId], place: Option<(Before, Next)>) -> Vec<StateId> {
        let mut stack = from.to_vec();
        let mut visited = Vec::new();
        while let Some(state) = stack.pop() {
            if std::mem::replace(&mut self.seen[state as usize], true) {
                continue;
            }
            visited.push(state);
            match &self.nfa.states[state as usize] {
                State::Split(targets) => stack.extend(targets),
                State::Assert(assertion, next) if holds(*assertion, place) == Some(true) => stack.push(*next),
                _ => {}
            }
        }
        self.steps += visited.len();
        for state in &visited {
            self.seen[*state as usize] = false;
        }
        visited.retain(|state| match &self.nfa.states[*state as usize] {
            State::Split(_) => false,
            State::Assert(assertion, _) => holds(*assertion, place).is_none(),
            State::Match | State::Range(..) => true,
        });
        visited.sort_unstable();
        visited
    }

    /// Whether it matters what stands around.
    fn asks(&self, states: &[StateId]) -> bool {
        states.iter().any(|state| matches!(self.nfa.states[*state as usize], State::Assert(..)))
    }

    /// The number of a set of states, a new one where it was not met before.
    fn number(&mut self, states: Vec<StateId>, before: Before) -> Result<usize, TooLarge> {
        if states.is_empty() {
            return Ok(DEAD);
        }
        if states.contains(&0) {
            return Ok(SURE);
        }
        let before = if self.asks(&states) { before } else { Before::Other };
        let key = (states, before);
        if let Some(number) = self.known.get(&key) {
            return Ok(*number);
        }
        if self.order.len() >= self.max_states {
            return Err(TooLarge);
        }
        let number = self.order.len() + 2;
        self.order.push(key.clone());
        self.known.insert(key, number);
        Ok(number)
    }
}

/// Whether an assertion holds; `None` until more is known.
fn holds(assertion: Assertion, place: Option<(Before, Next)>) -> Option<bool> {
    let (before, next) = match (assertion, place) {
        (Assertion::Start, _) => return Some(matches!(place, Some((Before::Start, _)))),
        (_, None | Some((_, Next::Unknown))) => return None,
        (_, Some(place)) => place,
    };
    let next_is_word = match next {
        // Inside of a code point there is no place to ask about.
        Next::Byte(0x80..=0xBF) => return Some(false),
        Next::Byte(byte) => is_word(byte),
        Next::End | Next::Unknown => false,
    };
    let boundary = (before == Before::Word) != next_is_word;
    Some(match assertion {
        Assertion::Start => before == Before::Start,
        Assertion::End => next == Next::End,
        Assertion::WordBoundary => boundary,
        Assertion::NotWordBoundary => !boundary,
    })
}

/// Whether `\b` counts a byte as part of a word.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// The column of each byte and one byte of each column: bytes that no state tells apart share one.
fn columns(nfa: &Nfa) -> ([u8; 256], Vec<u8>) {
    let mut begins = [false; 257];
    let mut words = false;
    for state in &nfa.states {
        match state {
            State::Range(low, high, _) => {
                begins[usize::from(*low)] = true;
                begins[usize::from(*high) + 1] = true;
            }
            State::Assert(Assertion::WordBoundary | Assertion::NotWordBoundary, _) => words = true,
            _ => {}
        }
    }
    if words {
        for byte in 1..=255u8 {
            let differs = is_word(byte) != is_word(byte - 1) || byte == 0x80 || byte == 0xC0;
            begins[usize::from(byte)] |= differs;
        }
    }
    let mut classes = [0; 256];
    let mut representatives = vec![0];
    for byte in 1..=255u8 {
        if begins[usize::from(byte)] {
            representatives.push(byte);
        }
        classes[usize::from(byte)] = u8::try_from(representatives.len() - 1).unwrap_or(u8::MAX);
    }
    (classes, representatives)
}
