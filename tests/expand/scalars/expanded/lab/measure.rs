/// Measure one thing.
///
/// `GET /lab/measure`
///
/// Takes \[a thing\] and \<weighs> it; see <https://scalars.example/help>.
///
/// ```text
/// not Rust
/// ```
///
/// Gives [`MeasureResponse`].
///
/// # Example
///
/// ```ignore
/// # async fn example(client: &bizkit_client::Client) -> Result<(), bizkit_client::Error> {
/// let response = crate::lab::Measure::new("warm-socks")
///     .level(3)
///     .price("12.50")
///     .ratio(1.0)
///     .flag(true)
///     .size("m")
///     .labels(["a", "b"])
///     .host("10.0.0.1")
///     .page(2)
///     .send(client)
///     .await?;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// Besides the errors that every call can give, the server documents:
///
/// - [`LAB_CLOSED`](https://scalars.example/errors/LAB_CLOSED): The laboratory is closed
#[derive(::core::clone::Clone)]
#[must_use = "a request does nothing until you `send` it"]
#[non_exhaustive]
pub struct Measure {
    /// What to measure.
    ///
    /// At most 64 characters; matches `^[a-z0-9]+(-[a-z0-9]+)*$`.
    ///
    /// White space at both ends is removed. Upper case becomes lower case.
    pub slug: super::types::Slug,
    /// The argument `level`, which [`Self::level`] sets.
    pub level: __p::Option<super::types::Level>,
    /// The argument `price`, which [`Self::price`] sets.
    pub price: __p::Option<super::types::Price>,
    /// The argument `ratio`, which [`Self::ratio`] sets.
    pub ratio: __p::Option<super::types::Ratio>,
    /// The argument `flag`, which [`Self::flag`] sets.
    pub flag: __p::Option<super::types::Flag>,
    /// The argument `size`, which [`Self::size`] sets.
    pub size: __p::Option<super::types::Size>,
    /// The argument `colour`, which [`Self::colour`] sets.
    pub colour: __p::Option<super::types::Colour>,
    /// The argument `labels`, which [`Self::labels`] sets.
    pub labels: __p::Option<super::types::Labels>,
    /// The argument `host`, which [`Self::host`] sets.
    pub host: __p::Option<super::types::Host>,
    /// The argument `page`, which [`Self::page`] sets.
    pub page: __p::Option<i64>,
    /// The argument `step`, which [`Self::step`] sets.
    pub step: __p::Option<i64>,
    /// The argument `since`, which [`Self::since`] sets.
    pub since: __p::Option<__p::String>,
    /// The argument `note`, which [`Self::note`] sets.
    pub note: __p::Option<__p::String>,
}
__p::request!(Measure -> MeasureResponse, [], {
    0 slug "slug" required &__p::PLAIN;
    1 level "level" optional &__p::PLAIN;
    2 price "price" optional &__p::PLAIN;
    3 ratio "ratio" optional &__p::PLAIN;
    4 flag "flag" optional &super::__tables::LAB_MEASURE_FLAG;
    5 size "size" optional &__p::PLAIN;
    6 colour "colour" optional &__p::PLAIN;
    7 labels "labels" optional &super::__tables::LAB_MEASURE_LABELS;
    8 host "host" optional &__p::PLAIN;
    9 page "page" optional &super::__tables::LAB_MEASURE_PAGE;
    10 step "step" optional &super::__tables::LAB_MEASURE_STEP;
    11 since "since" optional &super::__tables::LAB_MEASURE_SINCE;
    12 note "note" optional &super::__tables::LAB_MEASURE_NOTE;
});
__p::serve!(
    Measure, | outcome | match outcome { __p::Outcome::Done(value) =>
    __p::Served::json(200, value, & __p::PLAIN), __p::Outcome::Failed(never) => match *
    never {}, }
);
