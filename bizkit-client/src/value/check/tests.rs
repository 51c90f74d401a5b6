//! Each rule at both sides of its limit, and the words of its violation.

mod requests;

use super::*;
use crate::base::excerpt::quoted;
use crate::schema::pattern::{ByteSet, Line, Part, Program};
use crate::schema::rules::{Bound, Pattern, Rules};
use crate::schema::tables::{ConstraintInfo, ConstraintRule, FieldInfo, RecordInfo};
use crate::value::Value;
use crate::value::record::Record;
use crate::{Decimal, Json, Nullable};
use std::collections::BTreeMap;

fn check(value: &dyn Value, rules: &'static Rules, expected: &[&str]) {
    let lines: Vec<String> = Checker::check(value, rules).iter().map(ToString::to_string).collect();
    assert_eq!(lines, expected);
}

#[test]
fn lengths_count_code_points() {
    static RULES: Rules = Rules { min_length: 2, max_length: 3, ..Rules::NONE };
    static EXACT: Rules = Rules { min_length: 2, max_length: 2, ..Rules::NONE };
    check(&"řž".to_owned(), &RULES, &[]);
    check(&"řžý".to_owned(), &RULES, &[]);
    check(&"ř".to_owned(), &RULES, &["expected at least 2 characters, found 1: \"ř\" (minLength)"]);
    check(&"ab".to_owned(), &EXACT, &[]);
    check(&"a".to_owned(), &EXACT, &["expected exactly 2 characters, found 1: \"a\" (minLength)"]);
    check(&"abcd".to_owned(), &RULES, &["expected at most 3 characters, found 4: \"abcd\" (maxLength)"]);
}

#[test]
fn patterns_and_formats_are_checked_on_the_normal_text() {
    static ASCII: ByteSet = ByteSet::new(&[(0, 127)]);
    static BEGINS_WITH_A: Pattern = Pattern {
        source: "^a",
        program: Program::Line(Line {
            min: 1,
            max: usize::MAX,
            parts: &[Part::Literals(&[b"a"]), Part::Rest(&ASCII)],
        }),
    };
    static RULES: Rules = Rules {
        pattern: Some(&BEGINS_WITH_A),
        normalize: &[crate::schema::rules::Normalize::Trim, crate::schema::rules::Normalize::Lowercase],
        format: Some(crate::schema::format::Format::Locale),
        ..Rules::NONE
    };
    check(&" AB ".to_owned(), &RULES, &[]);
    check(
        &"BCD".to_owned(),
        &RULES,
        &[
            "expected a locale of two lower-case letters such as `cs`, found \"bcd\" (format)",
            "expected text that matches `^a`, found \"bcd\" (pattern)",
        ],
    );
}

#[test]
fn ranges_are_exact_for_every_kind_of_number() {
    static CLOSED: Rules = Rules {
        minimum: Some(Bound { value: "1", exclusive: false }),
        maximum: Some(Bound { value: "10", exclusive: false }),
        ..Rules::NONE
    };
    static OPEN: Rules = Rules {
        minimum: Some(Bound { value: "0.1", exclusive: true }),
        maximum: Some(Bound { value: "1e1", exclusive: true }),
        ..Rules::NONE
    };
    check(&1_i64, &CLOSED, &[]);
    check(&10_i64, &CLOSED, &[]);
    check(&0_i64, &CLOSED, &["expected 1 or more, found 0 (minimum)"]);
    check(&11_i64, &CLOSED, &["expected 10 or less, found 11 (maximum)"]);
    check(&10_i64, &OPEN, &["expected less than 1e1, found 10 (exclusiveMaximum)"]);
    check(&0.1_f64, &OPEN, &["expected more than 0.1, found 0.1 (exclusiveMinimum)"]);
    check(&0.100_000_000_000_000_02_f64, &OPEN, &[]);
    check(&f64::INFINITY, &CLOSED, &["expected a finite number, found inf (type)"]);
    check(&Decimal::from_static("0.1000000000000000000001"), &OPEN, &[]);
    check(&Decimal::from_static("0.10"), &OPEN, &["expected more than 0.1, found 0.10 (exclusiveMinimum)"]);
    check(
        &Decimal::unchecked("1,5"),
        &CLOSED,
        &["expected a decimal number, found \"1,5\"; write it like `1250.50` (type)"],
    );
}

