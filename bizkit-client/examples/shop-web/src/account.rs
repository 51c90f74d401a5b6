//! Signing in, or registering where the API says that nobody has the address; the account, and signing out.

use crate::page::{go, page, say, visitor};
use crate::{Fields, Web, cookie, trouble};
use axum::extract::{Form, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use bizkit_client::Error;
use bizkit_client::customer::{
    ConfirmAccount, CustomerOrder, GetAccountInfo, GetAccountInfoResponse, ListOrders, Login, LoginErrorCode,
    LoginFailure, Logout, RegisterAccount, RegisterAccountFailure, RegistrationErrorCode,
};
use maud::{Markup, html};

/// `GET /account`
pub async fn show(State(web): State<Web>, headers: HeaderMap) -> Response {
    let Some(session) = cookie::session(&headers, &web.settings) else { return go("/sign-in", None) };
    let account = match GetAccountInfo::new(&session).send(&web.client).await {
        Ok(GetAccountInfoResponse::Account(account)) => account,
        // The session has ended.
        Ok(_) => return go("/sign-in", Some(cookie::forget_session(&web.settings))),
        Err(error) if error.is_session_rejected() => {
            return go("/sign-in", Some(cookie::forget_session(&web.settings)));
        }
        Err(error) => return trouble::page(&web, &error),
    };
    // The account is worth showing without its orders.
    let orders = ListOrders::new(&session).send(&web.client).await;
    let name = [account.first_name.as_deref(), account.last_name.as_deref()];
    let name = name.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let content = html! {
        dl {
            @if !name.is_empty() { dt { "Name" } dd { (name) } }
            @if let Some(email) = &account.email { dt { "E-mail" } dd { (email.as_str()) } }
            dt { "Credits" } dd { (account.credit_balance) }
        }
        h2 { "Your orders" }
        @match &orders {
            Ok(orders) if orders.items.is_empty() => p { "There is none yet." },
            Ok(orders) => (list(&orders.items)),
            Err(error) => p.wrong { (trouble::sentence(error)) },
        }
        form method="post" action="/sign-out" { button.quiet { "Sign out" } }
    };
    page(&web, StatusCode::OK, "Your account", &content)
}

fn list(orders: &[CustomerOrder]) -> Markup {
    html! {
        table {
            thead { tr { th { "Order" } th { "State" } th.amount { "Sum" } } }
            tbody {
                @for order in orders {
                    tr {
                        td { a href={ "/order/" (order.id.as_str()) } { (order.order_number.as_str()) } }
                        td { (order.status.as_ref().map_or("new", |status| status.label.as_deref().unwrap_or(&status.code))) }
                        td.amount { (order.price.as_deref().unwrap_or_default()) }
                    }
                }
            }
        }
    }
}

/// `GET /sign-in`
pub async fn sign_in_form(State(web): State<Web>) -> Response {
    ask(&web, StatusCode::OK, Door::SignIn, "", None)
}

/// Which of the two forms is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Door {
    SignIn,
    Register,
}

fn ask(web: &Web, status: StatusCode, door: Door, email: &str, told: Option<&str>) -> Response {
    let (title, action, button, kind) = match door {
        Door::SignIn => ("Sign in", "/sign-in", "Sign in or register", "current-password"),
        Door::Register => ("Open an account", "/register", "Open the account", "new-password"),
    };
    let content = html! {
        @if let Some(told) = told {
            p class=(if status == StatusCode::OK { "told" } else { "wrong" }) role="alert" { (told) }
        }
        form method="post" action=(action) {
            label { "E-mail" input type="email" name="email" value=(email) autocomplete="email" required; }
            @if door == Door::Register { label { "First name" input name="name" autocomplete="given-name"; } }
            label { "Password" input type="password" name="password" autocomplete=(kind) required; }
            button { (button) }
        }
        @if door == Door::Register { p { a href="/sign-in" { "I have an account" } } }
    };
    page(web, status, title, &content)
}

/// `POST /sign-in`
pub async fn sign_in(State(web): State<Web>, headers: HeaderMap, Form(fields): Form<Fields>) -> Response {
    let field = |name: &str| fields.get(name).map_or("", String::as_str);
    let email = field("email").trim();
    let mut call = Login::new(email, field("password"));
    if let Some(address) = visitor(&web, &headers) {
        call = call.customer_real_ip(address);
    }
    match call.send(&web.client).await {
        Ok(session) => go("/account", Some(cookie::keep_session(&session.identity_id, &web.settings))),
        Err(error) => refused(&web, &error, email),
    }
}

