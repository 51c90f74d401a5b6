//! What one response gives, the next request takes: without a conversion, for every pair that the documents imply.
//!
//! That a flow compiles is half of the test; the other half is that the sandbox takes what the responses had given.

use bizkit_client::sandbox::Sandbox;
use bizkit_client::{
    Client, address, branch, calendar, cart, customer, newsletter, post, product, product_category, shop,
    subscription, support, types,
};
use bizkit_sandbox::arguments;
use bizkit_spec::Specs;
use std::path::Path;
use std::sync::LazyLock;

const SESSION: &str = "Z9CPkS2o3UV163VQn5OUv0T8BQi8Fvdg";
const CUSTOMER: &str = "1cGIHvFoQDGLAbcA";
const EMAIL: &str = "jan@barasek.com";
const ORDER: &str = "sSO98YxzR4KJiOu66Jn6K3wRwa4FPI7S";

static SPECS: LazyLock<Specs> =
    LazyLock::new(|| Specs::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs"), "specs"));

/// The calls of one test and the sandbox that answers them.
struct Shop {
    client: Client,
    sandbox: Sandbox,
}

impl Shop {
    fn open() -> Self {
        let sandbox = Sandbox::start().unwrap();
        Self { client: sandbox.client().unwrap(), sandbox }
    }

    /// What the last call of an endpoint carried, by the pointers of its arguments.
    #[track_caller]
    fn carried<const N: usize>(&self, endpoint: &str, expected: [(&str, &str); N]) {
        let api = SPECS.api().unwrap();
        let requests = self.sandbox.requests();
        let calls = requests.iter().rev().filter_map(|request| arguments(api, request));
        let mut of_endpoint = calls.filter(|(called, _)| called.id == endpoint);
        let (_, sent) = of_endpoint.next().unwrap_or_else(|| panic!("`{endpoint}` was not called"));
        let sent: serde_json::Value = serde_json::from_str(&sent.to_string()).unwrap();
        for (pointer, value) in expected {
            let found = sent.pointer(pointer).unwrap_or_else(|| panic!("no `{pointer}` in {sent}"));
            let found = found.as_str().map_or_else(|| found.to_string(), str::to_owned);
            assert_eq!(found, value, "{endpoint}{pointer}");
        }
    }

    async fn profile(&self) -> customer::Profile {
        match customer::Detail::new(SESSION, CUSTOMER).send(&self.client).await.unwrap() {
            customer::DetailResponse::Profile(profile) => profile,
            other => panic!("{other:?}"),
        }
    }

    async fn order(&self) -> shop::order::Order {
        shop::order::Detail::new(ORDER).send(&self.client).await.unwrap()
    }
}

/// What the documented example shows.
fn shown<T>(value: Option<T>) -> T {
    value.expect("the example shows it")
}

#[tokio::test]
async fn a_session_goes_into_every_call_of_its_shopper() {
    let shop = Shop::open();
    let client = &shop.client;
    let session = customer::Login::new("jan@barasek.com", "1234").send(client).await.unwrap();
    let id = session.identity_id;
    let magic = customer::MagicAuth::new("jan@barasek.com").send(client).await.unwrap();
    assert_eq!(magic.identity_id, id);

    let account = match customer::GetAccountInfo::new(&id).send(client).await.unwrap() {
        customer::GetAccountInfoResponse::Account(account) => account,
        other => panic!("{other:?}"),
    };
    customer::Detail::new(&account.identity_id, &account.cu_ref_no).send(client).await.unwrap();
    customer::ListCreditMovements::new(&id).send(client).await.unwrap();
    customer::SpendCredits::new(&id, account.credit_balance).send(client).await.unwrap();
    customer::CreateApiKey::new(&id).send(client).await.unwrap();
    customer::ListLinked::new(&id).send(client).await.unwrap();
    customer::ListOrders::new(&id).send(client).await.unwrap();
    subscription::ListActive::new(&id).send(client).await.unwrap();
    address::List::new(&id).send(client).await.unwrap();
    post::Feed::new(types::Locale::Czech).identity_id(&id).send(client).await.unwrap();
    cart::Buy::new("b411056d304d9y6mHe2SoMFBL2Apxfnb", "coca-cola")
        .identity_id(id)
        .send(client)
        .await
        .unwrap();
    shop.carried("cart/buy", [("/identityId", SESSION)]);
    shop.carried("customer/detail", [("/identityId", SESSION), ("/cuRefNo", CUSTOMER)]);
    shop.carried("customer/credit-spend", [("/identityId", SESSION), ("/amount", "123")]);
}

#[tokio::test]
async fn a_profile_goes_into_every_call_about_its_customer() {
    let shop = Shop::open();
    let client = &shop.client;
    let profile = shop.profile().await;
    let (number, email, phone) = (shown(profile.cu_ref_no), shown(profile.email), shown(profile.phone));
    let groups: Vec<types::GroupSlug> = profile.groups.into_iter().map(|group| shown(group.slug)).collect();
    let referral = shown(profile.referral);
    let parent = shown(referral.code);

    customer::AddBankAccount::new(&number, "CZ5420100000002002770630").send(client).await.unwrap();
    customer::AddGroups::new(groups.clone()).cu_ref_no(&number).email(&email).send(client).await.unwrap();
    customer::Link::new(&parent)
        .customer_cu_ref_no(&number)
        .customer_email(&email)
        .send(client)
        .await
        .unwrap();
    customer::Unlink::new(&parent, &number).send(client).await.unwrap();
    customer::ReadHierarchy::new(&number).send(client).await.unwrap();
    customer::SetParent::new(&number).parent_cu_ref_no(&parent).send(client).await.unwrap();
    customer::UpdateProfile::new(&email)
        .phone(&phone)
        .groups(groups.clone())
        .referral_id(&parent)
        .send(client)
        .await
        .unwrap();
    customer::RegisterAccount::new(&email, "1234")
        .phone(&phone)
        .groups(groups.clone())
        .referral_id(&parent)
        .send(client)
        .await
        .unwrap();
    customer::MagicAuth::new(&email).referral_id(&parent).send(client).await.unwrap();
    customer::Create::new(shown(referral.email)).send(client).await.unwrap();
    customer::ResetPassword::new(&email).send(client).await.unwrap();
    newsletter::RegisterContact::new(&email).phone(&phone).groups(groups.clone()).send(client).await.unwrap();
    support::SendContactForm::new("Hello")
        .customer_email(&email)
        .customer_phone(&phone)
        .send_to_email(&email)
        .send(client)
        .await
        .unwrap();
    let payer =
        shop::order::Customer::new(&email).with_phone(phone).with_groups(groups).with_referral_id(parent);
    let item = shop::order::Item::new("GymRoom reservation").with_price(110);
    shop::order::Create::new(payer, [item]).copy_customers([email]).send(client).await.unwrap();
    shop.carried(
        "customer/add-groups",
        [("/cuRefNo", CUSTOMER), ("/email", EMAIL), ("/groups/0", "trainer")],
    );
    shop.carried("customer/set-parent", [("/parentCuRefNo", CUSTOMER)]);
    shop.carried("support/contact-form", [("/customerEmail", EMAIL), ("/customerPhone", "+420 777123456")]);
    shop.carried(
        "shop/order/create",
        [
            ("/customer/email", EMAIL),
            ("/customer/phone", "+420 777123456"),
            ("/customer/groups/0", "trainer"),
        ],
    );
}

#[tokio::test]
async fn a_confirmed_address_signs_in() {
    let shop = Shop::open();
    let token = types::OneTimeToken::from_static("Hm2cDfmTS8x49Mo67gOxId8gEwNBwf1A");
    let confirmed = customer::ConfirmAccount::new(token).send(&shop.client).await.unwrap();
    customer::Login::new(confirmed.email, "1234").send(&shop.client).await.unwrap();
    shop.carried("customer/login", [("/email", EMAIL)]);
}

#[tokio::test]
async fn an_address_goes_back_changed() {
    let shop = Shop::open();
    let stored = address::List::new(SESSION).send(&shop.client).await.unwrap().items.remove(0);
    let copy = address::Create::new(SESSION)
        .kind(shown(stored.kind.clone()))
        .country(shown(stored.country.clone()))
        .city(shown(stored.city.clone()))
        .send(&shop.client)
        .await
        .unwrap();
    address::Update::new(SESSION, stored.id)
        .kind(shown(copy.kind))
        .country(shown(copy.country))
        .postal_code(shown(copy.postal_code))
        .send(&shop.client)
        .await
        .unwrap();
    shop.carried("address/create", [("/type", "delivery"), ("/country", "CZ"), ("/city", "Kladno")]);
    shop.carried("address/update", [("/id", "6IU2SWgP76FO2UXw"), ("/type", "delivery")]);
}

#[tokio::test]
async fn products_go_into_the_cart_and_the_cart_into_an_order() {
    let shop = Shop::open();
    let client = &shop.client;
    let listed = product::Feed::new().send(client).await.unwrap().items.remove(0);
    let category = shown(shown(listed.main_category).slug);
    product::Feed::new().category(&category).send(client).await.unwrap();
    let category = product_category::Detail::new(category).send(client).await.unwrap();
    product::Feed::new().category(shown(category.slug)).send(client).await.unwrap();
    let mut product = product::Detail::new(listed.slug).send(client).await.unwrap();
    let variant = product.variant_items.remove(0);

    let cart = cart::Detail::new().send(client).await.unwrap();
    let id = cart.id;
    cart::Detail::new().cart_id(&id).send(client).await.unwrap();
    cart::Buy::new(&id, &product.code).product_variant_code(&variant.code).send(client).await.unwrap();

    let mut items: Vec<shop::order::Item> = Vec::new();
    for item in cart.items {
        product::Detail::new(shown(item.product_slug)).send(client).await.unwrap();
        items.push(
            shop::order::Item::new(shown(item.label))
                .with_price(shown(shown(item.price).price_with_vat))
                .with_count(item.quantity)
                .with_product_code(item.product_code)
                .with_variant_code(shown(item.variant_code)),
        );
    }
    let whole = shop::order::Item::new(product.name)
        .with_price(product.price)
        .with_product_code(product.code)
        .with_variant_code(variant.code);
    items.push(whole);
    let payer = shop::order::Customer::new(shown(cart.customer_email));
    shop::order::Create::new(payer, items).cart_id(id).currency(cart.currency).send(client).await.unwrap();
    let attendee = calendar::Attendee::new().with_customer_id(shown(cart.customer_id));
    let (start, end) = ("2024-05-01T10:00:00.000Z", "2024-05-01T12:00:00.000Z");
    let event = calendar::NewEvent::new("2WRp6X5rSqQa321EjHB2mxZz74u74H84", start, end, "Training with Jan");
    calendar::AddEvent::new(event.with_attendees([attendee])).send(client).await.unwrap();
}

#[tokio::test]
async fn an_order_is_read_paid_and_cancelled_by_what_its_creation_gives() {
    let shop = Shop::open();
    let client = &shop.client;
    let payer = shop::order::Customer::new("jan@barasek.com");
    let items = [shop::order::Item::new("GymRoom reservation").with_price(110)];
    let created = shop::order::Create::new(payer, items).send(client).await.unwrap();
    shop::payment::Create::new(&created.hash).send(client).await.unwrap();
    shop::payment::ProcessNotification::new("TXN-123456", &created.hash).send(client).await.unwrap();
    let order = shop::order::Detail::new(&created.hash).send(client).await.unwrap();
    let line = shown(order.items.into_iter().next());
    shop::order::Cancel::new(order.hash).order_item_id(line.id).send(client).await.unwrap();
    shop.carried(
        "shop/order/storno",
        [("/orderId", ORDER), ("/orderItemId", "sSO98YxzR4KJiOu66Jn6K3wRwa4FPI7S_4186")],
    );
}

#[tokio::test]
async fn every_response_that_names_an_order_leads_to_it() {
    let shop = Shop::open();
    let client = &shop.client;
    let log = customer::ListCreditMovements::new(SESSION).send(client).await.unwrap();
    let list = customer::ListOrders::new(SESSION).send(client).await.unwrap();
    let running = subscription::ListActive::new(SESSION).send(client).await.unwrap();
    let profile = shop.profile().await;
    let subscriptions =
        running.running_subscription_list.into_iter().chain(profile.running_subscription_list);

    let mut hashes: Vec<types::OrderHash> = Vec::new();
    hashes.extend(log.items.into_iter().filter_map(|movement| movement.order?.hash));
    for order in list.items {
        let hash = order.id;
        let line = shown(order.lines.into_iter().next());
        shop::order::Cancel::new(&hash).order_item_id(line.id).send(client).await.unwrap();
        calendar::Detail::new(shown(shown(line.event).calendar_id)).send(client).await.unwrap();
        hashes.push(hash);
    }
    for running in subscriptions {
        hashes.push(shown(running.order_hash));
        product::Detail::new(shown(running.product_slug)).send(client).await.unwrap();
        let code: types::ProductCode = shown(running.product_code);
        cart::Buy::new("b411056d304d9y6mHe2SoMFBL2Apxfnb", code).send(client).await.unwrap();
        subscription::Cancel::new(SESSION, shown(running.external_id)).send(client).await.unwrap();
    }
    assert_eq!(hashes.len(), 4);
    for hash in hashes {
        shop::order::Detail::new(hash).send(client).await.unwrap();
    }
}

#[tokio::test]
async fn an_order_can_be_made_again_out_of_an_old_one() {
    let shop = Shop::open();
    let client = &shop.client;
    let old = shop.order().await;
    let customer = shown(old.customer);
    let payer = shop::order::Customer::new(shown(customer.email)).with_phone(shown(customer.phone));
    let mut items = Vec::new();
    for line in old.items {
        let price = shown(line.price);
        let mut item = shop::order::Item::new(shown(line.label))
            .with_price(shown(price.price_with_vat))
            .with_count(shown(line.count))
            .with_unit(shown(line.unit))
            .with_credit_amount(shown(line.credit_amount));
        if let (Some(product), Some(variant), Some(event)) =
            (line.product_code, line.variant_code, line.event_code)
        {
            item = item.with_product_code(product).with_variant_code(variant).with_event_code(event);
        }
        items.push(item);
        branch::Detail::new(shown(line.branch)).send(client).await.unwrap();
        if let Some(calendar) = line.event_calendar_code {
            calendar::Detail::new(calendar).send(client).await.unwrap();
        }
    }
    let vouchers: Vec<types::VoucherCode> =
        old.vouchers.into_iter().map(|voucher| shown(voucher.code)).collect();
    shop::order::Create::new(payer, items)
        .locale(shown(old.locale))
        .currency(shown(shown(old.price).currency))
        .sale(shown(shown(old.sale).price_with_vat))
        .voucher_list(vouchers)
        .expiration_date(shown(old.expiration_date))
        .return_url(shown(shown(old.links).online_payment_link))
        .tags(old.tags)
        .send(client)
        .await
        .unwrap();
    shop.carried(
        "shop/order/create",
        [
            ("/customer/email", EMAIL),
            ("/locale", "cs"),
            ("/currency", "CZK"),
            ("/voucherList/0", "SUMMER-15"),
            ("/expirationDate", "2025-01-12T16:19:40.150Z"),
        ],
    );
}

#[tokio::test]
async fn times_and_calendars_go_into_events() {
    let shop = Shop::open();
    let client = &shop.client;
    let list = customer::ListOrders::new(SESSION).send(client).await.unwrap();
    let event = shown(shown(list.items.into_iter().flat_map(|order| order.lines).next()).event);
    let calendar: types::CalendarId = shown(event.calendar_id);
    let settings = shown(calendar::Detail::new(&calendar).send(client).await.unwrap().configuration);
    let related = shown(settings.related_calendar_ids.into_iter().next());
    let reminder: types::TimeSpan = shown(settings.reserve_until);
    customer::ResetPassword::new("jan@barasek.com").expiration_time(&reminder).send(client).await.unwrap();
    let event = calendar::NewEvent::new(
        related,
        shown(event.start_time),
        shown(event.end_time.clone()),
        shown(event.title),
    )
    .with_blocking_to(shown(event.end_time))
    .with_notify_before(reminder);
    calendar::AddEvent::new(event).send(client).await.unwrap();
    shop.carried(
        "calendar/add-event",
        [
            ("/event/title", "Jan Barášek GymRoom Vinohrady rezervace"),
            ("/event/startTime", "2025-01-10T16:19:40.150Z"),
            ("/event/endTime", "2025-01-10T16:19:40.150Z"),
        ],
    );
}

#[tokio::test]
async fn posts_lead_to_their_pages_tags_and_comments() {
    let shop = Shop::open();
    let client = &shop.client;
    let news =
        shown(post::Feed::new(types::Locale::Czech).send(client).await.unwrap().items.into_iter().next());
    let mut page = post::Detail::new(shown(news.id)).send(client).await.unwrap();
    let id: types::PostId = shown(page.id);
    let locale = page.translated_locales.remove(0);
    post::Detail::new(&id).locale(&locale).send(client).await.unwrap();
    let comment = post::comment::Create::new(&id, SESSION, "Super").send(client).await.unwrap();
    let comment = shown(shown(comment.comment).id);
    post::comment::Create::new(id, SESSION, "Super").parent_id(comment).send(client).await.unwrap();
    let tag: types::TagCode = shown(page.tags.remove(0).code);
    post::Feed::new(&locale).tag(&tag).send(client).await.unwrap();
    let listed = post::List::new()
        .locale(locale)
        .tag_code(tag)
        .status(shown(page.status))
        .visibility(shown(page.visibility))
        .send(client)
        .await
        .unwrap();
    let listed = shown(listed.items.into_iter().next());
    post::Detail::new(shown(listed.id)).send(client).await.unwrap();
    post::Create::new(shown(page.title), shown(page.content), types::Locale::Czech)
        .visibility(shown(listed.visibility))
        .send(client)
        .await
        .unwrap();
}
