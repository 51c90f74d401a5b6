//! Sets of code points.

/// The last code point.
const LAST: u32 = 0x10_FFFF;
/// The last code point before the surrogates, which no text contains, and the first one behind them.
const AROUND_SURROGATES: (u32, u32) = (0xD7FF, 0xE000);

/// A set of code points: ranges with both ends inside, sorted, disjoint, not adjacent.
/// A range may reach over the surrogates, but neither begins nor ends among them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Class {
    ranges: Vec<(u32, u32)>,
}

impl Class {
    pub(super) fn new(mut ranges: Vec<(u32, u32)>) -> Self {
        ranges.sort_unstable();
        let (before, behind) = AROUND_SURROGATES;
        let mut merged: Vec<(u32, u32)> = Vec::with_capacity(ranges.len());
        for (low, high) in ranges {
            let low = if (before + 1..behind).contains(&low) { behind } else { low };
            let high = if (before + 1..behind).contains(&high) { before } else { high };
            if low > high {
                continue;
            }
            match merged.last_mut() {
                Some((_, end)) if low <= *end + 1 || (*end, low) == AROUND_SURROGATES => {
                    *end = high.max(*end);
                }
                _ => merged.push((low, high)),
            }
        }
        Self { ranges: merged }
    }

    pub(super) fn single(c: char) -> Self {
        Self { ranges: vec![(u32::from(c), u32::from(c))] }
    }

    /// `.`: everything but the ends of lines.
    pub(super) fn dot() -> Self {
        Self::new(vec![(0x0A, 0x0A), (0x0D, 0x0D), (0x2028, 0x2029)]).negated()
    }

    /// `\d`
    pub(super) fn digit() -> Self {
        Self::new(vec![(0x30, 0x39)])
    }

    /// `\w`
    pub(super) fn word() -> Self {
        Self::new(vec![(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)])
    }

    /// `\s`: white space and the ends of lines.
    pub(super) fn space() -> Self {
        let singles = [0x20, 0xA0, 0x1680, 0x202F, 0x205F, 0x3000, 0xFEFF].map(|c| (c, c));
        let ranges = [(0x09, 0x0D), (0x2000, 0x200A), (0x2028, 0x2029)];
        Self::new(singles.into_iter().chain(ranges).collect())
    }

    /// Everything else.
    pub(super) fn negated(&self) -> Self {
        let mut ranges = Vec::with_capacity(self.ranges.len() + 1);
        let mut next = 0;
        for (low, high) in &self.ranges {
            if next < *low {
                ranges.push((next, low - 1));
            }
            next = high + 1;
        }
        if next <= LAST {
            ranges.push((next, LAST));
        }
        Self::new(ranges)
    }

    pub(super) fn ranges(&self) -> &[(u32, u32)] {
        &self.ranges
    }

    pub(super) fn contains(&self, c: char) -> bool {
        let c = u32::from(c);
        let at = self.ranges.partition_point(|(_, high)| *high < c);
        self.ranges.get(at).is_some_and(|(low, _)| *low <= c)
    }

    /// The only member, where there is one.
    pub(super) fn as_char(&self) -> Option<char> {
        match self.ranges[..] {
            [(low, high)] if low == high => char::from_u32(low),
            _ => None,
        }
    }
}

/// Whether `\b` counts a code point as part of a word.
pub(super) fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_merged_and_reach_over_the_surrogates() {
        let class = Class::new(vec![(0x61, 0x63), (0x64, 0x66), (0x65, 0x70), (0x20, 0x20)]);
        assert_eq!(class.ranges(), [(0x20, 0x20), (0x61, 0x70)]);
        assert_eq!(Class::new(vec![(0, 0xD7FF), (0xE000, LAST)]).ranges(), [(0, LAST)]);
        assert_eq!(Class::new(vec![(0, 0xD7FF)]).negated().ranges(), [(0xE000, LAST)]);
        assert_eq!(Class::new(vec![(0xE000, LAST)]).negated().ranges(), [(0, 0xD7FF)]);
    }

    #[test]
    fn a_set_and_its_complement_share_nothing_and_leave_nothing_out() {
        for class in [Class::dot(), Class::digit(), Class::word(), Class::space(), Class::single('ř')] {
            let rest = class.negated();
            assert_eq!(rest.negated(), class);
            for c in ('\0'..='\u{3100}').chain(['\u{D7FF}', '\u{E000}', '\u{FEFF}', '\u{1F600}', char::MAX]) {
                assert_ne!(class.contains(c), rest.contains(c), "{c:?}");
            }
        }
    }
}
