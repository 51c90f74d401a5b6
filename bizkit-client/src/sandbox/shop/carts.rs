//! Carts and what is in them.

use super::super::{PlanError, Sandbox};
use super::new_id;
use super::orders::{sum, times};
use crate::base::decimal::Decimal;
use crate::cart::{Buy, BuyFailure, Detail, DetailReply, Item};
use crate::types::{Acknowledgement, CartItemId};
use crate::value::arg::Arg;
use std::collections::BTreeMap;

/// Every cart.
#[derive(Clone)]
pub(super) struct Carts {
    by_id: BTreeMap<String, DetailReply>,
    /// The ways of delivery and payment that every cart offers.
    empty: DetailReply,
    /// The products whose names and prices are known.
    products: Vec<Item>,
    made: u32,
}

impl Carts {
    /// The cart of the example.
    pub(super) fn documented(sandbox: &Sandbox) -> Result<Self, PlanError> {
        let cart = sandbox.documented::<Detail>()?;
        let id = cart.id.as_str().to_owned();
        let empty = DetailReply {
            customer_id: None,
            customer_name: None,
            customer_email: None,
            price_total: Decimal::ZERO,
            items: Vec::new(),
            ..cart.clone()
        };
        Ok(Self { products: cart.items.clone(), by_id: [(id, cart)].into(), empty, made: 0 })
    }

    /// The cart, or a new one.
    pub(super) fn read(&mut self, call: &Detail) -> DetailReply {
        if let Some(cart) = call.cart_id.as_ref().and_then(|id| self.by_id.get(id.as_str())) {
            return cart.clone();
        }
        let id = new_id("cart", 32, &mut self.made);
        let cart = DetailReply { id: id.as_str().into_arg(), ..self.empty.clone() };
        self.by_id.insert(id, cart.clone());
        cart
    }

    pub(super) fn buy(&mut self, call: &Buy) -> Result<Acknowledgement, BuyFailure> {
        let cart = self.by_id.get_mut(call.cart_id.as_str()).ok_or(BuyFailure::Refused)?;
        let same = |item: &&mut Item| {
            item.product_code == call.product_code && item.variant_code == call.product_variant_code
        };
        let more = call.quantity.clone().unwrap_or_else(|| Decimal::from(1));
        if let Some(item) = cart.items.iter_mut().find(same) {
            item.quantity = sum([&item.quantity, &more]).ok_or(BuyFailure::Refused)?;
        } else {
            let known = self.products.iter().find(|item| item.product_code == call.product_code);
            let id: CartItemId = new_id("item", 16, &mut self.made).into_arg();
            cart.items.push(Item {
                id,
                label: known
                    .and_then(|item| item.label.clone())
                    .or_else(|| Some(call.product_code.as_str().to_owned())),
                main_image_url: known.and_then(|item| item.main_image_url.clone()),
                product_code: call.product_code.clone(),
                product_slug: known.and_then(|item| item.product_slug.clone()),
                variant_code: call.product_variant_code.clone(),
                price: known.and_then(|item| item.price.clone()),
                quantity: more,
            });
        }
        let amounts: Vec<Decimal> = cart
            .items
            .iter()
            .filter_map(|item| times(item.price.as_ref()?.price_with_vat.as_ref()?, &item.quantity))
            .collect();
        cart.price_total = sum(&amounts).ok_or(BuyFailure::Refused)?;
        Ok(Acknowledgement::Done)
    }
}
