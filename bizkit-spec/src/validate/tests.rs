//! Values in, violations out.

use super::*;
use crate::Specs;
use crate::diagnostic::Diagnostics;
use crate::source::FileId;
use crate::yaml;

/// Each violation as `path rule`.
fn violations(types: &str, value: &str) -> Vec<String> {
    let specs = Specs::from_texts([
        ("api.yaml", "title: Test\nbaseUrl: https://example.com\n"),
        ("types/test.yaml", types),
    ]);
    let findings: Vec<String> = specs.findings.iter().map(|finding| finding.message.clone()).collect();
    assert!(findings.is_empty(), "{types}\n{findings:?}");
    let api = specs.api().unwrap();
    let schema = &api.types.iter().find(|def| def.name.pascal() == "Test").unwrap().schema;
    let value = yaml::parse(FileId(0), value, &mut Diagnostics::default()).unwrap().to_json();
    let found = validate(api, schema, &value);
    found.iter().map(|violation| format!("{} {}", violation.path, violation.rule).trim().to_owned()).collect()
}

fn check(test: &str, value: &str, expected: &[&str]) {
    assert_eq!(violations(&format!("Test: {test}"), value), expected, "{test} with {value}");
}

#[test]
fn texts_count_code_points_and_report_every_rule() {
    check("{ type: string, minLength: 2, maxLength: 3 }", "řžš", &[]);
    check("{ type: string, minLength: 2, maxLength: 3 }", "a", &["minLength"]);
    check("{ type: string, maxLength: 3, format: email }", "abcd", &["maxLength", "format"]);
    check("{ type: string }", "[]", &["type"]);
    check("{ type: string }", "null", &["type"]);
}

#[test]
fn texts_are_normalised_before_the_rules() {
    let ip = "{ type: string, format: ip, normalize: [trim, { localhost: 127.0.0.1, \"\": 127.0.0.1 }] }";
    for good in ["localhost", "\"\"", "\"  \"", "1.1.1.1", "'2001:4860:4860::8888'"] {
        check(ip, good, &[]);
    }
    check(ip, "nonsense", &["format"]);
    check("{ type: string, format: phone, normalize: [phone] }", "00420-777 123 456", &[]);
    check("{ type: string, format: phone, normalize: [phone] }", "'0 0 420-777 123 456'", &[]);
    check("{ type: string, format: phone, normalize: [phone] }", "'777123456'", &["format"]);
}

#[test]
fn numbers_compare_exactly() {
    check("{ type: integer, minimum: 1, maximum: 5, multipleOf: 2 }", "7", &["maximum", "multipleOf"]);
    check("{ type: integer }", "1.0", &["type"]);
    check("{ type: integer }", "9223372036854775808", &["type"]);
    check("{ type: integer, as: string }", "\"12\"", &[]);
    check("{ type: integer, as: string }", "12", &[]);
    check("{ type: integer }", "\"12\"", &["type"]);
    check("{ type: integer, enum: [1, 3] }", "2", &["enum"]);
    let price = "{ type: decimal, minimum: 0, exclusiveMaximum: 12345678901234567890.12, multipleOf: 0.01 }";
    check(price, "12345678901234567890.11", &[]);
    check(price, "12345678901234567890.12", &["exclusiveMaximum"]);
    check(price, "1.005", &["multipleOf"]);
    check(price, "-0.01", &["minimum"]);
    check("{ type: boolean, as: string }", "\"true\"", &[]);
    check("{ type: boolean }", "\"true\"", &["type"]);
}

#[test]
fn paths_name_members_and_elements() {
    let order = "{ type: object, properties: { items: { type: array, required: true, items: { title: Item, properties: { price: { type: decimal, required: true, minimum: 0 } } } }, tags: { additionalProperties: { type: string } } } }";
    let value = "{ items: [{ price: 1 }, {}, { price: -1 }, 3], tags: { ok: x, 'a b': 1 }, more: 1 }";
    check(
        order,
        value,
        &["items[1].price required", "items[2].price minimum", "items[3] type", "tags[\"a b\"] type"],
    );
    check(order, "{}", &["items required"]);
}

