//! Patterns of text as tables: the bytes of a text in, a verdict out. Everything runs at compile time too, so
//! that a wrong literal does not build.

mod byte_set;

pub use byte_set::ByteSet;
pub(crate) use byte_set::code_points;

/// A pattern, compiled.
#[derive(Debug)]
pub enum Program {
    /// Compare part by part.
    Line(Line),
    /// Walk through a table.
    Automaton(Automaton),
}

impl Program {
    /// Whether a text matches.
    #[inline]
    pub const fn is_match(&self, text: &str) -> bool {
        match self {
            Self::Line(line) => line.is_match(text),
            Self::Automaton(automaton) => automaton.is_match(text),
        }
    }
}

/// A match of the whole text whose parts stand at known places.
#[derive(Debug)]
pub struct Line {
    /// Fewest bytes.
    pub min: usize,
    /// Most bytes; `usize::MAX` for any number.
    pub max: usize,
    /// The parts in order.
    pub parts: &'static [Part],
}

/// A part of a line.
#[derive(Debug)]
pub enum Part {
    /// One of these texts, which all have the same length.
    Literals(&'static [&'static [u8]]),
    /// So many bytes out of the set.
    Run(&'static ByteSet, usize),
    /// All bytes that are left, out of the set.
    Rest(&'static ByteSet),
}

impl Line {
    /// Whether the whole text matches.
    const fn is_match(&self, text: &str) -> bool {
        let mut bytes = text.as_bytes();
        if bytes.len() < self.min || bytes.len() > self.max {
            return false;
        }
        let mut parts = self.parts;
        while let Some((part, behind)) = parts.split_first() {
            parts = behind;
            let length = match part {
                Part::Literals([text, ..]) => text.len(),
                Part::Literals([]) => return false,
                Part::Run(_, length) => *length,
                Part::Rest(_) => bytes.len(),
            };
            let Some((here, rest)) = bytes.split_at_checked(length) else { return false };
            let fits = match part {
                Part::Literals(texts) => is_one_of(here, texts),
                Part::Run(set, _) | Part::Rest(set) => set.contains_all(here),
            };
            if !fits {
                return false;
            }
            bytes = rest;
        }
        bytes.is_empty()
    }
}

#[inline]
const fn is_one_of(bytes: &[u8], mut texts: &[&[u8]]) -> bool {
    while let Some((text, others)) = texts.split_first() {
        if are_equal(bytes, text) {
            return true;
        }
        texts = others;
    }
    false
}

/// `==`, which is not const yet.
#[inline]
const fn are_equal(mut left: &[u8], mut right: &[u8]) -> bool {
    while let (Some((a, left_rest)), Some((b, right_rest))) =
        (left.split_first_chunk(), right.split_first_chunk())
    {
        if u32::from_ne_bytes(*a) != u32::from_ne_bytes(*b) {
            return false;
        }
        (left, right) = (left_rest, right_rest);
    }
    while let (Some((a, left_rest)), Some((b, right_rest))) = (left.split_first(), right.split_first()) {
        if *a != *b {
            return false;
        }
        (left, right) = (left_rest, right_rest);
    }
    left.is_empty() && right.is_empty()
}

/// The column of each byte in an automaton: ranges with their column; every other byte has column 0.
pub const fn columns(ranges: &[(u8, u8, u8)]) -> [u8; 256] {
    let mut table = [0; 256];
    let mut range = 0;
    while range < ranges.len() {
        let (first, last, column) = ranges[range];
        let mut byte = first as usize;
        while byte <= last as usize {
            table[byte] = column;
            byte += 1;
        }
        range += 1;
    }
    table
}

/// A minimal deterministic finite automaton over bytes (DFA), which the macro makes of a pattern by subset construction and
/// Hopcroft's minimisation: <https://en.wikipedia.org/wiki/Powerset_construction>. States are indices of their rows in `next`; state 0 matches nothing.
#[derive(Debug, Clone, Copy)]
pub struct Automaton {
    /// Fewest bytes.
    pub min: usize,
    /// Most bytes; `usize::MAX` for any number.
    pub max: usize,
    /// The column of each byte.
    pub columns: &'static [u8; 256],
    /// The number of columns.
    pub width: usize,
    /// The next state for each state and column.
    pub next: &'static [u16],
    /// Whether the text may end in a state, by row.
    pub accept: &'static [bool],
    /// The state before the first byte.
    pub start: u16,
    /// The state that accepts whatever follows, or 0.
    pub sure: u16,
}

impl Automaton {
    /// Whether the whole text matches.
    pub const fn is_match(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        if bytes.len() < self.min || bytes.len() > self.max {
            return false;
        }
        let mut state = self.start;
        let mut index = 0;
        while index < bytes.len() {
            if state == self.sure {
                return true;
            }
            state = self.next[state as usize + self.columns[bytes[index] as usize] as usize];
            if state == 0 {
                return false;
            }
            index += 1;
        }
        self.accept[state as usize / self.width]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static DIGITS: ByteSet = ByteSet::new(&[(b'0', b'9')]);
    static DATES: ByteSet = ByteSet::new(&[(b'-', b'-'), (b'0', b'9')]);

    /// `^(DEV_|PROD)[0-9]{4}[0-9-]*$`, by hand.
    const LINE: Line = Line {
        min: 8,
        max: usize::MAX,
        parts: &[Part::Literals(&[b"DEV_", b"PROD"]), Part::Run(&DIGITS, 4), Part::Rest(&DATES)],
    };

    #[test]
    fn a_line_compares_part_by_part_and_to_the_end() {
        const _: () = assert!(LINE.is_match("PROD2026"));
        let valid = ["DEV_2026", "PROD2026", "DEV_2026-12-24", "DEV_20261", "DEV_2026123456789"];
        for text in valid {
            assert!(LINE.is_match(text), "{text}");
        }
        let wrong =
            ["", "DEV_202", "DEVX2026", "DEV_2O26", "DEV_202-", "DEV_2026-12-2x", "DEV_2026ř", "PROD"];
        for text in wrong {
            assert!(!LINE.is_match(text), "{text}");
        }
    }

    #[test]
    fn a_line_ends_where_its_parts_end() {
        const SHORT: Line =
            Line { max: 9, parts: &[Part::Literals(&[b"DEV_"]), Part::Run(&DIGITS, 4)], ..LINE };
        assert!(SHORT.is_match("DEV_2026"));
        assert!(!SHORT.is_match("DEV_20261"), "a byte behind the last part");
        assert!(!SHORT.is_match("DEV_20"));
    }

    #[test]
    fn a_literal_may_have_any_length() {
        for text in ["a", "čaj", "DEV_", "LIVE-KEY", "LIVE-KEY-"] {
            let texts: &[&[u8]] = &[text.as_bytes()];
            assert!(is_one_of(text.as_bytes(), texts), "{text}");
            for wrong in 0..text.len() {
                let mut bytes = text.as_bytes().to_vec();
                bytes[wrong] ^= 1;
                assert!(!is_one_of(&bytes, texts), "{text}, changed at {wrong}");
                assert!(!is_one_of(&bytes[..wrong], texts), "{text}, cut at {wrong}");
            }
        }
    }

    /// `^a+b?$`, by hand: dead 0, start 3, after `a` 6, after `b` 9; columns other, `a`, `b`.
    #[test]
    fn an_automaton_walks_the_whole_text() {
        static COLUMNS: [u8; 256] = columns(&[(b'a', b'a', 1), (b'b', b'b', 2)]);
        const AUTOMATON: Automaton = Automaton {
            min: 1,
            max: usize::MAX,
            columns: &COLUMNS,
            width: 3,
            next: &[0, 0, 0, 0, 6, 0, 0, 6, 9, 0, 0, 0],
            accept: &[false, false, true, true],
            start: 3,
            sure: 0,
        };
        const _: () = assert!(AUTOMATON.is_match("aab"));
        for (text, expected) in
            [("a", true), ("aaa", true), ("ab", true), ("", false), ("b", false), ("aba", false)]
        {
            assert_eq!(AUTOMATON.is_match(text), expected, "{text}");
        }
    }

    #[test]
    fn a_sure_state_ends_the_walk() {
        static ALL: [u8; 256] = [0; 256];
        let automaton = Automaton {
            min: 0,
            max: usize::MAX,
            columns: &ALL,
            width: 1,
            next: &[0, 2, 0],
            accept: &[false, false, true],
            start: 1,
            sure: 2,
        };
        assert!(automaton.is_match("anything that follows"));
        assert!(!automaton.is_match(""));
    }
}
