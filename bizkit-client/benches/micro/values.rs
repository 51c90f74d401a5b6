//! Whether a text keeps the rules of its type: generated tables beside three engines with an equivalent pattern.

use bizkit_client::types;
use divan::{Bencher, black_box};
use std::fmt;

/// A type with a text that keeps its rules.
#[derive(Clone, Copy)]
struct Case {
    name: &'static str,
    generated: fn(&str) -> bool,
    /// For formats that no pattern describes wholly, one that is usual for them and checks less.
    pattern: &'static str,
    text: &'static str,
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

const fn case(
    name: &'static str,
    generated: fn(&str) -> bool,
    pattern: &'static str,
    text: &'static str,
) -> Case {
    Case { name, generated, pattern, text }
}

const CASES: [Case; 13] = [
    case(
        "ApiKey",
        types::ApiKey::is_valid,
        "^(PROD|DEV_|ROOT)[A-Za-z0-9]{28}$",
        "PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE",
    ),
    case("IdentityId", types::IdentityId::is_valid, "^[A-Za-z0-9]{32}$", "Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg"),
    case("CountryCode", types::CountryCode::is_valid, "^[A-Z]{2}$", "CZ"),
    case("CuRefNo", types::CuRefNo::is_valid, "^[^]{16}$", "1cGIHvFoQDGLAbcA"),
    case("OrderHash", types::OrderHash::is_valid, "^[^]{32}$", "sSO98YxzR4KJiOu66Jn6K3wRwa4FPI7S"),
    case("PostId", types::PostId::is_valid, "^[^]{16}$", "1cGIHvFoQDGLAbcA"),
    case("Password", types::Password::is_valid, "^[^]+$", "correct horse battery"),
    case("Email", types::Email::is_valid, r"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$", "jan@barasek.com"),
    case("Phone", types::Phone::is_valid, r"^\+[0-9]{1,3} [0-9]{4,14}$", "+420 777123456"),
    case(
        "ClientIp",
        types::ClientIp::is_valid,
        r"^(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}$",
        "192.168.100.10",
    ),
    case(
        "Timestamp",
        types::Timestamp::is_valid,
        r"^[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9](\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$",
        "2025-01-10T16:19:40.150Z",
    ),
    case("TimeSpan", types::TimeSpan::is_valid, "^[0-9]+[dhms]( [0-9]+[dhms])*$", "1h 30m"),
    case(
        "Url",
        types::Url::is_valid,
        r"^[a-z][a-z0-9+.-]*://[^\s/?#]+[^\s]*$",
        "https://gymroom.cz/rezervace/dekujeme",
    ),
];

/// The pattern as the engines of Rust write it: they have no `[^]`.
fn rusty(case: &Case) -> String {
    case.pattern.replace("[^]", "(?s:.)")
}

#[divan::bench(args = CASES)]
fn bizkit(bencher: Bencher<'_, '_>, case: &Case) {
    // A function pointer, so that no engine is compared with code that knows the text.
    let is_valid = black_box(case.generated);
    assert!(is_valid(case.text), "{case}");
    bencher.bench_local(|| is_valid(black_box(case.text)));
}

#[divan::bench(args = CASES)]
fn regex(bencher: Bencher<'_, '_>, case: &Case) {
    let regex = regex::Regex::new(&rusty(case)).unwrap();
    assert!(regex.is_match(case.text), "{case}");
    bencher.bench_local(|| regex.is_match(black_box(case.text)));
}

#[divan::bench(args = CASES)]
fn regex_lite(bencher: Bencher<'_, '_>, case: &Case) {
    let regex = regex_lite::Regex::new(&rusty(case)).unwrap();
    assert!(regex.is_match(case.text), "{case}");
    bencher.bench_local(|| regex.is_match(black_box(case.text)));
}

#[divan::bench(args = CASES)]
fn regress(bencher: Bencher<'_, '_>, case: &Case) {
    let regex = regress::Regex::new(case.pattern).unwrap();
    assert!(regex.find(case.text).is_some(), "{case}");
    bencher.bench_local(|| regex.find(black_box(case.text)).is_some());
}
