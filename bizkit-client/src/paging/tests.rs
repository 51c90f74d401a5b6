//! Lists of every documented style over a server without a socket: what is asked, what is given, where it ends.

mod server;

use super::walk::{Arrival, Came, Walk};
use super::{Items, List, Paged, Pages};
use crate::Nullable;
use crate::error::ErrorKind;
use futures_core::Stream;
use futures_core::stream::FusedStream;
use server::{ByOffset, ByPage, Limited, PageOnly, Shelf, Totalled, Untold, read};
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Reads the whole list and tells how many items came, and what was asked for each page.
async fn walk<E: Paged<Item = i64>>(list: E, shelf: &Shelf) -> (Vec<i64>, Vec<String>) {
    let client = shelf.client();
    let items = client.items(&list).try_collect().await.unwrap();
    (items, shelf.asked())
}

#[tokio::test]
async fn a_list_with_a_total_ends_when_all_have_come() {
    for (count, calls) in [(0, 1), (1, 1), (10, 1), (11, 2), (20, 2), (25, 3)] {
        let shelf = Shelf::new(count).with_total();
        let (items, asked) = walk(Totalled::default(), &shelf).await;
        assert_eq!(items, read(0..count), "{count} items");
        assert_eq!(asked.len(), calls, "{count} items: {asked:?}");
    }
    let shelf = Shelf::new(25).with_total();
    assert_eq!(walk(Totalled::default(), &shelf).await.1, ["", "cursor=2", "cursor=3"]);
}

#[tokio::test]
async fn a_list_without_a_total_ends_at_a_short_page_where_the_size_is_vouched_for() {
    for (count, calls) in [(0, 1), (9, 1), (10, 2), (11, 2), (20, 3), (25, 3)] {
        let shelf = Shelf::new(count);
        let (items, asked) = walk(ByPage::default(), &shelf).await;
        assert_eq!(items, read(0..count), "{count} items");
        assert_eq!(asked.len(), calls, "{count} items: {asked:?}");
    }
    // A size that the caller names, up to what is documented.
    let shelf = Shelf::new(25);
    let (items, asked) = walk(ByPage { limit: Some(20), ..ByPage::default() }, &shelf).await;
    assert_eq!(items, read(0..25));
    assert_eq!(asked, ["limit=20", "cursor=2&limit=20"]);
}

#[tokio::test]
async fn a_server_that_gives_less_than_it_was_asked_for_does_not_end_the_list() {
    // The server knows no more than 20 on a page; the specs do not say so.
    let shelf = Shelf::new(45).clamped(20);
    let (items, asked) = walk(Limited { limit: Some(500), ..Limited::default() }, &shelf).await;
    assert_eq!(items, read(0..45));
    assert_eq!(asked.len(), 4, "it ends at the empty page: {asked:?}");

    let shelf = Shelf::new(45).clamped(20).with_total();
    let (items, asked) = walk(Limited { limit: Some(500), ..Limited::default() }, &shelf).await;
    assert_eq!(items, read(0..45));
    assert_eq!(asked.len(), 3, "it ends at the total: {asked:?}");

    let shelf = Shelf::new(45).clamped(20);
    let (items, asked) = walk(ByOffset { limit: Some(500), ..ByOffset::default() }, &shelf).await;
    assert_eq!(items, read(0..45));
    assert_eq!(asked[1..], ["cursor=20&limit=500", "cursor=40&limit=500", "cursor=45&limit=500"]);
}

#[tokio::test]
async fn a_list_without_any_size_ends_at_an_empty_page() {
    for (count, calls) in [(0, 1), (1, 2), (10, 2), (25, 4)] {
        let shelf = Shelf::new(count);
        let (items, asked) = walk(PageOnly::default(), &shelf).await;
        assert_eq!(items, read(0..count), "{count} items");
        assert_eq!(asked.len(), calls, "{count} items: {asked:?}");
    }
}

