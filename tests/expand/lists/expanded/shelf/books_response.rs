/// What the response of `shelf/books` holds.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub struct BooksOk {
    /// `items`: `Books`.
    pub items: __p::Option<super::types::Books>,
    /// `total`: an exact decimal.
    pub total: __p::Nullable<__p::Decimal>,
}
__p::record!(BooksOk, [], {
    0 items "items" optional &__p::PLAIN;
    1 total "total" nullable &__p::PLAIN;
});
/// What [`Books`] gives, by the status of the response.
#[derive(::core::clone::Clone, ::core::cmp::PartialEq, ::core::fmt::Debug)]
#[non_exhaustive]
pub enum BooksResponse {
    /// Status 200.
    Ok(BooksOk),
    /// There is no shelf (204)
    NoContent,
}
