//! What an application makes of the packages: calls of the shipped API, its own API, and a unit test with the sandbox.
#![deny(warnings)]

use bizkit_client::customer::{GetAccountInfo, GetAccountInfoResponse};
use bizkit_client::{Client, Error, blocking, product};

/// An API of this crate's own.
pub mod own {
    bizkit_macros::api!("own");
}

/// What to say to whoever has this session.
pub async fn greeting(client: &Client, session: &str) -> Result<String, Error> {
    Ok(match GetAccountInfo::new(session).send(client).await? {
        GetAccountInfoResponse::Account(account) => format!("Hello {}", account.first_name.unwrap_or_default()),
        _ => "Please sign in".to_owned(),
    })
}

/// The names of all products.
pub fn names(client: &blocking::Client) -> Result<Vec<String>, Error> {
    client.items(&product::Feed::new()).map(|item| item.map(|item| item.name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use bizkit_client::sandbox::{Fault, Sandbox};

    const SESSION: &str = "Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg";

    #[tokio::test]
    async fn greets_whoever_has_signed_in() -> Result<(), Box<dyn std::error::Error>> {
        let sandbox = Sandbox::start()?;
        let client = sandbox.client()?;
        assert_eq!(greeting(&client, SESSION).await?, "Hello Jan");
        sandbox.on("customer/get-account-info").respond_with_example("LoggedOut")?;
        assert_eq!(greeting(&client, SESSION).await?, "Please sign in");
        sandbox.on("customer/get-account-info").fail(Fault::code("PUBLIC_API_KEY_HAS_BEEN_EXPIRED"))?;
        assert!(greeting(&client, SESSION).await.unwrap_err().is_api_key_rejected());
        Ok(())
    }

    #[tokio::test]
    async fn calls_an_api_of_its_own() -> Result<(), Box<dyn std::error::Error>> {
        let sandbox = Sandbox::of(&own::API, bizkit_macros::sources!("own"))?;
        let voucher = own::voucher::Check::new("SUMMER-15").send(&sandbox.client()?).await?;
        assert_eq!(voucher.discount.to_string(), "15");
        Ok(())
    }
}
