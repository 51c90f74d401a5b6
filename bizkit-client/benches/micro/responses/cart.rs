//! Responses of the module `cart`, as derives of serde.

use super::common::{Currency, Price};
use serde::{Deserialize, Serialize};

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Detail {
    id: Option<String>,
    customer_id: Option<String>,
    customer_name: Option<String>,
    customer_email: Option<String>,
    currency: Option<Currency>,
    price_total: Option<f64>,
    delivery_code: Option<String>,
    delivery_branch_id: Option<i64>,
    delivery_branch_provider: Option<String>,
    payment_code: Option<String>,
    #[serde(default)]
    delivery_list: Vec<Choice>,
    #[serde(default)]
    payment_list: Vec<Choice>,
    #[serde(default)]
    delivery_and_payment_combinations: Vec<Combination>,
    #[serde(default)]
    items: Vec<Item>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Item {
    id: Option<String>,
    label: Option<String>,
    main_image_url: Option<String>,
    product_code: Option<String>,
    product_slug: Option<String>,
    variant_code: Option<String>,
    price: Option<Price>,
    quantity: Option<f64>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Combination {
    delivery_code: Option<String>,
    payment_code: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Choice {
    name: Option<String>,
    code: Option<String>,
    description: Option<String>,
    price: Option<f64>,
    active: Option<bool>,
    selected: Option<bool>,
}
