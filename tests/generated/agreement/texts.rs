//! Random texts: the documented example with small changes, texts near the length's bounds, forms of
//! known formats.

use super::numbers;
use crate::support::random::Random;
use bizkit_spec::model::{Format, IntegerType, NumberType, StringType, TextNumber};

/// Characters that patterns and formats tell apart.
const LETTERS: [&str; 25] = [
    "a", "b", "c", "f", "g", "z", "A", "Z", "0", "1", "2", "9", "-", ".", ":", "@", "+", "/", " ", "_", ",",
    "\t", "ř", "\u{2028}", "😀",
];

pub(super) fn text(random: &mut Random, rules: &StringType, example: Option<&str>, wild: bool) -> String {
    if let Some(number) = &rules.number
        && !random.percent(10)
    {
        // Quotes are taken off again, and odd spellings stay.
        let value = match number {
            TextNumber::Integer(rules) => {
                numbers::integer(random, &IntegerType { as_string: true, ..rules.clone() }, wild)
            }
            TextNumber::Number(rules) => {
                numbers::number(random, &NumberType { as_string: true, ..rules.clone() }, wild, false)
            }
        };
        return value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    }
    let known = rules.format.map_or(&[][..], samples);
    let start = match random.below(10) {
        0..=4 if example.is_some() => example.unwrap().to_owned(),
        0..=7 if !known.is_empty() => random.pick(known).to_owned(),
        _ => any(random, rules),
    };
    if wild && random.percent(40) { changed(random, &start) } else { start }
}

/// Some characters, about as many as the rules allow.
fn any(random: &mut Random, rules: &StringType) -> String {
    let low = usize::try_from(rules.min_length.unwrap_or(1).saturating_sub(1)).unwrap();
    let high = rules.max_length.map_or(low + 4, |max| usize::try_from(max).unwrap().min(low + 40) + 1);
    let count = low + random.below(high - low + 1);
    (0..count).map(|_| random.pick(&LETTERS)).collect()
}

/// One to three characters put in, taken out or replaced.
fn changed(random: &mut Random, text: &str) -> String {
    let mut letters: Vec<String> = text.chars().map(String::from).collect();
    for _ in 0..=random.below(3) {
        let at = random.below(letters.len() + 1);
        let end = (at + usize::from(random.percent(70))).min(letters.len());
        let new = random.percent(70).then(|| random.pick(&LETTERS).to_owned());
        letters.splice(at..end, new);
    }
    letters.concat()
}

/// Texts at the edges of a format.
fn samples(format: Format) -> &'static [&'static str] {
    match format {
        Format::Date => &[
            "2024-02-29",
            "2023-02-29",
            "2000-02-29",
            "1900-02-29",
            "0000-12-31",
            "2024-04-31",
            "99999-01-01",
        ],
        Format::DateTime => &[
            "2025-01-10T16:19:40Z",
            "2025-01-10t23:59:59.1z",
            "2025-01-10T16:19:60Z",
            "2025-01-10T16:19:40+23:59",
            "2025-01-10T16:19:40-24:00",
            "2025-01-10T16:19:40.Z",
            "2025-01-10T16:19:40",
            "2025-02-30T16:19:40Z",
            "2025-01-10T16:19Z",
        ],
        Format::Duration => &[
            "24h",
            "0m",
            "1h 30m",
            "14d",
            "1d 1h 1m 1s",
            "1m 1h",
            "1h  1m",
            "1h1m",
            "1w",
            "1h 1h",
            "99999999999999999999s",
            "1h ",
        ],
        Format::Uri => &[
            "https://example.com",
            "a+b-c.d1://h",
            "HTTP://example.com",
            "https://",
            "https:///x",
            "https://:80",
            "https://u@",
            "https://u@:1",
            "https://[::1]:80/",
            "https://a@b@c/",
            "https://ex ample.com",
            "mailto:a@b.cz",
            "1a://h",
            "https://ř.cz/?@",
            "https://h/\u{7f}",
        ],
        Format::Email => &[
            "a@b.c",
            "a@b",
            "a.b@c.d.e",
            ".a@b.c",
            "a.@b.c",
            "a..b@c.d",
            "a@-b.c",
            "a@b-.c",
            "a@b..c",
            "a@b.c.",
            "a@@b.c",
            "!#$%&'*+-/=?^_`{|}~@b.c",
            "\"a\"@b.c",
            "ř@b.c",
            "1234567890123456789012345678901234567890123456789012345678901234@b.c",
            "12345678901234567890123456789012345678901234567890123456789012345@b.c",
            "a@123456789012345678901234567890123456789012345678901234567890123.c",
            "a@1234567890123456789012345678901234567890123456789012345678901234.c",
        ],
        Format::Phone => &[
            "+420 777123456",
            "+420777123456",
            "00420 777 123 456",
            "(+420) 777-123/456",
            "+1 (202) 555.0123",
            "+1234 5678",
            "+1 123",
            "+1 123456789012345",
            "777 123 456",
            "+420\u{a0}777123456",
            "0 (0) 420 777 123 456",
        ],
        Format::Ip | Format::Ipv4 | Format::Ipv6 => &[
            "1.2.3.4",
            "255.255.255.255",
            "256.1.1.1",
            "01.2.3.4",
            "1.2.3",
            "::",
            "::1",
            "1::",
            "1:2:3:4:5:6:7:8",
            "1:2:3:4:5:6:7::",
            "::2:3:4:5:6:7:8",
            "1::3:4:5:6:7:8",
            "1:2:3:4:5:6:7:8:9",
            "1::2::3",
            "::ffff:1.2.3.4",
            "1:2:3:4:5:6:1.2.3.4",
            "1:2:3:4:5:6:7:1.2.3.4",
            "::1.2.3.4:5",
            "fe80::1%eth0",
            "[::1]",
            "12345::",
            "localhost",
            "",
        ],
        Format::Uuid => &[
            "123e4567-e89b-12d3-a456-426614174000",
            "{123e4567-e89b-12d3-a456-426614174000}",
            "123e4567e89b12d3a456426614174000",
        ],
        Format::Html => &["<b>x</b>", ""],
        Format::Locale => &["cs", "en", "CS", "cs-CZ"],
        Format::Currency => &["CZK", "eur", " usd "],
    }
}
