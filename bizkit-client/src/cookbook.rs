//! Tasks of a storefront, each as a program that this crate's tests compile and run against the
//! [sandbox](crate::sandbox).
//!
//! In a program of your own, the client is [`Client::from_env`](crate::Client::from_env), made once and cloned.
//!
//! # Sign a shopper in
//!
//! The call gives a session. The shopper's own address helps the server to slow down whoever guesses passwords.
//!
//! ```
//! use bizkit_client::customer::{Login, Session};
//! use bizkit_client::{Client, Error};
//!
//! async fn sign_in(client: &Client, email: &str, password: &str, ip: &str) -> Result<Session, Error> {
//!     Login::new(email, password).customer_real_ip(ip).send(client).await
//! }
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = bizkit_client::sandbox::Sandbox::start()?;
//! # let session = sign_in(&sandbox.client()?, "jan@barasek.com", "1234", "1.1.1.1").await?;
//! # assert_eq!(session.identity_id.expose().len(), 32);
//! # Ok(())
//! # }
//! ```
//!
//! # Keep the session
//!
//! The session belongs into a cookie that scripts cannot read. It is a secret: `Debug` does not show it, and
//! [`expose`](crate::types::IdentityId::expose) is the one way to its text. What comes back is checked before use.
//!
//! ```
//! use bizkit_client::types::IdentityId;
//!
//! fn set_cookie(session: &IdentityId) -> String {
//!     format!("session={}; Max-Age=7776000; Path=/; Secure; HttpOnly; SameSite=Lax", session.expose())
//! }
//!
//! fn session_of(cookies: &str) -> Option<IdentityId> {
//!     let text = cookies.split("; ").find_map(|cookie| cookie.strip_prefix("session="))?;
//!     text.parse().ok() // a cookie can hold anything
//! }
//!
//! let session = session_of("theme=dark; session=Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg").expect("a session");
//! assert!(set_cookie(&session).starts_with("session=Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg; Max-Age"));
//! assert!(!format!("{session:?}").contains("Z9CP"));
//! assert!(session_of("session=<script>").is_none());
//! ```
//!
//! # Show the account
//!
//! A session that has ended is an answer, not an error.
//!
//! ```
//! use bizkit_client::customer::{GetAccountInfo, GetAccountInfoResponse};
//! use bizkit_client::types::IdentityId;
//! use bizkit_client::{Client, Error};
//!
//! async fn greeting(client: &Client, session: IdentityId) -> Result<String, Error> {
//!     Ok(match GetAccountInfo::new(session).send(client).await? {
//!         GetAccountInfoResponse::Account(account) => {
//!             let name = account.first_name.as_deref().unwrap_or("shopper");
//!             format!("Hello {name}, you have {} credits.", account.credit_balance)
//!         }
//!         _ => "Please sign in.".to_owned(),
//!     })
//! }
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = bizkit_client::sandbox::Sandbox::start()?;
//! # let (client, session) = (sandbox.client()?, IdentityId::from_static("Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg"));
//! # assert_eq!(greeting(&client, session.clone()).await?, "Hello Jan, you have 123 credits.");
//! # sandbox.on("customer/get-account-info").respond_with_example("LoggedOut")?;
//! # assert_eq!(greeting(&client, session).await?, "Please sign in.");
//! # Ok(())
//! # }
//! ```
//!
//! # Browse the feed page by page
//!
//! A storefront shows one page, and wants to know whether there is another one. [`Page`](crate::paging::Page) tells.
//!
//! ```
//! use bizkit_client::paging::Page;
//! use bizkit_client::product::Feed;
//! use bizkit_client::{Client, Error};
//!
//! /// The page of a shop window that `?page=` of its address names.
//! async fn window(client: &Client, number: i64) -> Result<Option<Page<Feed>>, Error> {
//!     Feed::new().category("smartphone").page(number).limit(24).pages(client).next().await.transpose()
//! }
//!
//! /// Everything there is, for a search index. Pages are turned as the items are read.
//! async fn names(client: &Client) -> Result<Vec<String>, Error> {
//!     let mut names = Vec::new();
//!     let mut items = Feed::new().items(client).max_pages(50);
//!     while let Some(item) = items.next().await {
//!         names.push(item?.name);
//!     }
//!     Ok(names)
//! }
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = bizkit_client::sandbox::Sandbox::start()?;
//! # let client = sandbox.client()?;
//!
//! let page = window(&client, 1).await?.expect("a first page there always is");
//! assert_eq!((page.items().len(), page.total(), page.next), (1, Some(1), None)); // no button "next"
//! # assert_eq!(names(&client).await?, ["Cheese Burger"]);
//! # Ok(())
//! # }
//! ```
//!
//! # Create an order and send the shopper to the pay link
//!
//! Amounts are exact: give them as text or as whole numbers. The shopper comes back to `return_url`.
//!
//! ```
//! use bizkit_client::shop::order::{Create, Customer, Item, PaymentMethod};
//! use bizkit_client::types::Url;
//! use bizkit_client::{Client, Error};
//!
//! /// Where to redirect the shopper.
//! async fn order(client: &Client, email: &str) -> Result<Option<Url>, Error> {
//!     let items = [
//!         Item::new("GymRoom reservation").with_price("110.50").with_vat(21),
//!         Item::new("Towel").with_price(30).with_count(2),
//!     ];
//!     let order = Create::new(Customer::new(email), items)
//!         .currency("CZK")
//!         .payment_method(PaymentMethod::Money)
//!         .return_url("https://gymroom.cz/rezervace/dekujeme")
//!         .send(client)
//!         .await?;
//!     let pages = order.links;
//!     Ok(pages.and_then(|pages| pages.pay_link.or(pages.order_page_link)).or(order.payment_url))
//! }
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = bizkit_client::sandbox::Sandbox::start()?;
//! # let url = order(&sandbox.client()?, "jan@barasek.com").await?.expect("a link");
//! # assert!(url.as_str().starts_with("https://"));
//! # Ok(())
//! # }
//! ```
//!
//! # React to each login failure
//!
//! The failures that an endpoint documents have types; everything else stays an error.
//!
//! ```
//! use bizkit_client::Error;
//! use bizkit_client::customer::{Login, LoginErrorCode, LoginFailure};
//!
//! /// What to tell somebody who could not sign in.
//! fn advice(error: &Error) -> Option<&'static str> {
//!     let Some(LoginFailure::Refused(refused)) = Login::failure(error) else { return None };
//!     Some(match refused.error_code {
//!         LoginErrorCode::UnknownEmail | LoginErrorCode::NotRegistered => "Create an account first.",
//!         LoginErrorCode::WrongCredentials => "The address or the password is wrong.",
//!         LoginErrorCode::Banned => "This account is closed.",
//!         LoginErrorCode::TooManyAttempts => "Wait a while before you try again.",
//!         LoginErrorCode::EmailNotVerified => "Open the link in the mail that we have sent you.",
//!         // `Failed`, and codes that are newer than this version.
//!         _ => "That did not work. Please try again.",
//!     })
//! }
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = bizkit_client::sandbox::Sandbox::start()?;
//! # sandbox.on("customer/login").respond_with_example("A wrong password")?;
//! # let client = sandbox.client()?;
//!
//! if let Err(error) = Login::new("jan@barasek.com", "wrong").send(&client).await {
//!     let text = advice(&error).ok_or(error)?; // a broken network is somebody else's business
//!     assert_eq!(text, "The address or the password is wrong.");
//! }
//! # Ok(())
//! # }
//! ```
//!
#![doc = include_str!("cookbook/people.md")]
//!
//! # Handle the rate limit
//!
//! The client waits and repeats a call by itself, as long as its total time allows. Show the rest to your callers, and
//! look at the quota before it is used up.
//!
//! ```
//! use bizkit_client::sandbox::{Fault, Sandbox};
//! use bizkit_client::{Client, Error, Retry, product};
//!
//! /// The status and the `Retry-After` to answer your own visitor with.
//! fn status(error: &Error) -> (u16, Option<u64>) {
//!     match error.is_rate_limited() {
//!         true => (503, error.retry_after().map(|wait| wait.as_secs())),
//!         false => (502, None),
//!     }
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = Sandbox::start()?;
//! # let client: Client = sandbox.client()?;
//! let response = product::Feed::new().send_with_meta(&client).await?;
//! if response.meta.rate_limit().and_then(|limit| limit.remaining).is_some_and(|left| left < 100) {
//!     println!("slow down");
//! }
//! # sandbox.on("product/feed").fail(Fault::code("PUBLIC_API_KEY_TOO_MANY_REQUEST"))?;
//!
//! let impatient = client.with_retry(Retry::never());
//! if let Err(error) = product::Feed::new().send(&impatient).await {
//!     assert_eq!(status(&error).0, 503);
//! # return Ok(());
//! }
//! # unreachable!()
//! # }
//! ```
//!
//! # Upload nothing twice
//!
//! An order that may have arrived is never sent again by itself. [`kind`](crate::Error::kind) says what is known, so
//! that you neither lose it nor make two.
//!
//! ```
//! use bizkit_client::shop::order::{Create, CreateResponse};
//! use bizkit_client::types::OrderNumber;
//! use bizkit_client::{Client, Error, ErrorKind, customer};
//! use std::collections::BTreeSet;
//!
//! enum Outcome {
//!     Made(CreateResponse),
//!     /// Nothing has happened; try again when you like.
//!     NotMade(Error),
//!     /// The shopper's orders tell: compare them with those from before.
//!     Unknown(Error),
//! }
//!
//! async fn order(client: &Client, order: &Create) -> Outcome {
//!     match order.send(client).await {
//!         Ok(made) => Outcome::Made(made),
//!         Err(error) => match error.kind() {
//!             // The connection broke, or the answer was no answer: the server may have acted.
//!             ErrorKind::PerhapsSent | ErrorKind::Unreadable => Outcome::Unknown(error),
//!             _ if error.is_server_error() => Outcome::Unknown(error),
//!             _ => Outcome::NotMade(error),
//!         },
//!     }
//! }
//!
//! /// The numbers of a shopper's orders. Read them before an order and, if its outcome is not known, behind it.
//! async fn orders(client: &Client, session: &str) -> Result<BTreeSet<OrderNumber>, Error> {
//!     let orders = customer::ListOrders::new(session).items(client).try_collect().await?;
//!     Ok(orders.into_iter().map(|order| order.order_number).collect())
//! }
//! # use bizkit_client::sandbox::{Fault, Sandbox};
//! # use bizkit_client::shop::order::{Customer, Item};
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = Sandbox::start()?;
//! # let (client, request) = (sandbox.client()?, Create::new(Customer::new("jan@barasek.com"), [Item::new("a").with_price(1)]));
//! # assert!(matches!(order(&client, &request).await, Outcome::Made(_)));
//! # sandbox.on("shop/order/create").fail(Fault::Status(500))?;
//! # assert!(matches!(order(&client, &request).await, Outcome::Unknown(_)));
//! # sandbox.on("shop/order/create").fail(Fault::code("PUBLIC_API_KEY_HAS_BEEN_EXPIRED"))?;
//! # assert!(matches!(order(&client, &request).await, Outcome::NotMade(_)));
//! # assert_eq!(sandbox.requests().len(), 3);
//! # let session = "Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg";
//! # assert_eq!(orders(&client, session).await?.len(), 1);
//! # Ok(())
//! # }
//! ```
//!
//! # Test your own code with the sandbox
//!
//! Your code takes a [`Client`](crate::Client); the test gives it one that talks to a server on this machine. Say what
//! that server answers, and look at what it was asked. A sandbox that remembers, such as who has
//! signed in, is a few functions over [`OnCall::usually`](crate::sandbox::OnCall::usually); the crate `bizkit-shop` of the
//! repository is one.
//!
//! ```toml
//! [dev-dependencies]
//! bizkit-client = { version = "0.1", features = ["sandbox"] }
//! tokio = { version = "1", features = ["macros", "rt"] }
//! ```
//!
//! ```
//! use bizkit_client::sandbox::{Fault, Response, Sandbox};
//! use bizkit_client::{Client, Error, customer};
//!
//! /// The code under test.
//! async fn order_count(client: &Client, session: &str) -> Result<usize, Error> {
//!     Ok(customer::ListOrders::new(session).items(client).try_collect().await?.len())
//! }
//!
//! # const _: &str = stringify! {
//! #[tokio::test]
//! # };
//! # #[tokio::main(flavor = "current_thread")]
//! async fn counts_the_orders_of_all_pages() -> Result<(), Box<dyn std::error::Error>> {
//!     let sandbox = Sandbox::start()?;
//!     let client = sandbox.client()?;
//!     let order = |number: u32| format!(r#"{{"id": "{number:032}", "orderNumber": "{number}"}}"#);
//!     sandbox.on("customer/order-list").in_turn([
//!         Response::json(200, format!(r#"{{"items": [{}, {}]}}"#, order(1), order(2))),
//!         Response::json(200, format!(r#"{{"items": [{}]}}"#, order(3))),
//!         Response::json(200, r#"{"items": []}"#),
//!     ])?;
//!     assert_eq!(order_count(&client, "Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg").await?, 3);
//!     assert_eq!(sandbox.requests()[2].query("page").as_deref(), Some("3"));
//!
//!     sandbox.on("customer/order-list").fail(Fault::Status(500))?;
//!     assert!(order_count(&client, "Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg").await.is_err());
//!     Ok(())
//! }
//! # counts_the_orders_of_all_pages().unwrap();
//! ```
//!
//! # Make many calls at once
//!
//! A call borrows its request and the client, so make the request inside of the future that sends it. A client is
//! cheap to clone, and all clones share their connections and limits.
//!
//! ```
//! use bizkit_client::{Client, Error, customer, types::IdentityId};
//! use tokio::task::JoinSet;
//!
//! async fn order_pages(client: &Client, sessions: Vec<IdentityId>) -> Result<usize, Error> {
//!     let mut calls = JoinSet::new();
//!     for session in sessions {
//!         let client = client.clone();
//!         calls.spawn(async move { customer::ListOrders::new(session).send(&client).await });
//!     }
//!     let mut orders = 0;
//!     while let Some(done) = calls.join_next().await {
//!         orders += done.expect("the call did not panic")?.items.len();
//!     }
//!     Ok(orders)
//! }
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = bizkit_client::sandbox::Sandbox::start()?;
//! # let session = IdentityId::from_static("Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg");
//! # assert!(order_pages(&sandbox.client()?, vec![session.clone(), session]).await? > 0);
//! # Ok(())
//! # }
//! ```
//!
//! `join_all` of the crate `futures` takes such futures, too, and there the client can be borrowed:
//! `sessions.into_iter().map(|session| async move { customer::ListOrders::new(session).send(client).await })`.
//!
//! # Add an endpoint of your own
//!
//! Write what its page says into a YAML file; the macro makes the request. An endpoint of BizKitHub belongs into
//! `specs/` of this project, so that everybody has it, and `CONTRIBUTING.md` shows the way in five minutes. Calls of
//! another service, or of a function that only your organisation has, go into a folder of your own crate beside an
//! `api.yaml` with its address and its key:
//!
//! ```yaml
#![doc(alias("example", "upload", "timeout", "retry"))]
#![doc = include_str!("cookbook/own_api/voucher/check.yaml")]
//! ```
//!
//! ```
//! mod shop {
//!     bizkit_macros::api!("src/cookbook/own_api");
//! }
//! use bizkit_client::sandbox::Sandbox;
//! use shop::voucher::Check;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let sandbox = Sandbox::of(&shop::API, bizkit_macros::sources!("src/cookbook/own_api"))?;
//! let voucher = Check::new("SUMMER-15").send(&sandbox.client()?).await?;
//! assert_eq!(voucher.discount.to_string(), "15");
//! assert!(Check::new("summer").check().is_err()); // the pattern holds
//! # Ok(())
//! # }
//! ```
//!
//! The whole language is on one page: `specs/README.md`.
