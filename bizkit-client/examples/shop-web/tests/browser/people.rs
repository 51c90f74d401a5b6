//! Signing in, registering, the account, signing out.

use super::browser::{Browser, open};
use axum::http::StatusCode;

const SESSION: &str = "Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg";

#[tokio::test]
async fn whoever_is_not_known_is_led_to_the_registration_and_comes_back_signed_in() {
    let shop = open().await;
    let mut browser = Browser::at(&shop);
    let door = browser.get("/account").await;
    assert_eq!(door.path, "/sign-in");
    let eva = [("email", "eva@example.com"), ("password", "correct horse")];
    let register = browser.submit(&door, &eva).await;
    assert!(register.has("Nobody has registered with this address yet."), "{}", register.text);
    assert_eq!(register.form().1["email"], "eva@example.com", "nothing is typed twice");
    let mail = browser.submit(&register, &[("password", "correct horse"), ("name", "Eva")]).await;
    assert!(mail.has("Look into your mail"), "{}", mail.text);

    let early = browser.submit(&door, &eva).await;
    assert!(early.has("open the link in the mail") && browser.cookie("session").is_none(), "{}", early.text);
    let link = mail.link("link</a> in it").unwrap();
    let confirm = browser.get(&link).await;
    let confirmed = browser.submit(&confirm, &[]).await;
    assert!(confirmed.has("Your address is confirmed."), "{}", confirmed.text);
    let again = browser.submit(&confirm, &[]).await;
    assert_eq!(again.status, StatusCode::GONE);

    let account = browser.submit(&confirmed, &eva).await;
    assert_eq!(account.path, "/account");
    assert!(account.has("Eva") && account.has("There is none yet."), "{}", account.text);
    let taken = browser.submit(&register, &[("password", "another one")]).await;
    assert!(taken.has("This address has an account."), "{}", taken.text);
}

#[tokio::test]
async fn a_session_is_in_a_cookie_that_scripts_cannot_read_and_on_no_page() {
    let shop = open().await;
    let mut browser = Browser::at(&shop);
    let door = browser.get("/sign-in").await;
    let wrong = browser.submit(&door, &[("email", "jan@barasek.com"), ("password", "wrong")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.has("The address or the password is wrong.") && !wrong.has("value=\"wrong\""),
        "{}",
        wrong.text
    );
    let odd = browser.submit(&door, &[("email", "nobody"), ("password", "x")]).await;
    assert!(odd.has("look at what you have typed"), "{}", odd.text);

    let account = browser.submit(&door, &[("email", "jan@barasek.com"), ("password", "1234")]).await;
    assert!(
        account.has("Jan Barášek") && account.has("25000055") && account.has("Storno"),
        "{}",
        account.text
    );
    assert!(!account.has(SESSION) && browser.cookie("session") == Some(SESSION));
    let set = browser.set.lock().unwrap().join("\n");
    assert!(set.contains("HttpOnly; SameSite=Lax") && set.contains("Path=/"), "{set}");

    let home = browser.submit(&account, &[]).await;
    assert_eq!((home.path.as_str(), browser.cookie("session")), ("/", None));
    browser.keep("session", SESSION);
    let gone = browser.get("/account").await;
    assert_eq!(
        (gone.path.as_str(), browser.cookie("session")),
        ("/sign-in", None),
        "the API has ended it too"
    );
}
