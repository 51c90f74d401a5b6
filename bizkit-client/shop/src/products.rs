//! What is on sale.

use crate::blank::Blanks;
use bizkit_client::product::{Detail, Feed, FeedItem, FeedOrder, FeedResponse};
use bizkit_client::sandbox::{Answer, Fault, IntoAnswer};
use bizkit_client::types::ProductId;
use bizkit_client::{Arg, Decimal, Endpoint};

/// A product for a shop to sell; see [`Shop::selling`](crate::Shop::selling).
#[derive(Debug, Clone)]
pub struct Product {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) price: Decimal,
    pub(crate) description: String,
    pub(crate) sold_out: bool,
}

impl Product {
    /// A product with its code, which is its name in addresses too, the name that people read, and what one costs.
    pub fn new(code: &str, name: &str, price: Decimal) -> Self {
        let (code, name) = (code.to_owned(), name.to_owned());
        Self { code, name, price, description: String::new(), sold_out: false }
    }

    /// What it is, in a few words of HTML.
    #[must_use]
    pub fn with_description(mut self, html: &str) -> Self {
        html.clone_into(&mut self.description);
        self
    }

    /// There are none left.
    #[must_use]
    pub fn sold_out(mut self) -> Self {
        self.sold_out = true;
        self
    }
}

/// Every product that was given.
#[derive(Clone)]
pub(crate) struct Products {
    all: Vec<Product>,
    blanks: Blanks,
}

impl Products {
    pub(crate) fn new(all: Vec<Product>, blanks: &Blanks) -> Self {
        Self { all, blanks: blanks.clone() }
    }

    /// The page that the call asks for; what is sold out comes last, as in the API.
    pub(crate) fn feed(&self, call: &Feed) -> FeedResponse {
        let words = call.query.as_deref().unwrap_or_default().to_lowercase();
        let places = self.all.iter().zip(1_i64..);
        let mut found: Vec<_> = places.filter(|(it, _)| it.name.to_lowercase().contains(&words)).collect();
        let cents = |product: &Product| product.price.minor_units(2);
        match call.order_by {
            Some(FeedOrder::Price) => found.sort_by_key(|(product, _)| cents(product)),
            Some(FeedOrder::PriceDesc) => {
                found.sort_by_key(|(product, _)| std::cmp::Reverse(cents(product)));
            }
            _ => {}
        }
        found.sort_by_key(|(product, _)| product.sold_out);
        let limit = usize::try_from(call.limit.unwrap_or(32)).unwrap_or(0);
        let before = usize::try_from(call.page.unwrap_or(1) - 1).unwrap_or(0).saturating_mul(limit);
        let mut response = self.blanks.feed.clone();
        response.total_count = i64::try_from(found.len()).ok();
        let page = found.into_iter().skip(before).take(limit);
        response.items = page.map(|(product, place)| self.item(product, place)).collect();
        response.count = i64::try_from(response.items.len()).unwrap_or(i64::MAX);
        response
    }

    fn item(&self, product: &Product, place: i64) -> FeedItem {
        let mut item = self.blanks.feed_item.clone();
        item.id = ProductId::String(product.code.clone());
        item.name.clone_from(&product.name);
        item.slug = product.code.as_str().into_arg();
        item.short_description = Some(product.description.clone());
        item.price = product.price.clone();
        (item.position, item.active, item.sold_out) = (place, true, product.sold_out);
        item
    }

    pub(crate) fn read(&self, call: &Detail) -> Answer {
        let Some(product) = self.find(call.slug.as_str()) else {
            return Fault::code("PUBLIC_PRODUCT_DOES_NOT_EXIST").into();
        };
        let mut response = self.blanks.product.clone();
        response.id = ProductId::String(product.code.clone());
        response.code = product.code.as_str().into_arg();
        response.name.clone_from(&product.name);
        response.slug = product.code.as_str().into_arg();
        response.short_description = Some(product.description.clone());
        response.price = product.price.clone();
        (response.active, response.show_in_feed, response.sold_out) = (true, true, product.sold_out);
        IntoAnswer::<Detail>::into_answer(Ok::<_, <Detail as Endpoint>::Failure>(response))
    }

    fn find(&self, code: &str) -> Option<&Product> {
        self.all.iter().find(|product| product.code == code)
    }
}
