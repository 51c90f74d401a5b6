//! A required argument cannot be forgotten.
use bizkit_client::customer;

fn main() {
    let _ = customer::Detail::new("Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg");
}
