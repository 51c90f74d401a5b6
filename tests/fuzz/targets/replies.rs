//! A reply: both readers of JSON agree with `serde_json`, and every generated type reads what it wrote.
#![no_main]

use bizkit_client::__private::Verdict;
use libfuzzer_sys::fuzz_target;

mod types {
    bizkit_macros::api!("../fixtures/agreement", reflect);
}

fuzz_target!(|text: &str| {
    let theirs = serde_json::from_str::<serde_json::Value>(text);
    let ours = bizkit_client::from_json::<bizkit_client::Json>(text);
    let specs = bizkit_spec::json::Json::parse(text);
    assert_eq!(ours.is_ok(), theirs.is_ok(), "the client's reader: {ours:?}, {theirs:?}");
    assert_eq!(specs.is_ok(), theirs.is_ok(), "the specs' reader: {specs:?}, {theirs:?}");
    if let (Ok(ours), Ok(specs), Ok(theirs)) = (ours, specs, theirs) {
        let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
        assert_eq!(read(&bizkit_client::to_json(&ours)), theirs);
        assert_eq!(read(&specs.to_string()), theirs);
    }
    for (name, reflect) in types::__REFLECT {
        if let Verdict::Read { json, .. } = reflect(text) {
            match reflect(&json) {
                Verdict::Read { json: again, .. } => assert_eq!(again, json, "{name}"),
                Verdict::Unreadable { message, .. } => panic!("{name} cannot read its own {json}: {message}"),
            }
        }
    }
});
