//! The expansion of one endpoint, from arguments to JSON and from a documented response to values.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

/// What the macro makes of specs with every kind of value, and fields that are called like locals of its macros.
#[allow(dead_code, unreachable_pub, reason = "generated items are public, this module is not")]
mod api {
    bizkit_macros::api!("src/value/tests/specs", crate = crate);
}

use super::*;
use crate::endpoint::Endpoint;
use crate::schema::rules::PLAIN;
use crate::testing::Look;
use crate::value::decode::from_slice;
use crate::value::encode::to_json;
use api::customer::{Ask, DetailResponse};
use api::types::{ClientIp, CuRefNo, Day, IdentityId, Limit, Mood, OrderKind, Phone, Price, Ratio};

const SESSION: &str = "Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg";

const RESPONSE: &str = r#"{
  "loggedIn": true,
  "cuRefNo": "1cGIHvFoQDGLAbcA",
  "creditBalance": 123,
  "email": "jan@barasek.com",
  "phone": "+420 777123456",
  "firstName": "Jan",
  "lastName": "Barášek",
  "companyName": "BizKitHub",
  "premium": true,
  "ban": false,
  "groups": [{ "name": "Personal Trainer", "slug": "trainer" }],
  "meta": {},
  "referral": {
    "code": "1cGIHvFoQDGLAbcA",
    "email": "jan@barasek.com",
    "firstName": "Jan",
    "lastName": "Barášek"
  },
  "runningSubscriptionList": [
    {
      "externalId": "d9DfQL3ZF01t7Ykk",
      "productSlug": "predplatne-rocni",
      "productCode": "predplatne-rocni",
      "orderNumber": "25000001",
      "orderHash": "CuS08iXV3cOwweQsQB3TwYXtDr67K4kW",
      "autoRenew": true
    }
  ]
}"#;

fn read(json: &str) -> Result<DetailResponse, crate::DecodeError> {
    from_slice(json.as_bytes(), &PLAIN)
}

fn request() -> Ask {
    Ask::new(SESSION, "1cGIHvFoQDGLAbcA", None)
}

fn broken(request: &Ask) -> Vec<(String, &'static str)> {
    let found = Checker::request(request, Look::INFO).err();
    let violations = found.iter().flat_map(crate::InvalidRequestError::violations);
    violations.map(|found| (found.path.clone(), found.rule)).collect()
}

