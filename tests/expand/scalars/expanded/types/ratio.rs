/// `ratio` in a call to `lab/measure`.
///
/// 0 or more; 1 or less.
#[derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::cmp::PartialEq,
    ::core::cmp::PartialOrd,
)]
pub struct Ratio(f64);
__p::number_type!(Ratio, f64, super::__tables::RATIO, "0 or more; 1 or less");
