//! A sandbox that remembers: what one call does, the next one sees.

use bizkit_client::customer::{
    ConfirmAccount, Detail, DetailResponse, GetAccountInfo, GetAccountInfoResponse, Login, LoginErrorCode,
    LoginFailure, Logout, MagicAuth, PasswordErrorCode, RegisterAccount, RegisterAccountFailure,
    RegistrationErrorCode, ResetPassword, SetNewPassword, SetNewPasswordFailure,
};
use bizkit_client::sandbox::Fault;
use bizkit_client::shop::{order, payment};
use bizkit_client::types::IdentityId;
use bizkit_client::{Client, Decimal, Error, Retry, cart};
use bizkit_shop::Shop;

const SESSION: &str = "Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg";
const STRANGER: &str = "00000000000000000000000000000000";

fn start() -> (Shop, Client) {
    let shop = Shop::start().unwrap();
    let client = shop.client().unwrap().with_retry(Retry::never());
    (shop, client)
}

async fn login(client: &Client, email: &str, password: &str) -> Result<IdentityId, LoginErrorCode> {
    let code = |error: Error| match Login::failure(&error) {
        Some(LoginFailure::Refused(refused)) => refused.error_code.clone(),
        _ => panic!("{error}"),
    };
    Login::new(email, password).send(client).await.map(|session| session.identity_id).map_err(code)
}

#[tokio::test]
async fn a_new_shopper_registers_confirms_signs_in_and_is_known() {
    let (shop, client) = start();
    let mail = "Eva@Example.com";
    RegisterAccount::new(mail, "secret")
        .first_name("Eva")
        .phone("+420 777 123 456")
        .send(&client)
        .await
        .unwrap();
    let error = RegisterAccount::new("eva@example.com", "other").send(&client).await.unwrap_err();
    let Some(RegisterAccountFailure::Refused(refused)) = RegisterAccount::failure(&error) else {
        panic!("{error}")
    };
    assert_eq!(refused.error_code, RegistrationErrorCode::AlreadyRegistered);

    assert_eq!(login(&client, mail, "secret").await, Err(LoginErrorCode::EmailNotVerified));
    let token = shop.mailed_token(mail).unwrap();
    let confirmed = ConfirmAccount::new(token.as_str()).send(&client).await.unwrap();
    assert_eq!(confirmed.email.as_str(), "eva@example.com");
    assert!(ConfirmAccount::new(token).send(&client).await.is_err(), "a token works once");

    assert_eq!(login(&client, mail, "wrong").await, Err(LoginErrorCode::WrongCredentials));
    let session = login(&client, mail, "secret").await.unwrap();
    let GetAccountInfoResponse::Account(eva) =
        GetAccountInfo::new(session.clone()).send(&client).await.unwrap()
    else {
        panic!("not signed in")
    };
    assert_eq!((eva.identity_id, eva.first_name.as_deref()), (session.clone(), Some("Eva")));
    assert_eq!(eva.phone.unwrap().as_str(), "+420 777123456");
    let DetailResponse::Profile(profile) = Detail::new(session, &eva.cu_ref_no).send(&client).await.unwrap()
    else {
        panic!("not signed in")
    };
    assert_eq!((profile.cu_ref_no, profile.first_name.as_deref()), (Some(eva.cu_ref_no), Some("Eva")));
}

