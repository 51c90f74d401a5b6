//! Orders, which cost money: written exactly, refused before they are sent, never made twice.

use crate::support::scripted::{Act, Script};
use crate::support::shipped::SOURCES;
use bizkit_client::shop::order::{Create, Customer, Detail, FormData, Item, OrderKind, PaymentMethod};
use bizkit_client::types::{Currency, Locale, OrderTag, OrderTagScalar, Timestamp};
use bizkit_client::{Decimal, Error, ErrorCode, ErrorKind};
use bizkit_spec::Specs;
use bizkit_spec::model::{Method, RetryClass};

const CREATED: &str = r#"{"orderNumber":"25000087","hash":"sSO98YxzR4KJiOu66Jn6K3wRwa4FPI7S","links":{"orderPageLink":"https://gymroom.cz/o","payLink":"https://gymroom.cz/p"}}"#;

fn small() -> Create {
    Create::new(Customer::new("jan@barasek.com"), [Item::new("GymRoom reservation").with_price(110)])
}

fn response(status: u16, body: &str) -> Act {
    Act::Response(status, body.to_owned())
}

#[tokio::test]
async fn every_part_of_an_order_is_written_exactly() {
    let (client, script) = Script::client([response(200, CREATED)]);
    let payer = Customer::new("jan@barasek.com")
        .with_name("Jan Barášek")
        .with_phone("00420 777 123 456")
        .with_country("cz")
        .with_newsletter(false)
        .with_primary_locale(Locale::Czech)
        .with_groups(["trainer"])
        .with_customer_real_ip("localhost")
        .with_referral_id("1cGIHvFoQDGLAbcA");
    let item = Item::new("Socks")
        .with_price("0.10")
        .with_vat("21.00")
        .with_count("0.333")
        .with_sale(Decimal::from_static("12345678901234567890.12"))
        .with_unit("ks")
        .with_product_code("socks")
        .with_variant_code("socks-red")
        .with_event_code("E1")
        .with_credit_amount(100)
        .with_special_actions(["lifetimeSubscriptions", "addCredit:15"]);
    let order = Create::new(payer, [item])
        .issuer_customer(Customer::new("shop@barasek.com"))
        .copy_customers(["a@barasek.com", "b@barasek.com"])
        .cart_id("b411056d304d9y6mHe2SoMFBL2Apxfnb")
        .order_group_id("branch-vinohrady")
        .kind(OrderKind::Registration)
        .locale(Locale::English)
        .currency(Currency::Eur)
        .sale("1.50")
        .voucher_list(["SUMMER-15"])
        .payment_method(PaymentMethod::Money)
        .delivery_price("10.00")
        .payment_price(0)
        .expiration_date(Timestamp::from_static("2024-05-01T10:00:00.000Z"))
        .due_date("2024-05-01T10:00:00.000Z")
        .internal_notice("i")
        .public_notice("p")
        .tags([
            ("a", Some(OrderTag::from("web".to_owned()))),
            ("b", Some(OrderTag::from(Decimal::from_static("2.50")))),
            ("c", Some(OrderTag::from(false))),
            ("d", None),
            ("e", Some(OrderTag::from(vec![Some(OrderTagScalar::from("x".to_owned())), None]))),
        ])
        .return_url("https://gymroom.cz/thanks")
        .notification_url("https://gymroom.cz/hook")
        .form_data(FormData::new("contact-form", [("note", "Hello")]))
        .force_ignore_negative_credit_balance(true);
    order.send(&client).await.unwrap();
    let expected = concat!(
        r#"{"customer":{"email":"jan@barasek.com","name":"Jan Barášek","phone":"+420 777123456","country":"CZ","#,
        r#""newsletter":false,"primaryLocale":"cs","groups":["trainer"],"customerRealIp":"127.0.0.1","#,
        r#""referralId":"1cGIHvFoQDGLAbcA"},"issuerCustomer":{"email":"shop@barasek.com"},"#,
        r#""copyCustomers":["a@barasek.com","b@barasek.com"],"cartId":"b411056d304d9y6mHe2SoMFBL2Apxfnb","#,
        r#""items":[{"label":"Socks","price":0.10,"vat":21.00,"count":0.333,"sale":12345678901234567890.12,"#,
        r#""unit":"ks","productCode":"socks","variantCode":"socks-red","eventCode":"E1","creditAmount":100,"specialActions":"lifetimeSubscriptions;addCredit:15"}],"#,
        r#""orderGroupId":"branch-vinohrady","kind":"registration","locale":"en","currency":"EUR","sale":1.50,"#,
        r#""voucherList":["SUMMER-15"],"paymentMethod":"money","deliveryPrice":10.00,"paymentPrice":0,"#,
        r#""expirationDate":"2024-05-01T10:00:00.000Z","dueDate":"2024-05-01T10:00:00.000Z","#,
        r#""internalNotice":"i","publicNotice":"p","#,
        r#""tags":{"a":"web","b":2.50,"c":false,"d":null,"e":["x",null]},"#,
        r#""returnUrl":"https://gymroom.cz/thanks","notificationUrl":"https://gymroom.cz/hook","#,
        r#""formData":{"code":"contact-form","data":{"note":"Hello"}},"forceIgnoreNegativeCreditBalance":true}"#,
    );
    assert_eq!(script.bodies(), [expected]);
}

