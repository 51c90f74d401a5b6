//! The table of verdicts, cell by cell.

use super::*;
use http::HeaderValue;

const JSON: ResponseForm = ResponseForm::Json;
const CSV: ResponseForm = ResponseForm::Text("text/csv; charset=utf-8");
const PDF: ResponseForm = ResponseForm::Bytes("application/pdf");

fn response(status: u16, form: ResponseForm) -> ResponseInfo {
    ResponseInfo { first: status, last: status, form }
}

fn headers(label: &'static str) -> HeaderMap {
    let label = Some(label).filter(|label| !label.is_empty());
    label.map(|label| (CONTENT_TYPE, HeaderValue::from_static(label))).into_iter().collect()
}

/// `V` for a documented response, `>` for a redirect, `R` for a refusal, `U` for an unreadable one.
fn letter(verdict: &Verdict) -> char {
    match verdict {
        Verdict::Documented(_) => 'V',
        Verdict::Redirect => '>',
        Verdict::Refused => 'R',
        Verdict::Unreadable(_) => 'U',
    }
}

const PAGE: &str = "\u{feff}\n<!DOCTYPE html><title>Sign in</title>";
const CODE: &str = r#"{"error":{"code":"KEY_UNKNOWN","message":"m"}}"#;
const FLAG: &str = r#"{"success":false}"#;
const OTHER: &str = r#"{"a":1}"#;

#[test]
fn a_success_is_what_the_form_of_the_response_asks_for() {
    // Of a content type, for the bodies: nothing, a page, an error with a code, a flag, other JSON, a word.
    let bodies = ["", PAGE, CODE, FLAG, OTHER, "word"];
    #[rustfmt::skip]
    let table = [
        (JSON, [
            ("", "UUVVVU"), ("application/json", "UUVVVV"), ("application/vnd.shop+json", "UUVVVV"),
            ("APPLICATION/JSON ; charset=UTF-8", "UUVVVV"), ("text/html", "UUVVVU"), ("text/plain", "UUVVVU"),
            ("application/problem+json", "RRRRRR"), ("image/gif", "UUVVVU"), ("json", "UUVVVV"),
        ]),
        (CSV, [
            ("", "UURRVV"), ("application/json", "UURRUU"), ("text/CSV", "VURVVV"),
            ("text/csv;header=present", "VURVVV"), ("text/html", "UURRUU"), ("text/plain", "UURRUU"),
            ("application/problem+json", "RRRRRR"), ("image/gif", "UURRUU"), ("csv", "UURRVV"),
        ]),
        (PDF, [
            ("", "UURRVV"), ("application/json", "UURRUU"), ("application/pdf", "VURVVV"),
            ("Application/PDF; v=1", "VURVVV"), ("text/html", "UURRUU"), ("application/octet-stream", "UURRUU"),
            ("application/problem+json", "RRRRRR"), ("image/gif", "UURRUU"), ("/", "UURRVV"),
        ]),
        (ResponseForm::Empty, [
            ("", "VURRVV"), ("application/json", "VURRVV"), ("text/plain", "VURRVV"),
            ("text/plain; charset=x", "VURRVV"), ("text/html", "VURRVV"), ("text/css", "VURRVV"),
            ("application/problem+json", "RRRRRR"), ("image/gif", "VURRVV"), ("?", "VURRVV"),
        ]),
    ];
    for (form, rows) in table {
        for (label, expected) in rows {
            for status in [200, 201, 299] {
                let judge =
                    |body: &&str| of(&[response(200, form)], status, &headers(label), Some(body.as_bytes()));
                let found: String = bodies.iter().map(judge).map(|verdict| letter(&verdict)).collect();
                // Without a label, JSON that does not begin as JSON is read, so that the fault has a place.
                let expected = if form == JSON && label.is_empty() { "UUVVVV" } else { expected };
                assert_eq!(found, expected, "{form:?} under {status} as {label:?}");
            }
        }
    }
}

#[test]
fn the_status_decides_before_everything_else() {
    let responses =
        [response(200, JSON), response(404, JSON), response(409, CSV), response(410, ResponseForm::Empty)];
    let table = [
        // Status, and the verdict for nothing, a page, an error with a code, other JSON, a word.
        (100, "UURUU"),
        (200, "UUVVV"),
        (204, "UUVVV"),
        (300, "UURUU"),
        (301, ">>>>>"),
        (302, ">>>>>"),
        (303, ">>>>>"),
        (304, "UURUU"),
        (307, ">>>>>"),
        (308, ">>>>>"),
        (400, "RRRRR"),
        // JSON is left to its decoder, text is known by its content type, nothing is only kept from the common error.
        (404, "VVVVV"),
        (409, "RRRVV"),
        (410, "VVRVV"),
        (500, "RRRRR"),
        (600, "RRRRR"),
    ];
    for (status, expected) in table {
        let judge = |body: &str| letter(&of(&responses, status, &headers(""), Some(body.as_bytes())));
        let found: String = ["", PAGE, CODE, OTHER, "word"].map(judge).iter().collect();
        assert_eq!(found, expected, "{status}");
    }
}

