/// `to` in a call to `loop/match`.
#[derive(::core::clone::Clone)]
#[non_exhaustive]
pub struct Option {
    /// `type`: `Self`.
    pub r#type: __p::Option<Self_>,
    /// `self`: `Box`.
    pub self_: Box,
    /// `text`: `SelfText`.
    pub text: __p::Option<SelfText>,
}
impl Option {
    /// Creates the value with its required members.
    pub fn new(self_: impl __p::Arg<Box>) -> Self {
        Self {
            r#type: __p::None,
            self_: __p::Arg::into_arg(self_),
            text: __p::None,
        }
    }
    /// Sets `type`.
    #[must_use]
    #[inline]
    pub fn with_type(mut self, value: impl __p::Arg<Self_>) -> Self {
        self.r#type = __p::some(value);
        self
    }
    /// Sets `text`.
    #[must_use]
    #[inline]
    pub fn with_text(mut self, value: impl __p::Arg<SelfText>) -> Self {
        self.text = __p::some(value);
        self
    }
}
__p::record!(Option, [], {
    0 r#type "type" optional &__p::PLAIN;
    1 self_ "self" required &__p::PLAIN;
    2 text "text" optional &__p::PLAIN;
});
