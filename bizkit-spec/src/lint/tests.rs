//! What is declined, where, and what that covers. What each lint finds is shown by its page.

use super::lint;
use crate::Specs;

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
