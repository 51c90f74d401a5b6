//! Two arguments of different types cannot be swapped.
use bizkit_client::customer;
use bizkit_client::types::{CuRefNo, IdentityId};

fn call(session: IdentityId, customer: CuRefNo) {
    let _ = customer::Detail::new(customer, session);
}

fn main() {}
