//! The behaviour of generated code: the goldens of `tests/expand`, asked as a caller would.

use bizkit_client::{Decimal, InvalidValueError, Nullable};
use bizkit_spec::pattern::Pattern;
use bizkit_tests::expand::{names, records, scalars, unions};
use bizkit_tests::hygiene::reflected;
use std::error::Error;

/// A type's name with its reading and checking.
type Reflection = (&'static str, fn(&str) -> bizkit_client::__private::Verdict);
/// A text with a check.
type Case = (&'static str, fn(&str) -> bool);

/// What a reflected type makes of a text: the JSON that it writes again, or why it does not.
#[track_caller]
fn verdict(table: &[Reflection], name: &str, json: &str) -> String {
    use bizkit_client::__private::Verdict;
    let (_, read) = table.iter().find(|(known, _)| *known == name).unwrap();
    match read(json) {
        Verdict::Unreadable { message, .. } => format!("unreadable: {message}"),
        Verdict::Read { violations, json } if violations.is_empty() => json,
        Verdict::Read { violations, .. } => format!("{violations:?}"),
    }
}

#[test]
fn a_text_type_keeps_length_pattern_and_form() -> Result<(), InvalidValueError> {
    use scalars::types::{Host, Slug, Token};
    const SLUG: Slug = Slug::from_static("warm-socks");
    assert_eq!("  Warm-SOCKS ".parse::<Slug>()?, SLUG);
    assert!("warm--socks".parse::<Slug>().is_err());
    assert!(!Slug::is_valid(&"a".repeat(65)));
    assert!(
        Token::is_valid("TESTabcd1234")
            && !Token::is_valid("TESTabcd123")
            && !Token::is_valid("OLDXabcd1234")
    );
    assert_eq!(Host::from(std::net::Ipv4Addr::LOCALHOST).as_str(), "127.0.0.1");
    Ok(())
}

#[test]
fn a_generated_pattern_accepts_what_the_interpreter_accepts() {
    use scalars::types::{Slug, Token};
    let texts = [
        "",
        "a",
        "a-b",
        "-a",
        "a-",
        "a--b",
        "LIVEabcd1234",
        "LIVEabcd123",
        "TESTABCD1234",
        "TESTabcd12345",
        "ř",
    ];
    let cases: [Case; 2] =
        [("^[a-z0-9]+(-[a-z0-9]+)*$", Slug::is_valid), ("^(LIVE|TEST)[a-z0-9]{8}$", Token::is_valid)];
    for (source, generated) in cases {
        let pattern = Pattern::parse(source).unwrap();
        for text in texts {
            assert_eq!(generated(text), pattern.is_match(text), "{source} and {text:?}");
        }
    }
}

#[test]
fn the_prefix_tells_the_kind_of_a_key() {
    use scalars::types::{Token, TokenKind};
    assert_eq!(Token::from_static("LIVEabcd1234").kind(), Some(TokenKind::Live));
    assert_eq!(Token::from_static("TESTabcd1234").kind(), Some(TokenKind::Trial));
    assert!(!format!("{:?}", Token::from_static("LIVEabcd1234")).contains("abcd"));
}

#[test]
fn all_broken_rules_of_a_request_are_told_at_once() -> Result<(), Box<dyn Error>> {
    let request =
        scalars::lab::Measure::new("Warm Socks!").level(11).price("1.234").labels(["a", "a"]).step(3);
    let error = request.check().unwrap_err();
    let found: Vec<String> = error.violations().iter().map(|v| format!("{} {}", v.path, v.rule)).collect();
    assert_eq!(
        found,
        ["slug pattern", "level maximum", "price multipleOf", "labels uniqueItems", "step enum"]
    );
    scalars::lab::Measure::new("warm-socks").level(10).price("1.23").page(2).check()?;
    Ok(())
}

#[test]
fn a_secret_argument_is_not_shown() {
    let request = scalars::lab::Measure::new("warm-socks").note("between us");
    let shown = format!("{request:?}");
    assert!(shown.contains("warm-socks") && !shown.contains("between us"), "{shown}");
}

#[test]
fn an_enum_keeps_values_that_it_does_not_know() {
    use scalars::types::Size;
    use unions::login::PasswordRefusedErrorCode as ErrorCode;
    assert_eq!(Size::from("m"), Size::Medium);
    assert_eq!(Size::ExtraLarge.as_str(), "x-l");
    assert_eq!(Size::from("xxl").as_str(), "xxl");
    assert!(matches!(ErrorCode::from("E999"), ErrorCode::Unknown(_)));
    // `unknown` is a value of this list, so the catch-all has another name.
    assert_eq!(names::types::String::from("unknown"), names::types::String::Unknown);
    assert!(matches!(names::types::String::from("else"), names::types::String::Unrecognized(_)));
}

#[test]
fn error_codes_know_their_page() {
    let code = scalars::ErrorCode::from("LAB_CLOSED");
    assert_eq!(code, scalars::ErrorCode::LabClosed);
    assert_eq!(code.info().and_then(|info| info.docs), Some("https://scalars.example/errors/LAB_CLOSED"));
    assert!(scalars::ErrorCode::from("NEW").info().is_none());
}

#[test]
fn absent_null_and_a_value_are_told_apart() {
    let address = records::types::Address::new("Long", None);
    assert_eq!(address.country, Nullable::Absent);
    assert_eq!(address.clone().clear_country().country, Nullable::Null);
    assert_eq!(address.with_country("CZ").country, Nullable::Value("CZ".to_owned()));
}

#[test]
fn members_that_no_property_names_are_kept_in_a_map() -> Result<(), Box<dyn Error>> {
    use records::types::Address;
    let json = r#"{"house":7,"street":"Long","region":null,"flags":{"a":[1.50]},"zip":"1","country":"CZ"}"#;
    let address: Address = bizkit_client::from_json(json)?;
    assert_eq!(address.additional_properties.keys().collect::<Vec<_>>(), ["flags", "house"]);
    let written =
        r#"{"street":"Long","zip":"1","country":"CZ","region":null,"flags":{"a":[1.50]},"house":7}"#;
    assert_eq!(bizkit_client::to_json(&address), written);

    let request = |others: [(&str, &str); 1]| {
        let home = Address::new("Long", None).with_additional_properties(others);
        records::tree::Plant::new().seed("s").home(home)
    };
    assert!(request([("house", "7")]).check().is_ok());
    let error = request([("zip", "1")]).check().unwrap_err();
    assert!(error.to_string().contains("home.zip: expected a name that no other member has"), "{error}");
    Ok(())
}

#[test]
fn a_tag_is_no_member_of_its_branch() {
    use unions::types::{Filter, FilterByText};
    let unions = reflected::UNIONS;
    let json = r#"{"kind":"text","text":"a","mode":"any"}"#;
    assert_eq!(verdict(unions, "types::Filter", json), json);
    let reordered = r#"{"mode":"any","text":"a","kind":"text"}"#;
    assert_eq!(verdict(unions, "types::Filter", reordered), json);
    let long = verdict(unions, "types::Filter", r#"{"kind":"text","text":"a","mode":"none"}"#);
    assert_eq!(long, r#"[("mode", "maxLength")]"#);

    let filter = |name: &str| FilterByText::new("a").with_options([(name, "any")]);
    let ask = |name: &str| unions::login::Password::new().filter(Filter::from(filter(name)));
    assert!(ask("mode").check().is_ok());
    assert_eq!(ask("kind").check().unwrap_err().violations()[0].path, "filter.kind");
}

#[test]
fn recursive_types_hold_each_other() {
    use records::types::Node;
    let tree = Node::new("leaf").with_parent(Node::new("root")).with_children([Node::new("bud")]);
    assert_eq!(tree.parent.as_ref().map(|node| node.label.as_str()), Some("root"));
    assert!(records::tree::Plant::new().root(tree).check().is_ok());
}

#[test]
fn groups_of_members_are_checked() {
    let error =
        records::tree::Plant::new().seed("s").root(records::types::Node::new("r")).check().unwrap_err();
    assert_eq!(error.violations().len(), 1, "{error}");
    assert!(error.violations()[0].rule.contains("exactlyOneOf"), "{error}");
}

#[test]
fn a_payload_can_be_given_for_its_union() {
    let request = unions::login::Password::new().amount("a few").filter(unions::types::FilterById::new(7));
    assert!(request.check().is_ok());
    assert_ne!(request, request.clone().amount(3));
    assert_eq!(unions::types::Amount::from(3), unions::types::Amount::Integer(3));
}

#[test]
fn unions_are_read_by_their_tag_and_written_with_it() {
    let unions = reflected::UNIONS;
    for json in [r#"{"kind":"id","id":3}"#, r#"{"kind":"all"}"#, r#"{"kind":"new","what":[1]}"#] {
        assert_eq!(verdict(unions, "types::Filter", json), json);
    }
    let nested = r#"{"sides":4,"edge":1.5,"inner":{"sides":3,"base":2}}"#;
    assert_eq!(verdict(unions, "types::Shape", nested), nested);
    assert_eq!(verdict(unions, "types::Shape", r#"{"area":1}"#), r#"{"area":1}"#);
    assert!(verdict(unions, "types::Filter", r#"{"id":3}"#).starts_with("unreadable"));
}

#[test]
fn unions_without_a_tag_are_read_by_their_kind() {
    let unions = reflected::UNIONS;
    for json in [r#""one""#, r#"["one","two"]"#, r#"{"text":"one"}"#] {
        assert_eq!(verdict(unions, "types::Body", json), json);
    }
    let refused = verdict(unions, "types::Body", "3");
    assert!(refused.contains("a string or a list or an object"), "{refused}");
}

#[test]
fn decimals_keep_their_digits() {
    assert_eq!(verdict(reflected::SCALARS, "types::Price", "12.50"), "12.50");
    assert_eq!(scalars::types::Price::from_static("12.50").get(), &Decimal::from_static("12.50"));
}