#[test]
fn lists_and_maps_have_sizes() {
    check("{ type: array, items: string, minItems: 1 }", "[]", &["minItems"]);
    check(
        "{ type: array, items: string, maxItems: 1, uniqueItems: true }",
        "[a, a]",
        &["maxItems", "uniqueItems"],
    );
    check(
        "{ type: array, items: { type: string, normalize: [trim] }, uniqueItems: true }",
        "[a, ' a']",
        &["uniqueItems"],
    );
    check("{ type: array, items: decimal, uniqueItems: true }", "[1, 1.0]", &["uniqueItems"]);
    check(
        "{ type: object, additionalProperties: json, maxProperties: 1 }",
        "{a: 1, b: 2}",
        &["maxProperties"],
    );
    let joined = "{ type: array, items: { type: integer, maximum: 9 }, delimiter: \",\", maxItems: 2 }";
    check(joined, "\"1,2\"", &[]);
    check(joined, "\"\"", &[]);
    check(joined, "\"1,x,10\"", &["maxItems", "[1] type", "[2] maximum"]);
    check(joined, "[1]", &["type"]);
    let words = "{ type: array, items: { type: string, normalize: [trim] }, delimiter: \";\" }";
    check(words, "\"a;b\"", &[]);
    check(words, "[a, 'b;c', '']", &["type", "[1] delimiter"]);
    check(words, "[' ']", &["type", "[0] delimiter"]);
    check(words, "' '", &["[0] delimiter"]);
}

#[test]
fn groups_count_what_is_there() {
    let object = |rule: &str| {
        format!("{{ properties: {{ a: string, b: string }}, constraints: [{{ {rule}: [a, b] }}] }}")
    };
    for (rule, none, one, both) in [
        ("exactlyOneOf", false, true, false),
        ("atLeastOneOf", false, true, true),
        ("allOrNoneOf", true, false, true),
    ] {
        for (value, holds) in [("{}", none), ("{a: x}", one), ("{a: x, b: y}", both)] {
            let expected: &[&str] = if holds { &[] } else { &[rule] };
            check(&object(rule), value, expected);
        }
    }
}

#[test]
fn one_member_needs_another_and_not_the_other_way_round() {
    let object = "{ properties: { a: string, b: string, c: string }, constraints: [{ dependentRequired: { a: [b, c] } }] }";
    check(object, "{}", &[]);
    check(object, "{b: x}", &[]);
    check(object, "{a: x, b: x, c: x}", &[]);
    check(object, "{a: x}", &["dependentRequired"]);
    check(object, "{a: x, c: x}", &["dependentRequired"]);
}

#[test]
fn unions_follow_their_tag() {
    let union = "{ discriminator: ok, oneOf: { Yes: { when: true, properties: { id: { type: string, required: true } } }, No: { when: false } } }";
    check(union, "{ok: true, id: x}", &[]);
    check(union, "{ok: false}", &[]);
    check(union, "{ok: true}", &["id required"]);
    check(union, "{}", &["ok discriminator"]);
    check(union, "{ok: 3}", &["ok discriminator"]);
    let open = "{ discriminator: kind, oneOf: { Circle: { when: circle, properties: { r: { type: number, required: true } } }, None: { absent: true } } }";
    check(open, "{kind: circle}", &["r required"]);
    check(open, "{kind: square}", &[]);
    check(open, "{}", &[]);
    check("{ type: [string, integer] }", "1", &[]);
    check("{ type: [string, integer] }", "1.5", &["type"]);
    check("{ type: [string, integer] }", "true", &["type"]);
}

