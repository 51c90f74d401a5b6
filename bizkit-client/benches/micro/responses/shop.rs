//! Responses of the module `shop`, as derives of serde.

use super::common::{Currency, Locale, PaymentStatus, Price};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PaymentProcessNotification {
    status: Option<PaymentStatus>,
    redirect_url: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PaymentCreate {
    gateway_url: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OrderDetail {
    exist: bool,
    id: Option<String>,
    hash: Option<String>,
    locale: Option<Locale>,
    pay_date: Option<String>,
    status: Option<OrderStatus>,
    variable_symbol: Option<String>,
    public_notice: Option<String>,
    inserted_date: Option<String>,
    updated_date: Option<String>,
    expiration_date: Option<String>,
    price: Option<Price>,
    sale: Option<Price>,
    customer: Option<OrderCustomer>,
    #[serde(default)]
    items: Vec<OrderLine>,
    #[serde(default)]
    vouchers: Vec<Voucher>,
    #[serde(default)]
    tags: BTreeMap<String, Value>,
    links: Option<OrderPages>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OrderPages {
    online_payment_link: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Voucher {
    code: Option<String>,
    #[serde(rename = "type")]
    kind: Option<VoucherKind>,
    value: Option<String>,
    is_order_singleton: Option<bool>,
    currency: Option<Currency>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum VoucherKind {
    Fixed,
    Percentage,
    FreeCredit,
    FreeProduct,
    #[serde(other)]
    Unknown,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OrderLine {
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

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OrderCustomer {
    email: Option<String>,
    phone: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
    company_name: Option<String>,
    premium: Option<bool>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OrderStatus {
    label: Option<String>,
    color: Option<String>,
    online_payment_status: Option<PaymentStatus>,
    online_payment_status_label: Option<String>,
    online_payment_checking: Option<bool>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OrderCreate {
    order_number: String,
    hash: String,
    links: Option<OrderLinks>,
    payment_url: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OrderLinks {
    order_page_link: Option<String>,
    pay_link: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Redirect {
    redirect_url: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Storno {
    success: bool,
    message: Option<String>,
}
