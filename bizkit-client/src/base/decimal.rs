//! Exact decimal numbers: the text of a number in, the same text out; equal and ordered by value.

mod digits;

pub(crate) use digits::Digits;

use crate::base::compact::CompactText;
use crate::base::violation::{InvalidValueError, Violation};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

/// A number whose digits are kept exactly as they were written, money above all.
///
/// `1250.50` stays `1250.50` on its way through, and never passes through a float. Two decimals are equal when
/// their values are: `1250.50 == 1250.5`. For arithmetic take [`minor_units`](Self::minor_units), or
/// `rust_decimal::Decimal` with the feature `rust_decimal`.
///
/// ```
/// use bizkit_client::Decimal;
///
/// const PRICE: Decimal = Decimal::from_static("1250.50");
/// assert_eq!(PRICE, "1250.5".parse()?);
/// assert_eq!(PRICE.minor_units(2), Some(125_050));
/// assert!(PRICE > Decimal::from(1250));
/// # Ok::<(), bizkit_client::InvalidValueError>(())
/// ```
#[derive(Clone)]
#[doc(alias("money", "price"))]
pub struct Decimal(CompactText);

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self(CompactText::from_static("0"));

    /// A decimal out of a literal. In a constant, a wrong literal does not compile.
    ///
    /// # Panics
    /// When the text is no JSON number.
    pub const fn from_static(text: &'static str) -> Self {
        assert!(Digits::parse(text).is_some(), "a decimal must be: a JSON number such as 1250.50");
        Self(CompactText::from_static(text))
    }

    /// A decimal out of a whole number of minor units: `(125_050, 2)` gives `1250.50`.
    pub fn from_minor_units(units: i64, scale: u32) -> Self {
        let scale = scale as usize;
        let digits = format!("{:0width$}", units.unsigned_abs(), width = scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        let (sign, point) = (if units < 0 { "-" } else { "" }, if scale > 0 { "." } else { "" });
        Self(format!("{sign}{whole}{point}{fraction}").into())
    }

    /// Text that was given to a request, and is checked with the request.
    pub(crate) fn unchecked(text: impl Into<CompactText>) -> Self {
        Self(text.into())
    }

    /// The digits as they were written; always a JSON number, except for wrong text that was given to a request.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The nearest `f64`; `NaN` for wrong text that was given to a request.
    pub fn as_f64(&self) -> f64 {
        if self.is_number() { self.as_str().parse().unwrap_or(f64::NAN) } else { f64::NAN }
    }

    /// The value as a whole number of minor units, of which `scale` digits stand behind the point: `12.5` with
    /// scale 2 gives `1250`. `None` where digits would be lost, or the number does not fit.
    pub fn minor_units(&self, scale: u32) -> Option<i64> {
        Digits::parse(self.as_str())?.to_integer(scale)
    }

    /// Whether the text is a JSON number.
    pub(crate) fn is_number(&self) -> bool {
        Digits::is_number(self.as_str())
    }
}

impl Default for Decimal {
    fn default() -> Self {
        Self::ZERO
    }
}

/// The digits as they were written.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Decimal({self})")
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By value. Wrong text that was given to a request comes behind all numbers.
impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        match (Digits::parse(self.as_str()), Digits::parse(other.as_str())) {
            (Some(left), Some(right)) => left.cmp(&right).cmp(&0),
            (left, right) => right.is_some().cmp(&left.is_some()).then_with(|| self.0.cmp(&other.0)),
        }
    }
}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match Digits::parse(self.as_str()) {
            Some(digits) => digits.hash(state),
            None => self.0.hash(state),
        }
    }
}

macro_rules! from_integers {
    ($text:expr, $($integer:ty),*) => { $(
        impl From<$integer> for Decimal {
            fn from(value: $integer) -> Self {
                Self($text(value))
            }
        }
    )* };
}
from_integers!(CompactText::from_integer, i64);
from_integers!(|value| CompactText::from_integer(i64::from(value)), i8, i16, i32, u8, u16, u32);
from_integers!(|value| CompactText::from(ToString::to_string(&value)), i128, isize, u64, u128, usize);

fn invalid(text: &str) -> InvalidValueError {
    let violation = Violation {
        path: String::new(),
        rule: "type",
        message: "expected a decimal number".to_owned(),
        found: Some(crate::base::excerpt::quoted(text)),
        help: Some("write it like `1250.50`".to_owned()),
    };
    InvalidValueError::new("Decimal", vec![violation])
}

impl FromStr for Decimal {
    type Err = InvalidValueError;

    fn from_str(text: &str) -> Result<Self, InvalidValueError> {
        if Digits::is_number(text) { Ok(Self(text.into())) } else { Err(invalid(text)) }
    }
}

impl TryFrom<&str> for Decimal {
    type Error = InvalidValueError;

    fn try_from(text: &str) -> Result<Self, InvalidValueError> {
        text.parse()
    }
}

impl TryFrom<String> for Decimal {
    type Error = InvalidValueError;

    fn try_from(text: String) -> Result<Self, InvalidValueError> {
        text.parse()
    }
}

/// The shortest digits that give this float again; infinities and `NaN` are refused.
impl TryFrom<f64> for Decimal {
    type Error = InvalidValueError;

    fn try_from(value: f64) -> Result<Self, InvalidValueError> {
        Self::try_from(value.to_string())
    }
}

#[cfg(feature = "rust_decimal")]
impl TryFrom<&Decimal> for rust_decimal::Decimal {
    type Error = rust_decimal::Error;

    /// Fails where the digits do not fit 96 bits.
    fn try_from(value: &Decimal) -> Result<Self, rust_decimal::Error> {
        if value.as_str().contains(['e', 'E']) {
            Self::from_scientific(value.as_str())
        } else {
            Self::from_str_exact(value.as_str())
        }
    }
}

#[cfg(feature = "rust_decimal")]
impl From<rust_decimal::Decimal> for Decimal {
    fn from(value: rust_decimal::Decimal) -> Self {
        Self(value.to_string().into())
    }
}

#[cfg(test)]
mod tests;
