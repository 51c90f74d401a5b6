//! A misspelt keyword is met with the nearest one.
mod api {
    bizkit_macros::api!("specs/typo");
}

fn main() {}
