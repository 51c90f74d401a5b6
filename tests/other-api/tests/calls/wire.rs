//! What crosses the wire: methods, paths, arguments and their names.

use crate::{body, last, line, start};
use http_runtime::sandbox::Response;
use other_api::branch::{ThingGet, ThingPost};
use other_api::types::{Availability, AvailabilityFree, AvailabilityLent, Manual, ManualBook, ThingKind};
use other_api::{label, loan};

#[tokio::test]
async fn a_path_parameter_stays_one_segment_and_the_slash_at_the_end_stays() {
    let (sandbox, client) = start();
    ThingGet::new("Praha 1/Old Town").send(&client).await.unwrap();
    assert_eq!(line(&last(&sandbox)), "GET /branch/Praha%201%2FOld%20Town/thing/");
}

#[tokio::test]
async fn lists_are_repeated_or_joined_as_the_spec_says() {
    let (sandbox, client) = start();
    let things = ThingGet::new("Brno").tag(["red", "50 % off"]).only(["dr-0042", "SA-0007"]);
    things.send(&client).await.unwrap();
    let sent = last(&sandbox);
    assert_eq!(line(&sent), "GET /branch/Brno/thing/?tag=red&tag=50%20%25%20off&only=DR-0042%2CSA-0007");
    assert_eq!(sent.queries().iter().filter(|(name, _)| name == "tag").count(), 2);
    assert_eq!(sent.query("only").unwrap(), "DR-0042,SA-0007");
}

#[tokio::test]
async fn words_of_rust_are_arguments_like_any_other() {
    let (sandbox, client) = start();
    let things = ThingGet::new("Brno").r#type(ThingKind::Hoop).from("2025-01-01").to("2026-01-01");
    things.send(&client).await.unwrap();
    let expected = "GET /branch/Brno/thing/?type=loop&from=2025-01-01&to=2026-01-01";
    assert_eq!(line(&last(&sandbox)), expected);

    let request = loan::Request::new("toy", "2026-03-01", "2026-03-02");
    let request = request.self_(true).r#async(false).trace_id("a-1").clear_send();
    request.send(&client).await.unwrap();
    let sent = last(&sandbox);
    assert_eq!(line(&sent), "POST /loan?async=false");
    assert_eq!(sent.header("trace-id"), Some("a-1"));
    let expected = r#"{"type":"toy","from":"2026-03-01","to":"2026-03-02","self":true,"send":null}"#;
    assert_eq!(body(&sent), expected);
}

