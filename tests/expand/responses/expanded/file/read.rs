/// Read a file.
///
/// `GET /file/{id}/content/`
///
/// Gives the bytes of the response.
#[derive(::core::clone::Clone)]
#[must_use = "a request does nothing until you `send` it"]
#[non_exhaustive]
pub struct Read {
    /// `id`: text.
    pub id: __p::String,
    /// The argument `X-Trace`, which [`Self::x_trace`] sets.
    pub x_trace: __p::Option<__p::String>,
}
__p::request!(Read -> __p::Bytes, [], {
    0 id "id" required &__p::PLAIN;
    1 x_trace "X-Trace" optional &__p::PLAIN;
});
__p::serve!(
    Read, | outcome | match outcome { __p::Outcome::Done(value) => __p::Served::raw(200,
    "image/png", value), __p::Outcome::Failed(never) => match * never {}, }
);
