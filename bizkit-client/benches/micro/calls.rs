//! From arguments to a request that reqwest can send: the generated request, which also checks every rule, beside
//! what one would write by hand, which checks none.

use super::arguments::{CUSTOMER, KEY, SESSION, order};
use super::hand::{self, BASE};
use bizkit_client::{Client, customer};
use divan::{Bencher, black_box};
use reqwest::Request;

fn client() -> Client {
    Client::builder().key(KEY).base_url(BASE).build().unwrap()
}

#[divan::bench]
fn customer_detail_bizkit(bencher: Bencher<'_, '_>) {
    let client = client();
    bencher.bench_local(|| {
        let call = customer::Detail::new(black_box(SESSION), black_box(CUSTOMER)).customer_real_ip("1.1.1.1");
        Request::from(client.to_http(&call).unwrap())
    });
}

#[divan::bench]
fn customer_detail_hand(bencher: Bencher<'_, '_>) {
    let client = reqwest::Client::new();
    bencher.bench_local(|| {
        hand::customer_detail(&client, BASE, black_box(SESSION), black_box(CUSTOMER), Some("1.1.1.1"))
    });
}

fn order_by_hand() -> hand::Order {
    let text = |text: &str| Some(text.to_owned());
    let item = |label: &str| hand::Item {
        label: label.to_owned(),
        price: 110.5,
        vat: Some(21.0),
        count: Some(2.0),
        unit: text("ks"),
    };
    hand::Order {
        customer: hand::Customer {
            email: "jan@barasek.com".to_owned(),
            first_name: text("Jan"),
            last_name: text("Barášek"),
            phone: text("+420 777123456"),
            country: text("CZ"),
        },
        items: vec![item("GymRoom reservation"), item("Towel"), item("Water")],
        locale: text("cs"),
        currency: text("CZK"),
        payment_method: text("money"),
        delivery_price: Some(10.0),
        due_date: text("2024-05-01T10:00:00.000Z"),
        public_notice: text("Thank you for your order."),
        tags: Some(
            [("source", "web"), ("campaign", "spring")].map(|(k, v)| (k.to_owned(), v.to_owned())).into(),
        ),
        return_url: text("https://gymroom.cz/rezervace/dekujeme"),
    }
}

#[divan::bench]
fn order_create_bizkit(bencher: Bencher<'_, '_>) {
    let client = client();
    bencher.bench_local(|| Request::from(client.to_http(&order()).unwrap()));
}

#[divan::bench]
fn order_create_hand(bencher: Bencher<'_, '_>) {
    let client = reqwest::Client::new();
    bencher.bench_local(|| hand::order_create(&client, &order_by_hand()));
}

/// What the rules alone cost, of the requests above.
#[divan::bench]
fn customer_detail_rules(bencher: Bencher<'_, '_>) {
    let call = customer::Detail::new(SESSION, CUSTOMER).customer_real_ip("1.1.1.1");
    bencher.bench_local(|| black_box(&call).check().unwrap());
}

#[divan::bench]
fn order_create_rules(bencher: Bencher<'_, '_>) {
    let call = order();
    bencher.bench_local(|| black_box(&call).check().unwrap());
}
