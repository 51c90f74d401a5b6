/// Render a page.
///
/// `POST /file/render`
///
/// Gives the text of the response.
#[derive(::core::clone::Clone)]
#[must_use = "a request does nothing until you `send` it"]
#[non_exhaustive]
pub struct Render {
    /// `body`: text.
    ///
    /// HTML.
    pub page: __p::String,
}
__p::request!(Render -> __p::String, [], {
    0 page "body" required &super::__tables::FILE_RENDER_PAGE;
});
__p::serve!(
    Render, | outcome | match outcome { __p::Outcome::Done(value) =>
    __p::Served::raw(200, "application/rss+xml", value), __p::Outcome::Failed(never) =>
    match * never {}, }
);
