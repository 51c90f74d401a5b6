/// What the response of `shelf/letters` holds.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub struct LettersResponse {
    /// `letters`: a list of texts.
    pub letters: __p::Nullable<__p::Vec<__p::String>>,
}
__p::record!(LettersResponse, [], {
    0 letters "letters" nullable &__p::PLAIN;
});
