/// An amount with at most two digits behind the point.
///
/// 0 or more; less than 1000000; at most 2 digits behind the point.
///
/// Example: `12.50`.
#[derive(
    ::core::clone::Clone,
    ::core::cmp::PartialEq,
    ::core::cmp::PartialOrd,
    ::core::cmp::Eq,
    ::core::cmp::Ord,
    ::core::hash::Hash
)]
pub struct Price(__p::Decimal);
__p::number_type!(
    Price, __p::Decimal, super::__tables::PRICE,
    "0 or more; less than 1000000; at most 2 digits behind the point"
);