#[tokio::test]
async fn an_offset_counts_what_came() {
    for (count, calls) in [(0, 1), (9, 1), (10, 2), (25, 3)] {
        let shelf = Shelf::new(count);
        let (items, asked) = walk(ByOffset::default(), &shelf).await;
        assert_eq!(items, read(0..count), "{count} items");
        assert_eq!(asked.len(), calls, "{count} items: {asked:?}");
    }
    let shelf = Shelf::new(25).with_total();
    let (items, asked) = walk(ByOffset { cursor: Some(7), ..ByOffset::default() }, &shelf).await;
    assert_eq!(items, read(7..25));
    assert_eq!(asked, ["cursor=7", "cursor=17"]);
}

#[tokio::test]
async fn a_walk_begins_where_the_request_says() {
    let shelf = Shelf::new(40).with_total();
    let (items, asked) = walk(Totalled { cursor: Some(3), ..Totalled::default() }, &shelf).await;
    assert_eq!((items, asked.len()), (read(20..40), 2));

    // The total cannot be compared where the size of the pages before is not known, so an empty page ends it.
    let shelf = Shelf::new(40).with_total();
    let (items, asked) = walk(PageOnly { cursor: Some(3), ..PageOnly::default() }, &shelf).await;
    assert_eq!((items, asked.len()), (read(20..40), 3));
}

/// Reads until the list ends, or until the error that ends it.
async fn walk_to_error<E: Paged<Item = i64>>(list: E, shelf: &Shelf) -> (usize, String) {
    let mut items = shelf.client().items(&list);
    let mut count = 0;
    while let Some(item) = items.next().await {
        match item {
            Ok(_) => count += 1,
            Err(error) => {
                assert_eq!((error.kind(), error.status()), (ErrorKind::Unreadable, Some(200)));
                assert!(items.next().await.is_none());
                return (count, error.message().to_owned());
            }
        }
    }
    (count, "it ends in silence".to_owned())
}

#[tokio::test]
async fn a_server_that_gives_one_page_for_all_is_an_error() {
    let shelf = Shelf::new(10).ignoring_the_cursor();
    let (count, message) = walk_to_error(PageOnly::default(), &shelf).await;
    assert!(count == 10 && message.contains("page 2") && message.contains("knew no pages"), "{message}");
    let shelf = Shelf::new(10).ignoring_the_cursor().with_total_of(1000);
    let (count, message) = walk_to_error(Totalled::default(), &shelf).await;
    assert!(count == 10 && message.contains("10 of 1000 items"), "{message}");
    let (_, message) = walk_to_error(ByOffset::default(), &shelf).await;
    assert!(message.contains("what follows 10 items"), "{message}");
}

#[tokio::test]
async fn a_server_that_gives_the_last_page_for_every_page_behind_it_ends_the_list() {
    let shelf = Shelf::new(25).repeating_the_last_page();
    let (items, asked) = walk(PageOnly::default(), &shelf).await;
    assert_eq!((items, asked.len()), (read(0..25), 4));
}

#[tokio::test]
async fn rows_that_look_alike_are_no_page_that_comes_again() {
    // The members that differ have no place in the type.
    let shelf = Shelf::new(30).with_total().of_equal_items();
    let (items, asked) = walk(Totalled::default(), &shelf).await;
    assert_eq!((items, asked.len()), (vec![0; 30], 3));
    let shelf = Shelf::new(30).of_equal_items();
    let (items, asked) = walk(PageOnly::default(), &shelf).await;
    assert_eq!((items, asked.len()), (vec![0; 30], 4));
}

#[tokio::test]
async fn a_total_that_is_never_reached_is_an_error_at_the_empty_page() {
    let shelf = Shelf::new(25).with_total_of(1000);
    let (count, message) = walk_to_error(Totalled::default(), &shelf).await;
    assert!(count == 25 && message.contains("page 4 is empty, and 25 of 1000 items"), "{message}");
}

#[test]
fn a_total_that_is_told_at_the_empty_page_alone_is_compared_with_what_came() {
    let arrivals = |total| {
        let mut walk = Walk::new(<PageOnly as Paged>::PAGES, &PageOnly::default());
        let mut came = |count, total, print| walk.arrive(Came { count, total, print });
        [came(10, None, 1), came(0, Some(total), 2)]
    };
    assert_eq!(arrivals(10), [Arrival::Page, Arrival::End]);
    assert_eq!(arrivals(9), [Arrival::Page, Arrival::End]);
    let lost = "page 2 is empty, and 10 of 11 items have come".to_owned();
    assert_eq!(arrivals(11), [Arrival::Page, Arrival::Lost(lost)]);
}

