//! Free JSON keeps what it was made of.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use super::*;

fn json(text: &str) -> Json {
    text.parse().unwrap()
}

#[test]
fn reads_and_writes_every_kind() {
    let text = r#"{"a":null,"b":[true,-0.50,"x\n"],"c":{"d":{}}}"#;
    assert_eq!(json(text).to_string(), text);
    assert_eq!(format!("{:?}", json(text)), text);
}

#[test]
fn gives_what_is_there_and_null_for_what_is_not() {
    let value = json(r#"{"n":12,"f":1.5,"s":"x","b":true,"l":[1]}"#);
    assert_eq!(value["n"].as_i64(), Some(12));
    assert_eq!(value["f"].as_i64(), None);
    assert_eq!(value["f"].as_f64(), Some(1.5));
    assert_eq!(value["s"].as_str(), Some("x"));
    assert_eq!(value["b"].as_bool(), Some(true));
    assert_eq!(value["l"][0].as_number(), Some(&Decimal::from(1)));
    assert!(value["x"]["y"][3].is_null());
    assert_eq!(value.as_object().unwrap().len(), 5);
}

#[test]
fn is_made_of_plain_values() {
    let list =
        Json::from(vec![Json::from(1), Json::from("a"), Json::from(None::<bool>), Json::from(f64::NAN)]);
    assert_eq!(list.to_string(), r#"[1,"a",null,null]"#);
    assert_eq!(Json::from([("a", 1), ("b", 2)]).to_string(), r#"{"a":1,"b":2}"#);
    assert_eq!(Json::from(0.5).to_string(), "0.5");
}

#[test]
fn equal_values_are_equal_however_they_are_written() {
    assert_eq!(json(r#"{"a":1.0,"b":2}"#), json(r#"{"b":2e0,"a":1}"#));
    assert_ne!(json("1"), json("\"1\""));
}

#[test]
fn goes_through_serde_without_a_loss() {
    let value = json(r#"{"a":[null,true,-7,0.25,"x"],"b":{}}"#);
    assert_eq!(serde_json::to_string(&value).unwrap(), value.to_string());
    assert_eq!(serde_json::from_str::<Json>(&value.to_string()).unwrap(), value);
}

#[test]
fn decimals_are_numbers_to_serde_where_a_number_is_exact() {
    let through = |text: &str| serde_json::to_string(&text.parse::<Decimal>().unwrap()).unwrap();
    assert_eq!(through("12"), "12");
    assert_eq!(through("12.50"), "12.5");
    assert_eq!(through("1234567890123456.78"), r#""1234567890123456.78""#);
    for text in ["12", "-12.5", "\"1234567890123456.78\"", "18446744073709551615"] {
        assert!(serde_json::from_str::<Decimal>(text).is_ok(), "{text}");
    }
    assert!(serde_json::from_str::<Decimal>("\"x\"").is_err());
    assert!(serde_json::from_str::<Decimal>("true").is_err());
}

#[cfg(feature = "serde_json")]
#[test]
fn converts_to_serde_json_and_back() {
    let value = json(r#"{"a":[null,true,-7,0.25,"x"],"b":{}}"#);
    let theirs = serde_json::Value::from(value.clone());
    assert_eq!(theirs, serde_json::from_str::<serde_json::Value>(&value.to_string()).unwrap());
    assert_eq!(Json::from(theirs), value);
}

#[test]
fn whole_numbers_stay_numbers_through_serde_digit_by_digit() {
    for digits in [
        "9223372036854775808",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775809",
        "170141183460469231731687303715884105728",
        "340282366920938463463374607431768211455",
    ] {
        let json: Json = digits.parse().unwrap();
        assert_eq!(serde_json::to_string(&json).unwrap(), digits);
    }
    let huge: Json = "340282366920938463463374607431768211456".parse().unwrap();
    assert_eq!(serde_json::to_string(&huge).unwrap(), "\"340282366920938463463374607431768211456\"");
    assert_eq!(
        serde_json::from_str::<Json>("18446744073709551615").unwrap().to_string(),
        "18446744073709551615"
    );
}
