//! Texts of all sorts, right and wrong, to nodes and findings.

use super::*;
use crate::source::{Source, SourceMap};

/// The nodes in compact JSON, then each finding as `line:column code`.
fn read(text: &str) -> (String, Vec<String>) {
    let mut sources = SourceMap::default();
    let file = sources.add(Source { path: "a.yaml".into(), relative: "a.yaml".into(), text: text.into() });
    let mut findings = Diagnostics::default();
    let node = parse(file, text, &mut findings);
    findings.sort();
    let place = |diagnostic: &Diagnostic| {
        let at = sources.line_column(diagnostic.span);
        format!("{}:{} {}", at.line, at.column, diagnostic.code)
    };
    (
        node.map_or("nothing".to_owned(), |node| node.to_json().to_string()),
        findings.iter().map(place).collect(),
    )
}

fn check(text: &str, json: &str) {
    assert_eq!(read(text), (json.to_owned(), vec![]), "{text}");
}

fn refuses(text: &str, findings: &[&str]) {
    assert_eq!(read(text).1, findings, "{text}");
}

#[test]
fn reads_block_and_flow_style() {
    check(
        "a: 1\nb: [x, {c: true}, null]\nd:\n  - e: ~\n",
        r#"{"a":1,"b":["x",{"c":true},null],"d":[{"e":null}]}"#,
    );
    check("{}", "{}");
    check("", "null");
    check("# only a comment\n", "null");
}