#[tokio::test]
async fn a_response_without_a_total_has_none() {
    let shelf = Shelf::new(10).with_total_of(1000);
    let page = shelf.client().pages(&Untold::default()).next().await.unwrap().unwrap();
    assert_eq!((page.total(), page.items().len()), (None, 10));
}

#[test]
fn a_list_may_be_missing() {
    fn read<L: List<Item = i64> + Clone>(list: &L) -> (Vec<i64>, Vec<i64>) {
        (list.items().to_vec(), list.clone().into_items())
    }
    let (some, none) = ((vec![1, 2], vec![1, 2]), (vec![], vec![]));
    assert_eq!(read(&vec![1, 2]), some);
    assert_eq!((read(&Some(vec![1, 2])), read(&None)), (some.clone(), none.clone()));
    assert_eq!((read(&Nullable::Value(vec![1, 2])), read(&Nullable::Null)), (some, none));
}

#[tokio::test]
async fn a_total_below_what_came_is_none() {
    let shelf = Shelf::new(25).with_total_of(0);
    let (items, asked) = walk(Totalled::default(), &shelf).await;
    assert_eq!((items, asked.len()), (read(0..25), 3));
}

#[tokio::test]
async fn pages_tell_where_they_are() {
    let shelf = Shelf::new(25).with_total();
    let client = shelf.client();
    let mut pages = client.pages(&Totalled::default());
    let mut seen = Vec::new();
    while let Some(page) = pages.next().await {
        let page = page.unwrap();
        assert_eq!((page.total(), page.meta.status), (Some(25), 200));
        seen.push((page.position, page.items().len(), page.next));
    }
    assert_eq!(seen, [(1, 10, Some(2)), (2, 10, Some(3)), (3, 5, None)]);

    // An empty list has one page, which says so.
    let page = Shelf::new(0).client().pages(&PageOnly::default()).next().await.unwrap().unwrap();
    assert_eq!((page.items().len(), page.next, page.into_iter().count()), (0, None, 0));
}

#[tokio::test]
async fn nothing_is_asked_before_it_is_read() {
    let shelf = Shelf::new(25);
    let client = shelf.client();
    let mut items = client.items(&ByPage::default());
    assert_eq!(shelf.asked().len(), 0);
    for expected in 0..10 {
        assert_eq!(items.next().await.unwrap().unwrap(), expected);
        assert_eq!(shelf.asked().len(), 1);
    }
    assert_eq!((items.next().await.unwrap().unwrap(), shelf.asked().len()), (10, 2));
}

#[tokio::test]
async fn an_error_ends_the_list_once_and_it_can_be_taken_up_again() {
    let shelf = Shelf::new(25).failing_once_at(2);
    let client = shelf.client();
    let mut pages = client.pages(&ByPage::default());
    assert!(!pages.is_terminated());
    assert_eq!(pages.next().await.unwrap().unwrap().items().len(), 10);
    assert!(!pages.is_terminated());
    assert_eq!(pages.next().await.unwrap().unwrap_err().status(), Some(403));
    let calls = shelf.asked().len();
    for _ in 0..3 {
        assert!(pages.next().await.is_none() && pages.is_terminated());
    }
    assert_eq!(shelf.asked().len(), calls, "an ended list asks no more");
    assert_eq!(pages.position(), Some(2));
    let rest = client.items(pages.request().unwrap()).try_collect().await.unwrap();
    assert_eq!(rest, read(10..25));
}

#[tokio::test]
async fn a_bound_of_the_caller_is_no_error() {
    let shelf = Shelf::new(95);
    let client = shelf.client();
    let mut pages = client.pages(&ByPage::default()).max_pages(2);
    let mut count = 0;
    while let Some(page) = pages.next().await {
        count += page.unwrap().items().len();
    }
    assert_eq!((count, shelf.asked().len(), pages.position()), (20, 2, Some(3)));
    let rest = pages.request().unwrap();
    assert_eq!(client.items(rest).try_collect().await.unwrap(), read(20..95));

    let none = client.items(&ByPage::default()).max_pages(0).try_collect().await.unwrap();
    assert!(none.is_empty());
}