/// Every documented reason, as the shopper should read it; two of them lead to the registration.
fn refused(web: &Web, error: &Error, email: &str) -> Response {
    let Some(LoginFailure::Refused(refused)) = Login::failure(error) else {
        return failed(web, error, Door::SignIn, email);
    };
    let text = match refused.error_code {
        LoginErrorCode::UnknownEmail | LoginErrorCode::NotRegistered => {
            let text = "Nobody has registered with this address yet. You can do it here.";
            return ask(web, StatusCode::OK, Door::Register, email, Some(text));
        }
        LoginErrorCode::WrongCredentials => "The address or the password is wrong.",
        LoginErrorCode::Banned => "This account is closed.",
        LoginErrorCode::TooManyAttempts => {
            "There were too many attempts. Please wait a while before the next one."
        }
        LoginErrorCode::EmailNotVerified => "Please open the link in the mail that you got from us first.",
        // `Failed`, and codes that are newer than this shop.
        _ => "That did not work. Please try again.",
    };
    ask(web, StatusCode::UNPROCESSABLE_ENTITY, Door::SignIn, email, Some(text))
}

/// Other errors: what is filled in wrong is told beside the form.
fn failed(web: &Web, error: &Error, door: Door, email: &str) -> Response {
    if error.is_invalid_request() {
        return ask(web, StatusCode::UNPROCESSABLE_ENTITY, door, email, Some(&trouble::sentence(error)));
    }
    trouble::page(web, error)
}

/// `POST /register`
pub async fn register(State(web): State<Web>, headers: HeaderMap, Form(fields): Form<Fields>) -> Response {
    let field = |name: &str| fields.get(name).map_or("", String::as_str);
    let email = field("email").trim();
    let mut call = RegisterAccount::new(email, field("password"));
    if !field("name").trim().is_empty() {
        call = call.first_name(field("name").trim());
    }
    if let Some(address) = visitor(&web, &headers) {
        call = call.customer_real_ip(address);
    }
    if let Some(url) = &web.settings.public_url {
        call = call.return_url(format!("{url}/sign-in"));
    }
    let Err(error) = call.send(&web.client).await else { return registered(&web, email) };
    let Some(RegisterAccountFailure::Refused(refused)) = RegisterAccount::failure(&error) else {
        return failed(&web, &error, Door::Register, email);
    };
    let (door, text) = match refused.error_code {
        RegistrationErrorCode::AlreadyRegistered => {
            (Door::SignIn, "This address has an account. Please sign in.")
        }
        RegistrationErrorCode::Banned => (Door::Register, "This account is closed."),
        RegistrationErrorCode::TooManyAttempts => {
            (Door::Register, "There were too many attempts. Please wait ten minutes before the next one.")
        }
        _ => (Door::Register, "That did not work. Please try again."),
    };
    ask(&web, StatusCode::UNPROCESSABLE_ENTITY, door, email, Some(text))
}

fn registered(web: &Web, email: &str) -> Response {
    let token = web.sandbox.as_ref().and_then(|shop| shop.mailed_token(email));
    let content = html! {
        p { "There is a mail on its way to " strong { (email) } ". Open the link in it, and you can sign in." }
        @if let Some(token) = token {
            p.note { "The sandbox sends no mail. This is the " a href={ "/confirm?token=" (token) } { "link" } " in it." }
        }
    };
    page(web, StatusCode::OK, "Look into your mail", &content)
}

/// `GET /confirm?token=..`: a button, since programs that look into mails open links too, and a token works once.
pub async fn confirm_form(State(web): State<Web>, Query(fields): Query<Fields>) -> Response {
    let content = html! {
        form method="post" action="/confirm" {
            input type="hidden" name="token" value=(fields.get("token").map_or("", String::as_str));
            button { "Confirm my address" }
        }
    };
    page(&web, StatusCode::OK, "Almost done", &content)
}

/// `POST /confirm`
pub async fn confirm(State(web): State<Web>, Form(fields): Form<Fields>) -> Response {
    let token = fields.get("token").map_or("", String::as_str);
    match ConfirmAccount::new(token).send(&web.client).await {
        Ok(confirmed) => {
            let text = Some("Your address is confirmed. Please sign in.");
            ask(&web, StatusCode::OK, Door::SignIn, confirmed.email.as_str(), text)
        }
        Err(error) if ConfirmAccount::failure(&error).is_some() || error.is_invalid_request() => {
            let text = "It was used already, or is too old. Please try to sign in.";
            say(&web, StatusCode::GONE, "This link works no more", text)
        }
        Err(error) => trouble::page(&web, &error),
    }
}

/// `POST /sign-out`. The cookie goes, even where the API cannot be told.
pub async fn sign_out(State(web): State<Web>, headers: HeaderMap) -> Response {
    if let Some(session) = cookie::session(&headers, &web.settings) {
        let _ended_or_not = Logout::new(session).send(&web.client).await;
    }
    go("/", Some(cookie::forget_session(&web.settings)))
}
