//! Dates, times and durations: text to verdict.

use super::digits;

/// The number that two digits write.
const fn two(text: &[u8], at: usize) -> u32 {
    (text[at] - b'0') as u32 * 10 + (text[at + 1] - b'0') as u32
}

/// `2026-12-24`: a day of the Gregorian calendar.
pub(super) const fn is_date(text: &[u8]) -> bool {
    text.len() == 10 && starts_with_date(text)
}

const fn starts_with_date(text: &[u8]) -> bool {
    if !(digits(text, 0, 4) && digits(text, 5, 2) && digits(text, 8, 2)) || text[4] != b'-' || text[7] != b'-'
    {
        return false;
    }
    let year = two(text, 0) * 100 + two(text, 2);
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match two(text, 5) {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return false,
    };
    let day = two(text, 8);
    day >= 1 && day <= days
}

/// RFC 3339: date, `T`, time, any number of digits of a second, `Z` or an offset.
pub(super) const fn is_date_time(text: &[u8]) -> bool {
    if text.len() < 20 || !starts_with_date(text) || !matches!(text[10], b'T' | b't') {
        return false;
    }
    if !(digits(text, 11, 2) && digits(text, 14, 2) && digits(text, 17, 2))
        || text[13] != b':'
        || text[16] != b':'
    {
        return false;
    }
    if two(text, 11) > 23 || two(text, 14) > 59 || two(text, 17) > 59 {
        return false;
    }
    let mut at = 19;
    if text[at] == b'.' {
        at += 1;
        let fraction = at;
        while at < text.len() && text[at].is_ascii_digit() {
            at += 1;
        }
        if at == fraction {
            return false;
        }
    }
    if at + 1 == text.len() {
        return matches!(text[at], b'Z' | b'z');
    }
    at + 6 == text.len()
        && matches!(text[at], b'+' | b'-')
        && digits(text, at + 1, 2)
        && text[at + 3] == b':'
        && digits(text, at + 4, 2)
        && two(text, at + 1) <= 23
        && two(text, at + 4) <= 59
}

/// Numbers with a unit, joined by one space; the units `d h m s` in this order, each at most once.
pub(super) const fn is_duration(text: &[u8]) -> bool {
    let mut at = 0;
    let mut last = 0;
    loop {
        let number = at;
        while at < text.len() && text[at].is_ascii_digit() {
            at += 1;
        }
        if at == number || at == text.len() {
            return false;
        }
        let unit = match text[at] {
            b'd' => 1,
            b'h' => 2,
            b'm' => 3,
            b's' => 4,
            _ => return false,
        };
        if unit <= last {
            return false;
        }
        last = unit;
        at += 1;
        if at == text.len() {
            return true;
        }
        if text[at] != b' ' {
            return false;
        }
        at += 1;
    }
}
