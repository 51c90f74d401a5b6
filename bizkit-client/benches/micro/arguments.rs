//! What the measured calls are made of.

#![allow(dead_code, reason = "each benchmark takes what it needs")]

use bizkit_client::{Decimal, shop};

pub(crate) const KEY: &str = "PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE";
pub(crate) const SESSION: &str = "Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg";
pub(crate) const CUSTOMER: &str = "1cGIHvFoQDGLAbcA";

pub(crate) fn order() -> shop::order::Create {
    use shop::order::{Create, Customer, Item};
    let customer = Customer::new("jan@barasek.com")
        .with_first_name("Jan")
        .with_last_name("Barášek")
        .with_phone("+420 777123456")
        .with_country("CZ");
    let item = |label: &str| {
        Item::new(label).with_price(Decimal::from_static("110.50")).with_vat(21).with_count(2).with_unit("ks")
    };
    Create::new(customer, [item("GymRoom reservation"), item("Towel"), item("Water")])
        .locale("cs")
        .currency("CZK")
        .payment_method("money")
        .delivery_price(10)
        .due_date("2024-05-01T10:00:00.000Z")
        .public_notice("Thank you for your order.")
        .tags([("source", "web"), ("campaign", "spring")])
        .return_url("https://gymroom.cz/rezervace/dekujeme")
}
