//! From the cart to an order, once; and the page of an order.

use crate::basket::{cart, lines};
use crate::once::Made;
use crate::page::{go, money, page, say};
use crate::{Fields, Web, cookie, trouble};
use axum::extract::{Form, Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use bizkit_client::cart::DetailResponse;
use bizkit_client::customer::{GetAccountInfo, GetAccountInfoResponse, ListOrders};
use bizkit_client::shop::order::{self, Create, Customer, Item, PaymentMethod};
use bizkit_client::shop::payment;
use bizkit_client::types::{Email, IdentityId, OrderTag, Url};
use bizkit_client::{Error, ErrorKind};
use maud::{Markup, html};

/// The entry of an order's tags that holds the token of its form.
const TAG: &str = "form";

/// `GET /checkout`
pub async fn form(State(web): State<Web>, headers: HeaderMap) -> Response {
    let cart = match cart(&web, &headers).await {
        Ok(Some(cart)) if !cart.items.is_empty() => cart,
        Ok(_) => return go("/cart", None),
        Err(error) => return trouble::page(&web, &error),
    };
    let account = match cookie::session(&headers, &web.settings) {
        // An account that cannot be read must not keep anybody from buying.
        Some(session) => GetAccountInfo::new(session).send(&web.client).await.ok(),
        None => None,
    };
    let known = match &account {
        Some(GetAccountInfoResponse::Account(account)) => account.email.as_ref().map(Email::as_str),
        _ => None,
    };
    let Some(token) = web.orders.show() else { return trouble::busy(&web) };
    ask(&web, &cart, &token, known.unwrap_or_default(), None)
}

/// The form of an order, again where something is wrong with it.
fn ask(web: &Web, cart: &DetailResponse, token: &str, email: &str, wrong: Option<&str>) -> Response {
    let content = html! {
        (lines(cart, false))
        @if let Some(wrong) = wrong { p.wrong role="alert" { (wrong) } }
        form method="post" action="/checkout" {
            input type="hidden" name="token" value=(token);
            label { "E-mail" input type="email" name="email" value=(email) autocomplete="email" required; }
            label { "A word to us" input name="note" maxlength="500"; }
            button { "Order for " (money(&cart.price_total, cart.currency.as_str())) }
        }
        p.note { "You pay on the next page. Pressing twice orders once." }
    };
    page(
        web,
        if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK },
        "Checkout",
        &content,
    )
}

/// `POST /checkout`
pub async fn order(State(web): State<Web>, headers: HeaderMap, Form(fields): Form<Fields>) -> Response {
    let ordered = tokio::spawn({
        let web = web.clone();
        async move { order_once(&web, &headers, &fields).await }
    });
    // In a task of its own: a browser that goes away must not stop an order halfway.
    ordered.await.unwrap_or_else(|_| unknown(&web))
}

async fn order_once(web: &Web, headers: &HeaderMap, fields: &Fields) -> Response {
    let field = |name: &str| fields.get(name).map_or("", |value| value.trim());
    let Some(form) = web.orders.form(field("token")) else {
        let text = "Please look at your cart again, and order from there. Nothing was ordered just now.";
        return say(web, StatusCode::CONFLICT, "This form is too old", text);
    };
    // The second of two presses waits here for the first.
    let mut made = form.lock().await;
    match &*made {
        Made::Order(hash) => return go(&format!("/order/{hash}"), Some(cookie::forget_cart(&web.settings))),
        Made::Unknown => return unknown(web),
        Made::Nothing => {}
    }
    let cart = match cart(web, headers).await {
        Ok(Some(cart)) if !cart.items.is_empty() => cart,
        Ok(_) => return go("/cart", None),
        Err(error) => return trouble::page(web, &error),
    };
    let order = compose(web, &cart, field("email"), field("note"), field("token"));
    let error = match order.send(&web.client).await {
        Ok(order) => {
            *made = Made::Order(order.hash.as_str().to_owned());
            return go(&format!("/order/{}", order.hash.as_str()), Some(cookie::forget_cart(&web.settings)));
        }
        Err(error) => error,
    };
    if !may_have_acted(&error) {
        // The same form may be sent again.
        return ask(web, &cart, field("token"), field("email"), Some(&trouble::sentence(&error)));
    }
    match found(web, cookie::session(headers, &web.settings), field("token")).await {
        Some(hash) => {
            let page = go(&format!("/order/{hash}"), Some(cookie::forget_cart(&web.settings)));
            *made = Made::Order(hash);
            page
        }
        None => {
            *made = Made::Unknown;
            unknown(web)
        }
    }
}