#[test]
fn the_documented_response_is_read_and_comes_back_equal() {
    let response = read(RESPONSE).unwrap();
    let DetailResponse::Profile(profile) = &response else { panic!("{response:?}") };
    assert_eq!(profile.cu_ref_no.as_ref().unwrap().as_str(), "1cGIHvFoQDGLAbcA");
    assert_eq!(profile.credit_balance, Some(crate::Decimal::from(123)));
    assert_eq!(profile.last_name.as_deref(), Some("Barášek"));
    assert_eq!(profile.groups[0].slug.as_deref(), Some("trainer"));
    assert_eq!(profile.referral.as_ref().unwrap().code, CuRefNo::from_static("1cGIHvFoQDGLAbcA"));
    assert_eq!(profile.running_subscription_list[0].auto_renew, Some(true));

    let again = to_json(&response, &PLAIN);
    let value = |json: &str| serde_json::from_str::<serde_json::Value>(json).unwrap();
    assert_eq!(value(&again), value(RESPONSE));
    assert!(again.starts_with(r#"{"loggedIn":true,"cuRefNo":"#), "{again}");
}

#[test]
fn the_other_branch_is_told_by_its_tag() {
    assert_eq!(read(r#"{"loggedIn": false}"#).unwrap(), DetailResponse::LoggedOut);
    assert_eq!(read(r#"{"extra": [{}], "loggedIn": "false"}"#).unwrap(), DetailResponse::LoggedOut);
    assert_eq!(to_json(&DetailResponse::LoggedOut, &PLAIN), r#"{"loggedIn":false}"#);
    let error = read(r#"{"loggedIn": 7}"#).unwrap_err().to_string();
    assert_eq!(error, r#"loggedIn: expected one of `true`, `false`, found the value "7" at byte 0"#);
    let error = read("{}").unwrap_err().to_string();
    assert_eq!(error, "loggedIn: expected one of `true`, `false`, found nothing at byte 0");
}

#[test]
fn responses_may_lack_what_was_only_observed() {
    let Ok(DetailResponse::Profile(profile)) =
        read(r#"{"loggedIn":true,"email":null,"groups":null,"meta":[],"new":{"a":[1]}}"#)
    else {
        panic!("no profile")
    };
    assert!(profile.email.is_none() && profile.groups.is_empty() && profile.meta.is_empty());
    assert!(profile.referral.is_none() && profile.running_subscription_list.is_empty());
}

#[test]
fn a_missing_required_member_is_named_by_its_path() {
    let error = read(r#"{"loggedIn":true,"referral":{"email":"a@b.cz"}}"#).unwrap_err();
    assert_eq!(error.path(), "referral.code");
    assert_eq!(error.to_string(), "referral.code: expected a value, found nothing at byte 46");
}

#[test]
fn a_wrong_value_is_named_by_its_path_and_kind_and_secrets_are_not_shown() {
    let error = read(r#"{"loggedIn":true,"groups":[{"slug":"a"},{"slug":17}]}"#).unwrap_err();
    assert_eq!(error.to_string(), "groups[1].slug: expected a string, found a number 17 at byte 48");
    let error = read(r#"{"loggedIn":true,"runningSubscriptionList":[{"orderHash":4711}]}"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "runningSubscriptionList[0].orderHash: expected a string, found a number at byte 57"
    );
}

#[test]
fn a_request_is_written_as_json_and_as_texts() {
    let request = request()
        .with_at("localhost")
        .with_index("commerce")
        .with_f(20)
        .with_type("12.50")
        .with_tags(["a", "b"]);
    assert_eq!(
        to_json(&request, &PLAIN),
        format!(
            r#"{{"identityId":"{SESSION}","cuRefNo":"1cGIHvFoQDGLAbcA","customerRealIp":"127.0.0.1","kind":"commerce","limit":"20","price":12.50,"tags":"a;b","note":null}}"#
        )
    );
    let mut texts = Vec::new();
    for (index, field) in request.info().fields.iter().enumerate() {
        request.member(index).unwrap().texts(field.rules, &mut |text| texts.push(text.to_owned()));
    }
    assert_eq!(texts, [SESSION, "1cGIHvFoQDGLAbcA", "127.0.0.1", "commerce", "20", "12.50", "a;b"]);
    assert!(request.member(8).is_none());
}

#[test]
fn values_are_equal_as_derived_comparisons_have_it() {
    let response = read(RESPONSE).unwrap();
    assert!(response == read(RESPONSE).unwrap() && response == response.clone());
    assert!(response != DetailResponse::LoggedOut && DetailResponse::LoggedOut == DetailResponse::LoggedOut);
    // One member after the other, in each kind that the response has.
    for (one, other) in [
        ("1cGIHvFoQDGLAbcA\",\n  \"credit", "2cGIHvFoQDGLAbcA\",\n  \"credit"),
        ("123,", "124,"),
        ("123,", "null,"),
        ("true,\n  \"ban", "false,\n  \"ban"),
        ("{}", r#"{"a": 1}"#),
        ("trainer\" }", "trainer\" }, {}"),
        ("\"slug\": \"trainer\"", "\"slug\": \"runner\""),
        ("\"autoRenew\": true", "\"autoRenew\": false"),
    ] {
        assert!(RESPONSE.contains(one), "{one}");
        assert!(response != read(&RESPONSE.replace(one, other)).unwrap(), "{one} is as {other}");
    }

    assert!(request() == request() && request() != request().with_index("a").with_at("::1"));
    assert!(
        request().with_index("a") == request().with_index("a")
            && request().with_index("a") != request().with_index("b")
    );
    assert!(request().with_type("1.0") != request().with_type("1.5"));
    let cleared = |kind| Ask { index: kind, ..request() };
    assert!(cleared(Nullable::Null) == cleared(Nullable::Null));
    assert!(cleared(Nullable::Null) != cleared(Nullable::Absent));
    // Not a number is not equal to itself, and nothing is equal to a value of another type.
    assert!(!f64::NAN.equals(&f64::NAN) && !1_i64.equals(&1.0_f64) && !Some(1_i64).equals(&1_i64));
}

#[test]
fn absent_null_and_a_value_are_told_apart() {
    let json = |index| to_json(&Ask { index, ..request() }, &PLAIN);
    assert!(!json(Nullable::Absent).contains("kind"));
    assert!(json(Nullable::Null).contains(r#""kind":null"#));
    assert!(json(Nullable::Value(OrderKind::Commerce)).contains(r#""kind":"commerce""#));
    let again = |json: String| from_slice::<Ask>(json.as_bytes(), &PLAIN).unwrap().index;
    assert_eq!(again(json(Nullable::Null)), Nullable::Null);
    assert_eq!(again(json(Nullable::Absent)), Nullable::Absent);
}

#[test]
fn all_violations_are_found_at_once_and_named_by_their_paths() {
    let request = Ask::new("short!", "1cGI", None)
        .with_index("comerce")
        .with_f(201)
        .with_type("-1.005")
        .with_tags(["a", "b", "a", "c"]);
    let expected = [
        ("reader", "minLength"),
        ("reader", "pattern"),
        ("cu_ref_no", "minLength"),
        ("index", "enum"),
        ("f", "maximum"),
        ("type", "minimum"),
        ("type", "multipleOf"),
        ("tags", "maxItems"),
        ("tags", "uniqueItems"),
        ("tags[0]", "minLength"),
        ("tags[1]", "minLength"),
        ("tags[2]", "minLength"),
        ("tags[3]", "minLength"),
        ("", "allOrNoneOf"),
    ];
    assert_eq!(broken(&request), expected.map(|(path, rule)| (path.to_owned(), rule)));
}

#[test]
fn a_request_that_keeps_its_rules_is_accepted() {
    assert_eq!(broken(&request()), []);
    let full = request()
        .with_at("::1")
        .with_f(200)
        .with_type(0)
        .with_index("registration")
        .with_tags(["1cGIHvFoQDGLAbcA"]);
    assert_eq!(broken(&full), []);
    assert_eq!(broken(&request().with_at("1.1.1.1")), [(String::new(), "allOrNoneOf")]);
}

#[test]
fn violations_say_in_one_line_what_to_write() {
    let error =
        Checker::request(&Ask::new("s3cret", "1cGI", None).with_index("comerce"), Look::INFO).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the request `Ask` breaks 3 rules:\n  \
         reader: expected exactly 32 characters (minLength)\n  \
         cu_ref_no: expected exactly 16 characters, found 4: \"1cGI\"; write it like `1cGIHvFoQDGLAbcA` (minLength)\n  \
         index: expected one of `commerce`, `registration`, found \"comerce\"; did you mean `commerce`? (enum)"
    );
}

#[test]
fn debug_shows_values_and_no_secret() {
    let request = request().with_at("1.1.1.1").with_f(20);
    for shown in [format!("{request:?}"), format!("{request:#?}")] {
        assert!(!shown.contains(&SESSION[..8]), "{shown}");
        assert!(shown.contains("1cGIHvFoQDGLAbcA"), "{shown}");
    }
    assert_eq!(
        format!("{request:?}"),
        r#"Ask { reader: ***, cu_ref_no: "1cGIHvFoQDGLAbcA", at: Some("1.1.1.1"), index: Absent, f: Some(20), type: None, tags: None, note: None }"#
    );
    let response = format!("{:?}", read(RESPONSE).unwrap());
    assert!(!response.contains("CuS08iXV"), "{response}");
    assert!(response.contains("order_hash: ***"), "{response}");
    assert!(response.starts_with("Profile(Profile { cu_ref_no: Some("), "{response}");
    assert_eq!(format!("{:?}", IdentityId::from_static(SESSION)), "IdentityId(***)");
}

#[test]
fn no_rendering_of_a_wrong_secret_shows_it() {
    let secret = "s3cret with a blank in it";
    let error = IdentityId::try_from(secret).unwrap_err();
    let request = Checker::request(&Ask::new(secret, "1cGIHvFoQDGLAbcA", None), Look::INFO).unwrap_err();
    let serde = serde_json::from_str::<IdentityId>(&format!("{secret:?}")).unwrap_err();
    for shown in
        [format!("{error} {error:?}"), format!("{request} {request:?}"), format!("{serde} {serde:?}")]
    {
        assert!(!shown.contains("s3cret"), "{shown}");
    }
}

#[test]
fn a_place_can_make_a_value_sensitive_that_its_type_does_not() {
    static SENSITIVE: Rules = Rules { sensitive: true, ..Rules::NONE };
    let code: CuRefNo = crate::Arg::into_arg("s3cret");
    assert_eq!(Checker::check(&code, &PLAIN)[0].found.as_deref(), Some("6: \"s3cret\""));
    assert_eq!(Checker::check(&Some(code), &SENSITIVE)[0].found, None);
}

#[test]
fn text_types_normalise_and_check_what_is_given_by_name() {
    const LITERAL: CuRefNo = CuRefNo::from_static("1cGIHvFoQDGLAbcA");
    assert_eq!("1cGIHvFoQDGLAbcA".parse::<CuRefNo>().unwrap(), LITERAL);
    assert_eq!(CuRefNo::try_from("1cGIHvFoQDGLAbcA".to_owned()).unwrap().to_string(), LITERAL.as_str());
    assert_eq!(Phone::try_from("00420 777 123 456").unwrap().as_str(), "+420 777123456");
    assert_eq!(ClientIp::try_from("localhost").unwrap().as_ref(), "127.0.0.1");
    assert_eq!(ClientIp::from(std::net::Ipv4Addr::LOCALHOST).as_str(), "127.0.0.1");
    assert!(IdentityId::is_valid(SESSION) && !IdentityId::is_valid(&SESSION.replace('Z', "-")));
    assert_eq!(crate::Secret::from(IdentityId::from_static(SESSION)).expose(), SESSION);
    let error = CuRefNo::try_from("1cGI").unwrap_err();
    assert_eq!(
        error.to_string(),
        "invalid `CuRefNo`: expected exactly 16 characters, found 4: \"1cGI\"; write it like `1cGIHvFoQDGLAbcA` (minLength)"
    );
}

#[test]
#[should_panic(expected = "`CuRefNo` must be: exactly 16 characters")]
fn a_wrong_literal_panics_outside_of_constants() {
    let _ = CuRefNo::from_static("1cGI");
}

#[test]
fn enums_keep_values_that_they_do_not_know() {
    assert_eq!(OrderKind::VALUES, ["commerce", "registration"]);
    let unknown = OrderKind::from("x");
    assert_eq!((unknown.as_str(), format!("{unknown:?}")), ("x", r#"Unknown("x")"#.to_owned()));
    assert_eq!(format!("{:?} {}", OrderKind::Commerce, OrderKind::Commerce), "Commerce commerce");
    assert_eq!(from_slice::<OrderKind>(br#""x""#, &PLAIN).unwrap(), unknown);
    let rules = |value: &dyn Value| Checker::check(value, &PLAIN).len();
    assert_eq!(rules(&unknown), 1);
    assert_eq!(rules(&Mood::from("x")), 0);
    assert_eq!(Mood::from("Unknown"), Mood::Good);
}

#[test]
fn number_types_check_what_they_are_made_of() {
    const LIMIT: Limit = Limit::from_static(200);
    const PRICE: Price = Price::from_static("12.50");
    assert_eq!(Limit::new(200).unwrap(), LIMIT);
    assert_eq!(LIMIT.get() + 1, 201);
    assert_eq!(Limit::new(0).unwrap_err().violations()[0].rule, "minimum");
    assert_eq!("12.5".parse::<Price>().unwrap(), PRICE);
    assert_eq!("12.505".parse::<Price>().unwrap_err().violations()[0].rule, "multipleOf");
    assert_eq!(Ratio::new(1.0).unwrap_err().violations()[0].rule, "exclusiveMaximum");
    assert_eq!(Ratio::new(f64::NAN).unwrap_err().violations()[0].rule, "type");
    assert!((Ratio::new(0.5).unwrap().get() - 0.5).abs() < f64::EPSILON);
    assert_eq!(format!("{LIMIT:?} {LIMIT} {PRICE:?}"), "Limit(200) 200 Price(Decimal(12.50))");
}

#[test]
fn values_take_part_in_serde_and_are_checked_by_it() {
    let code = CuRefNo::from_static("1cGIHvFoQDGLAbcA");
    assert_eq!(
        serde_json::to_string(&(&code, OrderKind::Commerce, Limit::from_static(7))).unwrap(),
        r#"["1cGIHvFoQDGLAbcA","commerce",7]"#
    );
    assert_eq!(serde_json::from_str::<CuRefNo>(r#""1cGIHvFoQDGLAbcA""#).unwrap(), code);
    assert!(serde_json::from_str::<CuRefNo>(r#""1cGI""#).is_err());
    assert!(serde_json::from_str::<Limit>("0").is_err());
    assert_eq!(serde_json::from_str::<OrderKind>(r#""x""#).unwrap().as_str(), "x");
}

#[cfg(feature = "serde")]
#[test]
fn records_and_unions_go_through_serde_and_secrets_do_not() {
    let response = read(&RESPONSE.replace("orderHash", "extra")).unwrap();
    let value = serde_json::to_value(&response).unwrap();
    assert_eq!(value["referral"]["lastName"], "Barášek");
    assert_eq!(serde_json::from_value::<DetailResponse>(value).unwrap(), response);
    let error = serde_json::to_string(&read(RESPONSE).unwrap()).unwrap_err().to_string();
    assert_eq!(error, "the value holds a secret, which is not serialised; `to_json` writes it");
    let error =
        serde_json::from_str::<DetailResponse>(r#"{"loggedIn":true,"ban":7}"#).unwrap_err().to_string();
    assert!(error.starts_with("ban: expected a boolean, found a number 7"), "{error}");
}

#[cfg(feature = "jiff")]
#[test]
fn days_become_days_of_jiff_and_back() {
    let day = jiff::civil::Date::try_from(&Day::from_static("2026-12-24")).unwrap();
    assert_eq!(day.day(), 24);
    assert_eq!(Day::from(day).as_str(), "2026-12-24");
}

#[test]
fn days_are_days() {
    assert!(Day::is_valid("2026-12-24") && !Day::is_valid("2026-02-30"));
}
