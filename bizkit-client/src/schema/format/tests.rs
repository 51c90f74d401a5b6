//! Each format against accepted and refused texts; addresses against the standard library.

use super::Format;
use std::net::{Ipv4Addr, Ipv6Addr};

fn check(format: Format, good: &[&str], bad: &[&str]) {
    for text in good {
        assert!(format.allows(text), "{format:?} refuses {text:?}");
    }
    for text in bad {
        assert!(!format.allows(text), "{format:?} accepts {text:?}");
    }
}

#[test]
fn dates_are_days_that_exist() {
    check(
        Format::Date,
        &["2026-12-24", "2024-02-29", "2000-02-29", "0001-01-01"],
        &[
            "2023-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-04-31",
            "2026-1-1",
            "2026-12-24T",
            "",
            "2026-12-00",
        ],
    );
}

#[test]
fn date_times_follow_rfc_3339() {
    check(
        Format::DateTime,
        &[
            "2025-01-10T16:19:40.150Z",
            "2025-01-10T16:19:40Z",
            "2025-01-10t16:19:40z",
            "2025-01-10T16:19:40+01:00",
            "0000-01-01T00:00:00-23:59",
        ],
        &[
            "2025-01-10",
            "2025-01-10T16:19:40",
            "2025-01-10T24:00:00Z",
            "2025-01-10T16:60:00Z",
            "2025-01-10T16:19:40.Z",
            "2025-01-10 16:19:40Z",
            "2025-01-10T16:19:40+0100",
            "2025-02-30T16:19:40Z",
            "2025-01-10T16:19:40+24:00",
            "2025-01-10T16:19:40Zx",
            "2016-12-31T23:59:60Z",
        ],
    );
}

#[test]
fn durations_are_numbers_with_units() {
    check(
        Format::Duration,
        &["24h", "0m", "14d", "15m", "1h 30m", "1d 2h 3m 4s", "90s"],
        &["", "24", "h", "1h  30m", "1h 30", " 1h", "1h ", "1.5h", "1h30m", "1w", "30m 1h", "1h 2h"],
    );
}

#[test]
fn uris_have_a_scheme_and_a_host() {
    check(
        Format::Uri,
        &[
            "https://bizkithub.com",
            "http://a/b?c=d#e",
            "ftp://x",
            "https://[::1]/",
            "https://čokoláda.cz/",
            "https://a:b@c",
        ],
        &[
            "",
            "bizkithub.com",
            "https://",
            "https:///path",
            "mailto:a@b.cz",
            "1http://a",
            "https://a b",
            "//a",
            "https://a\n",
            "https://:80/",
            "HTTPS://a",
            "https://a@/",
            "https://a@:80",
        ],
    );
}

#[test]
fn e_mail_addresses_have_one_at_sign_and_a_domain_with_a_dot() {
    check(
        Format::Email,
        &["jan@barasek.com", "a.b+c@d.e.f", "o'neil@a-b.cz", "1@2.3"],
        &[
            "",
            "jan",
            "@a.b",
            "jan@",
            "jan@a",
            "jan@.a",
            "jan@a.",
            "jan@a..b",
            "a@b@c.d",
            "a b@c.d",
            "jan@a.b\n",
            ".jan@a.b",
            "jan.@a.b",
            "j..n@a.b",
            "jan@-a.b",
            "jan@a-.b",
            "ž@ž.cz",
            "jan@a_b.cz",
        ],
    );
}

#[test]
fn e_mail_addresses_have_bounded_lengths() {
    let address = |local: usize, label: usize, labels: usize| {
        let domain = vec!["a".repeat(label); labels].join(".");
        format!("{}@{domain}", "x".repeat(local))
    };
    check(Format::Email, &[&address(64, 63, 2), &address(62, 63, 3)], &[]);
    check(Format::Email, &[], &[&address(65, 3, 2), &address(1, 64, 2), &address(63, 63, 3)]);
}

#[test]
fn telephone_numbers_are_canonical() {
    check(
        Format::Phone,
        &["+420 777123456", "+1 2025550123"],
        &[
            "",
            "+420777123456",
            "420 777123456",
            "+420  777123456",
            "+420 777 123 456",
            "+ 777123456",
            "+42000 777123",
            "+420 ",
            "+420 777a",
        ],
    );
}

#[test]
fn uuids_locales_and_currencies_have_fixed_lengths() {
    check(
        Format::Uuid,
        &["123e4567-e89b-12d3-a456-426614174000", "123E4567-E89B-12D3-A456-426614174000"],
        &[
            "123e4567e89b12d3a456426614174000",
            "123e4567-e89b-12d3-a456-42661417400g",
            "",
            "123e4567-e89b-12d3-a456-4266141740000",
        ],
    );
    check(Format::Locale, &["cs", "en"], &["", "CS", "c", "cze", "c1"]);
    check(Format::Currency, &["CZK", "EUR"], &["", "czk", "CZ", "CZKK", "K1C"]);
    check(Format::Html, &["", "<b>"], &[]);
}

#[test]
fn formats_work_in_constants() {
    const _: () = assert!(Format::Ip.allows("2001:4860:4860::8888") && !Format::Ipv4.allows("1.1.1"));
}

/// Texts that are near to addresses: out of the characters that addresses are made of.
#[test]
fn addresses_agree_with_the_standard_library() {
    let fixed = [
        "::",
        "::1",
        "1::",
        "1::2",
        "1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7::",
        "::2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7:8:9",
        "1::2::3",
        "::ffff:1.2.3.4",
        "1:2:3:4:5:6:1.2.3.4",
        "1:2:3:4:5:6:7:1.2.3.4",
        "::1.2.3",
        ":1",
        "1:",
        ":::",
        "12345::",
        "g::",
        "1:2:3:4::5:6:7:8",
        "::1.2.3.4:5",
        "0.0.0.0",
        "255.255.255.255",
        "256.1.1.1",
        "01.1.1.1",
        "1.1.1.1.",
        "1.1.1",
        "1.1.1.1.1",
        "",
        "1.2.3.4::",
        "::01.2.3.4",
        "fe80::1%eth0",
        "[::1]",
    ];
    let mut seed = 7_u64;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap_or_default() % below
    };
    let mut texts: Vec<String> = fixed.iter().map(ToString::to_string).collect();
    for _ in 0..200_000 {
        let alphabet: &[u8] = if next(2) == 0 { b"::::1f0.g" } else { b"..1209" };
        let length = next(16);
        texts.push((0..length).map(|_| char::from(alphabet[next(alphabet.len())])).collect());
    }
    for text in &texts {
        assert_eq!(Format::Ipv4.allows(text), text.parse::<Ipv4Addr>().is_ok(), "{text}");
        assert_eq!(Format::Ipv6.allows(text), text.parse::<Ipv6Addr>().is_ok(), "{text}");
    }
}