#[tokio::test]
async fn a_list_without_end_ends_with_an_error_that_says_how_to_go_on() {
    let shelf = Shelf::endless();
    let client = shelf.client();
    let mut pages = client.pages(&PageOnly::default());
    let error = loop {
        match pages.next().await {
            Some(Ok(_)) => {}
            Some(Err(error)) => break error,
            None => panic!("it ends in silence"),
        }
    };
    assert_eq!((shelf.asked().len(), error.kind()), (super::MAX_PAGES, ErrorKind::Setup));
    let message = error.to_string();
    assert!(message.contains("`max_pages`") && message.contains("1001"), "{message}");
    assert!(pages.next().await.is_none());
}

#[tokio::test]
async fn items_tell_where_to_go_on() {
    let shelf = Shelf::new(25).with_total();
    let client = shelf.client();
    let mut items = client.items(&Totalled::default());
    assert_eq!((items.position(), items.total()), (Some(1), None));
    for _ in 0..12 {
        items.next().await.unwrap().unwrap();
        assert!(!items.is_terminated());
    }
    assert_eq!((items.position(), items.total(), items.size_hint()), (Some(2), Some(25), (8, None)));
    for _ in 12..25 {
        assert!(!items.is_terminated());
        items.next().await.unwrap().unwrap();
    }
    assert!(!items.is_terminated(), "nobody has seen the end yet");
    assert!(items.next().await.is_none());
    assert_eq!((items.position(), items.is_terminated()), (None, true));

    let mut items = client.items(&ByOffset::default());
    for _ in 0..12 {
        items.next().await.unwrap().unwrap();
    }
    assert_eq!(items.position(), Some(12));
}

#[tokio::test]
async fn a_list_that_cannot_be_counted_on_stops_at_the_last_number() {
    let shelf = Shelf::endless();
    let list = PageOnly { cursor: Some(i64::MAX), ..PageOnly::default() };
    assert_eq!(shelf.client().items(&list).try_collect().await.unwrap().len(), 10);
}

#[tokio::test]
async fn a_future_that_is_dropped_loses_nothing() {
    let shelf = Shelf::new(3).slow();
    let mut items = shelf.client().items(&ByPage::default());
    let mut context = Context::from_waker(Waker::noop());
    // The call is begun and left alone; the next future goes on with it.
    assert!(pin!(items.next()).poll(&mut context).is_pending());
    let Poll::Ready(Some(Ok(item))) = pin!(items.next()).poll(&mut context) else { panic!("not there") };
    assert_eq!((item, shelf.asked().len()), (0, 1));
}

#[test]
fn streams_can_be_sent_to_other_threads_and_show_no_secret() {
    fn sent<T: Send + Unpin + FusedStream>(_: &T) {}
    let client = Shelf::new(0).client();
    let (pages, items): (Pages<ByPage>, Items<ByPage>) =
        (client.pages(&ByPage::default()), client.items(&ByPage::default()));
    sent(&pages);
    sent(&items);
    assert_eq!(
        format!("{items:?}"),
        "Items { left_of_page: 0, pages: Pages { endpoint: \"things/by-page\", position: Some(1), ended: false, .. }, .. }"
    );
}

#[cfg(feature = "blocking")]
#[test]
fn iterators_turn_pages_too() {
    let shelf = Shelf::new(25).with_total();
    let client = crate::blocking::Client::new(shelf.client()).unwrap();
    let mut items = client.items(&Totalled::default());
    assert_eq!(shelf.asked().len(), 0);
    let read_items: Result<Vec<i64>, _> = items.by_ref().collect();
    assert_eq!(read_items.unwrap(), read(0..25));
    assert_eq!((items.next().is_none(), items.total(), items.position()), (true, Some(25), None));

    let mut pages = client.pages(&Totalled::default()).max_pages(2);
    assert_eq!(pages.by_ref().map(|page| page.unwrap().position).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(pages.position(), Some(3));
    let rest: Result<Vec<i64>, _> = client.pages(pages.request().unwrap()).items().collect();
    assert_eq!(rest.unwrap(), read(20..25));
}
