/// What the response of `loop/match` holds.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub struct MatchResponse {
    /// `crate`: text.
    pub crate_: __p::Option<__p::String>,
    /// `super`: `String`.
    pub super_: __p::Option<super::types::String>,
    /// `fn`: `Option`.
    pub r#fn: __p::Option<super::types::Option>,
}
__p::record!(MatchResponse, [], {
    0 crate_ "crate" optional &__p::PLAIN;
    1 super_ "super" optional &__p::PLAIN;
    2 r#fn "fn" optional &__p::PLAIN;
});
