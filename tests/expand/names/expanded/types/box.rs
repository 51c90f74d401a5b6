/// `to.self` in a call to `loop/match`.
#[derive(::core::clone::Clone, ::core::default::Default)]
#[non_exhaustive]
pub struct Box {
    /// `vec`: a list of texts.
    pub vec: __p::Option<__p::Vec<__p::String>>,
    /// `string`: `String`.
    pub string: __p::Option<String>,
}
impl Box {
    /// Creates the value with nothing set.
    pub fn new() -> Self {
        Self {
            vec: __p::None,
            string: __p::None,
        }
    }
    /// Sets `vec`.
    #[must_use]
    #[inline]
    pub fn with_vec(mut self, value: impl __p::Arg<__p::Vec<__p::String>>) -> Self {
        self.vec = __p::some(value);
        self
    }
    /// Sets `string`.
    #[must_use]
    #[inline]
    pub fn with_string(mut self, value: impl __p::Arg<String>) -> Self {
        self.string = __p::some(value);
        self
    }
}
__p::record!(Box, [], {
    0 vec "vec" optional &__p::PLAIN;
    1 string "string" optional &__p::PLAIN;
});