#[test]
fn keeps_the_text_of_numbers() {
    check("[1250.50, 1e3, -0, 12345678901234567890123]", "[1250.50,1e3,-0,12345678901234567890123]");
    check("a: 110.00 # money\n", r#"{"a":110.00}"#);
    check("{200: {type: json}}", r#"{"200":{"type":"json"}}"#);
}

#[test]
fn texts_stay_texts() {
    check(
        "[no, 'yes', \"1\", 010, +420 777123456, 1.1.1.1]",
        r#"["no","yes","1","010","+420 777123456","1.1.1.1"]"#,
    );
    check("a: |\n  two\n  lines\nb: >-\n  one\n  line\n", r#"{"a":"two\nlines\n","b":"one line"}"#);
}

#[test]
fn line_ends_and_marks_do_not_move_places() {
    check("\u{feff}a: 1\r\nb: 2\r\n", r#"{"a":1,"b":2}"#);
    refuses("\u{feff}a: 1\r\na: 2\r\n", &["2:1 duplicate-key"]);
    refuses("ř: 1\n\"ř\": 2", &["2:1 duplicate-key"]);
}

#[test]
fn duplicate_and_merge_keys_are_refused_everywhere() {
    refuses("a: {b: 1, b: 2}\nc:\n  - d: 1\n    d: 2\n", &["1:11 duplicate-key", "4:5 duplicate-key"]);
    refuses("a: {<<: {b: 1}}", &["1:5 merge-key"]);
}

#[test]
fn anchors_aliases_and_tags_are_refused_where_they_stand() {
    refuses("a: &x 1\nb: *x\n", &["1:4 anchor", "2:4 anchor"]);
    refuses("a: &x {}\n", &["1:4 anchor"]);
    assert!(read("a: !foo 1\n").1.contains(&"1:4 tag".to_owned()));
}

#[test]
fn several_documents_are_refused() {
    refuses("---\na: 1\n", &[]);
    refuses("a: 1\n---\nb: 2\n", &["2:1 several-documents"]);
}

#[test]
fn numbers_that_json_cannot_spell_are_refused() {
    refuses("a: 0x10\nb: .5\nc: .inf\n", &["1:4 bad-number", "2:4 bad-number", "3:4 bad-number"]);
}

#[test]
fn broken_yaml_is_a_finding_with_a_place() {
    for text in ["a: [1, 2\n", "a: b: c\n", "a: \"x\n", "\ta: 1\n", "a: @x\n", "- a\nb: 1\n", "a: \u{0}\n"] {
        let (_, findings) = read(text);
        let refused = findings
            .iter()
            .any(|finding| finding.contains("yaml-syntax") || finding.contains("unquoted-text"));
        assert!(refused, "{text:?}: {findings:?}");
    }
    refuses("a: 1\n\tb: 2\n", &["2:1 yaml-syntax"]);
}

#[test]
fn size_and_depth_are_bounded() {
    refuses(&"a".repeat(MAX_BYTES + 1), &["1:1 too-large"]);
    let deep = format!("{}{}", "[".repeat(1000), "]".repeat(1000));
    assert!(read(&deep).1[0].ends_with("too-deep"), "{:?}", read(&deep).1);
    let fine = format!("{}{}", "[".repeat(60), "]".repeat(60));
    refuses(&fine, &[]);
    let bomb = "a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: &d [*c, *c, *c, *c]\ne: &e [*d, *d, *d, *d]\n";
    let (_, findings) = read(bomb);
    assert!(findings.iter().all(|finding| finding.ends_with("anchor")) && !findings.is_empty());
}

/// Every key and scalar with its source text, in the order of the file.
fn places(text: &str) -> Vec<String> {
    fn walk(node: &Node, text: &str, places: &mut Vec<String>) {
        let at = |span: Span| text[span.start as usize..span.end as usize].to_owned();
        match &node.value {
            Yaml::List(items) => items.iter().for_each(|item| walk(item, text, places)),
            Yaml::Map(entries) => {
                for (key, value) in entries {
                    places.push(at(key.span));
                    walk(value, text, places);
                }
            }
            _ => places.push(at(node.span)),
        }
    }
    let mut findings = Diagnostics::default();
    let node = parse(FileId(0), text, &mut findings);
    assert!(findings.is_empty(), "{text}: {findings:#?}");
    let mut places = Vec::new();
    walk(&node.unwrap(), text, &mut places);
    places
}

#[test]
fn a_place_spans_the_whole_token() {
    let cases: &[(&str, &[&str])] = &[
        ("key: some text # comment\n", &["key", "some text"]),
        ("- a#b\n- -1\n- - :x\n  - ?y\n", &["a#b", "-1", ":x", "?y"]),
        ("a: \"x: \\\" y\" # c\n'b''c': '#, }'\n", &["a", "\"x: \\\" y\"", "'b''c'", "'#, }'"]),
        ("{a: [1, two words , \"\"],\n b: {c: true}}", &["a", "1", "two words", "\"\"", "b", "c", "true"]),
        ("[\n  a, # c, d\n  b]", &["a", "b"]),
        ("a:\nb: ~\nc: null\n", &["a", "", "b", "~", "c", "null"]),
        ("a: one\n   two # c\nb: 'x\n\n  y'\n", &["a", "one\n   two", "b", "'x\n\n  y'"]),
        (
            "a: |\n  x: 1\n  # no comment\n\nb: >- # c\n  y\n  z\n",
            &["a", "|\n  x: 1\n  # no comment", "b", ">- # c\n  y\n  z"],
        ),
        ("{\"a\":1,'b':\"2\"}", &["\"a\"", "1", "'b'", "\"2\""]),
        ("? a\n: b\n? c\n", &["a", "b", "c", ""]),
        ("--- # first\na: 1\n...\n", &["a", "1"]),
        ("%YAML 1.2\n---\na: 1\n", &["a", "1"]),
        ("\u{feff}ř: č\r\n漢: 🦀\r\n", &["ř", "č", "漢", "🦀"]),
        ("a: 'b\u{2028}c\u{85} d'\nd: e", &["a", "'b\u{2028}c\u{85} d'", "d", "e"]),
        ("[a: 1, {b}, c]", &["a", "1", "b", "", "c"]),
        ("a: [[], {}, [x]]\nb: {}\n", &["a", "x", "b"]),
        ("- []\n- [{}, y]\n", &["y"]),
        ("a: 'it''s' \nhttp://x: y:z\n", &["a", "'it''s'", "http://x", "y:z"]),
    ];
    for (text, expected) in cases {
        assert_eq!(places(text), *expected, "{text}");
    }
}

#[test]
fn a_container_stands_where_its_key_bracket_or_first_child_is() {
    let text = "a: {b: [c]}\nd:\n  - e: 1\n  - [f, []]\n  - []\n";
    let mut findings = Diagnostics::default();
    let root = parse(FileId(0), text, &mut findings).unwrap();
    let at = |node: &Node| node.span.start as usize;
    let Yaml::Map(entries) = &root.value else { panic!("{root:?}") };
    assert_eq!((at(&root), at(&entries[0].1), at(&entries[1].1)), (0, 0, 12));
    let Yaml::List(items) = &entries[1].1.value else { panic!("{root:?}") };
    let starts: Vec<&str> = items.iter().map(|item| &text[at(item)..=at(item)]).collect();
    assert_eq!(starts, ["e", "[", "["]);
    let Yaml::List(inner) = &items[1].value else { panic!("{root:?}") };
    assert_eq!((at(&items[1]), at(&inner[1]), at(&items[2])), (28, 32, 40));
}

#[test]
fn reading_goes_on_behind_what_is_refused() {
    let text = "a: &x 1\nb: !t {c: 1}\nd: *x\n<<: {}\ne: 0x1F\n[k]: 1\na: 2\nf: [*x, &y []]\n\"<<\": 1\n";
    let (json, findings) = read(text);
    assert_eq!(json, r#"{"a":1,"b":{"c":1},"d":1,"e":31,"f":[1,[]],"<<":1}"#);
    assert_eq!(
        findings,
        [
            "1:4 anchor",
            "2:4 tag",
            "3:4 anchor",
            "4:1 merge-key",
            "5:4 bad-number",
            "6:1 key-not-text",
            "7:1 duplicate-key",
            "8:5 anchor",
            "8:9 anchor",
        ]
    );
}

#[test]
fn properties_are_seen_wherever_they_stand() {
    refuses("&r\na: 1\n", &["1:1 anchor"]);
    refuses("a:\n  &x\n  b: 1\n", &["2:3 anchor"]);
    refuses("- &x\n- !t\n", &["1:3 anchor", "2:3 tag"]);
    refuses("&k a: !!str 1\n", &["1:1 anchor", "1:7 tag"]);
    refuses("!<tag:x> a: &x !t b\n", &["1:1 tag", "1:13 anchor", "1:16 tag"]);
    refuses("- &x {a: 1}\n- b: *x\n- *x\n", &["1:3 anchor", "2:6 anchor", "3:3 anchor"]);
    refuses("{\"a\":&x 1,'b':!t 2}", &["1:6 anchor", "1:15 tag"]);
    refuses("[&x [], *x, *x]", &["1:2 anchor", "1:9 anchor", "1:13 anchor"]);
    refuses("a: \"&x\"\nb: '*x' # *x !t\nc: x & y * z ! &w\n", &[]);
}

#[test]
fn mistakes_behind_an_anchor_are_told_once() {
    let text = "a: &x [[0x1], 0x2, {b: 1, b: 2, ~: 3}]\nc: [*x, 0x3]\n";
    let (json, findings) = read(text);
    assert_eq!(json, r#"{"a":[[1],2,{"b":1}],"c":[[[1],2,{"b":1}],3]}"#);
    assert_eq!(
        findings,
        [
            "1:4 anchor",
            "1:9 bad-number",
            "1:15 bad-number",
            "1:27 duplicate-key",
            "1:33 key-not-text",
            "2:5 anchor",
            "2:9 bad-number",
        ]
    );
}

#[test]
fn numbers_behind_an_alias_are_numbers_of_json() {
    let (json, findings) = read("a: &x [.inf, 1.50]\nb: *x\n");
    assert_eq!(json, r#"{"a":[0,1.50],"b":[0,1.5]}"#);
    assert_eq!(findings, ["1:4 anchor", "1:8 bad-number", "2:4 anchor"]);
}

#[test]
fn what_is_not_closed_is_shown_where_it_begins() {
    let mut sources = SourceMap::default();
    let text = "a: {b: [1, 2}";
    let file = sources.add(Source { path: String::new(), relative: String::new(), text: text.into() });
    let mut findings = Diagnostics::default();
    parse(file, text, &mut findings);
    let related = &findings.iter().next().unwrap().related;
    assert_eq!(sources.line_column(related[0].0).column, 8, "{findings:?}");
}

#[test]
fn an_alias_that_is_not_defined_is_an_alias() {
    refuses("a: *x\n", &["1:4 anchor"]);
    refuses("a: !x!y 1\n", &["1:4 tag"]);
}

#[test]
fn keys_of_any_spelling_are_texts() {
    check(
        "{1: a, true: b, 1.50: c, 0x1F: d, yes: e}",
        r#"{"1":"a","true":"b","1.50":"c","0x1F":"d","yes":"e"}"#,
    );
    refuses("200: a\n\"200\": b\n", &["2:1 duplicate-key"]);
    refuses("{{a: 1}: 2, ~: 3}", &["1:2 key-not-text", "1:13 key-not-text"]);
    refuses("path: {{id}}\n", &["1:8 key-not-text"]);
}

#[test]
fn a_number_is_told_how_to_spell() {
    let help = |text: &str| {
        let mut findings = Diagnostics::default();
        parse(FileId(0), text, &mut findings);
        findings.iter().flat_map(|finding| finding.help.clone()).collect::<String>()
    };
    assert_eq!(help("a: +420777123456"), "write `420777123456`, or `\"+420777123456\"` if it is a text");
    assert_eq!(help("a: .5"), "write `0.5`, or `\".5\"` if it is a text");
    assert_eq!(help("a: -.inf"), "JSON has no such number; write `\"-.inf\"` if it is a text");
}

#[test]
fn characters_that_no_text_should_hold_are_refused_where_they_stand() {
    refuses("a: 1\nb: \"x\u{0}y\"\n", &["2:6 yaml-syntax"]);
    refuses("a: \u{9b}\n", &["1:4 yaml-syntax"]);
    refuses("a: \u{feff}\n", &["1:4 yaml-syntax"]);
    refuses("a: 1\nb: \u{fffe}\n", &["2:4 yaml-syntax"]);
    refuses("a: \"\u{7f}\"\n", &["1:5 yaml-syntax"]);
    check("a: \"\\u0007\"\n", "{\"a\":\"\\u0007\"}");
}

#[test]
fn a_document_that_is_one_scalar_is_read_to_its_end() {
    check("text\n", "\"text\"");
    check("5", "5");
    refuses("a\nb: c\n", &["2:2 yaml-syntax"]);
    refuses("\"a\" b", &["1:5 yaml-syntax"]);
    refuses("a\n--- \nb\n", &["2:1 several-documents"]);
    refuses("a: 1\n... # end\n# c\nb: 2\n", &["2:1 several-documents"]);
}

#[test]
fn what_is_wrong_with_the_yaml_is_said_in_words() {
    let cases = [
        ("a: b: c\n", "1:5", "a second `: ` stands behind `b`"),
        ("a: 1\n  b: 2\n", "2:4", "a second `: ` in one line"),
        ("a:\n\tb: 1\n", "2:1", "a tab cannot indent"),
        ("a: @x\n", "1:4", "a plain text cannot begin with `@`"),
        ("a: 1\nb: \"x\n", "2:4", "this quote is never closed"),
        ("a: [1, 2\nb: 3\n", "2:2", "expected `,` or `]`"),
        ("a: {b: 1\nc: 2\n", "2:2", "expected `,` or `}`"),
        ("a: \"\\d\"\n", "1:5", "double quotes know no such escape"),
        ("a: *\n", "1:4", "aliases are not part"),
        ("a: 1\nb\nc: 2\n", "3:1", "expected a `:`"),
        ("a:\n - 1\n b: 2\n", "3:2", "expected `- `"),
        ("a:\n  b: 1\n c: 2\n", "3:2", "expected a key"),
        ("a: - b\n", "1:4", "a list cannot begin here"),
    ];
    for (text, place, message) in cases {
        let mut sources = SourceMap::default();
        let file = sources.add(Source { path: String::new(), relative: String::new(), text: text.into() });
        let mut findings = Diagnostics::default();
        assert_eq!(parse(file, text, &mut findings), None, "{text}");
        let finding = findings.iter().next().unwrap();
        let at = sources.line_column(finding.span);
        assert_eq!(format!("{}:{}", at.line, at.column), place, "{text}: {}", finding.message);
        assert!(finding.message.starts_with(message), "{text}: {}", finding.message);
        assert!(!finding.help.is_empty(), "{text}");
    }
}

#[test]
fn reading_takes_time_in_proportion_to_the_text() {
    // Each of these takes minutes or more where a step looks back at what was read before.
    let bomb = (0..2000).fold(String::from("- &a0 [[], []]\n"), |text, n| {
        text + &format!("- &a{} [*a{n}, *a{n}, *a{n}, *a{n}, *a{n}, *a{n}]\n", n + 1)
    });
    let loops = "&a [*a, *a, *a]";
    let long_line = format!("[{}]", "\"ř\", ".repeat(MAX_BYTES / 8));
    let brackets = "[".repeat(MAX_BYTES);
    let braces = "{a: ".repeat(MAX_BYTES / 4);
    let aliases = format!("- &a [{}]\n{}", "x,".repeat(50_000), "- *a\n".repeat(20_000));
    let dashes = "- ".repeat(MAX_BYTES / 2);
    let keys = (0..30_000).fold(String::new(), |text, n| text + &format!("k{n}:\n"));
    for text in [bomb.as_str(), loops, &long_line, &brackets, &braces, &aliases, &dashes, &keys] {
        let (json, findings) = read(text);
        assert!(findings.len() <= MAX_BYTES && json.len() <= 8 * MAX_BYTES);
    }
}
