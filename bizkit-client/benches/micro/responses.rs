//! From the bytes of each documented response to its type, beside derives of serde over serde_json.

mod address;
mod branch;
mod calendar;
mod cart;
mod chat;
mod common;
mod customer;
mod form;
mod lock;
mod post;
mod product;
mod product_category;
mod security;
mod service_status;
mod shop;
mod subscription;
mod utils;
mod vikitron;

use super::documented::{self, Documented};
use bizkit_client::__private::Answer;
use bizkit_client::sandbox::Serve;
use bizkit_client::{self as api, Bytes, Endpoint};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::fmt;

/// A response, generated and written by hand.
#[derive(Clone, Copy)]
struct Pair {
    endpoint: &'static str,
    bizkit: fn(Bencher<'_, '_>, &Documented),
    serde: fn(Bencher<'_, '_>, &Documented),
    /// Reads a response in both ways and writes it again.
    again: fn(&Documented) -> [Value; 2],
}

const fn pair<E: Serve, T: DeserializeOwned + Serialize>(endpoint: &'static str) -> Pair {
    Pair { endpoint, bizkit: read_generated::<E>, serde: read_derived::<T>, again: again::<E, T> }
}

const PAIRS: [Pair; 85] = [
    pair::<api::branch::List, branch::List>("branch/list"),
    pair::<api::calendar::ListEvents, calendar::EventList>("calendar/event-list"),
    pair::<api::cart::ChangeQuantity, common::Acknowledgement>("cart/change-quantity"),
    pair::<api::cart::SetDelivery, common::Acknowledgement>("cart/set-delivery"),
    pair::<api::cart::SetPacketaBranch, common::Acknowledgement>("cart/set-packeta-branch"),
    pair::<api::cart::SetPayment, common::Acknowledgement>("cart/set-payment"),
    pair::<api::chat::Ask, chat::Turn>("chat/ai-turn"),
    pair::<api::chat::ListRooms, chat::Rooms>("chat/room.get"),
    pair::<api::chat::CreateRoom, chat::NewRoom>("chat/room.post"),
    pair::<api::chat::room::Read, chat::Conversation>("chat/room/{id}.get"),
    pair::<api::chat::room::Delete, chat::Acknowledgement>("chat/room/{id}.delete"),
    pair::<api::chat::room::AddMessage, chat::Stored>("chat/room/{id}/message"),
    pair::<api::chat::room::MarkProblematic, chat::Acknowledgement>("chat/room/{id}/problem"),
    pair::<api::chat::room::Rename, chat::Acknowledgement>("chat/room/{id}/title"),
    pair::<api::customer::Logout, common::Acknowledgement>("customer/logout"),
    pair::<api::docs::ListVariables, Value>("docs/env-list"),
    pair::<api::emailer::SendMessage, common::Acknowledgement>("emailer/send"),
    pair::<api::lock::List, lock::List>("lock/list"),
    pair::<api::lock::Unlock, common::Acknowledgement>("lock/unlock"),
    pair::<api::ping::Fail, Value>("ping/error"),
    pair::<api::post::ListComments, Value>("post/{externalId}/comments"),
    pair::<api::post::ReadCategory, post::Category>("post/category"),
    pair::<api::post::ListRevisions, post::History>("post/history"),
    pair::<api::post::history::Compare, post::Difference>("post/history/diff"),
    pair::<api::post::history::ReadVersion, post::Revision>("post/history/version"),
    pair::<api::post::ReadMeta, post::Meta>("post/meta"),
    pair::<api::post_feedback::Rate, common::Acknowledgement>("post-feedback/index"),
    pair::<api::product_category::List, Value>("product-category/list"),
    pair::<api::product_category::ReadTree, product_category::Tree>("product-category/tree"),
    pair::<api::rate_limit_status::Read, Value>("rate-limit-status/index"),
    pair::<api::security::CreateCaptcha, security::Captcha>("security/captcha"),
    pair::<api::security::VerifyCaptcha, security::Verified>("security/captcha-verify"),
    pair::<api::service_status::Check, service_status::Check>("service-status/index"),
    pair::<api::shop::order::CheckPaymentStatus, shop::Redirect>("shop/order/check-payment-status"),
    pair::<api::shop::order::CreatePayment, shop::Redirect>("shop/order/create-payment"),
    pair::<api::utils::ShortenUrl, utils::Shorten>("utils/shorten"),
    pair::<api::utils::stats::CountClicks, Value>("utils/stats/{code}"),
    pair::<api::vikitron::StartCrawl, vikitron::Start>("vikitron/crawl-start"),
    pair::<api::address::Create, common::Address>("address/create"),
    pair::<api::address::List, address::List>("address/list"),
    pair::<api::address::Update, Value>("address/update"),
    pair::<api::branch::Detail, branch::Detail>("branch/detail"),
    pair::<api::calendar::AddEvent, calendar::AddEvent>("calendar/add-event"),
    pair::<api::calendar::Detail, calendar::Detail>("calendar/detail"),
    pair::<api::cart::Buy, common::Acknowledgement>("cart/buy"),
    pair::<api::cart::Detail, cart::Detail>("cart/detail"),
    pair::<api::customer::AddBankAccount, common::Success>("customer/add-bank-account"),
    pair::<api::customer::AddGroups, common::Acknowledgement>("customer/add-groups"),
    pair::<api::customer::CreateApiKey, customer::CreateApiKey>("customer/create-api-key"),
    pair::<api::customer::Create, common::Success>("customer/create"),
    pair::<api::customer::ListCreditMovements, customer::ListCreditMovements>("customer/credit-log"),
    pair::<api::customer::SpendCredits, customer::SpendCredits>("customer/credit-spend"),
    pair::<api::customer::Link, common::Acknowledgement>("customer/customer-match-customer"),
    pair::<api::customer::Unlink, common::Acknowledgement>("customer/customer-unmatch-customer"),
    pair::<api::customer::Detail, customer::Detail>("customer/detail"),
    pair::<api::customer::GetAccountInfo, customer::GetAccountInfo>("customer/get-account-info"),
    pair::<api::customer::ReadHierarchy, Value>("customer/hierarchy"),
    pair::<api::customer::Login, customer::SignIn>("customer/login"),
    pair::<api::customer::MagicAuth, customer::SignIn>("customer/magic-auth"),
    pair::<api::customer::ListLinked, Value>("customer/matched-customer-list"),
    pair::<api::customer::ListOrders, customer::ListOrders>("customer/order-list"),
    pair::<api::customer::ConfirmAccount, customer::ConfirmAccount>("customer/register-account-verify"),
    pair::<api::customer::RegisterAccount, customer::RegisterAccount>("customer/register-account"),
    pair::<api::customer::ResetPassword, common::Acknowledgement>("customer/reset-password"),
    pair::<api::customer::SetNewPassword, customer::SetNewPassword>("customer/set-new-password"),
    pair::<api::customer::SetParent, common::Acknowledgement>("customer/set-parent"),
    pair::<api::customer::UpdateProfile, Value>("customer/update-profile"),
    pair::<api::form::Detail, form::Detail>("form/detail"),
    pair::<api::newsletter::RegisterContact, common::Acknowledgement>("newsletter/register-contact"),
    pair::<api::post::comment::Create, post::CommentCreate>("post/comment/create"),
    pair::<api::post::Create, Value>("post/create"),
    pair::<api::post::Detail, post::Detail>("post/detail"),
    pair::<api::post::Feed, post::Feed>("post/feed"),
    pair::<api::post::List, post::List>("post/list"),
    pair::<api::product_category::Detail, product_category::Detail>("product-category/detail"),
    pair::<api::product::Detail, product::Detail>("product/detail"),
    pair::<api::product::Feed, product::Feed>("product/feed"),
    pair::<api::shop::order::Create, shop::OrderCreate>("shop/order/create"),
    pair::<api::shop::order::Detail, shop::OrderDetail>("shop/order/detail"),
    pair::<api::shop::order::Cancel, shop::Storno>("shop/order/storno"),
    pair::<api::shop::payment::Create, shop::PaymentCreate>("shop/payment/create"),
    pair::<api::shop::payment::ProcessNotification, shop::PaymentProcessNotification>(
        "shop/payment/process-notification",
    ),
    pair::<api::subscription::ListActive, subscription::ListActive>("subscription/active-list"),
    pair::<api::subscription::Cancel, common::Acknowledgement>("subscription/cancel"),
    pair::<api::support::SendContactForm, common::Acknowledgement>("support/contact-form"),
];

