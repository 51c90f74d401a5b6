/// List the letters.
///
/// `POST /shelf/letters`
///
/// Gives `Option<LettersResponse>`.
///
/// # Example
///
/// ```ignore
/// # async fn example(client: &bizkit_client::Client) -> Result<(), bizkit_client::Error> {
/// let response = crate::shelf::Letters::new()
///     .offset(0)
///     .limit(10)
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// # Pages
///
/// `send` gives one page: `offset` counts the items to leave out. A page has 50 items, unless `limit` says otherwise. [`items`](Self::items) reads the whole list, item by item, and [`pages`](Self::pages) page by page; both begin at the page that the request names.
///
/// ```ignore
/// # async fn example(client: &bizkit_client::Client) -> Result<(), bizkit_client::Error> {
/// let mut items = crate::shelf::Letters::new()
///     .limit(10)
///     .items(client);
/// while let Some(item) = items.next().await {
///     let item = item?;
/// }
/// # Ok(())
/// # }
/// ```
#[derive(::core::clone::Clone, ::core::default::Default)]
#[must_use = "a request does nothing until you `send` it"]
#[non_exhaustive]
pub struct Letters {
    /// The argument `offset`, which [`Self::offset`] sets.
    pub offset: __p::Nullable<i64>,
    /// The argument `limit`, which [`Self::limit`] sets.
    pub limit: __p::Option<super::types::PageSize>,
}
__p::request!(Letters -> __p::Option < LettersResponse >, [], {
    0 offset "offset" nullable &super::__tables::SHELF_LETTERS_OFFSET;
    1 limit "limit" optional &__p::PLAIN;
});
__p::paged!(Letters);
__p::serve!(
    Letters, | outcome | match outcome { __p::Outcome::Done(value) =>
    __p::Served::json(200, value, & __p::PLAIN), __p::Outcome::Failed(never) => match *
    never {}, }
);
