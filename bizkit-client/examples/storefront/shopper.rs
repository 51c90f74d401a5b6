//! One shopper: what every step calls, what it keeps for the next ones, and what it tells.

use super::support::{Stop, object, shown};
use bizkit_client::customer::{
    ConfirmAccount, GetAccountInfo, GetAccountInfoResponse, Login, LoginErrorCode, LoginFailure,
    RegisterAccount, RegisterAccountFailure, RegistrationErrorCode,
};
use bizkit_client::product::{Feed, FeedItem};
use bizkit_client::shop::order;
use bizkit_client::types::{IdentityId, OrderHash};
use bizkit_client::{Client, Error, Json};
use bizkit_shop::Shop;

/// What the shopper has in mind, as far as the command line says.
#[derive(Default)]
pub(crate) struct Plan {
    pub(crate) email: Option<String>,
    pub(crate) password: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) token: Option<String>,
    pub(crate) search: Option<String>,
}

impl Plan {
    /// The same with somebody to be: in the sandbox one who registers, or one who has an account.
    pub(crate) fn complete(self, in_sandbox: bool, registers: bool) -> Result<Self, Stop> {
        let (email, password, name) = match (in_sandbox, registers) {
            (true, true) => (Some("eva@example.com"), Some("correct horse"), Some("Eva")),
            (true, false) => (Some("jan@barasek.com"), Some("1234"), None),
            (false, _) => (None, None, None),
        };
        let or = |given: Option<String>, other: Option<&str>| given.or(other.map(str::to_owned));
        let needs = |what| Stop::Usage(format!("with a real key, the shopper needs `--{what}`"));
        Ok(Self {
            email: Some(or(self.email, email).ok_or_else(|| needs("email"))?),
            password: Some(or(self.password, password).ok_or_else(|| needs("password"))?),
            name: or(self.name, name),
            ..self
        })
    }

    fn email(&self) -> &str {
        self.email.as_deref().unwrap_or_default()
    }

    fn password(&self) -> &str {
        self.password.as_deref().unwrap_or_default()
    }
}

/// What a step has to tell: for people, and for programs.
pub(crate) struct Told {
    pub(crate) text: String,
    pub(crate) facts: Json,
}

impl Told {
    fn new(text: impl Into<String>, facts: Json) -> Self {
        Self { text: text.into(), facts }
    }
}

/// A shopper on the way through the shop.
pub(crate) struct Shopper {
    client: Client,
    plan: Plan,
    shop: Option<Shop>,
    session: Option<IdentityId>,
    choice: Option<FeedItem>,
    order: Option<OrderHash>,
}

impl Shopper {
    pub(crate) fn new(client: Client, plan: Plan, shop: Option<Shop>) -> Self {
        Self { client, plan, shop, session: None, choice: None, order: None }
    }

    /// Makes one step.
    pub(crate) async fn step(&mut self, name: &str) -> Result<Told, Stop> {
        match name {
            "register" => self.register().await,
            "verify" => self.verify().await,
            "login" => self.login().await,
            "account" => self.account().await,
            "feed" => self.feed().await,
            "order" => self.order().await,
            _ => self.detail().await,
        }
    }

    async fn register(&self) -> Result<Told, Stop> {
        let mut call = RegisterAccount::new(self.plan.email(), self.plan.password());
        if let Some(name) = &self.plan.name {
            call = call.first_name(name.as_str());
        }
        call.send(&self.client).await.map_err(not_registered)?;
        let email = self.plan.email();
        Ok(Told::new(format!("{email} gets a mail with a token"), object([("email", email.into())])))
    }

    async fn verify(&self) -> Result<Told, Stop> {
        let mailed = self.shop.as_ref().and_then(|shop| shop.mailed_token(self.plan.email()));
        let Some(token) = self.plan.token.clone().or(mailed) else {
            return Err(Stop::Usage("`verify` needs the `--token` out of the mail".to_owned()));
        };
        let account = ConfirmAccount::new(token).send(&self.client).await?;
        let email = account.email.as_str().to_owned();
        Ok(Told::new(format!("{email} is confirmed"), object([("email", email.into())])))
    }

    async fn login(&mut self) -> Result<Told, Stop> {
        let call = Login::new(self.plan.email(), self.plan.password());
        let session = call.send(&self.client).await.map_err(not_signed_in)?;
        // The session opens the account, so it is shown to nobody.
        self.session = Some(session.identity_id);
        Ok(Told::new("a session was opened", object([("signedIn", true.into())])))
    }

