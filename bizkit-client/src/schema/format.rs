//! Known forms of text, each as a constant function from text to verdict.

mod ip;
mod time;

use crate::schema::pattern::ByteSet;

/// A known form of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// `2026-12-24`, a day that exists
    Date,
    /// RFC 3339: `2025-01-10T16:19:40.150Z`
    DateTime,
    /// Days, hours, minutes, seconds, each at most once: `24h`, `0m`, `1h 30m`, `14d`
    Duration,
    /// An absolute URI with a lower-case scheme and a host
    Uri,
    /// One `@` with something before it and a domain with a dot behind it
    Email,
    /// Plus, the country's prefix, one space, digits: `+420 777123456`
    Phone,
    /// IPv4 or IPv6
    Ip,
    /// IPv4
    Ipv4,
    /// IPv6
    Ipv6,
    /// 8-4-4-4-12 hexadecimal digits
    Uuid,
    /// Text with mark-up; everything is allowed
    Html,
    /// Two lower-case letters
    Locale,
    /// Three upper-case letters
    Currency,
}

impl Format {
    /// Whether a text has this form.
    pub const fn allows(self, text: &str) -> bool {
        let text = text.as_bytes();
        match self {
            Self::Date => time::is_date(text),
            Self::DateTime => time::is_date_time(text),
            Self::Duration => time::is_duration(text),
            Self::Uri => is_uri(text),
            Self::Email => is_email(text),
            Self::Phone => is_phone(text),
            Self::Ip => ip::is_ipv4(text) || ip::is_ipv6(text),
            Self::Ipv4 => ip::is_ipv4(text),
            Self::Ipv6 => ip::is_ipv6(text),
            Self::Uuid => is_uuid(text),
            Self::Html => true,
            Self::Locale => text.len() == 2 && text[0].is_ascii_lowercase() && text[1].is_ascii_lowercase(),
            Self::Currency => {
                text.len() == 3
                    && text[0].is_ascii_uppercase()
                    && text[1].is_ascii_uppercase()
                    && text[2].is_ascii_uppercase()
            }
        }
    }

    /// The form in words, for a message that says what to write.
    pub const fn expected(self) -> &'static str {
        match self {
            Self::Date => "a date such as `2026-12-24`",
            Self::DateTime => "a date and time such as `2025-01-10T16:19:40.150Z`",
            Self::Duration => "a duration such as `1h 30m`",
            Self::Uri => "an absolute URI such as `https://example.com/`",
            Self::Email => "an e-mail address",
            Self::Phone => "a telephone number such as `+420 777123456`",
            Self::Ip => "an IPv4 or IPv6 address",
            Self::Ipv4 => "an IPv4 address such as `1.1.1.1`",
            Self::Ipv6 => "an IPv6 address such as `2001:4860:4860::8888`",
            Self::Uuid => "a UUID",
            Self::Html => "HTML",
            Self::Locale => "a locale of two lower-case letters such as `cs`",
            Self::Currency => "a currency of three upper-case letters such as `CZK`",
        }
    }
}

/// Whether the bytes at `at` and behind are digits, `count` of them.
#[inline]
const fn digits(text: &[u8], at: usize, count: usize) -> bool {
    static DIGITS: ByteSet = ByteSet::new(&[(b'0', b'9')]);
    let Some((_, rest)) = text.split_at_checked(at) else { return false };
    let Some((digits, _)) = rest.split_at_checked(count) else { return false };
    DIGITS.contains_all(digits)
}

/// A lower-case scheme, `://`, an authority with a host; no blanks.
const fn is_uri(text: &[u8]) -> bool {
    static NO_BLANKS: ByteSet = ByteSet::new(&[(b'!', b'~'), (0x80, 0xFF)]);
    static SCHEME: ByteSet = ByteSet::new(&[(b'a', b'z'), (b'0', b'9'), (b'+', b'+'), (b'-', b'.')]);
    if !NO_BLANKS.contains_all(text) {
        return false;
    }
    let mut at = 0;
    while at < text.len() && SCHEME.contains(text[at]) {
        at += 1;
    }
    if at == 0 || !text[0].is_ascii_lowercase() || text.len() < at + 3 {
        return false;
    }
    if text[at] != b':' || text[at + 1] != b'/' || text[at + 2] != b'/' {
        return false;
    }
    at += 3;
    // The host starts behind the user's name, if there is one.
    let mut host = at;
    while at < text.len() && !matches!(text[at], b'/' | b'?' | b'#') {
        if text[at] == b'@' {
            host = at + 1;
        }
        at += 1;
    }
    host < at && text[host] != b':'
}

/// Words joined by single dots, one `@`, two labels or more joined by single dots.
const fn is_email(text: &[u8]) -> bool {
    // Letters, digits, dots and !#$%&'*+-/=?^_`{|}~.
    static LOCAL: ByteSet = ByteSet::new(&[
        (b'!', b'!'),
        (b'#', b'\''),
        (b'*', b'+'),
        (b'-', b'9'),
        (b'=', b'='),
        (b'?', b'?'),
        (b'A', b'Z'),
        (b'^', b'~'),
    ]);
    static DOMAIN: ByteSet = ByteSet::new(&[(b'-', b'.'), (b'0', b'9'), (b'A', b'Z'), (b'a', b'z')]);
    if text.len() > 254 {
        return false;
    }
    let mut fits = true;
    let mut at_sign = 0;
    // Whether a word must begin here.
    let mut begins = true;
    while at_sign < text.len() && text[at_sign] != b'@' {
        let dot = text[at_sign] == b'.';
        fits &= LOCAL.contains(text[at_sign]);
        fits &= !begins || !dot;
        begins = dot;
        at_sign += 1;
    }
    if !fits || begins || at_sign > 64 {
        return false;
    }
    let mut labels = 0;
    let mut start = at_sign + 1;
    let mut at = start;
    while at <= text.len() {
        if at == text.len() || text[at] == b'.' {
            let length = at - start;
            if length == 0 || length > 63 || text[start] == b'-' || text[at - 1] == b'-' {
                return false;
            }
            labels += 1;
            start = at + 1;
        } else {
            fits &= DOMAIN.contains(text[at]);
        }
        at += 1;
    }
    fits && labels >= 2
}

/// `+`, one to three digits, one space, four to fourteen digits.
const fn is_phone(text: &[u8]) -> bool {
    let [b'+', number @ ..] = text else { return false };
    let mut space = 0;
    while space < number.len() && number[space].is_ascii_digit() {
        space += 1;
    }
    if space < 1 || space > 3 || space == number.len() || number[space] != b' ' {
        return false;
    }
    let subscriber = number.len() - space - 1;
    subscriber >= 4 && subscriber <= 14 && digits(number, space + 1, subscriber)
}

/// 8-4-4-4-12 hexadecimal digits.
const fn is_uuid(text: &[u8]) -> bool {
    if text.len() != 36 {
        return false;
    }
    let mut index = 0;
    while index < 36 {
        let fits = match index {
            8 | 13 | 18 | 23 => text[index] == b'-',
            _ => text[index].is_ascii_hexdigit(),
        };
        if !fits {
            return false;
        }
        index += 1;
    }
    true
}

#[cfg(test)]
mod tests;
