//! Orders with their lines and prices, and what is paid.

use crate::amount::{negated, sum, times};
use crate::blank::Blanks;
use crate::id::new_id;
use crate::people::normalised;
use bizkit_client::Arg;
use bizkit_client::Decimal;
use bizkit_client::customer::{CustomerOrder, ListOrders, ListOrdersResponse};
use bizkit_client::sandbox::{Answer, Fault, IntoAnswer, PlanError, Sandbox};
use bizkit_client::shop::order::{
    self, Cancel, CancelFailure, Create, CreateResponse, Detail, DetailFailure, Order, OrderLine,
};
use bizkit_client::shop::payment;
use bizkit_client::types::{Currency, OrderHash, PaymentStatus, Price};
use std::collections::BTreeMap;

/// Whose orders the documentation shows.
const DOCUMENTED: &str = "jan@barasek.com";

/// Every order.
#[derive(Clone)]
pub(crate) struct Orders {
    by_hash: BTreeMap<String, Order>,
    /// What was ordered here, the oldest first.
    hashes: Vec<String>,
    /// The list of the shopper of the examples, as it was before.
    documented: Vec<CustomerOrder>,
    /// What a new order has besides its content: dates, status, links.
    sample: Order,
    created: CreateResponse,
    made: u32,
    blanks: Blanks,
}

impl Orders {
    /// The order of the example.
    pub(crate) fn documented(sandbox: &Sandbox, blanks: &Blanks) -> Result<Self, PlanError> {
        let sample = sandbox.documented::<Detail>()?;
        let hash = sample.hash.as_str().to_owned();
        let created = sandbox.documented::<Create>()?;
        Ok(Self {
            by_hash: [(hash, sample.clone())].into(),
            hashes: Vec::new(),
            documented: sandbox.documented::<ListOrders>()?.items,
            sample,
            created,
            made: 0,
            blanks: blanks.clone(),
        })
    }

    pub(crate) fn create(&mut self, call: Create) -> CreateResponse {
        let hash: OrderHash = new_id("order", 32, &mut self.made).into_arg();
        let number = format!("{}", 25_000_087 + self.made);
        let currency = call.currency.unwrap_or(Currency::Czk);
        let mut amounts: Vec<Decimal> = call.items.iter().filter_map(amount).collect();
        amounts.extend(call.delivery_price);
        amounts.extend(call.payment_price);
        amounts.extend(call.sale.as_ref().and_then(negated));
        let blanks = &self.blanks;
        let mut order = self.sample.clone();
        order.id = number.as_str().into_arg();
        order.hash = hash.clone();
        order.locale = call.locale.or(order.locale);
        order.pay_date = None;
        // The words for an order that nobody has paid are documented nowhere.
        let mut status = blanks.order_status.clone();
        status.online_payment_checking = Some(false);
        order.status = status;
        order.variable_symbol = Some(number.clone());
        order.public_notice = call.public_notice;
        order.price = sum(&amounts).map(|total| price(blanks, total, &currency));
        order.sale = call.sale.map(|sale| price(blanks, sale, &currency));
        let mut customer = blanks.order_customer.clone();
        customer.email = Some(call.customer.email);
        customer.phone = call.customer.phone;
        customer.first_name = call.customer.first_name;
        customer.last_name = call.customer.last_name;
        customer.company_name = call.customer.company_name;
        customer.premium = Some(false);
        order.customer = Some(customer);
        let lines = call.items.into_iter().zip(1..);
        order.items = lines.map(|(item, place)| line(blanks, item, place, &hash, &currency)).collect();
        order.vouchers = Vec::new();
        order.tags = call.tags.unwrap_or_default();
        self.by_hash.insert(hash.as_str().to_owned(), order);
        self.hashes.push(hash.as_str().to_owned());
        let mut created = self.created.clone();
        (created.order_number, created.hash) = (number.into_arg(), hash);
        created
    }

    /// The orders of somebody, the newest first, on one page.
    pub(crate) fn list(&self, email: Option<&str>, call: &ListOrders) -> ListOrdersResponse {
        let mut response = self.blanks.order_list.clone();
        if let (Some(email), 1) = (email, call.page.unwrap_or(1)) {
            let made = self.hashes.iter().rev().filter_map(|hash| self.by_hash.get(hash));
            let of = |order: &&Order| {
                let customer = order.customer.as_ref().and_then(|customer| customer.email.as_ref());
                customer.is_some_and(|theirs| normalised(theirs.as_str()) == email)
            };
            response.items = made.filter(of).map(|order| self.listed(order)).collect();
            if email == DOCUMENTED {
                response.items.extend(self.documented.iter().cloned());
            }
        }
        response
    }

