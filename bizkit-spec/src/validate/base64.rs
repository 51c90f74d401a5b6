//! Tells whether a text is base64, without decoding it.

/// The digits of base64 (RFC 4648, section 4) in the order of their values.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Whether a text is base64 with its padding. Blanks and line breaks do not count: YAML folds long texts with them.
pub(super) fn is_base64(text: &str) -> bool {
    let text: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    let padding = text.iter().rev().take_while(|&&byte| byte == b'=').count();
    let value = |digit: &u8| DIGITS.iter().position(|known| known == digit);
    let digits: Option<Vec<usize>> = text[..text.len() - padding].iter().map(value).collect();
    // Bits of the last digit that no byte takes are zero, so that bytes have one text.
    let unused = (1 << (2 * padding)) - 1;
    text.len().is_multiple_of(4)
        && padding <= 2
        && digits.is_some_and(|digits| digits.last().is_none_or(|last| last & unused == 0))
}