#[test]
fn steps_and_lists_of_numbers_are_checked() {
    static STEPS: Rules = Rules { multiple_of: 5, allowed: &[5, 10, 12], max_scale: Some(2), ..Rules::NONE };
    check(&10_i64, &STEPS, &[]);
    check(&12_i64, &STEPS, &["expected a multiple of 5, found 12 (multipleOf)"]);
    check(&15_i64, &STEPS, &["expected one of `5`, `10`, `12`, found 15 (enum)"]);
    check(&Decimal::from_static("1.500"), &STEPS, &[]);
    check(&0.12_f64, &STEPS, &[]);
    check(&Decimal::from_static("0.12"), &STEPS, &[]);
    check(&0.125_f64, &STEPS, &["expected at most 2 digits behind the point, found 0.125 (multipleOf)"]);
}

#[test]
fn lists_and_maps_are_counted_and_their_values_named() {
    static ITEM: Rules = Rules { max_length: 1, ..Rules::NONE };
    static MAP: Rules = Rules { items: Some(&RULES), ..RULES };
    static RULES: Rules = Rules {
        min_items: 1,
        max_items: 2,
        unique: true,
        min_properties: 1,
        max_properties: 1,
        items: Some(&ITEM),
        ..Rules::NONE
    };
    let list = |items: &[&str]| items.iter().map(ToString::to_string).collect::<Vec<_>>();
    check(&list(&["a", "b"]), &RULES, &[]);
    check(&list(&[]), &RULES, &["expected at least 1 element, found 0 (minItems)"]);
    check(
        &list(&["aa", "b", "b"]),
        &RULES,
        &[
            "expected at most 2 elements, found 3 (maxItems)",
            "expected no two equal elements, found equal elements at 1 and 2 (uniqueItems)",
            "[0]: expected at most 1 character, found 2: \"aa\" (maxLength)",
        ],
    );
    let map =
        |keys: &[&str]| keys.iter().map(|key| ((*key).to_owned(), list(&[key]))).collect::<BTreeMap<_, _>>();
    check(&map(&["a"]), &MAP, &[]);
    check(&map(&[]), &MAP, &["expected at least 1 entry, found 0 (minProperties)"]);
    check(
        &map(&["a", "bb"]),
        &MAP,
        &[
            "expected at most 1 entry, found 2 (maxProperties)",
            "bb[0]: expected at most 1 character, found 2: \"bb\" (maxLength)",
        ],
    );
}

#[test]
fn elements_are_equal_when_what_is_sent_is() {
    static WORD: Rules = Rules { normalize: &[crate::schema::rules::Normalize::Lowercase], ..Rules::NONE };
    static RULES: Rules = Rules { unique: true, items: Some(&WORD), ..Rules::NONE };
    let broken = |value: &dyn Value| Checker::check(value, &RULES).len();
    assert_eq!(broken(&vec!["a".to_owned(), "A".to_owned()]), 1);
    assert_eq!(
        broken(&vec![Decimal::from_static("1.0"), Decimal::from_static("2"), Decimal::from_static("1")]),
        1
    );
    assert_eq!(broken(&vec![Json::from(1), Json::from("1"), Json::from(true)]), 0);
}

#[test]
fn missing_values_break_no_rule_of_values() {
    static RULES: Rules = Rules { min_length: 1, ..Rules::NONE };
    check(&None::<String>, &RULES, &[]);
    check(&Nullable::<String>::Null, &RULES, &[]);
    check(
        &Nullable::Value(String::new()),
        &RULES,
        &["expected at least 1 character, found 0: \"\" (minLength)"],
    );
    check(
        &Some(Box::new(String::new())),
        &RULES,
        &["expected at least 1 character, found 0: \"\" (minLength)"],
    );
}