#[tokio::test]
async fn a_wrong_order_is_not_sent_and_told_in_full() {
    let tags = |count: usize| (0..count).map(|tag| (format!("t{tag}"), Some(OrderTag::from(true))));
    assert!(small().tags(tags(200).collect::<std::collections::BTreeMap<_, _>>()).check().is_ok());

    let (client, script) = Script::client([]);
    let order = Create::new(
        Customer::new("nobody"),
        [Item::new("x").with_price("1,50"), Item::new("y").with_price("1e999")],
    )
    .tags(tags(201).collect::<std::collections::BTreeMap<_, _>>())
    .locale(Locale::from("xx"))
    .currency(Currency::from("CHF"))
    .due_date("tomorrow")
    .return_url("thanks");
    let error = order.send(&client).await.unwrap_err();
    let found: Vec<_> = error.violations().iter().map(|v| format!("{} {}", v.path, v.rule)).collect();
    assert_eq!(
        found,
        [
            "customer.email format",
            "items[0].price type",
            "locale enum",
            "currency enum",
            "due_date format",
            "tags maxProperties",
            "return_url format",
        ]
    );
    assert_eq!((error.kind(), script.bodies().len()), (ErrorKind::Invalid, 0));
}

#[tokio::test]
async fn an_order_that_may_exist_is_not_made_again() {
    let failed = r#"{"error":{"code":"INTERNAL_ORDER_INSERT_FAILED","message":"m"}}"#;
    let cases = [
        (Act::Break, ErrorKind::PerhapsSent),
        (response(500, failed), ErrorKind::Refused),
        (response(502, "<html>"), ErrorKind::Refused),
        (response(503, ""), ErrorKind::Refused),
        (response(504, ""), ErrorKind::Refused),
        (response(408, ""), ErrorKind::Refused),
        (response(200, "{"), ErrorKind::Unreadable),
    ];
    for (act, kind) in cases {
        let (client, script) = Script::client([act.clone(), response(200, CREATED)]);
        let error = small().send(&client).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts(), script.bodies().len()), (kind, 1, 1), "{act:?}");
        assert!(!error.is_retryable(), "{act:?}");
    }
}

#[tokio::test]
async fn an_order_that_the_server_has_not_seen_is_sent_again() {
    for act in [Act::Refuse, response(429, "")] {
        let (client, script) = Script::client([act, response(200, CREATED)]);
        let created = small().send_with_meta(&client).await.unwrap();
        assert_eq!((created.meta.attempts, script.bodies().len()), (2, 2));
    }
}

