//! What is declined, where, and what that covers. What each lint finds is shown by its page.

use super::lint;
use bizkit_spec::Specs;
use bizkit_spec::codes::Code;

const API: &str = "title: A\nbaseUrl: https://a.example\n";
const READ: &str = "summary: Read\nmethod: GET\npath: /thing/read\ndocs: https://a.example/read\nparameters:\n  shopId: { type: string, description: The shop }\n  itemId: { type: string, description: The item }\nresponses: { 200: {} }\nexamples: [{ request: {} }]\n";

fn found(api: &str, read: &str) -> Vec<String> {
    let specs = Specs::from_texts([("api.yaml", api), ("thing/read.yaml", read)]);
    assert!(specs.findings.is_empty(), "{:#?}", specs.findings);
    let found = lint(specs.api().unwrap());
    let line = |span| specs.sources.line_column(span).line;
    found.iter().map(|finding| format!("{} {}", finding.code, line(finding.span))).collect()
}

#[test]
fn findings_are_declined_for_a_member_a_file_and_the_whole_api() {
    let both = ["unconstrained-id 6", "unconstrained-id 7"];
    assert_eq!(found(API, READ), both);
    let reason = "allow: { unconstrained-id: The page says nothing }";
    let member = READ.replace("The shop }", &format!("The shop, {reason} }}"));
    assert_eq!(found(API, &member), ["unconstrained-id 7"]);
    assert_eq!(found(API, &format!("{READ}{reason}\n")), Vec::<String>::new());
    assert_eq!(found(&format!("{API}{reason}\n"), READ), Vec::<String>::new());
}

#[test]
fn what_is_declined_for_nothing_is_found() {
    let reason = "allow: { unmarked-secret: It is none }";
    assert_eq!(found(API, &format!("{READ}{reason}\n")).last().unwrap(), "unused-allowance 10");
    // The nearer one counts, so the other is of no use.
    let near = READ
        .replace("The shop }", "The shop, allow: { unconstrained-id: a } }")
        .replace("  itemId: { type: string, description: The item }\n", "");
    assert_eq!(found(&format!("{API}allow: {{ unconstrained-id: b }}\n"), &near), ["unused-allowance 3"]);
}

#[test]
fn a_reason_is_asked_for_and_only_lints_are_declined() {
    for (text, code, message) in [
        ("allow: { unconstrained-id: \"\" }", "wrong-kind", "the reason why"),
        ("allow: { unconstraind-id: a }", "unknown-word", "no lint is called"),
        ("allow: { unknown-key: a }", "unknown-word", "no lint is called"),
        ("allow: [unused-type]", "wrong-kind", "a mapping of lints to reasons"),
    ] {
        let read = format!("{READ}{text}\n");
        let specs = Specs::from_texts([("api.yaml", API), ("thing/read.yaml", read.as_str())]);
        let findings: Vec<_> =
            specs.findings.iter().map(|one| (one.code.name(), one.message.as_str())).collect();
        assert!(
            matches!(findings.as_slice(), [(found, text)] if *found == code && text.contains(message)),
            "{findings:?}"
        );
    }
}

/// What is found in specs of these files, as `code: message; help`.
fn advice(files: &[(&str, &str)]) -> Vec<String> {
    let specs = Specs::from_texts([("api.yaml", API)].iter().chain(files).copied());
    assert!(specs.findings.is_empty(), "{:#?}", specs.findings);
    let said =
        |one: &bizkit_spec::Diagnostic| format!("{}: {}; {}", one.code, one.message, one.help.join("; "));
    lint(specs.api().unwrap()).iter().map(said).collect()
}

/// An endpoint without a finding of its own.
fn endpoint(path: &str, more: &str) -> String {
    let names = path.split('{').skip(1).map(|rest| rest.split('}').next().unwrap());
    let names: Vec<_> =
        names.map(|name| format!("{name}: {{ type: string, maxLength: 9, description: It }}")).collect();
    let parameters =
        if names.is_empty() { String::new() } else { format!("parameters: {{ {} }}\n", names.join(", ")) };
    format!(
        "summary: Read\nmethod: GET\ndocs: https://a.example/read\npath: \"{path}\"\n{parameters}responses: {{ 200: {{}} }}\nexamples: [{{ status: 200 }}]\n{more}"
    )
}

