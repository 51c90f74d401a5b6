//! Plays a shop that remembers: who has registered and signed in, what was put into carts, what was ordered.
//!
//! An application over `bizkit-client` with the feature `sandbox`, for its examples and tests: it knows some of the endpoints
//! of the API by their types, so it follows the specs and is no part of the library. It is written with
//! [`OnCall::usually`], as users can write their own.
//!
//! [`OnCall::usually`]: bizkit_client::sandbox::OnCall::usually

mod amount;
mod blank;
mod carts;
mod id;
mod orders;
mod people;
mod products;

use bizkit_client::customer::ListOrders;
use bizkit_client::sandbox::{IntoAnswer, PlanError, Sandbox, Serve};
use bizkit_client::{Client, Error};
use blank::Blanks;
use carts::Carts;
use orders::Orders;
use people::People;
pub use products::Product;
use products::Products;
use std::fmt;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A [`Sandbox`] whose calls follow from one another, for the test of a whole storefront.
///
/// - `customer/login`, `customer/logout`, `customer/magic-auth`, `customer/register-account`, `customer/register-account-verify`,
///   `customer/reset-password` and `customer/set-new-password` know the accounts that there are; what would be
///   mailed is in [`mailed_token`](Self::mailed_token).
/// - `customer/get-account-info` and `customer/detail` know who has signed in.
/// - `customer/order-list` knows what they have ordered.
/// - `cart/detail`, `cart/buy` and `cart/change-quantity` keep carts.
/// - `shop/order/create`, `shop/order/detail`, `shop/order/storno`, `shop/payment/create` and
///   `shop/payment/process-notification` keep orders.
/// - `product/feed` and `product/detail` know what a shop that was made by [`selling`](Self::selling) sells.
///
/// In the beginning it holds what the documentation shows: the account of `jan@barasek.com` with the password `1234`,
/// a cart and an order. Every other endpoint answers as in a [`Sandbox`], which this one is beside: choices made with
/// [`on`](Sandbox::on) come first. Ids are counted up, so equal calls give equal responses.
///
/// ```
/// use bizkit_client::customer::{GetAccountInfo, GetAccountInfoResponse, Login, RegisterAccount, ConfirmAccount};
/// use bizkit_shop::Shop;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let shop = Shop::start()?;
/// let client = shop.client()?;
/// RegisterAccount::new("eva@example.com", "correct horse").first_name("Eva").send(&client).await?;
/// let token = shop.mailed_token("eva@example.com").ok_or("no mail")?;
/// ConfirmAccount::new(token).send(&client).await?;
///
/// let session = Login::new("eva@example.com", "correct horse").send(&client).await?;
/// let account = GetAccountInfo::new(session.identity_id).send(&client).await?;
/// assert!(matches!(account, GetAccountInfoResponse::Account(eva) if eva.first_name.as_deref() == Some("Eva")));
/// # Ok(())
/// # }
/// ```
#[doc(alias = "simulator")]
pub struct Shop {
    sandbox: Sandbox,
    memory: Arc<Mutex<Memory>>,
    /// What it was filled with in the beginning.
    stock: Memory,
}

/// All that is remembered.
#[derive(Clone)]
struct Memory {
    people: People,
    carts: Carts,
    orders: Orders,
    products: Products,
}

impl Shop {
    /// Starts a shop on a free port of the loopback interface.
    ///
    /// # Errors
    /// When the system gives no port or no thread, or the specs do not show what the shop begins with.
    pub fn start() -> io::Result<Self> {
        let sandbox = Sandbox::start()?;
        let stock = Memory::documented(&sandbox)?;
        let shop = Self { sandbox, memory: Arc::new(Mutex::new(stock.clone())), stock };
        shop.play().map_err(io::Error::other)?;
        Ok(shop)
    }

