//! A response: the client's reader and `serde_json` agree, and every generated type reads what it wrote. The client's reader
//! takes half of a surrogate pair and a byte that is no UTF-8 for `U+FFFD`; a byte order mark may come first.
#![no_main]

use bizkit_client::__private::Verdict;
use libfuzzer_sys::fuzz_target;

mod types {
    bizkit_macros::api!("../fixtures/agreement", reflect);
}

fuzz_target!(|body: &[u8]| {
    let text = String::from_utf8_lossy(body);
    let marked = text.strip_prefix('\u{feff}').unwrap_or(&text);
    // What is only looked past may hold half of a pair there, too.
    let verdict = serde_json::from_str::<serde::de::IgnoredAny>(marked);
    let theirs = serde_json::from_str::<serde_json::Value>(marked);
    let ours = bizkit_client::from_json::<bizkit_client::Json>(&text);
    assert_eq!(ours.is_ok(), verdict.is_ok(), "the client's reader: {ours:?}, {verdict:?}");
    let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    if let (Ok(ours), Ok(theirs)) = (&ours, &theirs) {
        assert_eq!(&read(&bizkit_client::to_json(ours)), theirs);
    }
    let specs = bizkit_spec::json::Json::parse(&text);
    let strict = serde_json::from_str::<serde_json::Value>(&text);
    assert_eq!(specs.is_ok(), strict.is_ok(), "the specs' reader: {specs:?}, {strict:?}");
    if let (Ok(specs), Ok(strict)) = (specs, strict) {
        assert_eq!(read(&specs.to_string()), strict);
    }
    for (name, reflect) in types::__REFLECT {
        if let Verdict::Read { json, .. } = reflect(&text) {
            match reflect(&json) {
                Verdict::Read { json: again, .. } => assert_eq!(again, json, "{name}"),
                Verdict::Unreadable { message, .. } => panic!("{name} cannot read its own {json}: {message}"),
            }
        }
    }
});
