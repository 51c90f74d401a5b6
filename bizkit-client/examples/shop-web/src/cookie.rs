//! What a browser keeps: the session of the shopper, and the id of the cart.

use crate::Settings;
use axum::http::{HeaderMap, HeaderValue, header};
use bizkit_client::Arg;
use bizkit_client::types::{CartId, IdentityId};

/// Sessions of the API last about three months.
const MONTHS_3: u32 = 90 * 24 * 60 * 60;

/// The name of a cookie. Browsers take one with this prefix over TLS alone, from this very host alone.
fn name(settings: &Settings, name: &str) -> String {
    if settings.public_url.is_some() { format!("__Host-{name}") } else { name.to_owned() }
}

fn read(headers: &HeaderMap, settings: &Settings, wanted: &str) -> Option<String> {
    let wanted = name(settings, wanted);
    let lines = headers.get_all(header::COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    let mut cookies =
        lines.flat_map(|line| line.split(';')).filter_map(|cookie| cookie.trim().split_once('='));
    cookies.find(|(name, _)| *name == wanted).map(|(_, value)| value.to_owned())
}

/// The session of the shopper; nothing for what cannot be one.
pub fn session(headers: &HeaderMap, settings: &Settings) -> Option<IdentityId> {
    read(headers, settings, "session")?.parse().ok()
}

/// The cart of the browser; nothing for what cannot be one.
pub fn cart(headers: &HeaderMap, settings: &Settings) -> Option<CartId> {
    let id = read(headers, settings, "cart")?;
    let looks_like_one =
        id.len() <= 64 && !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
    looks_like_one.then(|| id.into_arg())
}

/// The header that keeps a session. Scripts cannot read it, and forms of other sites are sent without it.
pub fn keep_session(session: &IdentityId, settings: &Settings) -> HeaderValue {
    set("session", session.expose(), MONTHS_3, settings)
}

/// The header that keeps a cart.
pub fn keep_cart(cart: &CartId, settings: &Settings) -> HeaderValue {
    set("cart", cart.as_str(), MONTHS_3, settings)
}

/// The header that ends a session.
pub fn forget_session(settings: &Settings) -> HeaderValue {
    set("session", "", 0, settings)
}

/// The header that leaves a cart behind.
pub fn forget_cart(settings: &Settings) -> HeaderValue {
    set("cart", "", 0, settings)
}

fn set(cookie: &str, value: &str, seconds: u32, settings: &Settings) -> HeaderValue {
    let name = name(settings, cookie);
    let secure = if settings.public_url.is_some() { "; Secure" } else { "" };
    let text = format!("{name}={value}; Max-Age={seconds}; Path=/; HttpOnly; SameSite=Lax{secure}");
    // What is no header stays out: the shopper is then not signed in, and nobody else is.
    let mut header = HeaderValue::try_from(text).unwrap_or_else(|_| HeaderValue::from_static(""));
    header.set_sensitive(true);
    header
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "the values are literals")]

    use super::*;

    const SESSION: &str = "Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg";

    fn public() -> Settings {
        Settings { public_url: Some("https://shop.example".to_owned()), ..Settings::default() }
    }

    fn sent(cookies: &str) -> HeaderMap {
        HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_str(cookies).unwrap())])
    }

    #[test]
    fn a_session_travels_over_tls_alone_and_is_not_shown() {
        let session = IdentityId::from_static(SESSION);
        let header = keep_session(&session, &public());
        let text = header.to_str().unwrap();
        assert!(text.starts_with(&format!("__Host-session={SESSION}; ")), "{text}");
        for attribute in ["; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"] {
            assert!(text.contains(attribute), "{attribute}: {text}");
        }
        assert!(!format!("{header:?}").contains(SESSION));
        let local = keep_session(&session, &Settings::default());
        assert!(!local.to_str().unwrap().contains("Secure"), "browsers drop it on http");
    }

    #[test]
    fn what_cannot_be_a_session_or_a_cart_is_none() {
        let settings = Settings::default();
        let found = session(&sent(&format!("theme=dark; session={SESSION}")), &settings);
        assert_eq!(found.unwrap().expose(), SESSION);
        assert!(session(&sent("session=<script>"), &settings).is_none());
        assert!(session(&sent(&format!("session={SESSION}")), &public()).is_none(), "without the prefix");
        assert_eq!(cart(&sent("cart=b411"), &settings).unwrap().as_str(), "b411");
        assert!(cart(&sent("cart=../../x"), &settings).is_none());
        assert!(cart(&sent("cart="), &settings).is_none());
    }
}
