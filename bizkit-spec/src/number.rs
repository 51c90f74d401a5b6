//! Exact comparison of numbers that are kept as text.

use std::cmp::Ordering;

/// Compares two JSON numbers by value, whatever their length.
pub fn compare(a: &str, b: &str) -> Ordering {
    let (a, b) = (Parts::of(a), Parts::of(b));
    match (a.sign(), b.sign()) {
        (x, y) if x != y => x.cmp(&y),
        (-1, _) => b.compare_magnitude(&a),
        _ => a.compare_magnitude(&b),
    }
}

/// Whether a text is a number by the grammar of JSON.
pub fn is_json(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))),
        None => (text, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(digits)
}

/// How many digits stand behind the point when the number is written in full, zeros at the end left out.
pub fn scale(number: &str) -> u64 {
    let parts = Parts::of(number);
    if parts.digits.is_empty() {
        return 0;
    }
    let length = i64::try_from(parts.digits.len()).unwrap_or(i64::MAX);
    u64::try_from(length.saturating_sub(parts.point)).unwrap_or(0)
}

/// A number as `0.digits` times ten to the power of `point`.
struct Parts {
    negative: bool,
    /// Without zeros at either end; empty for zero.
    digits: Vec<u8>,
    point: i64,
}

impl Parts {
    fn of(text: &str) -> Self {
        let (negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, exponent) = match text.find(['e', 'E']) {
            Some(at) => (&text[..at], saturating_exponent(&text[at + 1..])),
            None => (text, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all: Vec<u8> = whole.bytes().chain(fraction.bytes()).collect();
        let zeros = all.iter().take_while(|digit| **digit == b'0').count();
        let end = all.iter().rposition(|digit| *digit != b'0').map_or(zeros, |at| at + 1);
        let length = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        Self {
            negative,
            point: exponent.saturating_add(length(whole.len())).saturating_sub(length(zeros)),
            digits: all[zeros..end].to_vec(),
        }
    }

    fn sign(&self) -> i8 {
        match (self.digits.is_empty(), self.negative) {
            (true, _) => 0,
            (false, true) => -1,
            (false, false) => 1,
        }
    }

    fn compare_magnitude(&self, other: &Self) -> Ordering {
        if self.digits.is_empty() || other.digits.is_empty() {
            return self.digits.len().cmp(&other.digits.len());
        }
        self.point.cmp(&other.point).then_with(|| self.digits.cmp(&other.digits))
    }
}

/// Exponents beyond `i64` compare like the largest ones.
fn saturating_exponent(text: &str) -> i64 {
    match text.parse() {
        Ok(value) => value,
        Err(_) if text.starts_with('-') => i64::MIN / 4,
        Err(_) => i64::MAX / 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compares_by_value_and_not_by_text() {
        let equal = [("1", "1.0"), ("0", "-0"), ("100", "1e2"), ("0.01", "1E-2"), ("-1.50", "-15e-1")];
        for (a, b) in equal {
            assert_eq!(compare(a, b), Ordering::Equal, "{a} {b}");
        }
        let rising = [
            "-1e999999999999999999999",
            "-2",
            "-1.5",
            "-0.1",
            "0",
            "0.09",
            "0.1",
            "9",
            "10",
            "12345678901234567890.1",
            "12345678901234567890.2",
            "1e400",
        ];
        for pair in rising.windows(2) {
            assert_eq!(compare(pair[0], pair[1]), Ordering::Less, "{pair:?}");
            assert_eq!(compare(pair[1], pair[0]), Ordering::Greater, "{pair:?}");
        }
    }

    #[test]
    fn scale_counts_the_digits_behind_the_point() {
        for (number, expected) in [
            ("1", 0),
            ("1.50", 1),
            ("0.001", 3),
            ("1e-3", 3),
            ("12e2", 0),
            ("1.25e1", 1),
            ("0", 0),
            ("-0.00", 0),
        ] {
            assert_eq!(scale(number), expected, "{number}");
        }
    }
}