#[test]
fn free_json_must_be_writable() {
    let value = Json::from([("a", Json::from(vec![Json::Number(Decimal::unchecked("x"))]))]);
    let found = Checker::check(&value, &crate::schema::rules::PLAIN);
    assert_eq!((found[0].path.as_str(), found[0].rule), ("a[0]", "type"));
}

#[test]
fn what_was_found_in_sensitive_values_is_left_out() {
    static NUMBER: Rules =
        Rules { maximum: Some(Bound { value: "1", exclusive: false }), sensitive: true, ..Rules::NONE };
    static LIST: Rules = Rules { items: Some(&NUMBER), ..Rules::NONE };
    check(&7_i64, &NUMBER, &["expected 1 or less (maximum)"]);
    check(&vec![7_i64], &LIST, &["[0]: expected 1 or less (maximum)"]);
    check(&BTreeMap::from([("a".to_owned(), 7.5)]), &LIST, &["a: expected 1 or less (maximum)"]);
}

#[test]
fn long_texts_are_cut() {
    assert_eq!(quoted(&"ř".repeat(41)), format!("\"{}\"...", "ř".repeat(40)));
    assert_eq!(quoted("a\n"), "\"a\\n\"");
}

#[test]
fn near_names_are_offered_and_far_ones_are_not() {
    let help = |text: &str| {
        let mut at = Checker::default();
        at.unknown_variant(text, &["commerce", "registration"]);
        at.violations.remove(0).help
    };
    assert_eq!(help("Comerce").as_deref(), Some("did you mean `commerce`?"));
    assert_eq!(help("regstraton").as_deref(), Some("did you mean `registration`?"));
    assert_eq!(help("x"), None);
    assert_eq!(help(""), None);
    // A quarter of the letters and one may differ, and the nearest of several is offered.
    for (text, values, expected) in [
        ("abcd", &["abxx"][..], Some("abxx")),
        ("abcd", &["axxx"], None),
        ("abcdefgh", &["abcdexxx"], Some("abcdexxx")),
        ("abcdefgh", &["abcdxxxx"], None),
        ("abc", &["abx"], Some("abx")),
        ("abc", &["axx"], None),
        ("abcd", &["abxx", "abcx"], Some("abcx")),
    ] {
        let mut at = Checker::default();
        at.unknown_variant(text, values);
        let help = at.violations.remove(0).help;
        assert_eq!(help, expected.map(|value| format!("did you mean `{value}`?")), "{text} of {values:?}");
    }
}

#[test]
fn the_first_twelve_values_of_an_enum_are_listed() {
    const VALUES: [&str; 14] = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n"];
    let message = |count: usize| {
        let mut at = Checker::default();
        at.unknown_variant("zzz", &VALUES[..count]);
        at.violations.remove(0).message
    };
    let twelve = "expected one of `a`, `b`, `c`, `d`, `e`, `f`, `g`, `h`, `i`, `j`, `k`, `l`";
    assert_eq!(message(1), "expected one of `a`");
    assert_eq!(message(12), twelve);
    assert_eq!(message(13), format!("{twelve}, ..."));
    assert_eq!(message(14), format!("{twelve}, ..."));
}

#[test]
fn distances_count_what_is_inserted_removed_and_replaced() {
    for (left, right, expected) in [
        ("", "", 0),
        ("", "abc", 3),
        ("abc", "", 3),
        ("abc", "abc", 0),
        ("ABC", "abc", 0),
        ("abc", "xabc", 1),
        ("abc", "abcx", 1),
        ("xabc", "abc", 1),
        ("abcx", "abc", 1),
        ("abc", "axc", 1),
        ("abc", "cba", 2),
        ("kitten", "sitting", 3),
        ("flaw", "lawn", 2),
        ("řeka", "reka", 1),
    ] {
        assert_eq!(text::distance(left, right), expected, "{left} {right}");
    }
}

/// Two members under one rule over both.
#[derive(Debug, Clone, Copy)]
struct Pair<const RULE: usize>(Option<i64>, Option<i64>);

