//! The same calls as somebody would write them by hand: reqwest for the request, derives of serde for bodies.
//! Names and types are those of the documentation; nothing is checked.

#![allow(dead_code, reason = "each benchmark takes what it needs")]

use super::arguments::KEY;
use reqwest::{Client, Request};
use serde::Serialize;
use std::collections::BTreeMap;

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