    /// Starts a shop that sells these products and no others.
    ///
    /// # Errors
    /// As [`start`](Self::start).
    ///
    /// ```
    /// use bizkit_client::{Decimal, product};
    /// use bizkit_shop::{Product, Shop};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let shop = Shop::selling([Product::new("tea", "Green tea", Decimal::from(90))])?;
    /// let feed = product::Feed::new().send(&shop.client()?).await?;
    /// assert_eq!(feed.items[0].name, "Green tea");
    /// # Ok(())
    /// # }
    /// ```
    pub fn selling(products: impl IntoIterator<Item = Product>) -> io::Result<Self> {
        let products: Vec<Product> = products.into_iter().collect();
        let mut shop = Self::start()?;
        shop.stock.carts.know(&products);
        shop.stock.products = Products::new(products, &Blanks::new().map_err(io::Error::other)?);
        shop.restock();
        let sell = || {
            shop.remember(|memory, call| Ok(memory.products.feed(&call)))?;
            shop.remember(|memory, call| memory.products.read(&call))
        };
        sell().map_err(io::Error::other)?;
        Ok(shop)
    }

    /// The sandbox that plays the shop: to choose other answers, and to see what came.
    pub fn sandbox(&self) -> &Sandbox {
        &self.sandbox
    }

    /// A client that calls this shop; see [`Sandbox::client`].
    ///
    /// # Errors
    /// As [`Sandbox::client`].
    pub fn client(&self) -> Result<Client, Error> {
        self.sandbox.client()
    }

    /// The token in the last mail to this address: of a registration, or to set a new password.
    pub fn mailed_token(&self, email: &str) -> Option<String> {
        lock(&self.memory).people.mailed_token(email)
    }

    /// Forgets what has happened: the shop is as it was in the beginning. Choices stay; see [`Sandbox::reset`].
    pub fn restock(&self) {
        *lock(&self.memory) = self.stock.clone();
    }

    /// Who answers what.
    fn play(&self) -> Result<(), PlanError> {
        self.remember(|memory, call| memory.people.login(&call))?;
        self.remember(|memory, call| Ok(memory.people.logout(&call)))?;
        self.remember(|memory, call| Ok(memory.people.magic_auth(&call)))?;
        self.remember(|memory, call| memory.people.register(&call))?;
        self.remember(|memory, call| memory.people.verify(&call))?;
        self.remember(|memory, call| Ok(memory.people.reset_password(&call)))?;
        self.remember(|memory, call| memory.people.set_password(&call))?;
        self.remember(|memory, call| Ok(memory.people.account(&call)))?;
        self.remember(|memory, call| memory.people.detail(&call))?;
        self.remember(|memory, call| Ok(memory.carts.read(&call)))?;
        self.remember(|memory, call| memory.carts.buy(&call))?;
        self.remember(|memory, call| memory.carts.change(&call))?;
        self.remember(|memory, call: ListOrders| {
            Ok(memory.orders.list(memory.people.email_of(&call.identity_id), &call))
        })?;
        self.remember(|memory, call| Ok(memory.orders.create(call)))?;
        self.remember(|memory, call| memory.orders.read(&call))?;
        self.remember(|memory, call| memory.orders.cancel(&call))?;
        self.remember(|memory, call| memory.orders.pay(&call))?;
        self.remember(|memory, call| memory.orders.paid(&call))
    }

    /// Lets a function over the memory answer a call.
    fn remember<E: Serve + 'static, A: IntoAnswer<E> + 'static>(
        &self,
        function: fn(&mut Memory, E) -> A,
    ) -> Result<(), PlanError> {
        let memory = Arc::clone(&self.memory);
        self.sandbox.on_call::<E>().usually(move |call| function(&mut lock(&memory), call))
    }
}

impl fmt::Debug for Shop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shop").field("url", &self.sandbox.url()).finish_non_exhaustive()
    }
}

impl Memory {
    /// What the documentation shows.
    fn documented(sandbox: &Sandbox) -> io::Result<Self> {
        let blanks = Blanks::new().map_err(io::Error::other)?;
        Ok(Self {
            people: People::documented(sandbox, &blanks).map_err(io::Error::other)?,
            carts: Carts::documented(sandbox, &blanks).map_err(io::Error::other)?,
            orders: Orders::documented(sandbox, &blanks).map_err(io::Error::other)?,
            products: Products::new(Vec::new(), &blanks),
        })
    }
}

fn lock(memory: &Mutex<Memory>) -> MutexGuard<'_, Memory> {
    memory.lock().unwrap_or_else(PoisonError::into_inner)
}
