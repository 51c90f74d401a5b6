//! Responses without an example are made of the types, which end wherever types lead back to themselves.

use super::super::sample::sample;
use bizkit_spec::Specs;
use bizkit_spec::model::{Kind, Schema};
use bizkit_spec::validate::validate;

/// A sample of the type `It`.
fn of(types: &str) -> String {
    let specs =
        Specs::from_texts([("api.yaml", "title: T\nbaseUrl: https://t.example\n"), ("types/t.yaml", types)]);
    let findings: Vec<_> = specs.findings.iter().map(|finding| finding.message.clone()).collect();
    let api = specs.api().unwrap_or_else(|| panic!("{findings:#?}"));
    let index = api.types.iter().position(|def| def.name.pascal() == "It").unwrap();
    let schema = Schema::plain(Kind::Ref(bizkit_spec::model::TypeId(index)));
    let value = sample(api, &schema);
    assert_eq!(validate(api, &schema, &value), [], "{value}");
    value.to_string()
}

#[test]
fn a_union_ends_in_the_branch_that_ends() {
    let list = of(
        "It: { discriminator: k, oneOf: { Cons: { when: cons, properties: { tail: { type: It, required: true } } }, Nil: { when: nil } } }",
    );
    assert!(
        list.ends_with(&format!(r#"{{"k":"nil"}}{}"#, "}".repeat(list.matches("tail").count()))),
        "{list}"
    );
    let tree = of(
        "It: { oneOf: { Node: { properties: { left: { type: It, required: true }, right: { type: It, required: true } } }, Leaf: { type: string } } }",
    );
    assert!(tree.len() < 100_000, "{}", tree.len());
}

#[test]
fn what_may_be_null_ends_as_null() {
    let chain = of("It: { properties: { next: { type: It, required: true, nullable: true } } }");
    assert!(chain.contains(r#""next":null"#), "{chain}");
}

#[test]
fn a_type_with_many_members_of_itself_gives_a_small_value() {
    let members: String =
        (0..50).flat_map(|index: u8| ["  m".to_owned(), index.to_string(), ": It\n".to_owned()]).collect();
    let wide = of(&format!("It:\n properties:\n{members}"));
    assert!(wide.len() < 100_000, "{}", wide.len());
}
