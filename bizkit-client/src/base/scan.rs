//! The one loop over the bytes of JSON strings: reading and writing look for the same three things.

/// Index of the first quote, backslash or control character from `at` on, or the length; eight bytes at a time.
#[inline]
pub(crate) fn plain_end(bytes: &[u8], mut at: usize) -> usize {
    const ONES: u64 = u64::MAX / 255;
    const HIGH: u64 = ONES << 7;
    while let Some(chunk) = bytes[at..].first_chunk::<8>() {
        let word = u64::from_le_bytes(*chunk);
        let (quote, backslash) = (word ^ (ONES * 0x22), word ^ (ONES * 0x5C));
        // The high bit of each byte that is zero, zero, below 0x20; the lowest of them is exact.
        let hits = (quote.wrapping_sub(ONES) & !quote)
            | (backslash.wrapping_sub(ONES) & !backslash)
            | (word.wrapping_sub(ONES * 0x20) & !word);
        if hits & HIGH != 0 {
            return at + ((hits & HIGH).trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    while let Some(byte) = bytes.get(at)
        && *byte >= b' '
        && !matches!(byte, b'"' | b'\\')
    {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_judged_alike_at_every_place() {
        for byte in 0..=u8::MAX {
            let ends = byte < b' ' || byte == b'"' || byte == b'\\';
            for place in 0..20 {
                for length in place + 1..22 {
                    let mut bytes = vec![b'x'; length];
                    bytes[place] = byte;
                    assert_eq!(plain_end(&bytes, 0), if ends { place } else { length }, "{byte} at {place}");
                    assert_eq!(plain_end(&bytes, place + 1), length, "{byte} before the start");
                }
            }
        }
    }
}
