//! Whole lists, from the generated request over a socket to the last item, and the kinds of lists that a spec can say.

use bizkit_client::paging::Paged;
use bizkit_client::sandbox::{Fault, Request, Response, Sandbox};
use bizkit_client::transport::{BoxFuture, HttpRequest, HttpResponse, Transport, TransportError};
use bizkit_client::{Client, blocking, customer, post, product};
use bizkit_tests::expand::lists;
use std::future::ready;
use std::sync::{Arc, Mutex};

const SESSION: &str = "Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg";

/// A catalogue of so many products, served as the documentation of `product/feed` says.
fn catalogue(count: usize) -> impl Fn(&Request) -> Response + Send + Sync + 'static {
    move |request| {
        let number = |name: &str, default: usize| {
            request.query(name).map_or(default, |text| text.parse::<usize>().unwrap())
        };
        let (page, limit) = (number("page", 1), number("limit", 32));
        let items: Vec<String> = (1..=count)
            .skip((page - 1) * limit)
            .take(limit)
            .map(|id| {
                format!(
                    r#"{{"id": {id}, "name": "n{id}", "slug": "n{id}", "price": 10.{id}, "position": {id}, "active": true, "soldOut": false, "customFields": {{}}}}"#
                )
            })
            .collect();
        let body =
            format!(r#"{{"count": {}, "totalCount": {count}, "items": [{}]}}"#, items.len(), items.join(","));
        Response::json(200, body)
    }
}

/// What each request named as its page.
fn pages_asked(sandbox: &Sandbox) -> Vec<Option<String>> {
    sandbox.requests().iter().map(|request| request.query("page")).collect()
}

#[tokio::test]
async fn a_catalogue_is_read_to_its_end() {
    let sandbox = Sandbox::start().unwrap();
    sandbox.on("product/feed").respond_with(catalogue(75)).unwrap();
    let client = sandbox.client().unwrap();
    let mut items = product::Feed::new().query("n").items(&client);
    let mut names = Vec::new();
    while let Some(item) = items.next().await {
        let item = item.unwrap();
        names.push(item.name);
    }
    assert_eq!(names, (1..=75).map(|id| format!("n{id}")).collect::<Vec<_>>());
    assert_eq!(items.total(), Some(75));
    let asked = pages_asked(&sandbox);
    assert_eq!(asked, [None, Some("2".to_owned()), Some("3".to_owned())]);
    assert!(sandbox.requests().iter().all(|request| request.query("query").as_deref() == Some("n")));
}

#[tokio::test]
async fn a_page_has_the_whole_response() {
    let sandbox = Sandbox::start().unwrap();
    sandbox.on("product/feed").respond_with(catalogue(25)).unwrap();
    let client = sandbox.client().unwrap();
    let mut pages = product::Feed::new().page(2).limit(10).pages(&client);
    let page = pages.next().await.unwrap().unwrap();
    assert_eq!((page.position, page.next, page.total()), (2, Some(3), Some(25)));
    assert_eq!((page.response.count, page.items().len(), page.meta.attempts), (10, 10, 1));
    assert_eq!(page.into_items()[0].name, "n11");
}

#[tokio::test]
async fn a_failing_page_ends_the_list_and_is_asked_again_on_demand() {
    let sandbox = Sandbox::start().unwrap();
    sandbox.on("product/feed").respond_with(catalogue(75)).unwrap();
    sandbox.on("product/feed").nth(2).fail(Fault::Status(403)).unwrap();
    let client = sandbox.client().unwrap();
    let mut pages = product::Feed::new().pages(&client);
    assert!(pages.next().await.unwrap().is_ok());
    assert_eq!(pages.next().await.unwrap().unwrap_err().status(), Some(403));
    assert!(pages.next().await.is_none());
    let rest = client.items(pages.request().unwrap()).try_collect().await.unwrap();
    assert_eq!((rest.len(), rest[0].name.as_str()), (43, "n33"));
}