    async fn account(&self) -> Result<Told, Stop> {
        let Some(session) = &self.session else { return Err(no("session")) };
        match GetAccountInfo::new(session).send(&self.client).await? {
            GetAccountInfoResponse::Account(account) => {
                let name =
                    format!("{} {}", shown(account.first_name.as_ref()), shown(account.last_name.as_ref()));
                let credits = account.credit_balance.to_string();
                Ok(Told::new(
                    format!("hello {}, you have {credits} credits", name.trim()),
                    object([
                        ("name", name.trim().into()),
                        ("credits", credits.into()),
                        ("cuRefNo", account.cu_ref_no.as_str().into()),
                    ]),
                ))
            }
            _ => Err(Stop::Failed("the session has ended; sign in again".to_owned())),
        }
    }

    async fn feed(&mut self) -> Result<Told, Stop> {
        let mut feed = Feed::new();
        if let Some(words) = &self.plan.search {
            feed = feed.query(words.as_str());
        }
        // Pages are turned until something is on sale.
        let mut items = feed.items(&self.client).max_pages(20);
        while let Some(item) = items.next().await {
            let item = item?;
            if item.active && !item.sold_out {
                let total = items.total().map_or(String::new(), |total| format!(" of {total}"));
                let told = Told::new(
                    format!("the first{total} on sale is {} for {}", item.name, item.price),
                    object([
                        ("name", item.name.as_str().into()),
                        ("price", item.price.to_string().into()),
                        ("total", items.total().into()),
                    ]),
                );
                self.choice = Some(item);
                return Ok(told);
            }
        }
        Err(Stop::Failed("nothing is on sale".to_owned()))
    }

    async fn order(&mut self) -> Result<Told, Stop> {
        if self.choice.is_none() {
            self.feed().await?;
        }
        let Some(product) = &self.choice else { return Err(no("product")) };
        let item = order::Item::new(product.name.as_str()).with_price(product.price.clone());
        let order = order::Create::new(order::Customer::new(self.plan.email()), [item])
            .payment_method(order::PaymentMethod::Money)
            .send(&self.client)
            .await?;
        let links = order.links.as_ref();
        let link = links.and_then(|links| links.pay_link.as_ref().or(links.order_page_link.as_ref()));
        let link = shown(link.or(order.payment_url.as_ref()));
        let told = Told::new(
            format!("{} is to be paid at {link}", order.order_number),
            object([
                ("orderNumber", order.order_number.as_str().into()),
                ("hash", order.hash.as_str().into()),
                ("payLink", link.into()),
            ]),
        );
        self.order = Some(order.hash);
        Ok(told)
    }

    async fn detail(&self) -> Result<Told, Stop> {
        let Some(hash) = &self.order else { return Err(no("order")) };
        let order = order::Detail::new(hash).send(&self.client).await?;
        let status = if order.pay_date.is_some() { "paid" } else { "not paid yet" };
        let lines: Vec<String> = order.items.iter().map(|line| shown(line.label.as_ref())).collect();
        Ok(Told::new(
            format!("order {} ({status}): {}", order.id.as_str(), lines.join(", ")),
            object([
                ("orderNumber", order.id.as_str().into()),
                ("status", status.into()),
                ("lines", lines.into()),
            ]),
        ))
    }
}

fn no(what: &str) -> Stop {
    Stop::Failed(format!("there is no {what}"))
}

/// Every documented reason, as the shopper should read it.
fn not_signed_in(error: Error) -> Stop {
    let Some(LoginFailure::Refused(refused)) = Login::failure(&error) else { return Stop::Call(error) };
    Stop::Failed(match refused.error_code {
        LoginErrorCode::UnknownEmail | LoginErrorCode::NotRegistered => {
            "nobody has registered with this address; begin with `--from register`".to_owned()
        }
        LoginErrorCode::WrongCredentials => "the address or the password is wrong".to_owned(),
        LoginErrorCode::Banned => "this account is closed".to_owned(),
        LoginErrorCode::TooManyAttempts => "there were too many attempts; wait a while".to_owned(),
        LoginErrorCode::EmailNotVerified => {
            "the address is not confirmed yet; begin with `--from verify`".to_owned()
        }
        _ => format!("nobody was signed in: {}", refused.message),
    })
}

/// Every documented reason, as the shopper should read it.
fn not_registered(error: Error) -> Stop {
    let Some(RegisterAccountFailure::Refused(refused)) = RegisterAccount::failure(&error) else {
        return Stop::Call(error);
    };
    Stop::Failed(match refused.error_code {
        RegistrationErrorCode::AlreadyRegistered => {
            "this address has an account; begin with `--from login`".to_owned()
        }
        RegistrationErrorCode::Banned => "this account is closed".to_owned(),
        RegistrationErrorCode::TooManyAttempts => "there were too many attempts; wait ten minutes".to_owned(),
        _ => format!("nothing was registered: {}", refused.message),
    })
}
