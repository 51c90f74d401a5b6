//! Orders with their lines and prices, and what is paid.

use super::super::{Answer, Fault, IntoAnswer, PlanError, Sandbox};
use super::new_id;
use crate::base::decimal::Decimal;
use crate::shop::order::{
    self, CancellationRefused, Create, CreateReply, Detail, DetailFailure, Order, OrderCustomer, OrderLine,
    OrderStatus, Storno, StornoFailure,
};
use crate::shop::payment;
use crate::types::{Currency, OrderHash, PaymentStatus, Price};
use crate::value::arg::Arg;
use std::collections::BTreeMap;

/// Every order.
#[derive(Clone)]
pub(super) struct Orders {
    by_hash: BTreeMap<String, Order>,
    /// What a new order has besides its content: dates, status, links.
    sample: Order,
    created: CreateReply,
    made: u32,
}

impl Orders {
    /// The order of the example.
    pub(super) fn documented(sandbox: &Sandbox) -> Result<Self, PlanError> {
        let sample = sandbox.documented::<Detail>()?;
        let hash = sample.hash.as_str().to_owned();
        let created = sandbox.documented::<Create>()?;
        Ok(Self { by_hash: [(hash, sample.clone())].into(), sample, created, made: 0 })
    }

    pub(super) fn create(&mut self, call: Create) -> CreateReply {
        let hash: OrderHash = new_id("order", 32, &mut self.made).into_arg();
        let number = format!("{}", 25_000_087 + self.made);
        let currency = call.currency.unwrap_or(Currency::Czk);
        let mut amounts: Vec<Decimal> = call.items.iter().filter_map(amount).collect();
        amounts.extend(call.delivery_price);
        amounts.extend(call.payment_price);
        amounts.extend(call.sale.as_ref().and_then(negated));
        let lines = call.items.into_iter().zip(1..).map(|(item, place)| line(item, place, &hash, &currency));
        let order = Order {
            id: number.as_str().into_arg(),
            hash: hash.clone(),
            locale: call.locale.or(self.sample.locale.clone()),
            pay_date: None,
            // The words for an order that nobody has paid are documented nowhere.
            status: OrderStatus {
                label: None,
                color: None,
                online_payment_status: None,
                online_payment_status_label: None,
                online_payment_checking: Some(false),
            },
            variable_symbol: Some(number.clone()),
            public_notice: call.public_notice,
            price: sum(&amounts).map(|total| price(total, &currency)),
            sale: call.sale.map(|sale| price(sale, &currency)),
            customer: Some(OrderCustomer {
                email: Some(call.customer.email),
                phone: call.customer.phone,
                first_name: call.customer.first_name,
                last_name: call.customer.last_name,
                company_name: call.customer.company_name,
                premium: Some(false),
            }),
            items: lines.collect(),
            vouchers: Vec::new(),
            tags: call.tags.unwrap_or_default(),
            ..self.sample.clone()
        };
        self.by_hash.insert(hash.as_str().to_owned(), order);
        CreateReply { order_number: number.into_arg(), hash, ..self.created.clone() }
    }

    pub(super) fn read(&mut self, call: &Detail) -> Result<Order, DetailFailure> {
        self.by_hash.get(call.hash.as_str()).cloned().ok_or(DetailFailure::NotFound)
    }

    pub(super) fn cancel(&mut self, call: &Storno) -> Result<(), StornoFailure> {
        let refused =
            |message: &str| StornoFailure::Refused(CancellationRefused { message: message.to_owned() });
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
    pub(super) fn pay(&mut self, call: &payment::Create) -> Answer {
        let Some(order) = self.by_hash.get_mut(call.hash.as_str()) else { return no_payment() };
        order.status.online_payment_status.get_or_insert(PaymentStatus::Created);
        Answer::Documented
    }

    pub(super) fn paid(&mut self, call: &payment::ProcessNotification) -> Answer {
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

/// A line of a new order.
fn line(item: order::Item, place: usize, hash: &OrderHash, currency: &Currency) -> OrderLine {
    OrderLine {
        id: format!("{}_{place}", hash.as_str()).into_arg(),
        is_storno: Some(false),
        label: Some(item.label),
        count: Some(item.count.unwrap_or_else(|| Decimal::from(1))),
        price: item.price.map(|each| price(each, currency)),
        unit: item.unit,
        vat: item.vat,
        credit_amount: item.credit_amount,
        product_code: item.product_code,
        product_name: None,
        product_main_image_url: None,
        variant_code: item.variant_code,
        variant_name: None,
        event_calendar_code: None,
        event_code: item.event_code,
        event_title: None,
        branch: None,
    }
}

/// What a line costs.
fn amount(item: &order::Item) -> Option<Decimal> {
    let one = Decimal::from(1);
    let each = item.sale.as_ref().and_then(negated);
    times(&sum(item.price.iter().chain(&each))?, item.count.as_ref().unwrap_or(&one))
}

/// A price with its tax; what it would be without is not worked out.
fn price(amount: Decimal, currency: &Currency) -> Price {
    Price {
        price_with_vat: Some(amount),
        currency: Some(currency.clone()),
        price_without_vat: None,
        vat: None,
        currency_locale: None,
    }
}

/// Digits behind the point that sums are made with; products have twice as many.
const SCALE: u32 = 6;

/// The sum of amounts; `None` where one has too many digits.
pub(super) fn sum<'a>(amounts: impl IntoIterator<Item = &'a Decimal>) -> Option<Decimal> {
    let units =
        amounts.into_iter().try_fold(0_i64, |sum, amount| sum.checked_add(amount.minor_units(SCALE)?))?;
    shortest(units.into(), SCALE)
}

/// The product of an amount and a count; `None` where it has too many digits.
pub(super) fn times(amount: &Decimal, count: &Decimal) -> Option<Decimal> {
    let units = i128::from(amount.minor_units(SCALE)?) * i128::from(count.minor_units(SCALE)?);
    shortest(units, 2 * SCALE)
}

fn negated(amount: &Decimal) -> Option<Decimal> {
    shortest(-i128::from(amount.minor_units(SCALE)?), SCALE)
}

/// A number without zeros at its end.
fn shortest(mut units: i128, mut scale: u32) -> Option<Decimal> {
    while scale > 0 && units % 10 == 0 {
        (units, scale) = (units / 10, scale - 1);
    }
    Some(Decimal::from_minor_units(i64::try_from(units).ok()?, scale))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "the values are literals")]

    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn money_is_added_and_multiplied_exactly() {
        assert_eq!(sum([&decimal("0.1"), &decimal("0.2")]).unwrap().as_str(), "0.3");
        assert_eq!(sum([]).unwrap().as_str(), "0");
        assert_eq!(times(&decimal("110.50"), &decimal("2")).unwrap().as_str(), "221");
        assert_eq!(times(&decimal("0.001"), &decimal("0.001")).unwrap().as_str(), "0.000001");
        assert_eq!(negated(&decimal("1.5")).unwrap().as_str(), "-1.5");
        assert_eq!(times(&decimal("0.0000001"), &decimal("1")), None);
        assert_eq!(sum([&decimal("9223372036854"), &decimal("9223372036854")]), None);
    }
}
