//! Secrets in every spelling, and what must stay readable.

use super::*;
use crate::base::percent::percent_encode;
use base64::Engine;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};

const SECRET: &str = "Tř/\"s3cr&t\" +<'1'>\n\\end";

const KEY: &str = "PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE";

fn of(texts: &[&str]) -> Secrets {
    Secrets::new(texts.iter().map(|text| Zeroizing::new((*text).to_owned())))
}

fn secrets() -> Secrets {
    of(&[SECRET, KEY])
}

#[track_caller]
fn masked(text: &str) -> String {
    let mut masked = text.to_owned();
    secrets().mask(&mut masked);
    masked
}

#[test]
fn every_spelling_of_a_secret_is_masked() {
    let json = serde_json::to_string(SECRET).unwrap();
    let mut percent = String::new();
    percent_encode(SECRET, &mut percent);
    for spelling in [
        SECRET.to_owned(),
        json[1..json.len() - 1].to_owned(),
        json[1..json.len() - 1].replace('/', "\\/"),
        percent.clone(),
        percent.replace("%20", "+"),
        "T%c5%99%2f%22s3cr%26t%22%20%2b%3c%271%27%3e%0a%5cend".to_owned(),
        "Tř/&quot;s3cr&amp;t&quot; +&lt;&#39;1&#39;&gt;\n\\end".to_owned(),
        SECRET.escape_debug().to_string(),
    ] {
        assert_eq!(masked(&format!("<{spelling}|{spelling}>")), "<***|***>", "{spelling}");
    }
}

#[test]
fn base64_is_masked_wherever_the_secret_stands_in_it() {
    for engine in [&STANDARD_NO_PAD, &URL_SAFE_NO_PAD] {
        for before in ["", "u", "us", "user:", "api-key:", "x:y:z:w"] {
            for after in ["", "\n", ":x", "tail"] {
                let encoded = engine.encode(format!("{before}{SECRET}{after}"));
                let text = masked(&format!("Basic {encoded}"));
                assert!(text.contains("***"), "{before:?} {after:?}: {encoded}");
                // What is left holds the neighbours, and some bits of the letters at the edges.
                let left = text.len() - "Basic ***".len();
                assert!(left <= (before.len() + after.len()) * 4 / 3 + 4, "{text} of {encoded}");
            }
        }
    }
}

/// Whether the secret, written so, is gone from a text and from a document.
#[track_caller]
fn is_masked(secret: &str, written: &str) {
    let secrets = of(&[secret]);
    let mut text = format!("wrong: {written}, again");
    secrets.mask(&mut text);
    assert_eq!(text, "wrong: ***, again", "{secret:?} as {written:?}");
}

/// `ž` as `\u017e`, everything that `is` says.
fn utf16(text: &str, is: impl Fn(char) -> bool) -> String {
    let escaped = |letter: char| {
        letter.encode_utf16(&mut [0; 2]).iter().fold(String::new(), |out, unit| format!("{out}\\u{unit:04x}"))
    };
    text.chars().map(|letter| if is(letter) { escaped(letter) } else { letter.to_string() }).collect()
}

/// Every letter as `spelling` writes it.
fn spelt(text: &str, spelling: impl Fn(char) -> String) -> String {
    text.chars().map(spelling).collect::<Vec<_>>().concat()
}

