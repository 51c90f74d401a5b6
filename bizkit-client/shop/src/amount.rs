//! Adds and multiplies amounts of money without a loss.

use bizkit_client::Decimal;

/// Digits behind the point that sums are made with; products have twice as many.
const SCALE: u32 = 6;

/// The sum of amounts; `None` where one has too many digits.
pub(crate) fn sum<'a>(amounts: impl IntoIterator<Item = &'a Decimal>) -> Option<Decimal> {
    let units =
        amounts.into_iter().try_fold(0_i64, |sum, amount| sum.checked_add(amount.minor_units(SCALE)?))?;
    shortest(units.into(), SCALE)
}

/// The product of an amount and a count; `None` where it has too many digits.
pub(crate) fn times(amount: &Decimal, count: &Decimal) -> Option<Decimal> {
    let units = i128::from(amount.minor_units(SCALE)?) * i128::from(count.minor_units(SCALE)?);
    shortest(units, 2 * SCALE)
}

pub(crate) fn negated(amount: &Decimal) -> Option<Decimal> {
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
