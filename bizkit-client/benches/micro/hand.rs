//! The same calls as somebody would write them by hand: reqwest for the request, derives of serde for both bodies.
//! Names and types are those of the documentation; nothing is checked.

#![allow(clippy::struct_field_names, reason = "the names are those of the documentation")]
#![allow(dead_code, reason = "each benchmark takes what it needs; replies are read and dropped")]

use reqwest::{Client, Request};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub(crate) const KEY: &str = "PRODPGrFxpGEtrOZfuWhnoJohUYBXuOE";
pub(crate) const BASE: &str = "https://api.bizkithub.com";

/// `GET customer/detail`.
pub(crate) fn customer_detail(
    client: &Client,
    base: &str,
    identity: &str,
    customer: &str,
    ip: Option<&str>,
) -> Request {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Query<'a> {
        identity_id: &'a str,
        cu_ref_no: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        customer_real_ip: Option<&'a str>,
        api_key: &'a str,
    }
    let query = Query { identity_id: identity, cu_ref_no: customer, customer_real_ip: ip, api_key: KEY };
    let url = format!("{base}/api/v1/customer/detail");
    client.get(url).header("accept", "application/json").query(&query).build().unwrap()
}

/// The body of `POST shop/order/create`, as far as the benchmark fills it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Order {
    pub(crate) customer: Customer,
    pub(crate) items: Vec<Item>,
    pub(crate) locale: Option<String>,
    pub(crate) currency: Option<String>,
    pub(crate) payment_method: Option<String>,
    pub(crate) delivery_price: Option<f64>,
    pub(crate) due_date: Option<String>,
    pub(crate) public_notice: Option<String>,
    pub(crate) tags: Option<BTreeMap<String, String>>,
    pub(crate) return_url: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Customer {
    pub(crate) email: String,
    pub(crate) first_name: Option<String>,
    pub(crate) last_name: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) country: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Item {
    pub(crate) label: String,
    pub(crate) price: f64,
    pub(crate) vat: Option<f64>,
    pub(crate) count: Option<f64>,
    pub(crate) unit: Option<String>,
}

/// `POST shop/order/create`.
pub(crate) fn order_create(client: &Client, order: &Order) -> Request {
    let url = format!("{BASE}/api/v1/shop/order/create");
    let request = client.post(url).header("accept", "application/json").query(&[("apiKey", KEY)]);
    request.json(order).build().unwrap()
}

/// The reply of `customer/detail`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Profile {
    pub(crate) logged_in: bool,
    cu_ref_no: Option<String>,
    credit_balance: Option<f64>,
    email: Option<String>,
    phone: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
    company_name: Option<String>,
    premium: Option<bool>,
    ban: Option<bool>,
    #[serde(default)]
    groups: Vec<Group>,
    #[serde(default)]
    meta: BTreeMap<String, serde_json::Value>,
    referral: Option<Referral>,
    #[serde(default)]
    running_subscription_list: Vec<Subscription>,
}

#[derive(Deserialize)]
struct Group {
    name: Option<String>,
    slug: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Referral {
    code: Option<String>,
    email: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Subscription {
    external_id: Option<String>,
    product_slug: Option<String>,
    product_code: Option<String>,
    order_number: Option<String>,
    order_hash: Option<String>,
    auto_renew: Option<bool>,
}

/// The reply of `shop/order/create`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Created {
    order_number: String,
    hash: String,
    links: Option<Links>,
    payment_url: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Links {
    order_page_link: Option<String>,
    pay_link: Option<String>,
}

/// The reply of `shop/order/detail`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OrderDetail {
    pub(crate) exist: bool,
    id: Option<String>,
    hash: Option<String>,
    locale: Option<String>,
    pay_date: Option<String>,
    status: Option<Status>,
    variable_symbol: Option<String>,
    public_notice: Option<String>,
    inserted_date: Option<String>,
    updated_date: Option<String>,
    expiration_date: Option<String>,
    price: Option<Price>,
    sale: Option<Price>,
    customer: Option<OrderCustomer>,
    #[serde(default)]
    items: Vec<Line>,
    #[serde(default)]
    vouchers: Vec<Voucher>,
    #[serde(default)]
    tags: BTreeMap<String, serde_json::Value>,
    links: Option<Pages>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Status {
    label: Option<String>,
    color: Option<String>,
    online_payment_status: Option<String>,
    online_payment_status_label: Option<String>,
    online_payment_checking: Option<bool>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Price {
    price_with_vat: Option<f64>,
    currency: Option<String>,
    price_without_vat: Option<f64>,
    vat: Option<f64>,
    currency_locale: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct OrderCustomer {
    email: Option<String>,
    phone: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
    company_name: Option<String>,
    premium: Option<bool>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Line {
    id: Option<String>,
    is_storno: Option<bool>,
    label: Option<String>,
    count: Option<f64>,
    price: Option<Price>,
    unit: Option<String>,
    vat: Option<f64>,
    credit_amount: Option<f64>,
    product_code: Option<String>,
    product_name: Option<String>,
    product_main_image_url: Option<String>,
    variant_code: Option<String>,
    variant_name: Option<String>,
    event_calendar_code: Option<String>,
    event_code: Option<String>,
    event_title: Option<String>,
    branch: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Voucher {
    code: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    value: Option<String>,
    is_order_singleton: Option<bool>,
    currency: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Pages {
    online_payment_link: Option<String>,
}