fn read_generated<E: Endpoint>(bencher: Bencher<'_, '_>, response: &Documented) {
    let body = Bytes::from(response.body.clone());
    let answer = Answer::new(E::INFO, response.status, &body);
    bencher
        .counter(BytesCount::of_str(&response.body))
        .bench_local(|| <E as Endpoint>::decode(black_box(&answer)).unwrap());
}

fn read_derived<T: DeserializeOwned>(bencher: Bencher<'_, '_>, response: &Documented) {
    let body = response.body.as_bytes();
    bencher
        .counter(BytesCount::of_str(&response.body))
        .bench_local(|| serde_json::from_slice::<T>(black_box(body)).unwrap());
}

fn again<E: Serve, T: DeserializeOwned + Serialize>(response: &Documented) -> [Value; 2] {
    let body = Bytes::from(response.body.clone());
    let outcome = <E as Endpoint>::decode(&Answer::new(E::INFO, response.status, &body)).unwrap();
    let derived: T = serde_json::from_str(&response.body).unwrap();
    [serde_json::from_str(&E::serve(&outcome).text()).unwrap(), serde_json::to_value(derived).unwrap()]
}

/// A value without what is left out as well as written: `null` and empty members; numbers are compared as floats.
fn essence(value: Value) -> Value {
    match value {
        Value::Number(number) => number.as_f64().into(),
        Value::Array(items) => items.into_iter().map(essence).collect(),
        Value::Object(members) => {
            let members = members.into_iter().map(|(name, value)| (name, essence(value)));
            Value::Object(members.filter(|(_, value)| !is_empty(value)).collect())
        }
        other => other,
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

/// A documented response with what reads it.
struct Case {
    response: Documented,
    pair: Pair,
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.response.name)
    }
}

/// Every documented response, once both ways of reading it were seen to lose nothing.
fn cases() -> Vec<Case> {
    let case = |response: Documented| {
        let pair = PAIRS.iter().find(|pair| pair.endpoint == response.endpoint);
        let pair = *pair.unwrap_or_else(|| panic!("nobody reads the response of {}", response.endpoint));
        let documented = essence(serde_json::from_str(&response.body).unwrap());
        for (again, reader) in (pair.again)(&response).into_iter().zip(["bizkit", "serde"]) {
            assert_eq!(essence(again), documented, "{response}, read by {reader}");
        }
        Case { response, pair }
    };
    documented::responses().into_iter().map(case).collect()
}

#[divan::bench(args = cases())]
fn bizkit(bencher: Bencher<'_, '_>, case: &Case) {
    (case.pair.bizkit)(bencher, &case.response);
}

#[divan::bench(args = cases())]
fn serde(bencher: Bencher<'_, '_>, case: &Case) {
    (case.pair.serde)(bencher, &case.response);
}
