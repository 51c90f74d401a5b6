//! Carts and what is in them.

use crate::amount::{sum, times};
use crate::blank::Blanks;
use crate::id::new_id;
use crate::products::Product;
use bizkit_client::Arg;
use bizkit_client::Decimal;
use bizkit_client::cart::{
    Buy, BuyFailure, ChangeQuantity, ChangeQuantityFailure, Detail, DetailResponse, Item,
};
use bizkit_client::sandbox::{PlanError, Sandbox};
use bizkit_client::types::Acknowledgement;
use std::collections::BTreeMap;

/// Every cart.
#[derive(Clone)]
pub(crate) struct Carts {
    by_id: BTreeMap<String, DetailResponse>,
    /// The ways of delivery and payment that every cart offers.
    empty: DetailResponse,
    /// The products whose names and prices are known.
    products: Vec<Item>,
    made: u32,
    blanks: Blanks,
}

impl Carts {
    /// The cart of the example.
    pub(crate) fn documented(sandbox: &Sandbox, blanks: &Blanks) -> Result<Self, PlanError> {
        let cart = sandbox.documented::<Detail>()?;
        let id = cart.id.as_str().to_owned();
        let mut empty = cart.clone();
        (empty.customer_id, empty.customer_name, empty.customer_email) = (None, None, None);
        (empty.price_total, empty.items) = (Decimal::ZERO, Vec::new());
        Ok(Self {
            products: cart.items.clone(),
            by_id: [(id, cart)].into(),
            empty,
            made: 0,
            blanks: blanks.clone(),
        })
    }

    /// Knows the name and the price of what is on sale.
    pub(crate) fn know(&mut self, products: &[Product]) {
        for product in products {
            let mut item = self.blanks.cart_item.clone();
            let mut price = self.blanks.price.clone();
            (price.price_with_vat, price.currency) =
                (Some(product.price.clone()), Some(self.empty.currency.clone()));
            item.label = Some(product.name.clone());
            item.product_code = product.code.as_str().into_arg();
            item.product_slug = Some(product.code.as_str().into_arg());
            item.price = Some(price);
            self.products.push(item);
        }
    }

    /// The cart, or a new one.
    pub(crate) fn read(&mut self, call: &Detail) -> DetailResponse {
        if let Some(cart) = call.cart_id.as_ref().and_then(|id| self.by_id.get(id.as_str())) {
            return cart.clone();
        }
        let id = new_id("cart", 32, &mut self.made);
        let mut cart = self.empty.clone();
        cart.id = id.as_str().into_arg();
        self.by_id.insert(id, cart.clone());
        cart
    }

    pub(crate) fn buy(&mut self, call: &Buy) -> Result<Acknowledgement, BuyFailure> {
        let cart = self.by_id.get_mut(call.cart_id.as_str()).ok_or(BuyFailure::Refused)?;
        let same = |item: &&mut Item| {
            item.product_code == call.product_code && item.variant_code == call.product_variant_code
        };
        let more = call.quantity.clone().unwrap_or_else(|| Decimal::from(1));
        if let Some(item) = cart.items.iter_mut().find(same) {
            item.quantity = sum([&item.quantity, &more]).ok_or(BuyFailure::Refused)?;
        } else {
            let known = self.products.iter().find(|item| item.product_code == call.product_code);
            let mut item = known.unwrap_or(&self.blanks.cart_item).clone();
            item.id = new_id("item", 16, &mut self.made).into_arg();
            item.label = item.label.or_else(|| Some(call.product_code.as_str().to_owned()));
            item.product_code = call.product_code.clone();
            item.variant_code.clone_from(&call.product_variant_code);
            item.quantity = more;
            cart.items.push(item);
        }
        cart.price_total = total(cart).ok_or(BuyFailure::Refused)?;
        Ok(Acknowledgement::Done)
    }
    /// Sets how much there is of an item; none of it takes it out.
    pub(crate) fn change(&mut self, call: &ChangeQuantity) -> Result<Acknowledgement, ChangeQuantityFailure> {
        let refused = ChangeQuantityFailure::Refused;
        let cart = self.by_id.get_mut(call.cart_id.as_str()).ok_or(refused.clone())?;
        let item = cart.items.iter_mut().find(|item| item.id == call.item_id).ok_or(refused.clone())?;
        item.quantity = call.quantity.clone();
        cart.items.retain(|item| item.quantity != Decimal::ZERO);
        cart.price_total = total(cart).ok_or(refused)?;
        Ok(Acknowledgement::Done)
    }
}

/// What everything in the cart costs; `None` where that has too many digits.
fn total(cart: &DetailResponse) -> Option<Decimal> {
    let priced = cart.items.iter();
    let amounts: Vec<Decimal> = priced
        .filter_map(|item| times(item.price.as_ref()?.price_with_vat.as_ref()?, &item.quantity))
        .collect();
    sum(&amounts)
}
