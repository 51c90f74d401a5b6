impl __p::Arg<Body> for BodyWhole {
    fn into_arg(self) -> Body {
        ::core::convert::From::from(self)
    }
}
/// `body` in a call to `login/password`.
#[derive(::core::clone::Clone, ::core::default::Default)]
#[non_exhaustive]
pub struct BodyWhole {
    /// `text`: text.
    pub text: __p::Option<__p::String>,
}
impl BodyWhole {
    /// Creates the value with nothing set.
    pub fn new() -> Self {
        Self { text: __p::None }
    }
    /// Sets `text`.
    #[must_use]
    #[inline]
    pub fn with_text(mut self, value: impl __p::Arg<__p::String>) -> Self {
        self.text = __p::some(value);
        self
    }
}
__p::record!(BodyWhole, [], {
    0 text "text" optional &__p::PLAIN;
});
