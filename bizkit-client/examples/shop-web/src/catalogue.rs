//! The products, page by page, and one of them.

use crate::page::{money, page, plain, say};
use crate::{Fields, Web, trouble};
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::Response;
use bizkit_client::product::{Detail, Feed, FeedItem, FeedOrder};
use maud::{Markup, html};

/// The orders of the list that shoppers can choose.
const ORDERS: [(&str, &str); 3] =
    [("", "our order"), ("price", "the cheapest first"), ("priceDesc", "the most expensive first")];

/// `GET /?page=2&search=tea&order=price`
pub async fn list(State(web): State<Web>, Query(fields): Query<Fields>) -> Response {
    let field = |name: &str| fields.get(name).map_or("", |value| value.trim());
    let number: i64 = field("page").parse().unwrap_or(1).clamp(1, 100_000);
    let mut feed = Feed::new().page(number).limit(web.settings.page_size);
    if !field("search").is_empty() {
        feed = feed.query(field("search"));
    }
    feed = match field("order") {
        "price" => feed.order_by(FeedOrder::Price),
        "priceDesc" => feed.order_by(FeedOrder::PriceDesc),
        _ => feed,
    };
    let shown = match feed.pages(&web.client).next().await {
        Some(Ok(shown)) => shown,
        Some(Err(error)) => return trouble::page(&web, &error),
        None => return say(&web, StatusCode::NOT_FOUND, "Not found", "There is no such page."),
    };
    let content = html! {
        form.search method="get" action="/" role="search" {
            label { "Search" input type="search" name="search" value=(field("search")); }
            label {
                "Order"
                select name="order" {
                    @for (value, label) in ORDERS {
                        option value=(value) selected[value == field("order")] { (label) }
                    }
                }
            }
            button { "Show" }
        }
        @if shown.items().is_empty() { p { "There is nothing like that." } }
        ul.products { @for item in shown.items() { (card(&web, item)) } }
        (turns(&fields, number, shown.next.is_some()))
    };
    page(&web, StatusCode::OK, "Products", &content)
}

fn card(web: &Web, item: &FeedItem) -> Markup {
    html! {
        li {
            @if let Some(url) = &item.main_image_url { img src=(url) alt="" loading="lazy"; }
            h2 { a href={ "/product/" (item.slug.as_str()) } { (item.name) } }
            p { (plain(item.short_description.as_deref().unwrap_or_default())) }
            p.price {
                (money(&item.price, &web.settings.currency))
                @if item.sold_out { " " span.note { "sold out" } }
            }
        }
    }
}

/// The links to the pages before and behind this one.
fn turns(fields: &Fields, number: i64, more: bool) -> Markup {
    let kept = ["search", "order"].into_iter().filter_map(|name| {
        let value = fields.get(name).filter(|value| !value.is_empty())?;
        Some(format!("&{name}={}", escaped(value)))
    });
    let kept: String = kept.collect();
    let link = |number: i64| format!("/?page={number}{kept}");
    html! {
        nav.turns {
            @if number > 1 { a rel="prev" href=(link(number - 1)) { "← Before" } }
            @if more { a rel="next" href=(link(number + 1)) { "More →" } }
        }
    }
}

/// A text as a part of an address.
fn escaped(text: &str) -> String {
    let escape = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(escape).collect()
}

/// `GET /product/{slug}`
pub async fn product(State(web): State<Web>, Path(slug): Path<String>) -> Response {
    let product = match Detail::new(slug).send(&web.client).await {
        Ok(product) => product,
        Err(error) => return trouble::page(&web, &error),
    };
    let text = product.long_description.as_deref().or(product.short_description.as_deref());
    let content = html! {
        @if let Some(url) = &product.main_image_url { img.large src=(url) alt=(product.name); }
        p { (plain(text.unwrap_or_default())) }
        p.price { (money(&product.price, &web.settings.currency)) }
        @if product.sold_out || !product.active {
            p.note { "Sold out." }
        } @else {
            form.buy method="post" action="/cart" {
                input type="hidden" name="product" value=(product.code.as_str());
                @if product.is_variant_product {
                    label {
                        "Variant"
                        select name="variant" {
                            @for variant in &product.variant_items {
                                option value=(variant.code.as_str()) {
                                    (variant.name) ", " (money(&variant.price, &web.settings.currency))
                                }
                            }
                        }
                    }
                }
                label { "Quantity" input type="number" name="quantity" value="1" min="1" max="99" required; }
                button { "Put into the cart" }
            }
        }
    };
    page(&web, StatusCode::OK, &product.name, &content)
}