#[test]
fn a_file_that_is_not_where_its_path_says_is_told_where_to_go_and_stays_there() {
    let others = [("a/x.yaml", "/api/v1/a/x"), ("a/y.yaml", "/api/v1/a/y"), ("a/z.yaml", "/api/v1/a/z")];
    let others: Vec<(&str, String)> = others.iter().map(|(file, path)| (*file, endpoint(path, ""))).collect();
    for (file, path, more, help) in [
        ("shop/list.yaml", "/api/v1/shop/feed", "", "move it to `shop/feed.yaml`"),
        (
            "shop/detial.yaml",
            "/api/v1/shop/detail",
            "",
            "correct `path` to `/api/v1/shop/detial`, or move the file to `shop/detail.yaml`",
        ),
        ("feedback/rate.yaml", "/api/v1/feedback/", "", "move it to `feedback/index.yaml`"),
        ("status/state.yaml", "/api/v1/status", "", "move it to `status/index.yaml`"),
        ("utils/picture.yaml", "/qr", "baseUrl: https://cdn.example\n", "move it to `utils/qr.yaml`"),
        (
            "utils/short.yaml",
            "/api/shorten/",
            "baseUrl: https://x.example\n",
            "move it to `api/shorten.yaml`",
        ),
        ("room/read.get.yaml", "/api/v1/room/{id}", "", "move it to `room/{id}.get.yaml`"),
        (
            "shop/list.yaml",
            "/api/v2/shop/list",
            "",
            "correct `path`, unless the vendor's page really says so",
        ),
        ("shop/list.yaml", "/shop/list", "", "correct `path`"),
    ] {
        let with = |file: &str| {
            let text = endpoint(path, more);
            let all = others.iter().map(|(file, text)| (*file, text.as_str())).chain([(file, text.as_str())]);
            advice(&all.collect::<Vec<_>>())
        };
        let found = with(file);
        let [one] = found.as_slice() else { panic!("{file}, {path}: {found:#?}") };
        assert!(one.starts_with("path-mismatch: ") && one.contains(help), "{file}, {path}: {one}");
        // Whoever does what is said gets no further advice.
        if let Some((_, rest)) = one.split_once("to `").filter(|_| one.contains(".yaml`")) {
            let rest = rest.split_once("file to `").map_or(rest, |(_, rest)| rest);
            let place = rest.split('`').next().unwrap();
            assert_eq!(with(place), Vec::<String>::new(), "{file} moved to {place}");
        }
    }
}

#[test]
fn names_that_hide_what_rust_has_at_hand_are_found_and_can_be_given() {
    for (file, more, found) in [
        ("a/send.yaml", "", true),
        ("a/copy.yaml", "", true),
        ("a/result.yaml", "", true),
        ("a/option.yaml", "", true),
        ("a/error.yaml", "", true),
        ("a/send.yaml", "name: SendMessage\n", false),
        ("a/list.yaml", "", false),
    ] {
        let path = format!("/{}", file.trim_end_matches(".yaml"));
        let advice = advice(&[(file, &endpoint(&path, more))]);
        assert_eq!(
            advice.iter().any(|one| one.starts_with("hiding-name: the request")),
            found,
            "{file}: {advice:#?}"
        );
    }
    let types = "Result: { type: string, description: What came }\nBox: { type: string, description: A box }";
    let found = advice(&[("types/a.yaml", types)]);
    assert_eq!(found.iter().filter(|one| one.starts_with("hiding-name: the type")).count(), 2, "{found:#?}");
}

#[test]
fn a_documented_member_that_nothing_describes_is_found_wherever_it_stands() {
    for (responses, response, expected) in [
        ("{ properties: { a: { type: string, description: A } } }", "{ a: x, b: 1 }", "shows `b`"),
        (
            "{ properties: { a: { type: array, description: A, items: { title: Item, properties: { c: { type: string, description: C } } } } } }",
            "{ a: [{ c: x }, { c: x, d: 1 }] }",
            "shows `a[1].d`",
        ),
        (
            "{ type: object, additionalProperties: { title: Item, properties: { c: { type: string, description: C } } } }",
            "{ x: { c: y, e: 1 } }",
            "shows `x.e`",
        ),
        (
            "{ discriminator: k, oneOf: { A: { when: a, properties: { x: { type: string, description: X } } }, B: { when: b } } }",
            "{ k: a, x: y, z: 1 }",
            "shows `z`",
        ),
        ("{ type: json }", "{ a: { b: 1 } }", ""),
        (
            "{ properties: { a: { type: json, description: A } }, additionalProperties: true }",
            "{ a: { b: 1 }, c: { d: 2 } }",
            "",
        ),
        (
            "{ discriminator: k, oneOf: { A: { when: a, properties: { x: { type: string, description: X } } }, B: { when: b } } }",
            "{ k: a, x: y }",
            "",
        ),
    ] {
        let text = endpoint("/a/read", "")
            .replace("responses: { 200: {} }", &format!("responses: {{ 200: {responses} }}"))
            .replace("{ status: 200 }", &format!("{{ response: {response} }}"));
        let found = advice(&[("a/read.yaml", &text)]);
        let found: Vec<_> = found.iter().filter(|one| one.starts_with("undescribed-member")).collect();
        match expected {
            "" => assert!(found.is_empty(), "{response}: {found:#?}"),
            expected => assert!(found.len() == 1 && found[0].contains(expected), "{response}: {found:#?}"),
        }
    }
}

