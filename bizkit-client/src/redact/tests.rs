//! Secrets in every spelling, and what must stay readable.

use super::*;

const SECRET: &str = "Tř/\"s3cr&t\" +<'1'>\n\\end";

fn secrets() -> Secrets {
    Secrets::new([SECRET, "PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE"])
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

#[test]
fn what_is_no_secret_stays_as_it_is() {
    for text in ["", "fine", "PRODPGrFxpGEtrOZfuWhnoJohUYBXuO", "řeč"] {
        assert_eq!(masked(text), text);
    }
    let mut text = "a cat sat".to_owned();
    Secrets::new(["cat", "", "a"]).mask(&mut text);
    assert_eq!(text, "a cat sat", "what is as short as a word is not looked for");
}

#[test]
fn a_longer_secret_goes_before_its_own_part() {
    let mut text = "abcdefgh and abcdef".to_owned();
    Secrets::new(["abcdef", "abcdefgh"]).mask(&mut text);
    assert_eq!(text, "*** and ***");
}

#[test]
fn a_body_is_masked_byte_by_byte_and_kept_up_to_its_limit() {
    let secrets = secrets();
    let body =
        Bytes::from([b"\xff\x00", SECRET.as_bytes(), b"PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE\xfe"].concat());
    assert_eq!(&secrets.masked_start(&body)[..], b"\xff\x00******\xfe");
    assert!(secrets.shown_in(&body) && !secrets.shown_in(b"PRODPGrFxpGEtrOZfuWhnoJohUYBXuO"));

    let fine = Bytes::from(vec![b'x'; KEPT]);
    assert_eq!(secrets.masked_start(&fine).as_ptr(), fine.as_ptr(), "nothing to mask is nothing to copy");
    for before in KEPT - 40..=KEPT {
        let mut long = vec![b'x'; before];
        long.extend_from_slice(b"PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE and more that does not fit");
        let kept = secrets.masked_start(&Bytes::from(long));
        assert!(kept.len() <= KEPT && kept.len() > KEPT - 400, "{before}: {}", kept.len());
        assert_eq!(find(&kept, b"PROD"), None, "{before}");
    }
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
    let of = |text: &str| -> Box<dyn StdError + Send + Sync> {
        Box::new(Outer(std::io::Error::other(text.to_owned())))
    };
    let fine = secrets().mask_cause(of("connection refused"));
    assert!(fine.is::<Outer>(), "a cause without secrets is passed on");
    let masked = secrets().mask_cause(of("GET /?apiKey=PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE failed"));
    assert_eq!(
        (masked.to_string().as_str(), masked.source().is_none()),
        ("outer: GET /?apiKey=*** failed", true)
    );
    assert_eq!(format!("{:?}", secrets()), "***");
}
