//! Bounds of untrusted specs: what would take long or never end is refused, and everything else is linear.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::Specs;
use crate::codes::Code;
use std::fmt::Write;

const API: (&str, &str) = ("api.yaml", "title: T\nbaseUrl: https://t.example\n");

/// The codes of what is found in a file of types, each once.
fn codes(types: &str) -> Vec<&'static str> {
    let specs = Specs::from_texts([API, ("types/a.yaml", types)]);
    let mut codes: Vec<&str> = specs.findings.iter().map(|finding| finding.code.name()).collect();
    codes.dedup();
    codes
}

/// `One`, `Two`, ..: each named after its place.
fn chain(count: usize, each: impl Fn(&str, &str) -> String) -> String {
    let name =
        |index: usize| format!("T{index}x").replace(|c: char| c.is_ascii_digit(), "") + &letters(index);
    (0..count).map(|index| each(&name(index), &name(index + 1)) + "\n").collect::<String>()
        + &format!("{}: {{ type: string }}\n", name(count))
}

/// A number in letters, so that it makes a name.
fn letters(mut number: usize) -> String {
    let mut text = String::new();
    loop {
        text.insert(0, char::from(b'a' + u8::try_from(number % 26).unwrap()));
        number /= 26;
        if number == 0 {
            return text;
        }
    }
}

#[test]
fn chains_of_types_of_any_length_are_walked_without_a_deep_stack() {
    let required = chain(3_000, |this, next| {
        format!("{this}: {{ properties: {{ a: {{ type: {next}, required: true }} }} }}")
    });
    assert_eq!(codes(&required), ["too-deep"]);
    let optional = chain(3_000, |this, next| format!("{this}: {{ properties: {{ a: {next} }} }}"));
    assert_eq!(codes(&optional), Vec::<&str>::new());
    let lists = chain(3_000, |this, next| format!("{this}: {{ type: array, items: {next} }}"));
    assert_eq!(codes(&lists), ["too-deep"]);
    let unions = chain(3_000, |this, next| {
        format!(
            "{this}: {{ discriminator: k, oneOf: {{ A: {{ when: a, type: {next} }}, B: {{ when: b }} }} }}"
        )
    });
    assert_eq!(codes(&unions), ["too-deep", "ambiguous-union"]);
    let round = chain(3_000, |this, next| {
        format!("{this}: {{ properties: {{ a: {{ type: {next}, required: true }} }} }}")
    });
    let first = round.split(':').next().unwrap().to_owned();
    let last = round.trim_end().rsplit('\n').next().unwrap().to_owned();
    let closed = round.replace(
        &last,
        &format!(
            "{}: {{ properties: {{ a: {{ type: {first}, required: true }} }} }}",
            last.split(':').next().unwrap()
        ),
    );
    let specs = Specs::from_texts([API, ("types/a.yaml", &closed)]);
    assert_eq!(specs.findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), [Code::ENDLESS_TYPE]);
}

#[test]
fn the_smallest_value_of_a_type_has_a_bound() {
    let doubled = chain(40, |this, next| {
        format!(
            "{this}: {{ properties: {{ a: {{ type: {next}, required: true }}, b: {{ type: {next}, required: true }} }} }}"
        )
    });
    assert_eq!(codes(&doubled), ["too-much"]);
    assert_eq!(codes("A: { type: array, minItems: 4294967294, items: string }"), ["too-much"]);
}

#[test]
fn values_of_a_large_enum_are_compared_in_one_pass() {
    let mut text = "Country: { enum: [".to_owned();
    for index in 0..30_000 {
        let _ = write!(text, "v{}, ", letters(index));
    }
    text.push_str("va, '1.0', '10'] }");
    assert_eq!(codes(&text), ["duplicate-value", "name-collision"]);
}

#[test]
fn members_of_one_request_and_one_type_have_a_bound() {
    let members: String =
        (0..10_000).flat_map(|index| ["  p".to_owned(), letters(index), ": string\n".to_owned()]).collect();
    assert_eq!(codes(&format!("Wide:\n  properties:\n{}", members.replace("  p", "    p"))), ["too-much"]);
    let call =
        format!("summary: A\nmethod: GET\npath: /m/a\nparameters:\n{members}responses: {{ 204: {{}} }}\n");
    let specs = Specs::from_texts([API, ("m/a.yaml", &call)]);
    assert_eq!(specs.findings.iter().map(|finding| finding.code).collect::<Vec<_>>(), [Code::TOO_MUCH]);
}

#[test]
fn patterns_together_have_a_bound() {
    let one = |index: usize| {
        format!(
            "P{}: {{ type: string, pattern: '^x{}[a-c]*a[a-c]{{9}}$' }}\n",
            letters(index),
            letters(index)
        )
    };
    assert_eq!(codes(&one(0)), Vec::<&str>::new());
    let text: String = (0..200).map(one).collect();
    assert_eq!(codes(&text), ["too-much"]);
    // The same pattern is looked at once.
    let same: String =
        (0..2_000).map(|index| one(0).replacen("Pa", &format!("P{}", letters(index)), 1)).collect();
    assert_eq!(codes(&same), Vec::<&str>::new());
}
