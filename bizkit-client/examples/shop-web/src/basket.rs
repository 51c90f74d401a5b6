//! The cart: what is in it, more of something, less of something.

use crate::page::{go, money, page};
use crate::{Fields, Web, cookie, trouble};
use axum::extract::{Form, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use bizkit_client::cart::{Buy, ChangeQuantity, Detail, DetailResponse};
use bizkit_client::types::CartId;
use bizkit_client::{Decimal, Error};
use maud::{Markup, html};

/// The cart of this browser; nothing where it has none yet.
///
/// # Errors
/// As the call.
pub async fn cart(web: &Web, headers: &HeaderMap) -> Result<Option<DetailResponse>, Error> {
    match cookie::cart(headers, &web.settings) {
        Some(id) => Detail::new().cart_id(id).send(&web.client).await.map(Some),
        None => Ok(None),
    }
}

/// `GET /cart`
pub async fn show(State(web): State<Web>, headers: HeaderMap) -> Response {
    let cart = match cart(&web, &headers).await {
        Ok(cart) => cart,
        Err(error) => return trouble::page(&web, &error),
    };
    let content = match cart.filter(|cart| !cart.items.is_empty()) {
        Some(cart) => html! {
            (lines(&cart, true))
            p.next { a.button href="/checkout" { "To the checkout" } a href="/" { "Look at more" } }
        },
        None => html! { p { "Your cart is empty." } p { a.button href="/" { "To the products" } } },
    };
    page(&web, StatusCode::OK, "Your cart", &content)
}

/// What is in a cart, with its sum.
pub fn lines(cart: &DetailResponse, changeable: bool) -> Markup {
    let currency = cart.currency.as_str();
    html! {
        table {
            thead { tr { th { "What" } th { "How many" } th.amount { "Each" } } }
            tbody {
                @for item in &cart.items {
                    tr {
                        td { (item.label.as_deref().unwrap_or(item.product_code.as_str())) }
                        td {
                            @if changeable {
                                form.change method="post" action="/cart/change" {
                                    input type="hidden" name="item" value=(item.id.as_str());
                                    input type="number" name="quantity" value=(item.quantity) min="0" max="99"
                                        required aria-label="How many";
                                    button.small { "Set" }
                                }
                            } @else { (item.quantity) }
                        }
                        td.amount {
                            @if let Some(price) = item.price.as_ref().and_then(|price| price.price_with_vat.as_ref()) {
                                (money(price, currency))
                            }
                        }
                    }
                }
            }
            tfoot { tr { th colspan="2" { "Together" } td.amount { (money(&cart.price_total, currency)) } } }
        }
    }
}

/// A number of pieces out of a form: 0 to 99.
fn pieces(fields: &Fields) -> Option<Decimal> {
    let count: u8 = fields.get("quantity")?.trim().parse().ok()?;
    (count <= 99).then(|| Decimal::from(count))
}

fn not_understood(web: &Web) -> Response {
    let text = "How many should it be? Please give a whole number up to 99.";
    crate::page::say(web, StatusCode::BAD_REQUEST, "Something is not filled in right", text)
}

/// `POST /cart`
pub async fn add(State(web): State<Web>, headers: HeaderMap, Form(fields): Form<Fields>) -> Response {
    let (Some(count), Some(product)) = (pieces(&fields), fields.get("product")) else {
        return not_understood(&web);
    };
    match bought(&web, &headers, product, &fields, count).await {
        Ok(cart) => go("/cart", Some(cookie::keep_cart(&cart, &web.settings))),
        Err(error) => trouble::page(&web, &error),
    }
}

async fn bought(
    web: &Web,
    headers: &HeaderMap,
    product: &str,
    fields: &Fields,
    count: Decimal,
) -> Result<CartId, Error> {
    // The API makes another cart where it does not know this one any more.
    let call = match cookie::cart(headers, &web.settings) {
        Some(id) => Detail::new().cart_id(id),
        None => Detail::new(),
    };
    let cart = call.send(&web.client).await?.id;
    let mut buy = Buy::new(&cart, product).quantity(count);
    if let Some(session) = cookie::session(headers, &web.settings) {
        buy = buy.identity_id(session);
    }
    if let Some(variant) = fields.get("variant").filter(|variant| !variant.is_empty()) {
        buy = buy.product_variant_code(variant);
    }
    buy.send(&web.client).await?;
    Ok(cart)
}

/// `POST /cart/change`
pub async fn change(State(web): State<Web>, headers: HeaderMap, Form(fields): Form<Fields>) -> Response {
    let cart = cookie::cart(&headers, &web.settings);
    let (Some(count), Some(item), Some(cart)) = (pieces(&fields), fields.get("item"), cart) else {
        return not_understood(&web);
    };
    match ChangeQuantity::new(cart, item, count).send(&web.client).await {
        Ok(_) => go("/cart", None),
        Err(error) => trouble::page(&web, &error),
    }
}
