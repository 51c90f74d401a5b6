/// Delete a file.
///
/// `DELETE /file/{id}/content/`
///
/// Gives nothing: that it succeeds is all there is to know.
#[derive(::core::clone::Clone)]
#[must_use = "a request does nothing until you `send` it"]
#[non_exhaustive]
pub struct Delete {
    /// `id`: text.
    pub id: __p::String,
}
__p::request!(Delete -> (), [], {
    0 id "id" required &__p::PLAIN;
});
__p::serve!(
    Delete, | outcome | match outcome { __p::Outcome::Done(()) =>
    __p::Served::empty(204), __p::Outcome::Failed(never) => match * never {}, }
);
