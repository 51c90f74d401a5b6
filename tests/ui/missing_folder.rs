//! A folder that is not there.
mod api {
    bizkit_macros::api!("specs/nowhere" | "specs/nothing");
}

fn main() {}
