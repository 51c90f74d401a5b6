//! Building blocks of generated pattern functions: bytes in, a verdict out. All of them run at compile
//! time too, so that a wrong literal does not build.

/// Whether `expected` stands at `at`; never reads behind the end.
#[inline]
pub const fn equal(bytes: &[u8], at: usize, expected: &[u8]) -> bool {
    if bytes.len() < at + expected.len() {
        return false;
    }
    let mut index = 0;
    while index < expected.len() {
        if bytes[at + index] != expected[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// Whether each byte of `bytes[from..to]` is in one of the classes of `mask`.
#[inline]
pub const fn all_in(bytes: &[u8], from: usize, to: usize, classes: &[u8; 256], mask: u8) -> bool {
    if bytes.len() < to {
        return false;
    }
    let mut index = from;
    while index < to {
        if classes[bytes[index] as usize] & mask == 0 {
            return false;
        }
        index += 1;
    }
    true
}

/// A table of up to eight sets of ASCII bytes: bit `n` of an entry says whether the byte is in `sets[n]`.
pub const fn byte_classes(sets: &[u128]) -> [u8; 256] {
    let mut table = [0; 256];
    let mut set = 0;
    while set < sets.len() {
        let mut byte = 0;
        while byte < 128 {
            if sets[set] >> byte & 1 == 1 {
                table[byte] |= 1 << set;
            }
            byte += 1;
        }
        set += 1;
    }
    table
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

/// A minimal automaton over bytes. States are indices of their rows in `next`; state 0 matches nothing.
#[derive(Debug, Clone, Copy)]
pub struct Automaton {
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

    const DIGITS: u128 = 0x03ff << 48;
    static CLASSES: [u8; 256] = byte_classes(&[DIGITS, 1 << b'-']);

    #[test]
    fn compares_at_a_place_and_not_behind_the_end() {
        assert!(equal(b"DEV_abc", 0, b"DEV_"));
        assert!(equal(b"DEV_abc", 4, b"abc"));
        assert!(!equal(b"DEV_abc", 5, b"abc"));
        assert!(!equal(b"DEV_abd", 4, b"abc"));
    }

    #[test]
    fn a_run_is_tested_byte_by_byte() {
        assert!(all_in(b"2026-12", 0, 4, &CLASSES, 1));
        assert!(!all_in(b"2026-12", 0, 5, &CLASSES, 1));
        assert!(all_in(b"2026-12", 0, 7, &CLASSES, 3));
        assert!(all_in(b"", 0, 0, &CLASSES, 1));
        assert!(!all_in(b"12", 0, 3, &CLASSES, 1));
        assert!(!all_in("1ř".as_bytes(), 0, 3, &CLASSES, 3), "a set holds ASCII alone");
    }

    /// `^a+b?$`, by hand: dead 0, start 3, after `a` 6, after `b` 9; columns other, `a`, `b`.
    #[test]
    fn an_automaton_walks_the_whole_text() {
        static COLUMNS: [u8; 256] = columns(&[(b'a', b'a', 1), (b'b', b'b', 2)]);
        const AUTOMATON: Automaton = Automaton {
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