/// The order of a cart. The prices are those of the API's cart, and not of a form.
fn compose(web: &Web, cart: &DetailResponse, email: &str, note: &str, token: &str) -> Create {
    let items: Vec<Item> = cart
        .items
        .iter()
        .map(|item| {
            let label = item.label.as_deref().unwrap_or(item.product_code.as_str());
            let mut line =
                Item::new(label).with_product_code(&item.product_code).with_count(item.quantity.clone());
            if let Some(price) = item.price.as_ref().and_then(|price| price.price_with_vat.clone()) {
                line = line.with_price(price);
            }
            match &item.variant_code {
                Some(variant) => line.with_variant_code(variant),
                None => line,
            }
        })
        .collect();
    let mut order = Create::new(Customer::new(email), items)
        .currency(cart.currency.clone())
        .payment_method(PaymentMethod::Money)
        .tags([(TAG, OrderTag::Text(token.to_owned()))]);
    if !note.is_empty() {
        order = order.public_notice(note);
    }
    if let Some(url) = &web.settings.public_url {
        order = order.return_url(format!("{url}/account"));
    }
    order
}

/// Whether the API may have made the order although the call failed.
fn may_have_acted(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::PerhapsSent | ErrorKind::Unreadable) || error.is_server_error()
}

/// The order that was made of the form with this token, where the shopper's list has it.
async fn found(web: &Web, session: Option<IdentityId>, token: &str) -> Option<String> {
    for listed in ListOrders::new(session?).send(&web.client).await.ok()?.items {
        let Ok(order) = order::Detail::new(&listed.id).send(&web.client).await else { continue };
        if matches!(order.tags.get(TAG), Some(Some(OrderTag::Text(text))) if text == token) {
            return Some(listed.id.as_str().to_owned());
        }
    }
    None
}

fn unknown(web: &Web) -> Response {
    let text = "The answer was lost on its way, so we do not know whether your order was made. Please do not order again \
                before you have looked into your mail, or have asked us: it may be there already.";
    say(web, StatusCode::BAD_GATEWAY, "Your order may have been made", text)
}

/// `GET /order/{hash}`
pub async fn show(State(web): State<Web>, Path(hash): Path<String>) -> Response {
    let order = match order::Detail::new(hash).send(&web.client).await {
        Ok(order) => order,
        Err(error) if error.is_invalid_request() || order::Detail::failure(&error).is_some() => {
            return say(&web, StatusCode::NOT_FOUND, "Not found", "There is no such order.");
        }
        Err(error) => return trouble::page(&web, &error),
    };
    let price = |price: &bizkit_client::types::Price| {
        let currency = price.currency.as_ref().map_or("", |currency| currency.as_str());
        price.price_with_vat.as_ref().map(|amount| money(amount, currency)).unwrap_or_default()
    };
    let content = html! {
        @match order.pay_date {
            Some(_) => p.done role="status" { "Thank you. It is paid." },
            None => (to_pay(&web, &order)),
        }
        table {
            thead { tr { th { "What" } th { "How many" } th.amount { "Each" } } }
            tbody {
                @for line in &order.items {
                    tr {
                        td { (line.label.as_deref().unwrap_or("?")) }
                        td { @if let Some(count) = &line.count { (count) } }
                        td.amount { @if let Some(each) = &line.price { (price(each)) } }
                    }
                }
            }
            @if let Some(total) = &order.price {
                tfoot { tr { th colspan="2" { "Together" } td.amount { (price(total)) } } }
            }
        }
        @if let Some(note) = &order.public_notice { p.note { (note) } }
    };
    page(&web, StatusCode::OK, &format!("Order {}", order.id.as_str()), &content)
}

/// How an order is paid.
fn to_pay(web: &Web, order: &order::Order) -> Markup {
    let link = order.links.as_ref().and_then(|links| links.online_payment_link.as_ref());
    html! {
        p { "Your order is with us, and not paid yet." }
        @match link.filter(|_| web.sandbox.is_none()) {
            Some(link) => p { (pay_link(link)) },
            None => form method="post" action={ "/order/" (order.hash.as_str()) "/pay" } {
                button { @if web.sandbox.is_some() { "Pretend to pay" } @else { "Pay" } }
            },
        }
    }
}

fn pay_link(url: &Url) -> Markup {
    html! { a.button href=(url.as_str()) rel="noreferrer" { "Pay at the gateway" } }
}

/// `POST /order/{hash}/pay`: opens a payment. In the sandbox nothing is paid, so the gateway's message is made up.
pub async fn pay(State(web): State<Web>, Path(hash): Path<String>) -> Response {
    if web.sandbox.is_some() {
        let paid = payment::ProcessNotification::new("TXN-123456", hash.as_str());
        return match paid.send(&web.client).await {
            Ok(_) => go(&format!("/order/{hash}"), None),
            Err(error) => trouble::page(&web, &error),
        };
    }
    match payment::Create::new(hash).send(&web.client).await.map(|payment| payment.gateway_url) {
        Ok(Some(url)) => {
            page(&web, StatusCode::OK, "Your payment is ready", &html! { p { (pay_link(&url)) } })
        }
        Ok(None) => trouble::busy(&web),
        Err(error) => trouble::page(&web, &error),
    }
}