#[test]
fn bounds_beside_a_list_of_types_hold_for_a_number_in_either_form() {
    let mark = "{ type: [string, integer], minimum: 1, maximum: 5 }";
    for good in ["1", "5", "'1'", "'5'"] {
        check(mark, good, &[]);
    }
    check(mark, "0", &["minimum"]);
    check(mark, "6", &["maximum"]);
    check(mark, "'0'", &["minimum"]);
    check(mark, "'6'", &["maximum"]);
    for bad in ["five", "''", "' 3'", "'+3'", "'03'", "'3.0'", "'3e0'", "'99999999999999999999'"] {
        check(mark, bad, &["type"]);
    }
    check("{ type: [integer, string], multipleOf: 4 }", "'6'", &["multipleOf"]);
    let share = "{ type: [string, number], exclusiveMinimum: 0, exclusiveMaximum: 1, multipleOf: 0.01 }";
    check(share, "'0.25'", &[]);
    check(share, "'25e-2'", &[]);
    check(share, "'0'", &["exclusiveMinimum"]);
    check(share, "1.0", &["exclusiveMaximum"]);
    check(share, "'0.255'", &["multipleOf"]);
    check(share, "'much'", &["type"]);
    let exact = "{ type: [string, decimal], maximum: 12345678901234567890.12 }";
    check(exact, "'12345678901234567890.12'", &[]);
    check(exact, "'12345678901234567890.13'", &["maximum"]);
}

#[test]
fn rules_beside_a_list_of_types_concern_the_types_that_know_them() {
    let word = "{ type: [string, boolean], minLength: 2, normalize: [trim] }";
    check(word, "true", &[]);
    check(word, "' ab '", &[]);
    check(word, "' a '", &["minLength"]);
    // No text beside it, so nothing but the number is bounded.
    check("{ type: [integer, boolean], minimum: 3 }", "false", &[]);
    check("{ type: [integer, boolean], minimum: 3 }", "2", &["minimum"]);
    let both = "{ type: [string, integer], minimum: 1, maxLength: 2, normalize: [trim] }";
    check(both, "' 42 '", &[]);
    check(both, "'420'", &["maxLength"]);
    check(both, "420", &[]);
}

#[test]
fn a_text_of_a_list_of_types_is_read_as_what_it_can_be() {
    let specs = Specs::from_texts([
        ("api.yaml", "title: Test\nbaseUrl: https://example.com\n"),
        (
            "types/test.yaml",
            "Any: { type: [string, integer] }\nMark: { type: [string, integer], maximum: 5 }",
        ),
    ]);
    let api = specs.api().unwrap();
    let read = |at: usize, text: &str| read_text(api, &api.types[at].schema, text);
    for text in ["1.5", "99999999999999999999", "a"] {
        assert_eq!(read(0, text), Json::String(text.to_owned()));
    }
    assert_eq!(read(0, "7"), Json::Number("7".to_owned()));
    assert_eq!(validate(api, &api.types[1].schema, &read(1, "7"))[0].rule, "maximum");
}

#[test]
fn enums_are_closed_unless_they_say_open() {
    check("{ enum: [a, b] }", "c", &["enum"]);
    check("{ enum: [a, b], open: true }", "c", &[]);
    check("{ enum: [a, b] }", "1", &["type"]);
}

#[test]
fn sensitive_values_stay_out_of_messages() {
    let specs = Specs::from_texts([
        ("api.yaml", "title: Test\nbaseUrl: https://example.com\n"),
        (
            "types/test.yaml",
            "Secret: { type: string, minLength: 9, format: email, sensitive: true }\nTest: { properties: { a: { type: Secret } } }",
        ),
    ]);
    let api = specs.api().unwrap();
    let value = Json::Object(vec![("a".into(), Json::String("hunter2".into()))]);
    let found = validate(api, &api.types[1].schema, &value);
    assert_eq!(found.len(), 2);
    for violation in found {
        assert!(!violation.message.contains("hunter2"), "{}", violation.message);
    }
}

