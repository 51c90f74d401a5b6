//! Bytes to base64 and back: how examples and arguments in JSON hold bytes.

/// The text of bytes, with padding.
pub fn encode(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let group = |chunk: &[u8]| {
        let mut bytes = [0; 4];
        bytes[1..=chunk.len()].copy_from_slice(chunk);
        let bits = u32::from_be_bytes(bytes);
        let digit = |place: usize| {
            if place <= chunk.len() {
                char::from(DIGITS[(bits >> (18 - 6 * place) & 63) as usize])
            } else {
                '='
            }
        };
        [digit(0), digit(1), digit(2), digit(3)]
    };
    bytes.chunks(3).flat_map(group).collect()
}

/// The bytes of base64; characters outside of it are left out.
pub fn decode(text: &str) -> Vec<u8> {
    let digit = |c: u8| match c {
        b'A'..=b'Z' => Some(c - b'A'),
        b'a'..=b'z' => Some(c - b'a' + 26),
        b'0'..=b'9' => Some(c - b'0' + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    };
    let digits: Vec<u8> = text.bytes().filter_map(digit).collect();
    let bytes = |chunk: &[u8]| {
        let bits =
            chunk.iter().fold(0, |bits, digit| bits << 6 | u32::from(*digit)) << (6 * (4 - chunk.len()));
        bits.to_be_bytes()[1..chunk.len()].to_vec()
    };
    digits.chunks(4).flat_map(bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn reads_base64_of_every_length() {
        assert_eq!(decode(""), b"");
        assert_eq!(decode("TQ=="), b"M");
        assert_eq!(decode("TWE="), b"Ma");
        assert_eq!(decode("TWFu"), b"Man");
        assert_eq!(decode("iVBO\nRw0KGgo="), b"\x89PNG\r\n\x1a\n");
    }

    #[test]
    fn what_was_written_reads_the_same() {
        for text in ["", "M", "Ma", "Man", "Many"] {
            assert_eq!(decode(&encode(text.as_bytes())), text.as_bytes());
        }
        assert_eq!(
            (encode(b"M"), encode(b"Ma"), encode(b"Man")),
            ("TQ==".into(), "TWE=".into(), "TWFu".into())
        );
        let every: Vec<u8> = (0..=255).collect();
        assert_eq!(decode(&encode(&every)), every);
    }
}
