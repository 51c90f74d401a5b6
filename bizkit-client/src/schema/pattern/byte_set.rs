//! Sets of bytes: bytes in, whether all of them belong to the set out; and how many characters bytes make. Both go
//! block by block without a branch for each byte, in a form that compilers turn into vector instructions.

/// How many bytes are looked at together.
const BLOCK: usize = 16;

/// A set of bytes.
#[derive(Debug)]
pub struct ByteSet {
    /// Whether each byte belongs to it.
    table: [bool; 256],
    /// The same for whole blocks, where the set is simple enough.
    ranges: Option<[Range; 3]>,
}

/// A range of bytes, ready for each place of a block.
#[derive(Debug, Clone, Copy)]
struct Range {
    first: [u8; BLOCK],
    span: [u8; BLOCK],
}

impl Range {
    const fn new((first, last): (u8, u8)) -> Self {
        Self { first: [first; BLOCK], span: [last - first; BLOCK] }
    }

    #[inline]
    const fn contains(&self, byte: u8, place: usize) -> bool {
        byte.wrapping_sub(self.first[place]) <= self.span[place]
    }
}

impl ByteSet {
    /// The set of all bytes in these ranges; both ends belong to a range.
    pub const fn new(ranges: &[(u8, u8)]) -> Self {
        let mut table = [false; 256];
        let mut rest = ranges;
        while let Some(((first, last), others)) = rest.split_first() {
            let mut byte = *first as usize;
            while byte <= *last as usize {
                table[byte] = true;
                byte += 1;
            }
            rest = others;
        }
        let ranges = match ranges {
            [a] => Some([Range::new(*a); 3]),
            [a, b] => Some([Range::new(*a), Range::new(*b), Range::new(*b)]),
            [a, b, c] => Some([Range::new(*a), Range::new(*b), Range::new(*c)]),
            _ => None,
        };
        Self { table, ranges }
    }

    /// Whether the byte belongs to the set.
    #[inline]
    pub const fn contains(&self, byte: u8) -> bool {
        self.table[byte as usize]
    }

    /// Whether each of the bytes belongs to the set.
    #[inline]
    pub const fn contains_all(&self, bytes: &[u8]) -> bool {
        let (Some(ranges), Some(last)) = (&self.ranges, bytes.last_chunk()) else {
            return self.contains_each(bytes);
        };
        // The last block first: it overlaps the one before where the bytes are no multiple of a block.
        let (mut block, mut rest) = (last, bytes);
        loop {
            if !is_within(block, ranges) {
                return false;
            }
            match rest.split_first_chunk() {
                Some((next, behind)) if !behind.is_empty() => (block, rest) = (next, behind),
                _ => return true,
            }
        }
    }

    #[inline]
    const fn contains_each(&self, mut bytes: &[u8]) -> bool {
        let mut all = true;
        while let Some(([a, b, c, d], rest)) = bytes.split_first_chunk() {
            all &= self.contains(*a) & self.contains(*b) & self.contains(*c) & self.contains(*d);
            bytes = rest;
        }
        while let Some((byte, rest)) = bytes.split_first() {
            all &= self.contains(*byte);
            bytes = rest;
        }
        all
    }
}

/// Whether each byte of a block is in one of the ranges.
#[inline]
const fn is_within(block: &[u8; BLOCK], [a, b, c]: &[Range; 3]) -> bool {
    let mut all = true;
    let mut place = 0;
    while place < BLOCK {
        let byte = block[place];
        all &= a.contains(byte, place) | b.contains(byte, place) | c.contains(byte, place);
        place += 1;
    }
    all
}

/// Number of Unicode code points; `str::chars` is not const.
#[inline]
pub(crate) const fn code_points(text: &str) -> usize {
    let mut bytes = text.as_bytes();
    let mut count = text.len();
    while let Some((block, rest)) = bytes.split_first_chunk::<BLOCK>() {
        let mut inner = 0;
        let mut place = 0;
        while place < BLOCK {
            inner += is_inner(block[place]) as u8;
            place += 1;
        }
        count -= inner as usize;
        bytes = rest;
    }
    while let Some((byte, rest)) = bytes.split_first() {
        count -= is_inner(*byte) as usize;
        bytes = rest;
    }
    count
}

/// Whether a byte goes on with a character that began before it.
#[inline]
const fn is_inner(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_judges_every_byte_at_every_place_of_every_length() {
        let sets: [&[(u8, u8)]; 6] = [
            &[],
            &[(b'-', b'-')],
            &[(b'0', b'9'), (b'a', b'f')],
            &[(b'0', b'9'), (b'A', b'Z'), (b'a', b'z')],
            &[(b'-', b'-'), (b'0', b'9'), (b'A', b'Z'), (b'a', b'z')],
            &[(0, 0), (128, 255)],
        ];
        for ranges in sets {
            let set = ByteSet::new(ranges);
            assert!(set.contains_all(&[]));
            for byte in 0..=u8::MAX {
                let inside = ranges.iter().any(|(first, last)| (*first..=*last).contains(&byte));
                assert_eq!(set.contains(byte), inside, "{byte} in {ranges:?}");
                let Some((fitting, _)) = ranges.first() else { continue };
                for length in 1..50 {
                    for place in 0..length {
                        let mut bytes = vec![*fitting; length];
                        bytes[place] = byte;
                        assert_eq!(set.contains_all(&bytes), inside, "{byte} at {place} in {ranges:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn counts_code_points_and_not_bytes() {
        assert_eq!(code_points("Barášek"), 7);
        assert_eq!(code_points("🦀é"), 2);
        assert_eq!(code_points(""), 0);
        let mut text = String::new();
        for (count, c) in "Nechť již hříšné saxofony ďáblů rozzvučí síň úděsnými tóny 🦀🦀🦀🦀🦀🦀🦀🦀🦀"
            .chars()
            .enumerate()
        {
            assert_eq!(code_points(&text), count);
            text.push(c);
        }
    }
}
