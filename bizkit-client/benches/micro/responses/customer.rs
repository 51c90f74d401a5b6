//! Responses of the module `customer`, as derives of serde.

use super::common::{CustomerGroup, Referral, RunningSubscription};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SetNewPassword {
    success: bool,
    error_code: Option<PasswordErrorCode>,
    message: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) enum PasswordErrorCode {
    #[serde(rename = "E001")]
    Failed,
    #[serde(rename = "E002")]
    UsedBefore,
    #[serde(rename = "E003")]
    UnknownToken,
    #[serde(rename = "E004")]
    TokenExpired,
    #[serde(other)]
    Unknown,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RegisterAccount {
    success: bool,
    error_code: Option<RegistrationErrorCode>,
    message: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) enum RegistrationErrorCode {
    #[serde(rename = "E001")]
    Failed,
    #[serde(rename = "E002")]
    AlreadyRegistered,
    #[serde(rename = "E003")]
    Banned,
    #[serde(rename = "E004")]
    TooManyAttempts,
    #[serde(other)]
    Unknown,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ConfirmAccount {
    success: bool,
    email: Option<String>,
    return_url: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct ListOrders {
    #[serde(default)]
    items: Vec<CustomerOrder>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CustomerOrder {
    id: Option<String>,
    order_number: Option<String>,
    status: Option<CustomerOrderStatus>,
    price: Option<String>,
    notice: Option<String>,
    inserted_date: Option<String>,
    updated_date: Option<String>,
    expiration_date: Option<String>,
    #[serde(default)]
    lines: Vec<CustomerOrderLine>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CustomerOrderLine {
    id: Option<String>,
    label: Option<String>,
    count: Option<f64>,
    storno: Option<bool>,
    price: Option<String>,
    unit: Option<String>,
    vat: Option<f64>,
    credit_amount: Option<f64>,
    inserted_date: Option<String>,
    event: Option<CustomerOrderEvent>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CustomerOrderEvent {
    id: Option<String>,
    calendar_id: Option<String>,
    start_time: Option<String>,
    end_time: Option<String>,
    title: Option<String>,
    is_all_day: Option<bool>,
    is_blocking: Option<bool>,
    is_storno: Option<bool>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CustomerOrderStatus {
    label: Option<String>,
    code: Option<String>,
    background_color: Option<String>,
    text_color: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SignIn {
    success: bool,
    identity_id: Option<String>,
    error_code: Option<SignInErrorCode>,
    message: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) enum SignInErrorCode {
    #[serde(rename = "E001")]
    Failed,
    #[serde(rename = "E002")]
    UnknownEmail,
    #[serde(rename = "E003")]
    NotRegistered,
    #[serde(rename = "E004")]
    WrongCredentials,
    #[serde(rename = "E005")]
    Banned,
    #[serde(rename = "E006")]
    TooManyAttempts,
    #[serde(rename = "E007")]
    EmailNotVerified,
    #[serde(other)]
    Unknown,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GetAccountInfo {
    pub(crate) logged_in: bool,
    identity_id: Option<String>,
    cu_ref_no: Option<String>,
    credit_balance: Option<f64>,
    email: Option<String>,
    phone: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
    company_name: Option<String>,
    premium: Option<bool>,
    ban: Option<bool>,
    #[serde(default)]
    groups: Vec<CustomerGroup>,
    #[serde(default)]
    meta: BTreeMap<String, Value>,
    referral: Option<Referral>,
    #[serde(default)]
    running_subscription_list: Vec<RunningSubscription>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Detail {
    pub(crate) logged_in: bool,
    cu_ref_no: Option<String>,
    credit_balance: Option<f64>,
    email: Option<String>,
    phone: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
    company_name: Option<String>,
    premium: Option<bool>,
    ban: Option<bool>,
    #[serde(default)]
    groups: Vec<CustomerGroup>,
    #[serde(default)]
    meta: BTreeMap<String, Value>,
    referral: Option<Referral>,
    #[serde(default)]
    running_subscription_list: Vec<RunningSubscription>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SpendCredits {
    success: bool,
    transaction_id: Option<String>,
    old_credit_balance: Option<f64>,
    new_credit_balance: Option<f64>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ListCreditMovements {
    credit_balance: Option<f64>,
    #[serde(default)]
    items: Vec<CreditMovement>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CreditMovement {
    id: Option<String>,
    amount: Option<f64>,
    balance: Option<f64>,
    order: Option<CreditOrder>,
    expiration: Option<CreditExpiration>,
    description: Option<String>,
    inserted_date: Option<String>,
}

#[derive(Deserialize, Serialize)]
pub(crate) struct CreditExpiration {
    date: Option<String>,
    status: Option<CreditExpirationStatus>,
    processed: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum CreditExpirationStatus {
    Pending,
    #[serde(other)]
    Unknown,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CreditOrder {
    order_number: Option<String>,
    hash: Option<String>,
    group_name: Option<String>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CreateApiKey {
    success: bool,
    api_key: Option<String>,
    expiration_date: Option<String>,
}
