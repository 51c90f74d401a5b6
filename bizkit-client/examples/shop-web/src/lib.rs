//! A small web shop over `bizkit-client`, to start from: products, a cart, orders, an account.
//!
//! Pages are made on the server and need no script. What the shop knows about a browser is in two cookies: the id of the cart,
//! and the session of the shopper who has signed in. Everything else is asked of the API each time.
//!
//! - A form that comes from another site is refused, see [`guard`].
//! - An order is made once, see [`checkout`].
//! - What goes wrong is told in a sentence, see [`trouble`].

pub mod account;
pub mod basket;
pub mod catalogue;
pub mod checkout;
pub mod cookie;
pub mod guard;
pub mod once;
pub mod page;
pub mod stock;
pub mod trouble;

use axum::Router;
use axum::http::{StatusCode, header};
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use bizkit_client::{Client, Error};
use bizkit_shop::Shop;
use once::Orders;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The fields of a form or a query.
pub type Fields = BTreeMap<String, String>;

/// What the owner of the shop decides.
#[derive(Debug, Clone)]
pub struct Settings {
    /// How browsers reach the shop, `https://..` and no `/` at the end; nothing where they are on this machine.
    pub public_url: Option<String>,
    /// The currency of the list of products.
    pub currency: String,
    /// How many products make a page.
    pub page_size: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { public_url: None, currency: "CZK".to_owned(), page_size: 12 }
    }
}

/// The shop. A clone is the same shop.
#[derive(Debug, Clone)]
pub struct Web {
    client: Client,
    settings: Arc<Settings>,
    orders: Arc<Orders>,
    sandbox: Option<Arc<Shop>>,
}

impl Web {
    /// A shop that sells what the organisation of the client's key sells.
    pub fn new(client: Client, settings: Settings) -> Self {
        Self { client, settings: Arc::new(settings), orders: Arc::default(), sandbox: None }
    }

    /// A shop over a sandbox. It says so on every page, shows what would be mailed, and lets shoppers pretend to pay.
    ///
    /// # Errors
    /// As [`Shop::client`].
    pub fn sandboxed(shop: Shop, settings: Settings) -> Result<Self, Error> {
        let client = shop.client()?;
        Ok(Self { sandbox: Some(Arc::new(shop)), ..Self::new(client, settings) })
    }

    /// What plays the API, where something does.
    pub fn sandbox(&self) -> Option<&Shop> {
        self.sandbox.as_deref()
    }

    /// The same shop with another client, such as one that repeats no call.
    #[must_use]
    pub fn with_client(self, change: impl FnOnce(Client) -> Client) -> Self {
        Self { client: change(self.client), ..self }
    }

    /// Every page of the shop.
    pub fn router(self) -> Router {
        Router::new()
            .route("/", get(catalogue::list))
            .route("/product/{slug}", get(catalogue::product))
            .route("/cart", get(basket::show).post(basket::add))
            .route("/cart/change", post(basket::change))
            .route("/checkout", get(checkout::form).post(checkout::order))
            .route("/order/{hash}", get(checkout::show))
            .route("/order/{hash}/pay", post(checkout::pay))
            .route("/account", get(account::show))
            .route("/sign-in", get(account::sign_in_form).post(account::sign_in))
            .route("/register", post(account::register))
            .route("/confirm", get(account::confirm_form).post(account::confirm))
            .route("/sign-out", post(account::sign_out))
            .route("/style.css", get(style))
            .fallback(page::not_found)
            .layer(from_fn_with_state(self.clone(), guard::guard))
            .with_state(self)
    }
}

async fn style() -> impl axum::response::IntoResponse {
    let headers =
        [(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, "max-age=3600")];
    (StatusCode::OK, headers, include_str!("style.css"))
}
