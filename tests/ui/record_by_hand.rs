//! A response grows with the API, so nobody takes it apart field by field.
use bizkit_client::customer::Profile;

fn email(profile: Profile) -> Option<bizkit_client::types::Email> {
    let Profile { email } = profile;
    email
}

fn main() {}
