//! Decimals keep their text and compare by value.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use super::*;
use std::hash::DefaultHasher;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn hash(value: &Decimal) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[test]
fn keeps_the_text_as_it_was_written() {
    for text in ["0", "-0", "1250.50", "1e3", "-0.00", "123456789012345678901234567890.12"] {
        assert_eq!(decimal(text).to_string(), text);
    }
}

#[test]
fn refuses_what_json_does_not_call_a_number() {
    for text in [
        "", "-", "+1", "01", ".5", "5.", "1e", "1e+", "1,5", " 1", "1 ", "NaN", "inf", "0x1", "1_000", "--1",
        "1.2.3",
    ] {
        let error = text.parse::<Decimal>().unwrap_err();
        assert_eq!(error.violations()[0].rule, "type", "{text}");
    }
    assert!(Decimal::try_from(f64::NAN).is_err());
}

#[test]
fn equal_values_are_equal_and_hash_alike() {
    for group in [
        &["0", "-0", "0.00", "0e5", "-0.0e-9"][..],
        &["1250.5", "1250.50", "12505e-1", "1.2505e3", "125050e-2"],
        &["100", "1e2", "100.0", "0.1e3", "10000e-2"],
        &["-0.01", "-1e-2", "-0.0100"],
    ] {
        for left in group {
            for right in group {
                assert_eq!(decimal(left), decimal(right));
                assert_eq!(hash(&decimal(left)), hash(&decimal(right)), "{left} {right}");
            }
        }
    }
}

#[test]
fn orders_by_value() {
    let ordered = [
        "-1e9", "-12", "-2", "-1.5", "-0.01", "0", "1e-99", "0.009", "0.01", "0.1", "1", "1.01", "1.1", "2",
        "9", "10", "12", "99", "100.5", "1e400",
    ];
    for (i, left) in ordered.iter().enumerate() {
        for (j, right) in ordered.iter().enumerate() {
            assert_eq!(decimal(left).cmp(&decimal(right)), i.cmp(&j), "{left} {right}");
        }
    }
}

#[test]
fn wrong_text_of_a_request_is_no_number_and_comes_last() {
    let wrong = Decimal::unchecked("1,5");
    assert!(wrong.as_f64().is_nan());
    assert_eq!(wrong.minor_units(2), None);
    assert!(wrong > decimal("1e400"));
    assert_eq!(wrong, Decimal::unchecked("1,5"));
    assert_ne!(wrong, Decimal::unchecked("1,6"));
}

#[test]
fn minor_units_are_exact_or_nothing() {
    assert_eq!(decimal("1250.50").minor_units(2), Some(125_050));
    assert_eq!(decimal("-0.5").minor_units(2), Some(-50));
    assert_eq!(decimal("12").minor_units(0), Some(12));
    assert_eq!(decimal("1e3").minor_units(2), Some(100_000));
    assert_eq!(decimal("0e99").minor_units(2), Some(0));
    assert_eq!(decimal("0.005").minor_units(2), None);
    assert_eq!(decimal("92233720368547758.07").minor_units(2), Some(i64::MAX));
    assert_eq!(decimal("92233720368547758.08").minor_units(2), None);
    assert_eq!(decimal("-92233720368547758.08").minor_units(2), Some(i64::MIN));
    assert_eq!(decimal("1e999999999999999999").minor_units(2), None);
}

#[test]
fn minor_units_round_trip() {
    for units in [0, 1, -1, 5, 99, 100, -12_345, i64::MAX, i64::MIN] {
        for scale in [0, 1, 2, 5] {
            let value = Decimal::from_minor_units(units, scale);
            assert_eq!(value.minor_units(scale), Some(units), "{value}");
        }
    }
    assert_eq!(Decimal::from_minor_units(125_050, 2).as_str(), "1250.50");
    assert_eq!(Decimal::from_minor_units(-5, 2).as_str(), "-0.05");
}

#[test]
fn floats_go_both_ways() {
    assert_eq!(Decimal::try_from(0.1).unwrap().as_str(), "0.1");
    assert!((decimal("1250.50").as_f64() - 1250.5).abs() < f64::EPSILON);
}

#[cfg(feature = "rust_decimal")]
#[test]
fn converts_to_rust_decimal_and_back() {
    let value = rust_decimal::Decimal::try_from(&decimal("1250.50")).unwrap();
    assert_eq!(Decimal::from(value).as_str(), "1250.50");
    assert_eq!(rust_decimal::Decimal::try_from(&decimal("1.5e2")).unwrap(), rust_decimal::Decimal::from(150));
    assert!(rust_decimal::Decimal::try_from(&decimal("1e99")).is_err());
}

#[test]
fn what_is_a_number_is_told_without_taking_it_apart() {
    for text in [
        "",
        "-",
        "0",
        "7",
        "-0",
        "00",
        "01",
        "0.0",
        "00.1",
        "10",
        "1.",
        ".1",
        "1.5",
        "1..5",
        "1.5.2",
        "-1.5",
        "1e5",
        "1.5E-3",
        "1e",
        "1 ",
        " 1",
        "+1",
        "1x",
        "1.x",
        "ř",
        "1.ř",
        "NaN",
        "110.50",
        "123456789012345678901234567890",
    ] {
        assert_eq!(Digits::is_number(text), Digits::parse(text).is_some(), "{text:?}");
    }
}
