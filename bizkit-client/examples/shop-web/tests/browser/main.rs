//! Walks through the shop as a browser does: over HTTP, with cookies and forms.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod browser;
mod orders;
mod people;

use axum::http::StatusCode;
use bizkit_client::sandbox::Fault;
use browser::{Browser, open};

#[tokio::test]
async fn the_products_come_page_by_page_and_can_be_searched() {
    let shop = open().await;
    let mut browser = Browser::at(&shop);
    let first = browser.get("/").await;
    assert_eq!(first.status, StatusCode::OK);
    assert!(first.has("Espresso beans") && first.has("289 CZK") && !first.has("Kettle"), "{}", first.text);
    assert!(first.has("Dark, from Brazil and India.") && !first.has("&lt;p&gt;"), "{}", first.text);
    assert!(first.link("← Before").is_none());
    let second = browser.get(&first.link("More →").unwrap()).await;
    assert!(
        second.has("Kettle") && second.has("sold out") && second.link("More →").is_none(),
        "{}",
        second.text
    );
    assert!(second.link("← Before").is_some());

    let found = browser.get("/?search=TEA&order=priceDesc").await;
    let places = ["Green tea", "Black tea"].map(|name| found.text.find(name).unwrap());
    assert!(places[0] < places[1] && !found.has("Espresso"), "{}", found.text);
    assert!(browser.get("/?search=nothing").await.has("There is nothing like that."));
    assert_eq!(browser.get("/?page=99").await.status, StatusCode::OK);
    let hostile = browser.get("/?search=%22%3E%3Cscript%3E").await;
    assert!(!hostile.has("<script>") && hostile.has("&lt;script&gt;"), "{}", hostile.text);
}

#[tokio::test]
async fn what_is_not_there_is_said_so() {
    let shop = open().await;
    let mut browser = Browser::at(&shop);
    for path in ["/nowhere", "/product/nothing", "/order/abc", "/order/00000000000000000000000000000000"] {
        let page = browser.get(path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert!(page.has("<h1>Not found</h1>") && page.has("To the products"), "{}", page.text);
    }
}

#[tokio::test]
async fn a_cart_belongs_to_a_browser_and_can_be_changed() {
    let shop = open().await;
    let (mut browser, mut other) = (Browser::at(&shop), Browser::at(&shop));
    assert!(browser.get("/cart").await.has("Your cart is empty."));
    let product = browser.get("/product/green-tea").await;
    let cart = browser.submit(&product, &[("quantity", "2")]).await;
    assert_eq!(cart.path, "/cart", "a form leads to a page, so that loading it again sends nothing");
    assert!(cart.has("Green tea") && cart.has("299 CZK"), "{}", cart.text);
    assert!(other.get("/cart").await.has("Your cart is empty."));

    let cart = browser.submit(&cart, &[("quantity", "3")]).await;
    assert!(cart.has("448.50 CZK"), "{}", cart.text);
    for wrong in ["-1", "1.5", "100", "", "many"] {
        let page = browser.submit(&cart, &[("quantity", wrong)]).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{wrong}");
    }
    let cart = browser.submit(&cart, &[("quantity", "0")]).await;
    assert!(cart.has("Your cart is empty."), "{}", cart.text);
    let sold_out = browser.get("/product/kettle").await;
    assert!(sold_out.has("Sold out.") && !sold_out.has("<form"), "{}", sold_out.text);
}

#[tokio::test]
async fn every_page_says_what_browsers_may_do_with_it() {
    let shop = open().await;
    let mut browser = Browser::at(&shop);
    let page = browser.get("/cart").await;
    let header = |name: &str| page.headers.get(name).unwrap().to_str().unwrap().to_owned();
    assert!(header("content-security-policy").contains("default-src 'none'"));
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(
        (header("referrer-policy").as_str(), header("cache-control").as_str()),
        ("same-origin", "no-store")
    );
    let style = browser.get("/style.css").await;
    assert!(style.headers["content-type"].to_str().unwrap().starts_with("text/css"));
}

#[tokio::test]
async fn a_form_of_another_site_does_nothing() {
    let shop = open().await;
    let mut browser = Browser::at(&shop);
    let product = browser.get("/product/bread").await;
    let asked = shop.sandbox().requests().len();
    browser.origin = Some("https://evil.example".to_owned());
    let page = browser.submit(&product, &[]).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(page.has("This form is not ours"), "{}", page.text);
    assert_eq!(shop.sandbox().requests().len(), asked, "nothing was called");
}

#[tokio::test]
async fn trouble_is_a_sentence_with_the_id_of_the_request() {
    let shop = open().await;
    let mut browser = Browser::at(&shop);
    shop.sandbox().on("product/feed").fail(Fault::code("PUBLIC_API_KEY_HAS_BEEN_EXPIRED")).unwrap();
    let page = browser.get("/").await;
    assert_eq!(page.status, StatusCode::BAD_GATEWAY);
    assert!(page.has("It is not your fault.") && page.has("tell us this number: "), "{}", page.text);
    assert!(!page.has("API_KEY"), "what is wrong with the shop is not for shoppers: {}", page.text);

    shop.sandbox().on("product/detail").fail(Fault::RateLimited { retry_after: Some(7) }).unwrap();
    let page = browser.get("/product/bread").await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(page.headers["retry-after"], "7");
}