#[test]
fn escapes_of_other_writers_are_the_letters_that_they_stand_for() {
    let czech = "žluťoučký-kůň-2024";
    let ascii = utf16(czech, |letter| !letter.is_ascii());
    let table = [
        (czech, ascii.clone()),
        (czech, ascii.replace("017e", "017E")),
        (czech, ascii.replace('\\', "\\\\")),
        (czech, spelt(czech, |letter| format!("&#{};", u32::from(letter)))),
        (czech, spelt(czech, |letter| format!("&#X{:X};", u32::from(letter)))),
        (czech, czech.replace('ž', "&zcaron;").replace('ý', "&yacute;")),
        (czech, czech.replace('ž', "&amp;#382;")),
        (czech, czech.replace('ž', "%u017e")),
        ("it's-my-secret", "it&#039;s-my-secret".to_owned()),
        ("it's-my-secret", "it&#x27;s-my-secret".to_owned()),
        ("it's-my-secret", "it&apos;s-my-secret".to_owned()),
        ("it's-my-secret", r"it\u0027s-my-secret".to_owned()),
        ("it's-my-secret", r"it\'s-my-secret".to_owned()),
        ("it's-my-secret", r"it\x27s-my-secret".to_owned()),
        ("it's-my-secret", "it%27s-my-secret".to_owned()),
        ("it's-my-secret", "it%2527s-my-secret".to_owned()),
        ("salt&pepper<x>", r"salt\u0026pepper\u003cx\u003E".to_owned()),
        ("salt&pepper<x>", r"salt\u0026amp;pepper\u0026lt;x&gt;".to_owned()),
        ("salt/pepper", r"salt\/pepper".to_owned()),
        ("salt\u{8}pepper\u{7f}", r"salt\bpepper\u007f".to_owned()),
        ("salt\u{8}pepper\u{7f}", r"salt\u{8}pepper\u{7f}".to_owned()),
        ("🔑 of 🏠 here", utf16("🔑 of 🏠 here", |_| true)),
        (r#"a%41"b\n&amp;"#, r#"a%41"b\n&amp;"#.to_owned()),
        (r#"a%41"b\n&amp;"#, r#"a%41\"b\\n&amp;"#.to_owned()),
        (r#"a%41"b\n&amp;"#, "a%2541%22b%5Cn%26amp%3B".to_owned()),
        ("hunter2hunter2", "HUNTER2hunter2".to_owned()),
        ("hunter2hunter2", "68756e7465723268756E74657232".to_owned()),
        ("hunter2hunter2", "h\0u\0n\0t\0e\0r\x002\0h\0u\0n\0t\0e\0r\x002".to_owned()),
    ];
    for (secret, written) in table {
        is_masked(secret, &written);
    }
}

#[test]
fn blanks_are_as_many_and_of_such_a_kind_as_a_server_likes() {
    let secret = " correct  horse\tbattery\u{a0}staple+x ";
    for written in [
        "correct horse battery staple x",
        "correct\u{a0} horse\n battery+staple+x",
        r"correct\u00a0\u0020horse\tbattery&nbsp;staple%20x",
        "correct\u{2003}horse%09battery&#160;staple%2Bx",
    ] {
        is_masked(secret, written);
    }
}

#[test]
fn what_was_cut_is_masked_as_far_as_it_goes() {
    is_masked(KEY, &KEY[..24]);
    is_masked("hunter2hunter2hunter2", "hunter2hunter2hunt");
    let long = "0123456789abcdef".repeat(1 << 16);
    is_masked(&long, &long[..40]);
    is_masked(&long, &long[..100_000]);
    let mut text = KEY[..16].to_owned();
    secrets().mask(&mut text);
    assert_eq!(text, KEY[..16], "half of it is not certain");
}

#[test]
fn what_is_no_secret_stays_as_it_is() {
    for text in
        ["", "fine", "PRODuction", "řeč", "true", "\\u00", "&#;", "%", "\\", "&#99999999999;", "\\ud800"]
    {
        assert_eq!(masked(text), text);
    }
    for secret in ["", " ", "\t\n", "+", "true", "false", "null"] {
        let mut text = "a + b is true, false \t\n or null".to_owned();
        of(&[secret]).mask(&mut text);
        assert_eq!(text, "a + b is true, false \t\n or null", "{secret:?}");
    }
}

#[test]
fn a_text_with_a_short_secret_is_dropped() {
    for secret in ["abc", "ab", "1", "ř", "a b"] {
        let secrets = of(&[secret]);
        let mut text = format!("x{secret}y");
        secrets.mask(&mut text);
        assert_eq!(text, "***", "{secret}");
        let mut own = format!("x{secret}y");
        secrets.mask_own(&mut own);
        assert_eq!(own, format!("x{secret}y"), "our own words show it by chance");
        let mut other = "quite z".to_owned();
        secrets.mask(&mut other);
        assert_eq!(other, "quite z");
    }
}

#[test]
fn a_longer_secret_goes_before_its_own_part() {
    let mut text = "abcdefgh and abcdef and ab".to_owned();
    of(&["abcdef", "abcdefgh"]).mask(&mut text);
    assert_eq!(text, "*** and *** and ab");
    let mut text = "x abcdef y".to_owned();
    of(&["ab", "abcdef"]).mask(&mut text);
    assert_eq!(text, "x *** y", "the short one is a part of the long one here");
    let mut text = "abcdefghi".to_owned();
    of(&["abcdef", "cdefghi"]).mask(&mut text);
    assert_eq!(text, "***", "they overlap");
}

#[track_caller]
fn document(secrets: &[&str], body: &str) -> String {
    let masked = of(secrets).masked(&Bytes::from(body.to_owned()));
    assert_eq!(masked.is_whole, masked.body == body);
    String::from_utf8(masked.body.to_vec()).unwrap()
}

#[test]
fn a_masked_document_can_still_be_read() {
    let table = [
        (
            "hunter2!",
            r#"{"error": {"message": "no hunter2! here"}}"#,
            r#"{"error": {"message": "no *** here"}}"#,
        ),
        ("new-year", r#"["C:\new-year", "\\new-year"]"#, r#"["C:***", "\\***"]"#),
        ("12345", r#"{"id":12345,"n":"12345","z":1}"#, r#"{"id":null,"n":"***","z":1}"#),
        ("hunter2!", r#"{"hunter2!":["bad"]}"#, r#"{"***":["bad"]}"#),
        ("message", r#"{"message":"the message"}"#, r#"{"message":"the ***"}"#),
        ("true", r#"{"ok":true,"t":"true"}"#, r#"{"ok":true,"t":"true"}"#),
        ("žluť-kůň", r#"["\u017elu\u0165-k\u016f\u0148."]"#, r#"["***."]"#),
        (r#"a","b"#, r#"["xa","by"]"#, ""),
        // Less than four bytes: a text or a number that has it is dropped, a name is one only if it is all of it.
        ("ab", r#"{"abc":"xaby","ab":"z","n":[1,2]}"#, r#"{"abc":"***","***":"z","n":[1,2]}"#),
        ("12", r#"{"n":12,"m":120,"t":"E012"}"#, r#"{"n":null,"m":120,"t":"***"}"#),
        ("hunter2!", "{\"cut\":\"hunter2!", "{\"cut\":\"***"),
        ("hunter2!", "<p>hunter2!</p>", "<p>***</p>"),
    ];
    for (secret, body, expected) in table {
        assert_eq!(document(&[secret], body), expected, "{secret:?} in {body}");
    }
}

#[test]
fn a_body_is_masked_byte_by_byte_and_kept_up_to_its_limit() {
    let secrets = secrets();
    let body = Bytes::from([b"\xff\x00", SECRET.as_bytes(), KEY.as_bytes(), b"\xfe"].concat());
    assert_eq!(&secrets.masked(&body).body[..], b"\xff\x00******\xfe");
    assert!(secrets.shown_in(&body) && !secrets.shown_in(&KEY.as_bytes()[1..]));

    let fine = Bytes::from(vec![b'x'; KEPT]);
    assert_eq!(secrets.masked(&fine).body.as_ptr(), fine.as_ptr(), "nothing to mask is nothing to copy");
    for before in [READ - 40, READ - 31, READ - 21, READ - 1, READ] {
        let mut long = vec![b'x'; before];
        long.extend_from_slice(KEY.as_bytes());
        long.extend_from_slice(b" and more that does not fit");
        let masked = secrets.masked(&Bytes::from(long));
        assert!(masked.body.len() <= READ && !masked.is_whole);
        assert!(!masked.body[KEPT..].windows(21).any(|part| part == &KEY.as_bytes()[..21]), "{before}");
    }
}

#[test]
fn a_long_secret_is_compared_by_its_beginning() {
    let patterns = Patterns::new(["x".repeat(1 << 20).as_str()].into_iter());
    assert!(patterns.longest_head() <= 32);
    let secrets = of(&["ab".repeat(1 << 19).as_str()]);
    let body = Bytes::from("ab".repeat(READ / 2));
    assert_eq!(secrets.masked(&body).body, "***");
}

#[test]
fn a_header_that_repeats_a_secret_is_masked_and_others_are_not() {
    let mut headers = HeaderMap::new();
    headers.insert("x-echo", HeaderValue::from_static("key=PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE"));
    headers.insert("x-request-id", HeaderValue::from_static("7f3a"));
    secrets().mask_headers(&mut headers);
    assert_eq!(
        (&headers["x-echo"], &headers["x-request-id"]),
        (&HeaderValue::from_static("***"), &HeaderValue::from_static("7f3a"))
    );
}

#[derive(Debug)]
struct Outer(std::io::Error);
impl fmt::Display for Outer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("outer")
    }
}
impl StdError for Outer {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&self.0)
    }
}

#[test]
fn a_cause_that_shows_a_secret_keeps_its_masked_words_alone() {
    let cause = |text: &str| -> Box<dyn StdError + Send + Sync> {
        Box::new(Outer(std::io::Error::other(text.to_owned())))
    };
    let fine = secrets().mask_cause(cause("connection refused"));
    assert!(fine.is::<Outer>(), "a cause without secrets is passed on");
    let masked = secrets().mask_cause(cause("GET /?apiKey=PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE failed"));
    assert_eq!(
        (masked.to_string().as_str(), masked.source().is_none()),
        ("outer: GET /?apiKey=*** failed", true)
    );
    assert_eq!(format!("{:?}", secrets()), "***");
}

/// A cause with words of its own in each form.
struct Two(&'static str, &'static str);
impl fmt::Display for Two {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
impl fmt::Debug for Two {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.1)
    }
}
impl StdError for Two {}

#[test]
fn a_cause_is_masked_when_one_of_its_forms_shows_a_secret() {
    for (shown, debug, expected) in [
        ("fine", "fine", None),
        (KEY, "fine", Some("***")),
        ("fine", KEY, Some("fine")),
        (KEY, KEY, Some("***")),
    ] {
        let masked = secrets().mask_cause(Box::new(Two(shown, debug)));
        assert_eq!(masked.is::<Two>(), expected.is_none(), "{shown} {debug}");
        assert_eq!(masked.to_string(), expected.unwrap_or(shown));
        assert!(!format!("{masked:?}").contains(KEY));
    }
}

#[test]
fn of_a_body_that_is_too_long_the_beginning_is_kept() {
    for (length, kept, whole) in [(READ - 1, READ - 1, true), (READ, READ, true), (READ + 1, READ, false)] {
        let masked = secrets().masked(&Bytes::from(vec![b'x'; length]));
        assert_eq!((masked.body.len(), masked.is_whole), (kept, whole), "{length}");
    }
}
