//! What the reader accepts and how it names what it refuses.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use super::*;
use crate::schema::rules::PLAIN;
use crate::schema::tables::FieldInfo;
use crate::{Decimal, Json, Nullable};
use std::collections::BTreeMap;

fn read<T: Decode>(json: &str) -> Result<T, String> {
    from_slice(json.as_bytes(), &PLAIN).map_err(|error| error.to_string())
}

fn skip(reader: &mut Reader<'_>) -> Result<(), DecodeError> {
    reader.skip()
}

fn error<T: Decode + std::fmt::Debug>(json: &str) -> String {
    read::<T>(json).unwrap_err()
}

#[test]
fn numbers_and_booleans_may_be_quoted() {
    assert_eq!(read::<i64>("-7"), Ok(-7));
    assert_eq!(read::<i64>("\"12\""), Ok(12));
    assert_eq!(read::<i64>("10.0"), Ok(10));
    assert_eq!(read::<i64>("-9223372036854775808"), Ok(i64::MIN));
    assert_eq!(read::<f64>("\"1.5e1\""), Ok(15.0));
    assert_eq!(read::<bool>("\"true\""), Ok(true));
    assert_eq!(read::<bool>("false"), Ok(false));
    assert_eq!(read::<Decimal>("\"150\"").unwrap().as_str(), "150");
}

#[test]
fn decimals_keep_every_digit() {
    for text in ["1250.50", "1234567890123456.78", "-0.00", "1e400"] {
        assert_eq!(read::<Decimal>(text).unwrap().as_str(), text);
    }
}

#[test]
fn what_is_quoted_must_still_be_the_value() {
    assert_eq!(error::<i64>("\"a\""), "expected an integer of 64 bits, found a string \"a\" at byte 0");
    assert_eq!(error::<i64>(" 1.5"), "expected an integer of 64 bits, found a number 1.5 at byte 1");
    assert_eq!(
        error::<i64>("9223372036854775808"),
        "expected an integer of 64 bits, found a number 9223372036854775808 at byte 0"
    );
    assert_eq!(
        error::<f64>("1e999"),
        "expected a number within the range of `f64`, found a number 1e999 at byte 0"
    );
    assert_eq!(error::<f64>("\"inf\""), "expected a number, found a string \"inf\" at byte 0");
    assert_eq!(error::<bool>("\"yes\""), "expected a boolean, found a string \"yes\" at byte 0");
    assert_eq!(error::<bool>("1"), "expected a boolean, found a number 1 at byte 0");
    assert_eq!(error::<String>("null"), "expected a string, found null at byte 0");
    assert_eq!(error::<Decimal>("[]"), "expected a number, found a list at byte 0");
    assert_eq!(error::<Vec<i64>>("{}"), "expected a list, found an object at byte 0");
}

#[test]
fn null_is_absent_or_null_by_the_type() {
    assert_eq!(read::<Option<i64>>("null"), Ok(None));
    assert_eq!(read::<Option<i64>>("1"), Ok(Some(1)));
    assert_eq!(read::<Nullable<i64>>("null"), Ok(Nullable::Null));
    assert_eq!(read::<Nullable<i64>>("1"), Ok(Nullable::Value(1)));
    assert_eq!(read::<Box<i64>>("1"), Ok(Box::new(1)));
}

