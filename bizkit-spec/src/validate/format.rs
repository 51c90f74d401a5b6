//! Whether a text has a known form. The rules stand beside [`Format`].

use crate::model::Format;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether a text has this form, from its first byte to its last.
pub fn allows(format: Format, text: &str) -> bool {
    match format {
        Format::Date => is_date(text),
        Format::DateTime => is_date_time(text),
        Format::Duration => is_duration(text),
        Format::Uri => is_uri(text),
        Format::Email => is_email(text),
        Format::Phone => is_phone(text),
        Format::Ip => text.parse::<IpAddr>().is_ok(),
        Format::Ipv4 => text.parse::<Ipv4Addr>().is_ok(),
        Format::Ipv6 => text.parse::<Ipv6Addr>().is_ok(),
        Format::Uuid => is_uuid(text),
        Format::Html => true,
        Format::Locale => text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_lowercase()),
        Format::Currency => text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase()),
    }
}

/// A number of exactly this many digits.
fn digits(text: &str, count: usize) -> Option<u32> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else { return false };
    let (Some(year), Some(month), Some(day)) = (digits(year, 4), digits(month, 2), digits(day, 2)) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => return false,
    };
    (1..=days).contains(&day)
}

fn is_date_time(text: &str) -> bool {
    let Some((date, time)) = text.split_once(['T', 't']) else { return false };
    let Some(zone) = time.find(['Z', 'z', '+', '-']) else { return false };
    let (time, zone) = time.split_at(zone);
    let (seconds, fraction) = match time.split_once('.') {
        Some((seconds, fraction)) => (seconds, Some(fraction)),
        None => (time, None),
    };
    let parts: Vec<&str> = seconds.split(':').collect();
    let [hour, minute, second] = parts.as_slice() else { return false };
    let below = |text: &str, limit: u32| digits(text, 2).is_some_and(|value| value < limit);
    let zone = match zone.strip_prefix(['+', '-']) {
        Some(offset) => {
            offset.split_once(':').is_some_and(|(hours, minutes)| below(hours, 24) && below(minutes, 60))
        }
        None => zone == "Z" || zone == "z",
    };
    is_date(date)
        && below(hour, 24)
        && below(minute, 60)
        && below(second, 60)
        && fraction.is_none_or(|text| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()))
        && zone
}

fn is_duration(text: &str) -> bool {
    let mut units = "dhms".chars();
    text.split(' ').all(|part| {
        let number = part.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let unit = &part[number.len()..];
        let mut letters = unit.chars();
        let known =
            letters.next().is_some_and(|letter| units.any(|unit| unit == letter)) && letters.next().is_none();
        known && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else { return false };
    let scheme_fits = scheme.starts_with(|c: char| c.is_ascii_lowercase())
        && scheme.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "+-.".contains(c));
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let printable = !text.bytes().any(|byte| byte <= b' ' || byte == 0x7f);
    scheme_fits && printable && !host.is_empty() && !host.starts_with(':')
}

fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let atom = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    let local_fits = (1..=64).contains(&local.len())
        && local.split('.').all(|part| !part.is_empty() && part.chars().all(atom));
    let labels: Vec<&str> = domain.split('.').collect();
    let label_fits = |label: &&str| {
        (1..=63).contains(&label.len())
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    text.len() <= 254 && local_fits && labels.len() >= 2 && labels.iter().all(label_fits)
}

fn is_phone(text: &str) -> bool {
    let number = text.strip_prefix('+').and_then(|rest| rest.split_once(' '));
    let fits = |text: &str, count: std::ops::RangeInclusive<usize>| {
        count.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    number.is_some_and(|(prefix, number)| fits(prefix, 1..=3) && fits(number, 4..=14))
}

fn is_uuid(text: &str) -> bool {
    let lengths = text.split('-').map(str::len);
    lengths.eq([8, 4, 4, 4, 12]) && text.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}