#[tokio::test]
#[expect(deprecated, reason = "what is deprecated can still be called")]
async fn names_that_would_be_one_in_rust_are_two_on_the_wire() {
    let (sandbox, client) = start();
    ThingGet::new("Brno").sort_by("age").old_sort("oldest").send(&client).await.unwrap();
    assert_eq!(line(&last(&sandbox)), "GET /branch/Brno/thing/?sort-by=age&sortBy=oldest");

    let request = loan::Request::new("toy", "2026-03-01", "2026-03-02").send_("home").old_send("office");
    request.send(&client).await.unwrap();
    assert!(body(&last(&sandbox)).ends_with(r#""send":"home","deliver_to":"office"}"#));
}

#[tokio::test]
async fn money_keeps_its_digits_and_numbers_are_text_where_the_api_wants_text() {
    let (sandbox, client) = start();
    let thing = ThingPost::new("Brno", "dr-0042", ThingKind::Tool, "Drill", "249.90");
    thing.pieces(12).fragile(true).colours(["red", "black"]).send(&client).await.unwrap();
    let sent = last(&sandbox);
    assert_eq!(line(&sent), "POST /branch/Brno/thing/");
    assert_eq!(sent.header("content-type"), Some("application/json"));
    let expected = concat!(
        r#"{"id":"DR-0042","type":"tool","name":"Drill","deposit":249.90,"#,
        r#""pieces":"12","fragile":"true","colours":"red;black"}"#
    );
    assert_eq!(body(&sent), expected);
}

#[tokio::test]
async fn a_union_is_written_with_its_tag_or_without_one() {
    let (sandbox, client) = start();
    let thing = ThingPost::new("Brno", "DR-0042", "tool", "Drill", 100);
    let ends = |end: &str| {
        let sent = last(&sandbox);
        assert!(body(&sent).ends_with(end), "{} does not end with {end}", body(&sent));
    };
    for (availability, end) in [
        (
            Availability::Lent(AvailabilityLent::new("2026-02-01")),
            r#""availability":{"state":"lent","until":"2026-02-01"}}"#,
        ),
        (Availability::Repair, r#""availability":{"state":"in-repair"}}"#),
        (Availability::Free(AvailabilityFree::new("B 3")), r#""availability":{"shelf":"B 3"}}"#),
    ] {
        thing.clone().availability(availability).send(&client).await.unwrap();
        ends(end);
    }
    let steps = vec!["Hold it.".to_owned(), "Press.".to_owned()];
    for (manual, end) in [
        (Manual::Link("https://a.example".to_owned()), r#""manual":"https://a.example"}"#),
        (Manual::Steps(steps), r#""manual":["Hold it.","Press."]}"#),
        (
            Manual::Book(ManualBook::new("Ladders").with_pages(96)),
            r#""manual":{"title":"Ladders","pages":96}}"#,
        ),
    ] {
        thing.clone().manual(manual).send(&client).await.unwrap();
        ends(end);
    }
}

#[tokio::test]
async fn a_page_of_html_is_the_body_as_it_stands() {
    let (sandbox, client) = start();
    label::Render::new("<h1>Vrtačka</h1>").copies(2).send(&client).await.unwrap();
    let sent = last(&sandbox);
    assert_eq!(line(&sent), "POST /label?copies=2");
    assert_eq!(sent.header("content-type"), Some("text/html"));
    assert_eq!(sent.header("accept"), Some("application/pdf"));
    assert_eq!(body(&sent), "<h1>Vrtačka</h1>");
}

#[tokio::test]
async fn lines_of_json_are_a_text_and_no_string_of_json() {
    let (sandbox, client) = start();
    let lines = "{\"id\":1}\n{\"id\":2}\n";
    label::Batch::new().lines(lines).session("s3cret-session").send(&client).await.unwrap();
    let sent = last(&sandbox);
    assert_eq!(sent.header("content-type"), Some("application/x-ndjson"));
    assert_eq!((body(&sent), sent.header("cookie")), (lines, Some("s3cret-session")));
}

#[tokio::test]
async fn a_whole_body_takes_part_in_rules_over_several_arguments() {
    let (sandbox, client) = start();
    label::Batch::new().list("spring").send(&client).await.unwrap();
    let sent = last(&sandbox);
    assert_eq!(
        (line(&sent), body(&sent), sent.header("content-type")),
        ("POST /label/batch?list=spring".to_owned(), "", None)
    );
    for request in [label::Batch::new(), label::Batch::new().list("spring").lines("{}")] {
        let found = request.check().unwrap_err();
        assert_eq!(found.violations()[0].rule, "exactlyOneOf");
        assert!(found.violations()[0].message.contains("`list`, `lines`"), "{found}");
    }
}

#[tokio::test]
async fn what_needs_others_is_refused_without_them_and_they_are_not_without_it() {
    let (_sandbox, client) = start();
    let found = label::Sort::new().until("f").from("a").check().unwrap_err();
    assert_eq!(
        found.violations()[0].to_string(),
        "expected `from`, `marks` together with `until`, found `until`, `from` (dependentRequired)"
    );
    label::Sort::new().from("a").send(&client).await.unwrap();
    label::Sort::new().from("a").until("f").marks("AB").send(&client).await.unwrap();
}

#[tokio::test]
async fn a_union_takes_what_its_branches_take() {
    let (sandbox, client) = start();
    let marks: Vec<&str> = vec!["AB", "CD"];
    let mark = label::Mark::from_static("EF");
    for (request, expected) in [
        (label::Sort::new().marks("AB"), r#"{"marks":"AB"}"#),
        (label::Sort::new().marks("AB".to_owned()), r#"{"marks":"AB"}"#),
        (label::Sort::new().marks(mark.clone()), r#"{"marks":"EF"}"#),
        (label::Sort::new().marks(vec![mark.clone()]), r#"{"marks":["EF"]}"#),
        (label::Sort::new().marks(["AB", "CD"]), r#"{"marks":["AB","CD"]}"#),
        (label::Sort::new().marks(&marks[..1]), r#"{"marks":["AB"]}"#),
        (label::Sort::new().r#box([1, 2]), r#"{"box":[1,2]}"#),
        (label::Sort::new().r#box(label::ColouredBox::new("red")), r#"{"box":{"colour":"red"}}"#),
    ] {
        request.send(&client).await.unwrap();
        assert_eq!(body(&last(&sandbox)), expected);
    }
    assert_eq!(label::Sort::new().marks(["AB", "c"]).check().unwrap_err().violations()[0].path, "marks[1]");
}

#[tokio::test]
async fn what_cannot_travel_in_its_place_is_found_before_it_is_sent() {
    let (sandbox, client) = start();
    for part in ["", ".", ".."] {
        let found = ThingGet::new(part).check().unwrap_err();
        let violation = &found.violations()[0];
        let rule = if part.is_empty() { "minLength" } else { "in" };
        assert_eq!((violation.path.as_str(), violation.rule), ("branch_id", rule), "{part:?}");
        assert!(ThingGet::new(part).send(&client).await.unwrap_err().is_invalid_request());
    }
    for text in ["a\nb", "a\u{0}", " a", "a ", "a\t"] {
        let request = loan::Request::new("toy", "2026-03-01", "2026-03-02").trace_id(text);
        let found = request.check().unwrap_err();
        assert_eq!(found.violations()[0].rule, "in", "{text:?}");
    }
    assert!(ThingGet::new("...").check().is_ok());
    assert!(sandbox.requests().is_empty());
}

#[tokio::test]
async fn pages_follow_each_other() {
    let (sandbox, client) = start();
    sandbox
        .on("branch/{branchId}/thing.get")
        .respond_with(|request| {
            let page = request.query("page").unwrap_or_default();
            Response::json(200, format_args!(r#"{{"items":[],"total":4{page}}}"#))
        })
        .unwrap();
    let mut totals = Vec::new();
    for page in 1..=3 {
        totals.push(ThingGet::new("Brno").page(page).limit(20).send(&client).await.unwrap().total);
    }
    assert_eq!(totals, [41, 42, 43]);
    assert_eq!(line(&last(&sandbox)), "GET /branch/Brno/thing/?page=3&limit=20");
}
