//! From the cart to an order that is made once, whatever happens on the way.

use super::browser::{Browser, Open, Page, open};
use axum::http::StatusCode;
use bizkit_client::sandbox::{Fault, Response, Stage};
use bizkit_client::shop::order::{Create, Customer, Item};
use bizkit_client::types::OrderTag;

/// A browser with rye bread in its cart, and the form of its order.
async fn at_the_checkout(shop: &Open) -> (Browser, Page) {
    let mut browser = Browser::at(shop);
    let product = browser.get("/product/bread").await;
    browser.submit(&product, &[("quantity", "2")]).await;
    let checkout = browser.get("/checkout").await;
    assert!(checkout.has("Order for 149 CZK"), "{}", checkout.text);
    (browser, checkout)
}

async fn sign_in(browser: &mut Browser) {
    let door = browser.get("/sign-in").await;
    browser.submit(&door, &[("email", "jan@barasek.com"), ("password", "1234")]).await;
    assert!(browser.cookie("session").is_some());
}

fn orders_made(shop: &Open) -> usize {
    let requests = shop.sandbox().requests();
    requests.iter().filter(|request| request.path().contains("shop/order/create")).count()
}

#[tokio::test]
async fn a_cart_becomes_an_order_that_is_paid() {
    let shop = open().await;
    let (mut browser, checkout) = at_the_checkout(&shop).await;
    let order = browser.submit(&checkout, &[("email", "eva@example.com"), ("note", "Ring twice <3")]).await;
    assert!(order.path.starts_with("/order/") && order.has("not paid yet"), "{}", order.text);
    assert!(
        order.has("Rye bread") && order.has("149 CZK") && order.has("Ring twice &lt;3"),
        "{}",
        order.text
    );
    assert!(browser.get("/cart").await.has("Your cart is empty."), "the next order begins anew");
    let paid = browser.submit(&order, &[]).await;
    assert!(paid.path == order.path && paid.has("It is paid."), "{}", paid.text);
    assert_eq!(orders_made(&shop), 1);
}

#[tokio::test]
async fn who_is_signed_in_types_no_address_and_finds_the_order_again() {
    let shop = open().await;
    let (mut browser, _) = at_the_checkout(&shop).await;
    sign_in(&mut browser).await;
    let checkout = browser.get("/checkout").await;
    assert_eq!(checkout.form().1["email"], "jan@barasek.com");
    let order = browser.submit(&checkout, &[]).await;
    let account = browser.get("/account").await;
    assert!(account.has(&format!("href=\"{}\"", order.path)), "{}", account.text);
}

#[tokio::test]
async fn pressing_twice_orders_once() {
    let shop = open().await;
    let (browser, checkout) = at_the_checkout(&shop).await;
    let (mut first, mut second) = (browser.clone(), browser);
    let filled = [("email", "eva@example.com")];
    let (one, other) = tokio::join!(first.submit(&checkout, &filled), second.submit(&checkout, &filled));
    assert!(one.path == other.path && one.path.starts_with("/order/"), "{} {}", one.path, other.path);
    let later = second.submit(&checkout, &filled).await;
    assert_eq!((later.path, orders_made(&shop)), (one.path, 1));
}

#[tokio::test]
async fn a_form_that_was_never_shown_orders_nothing() {
    let shop = open().await;
    let (mut browser, checkout) = at_the_checkout(&shop).await;
    let page = browser.submit(&checkout, &[("email", "eva@example.com"), ("token", "guess")]).await;
    assert_eq!((page.status, orders_made(&shop)), (StatusCode::CONFLICT, 0));
}

#[tokio::test]
async fn an_order_that_was_certainly_not_made_can_be_sent_again() {
    let shop = open().await;
    let (mut browser, checkout) = at_the_checkout(&shop).await;
    let odd = browser.submit(&checkout, &[("email", "nobody")]).await;
    assert_eq!((odd.status, orders_made(&shop)), (StatusCode::UNPROCESSABLE_ENTITY, 0), "{}", odd.text);
    shop.sandbox()
        .on("shop/order/create")
        .first(1)
        .fail(Fault::code("PUBLIC_API_KEY_HAS_BEEN_EXPIRED"))
        .unwrap();
    let refused = browser.submit(&odd, &[("email", "eva@example.com")]).await;
    assert!(refused.has("tell us this number"), "{}", refused.text);
    let order = browser.submit(&refused, &[]).await;
    assert!(order.path.starts_with("/order/"), "{}", order.text);
}

#[tokio::test]
async fn an_order_whose_answer_was_lost_is_not_made_again() {
    let shop = open().await;
    let (mut browser, checkout) = at_the_checkout(&shop).await;
    shop.sandbox().on("shop/order/create").first(1).fail(Fault::Reset(Stage::BeforeHeaders)).unwrap();
    for _ in 0..2 {
        let page = browser.submit(&checkout, &[("email", "eva@example.com")]).await;
        assert_eq!(page.status, StatusCode::BAD_GATEWAY);
        assert!(page.has("Your order may have been made"), "{}", page.text);
    }
    assert_eq!(orders_made(&shop), 1);
}

#[tokio::test]
async fn an_order_whose_answer_was_lost_is_found_by_its_tag() {
    let shop = open().await;
    let (mut browser, _) = at_the_checkout(&shop).await;
    sign_in(&mut browser).await;
    let checkout = browser.get("/checkout").await;
    shop.sandbox().on("shop/order/create").nth(1).fail(Fault::Reset(Stage::BeforeHeaders)).unwrap();
    let order = browser.submit(&checkout, &[]).await;
    assert!(order.path.starts_with("/order/") && order.has("Rye bread"), "{}", order.text);
    assert_eq!(browser.submit(&checkout, &[]).await.path, order.path);
    assert_eq!(orders_made(&shop), 1);
}

#[tokio::test]
async fn an_order_of_another_form_is_not_taken_for_the_one_that_was_lost() {
    let shop = open().await;
    let (mut browser, _) = at_the_checkout(&shop).await;
    sign_in(&mut browser).await;
    let other = Create::new(Customer::new("jan@barasek.com"), [Item::new("Butter").with_price(1)]);
    let tag = OrderTag::Text("another".to_owned());
    let other = other.tags([("form", tag)]).send(&shop.client().unwrap()).await.unwrap();
    let list = format!(r#"{{"items": [{{"id": "{}", "orderNumber": "1"}}]}}"#, other.hash.as_str());
    shop.sandbox().on("customer/order-list").respond(Response::json(200, list)).unwrap();
    let checkout = browser.get("/checkout").await;
    shop.sandbox().on("shop/order/create").nth(1).fail(Fault::Reset(Stage::BeforeHeaders)).unwrap();
    let page = browser.submit(&checkout, &[]).await;
    assert!(page.has("Your order may have been made"), "{}", page.text);
}