#[test]
fn formats_follow_their_rules() {
    use crate::model::Format::{Currency, Date, DateTime, Duration, Email, Locale, Phone, Uri, Uuid};
    let good = [
        (Date, "2024-02-29"),
        (Date, "0000-01-31"),
        (DateTime, "2025-01-10T16:19:40.150Z"),
        (DateTime, "2025-01-10t16:19:40+23:59"),
        (Duration, "1h 30m"),
        (Duration, "14d"),
        (Duration, "0m"),
        (Uri, "https://user:pw@example.com:80/x?y#z"),
        (Uri, "a+b://h"),
        (Email, "a.b+c@x-y.example.com"),
        (Phone, "+420 777123456"),
        (Uuid, "123E4567-e89b-12d3-a456-426614174000"),
        (Locale, "cs"),
        (Currency, "CZK"),
    ];
    for (format, text) in good {
        assert!(allows(format, text), "{format:?} {text}");
    }
    let bad = [
        (Date, "2023-02-29"),
        (Date, "2024-13-01"),
        (Date, "2024-1-01"),
        (Date, "2024-00-10"),
        (Date, " 2024-01-01"),
        (DateTime, "2025-01-10T24:00:00Z"),
        (DateTime, "2025-01-10T16:19:60Z"),
        (DateTime, "2025-01-10T16:19:40"),
        (DateTime, "2025-01-10T16:19:40.Z"),
        (DateTime, "2025-01-10 16:19:40Z"),
        (Duration, "30m 1h"),
        (Duration, "1h  30m"),
        (Duration, "h"),
        (Duration, ""),
        (Duration, "1h 2h"),
        (Uri, "https://"),
        (Uri, "https://:80"),
        (Uri, "/path"),
        (Uri, "HTTP://x"),
        (Uri, "https://a b"),
        (Email, "a@b"),
        (Email, "a..b@c.d"),
        (Email, "a@b@c.d"),
        (Email, "@c.d"),
        (Email, "a@-b.c"),
        (Phone, "+420777123456"),
        (Phone, "+4200 777123456"),
        (Phone, "+420 123"),
        (Uuid, "123e4567e89b12d3a456426614174000"),
        (Locale, "CS"),
        (Currency, "czk"),
    ];
    for (format, text) in bad {
        assert!(!allows(format, text), "{format:?} {text}");
    }
}

#[test]
fn branches_told_by_a_member_take_the_first_that_is_there() {
    let file = "{ oneOf: { File: { has: url, properties: { url: { type: string, required: true } } }, Text: { has: text, properties: { text: { type: string, required: true, maxLength: 2 } } }, Rest: { properties: { size: { type: integer, required: true } } }, Name: { type: string } } }";
    for good in ["{ url: a }", "{ text: ab }", "{ size: 1 }", "abc", "{ url: null, text: ab }"] {
        check(file, good, &[]);
    }
    check(file, "{ text: abc }", &["text maxLength"]);
    check(file, "{ url: 1, text: abc }", &["url type"]);
    check(file, "{ name: a }", &["size required"]);
    check(file, "[]", &["type"]);
}

#[test]
fn a_tag_with_one_known_value_leaves_room_for_others() {
    let event = "{ discriminator: name, oneOf: { Created: { when: created, properties: { id: { type: integer, required: true } } } } }";
    check(event, "{ name: created }", &["id required"]);
    check(event, "{ name: deleted }", &[]);
    check(event, "{ id: 1 }", &["name discriminator"]);
}

#[test]
fn shared_fields_belong_to_every_branch() {
    let change = "{ discriminator: kind, properties: { at: { type: integer, required: true } }, oneOf: { Named: { when: a, properties: { name: string, old: string }, constraints: [{ exactlyOneOf: [name, old] }] }, Gone: { when: b } } }";
    check(change, "{ kind: b }", &["at required"]);
    check(change, "{ kind: a, at: 1 }", &["exactlyOneOf"]);
    check(change, "{ kind: a, at: 1, old: x }", &[]);
}