#[tokio::test]
async fn the_answer_of_either_guide_is_read() -> Result<(), Error> {
    let quickstart = r#"{"orderNumber":"1","hash":"sSO98YxzR4KJiOu66Jn6K3wRwa4FPI7S","paymentUrl":"https://gymroom.cz/p"}"#;
    let (client, _) = Script::client([response(200, CREATED), response(200, quickstart)]);
    for _ in 0..2 {
        let created = small().send(&client).await?;
        let page = created.links.and_then(|links| links.pay_link).or(created.payment_url);
        assert_eq!(page.unwrap().as_str(), "https://gymroom.cz/p");
    }
    Ok(())
}

#[tokio::test]
async fn the_tags_of_an_order_come_back_as_they_went() {
    let body = r#"{"exist":true,"id":"25000087","hash":"sSO98YxzR4KJiOu66Jn6K3wRwa4FPI7S","status":{},"tags":{"a":"web","b":2.50,"c":false,"d":null,"e":["x",2,null]},"links":{"invoice":"i"}}"#;
    let (client, _) = Script::client([response(200, body)]);
    let order = Detail::new("sSO98YxzR4KJiOu66Jn6K3wRwa4FPI7S").send(&client).await.unwrap();
    let written: Vec<_> = order.tags.iter().map(|(name, tag)| format!("{name}={tag:?}")).collect();
    assert_eq!(order.tags["b"], Some(OrderTag::from(Decimal::from_static("2.50"))), "{written:?}");
    assert_eq!((order.tags.len(), &order.tags["d"]), (5, &None));
    let again = small().tags(order.tags);
    assert!(again.check().is_ok(), "{written:?}");
    let invoice = &order.links.unwrap().additional_properties["invoice"];
    assert_eq!(invoice.as_str(), Some("i"), "a link that no type names");
}

#[tokio::test]
async fn a_failed_insertion_says_what_to_do() {
    let body = r#"{"error":{"code":"INTERNAL_ORDER_INSERT_FAILED","message":"m"}}"#;
    let (client, _) = Script::client([response(500, body)]);
    let error = small().send(&client).await.unwrap_err();
    assert_eq!(ErrorCode::of(&error), Some(ErrorCode::InternalOrderInsertFailed));
    assert!(error.is_server_error() && error.help().unwrap().contains("before you send it again"));
}

#[test]
fn what_costs_money_or_changes_something_is_never_repeated_by_itself() {
    let specs = Specs::from_texts(SOURCES.iter().copied());
    let endpoints = &specs.api().unwrap().endpoints;
    let class = |id: &str| {
        let endpoint = endpoints.iter().find(|endpoint| endpoint.id == id);
        endpoint.map_or_else(|| panic!("{id} is gone"), |endpoint| endpoint.retry)
    };
    // Reads that change something: a new cart, a session at the gateway, the state of an order, a counter.
    let reads = [
        "cart/detail",
        "post/detail",
        "security/captcha-verify",
        "shop/payment/create",
        "shop/payment/process-notification",
        "utils/shorten",
    ];
    let writes = [
        "shop/order/create",
        "customer/credit-spend",
        "cart/buy",
        "calendar/add-event",
        "lock/unlock",
        "emailer/send",
        "chat/ai-turn",
    ];
    for id in reads.into_iter().chain(writes) {
        assert_eq!(class(id), RetryClass::Never, "{id}");
    }
    // What writes and is repeated says in its spec why that does no harm.
    for endpoint in endpoints.iter().filter(|one| one.method == Method::Post && one.retry == RetryClass::Safe)
    {
        let about = endpoint.about.description.as_deref().unwrap_or_default();
        assert!(!about.is_empty(), "{} is repeated, and nothing says why it may be", endpoint.id);
    }
}
