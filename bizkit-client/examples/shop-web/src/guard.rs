//! What every request passes: forms of other sites are refused, and pages say what browsers may do with them.
//!
//! Whoever is signed in here may have a page of somebody else open, with a form that leads here. Cookies are
//! `SameSite=Lax`, so such a form comes without them; and browsers say where a form comes from, so it is refused besides,
//! which guards the sign-in too, where there is no cookie yet. Programs that are no browsers say neither, and have no cookies.

use crate::{Web, page};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;

/// Scripts, frames and foreign forms are not wanted; pictures of products come from elsewhere.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src https: data:; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'";

/// Refuses forms of other sites, and sets the headers of every page.
pub async fn guard(State(web): State<Web>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let mut response = if reads || is_own(request.headers(), web.settings.public_url.as_deref()) {
        next.run(request).await
    } else {
        page::say(
            &web,
            StatusCode::FORBIDDEN,
            "This form is not ours",
            "It came from another site, so nothing was done. Please use the forms of this shop.",
        )
    };
    let headers = response.headers_mut();
    let mut set = |name, value| headers.insert(name, HeaderValue::from_static(value));
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    // The address of an order opens it, so other sites do not learn it.
    set(header::REFERRER_POLICY, "same-origin");
    // Pages show a cart and an account.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Whether the browser says that the request comes from a page of this shop, or says nothing at all.
fn is_own(headers: &HeaderMap, public_url: Option<&str>) -> bool {
    let text = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => match public_url {
            Some(public_url) => origin.eq_ignore_ascii_case(public_url),
            None => {
                let host = text("host").unwrap_or_default();
                origin.strip_prefix("http://").is_some_and(|origin| origin.eq_ignore_ascii_case(host))
            }
        },
        (None, None) => true,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "the values are literals")]

    use super::*;

    fn own(fields: &[(&'static str, &'static str)], public_url: Option<&str>) -> bool {
        let headers =
            fields.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
        is_own(&headers, public_url)
    }

    #[test]
    fn forms_of_other_sites_are_told_by_what_browsers_say() {
        assert!(own(&[("sec-fetch-site", "same-origin")], None));
        assert!(!own(&[("sec-fetch-site", "cross-site"), ("origin", "http://a"), ("host", "a")], None));
        assert!(!own(&[("sec-fetch-site", "same-site")], None), "a neighbour is not us");
        // Browsers that are older say the origin alone.
        assert!(own(&[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")], None));
        assert!(!own(&[("origin", "http://127.0.0.1:9"), ("host", "127.0.0.1:8080")], None));
        assert!(!own(&[("origin", "null"), ("host", "127.0.0.1:8080")], None));
        let public = Some("https://shop.example");
        assert!(own(&[("origin", "https://shop.example"), ("host", "127.0.0.1:8080")], public));
        assert!(!own(&[("origin", "http://127.0.0.1:8080"), ("host", "127.0.0.1:8080")], public));
        assert!(own(&[], public));
    }
}