#[test]
fn types_are_alike_by_all_that_they_are_and_texts_by_what_their_module_says() {
    let three = |rule: &str| {
        format!(
            "{{ type: string, description: A{rule} }}, b: {{ type: string, description: B }}, c: {{ type: string, description: C }}"
        )
    };
    let alike = |first: &str, second: &str| {
        let types = format!("One:\n  description: A\n  {first}\nTwo:\n  description: B\n  {second}\n");
        advice(&[("types/a.yaml", &types)]).iter().any(|one| one.starts_with("repeated-type"))
    };
    let of = |rule: &str| format!("properties: {{ a: {} }}", three(rule));
    assert!(alike(&of(""), &of("")));
    assert!(!alike(&of(""), &of(", maxLength: 3")));
    assert!(!alike(&of(""), &format!("{}\n  additionalProperties: true", of(""))));
    assert!(!alike(&of(""), &format!("{}\n  constraints: [{{ atLeastOneOf: [a, b] }}]", of(""))));
    assert!(!alike("enum: [a, b, c]", "enum: [a, b, c]\n  open: true"));
    assert!(!alike("enum: { a: Good, b: B, c: C }", "enum: { a: Bad, b: B, c: C }"));

    let types = "Code: { type: string, maxLength: 3, description: A code }";
    let read = |code: &str| {
        endpoint("/m/read", "").replace("responses:", &format!("parameters: {{ code: {code} }}\nresponses:"))
    };
    let mixed = |module: &str, plain: &str| {
        let (one, two) = (read("Code"), read("Code").replace("/m/read", "/m/other"));
        let third = read(plain).replace("/m/read", &format!("/{module}/third"));
        let file = format!("{module}/third.yaml");
        let files = [("types/a.yaml", types), ("m/read.yaml", &one), ("m/other.yaml", &two), (&file, &third)];
        advice(&files).iter().any(|one| one.starts_with("mixed-type"))
    };
    assert!(mixed("m", "{ type: string, description: A code }"));
    assert!(!mixed("n", "{ type: string, description: Another code }"), "another module");
    assert!(!mixed("m", "{ type: string, description: A code, example: too long }"), "another meaning");
}

#[test]
fn what_nobody_has_seen_for_a_year_is_found_by_the_newest_date_of_the_folder() {
    let found = |old: &str, new: &str| {
        let read = format!(
            "{}seen: {{ in: page, on: {old} }}\n",
            READ.replace("type: string, description: The shop", "type: ShopId")
        );
        let types = format!(
            "ShopId: {{ type: string, description: The id of a shop, seen: {{ in: traffic, on: {new} }} }}\n"
        );
        let specs =
            Specs::from_texts([("api.yaml", API), ("thing/read.yaml", &read), ("types/a.yaml", &types)]);
        assert!(specs.findings.is_empty(), "{:#?}", specs.findings);
        let found = lint(specs.api().unwrap());
        let about = found.iter().filter(|finding| finding.code == Code::LONG_UNSEEN);
        about.map(|finding| finding.message.clone()).collect::<Vec<_>>()
    };
    assert_eq!(found("2025-12", "2026-11-30"), [""; 0]);
    assert_eq!(
        found("2025-11", "2026-11-01"),
        ["nobody has seen `thing/read` since 2025-11, and the newest date is 2026-11-01"]
    );
    assert_eq!(
        found("2026-11", "2024-02-29"),
        ["nobody has seen `ShopId` since 2024-02-29, and the newest date is 2026-11"]
    );
    // However old: nothing is newer.
    assert_eq!(found("1999-01", "1999-02"), [""; 0]);
}

#[test]
fn only_what_a_page_shows_needs_a_link_to_it() {
    let bare =
        READ.replace("docs: https://a.example/read\n", "allow: { unconstrained-id: Any text will do }\n");
    for (seen, expected) in [
        ("", vec!["missing-docs 1"]),
        ("seen: { in: page, on: 2026-11 }\n", vec!["missing-docs 1"]),
        ("seen: { in: narrative, on: 2026-11 }\n", vec![]),
        ("seen: { in: document, on: 2026-11 }\n", vec![]),
        ("seen: { in: traffic, on: 2026-11 }\n", vec![]),
    ] {
        assert_eq!(found(API, &format!("{bare}{seen}")), expected, "{seen}");
    }
}
