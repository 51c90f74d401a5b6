/// `rows[]` in the response of `tree/plant`.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub struct Row {
    /// `cell`: a list of texts.
    pub cell: __p::Vec<__p::Option<__p::String>>,
}
__p::record!(Row, [], {
    0 cell "cell" list &__p::PLAIN;
});
