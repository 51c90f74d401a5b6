//! A constant is checked while it is compiled.
use bizkit_client::types::CuRefNo;

const ID: CuRefNo = CuRefNo::from_static("too-short");

fn main() {
    println!("{ID}");
}