#[tokio::test]
async fn the_shopper_of_the_examples_is_there_and_nobody_else() {
    let (_shop, client) = start();
    assert_eq!(login(&client, "jan@barasek.com", "1234").await.unwrap().expose(), SESSION);
    assert_eq!(login(&client, "nobody@example.com", "1234").await, Err(LoginErrorCode::UnknownEmail));
    let account = GetAccountInfo::new(SESSION).send(&client).await.unwrap();
    assert!(
        matches!(account, GetAccountInfoResponse::Account(jan) if jan.last_name.as_deref() == Some("Barášek"))
    );
    assert_eq!(GetAccountInfo::new(STRANGER).send(&client).await.unwrap(), GetAccountInfoResponse::LoggedOut);
    assert_eq!(
        Detail::new(STRANGER, "1cGIHvFoQDGLAbcA").send(&client).await.unwrap(),
        DetailResponse::LoggedOut
    );
    let error = Detail::new(SESSION, "0000000000000000").send(&client).await.unwrap_err();
    assert_eq!(error.code(), Some("PUBLIC_CUSTOMER_DETAIL_NOT_PERMITTED"));
    let session =
        MagicAuth::new("new@example.com").first_name("New").send(&client).await.unwrap().identity_id;
    let account = GetAccountInfo::new(session).send(&client).await.unwrap();
    assert!(
        matches!(account, GetAccountInfoResponse::Account(new) if new.first_name.as_deref() == Some("New"))
    );
}

#[tokio::test]
async fn a_forgotten_password_is_replaced_by_mail() {
    let (shop, client) = start();
    let mail = "jan@barasek.com";
    let refused = |error: &Error| match SetNewPassword::failure(error) {
        Some(SetNewPasswordFailure::Refused(refused)) => refused.error_code.clone(),
        _ => panic!("{error}"),
    };
    ResetPassword::new("nobody@example.com").send(&client).await.unwrap();
    assert_eq!((shop.mailed_token("nobody@example.com"), shop.mailed_token(mail)), (None, None));
    ResetPassword::new(mail).send(&client).await.unwrap();
    let token = shop.mailed_token(mail).unwrap();
    let error = SetNewPassword::new(token.as_str(), "1234").send(&client).await.unwrap_err();
    assert_eq!(refused(&error), PasswordErrorCode::UsedBefore);
    SetNewPassword::new(token.as_str(), "12345").send(&client).await.unwrap();
    let error = SetNewPassword::new(token, "123456").send(&client).await.unwrap_err();
    assert_eq!(refused(&error), PasswordErrorCode::UnknownToken);
    assert_eq!(login(&client, mail, "1234").await, Err(LoginErrorCode::WrongCredentials));
    assert!(login(&client, mail, "12345").await.is_ok());
    shop.restock();
    assert!(login(&client, mail, "1234").await.is_ok(), "as in the beginning");
}

#[tokio::test]
async fn who_leaves_is_signed_out_and_can_come_back() {
    let (_shop, client) = start();
    let session = login(&client, "jan@barasek.com", "1234").await.unwrap();
    for _ in 0..2 {
        Logout::new(session.clone()).send(&client).await.unwrap();
        let account = GetAccountInfo::new(session.clone()).send(&client).await.unwrap();
        assert_eq!(account, GetAccountInfoResponse::LoggedOut);
    }
    let next = login(&client, "jan@barasek.com", "1234").await.unwrap();
    assert!(next != session);
}

#[tokio::test]
async fn what_was_bought_is_in_the_cart() {
    let (_shop, client) = start();
    let empty = cart::Detail::new().send(&client).await.unwrap();
    let id = empty.id;
    assert_eq!((empty.items.len(), empty.price_total), (0, Decimal::ZERO));
    cart::Buy::new(&id, "coffee").send(&client).await.unwrap();
    cart::Buy::new(&id, "coffee").quantity("1.5").send(&client).await.unwrap();
    cart::Buy::new(&id, "coffee").product_variant_code("dark").send(&client).await.unwrap();
    let cart = cart::Detail::new().cart_id(&id).send(&client).await.unwrap();
    let lines: Vec<_> =
        cart.items.iter().map(|item| (item.variant_code.is_some(), item.quantity.clone())).collect();
    assert_eq!(lines, [(false, "2.5".parse().unwrap()), (true, Decimal::from(1))]);
    let other = cart::Detail::new().send(&client).await.unwrap();
    assert!(other.id != id && other.items.is_empty());
    assert!(cart::Buy::new("nowhere", "coffee").send(&client).await.is_err());
    let documented =
        cart::Detail::new().cart_id("b411056d304d9y6mHe2SoMFBL2Apxfnb").send(&client).await.unwrap();
    assert_eq!(documented.items[0].label.as_deref(), Some("Coca cola zero"));
}

