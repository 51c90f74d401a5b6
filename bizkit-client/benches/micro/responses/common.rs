//! What responses of several modules consist of, as derives of serde.

#![allow(clippy::struct_field_names, reason = "as the documentation has it")]

use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum AddressKind {
    Delivery,
    Billing,
    Contact,
    Invoice,
    #[serde(other)]
    Unknown,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Address {
    id: String,
    #[serde(rename = "type")]
    kind: Option<AddressKind>,
    first_name: Option<String>,
    last_name: Option<String>,
    company_name: Option<String>,
    company_registration_number: Option<String>,
    tax_identification_number: Option<String>,
    street_address: Option<String>,
    postal_code: Option<String>,
    city: Option<String>,
    city_part: Option<String>,
    state_region: Option<String>,
    country: Option<String>,
    notice: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Acknowledgement {
    success: Option<bool>,
}

/// Where the response tells more only if it failed.
#[derive(Deserialize, Serialize)]
pub(crate) struct Success {
    success: bool,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum Currency {
    Czk,
    Eur,
    Usd,
    #[serde(other)]
    Unknown,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Price {
    price_with_vat: Option<f64>,
    currency: Option<Currency>,
    price_without_vat: Option<f64>,
    vat: Option<f64>,
    currency_locale: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct CustomerGroup {
    name: Option<String>,
    slug: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Referral {
    code: Option<String>,
    email: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RunningSubscription {
    external_id: Option<String>,
    product_slug: Option<String>,
    product_code: Option<String>,
    order_number: Option<String>,
    order_hash: Option<String>,
    auto_renew: Option<bool>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum PostVisibility {
    Public,
    Private,
    Unlisted,
    Subscribe,
    #[serde(other)]
    Unknown,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum PostStatus {
    Draft,
    Scheduled,
    Published,
    Private,
    Archived,
    #[serde(other)]
    Unknown,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct PostTag {
    id: Option<Value>,
    name: Option<String>,
    code: Option<String>,
    color: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) enum Locale {
    #[serde(rename = "cs")]
    Czech,
    #[serde(rename = "en")]
    English,
    #[serde(rename = "fr")]
    French,
    #[serde(rename = "it")]
    Italian,
    #[serde(rename = "pl")]
    Polish,
    #[serde(rename = "de")]
    German,
    #[serde(rename = "sk")]
    Slovak,
    #[serde(rename = "sv")]
    Swedish,
    #[serde(rename = "es")]
    Spanish,
    #[serde(rename = "zh")]
    Chinese,
    #[serde(rename = "ja")]
    Japanese,
    #[serde(rename = "uk")]
    Ukrainian,
    #[serde(rename = "da")]
    Danish,
    #[serde(other)]
    Unknown,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OrderStatistics {
    total_quantity_sold: Option<f64>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct CategoryLink {
    slug: Option<String>,
    code: Option<String>,
    name: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProductEvent {
    id: String,
    start_time: String,
    end_time: String,
    is_all_day: bool,
    is_blocking: bool,
    title: String,
    description: Option<String>,
    agenda: Option<String>,
    url: Option<String>,
    location_title: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub(crate) enum PaymentStatus {
    Created,
    Paid,
    #[serde(other)]
    Unknown,
}
