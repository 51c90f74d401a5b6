//! An option that the macro does not know.
mod api {
    bizkit_macros::api!("specs/typo", feature);
}

fn main() {}
