/// `limit` in a call to `shelf/letters`.
///
/// From 1 to 200.
#[derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::cmp::PartialEq,
    ::core::cmp::PartialOrd,
    ::core::cmp::Eq,
    ::core::cmp::Ord,
    ::core::hash::Hash
)]
pub struct PageSize(i64);
__p::number_type!(PageSize, i64, super::__tables::PAGE_SIZE, "from 1 to 200");
