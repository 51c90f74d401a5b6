//! Replies of the module `post`, as derives of serde.

use super::common::{Locale, PostStatus, PostTag, PostVisibility};
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct List {
    item_count: Option<i64>,
    #[serde(default)]
    items: Vec<ListItem>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ListItem {
    id: Option<String>,
    title: Option<String>,
    main_category_id: Option<Value>,
    main_category_name: Option<String>,
    main_author_id: Option<Value>,
    main_author_name: Option<String>,
    published_date: Option<String>,
    inserted_date: Option<String>,
    updated_date: Option<String>,
    visibility: Option<PostVisibility>,
    status: Option<PostStatus>,
    main_image_url: Option<String>,
    is_star: Option<bool>,
    is_deleted: Option<bool>,
    word_count: Option<i64>,
    reading_time_minutes: Option<f64>,
    has_perex: Option<bool>,
    #[serde(default)]
    tags: Vec<PostTag>,
    #[serde(default)]
    translated_locales: Vec<Locale>,
    #[serde(default)]
    stale_locales: Vec<Locale>,
    views_count: Option<i64>,
    views_recent_delta: Option<f64>,
    views_prior_delta: Option<f64>,
    rating_average: Option<f64>,
    rating_count: Option<i64>,
    comments_count: Option<i64>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Feed {
    #[serde(default)]
    items: Vec<FeedItem>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct FeedItem {
    slug: Option<String>,
    id: Option<String>,
    content: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Detail {
    id: Option<String>,
    title: Option<String>,
    main_category_id: Option<Value>,
    main_category_name: Option<String>,
    main_author_id: Option<Value>,
    main_author_name: Option<String>,
    published_date: Option<String>,
    inserted_date: Option<String>,
    updated_date: Option<String>,
    visibility: Option<PostVisibility>,
    status: Option<PostStatus>,
    main_image_url: Option<String>,
    is_star: Option<bool>,
    is_deleted: Option<bool>,
    word_count: Option<i64>,
    reading_time_minutes: Option<f64>,
    has_perex: Option<bool>,
    #[serde(default)]
    tags: Vec<PostTag>,
    #[serde(default)]
    translated_locales: Vec<Locale>,
    #[serde(default)]
    stale_locales: Vec<Locale>,
    views_count: Option<i64>,
    views_recent_delta: Option<f64>,
    views_prior_delta: Option<f64>,
    rating_average: Option<f64>,
    rating_count: Option<i64>,
    comments_count: Option<i64>,
    content: Option<String>,
    perex: Option<String>,
    meta_title: Option<String>,
    meta_description: Option<String>,
    #[serde(default)]
    author_ids: Vec<Value>,
    #[serde(default)]
    attachments: Vec<Attachment>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Attachment {
    id: Option<Value>,
    filename: Option<String>,
    download_url: Option<String>,
    size: Option<i64>,
    content_type: Option<String>,
    inserted_date: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct CommentCreate {
    success: Option<bool>,
    comment: Option<Comment>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Comment {
    id: Option<String>,
    content: Option<String>,
    author: Option<Author>,
    using_subscription_service: Option<bool>,
    is_mine: Option<bool>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Author {
    name: Option<String>,
    profile_slug: Option<String>,
}
