//! Every known shape of an error, and bodies that only look like one.

use super::*;
use crate::Json;
use crate::value::decode::Strays;

/// What a body says when it is read for an error, and what its root says to a type that has no such members.
#[test]
fn every_form_of_an_error_is_one_under_a_good_status_too() {
    // The body; the code, the message, the description; whether it fails a success of another type, a documented
    // failure of another type, and free JSON.
    #[rustfmt::skip]
    let table = [
        (r#"{"error":{"code":"KEY_UNKNOWN","message":"m","description":"two\nlines"}}"#, "KEY_UNKNOWN|m|two\nlines", [true, true, true]),
        (r#"{"error":{"code":"RATE_LIMIT_EXCEEDED","message":"m","retry_after":3600}}"#, "RATE_LIMIT_EXCEEDED|m|", [true, true, true]),
        (r#"{"error":{"code":"post_not_found","message":"m","details":{}}}"#, "post_not_found|m|", [true, true, true]),
        (r#"{"success":false,"errorCode":"E004","message":"m"}"#, "E004|m|", [true, false, false]),
        (r#"{"success":false}"#, "||", [true, false, false]),
        (r#"{"success":false,"items":[]}"#, "||", [true, false, false]),
        (r#"{"loggedIn":false}"#, "||", [true, false, false]),
        (r#"{"exist":false}"#, "||", [true, false, false]),
        (r#"{"error":"SESSION_EXPIRED"}"#, "SESSION_EXPIRED||", [true, true, false]),
        (r#"{"success":false,"error":"The URL is not valid"}"#, "|The URL is not valid|", [true, false, false]),
        (r#"{"error":"The URL is not valid"}"#, "|The URL is not valid|", [true, false, false]),
        (r#"{"error":{"message":"m"}}"#, "|m|", [true, false, false]),
        (r#"{"error":{"code":404}}"#, "||", [true, false, false]),
        (r#"{"error":true,"message":"m"}"#, "|m|", [true, false, false]),
        // None of these says that the call failed.
        (r#"{"state":"ok"}"#, "||", [false; 3]),
        (r#"{"success":true}"#, "||", [false; 3]),
        (r#"{"loggedIn":false,"name":"x"}"#, "||", [false; 3]),
        (r#"{"name":"x","exist":false}"#, "||", [false; 3]),
        (r#"{"loggedIn":true}"#, "||", [false; 3]),
        (r#"{"code":"X","message":"m"}"#, "X|m|", [false; 3]),
        (r#"{"title":"Bad gateway","detail":"d"}"#, "|Bad gateway|d", [false; 3]),
        (r#"{"detail":"Not found."}"#, "||Not found.", [false; 3]),
        (r#"{"error":null}"#, "||", [false; 3]),
        (r#"{"error":false,"success":true}"#, "||", [false; 3]),
        (r#"{"error":" "}"#, "||", [false; 3]),
        (r#"{"error":{ }}"#, "||", [false; 3]),
        (r#"{"error":[]}"#, "||", [false; 3]),
        (r#"{"error":0}"#, "||", [false; 3]),
        (r#"{"a":{"error":{"code":"X"}}}"#, "||", [false; 3]),
        // Of doubled members the last one counts.
        (r#"{"error":{"code":"A"},"error":null}"#, "||", [false; 3]),
        (r#"{"error":{"code":"A","code":"B"},"error":{"code":"B"}}"#, "B||", [true, true, true]),
        (r#"{"success":false,"success":true}"#, "||", [false; 3]),
    ];
    for (body, words, fails) in table {
        let Envelope { code, message, description, failed, .. } = Envelope::read(body.as_bytes());
        let found = [code, message, description].map(Option::unwrap_or_default).join("|");
        assert_eq!((found.as_str(), failed), (words, fails[0]), "{body}");
        // Doubled members are seen one by one, so the first one that accuses is enough for the reader.
        if body.contains("\"A\"") || body.contains("false,\"success\":true") && !body.contains("error") {
            continue;
        }
        let stray = |strays| {
            let read = |reader: &mut Reader<'_>| reader.object(&[], &mut []);
            decode::read_answer(body.as_bytes(), strays, read).is_err()
        };
        let free = decode::read_answer(body.as_bytes(), Strays::OfSuccess, |reader| {
            decode::Decode::decode(reader, &crate::schema::rules::PLAIN).map(|_: Json| ())
        });
        assert_eq!([stray(Strays::OfSuccess), stray(Strays::OfFailure), free.is_err()], fails, "{body}");
        assert!(!stray(Strays::Ignored), "{body}");
    }
}

#[test]
fn a_member_that_the_type_names_is_its_own() {
    use crate::schema::tables::FieldInfo;
    static FIELDS: [FieldInfo; 2] = [
        FieldInfo::new("error", false, &crate::schema::rules::PLAIN),
        FieldInfo::new("success", false, &crate::schema::rules::PLAIN),
    ];
    for body in [r#"{"error":{"code":"X"}}"#, r#"{"error":"X","success":false}"#] {
        let read = |reader: &mut Reader<'_>| {
            let (mut error, mut success) = (None::<Json>, None::<bool>);
            reader.object(&FIELDS, &mut [&mut error, &mut success])
        };
        assert_eq!(decode::read_answer(body.as_bytes(), Strays::OfSuccess, read), Ok(()), "{body}");
    }
}

#[test]
fn a_long_body_is_read_past_and_a_long_text_is_no_message() {
    let rows = r#"{"a":[1,2,{"b":"c"}]},"#.repeat(1000);
    let long = "x".repeat(KEPT);
    let body = format!(
        r#"{{"rows":[{rows}0],"message":"{long}","error":{{"code":"X","message":"m","details":[{rows}0]}}}}"#
    );
    let envelope = Envelope::read(body.as_bytes());
    assert_eq!((envelope.code.as_deref(), envelope.message.as_deref()), (Some("X"), Some("m")));
    let envelope = Envelope::read(format!(r#"{{"message":"{long}","title":"t"}}"#).as_bytes());
    assert_eq!(envelope.message.as_deref(), Some("t"));
}

#[test]
fn plain_text_is_a_message_where_nothing_else_is_there() {
    let read = |label: &'static str, body: &str| {
        let headers = [(CONTENT_TYPE, http::HeaderValue::from_static(label))].into_iter().collect();
        Envelope::read(body.as_bytes()).or_plain(&headers, body.as_bytes()).message
    };
    assert_eq!(read("text/plain; charset=utf-8", "upstream\nis down").as_deref(), Some("upstream is down"));
    assert_eq!(read("text/html", "<p>no"), None);
    assert_eq!(read("text/plain", " \n"), None);
    assert_eq!(read("text/plain", r#"{"message":"m"}"#).as_deref(), Some("m"));
}

#[test]
fn reads_the_description_and_the_wait() {
    let body = r#"{"error":{"code":"RATE_LIMIT_EXCEEDED","message":"m","description":"two\nlines","retry_after":3600}}"#;
    let envelope = Envelope::read(body.as_bytes());
    assert_eq!(envelope.description.as_deref(), Some("two\nlines"));
    assert_eq!(envelope.retry_after, Some(Wait::of_seconds(3600.0)));
    for (wait, expected) in [
        ("1.5", Some(Wait::of_seconds(1.5))),
        (r#""30""#, Some(Wait::of_seconds(30.0))),
        ("1e400", Some(Wait::For(std::time::Duration::MAX))),
        ("-1", Some(Wait::Unclear)),
        (r#""soon""#, Some(Wait::Unclear)),
        ("[]", Some(Wait::Unclear)),
        ("null", None),
    ] {
        let body = format!(r#"{{"error":{{"retry_after":{wait}}}}}"#);
        assert_eq!(Envelope::read(body.as_bytes()).retry_after, expected, "{wait}");
    }
}

#[test]
fn a_message_is_one_line_of_bounded_length() {
    let message = Envelope::read(br#"{"error":{"message":"one\r\n  two\u0007three"}}"#).message;
    assert_eq!(message.as_deref(), Some("one two three"));
    let long = format!(r#"{{"message":"{0}","description":"{0}"}}"#, "ř".repeat(1000));
    let envelope = Envelope::read(long.as_bytes());
    for text in [envelope.message, envelope.description] {
        assert_eq!(text.map(|text| text.chars().count()), Some(LONGEST + 3));
    }
}
