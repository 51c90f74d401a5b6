//! Prose and patterns as authors type them, without quotes: one finding each, which says what to write.

use crate::Specs;

/// What is found in one definition of a type, as `line:column code: message; helps`.
fn found(definition: &str) -> Vec<String> {
    let types = format!("{definition}\n");
    let specs =
        Specs::from_texts([("api.yaml", "title: A\nbaseUrl: https://a.example"), ("types/a.yaml", &types)]);
    let finding = |one: &crate::Diagnostic| {
        let at = specs.sources.line_column(one.span);
        format!("{}:{} {}: {}; {}", at.line, at.column, one.code, one.message, one.help.join("; "))
    };
    specs.findings.iter().map(finding).collect()
}

#[test]
fn each_text_that_ends_too_early_is_one_finding_that_shows_it_in_quotes() {
    let quotes = "put the text in quotes";
    let cases = [
        // A comma, once, twice, before a colon, before one word, over two lines, in an example, a union, an enum.
        (
            "A: { type: string, description: One, or not at all }",
            "1:36",
            "the comma ends the text `One`; put the text in quotes: `description: \"One, or not at all\"`",
        ),
        (
            "A: { description: One, or two, or more than that, type: string }",
            "1:22",
            "`description: \"One, or two, or more than that\"`",
        ),
        (
            "A: { type: string, description: Read it, or else: fail }",
            "1:40",
            "`description: \"Read it, or else: fail\"`",
        ),
        (
            "A: { type: string, description: small, large }",
            "1:38",
            "`description: \"small, large\"`; if `large` is a key of its own, write `large:`",
        ),
        (
            "A: { type: string, description: One,\n  and two lines }",
            "1:36",
            "`description: \"One, and two lines\"`",
        ),
        ("A: { type: string, example: Hello, world and all }", "1:34", "`example: \"Hello, world and all\"`"),
        (
            "A: { properties: { a: { type: string, description: It says \"no\", it does } } }",
            "1:64",
            "`description: 'It says \"no\", it does'`",
        ),
        (
            "A: { discriminator: ok, oneOf: { Yes: { when: true, description: It went, as it should }, No: { when: false } } }",
            "1:73",
            quotes,
        ),
        (
            "A: { enum: { paid: The money arrived, all of it, storno: Cancelled } }",
            "1:37",
            "`paid: \"The money arrived, all of it\"`",
        ),
        ("A: { enum: { paid: The money arrived, storno } }", "1:37", "if `storno` is a key of its own"),
        // A colon.
        (
            "A: { type: string, description: One: two }",
            "1:36",
            "a second `: ` stands behind `One`; put the text in quotes: `\"One: two\"`",
        ),
        ("A:\n  type: string\n  description: One: two\n", "3:19", "`\"One: two\"`"),
        ("A:\n  type: string\n  pattern: ^[a-z]+: \\d+$\n", "3:19", "`'^[a-z]+: \\d+$'`"),
        // A bracket, in a pattern, a path, a link.
        (
            "A: { type: string, pattern: ^[A-Z]{3}$ }",
            "1:30",
            "`[` ends the text `^`; put the text in quotes: `\"^[A-Z]{3}$\"`",
        ),
        ("A: { type: string, pattern: ^a{1,3}$, example: aa }", "1:31", "`\"^a{1,3}$\"`"),
        (
            "A: { type: string, description: see [here](https://a.example), maxLength: 3 }",
            "1:37",
            "`\"see [here](https://a.example)\"`",
        ),
        ("A: { type: string, pattern: [A-Z]+ }", "1:34", "`]` ends a list, and `+` follows"),
        ("A:\n  type: string\n  pattern: [A-Z]{3}\n", "3:17", "a pattern in single ones"),
        // A `#`.
        (
            "A:\n  type: string\n  description: Item #1 of all\n",
            "3:21",
            "begins a comment, so the text ends at `Item`; put the text in quotes: `\"Item #1 of all\"`",
        ),
        ("A: { type: string, description: Item #1 of all }", "1:38", "`\"Item #1 of all\"`"),
        ("A: { type: string, description: Item # one }", "1:38", "`\"Item # one\"`"),
        // No blank behind a colon.
        ("A: {type:string}", "1:9", "a blank is missing behind the colon of `type`; write `type: string`"),
    ];
    for (definition, place, said) in cases {
        let found = found(definition);
        let [one] = found.as_slice() else { panic!("{definition}: {found:#?}") };
        assert!(
            one.starts_with(&format!("{place} unquoted-text: ")) && one.contains(said),
            "{definition}: {one}"
        );
    }
}

