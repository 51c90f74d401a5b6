/// How far it is.
///
/// From 1 to 10.
#[derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::cmp::PartialEq,
    ::core::cmp::PartialOrd,
    ::core::cmp::Eq,
    ::core::cmp::Ord,
    ::core::hash::Hash
)]
pub struct Level(i64);
__p::number_type!(Level, i64, super::__tables::LEVEL, "from 1 to 10");