#[tokio::test]
async fn every_list_of_the_api_ends_even_when_one_page_is_given_for_ever() {
    async fn calls<E: Paged>(list: E, id: &str) -> usize {
        let sandbox = Sandbox::start().unwrap();
        // The sandbox's answer to each request is the same documented page.
        let one = Response::json(
            200,
            r#"{"count": 1, "items": [{"id": 1, "name": "n", "slug": "n", "price": 1, "position": 1, "active": true, "soldOut": false, "customFields": {}}]}"#,
        );
        if id == "product/feed" {
            sandbox.on(id).respond(one).unwrap();
        }
        let client = sandbox.client().unwrap();
        assert_eq!(client.items(&list).try_collect().await.unwrap().len(), 1, "{id}");
        sandbox.requests().len()
    }
    // No total and no size: the page comes again, and that is the end.
    assert_eq!(calls(customer::ListOrders::new(SESSION), "customer/order-list").await, 2);
    // One product where 32 make a page.
    assert_eq!(calls(product::Feed::new(), "product/feed").await, 1);
    // The total is reached.
    assert_eq!(calls(post::List::new(), "post/list").await, 1);
}

#[test]
fn a_plain_program_iterates() {
    let sandbox = Sandbox::start().unwrap();
    sandbox.on("product/feed").respond_with(catalogue(75)).unwrap();
    let client = blocking::Client::new(sandbox.client().unwrap()).unwrap();
    let prices: Result<Vec<String>, _> = client
        .items(&product::Feed::new().limit(50))
        .map(|item| item.map(|item| item.price.to_string()))
        .collect();
    let prices = prices.unwrap();
    assert_eq!((prices.len(), prices[74].as_str(), sandbox.requests().len()), (75, "10.75", 2));
    let pages = client.pages(&product::Feed::new()).max_pages(1).count();
    assert_eq!((pages, sandbox.requests().len()), (1, 3));
}

/// Gives these responses in turn, and keeps what was sent.
#[derive(Debug, Clone)]
struct Canned {
    responses: Arc<Mutex<Vec<(u16, &'static str)>>>,
    sent: Arc<Mutex<Vec<String>>>,
}

impl Transport for Canned {
    fn send<'a>(&'a self, request: &'a HttpRequest) -> BoxFuture<'a, Result<HttpResponse, TransportError>> {
        let query = request.url().split_once('?').map_or("", |(_, query)| query);
        self.sent.lock().unwrap().push(format!("{query}{}", String::from_utf8_lossy(request.body())));
        let (status, body) = self.responses.lock().unwrap().remove(0);
        Box::pin(ready(Ok(HttpResponse::new(status, body))))
    }
}

fn canned(responses: &[(u16, &'static str)]) -> (Client, Canned) {
    let canned = Canned { responses: Arc::new(Mutex::new(responses.to_vec())), sent: Arc::default() };
    (Client::for_api(&lists::API).transport(canned.clone()).build().unwrap(), canned)
}

#[tokio::test]
async fn a_list_may_have_null_items_and_another_status_for_none() {
    let responses = [(200, r#"{"items": [null, {"title": "Babička"}], "total": 3}"#), (204, "")];
    let (client, canned) = canned(&responses);
    let books = lists::shelf::Books::new(0).pages_(300).items(&client).try_collect().await.unwrap();
    let titles: Vec<_> = books.iter().map(|book| book.as_ref().map(|book| book.title.as_str())).collect();
    assert_eq!(titles, [None, Some("Babička")]);
    assert_eq!(*canned.sent.lock().unwrap(), ["page=0&pages=300", "page=1&pages=300"]);
}

#[tokio::test]
async fn an_offset_travels_in_the_body_and_a_response_may_be_null() {
    let responses = [(200, r#"{"letters": ["a", "b"]}"#), (200, r#"{"letters": null}"#)];
    let (client, canned) = canned(&responses);
    let letters = lists::shelf::Letters::new().clear_offset().limit(2).items(&client);
    assert_eq!(letters.try_collect().await.unwrap(), ["a", "b"]);
    assert_eq!(
        *canned.sent.lock().unwrap(),
        [r#"{"offset":null,"limit":"2"}"#, r#"{"offset":"2","limit":"2"}"#]
    );

    let (client, canned) = self::canned(&[(200, "null")]);
    assert!(lists::shelf::Letters::new().items(&client).try_collect().await.unwrap().is_empty());
    assert_eq!(canned.sent.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn a_page_whose_number_breaks_a_rule_is_an_error_of_the_request() {
    let (client, canned) = canned(&[]);
    let error = lists::shelf::Books::new(-1).pages(&client).next().await.unwrap().unwrap_err();
    assert_eq!((error.is_invalid_request(), error.violations()[0].path.as_str()), (true, "page"));
    assert_eq!(canned.sent.lock().unwrap().len(), 0);
}