#[test]
fn lists_and_maps_name_the_place_of_a_fault() {
    assert_eq!(read::<Vec<i64>>(" [ 1 , \"2\" ] "), Ok(vec![1, 2]));
    assert_eq!(
        error::<Vec<Vec<bool>>>("[[],[true,null]]"),
        "[1][1]: expected a boolean, found null at byte 10"
    );
    let map: BTreeMap<String, i64> = read(r#"{"a":1,"b":2,"a":3}"#).unwrap();
    assert_eq!(map.into_iter().collect::<Vec<_>>(), [("a".to_owned(), 3), ("b".to_owned(), 2)]);
    assert_eq!(
        error::<BTreeMap<String, Vec<i64>>>(r#"{"a":[0],"b\u0020c":[0,{}]}"#),
        "[\"b c\"][1]: expected an integer of 64 bits, found an object at byte 23"
    );
    assert!(read::<BTreeMap<String, i64>>("[ ]").unwrap().is_empty());
    assert_eq!(error::<BTreeMap<String, i64>>("[1]"), "expected an object, found a list at byte 0");
}

#[test]
fn members_are_told_apart_in_any_order_and_by_their_whole_names() {
    static FIELDS: [FieldInfo; 3] = [
        FieldInfo::new("a", true, &PLAIN),
        FieldInfo::new("ab", true, &PLAIN),
        FieldInfo::new("abc", true, &PLAIN),
    ];
    for json in [
        r#"{"a":1,"ab":2,"abc":3}"#,
        r#"{"abc":3,"ab":2,"a":1}"#,
        r#"{"ab":2,"abcd":9,"abc":3,"a":8,"":7,"\u0061":1}"#,
    ] {
        let (mut a, mut ab, mut abc) = (None::<i64>, None::<i64>, None::<i64>);
        Reader::new(json).object(&FIELDS, &mut [&mut a, &mut ab, &mut abc]).unwrap();
        assert_eq!((a, ab, abc), (Some(1), Some(2), Some(3)), "{json}");
    }
}

#[test]
fn delimited_lists_are_strings_or_lists() {
    static RULES: Rules = Rules { delimiter: Some(';'), ..Rules::NONE };
    let read =
        |json: &str| from_slice::<Vec<i64>>(json.as_bytes(), &RULES).map_err(|error| error.to_string());
    assert_eq!(read("\"1;2\""), Ok(vec![1, 2]));
    assert_eq!(read("\"\""), Ok(vec![]));
    assert_eq!(read("[1,2]"), Ok(vec![1, 2]));
    assert!(read("\"1;x\"").unwrap_err().starts_with("[1]: expected an integer"));
}

#[test]
fn strings_are_read_with_all_escapes() {
    assert_eq!(
        read::<String>(r#""a\"\\\/\b\f\n\r\t\u00e1\ud83e\udd80ř""#).unwrap(),
        "a\"\\/\u{8}\u{c}\n\r\tá🦀ř"
    );
    for json in [r#""\u12""#, r#""\x""#, "\"\\", r#""\ud83e\u12""#, r#""\ud83e\x""#] {
        assert!(read::<String>(json).is_err(), "{json}");
        assert!(Reader::new(json).skip().is_err(), "{json}");
    }
}

#[test]
fn half_a_surrogate_pair_is_a_replacement_character() {
    let table = [
        (r#""a\ud83d""#, "a\u{fffd}"),
        (r#""\udd80a""#, "\u{fffd}a"),
        (r#""\ud83ex""#, "\u{fffd}x"),
        (r#""\ud83e\u0041""#, "\u{fffd}A"),
        (r#""\ud83e\ud83e\udd80""#, "\u{fffd}🦀"),
        (r#""\ud83e\n""#, "\u{fffd}\n"),
        (r#""\udd80\ud83e""#, "\u{fffd}\u{fffd}"),
    ];
    for (json, expected) in table {
        assert_eq!(read::<String>(json).unwrap(), expected, "{json}");
        assert_eq!(read_slice(json.as_bytes(), skip), Ok(()), "{json}");
    }
    let map: BTreeMap<String, i64> = read(r#"{"\ud83e":1}"#).unwrap();
    assert_eq!(map.into_keys().collect::<Vec<_>>(), ["\u{fffd}"]);
}

#[test]
fn a_byte_that_is_no_utf_8_spoils_its_own_text_alone() {
    static FIELDS: [FieldInfo; 1] = [FieldInfo::new("a", true, &PLAIN)];
    let members = |reader: &mut Reader<'_>| {
        let mut a = None::<String>;
        reader.object(&FIELDS, &mut [&mut a]).map(|()| a.unwrap())
    };
    for (body, expected) in [
        (&b"{\"a\":\"good\",\"skipped\":\"\xff\"}"[..], "good"),
        (b"{\"\xff\":[\"\xc3\"],\"a\":\"good\"}", "good"),
        (b"{\"a\":\"caf\xe9 au lait\"}", "caf\u{fffd} au lait"),
    ] {
        assert_eq!(read_slice(body, members).unwrap(), expected);
    }
    assert!(read_slice(b"{\"a\":\"good\"\xff}", members).is_err(), "outside of a text it is no JSON");
}

#[test]
fn a_byte_order_mark_may_come_first_and_nowhere_else() {
    assert_eq!(from_slice::<i64>("\u{feff} 42".as_bytes(), &PLAIN), Ok(42));
    assert_eq!(
        from_slice::<i64>("\u{feff}x".as_bytes(), &PLAIN).unwrap_err().offset(),
        3,
        "places count from the first byte"
    );
    for body in ["\u{feff}\u{feff}42", " \u{feff}42", "42\u{feff}"] {
        assert!(from_slice::<i64>(body.as_bytes(), &PLAIN).is_err(), "{body:?}");
    }
}

#[test]
fn strings_of_every_length_end_where_they_end() {
    for length in 0..40 {
        for special in ["\"", "\\n", "\u{1}", "ř"] {
            let text = "x".repeat(length);
            let json = format!("\"{text}{special}yyyyyyyyyyyy\"");
            let mut reader = Reader::new(&json);
            let read = reader.string();
            match special {
                "\"" => assert_eq!(read.unwrap(), text),
                "\\n" => assert_eq!(read.unwrap(), format!("{text}\nyyyyyyyyyyyy")),
                "ř" => assert_eq!(read.unwrap(), format!("{text}řyyyyyyyyyyyy")),
                _ => assert_eq!(read.unwrap_err().offset(), length + 1),
            }
        }
    }
}

#[test]
fn malformed_json_shows_its_shape_and_nothing_of_its_contents() {
    assert_eq!(
        error::<Json>(r#"{"token" "s3cret"}"#),
        "expected `:`, found text like `\"x0xxxx\"}` at byte 9"
    );
    assert_eq!(error::<Json>("[1"), "expected `,` or `]`, found the end of the text at byte 2");
    assert_eq!(error::<Json>("{\"a\":1} x"), "expected the end of the text, found text like `x` at byte 8");
    assert_eq!(error::<Json>("[1,]"), "[1]: expected a value, found text like `]` at byte 3");
    assert_eq!(error::<Json>(""), "expected a value, found the end of the text at byte 0");
}

#[test]
fn sensitive_values_are_kept_out_of_faults() {
    static SENSITIVE: Rules = Rules { sensitive: true, ..Rules::NONE };
    static LIST: Rules = Rules { items: Some(&SENSITIVE), ..Rules::NONE };
    let error = from_slice::<Vec<i64>>(b"[\"s3cret\"]", &LIST).unwrap_err();
    assert_eq!(error.to_string(), "[0]: expected an integer of 64 bits, found a string at byte 1");
    assert!(!format!("{error:?}").contains("s3cret"));
    let error = from_slice::<BTreeMap<String, i64>>(b"{\"a\":\"s3cret\"}", &LIST).unwrap_err();
    assert_eq!(error.to_string(), "a: expected an integer of 64 bits, found a string at byte 5");
    let error = from_slice::<i64>(b"\"s3cret\"", &SENSITIVE).unwrap_err();
    assert_eq!(
        (error.path(), error.expected(), error.found()),
        (String::new(), "an integer of 64 bits", "a string")
    );
}

#[test]
fn long_values_are_cut_in_faults() {
    let error = error::<i64>(&format!("\"{}\"", "ř".repeat(1000)));
    assert!(error.chars().count() < 140, "{error}");
}

#[test]
fn nesting_is_bounded() {
    let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    assert!(read::<Json>(&nested(127)).is_ok());
    assert!(read::<Json>(&nested(128)).unwrap_err().contains("at most 127 levels"));
    assert!(Reader::new(&nested(100_000)).skip().is_err());
}

#[test]
fn brackets_one_after_another_are_as_many_as_there_are() {
    static FIELDS: [FieldInfo; 1] = [FieldInfo::new("a", true, &PLAIN)];
    let siblings = |one: &str| format!("[{}]", vec![one; 300].join(","));
    assert_eq!(read::<Vec<Vec<i64>>>(&siblings("[1]")).unwrap().len(), 300);
    assert_eq!(read::<Vec<BTreeMap<String, Vec<i64>>>>(&siblings(r#"{"a":[1]}"#)).unwrap().len(), 300);
    assert_eq!(read::<Vec<BTreeMap<String, i64>>>(&siblings("[]")).unwrap().len(), 300);
    for one in ["[1]", r#"{"a":[{}]}"#, "[[],{}]"] {
        assert!(read::<Json>(&siblings(one)).is_ok(), "{one}");
        assert_eq!(read_slice(siblings(one).as_bytes(), skip), Ok(()), "{one}");
    }
    let mut records = 0;
    let rows = siblings(r#"{"a":1,"skipped":{"b":[{}]}}"#);
    let mut reader = Reader::new(&rows);
    let list = reader.list(&PLAIN, &mut |reader, _| {
        records += 1;
        reader.object(&FIELDS, &mut [&mut None::<i64>])
    });
    assert_eq!((list, records, reader.depth), (Ok(()), 300, 0));
    // What was refused within its brackets and what was only looked at leave nothing open either.
    let mut reader = Reader::new(&rows);
    for _ in 0..300 {
        reader.clone().kind().unwrap();
        reader.has(&["a"]).unwrap();
    }
    assert_eq!(reader.depth, 0);
}

#[test]
fn a_name_begins_and_ends_with_a_quote() {
    static FIELDS: [FieldInfo; 2] = [FieldInfo::new("id", true, &PLAIN), FieldInfo::new("b", false, &PLAIN)];
    let members = |json: &str| {
        let (mut id, mut b) = (None::<i64>, None::<i64>);
        Reader::new(json).object(&FIELDS, &mut [&mut id, &mut b]).map(|()| (id, b))
    };
    assert_eq!(members(r#"{"id":1,"b":2}"#), Ok((Some(1), Some(2))));
    for json in [
        r#"{xid":1}"#,
        r#"{id":1}"#,
        r"{'id':1}",
        r"{id:1}",
        r#"{"id:1}"#,
        r#"{"id1}"#,
        r#"{"id" 1}"#,
        r#"{"id":1 "b":2}"#,
        r#"{"id":1,xb":2}"#,
        r#"{"id":1,}"#,
        r#"{,"id":1}"#,
    ] {
        assert!(members(json).is_err(), "{json}");
    }
}

#[test]
fn the_kind_of_the_next_value_is_told_without_reading_it() {
    let kinds = ["\"a\"", "-1", "true", "[", "{", "null"].map(|json| Reader::new(json).kind().unwrap());
    assert_eq!(
        kinds.map(|kind| format!("{kind:?}")),
        ["String", "Number", "Boolean", "Array", "Object", "Null"]
    );
    assert!(Reader::new("x").kind().is_err());
}

/// A union with a branch that is the union again, as no spec may write it.
#[derive(Debug)]
enum Round {
    #[expect(dead_code, reason = "no value ends here")]
    Again(Box<Round>),
    Leaf,
}

impl Decode for Round {
    fn decode(reader: &mut Reader<'_>, _: &'static Rules) -> Result<Self, DecodeError> {
        match reader.tag("kind")?.as_deref() {
            Some("again") => reader.branch(Self::Again, &PLAIN),
            _ => reader.unit(Self::Leaf),
        }
    }
}

#[test]
fn branches_in_branches_are_counted_without_a_bracket_between_them() {
    assert!(matches!(read::<Round>(r#"{"kind":"leaf"}"#), Ok(Round::Leaf)));
    assert_eq!(
        error::<Round>(r#"{"kind":"again"}"#),
        "expected at most 127 branches of unions in each other, found another one at byte 0"
    );
}

#[test]
fn members_that_tell_branches_apart_are_seen_wherever_they_stand() {
    let has = |json: &str| Reader::new(json).has(&["a", "b"]);
    assert_eq!(has(r#"{"x":[{"a":1}],"b":{},"a":1}"#).unwrap(), Some(0));
    assert_eq!(has(r#"{"x":1,"b":2}"#).unwrap(), Some(1));
    assert_eq!(has(r#"{"a":null,"\u0062":2}"#).unwrap(), Some(1));
    assert_eq!(has(r#"{"x":1}"#).unwrap(), None);
    assert_eq!(has("[1]").unwrap(), None);
    assert!(has(r#"{"x":}"#).is_err());
}

#[test]
fn keys_of_a_sensitive_map_are_kept_out_of_faults() {
    static ITEMS: Rules = Rules::NONE;
    static SENSITIVE: Rules = Rules { sensitive: true, items: Some(&ITEMS), ..Rules::NONE };
    let read =
        |rules| from_slice::<BTreeMap<String, BTreeMap<String, i64>>>(br#"{"hunter2":{"token":"x"}}"#, rules);
    assert_eq!(read(&PLAIN).unwrap_err().path(), "hunter2.token");
    let error = read(&SENSITIVE).unwrap_err();
    assert_eq!(
        error.to_string(),
        "[\"***\"][\"***\"]: expected an integer of 64 bits, found a string at byte 20"
    );
}
