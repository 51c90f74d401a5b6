//! A reply grows with the API, so nobody builds or takes it apart field by field.
use bizkit_client::types::Referral;

fn name(referral: Referral) -> Option<String> {
    let Referral { code: _, email: _, first_name, last_name: _ } = referral;
    first_name
}

fn main() {}
