/// List the books.
///
/// `GET /shelf/books`
///
/// Gives [`BooksResponse`].
///
/// # Example
///
/// ```ignore
/// # async fn example(client: &bizkit_client::Client) -> Result<(), bizkit_client::Error> {
/// let response = crate::shelf::Books::new(0)
///     .pages_(300)
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// # Pages
///
/// `send` gives one page: `page` counts the pages from 0 on. A page has 20 items. `total` is the number of all items. [`items`](Self::items) reads the whole list, item by item, and [`pages`](Self::pages) page by page; both begin at the page that the request names.
///
/// ```ignore
/// # async fn example(client: &bizkit_client::Client) -> Result<(), bizkit_client::Error> {
/// let mut items = crate::shelf::Books::new(0)
///     .pages_(300)
///     .items(client);
/// while let Some(item) = items.next().await {
///     let item = item?;
/// }
/// # Ok(())
/// # }
/// ```
#[derive(::core::clone::Clone)]
#[must_use = "a request does nothing until you `send` it"]
#[non_exhaustive]
pub struct Books {
    /// `page`: `PageNumber`.
    ///
    /// 0 or more.
    pub page: super::types::PageNumber,
    /// The argument `pages`, which [`Self::pages_`] sets.
    pub pages: __p::Option<i64>,
}
__p::request!(Books -> BooksResponse, [], {
    0 page "page" required &__p::PLAIN;
    1 pages "pages" optional &__p::PLAIN;
});
__p::paged!(Books);
__p::serve!(
    Books, | outcome | match outcome { __p::Outcome::Done(BooksResponse::Ok(value)) =>
    __p::Served::json(200, value, & __p::PLAIN),
    __p::Outcome::Done(BooksResponse::NoContent) => __p::Served::empty(204),
    __p::Outcome::Failed(never) => match * never {}, }
);