    /// An order as the list shows it.
    fn listed(&self, order: &Order) -> CustomerOrder {
        let mut listed = self.blanks.customer_order.clone();
        listed.id = order.hash.clone();
        listed.order_number = order.id.clone();
        listed.price = order.price.as_ref().map(words);
        listed.inserted_date.clone_from(&order.inserted_date);
        let lines = order.items.iter().map(|line| {
            let mut listed = self.blanks.customer_order_line.clone();
            listed.id = line.id.clone();
            listed.label.clone_from(&line.label);
            listed.count.clone_from(&line.count);
            listed.price = line.price.as_ref().map(words);
            listed
        });
        listed.lines = lines.collect();
        listed
    }

    pub(crate) fn read(&mut self, call: &Detail) -> Result<Order, DetailFailure> {
        self.by_hash.get(call.hash.as_str()).cloned().ok_or(DetailFailure::NotFound)
    }

    pub(crate) fn cancel(&mut self, call: &Cancel) -> Result<(), CancelFailure> {
        let blank = &self.blanks.cancellation_refused;
        let refused = |message: &str| {
            let mut refused = blank.clone();
            message.clone_into(&mut refused.message);
            CancelFailure::Refused(refused)
        };
        let order = self.by_hash.get_mut(call.order_id.as_str()).ok_or_else(|| refused("No such order."))?;
        let meant = |line: &&mut OrderLine| call.order_item_id.as_ref().is_none_or(|id| line.id == *id);
        let mut lines = order.items.iter_mut().filter(meant).peekable();
        if call.order_item_id.is_some() && lines.peek().is_none() {
            return Err(refused("No such line."));
        }
        lines.for_each(|line| line.is_storno = Some(true));
        Ok(())
    }

    /// Opens a payment, where there is something to pay.
    pub(crate) fn pay(&mut self, call: &payment::Create) -> Answer {
        let Some(order) = self.by_hash.get_mut(call.hash.as_str()) else { return no_payment() };
        order.status.online_payment_status.get_or_insert(PaymentStatus::Created);
        Answer::Documented
    }

    pub(crate) fn paid(&mut self, call: &payment::ProcessNotification) -> Answer {
        let Some(order) = self.by_hash.get_mut(call.order_id.as_str()) else { return no_payment() };
        order.pay_date.clone_from(&self.sample.pay_date);
        order.status.clone_from(&self.sample.status);
        order.status.online_payment_status = Some(PaymentStatus::Paid);
        order.status.online_payment_status_label = None;
        Answer::Documented
    }
}

fn no_payment() -> Answer {
    IntoAnswer::<payment::Create>::into_answer(Fault::code("PUBLIC_PAYMENT_DOES_NOT_EXIST"))
}

/// A price as the list of orders writes it.
fn words(price: &Price) -> String {
    let currency = price.currency.as_ref().map_or("", Currency::as_str);
    format!("{} {currency}", price.price_with_vat.as_ref().unwrap_or(&Decimal::ZERO))
}

/// A line of a new order.
fn line(
    blanks: &Blanks,
    item: order::Item,
    place: usize,
    hash: &OrderHash,
    currency: &Currency,
) -> OrderLine {
    let mut line = blanks.order_line.clone();
    line.id = format!("{}_{place}", hash.as_str()).into_arg();
    line.is_storno = Some(false);
    line.label = Some(item.label);
    line.count = Some(item.count.unwrap_or_else(|| Decimal::from(1)));
    line.price = item.price.map(|each| price(blanks, each, currency));
    line.unit = item.unit;
    line.vat = item.vat;
    line.credit_amount = item.credit_amount;
    line.product_code = item.product_code;
    line.variant_code = item.variant_code;
    line.event_code = item.event_code;
    line
}

/// What a line costs.
fn amount(item: &order::Item) -> Option<Decimal> {
    let one = Decimal::from(1);
    let each = item.sale.as_ref().and_then(negated);
    times(&sum(item.price.iter().chain(&each))?, item.count.as_ref().unwrap_or(&one))
}

/// A price with its tax; what it would be without is not worked out.
fn price(blanks: &Blanks, amount: Decimal, currency: &Currency) -> Price {
    let mut price = blanks.price.clone();
    (price.price_with_vat, price.currency) = (Some(amount), Some(currency.clone()));
    price
}
