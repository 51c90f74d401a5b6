//! Types as pages print them to schemas, and values of sample calls to values of these types.

use super::*;

#[test]
fn types_as_pages_print_them_become_schemas() {
    for (printed, schema, losses) in [
        ("string", r#"{"type":"string"}"#, 0),
        ("string | integer", r#"{"type":["string","integer"]}"#, 0),
        ("string | null", r#"{"type":"string","nullable":true}"#, 0),
        ("object | boolean", r#"{"anyOf":[{"type":"object"},{"type":"boolean"}]}"#, 0),
        ("object[]", r#"{"type":"array","items":{"type":"object"}}"#, 0),
        ("string[] | null", r#"{"type":"array","items":{"type":"string"},"nullable":true}"#, 0),
        ("Array<string | integer>", r#"{"type":"array","items":{"type":["string","integer"]}}"#, 0),
        ("array of integers", r#"{"type":"array","items":{"type":"integer"}}"#, 0),
        ("\"newest\" | \"oldest\"", r#"{"type":"string","enum":["newest","oldest"]}"#, 0),
        ("\u{201c}a\u{201d} | \u{201c}b\u{201d}", r#"{"type":"string","enum":["a","b"]}"#, 0),
        ("a | b | c", r#"{"type":"string","enum":["a","b","c"]}"#, 0),
        ("\"a\" | string", r#"{"type":"string","enum":["a"],"x-bizkit-open":true}"#, 0),
        ("1 | 2 | 3", r#"{"type":"integer","enum":[1,2,3]}"#, 0),
        ("date", r#"{"type":"string","format":"date"}"#, 0),
        ("any", "{}", 0),
        ("enum", r#"{"type":"string"}"#, 1),
        ("string | string | string", r#"{"type":"string"}"#, 1),
        (
            "object | object | object[]",
            r#"{"anyOf":[{"type":"object"},{"type":"array","items":{"type":"object"}}]}"#,
            1,
        ),
        ("Money", r#"{"type":"string"}"#, 1),
        ("string(24)", r#"{"type":"string"}"#, 1),
    ] {
        let found = Type::parse(printed).unwrap_or_else(|| panic!("{printed}"));
        assert_eq!(found.schema().json().to_string(), schema, "{printed}");
        assert_eq!(found.losses(false).len(), losses, "{printed}: {:?}", found.losses(false));
    }
    for printed in ["", "|", "string |", "the value", "= 3", "a (b", "\"a"] {
        assert_eq!(Type::parse(printed), None, "{printed}");
    }
}

#[test]
fn values_of_a_url_take_the_type_that_the_page_states() {
    let typed = |printed: &str, word: &str| {
        Type::parse(printed).and_then(|ty| ty.typed(&text(word))).map(|value| value.to_string())
    };
    assert_eq!(typed("integer", "7").as_deref(), Some("7"));
    assert_eq!(typed("integer", "seven"), None);
    assert_eq!(typed("string | integer", "7").as_deref(), Some("\"7\""));
    assert_eq!(typed("boolean", "true").as_deref(), Some("true"));
    assert_eq!(typed("number[]", "1.5").as_deref(), Some("[1.5]"));
    assert_eq!(typed("string[]", "a,b"), None);
    assert_eq!(typed("\"a\" | \"b\"", "c"), None);
}