#[test]
fn several_successes_are_told_apart_by_their_status_alone() {
    let responses =
        [response(200, JSON), response(202, ResponseForm::Empty), response(302, ResponseForm::Empty)];
    let index = |status| documented(&responses, status);
    assert_eq!([200, 202, 302].map(index), [Some(0), Some(1), Some(2)]);
    assert_eq!([201, 204, 301, 404].map(index), [None; 4]);
    assert_eq!(documented(&responses[1..2], 200), Some(0));
    assert_eq!(documented(&responses[..0], 200), None);
}

#[test]
fn no_content_is_neither_text_nor_bytes() {
    for form in [CSV, PDF] {
        for status in [204, 205] {
            let verdict = of(&[response(200, form)], status, &headers("text/csv"), Some(b""));
            assert_eq!(letter(&verdict), 'U', "{form:?} {status}");
        }
        assert_eq!(
            letter(&of(&[response(200, form)], 200, &HeaderMap::new(), None)),
            'V',
            "nothing has come yet"
        );
    }
    let moved = [response(302, ResponseForm::Empty)];
    assert_eq!(
        letter(&of(&moved, 302, &headers("text/html"), Some(PAGE.as_bytes()))),
        'V',
        "it is documented"
    );
    assert_eq!(
        letter(&of(&[response(204, ResponseForm::Empty)], 204, &headers("text/html"), Some(b""))),
        'V'
    );
}

#[test]
fn an_unreadable_answer_names_what_came() {
    let words = |form, label, body: &str| match of(
        &[response(200, form)],
        200,
        &headers(label),
        Some(body.as_bytes()),
    ) {
        Verdict::Unreadable(words) => words,
        other => panic!("{other:?}"),
    };
    let hint = "; a login page or a proxy may have answered, so check the base URL and the network";
    assert_eq!(
        words(JSON, "text/html; charset=utf-8", PAGE),
        format!("expected JSON, found a page of HTML{hint}")
    );
    assert_eq!(words(JSON, "text/html", "<center>"), format!("expected JSON, found a page of HTML{hint}"));
    assert_eq!(words(JSON, "text/xml", "<rss/>"), "expected JSON, found `text/xml`");
    assert_eq!(words(JSON, "", "<rss/>"), "expected JSON, found another kind of text");
    assert_eq!(words(JSON, "application/json", " \n"), "expected JSON, found no content");
    assert_eq!(words(PDF, "image/png", "x"), "expected application/pdf, found `image/png`");
    assert_eq!(words(PDF, "application/json", OTHER), "expected application/pdf, found JSON");
    assert_eq!(words(PDF, "", PAGE), format!("expected application/pdf, found a page of HTML{hint}"));
    assert_eq!(
        words(ResponseForm::Empty, "text/html", PAGE),
        format!("expected no content, found a page of HTML{hint}")
    );
}

#[test]
fn a_page_is_what_the_spec_calls_one() {
    for (wanted, label, expected) in [
        ("text/html", "text/html", 'V'),
        ("text/html", "", 'V'),
        ("text/plain", "text/plain; charset=utf-8", 'V'),
        ("text/plain", "text/html", 'U'),
        ("application/octet-stream", "application/octet-stream", 'V'),
        ("application/octet-stream", "", 'U'),
        ("application/rss+xml", "text/xml", 'U'),
        ("image/*", "image/svg+xml", 'U'),
    ] {
        let verdict =
            of(&[response(200, ResponseForm::Text(wanted))], 200, &headers(label), Some(PAGE.as_bytes()));
        assert_eq!(letter(&verdict), expected, "{wanted} as {label:?}");
    }
    for (wanted, label, expected) in [
        ("application/rss+xml", "text/xml; charset=utf-8", 'V'),
        ("application/xml", "application/atom+xml", 'V'),
        ("application/xml", "application/xhtml+xml", 'U'),
        ("image/*", "image/png", 'V'),
        ("image/*", "text/png", 'U'),
        ("*/*", "text/png", 'V'),
        ("image/png", "image/pngx", 'U'),
    ] {
        let verdict = of(&[response(200, ResponseForm::Text(wanted))], 200, &headers(label), Some(b"<rss/>"));
        assert_eq!(letter(&verdict), expected, "{wanted} as {label:?}");
    }
}

#[test]
fn pages_of_html_are_known_by_their_beginning() {
    for page in
        ["<!doctype HTML>", "<HTML lang=cs>", "<br />\n<b>Warning</b>", "<p>", "<!-- x", "<a\thref=x>", "<h1"]
    {
        assert!(begins_as_html(page.as_bytes()), "{page}");
    }
    for text in ["", "<", "<article>", "<abc>", "<?xml version='1.0'?>", "<rss>", "<svg>", "html", "<hr>"] {
        assert!(!begins_as_html(text.as_bytes()), "{text}");
    }
}

#[test]
fn what_a_decoder_does_not_read_is_classed_by_the_status_and_by_what_the_body_says() {
    for (status, failed, kind) in [
        (200, false, ErrorKind::Unreadable),
        (304, false, ErrorKind::Unreadable),
        (200, true, ErrorKind::Refused),
        (404, false, ErrorKind::Refused),
        (599, true, ErrorKind::Refused),
    ] {
        assert_eq!(unread(status, failed), kind, "{status} {failed}");
    }
}
