//! What comes back: values with their types, texts, bytes, and several statuses.

use crate::start;
use http_runtime::sandbox::Response;
use http_runtime::{Decimal, blocking};
use other_api::branch::{ThingGet, ThingPost, ThingPostFailure, ThingPostResponse};
use other_api::types::{Availability, Category, Manual, ThingId, ThingKind};
use other_api::{category, label, loan, news, thing};

#[tokio::test]
async fn the_documented_things_arrive_typed() {
    let (_sandbox, client) = start();
    let response = ThingGet::new("Brno").send(&client).await.unwrap();
    assert_eq!((response.total, response.items.len()), (23, 3));
    let [drill, saw, ladder] = response.items.as_slice() else { panic!("three things") };

    assert_eq!(drill.id, ThingId::from_static("DR-0042"));
    assert_eq!(drill.r#type, ThingKind::Tool);
    assert_eq!(drill.deposit.get().as_str(), "249.90");
    assert_eq!((drill.pieces, drill.fragile), (12, Some(false)));
    assert_eq!(drill.added_on, "2025-03-14");
    assert_eq!(drill.updated_at, "2025-11-02T09:30:00Z");
    assert_eq!(drill.due_on.as_deref(), Some("2026-02-01"));
    assert_eq!(drill.note, None);
    assert!(matches!(&drill.availability, Availability::Lent(lent) if lent.until == "2026-02-01"));
    assert!(matches!(&drill.manual, Some(Manual::Steps(steps)) if steps.len() == 2));
    let keeper = drill.keeper.as_ref().unwrap();
    assert_eq!((keeper.name.as_str(), keeper.phone.as_deref()), ("Eva Nová", Some("+420 777123456")));

    assert_eq!(saw.note.as_deref(), Some("sharp"));
    assert_eq!(saw.deposit.get(), &Decimal::from(100));
    assert_eq!((saw.fragile, &saw.availability), (None, &Availability::Repair));
    assert_eq!(saw.manual, Some(Manual::Link("https://things.example/saw".to_owned())));

    assert!(matches!(&ladder.availability, Availability::Free(free) if free.shelf == "B 3"));
    let Some(Manual::Book(book)) = &ladder.manual else { panic!("a book") };
    assert_eq!((book.title.as_str(), book.pages), ("Ladders and you", Some(96)));
}

#[tokio::test]
#[expect(deprecated, reason = "what is deprecated can still be read")]
async fn both_generations_of_a_field_are_read() {
    let (_sandbox, client) = start();
    let drill = ThingGet::new("Brno").send(&client).await.unwrap().items.remove(0);
    assert_eq!(drill.due_on.as_deref(), Some("2026-02-01"));
    assert_eq!(drill.due_text.as_deref(), Some("early in February"));
}

#[tokio::test]
async fn a_category_holds_categories_up_and_down() {
    fn count(category: &Category) -> usize {
        1 + category.children.iter().map(count).sum::<usize>()
    }
    let (_sandbox, client) = start();
    let tree = category::Tree::new().send(&client).await.unwrap();
    assert_eq!((tree.name.as_str(), count(&tree)), ("everything", 4));
    assert_eq!(tree.children[0].children[0].name, "drills");
    assert_eq!(tree.children[1].parent.as_ref().unwrap().name, "everything");
}

#[tokio::test]
async fn each_status_has_its_own_response() {
    let (sandbox, client) = start();
    let thing = ThingPost::new("Brno", "DR-0042", ThingKind::Tool, "Drill", "249.90");
    let ThingPostResponse::Created(taken) = thing.send(&client).await.unwrap() else { panic!("taken") };
    assert_eq!(taken.id.as_str(), "DR-0042");

    sandbox.on("branch/{branchId}/thing.post").respond_with_example("Perhaps").unwrap();
    let ThingPostResponse::Accepted(later) = thing.send(&client).await.unwrap() else { panic!("later") };
    assert_eq!(later.answer_by, "2026-02-01");

    sandbox.on("branch/{branchId}/thing.post").respond_with_example("One is enough").unwrap();
    let error = thing.send(&client).await.unwrap_err();
    assert_eq!(error.status(), Some(409));
    let Some(ThingPostFailure::Conflict(conflict)) = ThingPost::failure(&error) else { panic!("{error:?}") };
    assert_eq!(conflict.existing, ThingId::from_static("DR-0001"));
}

#[tokio::test]
async fn nothing_text_and_bytes_arrive_as_they_are() {
    let (_sandbox, client) = start();
    let (): () = loan::Request::new("toy", "2026-03-01", "2026-03-02").send(&client).await.unwrap();
    let feed: String = news::Rss::new().send(&client).await.unwrap();
    assert!(feed.starts_with("<rss") && feed.contains("<title>Things</title>"), "{feed}");
    let label = label::Render::new("<h1>Drill</h1>").send(&client).await.unwrap();
    assert_eq!(&label[..], b"%PDF-1.4");
    let photo = thing::Photo::new("DR-0042").send(&client).await.unwrap();
    assert_eq!(&photo[..], b"\x89PNG\r\n\x1a\n");
}

#[tokio::test]
async fn what_a_newer_server_says_is_kept() {
    let (sandbox, client) = start();
    let newer = r#"{"total":1,"items":[{"id":"DR-0042","type":"plant","name":"Fern","deposit":1,"pieces":"1",
        "addedOn":"2025-03-14","updatedAt":"2025-11-02T09:30:00Z","note":null,"smell":"green",
        "availability":{"state":"asleep","until":"spring"}}]}"#;
    sandbox.on("branch/{branchId}/thing.get").respond(Response::json(200, newer)).unwrap();
    let plant = ThingGet::new("Brno").send(&client).await.unwrap().items.remove(0);
    assert_eq!(plant.r#type.as_str(), "plant");
    assert!(matches!(plant.r#type, ThingKind::Unknown(_)));
    let Availability::Unknown(kept) = &plant.availability else { panic!("a state of its own") };
    assert_eq!(kept.get("until").and_then(|until| until.as_str()), Some("spring"));
}

#[test]
fn callers_without_async_get_the_same() {
    let (_sandbox, client) = start();
    let client = blocking::Client::new(client).unwrap();
    assert_eq!(client.send(&category::Tree::new()).unwrap().name, "everything");
}
