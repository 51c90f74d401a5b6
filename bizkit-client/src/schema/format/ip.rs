//! IP addresses: text to verdict, the same that `core::net` gives at run time.

/// Four numbers up to 255, without leading zeros, joined by dots.
pub(super) const fn is_ipv4(text: &[u8]) -> bool {
    ipv4_end(text, 0) == text.len()
}

/// Where the IPv4 address that starts at `at` ends; `usize::MAX` where there is none.
const fn ipv4_end(text: &[u8], at: usize) -> usize {
    let mut at = at;
    let mut part = 0;
    while part < 4 {
        if part > 0 {
            if at >= text.len() || text[at] != b'.' {
                return usize::MAX;
            }
            at += 1;
        }
        let start = at;
        let mut value = 0;
        while at < text.len() && text[at].is_ascii_digit() && at - start < 3 {
            value = value * 10 + (text[at] - b'0') as u32;
            at += 1;
        }
        let leading_zero = at - start > 1 && text[start] == b'0';
        if at == start || value > 255 || leading_zero {
            return usize::MAX;
        }
        part += 1;
    }
    at
}

/// Eight groups of up to four hexadecimal digits; `::` stands once for one group of zeros or more; the
/// last two groups may be written as an IPv4 address.
pub(super) const fn is_ipv6(text: &[u8]) -> bool {
    let mut at = 0;
    let mut groups = 0;
    let mut gap = false;
    if text.len() >= 2 && text[0] == b':' && text[1] == b':' {
        gap = true;
        at = 2;
    }
    while at < text.len() {
        if groups > 8 {
            return false;
        }
        let start = at;
        while at < text.len() && text[at].is_ascii_hexdigit() && at - start < 4 {
            at += 1;
        }
        if at == start {
            return false;
        }
        if at < text.len() && text[at] == b'.' {
            if ipv4_end(text, start) != text.len() {
                return false;
            }
            groups += 2;
            at = text.len();
            continue;
        }
        groups += 1;
        if at == text.len() {
            continue;
        }
        if text[at] != b':' || at + 1 == text.len() {
            return false;
        }
        at += 1;
        if text[at] == b':' {
            if gap {
                return false;
            }
            gap = true;
            at += 1;
        }
    }
    if gap { groups <= 7 } else { groups == 8 }
}
