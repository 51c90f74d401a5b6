//! Words of other languages, values of the wrong kind, characters that nobody sees: each help says what to write.

use crate::Specs;

/// Everything that is found in these files, as `code: message; helps`.
fn found(file: &str, text: &str) -> Vec<String> {
    let specs = Specs::from_texts([("api.yaml", "title: A\nbaseUrl: https://a.example"), (file, text)]);
    let said = |one: &crate::Diagnostic| format!("{}: {}; {}", one.code, one.message, one.help.join("; "));
    specs.findings.iter().map(said).collect()
}

#[test]
fn every_value_of_the_wrong_kind_is_shown_as_it_should_be_written() {
    for (definition, said) in [
        ("{ type: string, example: 1.10 }", "put it in quotes: `\"1.10\"`"),
        ("{ type: string, default: true }", "put it in quotes: `\"true\"`"),
        ("{ type: array, items: string, example: [a, 1.0] }", "put it in quotes: `\"1.0\"`"),
        ("{ enum: [a, 1] }", "put it in quotes: `\"1\"`"),
        (
            "{ type: integer, maximum: 18446744073709551615 }",
            "write a number from -9223372036854775808 to 9223372036854775807",
        ),
        ("{ type: integer, enum: [1, 18446744073709551615] }", "is beyond the whole numbers of 64 bits"),
        ("{ type: integer, maximum: 1.5 }", "write digits without a point"),
        ("{ type: integer, maximum: \"5\" }", "write digits without quotes"),
        ("{ type: string, description: }", "write the text behind the colon, or delete the key"),
        ("{ enum: { null: Nothing, a: A } }", "put the word in quotes: `\"null\"`"),
        ("{ enum: { ~: Nothing, a: A } }", "put the word in quotes: `\"~\"`"),
        ("{ type: string, sensitive: yes }", "write `true`, without quotes"),
        ("{ type: string, sensitive: \"false\" }", "write `false`, without quotes"),
        ("{ properties: { a: { type: string, required: yes } } }", "write `true`, without quotes"),
        (
            "{ properties: { a: { properties: { b: string }, required: [b] } } }",
            "write `required: true` beside each property",
        ),
        ("{ type: object }", "for free keys `additionalProperties: true`"),
        (
            "{ properties: { a: string }, additionalProperties: false }",
            "delete it: a response may always hold more",
        ),
    ] {
        let text = format!("A: {definition}\n");
        let found = found("types/a.yaml", &text);
        let [one] = found.as_slice() else { panic!("{definition}: {found:#?}") };
        assert!(one.contains(said), "{definition}: {one}");
    }
}

#[test]
fn types_of_other_languages_are_told_in_the_words_of_this_one() {
    for (word, said) in [
        ("string[]", "write `type: array` with `items: string`"),
        ("array<Slug>", "write `type: array` with `items: Slug`"),
        ("string | integer", "write `[string, integer]` for scalars"),
        ("string | null", "write `string` with `nullable: true`"),
        ("int", "write `integer`"),
        ("enum", "write `type: string` with `enum`"),
    ] {
        let found = found("types/a.yaml", &format!("A: {{ type: \"{word}\" }}\n"));
        let [one] = found.as_slice() else { panic!("{word}: {found:#?}") };
        assert!(one.contains(said), "{word}: {one}");
    }
}

#[test]
fn keys_of_other_languages_are_told_in_the_words_of_this_one() {
    let endpoint = "summary: Read\nmethod: GET\npath: /thing/read\nresponses: { 200: {} }\n";
    for (text, said) in [
        (
            endpoint.replace("{} }", "{ content: application/json } }"),
            "write what the response holds beside its description",
        ),
        (endpoint.replace("{} }", "{ schema: { type: json } } }"), "write the keys of the schema here"),
        (format!("{endpoint}operationId: readThing\n"), "the file's name is the name of the request"),
        (format!("{endpoint}requestBody: {{ type: json }}\n"), "write the fields under `parameters`"),
        (format!("{endpoint}security: []\n"), "write `key`"),
        (format!("{endpoint}headers: {{ A: string }}\n"), "write a parameter with `in: header`"),
        (format!("{endpoint}parameters: {{ a: {{ type: string, min: 3 }} }}\n"), "`minLength` for a text"),
        (format!("{endpoint}parameters: {{ a: {{ $ref: Slug, type: string }} }}\n"), "the name of the type"),
        (
            format!("{endpoint}parameters: {{ a: {{ type: string, const: a }} }}\n"),
            "write `enum` with one value",
        ),
    ] {
        let found = found("thing/read.yaml", &text);
        let [one] = found.as_slice() else { panic!("{text}: {found:#?}") };
        assert!(one.starts_with("unknown-key: ") && one.contains(said), "{text}: {one}");
    }
}

#[test]
fn characters_that_look_like_others_are_named() {
    for (text, said) in [
        ("A: { type:\u{a0}string }\n", "U+00A0, a blank that keeps words together"),
        ("A: { type: string\u{a0} }\n", "U+00A0"),
        ("A: { type: string, max\u{3000}Length: 3 }\n", "U+3000, a blank of another width"),
        ("A: { type: integer, minimum: 1\u{a0} }\n", "U+00A0"),
        ("A: { type: \u{201c}string\u{201d} }\n", "U+201C, a printed quotation mark"),
        ("A: { type: str\u{200b}ing }\n", "U+200B stands here, which nobody sees; delete it"),
        ("A: { type: string, description: \u{202e}x }\n", "hold it as `\\u202e`"),
    ] {
        let found = found("types/a.yaml", text);
        let [one] = found.as_slice() else { panic!("{text}: {found:#?}") };
        assert!(one.contains(said), "{text}: {one}");
    }
    // In prose, they are at home.
    assert!(
        found("types/a.yaml", "A: { type: string, description: 10\u{a0}Kč for \u{201c}it\u{201d} }\n")
            .is_empty()
    );
    assert!(found("types/a.yaml", "A: { type: string, description: \"a\\u200bb\" }\n").is_empty());
}
