//! Responses of the module `post`, as derives of serde.

use super::common::{Locale, PostStatus, PostTag, PostVisibility};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

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

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Category {
    name: Option<String>,
    description: Option<String>,
    route: Option<Route>,
    #[serde(default)]
    routes: Vec<Route>,
    #[serde(default)]
    children: Vec<Child>,
    #[serde(default)]
    breadcrumb: Vec<Crumb>,
    #[serde(default)]
    post_feed: Vec<CategoryPost>,
    parent: Option<Parent>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Route {
    slug: Option<String>,
    locale: Option<Locale>,
    canonical: Option<bool>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Child {
    slug: Option<String>,
    name: Option<String>,
    description: Option<String>,
    post_count: Option<i64>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Crumb {
    name: Option<String>,
    slug: Option<String>,
    #[serde(default)]
    children: Vec<Crumb>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct CategoryPost {
    slug: Option<String>,
    title: Option<String>,
    content: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Parent {
    name: Option<String>,
    slug: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct History {
    post_id: Option<String>,
    #[serde(default)]
    items: Vec<Revision>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Revision {
    id: Option<String>,
    post_id: Option<String>,
    locale: Option<Locale>,
    title: Option<String>,
    content: Option<String>,
    content_size: Option<i64>,
    author: Option<RevisionAuthor>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct RevisionAuthor {
    name: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Difference {
    from: Option<Revision>,
    to: Option<Revision>,
    #[serde(default)]
    title_diff: Vec<Segment>,
    #[serde(default)]
    content_diff: Vec<Segment>,
    stats: Option<Statistics>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct Segment {
    value: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Statistics {
    title_added: Option<i64>,
    title_removed: Option<i64>,
    content_added_lines: Option<i64>,
    content_removed_lines: Option<i64>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Meta {
    post_id: Option<String>,
    #[serde(default)]
    metadata: BTreeMap<String, Value>,
}
