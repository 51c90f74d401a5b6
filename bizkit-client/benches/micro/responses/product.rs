//! Responses of the module `product`, as derives of serde.

#![allow(clippy::struct_excessive_bools, reason = "as the documentation has it")]

use super::common::{CategoryLink, OrderStatistics, ProductEvent};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Feed {
    count: i64,
    total_count: Option<i64>,
    items: Vec<FeedItem>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FeedItem {
    id: Value,
    name: String,
    slug: String,
    short_description: Option<String>,
    main_image_url: Option<String>,
    main_category: Option<CategoryLink>,
    price: f64,
    price_without_vat: Option<f64>,
    vat: Option<f64>,
    position: i64,
    active: bool,
    sold_out: bool,
    warehouse_all_quantity: Option<f64>,
    warehouse_limit: Option<f64>,
    custom_fields: BTreeMap<String, String>,
    event: Option<ProductEvent>,
    gallery_items_count: Option<i64>,
    order_statistics: Option<OrderStatistics>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Detail {
    id: Value,
    code: String,
    name: String,
    slug: String,
    short_description: Option<String>,
    long_description: Option<String>,
    main_image_url: Option<String>,
    gallery_items: Vec<GalleryItem>,
    gallery_items_count: Option<i64>,
    order_statistics: Option<OrderStatistics>,
    is_variant_product: bool,
    variant_items: Vec<Variant>,
    active: bool,
    b2b: bool,
    show_in_feed: bool,
    sold_out: bool,
    position: Option<i64>,
    main_category: Option<CategoryLink>,
    #[serde(default)]
    category_path_items: Vec<CategoryLink>,
    category_items: Vec<CategoryLink>,
    brand_id: Option<i64>,
    price: f64,
    standard_price_percentage: Option<f64>,
    vat: Option<f64>,
    size_width_mm: Option<f64>,
    size_height_mm: Option<f64>,
    size_depth_mm: Option<f64>,
    weight_grams: Option<f64>,
    warehouse_all_quantity: Option<f64>,
    warehouse_limit: Option<f64>,
    event: Option<ProductEvent>,
    custom_fields: BTreeMap<String, String>,
    last_update: String,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Variant {
    id: String,
    code: String,
    name: String,
    ean: Option<String>,
    price: f64,
    warehouse_all_quantity: Option<f64>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct GalleryItem {
    #[serde(rename = "type")]
    kind: GalleryKind,
    id: i64,
    url: String,
    title: Option<String>,
    tag: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum GalleryKind {
    Image,
    Video,
    #[serde(other)]
    Unknown,
}
