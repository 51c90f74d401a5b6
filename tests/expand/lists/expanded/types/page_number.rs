/// `page` in a call to `shelf/books`.
///
/// 0 or more.
#[derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::cmp::PartialEq,
    ::core::cmp::PartialOrd,
    ::core::cmp::Eq,
    ::core::cmp::Ord,
    ::core::hash::Hash
)]
pub struct PageNumber(i64);
__p::number_type!(PageNumber, i64, super::__tables::PAGE_NUMBER, "0 or more");
