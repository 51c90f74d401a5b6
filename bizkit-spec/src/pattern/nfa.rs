//! A pattern's tree becomes a machine over bytes that may be in several states at once.

use super::ast::{Assertion, Node};
use super::class::Class;
use std::collections::HashMap;

/// Most states.
const MAX_STATES: usize = 20_000;

pub(super) type StateId = u32;

#[derive(Debug)]
pub(super) enum State {
    /// The text matches.
    Match,
    /// Take one byte between these, both inside.
    Range(u8, u8, StateId),
    /// Go on in each of these.
    Split(Vec<StateId>),
    /// Go on if this holds.
    Assert(Assertion, StateId),
}

#[derive(Debug)]
pub(super) struct Nfa {
    pub(super) states: Vec<State>,
    pub(super) start: StateId,
}

/// The machine would have too many states.
pub(super) struct TooLarge;

impl Nfa {
    pub(super) fn new(node: &Node) -> Result<Self, TooLarge> {
        let mut nfa = Self { states: vec![State::Match], start: 0 };
        nfa.start = nfa.before(node, 0)?;
        Ok(nfa)
    }

    fn add(&mut self, state: State) -> Result<StateId, TooLarge> {
        if self.states.len() >= MAX_STATES {
            return Err(TooLarge);
        }
        self.states.push(state);
        StateId::try_from(self.states.len() - 1).map_err(|_| TooLarge)
    }

    /// Adds states for a node that go on in `next`; gives the first one.
    fn before(&mut self, node: &Node, next: StateId) -> Result<StateId, TooLarge> {
        match node {
            Node::Assertion(assertion) => self.add(State::Assert(*assertion, next)),
            Node::Class(class) => self.before_class(class, next),
            Node::Concat(nodes) => nodes.iter().rev().try_fold(next, |next, node| self.before(node, next)),
            Node::Alternation(nodes) => {
                let branches =
                    nodes.iter().map(|node| self.before(node, next)).collect::<Result<Vec<_>, _>>()?;
                self.add(State::Split(branches))
            }
            Node::Repeat { node, min, max } => {
                let mut first = next;
                match max {
                    None => {
                        first = self.add(State::Split(vec![next]))?;
                        let again = self.before(node, first)?;
                        if let State::Split(targets) = &mut self.states[first as usize] {
                            targets.push(again);
                        }
                    }
                    Some(max) => {
                        for _ in *min..*max {
                            let once = self.before(node, first)?;
                            first = self.add(State::Split(vec![once, next]))?;
                        }
                    }
                }
                for _ in 0..*min {
                    first = self.before(node, first)?;
                }
                Ok(first)
            }
        }
    }

    fn before_class(&mut self, class: &Class, next: StateId) -> Result<StateId, TooLarge> {
        // Sequences with the same end share it.
        let mut known = HashMap::new();
        let mut branches = Vec::new();
        for sequence in sequences(class) {
            let mut first = next;
            for &(low, high) in sequence.iter().rev() {
                let key = (low, high, first);
                first = match known.get(&key) {
                    Some(state) => *state,
                    None => {
                        let state = self.add(State::Range(low, high, first))?;
                        known.insert(key, state);
                        state
                    }
                };
            }
            branches.push(first);
        }
        if branches.len() == 1 { Ok(branches[0]) } else { self.add(State::Split(branches)) }
    }
}

/// The byte sequences of a set of code points, as ranges of bytes.
///
/// Bytes that no UTF-8 contains are not excluded where leaving them in needs fewer ranges: a `&str`
/// never has them.
fn sequences(class: &Class) -> Vec<Vec<(u8, u8)>> {
    // The last code point of one to four bytes, and what the bytes could say without any other rule.
    const LENGTHS: [(u32, u32); 4] = [(0x7F, 0x7F), (0x7FF, 0x7FF), (0xFFFF, 0xFFFF), (0x10_FFFF, 0x1F_FFFF)];
    let mut result = Vec::new();
    for &(low, high) in class.ranges() {
        let mut first = 0;
        for (length, (last, last_by_bytes)) in (1..).zip(LENGTHS) {
            let (from, to) = (low.max(first), high.min(last));
            if from <= to {
                let from = if from == first { 0 } else { from };
                let to = if to == last { last_by_bytes } else { to };
                split(from, to, length, &mut result);
            }
            first = last + 1;
        }
    }
    result
}

/// Splits a range of values until each byte of the encoding varies on its own.
fn split(low: u32, high: u32, length: u32, result: &mut Vec<Vec<(u8, u8)>>) {
    for trailing in 1..length {
        let mask = (1 << (6 * trailing)) - 1;
        if low & !mask != high & !mask {
            if low & mask != 0 {
                split(low, low | mask, length, result);
                split((low | mask) + 1, high, length, result);
                return;
            }
            if high & mask != mask {
                split(low, (high & !mask) - 1, length, result);
                split(high & !mask, high, length, result);
                return;
            }
        }
    }
    let (low, high) = (encode(low, length), encode(high, length));
    result.push(low.into_iter().zip(high).collect());
}

/// The bytes of UTF-8 for a value of this length.
fn encode(value: u32, length: u32) -> Vec<u8> {
    let lead = [0, 0, 0xC0, 0xE0, 0xF0][length as usize];
    let byte = |index: u32| {
        let bits = value >> (6 * (length - 1 - index));
        let bits = if index == 0 { bits } else { bits & 0x3F };
        u8::try_from(bits).unwrap_or(u8::MAX) | if index == 0 { lead } else { 0x80 }
    };
    (0..length).map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accepts(class: &Class, c: char) -> bool {
        let text = c.to_string();
        let fits = |sequence: &Vec<(u8, u8)>| {
            sequence.len() == text.len()
                && sequence.iter().zip(text.bytes()).all(|((low, high), byte)| (*low..=*high).contains(&byte))
        };
        sequences(class).iter().any(fits)
    }

    #[test]
    fn byte_sequences_accept_what_the_class_contains() {
        let around = |edge: u32| (edge - 1..=edge + 1).filter_map(char::from_u32);
        let edges =
            [0x7F, 0x80, 0x7FF, 0x800, 0xFFF, 0x1000, 0x2028, 0xD7FF, 0xE000, 0xFFFF, 0x1_0000, 0x3_FFFF];
        let samples: Vec<char> = edges.into_iter().flat_map(around).chain(['\0', 'a', char::MAX]).collect();
        let mut classes = vec![Class::dot(), Class::space(), Class::word().negated(), Class::new(vec![])];
        for low in &samples {
            for high in samples.iter().filter(|high| low <= high) {
                classes.push(Class::new(vec![(u32::from(*low), u32::from(*high))]));
            }
        }
        for class in &classes {
            for c in &samples {
                assert_eq!(accepts(class, *c), class.contains(*c), "{c:?} in {class:?}");
            }
        }
    }

    #[test]
    fn everything_is_four_sequences() {
        assert_eq!(sequences(&Class::new(vec![]).negated()).len(), 4);
    }
}
