//! From the bytes of a documented reply to its type, beside derives of serde over serde_json.

use super::hand;
use bizkit_client::{customer, from_json, shop};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

const PROFILE: &str = include_str!("replies/customer-detail.json");
const CREATED: &str = include_str!("replies/order-create.json");
const ORDER: &str = include_str!("replies/order-detail.json");

/// A pair of benchmarks over the same text.
macro_rules! pair {
    ($text:ident, $bizkit:ident: $generated:ty, $serde:ident: $derived:ty) => {
        #[divan::bench]
        fn $bizkit(bencher: Bencher<'_, '_>) {
            bencher
                .counter(BytesCount::of_str($text))
                .bench_local(|| from_json::<$generated>(black_box($text)).unwrap());
        }

        #[divan::bench]
        fn $serde(bencher: Bencher<'_, '_>) {
            let bytes = $text.as_bytes();
            bencher
                .counter(BytesCount::of_str($text))
                .bench_local(|| serde_json::from_slice::<$derived>(black_box(bytes)).unwrap());
        }
    };
}

pair!(PROFILE, customer_detail_bizkit: customer::DetailReply, customer_detail_serde: hand::Profile);
pair!(CREATED, order_create_bizkit: shop::order::CreateReply, order_create_serde: hand::Created);
pair!(ORDER, order_detail_bizkit: shop::order::Order, order_detail_serde: hand::OrderDetail);
