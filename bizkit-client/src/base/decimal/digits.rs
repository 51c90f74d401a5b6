//! The anatomy of a JSON number: text in; sign, digits and exponent out, without a loss.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

/// A JSON number in parts. Its digits are those of the text between `first` and `end`, without the point:
/// no zeros at either end; none at all for zero.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Digits<'a> {
    text: &'a [u8],
    negative: bool,
    /// Index of the first digit that is not zero.
    first: usize,
    /// Behind the last digit that is not zero.
    end: usize,
    /// Index of the point; behind the whole part where there is none.
    point: usize,
    /// Power of ten of the first digit: 3 for `1250`.
    magnitude: i64,
    /// Digits behind the point that are needed.
    scale: i64,
}

impl<'a> Digits<'a> {
    /// Takes a number apart; `None` for what JSON does not call a number.
    pub(crate) const fn parse(text: &'a str) -> Option<Self> {
        let text = text.as_bytes();
        let negative = !text.is_empty() && text[0] == b'-';
        let start = negative as usize;
        let point = digits_end(text, start);
        if point == start || (text[start] == b'0' && point > start + 1) {
            return None;
        }
        let mut mantissa = point;
        if point < text.len() && text[point] == b'.' {
            mantissa = digits_end(text, point + 1);
            if mantissa == point + 1 {
                return None;
            }
        }
        let Some(exponent) = exponent(text, mantissa) else { return None };
        let mut first = start;
        while first < mantissa && matches!(text[first], b'0' | b'.') {
            first += 1;
        }
        let mut end = mantissa;
        while end > first && matches!(text[end - 1], b'0' | b'.') {
            end -= 1;
        }
        if first == end {
            return Some(Self { text, negative: false, first, end, point, magnitude: 0, scale: 0 });
        }
        // Power of ten of a digit by its index, counted from the point.
        let magnitude = power(first, point) + exponent;
        let scale = -(power(end - 1, point) + exponent);
        Some(Self { text, negative, first, end, point, magnitude, scale: if scale > 0 { scale } else { 0 } })
    }

    /// Whether a text is what JSON calls a number.
    pub(crate) fn is_number(text: &str) -> bool {
        // Nearly all are digits with a point among them; only the others are taken apart.
        let whole = text.bytes().take_while(u8::is_ascii_digit).count();
        let plain = match &text.as_bytes()[whole..] {
            [] => true,
            [b'.', fraction @ ..] => !fraction.is_empty() && fraction.iter().all(u8::is_ascii_digit),
            _ => false,
        };
        let begins = whole == 1 || (whole > 1 && !text.starts_with('0'));
        (plain && begins) || Digits::parse(text).is_some()
    }

    /// Compares two texts by value; `None` where one is no number.
    pub(crate) fn compare(left: &str, right: &str) -> Option<Ordering> {
        Some(Digits::parse(left)?.order(right)?.cmp(&0))
    }

    /// How many digits behind the point the value needs.
    pub(crate) const fn scale(&self) -> i64 {
        self.scale
    }

    /// The value times ten to the power of `scale`; `None` where that is no `i64`.
    pub(crate) fn to_integer(self, scale: u32) -> Option<i64> {
        if self.scale > i64::from(scale) || self.magnitude + i64::from(scale) > 19 {
            return None;
        }
        let mut value: i128 = 0;
        let mut count = 0;
        for digit in self.iter() {
            value = value * 10 + i128::from(digit - b'0');
            count += 1;
        }
        for _ in count..=self.magnitude + i64::from(scale) {
            value *= 10;
        }
        i64::try_from(if self.negative { -value } else { value }).ok()
    }

    /// Below, at or above the number in another text: -1, 0, 1; `None` where that is no number.
    pub(crate) const fn order(&self, other: &str) -> Option<i32> {
        match Digits::parse(other) {
            Some(other) => Some(self.cmp(&other)),
            None => None,
        }
    }

    /// Compares by value: -1, 0, 1.
    pub(super) const fn cmp(&self, other: &Self) -> i32 {
        let (left, right) = (self.sign(), other.sign());
        if left != right {
            return if left < right { -1 } else { 1 };
        }
        if self.magnitude != other.magnitude {
            return if self.magnitude < other.magnitude { -left } else { left };
        }
        let (mut i, mut j) = (self.first, other.first);
        while i < self.end && j < other.end {
            // Skips the points, each on its own side.
            if i == self.point {
                i += 1;
            }
            if j == other.point {
                j += 1;
            }
            if self.text[i] != other.text[j] {
                return if self.text[i] < other.text[j] { -left } else { left };
            }
            i += 1;
            j += 1;
        }
        if i < self.end {
            left
        } else if j < other.end {
            -left
        } else {
            0
        }
    }

    const fn sign(&self) -> i32 {
        match (self.first == self.end, self.negative) {
            (true, _) => 0,
            (false, true) => -1,
            (false, false) => 1,
        }
    }

    fn iter(self) -> impl Iterator<Item = u8> + 'a {
        let Self { text, first, end, point, .. } = self;
        (first..end).filter(move |index| *index != point).map(move |index| text[index])
    }
}

/// By value: equal numbers hash alike.
impl Hash for Digits<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.negative.hash(state);
        self.magnitude.hash(state);
        self.iter().for_each(|digit| state.write_u8(digit));
    }
}

/// Behind the digits that start at `at`.
const fn digits_end(text: &[u8], mut at: usize) -> usize {
    while at < text.len() && text[at].is_ascii_digit() {
        at += 1;
    }
    at
}

/// Power of ten of the digit at `index`.
#[expect(clippy::cast_possible_wrap, reason = "no text is longer than `i64::MAX`")]
const fn power(index: usize, point: usize) -> i64 {
    if index < point { (point - index) as i64 - 1 } else { -((index - point) as i64) }
}

/// Reads `e+12` at the end of a number; 0 where nothing is left, `None` where it is wrong. An exponent that no
/// number of use has is cut, so that sums of exponents do not overflow.
const fn exponent(text: &[u8], at: usize) -> Option<i64> {
    if at == text.len() {
        return Some(0);
    }
    if !matches!(text[at], b'e' | b'E') {
        return None;
    }
    let mut digit = at + 1;
    let negative = digit < text.len() && text[digit] == b'-';
    if digit < text.len() && matches!(text[digit], b'-' | b'+') {
        digit += 1;
    }
    if digit == text.len() || digits_end(text, digit) != text.len() {
        return None;
    }
    let mut value: i64 = 0;
    while digit < text.len() {
        if value < 1_000_000_000_000 {
            value = value * 10 + (text[digit] - b'0') as i64;
        }
        digit += 1;
    }
    Some(if negative { -value } else { value })
}