#[test]
fn a_quote_inside_a_text_in_quotes_is_told_how_to_write() {
    for (definition, place, said) in [
        ("A: { type: string, description: 'it's here' }", "1:37", "write `''` for an apostrophe"),
        ("A:\n  type: string\n  description: 'it's here'\n", "3:20", "or put the text in double quotes"),
        ("A: { type: string, description: \"say \"no\" now\" }", "1:39", "write `\\\"` for a quote"),
        (
            "A: { type: string, description: 'Twas here }",
            "1:33",
            "begins with an apostrophe in double quotes",
        ),
        ("A: { type: string, description: - one }", "1:33", "cannot begin with `-`"),
        ("A: { type: string, description: `one` two }", "1:33", "cannot begin with a backtick"),
        ("A: { type: string, pattern: \"^\\d+$\" }", "1:31", "put a pattern in single quotes"),
    ] {
        let found = found(definition);
        let [one] = found.as_slice() else { panic!("{definition}: {found:#?}") };
        assert!(
            one.starts_with(&format!("{place} yaml-syntax: ")) && one.contains(said),
            "{definition}: {one}"
        );
    }
}

#[test]
fn a_key_that_prose_may_have_become_is_told_about_the_comma() {
    let found = found("A: { type: string, description: One, two: three }");
    let [one] = found.as_slice() else { panic!("{found:#?}") };
    assert!(
        one.contains("a type has no key `two`; if the comma belongs to the text of `description`"),
        "{one}"
    );
}

#[test]
fn texts_that_are_whole_stay_as_they_are() {
    for definition in [
        "A: { type: string, description: it's here }",
        "A: { type: string, description: \"One, or not\", example: What? }",
        "A: { type: string, pattern: ^\\d+$, maxLength: 3 } # a comment",
        "A:\n  type: string # a comment\n  description: One, or not; [see] {this}, a#b\n",
        "A: { enum: { paid: \"The money arrived, all of it\", storno } }",
        "A: { enum: { paid: , storno: , \"not yet\": } }",
        "A: { enum: [paid, storno, not yet] }",
        "A:\n  enum:\n    paid: Arrived, all of it\n    not yet: Open\n",
    ] {
        assert_eq!(found(definition), Vec::<String>::new(), "{definition}");
    }
}

#[test]
fn wherever_a_file_ends_its_findings_stand_in_it() {
    for text in [
        "A: { type: json, example: [[0: ]] }",
        "A: { type: string, pattern: [a-zř]+, description: it's, or not: \"ř\" more }",
        "A: { description: 'one' two, type: string } # ř",
    ] {
        for end in (0..=text.len()).filter(|end| text.is_char_boundary(*end)) {
            let cut = &text[..end];
            let specs = Specs::from_texts([
                ("api.yaml", "title: A\nbaseUrl: https://a.example"),
                ("types/a.yaml", cut),
            ]);
            for finding in specs.findings.iter() {
                let source = &specs.sources.file(finding.span.file).text;
                let (start, end) = (finding.span.start as usize, finding.span.end as usize);
                assert!(source.get(start..end).is_some(), "{cut:?}: {finding:?}");
            }
        }
    }
}
