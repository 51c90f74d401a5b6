impl Password {
    /// A call to `login/password`; all arguments are optional.
    pub fn new() -> Self {
        Self {
            filter: __p::None,
            amount: __p::None,
            body: __p::None,
            shape: __p::None,
        }
    }
    /// What to look for.
    #[inline]
    pub fn filter(mut self, value: impl __p::Arg<super::types::Filter>) -> Self {
        self.filter = __p::some(value);
        self
    }
    /// A number or words.
    #[inline]
    pub fn amount(mut self, value: impl __p::Arg<super::types::Amount>) -> Self {
        self.amount = __p::some(value);
        self
    }
    /// `body`: `Body`.
    #[inline]
    pub fn body(mut self, value: impl __p::Arg<super::types::Body>) -> Self {
        self.body = __p::some(value);
        self
    }
    /// `shape`: `Shape`.
    #[inline]
    pub fn shape(mut self, value: impl __p::Arg<super::types::Shape>) -> Self {
        self.shape = __p::some(value);
        self
    }
    /// The typed reason, if the server has refused this call in a way that [`Password`] documents.
    pub fn failure(error: &__p::Error) -> __p::Option<&PasswordFailure> {
        error.failure::<PasswordFailure>()
    }
}
