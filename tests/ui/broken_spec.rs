//! Every mistake of a spec is one error with its place; what is good, and placeholders for the rest, can be used.
mod api {
    bizkit_macros::api!("specs/broken");
}

fn main() {
    let _ = api::shop::Order::new("a-slug").note("a note");
    let _ = api::types::Slug::from_static("a-slug");
}
