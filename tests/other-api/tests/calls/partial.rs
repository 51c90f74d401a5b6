//! Partial updates: what is left out, what is cleared, what is set.

use crate::{body, last, line, start};
use other_api::branch::thing::ThingPatch;
use other_api::types::{Keeper, Price};

fn patch() -> ThingPatch {
    ThingPatch::new("Brno", " dr-0042 ")
}

#[tokio::test]
async fn what_is_not_named_is_not_sent() {
    let (sandbox, client) = start();
    patch().send(&client).await.unwrap();
    let sent = last(&sandbox);
    assert_eq!((line(&sent).as_str(), body(&sent)), ("PATCH /branch/Brno/thing/DR-0042", "{}"));
}

#[tokio::test]
async fn to_leave_to_clear_and_to_set_differ() {
    let (sandbox, client) = start();
    patch().clear_note().deposit("10.50").send(&client).await.unwrap();
    assert_eq!(body(&last(&sandbox)), r#"{"note":null,"deposit":10.50}"#);

    patch().name("Saw").note("sharp").clear_due_on().send(&client).await.unwrap();
    assert_eq!(body(&last(&sandbox)), r#"{"name":"Saw","note":"sharp","due-on":null}"#);
}

#[tokio::test]
async fn records_lists_and_numbers_are_cleared_and_set_alike() {
    let (sandbox, client) = start();
    patch().clear_deposit().clear_keeper().clear_tags().send(&client).await.unwrap();
    assert_eq!(body(&last(&sandbox)), r#"{"deposit":null,"keeper":null,"tags":null}"#);

    let keeper = Keeper::new("Eva").with_phone("00420-777 123 456");
    let patch = patch().deposit(Price::from_static("0")).keeper(keeper).tags(["new"]);
    patch.send(&client).await.unwrap();
    let expected = r#"{"deposit":0,"keeper":{"name":"Eva","phone":"+420 777123456"},"tags":["new"]}"#;
    assert_eq!(body(&last(&sandbox)), expected);
}

#[tokio::test]
async fn the_last_word_counts() {
    let (sandbox, client) = start();
    patch().note("a").clear_note().tags(["b"]).clear_tags().tags(["c"]).send(&client).await.unwrap();
    assert_eq!(body(&last(&sandbox)), r#"{"note":null,"tags":["c"]}"#);
}

#[tokio::test]
async fn an_empty_list_is_not_null() {
    let (sandbox, client) = start();
    patch().tags([""; 0]).send(&client).await.unwrap();
    assert_eq!(body(&last(&sandbox)), r#"{"tags":[]}"#);
}
