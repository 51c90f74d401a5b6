//! What all pages have in common.

use crate::Web;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bizkit_client::Decimal;
use maud::{DOCTYPE, Markup, html};

/// A page with its content.
pub fn page(web: &Web, status: StatusCode, title: &str, content: &Markup) -> Response {
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " · Corner shop" }
                link rel="stylesheet" href="/style.css";
                link rel="icon" href="data:,";
            }
            body {
                header {
                    a.brand href="/" { "Corner shop" }
                    nav {
                        a href="/cart" { "Cart" }
                        a href="/account" { "Account" }
                    }
                }
                @if web.sandbox.is_some() {
                    p.sandbox { "A sandbox plays the API: nothing here is real, and nothing is paid." }
                }
                main { h1 { (title) } (content) }
            }
        }
    };
    (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], markup.into_string()).into_response()
}

/// A page that says one thing.
pub fn say(web: &Web, status: StatusCode, title: &str, text: &str) -> Response {
    page(web, status, title, &html! { p { (text) } p { a.button href="/" { "To the products" } } })
}

/// Sends the browser to another page of the shop, with a cookie to keep.
pub fn go(path: &str, cookie: Option<axum::http::HeaderValue>) -> Response {
    let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, path)]).into_response();
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// The page for addresses that lead nowhere.
pub async fn not_found(State(web): State<Web>) -> Response {
    say(&web, StatusCode::NOT_FOUND, "Not found", "There is nothing at this address.")
}

/// An amount with its currency: `90 CZK`, `89.50 CZK`.
pub fn money(amount: &Decimal, currency: &str) -> String {
    match amount.minor_units(2) {
        Some(units) if units % 100 == 0 => format!("{} {currency}", units / 100),
        Some(units) => format!("{} {currency}", Decimal::from_minor_units(units, 2)),
        // It has more digits.
        None => format!("{amount} {currency}"),
    }
}

/// The text of a description, which sellers write in HTML; marks are left out, and what is left is escaped on the page.
pub fn plain(html: &str) -> String {
    let mut text = String::new();
    for (at, part) in html.split('<').enumerate() {
        let shown = if at == 0 { part } else { part.split_once('>').map_or("", |(_, behind)| behind) };
        text.push_str(shown);
        text.push(' ');
    }
    let text = text.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The shopper's own address, which helps the API against those who guess passwords. A proxy before the shop tells it; it
/// writes its own word last.
pub fn visitor(web: &Web, headers: &HeaderMap) -> Option<String> {
    web.settings.public_url.as_ref()?;
    let chain = headers.get("x-forwarded-for")?.to_str().ok()?;
    let address = chain.rsplit(',').next()?.trim();
    address.parse::<std::net::IpAddr>().ok().map(|address| address.to_string())
}

#[cfg(test)]
mod tests {
    use super::{money, plain};
    use bizkit_client::Decimal;

    #[test]
    fn amounts_have_two_digits_behind_the_point_or_none() {
        let shown = |text: &str| money(&text.parse().unwrap_or(Decimal::ZERO), "CZK");
        assert_eq!(shown("90.00"), "90 CZK");
        assert_eq!(shown("89.5"), "89.50 CZK");
        assert_eq!(shown("-0.5"), "-0.50 CZK");
        assert_eq!(shown("0.125"), "0.125 CZK");
    }

    #[test]
    fn descriptions_lose_their_marks_and_keep_their_words() {
        assert_eq!(plain("<p>Fresh &amp; <b>hot</b></p><p>today</p>"), "Fresh & hot today");
        assert_eq!(plain("1 &lt; 2"), "1 < 2");
        assert_eq!(plain("cut <script"), "cut");
    }
}