impl<const RULE: usize> Record for Pair<RULE> {
    const INFO: &'static RecordInfo = &RecordInfo {
        name: "Pair",
        fields: &[FieldInfo::new("one", false, &Rules::NONE), FieldInfo::new("two", false, &Rules::NONE)],
        constraints: &[ConstraintInfo {
            rule: [
                ConstraintRule::ExactlyOneOf,
                ConstraintRule::AtLeastOneOf,
                ConstraintRule::AllOrNoneOf,
                ConstraintRule::DependentRequired,
            ][RULE],
            members: &[0, 1],
        }],
    };
    fn member(&self, index: usize) -> Option<&dyn Value> {
        [&self.0 as &dyn Value, &self.1].get(index).copied()
    }
}

#[test]
fn rules_over_several_members_say_which_of_them_are_there() {
    fn lines<const RULE: usize>(one: bool, two: bool) -> Vec<String> {
        let mut at = Checker::default();
        at.members(&Pair::<RULE>(one.then_some(1), two.then_some(2)));
        at.violations.iter().map(ToString::to_string).collect()
    }
    let none: [&str; 0] = [];
    assert_eq!(lines::<0>(false, false), ["expected exactly one of `one`, `two`, found none (exactlyOneOf)"]);
    assert_eq!(
        lines::<0>(true, true),
        ["expected exactly one of `one`, `two`, found `one`, `two` (exactlyOneOf)"]
    );
    assert_eq!((lines::<0>(true, false), lines::<0>(false, true)), (vec![], vec![]));
    assert_eq!(
        lines::<1>(false, false),
        ["expected at least one of `one`, `two`, found none (atLeastOneOf)"]
    );
    assert_eq!((lines::<1>(true, false), lines::<1>(true, true)), (vec![], vec![]));
    assert_eq!(lines::<2>(true, false), ["expected all or none of `one`, `two`, found `one` (allOrNoneOf)"]);
    assert_eq!(lines::<2>(false, true), ["expected all or none of `one`, `two`, found `two` (allOrNoneOf)"]);
    assert_eq!((lines::<2>(false, false), lines::<2>(true, true)), (vec![], vec![]));
    assert_eq!(
        lines::<3>(true, false),
        ["expected `two` together with `one`, found `one` (dependentRequired)"]
    );
    assert_eq!((lines::<3>(false, true), lines::<3>(true, true)), (vec![], vec![]));
    assert_eq!(lines::<3>(false, false), none);
}

#[test]
fn elements_of_a_joined_list_stay_apart() {
    static SECRET: Rules = Rules { sensitive: true, ..Rules::NONE };
    static RULES: Rules = Rules { delimiter: Some(';'), ..Rules::NONE };
    static HIDDEN: Rules = Rules { delimiter: Some(';'), items: Some(&SECRET), ..Rules::NONE };
    let list = |items: &[&str]| items.iter().copied().map(str::to_owned).collect::<Vec<_>>();
    check(&list(&["a", "", "b,c"]), &RULES, &[]);
    check(
        &list(&["a", "b;c"]),
        &RULES,
        &["[1]: expected no `;`, which separates the elements, found \"b;c\" (delimiter)"],
    );
    check(
        &list(&[""]),
        &RULES,
        &["[0]: expected a text, since one empty element is sent as none, found \"\" (delimiter)"],
    );
    check(&list(&["b;c"]), &HIDDEN, &["[0]: expected no `;`, which separates the elements (delimiter)"]);
}

#[test]
fn the_keys_of_a_sensitive_map_are_as_secret_as_its_values() {
    static SHORT: Rules = Rules { max_length: 1, ..Rules::NONE };
    static OPEN: Rules = Rules { items: Some(&SHORT), ..Rules::NONE };
    static SECRET: Rules = Rules { sensitive: true, items: Some(&OPEN), ..Rules::NONE };
    let map = |key: &str| BTreeMap::from([(key.to_owned(), "ab".to_owned())]);
    let open: Vec<String> =
        Checker::check(&map("token"), &OPEN).into_iter().map(|found| found.path).collect();
    let deep = BTreeMap::from([("hunter2".to_owned(), map("token"))]);
    let secret: Vec<Violation> = Checker::check(&deep, &SECRET);
    assert_eq!(open, ["token"]);
    assert_eq!((secret[0].path.as_str(), &secret[0].found), ("[***][***]", &None));
}