#[tokio::test]
async fn an_order_is_read_cancelled_and_paid() {
    let (_shop, client) = start();
    let customer = order::Customer::new("eva@example.com").with_first_name("Eva");
    let items = [
        order::Item::new("Coffee").with_price("110.50").with_count(2).with_sale("0.5"),
        order::Item::new("Tea").with_price(7).with_product_code("tea"),
    ];
    let created =
        order::Create::new(customer, items).delivery_price(10).sale("4.25").send(&client).await.unwrap();
    let read = || async { order::Detail::new(&created.hash).send(&client).await.unwrap() };
    let order = read().await;
    assert_eq!((&order.id, &order.hash), (&created.order_number, &created.hash));
    assert_eq!(order.customer.unwrap().first_name.as_deref(), Some("Eva"));
    let lines: Vec<_> =
        order.items.iter().map(|line| (line.label.as_deref().unwrap(), line.is_storno.unwrap())).collect();
    assert_eq!(lines, [("Coffee", false), ("Tea", false)]);
    // 2 * (110.50 - 0.50) + 7 + 10 - 4.25
    assert_eq!(order.price.unwrap().price_with_vat.unwrap().as_str(), "232.75");
    assert_eq!(order.pay_date, None);
    assert_eq!(order.status.label, None);

    let tea = order.items[1].id.clone();
    order::Cancel::new(&created.hash).order_item_id(&tea).send(&client).await.unwrap();
    let stornos: Vec<_> = read().await.items.iter().map(|line| line.is_storno.unwrap()).collect();
    assert_eq!(stornos, [false, true]);
    assert!(order::Cancel::new(&created.hash).order_item_id("nothing").send(&client).await.is_err());

    payment::Create::new(&created.hash).send(&client).await.unwrap();
    payment::ProcessNotification::new("T1", &created.hash).send(&client).await.unwrap();
    let paid = read().await;
    assert!(paid.pay_date.is_some());
    assert_eq!(paid.status.label.as_deref(), Some("Paid"));

    let unknown = "0".repeat(32);
    let error = order::Detail::new(unknown.as_str()).send(&client).await.unwrap_err();
    assert_eq!(order::Detail::failure(&error), Some(&order::DetailFailure::NotFound));
    let error = order::Cancel::new(unknown.as_str()).send(&client).await.unwrap_err();
    assert!(matches!(order::Cancel::failure(&error), Some(order::CancelFailure::Refused(_))));
    let error = payment::Create::new(unknown).send(&client).await.unwrap_err();
    assert_eq!(error.code(), Some("PUBLIC_PAYMENT_DOES_NOT_EXIST"));
    let documented = order::Detail::new("sSO98YxzR4KJiOu66Jn6K3wRwa4FPI7S").send(&client).await.unwrap();
    assert_eq!(documented.id.as_str(), "25000087");
}

#[tokio::test]
async fn choices_come_before_the_memory_and_faults_happen_to_what_it_says() {
    let (shop, client) = start();
    shop.sandbox().on_call::<GetAccountInfo>().nth(1).respond(GetAccountInfoResponse::LoggedOut).unwrap();
    shop.sandbox().on_call::<GetAccountInfo>().nth(2).fail(Fault::MalformedJson).unwrap();
    let account = GetAccountInfo::new(SESSION);
    assert_eq!(account.send(&client).await.unwrap(), GetAccountInfoResponse::LoggedOut);
    assert!(account.send(&client).await.is_err());
    shop.sandbox().on_call::<GetAccountInfo>().fail(Fault::Status(503)).unwrap();
    shop.sandbox().reset();
    assert!(matches!(account.send(&client).await.unwrap(), GetAccountInfoResponse::Account(_)));
}
