/// `items[]` in the response of `shelf/books`.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub struct Book {
    /// `title`: text.
    pub title: __p::String,
}
__p::record!(Book, [], {
    0 title "title" required &__p::PLAIN;
});
